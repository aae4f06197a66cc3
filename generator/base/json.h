#ifndef BASE_JSON_H
#define BASE_JSON_H
/*
 * json: writes JSON (RFC 8259), nothing else.
 *
 * Safe inside <script type="application/ld+json">: < > & U+2028 U+2029 are written as \u escapes
 * everywhere. The writer places commas; the caller keeps begin and end in pairs.
 */
#include "base/str.h"

#include <stdint.h>

struct buf;
struct value;

enum { JSON_DEPTH = 64 }; /* deepest nesting; more is our own mistake (assert) */

struct json {
	struct buf *out;
	bool indent; /* two spaces a level, for people */
	unsigned depth;
	bool filled[JSON_DEPTH + 1]; /* whether the level has a member already */
	bool after_key;
};

void json_start(struct json *json, struct buf *out, bool indent);
void json_object(struct json *json);
void json_object_end(struct json *json);
void json_list(struct json *json);
void json_list_end(struct json *json);
void json_key(struct json *json, const char *key);
void json_text(struct json *json, struct str text);
void json_int(struct json *json, int64_t number);
void json_number(struct json *json, struct str decimal); /* a valid JSON number, as is */
void json_bool(struct json *json, bool boolean);
void json_null(struct json *json);
void json_value(struct json *json, const struct value *value); /* a whole tree; NULL is null */
/* JSON already written by this writer without indent. */
void json_raw(struct json *json, struct str text);
/* A key and a text together; an empty text writes neither. */
void json_field(struct json *json, const char *key, struct str text);
#endif
