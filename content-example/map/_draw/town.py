"""Where each street's houses stand and how they are numbered: one row a street's side, in the order of building.

The first to come gets the corner."""
import ground
import houses as H
import marks
import plane as P
import streets

# Terraced rows: street, which of its stretches, sides, mean width, depths, where it begins and ends (shares of the length).
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

# The fronts of the square, so that the houses lie to their left, and where each side's numbers begin.
NW, SW, SE, NE = ground.PLACE
SQUARE = [([NW, NE], "odd"), ([NE, SE], "odd"), ([SW, NW], "even"), ([SE, SW], "even")]

# Sides whose numbers do not follow the rule (odd to the left, even to the right).
EVEN_LEFT = {"Quai de l’Écluse"}
# Where numbers begin, when not at 1 and 2.
FIRST = {("Rue du Moulin", 0, 1): 3}  # number 1 is the mill


def stretch(ways, name, index):
    return [way for way in ways if way.name == name and way.kind not in ("footway", "cycleway", "steps")][index]


def landmarks(town, ways):
    """Buildings with a place and a number of their own; the rows leave room for them."""
    tanners = stretch(ways, "Rue des Tanneurs", 0)
    line = tanners.line
    H.placed(town, tanners.name, -1, line, 112, 32, 20, "20", {"building": "industrial", "name": "Brasserie de la Vernelle"}, tanners.reach, (tanners,))
    H.placed(town, tanners.name, 1, line, 76, 23, 13, "11", {"building": "commercial", "name": "Ancienne tannerie"}, tanners.reach, (tanners,))
    # The town hall stands on the west side of the square, with its porch.
    p, q = SW, NW
    d = P.unit(P.sub(q, p))
    n = P.left_of(d)
    c = P.mid(p, q, 0.36)
    body = P.oblong(P.add(c, n, 7.5), d, 25, 15)
    hall = H.House([body], body, c, n, "Grand-Place", -1, 0.0, "civic")
    hall.number = "2"
    hall.tags = {"building": "public", "amenity": "townhall", "name": "Maison communale de Valmoulin", "name:nl": "Gemeentehuis van Valmoulin", "wheelchair": "yes"}
    town.add(hall)


def build():
    """Streets and houses: the town without its ground."""
    ways = streets.ways()
    blocked = ground.no_building()
    town = H.Town(ways, blocked)
    landmarks(town, ways)
    for mark in marks.MARKS:
        town.add(H.House(mark.parts, mark.outline, kind="landmark")).mark = mark
    numbered = []
    square = {}
    for line, parity in SQUARE:
        made = H.row(town, "Grand-Place", line, 0, 7.0, (11, 14), gaps=0)
        square.setdefault(parity, []).extend(made)
    odd = square["odd"]
    even = [house for house in town.houses if house.street == "Grand-Place" and house not in odd and house.number == ""]
    west = [house for house in even if house.front[0] < -38][::-1]
    south = [house for house in even if house not in west]
    hall = next(house for house in town.houses if house.number == "2" and house.street == "Grand-Place")
    before = [h for h in west if h.front[1] > hall.front[1]]
    after = [h for h in west if h.front[1] < hall.front[1]]
    number_square(odd, 1)
    number_square(after + south[::-1] + before[::-1], 4)
    for name, index, sides, width, depth, limits in ROWS:
        way = stretch(ways, name, index)
        for side in sides:
            sign = 1 if side == "l" else -1
            fronts = H.building_line(way.line, sign, way.reach)
            span = limits if sign > 0 else (1 - limits[1], 1 - limits[0])
            made = H.row(town, name, fronts, sign, width, depth, (way,), span)
            numbered.append((way, index, sign, made))
    for name, index, sides, setback, gap, limits, twins in VILLAS:
        way = stretch(ways, name, index)
        for side in sides:
            sign = 1 if side == "l" else -1
            fronts = H.building_line(way.line, sign, way.reach)
            span = limits if sign > 0 else (1 - limits[1], 1 - limits[0])
            made = H.villas(town, name, fronts, sign, setback, gap, (way,), span, twins)
            numbered.append((way, index, sign, made))
    number_streets(town, numbered)
    H.sheds(town, 170)
    return ways, town


def number_square(houses, first):
    rng = H.chance("numbers", "Grand-Place", first)
    H.number(houses, first, rng, skip=0, letters=0)


def number_streets(town, numbered):
    sides = {}
    for way, index, sign, made in numbered:
        key = way.name, index, sign
        sides.setdefault(key, (way, []))[1].extend(made)
    for (name, index, sign), (way, made) in sides.items():
        own = [house for house in town.houses if house.street == name and house.side == sign and house.number and house not in made]
        order = sorted(made + own, key=lambda house: P.nearest(way.line, house.front)[1])
        even = (sign < 0) != (name in EVEN_LEFT)
        first = FIRST.get((name, index, sign), 2 if even else 1)
        wanted = WANTED.get(name, ())
        H.number(order, first, H.chance("numbers", name, index, sign), wanted=wanted)


# Houses that the cards speak of: these numbers are never skipped.
WANTED = {
    "Rue du Moulin": {"12", "14", "16", "21", "27", "31", "35", "40", "44", "46"},
    "Rue Haute": {"3", "4", "10", "13", "18", "22", "25", "29"},
    "Rue des Tanneurs": {"3", "8", "11", "15", "20", "24", "30"},
    "Quai de l’Écluse": {"2", "6", "8", "10"},
    "Avenue de la Gare": {"5", "12", "17", "19"},
}
WANTED = {street: {int(n) for n in numbers} for street, numbers in WANTED.items()}
