#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/zone.h"
#include "guide/clock.h"
#include "guide/openings.h"
#include "theme/door.h"
#include "theme/format.h"
#include "theme/hours_words.h"

/* What the parts of a merchant's hours are made with. */
struct sign {
	const struct maker *maker;
	const struct hours *hours;
	const struct openings *door, *openings; /* `openings` NULL: not open these days */
	struct door words;
};

/* --- the week ------------------------------------------------------------------------------------------- */

static struct str
day_text(const struct sign *sign, struct openings_day day)
{
	struct buf out = { 0 };
	struct str text;

	door_add_day(&out, &sign->words, day);
	text = arena_str(sign->maker->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static const struct value *
spans_of(const struct maker *maker, struct openings_day day)
{
	const struct value **items = arena_array(maker->arena, day.len, sizeof *items);

	for (size_t i = 0; i < day.len; i++) {
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "open", format_iso_time(maker->arena, day.items[i].open));
		fields_text(&f, "close", format_iso_time(maker->arena, day.items[i].close));
		fields_true(&f, "unsure", day.items[i].unsure);
		items[i] = fields_map(&f);
	}
	return list_over(maker->arena, items, day.len);
}

/* Days alike share their texts and spans. */
struct shown_day {
	struct str text;
	const struct value *spans;
	bool closed;
};

static const struct value *
day_value(const struct maker *maker, const struct shown_day *day, int weekday)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_int(&f, "index", weekday);
	fields_text(&f, "name", format_weekday(maker->lang, weekday));
	fields_text(&f, "short", format_weekday_short(maker->lang, weekday));
	fields_set(&f, "spans", day->spans);
	fields_bool(&f, "closed", day->closed);
	fields_text(&f, "text", day->text);
	return fields_map(&f);
}

static const struct value *
group_value(const struct maker *maker, const struct shown_day *day, int from, int until)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "days", format_weekdays(maker->arena, maker->lang, from, until));
	fields_text(&f, "text", day->text);
	fields_bool(&f, "closed", day->closed);
	return fields_map(&f);
}

static void
week(struct fields *f, const struct sign *sign)
{
	const struct maker *maker = sign->maker;
	const struct openings_day *week = sign->door->week;
	const struct value *values[7], *groups[7];
	struct shown_day days[7];
	size_t groups_len = 0;

	for (int i = 0, like; i < 7; i++) {
		for (like = 0; !openings_same(week[like], week[i]); like++)
			continue;
		if (like < i)
			days[i] = days[like];
		else
			days[i] = (struct shown_day){ day_text(sign, week[i]),
				                      spans_of(maker, week[i]), week[i].len == 0 };
		values[i] = day_value(maker, &days[i], i);
	}
	for (int from = 0, until; from < 7; from = until + 1) {
		for (until = from; until < 6 && openings_same(week[until + 1], week[from]); until++)
			continue;
		groups[groups_len++] = group_value(maker, &days[from], from, until);
	}
	fields_set(f, "days", list_of(maker->arena, values, 7));
	fields_set(f, "groups", list_of(maker->arena, groups, groups_len));
}

/* --- holidays ------------------------------------------------------------------------------------------- */

/* The last rule that says of public holidays, and of nothing else that matters on them, what they do. */
static const struct hours_rule *
holiday_rule(const struct hours *hours)
{
	for (size_t i = hours->rules.len; i-- > 0;) {
		const struct hours_rule *rule = &hours->rules.items[i];

		if (rule->holidays_narrow || rule->years_len || rule->dates_len || rule->weeks_len)
			continue;
		for (size_t h = 0; h < rule->holidays_len; h++)
			if (!rule->holidays[h].school && rule->holidays[h].offset == 0)
				return rule;
	}
	return NULL;
}

/* Only what the theme's sentences can say: closed, or plain times. */
static bool
is_sayable(const struct hours_rule *rule)
{
	if (rule->meaning == MEANING_UNSURE || rule->comment.len > 0)
		return false;
	for (size_t i = 0; i < rule->times_len; i++)
		if (rule->times[i].from.event || rule->times[i].to.event || rule->times[i].open_end)
			return false;
	return rule->meaning == MEANING_CLOSED ? hours_closes_days(rule) : rule->times_len > 0;
}

static struct str
times_text(const struct maker *maker, const struct hours_rule *rule)
{
	struct hours_span *spans = arena_array(maker->arena, rule->times_len, sizeof *spans);

	for (size_t i = 0; i < rule->times_len; i++)
		spans[i] =
			(struct hours_span){ rule->times[i].from.minute, rule->times[i].to.minute };
	return format_spans(maker->arena, maker->lang, spans, rule->times_len);
}

static void
holidays(struct fields *f, const struct sign *sign)
{
	const struct hours_rule *rule = holiday_rule(sign->hours);
	struct texts_arg arg = { "hours", { 0 } };

	if (!rule || !is_sayable(rule))
		return;
	if (rule->meaning == MEANING_CLOSED) {
		fields_text(f, "holidays_text",
		            view_fill(sign->maker, "hours_holidays_closed", NULL, 0));
		return;
	}
	arg.value = times_text(sign->maker, rule);
	fields_text(f, "holidays_text", view_fill(sign->maker, "hours_holidays_open", &arg, 1));
}

/* --- seasons ---------------------------------------------------------------------------------------------- */

static bool
has_nth(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->weekdays_len; i++)
		if (rule->weekdays[i].nth || rule->weekdays[i].nth_last)
			return true;
	return false;
}

/* Whether there are holidays of another kind than holidays_text speaks of. */
static bool
has_other_holidays(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->holidays_len; i++)
		if (rule->holidays[i].school || rule->holidays[i].offset || rule->holidays_narrow)
			return true;
	return false;
}

static bool
has_sun(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->times_len; i++)
		if (rule->times[i].from.event || rule->times[i].to.event)
			return true;
	return false;
}

/* Whether the week does not show what the rule says. */
static bool
is_apart(const struct sign *sign, const struct hours_rule *rule)
{
	bool holidays_alone = rule->holidays_len > 0 && rule->weekdays_len == 0;
	const struct hours_rule *holiday = holiday_rule(sign->hours);

	if (rule->years_len || rule->dates_len || rule->weeks_len || has_nth(rule) ||
	    has_other_holidays(rule) || has_sun(rule) || rule->joint == JOINT_FALLBACK)
		return true;
	/* A closed day is a word in the week, without its remark. */
	if (rule->meaning == MEANING_CLOSED && rule->comment.len > 0)
		return true;
	if (rule == holiday && is_sayable(rule))
		return holidays_alone ? false : sign->door->out_of_season;
	/* "PH 02:00-26:00 off, PH 11:00-20:00" clears the day for what follows. */
	if (holidays_alone && holiday != rule && is_sayable(holiday) && hours_closes_days(rule))
		return false;
	return holidays_alone || sign->door->out_of_season;
}

/* By the sun there is no clock that could be said for weeks: the rules of every week in words. */
static struct str
sun_sentence(const struct sign *sign)
{
	const struct maker *maker = sign->maker;
	const struct hours_rules *rules = &sign->hours->rules;
	struct buf out = { 0 };
	struct str text;

	for (size_t i = 0; i < rules->len; i++) {
		const struct hours_rule *rule = &rules->items[i];

		if (rule->years_len || rule->dates_len || rule->weeks_len || rule->holidays_len)
			continue;
		buf_adds(&out, out.len > 0 ? door_semicolon(maker->lang) : "");
		buf_add(&out, hours_words(maker->arena, maker->lang, rule));
	}
	text = arena_str(maker->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* The week in one line. */
static void
sentence(struct fields *f, const struct sign *sign)
{
	struct door words = sign->words;
	struct str text = { 0 };

	words.tight = true;
	if (sign->door->sun)
		text = sun_sentence(sign);
	if (text.len == 0)
		text = door_week(sign->maker->arena, &words, sign->door->week);
	fields_text(f, "sentence", text);
}

static const struct value *
season(const struct maker *maker, struct str text, int from)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "text", text);
	if (from != DATE_NONE)
		fields_text(&f, "from", format_iso_day(maker->arena, from));
	return fields_map(&f);
}

/* "à partir du 2 novembre : lundi–vendredi 10 h–16 h" */
static const struct value *
later_season(const struct sign *sign)
{
	const struct maker *maker = sign->maker;
	struct door words = sign->words;
	struct str from = format_near_from(maker->arena, maker->lang, sign->door->later_from), week;

	words.tight = true;
	words.has_rest = false;
	week = door_week(maker->arena, &words, sign->door->later_week);
	return season(
		maker,
		arena_printf(maker->arena, "%s%s%s", from.ptr, door_colon(maker->lang), week.ptr),
		sign->door->later_from);
}

/* The coming change, then the rules that the week does not show, as they are written. */
static void
seasons(struct fields *f, const struct sign *sign)
{
	const struct maker *maker = sign->maker;
	const struct hours_rules *rules = &sign->hours->rules;
	const struct value **items = arena_array(maker->arena, rules->len + 1, sizeof *items);
	size_t len = 0;

	if (sign->door->later_from != DATE_NONE)
		items[len++] = later_season(sign);
	for (size_t i = 0; i < rules->len; i++)
		if (is_apart(sign, &rules->items[i]))
			items[len++] = season(
				maker, hours_words(maker->arena, maker->lang, &rules->items[i]),
				DATE_NONE);
	fields_set(f, "seasons", list_over(maker->arena, items, len));
}

/* --- the whole ---------------------------------------------------------------------------------------------- */

/* "|| by appointment": a rule for whatever is left. */
static void
find_rest(struct door *words, const struct hours *hours)
{
	const struct hours_rule *last;

	if (hours->rules.len < 2)
		return;
	last = &hours->rules.items[hours->rules.len - 1];
	words->has_rest = last->joint == JOINT_FALLBACK && last->meaning == MEANING_UNSURE &&
	                  last->times_len + last->weekdays_len + last->holidays_len +
	                                  last->dates_len + last->weeks_len + last->years_len ==
	                          0;
	words->rest = last->comment;
}

static void
known_hours(struct fields *f, const struct maker *maker, const struct guide_merchant *merchant)
{
	struct sign sign = {
		.maker = maker,
		.hours = &merchant->card->hours,
		.door = merchant->door,
		.openings = merchant->openings,
		.words = { .lang = maker->lang,
		           .closed = view_fill(maker, "hours_closed", NULL, 0),
		           .all_day = view_fill(maker, "hours_all_day", NULL, 0) },
	};

	find_rest(&sign.words, sign.hours);
	week(f, &sign);
	sentence(f, &sign);
	holidays(f, &sign);
	seasons(f, &sign);
	if (!sign.openings)
		return;
	fields_set(f, "exceptions", view_exceptions(maker, sign.openings, &sign.words));
	fields_text(f, "compact", sign.openings->compact);
}

static const struct value *
make(const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct hours *hours = &merchant->card->hours;
	bool known = hours->state == HOURS_KNOWN;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "state", known ? STR("known") : STR("unknown"));
	fields_bool(&f, "known", known);
	fields_bool(&f, "unknown", !known);
	fields_text(&f, "text", hours->text);
	if (known)
		known_hours(&f, maker, merchant);
	return fields_map(&f);
}

/* Whole streets keep the same hours, and a week is a third of a merchant's view: who shares openings
 * shares one value. */
const struct value *
view_hours(const struct maker *maker, const struct guide_merchant *merchant)
{
	struct table *seen = &maker->worker->hours[maker->lang];
	const struct hours *hours = &merchant->card->hours;
	const void *same[] = { merchant->door, merchant->openings };
	const struct value *value;
	struct str key;

	if (hours->state == HOURS_ABSENT)
		return NULL;
	key = hours->state == HOURS_KNOWN
	              ? (struct str){ (const char *)same, sizeof same }
	              : arena_printf(maker->worker->scratch, "?%.*s", STR_ARG(hours->text));
	value = table_get(seen, key);
	if (!value) {
		value = make(maker, merchant);
		table_put(seen, maker->arena, arena_str(maker->arena, key), (void *)value);
	}
	return value;
}

/* --- for the script ------------------------------------------------------------------------------------------ */

static bool
any_openings(const struct guide *guide)
{
	for (size_t i = 0; i < guide->merchants_len; i++)
		if (guide->merchants[i]->openings)
			return true;
	return false;
}

/* Minutes east of Greenwich when the window begins, then "UTC-SECONDS:MINUTES" for each change in it. */
static struct str
offsets(const struct maker *maker, int64_t from, int64_t until)
{
	const struct guide *guide = maker->guide;
	struct buf out = { 0 };
	struct str text;

	buf_printf(&out, "%d", clock_offset(guide, from) / 60);
	for (int64_t at = from; (at = zone_next_change(guide->zone, at)) < until;)
		buf_printf(&out, " %lld:%d", (long long)at, clock_offset(guide, at) / 60);
	text = arena_str(maker->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

const struct value *
view_clock(const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	int from = guide->openings_from, until = from + OPENINGS_DAYS;
	struct fields f;

	if (!any_openings(guide) || !guide->zone)
		return NULL;
	fields_start(&f, maker->arena);
	fields_text(&f, "known_from", format_iso_day(maker->arena, from));
	fields_text(&f, "known_until", format_iso_day(maker->arena, until));
	fields_text(&f, "offsets",
	            offsets(maker, clock_utc(guide, (int64_t)from * DAY_MINUTES),
	                    clock_utc(guide, (int64_t)until * DAY_MINUTES)));
	return fields_map(&f);
}
