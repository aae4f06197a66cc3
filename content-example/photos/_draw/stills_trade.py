"""Still lifes: workshop, ironmongery, pottery, toys."""
import math
import things
import tools
from paint import (ACCENT, INK, STEEL, ball, contact, ellipse, gradient, letters, line, paint, poly, radial, rect,
                   rounded, soft, tone, vary, wash)
from table import all_light, backdrop, cast, plain, planks, window_light


def gears(st):
    """The workshop wall."""
    c, rng = st.c, st.rng
    rect(c, 0, 0, 1600, 1067)
    wash(c, gradient(0, 0, 0, 1067, "#c9a878", "#b08f60"))
    for i in range(50):
        for j in range(33):
            ellipse(c, 16 + i * 32, 16 + j * 32, 2.6, 2.6)
            paint(c, "#7d6040", 0.8)
    for x, y, s, kind, tint in (
        (220, 430, 330, "spanner", STEEL),
        (420, 440, 330, "hammer", STEEL),
        (1350, 400, 330, "saw", STEEL),
        (220, 880, 300, "spanner", STEEL),
        (1380, 860, 360, "drill", "#c9742e"),
        (420, 880, 320, "spanner", STEEL),
    ):
        with soft(c, 9) as sh:
            sh.translate(18, 20)
            ellipse(sh, x, y - s * 0.5, s * 0.18, s * 0.45)
            paint(sh, "#2a1c10", 0.35)
        tools.tool(c, x, y, s, rng, kind, tint)
    for x, y, r, teeth in ((800, 540, 270, 36), (1080, 820, 130, 20)):
        with soft(c, 14) as sh:
            ellipse(sh, x + 24, y + 28, r, r)
            paint(sh, "#2a1c10", 0.45)
        for i in range(teeth):
            c.save()
            c.translate(x, y)
            c.rotate(6.2832 * i / teeth)
            poly(c, (-r * 0.06, -r * 0.96), (-r * 0.03, -r * 1.06), (r * 0.03, -r * 1.06), (r * 0.06, -r * 0.96))
            paint(c, "#8d979c")
            c.restore()
        ellipse(c, x, y, r, r)
        wash(c, gradient(x - r, y - r, x + r, y + r, "#dfe5e7", "#7d878d", "#b5bec2"))
        for i in range(5):
            a = 6.2832 * i / 5
            ellipse(c, x + r * 0.55 * math.cos(a), y + r * 0.55 * math.sin(a), r * 0.24, r * 0.24)
            paint(c, "#b8986a")
            ellipse(c, x + r * 0.55 * math.cos(a), y + r * 0.55 * math.sin(a), r * 0.24, r * 0.24)
            line(c, "#5f696f", r * 0.02)
        ball(c, x, y, r * 0.17, "#5f696f")
    st.sun.set_source_rgb(0.4, 0.4, 0.4)
    st.sun.paint()
    window_light(st, 300, -40, 800, 900, slant=0.5)


def toys(st):
    c, rng = st.c, st.rng
    backdrop(st, "#d9a24e")
    planks(st, 680, "#b5865a")
    for x, y, s, tints, tilt in (
        (520, 900, 520, ("#b0402e", "#f2e4d0", "#2d6470"), 0.13),
        (980, 930, 400, ("#3f5d4a", "#e3bd6b", "#b0402e"), -0.16),
        (1270, 850, 280, ("#27506b", "#f2e4d0", "#d98a4a"), 0.1),
    ):
        cast(st, x, y, s * 0.55, s * 0.7)
        for k in (1, 2, 3):
            ellipse(c, x, y - 2, s * (0.14 + 0.12 * k), s * (0.03 + 0.024 * k))
            line(c, "#fff3dc", 3, 0.30 - 0.07 * k)
        things.top(c, x, y, s, rng, tints, tilt)
    things.wooden_car(c, 240, 760, 200, rng, "#b0402e")
    for i in range(6):
        x, y = 1380 + rng.uniform(-90, 110), 990 + rng.uniform(-30, 30)
        ball(c, x, y - 20, 24, vary(rng.choice(("#2d6470", "#b0402e", "#e9d9b0")), rng, 0.1), shine=0.6)
    window_light(st, 200, -110, 760, 680)


def stoneware(st):
    """Bowls and a jug, the photograph in grey."""
    c, rng = st.c, st.rng
    backdrop(st, "#8d8d88")
    plain(st, 660, "#b5b2aa")
    for x, y, s, tint, shape in (
        (420, 840, 520, "#a9a294", "jug"),
        (800, 800, 300, "#7f8a8a", "bowl"),
        (800, 700, 280, "#c9c0b0", "bowl"),
        (1180, 880, 480, "#d9d0c0", "bowl"),
        (1330, 760, 300, "#8f8678", "jug"),
    ):
        if y > 720:
            cast(st, x, y, s * 0.7, s * 0.6)
        tools.vase(c, x, y + 6, s, rng, tint, shape=shape)
    window_light(st, 260, -100, 720, 700)


def screws(st):
    """Seven thousand drawers, some of them."""
    c, rng = st.c, st.rng
    rect(c, 0, 0, 1600, 1067)
    paint(c, "#4a3222")
    names = (
        "Vis à bois 4×40",
        "Pitons",
        "Clous 60",
        "Charnières",
        "Écrous M8",
        "Crochets",
        "Rondelles",
        "Verrous",
        "Gonds",
        "Vis à métaux",
        "Tirefonds",
        "Équerres",
        "Chevilles",
        "Clavettes",
        "Boulons",
        "Rivets",
    )
    k = 0
    for j in range(5):
        for i in range(5):
            x, y, w, h = 20 + i * 313, 18 + j * 208, 304, 198
            tint = vary("#a5733f", rng, 0.09)
            rounded(c, x, y, w, h, 6)
            wash(c, gradient(x, y, x, y + h, tone(tint, 0.16), tone(tint, -0.16)))
            for _ in range(10):
                gy = y + rng.uniform(8, h - 8)
                c.move_to(x + 6, gy)
                c.curve_to(
                    x + 90,
                    gy + rng.uniform(-6, 6),
                    x + 200,
                    gy + rng.uniform(-6, 6),
                    x + w - 6,
                    gy + rng.uniform(-4, 4),
                )
                line(c, tone(tint, -0.4), 1.5, 0.2)
            rounded(c, x + 6, y + 6, w - 12, h - 12, 5)
            line(c, tone(tint, 0.4), 2, 0.4)
            rounded(c, x + 66, y + 34, 172, 54, 4)
            paint(c, "#8a6a3a")
            rounded(c, x + 72, y + 39, 160, 44, 2)
            paint(c, "#f3e8cf")
            letters(c, names[k % len(names)], x + 152, y + 69, 25, "italic", 0, 146)
            paint(c, INK)
            k += 1
            contact(c, x + 160, y + 150, 66, 26, 0.5)
            c.new_sub_path()
            c.arc(x + 152, y + 122, 40, 0.1, 3.04)
            line(c, "#8a6a2a", 15)
            c.new_sub_path()
            c.arc(x + 152, y + 119, 40, 0.1, 3.04)
            line(c, "#e6c678", 8)
    x, y = 646, 434
    rect(c, x - 8, y - 8, 320, 290)
    paint(c, "#1c1210", 0.55)
    rect(c, x + 6, y, 292, 90)
    paint(c, "#2f2018")
    for _ in range(90):
        c.save()
        c.translate(x + rng.uniform(30, 274), y + rng.uniform(20, 84))
        c.rotate(rng.uniform(-1.6, 1.6))
        rect(c, -20, -3, 40, 6)
        paint(c, rng.choice(("#b9c2c6", "#d9b568", "#8d979c")))
        ball(c, -20, 0, 8, "#c9d1d4")
        c.restore()
    rounded(c, x - 6, y + 84, 316, 222, 6)
    wash(c, gradient(0, y + 84, 0, y + 306, "#c48f55", "#8a5d35"))
    rounded(c, x + 72, y + 122, 160, 44, 2)
    paint(c, "#f3e8cf")
    letters(c, "Vis, à la pièce", x + 152, y + 152, 25, "italic", 0, 146)
    paint(c, ACCENT)
    c.new_sub_path()
    c.arc(x + 152, y + 208, 42, 0.1, 3.04)
    line(c, "#e6c678", 10)
    all_light(st, 0.45, 0.45, 1150, 0.3)


def spectacles(st):
    """Very plain on purpose: a picture of twelve megapixels that stays small."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, 0, w, h)
    wash(c, gradient(0, 0, w, h, "#d9a48c", "#b5705a"))
    rect(c, 0, h * 0.62, w, h * 0.38)
    wash(c, gradient(0, h * 0.62, 0, h, "#f0dcc4", "#d9bda0"))
    ellipse(c, w * 0.68, h * 0.36, 250, 250)
    wash(c, radial(w * 0.62, h * 0.28, 330, "#f3d9a8", "#e3bd7b"))
    with soft(c, 16) as s:
        ellipse(s, w * 0.5 + 60, h * 0.76, 480, 40)
        paint(s, "#6b3a34", 0.45)
    things.spectacles(c, w * 0.5, h * 0.79, 640, rng, "#3a2a2a", "#dfe9e6")


def watch(st):
    c, rng = st.c, st.rng
    backdrop(st, "#2f3f3a")
    plain(st, 760, "#54463a")
    cast(st, 560, 960, 260, 500)
    things.bust(c, 1080, 960, 720, rng, "#5a2f3a", "#efe6d6")
    things.watch(c, 540, 970, 820, rng)
    all_light(st, 0.4, 0.5, 900)
