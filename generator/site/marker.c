#include "site/marker.h"

#include "base/buf.h"
#include "base/date.h"
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

/* What follows `key` and its colon; empty when it is not there. */
static struct str
value_of(struct str text, struct str key)
{
	const char *at = text.len ? memmem(text.ptr, text.len, key.ptr, key.len) : NULL;
	struct str rest;

	if (!at)
		return (struct str){ 0 };
	rest = str_trim(str_sub(text, (size_t)(at - text.ptr) + key.len, text.len));
	return str_starts(rest, ":") ? str_trim(str_sub(rest, 1, rest.len)) : (struct str){ 0 };
}

/* A text without escapes, as the marker's are; empty when it is none. */
static struct str
text_of(struct str text, struct str key)
{
	struct str value = value_of(text, key);

	if (!str_starts(value, "\""))
		return (struct str){ 0 };
	value = str_sub(value, 1, value.len);
	return str_sub(value, 0, str_find(value, '"'));
}

struct str
marker_next(struct str text)
{
	struct str next = text_of(text, STR("\"next\""));

	return is_moment(next) ? next : (struct str){ 0 };
}

bool
marker_read(struct marker *marker, struct str text)
{
	*marker = (struct marker){
		.version = text_of(text, STR("\"version\"")),
		.inputs = text_of(text, STR("\"inputs\"")),
		.next = marker_next(text),
	};
	return marker->version.len > 0 && marker->inputs.len > 0 &&
	       (marker->next.len > 0 || str_starts(value_of(text, STR("\"next\"")), "null"));
}

/* Two digits at `at`; -1 when they are none. */
static int
two_digits(struct str text, size_t at)
{
	if (at + 2 > text.len || text.ptr[at] < '0' || text.ptr[at] > '9' ||
	    text.ptr[at + 1] < '0' || text.ptr[at + 1] > '9')
		return -1;
	return (text.ptr[at] - '0') * 10 + text.ptr[at + 1] - '0';
}

bool
marker_moment(struct str next, int64_t *utc)
{
	enum { MINUTES = 16, SECONDS = 17, SIGN = 19, LENGTH = 25 };
	int seconds = two_digits(next, SECONDS), hours = two_digits(next, SIGN + 1);
	int minutes = two_digits(next, SIGN + 4), offset;
	struct moment moment;

	if (next.len != LENGTH || next.ptr[MINUTES] != ':' || next.ptr[SIGN + 3] != ':' ||
	    (next.ptr[SIGN] != '+' && next.ptr[SIGN] != '-') || seconds < 0 || hours < 0 ||
	    minutes < 0 || !moment_parse(str_sub(next, 0, MINUTES), &moment))
		return false;
	offset = (hours * 60 + minutes) * 60;
	*utc = moment_minutes(moment) * 60 + seconds - (next.ptr[SIGN] == '-' ? -offset : offset);
	return true;
}
