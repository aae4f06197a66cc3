#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/holidays.h"
#include "guide/clock.h"
#include "guide/openings.h"
#include "theme/door.h"
#include "theme/format.h"

enum { FEW_DAYS = 3, BRIDGE_DAYS = 3 };

/* Consecutive days that are said together. */
struct run {
	const struct openings_exception *first, *last;
	const struct holiday *holiday;
};

/* Closures have notices of their own. */
static bool
is_shown(const struct maker *maker, const struct openings_exception *exception)
{
	const struct guide *guide = maker->guide;

	return exception->day >= guide->now.day && !exception->closure &&
	       exception->day < guide->openings_from + OPENINGS_SHOWN;
}

/* Whether all days between are closed, as they usually are: "du 24 décembre au 3 janvier". */
static bool
closed_between(const struct openings *openings, int from, int until)
{
	for (int day = from + 1; day < until; day++)
		if (openings_on(openings, day).len > 0)
			return false;
	return true;
}

static bool
joins(const struct openings *openings, const struct openings_exception *last,
      const struct openings_exception *next)
{
	if (next->closure || !openings_same(last->hours, next->hours))
		return false;
	return next->day == last->day + 1 ||
	       (last->hours.len == 0 && next->day - last->day <= BRIDGE_DAYS &&
	        closed_between(openings, last->day, next->day));
}

/* When a run is over, and how it is said; what reaches the window's end has none that is known. */
static void
run_days(struct fields *f, const struct maker *maker, const struct run *run)
{
	int from = run->first->day, until = run->last->day;
	int64_t end = clock_utc(maker->guide, ((int64_t)until + 1) * DAY_MINUTES);

	fields_text(f, "date", format_iso_day(maker->arena, from));
	if (until > from && until + BRIDGE_DAYS >= maker->guide->openings_from + OPENINGS_DAYS) {
		fields_text(f, "day", format_near_from(maker->arena, maker->lang, from));
		return;
	}
	if (until > from)
		fields_text(f, "until", format_iso_day(maker->arena, until));
	fields_text(f, "day",
	            until > from ? format_near_days(maker->arena, maker->lang, from, until)
	                         : format_near_day(maker->arena, maker->lang, from));
	fields_text(f, "ends",
	            format_iso_instant(maker->arena, end, clock_offset(maker->guide, end)));
}

static const struct value *
make_exception(const struct maker *maker, const struct door *words, const struct run *run)
{
	struct buf text = { 0 };
	struct fields f;

	fields_start(&f, maker->arena);
	run_days(&f, maker, run);
	if (run->holiday)
		fields_local(&f, maker, "name", "name_lang", &run->holiday->name);
	door_add_day(&text, words, run->first->hours);
	fields_text(&f, "text", arena_str(maker->arena, buf_str(&text)));
	buf_release(&text);
	fields_bool(&f, "closed", run->first->hours.len == 0);
	return fields_map(&f);
}

/* All who close on a holiday share what is said of it. */
static const struct value *
exception_value(const struct maker *maker, const struct door *words, const struct run *run)
{
	struct table *seen = &maker->worker->closed[maker->lang];
	struct {
		const struct holiday *holiday;
		int from, until;
	} same = { run->holiday, run->first->day, run->last->day };
	struct str key = { (const char *)&same, sizeof same };
	const struct value *value;

	if (run->first->hours.len > 0)
		return make_exception(maker, words, run);
	value = table_get(seen, key);
	if (!value) {
		value = make_exception(maker, words, run);
		table_put(seen, maker->arena, arena_str(maker->arena, key), (void *)value);
	}
	return value;
}

/* A few days are said by their holidays; a holiday in the middle of weeks is of no importance. */
static size_t
add_runs(const struct maker *maker, const struct door *words, const struct openings_exception *list,
         size_t len, const struct value **items)
{
	struct run run = { 0 };
	size_t made = 0;

	for (size_t i = 0; i < len; i++) {
		const struct holiday *holiday = len <= FEW_DAYS ? list[i].holiday : NULL;

		if (run.first && run.holiday && holiday && run.holiday != holiday) {
			items[made++] = exception_value(maker, words, &run);
			run.first = NULL;
		}
		if (!run.first)
			run = (struct run){ .first = &list[i] };
		run.last = &list[i];
		run.holiday = holiday ? holiday : run.holiday;
	}
	items[made++] = exception_value(maker, words, &run);
	return made;
}

const struct value *
view_exceptions(const struct maker *maker, const struct openings *openings,
                const struct door *words)
{
	const struct openings_exception *list = openings->exceptions;
	const struct value *items[OPENINGS_SHOWN + FEW_DAYS];
	size_t made = 0;

	for (size_t i = 0, len; i < openings->exceptions_len; i += len) {
		len = 1;
		if (!is_shown(maker, &list[i]))
			continue;
		while (i + len < openings->exceptions_len &&
		       joins(openings, &list[i + len - 1], &list[i + len]))
			len++;
		made += add_runs(maker, words, &list[i], len, &items[made]);
	}
	return list_of(maker->arena, items, made);
}

bool
view_has_exceptions(const struct maker *maker, const struct guide_merchant *merchant)
{
	for (size_t i = 0; merchant->openings && i < merchant->openings->exceptions_len; i++)
		if (is_shown(maker, &merchant->openings->exceptions[i]))
			return true;
	return false;
}
