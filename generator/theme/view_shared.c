#include "theme/view_private.h"

#include "base/arena.h"

/* --- site -------------------------------------------------------------------------------------------- */

static const struct value *
languages(const struct maker *maker)
{
	const struct config *config = maker->guide->config;
	const struct value *items[LANG_COUNT];

	if (config->languages_len < 2)
		return NULL;
	for (size_t i = 0; i < config->languages_len; i++) {
		enum lang lang = config->languages[i];
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "code", str(lang_code(lang)));
		fields_text(&f, "name", str(lang_name(lang)));
		fields_text(&f, "url", maker->views->in[lang].home);
		fields_bool(&f, "current", lang == maker->lang);
		items[i] = fields_map(&f);
	}
	return list_of(maker->arena, items, config->languages_len);
}

static const struct value *
publisher(const struct maker *maker)
{
	const struct publisher *publisher = &maker->guide->config->publisher;
	struct fields f, phone;

	fields_start(&f, maker->arena);
	fields_local(&f, maker, "name", "name_lang", &publisher->name);
	fields_text(&f, "email", publisher->email);
	if (publisher->phone.e164.len) {
		fields_start(&phone, maker->arena);
		fields_text(&phone, "display", publisher->phone.national);
		fields_text(&phone, "uri",
		            arena_printf(maker->arena, "tel:%.*s", STR_ARG(publisher->phone.e164)));
		fields_set(&f, "phone", fields_map(&phone));
	}
	fields_local(&f, maker, "street", "street_lang", &publisher->street);
	fields_text(&f, "postcode", publisher->postcode);
	fields_local(&f, maker, "city", "city_lang", &publisher->city);
	fields_text(&f, "vat", publisher->vat);
	fields_text(&f, "website", publisher->website);
	return f.len ? fields_map(&f) : NULL;
}

static const struct count {
	const char *key, *text;
	enum page_kind kind;
} counts[] = {
	{ "merchants", "count_merchants", PAGE_MERCHANTS },
	{ "categories", "count_categories", PAGE_CATEGORIES },
	{ "streets", "count_streets", PAGE_STREETS },
	{ "offers", "count_offers", PAGE_OFFERS },
	{ "events", "count_events", PAGE_EVENTS },
	{ "news", "count_news", PAGE_NEWS_LIST },
	{ "routes", "count_routes", PAGE_ROUTES },
};

static void
add_counts(struct fields *f, const struct maker *maker)
{
	struct fields numbers, texts;

	fields_start(&numbers, maker->arena);
	fields_start(&texts, maker->arena);
	for (size_t i = 0; i < countof(counts); i++) {
		size_t count = view_count(maker->guide, counts[i].kind);

		fields_int(&numbers, counts[i].key, (int64_t)count);
		fields_text(&texts, counts[i].key,
		            view_plural(maker, counts[i].text, count, NULL, 0));
	}
	fields_set(f, "counts", fields_map(&numbers));
	fields_set(f, "counts_text", fields_map(&texts));
}

static bool
has_map(const struct guide *guide)
{
	for (size_t i = 0; i < guide->merchants_len; i++)
		if (guide->merchants[i]->location.set)
			return true;
	return guide->places_len > 0;
}

static const struct value *
site(const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	const struct config *config = guide->config;
	struct str home = maker->in->home;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_local(&f, maker, "name", "name_lang", &config->name);
	fields_local(&f, maker, "tagline", "tagline_lang", &config->tagline);
	fields_text(&f, "url",
	            arena_printf(maker->arena, "%.*s%.*s", STR_ARG(maker->views->origin),
	                         STR_ARG(home)));
	fields_text(&f, "root", maker->views->root);
	fields_text(&f, "home", home);
	fields_text(&f, "lang", str(lang_code(maker->lang)));
	fields_text(&f, "locale", str(lang_locale(maker->lang)));
	fields_text(&f, "accent", config->accent);
	fields_text(&f, "country", config->country);
	fields_text(&f, "timezone", config->timezone);
	fields_local(&f, maker, "city", NULL, &config->place_city);
	fields_set(&f, "languages", languages(maker));
	fields_bool(&f, "multilingual", config->languages_len > 1);
	fields_set(&f, "publisher", publisher(maker));
	add_counts(&f, maker);
	fields_bool(&f, "has_offers", guide->offers_len > 0);
	fields_bool(&f, "has_events", guide->events_len > 0);
	fields_bool(&f, "has_news", guide->news_len > 0);
	fields_bool(&f, "has_routes", guide->routes_len > 0);
	fields_bool(&f, "has_pages", guide->pages_len > 0);
	fields_bool(&f, "has_map", has_map(guide));
	return fields_map(&f);
}

/* --- menus -------------------------------------------------------------------------------------------- */

/* The main menu: what is empty has no entry. */
static const struct value *
nav(const struct maker *maker)
{
	static const enum page_kind kinds[] = { PAGE_MERCHANTS, PAGE_MAP,       PAGE_OFFERS,
		                                PAGE_EVENTS,    PAGE_NEWS_LIST, PAGE_ROUTES };
	const struct value *items[countof(kinds)];
	size_t len = 0;

	for (size_t i = 0; i < countof(kinds); i++) {
		const struct page_row *row = view_page_row(kinds[i]);
		struct fields f;

		if (kinds[i] != PAGE_MERCHANTS && kinds[i] != PAGE_MAP &&
		    view_count(maker->guide, kinds[i]) == 0)
			continue;
		fields_start(&f, maker->arena);
		fields_text(&f, "key", str(row->nav));
		fields_text(&f, "label",
		            view_fill(maker, arena_printf(maker->arena, "nav_%s", row->nav).ptr,
		                      NULL, 0));
		fields_text(&f, "url", view_url(maker, row->folder, (struct str){ 0 }));
		items[len++] = fields_map(&f);
	}
	return list_of(maker->arena, items, len);
}

static const struct value *
link_to(const struct maker *maker, const struct value *title, const struct value *lang,
        struct str url)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_set(&f, "title", title);
	fields_set(&f, "title_lang", lang);
	fields_text(&f, "url", url);
	return fields_map(&f);
}

/* Free pages that have a place in the menu, then the legal notice, which takes the place of a page of
 * that name. */
static const struct value *
footer_pages(const struct maker *maker)
{
	size_t len = maker->guide->pages_len, legal = view_legal_page(maker->guide), n = 0;
	const struct value **items = arena_array(maker->arena, len + 1, sizeof *items);

	for (size_t i = 0; i < len; i++) {
		const struct value *page = maker->in->lists[VIEW_FREE_PAGES][i];

		if (i != legal && maker->guide->pages[i]->menu > 0)
			items[n++] = link_to(maker, value_get(page, STR("title")),
			                     value_get(page, STR("title_lang")),
			                     value_str(value_get(page, STR("url"))));
	}
	items[n++] =
		link_to(maker, value_text(maker->arena, view_fill(maker, "title_legal", NULL, 0)),
	                NULL, view_url(maker, "legal", (struct str){ 0 }));
	return list_over(maker->arena, items, n);
}

/* --- the rest ------------------------------------------------------------------------------------------ */

/* "style.css" is asset.style_css: a template cannot write a dot in a name. */
static const struct value *
assets(const struct maker *maker)
{
	const struct theme *theme = maker->views->theme;
	struct value *map = value_map(maker->arena);

	for (size_t i = 0; i < theme->assets_len; i++) {
		const struct theme_asset *asset = &theme->assets[i];
		char *key = arena_copy(maker->arena, arena_str(maker->arena, asset->name).ptr,
		                       asset->name.len + 1);

		for (char *c = key; *c; c++)
			if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
			      (*c >= '0' && *c <= '9')))
				*c = '_';
		value_set_text(maker->arena, map, key,
		               arena_printf(maker->arena, "%.*s%.*s", STR_ARG(maker->views->root),
		                            STR_ARG(asset->path)));
	}
	return map;
}

static const struct terms *
services_of(const struct merchant *card)
{
	return &card->services;
}

static const struct terms *
payment_of(const struct merchant *card)
{
	return &card->payment;
}

/* The terms that at least one merchant names, in the vocabulary's order. */
static const struct value *
used_terms(const struct maker *maker, enum vocabulary which,
           const struct terms *(*of)(const struct merchant *card))
{
	const struct guide *guide = maker->guide;
	size_t count, len = 0;
	const struct value **items;
	bool *used;

	vocabulary(which, &count);
	items = arena_array(maker->arena, count, sizeof *items);
	used = arena_array(maker->arena, count, sizeof *used);
	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct terms *terms = of(guide->merchants[i]->card);

		for (size_t t = 0; t < terms->len; t++)
			used[terms->items[t]] = true;
	}
	for (size_t i = 0; i < count; i++)
		if (used[i])
			items[len++] = maker->in->terms[which][i];
	return list_over(maker->arena, items, len);
}

const struct value *
view_make_shared(const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_set(&f, "site", site(maker));
	fields_set(&f, "clock", view_clock(maker));
	fields_set(&f, "t", maker->views->theme->texts[maker->lang]);
	fields_set(&f, "nav", nav(maker));
	fields_set(&f, "footer_pages", footer_pages(maker));
	fields_set(&f, "asset", assets(maker));
	fields_set(&f, "services", used_terms(maker, VOCABULARY_SERVICES, services_of));
	fields_set(&f, "payments", used_terms(maker, VOCABULARY_PAYMENT, payment_of));
	fields_set(
		&f, "categories",
		list_over(maker->arena, maker->in->lists[VIEW_CATEGORIES], guide->categories_len));
	fields_set(&f, "streets",
	           list_over(maker->arena, maker->in->lists[VIEW_STREETS], guide->streets_len));
	fields_text(&f, "generator", STR("quartier " QUARTIER_VERSION));
	return fields_map(&f);
}
