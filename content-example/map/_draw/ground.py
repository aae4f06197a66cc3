"""What Valmoulin stands on: the river and the race, greens, squares, the railway. No house and no street is here."""
import plane as P

# The Vernelle, from where it comes to where it goes, and half its width.
RIVER = P.smooth(
    [(640, 22), (540, 32), (470, 18), (410, -12), (364, -62), (340, -118), (332, -180), (314, -232), (276, -279),
     (214, -305), (120, -311), (20, -305), (-80, -315), (-160, -335), (-240, -345), (-330, -353), (-430, -385),
     (-520, -403), (-640, -436)], 14, 0.05)
RIVER_HALF = 9.5
# The race leaves it above the weir, turns the mill's wheel and gives the water back.
RACE = P.smooth([(474, 19), (425, 40), (370, 46), (326, 28), (302, -2), (293, -38), (299, -74), (318, -98),
                 (349, -102)], 8, 0.08)
RACE_HALF = 2.6
LOCK_CUT = P.smooth([(339, -122), (318, -134), (309, -152), (306, -182), (309, -204), (322, -215)], 10)
LOCK_HALF = 3.2
POND = P.smooth([(228, 52), (240, 40), (254, 46), (257, 66), (248, 88), (236, 84), (230, 68), (228, 52)], 6)[:-1]

RAILWAY = P.smooth([(96, 580), (140, 470), (185, 370), (250, 275), (330, 195), (420, 140), (520, 112), (640, 98)], 20)
TRACK_HALF = 2.1  # from the middle of the line to the middle of each track

# The Grand-Place: its fronts, the side of town halls and cafés to the north and the west.
PLACE = [(-45, 42), (-39, -33), (43, -37), (51, 37)]


def along_rail(s, off):
    """A point off the railway (positive: towards the town), s metres along it."""
    p, d = P.at(RAILWAY, s)
    n = P.left_of(d)
    return P.add(p, n, -off)


def rail_box(s0, s1, off0, off1):
    return P.ccw([along_rail(s0, off0), along_rail(s1, off0), along_rail(s1, off1), along_rail(s0, off1)])


STATION_AT = P.nearest(RAILWAY, (268, 255))[1]

# Open ground where no house is built by chance: name, convex outline.
RESERVED = {
    "place": PLACE,
    "church": [(-140, 8), (-80, 6), (-72, 104), (-134, 108)],
    "convent": [(158, -194), (226, -196), (226, -240), (160, -236)],
    "school": [(-240, 66), (-193, 62), (-197, 126), (-249, 124)],
    "park": [(203, -14), (266, -20), (276, 20), (282, 70), (278, 128), (240, 150), (206, 100), (201, 40)],
    "bank": [(262, -30), (276, -12), (296, 36), (290, 60), (280, 60)],
    "mill": [(240, -66), (284, -66), (288, -20), (272, -8), (240, -14)],
    "station": rail_box(STATION_AT - 62, STATION_AT + 52, -14, 64),
    "car park": [(312, 190), (304, 138), (352, 104), (378, 148)],
    "supermarket": [(-336, -26), (-250, -14), (-244, -112), (-336, -116)],
    "cemetery": [(-452, 283), (-350, 276), (-362, 348), (-455, 352)],
    "pitch": [(-86, -482), (34, -474), (30, -396), (-90, -400)],
    "allotments": [(322, -440), (432, -420), (424, -348), (330, -362)],
    "glassworks": [(332, 268), (350, 190), (416, 158), (432, 188), (414, 222), (366, 258)],
    "lock": [(292, -118), (332, -118), (326, -212), (292, -212)],
    "garden": [(-330, 48), (-262, 40), (-256, 110), (-300, 122)],
    "hill": [(-50, 350), (130, 350), (120, 520), (-120, 520)],
    "wood": [(230, 330), (600, 250), (600, 560), (160, 560)],
    "north": [(-900, 492), (900, 492), (900, 900), (-900, 900)],
    "south": [(-900, -900), (900, -900), (900, -492), (-900, -492)],
    "west": [(-900, -900), (-570, -900), (-570, 900), (-900, 900)],
    "east": [(570, -900), (900, -900), (900, 900), (570, 900)],
    "tannery quay": [(-72, -256), (-34, -256), (-34, -300), (-72, -300)],
}


RESERVED_CCW = {name: P.ccw(outline) for name, outline in RESERVED.items()}


def no_building():
    """Convex pieces that no house may touch: water with its banks, the railway, what is reserved."""
    out = []
    for line, half in ((RIVER, RIVER_HALF + 5), (RACE, RACE_HALF + 1.2), (LOCK_CUT, LOCK_HALF + 6), (RAILWAY, 11)):
        out += P.ribbon(line, half)
    return out + list(RESERVED_CCW.values())


def water_quads():
    out = []
    for line, half in ((RIVER, RIVER_HALF), (RACE, RACE_HALF), (LOCK_CUT, LOCK_HALF)):
        out += P.ribbon(line, half)
    return out


def interior(seed, walls, inset):
    """The convex ground around a point that stays `inset` metres off the fronts around it: the gardens of a block."""
    x, y = seed
    poly = [(x - 80, y - 80), (x + 80, y - 80), (x + 80, y + 80), (x - 80, y + 80)]
    for way in walls:
        nearest = P.nearest(way.line, seed)[2]
        for i in range(len(way.line) - 1):
            a, b = way.line[i], way.line[i + 1]
            q = P.nearest([a, b], seed)[2]
            end = P.far(q, a) < 0.01 or P.far(q, b) < 0.01
            if P.far(q, seed) > 110 or (end and P.far(q, nearest) > 0.01):
                continue
            n = P.unit(P.sub(seed, q))
            poly = P.cut(poly, P.add(q, n, min(way.reach + inset, 0.85 * P.far(q, seed))), n)
            if not poly:
                return []
    for name in ("church", "park", "school", "supermarket", "convent", "garden"):
        if poly and P.overlap(poly, RESERVED_CCW[name]) > 1:
            poly = P.trim(poly, RESERVED_CCW[name])
    return poly


# One point in each block whose inside is gardens.
GARDENS = [
    (-186, -120), (-70, -128), (-30, -122), (52, -118), (148, -108), (244, -108), (-196, -208), (-110, -210),
    (-20, -206), (72, -206), (245, -212), (-190, -28), (-90, -35), (-20, 98), (28, 96), (120, 88), (134, 0),
    (-150, 118), (-222, 192), (-120, 192), (10, 192), (110, 192), (-240, 300), (-190, 292), (-110, 270), (-35, 270),
    (60, 276), (130, 258), (-300, 188), (-390, 90), (-340, 92), (-395, -14), (-290, -150), (140, -410), (178, 166),
]
