"""The shop fronts: one row a picture."""
import emblems
import streets
from fronts import Front
from goods import (BREAD, CHEESE, BOOKS, CHOCOLATE, WINE, TOYS, SEWING, SHOES, BAGS, GLASSES, PHARMACY, JEWELS, GROCERY,
                   BULK, FISH, ATTIC, VINYL)
from interiors import (bar, drawers, empty_tables, flowers, fry_counter, hams, hung_bicycles, ice_counter, kettles,
                       kitchen, machines, mirrors, papered, pegboard)
from paint import BOTTLE, COCOA, CREAM, NAVY, OXBLOOD

# fmt: off
MORNING = (("roofs", 205, -.10),)
LATE = (("roofs", 330, .17),)
HIGH = (("roofs", 90, -.05),)

# file: (hour, units, front)
FRONTS = {
    "boulangerie-du-bief-devanture": ("dawn", (1600, 1067), Front(
        "Boulangerie du Bief", [("win", 430, BREAD), ("door", 176), ("win", 300, BREAD)], "red", BOTTLE, number="12",
        lamps=3, street=streets.bakery, room="#a8825a", light=(("roofs", 560, -.16),), view=(1.18, 30, -60))),
    "la-claie-devanture": ("morning", (1600, 1067), Front(
        "La Claie", [("door", 170), ("win", 560, CHEESE)], "white", "#b98a3c", hand="bookman", ink="#fdf3dc",
        awning=("#d9a441", CREAM), upper={"shutters": "#8f9a78", "n": 3}, street=streets.cheese, room="#8a7358",
        light=MORNING, beside=("brown", "rose"), panes=(3, 0), house=(-640, 600), view=(1.3, 60, -90))),
    "la-page-cornee-vitrine": ("late", (1600, 1067), Front(
        "La Page cornée", [("win", 330, BOOKS), ("door", 170), ("win", 330, BOOKS)], "brown", NAVY, hand="italic",
        panes=(3, 0), transom=.18, street=streets.books, room="#8d6a4a", light=LATE, upper={"flowers": "#b0402e",
        "n": 4}, beside=("cream", "dark"), blade=(1, NAVY, emblems.book), view=(1.5, -150, -90))),
    "boucherie-hastray-devanture": ("noon", (1600, 1067), Front(
        "Boucherie Hastray", [("win", 520, hams), ("door", 170)], "cream", OXBLOOD, hand="school", awning=("#8f2a2c",
        "#f2e9d8"), room="#b5a58e", light=HIGH, panes=(2, 0), street=streets.butcher, upper={"n": 3,
        "shutters": "#7a3b36"}, beside=("red", "grey"), house=(-600, 620), view=(1.32, -40, -100))),
    "chocolaterie-vandrisse-soir": ("dusk", (1600, 1067), Front(
        "Chocolaterie Vandrisse", [("win", 310, CHOCOLATE), ("door", 168), ("win", 430, CHOCOLATE)], "yellow", COCOA,
        hand="school-italic", room="#7a5038", lamps=4, upper={"style": "small", "n": 5, "w": 92}, beside=("red",
        "brown"), street=streets.evening_couple, view=(1.25, -60, -80))),
    "estaminet-du-meunier-terrasse": ("dusk", (2000, 1333), Front(
        "L’Estaminet du Meunier", [("win", 300, bar), ("door", 170), ("win", 300, bar), ("win", 220, bar)], "dark",
        "#3f4a2e", hand="school", panes=(3, 0), transom=.3, room="#9a6a3c", upper={"flowers": "#c04a3a", "n": 5,
        "lit": .5}, beside=("cream", "red"), house=(-760, 780), street=streets.pub, lamps=4, blade=(-1, "#3f4a2e",
        emblems.mill), number="3")),
    "fleurs-et-mauvaises-herbes": ("morning", (1600, 1067), Front(
        "Fleurs & Mauvaises Herbes", [("win", 330, flowers), ("door", 170), ("win", 330, flowers)], "blue", "#4a6450",
        hand="chancery", spacing=.02, room="#7d8f78", street=streets.florist, light=(("leaves", -780, 640, 620, 420),
        ("roofs", 120, -.08)), upper={"n": 4, "shutters": "#56707a"}, beside=("orange", "cream"), view=(1.3, -40,
        -120))),
    "a-contre-pente-atelier": ("noon", (1600, 1067), Front(
        "À CONTRE-PENTE", [("gate", 400, hung_bicycles), ("door", 160), ("win", 330, hung_bicycles)], "orange",
        "#33515c", style="stone", hand="gothic", lettering="wall", ink="#fff2d8", room="#9a8a70",
        street=streets.bikes, light=HIGH, panes=(4, 4), transom=0, upper={"n": 4, "style": "small"}, beside=("grey",
        "white"), view=(1.12, 20, -60))),
    "cuillere-a-pot-etal": ("morning", (1600, 1067), Front(
        "La Cuillère à Pot", [("win", 420, BULK), ("door", 176), ("win", 250, BULK)], "green", "#a55a32",
        hand="gothic", spacing=.03, ink="#f8ead0", street=streets.greens, room="#8d7a58", awning=("#7f9170", CREAM),
        light=(("roofs", 160, -.14),), beside=("red", "white"), view=(1.4, -140, -160))),
    "le-tire-bouchon-bleu": ("dusk", (1600, 1067), Front(
        "Le Tire-Bouchon bleu", [("win", 360, WINE), ("door", 170), ("win", 360, WINE)], "red", "#2f5580",
        hand="italic", ink="#f3e2b8", room="#6b4a3a", panes=(2, 0), street=streets.wine, beside=("white", "yellow"),
        upper={"n": 4, "shutters": "#2f5580"}, lamps=3, view=(1.5, -200, -130))),
    "la-toupie-neige": ("snow", (1600, 1067), Front(
        "La Toupie", [("win", 400, TOYS), ("door", 176), ("win", 300, TOYS)], "rose", "#b8482f", hand="bookman",
        ink="#fbe9c0", room="#b58a58", street=streets.winter, power=1.0, beside=("brown", "blue"), upper={"n": 4,
        "lit": .6}, blade=(1, "#d6a443", emblems.top), view=(1.15, -60, -60))),
    "fil-en-quatre-mercerie": ("late", (1600, 1067), Front(
        "Fil en Quatre", [("door", 166), ("win", 520, SEWING)], "pale", "#8d4a5c", hand="school-italic",
        ink="#f8e3cf", room="#b59a86", light=LATE, street=streets.pots, panes=(2, 0), house=(-560, 600),
        upper={"n": 3, "flowers": "#c77a94"}, beside=("red", "ochre"), view=(1.35, 110, -110))),
    "au-lacet-rouge": ("morning", (1067, 1600), Front(
        "Au Lacet rouge", [("win", 330, SHOES), ("door", 168)], "grey", "#96302a", hand="roman", room="#8a7560",
        street=streets.cobbler, light=MORNING, house=(-400, 410), storeys=2, beside=("red", "yellow"), upper={"n": 2},
        blade=(1, "#96302a", emblems.key))),
    "tan-et-tranchet-vitrine": ("late", (1600, 1067), Front(
        "TAN & TRANCHET", [("win", 330, BAGS), ("door", 170), ("win", 330, BAGS)], "dark", "#2f2b2a", style="arch",
        hand="gothic", lettering="wall", ink="#e6c99a", room="#8a6a48", panes=(4, 4), transom=0, light=(("roofs", 420,
        .20),), upper={"n": 4, "style": "small", "anchors": True}, street=streets.pots, beside=("brown", "red"),
        view=(1.2, 0, -60))),
    "brasserie-de-la-vernelle": ("late", (2000, 1333), Front(
        "BRASSERIE DE LA VERNELLE", [("win", 330, kettles), ("gate", 330, kettles), ("win", 330, kettles)], "red",
        "#37453c", style="arch", hand="gothic", lettering="wall", ink="#f5e3b8", room="#a88f70", panes=(4, 5),
        transom=0, light=(("roofs", 300, .14),), house=(-800, 800), upper={"n": 6, "style": "small", "w": 96},
        street=streets.brewery, beside=("brown", "grey"))),
    "quincaillerie-delvaillant": ("noon", (1960, 1307), Front(
        "QUINCAILLERIE DELVAILLANT", [("win", 300, drawers), ("win", 300, pegboard), ("door", 180), ("win", 300,
        drawers)], "ochre", "#3d4a3a", hand="gothic", ink="#f3dfa8", room="#8a7358", light=HIGH,
        street=streets.hardware, upper={"n": 5, "style": "small", "w": 120}, beside=("red", "white"), house=(-740,
        740), transom=.24)),
    "pharmacie-du-moulin-pluie": ("rain", (1600, 1067), Front(
        "Pharmacie du Moulin", [("win", 330, PHARMACY), ("door", 180), ("win", 330, PHARMACY)], "pale", "#3f7560",
        hand="roman", ink="#f6f3e4", room="#b9bda9", street=streets.pharmacy, beside=("red", "brown"), upper={"n": 4,
        "shutters": "#5f8574"}, power=.95, view=(1.12, 80, -60))),
    "optique-des-deux-rives": ("noon", (1600, 1067), Front(
        "OPTIQUE DES DEUX RIVES", [("win", 420, GLASSES), ("door", 170), ("win", 260, GLASSES)], "grey", "#3b424c",
        hand="gothic-light", ink="#eef0ee", room="#b9b6ac", light=HIGH, panes=(2, 0), transom=0, street=streets.pots,
        beside=("orange", "white"), upper={"n": 4, "style": "plain", "frame": "#4a515b"}, view=(1.4, -100, -100))),
    "poissonnerie-l-ablette": ("morning", (1600, 1067), Front(
        "Poissonnerie L’Ablette", [("win", 500, FISH), ("door", 172)], "white", "#2f6f8a", hand="bookman",
        ink="#f6efdc", awning=("#3c7f9a", "#f2efe4"), room="#9ab4bc", street=streets.fishmonger, light=MORNING,
        house=(-580, 600), upper={"n": 3, "shutters": "#3c7f9a"}, beside=("brown", "dark"), view=(1.25, -60, -100))),
    "glacier-frimas-ete": ("noon", (2000, 1333), Front(
        "Glacier Frimas", [("win", 460, ice_counter), ("door", 170)], "pink", "#6fa39a", hand="chancery", spacing=.02,
        ink="#fff6e2", awning=("#e8a48f", "#fbf1de"), room="#d9b9a0", street=streets.summer, light=(("leaves", 180,
        620, 560, 420),), house=(-560, 580), upper={"n": 3, "shutters": "#7fb0a6"}, beside=("yellow", "white"))),
    "friterie-la-meule-nuit": ("night", (1600, 1067), Front(
        "FRITERIE LA MEULE", [("win", 620, fry_counter), ("door", 160)], "dark", "#b5402b", hand="gothic",
        ink="#ffe2a0", room="#d9b98c", panes=(1, 0), transom=0, power=1.1, lamps=4, street=streets.night_queue,
        beside=("brown", "red"), upper={"n": 4, "lit": .3}, house=(-640, 660), view=(1.3, 0, -100))),
    "epicerie-soir-et-matin": ("night", (1600, 1067), Front(
        "Épicerie Soir & Matin", [("win", 380, GROCERY), ("door", 176), ("win", 280, GROCERY)], "grey", "#3c6a52",
        hand="narrow", ink="#fff0c8", room="#a08a64", power=1.05, street=streets.grocer, lamps=3, beside=("cream",
        "dark"), upper={"n": 4, "lit": .5}, awning=("#3c6a52", "#d9c79a"), view=(1.22, 0, -80))),
    "la-vanne-quai": ("morning", (1800, 1200), Front(
        "La Vanne", [("win", 300, empty_tables), ("door", 168), ("win", 300, empty_tables)], "sage", "#49566a",
        hand="italic", ink="#f0e6d0", room="#8d8a80", street=streets.works, beside=("white", "red"), upper={"n": 4,
        "shutters": "#6a7686"}, power=.4, quay=120, ground=370, card="fermé", light=(("leaves", -700, 640, 560, 420),
        ), view=(1.12, 0, -40))),
    "le-sas-soir": ("dusk", (2200, 1467), Front(
        "LE SAS", [("win", 250, VINYL), ("door", 170), ("win", 250, VINYL)], "white", "#2b3f4c", style="stone",
        hand="gothic-light", spacing=.3, ink="#ffb27a", lettering="wall", room="#7a4a34", beside=("trees", "trees"),
        house=(-560, 560), upper={"n": 4, "lit": .4, "shutters": "#2b3f4c", "h": 220}, eaves=940, quay=120,
        ground=380, street=streets.lock_bar, panes=(2, 3), transom=0, power=1.0, neon=True)),
    "gite-de-l-eclusier": ("morning", (2200, 1467), Front(
        "Gîte de l’Éclusier", [("win", 190, kitchen), ("door", 170), ("win", 190, kitchen)], "cream", "#54705c",
        style="stone", hand="school-italic", lettering="wall", ink="#54705c", room="#b5a58e", beside=("trees",
        "trees"), house=(-520, 520), upper={"n": 3, "shutters": "#54705c", "flowers": "#c9556b", "h": 220}, eaves=940,
        quay=120, ground=390, card="", street=streets.boat, panes=(2, 3), transom=0, light=(("leaves", -560, 900, 520,
        420),), roof="#8a4f3d", spacing=.02)),
    "bijouterie-tissandre": ("dusk", (1600, 1067), Front(
        "Bijouterie Tissandre", [("win", 270, JEWELS), ("door", 160), ("win", 270, JEWELS)], "rose", "#23352f",
        hand="school", room="#5a4636", house=(-520, 520), upper={"n": 3, "style": "french"}, beside=("yellow",
        "brown"), street=streets.quiet, lamps=2, view=(1.5, 30, -120))),
    "chez-nadege-salon": ("late", (1600, 1067), Front(
        "Chez Nadège", [("win", 460, mirrors), ("door", 168)], "yellow", "#7c5a78", hand="chancery", spacing=.02,
        ink="#fbeede", room="#c9aa9c", light=LATE, street=streets.hairdresser, house=(-500, 520), upper={"n": 2,
        "flowers": "#d99aae"}, beside=("red", "blue"), view=(1.4, -40, -110))),
    "le-grenier-de-lise": ("morning", (1600, 1067), Front(
        "Le Grenier de Lise", [("gate", 330, ATTIC), ("door", 160), ("win", 270, ATTIC)], "brown", "#6a7f86",
        style="stone", hand="school-italic", room="#8a7a62", street=streets.attic, lettering="board",
        light=(("leaves", -780, 640, 560, 400), ("roofs", 130, -.12)), panes=(2, 3), transom=0, beside=("rose",
        "red"), upper={"n": 4}, view=(1.22, 0, -80))),
    "outiltheque-du-moulin": ("overcast", (1600, 1067), Front(
        "L’OUTILTHÈQUE", [("gate", 520, pegboard), ("door", 170)], "red", "#c9742e", style="stone", hand="gothic",
        lettering="wall", ink="#ffe9c4", room="#a8957a", street=streets.lending, panes=(3, 3), transom=0,
        beside=("white", "brown"), upper={"n": 4, "style": "small"}, power=.9, view=(1.25, -40, -80))),
    "lavoir-bulles-nuit": ("rain", (1600, 1067), Front(
        "LAVOIR BULLES", [("win", 560, machines), ("door", 170)], "blue", "#2f7a86", hand="gothic", ink="#eefaf6",
        room="#b9d0cc", panes=(2, 0), transom=0, power=1.2, street=streets.launderette, beside=("brown", "red"),
        upper={"n": 4, "lit": .25}, house=(-600, 620), view=(1.3, 20, -100))),
    "terres-d-elise-bientot": ("overcast", (1600, 1067), Front(
        "Terres d’Élise", [("win", 400, papered("Bientôt ici")), ("door", 168)], "orange", "#5a6b62", hand="italic",
        ink="#f1e2c4", room="#a8906c", street=streets.kiln, power=.5, panes=(1, 0), transom=0, card="", house=(-480,
        500), upper={"n": 2}, beside=("dark", "cream"), view=(1.4, 60, -110))),
}
