#ifndef MAP_STRINGS_H
#define MAP_STRINGS_H
/*
 * strings: texts that come again and again, kept once each.
 *
 * Memory  the texts live in the arena, each with a NUL behind it; the table is on the heap until
 *         strings_release.
 */
#include "base/str.h"

struct arena;
struct strings_slot;

struct strings {
	struct arena *arena; /* set by the owner; the rest begins as zero */
	struct strings_slot *slots;
	size_t len, room;
};

void strings_release(struct strings *strings);
/* The one copy of `text`. */
struct str strings_keep(struct strings *strings, struct str text);
#endif
