#include "base/str.h"

#include <string.h>

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

struct str
str(const char *text)
{
	return (struct str){ text, text ? strlen(text) : 0 };
}

struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from >= to)
		return (struct str){ 0 };
	return (struct str){ s.ptr + from, to - from };
}

struct str
str_trim(struct str s)
{
	while (s.len > 0 && is_space(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len > 0 && is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool
str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool
str_is(struct str a, const char *text)
{
	return str_eq(a, str(text));
}

bool
str_eq_ascii(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return false;
	return true;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool
str_starts(struct str s, const char *prefix)
{
	struct str p = str(prefix);

	return str_eq(str_sub(s, 0, p.len), p);
}

bool
str_ends(struct str s, const char *suffix)
{
	struct str p = str(suffix);

	return s.len >= p.len && str_eq(str_sub(s, s.len - p.len, s.len), p);
}

size_t
str_find(struct str s, char c)
{
	const char *hit = s.len ? memchr(s.ptr, c, s.len) : NULL;

	return hit ? (size_t)(hit - s.ptr) : s.len;
}

bool
str_split(struct str *rest, char sep, struct str *part)
{
	size_t end;

	if (!rest->ptr)
		return false;
	end = str_find(*rest, sep);
	*part = (struct str){ rest->ptr, end };
	if (end < rest->len)
		*rest = (struct str){ rest->ptr + end + 1, rest->len - end - 1 };
	else
		*rest = (struct str){ 0 };
	return true;
}
