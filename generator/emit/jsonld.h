#ifndef EMIT_JSONLD_H
#define EMIT_JSONLD_H
/*
 * jsonld: the schema.org graph of a page: {"@context", "@graph": [what the page is about,
 * BreadcrumbList, WebPage, WebSite, Organization]}.
 *
 * A page that lists merchants has an ItemList with each of them whole (emit/business.h); the map,
 * which has them all by street, with address and position alone.
 */
#include "emit/run.h"

/* Writes what all pages of a language share, WebSite and Organization, into run->site_nodes; they
 * live in `arena`. Before jsonld_page. */
void jsonld_site(struct run *run, struct arena *arena);
/* Appends the graph, safe inside <script>. `context` is what view_page made for that page. */
void jsonld_page(struct buf *out, struct arena *scratch, const struct run *run,
                 const struct page_ref *page, const struct value *context);
#endif
