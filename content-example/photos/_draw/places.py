"""Places of the quarter: the mill, the river, the square and its market, the roofs."""
import math

import drinks
import food
import props
import streets
import things
import tools
from openings import awning, door, opening, snow_cap, window
from paint import (ACCENT, BOTTLE, CREAM, GOLD, INK, LEAF, ball, blob, ellipse, gradient, line, mix, paint, poly, rect,
                   soft, tone, vary, wash)
from stage import leaves_shadow, roofs_shadow, soften_sun
from table import cast
from walls import brick_wall, cobbles, sky, slates, stone, wall, water


def house(st, x, base, w, h, kind="red", gable="step", roof="#4a5362", floors=2, shutters=None, shop=None, lit=0.4):
    """A town house seen from across a square: gable or eaves towards us, a small shop at its foot."""
    c, rng = st.c, st.rng
    top = base - h
    rise = w * 0.62
    if gable in ("step", "neck", "point"):
        half = w / 2
        if gable == "step":
            n = 5
            edge = [(x, top)]
            for i in range(n):
                edge += [
                    (x + half * i / n * 0.9, top - rise * (i + 0.9) / n),
                    (x + half * (i + 0.9) / n * 0.9, top - rise * (i + 0.9) / n),
                ]
            edge += [(2 * x + w - px, py) for px, py in reversed(edge)]
        elif gable == "neck":
            edge = [
                (x, top),
                (x + w * 0.12, top - rise * 0.12),
                (x + w * 0.16, top - rise * 0.55),
                (x + w * 0.32, top - rise * 0.62),
                (x + w * 0.36, top - rise * 0.95),
                (x + w * 0.5, top - rise * 1.06),
            ]
            edge += [(2 * x + w - px, py) for px, py in reversed(edge[:-1])]
        else:
            edge = [(x, top), (x + half, top - rise), (x + w, top)]
        c.save()
        poly(c, *edge, (x + w, top + 2), (x, top + 2))
        c.clip()
        wall(st, x, top - rise * 1.1, w, rise * 1.1 + 4, kind)
        c.restore()
        poly(c, *edge)
        line(c, "#d9cdb6", 5, 0.9)
        window(
            st,
            x + w * 0.42,
            top - rise * 0.50,
            w * 0.16,
            rise * 0.34,
            surround=False,
            lit=st.lit and rng.random() < lit,
            curtain=False,
        )
    else:
        slates(
            st,
            [(x - 8, top), (x + w + 8, top), (x + w - w * 0.08, top - rise * 0.6), (x + w * 0.08, top - rise * 0.6)],
            roof,
            10,
        )
        rect(c, x - 10, top - 6, w + 20, 14)
        paint(c, "#e6dcc6")
        wall(st, x + w * 0.72, top - rise * 0.86, w * 0.10, rise * 0.4, "brown")
    wall(st, x, top, w, h, kind)
    n = 3 if w > 210 else 2
    storey = (h - 170) / floors
    for f in range(floors):
        for i in range(n):
            ww = w / n * 0.42
            window(
                st,
                x + w * (i + 0.5) / n - ww / 2,
                top + storey * f + storey * 0.20,
                ww,
                storey * 0.62,
                style="sash",
                lit=st.lit and rng.random() < lit,
                shutters=shutters,
                curtain=False,
                flowers=vary("#c04a4a", rng, 0.2) if rng.random() < 0.25 and st.hour not in ("snow", "night") else None,
            )
    tint = shop or rng.choice((BOTTLE, "#27385a", "#70242a", "#8a5a34", "#2f6470", "#573450"))
    rect(c, x + w * 0.06, base - 158, w * 0.88, 158)
    wash(c, gradient(0, base - 158, 0, base, tone(tint, 0.08), tone(tint, -0.2)))
    rect(c, x + w * 0.06, base - 158, w * 0.88, 26)
    paint(c, tone(tint, 0.16))
    for i in range(2):
        wx = x + w * (0.12 + 0.44 * i)
        wh = 96 if i == 0 else 122
        rect(c, wx, base - 124, w * 0.32, wh)
        wash(
            c, gradient(0, base - 124, 0, base, "#ffe0a0" if st.lit else "#8f9aa0", "#c98a4a" if st.lit else "#4a525a")
        )
        if st.lit:
            st.light_area(wx, base - 124, w * 0.32, wh, power=0.9)
    if st.lit:
        st.light_point(x + w / 2, base + 10, w * 0.9, power=0.5, flat=0.4)
    rect(c, x + w - 3, top, 5, h)
    paint(c, "#1a1426", 0.3)


def row(st, base, specs, x=-60):
    for w, h, kind, gable, floors, more in specs:
        house(st, x, base, w, h, kind, gable, floors=floors, **more)
        x += w


SQUARE = (
    (250, 430, "red", "step", 2, {"shutters": None}),
    (220, 380, "cream", "eaves", 2, {"shutters": "#8a5a4a"}),
    (300, 470, "brown", "neck", 2, {}),
    (210, 400, "white", "point", 2, {"shutters": "#4a6450"}),
    (290, 440, "dark", "eaves", 2, {}),
    (230, 450, "orange", "step", 2, {}),
    (260, 390, "ochre", "eaves", 2, {"shutters": "#6a7f86"}),
    (240, 430, "rose", "neck", 2, {}),
)


def belfry(st, x, base, s=1.0):
    """The church tower behind the houses."""
    with st.place(x, base, s) as c:
        wall(st, -62, -700, 124, 700, "grey")
        for y in (-690, -480):
            stone(st, -70, y, 140, 14)
        opening(c, -26, -640, 52, 110, 20)
        paint(c, "#3a4048")
        ball(c, 0, -430, 34, "#f0e6d0", shine=0.4)
        for a, r in ((2.2, 16), (-0.4, 26)):
            c.move_to(0, -430)
            c.line_to(r * math.sin(a), -430 - r * math.cos(a))
        line(c, INK, 4)
        slates(st, [(-76, -700), (76, -700), (14, -900), (0, -1010), (-14, -900)], "#4a5362", 12)
        rect(c, -2, -1070, 4, 64)
        paint(c, GOLD)
        rect(c, -14, -1052, 28, 4)
        paint(c, GOLD)
        if st.lit:
            st.light_point(0, -430, 90, (1, 0.9, 0.7), 0.9)


def stall(st, x, y, s, colours, goods):
    """A market stall: poles, canopy, a table of crates."""
    with st.place(x, y, s) as c:
        with soft(c, 14) as sh:
            ellipse(sh, 20, 0, 190, 20)
            paint(sh, "#140e16", 0.5)
        for px in (-150, 142):
            rect(c, px, -300, 8, 300)
            wash(c, gradient(px, 0, px + 8, 0, "#c9a97a", "#7a5a38"))
        rect(c, -140, -200, 280, 90)
        paint(c, "#2a2226", 0.35)
        rect(c, -160, -118, 320, 26)
        paint(c, "#b98f5c")
        poly(c, (-160, -94), (160, -94), (150, -6), (-150, -6))
        wash(c, gradient(-160, 0, 160, 0, tone(colours[0], -0.05), tone(colours[0], -0.35)))
        for i in range(8):
            rect(c, -150 + i * 40, -94, 3, 88)
            paint(c, "#140e16", 0.18)
        for i, g in enumerate(goods):
            tools.crate(c, -112 + i * 75, -108, 62, st.rng, g, wide=112, tall=34, n=4, each=52)
        awning(st, -165, -345, 330, 74, colours, 42, 22)
        if st.lit:
            st.light_point(0, -190, 230, power=1.0)


def _veg(kind):
    return lambda *a: food.vegetable(*a, kind)


def _flower(c, x, y, size, rng):
    tools.bloom_at(c, rng, x, y - size * 0.5, size * 0.42, rng.choice(("#c9556b", "#f2e4d0", "#d6a443", "#8a4a78")))


def market(st):
    """Saturday morning on the Grand-Place."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 520)
    belfry(st, 520, 620, 0.58)
    with st.place(0, 0):
        row(st, 640, SQUARE, -120)
    cobbles(st, -20, 640, w + 40, h - 620, "#8b857f", 8)
    rect(c, 0, 636, w, 60)
    wash(c, gradient(0, 636, 0, 700, ("#1b1526", 0.45), ("#1b1526", 0)))
    roofs_shadow(st, rng, 590, -0.03)
    for x, y, s, cols, goods in (
        (250, 780, 0.72, (ACCENT, CREAM), (_veg("apple"), _veg("carrot"), food.log)),
        (640, 765, 0.66, ("#3c6a52", CREAM), (_veg("cabbage"), _veg("leek"), _veg("beet"))),
        (1010, 775, 0.68, ("#d6a443", "#f6efdc"), (food.wheel, food.wedge, food.log)),
        (1390, 790, 0.74, ("#2f6470", CREAM), (_flower, _flower, _flower)),
    ):
        stall(st, x, y, s, cols, goods)
    for x, y, s, coat in ((450, 800, 0.58, "#7a2f33"), (835, 790, 0.56, "#33515c"), (1190, 800, 0.58, "#b5803f")):
        props.passer(st, x, y, s, coat, flip=rng.random() < 0.5)
    stall(st, 210, 1010, 1.22, ("#b0402e", "#f6efdc"), (_veg("pumpkin"), _veg("apple"), _veg("cabbage")))
    stall(st, 1330, 1020, 1.26, ("#4a6450", CREAM), (food.loaf, food.long_loaf, food.loaf))
    for x, y, s, coat, flip in (
        (560, 1010, 0.98, "#5c6f7c", False),
        (650, 1012, 0.62, "#c98a35", False),
        (1010, 1000, 0.95, "#8a4a5c", True),
    ):
        props.passer(st, x, y, s, coat, flip=flip)
    props.bunting(st, -20, 190, 860, 250, 60, 18)
    props.bunting(st, 800, 250, 1640, 170, 60, 18)
    soften_sun(st, 4)


def fir(st, x, base, s=1.0):
    """The Christmas tree and its lights."""
    rng = st.rng
    with st.place(x, base, s) as c:
        rect(c, -16, -60, 32, 60)
        paint(c, "#4a3424")
        for k in range(9):
            y, half = -50 - k * 72, 225 - k * 24
            for _ in range(int(half * 0.9)):
                px = rng.uniform(-half, half)
                py = y + abs(px) * 0.18 + rng.uniform(-30, 14)
                things.leaf(
                    c,
                    px,
                    py,
                    rng.uniform(34, 60),
                    (1.57 - px / half * 0.75) + rng.uniform(-0.25, 0.25),
                    vary(tone("#35553c", 0.05 - 0.3 * abs(px) / half), rng, 0.12),
                    0.12,
                )
        if st.hour in ("snow",) or st.lit:
            for _ in range(130):
                k = rng.random() * 8.6
                half = 215 - k * 24
                px = rng.uniform(-half, half)
                py = -60 - k * 72 + abs(px) * 0.18
                tint = rng.choice(("#ffe2a0", "#ffe2a0", "#ff9a6a", "#ffd0c0"))
                ball(c, px, py, 6, tint, shine=0.7)
                st.light_point(px, py, 46, (1, 0.8, 0.5), 0.8)
        ball(c, 0, -712, 18, "#ffe9b0", shine=0.7)
        st.light_point(0, -712, 150, (1, 0.86, 0.55), 1.0)


def christmas(st):
    """The late opening before Christmas, under a little snow."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 560, ("#5a6390", "#232d52"), 3)
    belfry(st, 1180, 650, 0.6)
    row(st, 660, SQUARE[::-1], -150)
    x = -150
    for hw, hh, kind, gable, _, _ in SQUARE[::-1]:
        if gable == "eaves":
            snow_cap(st, x - 8, x + hw + 8, 660 - hh - 6, 12)
        x += hw
    cobbles(st, -20, 660, w + 40, h - 640, "#77757f", 8)
    with soft(c, 12) as s:
        for _ in range(60):
            ellipse(s, rng.random() * w, 680 + rng.random() * 390, rng.uniform(40, 140), rng.uniform(6, 18))
            paint(s, "#e9eef6", 0.35)
    rect(c, 0, 656, w, 60)
    wash(c, gradient(0, 656, 0, 716, ("#1b1526", 0.5), ("#1b1526", 0)))
    for x, y, s, cols in (
        (180, 800, 0.78, (ACCENT, CREAM)),
        (1120, 790, 0.72, ("#3c6a52", CREAM)),
        (1430, 815, 0.82, ("#70242a", "#f2e2c0")),
    ):
        stall(st, x, y, s, cols, (food.loaf, _veg("apple"), food.log))
    fir(st, 690, 870, 0.98)
    for x, y, s, coat, flip in (
        (370, 930, 0.86, "#7a2f33", False),
        (440, 934, 0.56, "#d6a443", False),
        (980, 960, 0.92, "#33515c", True),
        (1060, 950, 0.9, "#8a4a5c", True),
        (1270, 880, 0.72, "#5c6f7c", False),
    ):
        props.passer(st, x, y, s, coat, flip=flip)
    props.garland(st, -20, 250, 760, 210, 90, 18)
    props.garland(st, 620, 215, 1640, 240, 110, 22)
    st.light_point(690, 600, 620, (1, 0.75, 0.45), 0.35)
    props.snow(st, 300)


def mill(st):
    """The mill: its wheel in the race, the house above, the river in front."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 620)
    with soft(c, 8) as s:
        for x in range(-60, 1700, 90):
            blob(s, rng, x, 560 + rng.uniform(-40, 30), 120, 90, 0.2)
            paint(s, mix("#8fa58c", "#c9d3cc", rng.uniform(0.2, 0.5)))
    rect(c, -20, 600, w + 40, 260)
    wash(c, gradient(0, 600, 0, 800, "#9fb08a", "#6d8458"))
    for _ in range(500):
        px, py = rng.uniform(-20, w + 20), rng.uniform(612, 790)
        c.move_to(px, py)
        c.line_to(px + rng.uniform(-3, 3), py - rng.uniform(6, 14))
        line(c, tone("#7d9464", rng.uniform(-0.25, 0.3)), 2, 0.6)
    props.tree(st, 1400, 700, 1.25)
    props.tree(st, 1560, 720, 1.5, "#6b8650")
    props.tree(st, 60, 720, 1.3, "#6b8650")
    x, base, ww, hh = 330, 742, 620, 440
    slates(
        st,
        [(x - 26, base - hh), (x + ww + 26, base - hh), (x + ww - 60, base - hh - 210), (x + 60, base - hh - 210)],
        "#7a4636",
        13,
    )
    brick_wall(st, x, base - hh, ww, hh, "orange")
    rect(c, x - 30, base - hh - 8, ww + 60, 20)
    wash(c, gradient(0, base - hh - 8, 0, base - hh + 12, "#e9dfc8", "#a89a80"))
    rect(c, x, base - hh + 12, ww, 34)
    wash(c, gradient(0, base - hh + 12, 0, base - hh + 46, ("#1a1426", 0.5), ("#1a1426", 0)))
    rect(c, x + ww * 0.42, base - hh - 190, 110, 190)
    paint(c, "#8a5d42")
    for k in range(9):
        rect(c, x + ww * 0.42 + k * 12.4, base - hh - 190, 2, 190)
        paint(c, "#5a3a28")
    poly(
        c,
        (x + ww * 0.42 - 18, base - hh - 186),
        (x + ww * 0.42 + 128, base - hh - 186),
        (x + ww * 0.42 + 55, base - hh - 262),
    )
    paint(c, "#6b3d30")
    rect(c, x + ww * 0.42 + 24, base - hh - 150, 62, 90)
    paint(c, "#2f2a2a")
    for i, dx in enumerate((60, 230, 420)):
        for v in (hh - 60, hh - 240):
            window(
                st,
                x + dx,
                base - v,
                78,
                118,
                style="small",
                shutters="#4a6450" if i != 1 else None,
                flowers="#c9556b" if v < 300 and i != 1 else None,
            )
    door(st, x + 216, base - 190, 110, 190, "#4a6450", "full")
    stone(st, x - 10, base - 8, ww + 400, 70, "#848a88", joints=12)
    stone(st, x + ww, base - 140, 40, 150, "#7b827f", joints=4)
    brick_wall(st, x + ww + 300, base - 120, 56, 130, "brown")
    water(st, base + 50, h + 20, -20, w + 20, "#476a70", "#c3d3d0", 190)
    st.wet, st.stretch = base + 56, 2.6
    wheel(st, x + ww + 168, base - 50, 178)
    with soft(c, 5) as s:
        for _ in range(70):
            ellipse(
                s,
                x + ww + 168 + rng.gauss(0, 120),
                base + 70 + abs(rng.gauss(0, 22)),
                rng.uniform(8, 26),
                rng.uniform(3, 8),
            )
            paint(s, "#ffffff", 0.5)
    stone(st, -20, base - 12, 370, 40, "#8b908d", joints=6)
    streets.rowing_boat(st, 250, base + 236, 1.15, "#2f6470")
    for px in (60, 120, 1290, 1345, 1500):
        for _ in range(26):
            things.leaf(
                c,
                px + rng.gauss(0, 24),
                base + 70 + rng.uniform(0, 30),
                rng.uniform(60, 130),
                -1.57 + rng.gauss(0, 0.22),
                vary("#6f8650", rng, 0.2),
                0.06,
            )
    leaves_shadow(st, rng, -80, 160, 520, 420, 60)
    props.branch(st, -60, -60, 1.25, n=120)
    soften_sun(st, 6)


def wheel(st, x, y, r):
    c = st.c
    with soft(c, 12) as s:
        ellipse(s, x + 26, y + 14, r, r)
        paint(s, "#140e16", 0.4)
    for k in range(24):
        a = 6.2832 * k / 24 + 0.1
        c.save()
        c.translate(x + r * 0.97 * math.cos(a), y + r * 0.97 * math.sin(a))
        c.rotate(a)
        rect(c, -r * 0.13, -r * 0.085, r * 0.24, r * 0.05)
        wash(c, gradient(0, -10, 0, 10, "#8f6a46", "#4f3826"))
        c.restore()
    for k in range(8):
        a = 6.2832 * k / 8 + 0.1
        c.move_to(x, y)
        c.line_to(x + r * math.cos(a), y + r * math.sin(a))
    line(c, "#6b4c32", r * 0.065)
    for rr, wd in ((0.98, 0.075), (0.80, 0.06)):
        ellipse(c, x, y, r * rr, r * rr)
        line(c, "#7d5a3a", r * wd)
        ellipse(c, x - 2, y - 2, r * rr, r * rr)
        line(c, "#a37b52", r * 0.018)
    ball(c, x, y, r * 0.13, "#4a4642")


def river(st):
    """The walk's beginning: two baskets on the quay's parapet, the river and its houses behind."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 480)
    belfry(st, 1240, 520, 0.42)
    with st.place(0, 300, 0.52):
        row(st, 480, SQUARE + SQUARE, -80)
    rect(c, 0, 548, w, 26)
    wash(c, gradient(0, 548, 0, 574, "#8d949a", "#59616a"))
    for x in (250, 700, 1180, 1500):
        props.tree(st, x, 560, 0.50, rng.choice((LEAF, "#7d8f4a")), autumn=True)
    water(st, 574, 860, -20, w + 20, "#5a7c80", "#e3d3b8", 170)
    st.wet, st.stretch = 576, 1.9
    soft_line = 850
    stone(st, -20, soft_line, w + 40, 46, "#9aa0a2", joints=4)
    stone(st, -20, soft_line + 50, w + 40, 230, "#7f868b", joints=5, raised=False)
    return soft_line


def two_baskets(st):
    c, rng = st.c, st.rng
    edge = river(st)
    st.wet = None
    cast(st, 560, edge + 26, 420, 230)
    for k in range(5):
        food.vegetable(c, 470 + k * 42, edge - 110, 190, rng, ("leek", "carrot", "leek", "cabbage", "leek")[k])
    drinks.bottle(c, 690, edge - 40, 330, rng, "#33402e", "#e6ddca", "beer", "#3f5a3c", text="Meunière")
    food.weave(c, rng, 400, edge - 170, 360, 190, "#a87a48")
    c.new_sub_path()
    c.arc(580, edge - 160, 170, 3.3, 6.1)
    line(c, "#8a6238", 14)
    cast(st, 1020, edge + 26, 340, 200)
    food.loaf(c, 960, edge - 90, 180, rng)
    food.long_loaf(c, 1080, edge - 130, 190, rng)
    food.wheel(c, 1060, edge - 84, 130, rng)
    food.weave(c, rng, 850, edge - 130, 330, 150, "#b98f5c")
    props.branch(st, 1640, -60, 1.2, n=130, flip=True, autumn=True)
    soften_sun(st, 4)
