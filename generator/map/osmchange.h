#ifndef MAP_OSMCHANGE_H
#define MAP_OSMCHANGE_H
/*
 * osmchange: what the cards know better than the map, as changes that an editor such as JOSM opens for review.
 *
 * Format   OsmChange 0.6 (wiki.openstreetmap.org/wiki/OsmChange): <modify> with whole objects, all their tags, their
 *          version, place, nodes or members as the extract has them. Nothing is created or deleted; shops that closed
 *          are named in a comment.
 * Which    cards with `osm:` that are published. Hours, telephone, mail, website and wheelchair access where the
 *          card says something else than the map, and not merely what the last import read there; the year,
 *          accounts, payment and services where the map says nothing.
 * Errors   an object without a version, not whole or not in the extract is left out with a note at its card.
 */
#include "map/extract.h"
#include "map/ledger.h"

struct buf;
struct cards;
struct diag;

struct osmchange_sources {
	const struct extract *extract;
	const struct cards *cards;
	const struct ledger *ledger; /* of the last import; may be empty */
};

/* Appends the document; how many objects it changes. */
size_t osmchange_write(struct buf *out, struct arena *arena, const struct osmchange_sources *from,
                       struct diag *diag);
#endif
