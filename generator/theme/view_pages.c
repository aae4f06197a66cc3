#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"

#include <assert.h>
#include <string.h>

static const struct page_row rows[PAGE_KIND_COUNT] = {
	[PAGE_HOME] = { "home", "is_home", "", NULL, "description_home", "count_merchants", NULL,
	                PAGE_HOME, VIEW_LISTS },
	[PAGE_MAP] = { "map", "is_map", "map", "title_map", "description_map", "count_merchants",
	               "map", PAGE_HOME, VIEW_LISTS },
	[PAGE_MERCHANTS] = { "merchants", "is_merchants", "merchants", "title_merchants",
	                     "description_merchants", "count_merchants", "merchants", PAGE_HOME,
	                     VIEW_LISTS },
	[PAGE_MERCHANT] = { "merchant", "is_merchant", "merchants", NULL, NULL, NULL, "merchants",
	                    PAGE_MERCHANTS, VIEW_MERCHANTS },
	[PAGE_CATEGORIES] = { "categories", "is_categories", "categories", "title_categories",
	                      "description_categories", "count_categories", "merchants", PAGE_HOME,
	                      VIEW_LISTS },
	[PAGE_CATEGORY] = { "category", "is_category", "categories", NULL, NULL, NULL, "merchants",
	                    PAGE_CATEGORIES, VIEW_CATEGORIES },
	[PAGE_STREETS] = { "streets", "is_streets", "streets", "title_streets",
	                   "description_streets", "count_streets", "merchants", PAGE_HOME,
	                   VIEW_LISTS },
	[PAGE_STREET] = { "street", "is_street", "streets", NULL, NULL, NULL, "merchants",
	                  PAGE_STREETS, VIEW_STREETS },
	[PAGE_OFFERS] = { "offers", "is_offers", "offers", "title_offers", "description_offers",
	                  "count_offers", "offers", PAGE_HOME, VIEW_LISTS },
	[PAGE_OFFER] = { "offer", "is_offer", "offers", NULL, NULL, NULL, "offers", PAGE_OFFERS,
	                 VIEW_OFFERS },
	[PAGE_EVENTS] = { "events", "is_events", "events", "title_events", "description_events",
	                  "count_events", "events", PAGE_HOME, VIEW_LISTS },
	[PAGE_EVENT] = { "event", "is_event", "events", NULL, NULL, NULL, "events", PAGE_EVENTS,
	                 VIEW_EVENTS },
	[PAGE_NEWS_LIST] = { "news-list", "is_news_list", "news", "title_news", "description_news",
	                     "count_news", "news", PAGE_HOME, VIEW_LISTS },
	[PAGE_NEWS] = { "news", "is_news", "news", NULL, NULL, NULL, "news", PAGE_NEWS_LIST,
	                VIEW_NEWS },
	[PAGE_ROUTES] = { "routes", "is_routes", "routes", "title_routes", "description_routes",
	                  "count_routes", "routes", PAGE_HOME, VIEW_LISTS },
	[PAGE_ROUTE] = { "route", "is_route", "routes", NULL, NULL, NULL, "routes", PAGE_ROUTES,
	                 VIEW_ROUTES },
	[PAGE_PAGE] = { "page", "is_page", "pages", NULL, NULL, NULL, NULL, PAGE_HOME,
	                VIEW_FREE_PAGES },
	[PAGE_SEARCH] = { "search", "is_search", "search", "title_search", "description_search",
	                  "count_merchants", NULL, PAGE_HOME, VIEW_LISTS },
	[PAGE_LEGAL] = { "legal", "is_legal", "legal", "title_legal", "description_legal",
	                 "count_merchants", NULL, PAGE_HOME, VIEW_LISTS },
	[PAGE_404] = { "404", "is_404", "404.html", "title_404", "description_404",
	               "count_merchants", NULL, PAGE_HOME, VIEW_LISTS },
};

const struct page_row *
view_page_row(enum page_kind kind)
{
	return &rows[kind];
}

size_t
view_list_len(const struct guide *guide, enum view_list list)
{
	switch (list) {
	case VIEW_CATEGORIES: return guide->categories_len;
	case VIEW_STREETS: return guide->streets_len;
	case VIEW_BRIEFS:
	case VIEW_MERCHANTS: return guide->merchants_len;
	case VIEW_PLACES: return guide->places_len;
	case VIEW_OFFERS: return guide->offers_len;
	case VIEW_EVENTS: return guide->events_len;
	case VIEW_NEWS: return guide->news_len;
	case VIEW_ROUTES: return guide->routes_len;
	case VIEW_FREE_PAGES: return guide->pages_len;
	case VIEW_LISTS: break;
	}
	return 1;
}

size_t
view_count(const struct guide *guide, enum page_kind kind)
{
	/* A list page counts the things whose pages are below it. */
	for (int below = 0; below < PAGE_KIND_COUNT; below++)
		if (kind != PAGE_HOME && rows[below].parent == kind)
			return view_list_len(guide, rows[below].list);
	return guide->merchants_len;
}

size_t
view_legal_page(const struct guide *guide)
{
	size_t i = 0;

	while (i < guide->pages_len && !str_is(guide->pages[i]->card.slug, "legal"))
		i++;
	return i;
}

static const struct card *
card_of(const struct guide *guide, enum page_kind kind, size_t index)
{
	switch (kind) {
	case PAGE_MERCHANT: return &guide->merchants[index]->card->card;
	case PAGE_OFFER: return &guide->offers[index]->card->card;
	case PAGE_EVENT: return &guide->events[index]->card->card;
	case PAGE_NEWS: return &guide->news[index]->card->card;
	case PAGE_ROUTE: return &guide->routes[index]->card->card;
	case PAGE_PAGE: return &guide->pages[index]->card;
	default: return NULL;
	}
}

static bool
is_noindex(const struct guide *guide, enum page_kind kind, size_t index)
{
	switch (kind) {
	case PAGE_SEARCH:
	case PAGE_404: return true;
	case PAGE_PAGE: return index == view_legal_page(guide); /* the legal notice has its text */
	case PAGE_OFFERS:
	case PAGE_EVENTS:
	case PAGE_NEWS_LIST:
	case PAGE_ROUTES: return view_count(guide, kind) == 0;
	default: return false;
	}
}

static struct page_ref
make_ref(const struct maker *maker, enum page_kind kind, size_t index)
{
	const struct page_row *row = &rows[kind];
	const struct card *card = card_of(maker->guide, kind, index);
	struct page_ref ref = { .kind = kind,
		                .lang = maker->lang,
		                .index = index,
		                .template = row->template,
		                .noindex = is_noindex(maker->guide, kind, index) };

	if (card)
		ref.source = card->path;
	if (row->list != VIEW_LISTS)
		ref.url = value_str(value_get(maker->in->lists[row->list][index], STR("url")));
	else if (kind == PAGE_404)
		ref.url = arena_printf(maker->arena, "%.*s404.html", STR_ARG(maker->in->home));
	else
		ref.url = row->folder[0] ? view_url(maker, row->folder, (struct str){ 0 })
		                         : maker->in->home;
	ref.file = str_sub(ref.url, maker->views->root.len, ref.url.len);
	if (kind != PAGE_404)
		ref.file = arena_printf(maker->arena, "%.*sindex.html", STR_ARG(ref.file));
	return ref;
}

static void
list_kind(struct views *views, const struct maker *maker, enum page_kind kind)
{
	struct page_range *range = &views->ranges[maker->lang][kind];

	range->first = views->pages_len;
	/* The server knows one 404.html for the whole site. */
	if (kind == PAGE_404 && maker->lang != maker->guide->config->languages[0])
		return;
	range->len = view_list_len(maker->guide, rows[kind].list);
	for (size_t i = 0; i < range->len; i++)
		views->pages[views->pages_len++] = make_ref(maker, kind, i);
}

void
view_list_pages(struct views *views)
{
	const struct config *config = views->guide->config;
	size_t each = 0;

	for (int kind = 0; kind < PAGE_KIND_COUNT; kind++)
		each += view_list_len(views->guide, rows[kind].list);
	views->pages =
		arena_array(views->arena, each * config->languages_len, sizeof *views->pages);
	for (size_t i = 0; i < config->languages_len; i++) {
		struct maker maker = view_maker(views, views->arena, config->languages[i]);

		for (int kind = 0; kind < PAGE_KIND_COUNT; kind++)
			list_kind(views, &maker, (enum page_kind)kind);
	}
	for (size_t i = 0; i < views->pages_len; i++)
		table_put(&views->by_url, views->arena, views->pages[i].url, &views->pages[i]);
}

const struct page_ref *
views_page(const struct views *views, enum page_kind kind, enum lang lang, size_t index)
{
	const struct page_range *range = &views->ranges[lang][kind];

	return index < range->len ? &views->pages[range->first + index] : NULL;
}

const struct page_ref *
views_alternate(const struct views *views, const struct page_ref *page, enum lang lang)
{
	return views_page(views, page->kind, lang, page->index);
}

static const struct page_ref *
find_exactly(const struct views *views, struct str root, struct str path, const char *end)
{
	struct buf url = { 0 };
	const struct page_ref *found;

	buf_add(&url, root);
	buf_add(&url, path);
	buf_adds(&url, end);
	found = table_get(&views->by_url, buf_str(&url));
	buf_release(&url);
	return found;
}

const struct page_ref *
views_find(const struct views *views, struct str url_path)
{
	struct str path = url_path, none = { 0 };
	const struct page_ref *found;

	if (str_ends(path, "index.html"))
		path.len -= strlen("index.html");
	if ((found = find_exactly(views, none, path, "")) ||
	    (found = find_exactly(views, none, path, "/")))
		return found;
	while (path.len && path.ptr[0] == '/')
		path = str_sub(path, 1, path.len);
	if ((found = find_exactly(views, views->root, path, "")))
		return found;
	return find_exactly(views, views->root, path, "/");
}
