#ifndef CARD_CARDS_H
#define CARD_CARDS_H
/*
 * cards: all cards of a content repository, read and checked each by itself, in parallel.
 *
 * Memory   everything lives until cards_free (arenas inside).
 * Errors   every problem of every file is reported; a card with an error is left out of the lists.
 */
#include "base/hash.h"
#include "card/card.h"
#include "card/fix.h"

struct diag;
struct source;

struct cards {
	struct config config;
	bool understood;            /* quartier.yml is YAML: what it does not say is not there */
	struct merchant *merchants; /* every list sorted by slug */
	struct offer *offers;
	struct event *events;
	struct news *news;
	struct page *pages;
	struct place *places;
	struct route *routes;
	size_t merchants_len, offers_len, events_len, news_len, pages_len, places_len, routes_len;
	/* Slugs of files that exist but whose cards were left out because of their own errors, sorted:
	 * whoever names them is not told a second time. */
	struct words broken_merchants, broken_places;
	struct fixes fixes;    /* what could be corrected in the texts, sorted */
	struct hash inputs;    /* of paths and bytes of all texts read, in the order of paths */
	struct arena **arenas; /* one per worker */
	size_t arenas_len;
};

/* quartier.yml alone. -1: with errors, reported; what is sound in it can be used. 1: reported, there is
 * none that could be read, and without it nothing else makes sense. */
int cards_read_config(struct cards *cards, const struct source *source, struct diag *diag);
/* The rest, after source_list. `jobs` threads. */
int cards_read(struct cards *cards, const struct source *source, unsigned jobs, struct diag *diag);
void cards_free(struct cards *cards);
#endif
