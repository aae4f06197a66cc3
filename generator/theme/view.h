#ifndef THEME_VIEW_H
#define THEME_VIEW_H
/*
 * view: what templates see: the guide as trees of values, one set per language, built once and
 * shared by every page, by JSON-LD, search.json and `quartier context`.
 *
 * Shape     themes/README.md describes every member; phrases come from the theme's texts, names
 *           of days and months from theme/format.c.
 * Paths     every `url` member is usable in href: it begins with the base path of the site's URL.
 *           Absolute addresses are views_origin followed by such a path.
 * Clock     nothing here depends on the time of the build beyond what guide->next_utc knows: what
 *           is current, due or over. No "in three days".
 * Memory    all values live until views_free; guide and theme are borrowed and must outlive them.
 *           What view_page returns lives in the caller's arena and points into the shared values.
 * Threads   views_new works on `jobs` threads; afterwards all may read.
 */
#include "card/lang.h"

struct arena;
struct diag;
struct guide;
struct theme;
struct value;
struct views;

enum page_kind {
	PAGE_HOME,
	PAGE_MAP,
	PAGE_MERCHANTS,
	PAGE_MERCHANT,
	PAGE_CATEGORIES,
	PAGE_CATEGORY,
	PAGE_STREETS,
	PAGE_STREET,
	PAGE_OFFERS,
	PAGE_OFFER,
	PAGE_EVENTS,
	PAGE_EVENT,
	PAGE_NEWS_LIST,
	PAGE_NEWS,
	PAGE_ROUTES,
	PAGE_ROUTE,
	PAGE_PAGE,
	PAGE_SEARCH,
	PAGE_LEGAL,
	PAGE_404,
	PAGE_KIND_COUNT
};

/* One page of the site in one language. */
struct page_ref {
	enum page_kind kind;
	enum lang lang;
	size_t index;         /* in the guide's list of that kind; 0 for a single page */
	struct str file;      /* "nl/merchants/dumont/index.html", in the site's folder */
	struct str url;       /* "/guide/nl/merchants/dumont/": with the base path */
	struct str source;    /* "merchants/dumont.md", whose history dates the page; or empty */
	const char *template; /* "merchant" */
	bool noindex;         /* not for search engines, nor for the sitemap */
};

/* `base_url` is absolute and ends in /. Never NULL; texts that the theme lacks are reported. */
struct views *views_new(const struct guide *guide, const struct theme *theme, struct str base_url,
                        unsigned jobs, struct diag *diag);
void views_free(struct views *views); /* NULL does nothing */

/* Every page, the same list for all who need one: languages in the site's order, in each the kinds
 * in their order, in each the guide's order. */
size_t views_pages(const struct views *views, const struct page_ref **pages);
/* The page at a path as people type it: "/merchants/dumont/", with or without base path, final
 * slash or index.html; NULL when there is none. */
const struct page_ref *views_find(const struct views *views, struct str url_path);
/* The same page in another language; NULL where it has none (404). */
const struct page_ref *
views_alternate(const struct views *views, const struct page_ref *page, enum lang lang);
/* A page by what it is about; `index` in the guide's list. NULL when there is none. */
const struct page_ref *
views_page(const struct views *views, enum page_kind kind, enum lang lang, size_t index);

const struct guide *views_guide(const struct views *views);
const struct theme *views_theme(const struct views *views);
struct str views_origin(const struct views *views);               /* "https://example.org" */
struct str views_root(const struct views *views);                 /* "/" or "/guide/" */
struct str views_home(const struct views *views, enum lang lang); /* "/guide/nl/" */

/* What all pages of a language share: the outer context. */
const struct value *views_shared(const struct views *views, enum lang lang);
/* Finished views, by index in the guide's list. */
const struct value *views_merchant(const struct views *views, enum lang lang, size_t index);
const struct value *views_category(const struct views *views, enum lang lang, size_t index);
const struct value *views_street(const struct views *views, enum lang lang, size_t index);
const struct value *views_offer(const struct views *views, enum lang lang, size_t index);
const struct value *views_event(const struct views *views, enum lang lang, size_t index);
const struct value *views_news(const struct views *views, enum lang lang, size_t index);
const struct value *views_place(const struct views *views, enum lang lang, size_t index);
const struct value *views_route(const struct views *views, enum lang lang, size_t index);
const struct value *views_free_page(const struct views *views, enum lang lang, size_t index);

/* The inner context of a page, new in `scratch`. */
struct value *
view_page(struct arena *scratch, const struct views *views, const struct page_ref *page);
/* Adds a text to the `page` member of what view_page returned: head_jsonld, image. */
void view_page_set(struct arena *scratch, struct value *context, const char *key, struct str text);
#endif
