#include "emit/venue.h"

#include "base/arena.h"
#include "guide/guide.h"

/* `a`, `separator`, `b`; of what is empty nothing. */
static struct str
join(struct arena *arena, struct str a, const char *separator, struct str b)
{
	if (a.len == 0 || b.len == 0)
		return a.len ? a : b;
	return arena_printf(arena, "%.*s%s%.*s", STR_ARG(a), separator, STR_ARG(b));
}

static struct str
address_line(struct arena *arena, struct str street, struct str postcode, struct str city)
{
	return join(arena, street, ", ", join(arena, postcode, " ", city));
}

struct str
venue_line(struct arena *arena, const struct run *run, enum lang lang,
           const struct address *address)
{
	return address_line(arena, run_text(run, lang, &address->street), address->postcode,
	                    run_text(run, lang, &address->city));
}

static bool
is_given(const struct address *address)
{
	return !text_is_empty(&address->street);
}

/* The neighbourhood itself, for an event that names no place. */
static struct str
anywhere(struct arena *arena, const struct run *run, enum lang lang, struct str name)
{
	const struct config *config = run->guide->config;
	struct str none = { 0 };

	return join(arena, name, ", ",
	            address_line(arena, none, config->place_postcode,
	                         run_text(run, lang, &config->place_city)));
}

struct venue
venue_of(struct arena *arena, const struct run *run, enum lang lang,
         const struct guide_event *event)
{
	struct venue venue = { 0 };

	if (event->place) {
		const struct place *place = event->place->card;

		venue.name = run_text(run, lang, &place->name);
		venue.address = is_given(&place->address) ? &place->address : NULL;
		venue.location = event->place->location;
	} else if (is_given(&event->card->address)) {
		venue.address = &event->card->address;
		venue.location = event->location;
	} else if (event->merchants_len > 0) {
		const struct merchant *card = event->merchants[0]->card;

		venue.merchant = event->merchants[0];
		venue.name = run_text(run, lang, &card->name);
		venue.address = is_given(&card->address) ? &card->address : NULL;
		venue.location = event->merchants[0]->location;
	} else {
		venue.name = run_text(run, lang, &run->guide->config->name);
	}
	if (venue.address)
		venue.line =
			join(arena, venue.name, ", ", venue_line(arena, run, lang, venue.address));
	else
		venue.line = anywhere(arena, run, lang, venue.name);
	return venue;
}
