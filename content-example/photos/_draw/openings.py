"""What a wall opens with: upper windows, doors, shop windows; and what hangs above them: awnings and signs."""
from paint import (ACCENT, CREAM, GOLD, INK, LEAF, SLATE, ball, contact, curve, ellipse, gradient, letters, line, paint,
                   poly, rect, rounded, shadow, soft, tone, vary, wash)
from walls import stone


def reveal(st, x, y, w, h, depth=9):
    """The thickness of the wall: shade on top and on the left, where the wall stands before the glass."""
    c = st.c
    rect(c, x, y, w, depth * 2.2)
    wash(c, gradient(0, y, 0, y + depth * 2.2, ("#120e1c", 0.6), ("#120e1c", 0)))
    rect(c, x, y, depth * 1.5, h)
    wash(c, gradient(x, 0, x + depth * 1.5, 0, ("#120e1c", 0.5), ("#120e1c", 0)))


def glass(st, x, y, w, h, strength=1.0):
    """Reflections: the sky in the upper part, two slanting bands."""
    c = st.c
    k = strength * (0.45 if st.lit else 1)
    c.save()
    rect(c, x, y, w, h)
    c.clip()
    rect(c, x, y, w, h)
    wash(
        c, gradient(x, y, x + w * 0.25, y + h, (0, "#cfdfea", 0.26 * k), (0.4, "#c3d3de", 0.05 * k), (1, "#c3d3de", 0))
    )
    for at, wide, a in ((0.10, 0.15, 0.11), (0.30, 0.05, 0.09), (0.80, 0.10, 0.07)):
        bx = x + w * at
        slant = h * 0.42
        poly(
            c,
            (bx + slant, y),
            (bx + slant + w * wide, y),
            (bx + w * wide - slant * 0.2, y + h),
            (bx - slant * 0.2, y + h),
        )
        paint(c, "#f2f6f8", a * k)
    c.restore()


def window(
    st,
    x,
    y,
    w,
    h,
    frame=CREAM,
    style="sash",
    lit=False,
    shutters=None,
    flowers=None,
    curtain=True,
    sill=True,
    surround=True,
):
    """An upper window with bluestone sill and lintel."""
    c, rng = st.c, st.rng
    if surround:
        stone(st, x - 16, y - 30, w + 32, 30)
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, "#7d93a6", "#2f3947"))
    if lit:
        rect(c, x, y, w, h)
        wash(c, gradient(0, y, 0, y + h, "#ffe2ac", "#e8ae66"))
        st.light_area(x, y, w, h, power=0.85)
    if curtain:
        for side in (0, 1):
            c.save()
            c.translate(x + w * side, y)
            c.scale(-1 if side else 1, 1)
            curve_w = w * rng.uniform(0.22, 0.30)
            c.move_to(0, 0)
            c.line_to(curve_w * 1.2, 0)
            c.curve_to(curve_w * 1.1, h * 0.5, curve_w * 0.6, h * 0.7, curve_w * 0.8, h)
            c.line_to(0, h)
            c.close_path()
            wash(
                c,
                gradient(
                    0,
                    0,
                    curve_w,
                    0,
                    (0, "#f0e7d8", 0.85),
                    (0.4, "#cfc5b8", 0.8),
                    (0.7, "#f0e7d8", 0.8),
                    (1, "#d8cdbf", 0.8),
                ),
            )
            c.restore()
    glass(st, x, y, w, h, 0.9)
    reveal(st, x, y, w, h, 8)
    f = 7
    for bar in (
        (x, y, w, f),
        (x, y + h - f, w, f),
        (x, y, f, h),
        (x + w - f, y, f, h),
        (x + w / 2 - f * 0.6, y, f * 1.2, h),
    ):
        rect(c, *bar)
        paint(c, frame)
    bars = {"sash": (0.32,), "small": (0.25, 0.5, 0.75), "french": (0.5,), "plain": ()}[style]
    for t in bars:
        rect(c, x, y + h * t - 2.5, w, 5)
        paint(c, frame)
    rect(c, x, y, w, h)
    line(c, INK, 1.2, 0.35)
    if shutters:
        for sx in (x - w * 0.5 - 6, x + w + 6):
            shutter(st, sx, y, w * 0.5, h, shutters)
    if sill:
        stone(st, x - 20, y + h, w + 40, 17)
    if flowers:
        flower_box(st, x + w / 2, y + h + 2, w * 0.92, flowers)
    if st.hour == "snow" and sill:
        snow_cap(st, x - 20, x + w + 20, y + h)


def shutter(st, x, y, w, h, colour):
    c = st.c
    shadow(c, lambda s: rect(s, x, y, w, h), 5, 6, 4, 0.4)
    rect(c, x, y, w, h)
    wash(c, gradient(x, 0, x + w, 0, tone(colour, 0.1), tone(colour, -0.1)))
    for t0, t1 in ((0.05, 0.47), (0.53, 0.95)):
        py, ph = y + h * t0, h * (t1 - t0)
        n = int(ph / 9)
        for i in range(n):
            rect(c, x + w * 0.16, py + ph * i / n, w * 0.68, 4)
            paint(c, tone(colour, -0.38), 0.75)
            rect(c, x + w * 0.16, py + ph * i / n + 4, w * 0.68, 2)
            paint(c, tone(colour, 0.3), 0.5)


def flower_box(st, x, y, w, colour):
    """Hanging geraniums."""
    c, rng = st.c, st.rng
    rounded(c, x - w / 2, y - 17, w, 20, 3)
    paint(c, "#6b4637")
    for _ in range(int(w * 0.7)):
        px, py = x + rng.uniform(-0.52, 0.52) * w, y - 20 + rng.gauss(0, 11)
        ball(c, px, py, rng.uniform(4, 8), vary(LEAF, rng, 0.2))
    for _ in range(int(w * 0.36)):
        px, py = x + rng.uniform(-0.5, 0.5) * w, y - 27 + rng.gauss(0, 11)
        ball(c, px, py, rng.uniform(3.5, 6.5), vary(colour, rng, 0.15))


def door(st, x, y, w, h, colour, style="shop", lit=False, number=None, glow=0.8, card="ouvert"):
    """A wooden door, half of it glass; the transom above is part of the height."""
    c = st.c
    top = h * 0.17
    rect(c, x, y, w, h)
    paint(c, tone(colour, -0.45))
    fr = 9
    rect(c, x + fr, y + fr, w - 2 * fr, top - fr)
    room = gradient(0, y, 0, y + h, "#f3cf8d", "#a87443") if lit else gradient(0, y, 0, y + h, "#505661", "#262a35")
    wash(c, room)
    glass(st, x + fr, y + fr, w - 2 * fr, top - fr)
    if lit:
        st.light_area(x + fr, y + fr, w - 2 * fr, top - fr, power=glow)
    lx, ly, lw, lh = x + fr, y + top + 6, w - 2 * fr, h - top - 6
    rect(c, lx, ly, lw, lh)
    wash(c, gradient(lx, 0, lx + lw, 0, tone(colour, 0.12), tone(colour, -0.06)))
    m = w * 0.13
    if style in ("shop", "full"):
        gh = lh * (0.56 if style == "shop" else 0.82)
        rect(c, lx + m, ly + m, lw - 2 * m, gh)
        wash(c, room)
        if lit:
            st.light_area(lx + m, ly + m, lw - 2 * m, gh, power=glow)
        glass(st, lx + m, ly + m, lw - 2 * m, gh)
        reveal(st, lx + m, ly + m, lw - 2 * m, gh, 4)
        if card:  # hangs on the glass
            sx, sy = lx + lw * 0.5, ly + m + gh * 0.34
            c.move_to(sx - 18, sy - 2)
            c.line_to(sx, sy - 18)
            c.line_to(sx + 18, sy - 2)
            line(c, "#efe6d2", 1.4)
            rounded(c, sx - 31, sy - 3, 62, 26, 3)
            paint(c, "#f5ead2")
            letters(c, card, sx, sy + 15, 15, "italic")
            paint(c, ACCENT)
        if style == "shop":
            panel(c, lx + m, ly + m * 2 + gh, lw - 2 * m, lh - gh - 3 * m, colour)
    else:
        for row in range(3):
            for col in range(2):
                panel(c, lx + lw * (0.08 + 0.45 * col), ly + lh * (0.05 + 0.32 * row), lw * 0.39, lh * 0.27, colour)
    contact(c, lx + lw * 0.90, ly + lh * 0.55 + 5, 7, 12, 0.4)
    rounded(c, lx + lw * 0.88, ly + lh * 0.47, 6, 52, 3)
    paint(c, GOLD)
    ball(c, lx + lw * 0.88 + 3, ly + lh * 0.47, 5, GOLD)
    reveal(st, x, y, w, h, 9)
    stone(st, x - 14, y + h - 10, w + 28, 20)
    if number:
        letters(c, number, x + w * 0.5, y + top * 0.72, top * 0.56, "roman")
        paint(c, GOLD if not lit else tone(colour, -0.3), 0.95)


def panel(c, x, y, w, h, colour):
    rect(c, x, y, w, h)
    paint(c, tone(colour, -0.25))
    rect(c, x + 4, y + 4, w - 6, h - 6)
    wash(c, gradient(x, y, x + w * 0.3, y + h, tone(colour, 0.16), tone(colour, -0.05)))
    rect(c, x + 9, y + 9, w - 18, h - 18)
    line(c, tone(colour, -0.35), 1.6, 0.7)


def awning(st, x, y, w, drop=92, colours=(ACCENT, CREAM), stripe=52, out=34, scallop=True):
    """Canvas on a frame, seen from the front: it widens towards us; its shade falls on the shop below."""
    c = st.c
    with soft(c, 16) as s:
        poly(
            s,
            (x - out * 0.2, y + drop * 0.9),
            (x + w + out * 0.9, y + drop * 0.9),
            (x + w + out * 1.1, y + drop + 118),
            (x + out * 0.3, y + drop + 118),
        )
        paint(s, "#16101f", 0.40)
    st.shade(
        (x - out, y + drop),
        (x + w + out, y + drop),
        (x + w + out * 1.5, y + drop + 150),
        (x, y + drop + 150),
        depth=0.85,
    )
    n = max(3, round(w / stripe))
    top = lambda i: x + w * i / n
    low = lambda i: x - out + (w + 2 * out) * i / n
    for i in range(n):
        col = rgb_pick(colours, i)
        poly(c, (top(i), y), (top(i + 1) + 0.6, y), (low(i + 1) + 0.6, y + drop), (low(i), y + drop))
        wash(c, gradient(0, y, 0, y + drop, tone(col, -0.12), tone(col, 0.14)))
    for i in range(n):  # folds between the ribs
        poly(c, (top(i), y), (top(i) + w / n * 0.3, y), (low(i) + w / n * 0.4, y + drop), (low(i), y + drop))
        wash(c, gradient(0, y, 0, y + drop, ("#1b1326", 0.10), ("#1b1326", 0.02)))
    val = 26
    for i in range(n):
        col = rgb_pick(colours, i)
        a, b = low(i), low(i + 1)
        c.move_to(a, y + drop)
        c.line_to(b + 0.6, y + drop)
        if scallop:
            c.line_to(b + 0.6, y + drop + val * 0.5)
            c.curve_to(b, y + drop + val * 1.3, a, y + drop + val * 1.3, a, y + drop + val * 0.5)
        else:
            c.line_to(b + 0.6, y + drop + val * 0.8)
            c.line_to(a, y + drop + val * 0.8)
        c.close_path()
        wash(c, gradient(0, y + drop, 0, y + drop + val, tone(col, -0.2), tone(col, -0.06)))
    rect(c, x - out, y + drop - 1, w + 2 * out, 2.4)
    paint(c, "#fff7e4", 0.35)
    if st.hour == "snow":
        snow_cap(st, x - 4, x + w + 4, y + 8, 15)


def rgb_pick(colours, i):
    return colours[i % len(colours)]


def snow_cap(st, x0, x1, y, thick=11):
    """Snow that lies on an edge."""
    c, rng = st.c, st.rng
    points = [(x0, y + 2)]
    n = max(3, int((x1 - x0) / 26))
    for i in range(n + 1):
        points.append((x0 + (x1 - x0) * i / n, y - thick * rng.uniform(0.6, 1.1) * (1 if 0 < i < n else 0.4)))
    points.append((x1, y + 2))
    curve(c, points)
    wash(c, gradient(0, y - thick, 0, y + 3, "#ffffff", "#c9d3e4"))


def fascia(st, x, y, w, h, text, wood, ink=GOLD, name="roman", spacing=0.06, size=None, lamps=0):
    """A painted board with gilt letters, under a small cornice."""
    c = st.c
    shadow(c, lambda s: rect(s, x, y, w, h), 4, 9, 6, 0.45)
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, tone(wood, 0.10), tone(wood, -0.08)))
    rect(c, x + 8, y + 9, w - 16, h - 18)
    line(c, ink, 2, 0.7)
    rect(c, x - 12, y - 15, w + 24, 15)
    wash(c, gradient(0, y - 15, 0, y, tone(wood, 0.30), tone(wood, -0.15)))
    rect(c, x - 5, y, w + 10, 4)
    paint(c, tone(wood, -0.5), 0.7)
    size = size or h * 0.62
    base = y + h * 0.5 + size * 0.34
    for dx, colour, a in ((size * 0.045, tone(wood, -0.6), 0.9), (0, ink, 1)):
        letters(c, text, x + w / 2 + dx, base + dx, size, name, spacing, w * 0.88)
        if a == 1:
            wash(c, gradient(0, base - size * 0.75, 0, base, tone(ink, 0.30), tone(ink, -0.10)))
        else:
            paint(c, colour, a)
    for i in range(lamps):
        lx = x + w * (i + 0.5) / lamps
        swan_lamp(st, lx, y - 12)
    if st.hour == "snow":
        snow_cap(st, x - 12, x + w + 12, y - 14)


def swan_lamp(st, x, y):
    """A lamp on a bent arm that lights the sign below it."""
    c = st.c
    c.move_to(x, y)
    c.curve_to(x, y - 46, x + 4, y - 50, x + 2, y - 26)
    line(c, INK, 4)
    poly(c, (x - 15, y - 14), (x + 17, y - 14), (x + 8, y - 29), (x - 6, y - 29))
    paint(c, SLATE)
    ellipse(c, x + 1, y - 13, 12, 4)
    paint(c, "#ffe9bd" if st.lit else "#d8cfbd")
    if st.lit:
        st.light_point(x + 1, y + 40, 210, power=1.5, flat=0.62)


def wall_letters(st, text, x, y, size, colour, name="gothic", spacing=0.1, width=None, neon=False):
    """Separate letters on pins before the wall; or tubes that shine."""
    c = st.c
    shadow(c, lambda s: letters(s, text, x, y, size, name, spacing, width), 4, 6, 3, 0.5)
    letters(c, text, x, y, size, name, spacing, width)
    wash(c, gradient(0, y - size * 0.7, 0, y, tone(colour, 0.16), colour))
    if neon:
        with soft(st.lamp, 3) as s:
            letters(s, text, x, y, size, name, spacing, width)
            paint(s, "#ffffff")
        st.light_point(x, y - size * 0.3, size * 4.5, (1, 0.45, 0.28), 0.8, 0.6)


def blade_sign(st, x, y, colour, draw, side=1, r=58, round_=True):
    """A sign on an iron bracket, turned towards us; draw(c, r) paints its emblem at the origin."""
    c = st.c
    c.move_to(x, y)
    c.line_to(x + side * (r * 2 + 26), y)
    line(c, INK, 5)
    c.move_to(x, y + 46)
    c.curve_to(x + side * 20, y + 40, x + side * 34, y + 20, x + side * 40, y)
    line(c, INK, 4)
    cx, cy = x + side * (r + 22), y + r + 16
    path = (lambda s: ellipse(s, cx, cy, r, r)) if round_ else (lambda s: rounded(s, cx - r, cy - r, 2 * r, 2 * r, 10))
    for dx in (-r * 0.5, r * 0.5):
        rect(c, cx + dx - 1.5, y, 3, 26)
        paint(c, INK)
    shadow(c, path, 16, 18, 7, 0.38)
    path(c)
    wash(c, gradient(cx - r, cy - r, cx + r, cy + r, tone(colour, 0.16), tone(colour, -0.14)))
    path(c)
    line(c, GOLD, 4)
    c.save()
    c.translate(cx, cy)
    draw(c, r)
    c.restore()


def lantern(st, x, y, s=1.0):
    """A wall lantern."""
    c = st.c
    c.move_to(x, y - 30 * s)
    c.line_to(x, y - 46 * s)
    c.line_to(x - 20 * s, y - 46 * s)
    line(c, INK, 4 * s)
    poly(c, (x - 15 * s, y - 26 * s), (x + 15 * s, y - 26 * s), (x + 10 * s, y + 14 * s), (x - 10 * s, y + 14 * s))
    paint(c, "#ffe6b0" if st.lit else "#cfd3cf")
    poly(c, (x - 15 * s, y - 26 * s), (x + 15 * s, y - 26 * s), (x + 10 * s, y + 14 * s), (x - 10 * s, y + 14 * s))
    line(c, INK, 3 * s)
    poly(c, (x - 19 * s, y - 26 * s), (x + 19 * s, y - 26 * s), (x, y - 42 * s))
    paint(c, INK)
    if st.lit:
        st.light_point(x, y, 300 * s, power=1.0)


def shop_window(
    st,
    x,
    y,
    w,
    h,
    display,
    room="#6b5a4a",
    frame=None,
    panes=(1, 0),
    lit=None,
    power=0.85,
    lamps=2,
    transom=0.0,
    arch=0,
):
    """A shop's window. display(st, x, y, w, h) puts the goods into the room; panes: (columns, rows) of glazing bars."""
    c, rng = st.c, st.rng
    lit = st.lit if lit is None else lit
    if not lit:
        power *= 0.8  # by day too a shop has its lights on, else its goods would lie in the dark
    c.save()
    opening(c, x, y, w, h, arch)
    c.clip()
    rect(c, x, y, w, h)
    wash(c, gradient(0, y, 0, y + h, tone(room, -0.06), tone(room, -0.34)))
    # The side walls of the room run towards a point behind the glass: depth for two polygons.
    for side in (0, 1):
        ex = x + w * side
        ix = x + w * (0.9 if side else 0.1)
        poly(c, (ex, y), (ix, y + h * 0.10), (ix, y + h * 0.80), (ex, y + h))
        paint(c, tone(room, -0.5), 0.35)
    poly(c, (x, y), (x + w, y), (x + w * 0.9, y + h * 0.10), (x + w * 0.1, y + h * 0.10))
    paint(c, tone(room, -0.5), 0.3)
    if power:
        st.lamp.save()
        opening(st.lamp, x, y, w, h, arch)
        st.lamp.clip()
        st.light_area(x, y, w, h, power=power)
        st.lamp.restore()
    if lit:
        st.light_point(x + w / 2, y + h + 60, w * 0.75, power=0.40, flat=0.5)
    display(st, x, y, w, h)
    for i in range(lamps):
        pendant(st, x + w * (i + 0.5) / lamps, y, h * rng.uniform(0.13, 0.18), lit)
    glass(st, x, y, w, h)
    reveal(st, x, y, w, h, 10)
    c.restore()
    if frame:
        f = 11
        opening(c, x, y, w, h, arch)
        line(c, tone(frame, -0.5), f + 3, 0.5)
        opening(c, x, y, w, h, arch)
        line(c, frame, f)
        cols, rows = panes
        for i in range(1, cols):
            rect(c, x + w * i / cols - 4, y, 8, h)
            wash(c, gradient(x + w * i / cols - 4, 0, x + w * i / cols + 4, 0, tone(frame, 0.2), tone(frame, -0.25)))
        for i in range(1, rows):
            rect(c, x, y + h * i / rows - 3, w, 6)
            paint(c, frame)
        if transom:
            rect(c, x, y + h * transom - 5, w, 10)
            wash(c, gradient(0, y + h * transom - 5, 0, y + h * transom + 5, tone(frame, 0.2), tone(frame, -0.25)))


def opening(c, x, y, w, h, arch=0):
    """A rectangle, or one with a segmental arch that rises `arch` above its springing."""
    if not arch:
        rect(c, x, y, w, h)
        return
    c.move_to(x, y + h)
    c.line_to(x, y + arch)
    c.curve_to(x + w * 0.08, y - arch * 0.33, x + w * 0.92, y - arch * 0.33, x + w, y + arch)
    c.line_to(x + w, y + h)
    c.close_path()


def brick_arch(st, x, y, w, arch, colour="#7f3c33"):
    """The row of bricks on edge over an arched opening."""
    c, rng = st.c, st.rng
    n = int(w / 17)
    for i in range(n + 1):
        t = i / n
        px = x + w * t
        py = y + arch - arch * 4 * t * (1 - t) * 1.0
        angle = (t - 0.5) * 1.0 * min(1, arch * 4 / w)
        c.save()
        c.translate(px, py)
        c.rotate(angle)
        rect(c, -8, -40, 15, 38)
        paint(c, vary(colour, rng, 0.12))
        c.restore()


def pendant(st, x, y, drop, lit):
    c = st.c
    c.move_to(x, y)
    c.line_to(x, y + drop)
    line(c, INK, 2)
    poly(c, (x - 17, y + drop + 15), (x + 17, y + drop + 15), (x + 6, y + drop), (x - 6, y + drop))
    paint(c, SLATE if not lit else "#40352f")
    ellipse(c, x, y + drop + 16, 10, 6)
    paint(c, "#fff0cc" if lit else "#dcd2bc")
    if lit:
        st.light_point(x, y + drop + 16, 90, power=0.8)
