#include "card/hours_eval.h"

#include "base/arena.h"
#include "base/date.h"
#include "card/hours_days.h"
#include "card/hours_timeline.h"
#include "card/hours_times.h"

#include <string.h>

/*
 * A day is painted by the rules that speak on it, in the order written (the specification's
 * "explain:time_domain" and "explain:rule_modifier", wiki.openstreetmap.org/wiki/
 * Key:opening_hours/specification). Where it is silent we do as opening_hours.js 3.15, by which
 * OpenStreetMap's editors show people what they write:
 *
 * - A normal rule (";") that is not "off" wipes the day before it paints. A rule for every day
 *   wipes only what another such rule before it said, and adds to one that names days.
 * - "off" wipes its times alone.
 * - A day is one of the calendar. What reaches past midnight is painted on the next day at its
 *   rule's place among that day's: a later rule for that day wipes it, and a rule that replaced
 *   the evening did not.
 * - A fallback ("||"), and every "," behind one, paints what is closed for whatever reason.
 */

/* A chunk is the days of the bits but for the first, which is there for its night. */
enum { CHUNK = HOURS_DAYS - 1, FIRST_DAY = -719162, LAST_DAY = 2932896 };

enum { YESTERDAY, TODAY };

struct plan {
	const struct hours_rule *rule;
	uint16_t index;
	bool fallback;
	bool wipes; /* what earlier rules said of its days */
	bool varies, past_midnight, open_ends;
	uint64_t on, perhaps;               /* days of the chunk */
	struct hours_stretch *stretches[2]; /* of the two days; the same where they do not vary */
	size_t len;
};

struct evaluation {
	struct plan *plans;
	size_t len;
	const struct hours_place *place;
	int64_t from, to;
	struct hours_intervals *out;
	struct arena *arena;
	struct hours_days days;
	struct hours_sun sun;
	struct timeline line;
};

/* ---- preparing ---- */

static struct hours_stretch *
new_stretches(struct arena *arena, size_t len)
{
	struct hours_stretch *stretches = arena_array(arena, len, sizeof *stretches);

	for (size_t i = 0; i < len; i++)
		stretches[i].time = (uint16_t)i;
	return stretches;
}

static void
look_over(struct plan *plan)
{
	plan->past_midnight = plan->varies;
	for (size_t i = 0; i < plan->rule->times_len; i++)
		plan->open_ends |= plan->rule->times[i].open_end;
	for (size_t i = 0; i < plan->len && !plan->varies; i++)
		plan->past_midnight |= plan->stretches[TODAY][i].until > DAY_MINUTES;
}

static void
prepare(struct plan *plan, const struct hours_rule *rule, const struct plan *before,
        struct arena *arena)
{
	bool additional = rule->joint == JOINT_ADDITIONAL;
	bool open = rule->meaning == MEANING_OPEN, closed = rule->meaning == MEANING_CLOSED;

	*plan = (struct plan){
		.rule = rule,
		.index = before ? (uint16_t)(before->index + 1) : 0,
		.fallback =
			rule->joint == JOINT_FALLBACK || (additional && before && before->fallback),
		.varies = hours_times_vary(rule),
		.len = hours_times_count(rule),
	};
	if (rule->joint == JOINT_NORMAL && before)
		plan->wipes =
			hours_days_named(rule) ? !closed : open && !hours_days_named(before->rule);
	plan->stretches[TODAY] = plan->stretches[YESTERDAY] = new_stretches(arena, plan->len);
	if (plan->varies)
		plan->stretches[YESTERDAY] = new_stretches(arena, plan->len);
	else
		hours_times_of(plan->stretches[TODAY], rule, NULL, 0);
	look_over(plan);
}

/* ---- painting ---- */

static void
paint(struct timeline *line, const struct plan *plan, struct timeline_part part, bool perhaps)
{
	part.from = part.from < 0 ? 0 : part.from;
	if (part.to > DAY_MINUTES) {
		part.to = DAY_MINUTES;
		part.open_end = part.open_end && part.meaning != MEANING_OPEN;
	}
	if (part.from >= part.to || (plan->fallback && part.meaning == MEANING_CLOSED))
		return;
	if (part.meaning == MEANING_CLOSED && perhaps)
		timeline_doubt(line, part.from, part.to);
	else if (part.meaning == MEANING_CLOSED)
		timeline_erase(line, part.from, part.to);
	else if (plan->fallback || perhaps)
		timeline_fill(line, part);
	else
		timeline_put(line, part);
}

/* The spans of a day, or the open ends behind them. */
static void
paint_stretches(struct timeline *line, const struct plan *plan, int which, bool ends, bool perhaps)
{
	int shift = which == YESTERDAY ? DAY_MINUTES : 0;
	enum hours_meaning meaning = plan->rule->meaning;

	if (meaning == MEANING_OPEN && (ends || perhaps))
		meaning = MEANING_UNSURE;
	for (size_t i = 0; i < plan->len; i++) {
		const struct hours_stretch *s = &plan->stretches[which][i];
		struct timeline_part part = {
			.from = (int16_t)((ends ? s->to : s->from) - shift),
			.to = (int16_t)((ends ? s->until : s->to) - shift),
			.rule = plan->index,
			.meaning = (uint8_t)meaning,
			.open_end = ends || (meaning == MEANING_OPEN && s->until > s->to),
		};

		if (s->unsure && meaning == MEANING_OPEN)
			part.meaning = MEANING_UNSURE;
		paint(line, plan, part, perhaps || s->unsure);
	}
}

/* Whether a rule speaks on a day; PERHAPS where that hangs on a holiday that nobody knows. */
enum voice { SILENT, PERHAPS, SPEAKS };

static enum voice
voice(const struct plan *plan, int bit)
{
	if (plan->on >> bit & 1)
		return SPEAKS;
	return plan->perhaps >> bit & 1 ? PERHAPS : SILENT;
}

static void
paint_rule(struct evaluation *e, struct plan *plan, int bit)
{
	enum voice heard[] = {
		[YESTERDAY] = plan->past_midnight ? voice(plan, bit - 1) : SILENT,
		[TODAY] = voice(plan, bit),
	};
	/* A span that is written wins over an open end that is guessed. */
	const bool ends[] = { !plan->fallback, plan->fallback };

	if (plan->wipes && heard[TODAY] == SPEAKS)
		e->line.len = 0;
	else if (plan->wipes && heard[TODAY] == PERHAPS)
		timeline_doubt(&e->line, 0, DAY_MINUTES);
	for (int which = YESTERDAY; which <= TODAY; which++)
		if (plan->varies && heard[which])
			hours_times_of(plan->stretches[which], plan->rule, &e->sun,
			               bit - 1 + which);
	for (int pass = 0; pass < 2; pass++)
		for (int which = YESTERDAY; which <= TODAY; which++)
			if (heard[which] && (plan->open_ends || !ends[pass]))
				paint_stretches(&e->line, plan, which, ends[pass],
				                heard[which] == PERHAPS);
}

/* The last rule that wipes that day: what stands before it need not be painted. */
static size_t
first_that_counts(const struct evaluation *e, int bit)
{
	for (size_t i = e->len; i > 0; i--)
		if (e->plans[i - 1].wipes && e->plans[i - 1].on >> bit & 1)
			return i - 1;
	return 0;
}

/* ---- telling ---- */

static void
make_room(struct evaluation *e)
{
	struct hours_intervals *out = e->out;
	int64_t days = (e->to - e->from) / DAY_MINUTES + 2;
	size_t least = days < 2 * CHUNK ? 2 * (size_t)days : 4 * CHUNK;
	struct hours_interval *items;

	out->capacity = out->capacity ? out->capacity * 2 : least;
	items = arena_array(e->arena, out->capacity, sizeof *items);
	if (out->items)
		memcpy(items, out->items, out->len * sizeof *items);
	out->items = items;
}

/* Open time goes on over midnight, and whether an open end follows only its end tells. */
static bool
goes_on(const struct hours_interval *last, const struct hours_interval *next)
{
	return last->to == next->from && last->meaning == next->meaning &&
	       (last->meaning == MEANING_OPEN || last->open_end == next->open_end) &&
	       (last->comment.ptr == next->comment.ptr || str_eq(last->comment, next->comment));
}

static void
tell(struct evaluation *e, struct hours_interval interval)
{
	struct hours_intervals *out = e->out;
	struct hours_interval *last = out->len ? &out->items[out->len - 1] : NULL;

	if (interval.from < e->from)
		interval.from = e->from;
	if (interval.to > e->to) {
		interval.to = e->to;
		interval.open_end = interval.open_end && interval.meaning != MEANING_OPEN;
	}
	if (interval.from >= interval.to)
		return;
	if (last && goes_on(last, &interval)) {
		last->to = interval.to;
		last->open_end = interval.open_end;
		return;
	}
	if (!out->items || out->len == out->capacity)
		make_room(e);
	out->items[out->len++] = interval;
}

static void
tell_day(struct evaluation *e, int day)
{
	int64_t midnight = (int64_t)day * DAY_MINUTES;

	for (size_t i = 0; i < e->line.len; i++) {
		const struct timeline_part *part = &e->line.parts[i];

		tell(e, (struct hours_interval){
				.from = midnight + part->from,
				.to = midnight + part->to,
				.meaning = part->meaning,
				.open_end = part->open_end,
				.comment = e->plans[part->rule].rule->comment,
			});
	}
}

/* The days of a chunk, which begin at bit 1. */
static void
evaluate_days(struct evaluation *e, int day, int last)
{
	hours_days_begin(&e->days, e->place->holidays, day - 1);
	hours_sun_begin(&e->sun, e->place, day - 1);
	for (size_t i = 0; i < e->len; i++)
		e->plans[i].on = hours_days_of(&e->days, e->plans[i].rule, &e->plans[i].perhaps);
	for (int bit = 1; day <= last; bit++, day++) {
		e->line.len = 0;
		for (size_t i = first_that_counts(e, bit); i < e->len; i++) {
			struct plan *plan = &e->plans[i];

			if ((plan->on | plan->perhaps) >> (bit - 1) & 3)
				paint_rule(e, plan, bit);
		}
		tell_day(e, day);
	}
}

void
hours_evaluate(const struct hours *hours, const struct hours_place *place, int64_t from, int64_t to,
               struct hours_intervals *out, struct arena *arena)
{
	struct evaluation e;
	int64_t least = (int64_t)FIRST_DAY * DAY_MINUTES, most = (int64_t)LAST_DAY * DAY_MINUTES;
	int day, last;

	e.from = from < least ? least : from;
	e.to = to > most ? most : to;
	if (hours->state != HOURS_KNOWN || e.from >= e.to)
		return;
	e.place = place;
	e.out = out;
	e.arena = arena;
	e.len = hours->rules.len < UINT16_MAX ? hours->rules.len : UINT16_MAX;
	e.plans = arena_array(arena, e.len, sizeof *e.plans);
	for (size_t i = 0; i < e.len; i++)
		prepare(&e.plans[i], &hours->rules.items[i], i ? &e.plans[i - 1] : NULL, arena);
	day = (int)((e.from - least) / DAY_MINUTES) + FIRST_DAY;
	last = (int)((e.to - 1 - least) / DAY_MINUTES) + FIRST_DAY;
	for (; day <= last; day += CHUNK)
		evaluate_days(&e, day, last < day + CHUNK - 1 ? last : day + CHUNK - 1);
}

/* ---- questions about the rules ---- */

bool
hours_mind_holidays(const struct hours *hours)
{
	for (size_t i = 0; i < hours->rules.len; i++) {
		const struct hours_rule *rule = &hours->rules.items[i];

		for (size_t j = 0; j < rule->holidays_len; j++)
			if (!rule->holidays[j].school)
				return true;
	}
	return false;
}

bool
hours_are_weekly(const struct hours *hours)
{
	for (size_t i = 0; i < hours->rules.len; i++) {
		const struct hours_rule *rule = &hours->rules.items[i];

		if (rule->years_len || rule->dates_len || rule->weeks_len || hours_times_vary(rule))
			return false;
		for (size_t j = 0; j < rule->weekdays_len; j++)
			if (rule->weekdays[j].nth || rule->weekdays[j].nth_last)
				return false;
	}
	return true;
}
