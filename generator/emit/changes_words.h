#ifndef EMIT_CHANGES_WORDS_H
#define EMIT_CHANGES_WORDS_H
/*
 * changes_words: what a card says (card/said.h) as people say it: "3,20 €", "12 décembre 2026", "Visa".
 *
 * Memory  texts come from the arena, or are borrowed.
 */
#include "card/said.h"

struct arena;
struct changes_state;

struct changes_words {
	struct arena *arena;
	enum lang lang;
	const struct changes_state *state; /* whose cards and categories are named */
	int start;                         /* the card's first day, of an event; DATE_NONE */
};

/* The value; of an item of a list its name. */
struct str changes_words_of(const struct changes_words *words, const struct said *said);
/* "Adresse › Rue", "Produits › Pain › Prix (nl)". */
struct str changes_label_of(const struct changes_words *words, const struct said *said);
struct str changes_row_label(const struct changes_words *words, const struct field *field);
#endif
