#include "map/rings_parts.h"

#include "base/arena.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* A hostile relation of a hundred thousand rings must not take hours; real ones stay far below. */
enum { EDGES_MOST = 50 * 1000 * 1000 };

struct nested {
	struct ring_extent extent;
	double size, lat, lon; /* of a point inside */
};

static void
measure(struct nested *nested, const struct ring *ring)
{
	struct ring outer = *ring;
	struct rings alone = { .items = &outer, .len = 1 };
	struct osm_point inside;

	outer.inner = false;
	inside = rings_inside(&alone);
	*nested = (struct nested){ ring_extent(ring), ring_size(ring), inside.lat, inside.lon };
}

static bool
may_hold(const struct nested *outer, const struct nested *inner)
{
	return inner->size < outer->size && inner->extent.south >= outer->extent.south &&
	       inner->extent.north <= outer->extent.north &&
	       inner->extent.west >= outer->extent.west && inner->extent.east <= outer->extent.east;
}

static bool
is_said(enum ring_role role)
{
	return role == RING_OUTER || role == RING_INNER;
}

/* Whether the ring lies in an odd number of others. */
static bool
lies_inside(struct rings *rings, const struct nested *all, size_t which, uint64_t *edges)
{
	bool inside = false;

	for (size_t i = 0; i < rings->len && *edges < EDGES_MOST; i++) {
		struct rings alone = { .items = &rings->items[i], .len = 1 };

		++*edges;
		if (!may_hold(&all[i], &all[which]))
			continue;
		*edges += rings->items[i].len;
		if (rings_depth(&alone, all[which].lat, all[which].lon, 1) > 0)
			inside = !inside;
	}
	return inside;
}

static void
nest(struct rings *rings, const struct ring_lines *closed)
{
	struct nested *all = mem_alloc(size_mul(rings->len, sizeof *all));
	uint64_t edges = 0;

	for (size_t i = 0; i < rings->len; i++)
		measure(&all[i], &rings->items[i]);
	for (size_t i = 0; i < rings->len; i++)
		if (!is_said(closed->items[i].role))
			rings->items[i].inner = lies_inside(rings, all, i, &edges);
	free(all);
}

/* An inner ring far from every outer one would be drawn as an area. */
static void
drop_strays(struct rings *rings)
{
	struct ring_extent outer = { INFINITY, INFINITY, -INFINITY, -INFINITY };
	size_t kept = 0;

	for (size_t i = 0; i < rings->len; i++) {
		struct ring_extent extent = ring_extent(&rings->items[i]);

		if (rings->items[i].inner)
			continue;
		outer.south = fmin(outer.south, extent.south);
		outer.west = fmin(outer.west, extent.west);
		outer.north = fmax(outer.north, extent.north);
		outer.east = fmax(outer.east, extent.east);
	}
	for (size_t i = 0; i < rings->len; i++) {
		struct ring_extent extent = ring_extent(&rings->items[i]);

		if (!rings->items[i].inner ||
		    (extent.south <= outer.north && outer.south <= extent.north &&
		     extent.west <= outer.east && outer.west <= extent.east))
			rings->items[kept++] = rings->items[i];
	}
	rings->len = kept;
}

void
rings_sort_out(struct rings *rings, struct arena *arena, const struct ring_lines *closed)
{
	bool said = true;

	rings->items = arena_array(arena, closed->len, sizeof *rings->items);
	rings->len = closed->len;
	for (size_t i = 0; i < closed->len; i++) {
		const struct ring_line *line = &closed->items[i];

		rings->items[i] =
			(struct ring){ line->points, line->len, line->role == RING_INNER };
		said = said && is_said(line->role);
	}
	if (!said)
		nest(rings, closed);
	drop_strays(rings);
}
