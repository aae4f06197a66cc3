#include "guide/openings.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/table.h"
#include "card/holidays.h"
#include "guide/clock.h"
#include "guide/guide.h"
#include "guide/openings_days.h"

#include <math.h>

/* Days around the window for which holidays are asked: rules may speak of days after or before one. */
enum { AROUND = 60 };

struct making {
	struct guide *guide;
	struct hours_place place, sunless;
	int from; /* day number 0 */
	const struct holiday *holidays[OPENINGS_ALL];
	bool is_holiday[OPENINGS_ALL];
	bool aside[OPENINGS_ALL]; /* a holiday, or beside one: a night may be shorter then */
	struct table by_text;     /* → struct openings */
	struct arena *scratch;
	struct buf line;
};

/* --- what rules say ---------------------------------------------------------------------------------- */

static bool
by_the_sun(const struct hours *hours)
{
	for (size_t r = 0; r < hours->rules.len; r++) {
		const struct hours_rule *rule = &hours->rules.items[r];

		for (size_t t = 0; t < rule->times_len; t++)
			if (rule->times[t].from.event || rule->times[t].to.event)
				return true;
	}
	return false;
}

/* Whether a rule speaks of every week of every year. */
static bool
is_plain(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->weekdays_len; i++)
		if (rule->weekdays[i].nth || rule->weekdays[i].nth_last)
			return false;
	for (size_t i = 0; i < rule->holidays_len; i++)
		if (rule->holidays[i].school || rule->holidays_narrow)
			return false;
	return rule->years_len == 0 && rule->dates_len == 0 && rule->weeks_len == 0;
}

/* The hours without the rules that speak of some time of the year; none are left where all do. */
static struct hours
plain_hours(const struct hours *hours, struct arena *scratch)
{
	struct hours plain = *hours;

	plain.rules.items = arena_array(scratch, hours->rules.len, sizeof *plain.rules.items);
	plain.rules.len = 0;
	for (size_t i = 0; i < hours->rules.len; i++)
		if (is_plain(&hours->rules.items[i]))
			plain.rules.items[plain.rules.len++] = hours->rules.items[i];
	return plain;
}

/* The same every week, but for public holidays. */
static bool
is_steady(const struct hours *hours)
{
	for (size_t r = 0; r < hours->rules.len; r++)
		for (size_t i = 0; i < hours->rules.items[r].holidays_len; i++)
			if (hours->rules.items[r].holidays[i].school)
				return false;
	return hours_are_weekly(hours);
}

static bool
out_of_season(const struct making *making, const struct hours *hours,
              const struct openings_days *shape, const struct openings_usual *usual)
{
	static const bool no_holiday[OPENINGS_ALL];
	struct hours plain = plain_hours(hours, making->scratch);
	struct hours_place place = making->sunless;
	struct openings_usual as_always;
	struct openings_days days;

	if (plain.rules.len == 0 || plain.rules.len == hours->rules.len)
		return false;
	place.holidays = NULL;
	openings_days_repeat(&days, &plain, &place, making->from, no_holiday, making->scratch);
	openings_days_usual(&as_always, &days, no_holiday, true);
	for (int i = 0; i < 7; i++) {
		struct openings_day always = days.kinds[as_always.week[i]];

		if (always.len > 0 && !openings_same(always, shape->kinds[usual->week[i]]))
			return true;
	}
	return false;
}

/* --- openings of rules alone ------------------------------------------------------------------------- */

static void
keep_days(struct openings *out, struct arena *arena, const struct openings_days *days, int from)
{
	struct openings_day *kinds =
		arena_copy(arena, days->kinds, days->kinds_len * sizeof *kinds);

	for (size_t i = 0; i < days->kinds_len; i++)
		kinds[i].items =
			arena_copy(arena, kinds[i].items, kinds[i].len * sizeof *kinds[i].items);
	out->kinds = kinds;
	out->from = from;
	for (int i = 0; i < OPENINGS_ALL; i++)
		out->kind[i] = days->kind[i];
}

/* Hours of the first day from `first` on that has the shape that is usual: with the sun of these days. */
static struct openings_day
hours_of(const struct openings *openings, const struct openings_days *shape, uint8_t kind,
         int first)
{
	for (int i = first; i < OPENINGS_ALL; i++)
		if (shape->kind[i] == kind)
			return openings->kinds[openings->kind[i]];
	return openings->kinds[0];
}

static void
keep_weeks(struct openings *out, const struct openings_days *shape,
           const struct openings_usual *usual)
{
	bool changes = usual->later_from < OPENINGS_ALL;

	for (int i = 0; i < 7; i++) {
		out->week[i] = hours_of(out, shape, usual->week[i], OPENINGS_BEFORE);
		if (changes)
			out->later_week[i] =
				hours_of(out, shape, usual->later[i], usual->later_from);
	}
	out->later_from = changes ? out->from + usual->later_from : DATE_NONE;
}

static void
keep_exceptions(struct openings *out, const struct making *making,
                const struct openings_days *shape, const struct openings_usual *usual)
{
	struct openings_exception list[OPENINGS_ALL];
	size_t len = 0;

	for (int i = OPENINGS_BEFORE; i < OPENINGS_ALL; i++)
		if (shape->kind[i] != openings_usual_on(usual, i))
			list[len++] = (struct openings_exception){
				.day = making->from + i,
				.hours = out->kinds[out->kind[i]],
				.holiday = making->holidays[i],
			};
	out->exceptions = arena_copy(making->guide->arena, list, len * sizeof *list);
	out->exceptions_len = len;
}

static void
keep_compact(struct openings *out, struct making *making)
{
	openings_days_write(&making->line, out->kind, out->kinds, out->from);
	out->compact = arena_str(making->guide->arena, buf_str(&making->line));
}

static const struct openings *
make(struct making *making, const struct hours *hours)
{
	struct openings *out = arena_alloc(making->guide->arena, sizeof *out);
	struct openings_days days, mean, *shape = &days;
	struct openings_usual usual;

	bool steady = is_steady(hours);

	if (steady)
		openings_days_repeat(&days, hours, &making->place, making->from, making->is_holiday,
		                     making->scratch);
	else
		openings_days_read(&days, hours, &making->place, making->from, making->scratch);
	out->weekly = hours_are_weekly(hours);
	out->sun = by_the_sun(hours);
	if (out->sun) {
		openings_days_read(&mean, hours, &making->sunless, making->from, making->scratch);
		shape = &mean;
	}
	openings_days_usual(&usual, shape, making->aside, steady);
	keep_days(out, making->guide->arena, &days, making->from);
	keep_weeks(out, shape, &usual);
	keep_exceptions(out, making, shape, &usual);
	keep_compact(out, making);
	if (!out->weekly)
		out->out_of_season = out_of_season(making, hours, shape, &usual);
	return out;
}

/* Whole streets keep the same hours. */
static const struct openings *
shared(struct making *making, const struct hours *hours)
{
	const struct openings *found = table_get(&making->by_text, hours->text);

	if (!found) {
		found = make(making, hours);
		table_put(&making->by_text, making->guide->arena, hours->text, (void *)found);
		arena_reset(making->scratch);
	}
	return found;
}

/* --- closures ------------------------------------------------------------------------------------------ */

static const struct closure *
closure_on(const struct merchant *card, int day)
{
	for (size_t i = 0; i < card->closures_len; i++) {
		const struct closure *closure = &card->closures[i];

		if (closure->from <= day && (closure->until == DATE_NONE || day <= closure->until))
			return closure;
	}
	return NULL;
}

/* Nothing begins on a closed day; a night that began before goes on. */
static const struct openings *
with_closures(struct making *making, const struct openings *base, const struct merchant *card)
{
	const struct openings_exception *as_before = base->exceptions;
	const struct openings_exception *end = as_before + base->exceptions_len;
	struct openings_exception list[OPENINGS_ALL];
	struct openings *out = NULL;
	size_t len = 0;

	for (int i = 0; i < OPENINGS_ALL; i++) {
		int day = making->from + i;
		const struct closure *closure = closure_on(card, day);
		bool listed = as_before < end && as_before->day == day;

		if (closure && !out)
			out = arena_copy(making->guide->arena, base, sizeof *base);
		if (closure)
			out->kind[i] = 0;
		if (closure && i >= OPENINGS_BEFORE) {
			list[len++] = (struct openings_exception){ .day = day,
				                                   .holiday = making->holidays[i],
				                                   .closure = closure };
		} else if (listed) {
			list[len++] = *as_before;
		}
		as_before += listed;
	}
	if (!out)
		return base;
	out->exceptions = arena_copy(making->guide->arena, list, len * sizeof *list);
	out->exceptions_len = len;
	keep_compact(out, making);
	return out;
}

/* --- the guide ----------------------------------------------------------------------------------------- */

/* The middle of the neighbourhood, for the sun. */
static void
find_place(struct making *making)
{
	const struct guide *guide = making->guide;
	const struct config *config = guide->config;
	double latitude = 0, longitude = 0, count = 0;

	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct location *at = &guide->merchants[i]->location;

		if (at->set) {
			latitude += at->latitude;
			longitude += at->longitude;
			count++;
		}
	}
	making->sunless = (struct hours_place){
		.holidays = guide->holidays, .zone = guide->zone, .latitude = NAN, .longitude = NAN
	};
	making->place = making->sunless;
	if (config->has_bounds) {
		making->place.latitude = (config->bounds[0] + config->bounds[2]) / 2;
		making->place.longitude = (config->bounds[1] + config->bounds[3]) / 2;
	} else if (count > 0) {
		making->place.latitude = latitude / count;
		making->place.longitude = longitude / count;
	}
}

static void
find_window(struct making *making)
{
	struct guide *guide = making->guide;
	int monday = guide->now.day - date_weekday(guide->now.day);

	guide->openings_from = monday;
	guide->holidays = arena_alloc(guide->arena, sizeof *guide->holidays);
	holidays_make(guide->holidays, guide->arena, guide->config,
	              date_to_civil(monday - AROUND).year,
	              date_to_civil(monday + OPENINGS_DAYS + AROUND).year);
	making->from = monday - OPENINGS_BEFORE;
	for (int i = 0; i < OPENINGS_ALL; i++) {
		making->holidays[i] = holidays_public(guide->holidays, making->from + i);
		making->is_holiday[i] = making->holidays[i] != NULL;
	}
	for (int i = 0; i < OPENINGS_ALL; i++)
		making->aside[i] = making->is_holiday[i] || (i > 0 && making->is_holiday[i - 1]) ||
		                   (i + 1 < OPENINGS_ALL && making->is_holiday[i + 1]);
}

/* Exceptions are shown until they are over; closures have their own moments. */
static void
note_change(struct guide *guide, const struct openings *openings)
{
	for (size_t i = 0; i < openings->exceptions_len; i++) {
		const struct openings_exception *exception = &openings->exceptions[i];

		if (exception->day >= guide->now.day && !exception->closure) {
			clock_midnight(guide, exception->day + 1);
			return;
		}
	}
}

void
openings_make(struct guide *guide)
{
	struct making making = { .guide = guide, .scratch = arena_new() };

	find_window(&making);
	find_place(&making);
	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct guide_merchant *merchant = guide->merchants[i];
		const struct merchant *card = merchant->card;

		merchant->door = merchant->openings = NULL;
		if (card->hours.state != HOURS_KNOWN)
			continue;
		merchant->door = with_closures(&making, shared(&making, &card->hours), card);
		merchant->openings = card->status == STATUS_OPEN ? merchant->door : NULL;
		clock_midnight(guide, guide->openings_from + 7);
		if (merchant->openings)
			note_change(guide, merchant->openings);
	}
	buf_release(&making.line);
	arena_free(making.scratch);
}

struct openings_day
openings_on(const struct openings *openings, int day)
{
	int64_t number = (int64_t)day - openings->from;

	if (number < 0 || number >= OPENINGS_ALL)
		return (struct openings_day){ 0 };
	return openings->kinds[openings->kind[number]];
}

enum hours_meaning
openings_at(const struct openings *openings, int64_t minute)
{
	int day = (int)(minute / DAY_MINUTES - (minute % DAY_MINUTES < 0));
	int of_day = (int)(minute - (int64_t)day * DAY_MINUTES);

	/* The night before goes on after midnight. */
	for (int back = 0; back <= 1; back++) {
		struct openings_day hours = openings_on(openings, day - back);
		int at = of_day + back * DAY_MINUTES;

		for (size_t i = 0; i < hours.len; i++)
			if (hours.items[i].open <= at && at < hours.items[i].close)
				return hours.items[i].unsure ? MEANING_UNSURE : MEANING_OPEN;
	}
	return MEANING_CLOSED;
}
