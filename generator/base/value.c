#include "base/value.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

const struct value value_null = { .kind = VALUE_NULL };
const struct value value_true = { .kind = VALUE_BOOL, .boolean = true };
const struct value value_false = { .kind = VALUE_BOOL, .boolean = false };

static struct value *
new_value(struct arena *arena, enum value_kind kind)
{
	struct value *value = arena_alloc(arena, sizeof *value);

	value->kind = kind;
	return value;
}

const struct value *
value_bool(bool boolean)
{
	return boolean ? &value_true : &value_false;
}

struct value *
value_int(struct arena *arena, int64_t integer)
{
	struct value *value = new_value(arena, VALUE_INT);

	value->integer = integer;
	return value;
}

static struct value *
textual(struct arena *arena, enum value_kind kind, struct str text)
{
	struct value *value = new_value(arena, kind);

	assert(text.len <= UINT32_MAX);
	value->text = text.ptr;
	value->len = (uint32_t)text.len;
	return value;
}

struct value *
value_number(struct arena *arena, struct str decimal)
{
	return textual(arena, VALUE_NUMBER, decimal);
}

struct value *
value_text(struct arena *arena, struct str text)
{
	return textual(arena, VALUE_TEXT, text);
}

struct value *
value_list(struct arena *arena)
{
	return new_value(arena, VALUE_LIST);
}

struct value *
value_map(struct arena *arena)
{
	return new_value(arena, VALUE_MAP);
}

void
value_add(struct arena *arena, struct value *list, const struct value *value)
{
	size_t len = list->len;

	assert(list->kind == VALUE_LIST);
	if (!value)
		return;
	list->items = arena_push(arena, list->items, &len, sizeof *list->items);
	list->items[len - 1] = value;
	list->len = (uint32_t)len;
}

void
value_set(struct arena *arena, struct value *map, const char *key, const struct value *value)
{
	size_t len = map->len;

	assert(map->kind == VALUE_MAP);
	if (!value)
		return;
	map->pairs = arena_push(arena, map->pairs, &len, sizeof *map->pairs);
	map->pairs[len - 1] = (struct value_pair){ key, value_hash(str(key)), value };
	map->len = (uint32_t)len;
}

void
value_set_text(struct arena *arena, struct value *map, const char *key, struct str text)
{
	if (text.len)
		value_set(arena, map, key, value_text(arena, text));
}

void
value_set_int(struct arena *arena, struct value *map, const char *key, int64_t integer)
{
	value_set(arena, map, key, value_int(arena, integer));
}

void
value_set_bool(struct arena *arena, struct value *map, const char *key, bool boolean)
{
	value_set(arena, map, key, value_bool(boolean));
}

uint32_t
value_hash(struct str key)
{
	uint32_t hash = 2166136261u; /* FNV-1a: keys are short */

	for (size_t i = 0; i < key.len; i++)
		hash = (hash ^ (unsigned char)key.ptr[i]) * 16777619u;
	return hash;
}

const struct value *
value_find(const struct value *map, struct str key, uint32_t hash)
{
	if (!map || map->kind != VALUE_MAP)
		return NULL;
	for (uint32_t i = 0; i < map->len; i++)
		if (map->pairs[i].hash == hash && str_is(key, map->pairs[i].key))
			return map->pairs[i].value;
	return NULL;
}

const struct value *
value_get(const struct value *map, struct str key)
{
	return value_find(map, key, value_hash(key));
}

const struct value *
value_at(const struct value *map, const char *path)
{
	struct str rest = str(path), key;

	while (map && str_split(&rest, '.', &key))
		map = value_get(map, key);
	return map;
}

struct str
value_str(const struct value *value)
{
	if (!value || (value->kind != VALUE_TEXT && value->kind != VALUE_NUMBER))
		return (struct str){ 0 };
	return (struct str){ value->text, value->len };
}
