#include "theme/view_private.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

void
fields_start(struct fields *fields, struct arena *arena)
{
	fields->arena = arena;
	fields->len = 0;
}

static void
add_pair(struct fields *fields, const char *key, const struct value *value)
{
	assert(fields->len < FIELDS_MOST);
	fields->pairs[fields->len++] = (struct value_pair){ key, value_hash(str(key)), value };
}

/* Mustache enters a list item by item and cannot ask before whether there is one, for the heading above
 * them: so has_KEY stands beside it. */
const char *
view_has(struct arena *arena, const char *key, const struct value *value)
{
	char *name;

	if (value->kind != VALUE_LIST || value->len == 0)
		return NULL;
	name = arena_alloc(arena, sizeof "has_" + strlen(key));
	return strcat(strcpy(name, "has_"), key);
}

void
fields_set(struct fields *fields, const char *key, const struct value *value)
{
	const char *has;

	if (!value)
		return;
	add_pair(fields, key, value);
	has = view_has(fields->arena, key, value);
	if (has)
		add_pair(fields, has, &value_true);
}

void
fields_text(struct fields *fields, const char *key, struct str text)
{
	if (text.len)
		fields_set(fields, key, value_text(fields->arena, text));
}

void
fields_int(struct fields *fields, const char *key, int64_t integer)
{
	fields_set(fields, key, value_int(fields->arena, integer));
}

void
fields_true(struct fields *fields, const char *key, bool boolean)
{
	if (boolean)
		fields_set(fields, key, &value_true);
}

void
fields_bool(struct fields *fields, const char *key, bool boolean)
{
	fields_set(fields, key, value_bool(boolean));
}

const struct value *
fields_map(const struct fields *fields)
{
	struct value *map = value_map(fields->arena);

	map->len = fields->len;
	map->pairs = arena_copy(fields->arena, fields->pairs, fields->len * sizeof *fields->pairs);
	return map;
}

const struct value *
list_over(struct arena *arena, const struct value **items, size_t len)
{
	struct value *list;

	if (len == 0)
		return NULL;
	assert(len <= UINT32_MAX);
	list = value_list(arena);
	list->len = (uint32_t)len;
	list->items = items;
	return list;
}

const struct value *
list_of(struct arena *arena, const struct value *const *items, size_t len)
{
	if (len == 0)
		return NULL;
	return list_over(arena, arena_copy(arena, items, len * sizeof *items), len);
}

struct str
local(const struct maker *maker, const struct text *text)
{
	return guide_text(maker->guide->config, text, maker->lang, NULL);
}

void
fields_local(struct fields *fields, const struct maker *maker, const char *key,
             const char *lang_key, const struct text *text)
{
	enum lang is;
	struct str found = guide_text(maker->guide->config, text, maker->lang, &is);

	fields_text(fields, key, found);
	if (found.len && is != maker->lang && lang_key)
		fields_text(fields, lang_key, str(lang_code(is)));
}
