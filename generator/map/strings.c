#include "map/strings.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>

enum { ROOM_FIRST = 1024 }; /* a power of two, as all that follow */

struct strings_slot {
	uint64_t hash;
	struct str text; /* `ptr` NULL: free */
};

void
strings_release(struct strings *strings)
{
	free(strings->slots);
	*strings = (struct strings){ 0 };
}

/* Where the text is, or belongs. */
static struct strings_slot *
slot_of(const struct strings *strings, struct str text, uint64_t hash)
{
	size_t at = hash & (strings->room - 1);

	for (;; at = (at + 1) & (strings->room - 1)) {
		struct strings_slot *slot = &strings->slots[at];

		if (!slot->text.ptr || (slot->hash == hash && str_eq(slot->text, text)))
			return slot;
	}
}

static void
grow(struct strings *strings)
{
	struct strings_slot *old = strings->slots;
	size_t old_room = strings->room;

	strings->room = old_room ? size_mul(old_room, 2) : ROOM_FIRST;
	strings->slots = mem_alloc(size_mul(strings->room, sizeof *strings->slots));
	for (size_t i = 0; i < old_room; i++)
		if (old[i].text.ptr)
			*slot_of(strings, old[i].text, old[i].hash) = old[i];
	free(old);
}

struct str
strings_keep(struct strings *strings, struct str text)
{
	struct hash whole = hash_of(text);
	/* Of both halves: one alone can be made the same for many texts on purpose. */
	uint64_t hash = whole.high ^ whole.low;
	struct strings_slot *slot;

	if (strings->len >= strings->room / 4 * 3)
		grow(strings);
	slot = slot_of(strings, text, hash);
	if (!slot->text.ptr) {
		*slot = (struct strings_slot){ hash, arena_str(strings->arena, text) };
		strings->len++;
	}
	return slot->text;
}
