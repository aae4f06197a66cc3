#ifndef MAP_MAP_H
#define MAP_MAP_H
/*
 * map: everything that is known of the ground, for the rooms above.
 *
 * Made in two steps: with the content (extract, addresses, paths), and once the theme and the guide are known (style, scene,
 * atlas). Without an extract there is no struct map at all.
 *
 * Shared   map_again is a map of the same extract for another guide, without reading it again: extract, addresses and
 *          paths are those of the first, which stay until the last of them is freed; by any thread.
 */
#include "map/addresses.h"
#include "map/atlas.h"
#include "map/extract.h"
#include "map/paths.h"

struct map {
	struct str path; /* of the extract in the content */
	struct extract extract;
	struct addresses *addresses;
	struct paths *paths;
	struct style style;
	struct scene scene;
	struct atlas atlas;
	/* "atlas/walk-1a2b3c4d5e.json" in the site: paths_write over the area; empty: no paths. */
	struct str walk;
	bool drawn; /* style, scene and atlas are there */
	struct arena *arena;
	struct map_ground *ground; /* what is shared */
};

/* NULL: reported. `bytes` may go afterwards; `path` ends in NUL and outlives map and diag. */
struct map *
map_new(struct str bytes, struct str path, uint64_t most, struct str country, struct diag *diag);
void map_free(struct map *map); /* NULL does nothing */
/* As map_new from the same bytes; `path` is that of `map`, in memory that the new one can borrow. */
struct map *map_again(struct map *map, struct str path);
/* The second step. `area` as atlas_options. -1: the style was wrong, reported. */
int map_dress(struct map *map, struct str style, const char *style_file, struct box area,
              const enum lang *languages, size_t languages_len, struct diag *diag);
#endif
