"""What must hold before the extract is written. A failed check stops the writing and says where."""
import collections
import re
import xml.etree.ElementTree as ET

import ground
import plane as P
import streets

SLIP = 0.25  # square metres that rounding may make of two walls in common
MOST = 1_200_000


def told(house):
    x, y = P.centroid(house.outline)
    return f"{house.street or house.kind} {house.number} ({x:.0f}, {y:.0f})"


def marked(house):
    """The address of a building that everybody knows; None."""
    tags = house.mark.tags if house.mark else {}
    return (tags["addr:street"], tags["addr:housenumber"]) if "addr:street" in tags else None


def town(town, ways):
    grid = P.Grid()
    for house in town.houses:
        for part in house.parts:
            for other, who in grid.near(part):
                assert who is house or P.overlap(part, other) < SLIP, f"on each other: {told(who)}, {told(house)}"
        for part in house.parts:
            grid.put(part, house)
    for way in ways:
        for quad in P.ribbon(way.line, streets.KERB[way.kind]):
            for part, house in grid.near(quad):
                assert P.overlap(part, quad) < SLIP, f"{told(house)} stands on {way.name or way.kind}"
    for quad in ground.water_quads() + P.ribbon(ground.RAILWAY, 8):
        for part, house in grid.near(quad):
            assert P.overlap(part, quad) < SLIP, f"{told(house)} stands in water or on rails"
    for part, house in grid.near(ground.POND):
        assert not any(P.holds(ground.POND, p) for p in part), "a building in the pond"
    known = collections.Counter((h.street, h.number) for h in town.houses if h.number)
    known.update(address for address in map(marked, town.houses) if address)
    twice = [key for key, n in known.items() if n > 1]
    assert not twice, f"two houses of one address: {twice}"
    assert len(town.houses) >= 600
    named = {way.name for way in ways}
    assert all(h.street in named for h in town.houses if h.street)


def writer(w, first):
    """Every street can be walked to from every other; ids are given once."""
    paths = [(refs, tags) for _, refs, tags in w.ways[first:] if "highway" in tags and tags.get("area") != "yes"]
    root = {}

    def top(x):
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for refs, _ in paths:
        for a, b in zip(refs, refs[1:]):
            root[top(a)] = top(b)
    parts = collections.Counter(top(x) for x in list(root))
    at = {number: where for where, number in w.points.items()}
    most = parts.most_common(1)[0][0]
    lost = [(tags.get("name", tags["highway"]), P.metres(*at[refs[0]])) for refs, tags in paths if top(refs[0]) != most]
    assert not lost, f"not joined to the other streets: {lost}"
    ids = [number for number, _, _ in w.extra] + list(w.points.values())
    assert len(ids) == len(set(ids))


def cards(town, folder):
    """Cards that say both where they are and their address say the same."""
    houses = {(plain(h.street), h.number): h for h in town.houses if h.number}
    houses.update({(plain(marked(h)[0]), marked(h)[1]): h for h in town.houses if marked(h)})
    for card in sorted(folder.glob("*/*.md")):
        head = card.read_text(encoding="utf-8").split("---")[1]
        street = re.search(r"street: \"?(.*?)[,\s]+(\d+\w?)\"?\s*(?:#.*)?[,}\n]", head)
        place = re.search(r"^location: \[([\d.]+), ([\d.]+)\]", head, re.M)
        if street and card.parent.name in ("merchants", "places"):
            house = houses.get((plain(street[1]), street[2]))
            assert house, f"{card.name}: no house {street[1]} {street[2]}"
            if place:
                p = P.metres(float(place[1]), float(place[2]))
                assert any(P.holds(part, p) for part in house.parts), f"{card.name}: not in its house"


def plain(name):
    """Street names as the cards write them, in one spelling."""
    name = name.replace("'", "’").replace("-", " ").lower().strip(' "')
    return re.sub(r"^r\. ", "rue ", re.sub(r"^av\. ", "avenue ", name))


def text(text):
    assert len(text.encode()) < MOST, f"{len(text.encode())} bytes"
    tree = ET.fromstring(text)
    nodes = {node.get("id") for node in tree.iter("node")}
    assert all(nd.get("ref") in nodes for nd in tree.iter("nd"))
