#ifndef GUIDE_DATES_H
#define GUIDE_DATES_H
/*
 * dates: when a card first came into the content, and when what it tells last changed, as the content's history
 * knows it: git's word, never the clock's. A translation counts for its own language.
 */
#include "card/lang.h"
#include "source/history.h"

struct arena;
struct guide;

struct dates {
	int64_t created, changed; /* UTC; HISTORY_UNKNOWN */
};

/* `source`: a card's file, "merchants/dumont.md"; may be empty. */
struct dates
dates_of(struct arena *arena, const struct guide *guide, struct str source, enum lang lang);
#endif
