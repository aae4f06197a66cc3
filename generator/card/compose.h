#ifndef CARD_COMPOSE_H
#define CARD_COMPOSE_H
/*
 * compose: the text of a card, made from its fields: what the reader does, the other way round.
 *
 * Field    a path and a value: "hours", "address.street", "social.facebook". A value is one text as the reader
 *          takes it ("no", "7370", "+32 65 12 34 56"); of a list, its items with line feeds between them; of a
 *          text in several languages "fr: …\nnl: …\n", with a line feed behind each. An empty value says nothing.
 * Output   YAML 1.2 in the order of the schema's ranks, a line a field, maps and lists in brackets; quoted where a
 *          reader of YAML, ours or another, would take it for something else. What is written reads back the same.
 * Memory   values made here come from the caller's arena.
 */
#include "card/lang.h"
#include "card/schema.h"

struct arena;
struct buf;
struct yaml_node;

struct compose_field {
	struct str path, value;
};

/* The row of a path ("social.facebook": that of "social"); NULL: cards of that kind have no such field, or it is
 * none of those that can be composed (lists of maps, photos). */
const struct field *compose_row(enum kind kind, struct str path);
/* "address" of "address.street"; the whole of "hours". */
struct str compose_top(struct str path);

/* A value as YAML, on one line. `inside`: between brackets, where more must be quoted. */
void compose_value(struct buf *out, const struct field *row, struct str value, bool inside);
/* The fields of one top-level key behind one another, as the value of that key. All have that key. */
void
compose_member(struct buf *out, enum kind kind, const struct compose_field *fields, size_t len);
/* A whole card: front matter and `body`, which may be empty. Fields in any order, each path once. */
void compose_card(struct buf *out, enum kind kind, const struct compose_field *fields, size_t len,
                  struct str body);

/* The value that `node` says as that row, in the form above; `first` is the language of texts without one. What
 * is no such value (a map for hours) is written as YAML would be, and equals nothing that is composed. */
struct str compose_read(struct arena *arena, const struct field *row, const struct yaml_node *node,
                        enum lang first);
#endif
