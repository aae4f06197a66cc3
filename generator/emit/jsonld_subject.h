#ifndef EMIT_JSONLD_SUBJECT_H
#define EMIT_JSONLD_SUBJECT_H
/*
 * jsonld_subject: what a page is about, by its kind: one thing, or a list of things.
 */
#include "base/str.h"

#include <stddef.h>

struct graph;
struct guide_merchant;
struct guide_news;
struct guide_route;
struct page_ref;
struct run;
struct value;

/* Writes the node and returns its id; empty where the page is about nothing but itself. */
struct str
jsonld_subject(struct graph *graph, const struct page_ref *page, const struct value *context);
/* "WebPage", "CollectionPage", "AboutPage"… */
const char *jsonld_page_type(const struct run *run, const struct page_ref *page);
/* The day on which a person last checked what the page says; DATE_NONE. */
int jsonld_page_reviewed(const struct graph *graph, const struct page_ref *page);

/* Merchants that another thing names: type, id, name and page; nothing for none. */
void jsonld_merchants_brief(struct graph *graph, const char *key,
                            struct guide_merchant *const *merchants, size_t count);
void jsonld_news(struct graph *graph, const struct guide_news *news);
/* What a route says in a list of routes; json_object_end closes it. */
void jsonld_route_begin(struct graph *graph, const struct guide_route *route);
#endif
