#ifndef CARD_VOCABULARY_H
#define CARD_VOCABULARY_H
/*
 * vocabulary: the words that cards may use in open lists, with their labels.
 *
 * A word is found by its id ("meal-vouchers"), by its label in any language without accents and
 * case ("Chèques-repas"), or by a synonym. Sources per table in the .c.
 */
#include "base/str.h"
#include "card/lang.h"

#include <stdint.h>

enum vocabulary {
	VOCABULARY_PAYMENT,
	VOCABULARY_SERVICES,
	VOCABULARY_LANGUAGES,
	VOCABULARY_SOCIAL,
	VOCABULARY_LINKS,
	VOCABULARY_PLACES,
	VOCABULARY_COUNT
};

struct term {
	const char *id;
	const char *label[LANG_COUNT];
	const char *schema; /* schema.org or Wikidata term for JSON-LD; NULL */
	const char *osm;    /* "payment:visa=yes", "amenity=parking"; NULL */
	const char *extra;  /* social: the URL before the handle; NULL */
	const char *also;   /* synonyms "a|b"; NULL */
};

const struct term *vocabulary(enum vocabulary which, size_t *count);
/* Index of the term, or -1. */
int vocabulary_find(enum vocabulary which, struct str word);
/* The id nearest to a word that is none, for a hint; NULL. */
const char *vocabulary_nearest(enum vocabulary which, struct str word);
#endif
