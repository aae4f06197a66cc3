"""Things that are not eaten: books, flowers, shoes, tools, toys… Drawn as food.py says."""
import math

from food import good, leaf
from paint import (ACCENT, CREAM, GOLD, INK, LEAF, NAVY, STEEL, ball, blob, contact, curve, ellipse, gradient, letters, line, mix, paint, poly,
                   radial, rect, rounded, tone, tube, vary, wash)

COVERS = ("#a33f2c", "#27506b", "#d6a443", "#3f5d4a", "#5c3350", "#c47a5a", "#e6d6b4", "#2f3440", "#7d9a8e", "#b8573f", "#8a2f3b", "#46688a")


@good
def book(c, rng, colour=None, lying=False, thick=16, tall=100):
    """A book's back, upright; or a lying one, seen at its back."""
    colour = vary(colour or rng.choice(COVERS), rng, .07)
    if lying:
        contact(c, 3, 0, 84, 8)
        rounded(c, -74, -thick, 148, thick, 3)
        wash(c, gradient(0, -thick, 0, 0, tone(colour, .25), colour, tone(colour, -.4)))
        for x in (-58, -50, 46, 54):
            rect(c, x, -thick, 3, thick)
            paint(c, GOLD, .8)
        rect(c, -30, -thick * .62, 56, thick * .22)
        paint(c, tone(colour, .6), .8)
        return
    rounded(c, -thick / 2, -tall, thick, tall, 2)
    wash(c, tube(-thick / 2, thick / 2, colour, shine=.2))
    for t in (.08, .86):
        rect(c, -thick / 2, -tall * (1 - t), thick, 2)
        paint(c, GOLD, .8)
    rect(c, -thick * .18, -tall * rng.uniform(.74, .8), thick * .36, tall * rng.uniform(.25, .42))
    paint(c, tone(colour, rng.choice((.5, .65, -.5))), .85)


@good
def cover(c, rng, colour=None, lean=.1):
    """A book shown face on."""
    colour = vary(colour or rng.choice(COVERS), rng, .06)
    contact(c, 4, -1, 42, 7)
    rect(c, -32, -96, 64, 96)
    wash(c, gradient(-32, -96, 32, 0, tone(colour, .16), tone(colour, -.14)))
    rect(c, -32, -96, 5, 96)
    paint(c, tone(colour, -.35), .6)
    kind = rng.randrange(5)
    if kind == 0:
        ellipse(c, 2, -52, 18, 18)
        paint(c, tone(colour, .6))
    elif kind == 1:
        poly(c, (-20, -28), (2, -70), (26, -28))
        paint(c, tone(colour, -.45))
        ellipse(c, 14, -72, 7, 7)
        paint(c, GOLD)
    elif kind == 2:
        for i in range(5):
            rect(c, -18, -66 + i * 9, 40, 4)
            paint(c, tone(colour, .5 if i % 2 else -.4))
    elif kind == 3:
        curve(c, [(-27, -40), (-6, -56), (12, -38), (32, -52), (32, 0), (-27, 0)])
        paint(c, tone(colour, -.4), .8)
        ellipse(c, 8, -66, 9, 9)
        paint(c, "#f4e5bf")
    else:
        for a in range(8):
            leaf(c, 2, -50, 22, a * .785, tone(colour, .5), .22)
    rect(c, -20, -88, 44, 5)
    paint(c, "#fbf2de", .9)
    rect(c, -20, -80, 28, 3)
    paint(c, "#fbf2de", .7)


@good
def pot(c, rng, plant="bush", colour="#b0623f", bloom="#e7d9ef"):
    contact(c, 4, -1, 40, 9)
    poly(c, (-24, 0), (24, 0), (32, -46), (-32, -46))
    wash(c, tube(-30, 30, colour))
    rounded(c, -35, -54, 70, 13, 3)
    wash(c, tube(-35, 35, tone(colour, .08)))
    if plant == "bush":
        ball(c, 0, -90, 38, tone(LEAF, -.3), shine=.1)
        for _ in range(420):
            a, r = rng.uniform(0, 6.28), math.sqrt(rng.random()) * 40
            px, py = r * math.cos(a), -90 + r * math.sin(a)
            leaf(c, px, py, rng.uniform(4, 8), a + rng.uniform(-1, 1), tone(vary(LEAF, rng, .12), -.012 * (px * .6 + py + 90) - .05), .4)
    elif plant == "lavender":
        for _ in range(42):
            x, top = rng.gauss(0, 16), -100 - rng.uniform(0, 34)
            c.move_to(x * .4, -52)
            c.curve_to(x * .5, -70, x, -84, x * 1.6, top)
            line(c, vary("#7f9170", rng, .2), 2)
            for i in range(5):
                ball(c, x * 1.6 + rng.uniform(-2, 2), top + i * 5, 3.2, vary("#8573ad", rng, .2))
    elif plant == "cactus":
        rounded(c, -14, -104, 28, 56, 14)
        wash(c, tube(-14, 14, "#5f8a5e"))
    else:
        for i in range(11):
            leaf(c, 0, -50, rng.uniform(36, 66), -math.pi * (.12 + .76 * i / 10), vary(LEAF, rng, .2), .2)
        for _ in range(9 if plant == "flower" else 0):
            x, y = rng.gauss(0, 22), -92 + rng.gauss(0, 16)
            bloom_at(c, rng, x, y, rng.uniform(6, 10), bloom)


def bloom_at(c, rng, x, y, r, colour, kind=None):
    """One flower seen from above: daisy, rose, dahlia or a pompon."""
    kind = kind or rng.choice(("daisy", "rose", "dahlia", "pompon"))
    colour = vary(colour, rng, .10)
    turn = rng.uniform(0, 6.28)
    if kind == "daisy":
        for i in range(9):
            a = turn + i * .698
            leaf(c, x, y, r * 1.15, a, colour, .28)
        ball(c, x, y, r * .34, "#d8a32f")
    elif kind == "rose":
        ball(c, x, y, r, tone(colour, -.12))
        for i in range(7):
            a, d = turn + i * .9, r * (1 - i * .12)
            ball(c, x + d * .42 * math.cos(a), y + d * .42 * math.sin(a), d * .62, tone(colour, .02 + i * .05))
        c.new_sub_path()
        c.arc(x, y, r * .26, turn, turn + 4.4)
        line(c, tone(colour, -.45), r * .1, .7)
    elif kind == "dahlia":
        for ring, n in ((1.1, 13), (.78, 11), (.48, 8)):
            for i in range(n):
                leaf(c, x, y, r * ring, turn + i * 6.2832 / n + ring, tone(colour, .35 * (1.1 - ring)), .24)
        ball(c, x, y, r * .22, tone(colour, -.2))
    else:
        for _ in range(26):
            a, d = rng.uniform(0, 6.28), math.sqrt(rng.random()) * r * .8
            ball(c, x + d * math.cos(a), y + d * math.sin(a), r * .26, vary(colour, rng, .16))


@good
def bucket(c, rng, blooms=("#d9a0a8",), metal="#8e979b", full=20):
    """A zinc bucket of cut flowers."""
    contact(c, 4, -1, 40, 9)
    for _ in range(16):
        a = -math.pi * rng.uniform(.2, .8)
        leaf(c, rng.uniform(-18, 18), -52, rng.uniform(40, 66), a, vary(LEAF, rng, .25), .16)
    for _ in range(full):
        x, y = rng.gauss(0, 21), -88 + rng.gauss(0, 15)
        bloom_at(c, rng, x, y, rng.uniform(8, 13), rng.choice(blooms))
    poly(c, (-22, 0), (22, 0), (31, -58), (-31, -58))
    wash(c, tube(-30, 30, metal, shine=.45))
    for y in (-14, -46):
        rect(c, -30, y, 60, 2)
        paint(c, tone(metal, -.35), .5)
    ellipse(c, 0, -58, 31, 5)
    paint(c, tone(metal, .3))


@good
def shoe(c, rng, colour="#5a2f22", sole="#2b211c", lace=None, flip=False):
    """A derby seen from its side, toe to the left."""
    if flip:
        c.scale(-1, 1)
    contact(c, 0, -1, 84, 9)
    c.move_to(-78, -9)
    c.curve_to(-82, -30, -62, -38, -40, -42)
    c.curve_to(-14, -48, -4, -62, 8, -76)
    c.curve_to(24, -80, 52, -80, 66, -74)
    c.curve_to(72, -50, 74, -26, 72, -9)
    c.close_path()
    wash(c, gradient(-30, -80, 10, 0, tone(colour, .3), colour, tone(colour, -.4)))
    curve(c, [(-74, -24), (-58, -34), (-40, -30), (-60, -16)])
    paint(c, tone(colour, .6), .5)
    c.move_to(-40, -42)
    c.curve_to(-24, -30, -20, -18, -22, -9)
    line(c, tone(colour, -.5), 2, .8)
    c.move_to(8, -76)
    c.curve_to(8, -50, 24, -30, 36, -9)
    line(c, tone(colour, -.5), 2, .8)
    for i in range(4):
        c.move_to(-16 + i * 8, -50 - i * 7)
        c.line_to(6 + i * 5, -42 - i * 8)
        line(c, lace or tone(colour, -.55), 4)
    ellipse(c, 37, -77, 30, 5)
    paint(c, tone(colour, -.6))
    rounded(c, -80, -10, 152, 7, 3)
    paint(c, tone(sole, .2))
    rounded(c, 32, -10, 41, 12, 2)
    paint(c, sole)
    rounded(c, -79, -5, 108, 5, 2)
    paint(c, sole)


@good
def bag(c, rng, colour="#8c5227", flap=True):
    """A satchel."""
    contact(c, 4, -1, 66, 10)
    base = vary(colour, rng, .05)
    c.move_to(-28, -74)
    c.curve_to(-28, -104, 28, -104, 28, -74)
    line(c, tone(base, -.3), 7)
    rounded(c, -58, -76, 116, 76, 9)
    wash(c, gradient(-58, -76, 58, 0, tone(base, .22), base, tone(base, -.38)))
    rounded(c, -53, -71, 106, 66, 7)
    c.set_dash([4, 3])
    line(c, "#ead6ae", 1.4, .8)
    c.set_dash([])
    if flap:
        c.move_to(-60, -78)
        c.line_to(60, -78)
        c.curve_to(61, -44, 46, -34, 0, -33)
        c.curve_to(-46, -34, -61, -44, -60, -78)
        wash(c, gradient(0, -78, 0, -33, tone(base, .30), tone(base, -.05)))
        for x in (-28, 28):
            rounded(c, x - 6, -50, 12, 30, 2)
            paint(c, tone(base, -.28))
            rounded(c, x - 8, -34, 16, 12, 2)
            line(c, GOLD, 3)


@good
def key(c, rng, metal=STEEL, old=False):
    c.new_sub_path()
    c.arc(0, -82, 15, 0, 6.2832)
    line(c, tone(metal, -.1), 8 if old else 12)
    rect(c, -4, -68, 8, 66)
    wash(c, tube(-4, 4, metal, shine=.5))
    for i, (y, w) in enumerate(((-6, 14), (-18, 10), (-28, 13))[:2 if old else 3]):
        rect(c, 2, y - 6, w, 7)
        paint(c, tone(metal, -.15))


@good
def yarn(c, rng, colour="#b5536a"):
    contact(c, 3, -1, 40, 8)
    base = vary(colour, rng, .06)
    ball(c, 0, -34, 35, base)
    c.save()
    ellipse(c, 0, -34, 35, 35)
    c.clip()
    for k in range(3):
        a = rng.uniform(0, 3.14)
        for i in range(-4, 5):
            c.save()
            c.translate(0, -34)
            c.rotate(a + k)
            c.move_to(-40, i * 7)
            c.curve_to(-14, i * 7 - 9, 14, i * 7 - 9, 40, i * 7)
            line(c, tone(base, .35 if (i + k) % 2 else -.3), 1.8, .5)
            c.restore()
    c.restore()


@good
def spool(c, rng, colour="#2f6470"):
    contact(c, 2, -1, 24, 5)
    for y in (-58, -8):
        rounded(c, -20, y, 40, 8, 2)
        wash(c, tube(-20, 20, "#c99a62"))
    rect(c, -15, -50, 30, 42)
    wash(c, tube(-15, 15, vary(colour, rng, .06)))
    for i in range(10):
        rect(c, -15, -49 + i * 4.2, 30, 1)
        paint(c, "#1c1830", .16)


@good
def dummy(c, rng, colour="#3d5a73", skirt=True):
    """A dressmaker's dummy in a dress."""
    contact(c, 2, -1, 24, 5)
    rect(c, -2, -30, 4, 30)
    paint(c, "#6b4a32")
    poly(c, (-16, 0), (16, 0), (3, -8), (-3, -8))
    paint(c, "#6b4a32")
    c.move_to(-7, -97)
    c.curve_to(-9, -90, -22, -90, -21, -80)
    c.curve_to(-20, -68, -12, -64, -12, -58)
    c.curve_to(-18, -44, -27, -30, -29 if skirt else -16, -20)
    c.line_to(29 if skirt else 16, -20)
    c.curve_to(27, -30, 18, -44, 12, -58)
    c.curve_to(12, -64, 20, -68, 21, -80)
    c.curve_to(22, -90, 9, -90, 7, -97)
    c.close_path()
    wash(c, tube(-25, 25, colour))
    ball(c, 0, -99, 6, "#6b4a32")
    for x in (-12, -3, 7):
        c.move_to(x * .7, -56)
        c.line_to(x * 1.8, -21)
        line(c, tone(colour, -.35), 1.4, .6)


@good
def teddy(c, rng, colour="#b98a55"):
    contact(c, 3, -1, 42, 8)
    for x, y, r in ((-20, -8, 13), (20, -8, 13), (-27, -36, 10), (27, -36, 10)):
        ball(c, x, y - 3, r, tone(colour, -.08))
    ball(c, 0, -28, 27, colour)
    for x in (-19, 19):
        ball(c, x, -86, 10, tone(colour, -.1))
    ball(c, 0, -68, 25, tone(colour, .05))
    ball(c, 0, -61, 10, tone(colour, .4), ry=8)
    for x, y, r in ((-9, -73, 2.6), (9, -73, 2.6), (0, -65, 3.4)):
        ellipse(c, x, y, r, r)
        paint(c, INK)
    poly(c, (-12, -46), (12, -40), (12, -48), (-12, -41))
    paint(c, ACCENT)


@good
def top(c, rng, colours=("#b0402e", "#e0b04a", "#2d6470"), tilt=0.0):
    """A spinning top, striped."""
    contact(c, 2, -1, 26, 5)
    c.rotate(tilt)
    rect(c, -4, -96, 8, 30)
    wash(c, tube(-4, 4, "#d6ae78"))
    ball(c, 0, -96, 6.5, colours[0])
    bands = ((-70, -58, 14, 40), (-58, -46, 40, 46), (-46, -32, 46, 38), (-32, -18, 38, 20), (-18, -2, 20, 2))
    for i, (y0, y1, w0, w1) in enumerate(bands):
        poly(c, (-w0, y0), (w0, y0), (w1, y1), (-w1, y1))
        wash(c, tube(-44, 44, colours[i % len(colours)]))


@good
def blocks(c, rng):
    """Building blocks and a small house of them."""
    tint = ("#b0402e", "#e0b04a", "#2d6470", "#7f9170", "#d9b98c")
    contact(c, 2, -1, 58, 8)
    for x, y in ((-40, 0), (-8, 0), (24, 0), (-24, -30), (8, -30)):
        col = vary(rng.choice(tint), rng, .05)
        rounded(c, x - 2, y - 30, 30, 30, 2)
        wash(c, gradient(x, y - 30, x + 28, y, tone(col, .25), tone(col, -.2)))
        letters(c, rng.choice("AEMOULIN"), x + 13, y - 8, 19, "gothic")
        paint(c, CREAM, .9)
    poly(c, (-14, -60), (26, -60), (6, -86))
    wash(c, tube(-14, 26, "#b0402e"))


@good
def wooden_car(c, rng, colour="#b0402e"):
    contact(c, 2, -1, 64, 7)
    c.move_to(-60, -14)
    c.curve_to(-60, -36, -40, -36, -30, -38)
    c.curve_to(-22, -62, 24, -62, 32, -38)
    c.curve_to(50, -36, 60, -34, 60, -14)
    c.close_path()
    wash(c, gradient(0, -60, 0, -14, tone(colour, .3), tone(colour, -.2)))
    rounded(c, -20, -54, 42, 15, 6)
    paint(c, "#dbe4e2")
    for x in (-34, 34):
        ball(c, x, -13, 14, "#d6ae78")
        ball(c, x, -13, 5, "#8a5d35")


@good
def spectacles(c, rng, frame=INK, tint="#cfdde0"):
    for x in (-34, 34):
        rounded(c, x - 27, -52, 54, 44, 20)
        wash(c, gradient(x - 27, -52, x + 27, -8, (tint, .75), (tone(tint, .3), .45)))
        poly(c, (x - 12, -50), (x - 2, -50), (x - 16, -12), (x - 24, -16))
        paint(c, "#ffffff", .4)
        rounded(c, x - 27, -52, 54, 44, 20)
        line(c, frame, 7)
    c.move_to(-9, -34)
    c.curve_to(-5, -44, 5, -44, 9, -34)
    line(c, frame, 6)
    for s in (-1, 1):
        c.move_to(s * 60, -38)
        c.curve_to(s * 74, -42, s * 76, -30, s * 72, -20)
        line(c, frame, 5)


@good
def watch(c, rng, colour="#d9b568", dial="#f3ecdc"):
    rounded(c, -13, -100, 26, 100, 4)
    wash(c, tube(-13, 13, "#5a3626"))
    ball(c, 0, -50, 27, colour, shine=.5)
    ball(c, 0, -50, 22, dial, shine=.5)
    for i in range(12):
        a = i * math.pi / 6
        c.move_to(17 * math.sin(a), -50 - 17 * math.cos(a))
        c.line_to(20 * math.sin(a), -50 - 20 * math.cos(a))
    line(c, INK, 1.6)
    for a, r in ((-.9, 11), (1.05, 16)):
        c.move_to(0, -50)
        c.line_to(r * math.sin(a), -50 - r * math.cos(a))
    line(c, INK, 2)


@good
def bust(c, rng, colour="#3a3440", beads="#efe6d6"):
    """A velvet neck that wears a necklace."""
    contact(c, 3, -1, 36, 7)
    c.move_to(-10, -98)
    c.curve_to(-12, -76, -14, -72, -36, -58)
    c.curve_to(-42, -40, -30, -12, -26, 0)
    c.line_to(26, 0)
    c.curve_to(30, -12, 42, -40, 36, -58)
    c.curve_to(14, -72, 12, -76, 10, -98)
    c.close_path()
    wash(c, tube(-36, 36, colour, shine=.18))
    for i in range(15):
        a = math.pi * (i + .5) / 15
        ball(c, -24 * math.cos(a), -66 + 34 * math.sin(a), 3.6 + 1.6 * math.sin(a), beads, shine=.6)


@good
def vase(c, rng, colour="#a9a294", bands=True, shape="jug"):
    contact(c, 4, -1, 42, 9)
    if shape == "bowl":
        c.move_to(-46, -44)
        c.curve_to(-44, -12, -22, -2, -16, 0)
        c.line_to(16, 0)
        c.curve_to(22, -2, 44, -12, 46, -44)
        c.close_path()
        mouth = (46, -44)
    else:
        c.move_to(-17, -94)
        c.curve_to(-14, -72, -44, -62, -38, -28)
        c.curve_to(-34, -8, -24, -2, -20, 0)
        c.line_to(20, 0)
        c.curve_to(24, -2, 34, -8, 38, -28)
        c.curve_to(44, -62, 14, -72, 17, -94)
        c.close_path()
        mouth = (17, -94)
    wash(c, tube(-42, 42, colour), keep=True)
    c.save()
    c.clip()
    if bands:
        rect(c, -50, -30, 100, 40)
        paint(c, tone(colour, -.38), .55)
        for y in (-33, -38):
            rect(c, -50, y, 100, 2)
            paint(c, tone(colour, -.38), .5)
    for _ in range(36):
        ellipse(c, rng.uniform(-42, 42), rng.uniform(-90, 0), rng.uniform(.6, 1.6), .8)
        paint(c, "#4a3b2c", .4)
    c.restore()
    ellipse(c, 0, mouth[1], mouth[0], mouth[0] * .17)
    paint(c, tone(colour, -.5))
    ellipse(c, 0, mouth[1], mouth[0], mouth[0] * .17)
    line(c, tone(colour, .3), 2)


@good
def tool(c, rng, kind="drill", colour="#c9742e"):
    """Tools as they hang on a wall."""
    if kind == "drill":
        rounded(c, -44, -84, 74, 30, 9)
        wash(c, gradient(0, -84, 0, -54, tone(colour, .3), tone(colour, -.25)))
        poly(c, (6, -56), (30, -56), (38, -6), (16, -6))
        paint(c, tone(colour, -.25))
        poly(c, (-44, -78), (-44, -60), (-58, -66), (-58, -72))
        paint(c, "#3b3f45")
        rect(c, -86, -71, 28, 4)
        paint(c, STEEL)
        rounded(c, 12, -10, 34, 12, 3)
        paint(c, "#3b3f45")
    elif kind == "saw":
        poly(c, (-70, -30), (40, -52), (40, -22), (-70, -22))
        wash(c, gradient(0, -50, 0, -20, "#d7dcde", "#9aa5ab"))
        for i in range(22):
            poly(c, (-70 + i * 5, -22), (-65 + i * 5, -22), (-67 + i * 5, -17))
            paint(c, "#9aa5ab")
        rounded(c, 32, -62, 38, 48, 14)
        paint(c, "#8a5d35")
        rounded(c, 42, -50, 17, 24, 8)
        paint(c, "#4a3427")
    elif kind == "hammer":
        rect(c, -5, -80, 10, 80)
        wash(c, tube(-5, 5, "#b98a55"))
        rounded(c, -30, -94, 56, 20, 4)
        wash(c, gradient(0, -94, 0, -74, "#b9c0c4", "#6d757b"))
        poly(c, (26, -92), (44, -84), (26, -78))
        paint(c, "#7d868c")
    elif kind == "spanner":
        rect(c, -6, -76, 12, 60)
        wash(c, tube(-6, 6, STEEL, shine=.5))
        for y, a in ((-84, -1.57), (-8, 1.57)):
            c.new_sub_path()
            c.arc(0, y, 13, a + .6, a + 5.68)
            line(c, STEEL, 10)
    elif kind == "ladder":
        for x in (-22, 22):
            rect(c, x - 4, -100, 8, 100)
            wash(c, tube(x - 4, x + 4, "#c99a62"))
        for i in range(6):
            rect(c, -22, -92 + i * 16, 44, 5)
            paint(c, "#b5854f")
    else:                                              # a pan
        ball(c, 0, -50, 34, "#454b52")
        ball(c, 0, -50, 27, "#353a41")
        rounded(c, -4, -20, 9, 50, 4)
        paint(c, "#454b52")


@good
def tin(c, rng, colour="#2f6470", text=None, wide=26):
    """A tin with a lid: tea, paint, biscuits."""
    contact(c, 2, -1, wide + 9, 6)
    base = vary(colour, rng, .06)
    rect(c, -wide, -66, wide * 2, 64)
    wash(c, tube(-wide, wide, base))
    rounded(c, -wide - 1, -78, wide * 2 + 2, 15, 3)
    wash(c, tube(-wide, wide, tone(base, -.15)))
    rounded(c, -wide * .72, -50, wide * 1.44, 30, 3)
    paint(c, CREAM, .92)
    letters(c, text or rng.choice(("Thé", "Café", "Sel", "Riz", "N° 7", "N° 4")), 0, -29, 15, "italic", 0, wide * 1.3)
    paint(c, INK)


@good
def lamp_shade(c, rng, colour="#d9c08c"):
    contact(c, 2, -1, 26, 6)
    ellipse(c, 0, -4, 22, 5)
    paint(c, "#6b4a32")
    rect(c, -3, -52, 6, 50)
    paint(c, "#6b4a32")
    poly(c, (-36, -46), (36, -46), (20, -98), (-20, -98))
    wash(c, tube(-36, 36, colour, dark=.2))


@good
def chair(c, rng, colour="#8a5d35", seat="#c9a468"):
    """A straw-bottomed chair."""
    contact(c, 2, -1, 34, 7)
    for x0, x1 in ((-22, -26), (20, 24)):
        poly(c, (x0 - 3, -46), (x0 + 3, -46), (x1 + 2, 0), (x1 - 2, 0))
        paint(c, tone(colour, -.1))
    for x in (-24, 22):
        rect(c, x - 3, -100, 6, 56)
        wash(c, tube(x - 3, x + 3, colour))
    for y in (-94, -80, -66):
        rounded(c, -24, y, 46, 7, 3)
        paint(c, tone(colour, .08))
    poly(c, (-26, -50), (24, -50), (30, -40), (-31, -40))
    wash(c, gradient(0, -50, 0, -40, tone(seat, .2), tone(seat, -.2)))
    rect(c, -24, -20, 46, 4)
    paint(c, tone(colour, -.2))


@good
def crate(c, rng, filling=None, colour="#b98f5c", wide=120, tall=42, n=6, size=44):
    """A wooden crate, with goods heaped in it."""
    contact(c, 3, -1, wide * .62, 10)
    rect(c, -wide / 2 + 4, -tall - 6, wide - 8, 14)
    paint(c, "#3a2a22")
    for row in range(2 if filling else 0):
        for i in range(n):
            x = -wide / 2 + wide * (i + .5 + .25 * row) / (n + .3)
            filling(c, x, -tall + 8 + row * 7 + rng.uniform(-3, 2), size, rng)
    for i in range(2):
        y = -tall + i * tall * .52
        rect(c, -wide / 2, y, wide, tall * .44)
        tint = vary(colour, rng, .07)
        wash(c, gradient(0, y, 0, y + tall * .44, tone(tint, .2), tone(tint, -.18)))
    for x in (-wide / 2, wide / 2 - 9):
        rect(c, x, -tall - 4, 9, tall + 4)
        paint(c, tone(colour, -.2))
