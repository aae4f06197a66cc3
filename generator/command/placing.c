#include "command/placing.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "card/fix_location.h"
#include "command/maps.h"
#include "guide/locate.h"
#include "source/source.h"

struct placing {
	struct cards *cards;
	const struct source *source;
	struct arena *arena;
	struct diag *quiet;
	bool opened; /* the map was looked for */
	struct extract extract;
	struct addresses *addresses; /* NULL: there is no map */
};

/* The map is read for the first card that needs it: most content has none. */
static bool
open_map(struct placing *placing)
{
	const struct config *config = &placing->cards->config;
	const struct source_entry *entry = maps_find(placing->source, config);
	uint64_t most = config->limits.extract_bytes;
	struct buf bytes = { .max = most < SIZE_MAX ? (size_t)most : SIZE_MAX };

	if (placing->opened)
		return placing->addresses != NULL;
	placing->opened = true;
	if (entry && entry->kind == SOURCE_FILE &&
	    source_read(placing->source, entry, &bytes, placing->quiet) == 0 &&
	    extract_read(&placing->extract, buf_str(&bytes), entry->path.ptr, most,
	                 placing->quiet) == 0)
		placing->addresses = addresses_new(&placing->extract, config->country);
	buf_release(&bytes);
	return placing->addresses != NULL;
}

static void
close_map(struct placing *placing)
{
	if (!placing->addresses)
		return;
	addresses_free(placing->addresses);
	extract_free(&placing->extract);
}

static void
write_down(struct placing *placing, const struct card *card, struct location at)
{
	const struct limits *limits = &placing->cards->config.limits;
	const char *file = arena_cstr(placing->arena, card->path);
	struct buf bytes = { .max = limits->text_bytes };
	struct fix fix;

	if (source_read_path(placing->source, file, &bytes, placing->quiet) == 0 && !bytes.full &&
	    fix_location(&fix, placing->arena, buf_str(&bytes), file, at, limits))
		fix_add(&placing->cards->fixes, placing->arena, &fix);
	buf_release(&bytes);
}

static void
place(struct placing *placing, const struct card *card, const struct address *address,
      struct str osm, struct location location)
{
	struct address_query query = locate_query(&placing->cards->config, address);
	struct address_result result;

	if (location.set || osm.len > 0 || query.street.len == 0 || !open_map(placing))
		return;
	result = addresses_find(placing->addresses, placing->arena, &query);
	if (result.found == ADDRESS_HOUSE)
		write_down(placing, card, result.at);
}

void
placing_find(struct cards *cards, const struct source *source, struct arena *arena)
{
	struct placing placing = {
		.cards = cards, .source = source, .arena = arena, .quiet = diag_new()
	};

	for (size_t i = 0; i < cards->merchants_len; i++) {
		const struct merchant *card = &cards->merchants[i];

		place(&placing, &card->card, &card->address, card->osm, card->location);
	}
	for (size_t i = 0; i < cards->places_len; i++) {
		const struct place *card = &cards->places[i];

		place(&placing, &card->card, &card->address, card->osm, card->location);
	}
	fix_sort(&cards->fixes);
	close_map(&placing);
	diag_free(placing.quiet);
}
