"""Still lifes: what is read, worn, sewn, ridden and repaired."""
import math

import drinks
import props
import things
import tools
from paint import (GOLD, LEAF, ball, contact, curve, ellipse, gradient, line, mix, paint, poly, radial, rect, rounded,
                   soft, tone, vary, wash)
from stage import leaves_shadow, roofs_shadow, soften_sun
from table import all_light, backdrop, cast, planks, steam, window_light
from walls import brick_wall, pavement


def books(st):
    c, rng = st.c, st.rng
    backdrop(st, "#7d94a0")
    planks(st, 650, "#8a6342")
    cast(st, 520, 900, 520, 330)
    y = 910
    for thick, s, tint, dx in (
        (26, 330, "#27506b", 0),
        (22, 310, "#d6a443", 14),
        (30, 320, "#8a2f3b", -10),
        (18, 300, "#3f5d4a", 10),
        (24, 270, "#e6d6b4", -8),
        (16, 280, "#b8573f", 12),
    ):
        things.book(c, 500 + dx, y, s, rng, tint, lying=True, thick=thick)
        y -= thick * s / 100
    drinks.cup(c, 490, y + 4, 150, rng, "#e9e2d2")
    steam(st, 490, y - 110, 180, 2)
    x = 880
    for tint, thick, tall, lean in (
        ("#46688a", 20, 100, 0),
        ("#a33f2c", 15, 92, 0),
        ("#e6d6b4", 24, 96, 0),
        ("#5c3350", 14, 88, 0),
        ("#7d9a8e", 19, 99, 0),
        ("#2f3440", 16, 90, 0.16),
    ):
        c.save()
        c.translate(x, 890)
        c.rotate(-lean)
        things.book(c, 0, 0, 440, rng, tint, thick=thick, tall=tall)
        c.restore()
        x += thick * 4.4 + 6 + lean * 160
    cast(st, 1130, 895, 500, 300, 0.3)
    ellipse(c, 240, 985, 54, 17)
    line(c, "#2b2420", 7)
    ellipse(c, 372, 985, 54, 17)
    line(c, "#2b2420", 7)
    c.move_to(294, 982)
    c.curve_to(304, 972, 314, 972, 320, 982)
    line(c, "#2b2420", 6)
    window_light(st, 260, -90, 720, 660)


def armchair(st):
    """The green armchair and Virgule, who is not a morning dog. Portrait."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, 0, w, h)
    wash(c, gradient(0, 0, 0, h, "#6b4a34", "#8a6242"))
    for row in range(5):
        y = 250 + row * 250
        x = -10
        while x < w:
            thick = rng.uniform(20, 46)
            if rng.random() < 0.07:
                x += thick * 1.4
                continue
            things.book(c, x + thick / 2, y, 210, rng, None, thick=thick / 2.1, tall=rng.uniform(76, 98))
            x += thick + 2
        rect(c, 0, y, w, 26)
        wash(c, gradient(0, y, 0, y + 26, "#a8794a", "#5a3d26"))
        rect(c, 0, y + 26, w, 40)
        wash(c, gradient(0, y + 26, 0, y + 66, ("#140e16", 0.5), ("#140e16", 0)))
    for x in (-14, 520, 1054):
        rect(c, x, 0, 30, 1300)
        wash(c, gradient(x, 0, x + 30, 0, "#9a6d42", "#5a3d26"))
    with st.place(-270, 0):
        planks_in(st, 1290, w + 600, h, "#8a5f3e")
    ellipse(c, 530, 1450, 560, 96)
    wash(c, radial(530, 1450, 560, "#a8453a", "#8f3a34", "#7a2f30"))
    ellipse(c, 530, 1450, 500, 80)
    line(c, "#e0b878", 6, 0.7)
    green = "#4f6b4a"
    with soft(c, 26) as s:
        ellipse(s, 560, 1440, 430, 60)
        paint(s, "#120c14", 0.6)
    for x in (230, 790):
        poly(c, (x - 16, 1380), (x + 16, 1380), (x + 8, 1450), (x - 8, 1450))
        paint(c, "#4a3222")
    rounded(c, 210, 700, 620, 640, 150)
    wash(c, gradient(210, 700, 830, 1300, tone(green, 0.22), green, tone(green, -0.35)))
    for r in range(3):
        for k in range(4 - r % 2):
            ball(c, 360 + k * 110 + (r % 2) * 55, 830 + r * 100, 9, tone(green, -0.35))
    rounded(c, 250, 1130, 540, 150, 56)
    wash(c, gradient(0, 1130, 0, 1280, tone(green, 0.28), tone(green, -0.15)))
    for x in (130, 730):
        rounded(c, x, 1010, 180, 380, 84)
        wash(c, gradient(x, 0, x + 180, 0, tone(green, 0.2), green, tone(green, -0.4)))
        ellipse(c, x + 90, 1080, 62, 58)
        wash(c, radial(x + 70, 1060, 80, tone(green, 0.2), tone(green, -0.15)))
    rounded(c, 290, 1270, 460, 110, 20)
    wash(c, gradient(0, 1270, 0, 1380, tone(green, -0.05), tone(green, -0.4)))
    _dog(st, 520, 1150)
    rect(c, 925, 640, 10, 800)
    paint(c, "#b5863c")
    ellipse(c, 930, 1440, 70, 14)
    paint(c, "#8a6530")
    poly(c, (840, 660), (1020, 660), (980, 500), (880, 500))
    wash(c, gradient(840, 0, 1020, 0, "#f6e3b0", "#d9b878"))
    st.light_point(930, 640, 760, (1, 0.74, 0.42), 0.9)
    st.light_point(930, 580, 180, (1, 0.85, 0.6), 0.7)
    st.light_area(840, 500, 180, 160, (1, 0.85, 0.6), 0.8)


def planks_in(st, y, w, h, colour):
    units, st.units = st.units, (w, h)
    planks(st, y, colour)
    st.units = units


def _dog(st, x, y):
    """Asleep, rolled up."""
    c = st.c
    fur = "#c69a66"
    with st.place(x, y):
        contact(c, 0, 6, 190, 26, 0.5)
        curve(c, [(-170, 0), (-176, -60), (-90, -118), (30, -124), (140, -92), (178, -30), (160, 4), (0, 12)])
        wash(c, radial(-40, -90, 240, tone(fur, 0.3), fur, tone(fur, -0.35)))
        curve(c, [(60, 6), (120, -34), (176, -20), (184, 6), (120, 16)])
        paint(c, tone(fur, -0.12))
        curve(c, [(-186, 4), (-196, -40), (-150, -76), (-92, -66), (-70, -20), (-100, 10)])
        wash(c, radial(-140, -50, 110, tone(fur, 0.35), tone(fur, -0.1)))
        curve(c, [(-110, -70), (-70, -66), (-58, -20), (-84, 4), (-104, -30)])
        paint(c, "#7d5230")
        ball(c, -190, -16, 15, "#2b2420")
        c.move_to(-152, -38)
        c.curve_to(-144, -30, -132, -30, -126, -38)
        line(c, "#4a3020", 5)


def bouquet(st):
    """A big bunch in a stoneware jug. Portrait."""
    c, rng = st.c, st.rng
    backdrop(st, "#b8a08c", 1150)
    with st.place(-260, 0):
        units, st.units = st.units, (1600, 1600)
        planks(st, 1160, "#8a6a4e")
        st.units = units
    cast(st, 530, 1400, 330, 520)
    for _ in range(60):
        a = -1.57 + rng.gauss(0, 0.62)
        things.leaf(
            c,
            530 + rng.uniform(-30, 30),
            900,
            rng.uniform(260, 560),
            a,
            vary(rng.choice((LEAF, "#7d8f6a", "#4f6b52")), rng, 0.14),
            rng.uniform(0.07, 0.16),
        )
    tints = ("#c9556b", "#e3a08e", "#f2e4d0", "#8a4a78", "#d6a443", "#b0402e", "#e9c4c0", "#d98a4a")
    spots = []
    for k in range(58):
        for _ in range(30):
            a, r = rng.uniform(-3.4, 0.26), math.sqrt(rng.random())
            x, y = 530 + 340 * r * math.cos(a), 610 + 330 * r * math.sin(a)
            if all((x - px) ** 2 + (y - py) ** 2 > 74**2 for px, py, _ in spots):
                spots.append((x, y, rng.uniform(44, 84)))
                break
    for x, y, r in sorted(spots, key=lambda p: (p[0] - 530) ** 2 + (p[1] - 640) ** 2, reverse=True):
        with soft(c, 8) as s:
            ellipse(s, x + 8, y + 12, r * 0.9, r * 0.9)
            paint(s, "#1d1526", 0.30)
        tools.bloom_at(c, rng, x, y, r, rng.choice(tints))
    for _ in range(26):
        a = -1.57 + rng.gauss(0, 0.8)
        x, y = 530 + 400 * math.cos(a) * rng.uniform(0.7, 1.1), 620 + 420 * math.sin(a) * rng.uniform(0.7, 1.05)
        for k in range(5):
            ball(c, x + rng.gauss(0, 16), y + rng.gauss(0, 16), rng.uniform(5, 9), "#f6eee0", shine=0.4)
    tools.vase(c, 530, 1420, 560, rng, "#a8a396")
    for x, y, t in ((180, 1440, "#c9556b"), (820, 1480, "#e3a08e"), (900, 1400, "#f2e4d0")):
        things.leaf(c, x, y, 60, rng.uniform(0, 6), t, 0.4)
    window_light(st, 60, 60, 620, 900, blur=12)


def bicycle(st):
    """Leaning on a limewashed wall, late sun."""
    c, rng = st.c, st.rng
    brick_wall(st, 0, 0, 1600, 840, "white", (62, 21))
    pavement(st, 830)
    with soft(c, 9) as s:
        s.translate(120, -16)
        for wx in (545, 1055):
            ellipse(s, wx, 700, 176, 176)
            line(s, "#3a3040", 12, 0.4)
        s.move_to(545, 700)
        s.line_to(730, 470)
        s.line_to(985, 440)
        s.line_to(1055, 700)
        s.line_to(790, 720)
        s.line_to(705, 455)
        line(s, "#3a3040", 14, 0.4)
    props.bicycle(st, 800, 876, 2.66, "#b5432f")
    for _ in range(26):
        tools.bloom_at(
            c,
            rng,
            1046 + rng.gauss(0, 62),
            400 + rng.gauss(0, 26),
            rng.uniform(22, 40),
            rng.choice(("#e3a08e", "#f2e4d0", "#d6a443", "#c9556b")),
        )
    roofs_shadow(st, rng, 700, 0.42)
    leaves_shadow(st, rng, 900, -60, 760, 420, 70, 60)
    soften_sun(st, 6)


def buttons(st):
    """Buttons sorted by colour, seen from above."""
    c, rng = st.c, st.rng
    rect(c, 0, 0, 1600, 1067)
    paint(c, "#d9c7a8")
    ramp = (
        "#8a2f3b",
        "#b0402e",
        "#d98a4a",
        "#e3bd6b",
        "#a9b37a",
        "#5f8a6a",
        "#2f6470",
        "#46688a",
        "#5c3d6b",
        "#b5536a",
    )
    spots = []
    for _ in range(2600):
        r = rng.choice((26, 32, 40, 50, 60))
        x, y = rng.uniform(-20, 1620), rng.uniform(-20, 1090)
        if all((x - a) ** 2 + (y - b) ** 2 > (r + d) ** 2 * 0.86 for a, b, d in spots):
            spots.append((x, y, r))
    for x, y, r in spots:
        t = max(0, min(0.999, (x / 1600 * 0.82 + y / 1067 * 0.18) + rng.gauss(0, 0.025))) * (len(ramp) - 1)
        tint = vary(mix(ramp[int(t)], ramp[int(t) + 1], t % 1), rng, 0.12)
        if rng.random() < 0.10:
            tint = rng.choice(("#f0e6d2", "#3a3230", "#c9a468"))
        contact(c, x + r * 0.14, y + r * 0.18, r * 1.18, r * 1.16, 0.45)
        ball(c, x, y, r, tint, shine=0.35)
        ellipse(c, x, y, r * 0.74, r * 0.74)
        wash(c, gradient(x - r, y - r, x + r, y + r, tone(tint, -0.22), tone(tint, 0.22)))
        ellipse(c, x, y, r * 0.66, r * 0.66)
        paint(c, tint)
        turn = rng.uniform(0, 1.57)
        holes = rng.choice((2, 4, 4))
        for k in range(holes):
            a = turn + 6.2832 * k / holes
            ellipse(c, x + r * 0.24 * math.cos(a), y + r * 0.24 * math.sin(a), r * 0.10, r * 0.10)
            paint(c, tone(tint, -0.7))
        if holes == 4 and rng.random() < 0.4:
            for k in (0, 1):
                a = turn + 6.2832 * k / 4
                c.move_to(x + r * 0.24 * math.cos(a), y + r * 0.24 * math.sin(a))
                c.line_to(x - r * 0.24 * math.cos(a), y - r * 0.24 * math.sin(a))
            line(c, tone(tint, 0.5), r * 0.09)
    all_light(st, 0.3, 0.3, 1500, 0.2)


def shoes(st):
    c, rng = st.c, st.rng
    backdrop(st, "#6f7f78")
    planks(st, 650, "#7d5638")
    for i in range(9):
        x = 180 + i * 96
        rect(c, x - 3, 60, 6, 46)
        paint(c, "#4a3a2e")
        things.key(c, x, 300 + (i % 3) * 18, 200, rng, ("#9aa5ab", "#c9a04a", "#b5784a")[i % 3], old=i % 2 == 0)
    rounded(c, 110, 50, 900, 26, 6)
    wash(c, gradient(0, 50, 0, 76, "#a8794a", "#6b4a2e"))
    cast(st, 560, 900, 700, 260)
    things.shoe(c, 560, 910, 400, rng, "#8a3f24", lace="#e6d6b4")
    cast(st, 1080, 960, 640, 230)
    things.shoe(c, 1090, 970, 380, rng, "#3a2a22", flip=True)
    food_tin = tools.tin
    food_tin(c, 1380, 760, 190, rng, "#9a3412", "Cirage", 34)
    c.save()
    c.translate(250, 985)
    c.rotate(-0.14)
    rounded(c, -120, -26, 240, 30, 12)
    wash(c, gradient(0, -26, 0, 4, "#c99a62", "#7a5230"))
    for i in range(46):
        rect(c, -112 + i * 4.9, 2, 3, 26)
        paint(c, "#3a2a20")
    c.restore()
    window_light(st, 500, -100, 700, 660)


def satchel(st):
    c, rng = st.c, st.rng
    backdrop(st, "#4f5f63")
    planks(st, 700, "#93683f")
    for i in range(7):
        x = 120 + i * 56
        rect(c, x, 70, 30 - i, 470 - 30 * (i % 3))
        wash(
            c,
            gradient(
                x,
                0,
                x + 30,
                0,
                tone(("#8c5227", "#5a3626", "#b5803f", "#3d2a20")[i % 4], 0.15),
                tone(("#8c5227", "#5a3626", "#b5803f", "#3d2a20")[i % 4], -0.25),
            ),
        )
        rounded(c, x + 2, 520 - 30 * (i % 3), 26, 34, 4)
        line(c, GOLD, 5)
    rounded(c, 90, 56, 470, 24, 8)
    wash(c, gradient(0, 56, 0, 80, "#a8794a", "#6b4a2e"))
    cast(st, 900, 910, 640, 420)
    things.bag(c, 900, 920, 620, rng, "#9a5a2a")
    cast(st, 330, 960, 300, 60)
    for r in (110, 80, 50):
        ellipse(c, 330, 930, r, r * 0.42)
        line(c, tone("#5a3626", 0.1 * (110 - r) / 30), 20)
    for k, (x, y, a) in enumerate(((1300, 960, -0.5), (1380, 985, -0.3))):
        c.save()
        c.translate(x, y)
        c.rotate(a)
        rounded(c, -90, -12, 110, 24, 11)
        wash(c, gradient(0, -12, 0, 12, "#c99a62", "#7a5230"))
        poly(c, (20, -7), (130, -3), (130, 3), (20, 7))
        paint(c, "#b9c2c6")
        c.restore()
    things.spool(c, 1330, 800, 150, rng, "#d9b98c")
    window_light(st, 420, -110, 700, 680)
