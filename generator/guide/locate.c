#include "guide/locate.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/street.h"
#include "guide/guide.h"
#include "guide/link.h"
#include "map/map.h"

/* What a card says of where it is. */
struct claim {
	struct location location;
	const struct address *address;
	struct str osm;
	const struct card *card;
	bool street_suffices; /* a market fills a whole square */
};

static void
hint(const struct linking *linking, const struct address_result *result)
{
	struct buf list = { 0 };

	for (size_t i = 0; i < result->hints_len; i++) {
		buf_adds(&list, i > 0 ? ", " : "");
		buf_add(&list, result->hints[i]);
	}
	if (list.len > 0)
		diag_hint(linking->diag,
		          _("the map has: %s; or say where it is: location: [latitude, longitude]"),
		          list.ptr);
	else
		diag_hint(linking->diag, _("say where it is: location: [latitude, longitude]"));
	buf_release(&list);
}

static void
report(const struct linking *linking, const struct claim *claim, struct str street,
       const struct address_result *result)
{
	static const char *const texts[] = {
		[ADDRESS_NONE] =
			N_("address: the map has no \"%.*s\"; it is listed, but not on the map"),
		[ADDRESS_AMBIGUOUS] =
			N_("address: the map has \"%.*s\" in several towns, and nothing says in "
		           "which; it is listed, but not on the map"),
		[ADDRESS_STREET] = N_(
			"address: of \"%.*s\" the map has the street, not the house; it is shown "
			"in the middle of the street"),
	};

	diag_warning(linking->diag, claim->address->at.line ? claim->address->at : claim->card->at,
	             "address", _(texts[result->found]), STR_ARG(street));
	hint(linking, result);
}

/* The text that the map is likeliest to know: the main language's. */
static struct str
main_text(const struct config *config, const struct text *text)
{
	return guide_text(config, text, config->languages[0], NULL);
}

struct address_query
locate_query(const struct config *config, const struct address *address)
{
	struct address_query query = {
		.street = main_text(config, &address->street),
		.postcode = address->postcode,
		.city = main_text(config, &address->city),
		.country = config->country,
	};

	if (query.city.len == 0 && query.postcode.len == 0) {
		query.city = main_text(config, &config->place_city);
		query.postcode = config->place_postcode;
	}
	return query;
}

static struct location
by_address(const struct linking *linking, const struct claim *claim)
{
	const struct guide *guide = linking->guide;
	struct address_query query = locate_query(guide->config, claim->address);
	struct address_result result;

	if (query.street.len == 0)
		return (struct location){ 0 };
	result = addresses_find(guide->map->addresses, linking->scratch, &query);
	if (result.found == ADDRESS_STREET && claim->street_suffices &&
	    street_split(query.street).number.len == 0)
		return result.at;
	if (result.found < ADDRESS_INTERPOLATED)
		report(linking, claim, query.street, &result);
	return result.at;
}

static struct location
locate(const struct linking *linking, const struct claim *claim)
{
	const struct map *map = linking->guide->map;
	struct location at = claim->location;

	if (at.set || !map)
		return at;
	if (claim->osm.len > 0)
		at = extract_place(&map->extract, claim->osm);
	return at.set ? at : by_address(linking, claim);
}

void
locate_all(struct linking *linking)
{
	struct guide *guide = linking->guide;

	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct merchant *card = guide->merchants[i]->card;

		guide->merchants[i]->location =
			locate(linking, &(struct claim){ card->location, &card->address, card->osm,
		                                         &card->card, false });
	}
	for (size_t i = 0; i < guide->places_len; i++) {
		const struct place *card = guide->places[i]->card;

		guide->places[i]->location =
			locate(linking, &(struct claim){ card->location, &card->address, card->osm,
		                                         &card->card, false });
	}
}

void
locate_events(struct linking *linking)
{
	struct guide *guide = linking->guide;

	for (size_t i = 0; i < guide->events_len && guide->map; i++) {
		const struct event *card = guide->events[i]->card;

		if (!guide->events[i]->place)
			guide->events[i]->location =
				by_address(linking, &(struct claim){ .address = &card->address,
			                                             .card = &card->card,
			                                             .street_suffices = true });
	}
}
