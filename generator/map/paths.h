#ifndef MAP_PATHS_H
#define MAP_PATHS_H
/*
 * paths: the way on foot from one place to another, over the extract's streets and footpaths.
 *
 * Graph   highways open to people on foot (wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions), both
 *         directions; pedestrian areas along their edges; none where foot=no, access=private or a motorway.
 * Places  join the nearest stretch at most PATHS_REACH metres away; a place farther off is walked straight.
 * Memory  the extract is borrowed and must outlive it.
 * Threads finished paths may be asked by several at once.
 */
#include "map/mercator.h"

struct buf;
struct paths;

enum { PATHS_REACH = 150 };

struct path {
	struct location *points; /* from, the way, to; in the caller's arena */
	size_t len;
	double metres;
	bool straight; /* no way was found: as the crow flies */
};

struct paths *paths_new(const struct extract *extract);
void paths_free(struct paths *paths);      /* NULL does nothing */
bool paths_any(const struct paths *paths); /* whether the extract has anything to walk on */
/* The shortest way (Dijkstra, or A*). */
void paths_walk(const struct paths *paths, struct arena *arena, struct location from,
                struct location to, struct path *path);
/* Where a place joins the ways, for those who ask the same places again and again. */
struct paths_spot {
	bool set; /* false: nothing to walk on within PATHS_REACH */
	struct location place, spot;
	uint32_t stretch, leg; /* of the graph */
	double at, off;        /* metres from the stretch's beginning, and from the place */
};
struct paths_spot paths_join(const struct paths *paths, struct location place);
/* The nearest of `to` on foot, for each of `of`: one search for all of them. */
struct paths_near {
	bool set; /* false: none within `most` metres, or no way leads there */
	size_t index;
	double metres;
};
void
paths_nearest(const struct paths *paths, const struct paths_spot *of, size_t of_len,
              const struct paths_spot *to, size_t to_len, double most, struct paths_near *nearest);
/* The graph for the page's script, as JSON without spaces: ends and crossings alone, with the length of the stretches
 * between them: {"at":[lat,lon,…in 1e-5 degrees, each the difference to the one before],"to":[a,b,metres,…]}. Only what lies
 * in `box`. */
void paths_write(const struct paths *paths, struct box box, struct buf *out);
#endif
