"""Bottles, jars, cups and glasses. Drawn as food.py says."""
from food import good
from paint import (CREAM, INK, ball, contact, ellipse, gradient, letters, line, paint, poly, rect, rounded, tone, tube,
                   vary, wash)


@good
def bottle(c, rng, colour="#2f4a38", label=CREAM, shape="wine", cap="#7a2430", liquid=None, text=None):
    """wine, beer, cider or jug; text is lettered on the label."""
    w, shoulder, neck = {"wine": (15, -62, 5.5), "beer": (16, -52, 6), "burgundy": (17, -54, 6), "jug": (24, -50, 7)}[
        shape
    ]
    contact(c, 4, -1, w + 11, 6)
    c.move_to(-w, -2)
    c.line_to(-w, shoulder)
    if shape == "wine":
        c.curve_to(-w, shoulder - 9, -neck, shoulder - 8, -neck, shoulder - 16)
    else:
        c.curve_to(-w, shoulder - 14, -neck, shoulder - 14, -neck, shoulder - 26)
    c.line_to(-neck, -97)
    c.line_to(neck, -97)
    c.line_to(neck, shoulder - (16 if shape == "wine" else 26))
    if shape == "wine":
        c.curve_to(neck, shoulder - 8, w, shoulder - 9, w, shoulder)
    else:
        c.curve_to(neck, shoulder - 14, w, shoulder - 14, w, shoulder)
    c.line_to(w, -2)
    c.curve_to(w * 0.6, 1.5, -w * 0.6, 1.5, -w, -2)
    c.close_path()
    glass_ = vary(colour, rng, 0.07)
    wash(
        c,
        gradient(
            -w,
            0,
            w,
            0,
            (0, tone(glass_, -0.45), 1),
            (0.18, tone(glass_, 0.12), 1),
            (0.45, glass_, 1),
            (0.8, tone(glass_, -0.25), 1),
            (0.93, tone(glass_, 0.25), 1),
            (1, tone(glass_, -0.4), 1),
        ),
        keep=True,
    )
    c.save()
    c.clip()
    rect(c, -w * 0.72, -96, w * 0.16, 96)
    paint(c, "#ffffff", 0.26)
    c.restore()
    rounded(c, -neck - 1, -100, neck * 2 + 2, 17 if shape == "wine" else 7, 2)
    wash(c, tube(-neck, neck, cap))
    if label:
        tall = 30 if shape == "wine" else 24
        top = -46 if shape == "wine" else -42
        rect(c, -w, top, w * 2, tall)
        wash(c, tube(-w, w, label, shine=0.2, dark=0.3))
        rect(c, -w, top + 3, w * 2, 1.3)
        paint(c, cap)
        rect(c, -w, top + tall - 4, w * 2, 1.3)
        paint(c, cap)
        if text:
            letters(c, text, 0, top + tall * 0.62, w * 0.62, "italic", 0, w * 1.7)
            paint(c, INK)
        else:
            ellipse(c, 0, top + tall * 0.5, w * 0.34, w * 0.34)
            paint(c, cap)


@good
def jar(c, rng, content="#c96f2f", lid="#8b6a48", grain=True, cloth=None):
    contact(c, 3, -1, 36, 8)
    rounded(c, -27, -70, 54, 70, 9)
    paint(c, "#dfe6e2", 0.55)
    c.save()
    rounded(c, -25, -60, 50, 58, 7)
    wash(c, tube(-25, 25, content, shine=0.3), keep=True)
    c.clip()
    for _ in range(46 if grain else 0):
        ellipse(c, rng.uniform(-24, 24), rng.uniform(-58, -3), rng.uniform(1.4, 3.4), rng.uniform(1.2, 2.6))
        paint(c, tone(content, rng.uniform(-0.45, 0.5)), 0.7)
    c.restore()
    rect(c, -21, -66, 5, 60)
    paint(c, "#ffffff", 0.5)
    if cloth:
        poly(c, (-30, -84), (30, -84), (36, -64), (-36, -64))
        wash(c, tube(-34, 34, cloth))
        rect(c, -28, -73, 56, 3)
        paint(c, CREAM)
    else:
        rounded(c, -25, -82, 50, 14, 3)
        wash(c, tube(-25, 25, lid))
    rounded(c, -15, -42, 30, 20, 2)
    paint(c, "#f6ecd6")


@good
def cup(c, rng, colour="#e9e2d2", coffee="#4b2e20", steam=False, handle=1):
    contact(c, 4, -2, 66, 12)
    ellipse(c, 0, -6, 60, 11)
    wash(c, gradient(-60, 0, 60, 0, tone(colour, 0.3), tone(colour, -0.25)))
    ellipse(c, handle * 46, -36, 17, 17)
    line(c, tone(colour, -0.15), 8)
    c.move_to(-42, -66)
    c.curve_to(-40, -20, -26, -8, -18, -8)
    c.line_to(18, -8)
    c.curve_to(26, -8, 40, -20, 42, -66)
    c.close_path()
    wash(c, tube(-42, 42, colour, dark=0.32))
    ellipse(c, 0, -66, 42, 10)
    paint(c, tone(colour, 0.35))
    ellipse(c, 0, -64, 37, 8)
    wash(c, gradient(-37, 0, 37, 0, tone(coffee, -0.2), tone(coffee, 0.25)))


@good
def glass_of(c, rng, liquid="#7c1f33", shape="wine", level=0.5):
    """A stem glass or a beer glass; liquid fills `level` of it."""
    contact(c, 3, -1, 34, 6)
    if shape == "wine":
        ellipse(c, 0, -2, 24, 4)
        paint(c, "#d9e2e4", 0.7)
        rect(c, -1.8, -44, 3.6, 42)
        paint(c, "#dfe8ea", 0.8)
        bowl = ((-17, -98), (-28, -80, -26, -48, 0, -44), (26, -48, 28, -80, 17, -98))
    else:
        rounded(c, -17, -6, 34, 6, 2)
        paint(c, "#dfe8ea", 0.8)
        bowl = ((-21, -98), (-28, -70, -24, -30, -15, -6), (15, -6, 15, -6, 15, -6), (24, -30, 28, -70, 21, -98))

    def path():
        c.move_to(*bowl[0])
        for b in bowl[1:]:
            c.curve_to(*b)
        c.close_path()

    path()
    paint(c, "#e8eff0", 0.28)
    c.save()
    path()
    c.clip()
    bottom = -44 if shape == "wine" else -8
    top = bottom + (-98 - bottom) * level
    rect(c, -40, top, 80, bottom - top + 4)
    wash(
        c, gradient(-26, 0, 26, 0, (0, tone(liquid, 0.25), 0.92), (0.35, liquid, 0.92), (1, tone(liquid, -0.35), 0.95))
    )
    if shape == "beer":
        rect(c, -40, top - 11, 80, 13)
        paint(c, "#fbf3df")
        for _ in range(18):
            ball(
                c,
                rng.uniform(-24, 24),
                top - 10 + rng.uniform(-4, 3),
                rng.uniform(3, 6),
                "#fbf3df",
                shine=0.6,
                dark=0.10,
            )
        for _ in range(26):
            ellipse(c, rng.uniform(-18, 18), rng.uniform(top + 8, -12), 1, 1)
            paint(c, "#fff6d8", 0.55)
    else:
        ellipse(c, 0, top, 25, 4)
        paint(c, tone(liquid, 0.3), 0.8)
    rect(c, -16, -96, 4, 80)
    paint(c, "#ffffff", 0.4)
    c.restore()
    path()
    line(c, "#eef4f5", 1.2, 0.8)
