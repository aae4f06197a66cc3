#ifndef EMIT_BUSINESS_H
#define EMIT_BUSINESS_H
/*
 * business: a merchant as schema.org's LocalBusiness, whole.
 *
 * The same node stands on the merchant's page and in the ItemList of every page that lists the
 * merchant, so it is written once per language and kept as text.
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
void businesses_free(struct businesses *businesses);    /* NULL does nothing */
/* The finished JSON, in a language of the site. */
struct str businesses_find(const struct businesses *businesses, enum lang lang,
                           const struct guide_merchant *merchant);

/* Writes the whole node. */
void business_write(struct graph *graph, const struct guide_merchant *merchant);
/* Its website, social networks and other links. */
void business_links(struct graph *graph, const struct guide_merchant *merchant);
/* Type, id, name, page; with `place` also address and position. */
void business_brief(struct graph *graph, const struct guide_merchant *merchant, bool place);
struct str business_id(const struct graph *graph, const struct guide_merchant *merchant);
#endif
