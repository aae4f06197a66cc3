#include "base/table.h"

#include "base/arena.h"
#include "base/hash.h"

/* The slot of `key`, or the free one where it would go. */
static struct table_slot *
slot_of(const struct table *table, struct str key, uint64_t hash)
{
	size_t mask = table->room - 1;
	struct table_slot *slot;

	for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
		slot = &table->slots[i];
		if (!slot->thing || (slot->hash == hash && str_eq(slot->key, key)))
			return slot;
	}
}

static void
grow(struct table *table, struct arena *arena)
{
	struct table old = *table;

	table->room = old.room ? old.room * 2 : 64;
	table->slots = arena_array(arena, table->room, sizeof *table->slots);
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].thing)
			*slot_of(table, old.slots[i].key, old.slots[i].hash) = old.slots[i];
}

void *
table_get(const struct table *table, struct str key)
{
	return table->len ? slot_of(table, key, hash_of(key).low)->thing : NULL;
}

bool
table_put(struct table *table, struct arena *arena, struct str key, void *thing)
{
	uint64_t hash = hash_of(key).low;
	struct table_slot *slot;

	if (table->len + table->len / 2 >= table->room)
		grow(table, arena);
	slot = slot_of(table, key, hash);
	if (slot->thing)
		return false;
	*slot = (struct table_slot){ key, hash, thing };
	table->len++;
	return true;
}
