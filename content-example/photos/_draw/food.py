"""Things to eat. Every one is good(c, x, y, size, rng, …): x is its middle, y the ground it stands on, size about its
height; inside, the drawing has 100 units a side and y runs upwards as negative numbers."""
import functools
import math

from paint import (GOLD, INK, ball, blob, contact, curve, ellipse, gradient, line, paint, poly, radial, rect, rounded,
                   tone, tube, vary, wash)


def good(f):
    @functools.wraps(f)
    def at(c, x, y, size, rng, *args, **options):
        c.save()
        c.translate(x, y)
        c.scale(size / 100, size / 100)
        f(c, rng, *args, **options)
        c.restore()

    return at


@good
def loaf(c, rng, crust="#b87535"):
    """A round sourdough, floured and slashed."""
    contact(c, 4, -2, 82, 13)
    c.move_to(-72, -4)
    c.curve_to(-84, -44, -46, -74, 0, -74)
    c.curve_to(46, -74, 84, -44, 72, -4)
    c.curve_to(50, 4, -50, 4, -72, -4)
    c.close_path()
    base = vary(crust, rng, 0.1)
    wash(c, radial(-22, -56, 108, tone(base, 0.30), base, tone(base, -0.52)), keep=True)
    c.save()
    c.clip()
    for i in range(-2, 3):
        x = i * 27 + rng.uniform(-3, 3)
        curve(
            c,
            [
                (x - 16, -16),
                (x - 8, -48 - 8 * (2 - abs(i))),
                (x + 6, -62 - 4 * (2 - abs(i))),
                (x + 3, -44),
                (x - 4, -20),
            ],
        )
        wash(c, gradient(x - 16, 0, x + 6, 0, tone(base, -0.35), tone(base, 0.62)))
    for _ in range(90):
        ellipse(c, rng.gauss(-8, 34), rng.gauss(-50, 14), rng.uniform(0.6, 3), rng.uniform(0.5, 1.6))
        paint(c, "#fff4dc", rng.uniform(0.2, 0.6))
    c.restore()


@good
def long_loaf(c, rng, crust="#c08240", length=120):
    """A bâtard or, longer, a baguette lying down."""
    half = length / 2
    contact(c, 4, -1, half + 8, 8)
    c.move_to(-half, -13)
    c.curve_to(-half * 0.8, -38, half * 0.8, -38, half, -13)
    c.curve_to(half * 0.8, 3, -half * 0.8, 3, -half, -13)
    c.close_path()
    base = vary(crust, rng, 0.1)
    wash(c, gradient(0, -33, 0, 3, tone(base, 0.32), base, tone(base, -0.45)), keep=True)
    c.save()
    c.clip()
    for i in range(int(length / 24)):
        x = -half + 20 + i * 24
        curve(c, [(x - 6, -10), (x + 4, -27), (x + 16, -30), (x + 9, -18)])
        paint(c, tone(base, 0.6), 0.85)
    c.restore()


@good
def basket(c, rng, filling=long_loaf, colour="#a87a48", n=3, each=80, wide=70):
    contact(c, 3, -1, wide + 20, 13)
    for i in range(n):
        filling(c, -wide * 0.6 + wide * 1.2 * i / max(1, n - 1), -34 - rng.uniform(0, 10), each, rng)
    weave(c, rng, -wide, -46, wide * 2, 46, colour)


def weave(c, rng, x, y, w, h, colour):
    """Wicker: rows of strands that pass over and under."""
    c.save()
    poly(c, (x, y), (x + w, y), (x + w * 0.93, y + h), (x + w * 0.07, y + h))
    wash(c, gradient(x, 0, x + w, 0, tone(colour, 0.1), tone(colour, -0.4)), keep=True)
    c.clip()
    rows, cols = max(3, int(h / 8)), max(5, int(w / 13))
    for r in range(rows):
        for i in range(cols):
            if (i + r) % 2:
                rounded(c, x + w * i / cols, y + h * r / rows + 1, w / cols, h / rows - 2, 3)
                paint(c, tone(colour, rng.uniform(0.12, 0.34)), 0.75)
    c.restore()
    rounded(c, x - 3, y - 5, w + 6, 10, 5)
    wash(c, gradient(0, y - 5, 0, y + 5, tone(colour, 0.35), tone(colour, -0.2)))


@good
def tart(c, rng, filling="#f0d490", crust="#c98d48", whole=True, marks="rice"):
    """A tart seen from slightly above."""
    contact(c, 4, -4, 98, 24)
    ellipse(c, 0, -16, 92, 25)
    wash(c, gradient(-92, 0, 92, 0, tone(crust, 0.15), tone(crust, -0.4)))
    rect(c, -92, -30, 184, 14)
    wash(c, gradient(-92, 0, 92, 0, tone(crust, 0.15), tone(crust, -0.4)))
    for i in range(26):
        t = math.pi * (i + 0.5) / 26
        ball(c, -92 * math.cos(t), -30 + 25 * math.sin(t) * 0.55, 8, vary(crust, rng, 0.1), ry=7)
    ellipse(c, 0, -33, 93, 26)
    paint(c, tone(crust, 0.08))
    ellipse(c, 0, -33, 84, 22)
    wash(c, radial(-20, -40, 100, tone(filling, 0.4), filling, tone(filling, -0.2)), keep=True)
    c.save()
    c.clip()
    for _ in range(60 if marks else 0):
        ellipse(c, rng.uniform(-80, 80), -33 + rng.uniform(-20, 20), rng.uniform(2, 12), rng.uniform(1, 4))
        paint(c, "#8f5a22", rng.uniform(0.08, 0.32))
    c.restore()


@good
def cake(c, rng, colour="#f2dfc8", top="#8a2f3b"):
    contact(c, 3, -3, 62, 14)
    rect(c, -48, -62, 96, 54)
    wash(c, tube(-48, 48, colour))
    ellipse(c, 0, -8, 48, 9)
    wash(c, tube(-48, 48, colour))
    ellipse(c, 0, -62, 48, 11)
    paint(c, tone(colour, 0.35))
    for i in range(7):
        a = math.pi * (i / 6)
        ball(c, -36 * math.cos(a), -66 + 6 * math.sin(a), 8, vary(top, rng, 0.2))
    for x in range(-40, 41, 16):
        rounded(c, x - 6, -58, 12, rng.uniform(14, 30), 6)
        paint(c, tone(colour, 0.5), 0.8)


@good
def wheel(c, rng, colour="#d9a04a", h=44, cut=False):
    """A whole cheese."""
    contact(c, 4, -3, 82, 15)
    base = vary(colour, rng, 0.08)
    rect(c, -72, -h, 144, h - 8)
    wash(c, tube(-72, 72, base))
    ellipse(c, 0, -9, 72, 13)
    wash(c, tube(-72, 72, tone(base, -0.06)))
    ellipse(c, 0, -h, 72, 14)
    wash(c, radial(-24, -h - 6, 92, tone(base, 0.42), tone(base, 0.12)))
    for _ in range(26):
        ellipse(c, rng.uniform(-66, 66), rng.uniform(-h + 12, -8), rng.uniform(2, 9), rng.uniform(0.7, 1.6))
        paint(c, tone(base, -0.4), 0.18)
    if cut:
        poly(c, (0, -h), (52, -h + 9), (52, -2), (0, -12))
        wash(c, gradient(0, 0, 52, 0, "#e2b95f", "#f6dd95"))
        poly(c, (0, -h), (-38, -h + 12), (-38, 1), (0, -12))
        wash(c, gradient(-38, 0, 0, 0, "#fbe8ae", "#e9c877"))


@good
def wedge(c, rng, paste="#f2d283", rind="#b57b3c", holes=True):
    contact(c, 4, -2, 70, 11)
    base = vary(paste, rng, 0.05)
    poly(c, (-62, -40), (34, -58), (64, -44), (-30, -34))
    paint(c, tone(base, 0.42))
    poly(c, (-62, -40), (-30, -34), (-30, 0), (-62, -8))
    paint(c, tone(rind, -0.1))
    poly(c, (-30, -34), (64, -44), (64, -8), (-30, 0))
    wash(c, gradient(-30, 0, 64, 0, tone(base, 0.16), tone(base, -0.12)))
    rect(c, 60, -44, 5, 36)
    paint(c, rind)
    for _ in range(7 if holes else 0):
        ellipse(c, rng.uniform(-20, 54), rng.uniform(-32, -9), rng.uniform(2, 5.5), rng.uniform(2, 4.5))
        paint(c, tone(base, -0.32), 0.75)


@good
def log(c, rng, colour="#f0ebe0"):
    """A goat's cheese, round, ashed or white."""
    contact(c, 2, -1, 40, 8)
    rect(c, -30, -34, 60, 27)
    wash(c, tube(-30, 30, colour, dark=0.3))
    ellipse(c, 0, -7, 30, 7)
    wash(c, tube(-30, 30, colour, dark=0.3))
    ellipse(c, 0, -34, 30, 8)
    paint(c, tone(colour, 0.4))
    for _ in range(24):
        ellipse(c, rng.uniform(-26, 26), rng.uniform(-34, -6), rng.uniform(1, 3), 1)
        paint(c, tone(colour, -0.35), 0.3)


@good
def praline(c, rng, colour="#4a2a1e", kind=None):
    contact(c, 3, -2, 46, 12, 0.5)
    kind = kind or rng.choice(("dome", "square", "heart", "stripe"))
    if kind == "dome":
        ball(c, 0, -30, 38, colour, ry=31, shine=0.4)
        curve(c, [(-14, -54), (-2, -62), (10, -54), (2, -46), (-6, -50)], closed=False)
        line(c, tone(colour, 0.55), 3)
    elif kind == "heart":
        c.move_to(0, -2)
        c.curve_to(-58, -30, -40, -66, 0, -48)
        c.curve_to(40, -66, 58, -30, 0, -2)
        wash(c, radial(-14, -42, 70, tone(colour, 0.5), colour, tone(colour, -0.5)))
    else:
        rounded(c, -36, -52, 72, 52, 8)
        wash(c, gradient(-36, -52, 36, 0, tone(colour, 0.32), colour, tone(colour, -0.45)))
        rounded(c, -36, -58, 72, 18, 9)
        paint(c, tone(colour, 0.22))
        for i in range(4 if kind == "stripe" else 0):
            c.move_to(-30 + i * 17, -56)
            c.line_to(-22 + i * 17, -42)
            line(c, "#e9cfa4", 3)
        if kind == "square":
            ball(c, 0, -57, 8, "#c99a56")


@good
def gift(c, rng, colour="#6b2730", ribbon=GOLD):
    """A ballotin: a box that widens upwards, tied."""
    contact(c, 3, -1, 62, 10)
    base = vary(colour, rng, 0.06)
    poly(c, (-44, 0), (44, 0), (54, -60), (-54, -60))
    wash(c, gradient(-50, 0, 50, 0, tone(base, 0.14), tone(base, -0.28)))
    poly(c, (-54, -60), (54, -60), (38, -78), (-38, -78))
    wash(c, gradient(0, -78, 0, -60, tone(base, 0.28), tone(base, 0.05)))
    rect(c, -6, -76, 12, 76)
    wash(c, tube(-6, 6, ribbon))
    for s in (-1, 1):
        c.move_to(0, -76)
        c.curve_to(s * 16, -106, s * 46, -98, s * 34, -82)
        c.curve_to(s * 24, -72, s * 10, -74, 0, -76)
        wash(c, gradient(0, 0, s * 40, 0, tone(ribbon, -0.25), tone(ribbon, 0.25)))
        poly(c, (0, -76), (s * 8, -76), (s * 24, -58), (s * 12, -56))
        paint(c, tone(ribbon, -0.15))
    ball(c, 0, -77, 7, ribbon)


@good
def cone(c, rng, scoops=("#f3e3c3", "#c9556b"), wafer="#d69a4e"):
    """Ice cream: a wafer cone standing on its tip."""
    poly(c, (-21, -52), (21, -52), (0, 4))
    wash(c, gradient(-21, 0, 21, 0, tone(wafer, 0.25), tone(wafer, -0.3)), keep=True)
    c.save()
    c.clip()
    for i in range(-6, 7):
        c.move_to(i * 9 - 30, -54)
        c.line_to(i * 9 + 8, 6)
        c.move_to(i * 9 + 30, -54)
        c.line_to(i * 9 - 8, 6)
    line(c, tone(wafer, -0.35), 1.5, 0.7)
    c.restore()
    for i, colour in enumerate(scoops):
        y = -64 - i * 27
        for _ in range(9):
            ball(c, rng.uniform(-20, 20), y + 15 + rng.uniform(-2, 3), rng.uniform(4, 8), colour, shine=0.25)
        ball(c, 0, y, 24, colour, ry=21, shine=0.42)
        for _ in range(8):
            ellipse(c, rng.uniform(-14, 14), y + rng.uniform(-12, 12), rng.uniform(1, 2.4), 1)
            paint(c, tone(colour, -0.35), 0.4)


@good
def fries(c, rng, paper="#efe2c6", stripe="#b5402b"):
    """A paper cornet of fries with a dab of sauce."""
    for _ in range(46):
        x = max(-32, min(32, rng.gauss(0, 18)))
        c.save()
        c.translate(x * 0.8, -52 + rng.uniform(-3, 5))
        c.rotate(rng.gauss(0, 0.12) + x * 0.011)
        tint = vary("#e8b64c", rng, 0.12)
        tall = rng.uniform(26, 50)
        rounded(c, -3.8, -tall, 7.6, tall, 1.5)
        wash(c, gradient(-4, 0, 4, 0, tone(tint, 0.4), tint, tone(tint, -0.25)))
        c.restore()
    poly(c, (-40, -60), (40, -60), (6, 4), (-6, 4))
    wash(c, gradient(-40, 0, 40, 0, tone(paper, 0.3), tone(paper, -0.22)), keep=True)
    c.save()
    c.clip()
    for i in range(-3, 4):
        poly(c, (i * 15 - 3, -62), (i * 15 + 4, -62), (i * 2 + 1, 6), (i * 2, 6))
        paint(c, stripe, 0.9)
    c.restore()
    blob(c, rng, 4, -72, 22, 12, 0.2)
    wash(c, radial(-4, -76, 26, "#fffaf0", "#f3e2b4"))


def _leaf(c, x, y, length, angle, colour, wide=0.3):
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.move_to(0, 0)
    c.curve_to(length * 0.3, -length * wide, length * 0.8, -length * wide * 0.8, length, 0)
    c.curve_to(length * 0.8, length * wide * 0.8, length * 0.3, length * wide, 0, 0)
    wash(c, gradient(0, -length * wide, 0, length * wide, tone(colour, 0.22), tone(colour, -0.25)))
    c.move_to(0, 0)
    c.line_to(length * 0.92, 0)
    line(c, tone(colour, 0.35), max(0.6, length * 0.02), 0.6)
    c.restore()


leaf = _leaf


@good
def vegetable(c, rng, kind="pumpkin"):
    contact(c, 3, -1, 46, 8)
    if kind == "pumpkin":
        for dx, w in ((-30, 26), (30, 26), (-16, 26), (16, 26), (0, 24)):
            ball(c, dx, -32, w, "#cf7a2c", ry=33)
        rounded(c, -5, -78, 10, 18, 3)
        paint(c, "#6d7a3c")
    elif kind == "apple":
        ball(c, 0, -34, 36, vary(rng.choice(("#b33a2e", "#b7b04a", "#c4573a")), rng, 0.1), ry=34, shine=0.45)
        rect(c, -2, -78, 4, 16)
        paint(c, "#5a4030")
    elif kind == "leek":
        rounded(c, -9, -60, 18, 60, 8)
        wash(c, gradient(0, -60, 0, 0, "#b5c48a", "#f3f1df"))
        for a in (-2.2, -1.9, -1.57, -1.25, -0.95):
            _leaf(c, 0, -54, 64, a, vary("#5d8052", rng, 0.15), 0.12)
    elif kind == "carrot":
        for dx in (-16, 0, 16):
            poly(c, (dx - 10, -58), (dx + 10, -58), (dx * 0.6, 2))
            wash(c, gradient(dx - 10, 0, dx + 10, 0, "#eea058", "#d9772a", "#a9531c"))
            for a in (-2.0, -1.57, -1.15):
                _leaf(c, dx, -58, 38, a, vary("#5f8a4a", rng, 0.15), 0.12)
    elif kind == "cabbage":
        for i in range(9):
            a = 6.28 * i / 9
            ball(c, 22 * math.cos(a), -36 + 18 * math.sin(a), 26, vary("#8fae6b", rng, 0.12))
        ball(c, 0, -40, 27, "#c0d29a")
        for a in (-2.2, -1.5, -0.8):
            c.move_to(0, -18)
            c.line_to(22 * math.cos(a), -40 + 24 * math.sin(a))
            line(c, "#eaf0d0", 2, 0.7)
    else:  # beetroot
        ball(c, 0, -28, 30, "#702445", shine=0.35)
        for a in (-1.95, -1.5, -1.15):
            _leaf(c, 0, -52, 44, a, vary("#5e8148", rng, 0.1), 0.26)


@good
def fish(c, rng, colour="#8fa3a8", belly="#e3e3da", length=150):
    """Lying, head to the left."""
    half = length / 2
    contact(c, 4, -2, half, 9, 0.3)
    c.move_to(-half, -18)
    c.curve_to(-half * 0.5, -46, half * 0.3, -42, half * 0.72, -20)
    c.line_to(half, -38)
    c.curve_to(half * 0.9, -20, half * 0.9, -14, half, 2)
    c.line_to(half * 0.72, -15)
    c.curve_to(half * 0.3, 6, -half * 0.5, 6, -half, -18)
    c.close_path()
    wash(c, gradient(0, -42, 0, 4, tone(colour, -0.25), colour, belly, tone(belly, -0.15)), keep=True)
    c.save()
    c.clip()
    for i in range(22):
        x = -half * 0.5 + i * length * 0.055
        c.new_sub_path()
        c.arc(x, -20, 16, -1.2, 1.2)
        line(c, tone(colour, 0.35), 1, 0.4)
    c.restore()
    c.new_sub_path()
    c.arc(-half * 0.62, -19, 17, -1, 1)
    line(c, tone(colour, -0.4), 1.8, 0.7)
    ball(c, -half * 0.80, -23, 4.2, "#f3efe0")
    ellipse(c, -half * 0.80, -23, 2, 2)
    paint(c, INK)
    curve(c, [(-8, -39), (2, -50), (16, -51), (26, -36)])
    paint(c, tone(colour, -0.16), 0.85)
    curve(c, [(-half * 0.36, -12), (-half * 0.22, -3), (-half * 0.1, -6), (-half * 0.26, -16)])
    paint(c, tone(colour, -0.05), 0.7)


@good
def plate(c, rng, colour="#ece5d6"):
    contact(c, 4, -2, 108, 20)
    ellipse(c, 0, -8, 100, 19)
    wash(c, gradient(-100, 0, 100, 0, tone(colour, 0.3), tone(colour, -0.3)))
    ellipse(c, 0, -11, 98, 17)
    paint(c, tone(colour, 0.3))
    ellipse(c, 0, -11, 70, 11)
    wash(c, gradient(0, -22, 0, 0, tone(colour, -0.14), tone(colour, 0.2)))


@good
def board(c, rng, colour="#a8733f", wide=300, thick=18):
    """A cutting board seen almost from its edge; things stand at y = -thick - 16."""
    contact(c, 6, 0, wide * 0.56, 18)
    poly(c, (-wide * 0.47, -thick - 34), (wide * 0.47, -thick - 34), (wide * 0.5, -thick), (-wide * 0.5, -thick))
    wash(c, gradient(0, -thick - 34, 0, -thick, tone(colour, 0.08), tone(colour, 0.3)))
    for _ in range(16):
        y = -thick - rng.uniform(3, 31)
        x = rng.uniform(-wide * 0.45, wide * 0.2)
        c.move_to(x, y)
        c.curve_to(x + 40, y + rng.uniform(-2, 2), x + 80, y + rng.uniform(-2, 2), x + rng.uniform(60, 130), y)
        line(c, tone(colour, -0.35), 1, 0.35)
    rounded(c, -wide * 0.5, -thick, wide, thick, 4)
    wash(c, gradient(0, -thick, 0, 0, colour, tone(colour, -0.4)))
