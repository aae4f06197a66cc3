"""What the ground is used for, and the small things that stand on it: areas and nodes of the extract."""
import ground
import plane as P
import streets

TOWN = [(-330, 500), (-372, 380), (-470, 300), (-470, 210), (-475, 20), (-470, -90), (-430, -150), (-340, -225),
        (-250, -300), (-228, -322), (-160, -318), (-80, -298), (20, -288), (120, -293), (210, -288), (262, -268),
        (296, -226), (296, -60), (262, -10), (284, 30), (302, 60), (318, 100), (300, 142), (262, 192), (216, 250),
        (200, 296), (168, 324), (110, 340), (0, 346), (-60, 340), (-120, 376), (-250, 372), (-300, 400), (-330, 500)]
FAUBOURG = [(-262, -520), (-230, -390), (-120, -364), (-40, -345), (60, -339), (160, -340), (255, -328), (276, -306),
            (300, -330), (400, -276), (410, -310), (290, -360), (240, -400), (212, -470), (120, -500), (110, -520),
            (50, -520), (52, -400), (-60, -392), (-84, -400), (-84, -500), (-150, -520)]


def bank(side, x0, x1):
    """The river's bank from one x to another: 1 is its left one, to the south and the east."""
    line = P.offset(ground.RIVER, side * ground.RIVER_HALF)
    a, b = (min(range(len(line)), key=lambda i: abs(line[i][0] - x)) for x in (x0, x1))
    return line[a : b + 1]


GARDEN = {"leisure": "garden", "garden:type": "residential", "access": "private"}

# Areas: tags, outline.
AREAS = [
    ({"landuse": "residential"}, TOWN),
    ({"landuse": "residential"}, FAUBOURG),
    ({"landuse": "farmland"}, [(-620, 90), (-455, 62), (-470, 130), (-445, 215), (-400, 262), (-470, 276),
                               (-620, 262)]),
    ({"landuse": "farmland"}, [(-620, 285), (-470, 285), (-465, 360), (-360, 366), (-372, 420), (-420, 520),
                               (-620, 540)]),
    ({"landuse": "meadow"}, [(-620, 60), (-470, 34), (-475, -60), (-470, -120), (-440, -165), (-492, -262),
                             (-620, -318)]),
    ({"landuse": "meadow"}, bank(-1, -228, -600) + [(-600, -322), (-492, -266), (-414, -180), (-330, -222),
                                                    (-250, -298)]),
    ({"landuse": "meadow"}, bank(1, -228, -600) + [(-620, -520), (-262, -520), (-230, -392)]),
    ({"landuse": "meadow"}, [(-145, 420), (-128, 372), (-60, 350), (0, 356), (0, 392), (-60, 392), (-142, 398)]),
    ({"landuse": "orchard"}, [(4, 356), (110, 350), (146, 320), (152, 350), (164, 388), (100, 404), (4, 390)]),
    ({"landuse": "meadow"}, [(-142, 412), (-60, 408), (-10, 404), (100, 420), (160, 410), (120, 500), (90, 520),
                             (-142, 520)]),
    ({"landuse": "farmland"}, [(-330, 520), (-304, 405), (-250, 380), (-165, 384), (-160, 420), (-158, 520)]),
    ({"landuse": "meadow"}, bank(-1, 640, 478) + [(425, 46), (370, 52), (328, 36), (306, 62), (302, 76), (360, 70),
                                                  (412, 86), (440, 116), (520, 98), (640, 84)]),
    ({"landuse": "meadow"}, bank(1, 640, 268) + [(276, -346), (340, -324), (420, -279), (600, -234), (640, -228)]),
    ({"landuse": "meadow"}, [(182, 408), (212, 350), (262, 280), (306, 236), (332, 268), (334, 326), (240, 410)]),
    ({"landuse": "farmland"}, [(412, -312), (600, -258), (640, -250), (640, -540), (240, -540), (222, -470),
                               (248, -402), (296, -362), (330, -362), (322, -440), (432, -420), (424, -348)]),
    ({"landuse": "allotments", "name": "Jardins ouvriers du Pré-Saint-Roch"}, ground.RESERVED["allotments"]),
    ({"landuse": "cemetery", "name": "Cimetière communal"}, ground.RESERVED["cemetery"]),
    ({"landuse": "industrial", "name": "Les Verreries"}, ground.RESERVED["glassworks"]),
    ({"landuse": "retail"}, ground.RESERVED["supermarket"]),
    ({"amenity": "school", "name": "École communale du Moulin"}, ground.RESERVED["school"]),
    ({"amenity": "grave_yard", "religion": "christian"}, [(-133, 84), (-80, 84), (-74, 102), (-132, 106)]),
    ({"leisure": "park", "name": "Parc du Vivier", "name:nl": "Vijverpark"}, ground.RESERVED["park"]),
    ({"leisure": "garden", "garden:type": "community", "name": "Jardin des Remparts"}, ground.RESERVED["garden"]),
    ({"amenity": "social_facility", "social_facility": "nursing_home", "social_facility:for": "senior",
      "name": "Résidence des Sœurs Grises"},
     ground.RESERVED["convent"]),
    ({"leisure": "pitch", "sport": "soccer", "name": "Stade du RFC Valmoulin"}, [(-62, -477), (31, -470), (27, -412),
                                                                                 (-66, -418)]),
    ({"leisure": "playground", "name": "Plaine de jeux du Vivier"}, [(210, 88), (226, 84), (230, 102), (222, 110),
                                                                     (214, 104)]),
    ({"landuse": "grass"}, [(304, -124), (318, -140), (313, -152), (310, -182), (313, -202), (320, -213), (327, -190),
                            (331, -160), (333, -130), (326, -119)]),
    ({"landuse": "recreation_ground"}, ground.RESERVED["pitch"]),
    ({"landuse": "grass"}, bank(1, 252, -198) + [(-198, -374), (-120, -354), (-40, -340), (20, -334), (120, -340), (214, -333)]),
    ({"landuse": "grass"}, [(-140, 50), (-76, 50), (-74, 82), (-136, 82)]),
    (GARDEN, [(-28, -276), (120, -278), (228, -283), (210, -294), (120, -299), (20, -294), (-28, -299)]),
    (GARDEN, [(-205, -270), (-135, -273), (-76, -275), (-76, -303), (-160, -322), (-202, -328)]),
    (GARDEN, [(-30, -352), (60, -344), (160, -342), (250, -334), (214, -332), (120, -339), (20, -333), (-30, -338)]),
    ({"landuse": "grass"}, [(-66, -264), (-57, -264), (-54, -290), (-70, -292)]),
    ({"natural": "scrub"}, [(330, 14), (322, 36), (368, 38), (418, 33), (455, 22), (410, 2), (380, -24), (358, -46),
                            (340, -76), (318, -88), (303, -72), (298, -40), (307, -6)]),
    ({"highway": "pedestrian", "area": "yes", "place": "square", "name": "Grand-Place", "name:nl": "Grote Markt",
      "surface": "sett"},
     [(-42, 40), (-37, -30), (41, -34), (48, 34)]),
    ({"highway": "pedestrian", "area": "yes", "name": "Place de l’Église", "name:nl": "Kerkplein", "place": "square"},
     [(-136, 22), (-84, 20), (-78, 48), (-136, 48)]),
    ({"highway": "pedestrian", "area": "yes", "name": "Place du Moulin", "name:nl": "Molenplein", "place": "square",
      "surface": "sett"},
     [(243, -60), (266, -64), (277, -52), (276, -36), (268, -16), (246, -20)]),
    ({"amenity": "parking", "name": "Parking de la Gare", "capacity": "118", "fee": "no", "access": "yes",
      "surface": "asphalt", "capacity:disabled": "5"},
     [(313, 186), (306, 140), (351, 108), (375, 146)]),
    ({"amenity": "parking", "access": "customers", "surface": "asphalt"}, [(-282, -28), (-252, -24), (-247, -106),
                                                                           (-330, -110), (-331, -78), (-282, -76)]),
    ({"amenity": "parking", "capacity": "22", "fee": "no", "maxstay": "2 hours", "name": "Parking de la Grand-Place"},
     [(-30, -6), (-27, -22), (-8, -23), (-9, -7)]),
    ({"amenity": "parking", "access": "yes", "capacity": "40"}, [(-108, -402), (-70, -398), (-72, -406), (-106, -412)]),
]


def water(w):
    w.way(P.band(ground.RIVER, ground.RIVER_HALF), {"natural": "water", "water": "river", "name": "Vernelle"}, True)
    w.way(P.band(ground.RACE, ground.RACE_HALF), {"natural": "water", "water": "canal", "name": "Bief du Moulin"}, True)
    w.way(P.band(ground.LOCK_CUT, ground.LOCK_HALF), {"natural": "water", "water": "lock", "lock": "yes",
                                                      "name": "Écluse de Valmoulin"}, True)
    w.way(ground.POND, {"natural": "water", "water": "pond", "name": "Vivier"}, True)
    w.way(ground.RIVER, {"waterway": "river", "name": "Vernelle", "boat": "yes"})
    w.way(ground.RACE, {"waterway": "canal", "usage": "headrace", "name": "Bief du Moulin"})
    line = ground.LOCK_CUT
    total = P.length(line)
    gates = [P.at(line, total * k)[0] for k in (0.3, 0.72)]
    for gate in gates:
        line = with_point(line, gate)
    a, b = line.index(gates[0]), line.index(gates[1])
    w.way(line[: a + 1], {"waterway": "canal"})
    w.way(line[a : b + 1], {"waterway": "canal", "lock": "yes", "lock_name": "Écluse de Valmoulin"})
    w.way(line[b:], {"waterway": "canal"})
    for gate in gates:
        w.node(gate, {"waterway": "lock_gate"})
    for s in (P.nearest(ground.RIVER, (452, 12))[1], P.nearest(ground.RIVER, (333, -172))[1]):
        p, d = P.at(ground.RIVER, s)
        n = P.left_of(d)
        w.way([P.add(p, n, ground.RIVER_HALF), P.add(p, n, -ground.RIVER_HALF)], {"waterway": "weir"})


def with_point(line, p):
    line = list(line)
    line.insert(P.nearest(line, p)[3] + 1, p)
    return line


def crossing(a, b):
    """Where two lines meet first."""
    points = (P.meet(*p, *q) for p in zip(a, a[1:]) for q in zip(b, b[1:]))
    return next(p for p in points if p)


def railway(w, ways):
    """Two tracks with their platforms; the bridge over the glassworks' road, the level crossing of the wood's."""
    road = next(way for way in ways if way.name == "Rue de la Verrerie")
    wood = next(way for way in ways if way.name == "Chemin du Bois")
    for side in (1, -1):
        track = P.offset(ground.RAILWAY, side * ground.TRACK_HALF)
        crossings = [(way, P.meet(a, b, c, d)) for way in (road, wood) for a, b in zip(track, track[1:]) for c,
                     d in zip(way.line, way.line[1:])]
        under = next(p for way, p in crossings if p and way is road)
        level = next(p for way, p in crossings if p and way is wood)
        tags = {"railway": "rail", "electrified": "contact_line", "gauge": "1435", "usage": "main"}
        track = with_point(track, level)
        w.node(level, {"railway": "level_crossing"})
        wood.line.insert(P.nearest(wood.line, level)[3] + 1, level)
        s = P.nearest(track, under)[1]
        a, b = P.at(track, s - 9)[0], P.at(track, s + 9)[0]
        track = with_point(with_point(track, a), b)
        i, j = track.index(a), track.index(b)
        w.way(track[: i + 1], tags)
        w.way(track[i : j + 1], {**tags, "bridge": "yes", "layer": "1"})
        w.way(track[j:], tags)
    s = ground.STATION_AT
    for off in (4.2, -7.6):
        w.way(ground.rail_box(s - 60, s + 60, off, off + 3.4), {"railway": "platform", "public_transport": "platform",
                                                                "area": "yes"}, True)
    w.poi(ground.along_rail(s, 8), {"railway": "station", "public_transport": "station", "train": "yes",
                                    "name": "Valmoulin", "operator": "SNCB/NMBS"}, 901)
    w.way(P.band(ground.RAILWAY, 8), {"landuse": "railway"}, True)
    w.way(ground.rail_box(s - 28, s + 24, 24, 56), {"highway": "pedestrian", "area": "yes", "place": "square",
                                                    "name": "Place de la Gare", "name:nl": "Stationsplein"}, True)


def areas(w):
    for tags, outline in AREAS:
        w.way(outline, tags, True)
    outer = w.way([(612, 330), (600, 520), (200, 520), (178, 470), (182, 414), (240, 425), (290, 392), (338, 344),
                   (420, 332), (520, 348)], {}, True)
    inner = w.way([(430, 400), (490, 392), (510, 430), (470, 452), (436, 438)], {"landuse": "meadow"}, True)
    wood = {"type": "multipolygon", "natural": "wood", "leaf_type": "broadleaved", "name": "Bois de la Justice"}
    w.relation([("way", outer, "outer"), ("way", inner, "inner")], wood)
    w.way([(445, 300), (600, 340), (612, 170), (452, 172), (438, 214)],
          {"natural": "wood", "leaf_type": "broadleaved"}, True)


def gardens(w, ways):
    walls = [way for way in ways if way.kind not in ("footway", "steps", "path", "cycleway", "service")]
    for seed in ground.GARDENS:
        outline = ground.interior(seed, walls, 14)
        if outline and P.area(outline) > 250:
            w.way(outline, GARDEN, True)


# Nodes on their own: id, place, tags.
SMALL = [
    (911, (14, 35.5), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes",
                       "name": "Valmoulin Grand-Place", "shelter": "yes"}),
    (912, (-6, 26.5), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes",
                       "name": "Valmoulin Grand-Place"}),
    (913, (228, 207), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes", "name": "Valmoulin Gare",
                       "shelter": "yes"}),
    (914, (-238, 52), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes", "name": "Valmoulin École",
                       "shelter": "no"}),
    (915, (-256, 46), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes", "name": "Valmoulin École"}),
    (916, (100, -358.5), {"highway": "bus_stop", "public_transport": "platform", "bus": "yes",
                          "name": "Valmoulin Outre-l’Eau"}),
    (921, (-11.4, 62), {"amenity": "bicycle_parking", "bicycle_parking": "stands", "covered": "yes", "capacity": "32"}),
    (922, (262, 214), {"amenity": "bicycle_parking", "bicycle_parking": "shed", "covered": "yes", "capacity": "60"}),
    (923, (30, -24), {"amenity": "bicycle_parking", "bicycle_parking": "stands", "capacity": "12"}),
    (931, (-43.6, 4), {"amenity": "toilets", "fee": "no", "wheelchair": "yes", "changing_table": "yes",
                       "opening_hours": "Mo-Su 08:00-20:00", "name": "Toilettes de la Grand-Place"}),
    (933, (269.2, 223.9), {"amenity": "parcel_locker", "name": "Consigne à colis de la gare", "opening_hours": "24/7"}),
    (934, (366, 140), {"amenity": "charging_station", "capacity": "2", "name": "Bornes de la gare"}),
    (935, (-258, -100), {"amenity": "charging_station", "capacity": "2"}),
    (936, (-42.6, -2), {"amenity": "post_box"}),
    (937, (-20, 38), {"amenity": "drinking_water"}),
    (938, (30, -12), {"amenity": "fountain", "name": "Fontaine du Meunier"}),
    (939, (36, 36), {"amenity": "atm"}),
    (941, (-110, 42), {"historic": "memorial", "memorial": "war_memorial", "name": "Monument aux morts"}),
    (942, (-149, 372), {"historic": "wayside_cross", "name": "Calvaire"}),
    (943, (352, 350), {"tourism": "viewpoint", "name": "Belvédère des Verriers"}),
    (944, (264, -60), {"tourism": "information", "information": "board"}),
    (945, (-115, -400), {"amenity": "recycling", "recycling_type": "container"}),
    (946, (246, 232), {"amenity": "taxi"}),
]
BENCHES = [(20, 4), (20, -16), (-4, -16), (292, -120), (294, -150), (292, -205), (222, 46), (262, 70), (232, 116),
           (216, 20), (-90, 44), (352, -230), (356, -140), (-120, 44)]


def trees(ways):
    """Along the avenue, on the squares, by the water, in the park."""
    out = []
    avenue = next(way for way in ways if way.name == "Avenue de la Gare")
    boulevard = next(way for way in ways if way.name == "Boulevard des Combattants")
    quay = next(way for way in ways if way.name == "Quai de l’Écluse")
    for way, offs, step, first in ((avenue, (6.0, -6.0), 15, 14), (boulevard, (6.6, -6.6), 19, 16),
                                   (quay, (-4.6,), 14, 24)):
        line = way.line
        for off in offs:
            s = first
            while s < P.length(line) - 10:
                p, d = P.at(line, s)
                q = P.add(p, P.left_of(d), off)
                if all(other is way or P.nearest(other.line, q)[0] > streets.KERB[other.kind] + 2.2 for other in ways):
                    out.append(q)
                s += step
    out += [(-24, 16), (-12, 17), (24, 18), (34, 14), (36, -4), (-98, 30), (-90, 34), (-128, 30), (-120, 26),
            (-128, 98), (-112, 100), (-96, 99), (-84, 97)]
    out += [(210, 10), (222, 8), (236, -6), (250, 22), (226, 34), (222, 62), (220, 78), (228, 96), (246, 104),
            (258, 112), (250, 132), (270, 74), (262, 28), (208, 54)]
    out += [(250, -26), (254, -56), (-62, -270), (-64, -284), (-236, 74), (-234, 116)]
    return out


def small(w, ways):
    for number, p, tags in SMALL:
        w.poi(p, tags, number)
    for i, p in enumerate(BENCHES):
        w.poi(p, {"amenity": "bench"}, 2001 + i)
    for i, p in enumerate(trees(ways)):
        w.poi(p, {"natural": "tree"}, 2101 + i)
