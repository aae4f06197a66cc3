#include "card/spelling.h"

#include "base/utf8.h"

enum { FIRST = 0xc0, LAST = 0x17f };

/* What U+00C0 to U+017F become: base letters in lower case; none for signs. */
static const char folded[LAST - FIRST + 1][3] = {
	"a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
	"d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
	"d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",
	"d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",
	"g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",
	"i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",
	"l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",
	"o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",
	"s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",
	"u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",
};

/* A text while it is being compared. */
struct cursor {
	struct str text;
	size_t at;
	const char *pending; /* the rest of a letter that became two */
	bool between;        /* what was skipped since the last letter */
	bool begun;
};

static bool
is_mark(uint32_t c)
{
	return c >= 0x300 && c < 0x370; /* accents that stand apart from their letter */
}

/* The letter or digit of `c` in *out, or false for what lies between words. */
static bool
fold(uint32_t c, struct cursor *cursor, uint32_t *out)
{
	if (c >= 'A' && c <= 'Z')
		c += 'a' - 'A';
	if (c < 0x80) {
		*out = c;
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	}
	if (c < FIRST || (c >= 0x2000 && c < 0x2070))
		return false;
	*out = c;
	if (c <= LAST) {
		const char *letters = folded[c - FIRST];

		*out = (unsigned char)letters[0];
		if (letters[0] && letters[1])
			cursor->pending = letters + 1;
	}
	return *out != 0;
}

/* The next letter, a space for any gap between two, 0 at the end. */
static uint32_t
next(struct cursor *cursor)
{
	if (cursor->pending) {
		uint32_t c = (unsigned char)*cursor->pending;

		cursor->pending = NULL;
		return c;
	}
	while (cursor->at < cursor->text.len) {
		size_t before = cursor->at;
		uint32_t letter, c = utf8_next(cursor->text, &cursor->at);

		if (is_mark(c))
			continue;
		if (!fold(c, cursor, &letter)) {
			cursor->between = cursor->begun;
			continue;
		}
		if (cursor->between) {
			cursor->between = false;
			cursor->pending = NULL;
			cursor->at = before;
			return ' ';
		}
		cursor->begun = true;
		return letter;
	}
	return 0;
}

bool
spelling_same(struct str a, struct str b)
{
	struct cursor left = { .text = a }, right = { .text = b };
	uint32_t c;

	do {
		c = next(&left);
		if (c != next(&right))
			return false;
	} while (c);
	return true;
}
