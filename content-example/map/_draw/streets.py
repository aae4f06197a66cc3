"""The streets of Valmoulin: where they run, how wide they are, what they are called. One row a street.

A row: name, kind of highway, metres from its middle to the fronts of the houses, points, further tags. Streets that end
within JOIN metres of another are led to it."""
import plane as P

JOIN = 16.0

STREETS = [
    # the through road, west of the old town
    ("Chaussée de Hautrieux", "secondary", 8.5, [(-385, 560), (-350, 450), (-325, 360), (-285, 250), (-262, 150)],
     {"maxspeed": "50", "surface": "asphalt"}),
    ("Boulevard des Combattants", "secondary", 9.5, [(-262, 150), (-246, 60), (-240, -10), (-234, -72), (-229, -160),
                                                     (-222, -245), (-216, -308)],
     {"maxspeed": "50", "surface": "asphalt"}),
    ("Pont Neuf", "secondary", 8.0, [(-216, -308), (-208, -372)], {"bridge": "yes", "layer": "1", "maxspeed": "50"}),
    ("Chaussée de Sartigny", "secondary", 9.0, [(-208, -372), (-196, -440), (-165, -560)],
     {"maxspeed": "50", "surface": "asphalt"}),
    # the square and what leads to it
    ("Avenue de la Gare", "tertiary", 9.0, [(47, 27), (98, 50), (150, 98), (200, 160), (222, 198)],
     {"name:nl": "Stationslaan", "maxspeed": "30"}),
    ("Grand-Place", "tertiary", 4.0, [(47, 27), (0, 32), (-30, 31), (-41, 20)], {"name:nl": "Grote Markt",
                                                                                 "maxspeed": "30", "oneway": "no"}),
    ("Rue de l’Église", "tertiary", 4.6, [(-41, 20), (-100, 14), (-170, 20), (-244, 36)],
     {"name:nl": "Kerkstraat", "maxspeed": "30"}),
    ("Rue du Moulin", "pedestrian", 3.9, [(262, -40), (200, -45), (140, -52), (92, -62), (40, -75), (-12, -85),
                                          (-62, -88)],
     {"name:nl": "Molenstraat", "surface": "sett"}),
    ("Rue de la Barrière", "residential", 4.6, [(-62, -88), (-100, -85), (-140, -84), (-180, -79), (-234, -72)], {}),
    ("Rue Haute", "living_street", 4.2, [(-6, 32), (-9, 80), (-22, 130), (-42, 180), (-60, 238), (-90, 300),
                                         (-130, 355)],
     {"name:nl": "Hoogstraat", "surface": "sett", "incline": "up"}),
    ("Grand-Place", "living_street", 2.9, [(-41, 20), (-36, -10), (-33, -27)], {"name:nl": "Grote Markt",
                                                                                "surface": "sett"}),
    ("Grand-Place", "pedestrian", 2.9, [(-33, -27), (2, -29), (38, -30)],
     {"name:nl": "Grote Markt", "surface": "sett"}),
    ("Grand-Place", "pedestrian", 2.9, [(38, -30), (44, 2), (47, 27)], {"name:nl": "Grote Markt", "surface": "sett"}),
    ("Ruelle du Beffroi", "pedestrian", 2.8, [(38, -30), (45, -52), (48, -73)], {"surface": "sett"}),
    ("Rue du Pont", "living_street", 4.0, [(-33, -27), (-48, -58), (-62, -88), (-68, -125), (-66, -165), (-58, -210),
                                           (-52, -254)], {"surface": "sett"}),
    ("Rue des Tanneurs", "tertiary", 4.6, [(-52, -254), (20, -251), (110, -253), (205, -260), (248, -264)],
     {"maxspeed": "30"}),
    ("Rue du Rivage", "tertiary", 4.6, [(-222, -245), (-135, -249), (-52, -254)], {"maxspeed": "30"}),
    ("Quai de l’Écluse", "residential", 5.5, [(248, -264), (268, -240), (282, -195), (287, -145), (281, -95),
                                              (264, -52)], {"surface": "sett"}),
    ("Pont de l’Écluse", "tertiary", 4.5, [(248, -264), (264, -308)], {"bridge": "yes", "layer": "1"}),
    ("Rue du Faubourg", "tertiary", 5.0, [(264, -308), (272, -352)], {}),
    # the old town
    ("Rue des Foulons", "residential", 4.0, [(-229, -148), (-165, -168), (-100, -173), (-66, -166), (10, -154),
                                             (60, -155), (110, -164), (190, -172), (286, -156)],
     {"oneway": "yes"}),
    ("Rue Saint-Roch", "residential", 4.2, [(-122, -84), (-118, -125), (-124, -173)], {"oneway": "yes"}),
    ("Rue du Coq", "residential", 4.0, [(-162, -169), (-157, -205), (-164, -248)], {}),
    ("Rue des Carmes", "residential", 4.0, [(22, -79), (18, -118), (6, -155)], {"oneway": "yes"}),
    ("Rue de l’Abreuvoir", "residential", 4.0, [(38, -154), (26, -188), (4, -218), (-2, -251)], {}),
    ("Rue de la Halle", "residential", 4.2, [(92, -62), (101, -110), (106, -162), (121, -205), (118, -253)],
     {"oneway": "yes"}),
    ("Rue des Sœurs Grises", "residential", 4.0, [(202, -45), (208, -78), (200, -125), (188, -172)], {"oneway": "yes"}),
    ("Rue de la Balance", "residential", 4.0, [(98, 50), (95, -5), (92, -62)], {"oneway": "yes"}),
    ("Rue du Vivier", "residential", 4.5, [(158, 108), (168, 55), (172, 5), (180, -47)], {}),
    ("Ruelle du Presbytère", "living_street", 3.0, [(-134, 16), (-138, -22), (-150, -50), (-152, -83)],
     {"surface": "sett"}),
    ("Impasse du Four", "living_street", 2.6, [(66, -156), (64, -130), (57, -114)], {"surface": "sett"}),
    # the wall's line and the hill
    ("Rue des Remparts", "residential", 5.0, [(-262, 150), (-188, 147), (-110, 151), (-26, 141), (40, 150),
                                              (110, 150), (172, 124)], {}),
    ("Rue des Écoles", "residential", 5.0, [(-176, 20), (-183, 85), (-188, 147), (-197, 242)], {}),
    ("Rue Neuve", "residential", 4.8, [(86, 46), (77, 100), (73, 151), (66, 238)], {"name:nl": "Nieuwstraat"}),
    ("Rue du Calvaire", "residential", 5.0, [(-60, 238), (-130, 234), (-197, 242), (-283, 244)], {}),
    ("Rue de la Montagne", "residential", 5.0, [(-54, 222), (15, 238), (100, 236), (170, 216), (216, 200)], {}),
    ("Rue du Belvédère", "residential", 6.0, [(-90, 300), (-10, 322), (75, 316), (148, 288), (180, 250), (176, 214)],
     {}),
    ("Rue des Carrières", "residential", 6.0, [(-130, 355), (-205, 342), (-320, 345)], {}),
    ("Chemin de la Justice", "track", 5.0, [(-130, 355), (-152, 420), (-150, 560)], {"tracktype": "grade2"}),
    # towards the station and beyond
    ("Place de la Gare", "tertiary", 4.0, [(222, 198), (236, 203), (254, 190)], {}),
    ("Rue du Parc", "residential", 5.2, [(254, 190), (284, 140), (294, 90), (290, 52)], {}),
    ("Rue de la Verrerie", "residential", 5.5, [(294, 92), (360, 82), (405, 98), (430, 122), (440, 162), (425, 215),
                                                (372, 262), (335, 330)], {}),
    ("Chemin du Bois", "unclassified", 5.0, [(148, 288), (160, 340), (172, 397), (240, 415), (335, 330), (420, 320),
                                             (600, 360)], {}),
    # the west
    ("Rue de la Fontaine", "residential", 5.5, [(-244, 36), (-320, 48), (-420, 46), (-600, 70)], {}),
    ("Avenue des Marronniers", "residential", 6.5, [(-330, 47), (-352, -25), (-352, -120), (-310, -188),
                                                    (-226, -200)], {}),
    ("Clos du Verger", "residential", 5.5, [(-353, -62), (-420, -72), (-448, -52)], {}),
    ("Rue du Gué", "residential", 5.5, [(-350, -130), (-425, -172), (-480, -255), (-600, -310)], {}),
    ("Rue des Marlières", "residential", 5.5, [(-420, 46), (-436, 130), (-410, 205), (-372, 258)], {}),
    ("Rue de la Briqueterie", "residential", 5.5, [(-259, 128), (-340, 138), (-436, 126)], {}),
    ("Rue du Cimetière", "residential", 5.5, [(-290, 262), (-372, 258), (-460, 266), (-600, 250)], {}),
    # across the water
    ("Rue Outre-l’Eau", "residential", 5.0, [(-202, -405), (-120, -386), (-40, -368), (60, -362), (160, -360),
                                             (272, -352)], {}),
    ("Chemin des Prés", "unclassified", 5.0, [(272, -352), (340, -330), (420, -285), (600, -240)], {}),
    ("Rue du Stade", "residential", 5.5, [(-120, -386), (-112, -440), (-70, -560)], {}),
    ("Rue des Prés", "residential", 5.5, [(60, -362), (72, -430), (95, -560)], {}),
    ("Rue des Saules", "residential", 5.5, [(200, -357), (206, -410), (180, -460), (84, -470)], {}),
]

# Ways for people on foot and on bicycles, and drives: kind, points, tags. They join what they touch.
PATHS = [
    ("pedestrian", [(-52, -254), (-50, -288)], {"name": "Rue du Pont", "surface": "sett"}),
    ("footway", [(-50, -288), (-46, -336)], {"name": "Passerelle des Tanneurs", "bridge": "yes", "layer": "1"}),
    ("footway", [(-46, -336), (-44, -369)], {}),
    ("steps", [(-128, 234), (-146, 290), (-152, 351)], {"name": "Escaliers du Calvaire", "incline": "up",
                                                        "handrail": "yes", "step_count": "116"}),
    ("steps", [(8, 237), (4, 280), (0, 320)], {"name": "Degrés de la Montagne", "incline": "up", "handrail": "yes",
                                               "step_count": "74"}),
    ("footway", [(262, -40), (268, 2), (286, 32), (290, 52)], {"name": "Sentier du Bief", "surface": "fine_gravel"}),
    ("footway", [(290, 52), (318, 47)], {}),
    ("footway", [(318, 47), (322, 9)], {"bridge": "yes", "layer": "1"}),
    ("path", [(322, 9), (322, -30), (326, -72)], {"surface": "ground"}),
    ("footway", [(288, -160), (298, -160)], {}),
    ("footway", [(298, -160), (352, -157)], {"name": "Passerelle de l’Écluse", "bridge": "yes", "layer": "1"}),
    ("cycleway", [(-600, -455), (-520, -424), (-430, -407), (-330, -374), (-240, -365), (-206, -366)],
     {"name": "RAVeL de la Vernelle", "foot": "designated", "bicycle": "designated", "surface": "asphalt",
      "segregated": "no"}),
    ("cycleway", [(-208, -366), (-160, -356), (-80, -337), (20, -327), (120, -333), (215, -325), (266, -315)],
     {"name": "RAVeL de la Vernelle", "foot": "designated", "bicycle": "designated", "surface": "asphalt",
      "segregated": "no"}),
    ("cycleway", [(266, -315), (306, -288), (338, -235), (352, -180), (361, -115), (385, -65), (430, -35), (480, -8),
                  (600, -5)],
     {"name": "RAVeL de la Vernelle", "foot": "designated", "bicycle": "designated", "surface": "asphalt",
      "segregated": "no"}),
    # the park
    ("footway", [(262, -28), (246, 8), (216, 30), (214, 72), (236, 118), (288, 128)], {"surface": "fine_gravel"}),
    ("footway", [(246, 8), (268, 2)], {"surface": "fine_gravel"}),
    ("footway", [(216, 30), (172, 30)], {"surface": "fine_gravel"}),
    ("footway", [(236, 118), (262, 88), (266, 48), (286, 32)], {"surface": "fine_gravel"}),
    # small ways through the blocks
    ("footway", [(-106, 14), (-108, 36), (-134, 50), (-156, 76), (-182, 80)], {"name": "Ruelle des Clercs"}),
    ("footway", [(-108, 36), (-80, 52), (-56, 76), (-10, 84)], {"name": "Ruelle du Bedeau"}),
    ("footway", [(-60, 400), (-10, 396), (100, 412), (172, 397)], {"surface": "ground", "name": "Sentier des Crêtes"}),
    ("footway", [(-147, 404), (-60, 400)], {"surface": "ground", "name": "Sentier des Crêtes"}),
    ("footway", [(-6, 321), (-20, 360), (-60, 400)], {"surface": "ground"}),
    ("footway", [(236, 203), (247, 218)], {}),
    ("footway", [(188, -172), (190, -192)], {}),
    ("path", [(335, 330), (400, 380), (420, 440), (520, 470)], {"surface": "ground"}),
    ("path", [(430, -35), (470, -120), (560, -170)], {"surface": "ground"}),
    ("footway", [(-112, -437), (-82, -436)], {}),
    # drives
    ("service", [(293, 122), (322, 137), (352, 120)], {"service": "parking_aisle"}),
    ("service", [(322, 137), (336, 162), (362, 146)], {"service": "parking_aisle"}),
    ("service", [(-239, -28), (-262, -26), (-266, -78), (-330, -84)], {"service": "parking_aisle"}),
    ("service", [(-372, 258), (-392, 282), (-396, 340)], {"access": "destination"}),
    ("service", [(-112, -437), (-104, -404), (-60, -398)], {"service": "parking_aisle"}),
    ("service", [(426, 213), (404, 203), (392, 204)], {"access": "private", "service": "driveway"}),
]

# Metres from the middle of a way to its kerb: what no building may stand on.
KERB = {
    "secondary": 4.0, "tertiary": 3.2, "residential": 2.6, "unclassified": 2.4, "living_street": 2.4, "pedestrian": 2.4,
    "service": 1.6, "track": 1.4, "cycleway": 1.3, "footway": 0.8, "steps": 0.8, "path": 0.6,
}


class Way:
    """A stretch of a street or path."""

    def __init__(self, name, kind, reach, line, tags):
        self.name, self.kind, self.reach, self.line, self.tags = name, kind, reach, line, tags

    @property
    def level(self):
        return int(self.tags.get("layer", "0"))


def ways():
    """All of them, joined: where two touch, both have the same point."""
    out = [Way(name, kind, reach, P.smooth(points), dict(tags)) for name, kind, reach, points, tags in STREETS]
    for kind, points, tags in PATHS:
        tags = dict(tags)
        out.append(Way(tags.pop("name", ""), kind, KERB[kind] + 0.6, P.smooth(points), tags))
    for way in out:
        for end in (0, -1):
            join_end(way, end, out)
    for i, a in enumerate(out):
        for b in out[:i]:
            if a.level == b.level:
                join_crossing(a, b)
    return out


def insert(line, p):
    """Makes a point near a line one of its points."""
    distance, _, q, i = P.nearest(line, p)
    for k in (i, i + 1):
        if P.far(line[k], p) < 1.5:
            return line[k]
    line.insert(i + 1, p)
    return p


def join_end(way, end, others):
    p = way.line[end]
    best = None
    for other in others:
        if other is way:
            continue
        bridge = other.level and other.level != way.level
        for q in (other.line[0], other.line[-1]) if bridge else (P.nearest(other.line, p)[2],):
            away = P.far(p, q) + (0 if other.name else 3)  # a street rather than a path that begins there too
            if P.far(p, q) < (2.0 if bridge else JOIN) and (best is None or away < best[0] - 1e-6):
                best = away, other, q
    if best is None:
        return
    way.line[end] = best[2] if best[1].level != way.level else insert(best[1].line, best[2])


def join_crossing(a, b):
    i = 0
    while i < len(a.line) - 1:
        for j in range(len(b.line) - 1):
            p = P.meet(a.line[i], a.line[i + 1], b.line[j], b.line[j + 1])
            if p is None:
                continue
            ends = {a.line[i], a.line[i + 1]} & {b.line[j], b.line[j + 1]}
            if any(P.far(p, q) < 1.5 for q in ends):
                continue
            q = insert(a.line, p)
            if q in b.line:
                break
            if q is p:
                insert_exact(b.line, p)
            else:
                insert_exact(b.line, q)
            break
        i += 1


def insert_exact(line, p):
    line.insert(P.nearest(line, p)[3] + 1, p)
