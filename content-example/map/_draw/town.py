"""Where each street's houses stand and how they are numbered: one row a street's side, in the order of building.

The first to come gets the corner."""
import ground
import houses as H
import marks
import plane as P
import streets

# Terraced rows: street, which of its stretches, sides, mean width, depths, where they begin and end (shares of its
# length).
ROWS = [
    ("Rue du Moulin", 0, "lr", 7.9, (10, 14), (0, 1)),
    ("Rue Haute", 0, "lr", 7.2, (9, 13), (0, 0.93)),
    ("Quai de l’Écluse", 0, "l", 9.2, (10, 13), (0, 1)),
    ("Rue des Tanneurs", 0, "l", 8.8, (9, 13), (0, 1)),
    ("Rue des Tanneurs", 0, "r", 9.6, (10, 15), (0, 1)),
    ("Avenue de la Gare", 0, "lr", 8.0, (11, 14), (0, 1)),
    ("Rue de l’Église", 0, "lr", 6.6, (9, 12), (0, 1)),
    ("Rue du Pont", 0, "lr", 6.4, (9, 12), (0, 1)),
    ("Boulevard des Combattants", 0, "lr", 7.4, (10, 13), (0, 0.93)),
    ("Rue de la Barrière", 0, "lr", 6.4, (9, 12), (0, 1)),
    ("Rue des Foulons", 0, "lr", 6.0, (8, 11), (0, 1)),
    ("Rue de la Halle", 0, "lr", 6.2, (8, 11), (0, 1)),
    ("Rue de la Balance", 0, "lr", 6.4, (9, 12), (0, 1)),
    ("Rue des Remparts", 0, "lr", 6.2, (8.5, 11), (0, 1)),
    ("Rue Neuve", 0, "lr", 6.0, (9, 11), (0, 1)),
    ("Rue des Carmes", 0, "lr", 5.8, (8, 10), (0, 1)),
    ("Rue Saint-Roch", 0, "lr", 6.2, (8, 10), (0, 1)),
    ("Rue du Coq", 0, "lr", 6.0, (8, 10), (0, 1)),
    ("Rue de l’Abreuvoir", 0, "lr", 5.8, (8, 10), (0, 1)),
    ("Rue des Sœurs Grises", 0, "lr", 6.0, (8, 10.5), (0, 1)),
    ("Rue du Vivier", 0, "lr", 6.2, (8.5, 11), (0, 1)),
    ("Ruelle du Presbytère", 0, "lr", 6.0, (8, 9.5), (0.1, 0.9)),
    ("Impasse du Four", 0, "lr", 4.9, (6, 7.5), (0.15, 1)),
    ("Rue des Écoles", 0, "lr", 6.3, (8.5, 11), (0, 1)),
    ("Rue du Rivage", 0, "lr", 6.0, (8, 11), (0, 1)),
    ("Rue du Calvaire", 0, "lr", 6.6, (8.5, 11), (0, 0.8)),
    ("Rue de la Montagne", 0, "lr", 6.6, (8.5, 11), (0, 1)),
    ("Rue du Parc", 0, "l", 7.0, (9, 11), (0, 0.35)),
    ("Rue du Faubourg", 0, "lr", 6.4, (9, 11), (0, 1)),
    ("Rue Outre-l’Eau", 0, "lr", 6.1, (8, 10.5), (0.08, 1)),
    ("Chaussée de Hautrieux", 0, "lr", 7.0, (9, 11), (0.82, 1)),
    ("Rue de la Fontaine", 0, "lr", 6.8, (9, 11), (0, 0.28)),
    ("Chaussée de Sartigny", 0, "lr", 6.8, (9, 11), (0, 0.4)),
    ("Rue de la Verrerie", 0, "lr", 5.6, (8, 9), (0.8, 0.97)),
]

# Detached and paired houses: street, stretch, sides, setback, gap, where, share of pairs.
VILLAS = [
    ("Chaussée de Hautrieux", 0, "lr", (4, 8), (6, 11), (0, 0.82), 0.35),
    ("Chaussée de Sartigny", 0, "lr", (4, 8), (6, 10), (0.4, 1), 0.4),
    ("Rue du Calvaire", 0, "lr", (3, 5), (4, 7), (0.6, 1), 0.6),
    ("Rue du Belvédère", 0, "lr", (3, 7), (5, 9), (0, 1), 0.3),
    ("Rue des Carrières", 0, "lr", (3, 6), (5, 9), (0, 1), 0.4),
    ("Rue de la Fontaine", 0, "lr", (3, 7), (5, 9), (0.25, 1), 0.45),
    ("Avenue des Marronniers", 0, "lr", (4, 7), (6, 10), (0, 1), 0.25),
    ("Clos du Verger", 0, "lr", (4, 7), (6, 9), (0, 1), 0.2),
    ("Rue du Gué", 0, "lr", (4, 8), (7, 12), (0.05, 0.7), 0.3),
    ("Rue des Marlières", 0, "lr", (4, 7), (6, 9), (0, 1), 0.35),
    ("Rue de la Briqueterie", 0, "lr", (3, 6), (4, 7), (0, 1), 0.7),
    ("Rue du Cimetière", 0, "lr", (4, 7), (6, 10), (0.05, 0.8), 0.35),
    ("Rue du Stade", 0, "lr", (4, 7), (6, 9), (0.05, 0.6), 0.4),
    ("Rue des Prés", 0, "lr", (4, 7), (6, 9), (0.06, 1), 0.4),
    ("Rue des Saules", 0, "lr", (3, 6), (5, 8), (0, 1), 0.5),
    ("Chemin des Prés", 0, "lr", (5, 9), (8, 16), (0, 0.45), 0.2),
    ("Rue de la Verrerie", 0, "r", (4, 7), (6, 10), (0.4, 0.8), 0.5),
    ("Chemin du Bois", 0, "lr", (5, 8), (10, 18), (0, 0.15), 0.2),
]

# The fronts of the square, so that the houses lie to their left: north, east, west, south.
NW, SW, SE, NE = ground.PLACE
SQUARE = [[NW, NE], [NE, SE], [SW, NW], [SE, SW]]

# Sides whose numbers do not follow the rule (odd to the left, even to the right).
EVEN_LEFT = {"Quai de l’Écluse"}
# Houses that the cards speak of: these numbers are never skipped.
WANTED = {
    "Rue du Moulin": {12, 14, 16, 21, 27, 31, 35, 40, 44, 46},
    "Rue Haute": {1, 4, 10, 13, 18, 22, 25, 29},
    "Rue des Tanneurs": {3, 8, 11, 15, 20, 24, 30},
    "Quai de l’Écluse": {2, 6, 8, 10},
    "Avenue de la Gare": {5, 12, 17, 19},
}
# Where numbers begin, when not at 1 and 2.
FIRST = {("Rue du Moulin", 0, 1): 3}  # number 1 is the mill


def stretch(ways, name, index):
    return [way for way in ways if way.name == name and way.kind not in ("footway", "cycleway", "steps")][index]


def landmarks(town, ways):
    """Buildings with a place and a number of their own; the rows leave room for them."""
    tanners = stretch(ways, "Rue des Tanneurs", 0)
    H.placed(town, tanners, -1, 112, 32, 20, "20", {"building": "industrial", "name": "Brasserie de la Vernelle"})
    H.placed(town, tanners, 1, 76, 23, 13, "11", {"building": "commercial", "name": "Ancienne tannerie"})
    # The town hall stands on the west side of the square, with its porch.
    p, q = SW, NW
    d = P.unit(P.sub(q, p))
    n = P.left_of(d)
    c = P.mid(p, q, 0.36)
    body = P.oblong(P.add(c, n, 7.5), d, 25, 15)
    hall = H.House([body], body, c, n, "Grand-Place", -1, 0.0, "civic")
    hall.number = "2"
    hall.tags = {"building": "public", "amenity": "townhall", "wheelchair": "yes", "name": "Maison communale de Valmoulin",
                 "name:nl": "Gemeentehuis van Valmoulin"}
    return town.add(hall)


def build():
    """Streets and houses: the town without its ground."""
    ways = streets.ways()
    town = H.Town(ways, ground.no_building())
    hall = landmarks(town, ways)
    for mark in marks.MARKS:
        town.add(H.House(mark.parts, mark.outline, kind="landmark")).mark = mark
    square(town, hall)
    numbered = []
    for name, index, sides, width, depth, limits in ROWS:
        for way, sign, fronts, span in fronts_of(ways, name, index, sides, limits):
            numbered.append((way, index, sign, H.row(town, name, fronts, sign, width, depth, (way,), span)))
    for name, index, sides, setback, gap, limits, twins in VILLAS:
        for way, sign, fronts, span in fronts_of(ways, name, index, sides, limits):
            numbered.append((way, index, sign, H.villas(town, name, fronts, sign, setback, gap, (way,), span, twins)))
    number_streets(town, numbered)
    H.sheds(town, 170)
    return ways, town


def fronts_of(ways, name, index, sides, limits):
    """Each side of a stretch: the way, +1 (left) or -1, its building line, the share of it that is built."""
    way = stretch(ways, name, index)
    for side in sides:
        sign = 1 if side == "l" else -1
        # The right side's line runs back.
        span = limits if sign > 0 else (1 - limits[1], 1 - limits[0])
        yield way, sign, H.building_line(way.line, sign, way.reach), span


def square(town, hall):
    """The houses around the square: odd numbers from the north-west, even ones from the town hall."""
    made = [H.row(town, "Grand-Place", line, 0, 7.0, (11, 14), gaps=0) for line in SQUARE]
    north, east, west, south = made
    beside = [h for h in west[::-1] if h.front[1] < hall.front[1]]
    beyond = [h for h in west if h.front[1] > hall.front[1]]
    number_square(north + east, 1)
    number_square(beside + south[::-1] + beyond, 4)


def number_square(houses, first):
    rng = H.chance("numbers", "Grand-Place", first)
    H.number(houses, first, rng, skip=0, letters=0)


def number_streets(town, numbered):
    sides = {}
    for way, index, sign, made in numbered:
        key = way.name, index, sign
        sides.setdefault(key, (way, []))[1].extend(made)
    for (name, index, sign), (way, made) in sides.items():
        own = [h for h in town.houses if h.street == name and h.side == sign and h.number and h not in made]
        order = sorted(made + own, key=lambda house: P.nearest(way.line, house.front)[1])
        even = (sign < 0) != (name in EVEN_LEFT)
        first = FIRST.get((name, index, sign), 2 if even else 1)
        wanted = WANTED.get(name, ())
        H.number(order, first, H.chance("numbers", name, index, sign), wanted=wanted)
