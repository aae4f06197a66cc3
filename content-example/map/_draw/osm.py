"""An OSM XML file: nodes shared where points are the same, ids in the order of writing."""
from xml.sax.saxutils import quoteattr

import plane as P

COMMENT = """
  Valmoulin n'existe pas : cet extrait est inventé, rues, maisons, commerces et numéros compris. Les identifiants ne
  sont pas ceux d'OpenStreetMap ; n'envoyez rien de ce fichier là-bas. _draw/draw.py l'écrit.

  Valmoulin does not exist: streets, houses, shops and ids of this extract are invented. Nothing of it belongs into
  OpenStreetMap.
"""


class Writer:
    def __init__(self):
        self.points = {}  # degrees -> id
        self.tagged = {}  # id -> tags
        self.extra = []  # nodes of their own: id, degrees, tags
        self.ways = []
        self.relations = []
        self.next_node, self.next_way, self.next_relation = 10001, 10001, 101

    def node(self, p, tags=None):
        """The node at a point, made when there is none; tags are added to it."""
        where = P.degrees(p)
        if where not in self.points:
            self.points[where] = self.next_node
            self.next_node += 1
        if tags:
            self.tagged.setdefault(self.points[where], {}).update(tags)
        return self.points[where]

    def poi(self, p, tags, number):
        """A node of its own, with an id that stays."""
        self.extra.append((number, P.degrees(p), tags))
        return number

    def way(self, points, tags, closed=False, number=None):
        """`number`: an id that stays; else the next one."""
        refs = []
        for p in points:
            ref = self.node(p)
            if not refs or refs[-1] != ref:
                refs.append(ref)
        if closed and refs[0] != refs[-1]:
            refs.append(refs[0])
        if number is None:
            number = self.next_way
            self.next_way += 1
        self.ways.append((number, refs, tags))
        return number

    def relation(self, members, tags):
        self.relations.append((self.next_relation, members, tags))
        self.next_relation += 1
        return self.next_relation - 1

    def xml(self, bounds):
        out = ['<?xml version="1.0" encoding="UTF-8"?>', f"<!--{COMMENT}-->"]
        out.append('<osm version="0.6" generator="quartier example">')
        out.append(" <note>Invented: Valmoulin does not exist.</note>")
        south, west, north, east = bounds
        out.append(f' <bounds minlat="{south}" minlon="{west}" maxlat="{north}" maxlon="{east}"/>')
        nodes = [(number, where, tags) for number, where, tags in self.extra]
        nodes += [(number, where, self.tagged.get(number, {})) for where, number in self.points.items()]
        for number, (lat, lon), tags in sorted(nodes, key=lambda item: item[0]):
            out += element(f'node id="{number}" version="1" lat="{lat:.7f}" lon="{lon:.7f}"', [], tags)
        for number, refs, tags in sorted(self.ways, key=lambda item: item[0]):
            out += element(f'way id="{number}" version="1"', [f'<nd ref="{ref}"/>' for ref in refs], tags)
        for number, members, tags in self.relations:
            rows = [f'<member type="{kind}" ref="{ref}" role="{role}"/>' for kind, ref, role in members]
            out += element(f'relation id="{number}" version="1"', rows, tags)
        return "\n".join(out) + "\n</osm>\n"


def element(head, rows, tags):
    rows = rows + [f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items()]
    if not rows:
        return [f" <{head}/>"]
    return [f" <{head}>"] + ["  " + row for row in rows] + [f" </{head.split()[0]}>"]
