#ifndef BASE_TABLE_H
#define BASE_TABLE_H
/*
 * table: finds things by a text: slugs, folded words, paths.
 *
 * Memory  `= {0}` is a valid empty one; slots come from the arena given with each addition, keys are
 *         borrowed. Nothing is ever taken out.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;

struct table {
	struct table_slot {
		struct str key;
		uint64_t hash;
		void *thing; /* NULL: the slot is free */
	} * slots;
	size_t room, len; /* room is a power of two, or 0 */
};

/* What was put under `key`, or NULL. */
void *table_get(const struct table *table, struct str key);
/* Puts `thing`, not NULL, under `key`; false, and nothing done, where there is one already. */
bool table_put(struct table *table, struct arena *arena, struct str key, void *thing);
#endif
