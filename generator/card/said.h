#ifndef CARD_SAID_H
#define CARD_SAID_H
/*
 * said: what a card says, one thing after the other, as plain texts.
 *
 * Made by the rows of the schema table, so that who compares or prints cards knows no field by name.
 *
 * Format  a text is in no language's spelling: 2026-07-15, 3.20, +32 65 12 34 56, yes, the id of a word.
 * Order   by the rank of the rows; in a list as on the card.
 * Memory  lists come from the arena given; texts from there, or borrowed from the card.
 */
#include "card/schema.h"

struct arena;

enum { SAID_DEPTH = 3 };

struct said {
	/* The row, from the outermost: {phone}, {address, street}, {products, photo, alt}; then NULL. */
	const struct field *path[SAID_DEPTH];
	/* Which one of a list: a word, a product's name, a photo's file; empty where there is no list. */
	struct str item;
	bool is_item;   /* says that the item is there, and `text` is empty */
	bool is_file;   /* `text`, or the item, is the path of a picture */
	enum lang lang; /* LANG_COUNT: of no language */
	struct str text;
};

struct said_list {
	struct said *items;
	size_t len;
};

void said_read(struct said_list *out, struct arena *arena, const struct schema *schema,
               const void *object);
/* The row that tells the items of a list from each other: a product's name, a closure's first day; NULL where
 * they have a name of their own. */
const struct field *said_identity(const struct field *list);
/* The innermost row. */
const struct field *said_field(const struct said *said);
#endif
