#include "guide/link.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "guide/guide.h"

#include <string.h>

enum { HINTS_MOST = 40 };

/* A list of cards of one kind, sorted by slug; struct card is the first member of each. */
struct card_list {
	const void *items;
	size_t len, size;
	const struct words *broken; /* slugs left out for errors of their own, sorted */
};

#define CARD_LIST(cards, kind)                                                                     \
	(struct card_list)                                                                         \
	{                                                                                          \
		(cards)->kind, (cards)->kind##_len, sizeof *(cards)->kind, &(cards)->broken_##kind \
	}

static const struct card *
card_at(struct card_list list, size_t i)
{
	return (const struct card *)(const void *)((const char *)list.items + i * list.size);
}

/* The index of a slug, or list.len. */
static size_t
find_slug(struct card_list list, struct str slug)
{
	size_t low = 0, high = list.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(card_at(list, middle)->slug, slug);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return list.len;
}

static bool
is_broken(struct card_list list, struct str slug)
{
	size_t low = 0, high = list.broken->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(list.broken->items[middle].text, slug);

		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

bool
link_shows(const struct linking *linking, const struct card *card)
{
	return !card->draft || linking->drafts;
}

static bool
shows_merchant(const struct linking *linking, const struct merchant *merchant)
{
	return link_shows(linking, &merchant->card) && !merchant->unlisted &&
	       merchant->status != STATUS_CLOSED;
}

void
link_start(struct linking *linking)
{
	struct guide *guide = linking->guide;
	const struct cards *cards = linking->cards;

	linking->hints = HINTS_MOST;
	linking->merchants = arena_array(linking->scratch, cards->merchants_len, sizeof(void *));
	linking->named = arena_array(linking->scratch, cards->merchants_len, sizeof(unsigned));
	linking->places = arena_array(linking->scratch, cards->places_len, sizeof(void *));
	guide->merchants = arena_array(guide->arena, cards->merchants_len, sizeof(void *));
	guide->places = arena_array(guide->arena, cards->places_len, sizeof(void *));
	for (size_t i = 0; i < cards->merchants_len; i++) {
		if (!shows_merchant(linking, &cards->merchants[i]))
			continue;
		linking->merchants[i] = arena_alloc(guide->arena, sizeof *linking->merchants[i]);
		linking->merchants[i]->card = &cards->merchants[i];
		guide->merchants[guide->merchants_len++] = linking->merchants[i];
	}
	for (size_t i = 0; i < cards->places_len; i++) {
		if (!link_shows(linking, &cards->places[i].card))
			continue;
		linking->places[i] = arena_alloc(guide->arena, sizeof *linking->places[i]);
		linking->places[i]->card = &cards->places[i];
		guide->places[guide->places_len++] = linking->places[i];
	}
}

/* Offers the slug nearest to a wrong one. What is hidden is not offered: it is named nowhere. */
static void
hint_nearest(struct linking *linking, struct str wrong, struct card_list list, void *const *shown)
{
	struct str *slugs;
	size_t len = 0, nearest;

	if (linking->hints == 0)
		return;
	linking->hints--;
	slugs = arena_array(linking->scratch, list.len, sizeof *slugs);
	for (size_t i = 0; i < list.len; i++) {
		void *thing;

		memcpy(&thing, &shown[i], sizeof thing);
		if (thing)
			slugs[len++] = card_at(list, i)->slug;
	}
	nearest = utf8_nearest(wrong, slugs, len);
	if (nearest < len)
		diag_hint(linking->diag, _("did you mean \"%.*s\"?"), STR_ARG(slugs[nearest]));
	else
		diag_hint(linking->diag,
		          _("write the name of its file without the ending, such as dumont"));
}

/* The merchant that a word names, or NULL: hidden, or reported under the key it stands at. */
static struct guide_merchant *
find_merchant(struct linking *linking, const struct word *word, const char *key)
{
	const struct cards *cards = linking->cards;
	struct card_list list = CARD_LIST(cards, merchants);
	size_t i = find_slug(list, word->text);

	if (i < list.len)
		return linking->merchants[i];
	if (is_broken(list, word->text))
		return NULL;
	diag_error(linking->diag, word->at, "reference", _("%s: there is no merchant \"%.*s\""),
	           key, STR_ARG(word->text));
	hint_nearest(linking, word->text, list, (void *const *)(const void *)linking->merchants);
	return NULL;
}

static struct guide_place *
find_place(struct linking *linking, const struct word *word, const char *key)
{
	const struct cards *cards = linking->cards;
	struct card_list list = CARD_LIST(cards, places);
	size_t i = find_slug(list, word->text);

	if (i < list.len)
		return linking->places[i];
	if (is_broken(list, word->text))
		return NULL;
	diag_error(linking->diag, word->at, "reference", _("%s: there is no place \"%.*s\""), key,
	           STR_ARG(word->text));
	hint_nearest(linking, word->text, list, (void *const *)(const void *)linking->places);
	return NULL;
}

/* Resolves a list of merchants; each stays once. Returns how many. */
static size_t
find_merchants(struct linking *linking, const struct words *words, const char *key,
               struct guide_merchant ***out)
{
	size_t len = 0;

	linking->lists++;
	*out = arena_array(linking->guide->arena, words->len, sizeof **out);
	for (size_t i = 0; i < words->len; i++) {
		struct guide_merchant *merchant = find_merchant(linking, &words->items[i], key);
		size_t card;

		if (!merchant)
			continue;
		card = (size_t)(merchant->card - linking->cards->merchants);
		if (linking->named[card] == linking->lists)
			continue;
		linking->named[card] = linking->lists;
		(*out)[len++] = merchant;
	}
	return len;
}

/* An offer of merchants who are all hidden would name them: it goes with them. */
bool
link_offer(struct linking *linking, struct guide_offer *offer)
{
	const struct offer *card = offer->card;

	offer->merchants_len =
		find_merchants(linking, &card->merchants, "merchant", &offer->merchants);
	if (card->all_merchants)
		offer->merchants_len = 0;
	return link_shows(linking, &card->card) &&
	       (card->all_merchants || offer->merchants_len > 0);
}

bool
link_event(struct linking *linking, struct guide_event *event)
{
	const struct event *card = event->card;

	event->merchants_len =
		find_merchants(linking, &card->merchants, "merchants", &event->merchants);
	if (card->place.text.len)
		event->place = find_place(linking, &card->place, "place");
	return link_shows(linking, &card->card);
}

bool
link_news(struct linking *linking, struct guide_news *news)
{
	const struct news *card = news->card;

	news->merchants_len =
		find_merchants(linking, &card->merchants, "merchants", &news->merchants);
	return link_shows(linking, &card->card);
}

static bool
find_stop(struct linking *linking, const struct word *word, struct guide_stop *stop)
{
	const struct cards *cards = linking->cards;
	struct card_list merchants = CARD_LIST(cards, merchants);
	struct card_list places = CARD_LIST(cards, places);
	size_t merchant = find_slug(merchants, word->text), place = find_slug(places, word->text);

	*stop = (struct guide_stop){ 0 };
	if (merchant < merchants.len) {
		if (place < places.len)
			diag_note(
				linking->diag, word->at, "reference",
				_("stops: \"%.*s\" is a merchant and a place; the merchant is taken"),
				STR_ARG(word->text));
		stop->merchant = linking->merchants[merchant];
	} else if (place < places.len) {
		stop->place = linking->places[place];
	} else if (!is_broken(merchants, word->text) && !is_broken(places, word->text)) {
		diag_error(linking->diag, word->at, "reference",
		           _("stops: there is no merchant and no place \"%.*s\""),
		           STR_ARG(word->text));
		hint_nearest(linking, word->text, merchants,
		             (void *const *)(const void *)linking->merchants);
	}
	return stop->merchant || stop->place;
}

/* A walk may come by the same door twice, so stops are not made unique. */
bool
link_route(struct linking *linking, struct guide_route *route)
{
	const struct words *words = &route->card->stops;

	route->stops = arena_array(linking->guide->arena, words->len, sizeof *route->stops);
	for (size_t i = 0; i < words->len; i++)
		if (find_stop(linking, &words->items[i], &route->stops[route->stops_len]))
			route->stops_len++;
	return link_shows(linking, &route->card->card) && route->stops_len > 0;
}
