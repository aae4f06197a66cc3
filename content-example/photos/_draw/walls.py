"""Walls, roofs and ground: brick, render, bluestone, slate, cobbles, water."""
from paint import (BLUESTONE, Field, blob, curve, ellipse, gradient, line, mix, paint, poly, rect, rounded, soft, tone,
                   vary, wash)

# Walls of the quarter: bricks' colours (several, mixed as a kiln mixes them) and the joints'.
BRICKS = {
    "red": (("#96513f", "#9f5944", "#8b4a3b", "#a8654f", "#7c4439"), "#a98b76"),
    "dark": (("#69403a", "#724842", "#5f3935", "#7b5048", "#553634"), "#7f6d66"),
    "brown": (("#8b6550", "#946d57", "#805b49", "#9e785f", "#735244"), "#a6907a"),
    "orange": (("#b57556", "#bc7e5e", "#ab6c50", "#c58b6b", "#a0634b"), "#c4a488"),
    "yellow": (("#c0a276", "#c8ac82", "#b6976b", "#d0b68f", "#ab8b62"), "#d0bd9b"),
    "white": (("#e9dfcb", "#e4d8c2", "#eee6d5", "#ddd0b9", "#e7dcc7"), "#d6c9b1"),
    "blue": (("#aebcc0", "#a6b5ba", "#b7c4c6", "#9fafb5", "#abb9be"), "#9aa9ae"),
    "rose": (("#d8b09d", "#d2a894", "#deb9a7", "#cba08c", "#d5ac99"), "#c89f8c"),
    "sage": (("#a9b395", "#a1ab8d", "#b2bb9f", "#99a486", "#a6b092"), "#98a286"),
}
RENDERS = {
    "cream": "#e6d5b5",
    "ochre": "#d6a75d",
    "pink": "#dcb3a0",
    "grey": "#b9bab6",
    "pale": "#ece3d2",
    "green": "#a7b39a",
}


def brick_wall(st, x, y, w, h, kind="red", size=(37, 12.5)):
    """Courses in stretcher bond with the weather of a field of noise over them."""
    c, rng = st.c, st.rng
    tints, joint = BRICKS[kind]
    painted = kind in ("white", "blue", "rose", "sage")
    c.save()
    rect(c, x, y, w, h)
    c.clip()
    rect(c, x, y, w, h)
    paint(c, joint)
    weather = Field(rng)
    bw, bh = size
    row = 0
    while row * bh < h:
        cy = y + row * bh
        cx = x - bw * (0.5 if row % 2 else 0) - rng.uniform(0, 2)
        while cx < x + w:
            k = weather(cx / 260, cy / 190) * 0.10 + weather(cx / 60 + 9, cy / 40) * 0.05
            colour = tone(vary(tints[min(4, int(rng.random() ** 1.4 * 5))], rng, 0.05), k)
            rect(c, cx + 1, cy + 1, bw - 2.2, bh - 2.2)
            paint(c, colour, 0.75 if painted else 1)
            if not painted and rng.random() < 0.5:
                rect(c, cx + 1, cy + bh - 3.4, bw - 2.2, 1.8)  # the lower arris lies in its own shade
                paint(c, tone(colour, -0.3), 0.35)
            cx += bw
        row += 1
    _damp(c, x, y, w, h)
    c.restore()


def render_wall(st, x, y, w, h, kind="cream"):
    """Plaster: clouds of tone, a few fine cracks, damp at the foot."""
    c, rng = st.c, st.rng
    colour = RENDERS.get(kind, kind)
    c.save()
    rect(c, x, y, w, h)
    c.clip()
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, tone(colour, 0.06), colour))
    with soft(c, 34) as s:
        for _ in range(26):
            blob(s, rng, x + rng.random() * w, y + rng.random() * h, rng.uniform(40, 160), rng.uniform(30, 90))
            paint(s, tone(colour, rng.choice((-0.16, 0.2))), 0.28)
    for _ in range(3):
        px, py = x + rng.random() * w, y + rng.random() * h * 0.6
        points = [(px, py)]
        for _ in range(5):
            points.append((points[-1][0] + rng.uniform(-12, 12), points[-1][1] + rng.uniform(8, 30)))
        curve(c, points, closed=False)
        line(c, tone(colour, -0.4), 0.9, 0.5)
    _damp(c, x, y, w, h)
    c.restore()


def _damp(c, x, y, w, h):
    rect(c, x, y + h - 150, w, 150)
    wash(c, gradient(0, y + h - 150, 0, y + h, ("#2a2430", 0), ("#2a2430", 0.22)))


def wall(st, x, y, w, h, kind):
    (brick_wall if kind in BRICKS else render_wall)(st, x, y, w, h, kind)


def stone(st, x, y, w, h, colour=BLUESTONE, joints=0, raised=True):
    """Bluestone, hammered: faint strokes, a light upper edge, a shade below."""
    c, rng = st.c, st.rng
    c.save()
    if raised:
        rect(c, x - 1, y + h, w + 6, 5)
        wash(c, gradient(0, y + h, 0, y + h + 5, ("#16121f", 0.4), ("#16121f", 0)))
    rect(c, x, y, w, h)
    c.clip()
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, tone(colour, 0.1), tone(colour, -0.1)))
    for _ in range(int(w * h / 320)):
        px, py = x + rng.random() * w, y + rng.random() * h
        c.move_to(px, py)
        c.line_to(px + rng.uniform(-1, 1), py + rng.uniform(3, 7))
        line(c, tone(colour, rng.choice((-0.28, 0.25))), 1, 0.3)
    rect(c, x, y, w, 2)
    paint(c, tone(colour, 0.45), 0.7)
    for i in range(1, joints):
        rect(c, x + w * i / joints, y, 1.6, h) if w > h else rect(c, x, y + h * i / joints, w, 1.6)
        paint(c, tone(colour, -0.55), 0.7)
    c.restore()


def slates(st, points, colour="#4a5362", course=13):
    """A roof given by its polygon."""
    c, rng = st.c, st.rng
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    c.save()
    poly(c, *points)
    c.clip()
    poly(c, *points)
    wash(c, gradient(0, min(ys), 0, max(ys), tone(colour, 0.14), tone(colour, -0.12)))
    y, odd = min(ys), 0
    while y < max(ys):
        x = min(xs) - (9 if odd else 0)
        while x < max(xs):
            rect(c, x, y, 17, course - 1)
            paint(c, tone(colour, rng.uniform(-0.16, 0.16)), 0.6)
            x += 18
        rect(c, min(xs), y + course - 2, max(xs) - min(xs), 1.6)
        paint(c, tone(colour, -0.45), 0.45)
        y, odd = y + course, not odd
    c.restore()


def sky(st, horizon=600, colours=None, clouds=5):
    c, rng = st.c, st.rng
    w, _ = st.units
    low, high = (
        colours
        or {
            "dawn": ("#e9b59b", "#6f86b4"),
            "morning": ("#e9dfcd", "#8fb4cf"),
            "noon": ("#dfe8e6", "#7fadd0"),
            "late": ("#f4cf9c", "#8fa9c2"),
            "overcast": ("#dcdcd8", "#b4bcc4"),
            "rain": ("#c3c8cc", "#8b949f"),
            "snow": ("#e4e6ea", "#b9c0cc"),
            "dusk": ("#f0a87c", "#5b6aa5"),
            "night": ("#6a7bb0", "#37467c"),
        }[st.hour]
    )
    rect(c, 0, 0, w, horizon + 10)
    wash(c, gradient(0, 0, 0, horizon, high, low))
    with soft(c, 16) as s:
        for _ in range(clouds):
            cx, cy = rng.random() * w, rng.uniform(0.05, 0.7) * horizon
            for _ in range(7):
                ellipse(s, cx + rng.gauss(0, 90), cy + rng.gauss(0, 9), rng.uniform(50, 130), rng.uniform(8, 22))
                paint(s, mix(low, "#ffffff", 0.5), 0.34)
    if st.hour in ("dusk", "night"):
        # A sky gives light by itself: without this, evening would blacken it like a wall.
        st.light_area(0, 0, w, horizon, (0.7, 0.66, 0.8), 0.62 if st.hour == "dusk" else 0.3)


def pavement(st, y, colour="#a79e94", kerb=70, road=True):
    """Slabs seen from a standing person's height: joints run to one vanishing point."""
    c, rng = st.c, st.rng
    w, h = st.units
    x0, x1 = -60, w + 60
    kerb_y = h - kerb if road else h + 40
    vx, vy = w * 0.5, y - 420
    c.save()
    rect(c, x0, y, x1 - x0, h - y + 50)
    c.clip()
    rect(c, x0, y, x1 - x0, h - y + 50)
    wash(c, gradient(0, y, 0, kerb_y, tone(colour, -0.34), tone(colour, -0.22)))
    rows = 4
    edge = lambda i: y + (kerb_y - y) * (i / rows) ** 1.45
    for i in range(rows):
        ya, yb = edge(i), edge(i + 1)
        step = 118
        shift = (i % 2) * step / 2 + 13
        n = int((x1 - x0 + 1200) / step)
        for j in range(-6, n):
            base = x0 + j * step + shift  # where the joint meets the façade's foot
            top = [vx + (b - vx) * (ya - vy) / (y - vy) for b in (base, base + step)]
            low = [vx + (b - vx) * (yb - vy) / (y - vy) for b in (base, base + step)]
            poly(c, (top[0] + 1, ya + 1), (top[1] - 1, ya + 1), (low[1] - 1.5, yb - 1), (low[0] + 1.5, yb - 1))
            paint(c, tone(colour, rng.uniform(-0.13, 0.16)), 0.8)
    for i in range(rows + 1):
        rect(c, x0, edge(i) - 1, x1 - x0, 2)
        paint(c, tone(colour, -0.4), 0.35)
    if road:
        stone(st, x0, kerb_y, x1 - x0, 20, "#8d949a", joints=9)
        cobbles(st, x0, kerb_y + 20, x1 - x0, h - kerb_y + 30)
    c.restore()
    foot_shadow(st, x0, x1, y)


def quay(st, y, edge, colour="#a79e94", water_colour="#41626c"):
    """A narrow pavement, the quay's edge at `edge` and the river below it; the river mirrors (develop does that)."""
    w, h = st.units
    c, rng = st.c, st.rng
    rect(c, -60, y, w + 120, edge - y)
    wash(c, gradient(0, y, 0, edge, tone(colour, -0.1), tone(colour, 0.08)))
    for i in range(24):
        x = w * i / 23
        c.move_to(x, y)
        c.line_to(x + (x - w / 2) * 0.14, edge)
    line(c, tone(colour, -0.45), 1.6, 0.6)
    stone(st, -60, edge, w + 120, 26, "#8d949a", joints=13)
    rect(c, -60, edge + 26, w + 120, 54)
    wash(c, gradient(0, edge + 26, 0, edge + 80, "#5c646c", "#343c44"))
    for row in range(3):
        for i in range(40):
            rect(c, -60 + i * (w + 120) / 40 + (row % 2) * 20 + 1, edge + 27 + row * 18, (w + 120) / 40 - 2, 16)
            paint(c, tone("#656d74", rng.uniform(-0.25, 0.1)), 0.6)
    water(st, edge + 80, h + 40, -60, w + 60, water_colour)
    foot_shadow(st, -60, w + 60, y)
    st.wet, st.stretch = edge + 80, 4.2


def foot_shadow(st, x0, x1, y):
    rect(st.c, x0, y - 2, x1 - x0, 46)
    wash(st.c, gradient(0, y, 0, y + 44, ("#1b1526", 0.5), ("#1b1526", 0)))


def cobbles(st, x, y, w, h, colour="#6d6a70", first=13):
    """Setts, bigger towards the viewer."""
    c, rng = st.c, st.rng
    rect(c, x, y, w, h)
    paint(c, tone(colour, -0.5))
    cy, size, odd = y, first, 0
    while cy < y + h:
        cx = x - (size if odd else 0)
        while cx < x + w:
            sw = size * rng.uniform(1.5, 2.0)
            rounded(c, cx + 1, cy + 1, sw - 2, size - 2, size * 0.3)
            tint = tone(vary(colour, rng, 0.12), rng.uniform(-0.1, 0.16))
            wash(c, gradient(0, cy, 0, cy + size, tone(tint, 0.18), tone(tint, -0.2)))
            cx += sw
        cy, size, odd = cy + size, size * 1.10, not odd


def water(st, y0, y1, x0=0, x1=1600, colour="#4d6f78", sky_colour="#b9cdd2", streaks=150):
    """A slow river: a gradient that takes the sky's colour, and horizontal strokes that widen towards us."""
    c, rng = st.c, st.rng
    c.save()
    rect(c, x0, y0, x1 - x0, y1 - y0)
    c.clip()
    rect(c, x0, y0, x1 - x0, y1 - y0)
    wash(
        c,
        gradient(
            0,
            y0,
            0,
            y1,
            (0, mix(colour, sky_colour, 0.55), 1),
            (0.35, mix(colour, sky_colour, 0.25), 1),
            (1, tone(colour, -0.25), 1),
        ),
    )
    for _ in range(streaks):
        t = rng.random() ** 0.8
        cy, cx = y0 + t * (y1 - y0), x0 + rng.random() * (x1 - x0)
        half = rng.uniform(20, 70) * (0.4 + t * 1.8)
        thick = rng.uniform(0.8, 2.2) * (0.5 + t * 2)
        curve(c, [(cx - half, cy), (cx, cy - thick), (cx + half, cy), (cx, cy + thick)])
        paint(c, rng.choice((sky_colour, tone(colour, -0.35), mix(colour, sky_colour, 0.6))), rng.uniform(0.18, 0.45))
    c.restore()
