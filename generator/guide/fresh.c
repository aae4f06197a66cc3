#include "guide/fresh.h"

#include "base/arena.h"
#include "guide/clock.h"
#include "guide/guide.h"
#include "guide/order.h"
#include "source/history.h"

#include <stdlib.h>

void
fresh_date(struct guide *guide)
{
	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct history_file *file =
			guide->history
				? history_find(guide->history, guide->merchants[i]->card->card.path)
				: NULL;

		guide->merchants[i]->created = file ? file->created : HISTORY_UNKNOWN;
	}
}

static int
by_time(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The day on which two thirds of the merchants were there; DATE_NONE: not known. */
static int
standing_day(const struct guide *guide, struct arena *scratch)
{
	size_t len = guide->merchants_len;
	int64_t *times = arena_array(scratch, len, sizeof *times), stood;

	if (len == 0)
		return DATE_NONE;
	for (size_t i = 0; i < len; i++)
		times[i] = guide->merchants[i]->created;
	qsort(times, len, sizeof *times, by_time); /* HISTORY_UNKNOWN comes first */
	stood = times[len - len / 3 - 1];
	return stood == HISTORY_UNKNOWN ? DATE_NONE : clock_day(guide, stood);
}

/* Whether it is new by the clock; when that changes is remembered. */
static bool
is_due(struct guide *guide, int day)
{
	clock_midnight(guide, day - 1);
	clock_midnight(guide, day + FRESH_DAYS);
	return day - 1 <= guide->now.day && guide->now.day < day + FRESH_DAYS;
}

static struct order_by
newest_first(const void *item, const void *guide)
{
	const struct guide_merchant *merchant = item;
	const struct config *config = ((const struct guide *)guide)->config;

	return (struct order_by){
		-merchant->created,
		guide_text(config, &merchant->card->name, config->languages[0], NULL),
		merchant->card->card.slug,
	};
}

void
fresh_choose(struct guide *guide)
{
	struct arena *scratch = arena_new();
	int stood = standing_day(guide, scratch);

	guide->fresh_len = 0;
	guide->fresh = arena_array(guide->arena, guide->merchants_len, sizeof *guide->fresh);
	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct guide_merchant *merchant = guide->merchants[i];
		bool known = stood != DATE_NONE && merchant->created != HISTORY_UNKNOWN;
		int day = known ? clock_day(guide, merchant->created) : 0;

		merchant->fresh = known && day > stood + FRESH_APART && is_due(guide, day);
		if (merchant->fresh)
			guide->fresh[guide->fresh_len++] = merchant;
	}
	order_sort(scratch, guide->fresh, guide->fresh_len, newest_first, guide);
	arena_free(scratch);
}
