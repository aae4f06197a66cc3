"""The setting of a still life: a wall, a table, the light of a window, shadows that fall to the right."""
from food import leaf
from paint import curve, ellipse, gradient, line, paint, poly, radial, rect, soft, tone, vary, wash


def backdrop(st, colour, horizon=660):
    """A plastered wall with clouds of tone."""
    c, rng = st.c, st.rng
    w, _ = st.units
    rect(c, 0, 0, w, st.units[1])
    wash(c, gradient(0, 0, w, horizon, tone(colour, 0.12), tone(colour, -0.14)))
    with soft(c, 60) as s:
        for _ in range(22):
            ellipse(s, rng.random() * w, rng.random() * horizon, rng.uniform(60, 260), rng.uniform(40, 130))
            paint(s, tone(colour, rng.choice((-0.25, 0.3))), 0.20)


def planks(st, y, colour="#a87b4f", boards=7):
    """A table top of planks that run away from us."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, y, w, h - y)
    wash(c, gradient(0, y, 0, h, tone(colour, 0.16), tone(colour, -0.12)))
    vx, vy = w * 0.5, y - (h - y) * 1.6
    at = lambda x, yy: vx + (x - vx) * (yy - vy) / (h - vy)
    for i in range(-boards, boards * 2):
        x0, x1 = w * i / boards, w * (i + 1) / boards
        tint = tone(vary(colour, rng, 0.06), rng.uniform(-0.1, 0.14))
        poly(c, (at(x0, y), y), (at(x1, y), y), (x1, h), (x0, h))
        paint(c, tint, 0.55)
        for _ in range(9):
            gx = rng.uniform(x0 + 6, x1 - 6)
            c.move_to(at(gx, y), y)
            c.curve_to(
                at(gx + 8, y + 60),
                y + (h - y) * 0.3,
                at(gx - 8, y + 160),
                y + (h - y) * 0.7,
                gx + rng.uniform(-5, 5),
                h,
            )
            line(c, tone(colour, -0.4), rng.uniform(0.8, 2), 0.20)
        c.move_to(at(x0, y), y)
        c.line_to(x0, h)
        line(c, tone(colour, -0.6), 2.5, 0.55)
    back_edge(st, y)


def plain(st, y, colour="#e4d8c4", veins=False):
    """A smooth top: painted wood, slate or marble."""
    c, rng = st.c, st.rng
    w, h = st.units
    rect(c, 0, y, w, h - y)
    wash(c, gradient(0, y, 0, h, tone(colour, 0.12), tone(colour, -0.16)))
    for _ in range(14 if veins else 0):
        x, yy = rng.uniform(-100, w), rng.uniform(y, h)
        points = [(x, yy)]
        for _ in range(5):
            points.append((points[-1][0] + rng.uniform(30, 130), points[-1][1] + rng.uniform(-26, 30)))
        curve(c, points, closed=False)
        line(c, tone(colour, -0.35), rng.uniform(0.8, 3), 0.22)
    back_edge(st, y)


def back_edge(st, y):
    w = st.units[0]
    rect(st.c, 0, y - 26, w, 26)
    wash(st.c, gradient(0, y - 26, 0, y, ("#1a1426", 0), ("#1a1426", 0.22)))
    rect(st.c, 0, y, w, 3)
    paint(st.c, "#fff3dc", 0.25)


def cloth(st, points, colour="#e9dfcd", stripe=None):
    """A folded cloth: corners joined by slightly slack edges, soft folds, its hem striped."""
    c, rng = st.c, st.rng
    slack = [rng.uniform(-0.05, 0.05) for _ in points]

    def edge(s):
        s.move_to(*points[-1])
        for (x0, y0), (x1, y1), k in zip([points[-1]] + points, points, slack):
            dx, dy = x1 - x0, y1 - y0
            s.curve_to(
                x0 + dx * 0.33 - dy * k,
                y0 + dy * 0.33 + dx * k,
                x0 + dx * 0.66 - dy * k,
                y0 + dy * 0.66 + dx * k,
                x1,
                y1,
            )
        s.close_path()

    with soft(c, 10) as s:
        s.translate(10, 12)
        edge(s)
        paint(s, "#1a1426", 0.4)
    c.save()
    edge(c)
    c.clip()
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    rect(c, min(xs) - 50, min(ys) - 50, max(xs) - min(xs) + 100, max(ys) - min(ys) + 100)
    wash(c, gradient(min(xs), min(ys), max(xs), max(ys), tone(colour, 0.25), tone(colour, -0.12)))
    if stripe:
        for k in (0.12, 0.17, 0.80, 0.85):
            x = min(xs) + (max(xs) - min(xs)) * k
            c.move_to(x, min(ys) - 20)
            c.curve_to(x + 20, min(ys) + 40, x - 20, max(ys) - 40, x + 12, max(ys) + 20)
            line(c, stripe, 9, 0.75)
    with soft(c, 7) as s:
        for _ in range(9):
            x, y = rng.uniform(min(xs), max(xs)), min(ys)
            s.move_to(x, y)
            s.curve_to(
                x + rng.uniform(-60, 60),
                y + 60,
                x + rng.uniform(-60, 60),
                max(ys) - 60,
                x + rng.uniform(-80, 80),
                max(ys),
            )
            line(s, rng.choice(("#1a1426", "#ffffff")), rng.uniform(6, 15), 0.16)
    c.restore()


def cast(st, x, y, w, h, alpha=0.42, lean=0.55):
    """The shadow that a thing of width w and height h throws on the table, to the right."""
    with soft(st.c, 12) as s:
        poly(
            s,
            (x - w * 0.45, y),
            (x + w * 0.45, y),
            (x + w * 0.45 + h * lean, y - h * 0.17),
            (x + h * lean - w * 0.2, y - h * 0.20),
        )
        paint(s, "#1d1526", alpha)
        ellipse(s, x + w * 0.04, y - 2, w * 0.52, max(6, w * 0.05))
        paint(s, "#1d1526", alpha * 1.15)


def window_light(st, x=180, y=40, w=620, h=560, slant=0.42, panes=(2, 3), blur=9, rest=0.34):
    """Sun through a window with bars, falling on wall and table; elsewhere only a rest of it."""
    s = st.sun
    W, H = st.units
    s.set_source_rgb(rest, rest, rest)
    s.paint()
    with soft(s, blur) as b:
        cols, rows = panes
        # Below, the same sun lies on the table: without it the things themselves would stand in the shade.
        ellipse(b, x + w * 1.05 + 160, h + y + 250, w * 0.95, 170)
        b.set_source_rgba(1, 1, 1, 0.55)
        b.fill()
        for i in range(cols):
            for j in range(rows):
                x0, x1 = x + w * (i + 0.04) / cols, x + w * (i + 0.96) / cols
                y0, y1 = y + h * (j + 0.04) / rows, y + h * (j + 0.96) / rows
                sk = lambda px, py: (px + (py - y) * slant, py + (px - x) * 0.10)
                poly(b, sk(x0, y0), sk(x1, y0), sk(x1, y1), sk(x0, y1))
                b.set_source_rgb(1, 1, 1)
                b.fill()


def all_light(st, cx=0.38, cy=0.4, r=1000, rest=0.4):
    """Light without a shape: strongest where the eye should go."""
    s = st.sun
    s.set_source_rgb(rest, rest, rest)
    s.paint()
    rect(s, 0, 0, *st.units)
    wash(s, radial(st.units[0] * cx, st.units[1] * cy, r, ("#ffffff", 1), ("#ffffff", 0.55), ("#ffffff", 0)))


def steam(st, x, y, h=220, n=3):
    """Wisps that rise."""
    with soft(st.c, 12) as s:
        for i in range(n):
            px = x + (i - (n - 1) / 2) * 26
            s.move_to(px, y)
            s.curve_to(px - 40, y - h * 0.35, px + 46, y - h * 0.6, px - 6 + st.rng.uniform(-20, 20), y - h)
            line(s, "#ffffff", 15, 0.30)


def crumbs(st, x, y, w, h, colour, n=40, size=3):
    c, rng = st.c, st.rng
    for _ in range(n):
        px, py = x + rng.gauss(0, w), y + rng.gauss(0, h)
        ellipse(c, px, py, rng.uniform(0.4, 1) * size, rng.uniform(0.3, 0.7) * size)
        paint(c, tone(colour, rng.uniform(-0.2, 0.3)), 0.85)


def wheat(c, x, y, length, angle, colour="#d6a94e"):
    """An ear of wheat on its stalk."""
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.move_to(0, 0)
    c.curve_to(length * 0.3, -6, length * 0.6, 6, length, 0)
    line(c, tone(colour, -0.2), 3)
    for i in range(9):
        px = length * (0.62 + 0.043 * i)
        for s in (-1, 1):
            leaf(c, px, 0, length * 0.1, s * 0.45, tone(colour, 0.12 if s < 0 else -0.08), 0.30)
            c.move_to(px + length * 0.08, s * length * 0.035)
            c.line_to(px + length * 0.20, s * length * 0.075)
            line(c, tone(colour, 0.2), 1, 0.8)
    c.restore()
