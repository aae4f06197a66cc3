#include "map/labels_short.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

/* What a street is stands first in French and last in English, German and Dutch; in the middle it is part of its
 * name: "Rue de la Place". */
enum standing { FIRST = 1, LAST = 2, ANYWHERE = 4 };

/* Whole words; the first letter stays as the text has it. */
static const struct {
	const char *whole, *cut;
	enum standing standing;
	int level;
} words[] = {
	{ "Allée", "All.", FIRST, 1 },
	{ "Avenue", "Av.", FIRST, 1 },
	{ "Boulevard", "Bd", FIRST, 1 },
	{ "Chaussée", "Ch.", FIRST, 1 },
	{ "Chemin", "Ch.", FIRST, 1 },
	{ "Esplanade", "Espl.", FIRST, 1 },
	{ "Faubourg", "Fg", FIRST, 1 },
	{ "Impasse", "Imp.", FIRST, 1 },
	{ "Passage", "Pass.", FIRST, 1 },
	{ "Place", "Pl.", FIRST, 1 },
	{ "Promenade", "Prom.", FIRST, 1 },
	{ "Résidence", "Rés.", FIRST, 1 },
	{ "Route", "Rte", FIRST, 1 },
	{ "Rue", "R.", FIRST, 1 },
	{ "Ruelle", "Rle", FIRST, 1 },
	{ "Sentier", "Sent.", FIRST, 1 },
	{ "Square", "Sq.", FIRST, 1 },
	{ "Traverse", "Trav.", FIRST, 1 },
	{ "Avenue", "Ave", LAST, 1 },
	{ "Laan", "Ln.", LAST, 1 },
	{ "Plein", "Pln.", LAST, 1 },
	{ "Road", "Rd", LAST, 1 },
	{ "Square", "Sq.", LAST, 1 },
	{ "Steenweg", "Stwg.", LAST, 1 },
	{ "Straat", "Str.", LAST, 1 },
	{ "Strasse", "Str.", LAST, 1 },
	{ "Straße", "Str.", LAST, 1 },
	{ "Street", "St", LAST, 1 },
	{ "Burgemeester", "Burg.", ANYWHERE, 2 },
	{ "Capitaine", "Cap.", ANYWHERE, 2 },
	{ "Colonel", "Col.", ANYWHERE, 2 },
	{ "Commandant", "Cdt", ANYWHERE, 2 },
	{ "Docteur", "Dr", ANYWHERE, 2 },
	{ "Doktor", "Dr.", ANYWHERE, 2 },
	{ "Général", "Gal", ANYWHERE, 2 },
	{ "Lieutenant", "Lt", ANYWHERE, 2 },
	{ "Maréchal", "Mal", ANYWHERE, 2 },
	{ "Monseigneur", "Mgr", ANYWHERE, 2 },
	{ "Président", "Pdt", ANYWHERE, 2 },
	{ "Professeur", "Pr", ANYWHERE, 2 },
	{ "Professor", "Prof.", ANYWHERE, 2 },
	{ "Saint", "St", ANYWHERE, 2 },
	{ "Sainte", "Ste", ANYWHERE, 2 },
	{ "Sankt", "St.", ANYWHERE, 2 },
	{ "Sint", "St", ANYWHERE, 2 },
};

/* How words end in German and Dutch: "Bahnhofstraße", "Kerkstraat". */
static const struct {
	const char *whole, *cut;
	int level;
} endings[] = {
	{ "straße", "str.", 1 },    { "strasse", "str.", 1 }, { "straat", "str.", 1 },
	{ "steenweg", "stwg.", 1 }, { "laan", "ln.", 1 },     { "platz", "pl.", 1 },
	{ "gasse", "g.", 2 },
};

/* The first letter compares without case; no word begins with an accent. */
static bool
is_word(struct str text, const char *whole)
{
	return text.len == strlen(whole) && text.len > 1 &&
	       (text.ptr[0] | 0x20) == (whole[0] | 0x20) &&
	       memcmp(text.ptr + 1, whole + 1, text.len - 1) == 0;
}

static bool
shorten_word(struct buf *out, struct str word, unsigned standing, int level)
{
	for (size_t i = 0; i < countof(words); i++) {
		if (words[i].level > level || !(words[i].standing & standing) ||
		    !is_word(word, words[i].whole))
			continue;
		buf_addc(out, word.ptr[0]);
		buf_adds(out, words[i].cut + 1);
		return true;
	}
	return false;
}

static bool
shorten_ending(struct buf *out, struct str word, int level)
{
	for (size_t i = 0; i < countof(endings); i++) {
		size_t len = strlen(endings[i].whole);

		if (endings[i].level > level || word.len < len + 3 ||
		    !str_ends(word, endings[i].whole))
			continue;
		buf_add(out, str_sub(word, 0, word.len - len));
		buf_adds(out, endings[i].cut);
		return true;
	}
	return false;
}

/* A word ends at a space or a hyphen, which follows it. */
static struct str
next_word(struct str text, size_t from)
{
	size_t to = from;

	while (to < text.len && text.ptr[to] != ' ' && text.ptr[to] != '-')
		to++;
	return str_sub(text, from, to);
}

/* In "Rue Haute - Hoogstraat" each half has a first and a last word. */
static unsigned
standing_of(struct str text, size_t from, size_t to)
{
	static const char halves[] = " - ";
	unsigned standing = ANYWHERE;

	if (from == 0 || str_ends(str_sub(text, 0, from), halves))
		standing |= FIRST;
	if (to == text.len || str_starts(str_sub(text, to, text.len), halves))
		standing |= LAST;
	/* A street that is called "Square" and nothing else stays so. */
	return (standing & FIRST) && (standing & LAST) ? 0 : standing;
}

struct str
labels_short(struct arena *arena, struct str text, int level)
{
	struct buf out = { 0 };
	struct str cut = text;
	bool any = false;

	for (size_t at = 0; at < text.len;) {
		struct str word = next_word(text, at);
		unsigned standing = standing_of(text, at, at + word.len);

		if (shorten_word(&out, word, standing, level) || shorten_ending(&out, word, level))
			any = true;
		else
			buf_add(&out, word);
		at += word.len;
		if (at < text.len)
			buf_addc(&out, text.ptr[at++]);
	}
	if (any)
		cut = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return cut;
}
