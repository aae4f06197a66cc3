"""What must hold before the extract is written. A failed check stops the writing and says where."""
import collections
import re
import xml.etree.ElementTree as ET

import ground
import plane as P
import streets

SLIP = 0.25  # square metres that rounding may make of two walls in common
MOST = 1_200_000


def town(town, ways):
    grid = P.Grid()
    for house in town.houses:
        for part in house.parts:
            for other, who in grid.near(part):
                assert who is house or P.overlap(part, other) < SLIP, f"two buildings at {P.centroid(part)}: {who.street} {who.number}, {house.street} {house.number}"
        for part in house.parts:
            grid.put(part, house)
    for way in ways:
        for quad in P.ribbon(way.line, streets.KERB[way.kind]):
            for part, house in grid.near(quad):
                assert P.overlap(part, quad) < SLIP, f"{house.street} {house.number} stands on {way.name or way.kind} at {P.centroid(part)}"
    for quad in ground.water_quads() + P.ribbon(ground.RAILWAY, 8):
        for part, house in grid.near(quad):
            assert P.overlap(part, quad) < SLIP, f"{house.street} {house.number} stands in water or on rails at {P.centroid(part)}"
    for part, house in grid.near(ground.POND):
        assert not any(P.holds(ground.POND, p) for p in part), "a building in the pond"
    known = collections.Counter((h.street, h.number) for h in town.houses if h.number)
    known.update((h.mark.tags["addr:street"], h.mark.tags["addr:housenumber"]) for h in town.houses if h.mark and "addr:street" in h.mark.tags)
    twice = [key for key, n in known.items() if n > 1]
    assert not twice, f"two houses of one address: {twice}"
    assert len(town.houses) >= 600
    named = {way.name for way in ways}
    assert all(h.street in named for h in town.houses if h.street)


def writer(w, first):
    """Every street can be walked to from every other; ids are given once."""
    paths = [refs for _, refs, tags in w.ways[first:] if "highway" in tags and tags.get("area") != "yes"]
    root = {}

    def top(x):
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for refs in paths:
        for a, b in zip(refs, refs[1:]):
            root[top(a)] = top(b)
    parts = collections.Counter(top(x) for x in list(root))
    at = {number: where for where, number in w.points.items()}
    lost = [(tags.get("name", tags["highway"]), P.metres(*at[refs[0]])) for _, refs, tags in w.ways[first:] if "highway" in tags and tags.get("area") != "yes"
            and top(refs[0]) != parts.most_common(1)[0][0]]
    assert not lost, f"not joined to the other streets: {lost}"
    ids = [number for number, _, _ in w.extra] + list(w.points.values())
    assert len(ids) == len(set(ids))


def cards(town, folder):
    """Cards that say both where they are and their address say the same."""
    houses = {(plain(h.street), h.number): h for h in town.houses if h.number}
    for card in sorted(folder.glob("*/*.md")):
        head = card.read_text(encoding="utf-8").split("---")[1]
        street = re.search(r"street: \"?(.*?)[,\s]+(\d+\w?)\"?\s*(?:#.*)?[,}\n]", head)
        place = re.search(r"^location: \[([\d.]+), ([\d.]+)\]", head, re.M)
        if street and folder_of(card) in ("merchants", "places"):
            house = houses.get((plain(street[1]), street[2])) or marks_house(town, street)
            assert house, f"{card.name}: no house {street[1]} {street[2]}"
            if place:
                p = P.metres(float(place[1]), float(place[2]))
                assert any(P.holds(part, p) for part in house.parts), f"{card.name}: not in its house"


def folder_of(card):
    return card.parent.name


def marks_house(town, street):
    for house in town.houses:
        tags = house.mark.tags if house.mark else {}
        if plain(tags.get("addr:street", "")) == plain(street[1]) and tags.get("addr:housenumber") == street[2]:
            return house
    return None


def plain(name):
    """Street names as the cards write them, in one spelling."""
    name = name.replace("'", "’").replace("-", " ").lower().strip(' "')
    return re.sub(r"^r\. ", "rue ", re.sub(r"^av\. ", "avenue ", name))


def text(text):
    assert len(text.encode()) < MOST, f"{len(text.encode())} bytes"
    tree = ET.fromstring(text)
    nodes = {node.get("id") for node in tree.iter("node")}
    assert all(nd.get("ref") in nodes for nd in tree.iter("nd"))
