"""Writes a picture as a phone or a camera would hand it in: size, orientation, profile, place of taking.

The peculiarities are the point: the site must show every one of these upright, in the right colours and without a trace
of where it was taken."""
import io
import struct

from PIL import Image, ImageCms

ORIENTATION, GPS, DATE, MODEL = 0x0112, 0x8825, 0x0132, 0x0110
# To store a picture turned, turn it the way that undoes what EXIF's orientation says to a viewer.
UNTURN = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


def save(picture, folder, name, scene):
    if scene.size:
        picture = picture.resize(scene.size, Image.Resampling.LANCZOS)
    path = folder / f"{name}.{scene.format}"
    if scene.format == "webp":
        picture.save(path, quality=82, method=6)
        return path, path.stat().st_size
    extra = {}
    if scene.profile == "p3":
        extra["icc_profile"] = display_p3()
        picture = to_display_p3(picture)
    if scene.grey:
        picture = picture.convert("L")
    if scene.turned:
        picture = picture.transpose(UNTURN[scene.turned])
    exif = exif_of(scene)
    if exif:
        extra["exif"] = exif
    picture.save(
        path,
        quality=scene.quality,
        optimize=True,
        progressive=True,
        subsampling=0 if scene.quality > 88 else 2,
        **extra,
    )
    return path, path.stat().st_size


def exif_of(scene):
    if not (scene.turned or scene.gps):
        return None
    exif = Image.Exif()
    exif[MODEL] = "Appareil du quartier"
    exif[DATE] = "2026:10:03 09:41:00"
    if scene.turned:
        exif[ORIENTATION] = scene.turned
    if scene.gps:
        lat, lon = scene.gps
        exif[GPS] = {1: "N", 2: degrees(lat), 3: "E", 4: degrees(lon)}
    return exif.tobytes()


def degrees(value):
    whole = int(value)
    minutes = int((value - whole) * 60)
    return float(whole), float(minutes), round(((value - whole) * 60 - minutes) * 60, 2)


def display_p3():
    """A matrix profile written by hand: P3's primaries adapted to D50, sRGB's curve."""

    def s15(*values):
        return b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    def xyz(*v):
        return b"XYZ \0\0\0\0" + s15(*v)

    def text(s):
        raw = s.encode("utf-16-be")
        return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(raw), 28) + raw

    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + s15(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = [
        (b"desc", text("Display P3")),
        (b"cprt", text("CC0")),
        (b"wtpt", xyz(0.96420, 1, 0.82491)),
        (b"rXYZ", xyz(0.51512, 0.24120, -0.00105)),
        (b"gXYZ", xyz(0.29198, 0.69225, 0.04189)),
        (b"bXYZ", xyz(0.15710, 0.06657, 0.78407)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += data
    size = start + len(body)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIIIII4s52x",
        size,
        b"\0\0\0\0",
        0x04300000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        2026,
        1,
        1,
        0,
        0,
        0,
        b"acsp",
        b"\0\0\0\0",
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        b"\0\0\0\0",
    )
    header = header[:68] + s15(0.96420, 1, 0.82491) + header[80:128]
    return header[:128] + table + body


def to_display_p3(picture):
    """The same colours in P3's numbers: without the profile the picture looks washed out."""
    return ImageCms.profileToProfile(
        picture, ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(display_p3())), outputMode="RGB"
    )
