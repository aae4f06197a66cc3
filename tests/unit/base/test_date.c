#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
days_are_counted_from_1970(void **state)
{
	static const struct {
		int year, month, day, count, weekday;
	} cases[] = {
		{ 1970, 1, 1, 0, 3 },     { 1969, 12, 31, -1, 2 },      { 2000, 2, 29, 11016, 1 },
		{ 2000, 3, 1, 11017, 2 }, { 2026, 11, 21, 20778, 5 },   { 1900, 3, 1, -25508, 3 },
		{ 1, 1, 1, -719162, 0 },  { 9999, 12, 31, 2932896, 4 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		int day = date_from_civil(cases[i].year, cases[i].month, cases[i].day);

		assert_int_equal(day, cases[i].count);
		assert_int_equal(date_weekday(day), cases[i].weekday);
	}
}

static void
every_day_of_ten_millennia_goes_there_and_back(void **state)
{
	int day = date_from_civil(1, 1, 1);

	(void)state;
	for (int year = 1; year <= 9999; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int d = 1; d <= date_month_length(year, month); d++, day++) {
				struct civil c = date_to_civil(day);

				if (c.year != year || c.month != month || c.day != d ||
				    date_from_civil(year, month, d) != day)
					fail_msg("%04d-%02d-%02d is day %d", year, month, d, day);
			}
		}
	}
}

static void
february_is_long_in_leap_years_alone(void **state)
{
	(void)state;
	assert_int_equal(date_month_length(2024, 2), 29);
	assert_int_equal(date_month_length(2026, 2), 28);
	assert_int_equal(date_month_length(1900, 2), 28);
	assert_int_equal(date_month_length(2000, 2), 29);
	assert_int_equal(date_month_length(2026, 4), 30);
}

static void
only_whole_iso_dates_are_dates(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} cases[] = {
		{ "2026-07-15", true },   { "2024-02-29", true },
		{ "0001-01-01", true },   { "9999-12-31", true },
		{ "2026-02-29", false },  { "2026-13-01", false },
		{ "2026-00-01", false },  { "2026-01-00", false },
		{ "2026-04-31", false },  { "0000-01-01", false },
		{ "2026-7-15", false },   { "26-07-15", false },
		{ "15-07-2026", false },  { "15/07/2026", false },
		{ "2026/07/15", false },  { "2026-07-15 ", false },
		{ " 2026-07-15", false }, { "2026-07-1 ", false },
		{ "+026-07-15", false },  { "2026-07-15T", false },
		{ "20260715", false },    { "", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		int day = DATE_NONE;

		if (date_parse(str(cases[i].text), &day) != cases[i].valid)
			fail_msg("\"%s\"", cases[i].text);
		assert_int_equal(day != DATE_NONE, cases[i].valid);
	}
}

static void
a_moment_is_a_day_and_perhaps_a_time(void **state)
{
	static const struct {
		const char *text;
		bool valid;
		int minute;
	} cases[] = {
		{ "2026-07-15", true, -1 },
		{ "2026-07-15T18:30", true, 18 * 60 + 30 },
		{ "2026-07-15t18:30", true, 18 * 60 + 30 },
		{ "2026-07-15 00:00", true, 0 },
		{ "2026-07-15T23:59:59", true, 23 * 60 + 59 },
		{ "2026-07-15T24:00", false, 0 },
		{ "2026-07-15T12:60", false, 0 },
		{ "2026-07-15T12:00:60", false, 0 },
		{ "2026-07-15T12", false, 0 },
		{ "2026-07-15T12:00Z", false, 0 },
		{ "2026-07-15T12:00+02:00", false, 0 },
		{ "2026-07-15T1:00", false, 0 },
		{ "2026-07-15  12:00", false, 0 },
		{ "2026-07-15_12:00", false, 0 },
		{ "2026-07-15T12.00", false, 0 },
		{ "2026-07-15T12:00-00", false, 0 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct moment moment = { DATE_NONE, 0 };

		if (moment_parse(str(cases[i].text), &moment) != cases[i].valid)
			fail_msg("\"%s\"", cases[i].text);
		assert_int_equal(moment.day != DATE_NONE, cases[i].valid);
		if (cases[i].valid)
			assert_int_equal(moment.minute, cases[i].minute);
	}
}

static void
a_whole_day_counts_from_midnight(void **state)
{
	(void)state;
	assert_int_equal(moment_minutes((struct moment){ 0, -1 }), 0);
	assert_int_equal(moment_minutes((struct moment){ 1, 90 }), 1530);
	assert_int_equal(moment_minutes((struct moment){ -1, 1439 }), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted_from_1970),
		cmocka_unit_test(every_day_of_ten_millennia_goes_there_and_back),
		cmocka_unit_test(february_is_long_in_leap_years_alone),
		cmocka_unit_test(only_whole_iso_dates_are_dates),
		cmocka_unit_test(a_moment_is_a_day_and_perhaps_a_time),
		cmocka_unit_test(a_whole_day_counts_from_midnight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
