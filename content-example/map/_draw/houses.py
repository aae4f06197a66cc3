"""The houses of Valmoulin: rows of narrow terraced houses along the old streets, villas further out, sheds behind.

A house is made of convex parts (its body, its rear wing); parts never overlap anything that was there before."""
import random
import zlib

import plane as P


WIDER = 1.22  # than the table in town.py says: the whole town at once


class House:
    def __init__(self, parts, outline, front=None, inward=None, street="", side=0, s=0.0, kind="house"):
        self.parts, self.outline = parts, outline
        self.front, self.inward = front, inward
        self.street, self.side, self.s = street, side, s
        self.kind = kind
        self.number = ""
        self.tags = {}
        self.mark = None
        self.osm = None  # an id that stays

    def inside(self):
        """A point within, behind the door: where a shop is."""
        if self.front is None:
            return P.centroid(self.parts[0])
        return P.add(self.front, self.inward, 2.6)


class Town:
    """What stands where."""

    def __init__(self, ways, blocked):
        self.houses = []
        self.ways = ways
        self.grid = P.Grid()
        for poly in blocked:
            self.grid.put(poly, "ground")
        for way in ways:
            for quad in P.ribbon(way.line, way.reach):
                self.grid.put(quad, way)
            for p in way.line[1:-1]:
                self.grid.put(P.disc(p, way.reach * 0.98, 8), way)

    def taken(self, poly, ignore=()):
        near = (item for item in self.grid.near(poly) if item[1] not in ignore)
        return [(other, what) for other, what in near if P.overlap(poly, other) > 0.02]

    def free(self, poly, ignore=()):
        return not self.taken(poly, ignore)

    def add(self, house):
        for part in house.parts:
            self.grid.put(part, house)
        self.houses.append(house)
        return house

    def trimmed(self, poly, ignore=()):
        """The polygon beside everything that stands already."""
        for _ in range(8):
            others = self.taken(poly, ignore)
            if not others:
                return poly
            other = max(others, key=lambda item: P.overlap(poly, item[0]))[0]
            poly = P.trim(poly, other)
            if not poly or P.area(poly) < 12:
                return []
        return []


def chance(*what):
    """A stream of chance of its own for each row of houses: a change in one street changes no other."""
    return random.Random(zlib.crc32(repr(what).encode()))


def spans(town, line, ignore, inset=0.5, step=0.25):
    """The stretches of a building line where something can stand."""
    total = P.length(line)
    out, start = [], None
    s = 0.0
    while s <= total:
        p, d = P.at(line, s)
        q = P.add(p, P.left_of(d), inset)
        blocked = any(what not in ignore for what in town.grid.at(q))
        if not blocked and start is None:
            start = s
        if blocked and start is not None:
            out.append((start, s - step))
            start = None
        s += step
    if start is not None:
        out.append((start, total))
    return [(a, b) for a, b in out if b - a > 4.2]


def building_line(line, side, reach):
    """The fronts along a street's side (+1 left, -1 right), so that the houses lie to its left."""
    fronts = P.offset(line, side * reach)
    return fronts if side > 0 else fronts[::-1]


def row(town, street, line, side, width, depth, ignore=(), limits=(0, 1), wing=0.42, slip=0.12, gaps=0.6):
    """A row of terraced houses on a building line (houses to its left)."""
    rng = chance("row", street, side, round(line[0][0]), round(line[0][1]))
    total = P.length(line)
    made = []
    for a, b in spans(town, line, ignore):
        a, b = max(a, limits[0] * total), min(b, limits[1] * total)
        if b - a < 4.5:
            continue
        n = max(1, round((b - a) / (width * WIDER)))
        weights = [rng.uniform(0.78, 1.25) for _ in range(n)]
        if n > 2:  # corner houses are a little wider
            weights[0] *= 1.2
            weights[-1] *= 1.2
        scale = (b - a) / sum(weights)
        cuts = [a]
        for w in weights:
            cuts.append(cuts[-1] + w * scale)
        gap = rng.randrange(1, n - 1) if n > 6 and rng.random() < gaps else None
        back = rng.uniform(0, 0.4)
        deep = rng.uniform(*depth)
        mirrored = rng.random() < 0.5
        for i in range(n):
            if rng.random() < slip:
                back = rng.choice((0, 0, 0.25, 0.5, 0.9))
            if rng.random() < 0.55:
                deep = rng.uniform(*depth)
            mirrored = not mirrored if rng.random() < 0.85 else mirrored
            if i == gap:  # a gateway, a yard, a house that is no more
                continue
            house = terraced(town, rng, street, line, side, (cuts[i], cuts[i + 1]), back, deep, wing, mirrored, ignore)
            if house:
                made.append(house)
    return made


def terraced(town, rng, street, line, side, cut, back, deep, wing, mirrored, ignore):
    (p0, d0), (p1, d1) = P.at(line, cut[0]), P.at(line, cut[1])
    n = P.unit(P.left_of(P.sub(p1, p0)))
    n0, n1 = P.left_of(d0), P.left_of(d1)  # the walls shared with the neighbours, whatever the bend
    f0, f1 = P.add(p0, n0, back), P.add(p1, n1, back)
    b0, b1 = P.add(f0, n0, deep), P.add(f1, n1, deep)
    body = P.ccw([f0, f1, b1, b0])
    whole = P.area(body)
    fixed = town.trimmed(body, ignore)
    if not fixed or P.area(fixed) < max(24, 0.5 * whole) or P.thickness(fixed) < 3.4:
        deep = deep * 0.66
        b0, b1 = P.add(f0, n0, deep), P.add(f1, n1, deep)
        body = P.ccw([f0, f1, b1, b0])
        fixed = town.trimmed(body, ignore)
        if not fixed or P.area(fixed) < 22 or P.thickness(fixed) < 3.2:
            return None
    parts, outline = [fixed], fixed
    if fixed is body and rng.random() < wing:
        share, long = rng.uniform(0.42, 0.62), rng.uniform(2.8, 6.5)
        a, b = (b0, P.mid(b0, b1, share)) if mirrored else (P.mid(b1, b0, share), b1)
        wall = n0 if mirrored else n1
        c, d = P.add(a, wall, long), P.add(b, wall, long)
        annex = P.ccw([a, b, d, c])
        if town.free(annex, ignore):
            parts = [body, annex]
            outline = P.ccw([f0, f1, b1, b, d, c] if mirrored else [f0, f1, d, c, a, b0])
    return town.add(House(parts, outline, P.mid(f0, f1), n, street, side, (cut[0] + cut[1]) / 2))


def villas(town, street, line, side, setback, gap, ignore=(), limits=(0, 1), twins=0.0):
    """Detached houses along a building line, some in pairs, with garages."""
    rng = chance("villas", street, side, round(line[0][0]), round(line[0][1]))
    total = P.length(line)
    made = []
    for a, b in spans(town, line, ignore):
        a, b = max(a, limits[0] * total), min(b, limits[1] * total)
        s = a + rng.uniform(2, 5)
        while s < b - 8:
            pair = rng.random() < twins
            wide = rng.uniform(6.2, 7.6) if pair else rng.uniform(8.5, 13)
            deep = rng.uniform(8.5, 11)
            back = rng.uniform(*setback)
            count = 2 if pair else 1
            if s + wide * count > b:
                break
            p, d = P.at(line, s + wide * count / 2)
            turn = rng.uniform(-0.05, 0.05)
            d = P.unit((d[0] - d[1] * turn, d[1] + d[0] * turn))
            n = P.left_of(d)
            for k in range(count):
                c = P.add(P.add(p, d, (k - (count - 1) / 2) * wide), n, back)
                made += villa(town, rng, street, side, c, d, n, wide, deep, s, pair, k, ignore)
            s += wide * count + rng.uniform(*gap)
    return made


def villa(town, rng, street, side, c, d, n, wide, deep, s, pair, k, ignore):
    body = P.oblong(P.add(c, n, deep / 2), d, wide, deep)
    if not town.free(body, ignore):
        return []
    parts, outline = [body], body
    flip = (1 if k else -1) if pair else rng.choice((-1, 1))
    if rng.random() < (0.6 if pair else 0.5):
        share, long = rng.uniform(0.4, 0.6) * wide, rng.uniform(2.5, 5)
        e = P.add(P.add(c, n, deep), d, flip * (wide / 2))
        f = P.add(e, d, -flip * share)
        annex = P.ccw([e, f, P.add(f, n, long), P.add(e, n, long)])
        if town.free(annex, ignore):
            parts = [body, annex]
            left, right = P.add(c, d, -wide / 2), P.add(c, d, wide / 2)
            lb, rb = P.add(left, n, deep), P.add(right, n, deep)
            e2, f2 = P.add(e, n, long), P.add(f, n, long)
            outline = P.ccw([left, right, e2, f2, f, lb] if flip > 0 else [left, right, rb, f, f2, e2])
    kind = "semidetached_house" if pair else "detached"
    house = town.add(House(parts, outline, c, n, street, side, s + k * wide, kind))
    if rng.random() < 0.45:
        g = P.add(P.add(c, d, flip * (wide / 2 + 2.6)), n, rng.uniform(3, 9))
        garage = P.oblong(g, n, rng.uniform(5.5, 7), rng.uniform(3, 3.6))
        if town.free(garage, ignore):
            town.add(House([garage], garage, kind="garage"))
    return [house]


def sheds(town, most, margin=0.6):
    """Small outbuildings at the end of some gardens."""
    rng = chance("sheds")
    made = 0
    for house in list(town.houses):
        if house.front is None or house.kind in ("garage", "shed") or rng.random() > 0.42 or made >= most:
            continue
        n, d = house.inward, (house.inward[1], -house.inward[0])
        c = P.add(P.add(house.front, n, rng.uniform(17, 26)), d, rng.uniform(-2, 2))
        long, wide = rng.uniform(2.4, 5.2), rng.uniform(2.2, 3.4)
        turn = rng.uniform(-0.08, 0.08)
        n = P.unit((n[0] - n[1] * turn, n[1] + n[0] * turn))
        if town.free(P.oblong(c, n, long + margin, wide + margin)):
            shed = P.oblong(c, n, long, wide)
            town.add(House([shed], shed, kind="garage" if long > 4.6 else "shed"))
            made += 1
    return made


def placed(town, way, side, s, wide, deep, number, tags):
    """A building of its own on a street's front, s metres along it, with its number: made before the rows."""
    fronts = building_line(way.line, side, way.reach)
    _, along, _, _ = P.nearest(fronts, P.at(way.line, s)[0])
    p, d = P.at(fronts, along)
    n = P.left_of(d)
    body = P.oblong(P.add(p, n, deep / 2), d, wide, deep)
    assert town.free(body, (way,)), f"no room for {way.name} {number}"
    house = House([body], body, p, n, way.name, side, along)
    house.number = number
    house.tags = dict(tags)
    return town.add(house)


def number(houses, first, rng, skip=0.05, letters=0.04, wanted=()):
    """Numbers a street's side: every second number from `first`, with gaps and letters; those already given stay."""
    todo = list(houses)
    runs, run = [], []
    for house in todo:
        if house.number:
            runs.append((run, int(house.number)))
            run = []
        else:
            run.append(house)
    runs.append((run, None))
    n = first
    for run, stop in runs:
        for i, house in enumerate(run):
            room = None if stop is None else (stop - n) // 2 - (len(run) - i)
            before = n - 2
            if (room is not None and room < 0) or (i and rng.random() < letters):
                letter = "A"
                if i and run[i - 1].number.endswith("A"):
                    letter = "B"
                if i or before >= first:
                    house.number = f"{before}{letter}"
                    continue
            if (room is None or room > 0) and n not in wanted and rng.random() < skip:
                n += 2
            if room is not None and room > 1 and n not in wanted and rng.random() < room / (len(run) - i + room):
                n += 2
            house.number = str(n)
            n += 2
        if stop is not None:
            n = max(n, stop + 2)
