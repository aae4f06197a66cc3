"""What each shop shows in its windows: rows of things, back to front (see displays.py)."""
import drinks
import food
import things
import tools
from displays import Row, ledge, put, rows, tiles
from paint import CREAM

# fmt: off
BREAD = rows(
    Row(.40, .22, (put(food.loaf), put(food.loaf, "#8a5a34"), put(food.long_loaf, k=.9)), gap=.14, board="#9a7448"),
    Row(.67, .20, (put(food.long_loaf), put(food.loaf, k=.95), put(food.cake, k=1.2)), gap=.14, board="#9a7448"),
    Row(.985, .27, (put(food.loaf, k=.95), put(food.basket), put(food.tart, k=.75)), gap=.08, inset=.03, board=None),
    back=ledge())
CHEESE = rows(
    Row(.38, .20, (put(food.wheel), put(food.wheel, "#c98a4a"), put(food.log, k=.9), put(food.wheel, "#e3c98c",
        h=60)), gap=.10),
    Row(.65, .20, (put(food.wheel, "#b5793f"), put(food.wedge), put(food.log), put(food.wheel, "#e6d3a6")), gap=.10),
    Row(.985, .30, (put(food.wheel, cut=True), put(food.wedge), put(food.wheel, "#c98a4a"), put(food.log, "#8d8a84",
        k=.8)), gap=.06, inset=.03, board=None),
    back=ledge("#d8c6a0"))
BOOKS = rows(
    Row(.36, .21, (put(things.book, tall=92), put(things.book, thick=22), put(things.book, thick=12, tall=84),
        put(things.book, thick=19, tall=98)), gap=.01),
    Row(.62, .21, (put(things.book, tall=95), put(things.book, thick=21, tall=88), put(things.book, thick=13),
        put(things.book, thick=18, tall=80)), gap=.01),
    Row(.985, .30, (put(things.cover), put(things.cover), put(things.book, lying=True, k=.6), put(things.cover)),
        gap=.10, inset=.03, board=None),
    back=ledge("#b98f5c"))
CHOCOLATE = rows(
    Row(.38, .21, (put(food.gift), put(food.gift, "#e6d3b0", ribbon="#6b2730"), put(food.gift, "#43281f")), gap=.10,
        board="#c9a468"),
    Row(.64, .18, (put(food.praline), put(food.praline, "#7a4a2c"), put(food.praline, "#e9d6b4")), gap=.10,
        board="#c9a468"),
    Row(.985, .34, (put(food.gift), put(food.gift, "#9a3412"), put(food.cake, "#4a2a1e", "#e0b04a"), put(food.gift,
        "#e6d3b0", ribbon="#6b2730")), gap=.10, inset=.03, board=None),
    back=ledge("#7a4a34"))
WINE = rows(
    *(Row(at, .27, tuple(put(drinks.bottle, colour, cap=cap) for colour, cap in (("#2f4a38", "#7a2430"), ("#4a3a28",
        "#d6a443"), ("#6b7a3c", "#2b2420"), ("#3a2430", "#9a3412"), ("#c9b86a", "#e6d6b4"))), gap=.07,
        board="#5d4a3a") for at in (.36, .66)),
    Row(.985, .36, (put(drinks.bottle), put(drinks.bottle, "#6b7a3c", shape="burgundy"), put(drinks.glass_of, k=.8),
        put(drinks.bottle, "#3a2430"), put(tools.crate, food.log, k=.6)), gap=.12, inset=.03, board=None),
    back=ledge("#8d6a47"))
TOYS = rows(
    Row(.38, .24, (put(things.teddy), put(things.top, k=.8), put(things.blocks, k=.8), put(things.wooden_car)),
        gap=.12),
    Row(.66, .22, (put(things.wooden_car, "#2f6470"), put(things.top), put(things.teddy, "#d9c3a0"),
        put(things.cover)), gap=.12),
    Row(.985, .36, (put(things.teddy), put(things.blocks, k=.9), put(things.top), put(things.wooden_car, "#d6a443",
        k=.8)), gap=.08, inset=.03, board=None),
    back=ledge("#d9b98c"))
YARNS = tuple(put(things.yarn, colour) for colour in ("#b5536a", "#d6a443", "#2f6470", "#7f9170", "#e6d6b4", "#8a4a78",
                                                       "#b0512f", "#46688a"))
SEWING = rows(
    Row(.30, .17, YARNS, gap=.02),
    Row(.50, .17, YARNS, gap=.02),
    Row(.70, .16, tuple(put(things.spool, p.args[0]) for p in YARNS), gap=.12),
    Row(.985, .46, (put(things.dummy), put(things.yarn, "#b5536a", k=.45), put(things.dummy, "#8a4a4a"),
        put(things.yarn, "#d6a443", k=.4)), gap=.10, inset=.05, board=None),
    back=ledge("#d8c6b0"))
SHOES = rows(
    Row(.40, .17, (put(things.shoe), put(things.shoe, "#2b2420"), put(things.shoe, "#7a2f33")), gap=.10),
    Row(.68, .18, (put(things.shoe, "#8a5d35"), put(things.shoe), put(tools.tin, "#9a3412")), gap=.10),
    Row(.985, .22, (put(things.shoe, "#9a3412", lace=CREAM), put(things.shoe, "#2f3440"), put(things.shoe,
        "#b5803f")), gap=.06, inset=.03, board=None),
    back=ledge("#b39a7a"))
BAGS = rows(
    Row(.44, .28, (put(things.bag), put(things.bag, "#5a3626"), put(things.bag, "#b5803f")), gap=.14,
        board="#6b4a32"),
    Row(.985, .42, (put(things.bag, "#8c5227"), put(things.bag, "#9a3412"), put(things.bag, "#3d2a20")), gap=.14,
        inset=.03, board=None),
    back=ledge("#a88a64"))
GLASSES = rows(
    *(Row(at, .10, tuple(put(things.spectacles, frame) for frame in ("#2b2420", "#7a2f33", "#2f6470", "#8a5d35")),
        gap=.35, board="#e6e2d8") for at in (.30, .48, .66)),
    Row(.985, .17, (put(things.spectacles, "#9a3412"), put(things.spectacles, "#27385a")), gap=.3, inset=.05,
        board=None),
    back=ledge("#d5d6d0"))
PHARMACY = rows(
    Row(.36, .20, tuple(put(tools.tin, t, w) for t, w in (("#e6e2d8", "Vit. C"), ("#7fb0a0", "Baume"), ("#d9a08e",
        "Crème"), ("#e6d6b4", "Sirop"))), gap=.14, board="#dfe3dd"),
    Row(.62, .20, (put(tools.tin, "#5f9a86", "Tisane"), put(drinks.bottle, "#8a5228", shape="jug", k=1.1),
        put(tools.tin, "#e6e2d8", "Savon")), gap=.18, board="#dfe3dd"),
    Row(.985, .30, (put(drinks.bottle, "#8a5228", shape="jug"), put(tools.pot, "fern", "#e6e2d8"), put(tools.tin,
        "#7fb0a0", "Thym")), gap=.2, inset=.05, board=None),
    back=ledge("#e2e6df"))
JEWELS = rows(
    Row(.44, .26, (put(things.bust), put(things.watch, k=.8), put(things.bust, "#5a2f36", "#e3bd6b")), gap=.16,
        board="#c9b68c"),
    Row(.985, .40, (put(things.bust, "#27385a", "#efe6d6"), put(things.watch, k=.7), put(things.bust, "#3a3440",
        "#e3bd6b"), put(things.watch, "#b9c0c4", k=.7)), gap=.14, inset=.04, board=None),
    back=ledge("#c3ab8a"))
GROCERY = rows(
    Row(.34, .19, tuple(put(tools.tin, t) for t in ("#b0402e", "#d6a443", "#2f6470", "#7f9170")) + (put(drinks.bottle,
        "#8a5228"),), gap=.06),
    Row(.58, .19, (put(drinks.jar, "#b0402e"), put(drinks.jar, "#d6a443"), put(drinks.jar, "#7f9170"),
        put(drinks.bottle, "#b06a3c"), put(tools.tin)), gap=.06),
    Row(.80, .17, (put(drinks.jar, "#c9a468"), put(tools.tin, "#9a3412"), put(drinks.bottle, "#6b7a3c")), gap=.06),
    Row(.985, .22, (put(tools.crate, food.vegetable), put(food.vegetable, "apple", k=.6), put(food.long_loaf)),
        gap=.05, inset=.02, board=None),
    back=ledge("#a88a64"))
BULK = rows(
    Row(.34, .22, tuple(put(drinks.jar, t) for t in ("#c9a468", "#7a4a2c", "#b5602f", "#e6d6b4", "#7f9170",
        "#8a4a4a")), gap=.05, board="#b98f5c"),
    Row(.60, .22, tuple(put(drinks.jar, t) for t in ("#d6a443", "#5a3a28", "#a9b37a", "#e9e0c8", "#b0402e")), gap=.05,
        board="#b98f5c"),
    Row(.985, .30, (put(food.vegetable, "pumpkin"), put(food.vegetable, "leek", k=1.1), put(food.vegetable,
        "cabbage"), put(food.vegetable, "carrot")), gap=.04, inset=.02, board=None),
    back=ledge("#b98f5c"))
FISH = rows(
    Row(.44, .12, (put(drinks.bottle, "#dfe6d8"), put(drinks.jar, "#d9a08e")), gap=.2, board="#e6ecec"),
    Row(.76, .16, (put(food.fish), put(food.fish, "#b5846a"), put(food.fish, "#7d93a0")), gap=.05, inset=.06,
        board="#dfe8ea"),
    Row(.985, .19, (put(food.fish, "#7d93a0"), put(food.fish, "#c08a72"), put(food.fish)), gap=.03, inset=.02,
        board=None),
    back=tiles("#dfeaf0", "#aac6d4"))
ATTIC = rows(
    Row(.40, .26, (put(tools.lamp_shade), put(tools.vase), put(tools.vase, "#6f8fa8"), put(things.book, lying=True,
        k=.6), put(tools.tin)), gap=.12),
    Row(.985, .50, (put(tools.chair), put(tools.vase, "#b9a58a", k=.55), put(tools.chair, "#5a3626"),
        put(tools.lamp_shade, "#b06a5a", k=.8)), gap=.12, inset=.04, board=None),
    back=ledge("#a08a6c"))
VINYL = rows(
    Row(.42, .26, (put(drinks.bottle, "#8a5228"), put(drinks.bottle, "#2f4a38"), put(drinks.bottle, "#c9b86a"),
        put(drinks.glass_of, "#c9742e", k=.8)), gap=.18, board="#5d3c28"),
    Row(.985, .34, (put(drinks.glass_of, "#b0402e"), put(drinks.bottle, "#3a2430"), put(drinks.glass_of, "#d6a443")),
        gap=.5, inset=.05, board="#5d3c28"))
