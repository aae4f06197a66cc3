#ifndef MAP_ADDRESSES_TABLE_H
#define MAP_ADDRESSES_TABLE_H
/*
 * addresses_table: numbers by text, for names that are met again and again.
 *
 * Memory  on the heap until number_table_release; `= {0}` is a valid empty one. Keys are borrowed.
 */
#include "base/str.h"

#include <stdint.h>

struct number_table {
	struct number_slot {
		struct str key; /* `ptr` NULL: free */
		uint64_t hash;
		uint32_t number;
	} * slots;
	size_t len, room; /* room is a power of two, or 0 */
};

void number_table_release(struct number_table *table);
/* The number of `key`, or NULL. */
const uint32_t *number_table_get(const struct number_table *table, struct str key);
/* `key` must not be there yet. */
void number_table_put(struct number_table *table, struct str key, uint32_t number);
#endif
