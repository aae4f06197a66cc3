#ifndef CARD_CATEGORY_H
#define CARD_CATEGORY_H
/*
 * category: what kind of shop: the built-in list.
 *
 * Each is OpenStreetMap's tag (shop=bakery) and schema.org's type (Bakery) with a label in four
 * languages; its id is the OSM value with - for _ ("second-hand"), but craft=confectionery is
 * "craft-confectionery", since shop=confectionery came first. quartier.yml may add to it.
 */
#include "base/str.h"
#include "card/lang.h"

struct category {
	const char *id;     /* also the slug of its page */
	const char *osm;    /* "shop=bakery" */
	const char *schema; /* "Bakery" */
	const char *label[LANG_COUNT];
};

const struct category *category_all(size_t *count); /* sorted by id */
#endif
