#include "card/repeat.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/i18n.h"

#include <limits.h>

enum {
	NUMBER_MOST = 9999, /* of INTERVAL and COUNT */
	WEEK = 7,
	YEAR_LAST = 9999,
	OCCURRENCES_MOST = 366, /* in one period, a year of days */
};

static const char weekday_names[WEEK][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const struct {
	const char *name;
	enum repeat_freq freq;
} freqs[] = {
	{ "DAILY", REPEAT_DAILY },
	{ "WEEKLY", REPEAT_WEEKLY },
	{ "MONTHLY", REPEAT_MONTHLY },
	{ "YEARLY", REPEAT_YEARLY },
};

/* A whole decimal number in [least, most]. */
static bool
number(struct str s, int least, int most, int *n)
{
	*n = 0;
	if (s.len == 0 || s.len > 5)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return false;
		*n = *n * 10 + (s.ptr[i] - '0');
	}
	return *n >= least && *n <= most;
}

static const char *
read_freq(struct repeat *r, struct str value)
{
	for (size_t i = 0; i < countof(freqs); i++) {
		if (str_eq_ascii(value, str(freqs[i].name))) {
			r->freq = freqs[i].freq;
			return NULL;
		}
	}
	return _("FREQ is one of DAILY, WEEKLY, MONTHLY, YEARLY");
}

static const char *
read_interval(struct repeat *r, struct str value)
{
	return number(value, 1, NUMBER_MOST, &r->interval)
	               ? NULL
	               : _("INTERVAL is a number from 1 to 9999");
}

static const char *
read_count(struct repeat *r, struct str value)
{
	return number(value, 1, NUMBER_MOST, &r->count) ? NULL
	                                                : _("COUNT is a number from 1 to 9999");
}

/* 20261231, 20261231T235959 (with or without Z: the day alone counts), 2026-12-31. */
static const char *
read_until(struct repeat *r, struct str value)
{
	int y, m, d;

	if (date_parse(value, &r->until))
		return NULL;
	if ((value.len == 8 || (value.len >= 15 && value.len <= 16 && value.ptr[8] == 'T')) &&
	    number(str_sub(value, 0, 4), 1, YEAR_LAST, &y) &&
	    number(str_sub(value, 4, 6), 1, 12, &m) && number(str_sub(value, 6, 8), 1, 31, &d) &&
	    date_is_valid(y, m, d)) {
		r->until = date_from_civil(y, m, d);
		return NULL;
	}
	return _("UNTIL is a date: 20261231");
}

/* "SA", "1SA", "-1SU" */
static bool
read_day(struct repeat_day *day, struct str s)
{
	struct str name = str_sub(s, s.len < 2 ? 0 : s.len - 2, s.len), nth;
	bool negative;
	int n = 0;

	if (s.len < 2)
		return false;
	nth = str_sub(s, 0, s.len - 2);
	negative = str_starts(nth, "-");
	if (negative || str_starts(nth, "+"))
		nth = str_sub(nth, 1, nth.len);
	if (s.len > 2 && !number(nth, 1, 53, &n))
		return false;
	day->nth = (int8_t)(negative ? -n : n);
	for (int i = 0; i < WEEK; i++) {
		if (str_eq_ascii(name, str(weekday_names[i]))) {
			day->weekday = (int8_t)i;
			return true;
		}
	}
	return false;
}

static const char *
read_days(struct repeat *r, struct str value)
{
	struct str part;

	while (str_split(&value, ',', &part)) {
		if (r->days_len == (int)countof(r->days))
			return _("BYDAY lists at most fourteen days");
		if (!read_day(&r->days[r->days_len], str_trim(part)))
			return _("BYDAY lists days: MO, TU, WE, TH, FR, SA, SU, also 1SA or -1SU");
		r->days_len++;
	}
	return r->days_len ? NULL
	                   : _("BYDAY lists days: MO, TU, WE, TH, FR, SA, SU, also 1SA or -1SU");
}

/* A list of numbers as bits. */
static bool
read_bits(struct str value, int most, uint32_t *bits)
{
	struct str part;
	int n;

	*bits = 0;
	while (str_split(&value, ',', &part)) {
		if (!number(str_trim(part), 1, most, &n))
			return false;
		*bits |= UINT32_C(1) << n;
	}
	return *bits != 0;
}

static const char *
read_month_days(struct repeat *r, struct str value)
{
	return read_bits(value, 31, &r->month_days)
	               ? NULL
	               : _("BYMONTHDAY lists days of the month, 1 to 31");
}

static const char *
read_months(struct repeat *r, struct str value)
{
	uint32_t bits;

	if (!read_bits(value, 12, &bits))
		return _("BYMONTH lists months, 1 to 12");
	r->months = (uint16_t)bits;
	return NULL;
}

static const char *
read_week_start(struct repeat *r, struct str value)
{
	(void)r;
	return str_eq_ascii(value, STR("MO")) ? NULL
	                                      : _("the week begins on Monday: leave WKST out");
}

static const struct part {
	const char *name;
	const char *(*read)(struct repeat *r, struct str value);
} parts[] = {
	{ "FREQ", read_freq },      { "INTERVAL", read_interval },
	{ "COUNT", read_count },    { "UNTIL", read_until },
	{ "BYDAY", read_days },     { "BYMONTHDAY", read_month_days },
	{ "BYMONTH", read_months }, { "WKST", read_week_start },
};

/* One NAME=VALUE, each at most once. */
static const char *
read_part(struct repeat *r, struct str text, unsigned *seen)
{
	size_t equals = str_find(text, '=');
	struct str name = str_trim(str_sub(text, 0, equals));
	struct str value = str_trim(str_sub(text, equals + 1, text.len));

	for (unsigned i = 0; i < countof(parts); i++) {
		if (!str_eq_ascii(name, str(parts[i].name)))
			continue;
		if (*seen & 1u << i)
			return _("each part may be given once");
		*seen |= 1u << i;
		return parts[i].read(r, value);
	}
	return _("accepted are FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY and BYMONTH, "
	         "with semicolons between them");
}

/* What the parts demand of each other (RFC 5545, 3.3.10). */
static const char *
check_together(const struct repeat *r)
{
	int most = r->freq == REPEAT_MONTHLY || (r->freq == REPEAT_YEARLY && r->months) ? 5 : 53;

	if (r->freq == REPEAT_NEVER)
		return _("FREQ is missing: FREQ=WEEKLY;BYDAY=SA");
	if (r->count && r->until != DATE_NONE)
		return _("COUNT and UNTIL do not go together");
	if (r->month_days && r->freq == REPEAT_WEEKLY)
		return _("BYMONTHDAY does not go with FREQ=WEEKLY");
	for (int i = 0; i < r->days_len; i++) {
		int nth = r->days[i].nth;

		if (nth && r->freq != REPEAT_MONTHLY && r->freq != REPEAT_YEARLY)
			return _(
				"a number before a day (1SA) goes with FREQ=MONTHLY or YEARLY alone");
		if (nth > most || nth < -most)
			return _("a month has at most five of each day, a year 53");
	}
	return NULL;
}

static void
write_bits(struct buf *out, const char *name, uint32_t bits)
{
	const char *between = name;

	for (int i = 1; i < 32; i++) {
		if (bits & UINT32_C(1) << i) {
			buf_printf(out, "%s%d", between, i);
			between = ",";
		}
	}
}

/* Parts in the order of the table above; what is the default is left out. */
static struct str
write_rule(struct arena *arena, const struct repeat *r)
{
	struct buf out = { 0 };
	struct str rule;

	buf_printf(&out, "FREQ=%s", freqs[r->freq - REPEAT_DAILY].name);
	if (r->interval > 1)
		buf_printf(&out, ";INTERVAL=%d", r->interval);
	if (r->count)
		buf_printf(&out, ";COUNT=%d", r->count);
	if (r->until != DATE_NONE) {
		struct civil c = date_to_civil(r->until);

		buf_printf(&out, ";UNTIL=%04d%02d%02d", c.year, c.month, c.day);
	}
	for (int i = 0; i < r->days_len; i++) {
		buf_adds(&out, i ? "," : ";BYDAY=");
		if (r->days[i].nth)
			buf_printf(&out, "%d", r->days[i].nth);
		buf_adds(&out, weekday_names[r->days[i].weekday]);
	}
	write_bits(&out, ";BYMONTHDAY=", r->month_days);
	write_bits(&out, ";BYMONTH=", r->months);
	rule = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return rule;
}

bool
repeat_parse(struct repeat *out, struct arena *arena, struct str text, const char **why)
{
	struct repeat r = { .interval = 1, .until = DATE_NONE };
	struct str rest = str_trim(text), part;
	unsigned seen = 0;

	*out = (struct repeat){ .until = DATE_NONE };
	if (str_eq_ascii(str_sub(rest, 0, 6), STR("RRULE:")))
		rest = str_sub(rest, 6, rest.len);
	if (str_ends(rest, ";"))
		rest.len--;
	*why = NULL;
	while (!*why && str_split(&rest, ';', &part))
		*why = read_part(&r, str_trim(part), &seen);
	if (!*why)
		*why = check_together(&r);
	if (*why)
		return false;
	r.rule = write_rule(arena, &r);
	*out = r;
	return true;
}

/* Days of one period (a day, week, month or year) on which the event happens, ascending. */
struct occurrences {
	int day[OCCURRENCES_MOST];
	int len;
};

/* Whether `day`, in a month or year of `length` days that begins on `first`, is one of BYDAY. */
static bool
day_matches(const struct repeat *r, int day, int first, int length)
{
	if (r->days_len == 0)
		return true;
	for (int i = 0; i < r->days_len; i++) {
		int nth = r->days[i].nth;

		if (r->days[i].weekday != date_weekday(day))
			continue;
		if (nth == 0 || nth == (day - first) / WEEK + 1 ||
		    nth == -((first + length - 1 - day) / WEEK + 1))
			return true;
	}
	return false;
}

static bool
month_matches(const struct repeat *r, int month)
{
	return !r->months || r->months & 1u << month;
}

/* Days of a month that match; the number of a BYDAY counts in the `length` days from `first` on. */
static void
add_month(const struct repeat *r, struct occurrences *o, int year, int month, int start, int first,
          int length)
{
	int begin = date_from_civil(year, month, 1), days = date_month_length(year, month);
	int of_month = date_to_civil(start).day;

	for (int i = 1; i <= days; i++) {
		int day = begin + i - 1;

		if (r->month_days ? !(r->month_days & UINT32_C(1) << i)
		                  : r->days_len == 0 && i != of_month)
			continue;
		if (day_matches(r, day, first, length))
			o->day[o->len++] = day;
	}
}

static void
period_daily(const struct repeat *r, int start, int64_t index, struct occurrences *o)
{
	int64_t day = start + index * r->interval;
	struct civil c;

	if (day > date_from_civil(YEAR_LAST, 12, 31))
		return;
	c = date_to_civil((int)day);
	if (month_matches(r, c.month) && day_matches(r, (int)day, (int)day, 1) &&
	    (!r->month_days || r->month_days & UINT32_C(1) << c.day))
		o->day[o->len++] = (int)day;
}

static void
period_weekly(const struct repeat *r, int start, int64_t index, struct occurrences *o)
{
	int64_t monday = start - date_weekday(start) + index * r->interval * WEEK;

	if (monday + WEEK > date_from_civil(YEAR_LAST, 12, 31))
		return;
	for (int i = 0; i < WEEK; i++) {
		int day = (int)monday + i;
		bool named = r->days_len ? day_matches(r, day, (int)monday, WEEK)
		                         : i == date_weekday(start);

		if (named && month_matches(r, date_to_civil(day).month))
			o->day[o->len++] = day;
	}
}

static void
period_monthly(const struct repeat *r, int start, int64_t index, struct occurrences *o)
{
	struct civil c = date_to_civil(start);
	int64_t month = c.month - 1 + index * r->interval;
	int64_t year = c.year + month / 12;
	int m = (int)(month % 12) + 1;

	if (year > YEAR_LAST || !month_matches(r, m))
		return;
	add_month(r, o, (int)year, m, start, date_from_civil((int)year, m, 1),
	          date_month_length((int)year, m));
}

/* Without BYMONTH, a BYDAY or BYMONTHDAY speaks of the whole year; with neither it is the start's
 * own day and month. */
static void
period_yearly(const struct repeat *r, int start, int64_t index, struct occurrences *o)
{
	struct civil c = date_to_civil(start);
	int64_t year = c.year + index * r->interval;
	int first, length;

	if (year > YEAR_LAST)
		return;
	first = date_from_civil((int)year, 1, 1);
	length = date_from_civil((int)year, 12, 31) - first + 1;
	for (int m = 1; m <= 12; m++) {
		bool whole_year = r->days_len > 0 || r->month_days;

		if (r->months ? !month_matches(r, m) : !whole_year && m != c.month)
			continue;
		if (r->months)
			add_month(r, o, (int)year, m, start, date_from_civil((int)year, m, 1),
			          date_month_length((int)year, m));
		else
			add_month(r, o, (int)year, m, start, first, length);
	}
}

typedef void period_days(const struct repeat *r, int start, int64_t index, struct occurrences *o);

static period_days *const periods[] = {
	[REPEAT_DAILY] = period_daily,
	[REPEAT_WEEKLY] = period_weekly,
	[REPEAT_MONTHLY] = period_monthly,
	[REPEAT_YEARLY] = period_yearly,
};

/* How many periods are looked at before a rule that never comes true ("30 February") is over: a
 * century or so; a volunteer's event does not wait longer. */
static const int periods_most[] = {
	[REPEAT_DAILY] = 40000,
	[REPEAT_WEEKLY] = 6000,
	[REPEAT_MONTHLY] = 1500,
	[REPEAT_YEARLY] = 120,
};

/* The period in which looking for `day` may begin: those before it cannot reach it. With COUNT all
 * of them must be gone through. */
static int64_t
first_period(const struct repeat *r, int start, int day)
{
	static const int longest[] = { [REPEAT_DAILY] = 1,
		                       [REPEAT_WEEKLY] = 7,
		                       [REPEAT_MONTHLY] = 31,
		                       [REPEAT_YEARLY] = 366 };
	int64_t index = ((int64_t)day - start) / ((int64_t)longest[r->freq] * r->interval) - 1;

	return r->count || index < 0 ? 0 : index;
}

int
repeat_next(const struct repeat *r, int start, int day)
{
	int happened = 0;
	int64_t index;

	/* The start always counts as the first, even when the rule would not name it. */
	if (day <= start)
		return start;
	if (r->freq == REPEAT_NEVER || r->count == 1)
		return DATE_NONE;
	happened = 1;
	index = first_period(r, start, day);
	for (int i = 0; i < periods_most[r->freq]; i++, index++) {
		struct occurrences o = { .len = 0 };

		periods[r->freq](r, start, index, &o);
		for (int j = 0; j < o.len; j++) {
			if (o.day[j] <= start)
				continue;
			if (r->until != DATE_NONE && o.day[j] > r->until)
				return DATE_NONE;
			happened++;
			if (o.day[j] >= day)
				return o.day[j];
			if (r->count && happened >= r->count)
				return DATE_NONE;
		}
	}
	return DATE_NONE;
}
