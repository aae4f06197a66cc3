#ifndef MAP_EXTRACT_OBJECT_H
#define MAP_EXTRACT_OBJECT_H
/*
 * extract_object: from elements and attributes to objects, one at a time; for extract alone. Knows what the elements of
 * OSM XML mean, and nothing of the parser.
 */
#include "map/extract_raw.h"

/* The object that is being read, and what it has so far. */
struct objects {
	struct raw *raw; /* where finished ones go; set by the owner, the rest begins as zero */
	bool inside;     /* of an object that is kept */
	enum osm_kind kind;
	struct raw_key key;
	struct osm_point at;
	struct osm_tag *tags;
	struct osm_member *members;
	size_t tags_len, tags_room, members_len, members_room, first_ref;
	struct raw_flaws *fresh; /* the first of its kind was just found: its place is wanted */
};

/* `depth`: 1 below the root. Elements of no importance are passed over. */
void objects_begin(struct objects *objects, const char *element, unsigned depth,
                   const char **attributes);
/* The object is complete. False: there are more than can be counted. */
bool objects_end(struct objects *objects);
void objects_release(struct objects *objects);
#endif
