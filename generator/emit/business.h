#ifndef EMIT_BUSINESS_H
#define EMIT_BUSINESS_H
/*
 * business: a merchant as schema.org's LocalBusiness: whole on its own page, in lists with what
 * tells where it is and when it is open.
 *
 * The listed node stands in the ItemList of every page that lists the merchant, so it is written
 * once per language and kept as text. Both have the same id: who wants all follows its url.
 *
 * Never  aggregateRating or review: search engines ignore stars that a page gives to those it
 *        speaks for.
 * Memory the texts live until businesses_free.
 */
#include "base/str.h"
#include "card/lang.h"

struct businesses;
struct graph;
struct guide_merchant;
struct run;

/* All merchants in all languages of the site, on `jobs` threads. Never NULL. */
struct businesses *businesses_new(const struct run *run, unsigned jobs);
void businesses_free(struct businesses *businesses); /* NULL does nothing */
/* The finished JSON of the listed node, in a language of the site. */
struct str businesses_find(const struct businesses *businesses, enum lang lang,
                           const struct guide_merchant *merchant);

/* Writes the whole node. */
void business_write(struct graph *graph, const struct guide_merchant *merchant);
/* Writes the listed node: type, id, name, page, main photo, summary, address, position, telephone, hours. */
void business_listed(struct graph *graph, const struct guide_merchant *merchant);
/* Its website, social networks and other links. */
void business_links(struct graph *graph, const struct guide_merchant *merchant);
/* Type, id, name, page; with `place` also address and position. */
void business_brief(struct graph *graph, const struct guide_merchant *merchant, bool place);
struct str business_id(const struct graph *graph, const struct guide_merchant *merchant);
#endif
