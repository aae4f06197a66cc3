#ifndef GUIDE_GUIDE_H
#define GUIDE_GUIDE_H
/*
 * guide: the linked model of the neighbourhood: who is where, open when, offers what.
 *
 * Made from cards and the build's clock: references resolved and checked, hidden merchants gone
 * without a trace, offers and events chosen by the clock, everything in its order.
 *
 * Memory   everything lives until guide_free; cards are borrowed and must outlive the guide.
 * Errors   a reference to nothing, a time zone that is none: reported; guide_make returns -1.
 */
#include "base/date.h"
#include "card/card.h"
#include "card/lang.h"

struct album;
struct cards;
struct diag;
struct history;
struct holidays;
struct map;
struct openings;
struct zone;

/* A category in use: built in, changed or added by quartier.yml. */
struct guide_category {
	size_t index;  /* in the guide's list */
	struct str id; /* slug of its page */
	struct str schema, osm;
	struct text label;
	struct guide_merchant **merchants; /* in the guide's order */
	size_t merchants_len;
};

/* A street in use, in however many spellings. */
struct guide_street {
	size_t index; /* in the guide's list */
	struct str slug;
	struct text name; /* the best spelling, without a house number */
	struct text city; /* empty where all streets are in the guide's own place */
	struct guide_merchant **merchants; /* by house number */
	size_t merchants_len;
};

struct guide_merchant {
	size_t index; /* in the guide's list */
	const struct merchant *card;
	struct guide_category **categories; /* the main one first; at least one */
	size_t categories_len;
	struct guide_street *street; /* NULL: no address */
	struct str house_number;     /* "12 bis"; may be empty */
	struct location location;    /* the card's, or found on the map */
	struct guide_offer **offers; /* current ones that name it or all */
	size_t offers_len;
	struct guide_event **events;
	size_t events_len;
	struct guide_news **news;
	size_t news_len;
	/* NULL: no hours that are understood; `openings` also where it is not open these days. */
	const struct openings *openings, *door;
	struct guide_merchant **nearby; /* up to 6 others: nearest by place, else same street */
	size_t nearby_len;
	int64_t created; /* when its card came, UTC; HISTORY_UNKNOWN */
	bool fresh;      /* new in the neighbourhood (guide/fresh.h) */
};

struct guide_offer {
	size_t index; /* in the guide's list */
	const struct offer *card;
	struct guide_merchant **merchants; /* empty where `all_merchants` */
	size_t merchants_len;
};

struct guide_event {
	size_t index; /* in the guide's list */
	const struct event *card;
	struct moment next, next_end; /* the next occurrence by the clock (or the one going on) */
	struct guide_place *place;    /* NULL */
	struct location location;     /* of its own address, found on the map */
	struct guide_merchant **merchants;
	size_t merchants_len;
};

struct guide_news {
	size_t index; /* in the guide's list */
	const struct news *card;
	struct guide_merchant **merchants;
	size_t merchants_len;
};

struct guide_place {
	size_t index; /* in the guide's list */
	const struct place *card;
	struct location location; /* the card's, or found on the map */
};

struct guide_stop { /* one of the two */
	struct guide_merchant *merchant;
	struct guide_place *place;
};

struct guide_route {
	size_t index; /* in the guide's list */
	const struct route *card;
	struct guide_stop *stops;
	size_t stops_len;
};

struct guide {
	const struct config *config;
	struct moment now; /* local */
	struct zone *zone;
	int64_t now_utc;
	struct holidays *holidays;     /* of the country, the region and the content */
	int openings_from;             /* the Monday on which the window of openings begins */
	const struct map *map;         /* NULL: the content has no extract */
	const struct history *history; /* of the content's files; NULL: nobody asked */
	const struct album *album; /* its pictures, once they were made ready; NULL: none were */
	/* When a rebuild would next differ, UTC seconds; INT64_MAX: never. */
	int64_t next_utc;

	struct guide_merchant **merchants;  /* by name, in the order of people (utf8_sort_key) */
	struct guide_merchant **fresh;      /* the new ones of these, the newest first */
	struct guide_category **categories; /* used ones, by label in the main language */
	struct guide_street **streets;      /* by name */
	struct guide_offer **offers;        /* those that end first, first */
	struct guide_event **events;        /* by next occurrence */
	struct guide_news **news;           /* newest first */
	struct page const **pages;          /* by menu position, then title */
	struct guide_place **places;        /* by kind, then name */
	struct guide_route **routes;        /* by title */
	size_t merchants_len, fresh_len, categories_len, streets_len, offers_len, events_len,
		news_len, pages_len, places_len, routes_len;
	struct arena *arena;
};

struct guide_options {
	const char *now;   /* --now: DATE or DATETHH:MM in the site's zone; NULL: the next ones */
	const char *epoch; /* SOURCE_DATE_EPOCH's text; NULL: the clock */
	bool drafts;
	const struct map *map;         /* borrowed; NULL: none */
	const struct history *history; /* borrowed; NULL: nobody asked */
};

/* 0; -1: errors were reported (of content or of the environment; a bad --now is the caller's to check with
 * guide_clock_parse). */
int guide_make(struct guide *guide, const struct cards *cards, const struct guide_options *options,
               struct diag *diag);
void guide_free(struct guide *guide);
/* The text for readers of `lang`: that language's, else the first of the site's languages that has
 * one, else whichever there is. *is tells which; may be NULL. */
struct str
guide_text(const struct config *config, const struct text *text, enum lang lang, enum lang *is);
/* Whether `text` is a valid --now. */
bool guide_clock_parse(const char *text, struct moment *moment);
/* SOURCE_DATE_EPOCH as reproducible-builds.org specifies it: seconds in ASCII digits. */
bool guide_epoch_parse(const char *text, int64_t *utc);
#endif
