/*
 * style_find: which rule draws an object, without trying them all.
 *
 * Every alternative of every rule has a tag that must be there; a table by key and value leads from an object's
 * tags to the few alternatives that can hold. Most tags (addr:*, source, …) are in no rule at all.
 */
#include "map/style_parts.h"

#include "base/arena.h"

#include <string.h>

struct candidate {
	const struct style_match *match;
	const struct style_rule *rule;
	struct candidate *next;
};

struct entry { /* of a key alone, or a key and a value; empty: no key */
	struct str key, value;
	struct candidate *first[STYLE_KINDS];
};

struct style_index {
	struct entry *entries;
	size_t mask; /* their number, a power of two, less one */
};

/* FNV-1a; texts are a dozen bytes. */
static uint32_t
mix(uint32_t h, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * 16777619U;
	return h;
}

/* The entry, or the free one where it would be. */
static struct entry *
look_up(const struct style_index *index, uint32_t hash, struct str key, struct str value)
{
	size_t i = hash & index->mask;

	while (index->entries[i].key.len &&
	       !(str_eq(index->entries[i].key, key) && str_eq(index->entries[i].value, value)))
		i = (i + 1) & index->mask;
	return &index->entries[i];
}

static struct entry *
put(struct style_index *index, struct str key, struct str value)
{
	uint32_t hash = mix(2166136261U, key);
	struct entry *entry = look_up(index, value.len ? mix(hash ^ '=', value) : hash, key, value);

	entry->key = key;
	entry->value = value;
	return entry;
}

static void
add_rule(struct style_index *index, struct arena *arena, const struct style_rule *rule)
{
	for (size_t i = rule->is_len; i-- > 0;) {
		const struct style_test *test = &rule->is[i].tests[0];
		struct candidate *candidate = arena_alloc(arena, sizeof *candidate);
		struct entry *entry;

		put(index, test->key, (struct str){ 0 });
		entry = put(index, test->key, test->value);
		*candidate = (struct candidate){ &rule->is[i], rule, entry->first[rule->kind] };
		entry->first[rule->kind] = candidate;
	}
}

const struct style_index *
style_index_new(struct arena *arena, const struct style *style)
{
	struct style_index *index = arena_alloc(arena, sizeof *index);
	size_t count = 1, size = 16;

	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = 0; i < style->rules_len[kind]; i++)
			count += style->rules[kind][i].is_len * 2;
	while (size < count * 2)
		size *= 2;
	index->entries = arena_array(arena, size, sizeof *index->entries);
	index->mask = size - 1;
	/* From the last to the first, so that the first stands first in every list. */
	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = style->rules_len[kind]; i-- > 0;)
			add_rule(index, arena, &style->rules[kind][i]);
	return index;
}

static bool
holds(const struct style_match *match, const struct osm_object *object)
{
	for (size_t i = 0; i < match->len; i++) {
		const struct style_test *test = &match->tests[i];
		bool found = false;

		for (uint32_t k = 0; k < object->tags.len && !found; k++)
			found = str_eq(object->tags.items[k].key, test->key) &&
			        (test->value.len == 0 ||
			         str_eq(object->tags.items[k].value, test->value));
		if (found == test->absent)
			return false;
	}
	return true;
}

/* The better of `found` and the first that fits of an entry. */
static void
choose(const struct entry *entry, const struct osm_object *object,
       const struct style_rule *found[STYLE_KINDS])
{
	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (const struct candidate *c = entry->first[kind]; c; c = c->next) {
			/* Rules of a kind lie in one array. */
			if (found[kind] && c->rule >= found[kind])
				break;
			if (holds(c->match, object)) {
				found[kind] = c->rule;
				break;
			}
		}
}

void
style_find_all(const struct style *style, const struct osm_object *object,
               const struct style_rule *found[STYLE_KINDS])
{
	const struct style_index *index = style->index;

	memset(found, 0, STYLE_KINDS * sizeof *found);
	for (uint32_t i = 0; i < object->tags.len; i++) {
		const struct osm_tag *tag = &object->tags.items[i];
		uint32_t hash = mix(2166136261U, tag->key);
		const struct entry *entry = look_up(index, hash, tag->key, (struct str){ 0 });

		if (tag->key.len == 0 || entry->key.len == 0)
			continue;
		choose(entry, object, found);
		if (tag->value.len)
			choose(look_up(index, mix(hash ^ '=', tag->value), tag->key, tag->value),
			       object, found);
	}
}

const struct style_rule *
style_find(const struct style *style, enum style_kind kind, const struct osm_object *object)
{
	const struct style_rule *found[STYLE_KINDS];

	style_find_all(style, object, found);
	return found[kind];
}
