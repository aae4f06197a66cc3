"""Corners of the quarter: its roofs from above, the bicycle stands, a door in December, the stamp card."""
import math

import emblems
import props
import things
from paint import (ball, contact, curve, ellipse, gradient, letters, line, mix, paint, poly, rect, rounded, soft, tone,
                   vary, wash)
from places import belfry
from stage import leaves_shadow, roofs_shadow, soften_sun
from table import planks, window_light
from walls import brick_wall, pavement, sky, stone


def roofs(st):
    """The quarter from above, early: roofs behind roofs in the mist."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 640, ("#f3c39a", "#8fa5c9"), 6)
    with soft(c, 3) as s:
        curve(s, [(-50, 470), (300, 400), (700, 440), (1100, 380), (1650, 450), (1650, 700), (-50, 700)])
        paint(s, "#a9a6bd")
    layers = ((520, 95, 0.70), (610, 120, 0.46), (720, 150, 0.24), (860, 195, 0.06))
    for depth, (y, size, mist) in enumerate(layers):
        x = -rng.uniform(0, size)
        while x < w + size:
            hw = size * rng.uniform(0.9, 1.7)
            top = y - rng.uniform(0, size * 0.5)
            roof = mix(rng.choice(("#8a4a38", "#4a5362", "#9a5a42", "#5a4a4a", "#6b3d34")), "#c9b3ae", mist)
            face = mix(rng.choice(("#a85f45", "#d9c7a4", "#8d5a48", "#c9a27a", "#b9a59a")), "#d3bfb8", mist)
            rect(c, x, top, hw, h - top)
            wash(c, gradient(0, top, 0, top + 300, face, tone(face, -0.3)))
            if rng.random() < 0.5:
                poly(c, (x - 6, top), (x + hw * 0.5, top - hw * 0.55), (x + hw + 6, top))
                wash(c, gradient(x, 0, x + hw, 0, tone(roof, 0.22), tone(roof, -0.2)))
                poly(c, (x, top + 1), (x + hw * 0.5, top - hw * 0.46), (x + hw, top + 1))
                paint(c, face)
            else:
                slates_far(c, rng, x, top, hw, hw * 0.42, roof)
            cx = x + hw * rng.uniform(0.15, 0.8)
            rect(c, cx, top - hw * 0.62, size * 0.14, hw * 0.5)
            paint(c, mix("#8a5140", "#c9b3ae", mist))
            if rng.random() < 0.35:
                with soft(c, 9) as s:
                    s.move_to(cx + 6, top - hw * 0.64)
                    s.curve_to(cx + 40, top - hw * 0.9, cx - 20, top - hw * 1.2, cx + 46, top - hw * 1.6)
                    line(s, "#fff3e6", 14, 0.35)
            for i in range(2):
                for j in range(3):
                    on = rng.random() < 0.28
                    rect(c, x + hw * (0.2 + 0.42 * i), top + size * (0.18 + 0.5 * j), hw * 0.18, size * 0.28)
                    paint(c, "#ffd98f" if on else mix("#4a5566", "#b9aeb4", mist))
                    if on:
                        st.light_area(
                            x + hw * (0.2 + 0.42 * i), top + size * (0.18 + 0.5 * j), hw * 0.18, size * 0.28, power=0.9
                        )
            x += hw
        if depth == 1:
            belfry(st, 1090, 720, 0.62)
        with soft(c, 40) as s:
            rect(s, -100, y + 30, w + 200, 110)
            paint(s, "#f0d3bd", 0.36 - 0.07 * depth)
    props.branch(st, -40, -40, 1.1, n=90)


def slates_far(c, rng, x, top, w, h, colour):
    poly(c, (x - 8, top), (x + w + 8, top), (x + w * 0.88, top - h), (x + w * 0.12, top - h))
    wash(c, gradient(0, top - h, 0, top, tone(colour, 0.24), tone(colour, -0.14)))
    for i in range(1, 6):
        rect(c, x, top - h * i / 6, w, 1.4)
        paint(c, tone(colour, -0.4), 0.4)


def racks(st):
    """Bicycle stands under their roof."""
    c, rng = st.c, st.rng
    w, h = st.units
    sky(st, 300)
    brick_wall(st, 0, 120, w, 680, "white", (52, 18))
    stone(st, -20, 104, w + 40, 22)
    pavement(st, 800)
    poly(c, (60, 250), (1540, 250), (1600, 330), (0, 330))
    wash(c, gradient(0, 250, 0, 330, "#4f6a5c", "#2f463c"))
    for i in range(30):
        c.move_to(60 + i * 51, 250)
        c.line_to(i * 55.2, 330)
    line(c, "#24382f", 2.5, 0.7)
    rect(c, 0, 330, w, 14)
    paint(c, "#24382f")
    rect(c, 0, 344, w, 150)
    wash(c, gradient(0, 344, 0, 494, ("#1a1426", 0.40), ("#1a1426", 0)))
    for x in (90, 790, 1490):
        rect(c, x, 340, 18, 560)
        wash(c, gradient(x, 0, x + 18, 0, "#5f7a6c", "#24382f"))
    rounded(c, 560, 420, 470, 84, 8)
    paint(c, "#2b4a86")
    letters(c, "Range-vélos", 740, 478, 52, "gothic")
    paint(c, "#f6f1e6")
    with st.place(955, 488, 0.16) as cc:
        ellipse(cc, -96, -66, 66, 66)
        ellipse(cc, 96, -66, 66, 66)
        line(cc, "#f6f1e6", 16)
        poly(cc, (-96, -66), (-30, -150), (60, -150), (96, -66), (60, -150), (-8, -60), (-30, -150))
        line(cc, "#f6f1e6", 14)
    for i, (x, tint, kind) in enumerate(
        (
            (270, "#b5432f", "city"),
            (560, "#2f6470", "sport"),
            (840, "#d6a443", "city"),
            (1130, "#54705c", "city"),
            (1390, "#573450", "sport"),
        )
    ):
        for px in (x - 60, x + 44):
            rounded(c, px, 650, 13, 236, 6)
            wash(c, gradient(px, 0, px + 13, 0, "#d3dadc", "#7d878c"))
        rounded(c, x - 60, 644, 117, 14, 7)
        paint(c, "#b9c2c6")
        props.bicycle(st, x, 905, 0.98, tint, kind, flip=i % 2 == 1)
    roofs_shadow(st, rng, 560, -0.12)
    leaves_shadow(st, rng, 900, 100, 760, 420, 60)
    soften_sun(st, 5)


def wreath(st):
    """An Advent wreath on a door."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, 0, w, h)
    wash(c, gradient(0, 0, w, 0, "#34584a", "#24443a"))
    for x in (130, 830):
        for y, hh in ((-60, 440), (430, 700)):
            rect(c, x, y, 640, hh)
            wash(c, gradient(x, y, x + 200, y + hh, "#3f6656", "#2a4a3f"))
            rect(c, x, y, 640, hh)
            line(c, "#1a352c", 10, 0.8)
            rect(c, x + 36, y + 36, 568, hh - 72)
            line(c, "#557d6c", 5, 0.7)
    rect(c, 790, 0, 24, h)
    wash(c, gradient(790, 0, 814, 0, "#1a352c", "#466d5d", "#1a352c"))
    cx, cy, r = 800, 560, 330
    with soft(c, 26) as s:
        ellipse(s, cx + 30, cy + 36, r, r)
        line(s, "#0c1612", 170, 0.6)
    for k in range(2600):
        a, d = rng.uniform(0, 6.2832), r + rng.gauss(0, 44)
        things.leaf(
            c,
            cx + d * math.cos(a),
            cy + d * math.sin(a),
            rng.uniform(34, 78),
            a + 1.2 + rng.uniform(-0.8, 0.8),
            vary(tone(rng.choice(("#3f6b45", "#55804f", "#2f5540", "#6f8f68")), rng.uniform(-0.2, 0.12)), rng, 0.1),
            0.13,
        )
    for k in range(24):
        a = 6.2832 * k / 24 + rng.uniform(-0.1, 0.1)
        for j in range(rng.randrange(2, 5)):
            d = r + rng.gauss(0, 34)
            ball(
                c,
                cx + d * math.cos(a) + rng.gauss(0, 14),
                cy + d * math.sin(a) + rng.gauss(0, 14),
                rng.uniform(13, 20),
                "#b5322c",
                shine=0.55,
            )
    for a in (0.6, 2.4, 3.9, 5.6):
        x, y = cx + r * math.cos(a), cy + r * math.sin(a)
        for ring in range(4):
            for j in range(9 - ring):
                b = 6.28 * j / (9 - ring) + ring * 0.3
                things.leaf(
                    c,
                    x + (44 - ring * 11) * math.cos(b),
                    y + (44 - ring * 11) * math.sin(b),
                    24,
                    b,
                    tone("#8a5d3a", -0.15 + 0.12 * ring),
                    0.4,
                )
    for s in (-1, 1):
        poly(
            c,
            (cx, cy - r + 10),
            (cx + s * 60, cy - r + 20),
            (cx + s * 150, cy - 60),
            (cx + s * 96, cy - 84),
            (cx + s * 70, cy - 40),
        )
        wash(c, gradient(cx, cy - r, cx + s * 120, cy, "#a8302c", "#7a2022"))
        c.move_to(cx, cy - r)
        c.curve_to(cx + s * 70, cy - r - 150, cx + s * 250, cy - r - 110, cx + s * 190, cy - r + 6)
        c.curve_to(cx + s * 150, cy - r + 70, cx + s * 60, cy - r + 40, cx, cy - r)
        wash(c, gradient(cx, cy - r - 100, cx + s * 200, cy - r + 50, "#c9403a", "#7a2022"))
    ball(c, cx, cy - r, 34, "#b5322c")
    roofs_shadow(st, rng, 260, 0.5)
    soften_sun(st, 14)


def stamp_card(st):
    """The quarter's stamp card, on a wooden counter."""
    c, rng = st.c, st.rng
    w, h = st.units
    planks(st, -40, "#93683f", 6)
    c.save()
    c.translate(w / 2, h / 2)
    c.rotate(-0.07)
    with soft(c, 18) as s:
        rounded(s, -540 + 16, -330 + 22, 1080, 660, 34)
        paint(s, "#1a1013", 0.6)
    rounded(c, -540, -330, 1080, 660, 34)
    wash(c, gradient(-540, -330, 540, 330, "#fbf3e0", "#ecdfc4"))
    c.save()
    rounded(c, -540, -330, 1080, 660, 34)
    c.clip()
    rect(c, -540, -330, 1080, 150)
    wash(c, gradient(-540, 0, 540, 0, "#a63c18", "#8a2e10"))
    c.restore()
    letters(c, "La Carte du Moulin", -470, -228, 78, "roman", 0.02, anchor=0)
    paint(c, "#fbeed2")
    c.save()
    c.translate(440, -255)
    emblems.mill(c, 72)
    c.restore()
    for j in range(2):
        for i in range(10):
            x, y = -455 + i * 101, -70 + j * 140
            ellipse(c, x, y, 42, 42)
            line(c, "#b9a27c", 3)
            letters(c, str(i + 1 + j * 10), x, y + 11, 30, "roman")
            paint(c, "#b9a27c")
            if j == 0 or i < 3:
                c.save()
                c.translate(x + rng.uniform(-5, 5), y + rng.uniform(-5, 5))
                c.rotate(rng.uniform(-0.5, 0.5))
                ellipse(c, 0, 0, 40, 40)
                paint(c, "#9a3412", 0.82)
                emblems.mill(c, 46)
                c.restore()
    letters(c, "20 cachets = un bon de 10 €, dans toutes les vitrines du quartier", 0, 218, 34, "italic", 0, 980)
    paint(c, "#4a3424")
    letters(c, "Quartier du Moulin · Valmoulin", 0, 276, 26, "roman", 0.06)
    paint(c, "#9a3412")
    c.restore()
    contact(c, 1420, 960, 150, 60, 0.5)
    rounded(c, 1330, 840, 190, 120, 22)
    wash(c, gradient(1330, 840, 1520, 960, "#7a4a2c", "#3f2418"))
    st.sun.set_source_rgb(0.45, 0.45, 0.45)
    st.sun.paint()
    window_light(st, 100, -120, 800, 900, slant=0.6)
