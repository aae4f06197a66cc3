#include "theme/view_private.h"

#include "base/arena.h"
#include "card/money.h"
#include "guide/clock.h"
#include "media/album.h"
#include "theme/format.h"
#include "theme/icon.h"
#include "theme/view_ground.h"

/* --- what offers, events and news share ------------------------------------------------------------ */

static struct str
names_of(const struct maker *maker, struct guide_merchant *const *merchants, size_t len)
{
	struct str *names = arena_array(maker->worker->scratch, len, sizeof *names);

	for (size_t i = 0; i < len; i++)
		names[i] = local(maker, &merchants[i]->card->name);
	return format_list(maker->arena, maker->lang, names, len);
}

static void
title_and_url(struct fields *f, const struct maker *maker, const char *folder,
              const struct card *card, const struct text *title)
{
	fields_text(f, "slug", card->slug);
	fields_local(f, maker, "title", "title_lang", title);
	fields_text(f, "url", view_url(maker, folder, card->slug));
}

static void
merchants_of(struct fields *f, const struct maker *maker, struct guide_merchant *const *merchants,
             size_t len)
{
	fields_set(f, "merchants", view_briefs(maker, merchants, len));
	if (len == 1)
		fields_local(f, maker, "merchant_names", "merchant_names_lang",
		             &merchants[0]->card->name);
	else if (len > 0)
		fields_text(f, "merchant_names", names_of(maker, merchants, len));
}

/* An instant at which a page published earlier hides the thing by itself. */
static void
ends_at(struct fields *f, const struct maker *maker, int64_t utc)
{
	if (utc != INT64_MAX)
		fields_text(f, "ends",
		            format_iso_instant(maker->arena, utc, clock_offset(maker->guide, utc)));
}

static void
price(struct fields *f, const struct maker *maker, const char *key, struct money money)
{
	if (money.set)
		fields_text(f, key, money_print(maker->arena, money, maker->lang));
}

/* What one pays: nothing has a word of its own. */
static void
price_now(struct fields *f, const struct maker *maker, struct money money)
{
	if (money.set && money.cents == 0)
		fields_text(f, "price", view_fill(maker, "free", NULL, 0));
	else
		price(f, maker, "price", money);
}

/* --- offers, news, free pages ------------------------------------------------------------------------ */

/* A picture, or a PDF with its first page as one, where that could be drawn. */
static const struct value *
flyer(const struct maker *maker, const struct photo *photo)
{
	const struct album_document *pdf = album_document(maker->guide->album, photo->file);
	const struct value *picture =
		view_photo(maker, photo, VIEW_USE(USE_FLYER) | VIEW_USE(USE_CARD));
	struct fields f, link;

	if (!picture && !pdf)
		return NULL;
	fields_start(&f, maker->arena);
	view_photo_set(&f, maker, "photo", picture);
	if (pdf) {
		fields_start(&link, maker->arena);
		fields_text(&link, "url",
		            arena_printf(maker->arena, "%.*s%.*s", STR_ARG(maker->views->root),
		                         STR_ARG(pdf->path)));
		fields_text(&link, "size_text", format_size(maker->arena, maker->lang, pdf->size));
	}
	view_photo_set(&f, maker, "pdf", pdf ? fields_map(&link) : NULL);
	return fields_map(&f);
}

const struct value *
view_make_offer(const struct maker *maker, size_t index)
{
	const struct guide_offer *offer = maker->guide->offers[index];
	const struct offer *card = offer->card;
	/* It is only shown from its first day on, so the last one is what matters. */
	int from = card->until == DATE_NONE ? card->from : DATE_NONE;
	struct fields f;

	fields_start(&f, maker->arena);
	title_and_url(&f, maker, "offers", &card->card, &card->title);
	fields_text(&f, "from", format_iso_day(maker->arena, card->from));
	if (card->until != DATE_NONE)
		fields_text(&f, "until", format_iso_day(maker->arena, card->until));
	fields_text(&f, "period", format_period(maker->arena, maker->lang, from, card->until));
	ends_at(&f, maker, clock_offer_end(maker->guide, card));
	price_now(&f, maker, card->price);
	price(&f, maker, "was", card->was);
	fields_text(&f, "code", card->code);
	view_photos(&f, maker, &card->photos);
	view_photo_set(&f, maker, "flyer", flyer(maker, &card->flyer));
	view_body(&f, maker, &card->card);
	fields_bool(&f, "all_merchants", card->all_merchants);
	merchants_of(&f, maker, offer->merchants, offer->merchants_len);
	if (card->all_merchants)
		fields_text(&f, "merchant_names", view_fill(maker, "all_merchants", NULL, 0));
	return fields_map(&f);
}

const struct value *
view_make_news(const struct maker *maker, size_t index)
{
	const struct guide_news *news = maker->guide->news[index];
	const struct news *card = news->card;
	struct fields f;

	fields_start(&f, maker->arena);
	title_and_url(&f, maker, "news", &card->card, &card->title);
	fields_text(&f, "date", format_iso_day(maker->arena, card->date.day));
	fields_text(&f, "date_text", format_date(maker->arena, maker->lang, card->date.day));
	view_photos(&f, maker, &card->photos);
	view_body(&f, maker, &card->card);
	merchants_of(&f, maker, news->merchants, news->merchants_len);
	return fields_map(&f);
}

const struct value *
view_make_free_page(const struct maker *maker, size_t index)
{
	const struct page *card = maker->guide->pages[index];
	struct fields f;

	fields_start(&f, maker->arena);
	title_and_url(&f, maker, "pages", &card->card, &card->title);
	view_body(&f, maker, &card->card);
	fields_true(&f, "in_menu", card->menu > 0);
	return fields_map(&f);
}

/* --- events ---------------------------------------------------------------------------------------------- */

/* A day, or a day and a time with the offset of the site's zone. */
static struct str
iso_moment(const struct maker *maker, struct moment moment)
{
	int64_t utc;

	if (moment.minute < 0)
		return format_iso_day(maker->arena, moment.day);
	utc = clock_utc(maker->guide, moment_minutes(moment));
	return format_iso_instant(maker->arena, utc, clock_offset(maker->guide, utc));
}

static void
event_date(struct fields *f, const struct maker *maker, const struct guide_event *event)
{
	struct civil date = date_to_civil(event->next.day);

	fields_text(f, "start", iso_moment(maker, event->next));
	if (event->next_end.day != DATE_NONE)
		fields_text(f, "end", iso_moment(maker, event->next_end));
	fields_text(f, "when",
	            format_when(maker->arena, maker->lang, event->next, event->next_end));
	fields_text(f, "day", arena_printf(maker->arena, "%d", date.day));
	fields_text(f, "month", format_month_short(maker->lang, date.month));
	fields_int(f, "year", date.year);
	fields_text(f, "weekday", format_weekday(maker->lang, date_weekday(event->next.day)));
	fields_text(f, "weekday_short",
	            format_weekday_short(maker->lang, date_weekday(event->next.day)));
	fields_text(f, "repeats_text",
	            format_repeat(maker->arena, maker->lang, &event->card->repeats,
	                          event->card->start.day));
	ends_at(f, maker, clock_event_last(maker->guide, event));
}

/* The language in which a text is shown, where it is not the page's. */
static struct str
text_lang(const struct maker *maker, const struct text *text)
{
	enum lang is;
	struct str found = guide_text(maker->guide->config, text, maker->lang, &is);

	return found.len && is != maker->lang ? str(lang_code(is)) : (struct str){ 0 };
}

/* "Place du Moulin, Rue du Commerce 1, 7370 Dour" in one line, in the language of its first words: the
 * place, the event's own address, or the door of its only merchant. */
static void
where(struct fields *f, const struct maker *maker, const struct guide_event *event)
{
	static const struct text nothing;
	const struct address *address = &event->card->address;
	const struct text *name = &nothing;
	struct str called, line;

	if (event->place) {
		name = &event->place->card->name;
		address = &event->place->card->address;
	} else if (text_is_empty(&address->street) && event->merchants_len == 1) {
		name = &event->merchants[0]->card->name;
		address = &event->merchants[0]->card->address;
	}
	called = local(maker, name);
	line = view_address_line(maker, address);
	fields_text(f, "where",
	            arena_printf(maker->arena, "%.*s%s%.*s", STR_ARG(called),
	                         called.len && line.len ? ", " : "", STR_ARG(line)));
	fields_text(f, "where_lang", text_lang(maker, called.len ? name : &address->street));
}

const struct value *
view_make_event(const struct maker *maker, size_t index)
{
	const struct guide_event *event = maker->guide->events[index];
	const struct event *card = event->card;
	struct fields f;

	fields_start(&f, maker->arena);
	title_and_url(&f, maker, "events", &card->card, &card->title);
	event_date(&f, maker, event);
	if (event->place)
		fields_set(&f, "place", maker->in->lists[VIEW_PLACES][event->place->index]);
	fields_set(&f, "address", view_address(maker, &card->address, NULL));
	where(&f, maker, event);
	price_now(&f, maker, card->price);
	fields_bool(&f, "free", card->price.set && card->price.cents == 0);
	fields_local(&f, maker, "organiser", "organiser_lang", &card->organiser);
	view_photos(&f, maker, &card->photos);
	view_body(&f, maker, &card->card);
	merchants_of(&f, maker, event->merchants, event->merchants_len);
	return fields_map(&f);
}

/* --- places and routes --------------------------------------------------------------------------------- */

const struct value *
view_make_place(const struct maker *maker, size_t index)
{
	const struct guide_place *place = maker->guide->places[index];
	const struct place *card = place->card;
	const struct value *kind = maker->in->terms[VOCABULARY_PLACES][card->kind];
	const char *icon = icon_of_place(value_str(value_get(kind, STR("id"))));
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "slug", card->card.slug);
	fields_text(&f, "anchor",
	            arena_printf(maker->arena, "place-%.*s", STR_ARG(card->card.slug)));
	fields_local(&f, maker, "name", "name_lang", &card->name);
	fields_set(&f, "kind", kind);
	fields_text(&f, "icon", str(icon));
	fields_text(&f, "drawing", icon_drawing(maker->arena, icon));
	fields_set(&f, "address", view_address(maker, &card->address, NULL));
	fields_set(&f, "location", view_location(maker, place->location));
	fields_local(&f, maker, "details", "details_lang", &card->details);
	view_body(&f, maker, &card->card);
	fields_set(&f, "osm", view_osm(maker, card->osm));
	return fields_map(&f);
}

/* Copies members of a finished map, as far as it has them. */
static void
copy_members(struct fields *f, const struct value *map, const char *const *keys, size_t len)
{
	for (size_t i = 0; i < len; i++)
		fields_set(f, keys[i], value_get(map, str(keys[i])));
}

static const struct value *
stop_value(const struct maker *maker, const struct guide_stop *stop, size_t number)
{
	static const char *const of_merchant[] = { "slug",     "name", "name_lang", "url",
		                                   "category", "icon", "address",   "photo" };
	static const char *const of_place[] = { "slug", "name",    "name_lang", "anchor", "kind",
		                                "icon", "address", "location",  "details" };
	struct fields f;

	fields_start(&f, maker->arena);
	fields_int(&f, "number", (int64_t)number);
	fields_bool(&f, "is_merchant", stop->merchant != NULL);
	fields_bool(&f, "is_place", stop->place != NULL);
	if (stop->merchant) {
		copy_members(&f, maker->in->lists[VIEW_BRIEFS][stop->merchant->index], of_merchant,
		             countof(of_merchant));
		fields_set(&f, "location", view_location(maker, stop->merchant->location));
	} else if (stop->place) {
		copy_members(&f, maker->in->lists[VIEW_PLACES][stop->place->index], of_place,
		             countof(of_place));
		view_photo_set(&f, maker, "photo", NULL);
	}
	return fields_map(&f);
}

const struct value *
view_make_route(const struct maker *maker, size_t index)
{
	const struct guide_route *route = maker->guide->routes[index];
	const struct value **stops = arena_array(maker->arena, route->stops_len, sizeof *stops);
	const struct ground *ground = maker->views->ground;
	double metres = ground ? ground->walks[index].metres : 0;
	struct fields f;

	for (size_t i = 0; i < route->stops_len; i++)
		stops[i] = stop_value(maker, &route->stops[i], i + 1);
	fields_start(&f, maker->arena);
	title_and_url(&f, maker, "routes", &route->card->card, &route->card->title);
	view_photos(&f, maker, &route->card->photos);
	view_body(&f, maker, &route->card->card);
	fields_set(&f, "stops", list_over(maker->arena, stops, route->stops_len));
	fields_text(&f, "stops_text", view_plural(maker, "count_stops", route->stops_len, NULL, 0));
	if (metres > 0) {
		fields_text(&f, "length_text", format_distance(maker->arena, maker->lang, metres));
		fields_text(&f, "walk_text", view_walk_text(maker, metres));
	}
	return fields_map(&f);
}
