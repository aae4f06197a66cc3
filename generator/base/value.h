#ifndef BASE_VALUE_H
#define BASE_VALUE_H
/*
 * value: an immutable tree like JSON's, which templates, JSON-LD, search.json and
 * `quartier context` all read.
 *
 * Memory   nodes and arrays come from the builder's arena; texts and keys are borrowed (keys are
 *          literals or live as long as the tree).
 * Threads  built by one, then read by all: nothing changes a value once it is shared.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;

enum value_kind {
	VALUE_NULL,
	VALUE_BOOL,
	VALUE_INT,
	VALUE_NUMBER,
	VALUE_TEXT,
	VALUE_LIST,
	VALUE_MAP
};

struct value {
	enum value_kind kind;
	uint32_t len; /* of text in bytes, of a list or a map in members */
	union {
		bool boolean;
		int64_t integer;
		const char *text; /* VALUE_TEXT; VALUE_NUMBER as written, e.g. "3.20" */
		const struct value **items;
		struct value_pair *pairs; /* in the order in which they were set */
	};
};

struct value_pair {
	const char *key;
	uint32_t hash; /* value_hash of the key */
	const struct value *value;
};

extern const struct value value_null, value_true, value_false;

const struct value *value_bool(bool boolean);
struct value *value_int(struct arena *arena, int64_t integer);
struct value *value_number(struct arena *arena, struct str decimal);
struct value *value_text(struct arena *arena, struct str text); /* `text` borrowed */
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

/* While building: appends, or sets a key that the map does not have yet. `value` NULL: nothing. */
void value_add(struct arena *arena, struct value *list, const struct value *value);
void value_set(struct arena *arena, struct value *map, const char *key, const struct value *value);
/* Short forms; an empty text sets nothing, so that templates can ask {{#phone}}. */
void value_set_text(struct arena *arena, struct value *map, const char *key, struct str text);
void value_set_int(struct arena *arena, struct value *map, const char *key, int64_t integer);
void value_set_bool(struct arena *arena, struct value *map, const char *key, bool boolean);

uint32_t value_hash(struct str key);
/* NULL when there is no such key, or `map` is no map. */
const struct value *value_get(const struct value *map, struct str key);
const struct value *value_find(const struct value *map, struct str key, uint32_t hash);
/* By a path "merchant.address.city"; NULL when any step is missing. */
const struct value *value_at(const struct value *map, const char *path);
struct str value_str(const struct value *value); /* of a text or number; else empty */
#endif
