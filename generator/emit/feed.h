#ifndef EMIT_FEED_H
#define EMIT_FEED_H
/*
 * feed: what is new, as Atom (RFC 4287): news, offers and events, for the site, a category, a
 * merchant.
 *
 * Dates    `updated` comes from the content alone: of news its date, of an offer its first day, of
 *          an event four weeks before it first begins (emit/when.h). The feed's own is its newest
 *          entry's; a feed without entries says 1970, which changes never.
 * Length   the FEED_MOST newest entries.
 * Ids      an entry's is the address of its page.
 */
#include "emit/run.h"

enum { FEED_MOST = 200 };

/* piece->subject: NULL. */
void feed_write_site(struct buf *out, struct arena *scratch, const struct run *run,
                     const struct piece *piece);
/* piece->subject: a struct guide_category, a struct guide_merchant. */
void feed_write_category(struct buf *out, struct arena *scratch, const struct run *run,
                         const struct piece *piece);
void feed_write_merchant(struct buf *out, struct arena *scratch, const struct run *run,
                         const struct piece *piece);
#endif
