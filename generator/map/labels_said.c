#include "map/labels_said.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/mem.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { BUCKETS = 1024 };

struct entry {
	struct str text;
	int kind;
	struct spot at;
	const struct entry *before; /* in the same bucket */
};

struct said {
	const struct entry *last[BUCKETS];
	struct arena *arena;
};

struct said *
said_new(void)
{
	struct said *said = mem_alloc(sizeof *said);

	said->arena = arena_new();
	return said;
}

void
said_free(struct said *said)
{
	if (!said)
		return;
	arena_free(said->arena);
	free(said);
}

bool
said_near(const struct said *said, struct str text, int kind, struct spot at, double near)
{
	const struct entry *entry = said->last[hash_of(text).low % BUCKETS];

	for (; entry; entry = entry->before)
		if (entry->kind == kind && str_eq(entry->text, text) &&
		    hypot(entry->at.x - at.x, entry->at.y - at.y) < near)
			return true;
	return false;
}

void
said_add(struct said *said, struct str text, int kind, struct spot at)
{
	struct entry *entry = arena_alloc(said->arena, sizeof *entry);
	const struct entry **last = &said->last[hash_of(text).low % BUCKETS];

	*entry = (struct entry){ text, kind, at, *last };
	*last = entry;
}
