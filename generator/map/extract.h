#ifndef MAP_EXTRACT_H
#define MAP_EXTRACT_H
/*
 * extract: a piece of OpenStreetMap, read whole: nodes, ways and relations with their tags.
 *
 * Format  OSM XML 0.6 (wiki.openstreetmap.org/wiki/OSM_XML) as openstreetmap.org's Export, Overpass, osmium and JOSM
 *         write it, plain or gzipped: elements in any order, negative ids, no <bounds>, no metadata. Objects with
 *         action="delete" or visible="false" are left out.
 * Units   1e-7 degrees, WGS 84.
 * Memory  everything lives until extract_free; `bytes` may go once it is read. Keys and values are kept once each.
 * Limits  unpacked bytes; more is a reported error, as is XML that is not well-formed, DTDs and entities.
 * Errors  what is merely strange (a coordinate outside the world, a way without its nodes, an id twice) is left out
 *         and counted: one note per kind tells how many and names the first.
 */
#include "base/hash.h"
#include "base/str.h"
#include "card/card.h"

#include <stdint.h>

struct arena;
struct diag;

enum osm_kind { OSM_NODE, OSM_WAY, OSM_RELATION };

struct osm_point {
	int32_t lat, lon;
};

struct osm_tag {
	struct str key, value; /* valid UTF-8, NUL-terminated */
};

struct osm_tags {
	const struct osm_tag *items; /* in the order of the file */
	uint32_t len;
};

struct osm_object {
	enum osm_kind kind;
	int32_t version; /* 0: not said */
	int64_t id;
	struct osm_tags tags;
};

struct osm_node {
	struct osm_object object;
	struct osm_point at;
};

struct osm_way {
	struct osm_object object;
	const uint32_t *nodes; /* indexes into extract->points; missing ones are left out */
	uint32_t len;
	bool whole; /* none was missing */
};

struct osm_member {
	enum osm_kind kind;
	int64_t id;
	struct str role;
	const struct osm_way *way; /* NULL: it is none, or is not in the extract */
};

struct osm_relation {
	struct osm_object object;
	const struct osm_member *members;
	uint32_t len;
};

struct extract {
	/* Every node, by id. */
	const struct osm_point *points;
	const int64_t *ids;
	size_t points_len;
	/* What has tags (ways: all of them), each by id. */
	const struct osm_node *nodes;
	const struct osm_way *ways;
	const struct osm_relation *relations;
	size_t nodes_len, ways_len, relations_len;
	bool has_bounds; /* <bounds>; of several, their union */
	double south, west, north, east;
	struct hash hash; /* of the bytes read */
	struct arena *arena;
};

/* Reads `bytes` of the file `path`. 0; -1: reported. `most`: bytes when unpacked. */
int extract_read(struct extract *extract, struct str bytes, const char *path, uint64_t most,
                 struct diag *diag);
void extract_free(struct extract *extract);

/* Empty when there is no such tag. */
struct str osm_tag(const struct osm_object *object, const char *key);
bool osm_is(const struct osm_object *object, const char *key, const char *value);
bool osm_way_closed(const struct osm_way *way); /* first node = last, at least a triangle */

/* By id; NULL when the extract does not have it (nodes: not with tags). */
const struct osm_node *extract_node(const struct extract *extract, int64_t id);
const struct osm_way *extract_way(const struct extract *extract, int64_t id);
const struct osm_relation *extract_relation(const struct extract *extract, int64_t id);
/* "node/123": the object; NULL. */
const struct osm_object *extract_find(const struct extract *extract, struct str ref);
/* Where an object is: of a node itself (one without tags too), of an area a point inside it, of a line its
 * middle. `set` false: not in the extract. */
struct location extract_place(const struct extract *extract, struct str ref);
#endif
