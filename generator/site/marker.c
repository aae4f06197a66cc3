#include "site/marker.h"

#include "base/buf.h"
#include "base/json.h"

#include <string.h>

void
marker_write(struct buf *out, const struct marker *marker)
{
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	json_key(&json, "quartier");
	json_int(&json, MARKER_FORMAT);
	json_key(&json, "version");
	json_text(&json, marker->version);
	json_key(&json, "inputs");
	json_text(&json, marker->inputs);
	json_key(&json, "next");
	if (marker->next.len > 0)
		json_text(&json, marker->next);
	else
		json_null(&json);
	json_object_end(&json);
	buf_addc(out, '\n');
}

/* Digits and punctuation as in "2026-12-01T00:00:00+01:00". */
static bool
is_moment(struct str text)
{
	if (text.len < 16 || text.len > 32)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!memchr("0123456789-+:.TZ", text.ptr[i], 16))
			return false;
	return true;
}

struct str
marker_next(struct str text)
{
	static const struct str key = { "\"next\"", 6 };
	const struct str none = { 0 };
	const char *at = text.len ? memmem(text.ptr, text.len, key.ptr, key.len) : NULL;
	struct str rest;

	if (!at)
		return none;
	rest = str_trim(str_sub(text, (size_t)(at - text.ptr) + key.len, text.len));
	if (!str_starts(rest, ":"))
		return none;
	rest = str_trim(str_sub(rest, 1, rest.len));
	if (!str_starts(rest, "\""))
		return none;
	rest = str_sub(rest, 1, rest.len);
	rest = str_sub(rest, 0, str_find(rest, '"'));
	return is_moment(rest) ? rest : none;
}
