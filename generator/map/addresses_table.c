#include "map/addresses_table.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>

enum { ROOM_FIRST = 256 };

void
number_table_release(struct number_table *table)
{
	free(table->slots);
	*table = (struct number_table){ 0 };
}

/* Both halves: one alone could be made the same for many texts on purpose. */
static uint64_t
hash_key(struct str key)
{
	struct hash hash = hash_of(key);

	return hash.high ^ hash.low;
}

static struct number_slot *
slot_of(const struct number_table *table, struct str key, uint64_t hash)
{
	for (size_t at = hash & (table->room - 1);; at = (at + 1) & (table->room - 1)) {
		struct number_slot *slot = &table->slots[at];

		if (!slot->key.ptr || (slot->hash == hash && str_eq(slot->key, key)))
			return slot;
	}
}

const uint32_t *
number_table_get(const struct number_table *table, struct str key)
{
	const struct number_slot *slot;

	if (table->len == 0)
		return NULL;
	slot = slot_of(table, key, hash_key(key));
	return slot->key.ptr ? &slot->number : NULL;
}

static void
grow(struct number_table *table)
{
	struct number_table old = *table;

	table->room = old.room ? size_mul(old.room, 2) : ROOM_FIRST;
	table->slots = mem_alloc(size_mul(table->room, sizeof *table->slots));
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].key.ptr)
			*slot_of(table, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

void
number_table_put(struct number_table *table, struct str key, uint32_t number)
{
	uint64_t hash = hash_key(key);

	if (table->len >= table->room / 4 * 3)
		grow(table);
	/* An empty key has an address, too: that is what tells a slot in use. */
	if (!key.ptr)
		key.ptr = "";
	*slot_of(table, key, hash) = (struct number_slot){ key, hash, number };
	table->len++;
}
