#ifndef CARD_HOURS_LEXICON_H
#define CARD_HOURS_LEXICON_H
/*
 * hours_lexicon: the words that stand in opening hours, in the languages of our readers.
 *
 * Names of days, months and holidays, of states, and the small words between them; those of
 * OpenStreetMap itself, of French, Dutch, German and English, and the days of some neighbours whose
 * names cannot be mistaken. A day's name may mean different days in different languages ("di" is
 * Sunday in French, Tuesday in Dutch): each has its own.
 */
#include "card/hours_token.h"
#include "card/lang.h"

enum { HOURS_LEXICON_MOST = 17 }; /* bytes with the NUL */

struct hours_word {
	char text[HOURS_LEXICON_MOST]; /* lower case, no accents */
	int8_t kind;                   /* enum hours_kind */
	int8_t day[LANG_COUNT];        /* fr, nl, de, en */
	int16_t value;
};

/* The plain small letter of a letter in any case, with the accents of our languages, or the Latin
 * letter nearest to a Cyrillic one; else 0. */
char hours_lexicon_fold(uint32_t c);

/* The word by its folded letters, also with a plural "s" behind it; NULL when there is none. */
const struct hours_word *hours_lexicon_find(const char *letters, size_t len);

/* Whether a word is one of OpenStreetMap's own, spelt as it spells it. */
bool hours_lexicon_canonical(struct str s);
#endif
