"""Brushes: colours, gradients, soft edges and shapes on a cairo context.

Colours are "#rrggbb" strings or (r, g, b) tuples of 0..1; lengths are in the units of the context.
Nothing here is random by itself: what varies takes a random.Random from the caller.
"""
import math
from contextlib import contextmanager

import cairo
import numpy as np
from PIL import Image, ImageFilter

# One palette for all pictures: that is what makes a page of cards look like one hand's work.
INK = "#2b2420"
PAPER = "#f6ecd9"
CREAM = "#efe1c6"
BLUESTONE = "#76808a"
SLATE = "#464e59"
BOTTLE = "#2c4a3d"
SAGE = "#7f9170"
PETROL = "#255463"
NAVY = "#27385a"
OXBLOOD = "#70242a"
TERRACOTTA = "#b0512f"
ACCENT = "#9a3412"
OCHRE = "#d39b3c"
GOLD = "#e3bd6b"
ROSE = "#dba593"
PLUM = "#573450"
COCOA = "#43281f"
STEEL = "#9aa5ab"
LEAF = "#5b7a45"
SKY = "#a9c6d6"


def rgb(colour):
    if isinstance(colour, str):
        return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colour


def mix(a, b, t):
    a, b = rgb(a), rgb(b)
    return tuple(p + (q - p) * t for p, q in zip(a, b))


def tone(colour, k):
    """Lighter (k > 0) towards warm white, darker (k < 0) towards a cool violet: shade is never plain black."""
    return mix(colour, "#fff3dc", k) if k > 0 else mix(colour, "#1c1830", -k)


def vary(colour, rng, amount=0.06):
    """The same paint from another tin."""
    k = rng.uniform(-amount, amount)
    r, g, b = tone(colour, k)
    return (min(1, max(0, r + rng.uniform(-0.3, 0.3) * amount)), g, min(1, max(0, b + rng.uniform(-0.3, 0.3) * amount)))


def paint(c, colour, alpha=1.0):
    """Fills the current path."""
    c.set_source_rgba(*rgb(colour), alpha)
    c.fill()


def line(c, colour, width, alpha=1.0):
    """Strokes the current path."""
    c.set_source_rgba(*rgb(colour), alpha)
    c.set_line_width(width)
    c.stroke()


def gradient(x0, y0, x1, y1, *stops):
    """stops: colour, or (colour, alpha), or (offset, colour, alpha); those without an offset are spread evenly."""
    g = cairo.LinearGradient(x0, y0, x1, y1)
    _add_stops(g, stops)
    return g


def radial(x, y, r, *stops):
    g = cairo.RadialGradient(x, y, 0, x, y, r)
    _add_stops(g, stops)
    return g


def _add_stops(pattern, stops):
    for i, stop in enumerate(stops):
        if isinstance(stop, str) or len(stop) == 3 and not isinstance(stop[1], (str, tuple)):
            stop = (i / (len(stops) - 1), stop, 1)
        elif len(stop) == 2:
            stop = (i / (len(stops) - 1), *stop)
        at, colour, alpha = stop
        pattern.add_color_stop_rgba(at, *rgb(colour), alpha)


def wash(c, pattern, keep=False):
    c.set_source(pattern)
    c.fill_preserve() if keep else c.fill()


def rect(c, x, y, w, h):
    c.rectangle(x, y, w, h)


def rounded(c, x, y, w, h, r):
    r = min(r, w / 2, h / 2)
    c.new_sub_path()
    for cx, cy, a in ((x + w - r, y + r, -90), (x + w - r, y + h - r, 0), (x + r, y + h - r, 90), (x + r, y + r, 180)):
        c.arc(cx, cy, r, math.radians(a), math.radians(a + 90))
    c.close_path()


def ellipse(c, x, y, rx, ry):
    c.save()
    c.translate(x, y)
    c.scale(rx, ry)
    c.new_sub_path()
    c.arc(0, 0, 1, 0, 2 * math.pi)
    c.restore()


def poly(c, *points):
    c.move_to(*points[0])
    for p in points[1:]:
        c.line_to(*p)
    c.close_path()


def curve(c, points, closed=True):
    """A smooth line through the points (Catmull-Rom)."""
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[min(max(i, 0), n - 1)])
    c.move_to(*points[0])
    for i in range(n if closed else n - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = at(i - 1), at(i), at(i + 1), at(i + 2)
        c.curve_to(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
    if closed:
        c.close_path()


def blob(c, rng, x, y, rx, ry, wobble=0.12, n=9):
    """A round thing that grew rather than being made."""
    turn = rng.uniform(0, 6.28)
    curve(
        c,
        [
            (
                x + rx * math.cos(turn + 6.2832 * i / n) * (1 + rng.uniform(-wobble, wobble)),
                y + ry * math.sin(turn + 6.2832 * i / n) * (1 + rng.uniform(-wobble, wobble)),
            )
            for i in range(n)
        ],
    )


def ball(c, x, y, r, colour, ry=None, shine=0.3, dark=0.38):
    ry = ry or r
    c.save()
    c.translate(x, y)
    c.scale(1, ry / r)
    g = cairo.RadialGradient(-r * 0.35, -r * 0.4, r * 0.05, -r * 0.1, -r * 0.1, r * 1.12)
    _add_stops(g, (tone(colour, shine), tone(colour, 0.04), tone(colour, -dark)))
    c.new_sub_path()
    c.arc(0, 0, r, 0, 6.2832)
    wash(c, g)
    c.restore()


def tube(x0, x1, colour, shine=0.28, dark=0.42):
    """The shading of an upright cylinder lit from the left."""
    return gradient(
        x0,
        0,
        x1,
        0,
        (0, tone(colour, -0.22), 1),
        (0.24, tone(colour, shine), 1),
        (0.5, rgb(colour), 1),
        (1, tone(colour, -dark), 1),
    )


def contact(c, x, y, rx, ry, alpha=0.4):
    """The soft shadow under what stands on a surface: a gradient, because hundreds of these must be cheap."""
    c.save()
    c.translate(x, y)
    c.scale(rx, ry)
    c.arc(0, 0, 1, 0, 6.2832)
    wash(c, radial(0, 0, 1, ("#1c1424", alpha), ("#1c1424", alpha * 0.55), ("#1c1424", 0)))
    c.restore()


@contextmanager
def soft(c, radius):
    """What is drawn on the context given inside comes out blurred, under the clip of the outer one."""
    m = c.get_matrix()
    r = max(0.3, radius * math.hypot(m.xx, m.yx))
    q = max(1.0, r / 2.5)  # what will be blurred needs no resolution
    target = c.get_target()
    w, h = int(target.get_width() / q) + 2, int(target.get_height() / q) + 2
    low = cairo.ImageSurface(cairo.FORMAT_ARGB32, w, h)
    inner = cairo.Context(low)
    inner.scale(1 / q, 1 / q)
    inner.transform(m)
    yield inner
    low.flush()
    blurred = Image.frombuffer("RGBA", (w, h), bytes(low.get_data()), "raw", "RGBA", low.get_stride(), 1)
    data = bytearray(blurred.filter(ImageFilter.GaussianBlur(r / q)).tobytes())
    back = cairo.ImageSurface.create_for_data(data, cairo.FORMAT_ARGB32, w, h, w * 4)
    c.save()
    c.identity_matrix()
    c.scale(q, q)
    c.set_source_surface(back, 0, 0)
    c.get_source().set_filter(cairo.FILTER_BILINEAR)
    c.paint()
    c.restore()


def shadow(c, draw, dx, dy, radius, alpha=0.35):
    """A cast shadow: draw(context) lays the path."""
    with soft(c, radius) as s:
        s.translate(dx, dy)
        draw(s)
        paint(s, "#1a1426", alpha)


class Field:
    """Smooth noise of -1..1 over the plane: weather on a wall, clouds, ripples."""

    def __init__(self, rng, size=64):
        self.size = size
        self.grid = np.array([rng.uniform(-1, 1) for _ in range(size * size)]).reshape(size, size)

    def __call__(self, x, y):
        fx, fy = math.floor(x), math.floor(y)
        tx, ty = x - fx, y - fy
        tx, ty = tx * tx * (3 - 2 * tx), ty * ty * (3 - 2 * ty)
        n = self.size
        g = self.grid
        a, b = g[fy % n, fx % n], g[fy % n, (fx + 1) % n]
        d, e = g[(fy + 1) % n, fx % n], g[(fy + 1) % n, (fx + 1) % n]
        return (a + (b - a) * tx) * (1 - ty) + (d + (e - d) * tx) * ty


# Sign writers' hands: a family and whether it is slanted and bold. All from Debian's fonts-urw-base35.
HANDS = {
    "roman": ("P052", False, True),
    "italic": ("P052", True, True),
    "gothic": ("URW Gothic", False, True),
    "gothic-light": ("URW Gothic", False, False),
    "bookman": ("URW Bookman", True, True),
    "school": ("C059", False, True),
    "school-italic": ("C059", True, True),
    "chancery": ("Z003", True, False),
    "narrow": ("Nimbus Sans Narrow", False, True),
}


def hand(c, name, size):
    family, slanted, bold = HANDS[name]
    c.select_font_face(
        family,
        cairo.FONT_SLANT_ITALIC if slanted else cairo.FONT_SLANT_NORMAL,
        cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL,
    )
    c.set_font_size(size)


def letters(c, text, x, y, size, name="roman", spacing=0.0, width=None, anchor=0.5):
    """Lays the outline of a text as path, its baseline at y; shrunk to width; returns its width."""
    hand(c, name, size)
    total = sum(c.text_extents(ch).x_advance for ch in text) + spacing * size * (len(text) - 1)
    if width and total > width:
        return letters(c, text, x, y, size * width / total, name, spacing, None, anchor)
    at = x - total * anchor
    for ch in text:
        c.move_to(at, y)
        c.text_path(ch)
        at += c.text_extents(ch).x_advance + spacing * size
    c.new_sub_path()
    return total
