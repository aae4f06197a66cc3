#ifndef CARD_EDIT_H
#define CARD_EDIT_H
/*
 * edit: gives single fields of a card that a person keeps another value, adds them, takes them away.
 *
 * All else of the file stays byte for byte: comments, order, spacing, line ends, the text below. A value is
 * written anew where it stands; a new field gets a line behind those that come before it in the schema; one that
 * goes takes its line along, but not a comment on it.
 * Checked  the new card must say what the old one said but for the fields edited; where no way is known to do
 *          that (a list in the middle of comments, a value of several lines), nothing is done.
 */
#include "card/compose.h"

struct limits;

/* What a card says: its fields by path, texts of their values as compose_read gives them. */
struct edit_fields {
	struct compose_field *items;
	size_t len;
};

/* Reads the front matter of the file called `file` (.md or .yml). -1: it is none that could be edited; nothing is
 * reported. Unknown keys and lists of maps have no row and are left out. */
int edit_read(struct edit_fields *fields, struct arena *arena, struct str bytes, const char *file,
              enum kind kind, enum lang first, const struct limits *limits);
/* Empty when there is none. */
struct str edit_get(const struct edit_fields *fields, struct str path);

/* Appends the card with its new values (an empty one takes the field away). -1: there is no way that changes
 * nothing else. */
int edit_card(struct buf *out, struct str bytes, const char *file, enum kind kind, enum lang first,
              const struct compose_field *edits, size_t len, const struct limits *limits);
#endif
