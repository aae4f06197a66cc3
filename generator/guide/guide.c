#include "guide/guide.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "card/cards.h"
#include "guide/categories.h"
#include "guide/clock.h"
#include "guide/fresh.h"
#include "guide/link.h"
#include "guide/locate.h"
#include "guide/nearby.h"
#include "guide/openings.h"
#include "guide/order.h"
#include "guide/streets.h"

struct str
guide_text(const struct config *config, const struct text *text, enum lang lang, enum lang *is)
{
	static const enum lang any[] = { LANG_FR, LANG_NL, LANG_DE, LANG_EN };
	struct str found = text_in(text, lang, config->languages, config->languages_len, is);

	return found.len ? found : text_in(text, lang, any, countof(any), is);
}

static struct str
main_text(const struct guide *guide, const struct text *text)
{
	return guide_text(guide->config, text, guide->config->languages[0], NULL);
}

static struct order_by
by_name(const void *item, const void *guide)
{
	const struct guide_merchant *merchant = item;

	return (struct order_by){ 0, main_text(guide, &merchant->card->name),
		                  merchant->card->card.slug };
}

static struct order_by
by_label(const void *item, const void *guide)
{
	const struct guide_category *category = item;
	bool last = str_is(category->id, "other");

	return (struct order_by){ last, main_text(guide, &category->label), category->id };
}

static struct order_by
by_street(const void *item, const void *guide)
{
	const struct guide_street *street = item;

	return (struct order_by){ 0, main_text(guide, &street->name), street->slug };
}

static struct order_by
by_end(const void *item, const void *guide)
{
	const struct offer *offer = ((const struct guide_offer *)item)->card;
	int64_t end = offer->until == DATE_NONE ? INT64_MAX : offer->until;

	return (struct order_by){ end, main_text(guide, &offer->title), offer->card.slug };
}

static struct order_by
by_next(const void *item, const void *guide)
{
	const struct guide_event *event = item;

	return (struct order_by){ moment_minutes(event->next),
		                  main_text(guide, &event->card->title), event->card->card.slug };
}

static struct order_by
by_date(const void *item, const void *guide)
{
	const struct news *news = ((const struct guide_news *)item)->card;

	return (struct order_by){ -moment_minutes(news->date), main_text(guide, &news->title),
		                  news->card.slug };
}

static struct order_by
by_menu(const void *item, const void *guide)
{
	const struct page *page = item;

	return (struct order_by){ page->menu > 0 ? page->menu : INT64_MAX,
		                  main_text(guide, &page->title), page->card.slug };
}

static struct order_by
by_kind(const void *item, const void *guide)
{
	const struct place *place = ((const struct guide_place *)item)->card;

	return (struct order_by){ place->kind, main_text(guide, &place->name), place->card.slug };
}

static struct order_by
by_title(const void *item, const void *guide)
{
	const struct route *route = ((const struct guide_route *)item)->card;

	return (struct order_by){ 0, main_text(guide, &route->title), route->card.slug };
}

static void
make_offers(struct linking *linking)
{
	struct guide *guide = linking->guide;
	const struct cards *cards = linking->cards;

	guide->offers = arena_array(guide->arena, cards->offers_len, sizeof *guide->offers);
	for (size_t i = 0; i < cards->offers_len; i++) {
		struct guide_offer *offer = arena_alloc(guide->arena, sizeof *offer);

		offer->card = &cards->offers[i];
		if (link_offer(linking, offer) && clock_shows_offer(guide, offer->card))
			guide->offers[guide->offers_len++] = offer;
	}
	order_sort(linking->scratch, guide->offers, guide->offers_len, by_end, guide);
}

static void
make_events(struct linking *linking)
{
	struct guide *guide = linking->guide;
	const struct cards *cards = linking->cards;

	guide->events = arena_array(guide->arena, cards->events_len, sizeof *guide->events);
	for (size_t i = 0; i < cards->events_len; i++) {
		struct guide_event *event = arena_alloc(guide->arena, sizeof *event);

		event->card = &cards->events[i];
		if (link_event(linking, event) && clock_shows_event(guide, event))
			guide->events[guide->events_len++] = event;
	}
	locate_events(linking);
	order_sort(linking->scratch, guide->events, guide->events_len, by_next, guide);
}

static void
make_news(struct linking *linking)
{
	struct guide *guide = linking->guide;
	const struct cards *cards = linking->cards;

	guide->news = arena_array(guide->arena, cards->news_len, sizeof *guide->news);
	for (size_t i = 0; i < cards->news_len; i++) {
		struct guide_news *news = arena_alloc(guide->arena, sizeof *news);

		news->card = &cards->news[i];
		if (link_news(linking, news) && clock_shows_news(guide, news->card))
			guide->news[guide->news_len++] = news;
	}
	order_sort(linking->scratch, guide->news, guide->news_len, by_date, guide);
}

static void
make_pages_and_routes(struct linking *linking)
{
	struct guide *guide = linking->guide;
	const struct cards *cards = linking->cards;

	guide->pages = arena_array(guide->arena, cards->pages_len, sizeof *guide->pages);
	for (size_t i = 0; i < cards->pages_len; i++)
		if (link_shows(linking, &cards->pages[i].card))
			guide->pages[guide->pages_len++] = &cards->pages[i];
	order_sort(linking->scratch, guide->pages, guide->pages_len, by_menu, guide);

	guide->routes = arena_array(guide->arena, cards->routes_len, sizeof *guide->routes);
	for (size_t i = 0; i < cards->routes_len; i++) {
		struct guide_route *route = arena_alloc(guide->arena, sizeof *route);

		route->card = &cards->routes[i];
		if (link_route(linking, route))
			guide->routes[guide->routes_len++] = route;
	}
	order_sort(linking->scratch, guide->routes, guide->routes_len, by_title, guide);
}

#define ADD_TO(guide, merchant, list, thing)                                                       \
	do {                                                                                       \
		(merchant)->list = arena_push((guide)->arena, (merchant)->list,                    \
		                              &(merchant)->list##_len, sizeof *(merchant)->list);  \
		(merchant)->list[(merchant)->list##_len - 1] = (thing);                            \
	} while (0)

/* Offers of all merchants are one list for all who have none of their own: ten thousand merchants
 * times a hundred such offers would be a million pointers. */
static void
give_offers(struct linking *linking)
{
	struct guide *guide = linking->guide;
	struct guide_merchant everybody = { 0 };

	for (size_t i = 0; i < guide->offers_len; i++) {
		struct guide_offer *offer = guide->offers[i];

		if (offer->card->all_merchants)
			ADD_TO(guide, &everybody, offers, offer);
		for (size_t m = 0; m < offer->merchants_len; m++)
			ADD_TO(guide, offer->merchants[m], offers, offer);
	}
	for (size_t i = 0; i < guide->merchants_len && everybody.offers_len; i++) {
		struct guide_merchant *merchant = guide->merchants[i];

		if (merchant->offers_len == 0) {
			merchant->offers = everybody.offers;
			merchant->offers_len = everybody.offers_len;
			continue;
		}
		for (size_t o = 0; o < everybody.offers_len; o++)
			ADD_TO(guide, merchant, offers, everybody.offers[o]);
		order_sort(linking->scratch, merchant->offers, merchant->offers_len, by_end, guide);
	}
}

static void
give_events_and_news(struct guide *guide)
{
	for (size_t i = 0; i < guide->events_len; i++)
		for (size_t m = 0; m < guide->events[i]->merchants_len; m++)
			ADD_TO(guide, guide->events[i]->merchants[m], events, guide->events[i]);
	for (size_t i = 0; i < guide->news_len; i++)
		for (size_t m = 0; m < guide->news[i]->merchants_len; m++)
			ADD_TO(guide, guide->news[i]->merchants[m], news, guide->news[i]);
}

static void
make_merchants(struct linking *linking)
{
	struct guide *guide = linking->guide;

	link_start(linking);
	locate_all(linking);
	categories_link(linking);
	streets_link(linking);
	order_sort(linking->scratch, guide->merchants, guide->merchants_len, by_name, guide);
	order_sort(linking->scratch, guide->categories, guide->categories_len, by_label, guide);
	order_sort(linking->scratch, guide->streets, guide->streets_len, by_street, guide);
	order_sort(linking->scratch, guide->places, guide->places_len, by_kind, guide);
	categories_fill(linking);
	nearby_link(guide);
	for (size_t i = 0; i < guide->merchants_len; i++)
		clock_closures(guide, guide->merchants[i]->card);
}

#define NUMBER(guide, list)                                                                        \
	for (size_t i = 0; i < (guide)->list##_len; i++)                                           \
	(guide)->list[i]->index = i

static void
number_all(struct guide *guide)
{
	NUMBER(guide, merchants);
	NUMBER(guide, categories);
	NUMBER(guide, streets);
	NUMBER(guide, offers);
	NUMBER(guide, events);
	NUMBER(guide, news);
	NUMBER(guide, places);
	NUMBER(guide, routes);
}

int
guide_make(struct guide *guide, const struct cards *cards, const struct guide_options *options,
           struct diag *diag)
{
	size_t errors = diag_count(diag, DIAG_ERROR);
	struct linking linking = {
		.guide = guide, .cards = cards, .diag = diag, .drafts = options->drafts
	};

	*guide = (struct guide){ .config = &cards->config,
		                 .map = options->map,
		                 .history = options->history,
		                 .arena = arena_new() };
	linking.scratch = arena_new();
	if (clock_start(guide, options, diag) == 0 || !diag_environment_failed(diag)) {
		make_merchants(&linking);
		fresh_date(guide);
		fresh_choose(guide);
		make_offers(&linking);
		make_events(&linking);
		make_news(&linking);
		make_pages_and_routes(&linking);
		give_offers(&linking);
		give_events_and_news(guide);
		number_all(guide);
		openings_make(guide);
	}
	arena_free(linking.scratch);
	return diag_count(diag, DIAG_ERROR) > errors || diag_environment_failed(diag) ? -1 : 0;
}

void
guide_free(struct guide *guide)
{
	zone_free(guide->zone);
	arena_free(guide->arena);
	*guide = (struct guide){ 0 };
}
