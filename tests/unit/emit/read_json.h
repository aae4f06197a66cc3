/*
 * read_json: reads JSON (RFC 8259) back into values, strictly, for the tests of what we write.
 */
#ifndef TESTS_UNIT_EMIT_READ_JSON_H
#define TESTS_UNIT_EMIT_READ_JSON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/value.h"

#include <stdlib.h>
#include <string.h>

struct json_reader {
	struct arena *arena;
	struct str text;
	size_t at;
	bool bad;
};

static inline const struct value *read_json_value(struct json_reader *r);

static inline char
json_peek(const struct json_reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static inline void
json_space(struct json_reader *r)
{
	while (json_peek(r) && strchr(" \t\r\n", json_peek(r)))
		r->at++;
}

static inline bool
json_take(struct json_reader *r, const char *token)
{
	json_space(r);
	if (!str_starts(str_sub(r->text, r->at, r->text.len), token))
		return false;
	r->at += strlen(token);
	return true;
}

static inline unsigned
json_hex(struct json_reader *r)
{
	char digits[5] = { 0 };

	for (int i = 0; i < 4; i++, r->at++) {
		digits[i] = json_peek(r);
		if (!digits[i] || !strchr("0123456789abcdefABCDEF", digits[i]))
			r->bad = true;
	}
	return (unsigned)strtoul(digits, NULL, 16);
}

static inline void
json_escape(struct json_reader *r, struct buf *out)
{
	static const char names[] = "\"\\/bfnrt", chars[] = "\"\\/\b\f\n\r\t";
	const char *found = json_peek(r) ? strchr(names, json_peek(r)) : NULL;

	if (json_peek(r) == 'u') {
		r->at++;
		buf_add_codepoint(out, json_hex(r));
	} else if (found) {
		buf_addc(out, chars[found - names]);
		r->at++;
	} else {
		r->bad = true;
	}
}

static inline struct str
json_string(struct json_reader *r)
{
	struct buf out = { 0 };
	struct str copy;

	if (!json_take(r, "\""))
		r->bad = true;
	while (!r->bad && json_peek(r) != '"') {
		char c = json_peek(r);

		if ((unsigned char)c < 0x20) {
			r->bad = true;
			break;
		}
		r->at++;
		if (c == '\\')
			json_escape(r, &out);
		else
			buf_addc(&out, c);
	}
	r->at++;
	copy = arena_str(r->arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

static inline const struct value *
json_container(struct json_reader *r, bool map)
{
	struct value *value = map ? value_map(r->arena) : value_list(r->arena);
	const char *end = map ? "}" : "]";

	if (json_take(r, end))
		return value;
	do {
		if (map) {
			struct str key = json_string(r);

			if (!json_take(r, ":") || r->bad || value_get(value, key)) {
				r->bad = true; /* a key that comes twice, too */
				return value;
			}
			value_set(r->arena, value, key.ptr, read_json_value(r));
		} else {
			value_add(r->arena, value, read_json_value(r));
		}
	} while (!r->bad && json_take(r, ","));
	if (!json_take(r, end))
		r->bad = true;
	return value;
}

static inline const struct value *
json_number_value(struct json_reader *r)
{
	size_t from = r->at;
	char *end;

	while (json_peek(r) && strchr("+-0123456789.eE", json_peek(r)))
		r->at++;
	if (from == r->at || !strchr("-0123456789", r->text.ptr[from]))
		r->bad = true;
	strtod(arena_cstr(r->arena, str_sub(r->text, from, r->at)), &end);
	r->bad = r->bad || *end != '\0';
	return value_number(r->arena, arena_str(r->arena, str_sub(r->text, from, r->at)));
}

static inline const struct value *
read_json_value(struct json_reader *r)
{
	json_space(r);
	if (json_peek(r) == '"')
		return value_text(r->arena, json_string(r));
	if (json_take(r, "{"))
		return json_container(r, true);
	if (json_take(r, "["))
		return json_container(r, false);
	if (json_take(r, "true"))
		return &value_true;
	if (json_take(r, "false"))
		return &value_false;
	if (json_take(r, "null"))
		return &value_null;
	return json_number_value(r);
}

/* NULL when it is not one JSON value and nothing else. */
static inline const struct value *
read_json(struct arena *arena, struct str text)
{
	struct json_reader r = { .arena = arena, .text = text };
	const struct value *value = read_json_value(&r);

	json_space(&r);
	return r.bad || r.at != text.len ? NULL : value;
}

/* By a path through maps and lists: "@graph.0.name". */
static inline const struct value *
json_at(const struct value *value, const char *path)
{
	struct str rest = str(path), step;

	while (value && str_split(&rest, '.', &step)) {
		if (value->kind == VALUE_LIST) {
			size_t index = (size_t)strtoul(step.ptr, NULL, 10);

			value = index < value->len ? value->items[index] : NULL;
		} else {
			value = value_get(value, step);
		}
	}
	return value;
}

static inline struct str
json_text_at(const struct value *value, const char *path)
{
	return value_str(json_at(value, path));
}
#endif
