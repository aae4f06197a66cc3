/* An extract of any bytes, plain or gzipped: what is read must hold what the header promises; then all areas
 * are assembled and every object is placed. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "map/mercator.h"
#include "map/rings.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum { UNPACKED = 1024 * 1024 };

static void
must(bool condition)
{
	if (!condition)
		abort();
}

static void
must_be_text(struct str text)
{
	size_t bad;

	must(text.ptr && text.ptr[text.len] == '\0' && utf8_check(text, &bad));
}

static void
must_be_in_world(struct osm_point point)
{
	struct spot spot = mercator_osm(point);

	must(abs(point.lat) <= 900000000 && abs(point.lon) <= 1800000000);
	must(spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1);
}

static void
must_be_area(const struct extract *extract, const struct rings *rings)
{
	double area = rings_area(extract, rings);

	must(isfinite(area) && area >= 0);
	for (size_t i = 0; i < rings->len; i++) {
		must(rings->items[i].len >= 3);
		for (uint32_t k = 0; k < rings->items[i].len; k++)
			must_be_in_world(rings->items[i].points[k]);
	}
	must_be_in_world(rings_inside(rings));
}

static void
must_be_found(const struct extract *extract, const struct osm_object *object)
{
	static const char *const kinds[] = { "node", "way", "relation" };
	struct location place;
	char ref[64];

	snprintf(ref, sizeof ref, "%s/%" PRId64, kinds[object->kind], object->id);
	must(extract_find(extract, str(ref)) == object);
	place = extract_place(extract, str(ref));
	must(place.set || object->kind == OSM_RELATION);
	if (place.set)
		must(fabs(place.latitude) <= 90.0000001 && fabs(place.longitude) <= 180.0000001);
	for (uint32_t i = 0; i < object->tags.len; i++) {
		must_be_text(object->tags.items[i].key);
		must_be_text(object->tags.items[i].value);
	}
}

static void
try_nodes(const struct extract *extract)
{
	for (size_t i = 0; i < extract->points_len; i++) {
		must(!i || extract->ids[i - 1] < extract->ids[i]);
		must_be_in_world(extract->points[i]);
	}
	for (size_t i = 0; i < extract->nodes_len; i++) {
		must(extract->nodes[i].object.tags.len > 0);
		must_be_found(extract, &extract->nodes[i].object);
	}
}

static void
try_ways(const struct extract *extract, struct arena *arena)
{
	for (size_t i = 0; i < extract->ways_len; i++) {
		const struct osm_way *way = &extract->ways[i];
		struct rings rings = rings_of_way(arena, extract, way);

		must(way->len > 0 && (!i || way[-1].object.id < way->object.id));
		for (uint32_t k = 0; k < way->len; k++)
			must(way->nodes[k] < extract->points_len);
		must_be_area(extract, &rings);
		must_be_found(extract, &way->object);
	}
}

static void
try_relations(const struct extract *extract, struct arena *arena)
{
	for (size_t i = 0; i < extract->relations_len; i++) {
		const struct osm_relation *relation = &extract->relations[i];
		struct rings rings = rings_of_relation(arena, extract, relation);

		must(!i || relation[-1].object.id < relation->object.id);
		for (uint32_t k = 0; k < relation->len; k++) {
			must_be_text(relation->members[k].role);
			must(!relation->members[k].way ||
			     relation->members[k].way->object.id == relation->members[k].id);
		}
		must_be_area(extract, &rings);
		must_be_found(extract, &relation->object);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	struct diag *diag = diag_new();
	struct extract extract;

	if (extract_read(&extract, bytes, "map/quartier.osm", UNPACKED, diag) == 0) {
		struct arena *arena = arena_new();

		must(diag_count(diag, DIAG_ERROR) == 0);
		try_nodes(&extract);
		try_ways(&extract, arena);
		try_relations(&extract, arena);
		arena_free(arena);
	} else {
		must(diag_count(diag, DIAG_ERROR) == 1);
	}
	extract_free(&extract);
	diag_free(diag);
	return 0;
}
