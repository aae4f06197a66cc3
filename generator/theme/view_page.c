#include "theme/view_private.h"

#include "base/arena.h"

/* --- title and description ----------------------------------------------------------------------- */

/* The view of what the page is about; NULL for a page that lists or stands alone. */
static const struct value *
subject(const struct maker *maker, const struct page_ref *page)
{
	enum view_list list = view_page_row(page->kind)->list;

	return list == VIEW_LISTS ? NULL : maker->in->lists[list][page->index];
}

static struct str
member(const struct value *map, const char *key)
{
	return value_str(value_get(map, str(key)));
}

/* Merchants and streets have a name, categories a label, all others a title. */
static struct str
title_of(const struct maker *maker, const struct page_ref *page)
{
	static const char *const keys[] = { "name", "label", "title" };
	const struct value *view = subject(maker, page);
	struct str title = { 0 }, city;

	if (page->kind == PAGE_HOME)
		return local(maker, &maker->guide->config->name);
	if (!view)
		return view_fill(maker, view_page_row(page->kind)->title, NULL, 0);
	for (size_t i = 0; i < countof(keys) && title.len == 0; i++)
		title = member(view, keys[i]);
	city = page->kind == PAGE_STREET ? member(view, "city") : (struct str){ 0 };
	if (city.len)
		title = arena_printf(maker->arena, "%.*s, %.*s", STR_ARG(title), STR_ARG(city));
	return title;
}

/* The language of a subject's title, where it is not the page's. */
static struct str
title_lang(const struct maker *maker, const struct page_ref *page)
{
	static const char *const keys[] = { "name_lang", "label_lang", "title_lang" };
	const struct value *view = subject(maker, page);
	struct str lang = { 0 };

	for (size_t i = 0; view && i < countof(keys) && lang.len == 0; i++)
		lang = member(view, keys[i]);
	return lang;
}

static struct str
full_title(const struct maker *maker, const struct page_ref *page, struct str title)
{
	struct str site = local(maker, &maker->guide->config->name);
	struct str tagline = local(maker, &maker->guide->config->tagline);

	if (page->kind != PAGE_HOME)
		return arena_printf(maker->arena, "%.*s · %.*s", STR_ARG(title), STR_ARG(site));
	if (tagline.len == 0)
		return site;
	return arena_printf(maker->arena, "%.*s · %.*s", STR_ARG(site), STR_ARG(tagline));
}

/* What a subject's description is made of when the card says nothing: the text's key and the members
 * that it may name. */
static const struct {
	const char *key;
	struct {
		const char *place, *path;
	} args[4];
} descriptions[PAGE_KIND_COUNT] = {
	[PAGE_MERCHANT] = { "description_merchant",
	                    { { "name", "name" },
	                      { "categories", "category.label" },
	                      { "address", "address.line" } } },
	[PAGE_CATEGORY] = { "description_category",
	                    { { "category", "label" }, { "count", "count_text" } } },
	[PAGE_STREET] = { "description_street",
	                  { { "street", "name" }, { "count", "count_text" } } },
	[PAGE_OFFER] = { "description_offer",
	                 { { "title", "title" },
	                   { "merchants", "merchant_names" },
	                   { "period", "period" } } },
	[PAGE_EVENT] = { "description_event",
	                 { { "title", "title" }, { "when", "when" }, { "where", "where" } } },
	[PAGE_NEWS] = { "description_item", { { "title", "title" } } },
	[PAGE_ROUTE] = { "description_item", { { "title", "title" } } },
	[PAGE_PAGE] = { "description_item", { { "title", "title" } } },
};

static struct str
description_of_subject(const struct maker *maker, enum page_kind kind, const struct value *view)
{
	struct texts_arg args[countof(descriptions[0].args) + 1] = {
		{ "site", local(maker, &maker->guide->config->name) },
	};
	struct str said = member(view, "summary");
	size_t len = 1;

	if (said.len == 0)
		said = member(view, "excerpt");
	if (said.len)
		return said;
	for (size_t i = 0; i < countof(descriptions[0].args) && descriptions[kind].args[i].place;
	     i++)
		args[len++] = (struct texts_arg){ descriptions[kind].args[i].place,
			                          value_str(value_at(
							  view, descriptions[kind].args[i].path)) };
	return view_fill(maker, descriptions[kind].key, args, len);
}

static struct str
description_of(const struct maker *maker, const struct page_ref *page)
{
	const struct page_row *row = view_page_row(page->kind);
	const struct value *view = subject(maker, page);
	struct texts_arg args[2] = { { "site", local(maker, &maker->guide->config->name) } };
	struct str tagline = local(maker, &maker->guide->config->tagline);

	if (view)
		return description_of_subject(maker, page->kind, view);
	if (page->kind == PAGE_HOME && tagline.len)
		return tagline;
	args[1] = (struct texts_arg){ "count",
		                      view_plural(maker, row->count,
		                                  view_count(maker->guide, page->kind), NULL, 0) };
	return view_fill(maker, row->description, args, countof(args));
}

/* --- the page in other languages ------------------------------------------------------------------- */

static struct str
absolute(const struct maker *maker, struct str url)
{
	return arena_printf(maker->arena, "%.*s%.*s", STR_ARG(maker->views->origin), STR_ARG(url));
}

static const struct value *
alternate(const struct maker *maker, const struct page_ref *page, const char *code,
          const char *name)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "lang", str(code));
	fields_text(&f, "url", absolute(maker, page->url));
	fields_text(&f, "path", page->url);
	fields_text(&f, "name", str(name));
	fields_bool(&f, "current", name && page->lang == maker->lang);
	return fields_map(&f);
}

/* For hreflang: every language, and the first one for all other readers. */
static const struct value *
alternates(const struct maker *maker, const struct page_ref *page)
{
	const struct config *config = maker->guide->config;
	const struct value *items[LANG_COUNT + 1];
	size_t len = 0;

	for (size_t i = 0; i < config->languages_len && config->languages_len > 1; i++) {
		enum lang lang = config->languages[i];
		const struct page_ref *other = views_alternate(maker->views, page, lang);

		if (other)
			items[len++] = alternate(maker, other, lang_code(lang), lang_name(lang));
	}
	if (len < 2)
		return NULL;
	items[len++] = alternate(maker, views_alternate(maker->views, page, config->languages[0]),
	                         "x-default", NULL);
	return list_of(maker->arena, items, len);
}

/* For readers: a page that has no translation leads to the other language's home. */
static const struct value *
language_switch(const struct maker *maker, const struct page_ref *page)
{
	const struct config *config = maker->guide->config;
	const struct value *items[LANG_COUNT];

	if (config->languages_len < 2)
		return NULL;
	for (size_t i = 0; i < config->languages_len; i++) {
		enum lang lang = config->languages[i];
		const struct page_ref *other = views_alternate(maker->views, page, lang);
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "code", str(lang_code(lang)));
		fields_text(&f, "name", str(lang_name(lang)));
		fields_text(&f, "path", other ? other->url : maker->views->in[lang].home);
		fields_bool(&f, "current", lang == maker->lang);
		items[i] = fields_map(&f);
	}
	return list_of(maker->arena, items, config->languages_len);
}

/* --- where the page stands ----------------------------------------------------------------------------- */

static const struct value *
crumb(const struct maker *maker, struct str name, struct str lang, struct str path, bool last)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "name", name);
	fields_text(&f, "name_lang", lang);
	fields_text(&f, "path", path);
	fields_bool(&f, "last", last);
	return fields_map(&f);
}

static const struct value *
breadcrumbs(const struct maker *maker, const struct page_ref *page, struct str title)
{
	enum page_kind parent = view_page_row(page->kind)->parent;
	const struct value *items[3];
	struct str none = { 0 };
	size_t len = 0;

	if (page->kind == PAGE_HOME)
		return NULL;
	items[len++] = crumb(maker, view_fill(maker, "breadcrumb_home", NULL, 0), none,
	                     maker->in->home, false);
	if (parent != PAGE_HOME) {
		const struct page_row *row = view_page_row(parent);

		items[len++] = crumb(maker, view_fill(maker, row->title, NULL, 0), none,
		                     view_url(maker, row->folder, (struct str){ 0 }), false);
	}
	items[len++] = crumb(maker, title, title_lang(maker, page), page->url, true);
	return list_of(maker->arena, items, len);
}

/* The main menu with the entry that the page belongs to marked. */
static const struct value *
nav(const struct maker *maker, const struct page_ref *page)
{
	const struct value *menu = value_get(maker->in->shared, STR("nav"));
	struct value *list = value_list(maker->arena);
	const char *current = view_page_row(page->kind)->nav;

	for (uint32_t i = 0; menu && i < menu->len; i++) {
		const struct value *entry = menu->items[i];
		struct fields f;

		fields_start(&f, maker->arena);
		fields_set(&f, "key", value_get(entry, STR("key")));
		fields_set(&f, "label", value_get(entry, STR("label")));
		fields_set(&f, "path", value_get(entry, STR("url")));
		fields_set(&f, "url", value_get(entry, STR("url")));
		fields_bool(&f, "current", current && str_is(member(entry, "key"), current));
		value_add(maker->arena, list, fields_map(&f));
	}
	return list;
}

static void
feed(struct value *map, const struct maker *maker, const struct page_ref *page)
{
	const struct value *view = subject(maker, page);
	struct texts_arg args[] = {
		{ "site", local(maker, &maker->guide->config->name) },
		{ "name", member(view, "name") },
		{ "category", member(view, "label") },
	};
	const char *key = page->kind == PAGE_MERCHANT   ? "feed_merchant"
	                  : page->kind == PAGE_CATEGORY ? "feed_category"
	                                                : "feed_site";
	bool own = page->kind == PAGE_MERCHANT || page->kind == PAGE_CATEGORY;
	struct str folder = own ? page->url : maker->in->home;

	value_set_text(maker->arena, map, "feed",
	               arena_printf(maker->arena, "%.*sfeed.xml", STR_ARG(folder)));
	value_set_text(maker->arena, map, "feed_title", view_fill(maker, key, args, countof(args)));
}

static struct value *
page_member(const struct maker *maker, const struct page_ref *page)
{
	const struct page_row *row = view_page_row(page->kind);
	struct arena *arena = maker->arena;
	struct value *map = value_map(arena);
	struct str title = title_of(maker, page);

	value_set_text(arena, map, "kind", str(row->template));
	value_set_bool(arena, map, row->flag, true);
	value_set_text(arena, map, "title", title);
	value_set_text(arena, map, "title_full", full_title(maker, page, title));
	value_set_text(arena, map, "description", description_of(maker, page));
	value_set_text(arena, map, "lang", str(lang_code(page->lang)));
	value_set_text(arena, map, "locale", str(lang_locale(page->lang)));
	value_set_bool(arena, map, "is_main_lang",
	               page->lang == maker->guide->config->languages[0]);
	value_set_text(arena, map, "path", page->url);
	value_set_text(arena, map, "url", absolute(maker, page->url));
	feed(map, maker, page);
	value_set(arena, map, "alternates", alternates(maker, page));
	value_set(arena, map, "switch", language_switch(maker, page));
	value_set(arena, map, "breadcrumbs", breadcrumbs(maker, page, title));
	value_set_bool(arena, map, "noindex", page->noindex);
	if (view_has_ends(maker, page))
		value_set_bool(arena, map, "has_ends", true);
	value_set_text(arena, map, "og_type",
	               page->kind == PAGE_NEWS ? STR("article") : STR("website"));
	value_set(arena, map, "nav", nav(maker, page));
	return map;
}

struct value *
view_page(struct arena *scratch, const struct views *views, const struct page_ref *page)
{
	struct maker maker = view_maker(views, scratch, page->lang);
	struct value *context = value_map(scratch);

	value_set(scratch, context, "page", page_member(&maker, page));
	view_content(context, &maker, page);
	return context;
}

void
view_page_set(struct arena *scratch, struct value *context, const char *key, struct str text)
{
	for (uint32_t i = 0; i < context->len; i++)
		if (str_is(str(context->pairs[i].key), "page"))
			/* Made by view_page for this caller alone: nobody else reads it yet. */
			value_set_text(scratch, (struct value *)context->pairs[i].value, key, text);
}
