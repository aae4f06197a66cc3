#ifndef EMIT_JSONLD_LIST_H
#define EMIT_JSONLD_LIST_H
/*
 * jsonld_list: what a page lists, as schema.org's ItemList with every thing in it.
 *
 * Each writes the list of its page and returns the list's id; where nothing is listed it writes
 * nothing and the id is empty.
 */
#include "base/str.h"

struct graph;
struct guide_route;
struct page_ref;

struct str jsonld_list_merchants(struct graph *graph, const struct page_ref *page); /* all */
struct str jsonld_list_map(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_categories(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_category(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_streets(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_street(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_offers(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_events(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_news(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_routes(struct graph *graph, const struct page_ref *page);
struct str jsonld_list_route_stops(struct graph *graph, const struct page_ref *page,
                                   const struct guide_route *route);
#endif
