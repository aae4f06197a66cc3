"""The table of pictures: one row each."""
from dataclasses import dataclass

import corners
import places
import stills_drinks as drinks
import stills_food as food
import stills_things as things
import stills_trade as trade
from fronts_table import FRONTS

LANDSCAPE, PORTRAIT, WIDE = (1600, 1067), (1067, 1600), (1600, 900)
HERE = (50.39563, 3.77995)  # Valmoulin, which does not exist


@dataclass
class Scene:
    what: object  # a Front, or a function that draws on a stage
    hour: str = "studio"
    units: tuple = LANDSCAPE
    view: tuple = (1.0, 0, 0)  # zoom and the view's middle, for functions
    width: int = 1600  # pixels drawn
    size: tuple = None  # pixels kept, where they differ from those drawn
    quality: int = 67
    format: str = "jpg"
    turned: int = 0  # stored turned, with this EXIF orientation
    profile: str = ""  # p3: in Display P3 with its profile
    grey: bool = False
    gps: tuple = ()  # where it pretends to have been taken
    grain: float = 0.003


def _front(name, **more):
    hour, units, front = FRONTS[name]
    return Scene(front, hour, units, **more)


ODD_FRONTS = {
    "la-page-cornee-vitrine": {"turned": 6},
    "au-lacet-rouge": {"turned": 8, "width": 1200},
    "boulangerie-du-bief-devanture": {"gps": HERE},
    "glacier-frimas-ete": {"profile": "p3"},
    "estaminet-du-meunier-terrasse": {"gps": (50.39594, 3.77758), "turned": 3, "width": 1800},
    "brasserie-de-la-vernelle": {"width": 1800},
}

SCENES = {name: _front(name, **ODD_FRONTS.get(name, {})) for name in FRONTS} | {
    "boulangerie-du-bief-pains": Scene(food.bread, view=(1.12, -20, -60)),
    "boulangerie-du-bief-four": Scene(food.oven, "night"),
    "boulangerie-du-bief-tarte-au-riz": Scene(food.rice_tart, view=(1.16, 30, -90)),
    "la-claie-plateau": Scene(food.cheeses, view=(1.22, 40, -110)),
    "la-claie-cave": Scene(food.cellar, "night"),
    "plateau-raclette": Scene(food.raclette, view=(1.1, 10, -60)),
    "la-page-cornee-livres": Scene(things.books, view=(1.15, 0, -80)),
    "la-page-cornee-fauteuil": Scene(things.armchair, "late", PORTRAIT, width=1200),
    "vandrisse-pralines": Scene(food.chocolates, view=(1.12, 70, -110)),
    "estaminet-plat-du-jour": Scene(food.dish, view=(1.16, 20, -90)),
    "fleurs-bouquet": Scene(things.bouquet, units=PORTRAIT, width=1200, profile="p3"),
    "a-contre-pente-velo": Scene(things.bicycle, "late", view=(1.25, 0, -70)),
    "a-contre-pente-outils": Scene(trade.gears),
    "cuillere-a-pot-legumes": Scene(food.greens, view=(1.12, 20, -70), gps=(50.39697, 3.77744)),
    "tire-bouchon-bouteilles": Scene(drinks.wine, view=(1.1, 0, -60)),
    "la-toupie-toupies": Scene(trade.toys, view=(1.2, 30, -100)),
    "fil-en-quatre-boutons": Scene(things.buttons),
    "au-lacet-rouge-souliers": Scene(things.shoes, view=(1.06, -20, 10)),
    "tan-et-tranchet-cartable": Scene(things.satchel, view=(1.2, 30, -90)),
    "vernelle-bieres": Scene(drinks.beers, view=(1.08, 0, -40), format="webp"),
    "vernelle-cuves": Scene(drinks.kettles, view=(1.06, 0, 10)),
    "delvaillant-tiroirs": Scene(trade.screws),
    "optique-lunettes": Scene(
        trade.spectacles, "noon", (1600, 1200), width=2000, size=(4000, 3000), grain=0, quality=74
    ),
    "tissandre-montre": Scene(trade.watch, units=(1600, 1200), width=800, size=(400, 300), quality=86),
    "l-ablette-truites": Scene(food.fishes),
    "frimas-cornets": Scene(food.ice, "noon", view=(1.2, -20, -20)),
    "la-meule-cornet": Scene(food.chips, view=(1.2, 40, -90)),
    "soir-et-matin-menthe": Scene(drinks.mint, view=(1.15, -10, -100)),
    "terres-d-elise-gres": Scene(trade.stoneware, view=(1.18, 60, -90), grey=True),
    "moulin": Scene(places.mill, "morning", width=1800, gps=(50.39568, 3.78172)),
    "marche-du-samedi": Scene(places.market, "morning", width=1800),
    "nocturne-de-noel": Scene(places.christmas, "night", width=1800),
    "boucle-gourmande": Scene(places.two_baskets, "late"),
    "toits-du-quartier": Scene(corners.roofs, "dawn", WIDE, width=1800),
    "range-velos": Scene(corners.racks, "noon"),
    "couronne-de-l-avent": Scene(corners.wreath, "morning"),
    "carte-du-moulin": Scene(corners.stamp_card),
}
