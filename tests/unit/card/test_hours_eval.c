#include "card/hours_eval.h"

#include "evaluating.h"

#include <math.h>

/* ---- intervals as texts ---- */

static const char *const weekdays[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

/* "We 09:00"; in a window of more than a week "12-30 09:00". */
static void
add_day(struct buf *out, int day, bool week)
{
	struct civil c = date_to_civil(day);

	if (week)
		buf_adds(out, weekdays[date_weekday(day)]);
	else
		buf_printf(out, "%02d-%02d", c.month, c.day);
}

/* "Tu 22:00-We 02:00?": "?" is unsure, "+" an open end. The end of a day is 24:00. */
static void
add_interval(struct buf *out, const struct hours_interval *i, bool week)
{
	int from = (int)(i->from / DAY_MINUTES), to = (int)((i->to - 1) / DAY_MINUTES);
	int open = (int)(i->from % DAY_MINUTES), close = (int)(i->to - (int64_t)to * DAY_MINUTES);

	if (out->len)
		buf_adds(out, ", ");
	add_day(out, from, week);
	buf_printf(out, " %02d:%02d-", open / 60, open % 60);
	if (to != from) {
		add_day(out, to, week);
		buf_adds(out, " ");
	}
	buf_printf(out, "%02d:%02d%s%s", close / 60, close % 60,
	           i->meaning == MEANING_UNSURE ? "?" : "", i->open_end ? "+" : "");
	if (i->comment.len)
		buf_printf(out, " \"%.*s\"", STR_ARG(i->comment));
}

static void
add_all(struct buf *out, const struct hours_intervals *all, bool week)
{
	for (size_t i = 0; i < all->len; i++) {
		assert_true(all->items[i].from < all->items[i].to);
		assert_true(i == 0 || all->items[i - 1].to <= all->items[i].from);
		add_interval(out, &all->items[i], week);
	}
}

struct example {
	const char *rules, *intervals;
};

static void
check(struct namur *n, const struct example *cases, size_t len, const char *from, const char *to)
{
	int64_t start = minute_of(from), end = minute_of(to);

	for (size_t i = 0; i < len; i++) {
		struct hours hours = namur_read(n, str(cases[i].rules));
		struct hours_intervals all = { 0 };
		struct buf got = { 0 };

		if (hours.state != HOURS_KNOWN)
			fail_msg("%s: not understood", cases[i].rules);
		hours_evaluate(&hours, &n->place, start, end, &all, n->arena);
		add_all(&got, &all, end - start <= 7 * DAY_MINUTES);
		if (!str_eq(buf_str(&got), str(cases[i].intervals)))
			fail_msg("%s\n  is  %.*s\n  not %s", cases[i].rules, STR_ARG(buf_str(&got)),
			         cases[i].intervals);
		buf_release(&got);
		arena_reset(n->arena);
	}
}

/* An ordinary week: no holiday is near. */
#define CHECK_WEEK(cases) check(*state, cases, countof(cases), "2026-11-16", "2026-11-23")

/* ---- rules over rules ---- */

static void
a_rule_is_for_its_days_and_times(void **state)
{
	static const struct example cases[] = {
		{ "24/7", "Mo 00:00-Su 24:00" },
		{ "off", "" },
		{ "unknown", "Mo 00:00-Su 24:00?" },
		{ "\"sur rendez-vous\"", "Mo 00:00-Su 24:00? \"sur rendez-vous\"" },
		{ "Tu 09:00-12:00,13:00-18:00", "Tu 09:00-12:00, Tu 13:00-18:00" },
		{ "We", "We 00:00-24:00" },
		{ "Sa-Mo 10:00-12:00", "Mo 10:00-12:00, Sa 10:00-12:00, Su 10:00-12:00" },
		{ "We 10:00-12:00,11:00-13:00", "We 10:00-13:00" },
		{ "We 10:00-12:00,12:00-13:00", "We 10:00-13:00" },
		{ "We 10:00-12:00 open \"guichet\"", "We 10:00-12:00 \"guichet\"" },
		{ "We 10:00-12:00 \"guichet\"", "We 10:00-12:00? \"guichet\"" },
		{ "We 10:00-12:00 off", "" },
	};

	CHECK_WEEK(cases);
}

static void
a_later_rule_replaces_the_days_it_names(void **state)
{
	static const struct example cases[] = {
		{ "We-Th 09:00-18:00; We 20:00-21:00", "We 20:00-21:00, Th 09:00-18:00" },
		{ "We-Th 09:00-18:00; We 12:00-13:00 unknown", "We 12:00-13:00?, Th 09:00-18:00" },
		{ "We 20:00-21:00; We-Th 09:00-18:00", "We 09:00-18:00, Th 09:00-18:00" },
		{ "24/7; We 10:00-11:00", "Mo 00:00-Tu 24:00, We 10:00-11:00, Th 00:00-Su 24:00" },
		/* A rule for all days replaces another such; to one for some days it only adds. */
		{ "08:00-09:00; 10:00-12:00; We off",
		  "Mo 10:00-12:00, Tu 10:00-12:00, Th 10:00-12:00, Fr 10:00-12:00, Sa 10:00-12:00, "
		  "Su 10:00-12:00" },
		{ "We-Th 08:00-12:00; 14:00-18:00 open \"x\"; Fr-Tu off",
		  "We 08:00-12:00, We 14:00-18:00 \"x\", Th 08:00-12:00, Th 14:00-18:00 \"x\"" },
		{ "We 08:00-12:00; 09:00-10:00 \"x\"; Th-Tu off; Mo-Tu unknown",
		  "Mo 00:00-Tu 24:00?, We 08:00-09:00, We 09:00-10:00? \"x\", We 10:00-12:00" },
	};

	CHECK_WEEK(cases);
}

static void
off_takes_away_its_times_alone(void **state)
{
	static const struct example cases[] = {
		{ "We-Th 09:00-18:00; We off", "Th 09:00-18:00" },
		{ "We-Th 09:00-18:00; We 12:00-13:00 off",
		  "We 09:00-12:00, We 13:00-18:00, Th 09:00-18:00" },
		{ "We-Th 09:00-18:00; We 07:00-09:00 off", "We 09:00-18:00, Th 09:00-18:00" },
		{ "We-Th 09:00-18:00; 12:00-13:00 off",
		  "We 09:00-12:00, We 13:00-18:00, Th 09:00-12:00, Th 13:00-18:00" },
		{ "We off; We-Th 09:00-18:00", "We 09:00-18:00, Th 09:00-18:00" },
		{ "We 09:00-18:00, We 12:00-13:00 off", "We 09:00-12:00, We 13:00-18:00" },
		{ "We unknown; We 12:00-13:00 off", "We 00:00-12:00?, We 13:00-24:00?" },
		{ "We 09:00-18:00; We 12:00-14:00+ off", "We 09:00-12:00" },
		{ "24/7; We 22:00-03:00 off", "Mo 00:00-We 22:00, Th 03:00-Su 24:00" },
	};

	CHECK_WEEK(cases);
}

static void
a_comma_adds_and_what_is_later_wins(void **state)
{
	static const struct example cases[] = {
		{ "We-Th 09:00-12:00, We 14:00-16:00",
		  "We 09:00-12:00, We 14:00-16:00, Th 09:00-12:00" },
		{ "We 09:00-18:00, We 12:00-13:00 unknown",
		  "We 09:00-12:00, We 12:00-13:00?, We 13:00-18:00" },
		{ "We 09:00-18:00, We 17:00-19:00 open \"bar\"",
		  "We 09:00-17:00, We 17:00-19:00 \"bar\"" },
	};

	CHECK_WEEK(cases);
}

static void
a_fallback_speaks_where_it_is_closed(void **state)
{
	static const struct example cases[] = {
		{ "We 08:00-11:00; Th-Tu 00:00-24:00 || \"x\"",
		  "Mo 00:00-Tu 24:00, We 00:00-08:00? \"x\", We 08:00-11:00, We 11:00-24:00? \"x\", "
		  "Th 00:00-Su 24:00" },
		{ "We 08:00-11:00; We 09:00-10:00 off || We 07:00-12:00 \"x\"",
		  "We 07:00-08:00? \"x\", We 08:00-09:00, We 09:00-10:00? \"x\", We 10:00-11:00, "
		  "We 11:00-12:00? \"x\"" },
		{ "We 08:00-11:00; We off || We 07:00-10:00 \"x\"", "We 07:00-10:00? \"x\"" },
		{ "We 08:00-11:00 || We 07:00-09:00 unknown || We 06:00-12:00",
		  "We 06:00-07:00, We 07:00-08:00?, We 08:00-12:00" },
		/* A comma behind a fallback goes on with it. */
		{ "We 08:00-11:00 || We 07:00-10:00, We 07:30-12:30 \"y\"",
		  "We 07:00-11:00, We 11:00-12:30? \"y\"" },
		{ "We 08:00-11:00 || We 07:00-10:00; We 12:00-13:00", "We 12:00-13:00" },
		{ "We 08:00-11:00 || We off", "We 08:00-11:00" },
		{ "We 22:00-03:00 || Th 01:00-10:00", "We 22:00-Th 10:00" },
	};

	CHECK_WEEK(cases);
}

static void
past_midnight_is_the_next_day_of_the_calendar(void **state)
{
	static const struct example cases[] = {
		{ "We 22:00-02:00", "We 22:00-Th 02:00" },
		{ "We 22:00-26:00", "We 22:00-Th 02:00" },
		{ "We 10:00-10:00", "We 10:00-Th 10:00" },
		{ "We 00:00-00:00", "We 00:00-24:00" },
		{ "We 00:00-48:00", "We 00:00-Th 24:00" },
		{ "Su 22:00-02:00", "Mo 00:00-02:00, Su 22:00-24:00" },
		/* A later rule for that day wipes the night, too; one before it, or a comma, does not. */
		{ "We 22:00-02:00; Th 10:00-12:00", "We 22:00-24:00, Th 10:00-12:00" },
		{ "We 22:00-02:00; Th off", "We 22:00-24:00" },
		{ "We 22:00-02:00; Th 01:00-03:00 off", "We 22:00-Th 01:00" },
		{ "Th 10:00-12:00; We 22:00-02:00", "We 22:00-Th 02:00, Th 10:00-12:00" },
		{ "We 22:00-02:00, Th 10:00-12:00", "We 22:00-Th 02:00, Th 10:00-12:00" },
		{ "Th off; We 22:00-02:00", "We 22:00-Th 02:00" },
		/* And a rule that replaced the evening did not touch the morning after. */
		{ "We-Th 22:00-02:00; We 10:00-12:00; Th off", "We 10:00-12:00, Fr 00:00-02:00" },
		{ "We-Th 22:00-02:00; We off", "Th 00:00-02:00, Th 22:00-Fr 02:00" },
	};

	CHECK_WEEK(cases);
}

static void
an_open_end_is_unsure_for_some_hours(void **state)
{
	static const struct example cases[] = {
		{ "We 10:00+", "We 10:00-24:00?+" },
		{ "We 16:59+", "We 16:59-24:00?+" },
		{ "We 17:00+", "We 17:00-Th 03:00?+" },
		{ "We 21:59+", "We 21:59-Th 07:59?+" },
		{ "We 22:00+", "We 22:00-Th 06:00?+" },
		{ "We 10:00-12:00+", "We 10:00-12:00+, We 12:00-24:00?+" },
		{ "We 10:00-18:00+", "We 10:00-18:00+, We 18:00-Th 04:00?+" },
		{ "We 20:00-02:00+", "We 20:00-Th 02:00+, Th 02:00-10:00?+" },
		{ "We 10:00-24:00+", "We 10:00-24:00+, Th 00:00-08:00?+" },
		{ "We 10:00-14:00+ \"z\"", "We 10:00-14:00? \"z\", We 14:00-24:00?+ \"z\"" },
		{ "We 10:00-14:00+ open \"z\"", "We 10:00-14:00+ \"z\", We 14:00-24:00?+ \"z\"" },
		/* It is over when the next span begins; what is written wins over what is guessed. */
		{ "We 10:00-12:00+,14:00-18:00",
		  "We 10:00-12:00+, We 12:00-14:00?+, We 14:00-18:00" },
		{ "We 14:00-18:00,10:00-12:00+",
		  "We 10:00-12:00+, We 12:00-14:00?+, We 14:00-18:00" },
		{ "We 12:00+,19:00+", "We 12:00-Th 05:00?+" },
		{ "We-Th 05:00-12:00,20:00+",
		  "We 05:00-12:00, We 20:00-Th 05:00?+, Th 05:00-12:00, Th 20:00-Fr 06:00?+" },
		{ "We 17:00+; Th 01:00-02:00", "We 17:00-24:00?+, Th 01:00-02:00" },
		{ "We 17:00+, We 19:00-20:00 open",
		  "We 17:00-19:00?+, We 19:00-20:00, We 20:00-Th 03:00?+" },
		{ "We 10:00-18:00+; We 17:00-19:00 off", "We 10:00-17:00, We 19:00-Th 04:00?+" },
		{ "We 19:00-23:00 || We 20:00-22:00,18:00+", "We 18:00-19:00?+, We 19:00-23:00" },
	};

	CHECK_WEEK(cases);
}

/* ---- days ---- */

static void
weekdays_are_counted_in_their_month(void **state)
{
	static const struct example cases[] = {
		{ "We[1] 10:00-11:00", "11-04 10:00-11:00, 12-02 10:00-11:00" },
		{ "Fr[-1] 10:00-11:00", "11-27 10:00-11:00, 12-25 10:00-11:00" },
		{ "Tu[1,3] 10:00-11:00",
		  "11-03 10:00-11:00, 11-17 10:00-11:00, 12-01 10:00-11:00, 12-15 10:00-11:00" },
		{ "Mo[4-5] 10:00-11:00",
		  "11-23 10:00-11:00, 11-30 10:00-11:00, 12-28 10:00-11:00" },
		{ "Tu[5] 10:00-11:00", "12-29 10:00-11:00" },
		{ "Th[-5] 10:00-11:00", "12-03 10:00-11:00" },
		{ "Su[1] +1 day 10:00-11:00", "11-02 10:00-11:00, 12-07 10:00-11:00" },
		{ "Tu[1] -2 days 10:00-11:00", "11-01 10:00-11:00, 11-29 10:00-11:00" },
		{ "Mo[-1] +3 days 10:00-11:00", "12-03 10:00-11:00, 12-31 10:00-11:00" },
		{ "Dec Sa[1] 22:00-02:00", "12-05 22:00-12-06 02:00" },
		{ "Sa[1] 10:00-11:00; Sa[1] +1 day 10:00-12:00",
		  "11-07 10:00-11:00, 11-08 10:00-12:00, 12-05 10:00-11:00, 12-06 10:00-12:00" },
	};

	check(*state, cases, countof(cases), "2026-11-01", "2027-01-01");
}

static void
dates_may_go_over_the_end_of_the_year(void **state)
{
	static const struct example cases[] = {
		{ "Dec 31 10:00-11:00", "12-31 10:00-11:00" },
		{ "Dec 30-Jan 2 10:00-11:00",
		  "12-30 10:00-11:00, 12-31 10:00-11:00, 01-01 10:00-11:00, 01-02 10:00-11:00" },
		{ "Jan 2-Dec 30 10:00-11:00; Jan 4-Dec 29 off",
		  "12-30 10:00-11:00, 01-02 10:00-11:00, 01-03 10:00-11:00" },
		{ "Nov-Feb 10:00-11:00; Dec 30-31 off; Jan 2-5 off",
		  "12-29 10:00-11:00, 01-01 10:00-11:00" },
		{ "2026 Dec 31 10:00-11:00; 2027 Dec 31 10:00-12:00", "12-31 10:00-11:00" },
		{ "2026 Dec 31-2027 Jan 1 10:00-11:00", "12-31 10:00-11:00, 01-01 10:00-11:00" },
		{ "2026 10:00-11:00; 2026 Dec 29 off", "12-30 10:00-11:00, 12-31 10:00-11:00" },
		{ "2027+ Fr-Sa 10:00-11:00", "01-01 10:00-11:00, 01-02 10:00-11:00" },
		{ "2025-2027/2 Fr 10:00-11:00", "01-01 10:00-11:00" },
		{ "2020-2030/3 Th 10:00-11:00", "12-31 10:00-11:00" },
		{ "Dec 31 22:00-03:00", "12-31 22:00-01-01 03:00" },
		{ "Dec Su[-1]-Dec 29 10:00-11:00", "12-29 10:00-11:00" },
		{ "week 53 Fr 10:00-11:00", "01-01 10:00-11:00" },
		{ "week 01 Mo 10:00-11:00", "01-04 10:00-11:00" },
		{ "week 01-53/2 Sa 10:00-11:00", "01-02 10:00-11:00" },
		{ "2027 week 53 10:00-11:00",
		  "01-01 10:00-11:00, 01-02 10:00-11:00, 01-03 10:00-11:00" },
	};

	check(*state, cases, countof(cases), "2026-12-29", "2027-01-06");
}

static void
easter_moves_and_leap_days_are_rare(void **state)
{
	static const struct example spring[] = {
		{ "easter 10:00-11:00", "03-28 10:00-11:00" },
		{ "easter -2 days 10:00-11:00", "03-26 10:00-11:00" },
		{ "easter -2 days-easter +1 day 10:00-11:00; Sa-Su off",
		  "03-26 10:00-11:00, 03-29 10:00-11:00" },
		{ "Mar 27-easter 10:00-11:00", "03-27 10:00-11:00, 03-28 10:00-11:00" },
		{ "Mar Su[-1] 10:00-11:00", "03-28 10:00-11:00" },
		{ "PH 10:00-11:00", "03-29 10:00-11:00" },
		{ "PH -1 day 10:00-11:00", "03-28 10:00-11:00" },
	};
	static const struct example february[] = {
		{ "Feb 29 10:00-11:00", "02-29 10:00-11:00" },
		{ "Feb 28-Mar 1 10:00-11:00",
		  "02-28 10:00-11:00, 02-29 10:00-11:00, 03-01 10:00-11:00" },
		{ "Feb 29-Mar 1 10:00-11:00", "02-29 10:00-11:00, 03-01 10:00-11:00" },
	};
	static const struct example common[] = {
		{ "Feb 29 10:00-11:00", "" },
		{ "Feb 28-Mar 1 10:00-11:00", "02-28 10:00-11:00, 03-01 10:00-11:00" },
		{ "Feb 29-Mar 1 10:00-11:00", "03-01 10:00-11:00" },
		{ "Feb 10:00-11:00; Feb 1-27 off", "02-28 10:00-11:00" },
		{ "Feb Su[5] 10:00-11:00", "" },
		/* In July 2026 the last Friday is before the last Saturday, but not so in every year. */
		{ "Jul Sa[-1]-Jul Fr[-1] 10:00-11:00", "" },
	};

	check(*state, spring, countof(spring), "2027-03-22", "2027-04-01");
	check(*state, february, countof(february), "2028-02-27", "2028-03-10");
	check(*state, common, countof(common), "2027-02-27", "2027-03-10");
}

/* Friday, 25 December 2026. */
static void
a_public_holiday_is_an_ordinary_day_unless_named(void **state)
{
	static const struct example cases[] = {
		{ "Fr 09:00-18:00", "Fr 09:00-18:00" },
		{ "Fr 09:00-18:00; PH off", "" },
		{ "PH off; Fr 09:00-18:00", "Fr 09:00-18:00" },
		{ "Th-Fr 09:00-18:00; PH 10:00-12:00", "Th 09:00-18:00, Fr 10:00-12:00" },
		{ "PH,Sa 10:00-12:00", "Fr 10:00-12:00, Sa 10:00-12:00" },
		{ "PH Mo-Th 10:00-12:00", "" },
		{ "PH Fr 10:00-12:00", "Fr 10:00-12:00" },
		{ "PH -1 day 10:00-12:00", "Th 10:00-12:00" },
		{ "PH +1 day 10:00-12:00", "Sa 10:00-12:00" },
		{ "Dec PH 10:00-12:00", "Fr 10:00-12:00" },
		{ "Jan PH 10:00-12:00", "" },
		{ "PH 22:00-02:00", "Fr 22:00-Sa 02:00" },
		{ "Th-Fr 22:00-02:00; PH off", "Th 22:00-24:00, Sa 00:00-02:00" },
		/* In the winter break of the schools. */
		{ "Mo-We 09:00-16:00; SH off", "" },
		{ "SH Mo-Tu 10:00-12:00", "Mo 10:00-12:00, Tu 10:00-12:00" },
	};

	check(*state, cases, countof(cases), "2026-12-21", "2026-12-28");
}

static void
holidays_that_nobody_knows_make_hours_unsure(void **state)
{
	static const struct example cases[] = {
		{ "Mo-Tu 09:00-18:00", "Mo 09:00-18:00, Tu 09:00-18:00" },
		{ "Mo 09:00-18:00; SH off", "Mo 09:00-18:00?" },
		{ "Mo 09:00-18:00; SH 12:00-13:00 off",
		  "Mo 09:00-12:00, Mo 12:00-13:00?, Mo 13:00-18:00" },
		{ "Mo 09:00-18:00; Mo,SH 10:00-12:00; Tu-Su off", "Mo 10:00-12:00" },
		{ "Mo 09:00-18:00; SH Mo 10:00-12:00", "Mo 09:00-18:00?" },
		{ "SH Mo 10:00-12:00", "Mo 10:00-12:00?" },
		{ "Mo 09:00-18:00 || SH Mo 17:00-20:00", "Mo 09:00-18:00, Mo 18:00-20:00?" },
	};
	struct namur *n = *state;

	n->holidays.school = NULL;
	n->holidays.school_len = 0;
	n->holidays.school_first = n->holidays.school_until = 0;
	CHECK_WEEK(cases);
}

/* ---- the sun ---- */

static void
the_sun_rises_where_the_shop_is(void **state)
{
	static const struct example namur[] = {
		{ "We sunrise-sunset", "We 07:59-16:51" },
		{ "We dawn-dusk", "We 07:23-17:27" },
		{ "We (sunrise+01:00)-(sunset-01:30)", "We 08:59-15:21" },
		{ "We sunset-sunrise", "We 16:51-Th 08:01" },
		{ "We 20:00-sunrise", "We 20:00-Th 08:01" },
		{ "We 10:00-sunset", "We 10:00-16:51" },
		/* The sun has set before: nothing, and not until tomorrow's sunset. */
		{ "We 18:00-sunset", "" },
		{ "We 09:00-12:00,18:00-sunset", "We 09:00-12:00" },
		{ "We sunset+", "We 16:51-24:00?+" },
	};
	static const struct example nowhere[] = {
		{ "We sunrise-sunset", "We 00:00-24:00?" },
		{ "We 08:00-sunset", "We 08:00-24:00?" },
		{ "We sunset-sunrise", "We 00:00-Th 12:00?" },
		{ "We sunset+", "We 00:00-24:00?+" },
		{ "We 08:00-20:00; We sunset-24:00 off", "We 08:00-20:00?" },
	};
	static const struct example tromso[] = {
		{ "Tu sunrise-sunset", "Tu 00:00-24:00?" },
		{ "Tu 10:00-11:00,sunset-20:00",
		  "Tu 00:00-10:00?, Tu 10:00-11:00, Tu 11:00-20:00?" },
	};
	struct namur *n = *state;

	CHECK_WEEK(namur);
	n->place.latitude = 69.65;
	n->place.longitude = 18.96;
	check(n, tromso, countof(tromso), "2026-12-21", "2026-12-28");
	n->place.latitude = NAN;
	CHECK_WEEK(nowhere);
}

static void
the_sun_goes_by_the_clock_of_the_place(void **state)
{
	static const struct example cases[] = {
		{ "Sa-Su sunrise-sunset", "10-24 08:17-18:30, 10-25 07:19-17:29" },
	};

	check(*state, cases, countof(cases), "2026-10-20", "2026-10-30");
}

/* ---- windows ---- */

static void
a_window_cuts_what_reaches_over_it(void **state)
{
	static const struct {
		const char *rules, *from, *to, *intervals;
	} cases[] = {
		{ "24/7", "2026-11-18T10:00", "2026-11-18T10:01", "We 10:00-10:01" },
		{ "We 22:00-02:00", "2026-11-18T23:00", "2026-11-19T01:00", "We 23:00-Th 01:00" },
		{ "We 22:00-02:00", "2026-11-19T01:00", "2026-11-19T03:00", "Th 01:00-02:00" },
		{ "We 22:00-02:00", "2026-11-19T02:00", "2026-11-19T03:00", "" },
		{ "We 10:00-12:00+", "2026-11-18T09:00", "2026-11-18T11:00", "We 10:00-11:00" },
		{ "We 10:00-12:00+", "2026-11-18T09:00", "2026-11-18T12:00", "We 10:00-12:00+" },
		{ "We 10:00-12:00", "2026-11-18T11:00", "2026-11-18T11:00", "" },
		{ "We 10:00-12:00", "2026-11-18T12:00", "2026-11-18T10:00", "" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		check(*state, &(struct example){ cases[i].rules, cases[i].intervals }, 1,
		      cases[i].from, cases[i].to);
}

static void
hours_that_are_not_understood_say_nothing(void **state)
{
	struct namur *n = *state;
	struct hours hours = { .state = HOURS_UNKNOWN, .text = str("quand il fait beau") };
	struct hours_intervals all = { 0 };

	hours_evaluate(&hours, &n->place, 0, DAY_MINUTES, &all, n->arena);
	assert_int_equal(all.len, 0);
}

/* ---- questions about the rules ---- */

static void
rules_know_whether_they_are_the_same_every_week(void **state)
{
	static const struct {
		const char *rules;
		bool weekly, holidays;
	} cases[] = {
		{ "Mo-Fr 09:00-18:00; Sa 10:00-12:00", true, false },
		{ "Mo-Fr 09:00-18:00; PH off", true, true },
		{ "Mo-Fr 09:00-18:00; SH off", true, false },
		{ "24/7", true, false },
		{ "Mo-Fr 09:00-18:00; Dec 24 09:00-12:00", false, false },
		{ "2026 Mo-Fr 09:00-18:00", false, false },
		{ "week 01-53/2 Mo 09:00-18:00", false, false },
		{ "Sa[1] 09:00-18:00", false, false },
		{ "Mo-Fr 09:00-sunset", false, false },
	};
	struct namur *n = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = namur_read(n, str(cases[i].rules));

		assert_int_equal(hours_are_weekly(&hours), cases[i].weekly);
		assert_int_equal(hours_mind_holidays(&hours), cases[i].holidays);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, namur_begin, namur_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rule_is_for_its_days_and_times),
		TEST(a_later_rule_replaces_the_days_it_names),
		TEST(off_takes_away_its_times_alone),
		TEST(a_comma_adds_and_what_is_later_wins),
		TEST(a_fallback_speaks_where_it_is_closed),
		TEST(past_midnight_is_the_next_day_of_the_calendar),
		TEST(an_open_end_is_unsure_for_some_hours),
		TEST(weekdays_are_counted_in_their_month),
		TEST(dates_may_go_over_the_end_of_the_year),
		TEST(easter_moves_and_leap_days_are_rare),
		TEST(a_public_holiday_is_an_ordinary_day_unless_named),
		TEST(holidays_that_nobody_knows_make_hours_unsure),
		TEST(the_sun_rises_where_the_shop_is),
		TEST(the_sun_goes_by_the_clock_of_the_place),
		TEST(a_window_cuts_what_reaches_over_it),
		TEST(hours_that_are_not_understood_say_nothing),
		TEST(rules_know_whether_they_are_the_same_every_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
