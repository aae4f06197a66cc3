"""Still lifes: what is baked, ripened, brewed and grown."""
import math

import drinks
import food
from openings import brick_arch, opening
from paint import (ACCENT, INK, LEAF, ball, blob, contact, curve, ellipse, gradient, letters, line, paint, poly, radial,
                   rect, rounded, soft, tone, vary, wash)
from stage import leaves_shadow, soften_sun
from table import all_light, backdrop, cast, cloth, crumbs, plain, planks, steam, wheat, window_light
from walls import brick_wall, stone


def bread(st):
    c, rng = st.c, st.rng
    backdrop(st, "#b9a184")
    planks(st, 640, "#8f6743")
    cloth(st, [(90, 930), (330, 790), (1010, 820), (1130, 960), (640, 1056)], "#e8dcc6", ACCENT)
    cast(st, 1180, 800, 380, 240)
    food.basket(c, 1190, 810, 350, rng, food.loaf, n=3, each=66, wide=76)
    cast(st, 560, 860, 620, 340)
    food.loaf(c, 560, 872, 430, rng)
    food.long_loaf(c, 930, 960, 250, rng, length=170)
    for i in range(5):
        wheat(c, 180 + i * 14, 985 - i * 12, 330 + 20 * i, -0.45 + 0.13 * i)
    crumbs(st, 800, 960, 260, 26, "#efe0c0", 110)
    window_light(st, 90, -60, 720, 640)


def rice_tart(st):
    c, rng = st.c, st.rng
    backdrop(st, "#8fa39c")
    plain(st, 620, "#d9cbb4")
    cloth(st, [(180, 1000), (420, 850), (1120, 830), (1480, 960), (1000, 1090)], "#c9d3cd", "#5f7f86")
    cast(st, 820, 880, 800, 160)
    food.tart(c, 820, 930, 450, rng)
    cast(st, 330, 720, 130, 220)
    drinks.cup(c, 330, 730, 170, rng, "#e6ddca")
    steam(st, 330, 610)
    drinks.jar(c, 1290, 720, 240, rng, "#f2ead8", cloth="#b0512f")
    crumbs(st, 1180, 930, 100, 20, "#c98d48", 50)
    window_light(st, 240, -80, 640, 640)


def oven(st):
    """The mouth of the stone oven, four in the morning."""
    c, rng = st.c, st.rng
    w, h = st.units
    brick_wall(st, 0, 0, w, h, "brown", (74, 26))
    rect(c, 290, 250, 1020, 480)
    opening(c, 300, 260, 1000, 450, 150)
    wash(c, radial(800, 640, 640, "#ffcf7a", "#e0752c", "#7a2c18", "#2a1514"))
    c.save()
    opening(c, 300, 260, 1000, 450, 150)
    c.clip()
    for i in range(70):
        x, y = rng.uniform(320, 1280), 300 + rng.random() * 330
        rect(c, x, y, 66, 22)
        paint(c, "#3a1712", 0.16)
    rect(c, 300, 618, 1000, 100)
    wash(c, gradient(0, 618, 0, 710, "#c9772f", "#6b3018"))
    for x, y, s in ((430, 652, 150), (620, 640, 140), (820, 648, 150), (1010, 640, 140), (1180, 652, 150)):
        food.loaf(c, x, y, s, rng, "#c07a34")
    c.restore()
    brick_arch(st, 296, 262, 1008, 150, "#6b3a2a")
    stone(st, 240, 706, 1120, 66, "#77736e", joints=4)
    poly(c, (1120, 716), (1380, 716), (1330, 752), (1170, 752))
    paint(c, "#8a6238")
    rounded(c, 1110, 696, 280, 22, 10)
    wash(c, gradient(1110, 0, 1390, 0, "#d9a868", "#8a6238"))
    food.loaf(c, 1250, 700, 170, rng)
    poly(c, (1238, 750), (1262, 750), (1290, 1080), (1250, 1080))
    wash(c, gradient(1238, 0, 1280, 0, "#c99a62", "#7d5a36"))
    food.basket(c, 300, 1000, 330, rng, food.loaf, n=3, each=66, wide=80)
    st.light_point(800, 600, 980, (1, 0.62, 0.28), 1.0)
    st.lamp.save()
    opening(st.lamp, 300, 260, 1000, 450, 150)
    st.lamp.clip()
    st.light_area(300, 260, 1000, 460, (1, 0.74, 0.42), 1.0)
    st.lamp.restore()


def cheeses(st):
    c, rng = st.c, st.rng
    backdrop(st, "#5d6b66")
    planks(st, 600, "#7d5a3c")
    cast(st, 800, 900, 1100, 120)
    food.board(c, 800, 930, 420, rng, "#b98550", wide=290)
    base = 836
    cast(st, 560, base, 520, 240)
    food.wheel(c, 545, base, 390, rng, "#d39a45", cut=True, h=50)
    food.wheel(c, 1040, base - 24, 260, rng, "#e9dcc0", h=40)
    cast(st, 1030, base + 20, 330, 160)
    food.wedge(c, 1010, base + 36, 270, rng)
    food.log(c, 1255, base + 30, 200, rng)
    food.log(c, 770, base + 42, 170, rng, "#8f8b84")
    for i in range(34):
        a, r = rng.uniform(0, 6.28), math.sqrt(rng.random())
        ball(
            c, 1330 + 74 * r * math.cos(a), 560 + 190 + 62 * r * math.sin(a), 21, vary("#5a3050", rng, 0.15), shine=0.4
        )
    food.leaf(c, 1330, 690, 110, -2.4, LEAF, 0.34)
    c.save()
    c.translate(330, 985)
    c.rotate(-0.10)
    rounded(c, -170, -13, 190, 26, 12)
    wash(c, gradient(0, -13, 0, 13, "#7a4a2c", "#3f2418"))
    poly(c, (20, -12), (260, -8), (290, 12), (20, 12))
    wash(c, gradient(0, -12, 0, 12, "#eef2f2", "#8f9a9e"))
    c.restore()
    window_light(st, 60, -80, 760, 620)


def cellar(st):
    """Planks of cheeses under a vault."""
    c, rng = st.c, st.rng
    w, h = st.units
    brick_wall(st, 0, 0, w, h, "brown", (58, 20))
    with soft(c, 40) as s:
        ellipse(s, 800, 1150, 900, 260)
        paint(s, "#141018", 0.5)
    for row in range(4):
        y = 250 + row * 235
        for x in range(110, 1600, 196):
            kind = rng.choice(("#d39a45", "#b5793f", "#e3cfa0", "#a8693a", "#c98a4a", "#8f8578"))
            food.wheel(c, x + rng.uniform(-8, 8), y + 4, rng.uniform(106, 124), rng, kind, h=rng.choice((44, 52, 66)))
        rect(c, 0, y, w, 24)
        wash(c, gradient(0, y, 0, y + 24, "#a8794a", "#5a3d26"))
        rect(c, 0, y + 24, w, 70)
        wash(c, gradient(0, y + 24, 0, y + 94, ("#0e0a12", 0.55), ("#0e0a12", 0)))
        for x in range(60, 1600, 392):
            rounded(c, x, y + 4, 74, 34, 2)
            paint(c, "#efe3c9")
            letters(c, str(rng.randrange(3, 19)) + " mois", x + 37, y + 28, 20, "italic")
            paint(c, INK)
    for x in (-24, 772, 1576):
        rect(c, x, 0, 48, h)
        wash(c, gradient(x, 0, x + 48, 0, "#8a6238", "#5a3d26"))
    c.move_to(800, 0)
    c.line_to(800, 90)
    line(c, INK, 5)
    ball(c, 800, 110, 26, "#ffe3a6", shine=0.7)
    st.light_point(800, 120, 1500, (1, 0.76, 0.44), 1.5)
    st.light_area(0, 0, w, h, (1, 0.76, 0.5), 0.22)
    st.light_point(800, 110, 160, (1, 0.85, 0.6), 1.0)


def raclette(st):
    c, rng = st.c, st.rng
    backdrop(st, "#7a3b34")
    planks(st, 600, "#93683f")
    food.board(c, 800, 960, 430, rng, "#a8743f", wide=300)
    base = 868
    c.move_to(300, base - 250)
    c.curve_to(560, base - 300, 640, base - 260, 700, base - 170)
    c.curve_to(720, base - 100, 716, base - 40, 700, base)
    c.line_to(300, base)
    c.close_path()
    wash(c, gradient(300, 0, 720, 0, "#f3d98f", "#e0b95f"))
    rect(c, 284, base - 252, 26, 252)
    paint(c, "#a8693a")
    c.move_to(470, base - 292)
    c.curve_to(640, base - 300, 690, base - 230, 722, base - 140)
    c.curve_to(760, base - 60, 750, base + 10, 800, base + 20)
    c.curve_to(740, base + 40, 700, base - 20, 690, base - 60)
    c.curve_to(660, base - 200, 560, base - 250, 470, base - 292)
    wash(c, gradient(480, base - 290, 780, base, "#fbe9a8", "#e9a83f"))
    for i in range(9):
        x = 850 + i * 46
        curve(
            c,
            [
                (x - 62, base + 10),
                (x - 50, base - 80 - 14 * (i % 3)),
                (x + 10, base - 104),
                (x + 66, base - 60),
                (x + 50, base + 12),
            ],
        )
        tint = vary(("#b0524a", "#c9746a", "#8f3a34")[i % 3], rng, 0.08)
        wash(c, radial(x, base - 70, 110, tone(tint, 0.3), tint, tone(tint, -0.3)))
        for _ in range(5):
            ellipse(c, x + rng.uniform(-40, 40), base - rng.uniform(8, 84), rng.uniform(4, 13), rng.uniform(2, 4))
            paint(c, "#f3d9cc", 0.7)
    for i in range(6):
        ball(
            c,
            300 + i * 66 + rng.uniform(-8, 8),
            base + 96 + rng.uniform(-14, 14),
            43,
            vary("#d9b676", rng, 0.08),
            ry=36,
        )
    drinks.jar(c, 1400, 740, 300, rng, "#7d8a3c", cloth="#e6d6b4")
    for i in range(4):
        food.leaf(c, 1090 + i * 52, base + 78, 74, 0.3 - i * 0.2, "#7d8a4a", 0.25)
    window_light(st, 120, -100, 700, 640)


def chocolates(st):
    c, rng = st.c, st.rng
    backdrop(st, "#4a332c")
    plain(st, 620, "#cfc0aa", veins=True)
    cast(st, 420, 840, 360, 420)
    food.gift(c, 420, 850, 420, rng, "#7a2730")
    cast(st, 720, 760, 220, 250)
    food.gift(c, 730, 770, 270, rng, "#e6d3b0", ribbon="#7a2730")
    tints = ("#4a2a1e", "#7a4a2c", "#e9d6b4", "#5a3323", "#8a5a38")
    for row, (y, n, x0) in enumerate(((720, 4, 960), (820, 5, 900), (935, 5, 880))):
        for i in range(n):
            x = x0 + i * (138 + row * 8) - row * 10
            contact(c, x + 6, y - 4, 90, 20, 0.5)
            poly(c, (x - 50, y - 22), (x + 50, y - 22), (x + 40, y + 8), (x - 40, y + 8))
            paint(c, "#e9d9b8")
            food.praline(c, x, y - 6, 122 + row * 14, rng, tints[(i * 2 + row * 3) % 5])
            for k in range(7):
                poly(c, (x - 50 + k * 14.3, y - 22), (x - 43 + k * 14.3, y - 6), (x - 36 + k * 14.3, y - 22))
                paint(c, "#d9c49c" if k % 2 else "#f3e6cb")
            poly(c, (x - 50, y - 14), (x + 50, y - 14), (x + 40, y + 8), (x - 40, y + 8))
            wash(c, gradient(x - 50, 0, x + 50, 0, "#f3e6cb", "#c9b48c"))
    food.praline(c, 610, 960, 128, rng, "#e9d6b4", "stripe")
    food.praline(c, 190, 950, 120, rng, "#5a3323", "heart")
    crumbs(st, 520, 985, 160, 18, "#43281f", 60, 4)
    all_light(st, 0.45, 0.55, 980)


def ice(st):
    """Cones in a holder against a sunny wall."""
    c, rng = st.c, st.rng
    backdrop(st, "#e3a78f", 1100)
    rect(c, 0, 820, 1600, 260)
    wash(c, gradient(0, 820, 0, 1067, "#f6ead2", "#d9c6a4"))
    for i, (x, scoops) in enumerate(
        (
            (400, ("#f3e3c3", "#c9556b")),
            (640, ("#6b4630", "#efe0c0", "#d99a4a")),
            (900, ("#b9cf9a",)),
            (1150, ("#d9d0e0", "#8a4a68")),
        )
    ):
        with soft(c, 14) as s:
            poly(s, (x + 90, 600), (x + 190, 600), (x + 150, 860), (x + 130, 860))
            ellipse(s, x + 150, 520 - 40 * len(scoops), 90, 90 + 50 * len(scoops))
            paint(s, "#7a3a34", 0.30)
        food.cone(c, x, 850, 400, rng, scoops)
    rounded(c, 240, 760, 1080, 46, 10)
    wash(c, gradient(0, 760, 0, 806, "#9ac4bb", "#5f938a"))
    for x in (270, 1266):
        rect(c, x, 800, 26, 150)
        wash(c, gradient(x, 0, x + 26, 0, "#9ac4bb", "#4f7f78"))
    contact(c, 780, 950, 640, 26, 0.3)
    leaves_shadow(st, rng, -60, -60, 900, 560, 60, 60)
    soften_sun(st, 12)


def chips(st):
    c, rng = st.c, st.rng
    backdrop(st, "#33443f")
    plain(st, 700, "#b8b6ac")
    cast(st, 560, 920, 260, 520, lean=0.4)
    food.fries(c, 560, 930, 560, rng)
    for x, tint, s in ((960, "#b0402e", 420), (1110, "#d6a443", 400), (1260, "#efe6d2", 420)):
        cast(st, x, 860, 130, 330, lean=0.3)
        drinks.bottle(c, x, 870, s, rng, tint, None, "beer", tone(tint, -0.3))
    for i in range(8):
        c.save()
        c.translate(760 + rng.uniform(-40, 130), 950 + rng.uniform(-24, 50))
        c.rotate(rng.uniform(-0.7, 0.7))
        rounded(c, -52, -9, 104, 18, 3)
        wash(c, gradient(0, -9, 0, 9, "#f6d688", "#c98d2f"))
        c.restore()
    all_light(st, 0.4, 0.5, 900)


def greens(st):
    c, rng = st.c, st.rng
    backdrop(st, "#a9b09a")
    planks(st, 640, "#a07a52")
    for i, tint in enumerate(("#c9a468", "#b5602f", "#7a8a5a", "#e6d6b4")):
        drinks.jar(c, 860 + i * 180, 690, 300, rng, tint)
    cast(st, 480, 880, 620, 220)
    for x, kind, s in (
        (250, "leek", 420),
        (330, "leek", 440),
        (420, "cabbage", 330),
        (650, "leek", 400),
        (560, "carrot", 330),
        (720, "cabbage", 300),
    ):
        food.vegetable(c, x, 800, s, rng, kind)
    food.weave(c, rng, 170, 730, 640, 190, "#a87a48")
    cast(st, 1010, 930, 330, 240)
    food.vegetable(c, 1000, 930, 330, rng, "pumpkin")
    food.vegetable(c, 1250, 960, 210, rng, "beet")
    food.vegetable(c, 1400, 950, 170, rng, "apple")
    food.vegetable(c, 860, 985, 160, rng, "apple")
    window_light(st, 240, -100, 780, 660)


def fishes(st):
    """Trout on ice, with lemon."""
    c, rng = st.c, st.rng
    rect(c, 0, 0, 1600, 1067)
    wash(c, gradient(0, 0, 0, 1067, "#8fb0bd", "#dbe8ea"))
    for i in range(420):
        x, y = rng.uniform(-20, 1620), rng.uniform(-20, 1090)
        s = rng.uniform(18, 52)
        pts = [
            (
                x + s * math.cos(a + rng.uniform(-0.3, 0.3)) * rng.uniform(0.6, 1),
                y + s * math.sin(a) * rng.uniform(0.5, 0.9),
            )
            for a in (0, 1.2, 2.4, 3.7, 5)
        ]
        poly(c, *pts)
        wash(c, gradient(x - s, y - s, x + s, y + s, ("#ffffff", 0.75), ("#bcd3da", 0.35), ("#88aab6", 0.4)))
    for i, (x, y, s, tint) in enumerate(
        ((720, 320, 640, "#8a9a86"), (860, 560, 680, "#7d93a0"), (720, 800, 660, "#b5846a"))
    ):
        with soft(c, 16) as s_:
            ellipse(s_, x + 20, y - 60, s * 0.72, 90)
            paint(s_, "#2a4450", 0.4)
        c.save()
        c.translate(x, y)
        c.rotate(-0.05 + 0.05 * i)
        food.fish(c, 0, 0, s, rng, tint)
        c.restore()
    for x, y, r in ((1330, 800, 92), (1430, 900, 92), (1450, 130, 86)):
        contact(c, x + 8, y + 14, r * 1.2, r, 0.35)
        ball(c, x, y, r, "#e6c53f")
        ellipse(c, x, y, r * 0.86, r * 0.86)
        paint(c, "#fbf2c4")
        for k in range(9):
            a = k * 0.698
            poly(
                c,
                (x + r * 0.1 * math.cos(a + 0.35), y + r * 0.1 * math.sin(a + 0.35)),
                (x + r * 0.78 * math.cos(a + 0.06), y + r * 0.78 * math.sin(a + 0.06)),
                (x + r * 0.78 * math.cos(a + 0.62), y + r * 0.78 * math.sin(a + 0.62)),
            )
            paint(c, "#efd766")
    for k in range(12):
        food.leaf(
            c,
            190 + rng.uniform(-60, 120),
            900 + rng.uniform(-50, 80),
            70,
            rng.uniform(-2, 0),
            vary("#5f8a4a", rng, 0.1),
            0.2,
        )
    all_light(st, 0.5, 0.45, 1100)


def dish(st):
    """Meatballs, fries, a beer: the dish of the day."""
    c, rng = st.c, st.rng
    backdrop(st, "#5a6b4a")
    planks(st, 600, "#7d5436")
    cast(st, 700, 930, 820, 90)
    food.plate(c, 690, 950, 470, rng)
    blob(c, rng, 620, 890, 250, 44, 0.06)
    wash(c, gradient(0, 840, 0, 940, "#9a4a24", "#6b2f18"))
    for x, y in ((520, 880), (690, 900)):
        ball(c, x, y - 56, 96, "#7a4a2e", shine=0.25)
        blob(c, rng, x - 4, y - 84, 88, 60, 0.10)
        wash(c, radial(x - 36, y - 130, 150, "#b5683a", "#7a3a1e", "#5a2816"))
    for i in range(46):
        c.save()
        c.translate(940 + rng.gauss(0, 66), 860 + rng.gauss(0, 26))
        c.rotate(rng.uniform(-0.9, 0.9))
        rounded(c, -62, -10, 124, 20, 3)
        tint = vary("#e3b04a", rng, 0.12)
        wash(c, gradient(0, -10, 0, 10, tone(tint, 0.4), tone(tint, -0.25)))
        c.restore()
    for k in range(9):
        food.leaf(c, 610 + rng.uniform(-30, 30), 770, 50, -1.5 + rng.uniform(-1, 1), "#5f8a4a", 0.3)
    cast(st, 1330, 880, 190, 420, lean=0.3)
    drinks.glass_of(c, 1320, 900, 500, rng, "#b5622a", "beer", 0.76)
    cloth(st, [(50, 770), (250, 750), (290, 1050), (70, 1080)], "#e6dcc8", ACCENT)
    for x, kind in ((120, "fork"), (190, "knife")):
        rounded(c, x - 7, 800, 14, 230, 6)
        wash(c, gradient(x - 7, 0, x + 7, 0, "#f2f4f4", "#8f999d"))
        rounded(c, x - 16 if kind == "fork" else x - 9, 745, 32 if kind == "fork" else 20, 80, 9)
        wash(c, gradient(x - 16, 0, x + 16, 0, "#f2f4f4", "#9aa4a8"))
    window_light(st, 280, -110, 700, 640)
