#include "card/hours_days.h"

#include "base/date.h"
#include "card/holidays.h"

enum {
	MONTHS = 12,
	WEEKS = 52,
	/* No offset of a date leads out of the two years beside its own (the parser sees to it). */
	MOVED_YEARS = 2,
};

static const uint64_t all_days = UINT64_MAX;

/* ---- bits ---- */

/* The bits of [from, to], both days included. */
static uint64_t
between(const struct hours_days *days, int from, int to)
{
	from = from > days->first ? from - days->first : 0;
	to = to < days->first + HOURS_DAYS ? to - days->first : HOURS_DAYS - 1;
	if (from > to)
		return 0;
	return all_days >> (HOURS_DAYS - 1 - (to - from)) << from;
}

static uint64_t
one(const struct hours_days *days, int day)
{
	return between(days, day, day);
}

void
hours_days_begin(struct hours_days *days, const struct holidays *holidays, int first)
{
	static const uint64_t every_seventh = 0x8102040810204081; /* bits 0, 7, 14 … 63 */

	*days = (struct hours_days){
		.first = first,
		.from_year = date_to_civil(first).year,
		.to_year = date_to_civil(first + HOURS_DAYS - 1).year,
		.holidays = holidays,
	};
	for (int i = 0, weekday = date_weekday(first); i < 7; i++, weekday = (weekday + 1) % 7)
		days->weekday[weekday] = every_seventh << i;
}

/* ---- years, weeks ---- */

static bool
in_steps(int distance, int step)
{
	return step <= 1 || distance % step == 0;
}

static uint64_t
of_years(const struct hours_days *days, const struct hours_rule *rule)
{
	uint64_t bits = 0;

	for (int year = days->from_year; year <= days->to_year; year++) {
		bool named = false;

		for (size_t i = 0; i < rule->years_len && !named; i++) {
			const struct hours_years *y = &rule->years[i];

			named = year >= y->from && year <= y->to &&
			        in_steps(year - y->from, y->step);
		}
		if (named)
			bits |= between(days, date_from_civil(year, 1, 1),
			                date_from_civil(year, MONTHS, 31));
	}
	return bits;
}

/* ISO 8601: a week belongs to the year in which its Thursday lies. */
static int
week_of(int monday)
{
	int thursday = monday + 3;

	return (thursday - date_from_civil(date_to_civil(thursday).year, 1, 1)) / 7 + 1;
}

static bool
week_in(const struct hours_weeks *weeks, int week)
{
	if (weeks->from <= weeks->to)
		return week >= weeks->from && week <= weeks->to &&
		       in_steps(week - weeks->from, weeks->step);
	/* "week 50-03", over the year's end */
	if (week >= weeks->from)
		return in_steps(week - weeks->from, weeks->step);
	return week <= weeks->to && in_steps(week + WEEKS - weeks->from, weeks->step);
}

static uint64_t
of_weeks(const struct hours_days *days, const struct hours_rule *rule)
{
	int monday = days->first - date_weekday(days->first);
	uint64_t bits = 0;

	for (; monday < days->first + HOURS_DAYS; monday += 7) {
		int week = week_of(monday);

		for (size_t i = 0; i < rule->weeks_len; i++)
			if (week_in(&rule->weeks[i], week)) {
				bits |= between(days, monday, monday + 6);
				break;
			}
	}
	return bits;
}

/* ---- dates ---- */

static int
month_start(int year, int month)
{
	return date_from_civil(year, month, 1);
}

/* The k-th such weekday of the month, from its end where negative; out of it if there is none. */
static int
nth_weekday(int year, int month, int weekday, int k)
{
	int day;

	if (k > 0) {
		day = month_start(year, month);
		return day + (weekday - date_weekday(day) + 7) % 7 + 7 * (k - 1);
	}
	day = month_start(year, month) + date_month_length(year, month) - 1;
	return day - (date_weekday(day) - weekday + 7) % 7 + 7 * (k + 1);
}

/* The day, or for a month as a whole its first or last. What is not in the calendar ("Feb 30")
 * falls out of the month at its end, or is its last day where something ends with it. */
static int
resolve(const struct hours_date *date, int year, bool last)
{
	int day, length;

	if (date->month == 0) {
		day = holidays_easter(year);
	} else if (date->nth != 0) {
		day = nth_weekday(year, date->month, date->nth_day, date->nth);
	} else {
		length = date_month_length(year, date->month);
		if (date->day == 0)
			day = last ? length : 1;
		else if (date->day > length)
			day = last ? length : length + 1;
		else
			day = date->day;
		day += month_start(year, date->month) - 1;
	}
	if (date->next_day >= 0 && date->before)
		day -= (date_weekday(day) - date->next_day + 7) % 7;
	else if (date->next_day >= 0)
		day += (date->next_day - date_weekday(day) + 7) % 7;
	return day + date->offset;
}

static bool
same_date(const struct hours_date *a, const struct hours_date *b)
{
	return a->month == b->month && a->day == b->day && a->nth == b->nth &&
	       a->nth_day == b->nth_day && a->next_day == b->next_day && a->before == b->before &&
	       a->offset == b->offset;
}

/* Whether the range may go on in the next year: not "Feb 29", nor "Feb 29-30", nor where the last Friday is
 * before the last Thursday. */
static bool
may_wrap(const struct hours_dates *dates)
{
	const struct hours_date *from = &dates->from, *to = &dates->to;
	bool within = from->month == to->month && from->month &&
	              (from->nth || to->nth || from->day <= to->day);

	return !within && !same_date(from, to);
}

/* "Feb Su[5]" is not in every year. */
static bool
exists(const struct hours_date *date, int year)
{
	int day;

	if (date->month == 0 || date->nth == 0)
		return true;
	day = nth_weekday(year, date->month, date->nth_day, date->nth);
	return date_to_civil(day).month == date->month;
}

/* Of the range that begins in that year; or that ends in it, where only its end has a year. */
static uint64_t
of_range(const struct hours_days *days, const struct hours_dates *dates, int year)
{
	int end_year = dates->to.year ? dates->to.year : year;
	int start = resolve(&dates->from, year, false), end;
	uint64_t bits = 0;

	if (!exists(&dates->from, year))
		return 0;
	if (dates->ever)
		end = date_from_civil(year, MONTHS, 31);
	else
		end = resolve(&dates->to, end_year, true);
	if (end < start && !dates->ever && may_wrap(dates)) {
		if (!dates->to.year)
			end = resolve(&dates->to, year + 1, true);
		else if (!dates->from.year)
			start = resolve(&dates->from, year - 1, false);
	}
	if (dates->step <= 1)
		return between(days, start, end);
	if (start < days->first)
		start += (days->first - start + dates->step - 1) / dates->step * dates->step;
	for (; start <= end && start < days->first + HOURS_DAYS; start += dates->step)
		bits |= one(days, start);
	return bits;
}

static uint64_t
of_dates(const struct hours_days *days, const struct hours_rule *rule)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < rule->dates_len; i++) {
		const struct hours_dates *d = &rule->dates[i];
		int beside = d->from.offset || d->to.offset ? 1 + MOVED_YEARS : 1;
		int from = days->from_year - beside, to = days->to_year + beside;

		if (d->from.year || d->to.year)
			from = to = d->from.year ? d->from.year : d->to.year;
		for (int year = from; year <= to; year++)
			bits |= of_range(days, d, year);
	}
	return bits;
}

/* ---- weekdays, holidays ---- */

/* "Th[1]", "Fr[-1]", "Su[1] +1 day": month by month. */
static uint64_t
of_nth_weekdays(const struct hours_days *days, const struct hours_weekdays *item)
{
	struct civil month = date_to_civil(days->first - item->offset);
	int until = days->first + HOURS_DAYS - item->offset;
	uint64_t bits = 0;

	while (month_start(month.year, month.month) < until) {
		int end = month_start(month.year, month.month) +
		          date_month_length(month.year, month.month);

		for (int weekday = 0; weekday < 7; weekday++) {
			int day = nth_weekday(month.year, month.month, weekday, 1);
			int count = (end - 1 - day) / 7 + 1;

			for (int k = 0; k < count && item->days >> weekday & 1; k++)
				if (item->nth >> k & 1 || item->nth_last >> (count - 1 - k) & 1)
					bits |= one(days, day + 7 * k + item->offset);
		}
		month.year += month.month == MONTHS;
		month.month = month.month % MONTHS + 1;
	}
	return bits;
}

static uint64_t
of_weekdays(const struct hours_days *days, const struct hours_rule *rule)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < rule->weekdays_len; i++) {
		const struct hours_weekdays *item = &rule->weekdays[i];
		int moved = (item->offset % 7 + 7) % 7;

		if (item->nth || item->nth_last)
			bits |= of_nth_weekdays(days, item);
		else
			for (int weekday = 0; weekday < 7; weekday++)
				if (item->days >> weekday & 1)
					bits |= days->weekday[(weekday + moved) % 7];
	}
	return bits;
}

static uint64_t
of_list(const struct hours_days *days, const struct holiday *list, size_t len, int offset)
{
	size_t low = 0, high = len; /* those before `low` are over before the days begin */
	uint64_t bits = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list[middle].until + offset < days->first)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < len && list[low].from + offset < days->first + HOURS_DAYS; low++)
		bits |= between(days, list[low].from + offset, list[low].until + offset);
	return bits;
}

/* The days on which somebody knows whether there is such a holiday. */
static uint64_t
known(const struct hours_days *days, const struct hours_holiday *item)
{
	const struct holidays *all = days->holidays;
	int from = all->first, until = all->until;

	if (item->school && all->school_first < all->school_until) {
		from = all->school_first;
		until = all->school_until;
	} else if (item->school && all->school_len == 0) {
		return 0;
	}
	return between(days, from + item->offset, until - 1 + item->offset);
}

static uint64_t
of_holidays(const struct hours_days *days, const struct hours_rule *rule, uint64_t *perhaps)
{
	const struct holidays *all = days->holidays;
	uint64_t bits = 0;

	*perhaps = 0;
	for (size_t i = 0; i < rule->holidays_len && all; i++) {
		const struct hours_holiday *item = &rule->holidays[i];

		if (item->school)
			bits |= of_list(days, all->school, all->school_len, item->offset);
		else
			bits |= of_list(days, all->public, all->public_len, item->offset);
		*perhaps |= ~known(days, item);
	}
	return bits;
}

/* ---- the rule as a whole ---- */

bool
hours_days_named(const struct hours_rule *rule)
{
	return rule->years_len || rule->dates_len || rule->weeks_len || rule->weekdays_len ||
	       rule->holidays_len;
}

uint64_t
hours_days_of(const struct hours_days *days, const struct hours_rule *rule, uint64_t *perhaps)
{
	uint64_t bits = all_days, weekdays, holidays;

	*perhaps = 0;
	if (rule->years_len)
		bits &= of_years(days, rule);
	if (rule->dates_len && bits)
		bits &= of_dates(days, rule);
	if (rule->weeks_len && bits)
		bits &= of_weeks(days, rule);
	if (!rule->holidays_len)
		return rule->weekdays_len ? bits & of_weekdays(days, rule) : bits;
	weekdays = of_weekdays(days, rule);
	holidays = of_holidays(days, rule, perhaps);
	if (rule->holidays_narrow && rule->weekdays_len) {
		*perhaps &= bits & weekdays & ~holidays;
		return bits & weekdays & holidays;
	}
	*perhaps &= bits & ~weekdays & ~holidays;
	return bits & (weekdays | holidays);
}

bool
hours_closes_days(const struct hours_rule *rule)
{
	const struct hours_times *times = rule->times;

	if (rule->meaning != MEANING_CLOSED || rule->times_len > 1)
		return false;
	return rule->times_len == 0 ||
	       (!times->from.event && !times->to.event && !times->open_end &&
	        (times->to.minute == times->from.minute ||
	         times->to.minute - times->from.minute == DAY_MINUTES));
}
