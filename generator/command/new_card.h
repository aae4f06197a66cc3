#ifndef COMMAND_NEW_CARD_H
#define COMMAND_NEW_CARD_H
/*
 * new_card: the text of a card to fill in: every field that its kind has, in the schema's order, with what it means
 * in a comment; what was not given is commented out, so that the card is sound as it stands.
 */
#include "card/compose.h"

struct buf;

struct new_card {
	enum kind kind;
	enum lang lang; /* of the comments */
	const struct compose_field *fields;
	size_t len;
	size_t given; /* fields from there on are stand-ins, marked as to be changed */
	struct str postcode,
		city; /* for the address in the comment; empty: those of the schema's example */
};

void new_card_write(struct buf *out, const struct new_card *card);
#endif
