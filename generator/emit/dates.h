#ifndef EMIT_DATES_H
#define EMIT_DATES_H
/*
 * dates: when what a page tells first came into the content, and when it last changed, as the content's history
 * knows it: git's word, never the clock's. A translation counts for its own language.
 */
#include "card/lang.h"
#include "source/history.h"

struct arena;
struct run;

struct dates {
	int64_t created, changed; /* UTC; HISTORY_UNKNOWN */
};

/* `source`: a card's file, "merchants/dumont.md"; may be empty. */
struct dates
dates_of(struct arena *arena, const struct run *run, struct str source, enum lang lang);
/* "2026-05-03T10:00:00+02:00" in the site's zone; empty for what is not known. */
struct str dates_text(struct arena *arena, const struct run *run, int64_t utc);
#endif
