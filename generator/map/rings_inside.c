#include "map/rings_parts.h"

#include "base/mem.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { LINES = 15, REFINEMENTS = 6, DIRECTIONS = 8 };

/* A point and how far it is from the nearest edge, in units of latitude; negative: outside. */
struct guess {
	double lat, lon, depth;
};

struct ring_extent
ring_extent(const struct ring *ring)
{
	struct ring_extent extent = { DBL_MAX, DBL_MAX, -DBL_MAX, -DBL_MAX };

	for (uint32_t i = 0; i < ring->len; i++) {
		extent.south = fmin(extent.south, ring->points[i].lat);
		extent.west = fmin(extent.west, ring->points[i].lon);
		extent.north = fmax(extent.north, ring->points[i].lat);
		extent.east = fmax(extent.east, ring->points[i].lon);
	}
	return extent;
}

static double
narrowing_of(const struct ring_extent *extent)
{
	return cos((extent->south + extent->north) / 2 * 1e-7 * (M_PI / 180));
}

/* Square of the distance of the origin from the stretch a b. */
static double
distance_squared(double ax, double ay, double bx, double by)
{
	double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
	double share = length > 0 ? -(ax * dx + ay * dy) / length : 0;

	share = fmax(0, fmin(1, share));
	ax += share * dx;
	ay += share * dy;
	return ax * ax + ay * ay;
}

double
rings_depth(const struct rings *rings, double lat, double lon, double narrowing)
{
	double nearest = DBL_MAX;
	bool inside = false;

	for (size_t r = 0; r < rings->len; r++) {
		const struct ring *ring = &rings->items[r];
		const struct osm_point *b = &ring->points[ring->len - 1];

		for (uint32_t i = 0; i < ring->len; i++) {
			const struct osm_point *a = &ring->points[i];
			double ax = (a->lon - lon) * narrowing, ay = a->lat - lat;
			double bx = (b->lon - lon) * narrowing, by = b->lat - lat;

			if ((ay > 0) != (by > 0) && ax - ay * (bx - ax) / (by - ay) > 0)
				inside = !inside;
			nearest = fmin(nearest, distance_squared(ax, ay, bx, by));
			b = a;
		}
	}
	return inside ? sqrt(nearest) : -sqrt(nearest);
}

static int
compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* Where the edges cross a parallel, from west to east. */
static size_t
crossings(const struct rings *rings, double lat, double *at)
{
	size_t len = 0;

	for (size_t r = 0; r < rings->len; r++) {
		const struct ring *ring = &rings->items[r];
		const struct osm_point *b = &ring->points[ring->len - 1];

		for (uint32_t i = 0; i < ring->len; i++) {
			const struct osm_point *a = &ring->points[i];

			if ((a->lat > lat) != (b->lat > lat))
				at[len++] = a->lon + (lat - a->lat) * (b->lon - (double)a->lon) /
				                             (b->lat - (double)a->lat);
			b = a;
		}
	}
	qsort(at, len, sizeof *at, compare_doubles);
	return len;
}

/* The best middle of the widest stretches inside, along some parallels. */
static struct guess
first_guess(const struct rings *rings, const struct ring_extent *extent, double narrowing)
{
	struct guess best = { 0, 0, -1 };
	size_t points = 0;
	double *at;

	for (size_t r = 0; r < rings->len; r++)
		points += rings->items[r].len;
	at = mem_alloc(size_mul(points, sizeof *at));
	for (int i = 0; i < LINES; i++) {
		double lat = extent->south + (extent->north - extent->south) * (i + 0.5) / LINES;
		size_t len = crossings(rings, lat, at), widest = 0;
		double lon, depth;

		for (size_t k = 2; k + 1 < len; k += 2)
			if (at[k + 1] - at[k] > at[widest + 1] - at[widest])
				widest = k;
		if (len < 2)
			continue;
		lon = (at[widest] + at[widest + 1]) / 2;
		depth = rings_depth(rings, lat, lon, narrowing);
		if (depth > best.depth)
			best = (struct guess){ lat, lon, depth };
	}
	free(at);
	return best;
}

/* Goes where it is deeper, in smaller and smaller steps. */
static struct guess
refine(const struct rings *rings, struct guess best, double narrowing)
{
	static const double ways[DIRECTIONS][2] = { { 0, 1 },  { 1, 1 },   { 1, 0 },  { 1, -1 },
		                                    { 0, -1 }, { -1, -1 }, { -1, 0 }, { -1, 1 } };
	double step = best.depth;

	for (int i = 0; i < REFINEMENTS; i++) {
		struct guess from = best;

		for (int k = 0; k < DIRECTIONS; k++) {
			double lat = from.lat + ways[k][0] * step;
			double lon = from.lon + ways[k][1] * step / fmax(narrowing, 1e-6);
			double depth = rings_depth(rings, lat, lon, narrowing);

			if (depth > best.depth)
				best = (struct guess){ lat, lon, depth };
		}
		step /= 2;
	}
	return best;
}

struct osm_point
rings_inside(const struct rings *rings)
{
	const struct ring *largest = NULL;
	struct ring_extent extent;
	struct guess best;

	for (size_t r = 0; r < rings->len; r++)
		if (!rings->items[r].inner &&
		    (!largest || ring_size(&rings->items[r]) > ring_size(largest)))
			largest = &rings->items[r];
	if (!largest)
		return (struct osm_point){ 0 };
	extent = ring_extent(largest);
	best = first_guess(rings, &extent, narrowing_of(&extent));
	if (best.depth < 0) /* flat as a line */
		return largest->points[0];
	best = refine(rings, best, narrowing_of(&extent));
	return (struct osm_point){ (int32_t)lround(best.lat), (int32_t)lround(best.lon) };
}
