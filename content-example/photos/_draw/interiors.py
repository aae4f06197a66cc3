"""Rooms behind a shop window that rows of things on shelves do not tell: a counter, a workshop, a laundry, a pub."""
import math
import drinks
import food
import props
import things
import tools
from paint import (CREAM, GOLD, INK, LEAF, STEEL, ball, ellipse, gradient, letters, line, paint, poly, rect, rounded,
                   tone, vary, wash)
from displays import Row, fill_row, ledge, put, tiles


def hams(st, x, y, w, h):
    """Sausages and hams on a rail, before tiles."""
    c, rng = st.c, st.rng
    tiles()(st, x, y, w, h)
    rail = y + h * 0.17
    rect(c, x + w * 0.08, rail, w * 0.84, 4)
    paint(c, STEEL)
    n = int(w / 52)
    for i in range(n):
        px = x + w * 0.12 + w * 0.76 * i / (n - 1)
        if rng.random() < 0.45:
            ball(c, px, rail + h * 0.15, h * 0.055, vary("#9a4a3a", rng, 0.12), ry=h * 0.12)
        else:
            for k in range(3):
                ball(
                    c,
                    px + (k - 1) * 3,
                    rail + h * (0.06 + 0.075 * k),
                    h * 0.026,
                    vary("#8a3a2c", rng, 0.15),
                    ry=h * 0.042,
                )
        rect(c, px - 1, rail, 2, h * 0.05)
        paint(c, CREAM)
    rect(c, x, y + h * 0.74, w, h * 0.26)
    wash(c, gradient(0, y + h * 0.74, 0, y + h, "#f4f2ea", "#b9bfbd"))
    rect(c, x, y + h * 0.73, w, h * 0.02)
    paint(c, "#ffffff")
    n = int(w / 92)
    for i in range(n):
        px, py = x + w * (i + 0.5) / n, y + h * 0.735
        kind = rng.randrange(4)
        if kind == 0:  # a roast in its net
            ball(c, px, py - h * 0.055, w / n * 0.36, vary("#9a3f38", rng, 0.1), ry=h * 0.065)
            for k in range(-2, 3):
                c.move_to(px + k * 9 - 4, py - h * 0.115)
                c.line_to(px + k * 9 + 4, py)
            line(c, CREAM, 1.4, 0.8)
        elif kind == 1:  # a terrine
            rounded(c, px - w / n * 0.36, py - h * 0.085, w / n * 0.72, h * 0.085, 5)
            wash(c, gradient(px - w / n * 0.36, 0, px + w / n * 0.36, 0, "#b9794a", "#7a4426"))
            ellipse(c, px, py - h * 0.085, w / n * 0.36, h * 0.022)
            paint(c, "#e0b88a")
        elif kind == 2:  # rings of black pudding
            for k in range(3):
                ellipse(c, px, py - h * (0.02 + 0.03 * k), w / n * (0.36 - 0.05 * k), h * 0.026)
                line(c, vary(("#4a2a26", "#d9b9a0")[k % 2], rng, 0.1), h * 0.036)
        else:  # slices, fanned out
            for k in range(5):
                ball(
                    c, px + (k - 2) * w / n * 0.13, py - h * 0.04, w / n * 0.18, vary("#c9746a", rng, 0.1), ry=h * 0.05
                )
        rect(c, px - 15, py - h * 0.17, 30, 20)
        paint(c, "#2f3b38")
        rect(c, px - 9, py - h * 0.17 + 8, 18, 3)
        paint(c, CREAM)
        rect(c, px - 1, py - h * 0.17 + 20, 2, h * 0.06)
        paint(c, "#2f3b38")


def pegboard(st, x, y, w, h):
    """Tools on a board, each on its hook."""
    c, rng = st.c, st.rng
    rect(c, x + w * 0.08, y + h * 0.10, w * 0.84, h * 0.68)
    paint(c, "#d2b48a", 0.9)
    for i in range(int(w * 0.84 / 18)):
        for j in range(int(h * 0.68 / 18)):
            ellipse(c, x + w * 0.08 + 9 + i * 18, y + h * 0.10 + 9 + j * 18, 1.5, 1.5)
            paint(c, "#8a6d48", 0.7)
    kinds = ["drill", "saw", "hammer", "spanner", "ladder", "drill", "pan"]
    n = max(2, int(w / 150))
    size = min(h * 0.25, w / n * 0.62)
    for r in range(2):
        for i in range(n):
            tools.tool(
                c,
                x + w * (0.16 + 0.74 * (i + 0.5) / n),
                y + h * (0.42 + 0.32 * r),
                size,
                rng,
                rng.choice(kinds[:4] if r else kinds),
                rng.choice(("#c9742e", "#2f6470", "#b0402e", "#d6a443")),
            )
    ledge("#9a8a78")(st, x, y, w, h)


def hung_bicycles(st, x, y, w, h):
    """Bicycles on the wall and one on its stand."""
    rng = st.rng
    rect(st.c, x + w * 0.06, y + h * 0.08, w * 0.88, h * 0.74)
    paint(st.c, "#e2d3b4", 0.8)
    tints = ["#b5432f", "#2f6470", "#d6a443", "#54705c", "#573450"]
    rng.shuffle(tints)
    s = min(w / 760, h / 760)
    for i, (tx, ty) in enumerate(((0.29, 0.42), (0.71, 0.42), (0.29, 0.80), (0.71, 0.80))):
        props.bicycle(st, x + w * tx, y + h * ty, s, tints[i], rng.choice(("sport", "city")), flip=i % 2 == 1)
    ledge("#9a8a78")(st, x, y, w, h)


def drawers(st, x, y, w, h):
    """A wall of small drawers, each with its brass pull."""
    c, rng = st.c, st.rng
    bx, by, bw, bh = x + w * 0.09, y + h * 0.12, w * 0.82, h * 0.58
    cols, lines = int(bw / 44), int(bh / 30)
    for i in range(cols):
        for j in range(lines):
            px, py = bx + bw * i / cols, by + bh * j / lines
            rect(c, px + 1, py + 1, bw / cols - 2, bh / lines - 2)
            wash(c, gradient(0, py, 0, py + bh / lines, vary("#9b7348", rng, 0.12), "#6e4c30"))
            ball(c, px + bw / cols / 2, py + bh / lines * 0.62, 3.4, GOLD)
            rect(c, px + bw / cols * 0.3, py + bh / lines * 0.2, bw / cols * 0.4, bh / lines * 0.2)
            paint(c, CREAM, 0.8)
    ledge("#8d6a47")(st, x, y, w, h)


def machines(st, x, y, w, h):
    """A row of washing machines."""
    c, rng = st.c, st.rng
    rect(c, x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.72)
    paint(c, "#cfe0dc")
    rect(c, x + w * 0.1, y + h * 0.2, w * 0.8, 6)
    paint(c, "#d9714a")
    poly(c, (x + w * 0.1, y + h * 0.82), (x + w * 0.9, y + h * 0.82), (x + w, y + h), (x, y + h))
    paint(c, "#9fb0ac")
    n = max(2, int(w / 130))
    mw = w * 0.78 / n
    for i in range(n):
        px, py, mh = x + w * 0.11 + mw * i, y + h * 0.36, h * 0.50
        rounded(c, px + 4, py, mw - 8, mh, 5)
        wash(c, gradient(px, 0, px + mw, 0, "#f7f4ec", "#c9cdcb"))
        rect(c, px + 4, py + mh * 0.18, mw - 8, 2)
        paint(c, "#9aa5a5")
        ball(c, px + mw * 0.25, py + mh * 0.09, 5, "#d9714a")
        r = min(mw, mh) * 0.30
        ball(c, px + mw / 2, py + mh * 0.58, r * 1.14, "#aeb6b8", shine=0.6)
        ball(c, px + mw / 2, py + mh * 0.58, r, "#35444d")
        for k in range(6):
            a = rng.uniform(0, 6.28)
            ball(
                c,
                px + mw / 2 + r * 0.45 * math.cos(a),
                py + mh * 0.58 + r * 0.5 + r * 0.2 * math.sin(a),
                r * 0.26,
                vary(rng.choice(("#b0402e", "#e6d6b4", "#2f6470", "#d6a443")), rng, 0.1),
            )
        c.new_sub_path()
        c.arc(px + mw / 2, py + mh * 0.58, r * 0.75, 3.6, 4.5)
        line(c, "#ffffff", 4, 0.5)


def kettles(st, x, y, w, h):
    """Two copper brewing kettles."""
    c = st.c
    rect(c, x + w * 0.06, y + h * 0.08, w * 0.88, h * 0.74)
    paint(c, "#c8b596", 0.5)
    for t in (0.30, 0.72):
        kettle(c, x + w * t, y + h * 0.96, min(w * 0.2, h * 0.33))
    rect(c, x + w * 0.30, y + h * 0.17, w * 0.42, 9)
    wash(c, gradient(0, y + h * 0.17, 0, y + h * 0.17 + 9, "#e6a06a", "#7d4223"))


def kettle(c, x, y, r):
    """A copper with its dome, r half its width, standing at (x, y)."""
    copper = "#bd6f3f"
    rect(c, x - r, y - r * 1.25, r * 2, r * 1.1)
    wash(c, _copper(x, r, copper))
    ellipse(c, x, y - r * 0.15, r, r * 0.2)
    wash(c, _copper(x, r, tone(copper, -0.1)))
    c.move_to(x - r * 1.04, y - r * 1.2)
    c.curve_to(x - r * 0.95, y - r * 2.0, x - r * 0.3, y - r * 2.1, x - r * 0.14, y - r * 2.3)
    c.line_to(x + r * 0.14, y - r * 2.3)
    c.curve_to(x + r * 0.3, y - r * 2.1, x + r * 0.95, y - r * 2.0, x + r * 1.04, y - r * 1.2)
    c.close_path()
    wash(c, _copper(x, r, tone(copper, 0.08)))
    rect(c, x - r * 0.13, y - r * 2.7, r * 0.26, r * 0.45)
    wash(c, _copper(x, r * 0.14, copper))
    for yy in (1.22, 0.72):
        rect(c, x - r * 1.04, y - r * yy, r * 2.08, r * 0.06)
        wash(c, _copper(x, r, "#8a4a28"))
        for i in range(13):
            ball(c, x - r + r * 2 * (i + 0.5) / 13, y - r * (yy - 0.03), r * 0.018, "#f0bb85")
    ellipse(c, x - r * 0.36, y - r * 1.58, r * 0.20, r * 0.17)
    paint(c, "#5b2f1c")
    ellipse(c, x - r * 0.36, y - r * 1.58, r * 0.20, r * 0.17)
    line(c, "#f0bb85", r * 0.04)


def _copper(x, r, colour):
    return gradient(
        x - r,
        0,
        x + r,
        0,
        (0, tone(colour, -0.5), 1),
        (0.16, tone(colour, 0.18), 1),
        (0.26, "#ffdcb0", 1),
        (0.36, tone(colour, 0.2), 1),
        (0.62, colour, 1),
        (0.88, tone(colour, -0.45), 1),
        (0.95, tone(colour, -0.1), 1),
        (1, tone(colour, -0.5), 1),
    )


def bar(st, x, y, w, h):
    """A pub from outside: shelves of bottles, a counter, heads of guests."""
    c, rng = st.c, st.rng
    for at in (0.24, 0.40):
        fill_row(
            st,
            x + w * 0.14,
            y + h * at,
            w * 0.72,
            h * 0.13,
            Row(
                at,
                0.13,
                (put(drinks.bottle), put(drinks.bottle, "#7d4a25"), put(drinks.bottle, "#a5672d", k=0.9)),
                gap=0.2,
                board="#5d3c28",
            ),
        )
    rect(c, x + w * 0.06, y + h * 0.60, w * 0.88, h * 0.4)
    wash(c, gradient(0, y + h * 0.6, 0, y + h, "#7b4b2c", "#472a1c"))
    rect(c, x + w * 0.05, y + h * 0.585, w * 0.9, 8)
    paint(c, "#a8703f")
    for i in range(max(1, int(w / 120))):
        guest(c, x + w * rng.uniform(0.14, 0.86), y + h * 1.02, h * 0.56, rng)


def guest(c, x, y, size, rng):
    """Somebody seen from behind, sitting."""
    coat = vary(rng.choice(("#2f4a5a", "#6b2f2f", "#4a5a3c", "#7a6247", "#3a3440")), rng, 0.1)
    hair = rng.choice(("#2f221c", "#6b4a30", "#b9a68c", "#8a5a34", "#d9cfc0"))
    c.move_to(x - size * 0.30, y)
    c.curve_to(x - size * 0.32, y - size * 0.5, x - size * 0.16, y - size * 0.58, x, y - size * 0.58)
    c.curve_to(x + size * 0.16, y - size * 0.58, x + size * 0.32, y - size * 0.5, x + size * 0.30, y)
    c.close_path()
    wash(c, gradient(x - size * 0.3, 0, x + size * 0.3, 0, tone(coat, 0.2), tone(coat, -0.3)))
    rect(c, x - size * 0.05, y - size * 0.68, size * 0.10, size * 0.14)
    paint(c, "#c99578")
    ball(c, x, y - size * 0.80, size * 0.14, hair, ry=size * 0.17, shine=0.15)


def mirrors(st, x, y, w, h):
    """A hairdresser's: two mirrors and their chairs."""
    c = st.c
    for t in (0.3, 0.7):
        rounded(c, x + w * (t - 0.13), y + h * 0.2, w * 0.26, h * 0.44, w * 0.13)
        wash(c, gradient(x, y, x + w, y + h, "#8fa6ae", "#4f6570"))
        rounded(c, x + w * (t - 0.13), y + h * 0.2, w * 0.26, h * 0.44, w * 0.13)
        line(c, GOLD, 5)
        rect(c, x + w * (t - 0.16), y + h * 0.68, w * 0.32, 9)
        paint(c, "#f0e2d2")
        rounded(c, x + w * (t - 0.10), y + h * 0.58, w * 0.20, h * 0.26, 18)
        wash(c, gradient(x + w * (t - 0.1), 0, x + w * (t + 0.1), 0, "#a8525c", "#5c2730"))
        for s in (-1, 1):
            rounded(c, x + w * (t + s * 0.115) - 9, y + h * 0.74, 18, h * 0.12, 7)
            paint(c, "#4a2028")
        rounded(c, x + w * (t - 0.12), y + h * 0.83, w * 0.24, h * 0.06, 9)
        paint(c, "#7a3640")
        rect(c, x + w * t - 6, y + h * 0.89, 12, h * 0.11)
        paint(c, STEEL)
    fill_row(
        st,
        x + w * 0.1,
        y + h * 0.68,
        w * 0.8,
        h * 0.1,
        Row(
            0.7,
            0.1,
            (
                put(drinks.bottle, "#d9a08e", shape="beer"),
                put(tools.tin, "#e6d6b4"),
                put(drinks.bottle, "#7d9a8e", shape="beer"),
            ),
            gap=0.9,
            board=None,
        ),
    )


def papered(text):
    """A window still covered with packing paper, a notice on it."""

    def display(st, x, y, w, h):
        c, rng = st.c, st.rng
        n = 4
        for i in range(n):
            px = x + w * i / n
            tint = vary("#c7a67c", rng, 0.06)
            poly(
                c,
                (px - 5, y),
                (px + w / n + 8, y),
                (px + w / n + rng.uniform(-4, 10), y + h),
                (px - rng.uniform(0, 8), y + h),
            )
            wash(c, gradient(px, 0, px + w / n, 0, tone(tint, 0.16), tone(tint, -0.10)))
        rect(c, x + w * 0.28, y + h * 0.30, w * 0.44, h * 0.34)
        paint(c, "#f6efdf")
        letters(c, text, x + w / 2, y + h * 0.46, h * 0.085, "italic", 0, w * 0.38)
        paint(c, "#9a3412")
        letters(c, "le 6 mars", x + w / 2, y + h * 0.57, h * 0.062, "roman", 0, w * 0.34)
        paint(c, INK)

    return display


def empty_tables(st, x, y, w, h):
    """A closed restaurant: chairs upside down on the tables, dust sheets."""
    c, rng = st.c, st.rng
    for i in range(max(1, int(w / 190))):
        px = x + w * (i + 0.5) / max(1, int(w / 190))
        c.save()
        c.translate(px, y + h * 0.68 - h * 0.17)
        c.scale(1, -1)
        tools.chair(c, -30, 0, h * 0.34, rng)
        tools.chair(c, 34, 0, h * 0.34, rng)
        c.restore()
        rect(c, px - 84, y + h * 0.68, 168, 8)
        paint(c, "#b89a72")
        rect(c, px - 6, y + h * 0.68, 12, h * 0.32)
        paint(c, "#5a4636")


def flowers(st, x, y, w, h):
    """Leaves and buckets of flowers to the top."""
    c, rng = st.c, st.rng
    for _ in range(16):
        things.leaf(
            c,
            x + w * rng.random(),
            y + h * 0.06,
            h * rng.uniform(0.1, 0.24),
            rng.uniform(0.9, 2.2),
            vary(LEAF, rng, 0.2),
            0.25,
        )
    blooms = (
        ("#d9a0a8", "#f0dfe0"),
        ("#d08a3c", "#e6b95a"),
        ("#8a4a78", "#c79ac0"),
        ("#b0402e", "#d9705a"),
        ("#f2ead8", "#e4d7b0"),
    )
    tint = lambda: rng.choice(blooms)
    for at, size, inset in ((0.60, 0.42, 0.10), (1.0, 0.52, 0.05)):
        what = tuple(put(tools.bucket, tint()) for _ in range(4)) + (put(tools.pot, "fern"),)
        fill_row(
            st,
            x + w * inset,
            y + h * at,
            w * (1 - 2 * inset),
            h * size,
            Row(at, size, what, gap=0.05, board="#7c8a74" if at < 1 else None),
        )


def ice_counter(st, x, y, w, h):
    """Tubs of ice cream behind glass, their menu above."""
    c, rng = st.c, st.rng
    rect(c, x + w * 0.1, y + h * 0.10, w * 0.8, h * 0.5)
    paint(c, "#f3dcc8")
    for i in range(3):
        rounded(c, x + w * (0.16 + 0.24 * i), y + h * 0.15, w * 0.2, h * 0.25, 8)
        paint(c, ("#7fb0ac", "#e8a090", "#e9c46f")[i])
        food.cone(
            c,
            x + w * (0.26 + 0.24 * i),
            y + h * 0.37,
            h * 0.19,
            rng,
            scoops=(rng.choice(("#f3e3c3", "#c9556b", "#6b4630", "#b9cf9a")),),
        )
    rect(c, x + w * 0.05, y + h * 0.62, w * 0.9, h * 0.38)
    wash(c, gradient(0, y + h * 0.62, 0, y + h, "#f6f1e6", "#c9cdc9"))
    n = max(4, int(w / 60))
    for i in range(n):
        px = x + w * (0.09 + 0.82 * (i + 0.5) / n)
        tint = vary(
            ("#f3e3c3", "#c9556b", "#6b4630", "#b9cf9a", "#e3a35a", "#d9d0e0", "#a8556b", "#efe6cf")[i % 8], rng, 0.05
        )
        rect(c, px - w * 0.035, y + h * 0.63, w * 0.07, h * 0.05)
        paint(c, "#8d9696")
        for k in range(3):
            ball(c, px - w * 0.02 + k * w * 0.02, y + h * 0.63, w * 0.026, tint, shine=0.4)


def fry_counter(st, x, y, w, h):
    """A chip shop's hatch: steel, a menu board, heat lamps."""
    c, rng = st.c, st.rng
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, "#f0e2c0", "#d9c090"))
    for i in range(3):
        rounded(c, x + w * (0.05 + 0.315 * i), y + h * 0.10, w * 0.28, h * 0.27, 4)
        paint(c, "#2f3b38")
        for k in range(5):
            rect(c, x + w * (0.075 + 0.315 * i), y + h * (0.14 + 0.042 * k), w * rng.uniform(0.09, 0.15), h * 0.015)
            paint(c, "#efe6d2", 0.9)
            rect(c, x + w * (0.27 + 0.315 * i), y + h * (0.14 + 0.042 * k), w * 0.035, h * 0.015)
            paint(c, "#e0b04a", 0.9)
    rect(c, x, y + h * 0.66, w, h * 0.34)
    wash(c, gradient(0, y + h * 0.66, 0, y + h, "#e6eaea", "#8e979b"))
    rect(c, x, y + h * 0.64, w, h * 0.03)
    paint(c, "#f6f8f8")
    for i in range(5):
        drinks.bottle(
            c,
            x + w * (0.62 + 0.07 * i),
            y + h * 0.645,
            h * 0.2,
            rng,
            ("#d6a443", "#b0402e", "#efe6d2", "#7f9170", "#b06a3c")[i],
            None,
            "beer",
            "#b0402e",
        )
    for t in (0.12, 0.26, 0.40):
        food.fries(c, x + w * t, y + h * 0.65, h * 0.25, rng)
    guest(c, x + w * 0.52, y + h * 0.80, h * 0.55, rng)


def kitchen(st, x, y, w, h):
    """A house's own window: half a curtain, a pot and a jug on the sill."""
    c, rng = st.c, st.rng
    rect(c, x, y + h * 0.42, w, h * 0.5)
    wash(c, gradient(x, 0, x + w / 6, 0, ("#f3ead8", 0.9), ("#dccfb8", 0.9)))
    for i in range(12):
        rect(c, x + w * i / 12, y + h * 0.44, w / 26, h * 0.48)
        paint(c, "#cbbda4", 0.5)
    rect(c, x, y + h * 0.42, w, 5)
    paint(c, GOLD)
    tools.pot(c, x + w * 0.3, y + h, h * 0.3, rng, "flower", bloom="#c9556b")
    tools.vase(c, x + w * 0.72, y + h, h * 0.26, rng, "#6f8fa8")
