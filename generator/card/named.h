#ifndef CARD_NAMED_H
#define CARD_NAMED_H
/*
 * named: which files the cards name, and so which photos nobody will ever see.
 *
 * Every card counts, also one that is hidden or a draft: its photos wait for it.
 * Memory   lists live in the arena of whoever puts a name down; entries are the source's.
 * Threads  every worker has its own list.
 */
#include <stddef.h>

struct arena;
struct diag;
struct source;
struct source_entry;

struct named {
	const struct source_entry **items; /* in any order, as often as they are named */
	size_t len;
};

void named_add(struct named *named, struct arena *arena, const struct source_entry *entry);
void named_gather(struct named *into, struct arena *arena, const struct named *from);
/* A note for each file in the folder photos that is not among them; the list is sorted on the way. */
void named_report_others(struct named *named, const struct source *source, struct diag *diag);
#endif
