#include "map/rings.h"

#include "base/arena.h"
#include "map/rings_parts.h"

#include <math.h>

static const double metres_per_unit = 40075016.685578488 / 360e7; /* of latitude, 1e-7 degrees */

enum ring_role
ring_role_both(enum ring_role a, enum ring_role b)
{
	if (a == b || b == RING_UNSAID)
		return a;
	return a == RING_UNSAID ? b : RING_MIXED;
}

static bool
same(struct osm_point a, struct osm_point b)
{
	return a.lat == b.lat && a.lon == b.lon;
}

void
ring_line_add(struct ring_line *line, struct osm_point point)
{
	if (!line->len || !same(line->points[line->len - 1], point))
		line->points[line->len++] = point;
}

void
ring_lines_add_ring(struct arena *arena, struct ring_lines *rings, struct ring_line line)
{
	while (line.len > 1 && same(line.points[0], line.points[line.len - 1]))
		line.len--;
	if (line.len < 3)
		return;
	rings->items = arena_push(arena, rings->items, &rings->len, sizeof line);
	rings->items[rings->len - 1] = line;
}

struct rings
rings_of_way(struct arena *arena, const struct extract *extract, const struct osm_way *way)
{
	struct ring_lines closed = { 0 };
	struct ring_line line = { 0 };
	struct rings rings = { 0 };

	if (!osm_way_closed(way))
		return rings;
	line.points = arena_array(arena, way->len, sizeof *line.points);
	line.role = RING_OUTER;
	for (uint32_t i = 0; i < way->len; i++)
		ring_line_add(&line, extract->points[way->nodes[i]]);
	ring_lines_add_ring(arena, &closed, line);
	rings_sort_out(&rings, arena, &closed);
	return rings;
}

struct rings
rings_of_relation(struct arena *arena, const struct extract *extract,
                  const struct osm_relation *relation)
{
	struct ring_lines closed = { 0 }, open = { 0 };
	struct rings rings = { 0 };
	struct arena *scratch;

	if (!osm_is(&relation->object, "type", "multipolygon") &&
	    !osm_is(&relation->object, "type", "boundary"))
		return rings;
	scratch = arena_new();
	rings_join(arena, scratch, extract, relation, &closed, &open);
	rings.unclosed = rings_close(arena, scratch, extract, &open, &closed);
	rings_sort_out(&rings, arena, &closed);
	arena_free(scratch);
	return rings;
}

double
ring_size(const struct ring *ring)
{
	struct osm_point origin = ring->points[0];
	double sum = 0;

	/* Beside the first point, where differences are small, so that no digits are lost. */
	for (uint32_t i = 2; i < ring->len; i++) {
		struct osm_point a = ring->points[i - 1], b = ring->points[i];

		sum += ((double)a.lon - origin.lon) * ((double)b.lat - origin.lat) -
		       ((double)b.lon - origin.lon) * ((double)a.lat - origin.lat);
	}
	return fabs(sum);
}

double
rings_area(const struct extract *extract, const struct rings *rings)
{
	double area = 0;

	(void)extract;
	for (size_t i = 0; i < rings->len; i++) {
		struct ring_extent extent = ring_extent(&rings->items[i]);
		double narrowing = cos((extent.south + extent.north) / 2 * 1e-7 * (M_PI / 180));
		double size = ring_size(&rings->items[i]) / 2 * narrowing * metres_per_unit *
		              metres_per_unit;

		area += rings->items[i].inner ? -size : size;
	}
	return fmax(area, 0);
}
