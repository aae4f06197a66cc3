"""Pots, flowers, tools, tins and furniture. Drawn as food.py says."""
import math

from food import good, leaf
from paint import (CREAM, INK, LEAF, STEEL, ball, contact, ellipse, gradient, letters, line, paint, poly, rect, rounded,
                   tone, tube, vary, wash)


@good
def pot(c, rng, plant="bush", colour="#b0623f", bloom="#e7d9ef"):
    contact(c, 4, -1, 40, 9)
    poly(c, (-24, 0), (24, 0), (32, -46), (-32, -46))
    wash(c, tube(-30, 30, colour))
    rounded(c, -35, -54, 70, 13, 3)
    wash(c, tube(-35, 35, tone(colour, 0.08)))
    if plant == "bush":
        ball(c, 0, -90, 38, tone(LEAF, -0.3), shine=0.1)
        for _ in range(420):
            a, r = rng.uniform(0, 6.28), math.sqrt(rng.random()) * 40
            px, py = r * math.cos(a), -90 + r * math.sin(a)
            leaf(
                c,
                px,
                py,
                rng.uniform(4, 8),
                a + rng.uniform(-1, 1),
                tone(vary(LEAF, rng, 0.12), -0.012 * (px * 0.6 + py + 90) - 0.05),
                0.4,
            )
    elif plant == "lavender":
        for _ in range(42):
            x, top = rng.gauss(0, 16), -100 - rng.uniform(0, 34)
            c.move_to(x * 0.4, -52)
            c.curve_to(x * 0.5, -70, x, -84, x * 1.6, top)
            line(c, vary("#7f9170", rng, 0.2), 2)
            for i in range(5):
                ball(c, x * 1.6 + rng.uniform(-2, 2), top + i * 5, 3.2, vary("#8573ad", rng, 0.2))
    elif plant == "cactus":
        rounded(c, -14, -104, 28, 56, 14)
        wash(c, tube(-14, 14, "#5f8a5e"))
    else:
        for i in range(11):
            leaf(c, 0, -50, rng.uniform(36, 66), -math.pi * (0.12 + 0.76 * i / 10), vary(LEAF, rng, 0.2), 0.2)
        for _ in range(9 if plant == "flower" else 0):
            x, y = rng.gauss(0, 22), -92 + rng.gauss(0, 16)
            bloom_at(c, rng, x, y, rng.uniform(6, 10), bloom)


def bloom_at(c, rng, x, y, r, colour, kind=None):
    """One flower seen from above: daisy, rose, dahlia or a pompon."""
    kind = kind or rng.choice(("daisy", "rose", "dahlia", "pompon"))
    colour = vary(colour, rng, 0.10)
    turn = rng.uniform(0, 6.28)
    if kind == "daisy":
        for i in range(9):
            a = turn + i * 0.698
            leaf(c, x, y, r * 1.15, a, colour, 0.28)
        ball(c, x, y, r * 0.34, "#d8a32f")
    elif kind == "rose":
        ball(c, x, y, r, tone(colour, -0.12))
        for i in range(7):
            a, d = turn + i * 0.9, r * (1 - i * 0.12)
            ball(c, x + d * 0.42 * math.cos(a), y + d * 0.42 * math.sin(a), d * 0.62, tone(colour, 0.02 + i * 0.05))
        c.new_sub_path()
        c.arc(x, y, r * 0.26, turn, turn + 4.4)
        line(c, tone(colour, -0.45), r * 0.1, 0.7)
    elif kind == "dahlia":
        for ring, n in ((1.1, 13), (0.78, 11), (0.48, 8)):
            for i in range(n):
                leaf(c, x, y, r * ring, turn + i * 6.2832 / n + ring, tone(colour, 0.35 * (1.1 - ring)), 0.24)
        ball(c, x, y, r * 0.22, tone(colour, -0.2))
    else:
        for _ in range(26):
            a, d = rng.uniform(0, 6.28), math.sqrt(rng.random()) * r * 0.8
            ball(c, x + d * math.cos(a), y + d * math.sin(a), r * 0.26, vary(colour, rng, 0.16))


@good
def bucket(c, rng, blooms=("#d9a0a8",), metal="#8e979b", full=20):
    """A zinc bucket of cut flowers."""
    contact(c, 4, -1, 40, 9)
    for _ in range(16):
        a = -math.pi * rng.uniform(0.2, 0.8)
        leaf(c, rng.uniform(-18, 18), -52, rng.uniform(40, 66), a, vary(LEAF, rng, 0.25), 0.16)
    for _ in range(full):
        x, y = rng.gauss(0, 21), -88 + rng.gauss(0, 15)
        bloom_at(c, rng, x, y, rng.uniform(8, 13), rng.choice(blooms))
    poly(c, (-22, 0), (22, 0), (31, -58), (-31, -58))
    wash(c, tube(-30, 30, metal, shine=0.45))
    for y in (-14, -46):
        rect(c, -30, y, 60, 2)
        paint(c, tone(metal, -0.35), 0.5)
    ellipse(c, 0, -58, 31, 5)
    paint(c, tone(metal, 0.3))


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
        paint(c, tone(colour, -0.38), 0.55)
        for y in (-33, -38):
            rect(c, -50, y, 100, 2)
            paint(c, tone(colour, -0.38), 0.5)
    for _ in range(36):
        ellipse(c, rng.uniform(-42, 42), rng.uniform(-90, 0), rng.uniform(0.6, 1.6), 0.8)
        paint(c, "#4a3b2c", 0.4)
    c.restore()
    ellipse(c, 0, mouth[1], mouth[0], mouth[0] * 0.17)
    paint(c, tone(colour, -0.5))
    ellipse(c, 0, mouth[1], mouth[0], mouth[0] * 0.17)
    line(c, tone(colour, 0.3), 2)


@good
def tool(c, rng, kind="drill", colour="#c9742e"):
    """Tools as they hang on a wall."""
    if kind == "drill":
        rounded(c, -44, -84, 74, 30, 9)
        wash(c, gradient(0, -84, 0, -54, tone(colour, 0.3), tone(colour, -0.25)))
        poly(c, (6, -56), (30, -56), (38, -6), (16, -6))
        paint(c, tone(colour, -0.25))
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
        wash(c, tube(-6, 6, STEEL, shine=0.5))
        for y, a in ((-84, -1.57), (-8, 1.57)):
            c.new_sub_path()
            c.arc(0, y, 13, a + 0.6, a + 5.68)
            line(c, STEEL, 10)
    elif kind == "ladder":
        for x in (-22, 22):
            rect(c, x - 4, -100, 8, 100)
            wash(c, tube(x - 4, x + 4, "#c99a62"))
        for i in range(6):
            rect(c, -22, -92 + i * 16, 44, 5)
            paint(c, "#b5854f")
    else:  # a pan
        ball(c, 0, -50, 34, "#454b52")
        ball(c, 0, -50, 27, "#353a41")
        rounded(c, -4, -20, 9, 50, 4)
        paint(c, "#454b52")


@good
def tin(c, rng, colour="#2f6470", text=None, wide=26):
    """A tin with a lid: tea, paint, biscuits."""
    contact(c, 2, -1, wide + 9, 6)
    base = vary(colour, rng, 0.06)
    rect(c, -wide, -66, wide * 2, 64)
    wash(c, tube(-wide, wide, base))
    rounded(c, -wide - 1, -78, wide * 2 + 2, 15, 3)
    wash(c, tube(-wide, wide, tone(base, -0.15)))
    rounded(c, -wide * 0.72, -50, wide * 1.44, 30, 3)
    paint(c, CREAM, 0.92)
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
    wash(c, tube(-36, 36, colour, dark=0.2))


@good
def chair(c, rng, colour="#8a5d35", seat="#c9a468"):
    """A straw-bottomed chair."""
    contact(c, 2, -1, 34, 7)
    for x0, x1 in ((-22, -26), (20, 24)):
        poly(c, (x0 - 3, -46), (x0 + 3, -46), (x1 + 2, 0), (x1 - 2, 0))
        paint(c, tone(colour, -0.1))
    for x in (-24, 22):
        rect(c, x - 3, -100, 6, 56)
        wash(c, tube(x - 3, x + 3, colour))
    for y in (-94, -80, -66):
        rounded(c, -24, y, 46, 7, 3)
        paint(c, tone(colour, 0.08))
    poly(c, (-26, -50), (24, -50), (30, -40), (-31, -40))
    wash(c, gradient(0, -50, 0, -40, tone(seat, 0.2), tone(seat, -0.2)))
    rect(c, -24, -20, 46, 4)
    paint(c, tone(colour, -0.2))


@good
def crate(c, rng, filling=None, colour="#b98f5c", wide=120, tall=42, n=6, each=44):
    """A wooden crate, with goods heaped in it."""
    contact(c, 3, -1, wide * 0.62, 10)
    rect(c, -wide / 2 + 4, -tall - 6, wide - 8, 14)
    paint(c, "#3a2a22")
    for row in range(2 if filling else 0):
        for i in range(n):
            x = -wide / 2 + wide * (i + 0.5 + 0.25 * row) / (n + 0.3)
            filling(c, x, -tall + 8 + row * 7 + rng.uniform(-3, 2), each, rng)
    for i in range(2):
        y = -tall + i * tall * 0.52
        rect(c, -wide / 2, y, wide, tall * 0.44)
        tint = vary(colour, rng, 0.07)
        wash(c, gradient(0, y, 0, y + tall * 0.44, tone(tint, 0.2), tone(tint, -0.18)))
    for x in (-wide / 2, wide / 2 - 9):
        rect(c, x, -tall - 4, 9, tall + 4)
        paint(c, tone(colour, -0.2))
