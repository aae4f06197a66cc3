#ifndef MAP_RINGS_PARTS_H
#define MAP_RINGS_PARTS_H
/* rings_parts: what the files of rings share. */
#include "map/rings.h"

struct arena;

/* What the roles of a ring's ways say of it. */
enum ring_role { RING_UNSAID, RING_OUTER, RING_INNER, RING_MIXED };

/* Points in the order of a walk: of a ring, or of a line that was not closed. */
struct ring_line {
	struct osm_point *points;
	uint32_t len;
	enum ring_role role;
};

struct ring_lines {
	struct ring_line *items;
	size_t len;
};

enum ring_role ring_role_both(enum ring_role a, enum ring_role b);
/* Behind the last, unless it is the same point. */
void ring_line_add(struct ring_line *line, struct osm_point point);
/* Adds a ring without the repeated first point; nothing when fewer than three points are left. */
void ring_lines_add_ring(struct arena *arena, struct ring_lines *rings, struct ring_line line);

/* Joins the ways of a relation; what does not close goes to `open`. Points come from `arena`. */
void
rings_join(struct arena *arena, struct arena *scratch, const struct extract *extract,
           const struct osm_relation *relation, struct ring_lines *closed, struct ring_lines *open);
/* Closes lines along the edge of the extract's bounds. Returns how many could not be. */
size_t rings_close(struct arena *arena, struct arena *scratch, const struct extract *extract,
                   const struct ring_lines *open, struct ring_lines *closed);
/* Fills `rings`: which are inner, by roles or by geometry; inner ones without an outer one go. */
void rings_sort_out(struct rings *rings, struct arena *arena, const struct ring_lines *closed);

struct ring_extent {
	double south, west, north, east;
};

struct ring_extent ring_extent(const struct ring *ring);
/* How far a point is from the nearest edge, in units of latitude; negative: outside. */
double rings_depth(const struct rings *rings, double lat, double lon, double narrowing);
/* Twice the area in square units of the extract, not corrected for latitude; never negative. */
double ring_size(const struct ring *ring);
#endif
