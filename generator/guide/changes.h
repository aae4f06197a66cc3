#ifndef GUIDE_CHANGES_H
#define GUIDE_CHANGES_H
/*
 * changes: what differs between two states of a guide, for those who live there.
 *
 * Cards are compared by the rows of the schema table (card/said.h), so that a new field needs nothing here. A card
 * whose file has another name is followed: by its object in OpenStreetMap, its name, or most of what it says.
 * What nobody sees in either state (hidden, a draft, over by the clock) is only counted.
 *
 * Memory  everything comes from the arena given, and points into both states, which must outlive it.
 * Order   by kind, then by the card's slug; inside a card by the rank of the rows.
 */
#include "card/said.h"

struct arena;
struct card;
struct cards;
struct guide;

/* A state: both made with the same clock. */
struct changes_state {
	const struct guide *guide;
	const struct cards *cards;
};

enum change_how {
	CHANGE_ADDED,   /* `after` alone */
	CHANGE_REMOVED, /* `before` alone */
	CHANGE_VALUE,   /* both */
	CHANGE_ORDER,   /* of a list whose items are the same; `after` is one of them */
	CHANGE_PICTURE, /* the file has the same name, and is another picture; `after` names it */
	CHANGE_BODY,    /* the text below, in `lang` */
};

struct change {
	enum change_how how;
	const struct said *before, *after;
	enum lang lang;     /* of a body */
	size_t more, fewer; /* its words; both 0: they are the same, and stand or look otherwise */
	bool was_none, is_none; /* whether there was, or is, no such body */
};

/* How a card stands to residents. */
enum card_state {
	CARD_NONE,    /* there is no such card */
	CARD_HIDDEN,  /* a draft, not listed, closed for good, over */
	CARD_WAITING, /* its day has not come */
	CARD_SHOWN,
};

struct card_change {
	enum kind kind;
	const struct card *before, *after; /* NULL: there is none */
	enum card_state was, is;
	struct change *items; /* of cards that are there in both states */
	size_t len;
	struct said_list says; /* of a card that is there in one state alone */
};

struct changes {
	struct card_change *cards;
	size_t cards_len;
	struct change *config; /* of quartier.yml */
	size_t config_len;
	size_t unseen; /* cards that differ, and that nobody sees in either state */
};

struct changes_options {
	/* Whether the file at that path is another one; NULL: nobody knows. */
	bool (*file_differs)(void *context, struct str path);
	void *context;
};

void changes_find(struct changes *changes, struct arena *arena, const struct changes_state *before,
                  const struct changes_state *after, const struct changes_options *options);
/* A card's name or title. */
const struct text *changes_name(enum kind kind, const struct card *card);
#endif
