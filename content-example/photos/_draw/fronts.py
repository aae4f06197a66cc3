"""A shop front put together: the house and its neighbours, the shop, its sign, the street before it, the hour's light.

Heights are counted upwards from the foot of the house, so that the same front fits a close view (units 1600 × 1067)
and one with roof and sky (larger units)."""
from dataclasses import dataclass, field

import props
import things
from openings import (awning, blade_sign, brick_arch, door, fascia, lantern, panel, shop_window, snow_cap, swan_lamp,
                      wall_letters, window)
from paint import CREAM, GOLD, INK, gradient, letters, line, paint, poly, rect, rounded, shadow, tone, vary, wash
from stage import leaves_shadow, roofs_shadow, soften_sun
from walls import BRICKS, pavement, quay, sky, slates, stone, wall


@dataclass
class Front:
    sign: str
    bays: list  # ("win", width, display), ("door", width), ("gate", width, display), ("gap", width)
    wall: str = "red"
    wood: str = "#2c4a3d"
    style: str = "timber"  # timber: one wooden front; stone: bluestone openings; arch: brick arches with steel windows
    hand: str = "roman"
    spacing: float = 0.06
    ink: str = GOLD
    lettering: str = "board"  # board, wall (letters on the wall), glass (on the window), none
    room: str = "#8a7358"  # the colour of the room behind the glass
    panes: tuple = (2, 0)
    transom: float = 0.2
    awning: tuple = ()  # its colours
    awning_on: tuple = ()  # the bays that have one; all when empty
    blade: tuple = ()  # (side, colour, emblem)
    upper: dict = field(default_factory=dict)
    storeys: int = 1
    eaves: float = 1010
    roof: str = "#4a5362"
    house: tuple = (-690, 690)  # the house's edges, from the middle
    beside: tuple = ("brown", "cream")
    shift: float = 0  # the shop's middle
    light: tuple = ()  # ("roofs", height, slope), ("leaves", x, height, w, h)
    street: object = None  # street(st, ground): what stands before it
    ground: float = 162  # pavement's height in the picture
    paving: str = "#a79e94"
    number: str = ""
    lamps: int = 0
    power: float = 0.85
    fascia: float = 84
    neon: bool = False
    card: str = "ouvert"  # what hangs on the door's glass
    view: tuple = (1.0, 0, 0)  # zoom, and the middle of the view: right of the middle, above the picture's own middle
    quay: float = 0  # the pavement's width where the house stands at the river instead of the street


def draw_front(st, f):
    """Draws the row through its view."""
    w, h = st.units
    zoom, right, up = f.view
    ox, oy = w / 2 - zoom * (w / 2 + right), h / 2 - zoom * (h / 2 - up)
    ox, oy = min(0, max(w - w * zoom, ox)), min(0, max(h - h * zoom, oy))  # never beyond what is drawn
    with st.place(ox, oy, zoom):
        _front(st, f, w / 2, h - f.ground)
    if st.wet is not None:
        st.wet = st.wet * zoom + oy
    if st.hour == "rain":
        props.rain(st)
    if st.hour == "snow":
        props.snow(st)
    soften_sun(st)


def _front(st, f, mid, ground):
    _house(st, f, mid, ground)
    bays = _placed(f, mid)
    {"timber": _timber, "stone": _stone, "arch": _arch}[f.style](st, f, bays, ground)
    _sign(st, f, bays, ground)
    if st.hour in ("dusk", "night", "dawn", "rain"):
        lantern(st, mid + f.house[0] + 46, ground - 520, 1.1)
    _light(st, f, mid, ground)
    if f.quay:
        quay(st, ground, ground + f.quay, f.paving)
    else:
        pavement(st, ground, f.paving)
    if st.hour == "snow":
        props.snowy_ground(st, ground)
    for i, bay in enumerate(bays):
        if f.awning and (not f.awning_on or i in f.awning_on) and bay[0] == "win" and f.style != "timber":
            awning(st, bay[1] - 18, ground - 498, bay[2] + 36, colours=f.awning)
    if f.awning and f.style == "timber":
        x0, x1 = _span(bays, f.awning_on)
        awning(st, x0 - 8, ground - 482, x1 - x0 + 16, colours=f.awning)
    if f.blade:
        side, colour, emblem = f.blade
        x0, x1 = _span(bays, ())
        blade_sign(st, (x1 + 34) if side > 0 else (x0 - 34), ground - 610, colour, emblem, side)
    if f.street:
        f.street(st, ground)
    if st.hour == "rain":
        st.wet = ground + 6


def _placed(f, mid):
    gap = {"timber": 28, "stone": 92, "arch": 110}[f.style]
    total = sum(b[1] for b in f.bays) + gap * (len(f.bays) - 1)
    x = mid + f.shift - total / 2
    out = []
    for b in f.bays:
        out.append((b[0], x, b[1], b[2] if len(b) > 2 else None))
        x += b[1] + gap
    return out


def _span(bays, which):
    chosen = [b for i, b in enumerate(bays) if not which or i in which]
    return chosen[0][1], chosen[-1][1] + chosen[-1][2]


def _house(st, f, mid, ground):
    w, h = st.units
    x0, x1 = mid + f.house[0], mid + f.house[1]
    eaves = ground - f.eaves - 350 * (f.storeys - 1)
    open_sky = eaves > 40
    if open_sky:
        sky(st, ground if "trees" in f.beside else eaves + 200)
    for side, kind in enumerate(f.beside):
        if kind == "trees":
            _trees(st, x0 if side == 0 else x1, ground, -1 if side == 0 else 1)
            continue
        nx, nw = ((-20, x0 + 20), (x1, w - x1 + 20))[side]
        if nw <= 4:
            continue
        top = -20 if not open_sky else eaves + (90 if side else -70)
        wall(st, nx, top, nw, ground - top, kind)
        if open_sky:
            slates(
                st,
                [
                    (nx - 30, top),
                    (nx + nw + 30, top),
                    (nx + nw + 30, max(-40, top - 190)),
                    (nx - 30, max(-40, top - 190)),
                ],
                tone(f.roof, 0.1),
            )
            stone(st, nx - 6, top, nw + 12, 18, "#8a8178")
        px = nx + nw - 150 if side == 0 else nx + 56
        for v in (935, 1285):
            if ground - v > top - 40:
                window(st, px, ground - v, 96, 250, lit=st.lit and st.rng.random() < 0.5)
        window(st, px, ground - 470, 96, 290, frame="#5c4a3c", style="plain", lit=st.lit and st.rng.random() < 0.6)
        stone(st, nx - 4, ground - 66, nw + 8, 66, "#858c92", joints=2, raised=False)
    top = max(-20, eaves)
    wall(st, x0, top, x1 - x0, ground - top, f.wall)
    stone(st, x0, ground - 72, x1 - x0, 72, joints=9, raised=False)
    stone(st, x0, ground - 628, x1 - x0, 15, joints=6)
    if open_sky:
        _roof(st, f, x0, x1, eaves)
    _upper(st, f, mid, ground)
    for px in (x0, x1):
        _pipe(st, px, top, ground)


def _trees(st, x, ground, side):
    """A house that stands alone: a hedge and trees beside it."""
    c, rng = st.c, st.rng
    w, _ = st.units
    edge = -60 if side < 0 else w + 60
    for k in range(5):
        props.tree(
            st,
            x + (edge - x) * (0.12 + 0.22 * k),
            ground - 10,
            rng.uniform(1.3, 1.9),
            rng.choice(("#5b7a45", "#6f8a50", "#7d8f4a")),
        )
    for _ in range(900):
        px = x + (edge - x) * rng.random()
        things.leaf(
            c,
            px,
            ground - rng.random() * 130,
            rng.uniform(14, 30),
            rng.uniform(0, 6.28),
            tone(vary("#4f6b42", rng, 0.14), rng.uniform(-0.3, 0.1)),
            0.4,
        )


def _roof(st, f, x0, x1, eaves):
    c = st.c
    slates(st, [(x0 - 26, eaves), (x1 + 26, eaves), (x1 - 30, eaves - 230), (x0 + 30, eaves - 230)], f.roof)
    for t in (0.25, 0.75):
        px = x0 + (x1 - x0) * t
        rect(c, px - 42, eaves - 136, 84, 116)
        paint(c, CREAM)
        window(st, px - 30, eaves - 124, 60, 96, surround=False, sill=False, lit=st.lit and st.rng.random() < 0.5)
        poly(c, (px - 60, eaves - 132), (px + 60, eaves - 132), (px, eaves - 190))
        wash(c, gradient(px - 60, 0, px + 60, 0, tone(f.roof, 0.2), tone(f.roof, -0.2)))
    for px in (x0 + 60, x1 - 130):
        wall(st, px, eaves - 300, 66, 110, "brown")
        stone(st, px - 8, eaves - 308, 82, 14)
    rect(c, x0 - 34, eaves - 14, x1 - x0 + 68, 30)
    wash(c, gradient(0, eaves - 14, 0, eaves + 16, "#f3e9d4", "#b4a78f"))
    rect(c, x0, eaves + 16, x1 - x0, 40)
    wash(c, gradient(0, eaves + 16, 0, eaves + 56, ("#1a1426", 0.5), ("#1a1426", 0)))
    if st.hour == "snow":
        snow_cap(st, x0 - 34, x1 + 34, eaves - 12, 20)


def _upper(st, f, mid, ground):
    u = {
        "n": 4,
        "w": 108,
        "h": 262,
        "frame": CREAM,
        "style": "sash",
        "shutters": None,
        "flowers": None,
        "lit": 0.35,
        "anchors": True,
    } | f.upper
    x0, x1 = mid + f.house[0], mid + f.house[1]
    step = (x1 - x0) / u["n"]
    for storey in range(f.storeys):
        base = ground - 668 - 350 * storey
        for i in range(u["n"]):
            cx = x0 + step * (i + 0.5)
            window(
                st,
                cx - u["w"] / 2,
                base - u["h"],
                u["w"],
                u["h"],
                u["frame"],
                u["style"],
                st.lit and st.rng.random() < u["lit"],
                u["shutters"],
                u["flowers"],
            )
            if u["anchors"] and i and f.wall in BRICKS:
                _anchor(st.c, x0 + step * i, base - u["h"] * 0.5)


def _anchor(c, x, y):
    """The iron that ties a floor's beam to the wall."""
    for dx, colour, a in ((3, "#1a1426", 0.35), (0, "#33302f", 1)):
        rounded(c, x - 3 + dx, y - 34 + dx, 6, 68, 2)
        paint(c, colour, a)
        c.move_to(x - 13 + dx, y - 20 + dx)
        c.curve_to(x - 4 + dx, y - 4 + dx, x + 4 + dx, y + 4 + dx, x + 13 + dx, y + 20 + dx)
        line(c, colour, 5, a)


def _pipe(st, x, top, ground):
    c = st.c
    rect(c, x + 4, top, 9, ground - top)
    paint(c, "#140e1c", 0.28)
    rect(c, x - 6, top, 11, ground - top)
    wash(c, gradient(x - 6, 0, x + 5, 0, "#59606a", "#9aa3aa", "#4a515b"))
    for y in range(int(ground) - 130, int(top), -260):
        rect(c, x - 8, y, 15, 8)
        paint(c, "#454b55")


def _timber(st, f, bays, ground):
    c = st.c
    x0, x1 = bays[0][1] - 30, bays[-1][1] + bays[-1][2] + 30
    top = ground - 484
    shadow(c, lambda s: rect(s, x0, top, x1 - x0, ground - top), 6, 4, 9, 0.45)
    rect(c, x0, top, x1 - x0, ground - top)
    wash(c, gradient(0, top, 0, ground, tone(f.wood, 0.06), tone(f.wood, -0.14)))
    for kind, x, w, show in bays:
        if kind == "door":
            door(st, x, ground - 468, w, 460, f.wood, lit=st.lit, number=f.number, glow=f.power * 0.8, card=f.card)
        elif kind == "win":
            shop_window(
                st,
                x,
                ground - 468,
                w,
                352,
                show,
                f.room,
                tone(f.wood, 0.08),
                f.panes,
                power=f.power,
                transom=f.transom,
                lamps=max(1, round(w / 190)),
            )
            n = max(1, round(w / 190))
            for i in range(n):
                panel(c, x + 6 + (w - 6) * i / n, ground - 98, (w - 6) / n - 6, 70, f.wood)
            rect(c, x - 4, ground - 114, w + 8, 11)
            wash(c, gradient(0, ground - 114, 0, ground - 103, tone(f.wood, 0.4), tone(f.wood, -0.2)))
            if st.hour == "snow":
                snow_cap(st, x - 4, x + w + 4, ground - 112, 8)
    edges = [x0] + [b[1] + b[2] for b in bays]
    for i, px in enumerate(edges):
        pw = 28 if i else 26
        rect(c, px + (1 if i else 0), top + 2, pw, ground - top - 14)
        wash(c, gradient(px, 0, px + pw, 0, tone(f.wood, 0.24), f.wood, tone(f.wood, -0.3)))
        for k in (0.3, 0.55, 0.8):
            rect(c, px + pw * k, top + 40, 1.6, ground - top - 120)
            paint(c, tone(f.wood, -0.5), 0.5)
        rounded(c, px - 3, top + 2, pw + 6, 24, 4)
        wash(c, gradient(0, top, 0, top + 26, tone(f.wood, 0.3), tone(f.wood, -0.2)))
    stone(st, x0 - 4, ground - 20, x1 - x0 + 8, 20, joints=5, raised=False)


def _stone(st, f, bays, ground):
    for kind, x, w, show in bays:
        if kind == "gap":
            continue
        tall = 452 if kind != "win" else 330
        top = ground - 466
        stone(st, x - 22, top, 22, tall + (0 if kind == "win" else 14), joints=4)
        stone(st, x + w, top, 22, tall + (0 if kind == "win" else 14), joints=4)
        stone(st, x - 32, top - 38, w + 64, 38, joints=3 if w > 200 else 1)
        if kind == "door":
            door(st, x, top, w, 462, f.wood, lit=st.lit, number=f.number, glow=f.power * 0.8, card=f.card)
        else:
            tall = tall if kind == "win" else 460
            shop_window(
                st,
                x,
                top,
                w,
                tall,
                show,
                f.room,
                f.wood,
                f.panes,
                power=f.power,
                transom=f.transom,
                lamps=max(1, round(w / 200)),
            )
            if kind == "win":
                stone(st, x - 34, top + tall, w + 68, 22)
                if st.hour == "snow":
                    snow_cap(st, x - 34, x + w + 34, top + tall)


def _arch(st, f, bays, ground):
    tint = BRICKS[f.wall][0][4] if f.wall in BRICKS else "#7f3c33"
    for kind, x, w, show in bays:
        if kind == "gap":
            continue
        top, rise = ground - 490, min(70, w * 0.2)
        tall = 390 if kind == "win" else 484
        if kind == "door":
            rise = 0
            door(st, x, top, w, tall, f.wood, "full", lit=st.lit, number=f.number, glow=f.power * 0.8, card=f.card)
        else:
            shop_window(
                st,
                x,
                top,
                w,
                tall,
                show,
                f.room,
                f.wood,
                f.panes,
                power=f.power,
                transom=f.transom,
                lamps=max(1, round(w / 200)),
                arch=rise,
            )
        brick_arch(st, x - 4, top, w + 8, rise, tint)
        if kind == "win":
            stone(st, x - 26, top + tall, w + 52, 20)


def _sign(st, f, bays, ground):
    x0, x1 = _span(bays, ())
    if f.lettering == "board":
        fascia(
            st,
            x0 - 34,
            ground - 484 - f.fascia - (0 if f.style == "timber" else 26),
            x1 - x0 + 68,
            f.fascia,
            f.sign,
            f.wood,
            f.ink,
            f.hand,
            f.spacing,
            lamps=f.lamps,
        )
    elif f.lettering == "wall":
        high = 540 if f.style != "arch" else 565
        wall_letters(st, f.sign, (x0 + x1) / 2, ground - high, 74, f.ink, f.hand, f.spacing, x1 - x0, f.neon)
        for i in range(f.lamps):
            swan_lamp(st, x0 + (x1 - x0) * (i + 0.5) / f.lamps, ground - high - 62)
    elif f.lettering == "glass":
        kind, x, w, _ = max((b for b in bays if b[0] != "door"), key=lambda b: b[2])
        c = st.c
        for dx, colour in ((2, INK), (0, f.ink)):
            letters(c, f.sign, x + w / 2 + dx, ground - 370 + dx, 56, f.hand, f.spacing, w * 0.8)
            paint(c, colour, 0.95)


def _light(st, f, mid, ground):
    for kind, *how in f.light:
        if kind == "roofs":
            roofs_shadow(st, st.rng, ground - how[0], how[1])
        elif kind == "leaves":
            leaves_shadow(st, st.rng, mid + how[0], ground - how[1], how[2], how[3])
    u = f.eaves + 350 * (f.storeys - 1)
    x0, x1 = mid + f.house[0], mid + f.house[1]
    st.shade((x0, ground - u + 16), (x1, ground - u + 16), (x1, ground - u + 60), (x0, ground - u + 60), depth=0.7)
