#include "base/zone_rule.h"

#include "base/date.h"

#include <stdlib.h>

enum {
	HOUR = 3600,
	DAY = 24 * HOUR,
	RULE_HOURS = 167, /* a time reaches a week either way */
};

/* Moments beyond which no rule is asked: the years 6 and 9987. */
#define RULE_FIRST (-62000000000LL)
#define RULE_LAST  253000000000LL

/* The footer's grammar, POSIX's TZ with the extensions of RFC 9636, 3.3.1: a function each. Each
 * takes what it read off the front of `s`. */

static bool
rule_char(struct str *s, char c)
{
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	*s = str_sub(*s, 1, s->len);
	return true;
}

static bool
rule_number(struct str *s, int least, int most, int *number)
{
	size_t i = 0;

	for (*number = 0; i < s->len && i < 3 && s->ptr[i] >= '0' && s->ptr[i] <= '9'; i++)
		*number = *number * 10 + (s->ptr[i] - '0');
	*s = str_sub(*s, i, s->len);
	return i > 0 && *number >= least && *number <= most;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
rule_name(struct str *s)
{
	size_t i = 0;

	if (rule_char(s, '<')) {
		i = str_find(*s, '>');
		if (i == s->len)
			return false;
		*s = str_sub(*s, i + 1, s->len);
		return true;
	}
	while (i < s->len && is_letter(s->ptr[i]))
		i++;
	*s = str_sub(*s, i, s->len);
	return i >= 3;
}

/* [+-]hhh[:mm[:ss]] in seconds. */
static bool
rule_time(struct str *s, int hours_most, int *seconds)
{
	bool negative = rule_char(s, '-');
	int h, m = 0, sec = 0;

	if (!negative)
		rule_char(s, '+');
	if (!rule_number(s, 0, hours_most, &h))
		return false;
	if (rule_char(s, ':')) {
		if (!rule_number(s, 0, 59, &m))
			return false;
		if (rule_char(s, ':') && !rule_number(s, 0, 59, &sec))
			return false;
	}
	*seconds = h * HOUR + m * 60 + sec;
	if (negative)
		*seconds = -*seconds;
	return true;
}

static bool
rule_day(struct str *s, struct zone_rule_day *day)
{
	day->time = 2 * HOUR;
	if (!rule_char(s, ','))
		return false;
	if (rule_char(s, 'M')) {
		day->form = RULE_WEEKDAY;
		if (!rule_number(s, 1, 12, &day->month) || !rule_char(s, '.') ||
		    !rule_number(s, 1, 5, &day->week) || !rule_char(s, '.') ||
		    !rule_number(s, 0, 6, &day->day))
			return false;
	} else if (rule_char(s, 'J')) {
		day->form = RULE_JULIAN;
		if (!rule_number(s, 1, 365, &day->day))
			return false;
	} else {
		day->form = RULE_ZERO_BASED;
		if (!rule_number(s, 0, 365, &day->day))
			return false;
	}
	return !rule_char(s, '/') || rule_time(s, RULE_HOURS, &day->time);
}

bool
zone_rule_parse(struct zone_rule *rule, struct str s)
{
	*rule = (struct zone_rule){ 0 };
	/* POSIX counts west of Greenwich. */
	if (!rule_name(&s) || !rule_time(&s, 24, &rule->standard))
		return false;
	rule->standard = -rule->standard;
	if (s.len == 0)
		return rule->known = true;
	rule->has_summer = true;
	rule->summer = rule->standard + HOUR;
	if (!rule_name(&s))
		return false;
	if (s.len > 0 && s.ptr[0] != ',') {
		if (!rule_time(&s, 24, &rule->summer))
			return false;
		rule->summer = -rule->summer;
	}
	rule->known = rule_day(&s, &rule->start) && rule_day(&s, &rule->end) && s.len == 0;
	return rule->known;
}

/* Seconds since 1970 of local time at which that day of `year` begins to apply. */
static int64_t
rule_moment(const struct zone_rule_day *rule, int year)
{
	int first = date_from_civil(year, 1, 1), day;

	if (rule->form == RULE_JULIAN) { /* 29 February is never counted */
		bool behind = rule->day >= 60 && date_month_length(year, 2) == 29;

		day = first + rule->day - 1 + behind;
	} else if (rule->form == RULE_ZERO_BASED) {
		day = first + rule->day;
	} else {
		int from = date_from_civil(year, rule->month, 1);
		int sunday_based = (date_weekday(from) + 1) % 7;

		day = from + (rule->day - sunday_based + 7) % 7 + (rule->week - 1) * 7;
		if (day >= from + date_month_length(year, rule->month))
			day -= 7; /* week 5 is the last, be it the fourth */
	}
	return (int64_t)day * DAY + rule->time;
}

struct change {
	int64_t when;
	int offset; /* from then on */
};

enum { RULE_YEARS = 4, RULE_CHANGES = 2 * RULE_YEARS };

static int
compare_changes(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return (x->when > y->when) - (x->when < y->when);
}

/* The changes from the year before `utc` to two years after it. Where summer time ends and begins
 * at the same moment, all the year is summer, and neither is a change. */
static size_t
rule_changes(const struct zone_rule *rule, int64_t utc, struct change changes[RULE_CHANGES])
{
	int year = date_to_civil((int)(utc / DAY)).year;
	size_t n = 0, kept = 0;

	for (int y = year - 1; y < year - 1 + RULE_YEARS; y++) {
		changes[n++] = (struct change){ rule_moment(&rule->start, y) - rule->standard,
			                        rule->summer };
		changes[n++] = (struct change){ rule_moment(&rule->end, y) - rule->summer,
			                        rule->standard };
	}
	qsort(changes, n, sizeof *changes, compare_changes);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && changes[i].when == changes[i + 1].when)
			i++;
		else
			changes[kept++] = changes[i];
	}
	return kept;
}

int
zone_rule_offset(const struct zone_rule *rule, int64_t utc)
{
	struct change changes[RULE_CHANGES];
	int offset;
	size_t n;

	if (!rule->has_summer || utc < RULE_FIRST || utc > RULE_LAST)
		return rule->standard;
	n = rule_changes(rule, utc, changes);
	/* Only the ends of the years looked at are left where all the year is summer. */
	offset = n > 0 && changes[0].offset == rule->summer ? rule->standard : rule->summer;
	for (size_t i = 0; i < n && changes[i].when <= utc; i++)
		offset = changes[i].offset;
	return offset;
}

int64_t
zone_rule_next(const struct zone_rule *rule, int64_t utc)
{
	struct change changes[RULE_CHANGES];
	int before;
	size_t n;

	if (!rule->has_summer || utc < RULE_FIRST || utc > RULE_LAST)
		return INT64_MAX;
	before = zone_rule_offset(rule, utc);
	n = rule_changes(rule, utc, changes);
	if (n <= 2) /* all the year is summer: only the ends of the years looked at are left */
		return INT64_MAX;
	for (size_t i = 0; i < n; i++)
		if (changes[i].when > utc && changes[i].offset != before)
			return changes[i].when;
	return INT64_MAX;
}
