#include "card/hours_rule.h"

#include "base/buf.h"

enum { MINUTES = 60, NTH_MOST = 5, RUN_LEAST = 3 };

static const char day_names[][3] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
static const char month_names[][4] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
	                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const event_names[] = {
	[EVENT_DAWN] = "dawn",
	[EVENT_SUNRISE] = "sunrise",
	[EVENT_SUNSET] = "sunset",
	[EVENT_DUSK] = "dusk",
};
static const char *const meaning_names[] = {
	[MEANING_OPEN] = "open",
	[MEANING_CLOSED] = "off",
	[MEANING_UNSURE] = "unknown",
};
static const char *const joints[] = {
	[JOINT_NORMAL] = "; ",
	[JOINT_ADDITIONAL] = ", ",
	[JOINT_FALLBACK] = " || ",
};

/* By hand, because a card in ten thousand counts. */
static void
write_two_digits(struct buf *out, int number)
{
	buf_addc(out, (char)('0' + number / 10 % 10));
	buf_addc(out, (char)('0' + number % 10));
}

/* "09:00" */
static void
write_minute(struct buf *out, int minute)
{
	const char time[] = { (char)('0' + minute / 600), (char)('0' + minute / MINUTES % 10), ':',
		              (char)('0' + minute % MINUTES / 10),
		              (char)('0' + minute % MINUTES % 10) };

	buf_add(out, (struct str){ time, sizeof time });
}

/* " +2 days" */
static void
write_offset(struct buf *out, int days)
{
	int many = days < 0 ? -days : days;

	if (days == 0)
		return;
	buf_adds(out, days < 0 ? " -" : " +");
	buf_add_u64(out, (uint64_t)many);
	buf_adds(out, many == 1 ? " day" : " days");
}

static void
write_step(struct buf *out, int step)
{
	if (step <= 1)
		return;
	buf_addc(out, '/');
	buf_add_u64(out, (uint64_t)step);
}

/* A blank between selectors, a comma within one. */
static void
separate(struct buf *out, size_t start, size_t item)
{
	if (item > 0)
		buf_addc(out, ',');
	else if (out->len > start)
		buf_addc(out, ' ');
}

static void
write_years(struct buf *out, const struct hours_rule *rule, size_t start)
{
	for (size_t i = 0; i < rule->years_len; i++) {
		const struct hours_years *y = &rule->years[i];

		separate(out, start, i);
		buf_add_u64(out, (uint64_t)y->from);
		if (y->to == YEAR_EVER) {
			buf_addc(out, '+');
		} else if (y->to != y->from || y->step > 1) {
			buf_addc(out, '-');
			buf_add_u64(out, (uint64_t)y->to);
			write_step(out, y->step);
		}
	}
}

/* " +Su +2 days" */
static void
write_shift(struct buf *out, const struct hours_date *date)
{
	if (date->next_day >= 0) {
		buf_adds(out, date->before ? " -" : " +");
		buf_adds(out, day_names[date->next_day]);
	}
	write_offset(out, date->offset);
}

static void
write_date(struct buf *out, const struct hours_date *date, bool year)
{
	if (year && date->year) {
		buf_add_u64(out, (uint64_t)date->year);
		buf_addc(out, ' ');
	}
	buf_adds(out, date->month ? month_names[date->month] : "easter");
	if (date->day) {
		buf_addc(out, ' ');
		write_two_digits(out, date->day);
	}
	if (date->nth) {
		buf_addc(out, ' ');
		buf_adds(out, day_names[date->nth_day]);
		buf_adds(out, date->nth < 0 ? "[-" : "[");
		buf_addc(out, (char)('0' + (date->nth < 0 ? -date->nth : date->nth)));
		buf_addc(out, ']');
	}
	write_shift(out, date);
}

static bool
same_date(const struct hours_date *a, const struct hours_date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day && a->nth == b->nth &&
	       a->nth_day == b->nth_day && a->next_day == b->next_day && a->before == b->before &&
	       a->offset == b->offset;
}

/* "Dec 24-26", "Mar 28-Apr 16", "2026 Apr-Sep", "2026 Mar 28-2026 Apr 16" */
static void
write_date_range(struct buf *out, const struct hours_dates *item)
{
	const struct hours_date *from = &item->from, *to = &item->to;
	bool months = from->month && !from->day && !from->nth;
	bool same_year = from->year == to->year;

	write_date(out, from, true);
	if (item->ever) {
		buf_addc(out, '+');
		return;
	}
	if (same_date(from, to) && item->step <= 1)
		return;
	buf_addc(out, '-');
	if (same_year && from->day && to->day >= from->day && from->month == to->month &&
	    from->next_day < 0 && from->offset == 0) {
		write_two_digits(out, to->day);
		write_shift(out, to);
	} else {
		write_date(out, to, !(same_year && months && from->month <= to->month));
	}
	write_step(out, item->step);
}

static void
write_dates(struct buf *out, const struct hours_rule *rule, size_t start)
{
	for (size_t i = 0; i < rule->dates_len; i++) {
		separate(out, start, i);
		write_date_range(out, &rule->dates[i]);
	}
}

static void
write_weeks(struct buf *out, const struct hours_rule *rule, size_t start)
{
	for (size_t i = 0; i < rule->weeks_len; i++) {
		const struct hours_weeks *w = &rule->weeks[i];

		separate(out, start, i);
		if (i == 0)
			buf_adds(out, "week ");
		write_two_digits(out, w->from);
		if (w->to == w->from && w->step <= 1)
			continue;
		buf_addc(out, '-');
		write_two_digits(out, w->to);
		write_step(out, w->step);
	}
}

/* "1-3,5" of "[1-3,5,-1]"; the bits of one end of the month. */
static const char *
write_nths(struct buf *out, unsigned bits, bool last, const char *between)
{
	for (int n = 1; n <= NTH_MOST; n++) {
		int to = n;

		if (!(bits & 1u << (n - 1)))
			continue;
		while (!last && to < NTH_MOST && bits & 1u << to)
			to++;
		buf_adds(out, between);
		buf_adds(out, last ? "-" : "");
		buf_addc(out, (char)('0' + n));
		if (to - n + 1 >= RUN_LEAST) {
			buf_addc(out, '-');
			buf_addc(out, (char)('0' + to));
			n = to;
		}
		between = ",";
	}
	return between;
}

static void
write_weekday(struct buf *out, const struct hours_weekdays *item)
{
	buf_adds(out, day_names[item->from]);
	if (item->to != item->from) {
		buf_addc(out, '-');
		buf_adds(out, day_names[item->to]);
	}
	if (item->nth || item->nth_last) {
		const char *between = "";

		buf_addc(out, '[');
		between = write_nths(out, item->nth, false, between);
		write_nths(out, item->nth_last, true, between);
		buf_addc(out, ']');
	}
	write_offset(out, item->offset);
}

static void
write_holidays(struct buf *out, const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->holidays_len; i++) {
		buf_adds(out, i ? "," : "");
		buf_adds(out, rule->holidays[i].school ? "SH" : "PH");
		write_offset(out, rule->holidays[i].offset);
	}
}

/* "Mo-Fr,PH", days that are either; "PH Mo-Fr", days that are both. */
static void
write_days(struct buf *out, const struct hours_rule *rule, size_t start)
{
	bool narrow = rule->holidays_narrow && rule->weekdays_len;

	if (!rule->weekdays_len && !rule->holidays_len)
		return;
	separate(out, start, 0);
	if (narrow)
		write_holidays(out, rule);
	for (size_t i = 0; i < rule->weekdays_len; i++) {
		buf_adds(out, i ? "," : narrow ? " " : "");
		write_weekday(out, &rule->weekdays[i]);
	}
	if (narrow)
		return;
	buf_adds(out, rule->weekdays_len && rule->holidays_len ? "," : "");
	write_holidays(out, rule);
}

static void
write_time(struct buf *out, const struct hours_time *time)
{
	int minute = time->minute;

	if (!time->event) {
		write_minute(out, minute);
	} else if (minute == 0) {
		buf_adds(out, event_names[time->event]);
	} else {
		buf_addc(out, '(');
		buf_adds(out, event_names[time->event]);
		buf_addc(out, minute < 0 ? '-' : '+');
		write_minute(out, minute < 0 ? -minute : minute);
		buf_addc(out, ')');
	}
}

void
hours_write_times(struct buf *out, const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->times_len; i++) {
		const struct hours_times *t = &rule->times[i];

		if (i > 0)
			buf_addc(out, ',');
		write_time(out, &t->from);
		if (!t->open_end || t->to.event != t->from.event ||
		    t->to.minute != t->from.minute) {
			buf_addc(out, '-');
			write_time(out, &t->to);
		}
		if (t->open_end)
			buf_addc(out, '+');
	}
}

static void
write_comment(struct buf *out, struct str comment)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < comment.len; i++)
		buf_addc(out, comment.ptr[i] == '"' ? '\'' : comment.ptr[i]);
	buf_addc(out, '"');
}

/* What it means, where that is not plain: hours are open, a comment alone is unsure. */
static void
write_meaning(struct buf *out, const struct hours_rule *rule, size_t start)
{
	bool plain =
		rule->comment.len ? rule->meaning == MEANING_UNSURE : rule->meaning == MEANING_OPEN;

	if (rule->meaning_written || !plain) {
		separate(out, start, 0);
		buf_adds(out, meaning_names[rule->meaning]);
	}
	if (rule->comment.len) {
		separate(out, start, 0);
		write_comment(out, rule->comment);
	}
}

void
hours_write_rule(struct buf *out, const struct hours_rule *rule)
{
	size_t start = out->len;
	const struct hours_dates *last = rule->dates_len ? &rule->dates[rule->dates_len - 1] : NULL;

	write_years(out, rule, start);
	write_dates(out, rule, start);
	write_weeks(out, rule, start);
	/* "Oct: Su[-1] +1 day", lest it be the day after October's last Sunday. */
	if (last && !last->to.day && !last->to.nth && !rule->weeks_len && rule->weekdays_len &&
	    rule->weekdays[0].offset)
		buf_addc(out, ':');
	write_days(out, rule, start);
	if (rule->always) {
		separate(out, start, 0);
		buf_adds(out, "24/7");
	}
	if (rule->times_len) {
		separate(out, start, 0);
		hours_write_times(out, rule);
	}
	write_meaning(out, rule, start);
}

void
hours_write(struct buf *out, const struct hours_rules *rules)
{
	for (size_t i = 0; i < rules->len; i++) {
		if (i > 0)
			buf_adds(out, joints[rules->items[i].joint]);
		hours_write_rule(out, &rules->items[i]);
	}
}
