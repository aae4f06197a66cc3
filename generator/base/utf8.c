#include "base/utf8.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at `s` (RFC 3629, section 4: no overlong forms, no surrogates,
 * nothing above U+10FFFF), or 0. */
static size_t
sequence(const unsigned char *s, size_t left)
{
	size_t n = s[0] < 0x80   ? 1
	           : s[0] < 0xc2 ? 0
	           : s[0] < 0xe0 ? 2
	           : s[0] < 0xf0 ? 3
	           : s[0] < 0xf5 ? 4
	                         : 0;

	if (n == 0 || n > left)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

bool
utf8_check(struct str s, size_t *bad)
{
	const unsigned char *bytes = (const unsigned char *)s.ptr;
	size_t i = 0, n;

	while (i < s.len) {
		uint64_t eight;

		/* Eight ASCII bytes at a time, none of them zero: nearly all text is such. */
		if (s.len - i >= sizeof eight) {
			memcpy(&eight, bytes + i, sizeof eight);
			if (!((eight | (eight - 0x0101010101010101u)) & 0x8080808080808080u)) {
				i += sizeof eight;
				continue;
			}
		}
		n = bytes[i] ? sequence(bytes + i, s.len - i) : 0;
		if (n == 0) {
			if (bad)
				*bad = i;
			return false;
		}
		i += n;
	}
	return true;
}

static bool
is_noncharacter(uint32_t c)
{
	return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

size_t
utf8_find_control(struct str s)
{
	for (size_t i = 0; i < s.len;) {
		unsigned char c = (unsigned char)s.ptr[i];
		size_t at = i;
		uint32_t point;

		if ((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' || c == '\r' ||
		    (c >= 0x80 && c != 0xc2 &&
		     c < 0xef)) { /* text, whatever follows, or what follows */
			i++;
			continue;
		}
		point = utf8_next(s, &i);
		if (point < 0x20 || (point >= 0x7f && point < 0xa0 && point != 0x85) ||
		    is_noncharacter(point))
			return at;
	}
	return s.len;
}

size_t
utf8_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
	return count;
}

uint32_t
utf8_next(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;
	size_t n = sequence(p, s.len - *at);
	uint32_t c;

	if (n == 0) {
		(*at)++;
		return 0xfffd;
	}
	c = n == 1 ? p[0] : p[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3fu);
	*at += n;
	return c;
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] >= 0x80)
			return false;
	return true;
}

/* `s` mapped by utf8proc as `options` say, on the heap; empty with ptr NULL when it cannot be. */
static struct str
mapped(struct str s, utf8proc_option_t options)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)s.ptr,
	                                    (utf8proc_ssize_t)s.len, &out, options);

	if (len == UTF8PROC_ERROR_NOMEM)
		mem_exhausted();
	if (len < 0)
		return (struct str){ 0 };
	return (struct str){ (const char *)out, (size_t)len };
}

struct str
utf8_nfc(struct arena *arena, struct str s)
{
	struct str composed, copy;

	if (is_ascii(s))
		return s;
	composed = mapped(s, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (!composed.ptr || str_eq(composed, s))
		copy = s;
	else
		copy = arena_str(arena, composed);
	free((void *)composed.ptr);
	return copy;
}

/* Letters that Unicode does not decompose, but people write apart or without their stroke. */
static const char *
written_apart(uint32_t c)
{
	switch (c) {
	case 0xdf: return "ss";  /* ß */
	case 0xe6: return "ae";  /* æ */
	case 0x153: return "oe"; /* œ */
	case 0xf8: return "o";   /* ø */
	case 0x142: return "l";  /* ł */
	case 0x111: return "d";  /* đ */
	default: return NULL;
	}
}

static bool
is_word(uint32_t c)
{
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL: return true;
	default: return false;
	}
}

/* Appends one folded character, or remembers that a space is due before the next one. */
static void
fold_one(struct buf *out, uint32_t c, bool *space)
{
	const char *apart = written_apart(c);

	if (c < 0x80 ? !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
	             : !apart && !is_word(c)) {
		*space = out->len > 0;
		return;
	}
	if (*space)
		buf_addc(out, ' ');
	*space = false;
	if (apart)
		buf_adds(out, apart);
	else
		buf_add_codepoint(out, c);
}

struct str
utf8_fold(struct arena *arena, struct str s)
{
	struct buf out = { 0 };
	struct str folded;
	bool space = false;
	bool ascii = is_ascii(s);
	struct str bare =
		ascii ? s
		      : mapped(s, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
	                                  UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

	for (size_t i = 0; i < bare.len;) {
		uint32_t c = utf8_next(bare, &i);

		fold_one(&out, ascii && c >= 'A' && c <= 'Z' ? c + 32 : c, &space);
	}
	folded = arena_str(arena, buf_str(&out));
	buf_release(&out);
	if (!ascii)
		free((void *)bare.ptr);
	return folded;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Copies folded text so that bytes compare as people order: a number becomes the count of its
 * digits and then the digits, so that 9 comes before 10. */
static void
add_primary(struct buf *key, struct str folded)
{
	size_t i = 0;

	while (i < folded.len) {
		size_t from = i;

		if (!is_digit(folded.ptr[i])) {
			buf_addc(key, folded.ptr[i++]);
			continue;
		}
		while (from < folded.len && folded.ptr[from] == '0')
			from++;
		for (i = from; i < folded.len && is_digit(folded.ptr[i]);)
			i++;
		buf_addc(key, (char)('0' + (i - from > 60 ? 60 : i - from) / 10));
		buf_addc(key, (char)('0' + (i - from > 60 ? 60 : i - from) % 10));
		buf_add(key, str_sub(folded, from, i));
	}
}

struct str
utf8_sort_key(struct arena *arena, struct str s)
{
	struct buf key = { 0 };
	struct str lower, made;

	add_primary(&key, utf8_fold(arena, s));
	buf_addc(&key, '\x01'); /* below every letter: a shorter text comes first */
	/* Then accents (decomposed: a letter without comes before the same with), at last the case. */
	lower = mapped(s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
	buf_add(&key, lower);
	free((void *)lower.ptr);
	buf_addc(&key, '\x01');
	buf_add(&key, s);
	made = arena_str(arena, buf_str(&key));
	buf_release(&key);
	return made;
}

struct str
utf8_slug(struct arena *arena, struct str s, size_t most)
{
	struct buf slug = { 0 };
	struct str folded = utf8_fold(arena, s), made;
	size_t cut;

	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.ptr[i];

		if ((c >= 'a' && c <= 'z') || is_digit(c))
			buf_addc(&slug, c);
		else if (slug.len > 0 && slug.ptr[slug.len - 1] != '-')
			buf_addc(&slug, '-'); /* also for letters of other scripts */
	}
	made = buf_str(&slug);
	if (made.len > most) {
		cut = most;
		while (cut > most / 2 && made.ptr[cut] != '-')
			cut--;
		made = str_sub(made, 0, made.ptr[cut] == '-' ? cut : most);
	}
	while (made.len > 0 && made.ptr[made.len - 1] == '-')
		made.len--;
	made = arena_str(arena, made);
	buf_release(&slug);
	return made;
}

enum { DISTANCE_MOST = 64 }; /* longer words are not what somebody mistyped */

static size_t
code_points(struct str s, uint32_t out[DISTANCE_MOST])
{
	size_t n = 0, i = 0;

	while (i < s.len && n < DISTANCE_MOST)
		out[n++] = utf8_next(s, &i);
	return i < s.len ? DISTANCE_MOST + 1 : n;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

unsigned
utf8_distance(struct str a, struct str b, unsigned limit)
{
	uint32_t ca[DISTANCE_MOST], cb[DISTANCE_MOST];
	unsigned rows[3][DISTANCE_MOST + 1];
	size_t la = code_points(a, ca), lb = code_points(b, cb);

	if (la > DISTANCE_MOST || lb > DISTANCE_MOST)
		return str_eq(a, b) ? 0 : limit + 1;
	for (size_t j = 0; j <= lb; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= la; i++) {
		unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *twice = rows[(i + 1) % 3];
		unsigned best = row[0] = (unsigned)i;

		for (size_t j = 1; j <= lb; j++) {
			row[j] = least(least(above[j], row[j - 1]) + 1,
			               above[j - 1] + (ca[i - 1] != cb[j - 1]));
			if (i > 1 && j > 1 && ca[i - 1] == cb[j - 2] && ca[i - 2] == cb[j - 1])
				row[j] = least(row[j], twice[j - 2] + 1);
			best = least(best, row[j]);
		}
		if (best > limit)
			return limit + 1;
	}
	return least(rows[la % 3][lb], limit + 1);
}

size_t
utf8_nearest(struct str s, const struct str *candidates, size_t count)
{
	struct arena *arena = arena_new();
	struct str wanted = utf8_fold(arena, s);
	size_t letters = utf8_count(wanted), nearest = count;
	unsigned allowed = letters / 3 < 1 ? 1 : letters / 3 > 4 ? 4 : (unsigned)(letters / 3);

	for (size_t i = 0; i < count && wanted.len > 0; i++) {
		unsigned distance = utf8_distance(wanted, utf8_fold(arena, candidates[i]), allowed);

		if (distance > allowed)
			continue;
		nearest = i;
		if (distance == 0)
			break;
		allowed = distance - 1;
	}
	arena_free(arena);
	return nearest;
}
