"""How goods stand in a shop window: rows of things on shelves, and a few arrangements of their own."""
from dataclasses import dataclass, field

from paint import gradient, paint, poly, rect, tone, wash

# How much room a thing takes on a shelf, in hundredths of its height.
ROOM = {
    "loaf": 160,
    "long_loaf": 128,
    "basket": 176,
    "tart": 190,
    "cake": 118,
    "wheel": 152,
    "wedge": 132,
    "log": 66,
    "bottle": 40,
    "jar": 64,
    "gift": 112,
    "praline": 84,
    "cup": 120,
    "book": 17,
    "cover": 74,
    "pot": 92,
    "bucket": 88,
    "shoe": 162,
    "bag": 130,
    "key": 44,
    "yarn": 74,
    "spool": 46,
    "dummy": 72,
    "teddy": 80,
    "top": 100,
    "blocks": 112,
    "wooden_car": 132,
    "spectacles": 165,
    "watch": 66,
    "bust": 90,
    "vase": 90,
    "tool": 110,
    "tin": 60,
    "lamp_shade": 82,
    "chair": 66,
    "fish": 160,
    "vegetable": 86,
    "cone": 56,
    "plate": 215,
    "glass_of": 58,
    "crate": 130,
    "fries": 90,
}


@dataclass
class Put:
    """One thing to put on a shelf, k times the row's height."""

    draw: object
    args: tuple = ()
    k: float = 1.0
    options: dict = field(default_factory=dict)

    def room(self):
        return ROOM[self.draw.__name__] * self.k / 100


def put(draw, *args, k=1.0, **options):
    return Put(draw, args, k, options)


@dataclass
class Row:
    at: float  # where the shelf is: 0 the window's top, 1 its bottom
    size: float  # the height of things, as a part of the window's
    what: tuple
    gap: float = 0.12
    inset: float = 0.10  # shelves at the back are seen narrower
    board: object = "#8d6a47"  # the shelf's colour, None for none


def rows(*all_rows, back=None):
    """A display made of rows, back to front."""

    def display(st, x, y, w, h):
        if back:
            back(st, x, y, w, h)
        for row in all_rows:
            fill_row(st, x + w * row.inset, y + h * row.at, w * (1 - 2 * row.inset), h * row.size, row)

    return display


def fill_row(st, x, y, w, size, row):
    c, rng = st.c, st.rng
    if row.board:
        rect(c, x - 8, y, w + 16, 9)
        wash(c, gradient(0, y, 0, y + 9, tone(row.board, 0.25), tone(row.board, -0.35)))
        rect(c, x - 8, y + 9, w + 16, 16)
        wash(c, gradient(0, y + 9, 0, y + 25, ("#140e18", 0.4), ("#140e18", 0)))
    chosen, total, misses = [], 0, 0
    while misses < 6:  # what is left at the end may still hold a smaller thing
        item = rng.choice(row.what)
        k = rng.uniform(0.9, 1.06)
        need = item.room() * size * k + row.gap * size
        if total + need > w + row.gap * size:
            misses += 1
            continue
        chosen.append((item, k))
        total += need
    px = x + (w - total + row.gap * size) / 2
    for item, k in chosen:
        wide = item.room() * size * k
        item.draw(c, px + wide / 2, y, size * item.k * k, rng, *item.args, **item.options)
        px += wide + row.gap * size


def ledge(colour="#cdb690", depth=0.13):
    """The window's floor, a cloth or a plank that the first row stands on."""

    def back(st, x, y, w, h):
        poly(st.c, (x + w * 0.1, y + h * (1 - depth)), (x + w * 0.9, y + h * (1 - depth)), (x + w, y + h), (x, y + h))
        wash(st.c, gradient(0, y + h * (1 - depth), 0, y + h, tone(colour, -0.3), colour))

    return back


def tiles(colour="#e8e6dc", joint="#c4c4bd", size=26):
    """A tiled back wall."""

    def back(st, x, y, w, h):
        c = st.c
        rect(c, x + w * 0.1, y + h * 0.10, w * 0.8, h * 0.72)
        paint(c, colour, 0.85)
        for i in range(int(w * 0.8 / size) + 1):
            rect(c, x + w * 0.1 + i * size, y + h * 0.10, 1.2, h * 0.72)
            paint(c, joint)
        for i in range(int(h * 0.72 / size) + 1):
            rect(c, x + w * 0.1, y + h * 0.10 + i * size, w * 0.8, 1.2)
            paint(c, joint)
        ledge(tone(colour, -0.1))(st, x, y, w, h)

    return back
