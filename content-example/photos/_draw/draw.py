#!/usr/bin/python3
"""Draws the example's pictures into the folder above: draw.py [--width PIXELS] [--out DIR] [NAME…].

The same names give the same bytes on the same versions of cairo, Pillow and the fonts. README.md says what to install."""
import argparse
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from extras import EXTRAS, draw_extra
from fronts import draw_front
from scenes import SCENES
from save import save
from stage import Stage, develop

HERE = Path(__file__).resolve().parent


def draw(name, out, width=None):
    if name in EXTRAS:
        return draw_extra(name, out)
    scene = SCENES[name]
    # A picture's chance depends on its name alone: adding a row changes no other picture.
    seed = zlib.crc32(name.encode())
    st = Stage(seed, width or scene.width, scene.units, scene.hour)
    if callable(scene.what):
        zoom, right, up = scene.view
        w, h = scene.units
        ox, oy = w / 2 - zoom * (w / 2 + right), h / 2 - zoom * (h / 2 - up)
        ox, oy = min(0, max(w - w * zoom, ox)), min(0, max(h - h * zoom, oy))  # never beyond what is drawn
        with st.place(ox, oy, zoom):
            scene.what(st)
        if st.wet is not None:
            st.wet = st.wet * zoom + oy
    else:
        draw_front(st, scene.what)
    picture = develop(st, seed % 1000, grain=scene.grain)
    return save(picture, Path(out), name, scene)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="pictures to draw; all when none is given")
    options.add_argument("--width", type=int, help="another width, for a quick look")
    options.add_argument("--out", default=HERE.parent)
    options.add_argument("--jobs", type=int, default=2)
    args = options.parse_args()
    known = [*SCENES, *EXTRAS]
    unknown = [n for n in args.names if n not in known]
    if unknown:
        sys.exit("no such picture: " + ", ".join(unknown) + "\nthere are: " + ", ".join(known))
    names = args.names or known
    total = 0
    with ProcessPoolExecutor(args.jobs) as pool:
        for path, size in pool.map(draw, names, [args.out] * len(names), [args.width] * len(names)):
            total += size
            print(f"{size / 1024:7.0f} KB  {path.name}")
    print(f"{total / 1024:7.0f} KB  in {len(names)} pictures")


if __name__ == "__main__":
    main()
