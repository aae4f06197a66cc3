#include "card/hours_week.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

#include <stdlib.h>

static const char day_names[WEEK_DAYS][3] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

static int
compare_spans(const void *a, const void *b)
{
	const struct hours_span *x = a, *y = b;

	if (x->open != y->open)
		return (x->open > y->open) - (x->open < y->open);
	return (x->close > y->close) - (x->close < y->close);
}

void
hours_day_tidy(struct hours_day *day)
{
	size_t kept = 0;

	qsort(day->spans, day->len, sizeof *day->spans, compare_spans);
	for (size_t i = 0; i < day->len; i++) {
		struct hours_span *last = kept ? &day->spans[kept - 1] : NULL;

		if (!last || day->spans[i].open > last->close)
			day->spans[kept++] = day->spans[i];
		else if (day->spans[i].close > last->close)
			last->close = day->spans[i].close;
	}
	day->len = kept;
}

static bool
day_equal(const struct hours_day *a, const struct hours_day *b)
{
	if (a->len != b->len)
		return false;
	for (size_t i = 0; i < a->len; i++)
		if (compare_spans(&a->spans[i], &b->spans[i]) != 0)
			return false;
	return true;
}

/* False too for what would begin after midnight: that is the next day's. */
static bool
day_push(struct hours_day *day, int open, int close)
{
	if (open >= close)
		return true;
	if (day->len == DAY_SPANS || open >= DAY_MINUTES)
		return false;
	day->spans[day->len++] = (struct hours_span){ open, close };
	return true;
}

static bool
day_add(struct hours_day *day, const struct hours_day *more)
{
	for (size_t i = 0; i < more->len; i++)
		if (!day_push(day, more->spans[i].open, more->spans[i].close))
			return false;
	hours_day_tidy(day);
	return true;
}

static bool
day_cut(struct hours_day *day, const struct hours_day *away)
{
	for (size_t i = 0; i < away->len; i++) {
		struct hours_span cut = away->spans[i];
		struct hours_day left = { .len = 0 };

		for (size_t j = 0; j < day->len; j++) {
			struct hours_span s = day->spans[j];

			if (!day_push(&left, s.open, s.close < cut.open ? s.close : cut.open) ||
			    !day_push(&left, s.open > cut.close ? s.open : cut.close, s.close))
				return false;
		}
		*day = left;
	}
	return true;
}

static bool
day_apply(struct hours_day *day, const struct hours_rule *rule)
{
	if (rule->off) {
		if (rule->hours.len)
			return day_cut(day, &rule->hours);
		day->len = 0;
		return true;
	}
	if (!rule->additional)
		day->len = 0;
	return day_add(day, &rule->hours);
}

bool
hours_week_apply(struct hours_week *week, const struct hours_rule *rule)
{
	for (int i = 0; i < WEEK_DAYS; i++) {
		bool named = rule->days & 1u << i;

		if (named && !day_apply(&week->ordinary[i], rule))
			return false;
		if ((named || rule->holidays) && !day_apply(&week->holiday[i], rule))
			return false;
	}
	if (!rule->holidays)
		return true;
	week->has_holiday_rule = true;
	return day_apply(&week->said, rule);
}

/* Where the rules leave holidays that differ by weekday, what the PH rule itself said counts. */
static void
find_holidays(struct hours *out, struct arena *arena, const struct hours_week *week)
{
	bool ordinary = true, same = true;
	const struct hours_day *day;

	out->holidays = HOURS_PH_ORDINARY;
	for (int i = 0; i < WEEK_DAYS; i++) {
		ordinary &= day_equal(&week->holiday[i], &week->ordinary[i]);
		same &= day_equal(&week->holiday[i], &week->holiday[0]);
	}
	if (!week->has_holiday_rule || ordinary)
		return;
	day = same ? &week->holiday[0] : &week->said;
	out->holidays = day->len ? HOURS_PH_SPANS : HOURS_PH_CLOSED;
	out->holiday_len = day->len;
	if (day->len)
		out->holiday_spans = arena_copy(arena, day->spans, day->len * sizeof *day->spans);
}

/* Spans of one day that touch, now that nights were cut, become one. */
static void
merge_within_days(struct hours *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->len; i++) {
		struct hours_span s = out->spans[i], *last = kept ? &out->spans[kept - 1] : NULL;

		if (last && s.open <= last->close &&
		    s.open / DAY_MINUTES == last->open / DAY_MINUTES)
			last->close = s.close;
		else
			out->spans[kept++] = s;
	}
	out->len = kept;
}

/* Day after day. Where a night runs into the next day's hours, the next day takes over. */
static void
join_days(struct hours *out, struct arena *arena, const struct hours_week *week)
{
	size_t total = 0;

	for (int i = 0; i < WEEK_DAYS; i++)
		total += week->ordinary[i].len;
	if (total == 0)
		return;
	out->spans = arena_array(arena, total, sizeof *out->spans);
	for (int i = 0; i < WEEK_DAYS; i++) {
		const struct hours_day *day = &week->ordinary[i];

		for (size_t j = 0; j < day->len; j++)
			out->spans[out->len++] = (struct hours_span){
				day->spans[j].open + i * DAY_MINUTES,
				day->spans[j].close + i * DAY_MINUTES,
			};
	}
	/* Twice round, since Sunday's night may cut Monday and so push its end. */
	for (size_t i = 0; i + 1 < 2 * total && total > 1; i++) {
		struct hours_span *s = &out->spans[i % total], *next = &out->spans[(i + 1) % total];
		int around = i % total + 1 == total ? HOURS_WEEK : 0;

		if (s->close <= next->open + around)
			continue;
		if (next->close + around < s->close)
			next->close = s->close - around;
		s->close = next->open + around;
	}
	merge_within_days(out);
}

/* "09:00"; by hand, because a card in ten thousand counts. */
static void
write_time(struct buf *out, int minute)
{
	const char time[] = { (char)('0' + minute / 600), (char)('0' + minute / 60 % 10), ':',
		              (char)('0' + minute % 60 / 10), (char)('0' + minute % 10) };

	buf_add(out, (struct str){ time, sizeof time });
}

static void
write_spans(struct buf *out, const struct hours_span *spans, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		int open = spans[i].open, close = spans[i].close;

		/* "22:00-02:00", but "10:00-34:00" where 24 hours less would say something else */
		if (close > DAY_MINUTES && close - DAY_MINUTES < open)
			close -= DAY_MINUTES;
		buf_addc(out, i ? ',' : ' ');
		write_time(out, open);
		buf_addc(out, '-');
		write_time(out, close);
	}
}

/* "Mo-We,Fr" */
static void
write_days(struct buf *out, unsigned days)
{
	const char *between = "";

	for (int i = 0; i < WEEK_DAYS; i++) {
		int last = i;

		if (!(days & 1u << i))
			continue;
		while (last + 1 < WEEK_DAYS && days & 1u << (last + 1))
			last++;
		buf_adds(out, between);
		buf_adds(out, day_names[i]);
		if (last > i) {
			buf_addc(out, last > i + 1 ? '-' : ',');
			buf_adds(out, day_names[last]);
		}
		between = ",";
		i = last;
	}
}

static bool
always_open(const struct hours *hours)
{
	if (hours->len != WEEK_DAYS)
		return false;
	for (int i = 0; i < WEEK_DAYS; i++)
		if (hours->spans[i].open != i * DAY_MINUTES ||
		    hours->spans[i].close != (i + 1) * DAY_MINUTES)
			return false;
	return true;
}

/* Days with the same hours share a rule, in the order of their first day. */
static void
write_week(struct buf *out, const struct hours *hours)
{
	struct hours_day days[WEEK_DAYS];
	unsigned done = 0;

	for (int i = 0; i < WEEK_DAYS; i++) {
		days[i].len = hours_day(hours, i, days[i].spans, DAY_SPANS);
		if (days[i].len == 0)
			done |= 1u << i;
	}
	for (int i = 0; i < WEEK_DAYS; i++) {
		unsigned group = 0;

		if (done & 1u << i)
			continue;
		for (int j = i; j < WEEK_DAYS; j++)
			if (!(done & 1u << j) && day_equal(&days[i], &days[j]))
				group |= 1u << j;
		done |= group;
		buf_adds(out, out->len ? "; " : "");
		write_days(out, group);
		write_spans(out, days[i].spans, days[i].len);
	}
}

static struct str
write_text(struct arena *arena, const struct hours *hours)
{
	struct buf out = { 0 };
	struct str text;

	if (always_open(hours))
		buf_adds(&out, "24/7");
	else
		write_week(&out, hours);
	if (hours->len && hours->holidays == HOURS_PH_CLOSED)
		buf_adds(&out, "; PH off");
	if (hours->holidays == HOURS_PH_SPANS) {
		buf_adds(&out, out.len ? "; PH" : "PH");
		write_spans(&out, hours->holiday_spans, hours->holiday_len);
	}
	if (out.len == 0)
		buf_adds(&out, "off");
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

void
hours_week_finish(struct hours *out, struct arena *arena, struct hours_week *week)
{
	*out = (struct hours){ .state = HOURS_KNOWN };
	find_holidays(out, arena, week);
	join_days(out, arena, week);
	out->text = write_text(arena, out);
}
