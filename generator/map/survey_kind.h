#ifndef MAP_SURVEY_KIND_H
#define MAP_SURVEY_KIND_H
/*
 * survey_kind: what kind of shop an object of OpenStreetMap is, in the words of the guide's categories.
 *
 * Keys     shop, craft, amenity, healthcare, office, tourism, leisure, and whatever tags quartier.yml's own
 *          categories name; several values ("bakery;pastry") are several words, the first the main one.
 * Which    a shopping guide's: every shop and craft; of the other keys what has a category, and what comes near one
 *          (a table in the .c, with a remark for the report). Car parks, schools and companies without a door for
 *          customers are none.
 */
#include "map/extract.h"

struct arena;
struct config;

enum { SURVEY_KINDS = 6 };

enum survey_verdict {
	SURVEY_NONE,   /* not a merchant at all */
	SURVEY_CLOSED, /* was one: disused, abandoned, vacant */
	SURVEY_PRIVATE,
	SURVEY_SHOP
};

struct survey_kind {
	enum survey_verdict verdict;
	struct str words[SURVEY_KINDS]; /* ids of categories; the config's, or literals */
	size_t len;
	/* The tag that has no category of its own, "shop=hifi", whose shop went into the first of the words; empty:
	 * there is none. */
	struct str key, value;
};

void
survey_kind(struct survey_kind *kind, const struct osm_object *object, const struct config *config);
#endif
