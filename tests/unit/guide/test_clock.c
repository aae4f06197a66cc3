#include "fixture.h"

#include "guide/clock.h"

/* Local time of an instant, as "2026-06-15T12:00"; "never". */
static const char *
local_text(const struct fixture *f, int64_t utc)
{
	int64_t local;
	struct civil date;

	if (utc == INT64_MAX)
		return "never";
	local = utc + clock_offset(&f->guide, utc);
	date = date_to_civil((int)(local / 86400));
	return arena_printf(f->arena, "%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day,
	                    (int)(local % 86400 / 3600), (int)(local % 3600 / 60))
	        .ptr;
}

static void
an_offer_shows_from_its_first_to_its_last_day(void **state)
{
	static const struct {
		const char *from, *until, *now;
		bool shows;
		const char *next;
	} cases[] = {
		{ "2026-06-15", "2026-06-20", "2026-06-14T23:59", false, "2026-06-15T00:00" },
		{ "2026-06-15", "2026-06-20", "2026-06-15", true, "2026-06-21T00:00" },
		{ "2026-06-15", "2026-06-20", "2026-06-20T23:59", true, "2026-06-21T00:00" },
		{ "2026-06-15", "2026-06-20", "2026-06-21", false, "never" },
		{ "2026-06-15", NULL, "2030-01-01", true, "never" },
		/* The night on which clocks go forward, and the day after. */
		{ "2026-03-29", "2026-03-29", "2026-03-28", false, "2026-03-29T00:00" },
		{ "2026-03-29", "2026-03-29", "2026-03-29T03:30", true, "2026-03-30T00:00" },
		{ "2026-10-25", "2026-10-25", "2026-10-25T12:00", true, "2026-10-26T00:00" },
	};
	struct fixture *f = *state;
	struct offer *offer;

	fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);
	offer = fixture_offer(f, "offer", "dumont", "2026-01-01", NULL);
	for (size_t i = 0; i < countof(cases); i++) {
		offer->from = fixture_day(cases[i].from);
		offer->until = fixture_day(cases[i].until);
		assert_int_equal(fixture_make(f, cases[i].now, false), 0);
		assert_int_equal(f->guide.offers_len, cases[i].shows);
		assert_string_equal(local_text(f, f->guide.next_utc), cases[i].next);
	}
}

static void
an_event_shows_until_its_end(void **state)
{
	static const struct {
		const char *start, *end, *now;
		bool shows;
		const char *next;
	} cases[] = {
		{ "2026-06-15", NULL, "2025-01-01", true, "2026-06-16T00:00" },
		{ "2026-06-15", NULL, "2026-06-15T23:59", true, "2026-06-16T00:00" },
		{ "2026-06-15", NULL, "2026-06-16", false, "never" },
		{ "2026-06-15T14:00", NULL, "2026-06-15T23:00", true, "2026-06-16T00:00" },
		{ "2026-06-15T14:00", "2026-06-15T18:30", "2026-06-15T18:29", true,
		  "2026-06-15T18:30" },
		{ "2026-06-15T14:00", "2026-06-15T18:30", "2026-06-15T18:30", false, "never" },
		{ "2026-06-15T22:00", "2026-06-16T02:00", "2026-06-16T01:00", true,
		  "2026-06-16T02:00" },
		{ "2026-06-15", "2026-06-17", "2026-06-17T12:00", true, "2026-06-18T00:00" },
		/* In the hour that autumn repeats, the first one counts. */
		{ "2026-10-25", "2026-10-25T02:30", "2026-10-25T02:15", true, "2026-10-25T02:30" },
	};
	struct fixture *f = *state;
	struct event *event = fixture_event(f, "fair", "2026-06-15", NULL);

	for (size_t i = 0; i < countof(cases); i++) {
		event->start = fixture_moment(cases[i].start);
		event->end = fixture_moment(cases[i].end);
		assert_int_equal(fixture_make(f, cases[i].now, false), 0);
		assert_int_equal(f->guide.events_len, cases[i].shows);
		assert_string_equal(local_text(f, f->guide.next_utc), cases[i].next);
	}
}

static void
an_event_that_repeats_shows_its_next_or_current_occurrence(void **state)
{
	static const struct {
		const char *rule, *start, *end, *now, *next, *change, *ends;
	} cases[] = {
		{ "FREQ=WEEKLY;BYDAY=SA", "2026-06-06T08:00", "2026-06-06T13:00",
		  "2026-06-15T12:00", "2026-06-20", "2026-06-20T13:00", "never" },
		{ "FREQ=WEEKLY;BYDAY=SA", "2026-06-06T08:00", "2026-06-06T13:00",
		  "2026-06-20T12:59", "2026-06-20", "2026-06-20T13:00", "never" },
		{ "FREQ=WEEKLY;BYDAY=SA", "2026-06-06T08:00", "2026-06-06T13:00",
		  "2026-06-20T13:00", "2026-06-27", "2026-06-27T13:00", "never" },
		{ "FREQ=WEEKLY;BYDAY=SA;UNTIL=20260620", "2026-06-06T08:00", "2026-06-06T13:00",
		  "2026-06-15T12:00", "2026-06-20", "2026-06-20T13:00", "2026-06-20T13:00" },
		{ "FREQ=WEEKLY;BYDAY=SA;UNTIL=20260620", "2026-06-06T08:00", "2026-06-06T13:00",
		  "2026-06-20T13:00", NULL, "never", NULL },
		{ "FREQ=MONTHLY;BYDAY=1SU", "2026-01-04", NULL, "2026-06-15", "2026-07-05",
		  "2026-07-06T00:00", "never" },
		/* Three days long: the second of them is still this year's. */
		{ "FREQ=YEARLY", "2020-06-14", "2020-06-16", "2026-06-15T12:00", "2026-06-14",
		  "2026-06-17T00:00", "never" },
		{ "FREQ=DAILY;COUNT=3", "2026-06-14T20:00", "2026-06-15T02:00", "2026-06-15T01:00",
		  "2026-06-14", "2026-06-15T02:00", "never" },
	};
	struct fixture *f = *state;
	struct event *event = fixture_event(f, "market", "2026-06-06", NULL);
	const char *why;

	for (size_t i = 0; i < countof(cases); i++) {
		event->start = fixture_moment(cases[i].start);
		event->end = fixture_moment(cases[i].end);
		assert_true(repeat_parse(&event->repeats, f->arena, str(cases[i].rule), &why));
		assert_int_equal(fixture_make(f, cases[i].now, false), 0);
		assert_string_equal(local_text(f, f->guide.next_utc), cases[i].change);
		assert_int_equal(f->guide.events_len, cases[i].next != NULL);
		if (!cases[i].next)
			continue;
		assert_int_equal(f->guide.events[0]->next.day, fixture_day(cases[i].next));
		assert_string_equal(local_text(f, clock_event_last(&f->guide, f->guide.events[0])),
		                    cases[i].ends);
	}
}

static void
the_length_of_an_event_costs_no_time(void **state)
{
	struct fixture *f = *state;
	struct event *event = fixture_event(f, "for-ever", "0001-01-01", "9999-12-31");
	const char *why;

	assert_true(repeat_parse(&event->repeats, f->arena, STR("FREQ=DAILY"), &why));
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_int_equal(f->guide.events_len, 1);
}

static void
news_shows_from_its_date_on_and_stays(void **state)
{
	static const struct {
		const char *date, *now;
		bool shows;
		const char *next;
	} cases[] = {
		{ "2026-06-15", "2026-06-14T23:59", false, "2026-06-15T00:00" },
		{ "2026-06-15", "2026-06-15", true, "never" },
		{ "2026-06-15T18:00", "2026-06-15T17:59", false, "2026-06-15T18:00" },
		{ "2026-06-15", "2036-06-15", true, "never" },
	};
	struct fixture *f = *state;
	struct news *news = fixture_news(f, "news", "2026-06-15");

	for (size_t i = 0; i < countof(cases); i++) {
		news->date = fixture_moment(cases[i].date);
		assert_int_equal(fixture_make(f, cases[i].now, false), 0);
		assert_int_equal(f->guide.news_len, cases[i].shows);
		assert_string_equal(local_text(f, f->guide.next_utc), cases[i].next);
	}
}

static void
closures_of_shown_merchants_change_the_site(void **state)
{
	struct fixture *f = *state;
	struct closure closures[] = {
		{ .from = fixture_day("2026-07-15"), .until = fixture_day("2026-08-01") },
		{ .from = fixture_day("2026-12-24"), .until = DATE_NONE },
	};
	struct merchant *merchant = fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);

	merchant->closures = closures;
	merchant->closures_len = countof(closures);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_string_equal(local_text(f, f->guide.next_utc), "2026-07-15T00:00");
	assert_int_equal(fixture_make(f, "2026-07-15", false), 0);
	assert_string_equal(local_text(f, f->guide.next_utc), "2026-08-02T00:00");
	assert_int_equal(fixture_make(f, "2027-01-01", false), 0);
	assert_string_equal(local_text(f, f->guide.next_utc), "never");
	merchant->unlisted = true;
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_string_equal(local_text(f, f->guide.next_utc), "never");
}

static void
what_is_hidden_does_not_change_the_site(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "dumont", "Dumont", "bakery", NULL)->status = STATUS_CLOSED;
	fixture_offer(f, "offer", "dumont", "2026-07-01", "2026-08-01");
	fixture_event(f, "fair", "2026-07-01", NULL)->card.draft = true;
	fixture_news(f, "news", "2026-07-01")->card.draft = true;
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_string_equal(local_text(f, f->guide.next_utc), "never");
}

static void
the_clock_is_set_by_now_then_by_the_epoch(void **state)
{
	static const struct {
		const char *now, *epoch;
		int64_t utc;
		const char *day;
		int minute;
	} cases[] = {
		{ "2026-06-15T12:00", "0", 1781517600, "2026-06-15", 720 },
		{ "2026-06-15", NULL, 1781474400, "2026-06-15", 0 },
		{ NULL, "1781517600", 1781517600, "2026-06-15", 720 },
		{ NULL, "1781474399", 1781474399, "2026-06-14", 1439 },
		{ NULL, "0", 0, "1970-01-01", 60 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct guide_options options = { .now = cases[i].now, .epoch = cases[i].epoch };

		if (f->made)
			guide_free(&f->guide);
		f->made = true;
		assert_int_equal(guide_make(&f->guide, &f->cards, &options, f->diag), 0);
		assert_true(f->guide.now_utc == cases[i].utc);
		assert_int_equal(f->guide.now.day, fixture_day(cases[i].day));
		assert_int_equal(f->guide.now.minute, cases[i].minute);
	}
}

static void
now_is_a_day_or_a_day_and_a_time(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} cases[] = {
		{ "2026-06-15", true },  { "2026-06-15T12:00", true },
		{ "2026-02-29", false }, { "tomorrow", false },
		{ "", false },           { "2026-06-15T25:00", false },
	};
	struct moment moment;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(guide_clock_parse(cases[i].text, &moment), cases[i].valid);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_offer_shows_from_its_first_to_its_last_day),
		TEST(an_event_shows_until_its_end),
		TEST(an_event_that_repeats_shows_its_next_or_current_occurrence),
		TEST(the_length_of_an_event_costs_no_time),
		TEST(news_shows_from_its_date_on_and_stays),
		TEST(closures_of_shown_merchants_change_the_site),
		TEST(what_is_hidden_does_not_change_the_site),
		TEST(the_clock_is_set_by_now_then_by_the_epoch),
		TEST(now_is_a_day_or_a_day_and_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
