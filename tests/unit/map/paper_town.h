#ifndef TESTS_UNIT_MAP_PAPER_TOWN_H
#define TESTS_UNIT_MAP_PAPER_TOWN_H
/* paper_town: an extract of a town that never was, in OSM's XML: streets that wind, houses with numbers, a river. */
#include "base/buf.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

struct paper {
	struct buf *out;
	long long node, way; /* ids given out */
};

/* Metres east and south of the corner, as a node. */
static inline long long
paper_node(struct paper *p, double east, double south)
{
	buf_printf(p->out, "<node id=\"%lld\" lat=\"%.7f\" lon=\"%.7f\"/>\n", ++p->node,
	           50.4 - south / 111200, 3.77 + east / 71000);
	return p->node;
}

static inline void
paper_tag(struct paper *p, const char *key, const char *value)
{
	buf_printf(p->out, "<tag k=\"%s\" v=\"%s\"/>", key, value);
}

static inline void
paper_way(struct paper *p, long long first, long long last, bool closed)
{
	buf_printf(p->out, "<way id=\"%lld\">", ++p->way);
	for (long long id = first; id <= last; id++)
		buf_printf(p->out, "<nd ref=\"%lld\"/>", id);
	if (closed)
		buf_printf(p->out, "<nd ref=\"%lld\"/>", first);
}

static inline void
paper_end(struct paper *p)
{
	buf_adds(p->out, "</way>\n");
}

/* A winding street of `length` metres in a direction, in radians. */
static inline void
paper_street(struct paper *p, int number, double east, double south, double turn, double length)
{
	static const char *const kinds[] = { "primary", "residential", "tertiary", "pedestrian",
		                             "footway" };
	static const char *const names[] = { "Rue du Moulin", "Avenue du Général Leman",
		                             "Quai de l’Écluse", "Rue d’Œuvres", "Impasse" };
	long long first = p->node + 1;
	char name[64];

	for (double at = 0; at <= length; at += 12) {
		double aside = 9 * sin(at / (40 + 7 * (number % 5)) + number);

		paper_node(p, east + at * cos(turn) - aside * sin(turn),
		           south + at * sin(turn) + aside * cos(turn));
	}
	paper_way(p, first, p->node, false);
	paper_tag(p, "highway", kinds[number % 5]);
	snprintf(name, sizeof name, "%s %d", names[number % 5], number);
	paper_tag(p, "name", name);
	snprintf(name, sizeof name, "Molenstraat %d", number);
	paper_tag(p, "name:nl", name);
	paper_end(p);
}

static inline void
paper_rectangle(struct paper *p, double east, double south, double width, double height)
{
	long long first = paper_node(p, east, south);

	paper_node(p, east + width, south + 1);
	paper_node(p, east + width - 1, south + height);
	paper_node(p, east - 1, south + height - 1);
	paper_way(p, first, p->node, true);
}

static inline void
paper_houses(struct paper *p, int blocks)
{
	char number[16];
	int count = 0;

	for (int x = 0; x < blocks * 3; x++)
		for (int y = 0; y < blocks * 3; y++) {
			paper_rectangle(p, 20 + x * 24, 22 + y * 23.5, 11 + (x * y) % 7, 14);
			paper_tag(p, "building", "yes");
			snprintf(number, sizeof number, "%d", ++count);
			paper_tag(p, "addr:housenumber", number);
			paper_tag(p, "addr:street", "Rue du Moulin 0");
			paper_end(p);
		}
}

static inline void
paper_area(struct paper *p, double east, double south, double side, const char *key,
           const char *value, const char *name)
{
	paper_rectangle(p, east, south, side, side * 0.8);
	paper_tag(p, key, value);
	paper_tag(p, "name", name);
	paper_end(p);
}

/* `blocks` each way, some 72 metres each. */
static inline void
paper_town(struct buf *out, int blocks)
{
	struct paper p = { .out = out };
	double side = blocks * 72;

	buf_adds(out, "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
	buf_printf(out,
	           "<bounds minlat=\"%.7f\" minlon=\"3.77\" maxlat=\"50.4\" maxlon=\"%.7f\"/>\n",
	           50.4 - side / 111200, 3.77 + side / 71000);
	for (int i = 0; i <= blocks; i++) {
		paper_street(&p, 2 * i, -40, i * 72, 0.03, side + 80);
		paper_street(&p, 2 * i + 1, i * 72, -40, M_PI / 2 - 0.1, side + 80);
	}
	paper_street(&p, 900, 0, 0, M_PI / 4, side * 1.4);
	paper_houses(&p, blocks);
	paper_area(&p, side * 0.3, side * 0.6, 90, "leisure", "park", "Parc de la Roue");
	paper_area(&p, side * 0.7, side * 0.2, 60, "natural", "water", "Étang du Roi");
	paper_area(&p, side * 0.5, side * 0.5, 40, "place", "square", "Grand-Place");
	paper_area(&p, side * 0.1, side * 0.8, 30, "amenity", "parking", "Parking du Pont");
	buf_adds(out, "</osm>\n");
}
#endif
