#ifndef MAP_RINGS_H
#define MAP_RINGS_H
/*
 * rings: the area of a closed way or of a multipolygon relation, as closed rings of points.
 *
 * Source  wiki.openstreetmap.org/wiki/Relation:multipolygon. Member ways are joined end to end in any order and
 *         direction; which ring is inner follows from the roles where they are said, else from the geometry. A ring
 *         that cannot be closed because the extract was cut is closed along the edge of the extract's bounds where both
 *         its ends lie near or beyond it, else left out and noted.
 * Memory  from the caller's arena. A ring does not repeat its first point at the end.
 */
#include "map/extract.h"

struct ring {
	const struct osm_point *points; /* at least three */
	uint32_t len;
	bool inner;
};

struct rings {
	struct ring *items;
	size_t len;
	size_t unclosed; /* lines of ways that could not be closed, and were left out */
};

/* An empty result: there is no area. */
struct rings
rings_of_way(struct arena *arena, const struct extract *extract, const struct osm_way *way);
struct rings rings_of_relation(struct arena *arena, const struct extract *extract,
                               const struct osm_relation *relation);
double rings_area(const struct extract *extract,
                  const struct rings *rings); /* square metres, inner ones taken off */
/* A point that is inside, far from the edges: for a name or a pin (Mapbox's polylabel does the same by quadtree;
 * any sound method will do). */
struct osm_point rings_inside(const struct rings *rings);
/* The centre of gravity, where people expect a building's pin, if it is inside; else a point inside. */
struct osm_point rings_middle(const struct rings *rings);
#endif
