#include "../check.h"

#include "base/arena.h"
#include "card/hours.h"
#include "card/repeat.h"
#include "theme/format.h"

#define NB "\u00a0"

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static int
day(const char *text)
{
	int day = DATE_NONE;

	if (text)
		assert_true(date_parse(str(text), &day));
	return day;
}

static struct moment
moment(const char *text)
{
	struct moment moment = { DATE_NONE, -1 };

	if (text)
		assert_true(moment_parse(str(text), &moment));
	return moment;
}

static void
dates_are_written_as_the_language_does(void **state)
{
	static const struct {
		enum lang lang;
		const char *day, *date, *full;
	} cases[] = {
		{ LANG_FR, "2026-12-12", "12 décembre 2026", "samedi 12 décembre 2026" },
		{ LANG_FR, "2026-08-01", "1er août 2026", "samedi 1er août 2026" },
		{ LANG_NL, "2026-08-01", "1 augustus 2026", "zaterdag 1 augustus 2026" },
		{ LANG_DE, "2026-08-01", "1. August 2026", "Samstag, 1. August 2026" },
		{ LANG_EN, "2026-08-01", "1 August 2026", "Saturday 1 August 2026" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		assert_str(format_date(*state, cases[i].lang, day(cases[i].day)), cases[i].date);
		assert_str(format_day(*state, cases[i].lang, day(cases[i].day)), cases[i].full);
	}
}

static void
periods_say_nothing_twice(void **state)
{
	static const struct {
		enum lang lang;
		const char *from, *until, *text;
	} cases[] = {
		{ LANG_FR, "2026-07-15", "2026-08-01", "du 15 juillet au 1er août 2026" },
		{ LANG_FR, "2026-07-01", "2026-07-15", "du 1er au 15 juillet 2026" },
		{ LANG_FR, "2026-12-28", "2027-01-03", "du 28 décembre 2026 au 3 janvier 2027" },
		{ LANG_FR, "2026-07-15", "2026-07-15", "le 15 juillet 2026" },
		{ LANG_FR, NULL, "2026-12-31", "jusqu’au 31 décembre 2026" },
		{ LANG_FR, "2026-12-31", NULL, "à partir du 31 décembre 2026" },
		{ LANG_FR, NULL, NULL, "" },
		{ LANG_NL, "2026-07-15", "2026-08-01", "van 15 juli tot en met 1 augustus 2026" },
		{ LANG_NL, NULL, "2026-12-31", "tot en met 31 december 2026" },
		{ LANG_DE, "2026-07-01", "2026-07-15", "vom 1. bis 15. Juli 2026" },
		{ LANG_DE, "2026-07-15", "2026-07-15", "am 15. Juli 2026" },
		{ LANG_EN, "2026-07-15", "2026-08-01", "from 15 July to 1 August 2026" },
		{ LANG_EN, NULL, "2026-12-31", "until 31 December 2026" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(format_period(*state, cases[i].lang, day(cases[i].from),
		                         day(cases[i].until)),
		           cases[i].text);
}

static void
times_are_written_as_the_language_does(void **state)
{
	static const struct {
		enum lang lang;
		int minute;
		const char *text;
	} cases[] = {
		{ LANG_FR, 18 * 60 + 30, "18" NB "h" NB "30" },
		{ LANG_FR, 7 * 60, "7" NB "h" },
		{ LANG_FR, 24 * 60, "24" NB "h" },
		{ LANG_FR, 26 * 60, "2" NB "h" },
		{ LANG_NL, 18 * 60 + 30, "18.30" NB "uur" },
		{ LANG_NL, 7 * 60, "7.00" NB "uur" },
		{ LANG_DE, 18 * 60 + 5, "18:05" NB "Uhr" },
		{ LANG_EN, 7 * 60, "7:00" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(format_time(*state, cases[i].lang, cases[i].minute), cases[i].text);
}

static void
spans_of_a_day_share_the_word_behind_them(void **state)
{
	static const struct hours_span spans[] = { { 420, 720 }, { 780, 1110 } };

	assert_str(format_spans(*state, LANG_FR, spans, 2),
	           "7" NB "h – 12" NB "h, 13" NB "h – 18" NB "h" NB "30");
	assert_str(format_spans(*state, LANG_NL, spans, 2), "7.00 – 12.00, 13.00 – 18.30" NB "uur");
	assert_str(format_spans(*state, LANG_DE, spans, 1), "7:00 – 12:00" NB "Uhr");
	assert_str(format_spans(*state, LANG_EN, spans, 0), "");
}

static void
events_say_when_in_the_shortest_form(void **state)
{
	static const struct {
		enum lang lang;
		const char *start, *end, *text;
	} cases[] = {
		{ LANG_FR, "2026-12-12T14:00", "2026-12-12T18:00",
		  "samedi 12 décembre 2026, 14" NB "h – 18" NB "h" },
		{ LANG_FR, "2026-12-12T14:00", NULL, "samedi 12 décembre 2026, 14" NB "h" },
		{ LANG_FR, "2026-12-12", NULL, "samedi 12 décembre 2026" },
		{ LANG_FR, "2026-12-12", "2026-12-12", "samedi 12 décembre 2026" },
		{ LANG_FR, "2026-12-12", "2026-12-13", "du 12 au 13 décembre 2026" },
		{ LANG_FR, "2026-12-12T22:00", "2026-12-13T02:00",
		  "samedi 12 décembre 2026, 22" NB "h – 2" NB "h" },
		{ LANG_FR, "2026-12-12T10:00", "2026-12-13T18:00",
		  "du samedi 12 décembre 2026, 10" NB "h au dimanche 13 décembre 2026, 18" NB "h" },
		{ LANG_NL, "2026-12-12T14:00", "2026-12-12T18:00",
		  "zaterdag 12 december 2026, 14.00 – 18.00" NB "uur" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(format_when(*state, cases[i].lang, moment(cases[i].start),
		                       moment(cases[i].end)),
		           cases[i].text);
}

static void
repeats_are_said_in_words(void **state)
{
	static const struct {
		enum lang lang;
		const char *rule, *text;
	} cases[] = {
		{ LANG_FR, "FREQ=WEEKLY;BYDAY=SA", "chaque samedi" },
		{ LANG_FR, "FREQ=WEEKLY", "chaque lundi" },
		{ LANG_FR, "FREQ=WEEKLY;BYDAY=TU,TH", "chaque mardi et jeudi" },
		{ LANG_FR, "FREQ=WEEKLY;INTERVAL=2", "toutes les 2 semaines (lundi)" },
		{ LANG_FR, "FREQ=MONTHLY;BYDAY=1SA", "le premier samedi du mois" },
		{ LANG_FR, "FREQ=MONTHLY;BYDAY=-1SU", "le dernier dimanche du mois" },
		{ LANG_FR, "FREQ=MONTHLY;BYMONTHDAY=15", "le 15 du mois" },
		{ LANG_FR, "FREQ=MONTHLY", "chaque mois" },
		{ LANG_FR, "FREQ=YEARLY", "chaque année" },
		{ LANG_FR, "FREQ=DAILY;UNTIL=20261231", "chaque jour, jusqu’au 31 décembre 2026" },
		{ LANG_FR, "FREQ=WEEKLY;BYDAY=SA;BYMONTH=6,7",
		  "chaque samedi, en juin et juillet" },
		{ LANG_NL, "FREQ=WEEKLY;BYDAY=SA", "elke zaterdag" },
		{ LANG_NL, "FREQ=MONTHLY;BYDAY=1SA", "de eerste zaterdag van de maand" },
		{ LANG_DE, "FREQ=WEEKLY;BYDAY=SA", "jeden Samstag" },
		{ LANG_DE, "FREQ=MONTHLY;BYDAY=1SA", "am ersten Samstag im Monat" },
		{ LANG_EN, "FREQ=MONTHLY;BYDAY=-1SU", "the last Sunday of the month" },
	};
	struct repeat repeat;
	const char *why;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_true(repeat_parse(&repeat, *state, str(cases[i].rule), &why));
		assert_str(format_repeat(*state, cases[i].lang, &repeat, day("2026-06-15")),
		           cases[i].text);
	}
	repeat = (struct repeat){ 0 };
	assert_str(format_repeat(*state, LANG_FR, &repeat, day("2026-06-15")), "");
}

static void
lists_and_weekdays_end_with_and(void **state)
{
	static const struct str items[] = { { "A", 1 }, { "B", 1 }, { "C", 1 } };

	assert_str(format_list(*state, LANG_FR, items, 3), "A, B et C");
	assert_str(format_list(*state, LANG_NL, items, 2), "A en B");
	assert_str(format_list(*state, LANG_DE, items, 1), "A");
	assert_str(format_list(*state, LANG_EN, items, 0), "");
	assert_str(format_weekdays(*state, LANG_FR, 0, 4), "lundi – vendredi");
	assert_str(format_weekdays(*state, LANG_FR, 5, 6), "samedi et dimanche");
	assert_str(format_weekdays(*state, LANG_FR, 2, 2), "mercredi");
}

static void
distances_are_rounded_for_walkers(void **state)
{
	static const struct {
		double metres;
		const char *fr, *en;
	} cases[] = {
		{ 0, "10" NB "m", "10" NB "m" },        { 124, "120" NB "m", "120" NB "m" },
		{ 994, "990" NB "m", "990" NB "m" },    { 996, "1,0" NB "km", "1.0" NB "km" },
		{ 1249, "1,2" NB "km", "1.2" NB "km" }, { 1960, "2,0" NB "km", "2.0" NB "km" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		assert_str(format_distance(*state, LANG_FR, cases[i].metres), cases[i].fr);
		assert_str(format_distance(*state, LANG_EN, cases[i].metres), cases[i].en);
	}
}

static void
files_are_sized_in_thousands(void **state)
{
	static const struct {
		uint64_t bytes;
		const char *fr, *en;
	} cases[] = {
		{ 1, "1" NB "ko", "1" NB "kB" },
		{ 240000, "240" NB "ko", "240" NB "kB" },
		{ 999000, "999" NB "ko", "999" NB "kB" },
		{ 999001, "1,0" NB "Mo", "1.0" NB "MB" },
		{ 12345678, "12,3" NB "Mo", "12.3" NB "MB" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		assert_str(format_size(*state, LANG_FR, cases[i].bytes), cases[i].fr);
		assert_str(format_size(*state, LANG_EN, cases[i].bytes), cases[i].en);
	}
}

static void
how_long_a_walk_takes(void **state)
{
	static const struct {
		int minutes;
		const char *in[LANG_COUNT];
	} cases[] = {
		{ 1,
		  { [LANG_FR] = "1\u00a0min",
		    [LANG_NL] = "1\u00a0min.",
		    [LANG_DE] = "1\u00a0Min.",
		    [LANG_EN] = "1\u00a0min" } },
		{ 60,
		  { [LANG_FR] = "1\u00a0h",
		    [LANG_NL] = "1\u00a0u.",
		    [LANG_DE] = "1\u00a0Std.",
		    [LANG_EN] = "1\u00a0h" } },
		{ 65,
		  { [LANG_FR] = "1\u00a0h\u00a005",
		    [LANG_NL] = "1\u00a0u.\u00a005",
		    [LANG_DE] = "1\u00a0Std.\u00a005\u00a0Min.",
		    [LANG_EN] = "1\u00a0h\u00a005\u00a0min" } },
	};

	for (size_t i = 0; i < countof(cases); i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_str(format_minutes(*state, (enum lang)lang, cases[i].minutes),
			           cases[i].in[lang]);
}

static void
machines_get_iso_8601_and_plain_degrees(void **state)
{
	static const struct {
		double degrees;
		const char *text;
	} cases[] = {
		{ 50.3957, "50.3957" }, { -3.7783, "-3.7783" },     { 0, "0.0" },
		{ 4, "4.0" },           { -0.000001, "-0.000001" }, { 179.9999999, "180.0" },
	};

	assert_str(format_iso_day(*state, day("2026-12-12")), "2026-12-12");
	assert_str(format_iso_time(*state, 7 * 60), "07:00");
	assert_str(format_iso_time(*state, 24 * 60), "24:00");
	assert_str(format_iso_time(*state, 26 * 60), "02:00");
	assert_str(format_iso_instant(*state, 1781517600, 7200), "2026-06-15T12:00:00+02:00");
	assert_str(format_iso_instant(*state, -1, -5400), "1969-12-31T22:29:59-01:30");
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(format_degrees(*state, cases[i].degrees), cases[i].text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(dates_are_written_as_the_language_does, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(periods_say_nothing_twice, setup, teardown),
		cmocka_unit_test_setup_teardown(times_are_written_as_the_language_does, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(spans_of_a_day_share_the_word_behind_them, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(events_say_when_in_the_shortest_form, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(repeats_are_said_in_words, setup, teardown),
		cmocka_unit_test_setup_teardown(lists_and_weekdays_end_with_and, setup, teardown),
		cmocka_unit_test_setup_teardown(distances_are_rounded_for_walkers, setup, teardown),
		cmocka_unit_test_setup_teardown(how_long_a_walk_takes, setup, teardown),
		cmocka_unit_test_setup_teardown(files_are_sized_in_thousands, setup, teardown),
		cmocka_unit_test_setup_teardown(machines_get_iso_8601_and_plain_degrees, setup,
		                                teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
