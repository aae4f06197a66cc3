"""Things to eat and to drink. Every one is good(c, x, y, size, rng, …): x is its middle, y the ground it stands on, size about its
height; inside, the drawing has 100 units a side and y runs upwards as negative numbers."""
import functools
import math

from paint import (CREAM, GOLD, INK, LEAF, ball, blob, contact, curve, ellipse, gradient, letters, line, mix, paint, poly, radial, rect,
                   rounded, tone, tube, vary, wash)


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
    base = vary(crust, rng, .1)
    wash(c, radial(-22, -56, 108, tone(base, .30), base, tone(base, -.52)), keep=True)
    c.save()
    c.clip()
    for i in range(-2, 3):
        x = i * 27 + rng.uniform(-3, 3)
        curve(c, [(x - 16, -16), (x - 8, -48 - 8 * (2 - abs(i))), (x + 6, -62 - 4 * (2 - abs(i))), (x + 3, -44), (x - 4, -20)])
        wash(c, gradient(x - 16, 0, x + 6, 0, tone(base, -.35), tone(base, .62)))
    for _ in range(90):
        ellipse(c, rng.gauss(-8, 34), rng.gauss(-50, 14), rng.uniform(.6, 3), rng.uniform(.5, 1.6))
        paint(c, "#fff4dc", rng.uniform(.2, .6))
    c.restore()


@good
def long_loaf(c, rng, crust="#c08240", length=120):
    """A bâtard or, longer, a baguette lying down."""
    half = length / 2
    contact(c, 4, -1, half + 8, 8)
    c.move_to(-half, -13)
    c.curve_to(-half * .8, -38, half * .8, -38, half, -13)
    c.curve_to(half * .8, 3, -half * .8, 3, -half, -13)
    c.close_path()
    base = vary(crust, rng, .1)
    wash(c, gradient(0, -33, 0, 3, tone(base, .32), base, tone(base, -.45)), keep=True)
    c.save()
    c.clip()
    for i in range(int(length / 24)):
        x = -half + 20 + i * 24
        curve(c, [(x - 6, -10), (x + 4, -27), (x + 16, -30), (x + 9, -18)])
        paint(c, tone(base, .6), .85)
    c.restore()


@good
def basket(c, rng, filling=long_loaf, colour="#a87a48", n=3, size=80, wide=70):
    contact(c, 3, -1, wide + 20, 13)
    for i in range(n):
        filling(c, -wide * .6 + wide * 1.2 * i / max(1, n - 1), -34 - rng.uniform(0, 10), size, rng)
    weave(c, rng, -wide, -46, wide * 2, 46, colour)


def weave(c, rng, x, y, w, h, colour):
    """Wicker: rows of strands that pass over and under."""
    c.save()
    poly(c, (x, y), (x + w, y), (x + w * .93, y + h), (x + w * .07, y + h))
    wash(c, gradient(x, 0, x + w, 0, tone(colour, .1), tone(colour, -.4)), keep=True)
    c.clip()
    rows, cols = max(3, int(h / 8)), max(5, int(w / 13))
    for r in range(rows):
        for i in range(cols):
            if (i + r) % 2:
                rounded(c, x + w * i / cols, y + h * r / rows + 1, w / cols, h / rows - 2, 3)
                paint(c, tone(colour, rng.uniform(.12, .34)), .75)
    c.restore()
    rounded(c, x - 3, y - 5, w + 6, 10, 5)
    wash(c, gradient(0, y - 5, 0, y + 5, tone(colour, .35), tone(colour, -.2)))


@good
def tart(c, rng, filling="#f0d490", crust="#c98d48", whole=True, marks="rice"):
    """A tart seen from slightly above."""
    contact(c, 4, -4, 98, 24)
    ellipse(c, 0, -16, 92, 25)
    wash(c, gradient(-92, 0, 92, 0, tone(crust, .15), tone(crust, -.4)))
    rect(c, -92, -30, 184, 14)
    wash(c, gradient(-92, 0, 92, 0, tone(crust, .15), tone(crust, -.4)))
    for i in range(26):
        t = math.pi * (i + .5) / 26
        ball(c, -92 * math.cos(t), -30 + 25 * math.sin(t) * .55, 8, vary(crust, rng, .1), ry=7)
    ellipse(c, 0, -33, 93, 26)
    paint(c, tone(crust, .08))
    ellipse(c, 0, -33, 84, 22)
    wash(c, radial(-20, -40, 100, tone(filling, .4), filling, tone(filling, -.2)), keep=True)
    c.save()
    c.clip()
    for _ in range(60 if marks else 0):
        ellipse(c, rng.uniform(-80, 80), -33 + rng.uniform(-20, 20), rng.uniform(2, 12), rng.uniform(1, 4))
        paint(c, "#8f5a22", rng.uniform(.08, .32))
    c.restore()


@good
def cake(c, rng, colour="#f2dfc8", top="#8a2f3b"):
    contact(c, 3, -3, 62, 14)
    rect(c, -48, -62, 96, 54)
    wash(c, tube(-48, 48, colour))
    ellipse(c, 0, -8, 48, 9)
    wash(c, tube(-48, 48, colour))
    ellipse(c, 0, -62, 48, 11)
    paint(c, tone(colour, .35))
    for i in range(7):
        a = math.pi * (i / 6)
        ball(c, -36 * math.cos(a), -66 + 6 * math.sin(a), 8, vary(top, rng, .2))
    for x in range(-40, 41, 16):
        rounded(c, x - 6, -58, 12, rng.uniform(14, 30), 6)
        paint(c, tone(colour, .5), .8)


@good
def wheel(c, rng, colour="#d9a04a", h=44, cut=False):
    """A whole cheese."""
    contact(c, 4, -3, 82, 15)
    base = vary(colour, rng, .08)
    rect(c, -72, -h, 144, h - 8)
    wash(c, tube(-72, 72, base))
    ellipse(c, 0, -9, 72, 13)
    wash(c, tube(-72, 72, tone(base, -.06)))
    ellipse(c, 0, -h, 72, 14)
    wash(c, radial(-24, -h - 6, 92, tone(base, .42), tone(base, .12)))
    for _ in range(26):
        ellipse(c, rng.uniform(-66, 66), rng.uniform(-h + 12, -8), rng.uniform(2, 9), rng.uniform(.7, 1.6))
        paint(c, tone(base, -.4), .18)
    if cut:
        poly(c, (0, -h), (52, -h + 9), (52, -2), (0, -12))
        wash(c, gradient(0, 0, 52, 0, "#e2b95f", "#f6dd95"))
        poly(c, (0, -h), (-38, -h + 12), (-38, 1), (0, -12))
        wash(c, gradient(-38, 0, 0, 0, "#fbe8ae", "#e9c877"))


@good
def wedge(c, rng, paste="#f2d283", rind="#b57b3c", holes=True):
    contact(c, 4, -2, 70, 11)
    base = vary(paste, rng, .05)
    poly(c, (-62, -40), (34, -58), (64, -44), (-30, -34))
    paint(c, tone(base, .42))
    poly(c, (-62, -40), (-30, -34), (-30, 0), (-62, -8))
    paint(c, tone(rind, -.1))
    poly(c, (-30, -34), (64, -44), (64, -8), (-30, 0))
    wash(c, gradient(-30, 0, 64, 0, tone(base, .16), tone(base, -.12)))
    rect(c, 60, -44, 5, 36)
    paint(c, rind)
    for _ in range(7 if holes else 0):
        ellipse(c, rng.uniform(-20, 54), rng.uniform(-32, -9), rng.uniform(2, 5.5), rng.uniform(2, 4.5))
        paint(c, tone(base, -.32), .75)


@good
def log(c, rng, colour="#f0ebe0"):
    """A goat's cheese, round, ashed or white."""
    contact(c, 2, -1, 40, 8)
    rect(c, -30, -34, 60, 27)
    wash(c, tube(-30, 30, colour, dark=.3))
    ellipse(c, 0, -7, 30, 7)
    wash(c, tube(-30, 30, colour, dark=.3))
    ellipse(c, 0, -34, 30, 8)
    paint(c, tone(colour, .4))
    for _ in range(24):
        ellipse(c, rng.uniform(-26, 26), rng.uniform(-34, -6), rng.uniform(1, 3), 1)
        paint(c, tone(colour, -.35), .3)


@good
def bottle(c, rng, colour="#2f4a38", label=CREAM, shape="wine", cap="#7a2430", liquid=None, text=None):
    """wine, beer, cider or jug; text is lettered on the label."""
    w, shoulder, neck = {"wine": (15, -62, 5.5), "beer": (16, -52, 6), "burgundy": (17, -54, 6), "jug": (24, -50, 7)}[shape]
    contact(c, 4, -1, w + 11, 6)
    c.move_to(-w, -2)
    c.line_to(-w, shoulder)
    if shape == "wine":
        c.curve_to(-w, shoulder - 9, -neck, shoulder - 8, -neck, shoulder - 16)
    else:
        c.curve_to(-w, shoulder - 14, -neck, shoulder - 14, -neck, shoulder - 26)
    c.line_to(-neck, -97)
    c.line_to(neck, -97)
    c.line_to(neck, shoulder - (16 if shape == "wine" else 26))
    if shape == "wine":
        c.curve_to(neck, shoulder - 8, w, shoulder - 9, w, shoulder)
    else:
        c.curve_to(neck, shoulder - 14, w, shoulder - 14, w, shoulder)
    c.line_to(w, -2)
    c.curve_to(w * .6, 1.5, -w * .6, 1.5, -w, -2)
    c.close_path()
    glass_ = vary(colour, rng, .07)
    wash(c, gradient(-w, 0, w, 0, (0, tone(glass_, -.45), 1), (.18, tone(glass_, .12), 1), (.45, glass_, 1), (.8, tone(glass_, -.25), 1),
                     (.93, tone(glass_, .25), 1), (1, tone(glass_, -.4), 1)), keep=True)
    c.save()
    c.clip()
    rect(c, -w * .72, -96, w * .16, 96)
    paint(c, "#ffffff", .26)
    c.restore()
    rounded(c, -neck - 1, -100, neck * 2 + 2, 17 if shape == "wine" else 7, 2)
    wash(c, tube(-neck, neck, cap))
    if label:
        tall = 30 if shape == "wine" else 24
        top = -46 if shape == "wine" else -42
        rect(c, -w, top, w * 2, tall)
        wash(c, tube(-w, w, label, shine=.2, dark=.3))
        rect(c, -w, top + 3, w * 2, 1.3)
        paint(c, cap)
        rect(c, -w, top + tall - 4, w * 2, 1.3)
        paint(c, cap)
        if text:
            letters(c, text, 0, top + tall * .62, w * .62, "italic", 0, w * 1.7)
            paint(c, INK)
        else:
            ellipse(c, 0, top + tall * .5, w * .34, w * .34)
            paint(c, cap)


@good
def jar(c, rng, content="#c96f2f", lid="#8b6a48", grain=True, cloth=None):
    contact(c, 3, -1, 36, 8)
    rounded(c, -27, -70, 54, 70, 9)
    paint(c, "#dfe6e2", .55)
    c.save()
    rounded(c, -25, -60, 50, 58, 7)
    wash(c, tube(-25, 25, content, shine=.3), keep=True)
    c.clip()
    for _ in range(46 if grain else 0):
        ellipse(c, rng.uniform(-24, 24), rng.uniform(-58, -3), rng.uniform(1.4, 3.4), rng.uniform(1.2, 2.6))
        paint(c, tone(content, rng.uniform(-.45, .5)), .7)
    c.restore()
    rect(c, -21, -66, 5, 60)
    paint(c, "#ffffff", .5)
    if cloth:
        poly(c, (-30, -84), (30, -84), (36, -64), (-36, -64))
        wash(c, tube(-34, 34, cloth))
        rect(c, -28, -73, 56, 3)
        paint(c, CREAM)
    else:
        rounded(c, -25, -82, 50, 14, 3)
        wash(c, tube(-25, 25, lid))
    rounded(c, -15, -42, 30, 20, 2)
    paint(c, "#f6ecd6")


@good
def praline(c, rng, colour="#4a2a1e", kind=None):
    contact(c, 3, -2, 46, 12, .5)
    kind = kind or rng.choice(("dome", "square", "heart", "stripe"))
    if kind == "dome":
        ball(c, 0, -30, 38, colour, ry=31, shine=.4)
        curve(c, [(-14, -54), (-2, -62), (10, -54), (2, -46), (-6, -50)], closed=False)
        line(c, tone(colour, .55), 3)
    elif kind == "heart":
        c.move_to(0, -2)
        c.curve_to(-58, -30, -40, -66, 0, -48)
        c.curve_to(40, -66, 58, -30, 0, -2)
        wash(c, radial(-14, -42, 70, tone(colour, .5), colour, tone(colour, -.5)))
    else:
        rounded(c, -36, -52, 72, 52, 8)
        wash(c, gradient(-36, -52, 36, 0, tone(colour, .32), colour, tone(colour, -.45)))
        rounded(c, -36, -58, 72, 18, 9)
        paint(c, tone(colour, .22))
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
    base = vary(colour, rng, .06)
    poly(c, (-44, 0), (44, 0), (54, -60), (-54, -60))
    wash(c, gradient(-50, 0, 50, 0, tone(base, .14), tone(base, -.28)))
    poly(c, (-54, -60), (54, -60), (38, -78), (-38, -78))
    wash(c, gradient(0, -78, 0, -60, tone(base, .28), tone(base, .05)))
    rect(c, -6, -76, 12, 76)
    wash(c, tube(-6, 6, ribbon))
    for s in (-1, 1):
        c.move_to(0, -76)
        c.curve_to(s * 16, -106, s * 46, -98, s * 34, -82)
        c.curve_to(s * 24, -72, s * 10, -74, 0, -76)
        wash(c, gradient(0, 0, s * 40, 0, tone(ribbon, -.25), tone(ribbon, .25)))
        poly(c, (0, -76), (s * 8, -76), (s * 24, -58), (s * 12, -56))
        paint(c, tone(ribbon, -.15))
    ball(c, 0, -77, 7, ribbon)


@good
def cup(c, rng, colour="#e9e2d2", coffee="#4b2e20", steam=False, handle=1):
    contact(c, 4, -2, 66, 12)
    ellipse(c, 0, -6, 60, 11)
    wash(c, gradient(-60, 0, 60, 0, tone(colour, .3), tone(colour, -.25)))
    ellipse(c, handle * 46, -36, 17, 17)
    line(c, tone(colour, -.15), 8)
    c.move_to(-42, -66)
    c.curve_to(-40, -20, -26, -8, -18, -8)
    c.line_to(18, -8)
    c.curve_to(26, -8, 40, -20, 42, -66)
    c.close_path()
    wash(c, tube(-42, 42, colour, dark=.32))
    ellipse(c, 0, -66, 42, 10)
    paint(c, tone(colour, .35))
    ellipse(c, 0, -64, 37, 8)
    wash(c, gradient(-37, 0, 37, 0, tone(coffee, -.2), tone(coffee, .25)))


@good
def glass_of(c, rng, liquid="#7c1f33", shape="wine", level=.5):
    """A stem glass or a beer glass; liquid fills `level` of it."""
    contact(c, 3, -1, 34, 6)
    if shape == "wine":
        ellipse(c, 0, -2, 24, 4)
        paint(c, "#d9e2e4", .7)
        rect(c, -1.8, -44, 3.6, 42)
        paint(c, "#dfe8ea", .8)
        bowl = ((-17, -98), (-28, -80, -26, -48, 0, -44), (26, -48, 28, -80, 17, -98))
    else:
        rounded(c, -17, -6, 34, 6, 2)
        paint(c, "#dfe8ea", .8)
        bowl = ((-21, -98), (-28, -70, -24, -30, -15, -6), (15, -6, 15, -6, 15, -6), (24, -30, 28, -70, 21, -98))

    def path():
        c.move_to(*bowl[0])
        for b in bowl[1:]:
            c.curve_to(*b)
        c.close_path()
    path()
    paint(c, "#e8eff0", .28)
    c.save()
    path()
    c.clip()
    bottom = -44 if shape == "wine" else -8
    top = bottom + (-98 - bottom) * level
    rect(c, -40, top, 80, bottom - top + 4)
    wash(c, gradient(-26, 0, 26, 0, (0, tone(liquid, .25), .92), (.35, liquid, .92), (1, tone(liquid, -.35), .95)))
    if shape == "beer":
        rect(c, -40, top - 11, 80, 13)
        paint(c, "#fbf3df")
        for _ in range(18):
            ball(c, rng.uniform(-24, 24), top - 10 + rng.uniform(-4, 3), rng.uniform(3, 6), "#fbf3df", shine=.6)
        for _ in range(26):
            ellipse(c, rng.uniform(-18, 18), rng.uniform(top + 8, -12), 1, 1)
            paint(c, "#fff6d8", .55)
    else:
        ellipse(c, 0, top, 25, 4)
        paint(c, tone(liquid, .3), .8)
    rect(c, -16, -96, 4, 80)
    paint(c, "#ffffff", .4)
    c.restore()
    path()
    line(c, "#eef4f5", 1.2, .8)


@good
def cone(c, rng, scoops=("#f3e3c3", "#c9556b"), wafer="#d69a4e"):
    """Ice cream: a wafer cone standing on its tip."""
    poly(c, (-21, -52), (21, -52), (0, 4))
    wash(c, gradient(-21, 0, 21, 0, tone(wafer, .25), tone(wafer, -.3)), keep=True)
    c.save()
    c.clip()
    for i in range(-6, 7):
        c.move_to(i * 9 - 30, -54)
        c.line_to(i * 9 + 8, 6)
        c.move_to(i * 9 + 30, -54)
        c.line_to(i * 9 - 8, 6)
    line(c, tone(wafer, -.35), 1.5, .7)
    c.restore()
    for i, colour in enumerate(scoops):
        y = -64 - i * 27
        for _ in range(9):
            ball(c, rng.uniform(-20, 20), y + 15 + rng.uniform(-2, 3), rng.uniform(4, 8), colour, shine=.25)
        ball(c, 0, y, 24, colour, ry=21, shine=.42)
        for _ in range(8):
            ellipse(c, rng.uniform(-14, 14), y + rng.uniform(-12, 12), rng.uniform(1, 2.4), 1)
            paint(c, tone(colour, -.35), .4)


@good
def fries(c, rng, paper="#efe2c6", stripe="#b5402b"):
    """A paper cornet of fries with a dab of sauce."""
    for _ in range(46):
        a, x = rng.gauss(0, .22), rng.gauss(0, 20)
        c.save()
        c.translate(x, -56 + rng.uniform(-3, 9))
        c.rotate(a + x * .006)
        tint = vary("#e8b64c", rng, .12)
        rounded(c, -3.8, -rng.uniform(24, 46), 7.6, 56, 1.5)
        wash(c, gradient(-4, 0, 4, 0, tone(tint, .4), tint, tone(tint, -.25)))
        c.restore()
    poly(c, (-40, -60), (40, -60), (6, 4), (-6, 4))
    wash(c, gradient(-40, 0, 40, 0, tone(paper, .3), tone(paper, -.22)), keep=True)
    c.save()
    c.clip()
    for i in range(-3, 4):
        poly(c, (i * 15 - 3, -62), (i * 15 + 4, -62), (i * 2 + 1, 6), (i * 2, 6))
        paint(c, stripe, .9)
    c.restore()
    blob(c, rng, 4, -72, 22, 12, .2)
    wash(c, radial(-4, -76, 26, "#fffaf0", "#f3e2b4"))


def _leaf(c, x, y, length, angle, colour, wide=.3):
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.move_to(0, 0)
    c.curve_to(length * .3, -length * wide, length * .8, -length * wide * .8, length, 0)
    c.curve_to(length * .8, length * wide * .8, length * .3, length * wide, 0, 0)
    wash(c, gradient(0, -length * wide, 0, length * wide, tone(colour, .22), tone(colour, -.25)))
    c.move_to(0, 0)
    c.line_to(length * .92, 0)
    line(c, tone(colour, .35), max(.6, length * .02), .6)
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
        ball(c, 0, -34, 36, vary(rng.choice(("#b33a2e", "#b7b04a", "#c4573a")), rng, .1), ry=34, shine=.45)
        rect(c, -2, -78, 4, 16)
        paint(c, "#5a4030")
    elif kind == "leek":
        rounded(c, -9, -60, 18, 60, 8)
        wash(c, gradient(0, -60, 0, 0, "#b5c48a", "#f3f1df"))
        for a in (-2.2, -1.9, -1.57, -1.25, -.95):
            _leaf(c, 0, -54, 64, a, vary("#5d8052", rng, .15), .12)
    elif kind == "carrot":
        for dx in (-16, 0, 16):
            poly(c, (dx - 10, -58), (dx + 10, -58), (dx * .6, 2))
            wash(c, gradient(dx - 10, 0, dx + 10, 0, "#eea058", "#d9772a", "#a9531c"))
            for a in (-2.0, -1.57, -1.15):
                _leaf(c, dx, -58, 38, a, vary("#5f8a4a", rng, .15), .12)
    elif kind == "cabbage":
        for i in range(9):
            a = 6.28 * i / 9
            ball(c, 22 * math.cos(a), -36 + 18 * math.sin(a), 26, vary("#8fae6b", rng, .12))
        ball(c, 0, -40, 27, "#c0d29a")
        for a in (-2.2, -1.5, -.8):
            c.move_to(0, -18)
            c.line_to(22 * math.cos(a), -40 + 24 * math.sin(a))
            line(c, "#eaf0d0", 2, .7)
    else:                                              # beetroot
        ball(c, 0, -28, 30, "#702445", shine=.35)
        for a in (-1.95, -1.5, -1.15):
            _leaf(c, 0, -52, 44, a, vary("#5e8148", rng, .1), .26)


@good
def fish(c, rng, colour="#8fa3a8", belly="#e3e3da", length=150):
    """Lying, head to the left."""
    half = length / 2
    contact(c, 4, -2, half, 9, .3)
    c.move_to(-half, -18)
    c.curve_to(-half * .5, -46, half * .3, -42, half * .72, -20)
    c.line_to(half, -38)
    c.curve_to(half * .9, -20, half * .9, -14, half, 2)
    c.line_to(half * .72, -15)
    c.curve_to(half * .3, 6, -half * .5, 6, -half, -18)
    c.close_path()
    wash(c, gradient(0, -42, 0, 4, tone(colour, -.25), colour, belly, tone(belly, -.15)), keep=True)
    c.save()
    c.clip()
    for i in range(22):
        x = -half * .5 + i * length * .055
        c.new_sub_path()
        c.arc(x, -20, 16, -1.2, 1.2)
        line(c, tone(colour, .35), 1, .4)
    c.restore()
    c.new_sub_path()
    c.arc(-half * .62, -19, 17, -1, 1)
    line(c, tone(colour, -.4), 1.8, .7)
    ball(c, -half * .80, -23, 4.2, "#f3efe0")
    ellipse(c, -half * .80, -23, 2, 2)
    paint(c, INK)
    poly(c, (-6, -40), (24, -56), (30, -36))
    paint(c, tone(colour, -.12), .9)


@good
def plate(c, rng, colour="#ece5d6"):
    contact(c, 4, -2, 108, 20)
    ellipse(c, 0, -8, 100, 19)
    wash(c, gradient(-100, 0, 100, 0, tone(colour, .3), tone(colour, -.3)))
    ellipse(c, 0, -11, 98, 17)
    paint(c, tone(colour, .3))
    ellipse(c, 0, -11, 70, 11)
    wash(c, gradient(0, -22, 0, 0, tone(colour, -.14), tone(colour, .2)))


@good
def board(c, rng, colour="#a8733f", wide=300, thick=18):
    """A cutting board seen almost from its edge; things stand at y = -thick - 16."""
    contact(c, 6, 0, wide * .56, 18)
    poly(c, (-wide * .47, -thick - 34), (wide * .47, -thick - 34), (wide * .5, -thick), (-wide * .5, -thick))
    wash(c, gradient(0, -thick - 34, 0, -thick, tone(colour, .08), tone(colour, .3)))
    for _ in range(16):
        y = -thick - rng.uniform(3, 31)
        x = rng.uniform(-wide * .45, wide * .2)
        c.move_to(x, y)
        c.curve_to(x + 40, y + rng.uniform(-2, 2), x + 80, y + rng.uniform(-2, 2), x + rng.uniform(60, 130), y)
        line(c, tone(colour, -.35), 1, .35)
    rounded(c, -wide * .5, -thick, wide, thick, 4)
    wash(c, gradient(0, -thick, 0, 0, colour, tone(colour, -.4)))
