#ifndef EMIT_VENUE_H
#define EMIT_VENUE_H
/*
 * venue: where an event happens: its place, else its own address, else the first of its merchants,
 * else the neighbourhood.
 */
#include "card/card.h"
#include "emit/run.h"

struct guide_event;
struct guide_merchant;

struct venue {
	struct str name;               /* of place, merchant or neighbourhood; may be empty */
	const struct address *address; /* NULL: none but the neighbourhood's */
	struct location location;
	struct str line;                       /* "Place du Moulin, Rue du Commerce 1, 7370 Dour" */
	const struct guide_merchant *merchant; /* NULL unless it is there */
};

struct venue venue_of(struct arena *arena, const struct run *run, enum lang lang,
                      const struct guide_event *event);
/* "Rue du Commerce 12, 7370 Dour"; empty where nothing is known. */
struct str venue_line(struct arena *arena, const struct run *run, enum lang lang,
                      const struct address *address);
#endif
