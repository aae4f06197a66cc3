"""What stands before each shop. g is the foot of the house; the kerb is about 90 below it."""
import emblems
import drinks
import food
import props
import things
import tools
from paint import ACCENT, INK, SLATE, ball, contact, ellipse, gradient, letters, line, paint, poly, rect, tone, wash
from walls import stone


def mid(st):
    return st.units[0] / 2


def bakery(st, g):
    props.board(st, 260, g + 66, 0.95, ("Tarte", "au riz"))
    tools.pot(st.c, 1310, g + 36, 165, st.rng, "bush")
    props.bicycle(st, 1440, g + 84, 0.86, "#8a2f2b", flip=True)


def cheese(st, g):
    tools.crate(st.c, 760, g + 40, 120, st.rng, food.wheel, wide=130, n=3, each=52)
    tools.pot(st.c, 470, g + 34, 150, st.rng, "lavender")
    props.bench(st, 1230, g + 74, 0.9)


def books(st, g):
    c = st.c
    tools.crate(c, 430, g + 44, 110, st.rng, None, wide=150)
    for i in range(13):
        things.book(c, 358 + i * 11.5, g - 4 + st.rng.uniform(-4, 6), 66, st.rng)
    tools.crate(c, 430, g + 46, 110, st.rng, None, wide=150, tall=34)
    props.cat(st, 1195, g + 60, 1.15, "#b5763c")
    tools.pot(c, 1120, g + 36, 150, st.rng, "fern", "#4a5a6a")
    props.bench(st, 1330, g + 72, 0.85)


def butcher(st, g):
    props.board(st, 1170, g + 64, 1, ("Boudin", "maison"))
    tools.pot(st.c, 330, g + 36, 165, st.rng, "bush")
    props.passer(st, 1385, g + 88, 0.95, "#4a5a6a", flip=True)


def evening_couple(st, g):
    props.passer(st, 330, g + 96, 1.02, "#6b2f38")
    props.passer(st, 420, g + 92, 0.98, "#3c4c5c", bag=False)
    props.lamp_post(st, 1475, g + 86, 1.25)


def pub(st, g):
    m = mid(st)
    for dx, tint in ((-560, ACCENT), (-260, "#3f5a3c"), (330, ACCENT), (640, "#3f5a3c")):
        props.terrace(st, m + dx, g + 98, 1.0, tint)
    props.board(st, m - 20, g + 74, 1.1, ("Plat", "du jour"))
    props.garland(st, m - 1050, g - 720, m + 20, g - 690, 60, 17)
    props.garland(st, m - 20, g - 690, m + 1050, g - 730, 60, 17)


def florist(st, g):
    blooms = (
        ("#d9a0a8", "#f0dfe0"),
        ("#d08a3c", "#e6b95a"),
        ("#8a4a78", "#c79ac0"),
        ("#b0402e", "#d9705a"),
        ("#f2ead8", "#e4d7b0"),
        ("#c9556b", "#efb6bd"),
    )
    for row, (y, size, n) in enumerate(((g + 22, 138, 6), (g + 66, 158, 5))):
        for i in range(n):
            for side in (-1, 1):
                x = mid(st) + side * (128 + i * 76 + row * 30)
                tools.bucket(
                    st.c, x, y + st.rng.uniform(-4, 4), size * st.rng.uniform(0.9, 1.1), st.rng, st.rng.choice(blooms)
                )


def bikes(st, g):
    props.bicycle(st, 420, g + 60, 1.12, "#c9742e", "sport")
    props.bicycle(st, 800, g + 88, 1.12, "#2f6470")
    props.bicycle(st, 1190, g + 66, 1.12, "#8a2f3b", "sport", flip=True)
    props.board(st, 1430, g + 70, 1, ("11 %", "Courage"))


def greens(st, g):
    c, rng = st.c, st.rng
    for x, kind, size in ((330, "pumpkin", 58), (490, "apple", 40), (650, "cabbage", 60)):
        rect(c, x - 74, g - 44, 148, 62)
        wash(c, gradient(0, g - 44, 0, g + 18, "#8a6a44", "#5a4430"))
        tools.crate(c, x, g - 12, 112, rng, lambda *a, k=kind: food.vegetable(*a, k), wide=132, n=4, each=size * 0.9)
    for x, kind, size in ((410, "carrot", 70), (580, "leek", 84), (1240, "beet", 60)):
        tools.crate(c, x, g + 62, 118, rng, lambda *a, k=kind: food.vegetable(*a, k), wide=134, n=4, each=size * 0.9)
    props.board(st, 1370, g + 70, 1, ("Panier", "15 €"))


def wine(st, g):
    for x in (345, 430):
        barrel(st, x, g + 44 + (x - 345) * 0.2, 1.0)
    drinks.bottle(st.c, 335, g - 72, 86, st.rng)
    drinks.glass_of(st.c, 375, g - 72, 62, st.rng)
    tools.pot(st.c, 1270, g + 40, 170, st.rng, "bush")
    props.passer(st, 1430, g + 96, 1, "#7a5a3a", flip=True)


def barrel(st, x, y, s=1.0, colour="#8a5d35"):
    with st.place(x, y, s) as c:
        contact(c, 4, -2, 62, 11)
        c.move_to(-42, 0)
        c.curve_to(-58, -40, -58, -84, -42, -122)
        c.line_to(42, -122)
        c.curve_to(58, -84, 58, -40, 42, 0)
        c.close_path()
        wash(c, gradient(-54, 0, 54, 0, tone(colour, -0.2), tone(colour, 0.25), colour, tone(colour, -0.4)))
        for i in range(-3, 4):
            c.move_to(i * 12, -122)
            c.curve_to(i * 16, -80, i * 16, -40, i * 12, 0)
            line(c, tone(colour, -0.45), 1.2, 0.6)
        for yy, w in ((-108, 48), (-84, 54), (-40, 54), (-16, 48)):
            rect(c, -w, yy, w * 2, 8)
            wash(c, gradient(-w, 0, w, 0, "#3a3d42", "#8d959b", "#2a2d32"))
        ellipse(c, 0, -122, 42, 8)
        paint(c, tone(colour, 0.2))


def winter(st, g):
    props.passer(st, 330, g + 92, 1.02, "#8a2f2b")
    props.passer(st, 410, g + 94, 0.66, "#2f6470", bag=False)
    tools.pot(st.c, 1170, g + 40, 170, st.rng, "bush")
    props.lamp_post(st, 1420, g + 84, 1.25)


def pots(st, g):
    tools.pot(st.c, mid(st) - 560, g + 40, 170, st.rng, "bush", "#4a5058")
    tools.pot(st.c, mid(st) + 545, g + 40, 170, st.rng, "lavender", "#4a5058")
    props.bicycle(st, mid(st) + 330, g + 84, 0.95, "#7f9170")


def cobbler(st, g):
    m = mid(st)
    tools.pot(st.c, m - 380, g + 34, 150, st.rng, "flower", bloom="#d9705a")
    props.board(st, m + 330, g + 64, 0.95, ("Clés", "minute"))
    props.cat(st, m - 250, g + 52, 1, "#b5763c")


def brewery(st, g):
    m = mid(st)
    for x, y in ((-700, 40), (-600, 52), (-650, 84), (560, 46), (660, 60)):
        barrel(st, m + x, g + y, 1.05)
    props.terrace(st, m + 380, g + 96, 1.0, "#6b4a32")
    props.passer(st, m - 340, g + 80, 1.0, "#33515c")


def hardware(st, g):
    c, rng = st.c, st.rng
    for i, k in enumerate(("ladder", "ladder")):
        tools.tool(c, 190 + i * 64, g + 24, 400 - i * 60, rng, k)
    for i, tint in enumerate(("#b0402e", "#d6a443", "#2f6470", "#e6d6b4")):
        tools.bucket(c, 1310 + (i % 2) * 84, g + 26 + (i // 2) * 46, 86, rng, (tint,), full=0, metal=tint)
    props.board(st, 460, g + 74, 0.95, ("Une vis ?", "une vis."))


def pharmacy(st, g):
    c = st.c
    with st.place(1330, g - 560):
        rect(c, -66, -6, 40, 10)
        paint(c, INK)
        emblems.cross(c, 62)
        st.light_point(0, 0, 330, (0.35, 1, 0.6), 0.9)
    props.passer(st, 410, g + 92, 1.04, "#4a5a6a", umbrella="#b0402e")
    props.passer(st, 1270, g + 86, 1, "#7a5a3a", umbrella="#d6a443", flip=True)


def fishmonger(st, g):
    c, rng = st.c, st.rng
    rect(c, 300, g - 66, 330, 84)
    wash(c, gradient(0, g - 66, 0, g + 18, "#e8eeee", "#a9b8bc"))
    for i in range(60):
        ball(c, 300 + 330 * rng.random(), g - 70 + rng.uniform(-6, 5), rng.uniform(7, 13), "#e6f0f2", shine=0.5)
    for i in range(4):
        food.fish(c, 350 + i * 80, g - 70 - (i % 2) * 8, 66, rng, rng.choice(("#8fa3a8", "#b5846a", "#7d93a0")))
    props.board(st, 1180, g + 64, 1, ("Moules", "du jour"))
    for x in (1330, 1420):
        tools.crate(c, x, g + 50, 110, rng, None, "#7d93a0", wide=118)
    props.cat(st, 720, g + 56, 1.1, "#4a4540")


def summer(st, g):
    props.terrace(st, 360, g + 92, 1.0, "#e8a48f")
    props.terrace(st, 1230, g + 92, 1.0, "#6fa39a")
    props.passer(st, 860, g + 88, 0.72, "#d9a441", bag=False)
    food.cone(st.c, 893, g - 22, 52, st.rng)
    props.bunting(st, -20, g - 720, 820, g - 640, 50, 15)
    props.bunting(st, 780, g - 640, 1620, g - 730, 50, 15)


def night_queue(st, g):
    for x, coat, s in ((520, "#6b2f38", 1.0), (640, "#33515c", 1.06), (1010, "#7a5a3a", 0.98)):
        props.passer(st, x, g + 90, s, coat, flip=x > 900)
    props.terrace(st, 1290, g + 100, 0.95, "#b5402b")
    props.garland(st, -20, g - 690, 1620, g - 690, 70, 22, ("#ffd98f", "#ff9a6a"))


def grocer(st, g):
    c, rng = st.c, st.rng
    for i, (kind, size) in enumerate((("apple", 42), ("pumpkin", 52), ("apple", 42), ("carrot", 60))):
        tools.crate(
            c,
            340 + i * 124,
            g + 20 + (i % 2) * 6,
            112,
            rng,
            lambda *a, k=kind: food.vegetable(*a, k),
            wide=112,
            n=4,
            each=size * 0.9,
        )
    for x in (1010, 1090, 1170):
        tools.pot(c, x, g + 26, 84, rng, "fern")
    props.passer(st, 1340, g + 92, 1, "#5c6f7c", flip=True)


def works(st, g):
    """The quay is being repaired: barriers and a heap of bluestone."""
    c = st.c
    for x in (420, 600, 1280):
        for px in (x - 62, x + 56):
            rect(c, px, g - 36, 7, 106)
            paint(c, SLATE)
        for k in range(6):
            rect(c, x - 74 + k * 25, g - 30, 25, 26)
            paint(c, "#c8452f" if k % 2 else "#f1ebdd")
    for x, y, w in ((1110, 84, 120), (1160, 60, 100), (1085, 56, 70)):
        stone(st, x, g + y - 20, w, 26)


def quiet(st, g):
    props.passer(st, 1330, g + 94, 1.02, "#33424f", flip=True)
    tools.pot(st.c, 440, g + 38, 170, st.rng, "bush", "#3b424c")
    tools.pot(st.c, 1160, g + 38, 170, st.rng, "bush", "#3b424c")


def hairdresser(st, g):
    tools.pot(st.c, 460, g + 36, 160, st.rng, "flower", "#d8b8a0", "#c9556b")
    props.bicycle(st, 1220, g + 80, 1.0, "#c98aa0")
    props.cat(st, 600, g + 52, 1, "#efe6d6")


def attic(st, g):
    c, rng = st.c, st.rng
    tools.chair(c, 330, g + 40, 170, rng)
    tools.chair(c, 450, g + 62, 170, rng, "#5a3626", "#b9a58a")
    rect(c, 800, g - 66, 200, 12)
    wash(c, gradient(0, g - 66, 0, g - 54, "#b98f5c", "#7a5a38"))
    for px in (812, 978):
        rect(c, px, g - 56, 10, 96)
        paint(c, "#6b4a32")
    for i, tint in enumerate(("#a9a294", "#6f8fa8", "#d9c3a0", "#8f9a86")):
        tools.vase(c, 832 + i * 46, g - 66, 54 + 10 * (i % 2), rng, tint)
    tools.lamp_shade(c, 1200, g + 50, 180, rng, "#c98a6a")
    tools.crate(c, 1330, g + 60, 120, rng, None)
    for i in range(9):
        things.book(c, 1280 + i * 12, g + 8, 58, rng)
    tools.crate(c, 1330, g + 62, 120, rng, None, tall=32)


def lending(st, g):
    tools.tool(st.c, 300, g + 30, 420, st.rng, "ladder")
    props.board(st, 1180, g + 66, 1.05, ("On prête,", "on répare"))
    tools.bucket(st.c, 1330, g + 50, 92, st.rng, full=0)
    props.passer(st, 1430, g + 88, 1, "#c98a35", flip=True)


def launderette(st, g):
    props.passer(st, 1300, g + 92, 1.04, "#8a4a5c", umbrella="#2f6470", flip=True)
    props.bicycle(st, 380, g + 66, 1.0, "#d6a443")


def kiln(st, g):
    """The kiln, still in its crate."""
    c = st.c
    x, y, w, h = 1090, g + 44, 250, 270
    for i in range(6):
        rect(c, x, y - h + i * h / 6, w, h / 6 - 4)
        wash(c, gradient(0, y - h + i * h / 6, 0, y - h + (i + 1) * h / 6, "#cfa873", "#a27c4c"))
    for px in (x, x + w - 22):
        rect(c, px, y - h - 4, 22, h + 4)
        paint(c, "#93703f")
    c.move_to(x + 22, y - 8)
    c.line_to(x + w - 22, y - h + 8)
    line(c, "#93703f", 20)
    rect(c, x + 50, y - h * 0.62, w - 100, 84)
    paint(c, "#f3e8cf")
    letters(c, "FOUR", x + w / 2, y - h * 0.62 + 38, 34, "narrow")
    letters(c, "800 kg", x + w / 2, y - h * 0.62 + 70, 26, "narrow")
    paint(c, INK, 0.85)
    tools.pot(c, 480, g + 36, 150, st.rng, "fern")


def boat(st, g, x=-330, colour="#b5432f"):
    """A rowing boat moored at the quay."""
    m = mid(st)
    tools.pot(st.c, m - 300, g + 44, 150, st.rng, "lavender")
    props.bench(st, m + 330, g + 78, 0.95, "#6f8a74")
    props.bicycle(st, m + 560, g + 80, 0.95, "#54705c")
    rowing_boat(st, m + x, g + 300, 1.25, colour)


def rowing_boat(st, x, y, s, colour):
    with st.place(x, y, s) as c:
        c.move_to(-190, -54)
        c.curve_to(-150, 10, 120, 12, 190, -60)
        c.curve_to(110, -34, -110, -34, -190, -54)
        c.close_path()
        wash(c, gradient(0, -60, 0, 8, tone(colour, 0.2), tone(colour, -0.35)))
        c.move_to(-190, -54)
        c.curve_to(-110, -34, 110, -34, 190, -60)
        line(c, "#f0e4c8", 6)
        c.move_to(-170, -52)
        c.curve_to(-110, -36, 110, -36, 174, -56)
        c.curve_to(100, -66, -100, -64, -170, -52)
        paint(c, "#5a4030")
        for px in (-70, 40):
            poly(c, (px, -58), (px + 40, -58), (px + 44, -42), (px - 4, -42))
            paint(c, "#b98f5c")
        c.move_to(-60, -50)
        c.line_to(90, -92)
        line(c, "#c9a468", 6)


def lock_bar(st, g):
    m = mid(st)
    for dx in (-420, 380, 640):
        props.terrace(st, m + dx, g + 100, 1.0, "#2f6470")
    props.passer(st, m - 640, g + 96, 1.0, "#6b2f38", bag=False)
    props.garland(st, m - 1200, g - 760, m + 10, g - 648, 40, 20)
    props.garland(st, m - 10, g - 648, m + 1200, g - 780, 40, 20)
