"""A stage: what a scene is painted on, and the light that falls on it.

Three surfaces are drawn side by side: `c`, the colours of things in even light; `sun`, white where the sun reaches; and
`lamp`, the light that lamps and lit windows add. develop() multiplies them in linear light, as in the world, so an evening
is the same street under another sky and not a darker painting.
"""
import random
from contextlib import contextmanager

import cairo
import numpy as np
from PIL import Image, ImageFilter

from paint import ellipse, poly, radial, wash

# An hour: ambient light at the picture's top and at its bottom, the sun's colour, how strong lamps look beside them.
HOURS = {
    "dawn": ((0.42, 0.47, 0.70), (0.56, 0.50, 0.58), (0.55, 0.36, 0.24), 0.95),
    "morning": ((0.74, 0.77, 0.88), (0.76, 0.74, 0.77), (0.72, 0.57, 0.33), 0.55),
    "noon": ((0.80, 0.83, 0.88), (0.82, 0.81, 0.80), (0.56, 0.51, 0.40), 0.45),
    "late": ((0.58, 0.58, 0.73), (0.60, 0.55, 0.59), (0.98, 0.66, 0.30), 0.60),
    "overcast": ((0.98, 1.0, 1.05), (0.95, 0.95, 0.97), (0, 0, 0), 0.50),
    "rain": ((0.50, 0.56, 0.65), (0.44, 0.48, 0.54), (0, 0, 0), 0.85),
    "snow": ((0.66, 0.72, 0.88), (0.78, 0.82, 0.94), (0, 0, 0), 0.85),
    "dusk": ((0.24, 0.27, 0.46), (0.26, 0.25, 0.36), (0, 0, 0), 1.10),
    "night": ((0.085, 0.105, 0.20), (0.12, 0.12, 0.19), (0, 0, 0), 1.15),
    "studio": ((0.60, 0.61, 0.66), (0.68, 0.66, 0.64), (0.78, 0.66, 0.48), 0.35),
}
DARK = {"dusk", "night", "dawn", "rain", "snow"}  # the hours at which shops have their lights on


class Stage:
    """Units: 1600 across a landscape picture, y downwards. width is in pixels."""

    def __init__(self, seed, width=1800, units=(1600, 1067), hour="noon"):
        self.units = units
        self.k = width / units[0]
        self.size = (width, round(units[1] * self.k))
        self.rng = random.Random(seed)
        self.hour = hour
        self.lit = hour in DARK
        self.c = self._context(0)
        self.lamp = self._context(0)
        self.sun = self._context(1)
        self.wet = None  # the line in units below which the ground mirrors
        self.stretch = 2.3  # how much of what stands above the line is squeezed into the mirror

    def _context(self, white):
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, *self.size)
        c = cairo.Context(surface)
        c.scale(self.k, self.k)
        c.set_source_rgb(white, white, white)
        c.paint()
        c.set_antialias(cairo.ANTIALIAS_BEST)
        return c

    @contextmanager
    def place(self, x=0, y=0, scale=1.0, flip=False):
        """Moves all three surfaces."""
        for c in (self.c, self.lamp, self.sun):
            c.save()
            c.translate(x, y)
            c.scale(-scale if flip else scale, scale)
        yield self.c
        for c in (self.c, self.lamp, self.sun):
            c.restore()

    def shade(self, *points, depth=1.0):
        """Keeps the sun off a polygon."""
        self.sun.set_source_rgba(0, 0, 0, depth)
        poly(self.sun, *points)
        self.sun.fill()

    def light_area(self, x, y, w, h, colour=(1, 0.78, 0.46), power=0.8):
        """A lit room behind glass: brighter above, where the lamps hang."""
        self.lamp.set_operator(cairo.OPERATOR_ADD)
        g = cairo.LinearGradient(0, y, 0, y + h)
        for at, k in ((0, 1), (0.5, 0.92), (1, 0.72)):
            g.add_color_stop_rgb(at, *(v * k * power * 0.5 for v in colour))
        self.lamp.rectangle(x, y, w, h)
        wash(self.lamp, g)

    def light_point(self, x, y, r, colour=(1, 0.72, 0.38), power=0.6, flat=1.0):
        """A pool of light; half of the surface's range, since develop() reads it doubled."""
        c = self.lamp
        c.set_operator(cairo.OPERATOR_ADD)
        c.save()
        c.translate(x, y)
        c.scale(1, flat)
        strong = tuple(v * power * 0.5 for v in colour)
        ellipse(c, 0, 0, r, r)
        wash(c, radial(0, 0, r, (0, strong, 1), (0.25, strong, 0.55), (0.55, strong, 0.18), (1, strong, 0)))
        c.restore()


def _array(context):
    s = context.get_target()
    s.flush()
    a = np.ndarray((s.get_height(), s.get_stride() // 4, 4), np.uint8, bytes(s.get_data()))
    return a[:, : s.get_width(), 2::-1].astype(np.float32) / 255


def _blur(a, r):
    """A wide blur of a float picture, at reduced size, without 8-bit steps."""
    h, w = a.shape[:2]
    q = max(1, int(r / 3))
    out = np.empty_like(a)
    for i in range(a.shape[2]):
        im = Image.fromarray(a[:, :, i]).resize((max(1, w // q), max(1, h // q)), Image.BOX)
        n = np.asarray(im)
        for axis in (0, 1):
            n = _gauss(n, r / q, axis)
        out[:, :, i] = np.asarray(Image.fromarray(n).resize((w, h), Image.BICUBIC))
    return out


def _gauss(n, sigma, axis):
    radius = max(1, int(sigma * 2.6))
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    pad = [(0, 0), (0, 0)]
    pad[axis] = (radius, radius)
    p = np.pad(n, pad, mode="edge")
    out = np.zeros_like(n)
    for i, weight in enumerate(kernel):
        out += weight * np.take(p, range(i, i + n.shape[axis]), axis)
    return out.astype(np.float32)


def _noise(shape, seed, grain):
    """Paper: a little noise of two sizes. Coarser than a pixel, or JPEG would spend the file on it."""
    r = np.random.RandomState(seed)
    h, w = shape
    out = np.zeros((h, w), np.float32)
    for cell, amount in ((2.5, 0.55), (26, 0.45)):
        small = r.standard_normal((int(h / cell) + 2, int(w / cell) + 2)).astype(np.float32)
        out += amount * np.asarray(Image.fromarray(small).resize((w, h), Image.BICUBIC))
    return out * grain


def _mirror(lin, line, stretch, seed):
    """Wet ground: below the line the street stands on its head, smeared downwards by the stones."""
    h, w = lin.shape[:2]
    y = int(line)
    depth = h - y
    up = lin[max(0, y - int(depth * (stretch + 1))) : y][::-1]
    up = np.asarray([up[min(int(i * stretch), up.shape[0] - 1)] for i in range(depth)])
    up = np.stack([_gauss(_gauss(up[:, :, i], 14 * w / 1600, 0), 2.2 * w / 1600, 1) for i in range(3)], axis=2)
    # Ripples lie flat: the noise is drawn out sideways.
    ripple = _gauss(_noise((depth, w), seed, 1.0), 12 * w / 1600, 1)[:, :, None]
    ripple = np.clip(0.66 + ripple * 0.55, 0.3, 1)
    fade = np.linspace(0.80, 0.35, depth, dtype=np.float32)[:, None, None] * ripple
    out = lin.copy()
    out[y:] = lin[y:] * (1 - fade * 0.55) + up * fade * 0.9
    return out


def develop(st, seed=1, bloom=0.38, grain=0.0065, vignette=0.16, mood=1.0):
    """The three surfaces become a picture."""
    top, bottom, sun, lamps = HOURS[st.hour]
    w, h = st.size
    albedo = _array(st.c) ** 2.2
    t = np.linspace(0, 1, h, dtype=np.float32)[:, None, None]
    light = np.asarray(top, np.float32) * (1 - t) + np.asarray(bottom, np.float32) * t
    if any(sun):
        # Sunlight also bounces: a shaded place near a lit one is warmer.
        direct = _array(st.sun)
        light = (
            light + direct * np.asarray(sun, np.float32) + _blur(direct, 60 * st.k) * np.asarray(sun, np.float32) * 0.12
        )
    lamp = _array(st.lamp) * 2 * lamps
    light = light + lamp
    lin = albedo * light
    if st.wet is not None:
        lin = _mirror(lin, st.wet * st.k, st.stretch, seed)
    if bloom:
        bright = np.clip(lin * (0.2 + lamp) - 0.5, 0, 1.2)
        lin = lin + _blur(bright, 26 * st.k) * bloom + _blur(bright, 90 * st.k) * bloom * 0.55
    # A soft shoulder instead of burnt lights, then warm lights and cool shadows.
    lin = np.where(lin > 0.72, 0.72 + 0.28 * np.tanh((lin - 0.72) / 0.42), lin)
    out = np.clip(lin, 0, 1) ** (1 / 2.2)
    lum = out.mean(axis=2, keepdims=True)
    out += mood * (
        np.asarray((0.022, 0.008, -0.022), np.float32) * lum
        + np.asarray((0.004, 0.002, 0.020), np.float32) * (1 - lum) ** 2
    )
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    far = ((xx / w - 0.5) ** 2 * 1.0 + (yy / h - 0.5) ** 2 * 1.2)[:, :, None]
    out *= 1 - vignette * np.clip(far * 2.4, 0, 1) ** 1.3
    out += _noise((h, w), seed, grain)[:, :, None]
    return Image.fromarray((np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8))


def leaves_shadow(st, rng, x, y, w, h, n=150, size=34):
    """Dappled shade of a tree that stands outside the picture."""
    s = st.sun
    for _ in range(n):
        px, py = x + rng.random() ** 1.2 * w, y + rng.random() ** 1.3 * h
        ellipse(s, px, py, size * rng.uniform(0.4, 1.1), size * rng.uniform(0.25, 0.7))
        s.set_source_rgba(0, 0, 0, rng.uniform(0.25, 0.7))
        s.fill()


def roofs_shadow(st, rng, y, slope=-0.18, left=-100, right=1700, step=(160, 330)):
    """The houses across the street keep the sun off all below their roofs."""
    x = left
    points = [(left, 2000), (left, y)]
    while x < right:
        w = rng.uniform(*step)
        base = y + slope * (x - left)
        kind = rng.choice(("flat", "gable", "gable", "chimney"))
        top = base - rng.uniform(-20, 50)
        if kind == "gable":
            points += [(x, top), (x + w * 0.5, top - w * 0.38), (x + w, top + slope * w)]
        elif kind == "chimney":
            points += [
                (x, top),
                (x + w * 0.6, top),
                (x + w * 0.6, top - 60),
                (x + w * 0.72, top - 60),
                (x + w * 0.72, top),
                (x + w, top),
            ]
        else:
            points += [(x, top), (x + w, top)]
        x += w
    points.append((right, 2000))
    st.shade(*points)


def soften_sun(st, radius=3):
    """Edges of cast shadows blur with the distance of what casts them; done once, when all are drawn."""
    s = st.sun.get_target()
    s.flush()
    w, h = s.get_width(), s.get_height()
    im = Image.frombuffer("RGBA", (w, h), bytes(s.get_data()), "raw", "RGBA", s.get_stride(), 1)
    data = im.filter(ImageFilter.GaussianBlur(radius * st.k)).tobytes()
    back = cairo.ImageSurface.create_for_data(bytearray(data), cairo.FORMAT_ARGB32, w, h, w * 4)
    st.sun.save()
    st.sun.identity_matrix()
    st.sun.set_operator(cairo.OPERATOR_SOURCE)
    st.sun.set_source_surface(back, 0, 0)
    st.sun.paint()
    st.sun.restore()
