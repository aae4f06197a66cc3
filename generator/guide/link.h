#ifndef GUIDE_LINK_H
#define GUIDE_LINK_H
/*
 * link: what the parts of guide/ work on together while a guide is being made, and the references
 * between cards.
 *
 * A reference is a slug in a card. It may name a card that is shown; one that is hidden, which is
 * passed over without a word (a hidden merchant is named nowhere); one that was left out for errors
 * of its own, which were reported; or nothing, which is an error here.
 */
#include "card/card.h"

struct arena;
struct cards;
struct diag;
struct guide;
struct guide_event;
struct guide_merchant;
struct guide_news;
struct guide_offer;
struct guide_place;
struct guide_route;

struct linking {
	struct guide *guide;
	const struct cards *cards;
	struct arena *scratch; /* gone when the guide is made */
	struct diag *diag;
	bool drafts;
	/* What became of each card, by its index in `cards`; NULL: hidden. */
	struct guide_merchant **merchants;
	struct guide_place **places;
	unsigned *named; /* per merchant: the last list that named it */
	unsigned lists;  /* lists read so far */
	unsigned hints;  /* hints still to be searched for: each costs a look at all slugs */
};

/* Whether the card is shown at all: no draft, or drafts wanted. */
bool link_shows(const struct linking *linking, const struct card *card);

/* Shown merchants and places, and `linking` for what follows. */
void link_start(struct linking *linking);

/* Each resolves a card's references and says whether anything is left to show. */
bool link_offer(struct linking *linking, struct guide_offer *offer);
bool link_event(struct linking *linking, struct guide_event *event);
bool link_news(struct linking *linking, struct guide_news *news);
bool link_route(struct linking *linking, struct guide_route *route);
#endif
