#ifndef EMIT_FEED_ENTRY_H
#define EMIT_FEED_ENTRY_H
/*
 * feed_entry: one entry of a feed: a news, an offer or an event.
 */
#include "base/date.h"
#include "emit/run.h"

#include <stdint.h>

struct card;
struct guide_event;
struct guide_news;
struct guide_offer;
struct photo;

struct entry {
	const char *folder; /* of its page: "news", "offers", "events" */
	const struct card *card;
	const struct text *title;
	const struct photo *photo; /* NULL: none that can be shown */
	const void *thing;         /* the guide's, of the kind that `folder` says */
	struct moment date;        /* local; deterministic, see feed.h */
	int64_t utc;               /* the same, to sort by */
};

/* When its page last changed, as far as history knows, never before it was published. */
int64_t entry_updated(struct arena *arena, const struct run *run, enum lang lang,
                      const struct entry *entry);
struct entry entry_of_news(const struct run *run, const struct guide_news *news);
struct entry entry_of_offer(const struct run *run, const struct guide_offer *offer);
struct entry entry_of_event(const struct run *run, const struct guide_event *event);
void entry_write(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang,
                 const struct entry *entry);

/* <link rel="…" type="…" href="…"/> */
void feed_link(struct buf *out, const char *rel, const char *type, struct str href);
#endif
