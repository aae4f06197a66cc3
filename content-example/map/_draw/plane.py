"""Plane geometry in metres, x to the east and y to the north of the middle of the Grand-Place."""
import math

ORIGIN = 50.3959, 3.7778
METRES_LAT = 111240.0
METRES_LON = 111320.0 * math.cos(math.radians(ORIGIN[0]))


def degrees(p):
    return round(ORIGIN[0] + p[1] / METRES_LAT, 7), round(ORIGIN[1] + p[0] / METRES_LON, 7)


def metres(lat, lon):
    return (lon - ORIGIN[1]) * METRES_LON, (lat - ORIGIN[0]) * METRES_LAT


def add(a, b, k=1.0):
    return a[0] + b[0] * k, a[1] + b[1] * k


def sub(a, b):
    return a[0] - b[0], a[1] - b[1]


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1]


def cross(a, b):
    return a[0] * b[1] - a[1] * b[0]


def far(a, b):
    return math.hypot(a[0] - b[0], a[1] - b[1])


def unit(a):
    length = math.hypot(*a) or 1.0
    return a[0] / length, a[1] / length


def left_of(a):
    return -a[1], a[0]


def mid(a, b, k=0.5):
    return a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k


# --- polygons: lists of points, counter-clockwise unless said otherwise


def signed_area(poly):
    return sum(cross(poly[i - 1], poly[i]) for i in range(len(poly))) / 2


def area(poly):
    return abs(signed_area(poly))


def ccw(poly):
    return list(poly) if signed_area(poly) >= 0 else list(poly)[::-1]


def centroid(poly):
    total = signed_area(poly)
    if abs(total) < 1e-9:
        return poly[0]
    x = y = 0.0
    for i in range(len(poly)):
        c = cross(poly[i - 1], poly[i])
        x += (poly[i - 1][0] + poly[i][0]) * c
        y += (poly[i - 1][1] + poly[i][1]) * c
    return x / (6 * total), y / (6 * total)


def box(poly):
    return min(p[0] for p in poly), min(p[1] for p in poly), max(p[0] for p in poly), max(p[1] for p in poly)


def cut(poly, at, normal):
    """The part of the polygon on the side of the line to which `normal` points."""
    out = []
    for i, p in enumerate(poly):
        q = poly[i - 1]
        a, b = dot(sub(q, at), normal), dot(sub(p, at), normal)
        if (a < 0) != (b < 0):
            out.append(mid(q, p, a / (a - b)))
        if b >= 0:
            out.append(p)
    return tidy(out)


def tidy(poly, near=0.02):
    out = [p for i, p in enumerate(poly) if far(p, poly[i - 1]) > near]
    return out if len(out) > 2 else []


def overlap(a, b):
    """The area that two convex polygons share."""
    ab, bb = box(a), box(b)
    if ab[0] >= bb[2] or bb[0] >= ab[2] or ab[1] >= bb[3] or bb[1] >= ab[3]:
        return 0.0
    for i in range(len(b)):
        if not a:
            return 0.0
        a = cut(a, b[i - 1], left_of(sub(b[i], b[i - 1])))
    return area(a) if a else 0.0


def trim(poly, other):
    """What is left of a convex polygon beside another: the largest part beyond one of its edges."""
    best = []
    for i in range(len(other)):
        edge = sub(other[i], other[i - 1])
        part = cut(poly, other[i - 1], (edge[1], -edge[0]))
        if part and (not best or area(part) > area(best)):
            best = part
    return best


def holds(poly, p):
    inside = False
    for i in range(len(poly)):
        a, b = poly[i - 1], poly[i]
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside


def thickness(poly):
    """The least width of a convex polygon."""
    least = 1e9
    for i in range(len(poly)):
        n = unit(left_of(sub(poly[i], poly[i - 1])))
        least = min(least, max(abs(dot(sub(p, poly[i]), n)) for p in poly))
    return least


def oblong(centre, along, length, width):
    """A rectangle whose long side runs along a direction."""
    u = unit(along)
    n = left_of(u)
    return [
        add(add(centre, u, sx * length / 2), n, sy * width / 2) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def disc(centre, radius, sides=10, squeeze=1.0, turn=0.3):
    return [
        (
            centre[0] + radius * math.cos(turn + 2 * math.pi * i / sides),
            centre[1] + radius * squeeze * math.sin(turn + 2 * math.pi * i / sides),
        )
        for i in range(sides)
    ]


# --- lines: lists of points


def smooth(points, step=12.0, bend=0.12):
    """A Catmull-Rom curve through the points, as mappers draw bends: a node every few metres where it turns.

    `step`: the least metres between nodes; `bend`: radians that one node may turn."""
    if len(points) < 3:
        return list(points)
    out = [points[0]]
    for i in range(len(points) - 1):
        p1, p2 = points[i], points[i + 1]
        p0 = points[i - 1] if i else add(p1, sub(p1, p2))
        p3 = points[i + 2] if i + 2 < len(points) else add(p2, sub(p2, p1))
        turn = abs(math.atan2(cross(sub(p1, p0), sub(p2, p1)), dot(sub(p1, p0), sub(p2, p1))))
        turn += abs(math.atan2(cross(sub(p2, p1), sub(p3, p2)), dot(sub(p2, p1), sub(p3, p2))))
        parts = max(1, min(round(far(p1, p2) / step), round(turn / bend)))
        for j in range(1, parts + 1):
            t = j / parts
            out.append(
                tuple(
                    0.5
                    * (
                        2 * p1[k]
                        + (p2[k] - p0[k]) * t
                        + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t
                        + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t**3
                    )
                    for k in (0, 1)
                )
            )
    return out


def length(line):
    return sum(far(line[i], line[i + 1]) for i in range(len(line) - 1))


def at(line, s):
    """The point at s metres along a line, and the direction there."""
    for i in range(len(line) - 1):
        d = far(line[i], line[i + 1])
        if s <= d or i == len(line) - 2:
            return mid(line[i], line[i + 1], s / d if d else 0), unit(sub(line[i + 1], line[i]))
        s -= d


def nearest(line, p):
    """Distance to a line, metres along it, the point, the segment."""
    best = None
    s = 0.0
    for i in range(len(line) - 1):
        a, b = line[i], line[i + 1]
        d = far(a, b)
        t = max(0.0, min(1.0, dot(sub(p, a), sub(b, a)) / (d * d))) if d else 0.0
        q = mid(a, b, t)
        if best is None or far(p, q) < best[0]:
            best = far(p, q), s + t * d, q, i
        s += d
    return best


def meet(a, b, c, d):
    """Where two segments cross; None."""
    r, s = sub(b, a), sub(d, c)
    den = cross(r, s)
    if abs(den) < 1e-9:
        return None
    t, u = cross(sub(c, a), s) / den, cross(sub(c, a), r) / den
    return mid(a, b, t) if 0 <= t <= 1 and 0 <= u <= 1 else None


def offset(line, by):
    """The line moved to its left (negative: right), with mitred corners."""
    normals = [unit(left_of(sub(line[i + 1], line[i]))) for i in range(len(line) - 1)]
    out = [add(line[0], normals[0], by)]
    for i in range(1, len(line) - 1):
        m = unit(add(normals[i - 1], normals[i]))
        out.append(add(line[i], m, by / max(0.5, dot(m, normals[i]))))
    out.append(add(line[-1], normals[-1], by))
    return out


def ribbon(line, left, right=None):
    """The quads that a line of some width covers, one a segment, closed at the bends."""
    a, b = offset(line, left), offset(line, -(left if right is None else right))
    return [ccw([a[i], b[i], b[i + 1], a[i + 1]]) for i in range(len(line) - 1)]


def band(line, left, right=None):
    """The outline of a line of some width: one polygon."""
    return ccw(offset(line, left) + offset(line, -(left if right is None else right))[::-1])


class Grid:
    """Convex polygons, found again by where they are."""

    def __init__(self, cell=24.0):
        self.cell, self.cells = cell, {}

    def _keys(self, b):
        for i in range(int(b[0] // self.cell), int(b[2] // self.cell) + 1):
            for j in range(int(b[1] // self.cell), int(b[3] // self.cell) + 1):
                yield i, j

    def put(self, poly, what):
        item = poly, what
        for key in self._keys(box(poly)):
            self.cells.setdefault(key, []).append(item)

    def near(self, poly):
        seen = set()
        for key in self._keys(box(poly)):
            for item in self.cells.get(key, ()):
                if id(item) not in seen:
                    seen.add(id(item))
                    yield item

    def at(self, p):
        key = int(p[0] // self.cell), int(p[1] // self.cell)
        return [what for poly, what in self.cells.get(key, ()) if holds(poly, p)]
