#include "theme/view_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "theme/format.h"

#include <string.h>

enum { SPANS_MOST = 16 }; /* of one day; nobody opens more often */

struct day {
	struct hours_span spans[SPANS_MOST];
	size_t len;
	struct str text;
};

static bool
is_all_day(const struct day *day)
{
	return day->len == 1 && day->spans[0].open == 0 && day->spans[0].close == DAY_MINUTES;
}

static struct str
text_of(const struct maker *maker, const struct day *day)
{
	if (day->len == 0)
		return view_fill(maker, "hours_closed", NULL, 0);
	if (is_all_day(day))
		return view_fill(maker, "hours_all_day", NULL, 0);
	return format_spans(maker->arena, maker->lang, day->spans, day->len);
}

static bool
same_day(const struct day *a, const struct day *b)
{
	return a->len == b->len && memcmp(a->spans, b->spans, a->len * sizeof *a->spans) == 0;
}

static const struct value *
spans_of(const struct maker *maker, const struct day *day)
{
	const struct value *items[SPANS_MOST];

	for (size_t i = 0; i < day->len; i++) {
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "open", format_iso_time(maker->arena, day->spans[i].open));
		fields_text(&f, "close", format_iso_time(maker->arena, day->spans[i].close));
		items[i] = fields_map(&f);
	}
	return list_of(maker->arena, items, day->len);
}

static const struct value *
day_value(const struct maker *maker, const struct day *day, int weekday)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_int(&f, "index", weekday);
	fields_text(&f, "name", format_weekday(maker->lang, weekday));
	fields_text(&f, "short", format_weekday_short(maker->lang, weekday));
	fields_set(&f, "spans", spans_of(maker, day));
	fields_bool(&f, "closed", day->len == 0);
	fields_text(&f, "text", day->text);
	return fields_map(&f);
}

static const struct value *
group_value(const struct maker *maker, const struct day *day, int from, int until)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "days", format_weekdays(maker->arena, maker->lang, from, until));
	fields_text(&f, "text", day->text);
	fields_bool(&f, "closed", day->len == 0);
	return fields_map(&f);
}

static void
week(struct fields *f, const struct maker *maker, const struct hours *hours)
{
	struct day days[7];
	const struct value *values[7], *groups[7];
	size_t groups_len = 0;

	for (int i = 0; i < 7; i++) {
		days[i].len = hours_day(hours, i, days[i].spans, SPANS_MOST);
		if (days[i].len > SPANS_MOST)
			days[i].len = SPANS_MOST;
		days[i].text = i > 0 && same_day(&days[i], &days[i - 1]) ? days[i - 1].text
		                                                         : text_of(maker, &days[i]);
		values[i] = day_value(maker, &days[i], i);
	}
	for (int from = 0, until; from < 7; from = until + 1) {
		for (until = from; until < 6 && same_day(&days[until + 1], &days[from]); until++)
			continue;
		groups[groups_len++] = group_value(maker, &days[from], from, until);
	}
	fields_set(f, "days", list_of(maker->arena, values, 7));
	fields_set(f, "groups", list_of(maker->arena, groups, groups_len));
}

static void
holidays(struct fields *f, const struct maker *maker, const struct hours *hours)
{
	struct texts_arg arg = { "hours", { 0 } };

	if (hours->holidays == HOURS_PH_CLOSED)
		fields_text(f, "holidays_text", view_fill(maker, "hours_holidays_closed", NULL, 0));
	if (hours->holidays != HOURS_PH_SPANS)
		return;
	arg.value =
		format_spans(maker->arena, maker->lang, hours->holiday_spans, hours->holiday_len);
	fields_text(f, "holidays_text", view_fill(maker, "hours_holidays_open", &arg, 1));
}

static const struct value *
make(const struct maker *maker, const struct hours *hours)
{
	bool known = hours->state == HOURS_KNOWN;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "state", known ? STR("known") : STR("unknown"));
	fields_bool(&f, "known", known);
	fields_bool(&f, "unknown", !known);
	fields_text(&f, "text", hours->text);
	if (known) {
		week(&f, maker, hours);
		holidays(&f, maker, hours);
	}
	return fields_map(&f);
}

/* Whole streets keep the same hours, and a week is a third of a merchant's view: equal texts share
 * one value. */
const struct value *
view_hours(const struct maker *maker, const struct hours *hours)
{
	struct table *seen = &maker->worker->hours[maker->lang];
	const struct value *value;
	struct str key;

	if (hours->state == HOURS_ABSENT)
		return NULL;
	key = arena_printf(maker->worker->scratch, "%c%.*s",
	                   hours->state == HOURS_KNOWN ? '+' : '?', STR_ARG(hours->text));
	value = table_get(seen, key);
	if (!value) {
		value = make(maker, hours);
		table_put(seen, maker->arena, arena_str(maker->arena, key), (void *)value);
	}
	return value;
}
