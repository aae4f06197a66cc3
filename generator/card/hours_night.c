#include "card/hours_night.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "card/hours_eval.h"

/* Who writes more rules with nights than this does not want to know. */
enum { DAYS_TRIED = 371, PAIRS_TRIED = 100, EVERY_DAY = 0x7f, HOUR = 60 };
/* Seasons change twice a year; what happens more often is the week's. */
enum { SEASON_CHANGES = 2 };

struct search {
	const struct hours_rules *rules;
	const struct hours_place *place;
	struct hours_intervals open; /* all rules together */
	int day;
	struct arena *arena;
};

/* ---- rules ---- */

/* A stretch past midnight that is shorter than a day; false where the rule has none. */
static bool
night_of(const struct hours_rule *rule, int *from, int *to)
{
	if (rule->meaning != MEANING_OPEN)
		return false;
	for (size_t i = 0; i < rule->times_len; i++) {
		const struct hours_times *times = &rule->times[i];

		*from = times->from.minute;
		*to = times->to.minute;
		if (times->from.event || times->to.event || times->open_end || *from == *to)
			continue;
		if (*to < *from)
			*to += DAY_MINUTES;
		if (*to > DAY_MINUTES && *to - *from < DAY_MINUTES)
			return true;
	}
	return false;
}

/* "Mo off", a whole day. */
static bool
is_day_off(const struct hours_rule *rule)
{
	return rule->meaning == MEANING_CLOSED && rule->times_len == 0;
}

static bool
is_without_dates(const struct hours_rule *rule)
{
	return !rule->years_len && !rule->dates_len && !rule->weeks_len && !rule->holidays_len;
}

/* Whether it speaks of weekdays alone; `days` are they. */
static bool
is_of_week(const struct hours_rule *rule, unsigned *days)
{
	*days = 0;
	for (size_t i = 0; i < rule->weekdays_len; i++) {
		const struct hours_weekdays *item = &rule->weekdays[i];

		if (item->nth || item->nth_last || item->offset)
			return false;
		*days |= item->days;
	}
	if (rule->weekdays_len == 0)
		*days = EVERY_DAY;
	return is_without_dates(rule);
}

/* Whether it speaks of single days, "PH", "Dec 25", "Su[1]": each of them counts. */
static bool
is_of_days(const struct hours_rule *rule)
{
	unsigned days;

	for (size_t i = 0; i < rule->dates_len; i++)
		if (rule->dates[i].from.month && !rule->dates[i].from.day &&
		    !rule->dates[i].from.nth)
			return false;
	return !rule->weeks_len && !rule->years_len && !is_of_week(rule, &days);
}

/* ---- days ---- */

/* [from, to) of every day of the rule, as if there were no other. */
static struct hours_intervals
days_of(const struct search *search, const struct hours_rule *rule)
{
	struct hours_rule days = *rule;
	struct hours hours = { .state = HOURS_KNOWN, .rules = { &days, 1 } };
	struct hours_intervals found = { 0 };

	days.joint = JOINT_NORMAL;
	days.meaning = MEANING_OPEN;
	days.times_len = 0;
	days.comment = (struct str){ 0 };
	hours_evaluate(&hours, search->place, (int64_t)search->day * DAY_MINUTES,
	               (int64_t)(search->day + DAYS_TRIED) * DAY_MINUTES, &found, search->arena);
	return found;
}

/* The stretch that holds the minute, found from *at on; NULL: none, it is closed. */
static const struct hours_interval *
holds(const struct hours_intervals *list, size_t *at, int64_t minute)
{
	while (*at > 0 && list->items[*at - 1].to > minute)
		--*at;
	while (*at < list->len && list->items[*at].to <= minute)
		++*at;
	return *at < list->len && list->items[*at].from <= minute ? &list->items[*at] : NULL;
}

/* What becomes of a night: NULL where it is whole, or wholly gone. */
static bool
is_cut(const struct search *search, size_t *at, struct hours_night *night)
{
	int64_t midnight = (int64_t)(night->day + 1) * DAY_MINUTES;
	const struct hours_interval *before = holds(&search->open, at, midnight - 1);
	const struct hours_interval *after = holds(&search->open, at, midnight);

	night->left = after && !before;
	return before ? !after
	              : after && after->from == midnight &&
	                        after->to == midnight + night->to - DAY_MINUTES;
}

/* The nights of `night->rule` that `night->by` cuts; tells of the first. */
static bool
are_cut(const struct search *search, struct hours_night *night)
{
	const struct hours_rule *by = &search->rules->items[night->by];
	struct hours_intervals evenings = days_of(search, &search->rules->items[night->rule]);
	struct hours_intervals days = days_of(search, by);
	struct hours_night found = *night;
	size_t seen[3] = { 0 };
	int count = 0, enough = is_of_days(by) ? 1 : SEASON_CHANGES + 1;

	for (int day = search->day; day < search->day + DAYS_TRIED - 1 && count < enough; day++) {
		int64_t noon = (int64_t)day * DAY_MINUTES + DAY_MINUTES / 2;

		found.day = day;
		if (!holds(&evenings, &seen[0], noon) || !is_cut(search, &seen[2], &found) ||
		    !holds(&days, &seen[1], found.left ? noon : noon + DAY_MINUTES))
			continue;
		if (count++ == 0)
			*night = found;
	}
	return count >= enough;
}

bool
hours_night_find(struct hours_night *out, const struct hours_rules *rules,
                 const struct hours_place *place, int day, struct arena *arena)
{
	struct search search = { rules, place, { 0 }, day, arena };
	struct hours hours = { .state = HOURS_KNOWN, .rules = *rules };
	int tried = 0;

	for (size_t i = 0; i + 1 < rules->len; i++) {
		int from, to;

		if (!night_of(&rules->items[i], &from, &to))
			continue;
		if (tried == 0)
			hours_evaluate(&hours, place, (int64_t)day * DAY_MINUTES,
			               (int64_t)(day + DAYS_TRIED) * DAY_MINUTES, &search.open,
			               arena);
		for (size_t by = i + 1; by < rules->len && tried < PAIRS_TRIED; by++) {
			const struct hours_rule *later = &rules->items[by];

			*out = (struct hours_night){ .rule = i, .by = by, .from = from, .to = to };
			tried++;
			if (later->joint == JOINT_NORMAL &&
			    (later->meaning != MEANING_CLOSED || is_day_off(later)) &&
			    are_cut(&search, out))
				return true;
		}
	}
	return false;
}

/* ---- how it is written ---- */

static void
set_weekdays(struct hours_rule *rule, unsigned days, struct arena *arena)
{
	struct hours_weekdays *list = arena_array(arena, 7, sizeof *list);

	rule->weekdays_len = 0;
	for (int from = 0, to; days != EVERY_DAY && from < 7; from = to + 1) {
		to = from;
		if (!(days >> from & 1))
			continue;
		while (to < 6 && days >> (to + 1) & 1)
			to++;
		/* "Fr,Sa", but "Mo-We" */
		if (to == from + 1)
			to = from;
		list[rule->weekdays_len++] = (struct hours_weekdays){
			.days = (uint8_t)((1u << (to + 1)) - (1u << from)),
			.from = (int8_t)from,
			.to = (int8_t)to,
		};
	}
	rule->weekdays = list;
}

/* The days that later rules take from a rule of the week. */
static unsigned
days_taken(const struct hours_rules *rules, size_t index)
{
	unsigned taken = 0, days;

	for (size_t i = index + 1; i < rules->len; i++) {
		const struct hours_rule *rule = &rules->items[i];

		if (rule->joint == JOINT_NORMAL && rule->weekdays_len && is_of_week(rule, &days) &&
		    (rule->meaning != MEANING_CLOSED || is_day_off(rule)))
			taken |= days;
	}
	return taken;
}

/* "PH 03:00-27:00 off": from when the night before is over until its own would be. */
static struct hours_rule
off_with_night(const struct hours_rule *rule, int end, struct arena *arena)
{
	struct hours_rule off = *rule;

	off.joint = JOINT_NORMAL;
	off.meaning = MEANING_CLOSED;
	off.comment = is_day_off(rule) ? rule->comment : (struct str){ 0 };
	off.times = arena_array(arena, 1, sizeof *off.times);
	off.times[0] = (struct hours_times){ .from.minute = (int16_t)end,
		                             .to.minute = (int16_t)(end + DAY_MINUTES) };
	off.times_len = 1;
	return off;
}

/* Each day of the week in one rule alone, behind commas; single days with their nights. */
static struct hours_rules
with_nights(const struct hours_rules *rules, int end, struct arena *arena)
{
	struct hours_rules out = { arena_array(arena, 2 * rules->len, sizeof *out.items), 0 };

	for (size_t i = 0; i < rules->len; i++) {
		struct hours_rule rule = rules->items[i];
		unsigned days, left;

		if (is_of_week(&rule, &days) &&
		    !(rule.meaning == MEANING_CLOSED && rule.times_len)) {
			left = days & ~days_taken(rules, i);
			if (left == 0 || is_day_off(&rule))
				continue;
			if (left != days)
				set_weekdays(&rule, left, arena);
			rule.joint = out.len ? JOINT_ADDITIONAL : JOINT_NORMAL;
		} else if (rule.joint == JOINT_NORMAL && is_of_days(&rule) &&
		           (rule.meaning != MEANING_CLOSED || is_day_off(&rule))) {
			out.items[out.len++] = off_with_night(&rule, end, arena);
			if (is_day_off(&rule))
				continue;
			rule.joint = JOINT_ADDITIONAL;
		}
		out.items[out.len++] = rule;
	}
	return out;
}

bool
hours_night_mend(struct buf *out, const struct hours_rules *rules, const struct hours_place *place,
                 int day, struct arena *arena)
{
	struct hours_rules better;
	struct hours_night night;
	int end = 0;

	for (size_t i = 0; i < rules->len; i++) {
		int from, to;

		if (rules->items[i].joint == JOINT_FALLBACK)
			return false;
		if (night_of(&rules->items[i], &from, &to) && to - DAY_MINUTES > end)
			end = to - DAY_MINUTES;
	}
	better = with_nights(rules, (end + HOUR - 1) / HOUR * HOUR, arena);
	if (better.len == 0 || hours_night_find(&night, &better, place, day, arena))
		return false;
	hours_write(out, &better);
	return true;
}
