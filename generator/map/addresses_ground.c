#include "map/addresses_private.h"

#include "base/arena.h"

#include <math.h>

static const double UNITS = 1e7; /* of a degree */
/* A degree of latitude is 111.2 km long, the mean of the Earth's: distances here are of neighbours. */
static const double METRES_A_UNIT = 0.011119;

double
ground_metres(struct osm_point a, struct osm_point b)
{
	double middle = ((double)a.lat + (double)b.lat) / 2 / UNITS;
	double north = (double)a.lat - (double)b.lat;
	double east = ((double)a.lon - (double)b.lon) * cos(middle * M_PI / 180);

	return sqrt(north * north + east * east) * METRES_A_UNIT;
}

struct osm_point
ground_between(struct osm_point a, struct osm_point b, double part)
{
	return (struct osm_point){
		(int32_t)lround((double)a.lat + part * ((double)b.lat - (double)a.lat)),
		(int32_t)lround((double)a.lon + part * ((double)b.lon - (double)a.lon))
	};
}

double
ground_length(const struct extract *extract, const struct osm_way *way, uint32_t from, uint32_t to)
{
	double metres = 0;

	for (uint32_t i = from; i < to; i++)
		metres += ground_metres(extract->points[way->nodes[i]],
		                        extract->points[way->nodes[i + 1]]);
	return metres;
}

struct osm_point
ground_along(const struct extract *extract, const struct osm_way *way, uint32_t from, uint32_t to,
             double metres)
{
	for (uint32_t i = from; i < to; i++) {
		struct osm_point a = extract->points[way->nodes[i]];
		struct osm_point b = extract->points[way->nodes[i + 1]];
		double length = ground_metres(a, b);

		if (length > 0 && metres <= length)
			return ground_between(a, b, metres / length);
		metres -= length;
	}
	return extract->points[way->nodes[to]];
}

struct osm_point
ground_point(struct location location)
{
	return (struct osm_point){ (int32_t)lround(location.latitude * UNITS),
		                   (int32_t)lround(location.longitude * UNITS) };
}

struct location
ground_location(struct osm_point point)
{
	return (struct location){ true, point.lat / UNITS, point.lon / UNITS };
}

bool
ground_place(const struct extract *extract, struct arena *scratch, const struct osm_object *object,
             struct osm_point *at)
{
	static const char *const kinds[] = {
		[OSM_NODE] = "node", [OSM_WAY] = "way", [OSM_RELATION] = "relation"
	};
	struct location location;

	if (object->kind == OSM_NODE) {
		*at = ((const struct osm_node *)object)->at;
		return true;
	}
	location = extract_place(extract, arena_printf(scratch, "%s/%lld", kinds[object->kind],
	                                               (long long)object->id));
	if (location.set)
		*at = ground_point(location);
	return location.set;
}
