/* changes_pair: which card that came is one that went, under another name of its file. */
#include "guide/changes_parts.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "card/card.h"

#include <stdlib.h>

enum {
	ALIKE_PERCENT = 60, /* of what either says, to be taken for the same */
	ALIKE_LEAST = 3,    /* things that both say */
	PAIRS_MOST = 10000, /* that are compared so; with more, names alone count */
};

/* What a card is known by. */
struct face {
	struct str osm;
	struct str name;  /* folded */
	uint64_t *things; /* hashes of what it says, sorted */
	size_t len;
	bool taken;
};

/* What many cards say alike tells nothing. */
static bool
is_telling(const struct said *said)
{
	static const bool common[AS_COUNT] = {
		[AS_BOOL] = true,  [AS_CHOICE] = true,    [AS_TERM] = true,     [AS_TERMS] = true,
		[AS_WORDS] = true, [AS_LANGUAGES] = true, [AS_TRISTATE] = true, [AS_DATE] = true,
	};
	const char *key = said_field(said)->key;

	return !common[said->path[0]->type] && !str_is(str(key), "city") &&
	       !str_is(str(key), "postcode");
}

static int
by_size(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static uint64_t
thing_hash(const struct said *said)
{
	struct hash hash = hash_of(str(said->path[0]->key));

	if (said->path[1])
		hash = hash_mix(hash, hash_of(str(said->path[1]->key)));
	hash = hash_mix(hash, hash_of(said->item));
	return hash_mix(hash, hash_of(said->text)).low;
}

static void
add_things(struct face *face, struct arena *arena, const struct said_list *list,
           const struct card *card)
{
	face->things = arena_array(arena, list->len + LANG_COUNT, sizeof *face->things);
	for (size_t i = 0; i < list->len; i++)
		if (is_telling(&list->items[i]))
			face->things[face->len++] = thing_hash(&list->items[i]);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (card->body.in[lang].len > 0)
			face->things[face->len++] = hash_of(card->body.in[lang]).low;
	if (face->len > 0)
		qsort(face->things, face->len, sizeof *face->things, by_size);
}

static struct face *
faces_of(struct arena *arena, enum kind kind, const struct card *const *cards, size_t count)
{
	struct face *faces = arena_array(arena, count, sizeof *faces);

	for (size_t i = 0; i < count; i++) {
		struct said_list list;
		const struct text *name = changes_name(kind, cards[i]);

		said_read(&list, arena, schema_kind(kind)->schema, cards[i]);
		for (size_t s = 0; s < list.len; s++)
			if (said_field(&list.items[s])->type == AS_OSM)
				faces[i].osm = list.items[s].text;
		for (int lang = LANG_COUNT - 1; lang >= 0; lang--)
			if (name->in[lang].len > 0)
				faces[i].name = utf8_fold(arena, name->in[lang]);
		add_things(&faces[i], arena, &list, cards[i]);
	}
	return faces;
}

/* How much of what either says both say, in percent. */
static unsigned
alike(const struct face *a, const struct face *b)
{
	size_t i = 0, k = 0, both = 0, all = a->len > b->len ? a->len : b->len;

	while (i < a->len && k < b->len) {
		uint64_t x = a->things[i], y = b->things[k];

		both += x == y;
		i += x <= y;
		k += y <= x;
	}
	return both < ALIKE_LEAST ? 0 : (unsigned)(both * 100 / all);
}

static bool
is_known(const struct face *a, const struct face *b)
{
	if (a->osm.len > 0 && b->osm.len > 0)
		return str_eq(a->osm, b->osm);
	return a->name.len > 0 && str_eq(a->name, b->name);
}

/* The best of those that came; of equals the first. */
static size_t
best_of(const struct face *face, const struct face *come, size_t count, bool known)
{
	size_t best = count;
	unsigned most = 0;

	for (size_t i = 0; i < count; i++) {
		unsigned score;

		if (come[i].taken || (known && !is_known(face, &come[i])))
			continue;
		score = alike(face, &come[i]) + known;
		if (score > most && (known || score >= ALIKE_PERCENT)) {
			most = score;
			best = i;
		}
	}
	return best;
}

size_t *
changes_pair(struct arena *arena, enum kind kind, const struct card *const *gone, size_t gone_len,
             const struct card *const *come, size_t come_len)
{
	struct face *old = faces_of(arena, kind, gone, gone_len);
	struct face *new = faces_of(arena, kind, come, come_len);
	size_t *pairs = arena_array(arena, gone_len, sizeof *pairs);
	bool few = come_len == 0 || gone_len <= PAIRS_MOST / come_len;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < gone_len; i++) {
			if (pass == 0)
				pairs[i] = come_len;
			if (old[i].taken || (pass == 1 && !few))
				continue;
			pairs[i] = best_of(&old[i], new, come_len, pass == 0);
			if (pairs[i] == come_len)
				continue;
			old[i].taken = new[pairs[i]].taken = true;
		}
	return pairs;
}
