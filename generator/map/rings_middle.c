#include "map/rings_parts.h"

#include <math.h>

/* Sums over an area, from its first point: nothing is lost where coordinates are large. */
struct moments {
	double area, lat, lon;
};

static void
add_ring(struct moments *sum, const struct ring *ring, struct osm_point origin)
{
	const struct osm_point *a = &ring->points[ring->len - 1];
	struct moments own = { 0, 0, 0 };

	for (uint32_t i = 0; i < ring->len; i++) {
		const struct osm_point *b = &ring->points[i];
		double a_lat = (double)a->lat - origin.lat, a_lon = (double)a->lon - origin.lon;
		double b_lat = (double)b->lat - origin.lat, b_lon = (double)b->lon - origin.lon;
		double cross = a_lat * b_lon - b_lat * a_lon;

		own.area += cross;
		own.lat += (a_lat + b_lat) * cross;
		own.lon += (a_lon + b_lon) * cross;
		a = b;
	}
	/* Whatever its direction, a ring counts as what it is. */
	if ((own.area < 0) != ring->inner)
		own = (struct moments){ -own.area, -own.lat, -own.lon };
	sum->area += own.area;
	sum->lat += own.lat;
	sum->lon += own.lon;
}

struct osm_point
rings_middle(const struct rings *rings)
{
	struct moments sum = { 0, 0, 0 };
	struct osm_point origin;
	double lat, lon;

	if (rings->len == 0)
		return (struct osm_point){ 0 };
	origin = rings->items[0].points[0];
	for (size_t i = 0; i < rings->len; i++)
		add_ring(&sum, &rings->items[i], origin);
	if (!(sum.area > 0))
		return rings_inside(rings);
	lat = origin.lat + sum.lat / (3 * sum.area);
	lon = origin.lon + sum.lon / (3 * sum.area);
	if (rings_depth(rings, lat, lon, cos(lat * 1e-7 * (M_PI / 180))) > 0)
		return (struct osm_point){ (int32_t)lround(lat), (int32_t)lround(lon) };
	return rings_inside(rings);
}
