#!/usr/bin/python3
"""Writes the example's extract, ../quartier.osm: draw.py [--out FILE] [--where "Rue du Moulin 12"]…

Python's standard library is enough. The same tables give the same bytes. --where tells where houses are."""
import argparse
from pathlib import Path

import check
import land
import plane as P
import shops
import town as T
from osm import Writer

HERE = Path(__file__).resolve().parent
EAST, NORTH = 568, 490  # metres from the middle of the Grand-Place to the edges of the extract


CROSSINGS = [
    ("Boulevard des Combattants", (-243, 36), "traffic_signals"),
    ("Boulevard des Combattants", (-234, -72), "crossing"),
    ("Avenue de la Gare", (86, 46), "crossing"),
    ("Rue de l’Église", (-106, 14), "crossing"),
    ("Rue des Tanneurs", (-52, -254), "crossing"),
]


def roads(w, ways):
    for way in ways:
        tags = {"highway": way.kind}
        if way.name:
            tags["name"] = way.name
        w.way(way.line, {**tags, **way.tags})
    crossings(w, ways)


def crossings(w, ways):
    """Where footways and small streets meet the big ones."""
    for name, near, what in CROSSINGS:
        line = next(way for way in ways if way.name == name).line
        w.node(min(line, key=lambda q: P.far(q, near)), {"highway": what})


# Streets whose houses bear their number alone: a relation says which street they are of.
BY_RELATION = {"Rue Neuve"}
# Sides whose houses bear no address: a line tells from which number to which they go.
BY_LINE = {("Rue Outre-l’Eau", -1)}


def houses(w, town, ways):
    members = {}
    for house in town.houses:
        tags = {}
        if house.mark:
            building_with_yard(w, house.mark)
            continue
        tags["building"] = house.kind if house.kind != "civic" else "public"
        if house.number and (house.street, house.side) not in BY_LINE:
            if house.street not in BY_RELATION:
                tags["addr:street"] = house.street
            tags["addr:housenumber"] = house.number
        tags.update(house.tags)
        number = w.way(house.outline, tags, True, house.osm)
        if house.number and house.street in BY_RELATION:
            members.setdefault(house.street, []).append(("way", number, "house"))
    for street, rows in members.items():
        first = next(number for number, _, tags in w.ways if tags.get("name") == street)
        w.relation([("way", first, "street")] + rows, {"type": "associatedStreet", "name": street})
    for street, side in sorted(BY_LINE):
        interpolation(w, town, ways, street, side)


def interpolation(w, town, ways, street, side):
    """The line of a side's numbers, from its first house to its last."""
    row = [h for h in town.houses if h.street == street and h.side == side and h.number]
    row.sort(key=lambda h: number_of(h.number))
    ends = [P.add(h.front, h.inward, 1.5) for h in (row[0], row[-1])]
    way = next(way for way in ways if way.name == street)
    line = P.offset(way.line, side * (way.reach + 1.5))
    s0, s1 = (P.nearest(line, p)[1] for p in ends)
    between = [p for p in line if s0 < P.nearest(line, p)[1] < s1]
    w.way([ends[0], *between, ends[1]], {"addr:interpolation": "odd" if number_of(row[0].number) % 2 else "even"})
    for p, house in zip(ends, (row[0], row[-1])):
        w.node(p, {"addr:street": street, "addr:housenumber": str(number_of(house.number))})


def number_of(text):
    return int("".join(c for c in text if c.isdigit()))


def building_with_yard(w, mark):
    if not mark.inner:
        w.way(mark.outline, mark.tags, True)
        return
    outer, inner = w.way(mark.outline, {}, True), w.way(mark.inner, {}, True)
    w.relation([("way", outer, "outer"), ("way", inner, "inner")], {"type": "multipolygon", **mark.tags})


def find(town, street, number):
    for house in town.houses:
        if house.street == street and house.number == number:
            return house
    raise SystemExit(f"no house {street} {number}: " + ", ".join(h.number for h in town.houses if h.street == street))


def trade(w, town):
    for way, street, number, tags in shops.SHOPS_ON_HOUSES:
        house = find(town, street, number)
        house.osm = way
        house.tags.update(tags)
    for node, street, number, tags in shops.SHOPS:
        address = {"addr:street": street, "addr:housenumber": number, "addr:postcode": "7376", "addr:city": "Valmoulin"}
        w.poi(find(town, street, number).inside(), {**tags, **address}, node)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=HERE.parent / "quartier.osm", type=Path)
    parser.add_argument("--where", nargs="*", default=[])
    options = parser.parse_args()
    ways, town = T.build()
    w = Writer()
    trade(w, town)
    land.railway(w, ways)
    roads_first = len(w.ways)
    roads(w, ways)
    land.water(w)
    land.areas(w)
    land.gardens(w, ways)
    land.small(w, ways)
    houses(w, town, ways)
    check.town(town, ways)
    check.writer(w, roads_first)
    check.cards(town, HERE.parent.parent)
    south, west = P.degrees((-EAST, -NORTH))
    north, east = P.degrees((EAST, NORTH))
    text = w.xml((f"{south:.5f}", f"{west:.5f}", f"{north:.5f}", f"{east:.5f}"))
    check.text(text)
    options.out.write_text(text, encoding="utf-8")
    print(f"{options.out}: {len(text.encode())} bytes, {len(w.ways)} ways, {len(town.houses)} buildings")
    for address in options.where:
        street, number = address.rsplit(" ", 1)
        lat, lon = P.degrees(find(town, street, number).inside())
        print(f"{address}: [{lat:.5f}, {lon:.5f}]")


if __name__ == "__main__":
    main()
