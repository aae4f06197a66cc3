#ifndef MAP_EXTRACT_RAW_H
#define MAP_EXTRACT_RAW_H
/*
 * extract_raw: an extract as the file tells it, object after object, before anything is put in order or
 * looked up; for the files of extract alone.
 *
 * Memory  tags, members and texts are in the extract's arena already; the lists are on the heap until
 *         raw_release.
 */
#include "map/extract.h"
#include "map/strings.h"

#include <stdint.h>

/* What is merely strange: left out, counted, told once each. */
enum raw_flaw {
	RAW_NO_ID,     /* an object whose id is no number */
	RAW_NO_PLACE,  /* a node whose coordinates are missing or outside the world */
	RAW_TWICE,     /* an object that comes more than once */
	RAW_POINTLESS, /* a way none of whose nodes is there */
	RAW_PARTIAL,   /* a way some of whose nodes are not there */
	RAW_UNCLOSED,  /* a multipolygon that cannot be closed, wholly or in part */
	RAW_REPEATED,  /* an area that would repeat the same ways too often */
	RAW_BAD_BOUNDS,
	RAW_FLAWS
};

struct raw_flaws {
	size_t count;
	enum osm_kind kind; /* the first one, and where it stands */
	int64_t id;
	unsigned line, column; /* 0: not known */
};

struct raw_key {
	int64_t id;
	uint32_t at; /* place in the file among its kind: index into points, ways or relations */
	uint32_t version : 30, tagged : 1, gone : 1;
};

struct raw_keys {
	struct raw_key *items;
	size_t len, room;
	bool disordered; /* ids are not strictly ascending */
};

struct raw_tagged {
	uint32_t at;
	struct osm_tags tags;
};

struct raw_way {
	struct osm_tags tags;
	size_t refs; /* where they begin */
	uint32_t refs_len;
};

struct raw_relation {
	struct osm_tags tags;
	struct osm_member *members;
	uint32_t len;
};

struct raw {
	struct arena *arena;
	struct strings strings;
	struct raw_keys keys[OSM_RELATION + 1];
	struct osm_point *points;
	struct raw_tagged *tagged; /* nodes with tags */
	struct raw_way *ways;
	struct raw_relation *relations;
	int64_t *refs; /* nodes of all ways */
	size_t points_room, tagged_len, tagged_room, ways_room, relations_room, refs_len, refs_room;
	bool has_bounds;
	struct osm_point south_west, north_east;
	struct raw_flaws flaws[RAW_FLAWS];
};

void raw_release(struct raw *raw);
/* Counts one; the return tells whether it is the first. */
bool raw_flaw(struct raw *raw, enum raw_flaw flaw, enum osm_kind kind, int64_t id);

/* One more object. False: there is no room for more than UINT32_MAX of a kind. `tags` of no length: none. */
bool raw_add_node(struct raw *raw, struct raw_key key, struct osm_point at, struct osm_tags tags);
bool raw_add_way(struct raw *raw, struct raw_key key, struct raw_way way);
bool raw_add_relation(struct raw *raw, struct raw_key key, struct raw_relation relation);
void raw_add_ref(struct raw *raw, int64_t id);
void raw_add_bounds(struct raw *raw, struct osm_point south_west, struct osm_point north_east);

/* Room for one more behind `len` things of `size` bytes on the heap. */
void *raw_room(void *array, size_t len, size_t *room, size_t size);
#endif
