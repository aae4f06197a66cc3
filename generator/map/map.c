#include "map/map.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"

#include <stdatomic.h>
#include <stdlib.h>

/* Raised whenever the graph is written in another way. */
#define WALK_VERSION "1"

enum { HASH_SHOWN = 10 }; /* digits in a name */

struct map_ground {
	struct extract extract;
	struct addresses *addresses;
	struct paths *paths;
	atomic_uint maps; /* that stand on it */
};

static struct map *
on_ground(struct map_ground *ground, struct str path)
{
	struct map *map = mem_alloc(sizeof *map);

	map->arena = arena_new();
	map->path = path;
	map->ground = ground;
	map->extract = ground->extract;
	map->addresses = ground->addresses;
	map->paths = ground->paths;
	return map;
}

static void
ground_free(struct map_ground *ground)
{
	paths_free(ground->paths);
	addresses_free(ground->addresses);
	extract_free(&ground->extract);
	free(ground);
}

struct map *
map_new(struct str bytes, struct str path, uint64_t most, struct str country, struct diag *diag)
{
	struct map_ground *ground = mem_alloc(sizeof *ground);

	atomic_init(&ground->maps, 1);
	if (extract_read(&ground->extract, bytes, path.ptr, most, diag) < 0) {
		ground_free(ground);
		return NULL;
	}
	ground->addresses = addresses_new(&ground->extract, country);
	ground->paths = paths_new(&ground->extract);
	return on_ground(ground, path);
}

struct map *
map_again(struct map *map, struct str path)
{
	atomic_fetch_add(&map->ground->maps, 1);
	return on_ground(map->ground, path);
}

void
map_free(struct map *map)
{
	if (!map)
		return;
	if (atomic_fetch_sub(&map->ground->maps, 1) == 1)
		ground_free(map->ground);
	arena_free(map->arena);
	free(map);
}

/* The name of the walking graph, by all that decides on its bytes. */
static struct str
name_walk(const struct map *map)
{
	struct box area = map->atlas.area;
	char hex[HASH_HEX + 1];
	struct buf text = { 0 };
	struct hash hash;

	buf_printf(&text, "walk " WALK_VERSION " %.12f %.12f %.12f %.12f", area.x0, area.y0,
	           area.x1, area.y1);
	hash = hash_mix(map->extract.hash, hash_of(buf_str(&text)));
	buf_release(&text);
	hash_hex(hash, hex);
	return arena_printf(map->arena, "atlas/walk-%.*s.json", HASH_SHOWN, hex);
}

int
map_dress(struct map *map, struct str style, const char *style_file, struct box area,
          const enum lang *languages, size_t languages_len, struct diag *diag)
{
	struct atlas_options options = {
		.scene = &map->scene,
		.extract = map->extract.hash,
		.area = area,
		.languages = languages,
		.languages_len = languages_len,
	};

	if (style_read(&map->style, map->arena, style, style_file, diag) < 0)
		return -1;
	scene_make(&map->scene, map->arena, &map->extract, &map->style);
	/* An extract of nothing has no place in the world, and so no map. */
	if (box_is_empty(map->scene.box))
		return 0;
	atlas_plan(&map->atlas, map->arena, &options);
	if (paths_any(map->paths))
		map->walk = name_walk(map);
	map->drawn = true;
	return 0;
}
