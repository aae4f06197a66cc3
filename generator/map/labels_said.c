#include "map/labels_said.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { BUCKETS_LEAST = 1 << 6, BUCKETS_MOST = 1 << 14 };

/* The widest that anybody asks; a text is looked for in its cell and perhaps those around it alone, or a town of a
 * thousand houses numbered 1 would take a million comparisons. */
static const double CELL = 640;

struct entry {
	struct str text;
	int kind;
	struct spot at;
	const struct entry *before; /* in the same bucket */
};

struct said {
	const struct entry **last;
	size_t buckets; /* a power of two */
	struct arena *arena;
};

struct said *
said_new(size_t expected)
{
	struct said *said = mem_alloc(sizeof *said);

	said->buckets = BUCKETS_LEAST;
	while (said->buckets < BUCKETS_MOST && said->buckets < expected)
		said->buckets *= 2;
	said->arena = arena_new();
	said->last = arena_array(said->arena, said->buckets, sizeof(const struct entry *));
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

static int64_t
cell_of(double at)
{
	return (int64_t)floor(at / CELL);
}

static const struct entry **
bucket_at(const struct said *said, struct hash text, int64_t column, int64_t row)
{
	uint64_t cell = (uint64_t)column * 0x9e3779b97f4a7c15 + (uint64_t)row * 0xc2b2ae3d27d4eb4f;

	return &said->last[((text.low ^ cell) >> 40) & (said->buckets - 1)];
}

static bool
has_near(const struct entry *entry, struct str text, int kind, struct spot at, double near)
{
	for (; entry; entry = entry->before)
		if (entry->kind == kind && str_eq(entry->text, text) &&
		    hypot(entry->at.x - at.x, entry->at.y - at.y) < near)
			return true;
	return false;
}

bool
said_near(const struct said *said, struct str text, int kind, struct spot at, double near)
{
	struct hash hash = hash_of(text);

	assert(near <= CELL);
	if (!isfinite(at.x) || !isfinite(at.y))
		return false;
	for (int64_t x = cell_of(at.x - near); x <= cell_of(at.x + near); x++)
		for (int64_t y = cell_of(at.y - near); y <= cell_of(at.y + near); y++)
			if (has_near(*bucket_at(said, hash, x, y), text, kind, at, near))
				return true;
	return false;
}

void
said_add(struct said *said, struct str text, int kind, struct spot at)
{
	struct entry *entry = arena_alloc(said->arena, sizeof *entry);
	const struct entry **last = bucket_at(said, hash_of(text), cell_of(at.x), cell_of(at.y));

	*entry = (struct entry){ text, kind, at, *last };
	*last = entry;
}
