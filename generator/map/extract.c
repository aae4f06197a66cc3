#include "map/extract.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "map/extract_link.h"
#include "map/extract_number.h"
#include "map/extract_raw.h"
#include "map/extract_report.h"
#include "map/extract_xml.h"
#include "map/rings.h"

#include <math.h>

/* Boundaries reach out of nearly every extract; only what might be drawn is told. */
static void
find_unclosed(const struct extract *extract, struct raw *raw)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < extract->relations_len; i++) {
		const struct osm_relation *relation = &extract->relations[i];
		struct rings rings;

		if (!relation->len || !osm_is(&relation->object, "type", "multipolygon"))
			continue;
		rings = rings_of_relation(scratch, extract, relation);
		if (!rings.len || rings.unclosed)
			raw_flaw(raw, RAW_UNCLOSED, OSM_RELATION, relation->object.id);
		arena_reset(scratch);
	}
	arena_free(scratch);
}

static void
warn_of_nothing(const struct extract *extract, const char *path, struct diag *diag)
{
	if (extract->points_len)
		return;
	diag_warning(diag, (struct pos){ path, 0, 0 }, "extract",
	             _("there is nothing in the extract that could be drawn"));
	diag_hint(diag, _("export the area again, or take the file away"));
}

int
extract_read(struct extract *extract, struct str bytes, const char *path, uint64_t most,
             struct diag *diag)
{
	struct raw raw = { 0 };
	int rc;

	*extract = (struct extract){ .arena = arena_new() };
	raw.arena = raw.strings.arena = extract->arena;
	rc = extract_xml(&raw, bytes, path, most, diag);
	if (rc == 0) {
		extract_link(extract, &raw);
		extract->hash = hash_of(bytes);
		find_unclosed(extract, &raw);
		extract_report(&raw, path, diag);
		warn_of_nothing(extract, path, diag);
	} else {
		extract_free(extract);
	}
	raw_release(&raw);
	return rc;
}

void
extract_free(struct extract *extract)
{
	arena_free(extract->arena);
	*extract = (struct extract){ 0 };
}

/* ---- tags ---- */

struct str
osm_tag(const struct osm_object *object, const char *key)
{
	struct str wanted = str(key);

	for (uint32_t i = 0; i < object->tags.len; i++)
		if (str_eq(object->tags.items[i].key, wanted))
			return object->tags.items[i].value;
	return (struct str){ 0 };
}

bool
osm_is(const struct osm_object *object, const char *key, const char *value)
{
	return str_is(osm_tag(object, key), value);
}

bool
osm_way_closed(const struct osm_way *way)
{
	return way->len >= 4 && way->nodes[0] == way->nodes[way->len - 1];
}

/* ---- by id ---- */

/* Every kind begins with its object. */
static const void *
find(const void *items, size_t len, size_t size, int64_t id)
{
	size_t low = 0, high = len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct osm_object *object =
			(const void *)((const char *)items + middle * size);

		if (object->id == id)
			return object;
		if (object->id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct osm_node *
extract_node(const struct extract *extract, int64_t id)
{
	return find(extract->nodes, extract->nodes_len, sizeof *extract->nodes, id);
}

const struct osm_way *
extract_way(const struct extract *extract, int64_t id)
{
	return find(extract->ways, extract->ways_len, sizeof *extract->ways, id);
}

const struct osm_relation *
extract_relation(const struct extract *extract, int64_t id)
{
	return find(extract->relations, extract->relations_len, sizeof *extract->relations, id);
}

/* "way/123" */
static bool
read_ref(struct str ref, enum osm_kind *kind, int64_t *id)
{
	static const char *const kinds[] = { "node/", "way/", "relation/" };
	char number[32];

	for (size_t i = 0; i < countof(kinds); i++)
		if (str_starts(ref, kinds[i])) {
			struct str digits = str_sub(ref, str(kinds[i]).len, ref.len);

			if (digits.len >= sizeof number)
				return false;
			snprintf(number, sizeof number, "%.*s", STR_ARG(digits));
			*kind = (enum osm_kind)i;
			return extract_number_id(number, id);
		}
	return false;
}

const struct osm_object *
extract_find(const struct extract *extract, struct str ref)
{
	enum osm_kind kind;
	int64_t id;

	if (!read_ref(ref, &kind, &id))
		return NULL;
	if (kind == OSM_NODE)
		return (const struct osm_object *)extract_node(extract, id);
	if (kind == OSM_WAY)
		return (const struct osm_object *)extract_way(extract, id);
	return (const struct osm_object *)extract_relation(extract, id);
}

/* ---- places ---- */

static struct location
location_of(struct osm_point point)
{
	return (struct location){ true, point.lat * 1e-7, point.lon * 1e-7 };
}

static struct location
place_of_node(const struct extract *extract, int64_t id)
{
	size_t low = 0, high = extract->points_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (extract->ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == extract->points_len || extract->ids[low] != id)
		return (struct location){ 0 };
	return location_of(extract->points[low]);
}

/* In units of a degree of latitude. */
static double
distance(struct osm_point a, struct osm_point b)
{
	double y = b.lat - (double)a.lat, x = b.lon - (double)a.lon;

	return hypot(y, x * cos((a.lat + (double)b.lat) / 2 * 1e-7 * (M_PI / 180)));
}

static struct osm_point
between(struct osm_point a, struct osm_point b, double share)
{
	return (struct osm_point){ (int32_t)lround(a.lat + (b.lat - (double)a.lat) * share),
		                   (int32_t)lround(a.lon + (b.lon - (double)a.lon) * share) };
}

/* Half the way along. */
static struct osm_point
middle_of_line(const struct extract *extract, const struct osm_way *way)
{
	const struct osm_point *points = extract->points;
	double left = 0;

	for (uint32_t i = 1; i < way->len; i++)
		left += distance(points[way->nodes[i - 1]], points[way->nodes[i]]);
	left /= 2;
	for (uint32_t i = 1; i < way->len; i++) {
		struct osm_point a = points[way->nodes[i - 1]], b = points[way->nodes[i]];
		double step = distance(a, b);

		if (step > 0 && left <= step)
			return between(a, b, left / step);
		left -= step;
	}
	return points[way->nodes[0]];
}

static struct location
place_of_way(const struct extract *extract, const struct osm_way *way)
{
	struct arena *arena;
	struct rings rings;
	struct location place;

	if (!way || !way->len)
		return (struct location){ 0 };
	arena = arena_new();
	rings = rings_of_way(arena, extract, way);
	place = location_of(rings.len ? rings_middle(&rings) : middle_of_line(extract, way));
	arena_free(arena);
	return place;
}

/* Of what is no area: the middle of the place of its first member that has one. */
static struct location
place_of_members(const struct extract *extract, const struct osm_relation *relation)
{
	for (uint32_t i = 0; i < relation->len; i++) {
		const struct osm_member *member = &relation->members[i];
		struct location place = { 0 };

		if (member->kind == OSM_NODE)
			place = place_of_node(extract, member->id);
		else if (member->way)
			place = place_of_way(extract, member->way);
		if (place.set)
			return place;
	}
	return (struct location){ 0 };
}

static struct location
place_of_relation(const struct extract *extract, const struct osm_relation *relation)
{
	struct arena *arena;
	struct rings rings;
	struct location place;

	if (!relation)
		return (struct location){ 0 };
	arena = arena_new();
	rings = rings_of_relation(arena, extract, relation);
	place = rings.len ? location_of(rings_middle(&rings)) : place_of_members(extract, relation);
	arena_free(arena);
	return place;
}

struct location
extract_place(const struct extract *extract, struct str ref)
{
	enum osm_kind kind;
	int64_t id;

	if (!read_ref(ref, &kind, &id))
		return (struct location){ 0 };
	if (kind == OSM_NODE)
		return place_of_node(extract, id);
	if (kind == OSM_WAY)
		return place_of_way(extract, extract_way(extract, id));
	return place_of_relation(extract, extract_relation(extract, id));
}
