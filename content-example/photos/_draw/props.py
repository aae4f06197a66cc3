"""What stands in the street: bicycles, benches, tables, trees, lamps; rain and snow."""
import math

import drinks
import food
import things
from openings import lantern
from paint import (ACCENT, CREAM, INK, LEAF, STEEL, ball, blob, contact, curve, ellipse, gradient, letters, line, paint, poly,
                   rect, rounded, soft, tone, vary, wash)


def bicycle(st, x, y, s=1.0, colour="#2f6470", kind="city", flip=False):
    """Standing on (x, y), 300 units long at s = 1."""
    with st.place(x, y, s, flip) as c:
        with soft(c, 7) as sh:
            ellipse(sh, 10, 0, 160, 12)
            paint(sh, "#16101f", 0.5)
        r = 66
        for wx in (-96, 96):
            for i in range(14):
                a = i * math.pi / 14
                c.move_to(wx + (r - 4) * math.cos(a), -r + (r - 4) * math.sin(a))
                c.line_to(wx - (r - 4) * math.cos(a), -r - (r - 4) * math.sin(a))
            line(c, "#c3c9cb", 1, 0.55)
            ellipse(c, wx, -r, r, r)
            line(c, "#26221f", 8)
            ellipse(c, wx, -r, r - 6, r - 6)
            line(c, "#b9c0c2", 3)
            ball(c, wx, -r, 6, STEEL)
        hub, bottom, seat, head, front = (-96, -r), (-8, -58), (-34, -158), (70, -164), (96, -r)
        if kind == "city":
            frame = (
                (head, (20, -92), bottom),
                (bottom, seat),
                (hub, bottom),
                (hub, (-26, -128)),
                ((66, -150), (-18, -100)),
            )
        else:
            frame = ((head, bottom), (bottom, seat), (hub, bottom), (hub, (-31, -146)), ((68, -158), (-31, -146)))
        for path in frame:
            c.move_to(*path[0])
            for p in path[1:]:
                c.line_to(*p)
            c.set_line_cap(1)
            line(c, tone(colour, -0.15), 8)
        for path in frame:
            c.move_to(path[0][0] - 1, path[0][1] - 1.5)
            for p in path[1:]:
                c.line_to(p[0] - 1, p[1] - 1.5)
            line(c, tone(colour, 0.25), 3)
        c.move_to(*head)
        c.curve_to(76, -130, 80, -100, *front)
        line(c, colour, 7)
        c.move_to(head[0], head[1])
        c.line_to(head[0] - 4, -184)
        line(c, STEEL, 6)
        c.move_to(head[0] - 4, -184)
        c.curve_to(58, -196, 44, -194, 34, -184)
        line(c, INK, 6)
        c.move_to(*seat)
        c.line_to(-38, -172)
        line(c, STEEL, 6)
        c.move_to(-66, -174)
        c.curve_to(-58, -190, -30, -180, -8, -180)
        c.curve_to(-20, -168, -50, -168, -66, -174)
        paint(c, "#5a3626")
        ball(c, bottom[0], bottom[1], 15, "#4a4f55")
        c.move_to(bottom[0], bottom[1])
        c.line_to(bottom[0] + 14, bottom[1] + 26)
        line(c, STEEL, 5)
        rounded(c, bottom[0] + 4, bottom[1] + 24, 24, 6, 2)
        paint(c, INK)
        c.move_to(hub[0], hub[1] - 5)
        c.line_to(bottom[0], bottom[1] - 12)
        c.move_to(hub[0], hub[1] + 5)
        c.line_to(bottom[0], bottom[1] + 12)
        line(c, INK, 2)
        c.set_line_cap(0)
        if kind == "city":
            food.weave(c, st.rng, 60, -172, 66, 44, "#a87a48")


def bench(st, x, y, s=1.0, colour="#8a5d35"):
    with st.place(x, y, s) as c:
        contact(c, 0, -2, 140, 12)
        for px in (-104, 98):
            rect(c, px, -46, 8, 46)
            paint(c, INK)
        for i, yy in enumerate((-104, -86, -50)):
            rounded(c, -124, yy, 248, 14, 3)
            wash(c, gradient(0, yy, 0, yy + 14, tone(colour, 0.22), tone(colour, -0.25)))
        for px in (-104, 98):
            rect(c, px, -108, 6, 66)
            paint(c, INK)


def board(st, x, y, s=1.0, lines=("Plat", "du jour"), colour="#6b4a32"):
    """A chalk board on its feet."""
    with st.place(x, y, s) as c:
        contact(c, 6, -2, 70, 11)
        poly(c, (-46, -150), (46, -150), (56, 0), (-56, 0))
        paint(c, colour)
        poly(c, (-38, -142), (38, -142), (46, -22), (-46, -22))
        wash(c, gradient(0, -142, 0, -22, "#3a4643", "#2a3331"))
        for i, text in enumerate(lines):
            letters(c, text, 0, -112 + i * 27, 24, "chancery", 0, 70)
            paint(c, "#f2ead6", 0.95)
        for i in range(2):
            rect(c, -24, -50 + i * 10, 48 - i * 16, 2.5)
            paint(c, "#f2ead6", 0.6)


def terrace(st, x, y, s=1.0, chairs=ACCENT, top="#e6d9c0"):
    """A round table and two chairs."""
    with st.place(x, y, s) as c:
        contact(c, 0, -2, 140, 13)
        for side in (-1, 1):
            px = side * 86
            for dx in (-20, 20):
                c.move_to(px + dx * 0.8, -62)
                c.line_to(px + dx * 1.2, 0)
            line(c, INK, 5)
            rounded(c, px - 30, -68, 60, 9, 4)
            paint(c, chairs)
            c.move_to(px + side * 24, -66)
            c.curve_to(px + side * 32, -100, px + side * 32, -116, px + side * 26, -130)
            c.line_to(px + side * 8, -130)
            line(c, INK, 5)
            for k in range(3):
                rounded(c, px + side * 24 - 26 * (side > 0), -128 + k * 20, 26, 9, 4)
                paint(c, chairs)
        rect(c, -3.5, -94, 7, 92)
        paint(c, INK)
        ellipse(c, 0, -2, 30, 5)
        paint(c, INK)
        ellipse(c, 0, -98, 60, 10)
        wash(c, gradient(-60, 0, 60, 0, tone(top, 0.3), tone(top, -0.25)))
        drinks.glass_of(c, -16, -98, 40, st.rng, "#d69a35", "beer", 0.7)
        drinks.cup(c, 22, -97, 20, st.rng)


def tree(st, x, y, s=1.0, colour=LEAF, trunk="#5b4636", bare=False, autumn=False):
    """A street tree; autumn mixes ochres in."""
    rng = st.rng
    with st.place(x, y, s) as c:
        poly(c, (-11, 0), (11, 0), (7, -240), (-7, -240))
        wash(c, gradient(-11, 0, 11, 0, tone(trunk, 0.15), tone(trunk, -0.3)))
        for _ in range(15):
            a = -1.57 + rng.uniform(-0.9, 0.9)
            n = rng.uniform(90, 190)
            c.move_to(0, -200 - rng.uniform(0, 40))
            c.curve_to(
                n * 0.3 * math.cos(a),
                -230 + n * 0.3 * math.sin(a),
                n * 0.7 * math.cos(a),
                -230 + n * 0.6 * math.sin(a),
                n * math.cos(a),
                -230 + n * math.sin(a),
            )
            line(c, trunk, rng.uniform(2, 6))
        crown = lambda r, a: (128 * r * math.cos(a), -322 + 112 * r * math.sin(a))
        # Dark masses first, then leaves that are lighter towards the upper left, where the light comes from.
        for _ in range(0 if bare else 60):
            px, py = crown(math.sqrt(rng.random()) * 0.92, rng.uniform(0, 6.28))
            blob(c, rng, px, py, rng.uniform(22, 40), rng.uniform(18, 32))
            paint(c, tone(colour, -0.34), 0.9)
        for _ in range(0 if bare else 900):
            px, py = crown(math.sqrt(rng.random()) * 1.04, rng.uniform(0, 6.28))
            tint = vary(rng.choice((colour, "#c98a35", "#b5602f", "#d6a443")) if autumn else colour, rng, 0.12)
            light = -(px / 128 * 0.5 + (py + 322) / 112) * 0.2
            things.leaf(c, px, py, rng.uniform(12, 24), rng.uniform(0, 6.28), tone(tint, max(-0.4, light - 0.06)), 0.36)


def branch(st, x, y, s=1.0, colour=LEAF, n=60, flip=False, autumn=False):
    """Leaves that hang into the picture from a corner: a foreground that gives depth."""
    rng = st.rng
    with st.place(x, y, s, flip) as c:
        for k in range(5):
            a = 0.25 + k * 0.26
            length = rng.uniform(180, 330)
            c.move_to(-30, -40)
            c.curve_to(
                length * 0.3 * math.cos(a),
                length * 0.2 * math.sin(a),
                length * 0.7 * math.cos(a),
                length * 0.6 * math.sin(a),
                length * math.cos(a),
                length * math.sin(a),
            )
            line(c, "#4a3a2e", 4)
            for i in range(n // 5):
                t = rng.uniform(0.2, 1.05)
                tint = vary(rng.choice((colour, "#c98a35", "#b5602f", "#d6a443")) if autumn else colour, rng, 0.2)
                things.leaf(
                    c,
                    length * t * math.cos(a) + rng.gauss(0, 12),
                    length * t * math.sin(a) + rng.gauss(0, 12),
                    rng.uniform(26, 52),
                    a + rng.uniform(-1.2, 1.4),
                    tint,
                    0.28,
                )


def lamp_post(st, x, y, s=1.0):
    with st.place(x, y, s) as c:
        contact(c, 0, -2, 34, 8)
        rect(c, -5, -430, 10, 430)
        wash(c, gradient(-5, 0, 5, 0, "#4c525a", "#22262c"))
        rounded(c, -13, -60, 26, 60, 4)
        paint(c, "#30353c")
        rounded(c, -20, -10, 40, 10, 3)
        paint(c, "#30353c")
        lantern(st, 0, -446, 1.25)


def garland(st, x0, y0, x1, y1, sag=70, n=16, colours=("#ffd98f",)):
    """A string of bulbs across the street; they shine when it is dark."""
    c = st.c
    at = lambda t: (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sag * 4 * t * (1 - t))
    c.move_to(*at(0))
    for i in range(1, 41):
        c.line_to(*at(i / 40))
    line(c, INK, 2)
    for i in range(1, n):
        px, py = at(i / n)
        ball(c, px, py + 9, 7, colours[i % len(colours)], shine=0.5)
        if st.lit:
            st.light_point(px, py + 9, 60, power=0.9)


def bunting(st, x0, y0, x1, y1, sag=60, n=18, colours=(ACCENT, CREAM, "#2f6470", "#d6a443")):
    c = st.c
    at = lambda t: (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sag * 4 * t * (1 - t))
    for i in range(n):
        (ax, ay), (bx, by) = at((i + 0.12) / n), at((i + 0.88) / n)
        poly(c, (ax, ay), (bx, by), ((ax + bx) / 2 + 3, (ay + by) / 2 + 36))
        col = colours[i % len(colours)]
        wash(c, gradient(ax, 0, bx, 0, tone(col, 0.15), tone(col, -0.15)))
    c.move_to(*at(0))
    for i in range(1, 41):
        c.line_to(*at(i / 40))
    line(c, CREAM, 2)


def cat(st, x, y, s=1.0, colour="#3a3230"):
    with st.place(x, y, s) as c:
        contact(c, 0, -1, 34, 6)
        curve(c, [(-24, 0), (-30, -26), (-14, -50), (2, -56), (16, -40), (22, -14), (20, 0)])
        wash(c, gradient(-28, 0, 22, 0, tone(colour, 0.2), tone(colour, -0.2)))
        ball(c, 6, -62, 15, colour, shine=0.2)
        for dx in (-4, 14):
            poly(c, (dx - 6, -70), (dx + 6, -70), (dx, -86))
            paint(c, colour)
        c.move_to(-22, -4)
        c.curve_to(-52, -2, -50, -34, -40, -36)
        line(c, colour, 8)


def passer(st, x, y, s=1.0, coat=None, umbrella=None, flip=False, bag=True):
    """Somebody walking by: a figure without a face, as in a poster."""
    rng = st.rng
    coat = coat or vary(rng.choice(("#2f4a5a", "#7a2f33", "#4a5a3c", "#b5803f", "#3a3440", "#5c6f7c")), rng, 0.06)
    with st.place(x, y, s, flip) as c:
        contact(c, 4, -2, 62, 9)
        for x0, x1 in ((-10, -30), (10, 30)):
            poly(c, (x0 - 12, -130), (x0 + 12, -130), (x1 + 9, -8), (x1 - 9, -8))
            paint(c, "#2c2f38" if x0 < 0 else "#383c47")
            poly(c, (x1 - 10, -10), (x1 + 20, -6), (x1 + 20, 0), (x1 - 10, 0))
            paint(c, "#2a1f1b")
        c.move_to(-34, -112)
        c.curve_to(-40, -200, -34, -256, -16, -266)
        c.line_to(18, -266)
        c.curve_to(36, -254, 36, -190, 40, -112)
        c.close_path()
        wash(c, gradient(-38, 0, 40, 0, tone(coat, 0.22), tone(coat, -0.28)))
        c.move_to(10, -250)
        c.curve_to(40, -220, 44, -190, 40, -160)
        line(c, tone(coat, -0.2), 20)
        ball(c, 41, -152, 9, "#c99578")
        rounded(c, -16, -276, 34, 18, 8)
        paint(c, rng.choice((ACCENT, "#d6a443", "#7f9170", "#e6d6b4")))
        ball(c, 2, -298, 23, "#c99578", ry=26)
        hair = rng.choice(("#2f221c", "#6b4a30", "#8a5a34", "#cfc4b4"))
        c.new_sub_path()
        c.arc(0, -302, 26, 2.5, 6.1)
        c.close_path()
        paint(c, hair)
        if bag:
            rounded(c, 22, -128, 46, 54, 4)
            paint(c, "#d9b98c")
            c.move_to(32, -128)
            c.curve_to(34, -150, 56, -150, 58, -128)
            line(c, "#8a6a44", 4)
        if umbrella:
            rect(c, 38, -360, 4, 210)
            paint(c, INK)
            c.move_to(-110, -338)
            c.curve_to(-80, -430, 150, -430, 190, -338)
            for k in range(4, 0, -1):
                bx = 190 - (4 - k) * 75
                c.curve_to(bx - 18, -352, bx - 57, -352, bx - 75, -338)
            c.close_path()
            wash(c, gradient(-110, 0, 190, 0, tone(umbrella, 0.2), tone(umbrella, -0.3)))


def rain(st, n=260):
    """Fine slanting strokes over all; drawn last."""
    c, rng = st.c, st.rng
    w, h = st.units
    for _ in range(n):
        px, py = rng.uniform(-50, w + 80), rng.uniform(-40, h)
        far = rng.random()
        length = 24 + 46 * far
        c.move_to(px, py)
        c.line_to(px - length * 0.16, py + length)
        line(c, "#eef3f6", 0.8 + 1.1 * far, 0.14 + 0.16 * far)


def snow(st, n=420):
    c, rng = st.c, st.rng
    w, h = st.units
    for _ in range(n):
        px, py, r = rng.uniform(0, w), rng.uniform(0, h), rng.random() ** 3 * 5 + 1.4
        ellipse(c, px, py, r, r)
        paint(c, "#ffffff", 0.55 + 0.4 * (r < 4))
        if st.lit:
            st.light_point(px, py, r * 1.6, (0.8, 0.85, 1), 0.3)


def snowy_ground(st, y):
    """Snow on the pavement, trodden along the shop."""
    c, rng = st.c, st.rng
    w, h = st.units
    points = [(-60, y + 24)]
    for i in range(17):
        points.append((w * i / 16, y + 14 + rng.uniform(-7, 10)))
    points += [(w + 60, y + 24), (w + 60, h + 60), (-60, h + 60)]
    curve(c, points)
    wash(c, gradient(0, y, 0, h, "#dfe5ee", "#f7f8fa"))
    for _ in range(46):
        t = rng.random()
        ellipse(c, w * 0.5 + rng.gauss(0, 420), y + 34 + t * (h - y - 40), 10 + 12 * t, 4 + 5 * t)
        paint(c, "#b4bfd0", 0.55)
