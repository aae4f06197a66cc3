#ifndef MAP_ATLAS_H
#define MAP_ATLAS_H
/*
 * atlas: the files of the map: tiles of every zoom, and one picture of the whole for pages without script.
 *
 * First planned (names, ranges, sizes: what pages must know), then made, on all cores, or found in the cache.
 *
 * Names    atlas/1a2b3c4d5e/17/67002/44291.svg and atlas/plan-1a2b3c4d5e.svg: the digits are a hash of extract, style,
 *          area, language where names differ, and the version of the drawing.
 * Tiles    512 × 512 CSS pixels: tile zoom z is drawn as zoom z + 1 of the usual 256-pixel count. From the zoom that shows all
 *          in one or a few tiles to the closest one (20 in pixels' count, where a shop front is wide), fewer where
 *          that would be more than ATLAS_TILES_MOST files.
 * Area     quartier.yml's bounds; else what the guide has on it, with a margin, within the extract's.
 */
#include "base/hash.h"
#include "map/scene.h"

struct cache;
struct diag;

enum { ATLAS_TILE = 512, ATLAS_TILES_MOST = 2500 };
/* Pages show windows of this size onto the tiles (CSS pixels), up to this zoom (of pixels). */
enum { ATLAS_WINDOW_WIDTH = 1136, ATLAS_WINDOW_HEIGHT = 416, ATLAS_WINDOW_CLOSEST = 18 };

/* Tile numbers at a zoom, both ends included. */
struct atlas_zoom {
	int zoom; /* of tiles: pixels' zoom - 1 */
	unsigned x0, y0, x1, y1;
};

/* The files of one language; languages that read the same share one. */
struct atlas_set {
	enum lang lang;
	struct str folder;  /* "atlas/1a2b3c4d5e/" in the site */
	struct str picture; /* "atlas/plan-1a2b3c4d5e.svg" */
	struct hash key;    /* of all that decides on the bytes of its files */
};

struct atlas {
	const struct scene *scene;
	struct box
		area; /* of the square: what tiles cover at least, and what the reader may not leave */
	struct box shown;    /* what the picture shows */
	double picture_zoom; /* pixels' zoom at which it is drawn */
	unsigned picture_width, picture_height;
	const struct atlas_zoom *zooms; /* from the widest */
	size_t zooms_len;
	struct atlas_set sets[LANG_COUNT];
	size_t sets_len;
	const struct atlas_set *by_lang[LANG_COUNT];
};

/* Where finished files go; each function may be called by several threads at once. */
struct atlas_sink {
	/* Whether a file of that name, which tells its bytes, is there already; it then stays. NULL: never. */
	bool (*has)(void *context, struct str path);
	int (*put)(void *context, struct str path, struct str bytes, struct diag *diag);
	void *context;
	void (*progress)(void *context, size_t done, size_t all); /* NULL: nobody asks */
	void *progress_context;
};

struct atlas_options {
	const struct scene *scene;
	struct hash extract; /* of its bytes */
	struct box area;
	const enum lang *languages;
	size_t languages_len;
};

/* Everything in `arena`. */
void atlas_plan(struct atlas *atlas, struct arena *arena, const struct atlas_options *options);
/* Draws every file of the plan, or takes it from the cache. -1: reported by the sink. */
int atlas_make(const struct atlas *atlas, struct cache *cache, unsigned jobs,
               const struct atlas_sink *sink, struct diag *diag);
#endif
