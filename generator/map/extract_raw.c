#include "map/extract_raw.h"

#include "base/mem.h"

#include <stdlib.h>

enum { ROOM_FIRST = 64 };

void
raw_release(struct raw *raw)
{
	for (size_t i = 0; i < countof(raw->keys); i++)
		free(raw->keys[i].items);
	free(raw->points);
	free(raw->tagged);
	free(raw->ways);
	free(raw->relations);
	free(raw->refs);
	strings_release(&raw->strings);
	*raw = (struct raw){ 0 };
}

bool
raw_flaw(struct raw *raw, enum raw_flaw flaw, enum osm_kind kind, int64_t id)
{
	struct raw_flaws *flaws = &raw->flaws[flaw];

	if (flaws->count++)
		return false;
	flaws->kind = kind;
	flaws->id = id;
	return true;
}

void *
raw_room(void *array, size_t len, size_t *room, size_t size)
{
	if (len < *room)
		return array;
	/* By half, not to twice: the largest lists decide how much memory a reader needs at most. */
	*room = *room ? size_add(*room, *room / 2) : ROOM_FIRST;
	return mem_resize(array, size_mul(*room, size));
}

/* The next object of its kind: where it stands is its key's `at`. */
static bool
add_key(struct raw_keys *keys, struct raw_key key)
{
	if (keys->len == UINT32_MAX)
		return false;
	if (keys->len && keys->items[keys->len - 1].id >= key.id)
		keys->disordered = true;
	keys->items = raw_room(keys->items, keys->len, &keys->room, sizeof *keys->items);
	key.at = (uint32_t)keys->len;
	keys->items[keys->len++] = key;
	return true;
}

bool
raw_add_node(struct raw *raw, struct raw_key key, struct osm_point at, struct osm_tags tags)
{
	size_t n = raw->keys[OSM_NODE].len;

	key.tagged = tags.len > 0;
	if (!add_key(&raw->keys[OSM_NODE], key))
		return false;
	raw->points = raw_room(raw->points, n, &raw->points_room, sizeof *raw->points);
	raw->points[n] = at;
	if (tags.len) {
		raw->tagged = raw_room(raw->tagged, raw->tagged_len, &raw->tagged_room,
		                       sizeof *raw->tagged);
		raw->tagged[raw->tagged_len++] = (struct raw_tagged){ (uint32_t)n, tags };
	}
	return true;
}

bool
raw_add_way(struct raw *raw, struct raw_key key, struct raw_way way)
{
	size_t n = raw->keys[OSM_WAY].len;

	if (!add_key(&raw->keys[OSM_WAY], key))
		return false;
	raw->ways = raw_room(raw->ways, n, &raw->ways_room, sizeof *raw->ways);
	raw->ways[n] = way;
	return true;
}

bool
raw_add_relation(struct raw *raw, struct raw_key key, struct raw_relation relation)
{
	size_t n = raw->keys[OSM_RELATION].len;

	if (!add_key(&raw->keys[OSM_RELATION], key))
		return false;
	raw->relations = raw_room(raw->relations, n, &raw->relations_room, sizeof *raw->relations);
	raw->relations[n] = relation;
	return true;
}

void
raw_add_ref(struct raw *raw, int64_t id)
{
	raw->refs = raw_room(raw->refs, raw->refs_len, &raw->refs_room, sizeof *raw->refs);
	raw->refs[raw->refs_len++] = id;
}

static int32_t
least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t
largest(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

void
raw_add_bounds(struct raw *raw, struct osm_point south_west, struct osm_point north_east)
{
	if (raw->has_bounds) {
		south_west.lat = least(south_west.lat, raw->south_west.lat);
		south_west.lon = least(south_west.lon, raw->south_west.lon);
		north_east.lat = largest(north_east.lat, raw->north_east.lat);
		north_east.lon = largest(north_east.lon, raw->north_east.lon);
	}
	raw->has_bounds = true;
	raw->south_west = south_west;
	raw->north_east = north_east;
}
