"""Still lifes: what is brewed, pressed and poured."""
import math
import drinks
import food
from interiors import kettle
from openings import opening
from paint import GOLD, ball, blob, ellipse, gradient, line, paint, poly, radial, rect, rounded, soft, tone, vary, wash
from table import backdrop, cast, plain, planks, steam, wheat, window_light
from walls import brick_wall


def beers(st):
    c, rng = st.c, st.rng
    brick_wall(st, 0, 0, 1600, 680, "white", (66, 23))
    planks(st, 660, "#6b4a32")
    x = 270
    for colour, label, text, tint in (
        ("#5a3a1e", "#f0e0b4", "Blonde", "#d9a441"),
        ("#5a3a1e", "#e3b78a", "Ambrée", "#b5562e"),
        ("#33402e", "#e6ddca", "Meunière", "#3f5a3c"),
        ("#5a3a1e", "#d9c9c0", "de mars", "#7a2f33"),
    ):
        cast(st, x, 880, 150, 480, lean=0.35)
        drinks.bottle(c, x, 890, 560, rng, colour, label, "beer", tint, text=text)
        x += 225
    cast(st, 1270, 910, 200, 380, lean=0.35)
    drinks.glass_of(c, 1250, 930, 430, rng, "#d98f2b", "beer", 0.74)
    for i in range(4):
        wheat(c, 1330 + i * 12, 985 - i * 14, 260, -0.5 + 0.16 * i)
    window_light(st, 40, -100, 900, 720)


def kettles(st):
    """The brewing room."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, 0, w, 800)
    wash(c, gradient(0, 0, 0, 640, "#d8cbb2", "#b9aa90"))
    for i in range(40):
        for j in range(20):
            rounded(c, i * 41 + 1, j * 40 + 1, 39, 38, 2)
            paint(c, tone("#e0d5bf", rng.uniform(-0.10, 0.14)))
    for x in (130, 660, 1190):
        opening(c, x, 90, 280, 360, 70)
        wash(c, gradient(0, 90, 0, 450, "#e4eef2", "#a9c2cf"))
        c.save()
        opening(c, x, 90, 280, 360, 70)
        c.clip()
        for k in range(1, 4):
            rect(c, x + 70 * k - 3, 60, 6, 390)
            rect(c, x, 60 + 98 * k, 280, 6)
            paint(c, "#3a4246")
        c.restore()
        opening(c, x, 90, 280, 360, 70)
        line(c, "#3a4246", 12)
    plain(st, 780, "#8c5f4a")
    for i in range(30):
        c.move_to(i * 56, 780)
        c.line_to((i * 56 - 800) * 1.6 + 800, 1067)
    line(c, "#5a3a2e", 2, 0.6)
    rect(c, 380, 150, 840, 26)
    wash(c, gradient(0, 150, 0, 176, "#f0b88a", "#bd6f3f", "#5f3018"))
    for x, r in ((420, 260), (1150, 280)):
        with soft(c, 20) as s:
            ellipse(s, x + 60, 900, r * 1.2, 40)
            paint(s, "#140e16", 0.55)
        kettle(c, x, 930, r)
    steam(st, 420, 220, 240, 5)
    steam(st, 1150, 170, 200, 4)
    with st.place(0, 0):
        for i, tint in enumerate(("#c9a468", "#b98f5c")):
            blob(c, rng, 770 + i * 90, 950 - i * 24, 82, 66, 0.08)
            wash(c, radial(760 + i * 90, 920, 110, tone(tint, 0.3), tint, tone(tint, -0.35)))
    window_light(st, 60, 60, 900, 700, slant=0.8, panes=(3, 2))


def wine(st):
    c, rng = st.c, st.rng
    backdrop(st, "#2f4460")
    planks(st, 650, "#6b4a34")
    for x, tint, label, cap, shape, s in (
        (360, "#2f4a38", "#efe6d0", "#7a2430", "wine", 620),
        (560, "#6b7440", "#e6d3a0", "#d6a443", "burgundy", 590),
        (770, "#3a2430", "#d9d2c0", "#27385a", "wine", 620),
    ):
        cast(st, x, 880, 170, 560, lean=0.4)
        drinks.bottle(c, x, 890, s, rng, tint, label, shape, cap)
    cast(st, 1060, 920, 200, 380, lean=0.4)
    drinks.glass_of(c, 1060, 930, 440, rng, "#7c1f33", "wine", 0.42)
    food.wedge(c, 1330, 930, 190, rng)
    for _ in range(24):
        a, r = rng.uniform(0, 6.28), math.sqrt(rng.random())
        ball(c, 230 + 90 * r * math.cos(a), 950 + 40 * r * math.sin(a), 22, vary("#5a2f52", rng, 0.15), shine=0.4)
    c.save()
    c.translate(900, 985)
    c.rotate(0.3)
    rounded(c, -34, -12, 68, 24, 5)
    wash(c, gradient(0, -12, 0, 12, "#e0bd8a", "#9a7444"))
    c.restore()
    window_light(st, 500, -120, 640, 720)


def mint(st):
    """Tea with fresh mint."""
    c, rng = st.c, st.rng
    backdrop(st, "#a3562f")
    plain(st, 680, "#3f5a52")
    for i in range(70):
        x, y = (i % 14) * 122 - 20 + (i // 14 % 2) * 61, 712 + (i // 14) * 72
        ellipse(c, x, y, 30, 16)
        line(c, GOLD, 3, 0.35)
    cast(st, 530, 900, 420, 330)
    c.move_to(760, 700)
    c.curve_to(900, 690, 900, 850, 740, 850)
    line(c, "#b5863c", 24)
    c.move_to(336, 800)
    c.curve_to(230, 790, 262, 640, 176, 590)
    c.line_to(214, 572)
    c.curve_to(320, 620, 300, 720, 350, 720)
    c.close_path()
    wash(c, gradient(180, 560, 340, 800, "#f3dca0", "#a87a34"))
    c.move_to(430, 610)
    c.curve_to(280, 660, 300, 860, 410, 905)
    c.line_to(650, 905)
    c.curve_to(760, 860, 780, 660, 630, 610)
    c.close_path()
    wash(
        c,
        gradient(
            320,
            0,
            750,
            0,
            (0, "#a87a34", 1),
            (0.2, "#fbe9b8", 1),
            (0.36, "#e0b860", 1),
            (0.7, "#b5863c", 1),
            (1, "#6b4620", 1),
        ),
    )
    for y, half in ((640, 200), (760, 222), (870, 176)):
        rect(c, 530 - half, y, half * 2, 5)
        paint(c, "#7a5426", 0.5)
    c.move_to(420, 612)
    c.curve_to(440, 500, 620, 500, 640, 612)
    c.close_path()
    wash(c, gradient(420, 0, 640, 0, "#c99a4a", "#f6e0a8", "#a87a34"))
    ball(c, 530, 516, 22, "#d9b05a")
    for x in (960, 1200):
        cast(st, x, 910, 130, 250, lean=0.35)
        c.move_to(x - 74, 660)
        c.line_to(x - 56, 910)
        c.line_to(x + 56, 910)
        c.line_to(x + 74, 660)
        c.close_path()
        paint(c, "#f2ead2", 0.35)
        poly(c, (x - 69, 720), (x - 57, 900), (x + 57, 900), (x + 69, 720))
        wash(c, gradient(x - 70, 0, x + 70, 0, "#d9a03a", "#e9bf62", "#a8701e"))
        rect(c, x - 66, 760, 132, 8)
        paint(c, GOLD)
        for k in range(7):
            food.leaf(
                c,
                x + rng.uniform(-30, 30),
                724,
                rng.uniform(60, 100),
                -1.57 + rng.uniform(-0.9, 0.9),
                vary("#5f9a55", rng, 0.15),
                0.34,
            )
        steam(st, x, 640, 200, 2)
    for k in range(26):
        food.leaf(
            c,
            1330 + rng.uniform(-30, 90),
            960 - rng.uniform(-10, 70),
            rng.uniform(60, 110),
            rng.uniform(-2.6, -0.3),
            vary("#5f9a55", rng, 0.15),
            0.34,
        )
    window_light(st, 200, -100, 640, 700)
