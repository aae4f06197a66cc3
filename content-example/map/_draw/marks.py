"""The buildings that everybody knows: church, school, station, mill… drawn by hand, each in a frame of its own."""
import ground
import plane as P


class Mark:
    """A building outside the rows. `inner`: its courtyard."""

    def __init__(self, tags, outline, parts=None, inner=None):
        self.tags, self.outline, self.inner = tags, P.ccw(outline), inner
        self.parts = [P.ccw(part) for part in parts or [outline]]


def frame(origin, along):
    """Local metres, x along a direction, to metres of the town."""
    u = P.unit(along)
    n = P.left_of(u)
    return lambda points: [P.add(P.add(origin, u, x), n, y) for x, y in points]


def rect(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def composed(tags, f, outline, parts):
    return Mark(tags, f(outline), [f(part) for part in parts])


def church():
    f = frame((-107, 67), (1, 0.05))
    outline = [(-25, -4), (-17, -4), (-17, -8), (0, -8), (0, -14), (8, -14), (8, -8), (15, -7), (20, -4.5), (22, 0),
               (20, 4.5), (15, 7), (8, 8), (8, 14), (0, 14), (0, 8), (-17, 8), (-17, 4), (-25, 4)]
    parts = [rect(-25, -4, -17, 4), rect(-17, -8, 8, 8), rect(0, -14, 8, 14), [(8, -8), (15, -7), (20, -4.5), (22, 0),
                                                                               (20, 4.5), (15, 7), (8, 8)]]
    return composed({"building": "church", "amenity": "place_of_worship", "religion": "christian",
                     "denomination": "catholic",
                     "name": "Église Saint-Roch", "name:nl": "Sint-Rochuskerk"}, f, outline, parts)


def school():
    f = frame((-219, 95), (1, 0.04))
    outline = [(-17, -24), (18, -24), (18, 24), (-17, 24), (-17, 13), (7, 13), (7, -13), (-17, -13)]
    parts = [rect(-17, -24, 18, -13), rect(-17, 13, 18, 24), rect(7, -13, 18, 13)]
    return composed({"building": "school", "addr:street": "Rue des Écoles", "addr:housenumber": "3A"}, f, outline,
                    parts)


def convent():
    f = frame((192, -215), (1, -0.06))
    parts = [rect(-24, -17, 24, -8), rect(-24, 8, 24, 17), rect(-24, -8, -14, 8), rect(14, -8, 24, 8)]
    mark = composed({"building": "yes"}, f, rect(-24, -17, 24, 17), parts)
    mark.inner = f(rect(-14, -8, 14, 8))
    return mark


def station():
    s = ground.STATION_AT
    main, wing = ground.rail_box(s - 9, s + 9, 12, 24), ground.rail_box(s + 9, s + 22, 12.6, 21.5)
    left = ground.rail_box(s - 22, s - 9, 12.6, 21.5)
    a = ground.along_rail
    outline = [a(s - 22, 12.6), a(s - 9, 12.6), a(s - 9, 12), a(s + 9, 12), a(s + 9, 12.6), a(s + 22, 12.6),
               a(s + 22, 21.5), a(s + 9, 21.5),
               a(s + 9, 24), a(s - 9, 24), a(s - 9, 21.5), a(s - 22, 21.5)]
    return Mark({"building": "train_station", "name": "Gare de Valmoulin", "addr:street": "Place de la Gare",
                 "addr:housenumber": "1"},
                outline, [main, wing, left])


def mill():
    f = frame((284.6, -22.5), (0.24, 0.97))
    outline = [(-12, -6.2), (12, -6.2), (12, 6.2), (0, 6.2), (0, 13), (-9, 13), (-9, 6.2), (-12, 6.2)]
    return composed({"building": "yes", "man_made": "watermill", "historic": "watermill", "tourism": "attraction",
                     "name": "Le Moulin de Valmoulin",
                     "name:nl": "De watermolen van Valmoulin", "addr:street": "Rue du Moulin",
                     "addr:housenumber": "1", "start_date": "1764"},
                    f, outline, [rect(-12, -6.2, 12, 6.2), rect(-9, 6.2, 0, 13)])


def plain(tags, centre, along, long, wide):
    return Mark(tags, P.oblong(centre, along, long, wide))


MARKS = [
    church(),
    school(),
    convent(),
    station(),
    mill(),
    Mark({"building": "yes", "leisure": "bandstand", "name": "Kiosque à musique"}, P.disc((6, -6), 3.8, 8, turn=0.39)),
    plain({"building": "retail", "shop": "supermarket", "name": "Superfrais",
           "opening_hours": "Mo-Sa 08:30-20:00; Su 09:00-13:00",
           "phone": "+32 65 12 81 40", "addr:street": "Boulevard des Combattants", "addr:housenumber": "20A",
           "wheelchair": "yes"},
          (-304, -54), (1, 0.1), 42, 32),
    plain({"building": "industrial", "name": "Anciennes verreries", "disused": "yes"}, (374, 229), (0.74, -0.67), 52,
          24),
    plain({"building": "industrial"}, (402, 178), (0.86, -0.5), 30, 16),
    plain({"building": "chapel", "amenity": "place_of_worship", "religion": "christian",
           "name": "Chapelle du cimetière"}, (-428, 330), (1, 0.05), 9, 6),
    plain({"building": "yes", "amenity": "bar", "name": "Buvette du RFC Valmoulin"}, (-70, -410), (1, 0.02), 18, 7),
    plain({"building": "shed"}, (338, -375), (1, 0.1), 4, 3),
    plain({"building": "shed"}, (352, -410), (1, 0.2), 3.5, 2.6),
    plain({"building": "shed"}, (374, -372), (1, 0), 3, 3),
    plain({"building": "shed"}, (402, -388), (1, 0.3), 4, 2.8),
    plain({"building": "shed"}, (414, -362), (1, 0.1), 3, 2.4),
    plain({"building": "shed"}, (380, -415), (1, 0.15), 3.4, 2.6),
    plain({"building": "hut", "amenity": "toilets", "access": "yes", "name": "Toilettes du parc"}, (272, 98),
          (0.2, 1), 5, 3),
]
