#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "guide/nearby.h"
#include "theme/format.h"

enum { HOME_MERCHANTS = 300, HOME_FRESH = 6, HOME_OFFERS = 6, HOME_EVENTS = 4, HOME_NEWS = 3 };

/* --- lists ------------------------------------------------------------------------------------------- */

/* All of a list, or its first `most`. */
static void
set_list(struct value *context, const struct maker *maker, const char *key, enum view_list list,
         size_t most)
{
	size_t len = view_list_len(maker->guide, list);

	value_set(maker->arena, context, key,
	          list_over(maker->arena, maker->in->lists[list], len < most ? len : most));
}

static const struct value *
merchants_of(const struct maker *maker, struct guide_merchant *const *merchants, size_t len)
{
	const struct value **items = arena_array(maker->arena, len, sizeof *items);

	for (size_t i = 0; i < len; i++)
		items[i] = maker->in->lists[VIEW_MERCHANTS][merchants[i]->index];
	return list_over(maker->arena, items, len);
}

/* A finished map with one member more. */
static const struct value *
with(const struct maker *maker, const struct value *map, const char *key, const struct value *value)
{
	struct fields f;

	fields_start(&f, maker->arena);
	for (uint32_t i = 0; i < map->len; i++)
		f.pairs[f.len++] = map->pairs[i];
	fields_set(&f, key, value);
	return fields_map(&f);
}

/* --- from A to Z -------------------------------------------------------------------------------------- */

/* The letter under which people look for a name: the first one without accent, as a capital; '0' for
 * all digits, 0 for a name without letters. */
static uint32_t
letter_of(const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct config *config = maker->guide->config;
	struct str name = guide_text(config, &merchant->card->name, config->languages[0], NULL);
	size_t at = 0;
	char first = name.len ? name.ptr[0] : ' ';
	uint32_t letter;

	if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))
		return (uint32_t)(first & ~0x20);
	name = utf8_fold(maker->arena, name);
	letter = name.len ? utf8_next(name, &at) : 0;
	if (letter >= '0' && letter <= '9')
		return '0';
	return letter >= 'a' && letter <= 'z' ? letter - 0x20 : letter;
}

static struct str
letter_text(struct arena *arena, uint32_t letter)
{
	struct buf text = { 0 };
	struct str made;

	buf_add_codepoint(&text, letter);
	made = arena_str(arena, buf_str(&text));
	buf_release(&text);
	return made;
}

static const struct value *
letter_group(const struct maker *maker, uint32_t letter, size_t from, size_t until)
{
	struct arena *arena = maker->arena;
	struct fields f;

	fields_start(&f, arena);
	if (letter == 0)
		fields_text(&f, "letter", STR("#"));
	else if (letter == '0')
		fields_text(&f, "letter", STR("0–9"));
	else
		fields_text(&f, "letter", letter_text(arena, letter));
	if (letter >= 'A' && letter <= 'Z')
		fields_text(&f, "id", arena_printf(arena, "letter-%c", (int)letter + 0x20));
	else
		fields_text(&f, "id", arena_printf(arena, "letter-%u", (unsigned)letter));
	fields_set(&f, "merchants",
	           list_over(arena, maker->in->lists[VIEW_MERCHANTS] + from, until - from));
	return fields_map(&f);
}

static void
set_letters(struct value *context, const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	struct value *letters = value_list(maker->arena);
	size_t from = 0;

	while (from < guide->merchants_len) {
		uint32_t letter = letter_of(maker, guide->merchants[from]);
		size_t until = from + 1;

		while (until < guide->merchants_len &&
		       letter_of(maker, guide->merchants[until]) == letter)
			until++;
		value_add(maker->arena, letters, letter_group(maker, letter, from, until));
		from = until;
	}
	value_set(maker->arena, context, "letters", letters->len ? letters : NULL);
}

/* --- a kind of page each ---------------------------------------------------------------------------------- */

static void
home(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	const struct guide *guide = maker->guide;

	(void)page;
	if (guide->merchants_len <= HOME_MERCHANTS)
		set_list(context, maker, "merchants", VIEW_MERCHANTS, SIZE_MAX);
	else
		value_set_bool(maker->arena, context, "many", true);
	value_set(maker->arena, context, "new_merchants",
	          merchants_of(maker, guide->fresh,
	                       guide->fresh_len < HOME_FRESH ? guide->fresh_len : HOME_FRESH));
	set_list(context, maker, "offers", VIEW_OFFERS, HOME_OFFERS);
	set_list(context, maker, "events", VIEW_EVENTS, HOME_EVENTS);
	set_list(context, maker, "news", VIEW_NEWS, HOME_NEWS);
	set_list(context, maker, "routes", VIEW_ROUTES, SIZE_MAX);
}

/* The same, each with its number on the map, where it has one. */
static const struct value *
numbered(const struct maker *maker, struct guide_merchant *const *merchants, size_t len,
         const size_t *numbers)
{
	const struct value **items = arena_array(maker->arena, len, sizeof *items);

	for (size_t i = 0; i < len; i++) {
		size_t index = merchants[i]->index;

		items[i] = maker->in->lists[VIEW_MERCHANTS][index];
		if (numbers[index])
			items[i] = with(maker, items[i], "number",
			                value_int(maker->arena, (int64_t)numbers[index]));
	}
	return list_over(maker->arena, items, len);
}

static const struct value *
streets_with(const struct maker *maker, const size_t *numbers)
{
	const struct guide *guide = maker->guide;
	struct value *list = value_list(maker->arena);

	for (size_t i = 0; i < guide->streets_len; i++) {
		const struct guide_street *street = guide->streets[i];

		value_add(maker->arena, list,
		          with(maker, maker->in->lists[VIEW_STREETS][i], "merchants",
		               numbered(maker, street->merchants, street->merchants_len, numbers)));
	}
	return list->len ? list : NULL;
}

static const struct value *
places_by_kind(const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	struct value *list = value_list(maker->arena);

	for (size_t from = 0, until; from < guide->places_len; from = until) {
		uint16_t kind = guide->places[from]->card->kind;
		const struct value *term = maker->in->terms[VOCABULARY_PLACES][kind];
		struct fields f;

		for (until = from; until < guide->places_len; until++)
			if (guide->places[until]->card->kind != kind)
				break;
		fields_start(&f, maker->arena);
		fields_set(&f, "kind", value_get(term, STR("id")));
		fields_set(&f, "label", value_get(term, STR("label")));
		fields_set(&f, "icon", value_get(maker->in->lists[VIEW_PLACES][from], STR("icon")));
		fields_set(&f, "places",
		           list_over(maker->arena, maker->in->lists[VIEW_PLACES] + from,
		                     until - from));
		value_add(maker->arena, list, fields_map(&f));
	}
	return list->len ? list : NULL;
}

static void
map(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	const struct guide *guide = maker->guide;
	struct guide_merchant **elsewhere =
		arena_array(maker->arena, guide->merchants_len, sizeof *elsewhere);
	const size_t *numbers = view_map_numbers(maker);
	size_t len = 0;

	(void)page;
	for (size_t i = 0; i < guide->merchants_len; i++)
		if (!guide->merchants[i]->street)
			elsewhere[len++] = guide->merchants[i];
	value_set(maker->arena, context, "streets_with", streets_with(maker, numbers));
	value_set(maker->arena, context, "no_street", numbered(maker, elsewhere, len, numbers));
	value_set(maker->arena, context, "places_by_kind", places_by_kind(maker));
	value_set(maker->arena, context, "map", view_map(maker, numbers));
}

static void
merchants(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	(void)page;
	set_letters(context, maker);
	set_list(context, maker, "merchants", VIEW_MERCHANTS, SIZE_MAX);
}

static void
letters(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	(void)page;
	set_letters(context, maker);
}

static const struct value *
nearby(const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct value **items = arena_array(maker->arena, merchant->nearby_len, sizeof *items);

	for (size_t i = 0; i < merchant->nearby_len; i++) {
		const struct guide_merchant *other = merchant->nearby[i];
		struct location from = merchant->location, to = other->location;

		items[i] = maker->in->lists[VIEW_BRIEFS][other->index];
		if (from.set && to.set)
			items[i] = with(maker, items[i], "distance_text",
			                value_text(maker->arena,
			                           format_distance(maker->arena, maker->lang,
			                                           nearby_distance(from, to))));
	}
	return list_over(maker->arena, items, merchant->nearby_len);
}

static void
merchant(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	const struct guide_merchant *merchant = maker->guide->merchants[page->index];

	value_set(maker->arena, context, "merchant", maker->in->lists[VIEW_MERCHANTS][page->index]);
	value_set(maker->arena, context, "nearby", nearby(maker, merchant));
	value_set(maker->arena, context, "frame", view_frame_merchant(maker, page->index));
}

static void
category(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	const struct guide_category *category = maker->guide->categories[page->index];

	value_set(maker->arena, context, "category",
	          maker->in->lists[VIEW_CATEGORIES][page->index]);
	value_set(maker->arena, context, "merchants",
	          merchants_of(maker, category->merchants, category->merchants_len));
}

static void
street(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	const struct guide_street *street = maker->guide->streets[page->index];

	value_set(maker->arena, context, "street", maker->in->lists[VIEW_STREETS][page->index]);
	value_set(maker->arena, context, "merchants",
	          merchants_of(maker, street->merchants, street->merchants_len));
	value_set(maker->arena, context, "frame", view_frame_street(maker, page->index));
}

static void
route(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	value_set(maker->arena, context, "frame", view_frame_route(maker, page->index));
}

/* The legal notice shows the association's own text, where there is one. */
static void
legal(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	size_t index = view_legal_page(maker->guide);

	(void)page;
	if (index < maker->guide->pages_len)
		value_set(maker->arena, context, "content",
		          maker->in->lists[VIEW_FREE_PAGES][index]);
}

/* Pages that show one list, or one thing, and nothing else. */
static const struct {
	const char *list_key, *key;
	enum view_list list;
} simple[PAGE_KIND_COUNT] = {
	[PAGE_OFFERS] = { .list_key = "offers", .list = VIEW_OFFERS },
	[PAGE_OFFER] = { .key = "offer", .list = VIEW_OFFERS },
	[PAGE_EVENTS] = { .list_key = "events", .list = VIEW_EVENTS },
	[PAGE_EVENT] = { .key = "event", .list = VIEW_EVENTS },
	[PAGE_NEWS_LIST] = { .list_key = "news_items", .list = VIEW_NEWS },
	[PAGE_NEWS] = { .key = "news", .list = VIEW_NEWS },
	[PAGE_ROUTES] = { .list_key = "routes", .list = VIEW_ROUTES },
	[PAGE_ROUTE] = { .key = "route", .list = VIEW_ROUTES },
	[PAGE_PAGE] = { .key = "content", .list = VIEW_FREE_PAGES },
};

static void (*const add[PAGE_KIND_COUNT])(struct value *context, const struct maker *maker,
                                          const struct page_ref *page) = {
	[PAGE_HOME] = home,         [PAGE_MAP] = map,           [PAGE_MERCHANTS] = merchants,
	[PAGE_MERCHANT] = merchant, [PAGE_CATEGORY] = category, [PAGE_STREET] = street,
	[PAGE_ROUTE] = route,       [PAGE_SEARCH] = letters,    [PAGE_LEGAL] = legal,
};

/* has_KEY beside each list of the page's own, as fields_set puts it everywhere else. */
static void
add_has(struct value *context, const struct maker *maker)
{
	uint32_t len = context->len;

	for (uint32_t i = 0; i < len; i++) {
		const char *has =
			view_has(maker->arena, context->pairs[i].key, context->pairs[i].value);

		if (has)
			value_set_bool(maker->arena, context, has, true);
	}
}

void
view_content(struct value *context, const struct maker *maker, const struct page_ref *page)
{
	enum view_list list = simple[page->kind].list;

	if (simple[page->kind].list_key)
		set_list(context, maker, simple[page->kind].list_key, list, SIZE_MAX);
	if (simple[page->kind].key)
		value_set(maker->arena, context, simple[page->kind].key,
		          maker->in->lists[list][page->index]);
	if (add[page->kind])
		add[page->kind](context, maker, page);
	add_has(context, maker);
}
