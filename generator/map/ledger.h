#ifndef MAP_LEDGER_H
#define MAP_LEDGER_H
/*
 * ledger: what the last import from OpenStreetMap said, so that the next one can tell what the map changed from what
 * a person changed.
 *
 * Format  map/imported.tsv: lines of four parts with tabs between them: the object (node/123), its card's path, the
 *         field (address.street) and its value as it was imported (\n between the items of a list; \t, \\). The first
 *         line begins with # and says what the file is. Sorted by bytes, so that two branches merge line by line.
 * Memory  in the caller's arena; texts are borrowed from what was read.
 * Errors  a line that is none (the marks of a merge that was not finished) is an error with its place.
 */
#include "base/str.h"

struct arena;
struct buf;
struct diag;

#define LEDGER_PATH "map/imported.tsv"

struct ledger_line {
	struct str ref, path, field, value;
};

struct ledger {
	struct ledger_line *items;
	size_t len;
};

/* -1: reported. */
int ledger_read(struct ledger *ledger, struct arena *arena, struct str bytes, struct diag *diag);
void ledger_add(struct ledger *ledger, struct arena *arena, const struct ledger_line *line);
/* Sorts it, and writes it out. */
void ledger_write(struct ledger *ledger, struct buf *out);
/* The lines of an object, which stand together in a sorted ledger (as read or written); 0: none. */
const struct ledger_line *ledger_find(const struct ledger *ledger, struct str ref, size_t *count);
#endif
