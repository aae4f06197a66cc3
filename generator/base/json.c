#include "base/json.h"

#include "base/buf.h"
#include "base/value.h"

#include <assert.h>
#include <inttypes.h>

void
json_start(struct json *json, struct buf *out, bool indent)
{
	*json = (struct json){ .out = out, .indent = indent };
}

static void
new_line(struct json *json)
{
	if (!json->indent)
		return;
	buf_addc(json->out, '\n');
	for (unsigned i = 0; i < json->depth; i++)
		buf_adds(json->out, "  ");
}

/* What stands before a key or a member: a comma, a line. */
static void
separate(struct json *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (json->filled[json->depth])
		buf_addc(json->out, ',');
	json->filled[json->depth] = true;
	if (json->depth > 0)
		new_line(json);
}

static void
open_level(struct json *json, char bracket)
{
	separate(json);
	buf_addc(json->out, bracket);
	assert(json->depth < JSON_DEPTH);
	json->filled[++json->depth] = false;
}

static void
close_level(struct json *json, char bracket)
{
	bool filled = json->filled[json->depth];

	assert(json->depth > 0);
	json->depth--;
	if (filled)
		new_line(json);
	buf_addc(json->out, bracket);
}

void
json_object(struct json *json)
{
	open_level(json, '{');
}

void
json_object_end(struct json *json)
{
	close_level(json, '}');
}

void
json_list(struct json *json)
{
	open_level(json, '[');
}

void
json_list_end(struct json *json)
{
	close_level(json, ']');
}

/* The \u escape of the byte or of U+2028/2029 at `at`, or NULL; *len is how many bytes it stands for. */
static const char *
escape(struct str s, size_t at, char short_form[7], size_t *len)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char c = (unsigned char)s.ptr[at];

	*len = 1;
	if (c == '"')
		return "\\\"";
	if (c == '\\')
		return "\\\\";
	if (c == '\n')
		return "\\n";
	if (c == 0xe2 && at + 2 < s.len && s.ptr[at + 1] == '\x80' &&
	    (s.ptr[at + 2] == '\xa8' || s.ptr[at + 2] == '\xa9')) {
		*len = 3;
		return s.ptr[at + 2] == '\xa8' ? "\\u2028" : "\\u2029";
	}
	if (c >= 0x20 && c != '<' && c != '>' && c != '&')
		return NULL;
	for (size_t i = 0; i < 4; i++)
		short_form[i] = "\\u00"[i];
	short_form[4] = digits[c >> 4];
	short_form[5] = digits[c & 15];
	short_form[6] = '\0';
	return short_form;
}

static void
quoted(struct json *json, struct str text)
{
	char short_form[7];
	size_t from = 0, len;

	buf_addc(json->out, '"');
	for (size_t i = 0; i < text.len; i += len) {
		const char *written = escape(text, i, short_form, &len);

		if (!written)
			continue;
		buf_add(json->out, str_sub(text, from, i));
		buf_adds(json->out, written);
		from = i + len;
	}
	buf_add(json->out, str_sub(text, from, text.len));
	buf_addc(json->out, '"');
}

void
json_key(struct json *json, const char *key)
{
	separate(json);
	quoted(json, str(key));
	buf_adds(json->out, json->indent ? ": " : ":");
	json->after_key = true;
}

void
json_text(struct json *json, struct str text)
{
	separate(json);
	quoted(json, text);
}

void
json_int(struct json *json, int64_t number)
{
	separate(json);
	buf_printf(json->out, "%" PRId64, number);
}

void
json_number(struct json *json, struct str decimal)
{
	json_raw(json, decimal);
}

void
json_bool(struct json *json, bool boolean)
{
	json_raw(json, boolean ? STR("true") : STR("false"));
}

void
json_null(struct json *json)
{
	json_raw(json, STR("null"));
}

static void
json_members(struct json *json, const struct value *value)
{
	if (value->kind == VALUE_LIST) {
		json_list(json);
		for (uint32_t i = 0; i < value->len; i++)
			json_value(json, value->items[i]);
		json_list_end(json);
		return;
	}
	json_object(json);
	for (uint32_t i = 0; i < value->len; i++) {
		json_key(json, value->pairs[i].key);
		json_value(json, value->pairs[i].value);
	}
	json_object_end(json);
}

void
json_value(struct json *json, const struct value *value)
{
	switch (value ? value->kind : VALUE_NULL) {
	case VALUE_NULL: json_null(json); break;
	case VALUE_BOOL: json_bool(json, value->boolean); break;
	case VALUE_INT: json_int(json, value->integer); break;
	case VALUE_NUMBER: json_number(json, value_str(value)); break;
	case VALUE_TEXT: json_text(json, value_str(value)); break;
	case VALUE_LIST:
	case VALUE_MAP: json_members(json, value); break;
	}
}

void
json_raw(struct json *json, struct str text)
{
	separate(json);
	buf_add(json->out, text);
}

void
json_field(struct json *json, const char *key, struct str text)
{
	if (text.len == 0)
		return;
	json_key(json, key);
	json_text(json, text);
}
