#include "map/extract_link.h"

#include "base/arena.h"

#include <stdlib.h>

/* ---- order ---- */

/* By id; of one id the latest version first, and of one version what stands later in the file. */
static int
compare_keys(const void *a, const void *b)
{
	const struct raw_key *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->version != y->version)
		return x->version > y->version ? -1 : 1;
	return x->at > y->at ? -1 : x->at < y->at;
}

/* In order, every id once, without what was deleted. */
static void
settle_keys(struct raw *raw, enum osm_kind kind)
{
	struct raw_keys *keys = &raw->keys[kind];
	struct raw_key *items = keys->items;
	size_t kept = 0;

	if (keys->disordered)
		qsort(items, keys->len, sizeof *items, compare_keys);
	for (size_t i = 0; i < keys->len; i++) {
		if (i && items[i].id == items[i - 1].id)
			raw_flaw(raw, RAW_TWICE, kind, items[i].id);
	}
	for (size_t i = 0; i < keys->len;) {
		struct raw_key latest = items[i];

		while (i < keys->len && items[i].id == latest.id)
			i++;
		if (!latest.gone)
			items[kept++] = latest;
	}
	keys->len = kept;
}

static struct osm_object
object_of(enum osm_kind kind, struct raw_key key, struct osm_tags tags)
{
	return (struct osm_object){ kind, (int32_t)key.version, key.id, tags };
}

/* ---- nodes ---- */

static int
compare_tagged(const void *wanted, const void *item)
{
	uint32_t at = *(const uint32_t *)wanted, other = ((const struct raw_tagged *)item)->at;

	return at < other ? -1 : at > other;
}

static struct osm_tags
tags_at(const struct raw *raw, uint32_t at)
{
	const struct raw_tagged *found =
		bsearch(&at, raw->tagged, raw->tagged_len, sizeof *raw->tagged, compare_tagged);

	return found->tags;
}

static void
link_tagged(struct extract *extract, const struct raw *raw, size_t count)
{
	const struct raw_keys *keys = &raw->keys[OSM_NODE];
	struct osm_node *nodes = arena_array(extract->arena, count, sizeof *nodes);
	size_t len = 0;

	for (size_t i = 0; i < keys->len; i++) {
		struct raw_key key = keys->items[i];

		if (key.tagged)
			nodes[len++] =
				(struct osm_node){ object_of(OSM_NODE, key, tags_at(raw, key.at)),
				                   raw->points[key.at] };
	}
	extract->nodes = nodes;
	extract->nodes_len = len;
}

static void
link_nodes(struct extract *extract, struct raw *raw)
{
	const struct raw_keys *keys = &raw->keys[OSM_NODE];
	struct osm_point *points = arena_array(extract->arena, keys->len, sizeof *points);
	int64_t *ids = arena_array(extract->arena, keys->len, sizeof *ids);
	size_t tagged = 0;

	for (size_t i = 0; i < keys->len; i++) {
		points[i] = raw->points[keys->items[i].at];
		ids[i] = keys->items[i].id;
		tagged += keys->items[i].tagged;
	}
	extract->points = points;
	extract->ids = ids;
	extract->points_len = keys->len;
	link_tagged(extract, raw, tagged);
}

/* ---- ways ---- */

/* The index of a node, or points_len. Nodes of a way are often neighbours: `*last` is tried first. */
static size_t
find_point(const struct extract *extract, int64_t id, size_t *last)
{
	size_t low = 0, high = extract->points_len;

	if (*last + 1 < high && extract->ids[*last + 1] == id)
		return ++*last;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (extract->ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == extract->points_len || extract->ids[low] != id)
		return extract->points_len;
	return *last = low;
}

/* Writes the points that are there; a ring whose first point is missing stays one. */
static uint32_t
link_refs(const struct extract *extract, const struct raw *raw, const struct raw_way *way,
          uint32_t *nodes)
{
	const int64_t *refs;
	size_t last = extract->points_len;
	uint32_t len = 0;

	if (!way->refs_len) /* perhaps there is no list at all */
		return 0;
	refs = raw->refs + way->refs;
	for (uint32_t i = 0; i < way->refs_len; i++) {
		size_t at = find_point(extract, refs[i], &last);

		if (at < extract->points_len)
			nodes[len++] = (uint32_t)at;
	}
	if (len > 2 && len < way->refs_len && refs[0] == refs[way->refs_len - 1] &&
	    nodes[0] != nodes[len - 1])
		nodes[len++] = nodes[0];
	return len;
}

static void
link_ways(struct extract *extract, struct raw *raw)
{
	const struct raw_keys *keys = &raw->keys[OSM_WAY];
	struct osm_way *ways = arena_array(extract->arena, keys->len, sizeof *ways);
	uint32_t *nodes = arena_array(extract->arena, raw->refs_len, sizeof *nodes);
	size_t len = 0;

	for (size_t i = 0; i < keys->len; i++) {
		struct raw_key key = keys->items[i];
		const struct raw_way *from = &raw->ways[key.at];
		uint32_t found = link_refs(extract, raw, from, nodes);

		if (!found) {
			raw_flaw(raw, RAW_POINTLESS, OSM_WAY, key.id);
			continue;
		}
		if (found < from->refs_len)
			raw_flaw(raw, RAW_PARTIAL, OSM_WAY, key.id);
		ways[len++] = (struct osm_way){ object_of(OSM_WAY, key, from->tags), nodes, found,
			                        found == from->refs_len };
		nodes += found;
	}
	extract->ways = ways;
	extract->ways_len = len;
}

/* ---- relations ---- */

/*
 * Whoever asks for the area of a relation gets a copy of its ways' points. A small file could say a hundred thousand
 * times "the area of that huge way"; real ones use a way two or three times. What goes beyond loses its members.
 */
static uint64_t
points_allowed(const struct raw *raw)
{
	return 1000000 + 8 * (uint64_t)raw->refs_len;
}

static bool
is_area(const struct osm_object *object)
{
	return osm_is(object, "type", "multipolygon") || osm_is(object, "type", "boundary");
}

/* Returns how many points the ways have. */
static uint64_t
link_members(const struct extract *extract, const struct raw_relation *from)
{
	uint64_t points = 0;

	for (uint32_t i = 0; i < from->len; i++) {
		struct osm_member *member = &from->members[i];

		if (member->kind == OSM_WAY)
			member->way = extract_way(extract, member->id);
		points += member->way ? member->way->len : 0;
	}
	return points;
}

static void
link_relations(struct extract *extract, struct raw *raw)
{
	const struct raw_keys *keys = &raw->keys[OSM_RELATION];
	struct osm_relation *relations = arena_array(extract->arena, keys->len, sizeof *relations);
	uint64_t left = points_allowed(raw);

	for (size_t i = 0; i < keys->len; i++) {
		const struct raw_relation *from = &raw->relations[keys->items[i].at];
		struct osm_object object = object_of(OSM_RELATION, keys->items[i], from->tags);
		bool area = is_area(&object);
		uint64_t points = link_members(extract, from);

		relations[i] = (struct osm_relation){ object, from->members, from->len };
		if (area && points > left) {
			raw_flaw(raw, RAW_REPEATED, OSM_RELATION, object.id);
			relations[i].len = 0;
		} else if (area) {
			left -= points;
		}
	}
	extract->relations = relations;
	extract->relations_len = keys->len;
}

void
extract_link(struct extract *extract, struct raw *raw)
{
	for (enum osm_kind kind = OSM_NODE; kind <= OSM_RELATION; kind++)
		settle_keys(raw, kind);
	link_nodes(extract, raw);
	link_ways(extract, raw);
	link_relations(extract, raw);
	extract->has_bounds = raw->has_bounds;
	extract->south = raw->south_west.lat * 1e-7;
	extract->west = raw->south_west.lon * 1e-7;
	extract->north = raw->north_east.lat * 1e-7;
	extract->east = raw->north_east.lon * 1e-7;
}
