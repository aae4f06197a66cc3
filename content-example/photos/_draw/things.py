"""Things that are not eaten: books, flowers, shoes, tools, toys… Drawn as food.py says."""
import math

from food import good, leaf
from paint import (ACCENT, CREAM, GOLD, INK, STEEL, ball, contact, curve, ellipse, gradient, letters, line, paint, poly,
                   rect, rounded, tone, tube, vary, wash)

COVERS = (
    "#a33f2c",
    "#27506b",
    "#d6a443",
    "#3f5d4a",
    "#5c3350",
    "#c47a5a",
    "#e6d6b4",
    "#2f3440",
    "#7d9a8e",
    "#b8573f",
    "#8a2f3b",
    "#46688a",
)


@good
def book(c, rng, colour=None, lying=False, thick=16, tall=100):
    """A book's back, upright; or a lying one, seen at its back."""
    colour = vary(colour or rng.choice(COVERS), rng, 0.07)
    if lying:
        contact(c, 3, 0, 84, 8)
        rounded(c, -74, -thick, 148, thick, 3)
        wash(c, gradient(0, -thick, 0, 0, tone(colour, 0.25), colour, tone(colour, -0.4)))
        for x in (-58, -50, 46, 54):
            rect(c, x, -thick, 3, thick)
            paint(c, GOLD, 0.8)
        rect(c, -30, -thick * 0.62, 56, thick * 0.22)
        paint(c, tone(colour, 0.6), 0.8)
        return
    rounded(c, -thick / 2, -tall, thick, tall, 2)
    wash(c, tube(-thick / 2, thick / 2, colour, shine=0.2))
    for t in (0.08, 0.86):
        rect(c, -thick / 2, -tall * (1 - t), thick, 2)
        paint(c, GOLD, 0.8)
    rect(c, -thick * 0.18, -tall * rng.uniform(0.74, 0.8), thick * 0.36, tall * rng.uniform(0.25, 0.42))
    paint(c, tone(colour, rng.choice((0.5, 0.65, -0.5))), 0.85)


@good
def cover(c, rng, colour=None, lean=0.1):
    """A book shown face on."""
    colour = vary(colour or rng.choice(COVERS), rng, 0.06)
    contact(c, 4, -1, 42, 7)
    rect(c, -32, -96, 64, 96)
    wash(c, gradient(-32, -96, 32, 0, tone(colour, 0.16), tone(colour, -0.14)))
    rect(c, -32, -96, 5, 96)
    paint(c, tone(colour, -0.35), 0.6)
    kind = rng.randrange(5)
    if kind == 0:
        ellipse(c, 2, -52, 18, 18)
        paint(c, tone(colour, 0.6))
    elif kind == 1:
        poly(c, (-20, -28), (2, -70), (26, -28))
        paint(c, tone(colour, -0.45))
        ellipse(c, 14, -72, 7, 7)
        paint(c, GOLD)
    elif kind == 2:
        for i in range(5):
            rect(c, -18, -66 + i * 9, 40, 4)
            paint(c, tone(colour, 0.5 if i % 2 else -0.4))
    elif kind == 3:
        curve(c, [(-27, -40), (-6, -56), (12, -38), (32, -52), (32, 0), (-27, 0)])
        paint(c, tone(colour, -0.4), 0.8)
        ellipse(c, 8, -66, 9, 9)
        paint(c, "#f4e5bf")
    else:
        for a in range(8):
            leaf(c, 2, -50, 22, a * 0.785, tone(colour, 0.5), 0.22)
    rect(c, -20, -88, 44, 5)
    paint(c, "#fbf2de", 0.9)
    rect(c, -20, -80, 28, 3)
    paint(c, "#fbf2de", 0.7)


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
    wash(c, gradient(-30, -80, 10, 0, tone(colour, 0.3), colour, tone(colour, -0.4)))
    curve(c, [(-74, -24), (-58, -34), (-40, -30), (-60, -16)])
    paint(c, tone(colour, 0.6), 0.5)
    c.move_to(-40, -42)
    c.curve_to(-24, -30, -20, -18, -22, -9)
    line(c, tone(colour, -0.5), 2, 0.8)
    c.move_to(8, -76)
    c.curve_to(8, -50, 24, -30, 36, -9)
    line(c, tone(colour, -0.5), 2, 0.8)
    for i in range(4):
        c.move_to(-16 + i * 8, -50 - i * 7)
        c.line_to(6 + i * 5, -42 - i * 8)
        line(c, lace or tone(colour, -0.55), 4)
    ellipse(c, 37, -77, 30, 5)
    paint(c, tone(colour, -0.6))
    rounded(c, -80, -10, 152, 7, 3)
    paint(c, tone(sole, 0.2))
    rounded(c, 32, -10, 41, 12, 2)
    paint(c, sole)
    rounded(c, -79, -5, 108, 5, 2)
    paint(c, sole)


@good
def bag(c, rng, colour="#8c5227", flap=True):
    """A satchel."""
    contact(c, 4, -1, 66, 10)
    base = vary(colour, rng, 0.05)
    c.move_to(-28, -74)
    c.curve_to(-28, -104, 28, -104, 28, -74)
    line(c, tone(base, -0.3), 7)
    rounded(c, -58, -76, 116, 76, 9)
    wash(c, gradient(-58, -76, 58, 0, tone(base, 0.22), base, tone(base, -0.38)))
    rounded(c, -53, -71, 106, 66, 7)
    c.set_dash([4, 3])
    line(c, "#ead6ae", 1.4, 0.8)
    c.set_dash([])
    if flap:
        c.move_to(-60, -78)
        c.line_to(60, -78)
        c.curve_to(61, -44, 46, -34, 0, -33)
        c.curve_to(-46, -34, -61, -44, -60, -78)
        wash(c, gradient(0, -78, 0, -33, tone(base, 0.30), tone(base, -0.05)))
        for x in (-28, 28):
            rounded(c, x - 6, -50, 12, 30, 2)
            paint(c, tone(base, -0.28))
            rounded(c, x - 8, -34, 16, 12, 2)
            line(c, GOLD, 3)


@good
def key(c, rng, metal=STEEL, old=False):
    c.new_sub_path()
    c.arc(0, -82, 15, 0, 6.2832)
    line(c, tone(metal, -0.1), 8 if old else 12)
    rect(c, -4, -68, 8, 66)
    wash(c, tube(-4, 4, metal, shine=0.5))
    for i, (y, w) in enumerate(((-6, 14), (-18, 10), (-28, 13))[: 2 if old else 3]):
        rect(c, 2, y - 6, w, 7)
        paint(c, tone(metal, -0.15))


@good
def yarn(c, rng, colour="#b5536a"):
    contact(c, 3, -1, 40, 8)
    base = vary(colour, rng, 0.06)
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
            line(c, tone(base, 0.35 if (i + k) % 2 else -0.3), 1.8, 0.5)
            c.restore()
    c.restore()


@good
def spool(c, rng, colour="#2f6470"):
    contact(c, 2, -1, 24, 5)
    for y in (-58, -8):
        rounded(c, -20, y, 40, 8, 2)
        wash(c, tube(-20, 20, "#c99a62"))
    rect(c, -15, -50, 30, 42)
    wash(c, tube(-15, 15, vary(colour, rng, 0.06)))
    for i in range(10):
        rect(c, -15, -49 + i * 4.2, 30, 1)
        paint(c, "#1c1830", 0.16)


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
        c.move_to(x * 0.7, -56)
        c.line_to(x * 1.8, -21)
        line(c, tone(colour, -0.35), 1.4, 0.6)


@good
def teddy(c, rng, colour="#b98a55"):
    contact(c, 3, -1, 42, 8)
    for x, y, r in ((-20, -8, 13), (20, -8, 13), (-27, -36, 10), (27, -36, 10)):
        ball(c, x, y - 3, r, tone(colour, -0.08))
    ball(c, 0, -28, 27, colour)
    for x in (-19, 19):
        ball(c, x, -86, 10, tone(colour, -0.1))
    ball(c, 0, -68, 25, tone(colour, 0.05))
    ball(c, 0, -61, 10, tone(colour, 0.4), ry=8)
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
        col = vary(rng.choice(tint), rng, 0.05)
        rounded(c, x - 2, y - 30, 30, 30, 2)
        wash(c, gradient(x, y - 30, x + 28, y, tone(col, 0.25), tone(col, -0.2)))
        letters(c, rng.choice("AEMOULIN"), x + 13, y - 8, 19, "gothic")
        paint(c, CREAM, 0.9)
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
    wash(c, gradient(0, -60, 0, -14, tone(colour, 0.3), tone(colour, -0.2)))
    rounded(c, -20, -54, 42, 15, 6)
    paint(c, "#dbe4e2")
    for x in (-34, 34):
        ball(c, x, -13, 14, "#d6ae78")
        ball(c, x, -13, 5, "#8a5d35")


@good
def spectacles(c, rng, frame=INK, tint="#cfdde0"):
    for x in (-34, 34):
        rounded(c, x - 27, -52, 54, 44, 20)
        wash(c, gradient(x - 27, -52, x + 27, -8, (tint, 0.75), (tone(tint, 0.3), 0.45)))
        poly(c, (x - 12, -50), (x - 2, -50), (x - 16, -12), (x - 24, -16))
        paint(c, "#ffffff", 0.4)
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
    ball(c, 0, -50, 27, colour, shine=0.5)
    ball(c, 0, -50, 22, dial, shine=0.5)
    for i in range(12):
        a = i * math.pi / 6
        c.move_to(17 * math.sin(a), -50 - 17 * math.cos(a))
        c.line_to(20 * math.sin(a), -50 - 20 * math.cos(a))
    line(c, INK, 1.6)
    for a, r in ((-0.9, 11), (1.05, 16)):
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
    wash(c, tube(-36, 36, colour, shine=0.18))
    for i in range(15):
        a = math.pi * (i + 0.5) / 15
        ball(c, -24 * math.cos(a), -66 + 34 * math.sin(a), 3.6 + 1.6 * math.sin(a), beads, shine=0.6)
