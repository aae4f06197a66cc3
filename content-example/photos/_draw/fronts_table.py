"""The shop fronts: one row a picture. A display is built from rows of things, back to front."""
import food
import things
from displays import (Row, bar, drawers, empty_tables, flowers, fry_counter, hams, ice_counter, kettles, ledge, machines, mirrors, papered, pegboard, put,
                      rows, tiles)
from fronts import Front
from paint import ACCENT, BOTTLE, COCOA, CREAM, GOLD, INK, NAVY, OCHRE, OXBLOOD, PETROL, PLUM, ROSE, SAGE, SLATE, TERRACOTTA
import emblems
import streets

BREAD = rows(Row(.40, .22, (put(food.loaf), put(food.loaf, "#8a5a34"), put(food.long_loaf, k=.9)), gap=.14, board="#9a7448"),
             Row(.67, .20, (put(food.long_loaf), put(food.loaf, k=.95), put(food.cake, k=1.2)), gap=.14, board="#9a7448"),
             Row(.985, .27, (put(food.loaf, k=.95), put(food.basket), put(food.tart, k=.75)), gap=.08, inset=.03, board=None), back=ledge())
CHEESE = rows(Row(.38, .20, (put(food.wheel), put(food.wheel, "#c98a4a"), put(food.log, k=.9), put(food.wheel, "#e3c98c", h=60)), gap=.10),
              Row(.65, .20, (put(food.wheel, "#b5793f"), put(food.wedge), put(food.log), put(food.wheel, "#e6d3a6")), gap=.10),
              Row(.985, .30, (put(food.wheel, cut=True), put(food.wedge), put(food.wheel, "#c98a4a"), put(food.log, "#8d8a84", k=.8)), gap=.06, inset=.03,
                  board=None), back=ledge("#d8c6a0"))
BOOKS = rows(Row(.36, .21, (put(things.book, tall=92), put(things.book, thick=22), put(things.book, thick=12, tall=84), put(things.book, thick=19, tall=98)), gap=.01),
             Row(.62, .21, (put(things.book, tall=95), put(things.book, thick=21, tall=88), put(things.book, thick=13), put(things.book, thick=18, tall=80)), gap=.01),
             Row(.985, .30, (put(things.cover), put(things.cover), put(things.book, lying=True, k=.6), put(things.cover)), gap=.10, inset=.03, board=None),
             back=ledge("#b98f5c"))
CHOCOLATE = rows(Row(.38, .21, (put(food.gift), put(food.gift, "#e6d3b0", ribbon="#6b2730"), put(food.gift, "#43281f")), gap=.10, board="#c9a468"),
                 Row(.64, .18, (put(food.praline), put(food.praline, "#7a4a2c"), put(food.praline, "#e9d6b4")), gap=.10, board="#c9a468"),
                 Row(.985, .34, (put(food.gift), put(food.gift, "#9a3412"), put(food.cake, "#4a2a1e", "#e0b04a"), put(food.gift, "#e6d3b0", ribbon="#6b2730")),
                     gap=.10, inset=.03, board=None), back=ledge("#7a4a34"))
WINE = rows(*(Row(at, .27, tuple(put(food.bottle, colour, cap=cap) for colour, cap in (("#2f4a38", "#7a2430"), ("#4a3a28", "#d6a443"), ("#6b7a3c", "#2b2420"),
                                                                                    ("#3a2430", "#9a3412"), ("#c9b86a", "#e6d6b4"))), gap=.07, board="#5d4a3a")
              for at in (.36, .66)),
            Row(.985, .36, (put(food.bottle), put(food.bottle, "#6b7a3c", shape="burgundy"), put(food.glass_of, k=.8), put(food.bottle, "#3a2430"),
                            put(things.crate, food.log, k=.6)), gap=.12, inset=.03, board=None), back=ledge("#8d6a47"))
TOYS = rows(Row(.38, .24, (put(things.teddy), put(things.top, k=.8), put(things.blocks, k=.8), put(things.wooden_car)), gap=.12),
            Row(.66, .22, (put(things.wooden_car, "#2f6470"), put(things.top), put(things.teddy, "#d9c3a0"), put(things.cover)), gap=.12),
            Row(.985, .36, (put(things.teddy), put(things.blocks, k=.9), put(things.top), put(things.wooden_car, "#d6a443", k=.8)), gap=.08, inset=.03, board=None),
            back=ledge("#d9b98c"))
YARNS = tuple(put(things.yarn, colour) for colour in ("#b5536a", "#d6a443", "#2f6470", "#7f9170", "#e6d6b4", "#8a4a78", "#b0512f", "#46688a"))
SEWING = rows(Row(.30, .17, YARNS, gap=.02), Row(.50, .17, YARNS, gap=.02), Row(.70, .16, tuple(put(things.spool, p.args[0]) for p in YARNS), gap=.12),
              Row(.985, .46, (put(things.dummy), put(things.yarn, "#b5536a", k=.45), put(things.dummy, "#8a4a4a"), put(things.yarn, "#d6a443", k=.4)), gap=.10, inset=.05,
                  board=None), back=ledge("#d8c6b0"))
SHOES = rows(Row(.40, .17, (put(things.shoe), put(things.shoe, "#2b2420"), put(things.shoe, "#7a2f33")), gap=.10),
             Row(.68, .18, (put(things.shoe, "#8a5d35"), put(things.shoe), put(things.tin, "#9a3412")), gap=.10),
             Row(.985, .22, (put(things.shoe, "#9a3412", lace=CREAM), put(things.shoe, "#2f3440"), put(things.shoe, "#b5803f")), gap=.06, inset=.03, board=None),
             back=ledge("#b39a7a"))
BAGS = rows(Row(.44, .28, (put(things.bag), put(things.bag, "#5a3626"), put(things.bag, "#b5803f")), gap=.14, board="#6b4a32"),
            Row(.985, .42, (put(things.bag, "#8c5227"), put(things.bag, "#9a3412"), put(things.bag, "#3d2a20")), gap=.14, inset=.03, board=None), back=ledge("#a88a64"))
GLASSES = rows(*(Row(at, .10, tuple(put(things.spectacles, frame) for frame in ("#2b2420", "#7a2f33", "#2f6470", "#8a5d35")), gap=.35, board="#e6e2d8")
                 for at in (.30, .48, .66)),
               Row(.985, .17, (put(things.spectacles, "#9a3412"), put(things.spectacles, "#27385a")), gap=.3, inset=.05, board=None), back=ledge("#d5d6d0"))
PHARMACY = rows(Row(.36, .20, tuple(put(things.tin, t, w) for t, w in (("#e6e2d8", "Vit. C"), ("#7fb0a0", "Baume"), ("#d9a08e", "Crème"), ("#e6d6b4", "Sirop"))), gap=.14,
                    board="#dfe3dd"),
                Row(.62, .20, (put(things.tin, "#5f9a86", "Tisane"), put(food.bottle, "#8a5228", shape="jug", k=1.1), put(things.tin, "#e6e2d8", "Savon")), gap=.18,
                    board="#dfe3dd"),
                Row(.985, .30, (put(food.bottle, "#8a5228", shape="jug"), put(things.pot, "fern", "#e6e2d8"), put(things.tin, "#7fb0a0", "Thym")), gap=.2, inset=.05, board=None),
                back=ledge("#e2e6df"))
JEWELS = rows(Row(.44, .26, (put(things.bust), put(things.watch, k=.8), put(things.bust, "#5a2f36", "#e3bd6b")), gap=.16, board="#c9b68c"),
              Row(.985, .40, (put(things.bust, "#27385a", "#efe6d6"), put(things.watch, k=.7), put(things.bust, "#3a3440", "#e3bd6b"), put(things.watch, "#b9c0c4", k=.7)),
                  gap=.14, inset=.04, board=None), back=ledge("#c3ab8a"))
GROCERY = rows(Row(.34, .19, tuple(put(things.tin, t) for t in ("#b0402e", "#d6a443", "#2f6470", "#7f9170")) + (put(food.bottle, "#8a5228"),), gap=.06),
               Row(.58, .19, (put(food.jar, "#b0402e"), put(food.jar, "#d6a443"), put(food.jar, "#7f9170"), put(food.bottle, "#b06a3c"), put(things.tin)), gap=.06),
               Row(.80, .17, (put(food.jar, "#c9a468"), put(things.tin, "#9a3412"), put(food.bottle, "#6b7a3c")), gap=.06),
               Row(.985, .22, (put(things.crate, food.vegetable), put(food.vegetable, "apple", k=.6), put(food.long_loaf)), gap=.05, inset=.02, board=None),
               back=ledge("#a88a64"))
BULK = rows(Row(.34, .22, tuple(put(food.jar, t) for t in ("#c9a468", "#7a4a2c", "#b5602f", "#e6d6b4", "#7f9170", "#8a4a4a")), gap=.05, board="#b98f5c"),
            Row(.60, .22, tuple(put(food.jar, t) for t in ("#d6a443", "#5a3a28", "#a9b37a", "#e9e0c8", "#b0402e")), gap=.05, board="#b98f5c"),
            Row(.985, .30, (put(food.vegetable, "pumpkin"), put(food.vegetable, "leek", k=1.1), put(food.vegetable, "cabbage"), put(food.vegetable, "carrot")), gap=.04,
                inset=.02, board=None), back=ledge("#b98f5c"))
FISH = rows(Row(.44, .12, (put(food.bottle, "#dfe6d8"), put(food.jar, "#d9a08e")), gap=.2, board="#e6ecec"),
            Row(.76, .16, (put(food.fish), put(food.fish, "#b5846a"), put(food.fish, "#7d93a0")), gap=.05, inset=.06, board="#dfe8ea"),
            Row(.985, .19, (put(food.fish, "#7d93a0"), put(food.fish, "#c08a72"), put(food.fish)), gap=.03, inset=.02, board=None), back=tiles("#dfeaf0", "#aac6d4"))
ATTIC = rows(Row(.40, .26, (put(things.lamp_shade), put(things.vase), put(things.vase, "#6f8fa8"), put(things.book, lying=True, k=.6), put(things.tin)), gap=.12),
             Row(.985, .50, (put(things.chair), put(things.vase, "#b9a58a", k=.55), put(things.chair, "#5a3626"), put(things.lamp_shade, "#b06a5a", k=.8)), gap=.12, inset=.04,
                 board=None), back=ledge("#a08a6c"))
POTS = rows(Row(.6, .28, (put(things.vase), put(things.vase, "#7d93a0", shape="bowl"), put(things.vase, "#c9b9a0")), gap=.15), Row(.985, .4, (put(things.vase, "#8f9a86"),
            put(things.vase, "#b9a58a", shape="bowl")), gap=.15, inset=.05, board=None), back=ledge())
VINYL = rows(Row(.42, .26, (put(food.bottle, "#8a5228"), put(food.bottle, "#2f4a38"), put(food.bottle, "#c9b86a"), put(food.glass_of, "#c9742e", k=.8)), gap=.18, board="#5d3c28"),
             Row(.985, .34, (put(food.glass_of, "#b0402e"), put(food.bottle, "#3a2430"), put(food.glass_of, "#d6a443")), gap=.5, inset=.05, board="#5d3c28"))

MORNING = (("roofs", 205, -.10),)
LATE = (("roofs", 330, .17),)
HIGH = (("roofs", 90, -.05),)

# file: (hour, units, front)
FRONTS = {
    "boulangerie-du-bief-devanture": ("dawn", (1600, 1067), Front(
        "Boulangerie du Bief", [("win", 430, BREAD), ("door", 176), ("win", 300, BREAD)], "red", BOTTLE, number="12", lamps=3, street=streets.bakery,
        room="#a8825a", light=(("roofs", 560, -.16),))),
    "la-claie-devanture": ("morning", (1600, 1067), Front(
        "La Claie", [("door", 170), ("win", 560, CHEESE)], "white", "#b98a3c", hand="bookman", ink="#fdf3dc", awning=("#d9a441", CREAM), upper={"shutters": "#8f9a78", "n": 3},
        street=streets.cheese, room="#8a7358", light=MORNING, beside=("brown", "rose"), panes=(3, 0), house=(-640, 600))),
    "la-page-cornee-vitrine": ("late", (1600, 1067), Front(
        "La Page cornée", [("win", 330, BOOKS), ("door", 170), ("win", 330, BOOKS)], "brown", NAVY, hand="italic", panes=(3, 0), transom=.18, street=streets.books,
        room="#8d6a4a", light=LATE, upper={"flowers": "#b0402e", "n": 4}, beside=("cream", "dark"), blade=(1, NAVY, emblems.book))),
    "boucherie-hastray-devanture": ("noon", (1600, 1067), Front(
        "Boucherie Hastray", [("win", 520, hams), ("door", 170)], "cream", OXBLOOD, hand="school", awning=("#8f2a2c", "#f2e9d8"), room="#b5a58e", light=HIGH, panes=(2, 0),
        street=streets.butcher, upper={"n": 3, "shutters": "#7a3b36"}, beside=("red", "grey"), house=(-600, 620))),
    "chocolaterie-vandrisse-soir": ("dusk", (1600, 1067), Front(
        "Chocolaterie Vandrisse", [("win", 310, CHOCOLATE), ("door", 168), ("win", 430, CHOCOLATE)], "yellow", COCOA, hand="school-italic", room="#7a5038", lamps=4,
        upper={"style": "small", "n": 5, "w": 92}, beside=("red", "brown"), street=streets.evening_couple)),
    "estaminet-du-meunier-terrasse": ("dusk", (2000, 1333), Front(
        "L’Estaminet du Meunier", [("win", 300, bar), ("door", 170), ("win", 300, bar), ("win", 220, bar)], "dark", "#3f4a2e", hand="school", panes=(3, 0), transom=.3, room="#9a6a3c",
        upper={"flowers": "#c04a3a", "n": 5, "lit": .5}, beside=("cream", "red"), house=(-760, 780), street=streets.pub, lamps=4, blade=(-1, "#3f4a2e", emblems.mill), number="3")),
    "fleurs-et-mauvaises-herbes": ("morning", (1600, 1067), Front(
        "Fleurs & Mauvaises Herbes", [("win", 330, flowers), ("door", 170), ("win", 330, flowers)], "blue", "#4a6450", hand="chancery", spacing=.02, room="#7d8f78", street=streets.florist,
        light=(("leaves", -780, 640, 620, 420), ("roofs", 120, -.08)), upper={"n": 4, "shutters": "#56707a"}, beside=("orange", "cream"))),
    "a-contre-pente-atelier": ("noon", (1600, 1067), Front(
        "À CONTRE-PENTE", [("gate", 400, pegboard), ("door", 160), ("win", 330, pegboard)], "orange", "#33515c", style="stone", hand="gothic", lettering="wall", ink="#fff2d8", room="#9a8a70",
        street=streets.bikes, light=HIGH, panes=(4, 4), transom=0, upper={"n": 4, "style": "small"}, beside=("grey", "white"))),
    "cuillere-a-pot-etal": ("morning", (1600, 1067), Front(
        "La Cuillère à Pot", [("win", 420, BULK), ("door", 176), ("win", 250, BULK)], "green", "#a55a32", hand="gothic", spacing=.03, ink="#f8ead0", street=streets.greens, room="#8d7a58",
        awning=("#7f9170", CREAM), light=(("roofs", 160, -.14),), beside=("red", "white"))),
    "le-tire-bouchon-bleu": ("dusk", (1600, 1067), Front(
        "Le Tire-Bouchon bleu", [("win", 360, WINE), ("door", 170), ("win", 360, WINE)], "red", "#2f5580", hand="italic", ink="#f3e2b8", room="#6b4a3a", panes=(2, 0), street=streets.wine,
        beside=("white", "yellow"), upper={"n": 4, "shutters": "#2f5580"}, lamps=3)),
    "la-toupie-neige": ("snow", (1600, 1067), Front(
        "La Toupie", [("win", 400, TOYS), ("door", 176), ("win", 300, TOYS)], "rose", "#b8482f", hand="bookman", ink="#fbe9c0", room="#b58a58", street=streets.winter, power=1.0,
        beside=("brown", "blue"), upper={"n": 4, "lit": .6}, blade=(1, "#d6a443", emblems.top))),
    "fil-en-quatre-mercerie": ("late", (1600, 1067), Front(
        "Fil en Quatre", [("door", 166), ("win", 520, SEWING)], "pale", "#8d4a5c", hand="school-italic", ink="#f8e3cf", room="#b59a86", light=LATE, street=streets.pots, panes=(2, 0),
        house=(-560, 600), upper={"n": 3, "flowers": "#c77a94"}, beside=("red", "ochre"))),
    "au-lacet-rouge": ("morning", (1600, 1067), Front(
        "Au Lacet rouge", [("win", 330, SHOES), ("door", 168)], "grey", "#96302a", hand="roman", room="#8a7560", street=streets.cobbler, light=MORNING, house=(-430, 440),
        beside=("red", "yellow"), upper={"n": 2}, blade=(1, "#96302a", emblems.key))),
    "tan-et-tranchet-vitrine": ("late", (1600, 1067), Front(
        "TAN & TRANCHET", [("win", 330, BAGS), ("door", 170), ("win", 330, BAGS)], "dark", "#2f2b2a", style="arch", hand="gothic", lettering="wall", ink="#e6c99a", room="#8a6a48", panes=(4, 4),
        transom=0, light=(("roofs", 420, .20),), upper={"n": 4, "style": "small", "anchors": True}, street=streets.pots, beside=("brown", "red"))),
    "brasserie-de-la-vernelle": ("late", (2000, 1333), Front(
        "BRASSERIE DE LA VERNELLE", [("win", 330, kettles), ("gate", 330, kettles), ("win", 330, kettles)], "red", "#37453c", style="arch", hand="gothic", lettering="wall", ink="#f5e3b8",
        room="#a88f70", panes=(4, 5), transom=0, light=(("roofs", 300, .14),), house=(-800, 800), upper={"n": 6, "style": "small", "w": 96}, street=streets.brewery,
        beside=("brown", "grey"))),
    "quincaillerie-delvaillant": ("noon", (1600, 1067), Front(
        "QUINCAILLERIE DELVAILLANT", [("win", 300, drawers), ("win", 300, pegboard), ("door", 180), ("win", 300, drawers)], "ochre", "#3d4a3a", hand="gothic", ink="#f3dfa8", room="#8a7358",
        light=HIGH, street=streets.hardware, upper={"n": 5, "style": "small", "w": 120}, beside=("red", "white"), house=(-740, 740), transom=.24)),
    "pharmacie-du-moulin-pluie": ("rain", (1600, 1067), Front(
        "Pharmacie du Moulin", [("win", 330, PHARMACY), ("door", 180), ("win", 330, PHARMACY)], "pale", "#3f7560", hand="roman", ink="#f6f3e4", room="#b9bda9", street=streets.pharmacy,
        beside=("red", "brown"), upper={"n": 4, "shutters": "#5f8574"}, power=.95)),
    "optique-des-deux-rives": ("noon", (1600, 1067), Front(
        "OPTIQUE DES DEUX RIVES", [("win", 420, GLASSES), ("door", 170), ("win", 260, GLASSES)], "grey", "#3b424c", hand="gothic-light", ink="#eef0ee", room="#b9b6ac", light=HIGH, panes=(2, 0),
        transom=0, street=streets.pots, beside=("orange", "white"), upper={"n": 4, "style": "plain", "frame": "#4a515b"})),
    "poissonnerie-l-ablette": ("morning", (1600, 1067), Front(
        "Poissonnerie L’Ablette", [("win", 500, FISH), ("door", 172)], "white", "#2f6f8a", hand="bookman", ink="#f6efdc", awning=("#3c7f9a", "#f2efe4"), room="#9ab4bc", street=streets.fishmonger,
        light=MORNING, house=(-580, 600), upper={"n": 3, "shutters": "#3c7f9a"}, beside=("brown", "dark"))),
    "glacier-frimas-ete": ("noon", (1600, 1067), Front(
        "Glacier Frimas", [("win", 460, ice_counter), ("door", 170)], "pink", "#6fa39a", hand="chancery", spacing=.02, ink="#fff6e2", awning=("#e8a48f", "#fbf1de"), room="#d9b9a0",
        street=streets.summer, light=(("leaves", 180, 620, 560, 420),), house=(-560, 580), upper={"n": 3, "shutters": "#7fb0a6"}, beside=("yellow", "white"))),
    "friterie-la-meule-nuit": ("night", (1600, 1067), Front(
        "FRITERIE LA MEULE", [("win", 620, fry_counter), ("door", 160)], "dark", "#b5402b", hand="gothic", ink="#ffe2a0", room="#d9b98c", panes=(1, 0), transom=0, power=1.1, lamps=4,
        street=streets.night_queue, beside=("brown", "red"), upper={"n": 4, "lit": .3}, house=(-640, 660))),
    "epicerie-soir-et-matin": ("night", (1600, 1067), Front(
        "Épicerie Soir & Matin", [("win", 380, GROCERY), ("door", 176), ("win", 280, GROCERY)], "grey", "#3c6a52", hand="narrow", ink="#fff0c8", room="#a08a64", power=1.05, street=streets.grocer,
        beside=("cream", "dark"), upper={"n": 4, "lit": .5}, awning=("#3c6a52", "#d9c79a"))),
    "la-vanne-quai": ("overcast", (1600, 1067), Front(
        "La Vanne", [("win", 300, empty_tables), ("door", 168), ("win", 300, empty_tables)], "sage", "#49566a", hand="italic", ink="#f0e6d0", room="#8d8a80", street=streets.works,
        beside=("white", "red"), upper={"n": 4, "shutters": "#6a7686"}, power=.25)),
    "bijouterie-tissandre": ("dusk", (1600, 1067), Front(
        "Bijouterie Tissandre", [("win", 270, JEWELS), ("door", 160), ("win", 270, JEWELS)], "rose", "#23352f", hand="school", room="#5a4636", house=(-520, 520), upper={"n": 3, "style": "french"},
        beside=("yellow", "brown"), street=streets.quiet, lamps=2)),
    "chez-nadege-salon": ("late", (1600, 1067), Front(
        "Chez Nadège", [("win", 460, mirrors), ("door", 168)], "yellow", "#7c5a78", hand="chancery", spacing=.02, ink="#fbeede", room="#c9aa9c", light=LATE, street=streets.hairdresser,
        house=(-500, 520), upper={"n": 2, "flowers": "#d99aae"}, beside=("red", "blue"))),
    "le-grenier-de-lise": ("morning", (1600, 1067), Front(
        "Le Grenier de Lise", [("gate", 330, ATTIC), ("door", 160), ("win", 270, ATTIC)], "brown", "#6a7f86", style="stone", hand="school-italic", room="#8a7a62", street=streets.attic, lettering="board",
        light=(("leaves", -780, 640, 560, 400), ("roofs", 130, -.12)), panes=(2, 3), transom=0, beside=("rose", "red"), upper={"n": 4})),
    "outiltheque-du-moulin": ("overcast", (1600, 1067), Front(
        "L’OUTILTHÈQUE", [("gate", 520, pegboard), ("door", 170)], "red", "#c9742e", style="stone", hand="gothic", lettering="wall", ink="#ffe9c4", room="#a8957a", street=streets.tools, panes=(3, 3),
        transom=0, beside=("white", "brown"), upper={"n": 4, "style": "small"}, power=.9)),
    "lavoir-bulles-nuit": ("rain", (1600, 1067), Front(
        "LAVOIR BULLES", [("win", 560, machines), ("door", 170)], "blue", "#2f7a86", hand="gothic", ink="#eefaf6", room="#b9d0cc", panes=(2, 0), transom=0, power=1.2, street=streets.launderette,
        beside=("brown", "red"), upper={"n": 4, "lit": .25}, house=(-600, 620))),
    "terres-d-elise-bientot": ("overcast", (1600, 1067), Front(
        "Terres d’Élise", [("win", 400, papered("Bientôt ici")), ("door", 168)], "orange", "#5a6b62", hand="italic", ink="#f1e2c4", room="#a8906c", street=streets.kiln, power=.5,
        house=(-480, 500), upper={"n": 2}, beside=("dark", "cream"))),
}
