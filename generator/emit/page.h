#ifndef EMIT_PAGE_H
#define EMIT_PAGE_H
/*
 * page: one page of HTML: its view, its JSON-LD, its template.
 */
#include "emit/run.h"

struct diag;
struct mustache;

/* The inner context of the page, page.head_jsonld included, which borrows `jsonld`. */
const struct value *page_context(struct arena *scratch, struct buf *jsonld, const struct run *run,
                                 const struct page_ref *page);
/* Appends the page. -1: reported. `jsonld` is emptied and used on the way. */
int page_write(struct buf *out, struct buf *jsonld, struct arena *scratch, const struct run *run,
               const struct page_ref *page, struct diag *diag);
/* Whether the theme has a template for every page; -1: missing ones are reported, once each. */
int page_templates_check(const struct run *run, struct diag *diag);
#endif
