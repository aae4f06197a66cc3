#include "card/repeat.h"

#include "base/arena.h"
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static int
day_of(const char *text)
{
	int day;

	assert_true(date_parse(str(text), &day));
	return day;
}

/* The first occurrences of a rule as one text, dates separated by spaces. */
static void
list(char *out, size_t room, const char *rule, const char *start, int most)
{
	struct arena *arena = arena_new();
	struct repeat repeat;
	const char *why;
	int day = day_of(start);
	size_t len = 0;

	out[0] = '\0';
	if (!repeat_parse(&repeat, arena, str(rule), &why))
		fail_msg("%s: %s", rule, why);
	for (int i = 0; i < most; i++, day++) {
		struct civil c;

		day = repeat_next(&repeat, day_of(start), day);
		if (day == DATE_NONE)
			break;
		c = date_to_civil(day);
		len += (size_t)snprintf(out + len, room - len, "%s%04d-%02d-%02d", i ? " " : "",
		                        c.year, c.month, c.day);
	}
	arena_free(arena);
}

static void
events_come_back_when_the_rule_says(void **state)
{
	static const struct {
		const char *rule, *start, *days;
	} cases[] = {
		{ "FREQ=DAILY", "2026-12-30", "2026-12-30 2026-12-31 2027-01-01 2027-01-02" },
		{ "FREQ=DAILY;INTERVAL=10", "2026-01-01",
		  "2026-01-01 2026-01-11 2026-01-21 2026-01-31" },
		{ "FREQ=DAILY;COUNT=3", "2026-01-01", "2026-01-01 2026-01-02 2026-01-03" },
		{ "FREQ=DAILY;BYDAY=SA,SU", "2026-11-21",
		  "2026-11-21 2026-11-22 2026-11-28 2026-11-29" },
		{ "FREQ=DAILY;UNTIL=20260102", "2026-01-01", "2026-01-01 2026-01-02" },
		{ "FREQ=WEEKLY", "2026-11-19", "2026-11-19 2026-11-26 2026-12-03 2026-12-10" },
		{ "FREQ=WEEKLY;BYDAY=TU,SA", "2026-11-19",
		  "2026-11-19 2026-11-21 2026-11-24 2026-11-28" },
		{ "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2026-11-16",
		  "2026-11-16 2026-11-22 2026-11-30 2026-12-06" },
		{ "FREQ=WEEKLY;COUNT=3;BYDAY=WE", "2026-11-16",
		  "2026-11-16 2026-11-18 2026-11-25" },
		{ "FREQ=WEEKLY;BYDAY=SA;BYMONTH=6", "2026-06-20",
		  "2026-06-20 2026-06-27 2027-06-05 2027-06-12" },
		{ "FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31" },
		{ "FREQ=MONTHLY;BYDAY=1SA", "2026-11-07",
		  "2026-11-07 2026-12-05 2027-01-02 2027-02-06" },
		{ "FREQ=MONTHLY;BYDAY=-1SU", "2026-11-29",
		  "2026-11-29 2026-12-27 2027-01-31 2027-02-28" },
		{ "FREQ=MONTHLY;BYDAY=5MO", "2026-11-30",
		  "2026-11-30 2027-03-29 2027-05-31 2027-08-30" },
		{ "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1,15", "2026-01-01",
		  "2026-01-01 2026-01-15 2026-04-01 2026-04-15" },
		{ "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2026-11-13",
		  "2026-11-13 2027-08-13 2028-10-13 2029-04-13" },
		{ "FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29 2036-02-29" },
		{ "FREQ=YEARLY;BYMONTH=12;BYDAY=-1SA", "2026-12-26",
		  "2026-12-26 2027-12-25 2028-12-30 2029-12-29" },
		{ "FREQ=YEARLY;BYDAY=20MO", "2026-05-18",
		  "2026-05-18 2027-05-17 2028-05-15 2029-05-14" },
		{ "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "2026-03-01",
		  "2026-03-01 2026-09-01 2027-03-01 2027-09-01" },
		/* "The start counts", even where the rule would not name it. */
		{ "FREQ=YEARLY;COUNT=2;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2026-01-01" },
		{ "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2026-01-01" },
		{ "FREQ=DAILY;COUNT=1", "2026-01-01", "2026-01-01" },
	};
	char days[200];

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		list(days, sizeof days, cases[i].rule, cases[i].start, 4);
		if (strcmp(days, cases[i].days) != 0)
			fail_msg("%s: %s", cases[i].rule, days);
	}
}

static void
looking_from_far_ahead_finds_the_same_days(void **state)
{
	static const char *const rules[] = { "FREQ=DAILY;INTERVAL=7",
		                             "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
		                             "FREQ=MONTHLY;BYDAY=2WE",
		                             "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29" };
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(rules); i++) {
		int start = day_of("2020-01-07"), far = day_of("2031-06-01"), day = start;
		struct repeat repeat;
		const char *why;

		assert_true(repeat_parse(&repeat, arena, str(rules[i]), &why));
		while (day < far)
			day = repeat_next(&repeat, start, day + 1);
		assert_int_equal(repeat_next(&repeat, start, far), day);
	}
	arena_free(arena);
}

static void
a_rule_has_one_canonical_text(void **state)
{
	static const struct {
		const char *text, *rule;
	} cases[] = {
		{ "freq=weekly;byday=sa", "FREQ=WEEKLY;BYDAY=SA" },
		{ "RRULE:FREQ=WEEKLY;INTERVAL=1;WKST=MO;", "FREQ=WEEKLY" },
		{ " BYDAY=+1SA , -1SU ; FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1SA,-1SU" },
		{ "FREQ=DAILY;UNTIL=2026-12-31", "FREQ=DAILY;UNTIL=20261231" },
		{ "FREQ=DAILY;UNTIL=20261231T235959Z", "FREQ=DAILY;UNTIL=20261231" },
		{ "FREQ=YEARLY;BYMONTHDAY=31,1;BYMONTH=12,1",
		  "FREQ=YEARLY;BYMONTHDAY=1,31;BYMONTH=1,12" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct repeat repeat;
		const char *why;

		assert_true(repeat_parse(&repeat, arena, str(cases[i].text), &why));
		assert_string_equal(repeat.rule.ptr, cases[i].rule);
	}
	arena_free(arena);
}

static void
what_is_not_understood_is_said(void **state)
{
	static const struct {
		const char *rule, *word;
	} cases[] = {
		{ "", "FREQ" },
		{ "weekly", "accepted" },
		{ "FREQ=HOURLY", "FREQ" },
		{ "FREQ=WEEKLY;FREQ=DAILY", "once" },
		{ "FREQ=WEEKLY;INTERVAL=0", "INTERVAL" },
		{ "FREQ=WEEKLY;INTERVAL=-1", "INTERVAL" },
		{ "FREQ=WEEKLY;COUNT=99999", "COUNT" },
		{ "FREQ=WEEKLY;COUNT=2;UNTIL=20261231", "together" },
		{ "FREQ=WEEKLY;UNTIL=20260230", "UNTIL" },
		{ "FREQ=WEEKLY;UNTIL=tomorrow", "UNTIL" },
		{ "FREQ=WEEKLY;BYDAY=", "BYDAY" },
		{ "FREQ=WEEKLY;BYDAY=XX", "BYDAY" },
		{ "FREQ=WEEKLY;BYDAY=1SA", "1SA" },
		{ "FREQ=MONTHLY;BYDAY=6SA", "five" },
		{ "FREQ=MONTHLY;BYDAY=54SA", "BYDAY" },
		{ "FREQ=MONTHLY;BYDAY=0SA", "BYDAY" },
		{ "FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY" },
		{ "FREQ=MONTHLY;BYMONTHDAY=-1", "BYMONTHDAY" },
		{ "FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY" },
		{ "FREQ=YEARLY;BYMONTH=13", "BYMONTH" },
		{ "FREQ=YEARLY;BYSETPOS=1", "accepted" },
		{ "FREQ=WEEKLY;WKST=SU", "Monday" },
		{ "FREQ=WEEKLY;;BYDAY=SA", "accepted" },
		{ "FREQ=WEEKLY;BYDAY=MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO", "fourteen" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct repeat repeat;
		const char *why = NULL;

		if (repeat_parse(&repeat, arena, str(cases[i].rule), &why))
			fail_msg("%s", cases[i].rule);
		if (!strstr(why, cases[i].word))
			fail_msg("%s: %s", cases[i].rule, why);
		assert_int_equal(repeat.rule.len, 0);
	}
	arena_free(arena);
}

static void
an_event_without_a_rule_happens_once(void **state)
{
	struct repeat never = { .freq = REPEAT_NEVER, .until = DATE_NONE };

	(void)state;
	assert_int_equal(repeat_next(&never, 100, 50), 100);
	assert_int_equal(repeat_next(&never, 100, 100), 100);
	assert_int_equal(repeat_next(&never, 100, 101), DATE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events_come_back_when_the_rule_says),
		cmocka_unit_test(looking_from_far_ahead_finds_the_same_days),
		cmocka_unit_test(a_rule_has_one_canonical_text),
		cmocka_unit_test(what_is_not_understood_is_said),
		cmocka_unit_test(an_event_without_a_rule_happens_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
