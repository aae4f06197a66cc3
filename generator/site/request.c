#include "site/request.h"

#include "base/beneath.h"
#include "base/buf.h"

#include <stdio.h>

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* An encoded slash is no slash of the path, and no name holds one, nor a control character. */
static bool
decode(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '%') {
			int high = i + 2 < text.len ? hex_digit(text.ptr[i + 1]) : -1;
			int low = i + 2 < text.len ? hex_digit(text.ptr[i + 2]) : -1;

			if (high < 0 || low < 0)
				return false;
			c = (char)(high * 16 + low);
			i += 2;
			if (c == '/')
				return false;
		}
		if ((unsigned char)c < 0x20 || c == 0x7f || c == '\\')
			return false;
		buf_addc(out, c);
	}
	return true;
}

static bool
has_hidden_part(struct str path)
{
	struct str part;

	while (str_split(&path, '/', &part))
		if (str_starts(part, "."))
			return true;
	return false;
}

enum request_target
request_path(struct buf *path, struct str url, struct str base)
{
	enum request_target target = REQUEST_FILE;

	buf_clear(path);
	buf_adds(path, "");
	if (url.len < base.len || !str_eq(str_sub(url, 0, base.len), base)) {
		bool above = url.len > 0 &&
		             (str_is(url, "/") || str_eq(url, str_sub(base, 0, base.len - 1)));

		return above ? REQUEST_BASE : REQUEST_NOTHING;
	}
	url = str_sub(url, base.len, url.len);
	if (url.len == 0)
		return REQUEST_FOLDER;
	if (str_ends(url, "/")) {
		target = REQUEST_FOLDER;
		url.len--;
	}
	if (!decode(path, url) || !beneath_is_normal(buf_str(path)) ||
	    has_hidden_part(buf_str(path)))
		return REQUEST_NOTHING;
	return target;
}

bool
request_host_is_local(struct str host, unsigned port)
{
	static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };
	char with_port[8];

	snprintf(with_port, sizeof with_port, ":%u", port % 65536);
	for (size_t i = 0; i < countof(names); i++) {
		size_t len = str(names[i]).len;
		struct str rest = str_sub(host, len, host.len);

		if (host.len >= len && str_eq_ascii(str_sub(host, 0, len), str(names[i])) &&
		    (str_is(rest, with_port) || (rest.len == 0 && port == 80)))
			return true;
	}
	return false;
}

bool
request_is_of_site(struct str origin, struct str fetch_site, unsigned port)
{
	static const char scheme[] = "http://";

	if (fetch_site.len > 0 && !str_is(fetch_site, "same-origin") && !str_is(fetch_site, "none"))
		return false;
	return origin.len == 0 ||
	       (str_starts(origin, scheme) &&
	        request_host_is_local(str_sub(origin, sizeof scheme - 1, origin.len), port));
}

bool
request_etag_matches(struct str header, struct str tag)
{
	struct str part;

	while (str_split(&header, ',', &part)) {
		part = str_trim(part);
		if (str_starts(part, "W/")) /* If-None-Match compares weakly */
			part = str_sub(part, 2, part.len);
		if (str_is(part, "*") || str_eq(part, tag))
			return true;
	}
	return false;
}

/* Digits alone, at least one; a number too large for any file is the largest. */
static bool
read_number(struct str text, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < text.len; i++) {
		uint64_t digit = (uint64_t)(text.ptr[i] - '0');

		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		*number = *number > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *number * 10 + digit;
	}
	return text.len > 0;
}

enum request_range
request_range(struct str header, uint64_t size, uint64_t *from, uint64_t *length)
{
	struct str spec = str_trim(str_sub(header, 6, header.len));
	size_t dash = str_find(spec, '-');
	struct str first = str_sub(spec, 0, dash), last = str_sub(spec, dash + 1, spec.len);
	uint64_t a, b;

	if (!str_eq_ascii(str_sub(header, 0, 6), STR("bytes=")) || dash == spec.len)
		return RANGE_WHOLE;
	if (first.len == 0) { /* "-500": the last 500 */
		if (!read_number(last, &b))
			return RANGE_WHOLE;
		if (b == 0 || size == 0)
			return RANGE_UNSATISFIABLE;
		*length = b < size ? b : size;
		*from = size - *length;
		return RANGE_PART;
	}
	b = UINT64_MAX;
	if (!read_number(first, &a) || (last.len > 0 && !read_number(last, &b)) || b < a)
		return RANGE_WHOLE;
	if (a >= size)
		return RANGE_UNSATISFIABLE;
	*from = a;
	*length = (b < size - 1 ? b : size - 1) - a + 1;
	return RANGE_PART;
}
