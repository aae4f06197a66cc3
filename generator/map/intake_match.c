/* intake_match: which shop of the map is which card. */
#include "map/intake_parts.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "card/street.h"
#include "map/survey_twins.h"

#include <math.h>
#include <stdlib.h>

/* A card whose place is known is its namesake on the map when that is no farther off, in metres. */
static const double SAME_PLACE = 60;

/* How sure it is that a card and a shop of one name are the same. */
enum { UNLIKE, ONLY_ONE, NEAR, SAME_ADDRESS };

bool
intake_is(const struct survey_merchant *merchant, struct str ref)
{
	if (ref.len == 0)
		return false;
	for (size_t i = 0; i < merchant->twins_len; i++)
		if (str_eq(merchant->twins[i], ref))
			return true;
	return str_eq(merchant->ref, ref);
}

static void
claim(struct shop *shop, struct known_card *card)
{
	shop->card = card;
	card->shop = shop->merchant;
}

/* ---- by object ---- */

static int
by_ref(const void *left, const void *right)
{
	const struct shop_ref *a = left, *b = right;

	return str_cmp(a->ref, b->ref);
}

static void
gather_refs(struct planning *p)
{
	size_t count = p->shops_len;

	for (size_t i = 0; i < p->shops_len; i++)
		count += p->shops[i].merchant->twins_len;
	p->refs = arena_array(p->arena, count, sizeof *p->refs);
	for (size_t i = 0; i < p->shops_len; i++) {
		const struct survey_merchant *merchant = p->shops[i].merchant;

		p->refs[p->refs_len++] = (struct shop_ref){ merchant->ref, &p->shops[i] };
		for (size_t t = 0; t < merchant->twins_len; t++)
			p->refs[p->refs_len++] =
				(struct shop_ref){ merchant->twins[t], &p->shops[i] };
	}
	if (p->refs_len > 1)
		qsort(p->refs, p->refs_len, sizeof *p->refs, by_ref);
}

struct shop *
intake_shop(const struct planning *p, struct str ref)
{
	struct shop_ref key = { .ref = ref };
	const struct shop_ref *found = NULL;

	if (p->refs_len && ref.len)
		found = bsearch(&key, p->refs, p->refs_len, sizeof *p->refs, by_ref);
	return found ? found->shop : NULL;
}

static void
match_objects(struct planning *p)
{
	for (size_t i = 0; i < p->cards_len; i++) {
		struct shop *shop = intake_shop(p, p->cards[i].card->osm);

		if (shop && !shop->card)
			claim(shop, &p->cards[i]);
	}
}

/* ---- by the last import ---- */

static struct known_card *
card_at(const struct planning *p, struct str path)
{
	for (size_t i = 0; i < p->cards_len; i++)
		if (str_eq(p->cards[i].card->card.path, path))
			return &p->cards[i];
	return NULL;
}

/* A card that has lost its `osm:` by hand, or never had it, is found by the ledger. */
static void
match_ledger(struct planning *p)
{
	const struct ledger *ledger = p->from->ledger;

	for (size_t i = 0; i < ledger->len; i++) {
		const struct ledger_line *line = &ledger->items[i];
		struct shop *shop;
		struct known_card *card;

		if (i > 0 && str_eq(line->ref, line[-1].ref) && str_eq(line->path, line[-1].path))
			continue;
		shop = intake_shop(p, line->ref);
		if (!shop)
			continue;
		shop->remembered = true;
		card = shop->card ? NULL : card_at(p, line->path);
		if (card && !card->shop && card->card->osm.len == 0)
			claim(shop, card);
	}
}

/* ---- by name and place ---- */

struct known_name {
	struct str name; /* folded */
	struct known_card *card;
};

struct names {
	struct known_name *items;
	size_t len;
};

static int
by_name(const void *left, const void *right)
{
	const struct known_name *a = left, *b = right;
	int order = str_cmp(a->name, b->name);

	return order ? order : str_cmp(a->card->card->card.path, b->card->card->card.path);
}

/* Cards that nobody has claimed, by each of their names. One with the object of another shop is not free. */
static void
gather_names(struct names *names, struct planning *p)
{
	for (size_t i = 0; i < p->cards_len; i++)
		for (int lang = 0; lang < LANG_COUNT && !p->cards[i].shop; lang++) {
			struct str name = p->cards[i].card->name.in[lang];

			if (name.len == 0)
				continue;
			names->items = arena_push(p->arena, names->items, &names->len,
			                          sizeof *names->items);
			names->items[names->len - 1] =
				(struct known_name){ utf8_fold(p->arena, name), &p->cards[i] };
		}
	if (names->len > 1)
		qsort(names->items, names->len, sizeof *names->items, by_name);
}

static const struct known_name *
first_name(const struct names *names, struct str name)
{
	size_t from = 0, to = names->len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(names->items[middle].name, name) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < names->len && str_eq(names->items[from].name, name) ? &names->items[from]
	                                                                  : NULL;
}

static int
likeness(struct planning *p, const struct known_card *card, const struct survey_merchant *shop)
{
	struct street_line line = street_split(survey_get(shop, "address.street"));
	struct str street = street_key(p->scratch, line.name, p->from->cards->config.country, NULL);
	struct str number = utf8_fold(p->scratch, line.number);
	double metres = survey_metres(card->at, shop->at);

	if (street.len > 0 && card->street.len > 0 && str_eq(street, card->street)) {
		if (str_eq(number, card->number))
			return SAME_ADDRESS;
		if (number.len == 0 || card->number.len == 0)
			return NEAR;
	}
	if (metres <= SAME_PLACE)
		return NEAR;
	/* Nothing tells where one of them is: then only the name speaks. */
	return metres == HUGE_VAL && (street.len == 0 || card->street.len == 0) ? ONLY_ONE : UNLIKE;
}

static size_t
count_shops(const struct planning *p, const struct str *folded, struct str name)
{
	size_t count = 0;

	for (size_t i = 0; i < p->shops_len; i++)
		count += str_eq(folded[i], name);
	return count;
}

static bool
is_only_one(const struct planning *p, const struct names *names, const struct str *folded,
            const struct known_name *name)
{
	const struct known_name *end = names->items + names->len;

	if (name + 1 < end && str_eq(name[1].name, name->name) && name[1].card != name->card)
		return false;
	if (name > names->items && str_eq(name[-1].name, name->name) && name[-1].card != name->card)
		return false;
	return count_shops(p, folded, name->name) == 1;
}

static void
match_name(struct planning *p, const struct names *names, const struct str *folded, size_t index,
           int wanted)
{
	struct shop *shop = &p->shops[index];
	const struct known_name *name = first_name(names, folded[index]);
	const struct known_name *end = names->items + names->len;

	for (; name && name < end && str_eq(name->name, folded[index]); name++) {
		if (name->card->shop || likeness(p, name->card, shop->merchant) != wanted)
			continue;
		if (wanted == ONLY_ONE && !is_only_one(p, names, folded, name))
			continue;
		claim(shop, name->card);
		return;
	}
}

/* The surest first, so that of two branches each finds its own card. */
static void
match_names(struct planning *p)
{
	struct names names = { 0 };
	struct str *folded = arena_array(p->arena, p->shops_len, sizeof *folded);

	gather_names(&names, p);
	for (size_t i = 0; i < p->shops_len; i++)
		folded[i] = utf8_fold(p->arena, p->shops[i].merchant->name);
	for (int wanted = SAME_ADDRESS; wanted > UNLIKE; wanted--)
		for (size_t i = 0; i < p->shops_len; i++) {
			if (!p->shops[i].card)
				match_name(p, &names, folded, i, wanted);
			arena_reset(p->scratch);
		}
}

/* ---- places ---- */

/* A museum may be a place of the guide rather than one of its merchants. */
static bool
is_place(struct planning *p, const struct shop *shop, const struct place *place)
{
	struct location at = place->location;
	struct str name = utf8_fold(p->scratch, shop->merchant->name);

	if (intake_is(shop->merchant, place->osm))
		return true;
	if (!at.set && place->osm.len > 0)
		at = extract_place(p->from->extract, place->osm);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (place->name.in[lang].len > 0 &&
		    str_eq(utf8_fold(p->scratch, place->name.in[lang]), name))
			return survey_metres(at, shop->merchant->at) <= SAME_PLACE;
	return false;
}

static void
match_places(struct planning *p)
{
	const struct cards *cards = p->from->cards;

	for (size_t i = 0; i < p->shops_len; i++) {
		struct shop *shop = &p->shops[i];

		for (size_t k = 0; k < cards->places_len && !shop->card && !shop->place.len; k++)
			if (is_place(p, shop, &cards->places[k]))
				shop->place = cards->places[k].card.path;
		arena_reset(p->scratch);
	}
}

/* ---- the cards ---- */

static void
know_cards(struct planning *p)
{
	const struct cards *cards = p->from->cards;
	const struct config *config = &cards->config;

	p->cards = arena_array(p->arena, cards->merchants_len, sizeof *p->cards);
	p->cards_len = cards->merchants_len;
	for (size_t i = 0; i < cards->merchants_len; i++) {
		const struct merchant *card = &cards->merchants[i];
		struct str street = text_in(&card->address.street, config->languages[0],
		                            config->languages, config->languages_len, NULL);
		struct street_line line = street_split(street);

		p->cards[i] = (struct known_card){
			.card = card,
			.at = card->location,
			.street = street_key(p->arena, line.name, config->country, NULL),
			.number = utf8_fold(p->arena, line.number),
		};
		if (!card->location.set && card->osm.len > 0)
			p->cards[i].at = extract_place(p->from->extract, card->osm);
	}
}

void
intake_match(struct planning *p)
{
	know_cards(p);
	gather_refs(p);
	match_objects(p);
	match_ledger(p);
	match_names(p);
	match_places(p);
}
