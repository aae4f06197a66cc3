"""What is not a photograph: a logo with transparency (PNG) and a flyer (PDF, one A4 page)."""
import math
import random
from pathlib import Path

import cairo

from food import leaf
from paint import (hand, ACCENT, CREAM, GOLD, INK, ball, curve, ellipse, gradient, letters, line, paint, poly, radial,
                   rect, rounded, tone, vary, wash)


def logo(path):
    """The brewery's: an ear of barley over the river, on nothing."""
    size = 720
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, size, size)
    c = cairo.Context(surface)
    c.scale(size / 600, size / 600)
    ellipse(c, 300, 300, 284, 284)
    wash(c, radial(230, 200, 420, "#3f6152", "#22392f"))
    ellipse(c, 300, 300, 268, 268)
    line(c, GOLD, 5)
    ellipse(c, 300, 300, 196, 196)
    line(c, GOLD, 3)
    for k, (y, tint) in enumerate(((356, "#5f8f93"), (384, "#477479"), (412, "#315a60"))):
        c.save()
        ellipse(c, 300, 300, 192, 192)
        c.clip()
        curve(
            c,
            [
                (60, y),
                (140, y - 14),
                (220, y + 10),
                (300, y - 12),
                (380, y + 10),
                (460, y - 12),
                (560, y + 6),
                (560, 560),
                (60, 560),
            ],
        )
        paint(c, tint)
        c.restore()
    c.save()
    c.translate(300, 372)
    c.scale(0.76, 0.76)
    _barley(c, 0, 0)
    c.restore()
    _ring_text(c, "BRASSERIE DE LA VERNELLE", 300, 300, 221, -math.pi / 2, 38)
    _ring_text(c, "VALMOULIN", 300, 300, 241, math.pi / 2, 30, under=True)
    surface.write_to_png(str(path))


def _barley(c, x, y):
    c.move_to(x, y)
    c.line_to(x, y - 150)
    line(c, GOLD, 6)
    for i in range(7):
        yy = y - 70 - i * 24
        for s in (-1, 1):
            leaf(c, x, yy, 46, -math.pi / 2 + s * 0.62, tone(GOLD, 0.1 * s), 0.30)
            c.move_to(x + s * 24, yy - 36)
            c.line_to(x + s * 46, yy - 92)
            line(c, tone(GOLD, 0.2), 2)
    leaf(c, x, y - 238, 46, -math.pi / 2, GOLD, 0.3)


def _ring_text(c, text, x, y, r, middle, size, under=False):
    hand(c, "gothic", size)
    widths = [c.text_extents(ch).x_advance + 3.2 for ch in text]
    sign = -1 if under else 1
    angle = middle - sign * sum(widths) / r / 2
    for ch, w in zip(text, widths):
        a = angle + sign * w / r / 2
        c.save()
        c.translate(x + r * math.cos(a), y + r * math.sin(a))
        c.rotate(a + sign * math.pi / 2)
        letters(c, ch, 0, 0, size, "gothic")
        paint(c, "#f6ecd2")
        c.restore()
        angle += sign * w / r


def flyer(path):
    """The two shops' raclette, as it would hang in their windows. Lengths in points."""
    w, h = 595.28, 841.89
    surface = cairo.PDFSurface(str(path), w, h)
    # Without a fixed date the file would differ at every run.
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-10-28T09:00:00+01:00")
    surface.set_metadata(cairo.PDF_METADATA_TITLE, "Le plateau raclette à deux adresses")
    surface.set_metadata(cairo.PDF_METADATA_AUTHOR, "Les Commerçants du Moulin ASBL")
    c = cairo.Context(surface)
    rng = random.Random(14)
    rect(c, 0, 0, w, h)
    wash(c, gradient(0, 0, 0, h, "#fbf3e1", "#f1e2c4"))
    rect(c, 0, 0, w, 412)
    wash(c, gradient(0, 0, w, 412, "#8f3a2c", "#5f2024"))
    for k in range(9):
        ellipse(c, w * 0.5, 420, 90 + k * 46, 90 + k * 40)
        line(c, "#f3c98a", 1.4, 0.20 - k * 0.016)
    n = 14
    for i in range(n):  # an awning as the quarter's mark
        tint = (ACCENT, CREAM)[i % 2]
        a, b = w * i / n, w * (i + 1) / n
        c.move_to(a, 0)
        c.line_to(b + 0.4, 0)
        c.line_to(b + 0.4, 34)
        c.curve_to(b, 56, a, 56, a, 34)
        c.close_path()
        wash(c, gradient(0, 0, 0, 50, tone(tint, -0.18), tone(tint, 0.08)))
    letters(c, "Le plateau", 44, 132, 44, "italic", 0, anchor=0)
    paint(c, "#f6dfae")
    letters(c, "Raclette", 40, 218, 104, "roman", -0.01, anchor=0)
    paint(c, "#fff6e2")
    letters(c, "à deux adresses", 46, 262, 36, "italic", 0, anchor=0)
    paint(c, "#f6dfae")
    _raclette(c, rng)
    c.save()
    c.translate(492, 182)
    c.rotate(0.14)
    ellipse(c, 0, 0, 68, 68)
    wash(c, radial(-20, -24, 96, "#f6cf6a", "#dba235"))
    ellipse(c, 0, 0, 61, 61)
    line(c, "#fff3d0", 1.6)
    letters(c, "19,50 €", 0, 8, 33, "roman")
    paint(c, "#5f2024")
    letters(c, "pour deux", 0, 30, 15, "italic")
    paint(c, "#5f2024")
    letters(c, "au lieu de 23 €", 0, -24, 12, "italic")
    paint(c, "#7a3a1e")
    c.restore()
    for i, (big, small) in enumerate(
        (
            ("500 g", "de raclette au lait cru, de La Claie"),
            ("250 g", "de charcuterie, de chez Hastray"),
            ("1 bocal", "de cornichons, et l’appareil prêté contre caution"),
        )
    ):
        y = 560 + i * 52
        ball(c, 62, y - 8, 6, ACCENT)
        letters(c, big, 84, y, 27, "roman", 0, anchor=0)
        paint(c, ACCENT)
        letters(c, small, 196, y - 1, 18, "italic", 0, 360, anchor=0)
        paint(c, INK)
    rect(c, 44, 702, w - 88, 1.2)
    paint(c, "#c9a878")
    for x, name, street in ((44, "La Claie", "Rue du Moulin 14"), (316, "Boucherie Hastray", "Rue du Moulin 21")):
        letters(c, name, x, 734, 22, "roman", 0, anchor=0)
        paint(c, "#5f2024")
        letters(c, street, x, 755, 14, "italic", 0, anchor=0)
        paint(c, "#6b5340")
    letters(
        c,
        "Commandez chez l’un, payez là, emportez tout d’un coup. Du 1er novembre au 20 mars.",
        w / 2,
        792,
        13.5,
        "italic",
        0,
        w - 96,
    )
    paint(c, INK)
    letters(c, "QUARTIER DU MOULIN · VALMOULIN", w / 2, 820, 9.5, "gothic", 0.12)
    paint(c, ACCENT)
    surface.finish()


def _raclette(c, rng):
    """The half wheel that melts, drawn as paths so that the page stays sharp in print."""
    poly(c, (40, 470), (555, 470), (575, 500), (20, 500))
    wash(c, gradient(0, 470, 0, 500, "#c9935a", "#a8743f"))
    rounded(c, 20, 498, 555, 18, 5)
    wash(c, gradient(0, 498, 0, 516, "#a06a38", "#6b4424"))
    c.move_to(70, 478)
    c.line_to(70, 330)
    c.curve_to(200, 300, 260, 330, 290, 380)
    c.curve_to(304, 420, 302, 452, 296, 478)
    c.close_path()
    wash(c, gradient(70, 0, 300, 0, "#f6dd95", "#e3bb60"))
    rect(c, 60, 328, 14, 150)
    paint(c, "#a8693a")
    c.move_to(170, 312)
    c.curve_to(270, 306, 296, 356, 312, 412)
    c.curve_to(330, 460, 330, 486, 366, 490)
    c.curve_to(320, 504, 296, 480, 290, 448)
    c.curve_to(272, 360, 226, 332, 170, 312)
    wash(c, gradient(180, 312, 350, 490, "#fdf0b8", "#eaa93e"))
    for i in range(7):
        x = 372 + i * 25
        curve(c, [(x - 32, 486), (x - 26, 444 - 7 * (i % 3)), (x + 5, 430), (x + 34, 452), (x + 26, 487)])
        tint = vary(("#b0524a", "#c9746a", "#8f3a34")[i % 3], rng, 0.08)
        wash(c, radial(x, 446, 58, tone(tint, 0.3), tint, tone(tint, -0.3)))
        for _ in range(4):
            ellipse(c, x + rng.uniform(-20, 20), 484 - rng.uniform(6, 40), rng.uniform(2, 6), rng.uniform(1, 2))
            paint(c, "#f3d9cc", 0.75)
    for i in range(5):
        ball(c, 110 + i * 34, 496 + rng.uniform(-3, 3), 20, vary("#d9b676", rng, 0.08), ry=16)


EXTRAS = {"vernelle-logo.png": logo, "plateau-raclette-feuillet.pdf": flyer}


def draw_extra(name, folder):
    path = Path(folder) / name
    EXTRAS[name](path)
    return path, path.stat().st_size
