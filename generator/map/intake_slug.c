/* intake_slug: names for the files of new cards: the shop's, with its street, number or kind where that is taken. */
#include "map/intake_parts.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/slug.h"
#include "card/street.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>

struct taken {
	struct str *items; /* sorted */
	size_t len;
};

static int
compare(const void *left, const void *right)
{
	return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

static size_t
place_of(const struct taken *taken, struct str slug)
{
	size_t from = 0, to = taken->len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(taken->items[middle], slug) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool
is_taken(const struct taken *taken, struct str slug)
{
	size_t at = place_of(taken, slug);

	return at < taken->len && str_eq(taken->items[at], slug);
}

static void
take(struct taken *taken, struct arena *arena, struct str slug)
{
	size_t at = place_of(taken, slug);

	taken->items = arena_push(arena, taken->items, &taken->len, sizeof *taken->items);
	memmove(&taken->items[at + 1], &taken->items[at],
	        (taken->len - 1 - at) * sizeof *taken->items);
	taken->items[at] = slug;
}

/* Every file in the folders of merchants and places counts, broken ones and translations, too: routes name both
 * kinds by their slugs alone. */
static void
take_files(struct taken *taken, struct planning *p)
{
	static const char *const folders[] = { "merchants/", "places/" };
	size_t count;
	const struct source_entry *entries = source_entries(p->from->source, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t f = 0; f < countof(folders); f++) {
			struct str name = entries[i].path;

			if (!str_starts(name, folders[f]))
				continue;
			name = str_sub(name, strlen(folders[f]), name.len);
			taken->items = arena_push(p->arena, taken->items, &taken->len,
			                          sizeof *taken->items);
			taken->items[taken->len - 1] = str_sub(name, 0, str_find(name, '.'));
		}
	if (taken->len > 1)
		qsort(taken->items, taken->len, sizeof *taken->items, compare);
}

static struct str
slug_of(struct arena *arena, struct str a, struct str b, struct str c)
{
	return utf8_slug(arena,
	                 arena_printf(arena, "%.*s %.*s %.*s", STR_ARG(a), STR_ARG(b), STR_ARG(c)),
	                 SLUG_MOST);
}

enum { WAYS = 4 };

/* The names that a shop may have, the shortest first. */
static void
name_ways(struct arena *arena, const struct survey_merchant *merchant, struct str ways[WAYS])
{
	const struct str none = STR("");
	struct street_line line = street_split(survey_get(merchant, "address.street"));

	ways[0] = slug_of(arena, merchant->name, none, none);
	ways[1] = slug_of(arena, merchant->name, line.name, none);
	ways[2] = slug_of(arena, merchant->name, line.name, line.number);
	ways[3] = slug_of(arena, merchant->name, merchant->category, none);
	if (ways[0].len == 0) /* in letters that have no Latin form */
		ways[0] = slug_of(arena, merchant->category, line.name, line.number);
}

/* A name with a number: the last way out. */
static struct str
numbered(struct arena *arena, const struct taken *taken, struct str slug)
{
	for (unsigned number = 2;; number++) {
		struct str name = str_sub(slug, 0, SLUG_MOST - 8), other;

		while (name.len > 0 && name.ptr[name.len - 1] == '-')
			name.len--;
		other = arena_printf(arena, "%.*s-%u", STR_ARG(name), number);
		if (!is_taken(taken, other))
			return other;
	}
}

static int
by_text(const void *left, const void *right)
{
	return compare(left, right);
}

/* The names of a way that more than one of the new shops would have. */
static bool
is_shared(const struct str *sorted, size_t len, struct str slug)
{
	const struct taken all = { (struct str *)(uintptr_t)sorted, len };
	size_t at = place_of(&all, slug);

	return at + 1 < len && str_eq(sorted[at + 1], slug);
}

void
intake_name(struct planning *p)
{
	struct taken taken = { 0 };
	struct str(*ways)[WAYS] = arena_array(p->arena, p->shops_len, sizeof *ways);
	struct str *sorted[WAYS];
	size_t len = 0;

	take_files(&taken, p);
	for (size_t w = 0; w < WAYS; w++)
		sorted[w] = arena_array(p->arena, p->shops_len, sizeof **sorted);
	for (size_t i = 0; i < p->shops_len; i++) {
		if (p->shops[i].card || p->shops[i].remembered || p->shops[i].place.len > 0)
			continue;
		name_ways(p->arena, p->shops[i].merchant, ways[i]);
		for (size_t w = 0; w < WAYS; w++)
			sorted[w][len] = ways[i][w];
		len++;
	}
	for (size_t w = 0; w < WAYS && len > 1; w++)
		qsort(sorted[w], len, sizeof **sorted, by_text);
	for (size_t i = 0; i < p->shops_len; i++) {
		struct str slug = { 0 };

		for (size_t w = 0; w < WAYS && ways[i][0].len && slug.len == 0; w++)
			if (ways[i][w].len && !is_taken(&taken, ways[i][w]) &&
			    !is_shared(sorted[w], len, ways[i][w]))
				slug = ways[i][w];
		if (slug.len == 0 && ways[i][0].len)
			slug = numbered(p->arena, &taken, ways[i][1].len ? ways[i][1] : ways[i][0]);
		if (slug.len)
			take(&taken, p->arena, slug);
		p->shops[i].slug = slug;
	}
}
