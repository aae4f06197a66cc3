#include "fixture.h"

#include "base/buf.h"
#include "card/holidays.h"
#include "guide/clock.h"
#include "guide/openings.h"
#include "guide/openings_days.h"

#include <math.h>

/* A shop with such hours, in the guide of that day. */
static struct guide_merchant *
at(struct fixture *f, const char *hours, const char *now)
{
	struct merchant *m = f->cards.merchants_len
	                             ? &f->cards.merchants[0]
	                             : fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);

	hours_parse(&m->hours, f->arena, str(hours), (struct pos){ 0 }, f->diag);
	assert_int_equal(fixture_make(f, now, false), 0);
	return f->guide.merchants[0];
}

static const char *
day_text(struct fixture *f, int day)
{
	struct civil date = date_to_civil(day);

	return arena_printf(f->arena, "%02d-%02d", date.month, date.day).ptr;
}

/* "09:00-12:00 13:00-18:00", "closed" */
static const char *
hours_text(struct fixture *f, struct openings_day day)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = 0; i < day.len; i++)
		buf_printf(&out, "%s%02d:%02d-%02d:%02d%s%s", i > 0 ? " " : "",
		           day.items[i].open / 60, day.items[i].open % 60, day.items[i].close / 60,
		           day.items[i].close % 60, day.items[i].unsure ? "?" : "",
		           day.items[i].open_end ? "+" : "");
	text = arena_cstr(f->arena, day.len ? buf_str(&out) : STR("closed"));
	buf_release(&out);
	return text;
}

static const char *
week_text(struct fixture *f, const struct openings_day week[7])
{
	struct buf out = { 0 };
	const char *text;

	for (int i = 0; i < 7; i++)
		if (i == 0 || !openings_same(week[i], week[i - 1]))
			buf_printf(&out, "%s%d %s", i > 0 ? "; " : "", i + 1,
			           hours_text(f, week[i]));
	text = arena_cstr(f->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static const char *
exceptions_text(struct fixture *f, const struct openings *openings)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = 0; i < openings->exceptions_len; i++) {
		const struct openings_exception *e = &openings->exceptions[i];

		buf_printf(&out, "%s%s %s%s%s", i > 0 ? "; " : "", day_text(f, e->day),
		           hours_text(f, e->hours), e->holiday ? " holiday" : "",
		           e->closure ? " closure" : "");
	}
	text = arena_cstr(f->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
a_week_is_what_most_weeks_have(void **state)
{
	static const struct {
		const char *hours, *now, *week, *exceptions, *compact;
	} cases[] = {
		{ "Mo-Fr 09:00-12:00,13:00-18:00; Sa 09:00-12:00", "2026-11-22",
		  "1 09:00-12:00 13:00-18:00; 6 09:00-12:00; 7 closed", "",
		  "12345 0900-1200 1300-1800;6 0900-1200" },
		{ "Mo-Fr 09:00-18:00; PH off", "2026-11-25", "1 09:00-18:00; 6 closed",
		  "12-25 closed holiday; 01-01 closed holiday",
		  "12345 0900-1800;20261225;20270101" },
		/* A holiday in the first week, and on a day that is closed anyway. */
		{ "Mo-Sa 09:00-18:00; PH 10:00-12:00", "2026-05-11", "1 09:00-18:00; 7 closed",
		  "05-14 10:00-12:00 holiday; 05-25 10:00-12:00 holiday",
		  "123456 0900-1800;20260514 1000-1200;20260525 1000-1200" },
		{ "Fr-Sa 20:00-02:00", "2026-11-25", "1 closed; 5 20:00-26:00; 7 closed", "",
		  "56 2000-2600" },
		{ "24/7", "2026-11-25", "1 00:00-24:00", "", "1234567 0000-2400" },
		{ "Mo 22:00-24:00; Tu 00:00-24:00; We 00:00-05:00", "2026-11-25",
		  "1 22:00-24:00; 2 00:00-24:00; 3 00:00-05:00; 4 closed", "",
		  "1 2200-2400;2 0000-2400;3 0000-0500" },
		{ "Sa 18:00+; Su 10:00-12:00 unknown", "2026-11-25",
		  "1 closed; 6 18:00-24:00?+; 7 10:00-12:00?", "", "6 1800-2400?+;7 1000-1200?" },
		{ "Mo-Fr 09:00-18:00; Th[1] 09:00-20:00", "2026-11-25", "1 09:00-18:00; 6 closed",
		  "12-03 09:00-20:00; 01-07 09:00-20:00",
		  "12345 0900-1800;20261203 0900-2000;20270107 0900-2000" },
		{ "off", "2026-11-25", "1 closed", "", "1234567" },
		/* Closed in most weeks is not away for weeks. */
		{ "Sa[1] 10:00-12:00", "2026-11-25", "1 closed",
		  "12-05 10:00-12:00; 01-02 10:00-12:00", "20261205 1000-1200;20270102 1000-1200" },
		/* The night before the window reaches into it. */
		{ "Su 20:00-02:00; 2026 Nov 22 20:00-04:00", "2026-11-25",
		  "1 closed; 7 20:00-26:00", "", "7 2000-2600;20261122 2000-2800" },
		/* The change was this week: the days before it are exceptions. */
		{ "Mo-Fr 09:00-17:00; Nov 25-Mar 31 Mo-Fr 10:00-16:00", "2026-11-25",
		  "1 10:00-16:00; 6 closed", "11-23 09:00-17:00; 11-24 09:00-17:00",
		  "12345 1000-1600;20261123 0900-1700;20261124 0900-1700" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		const struct openings *openings = at(f, cases[i].hours, cases[i].now)->openings;

		assert_string_equal(week_text(f, openings->week), cases[i].week);
		assert_string_equal(exceptions_text(f, openings), cases[i].exceptions);
		assert_string_equal(openings->compact.ptr, cases[i].compact);
		assert_int_equal(openings->later_from, DATE_NONE);
	}
}

static void
a_change_of_season_is_another_week_and_not_many_exceptions(void **state)
{
	static const struct {
		const char *hours, *now, *week, *from, *later, *exceptions;
		bool out_of_season;
	} cases[] = {
		{ "Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 10:00-16:00", "2026-10-07",
		  "1 09:00-18:00; 6 closed", "2026-11-02", "1 10:00-16:00; 6 closed", "", false },
		{ "Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 10:00-16:00; Dec 07 off", "2026-10-07",
		  "1 09:00-18:00; 6 closed", "2026-11-02", "1 10:00-16:00; 6 closed",
		  "12-07 closed", false },
		/* Weeks away are no week of the shop's, but while they last. */
		{ "Mo-Fr 09:00-18:00; Jun 29-Jul 12 off", "2026-06-24", "1 09:00-18:00; 6 closed",
		  NULL, NULL,
		  "06-29 closed; 06-30 closed; 07-01 closed; 07-02 closed; "
		  "07-03 closed; 07-06 closed; 07-07 closed; 07-08 closed; 07-09 closed; "
		  "07-10 closed",
		  false },
		{ "Mo-Fr 09:00-18:00; Jul 06-Aug 02 off", "2026-07-15", "1 closed", "2026-08-03",
		  "1 09:00-18:00; 6 closed", "", true },
		/* A holiday is the first day; closed weeks behind a week that is half over. */
		{ "May-Sep 10:00-18:00; Oct-Apr 10:00-16:00", "2026-04-08", "1 10:00-16:00",
		  "2026-05-01", "1 10:00-18:00", "", false },
		{ "Apr-Sep 10:00-18:00", "2026-09-30", "1 closed", NULL, NULL,
		  "09-28 10:00-18:00; 09-29 10:00-18:00; 09-30 10:00-18:00", false },
		{ "Nov 16-Jan 03 08:00-11:00; PH off", "2026-12-23", "1 08:00-11:00", "2027-01-04",
		  "1 closed", "12-25 closed holiday; 01-01 closed holiday", false },
		{ "Apr-Oct Mo-Fr 09:00-18:00", "2026-10-07", "1 09:00-18:00; 6 closed",
		  "2026-11-02", "1 closed", "", false },
		/* A month of its own: the week that holds, and what comes next is that month. */
		{ "Mo-Fr 09:00-18:00; Dec Mo-Fr 09:00-19:00", "2026-11-21",
		  "1 09:00-18:00; 6 closed", "2026-12-01", "1 09:00-19:00; 6 closed", NULL, false },
		{ "Mo-Fr 09:00-18:00; Dec Mo-Fr 09:00-19:00", "2026-12-02",
		  "1 09:00-19:00; 6 closed", "2027-01-04", "1 09:00-18:00; 6 closed",
		  "11-30 09:00-18:00; 01-01 09:00-18:00 holiday", true },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		const struct openings *openings = at(f, cases[i].hours, cases[i].now)->openings;

		assert_string_equal(week_text(f, openings->week), cases[i].week);
		assert_int_equal(openings->later_from, fixture_day(cases[i].from));
		if (cases[i].later)
			assert_string_equal(week_text(f, openings->later_week), cases[i].later);
		if (cases[i].exceptions)
			assert_string_equal(exceptions_text(f, openings), cases[i].exceptions);
		assert_int_equal(openings->out_of_season, cases[i].out_of_season);
	}
	assert_false(at(f, "week 1-53/2 Mo 09:00-12:00; We 09:00-12:00", "2026-01-20")
	                     ->openings->out_of_season);
}

static void
by_the_sun_every_day_is_another_and_none_is_an_exception(void **state)
{
	struct fixture *f = *state;
	const struct openings *openings;

	f->cards.config.has_bounds = true;
	f->cards.config.bounds[0] = f->cards.config.bounds[2] = 50.4;
	f->cards.config.bounds[1] = f->cards.config.bounds[3] = 3.8;
	openings = at(f, "sunrise-sunset; Dec 25 off", "2026-11-25")->openings;
	assert_true(openings->sun);
	assert_string_equal(exceptions_text(f, openings), "12-25 closed holiday");
	assert_string_equal(
		week_text(f, openings->week),
		arena_printf(f->arena, "1 %s",
	                     hours_text(f, openings_on(openings, fixture_day("2026-11-23"))))
			.ptr);
	assert_false(
		openings_same(openings_on(openings, fixture_day("2026-11-24")), openings->week[1]));
}

static void
nothing_begins_on_a_day_of_a_closure(void **state)
{
	struct fixture *f = *state;
	struct merchant *m = fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);
	struct merchant *other;
	struct closure closures[] = {
		{ .from = fixture_day("2026-11-28"), .until = fixture_day("2026-11-29") },
		{ .from = fixture_day("2027-01-30"), .until = DATE_NONE },
	};
	const struct openings *openings;

	m->closures = closures;
	m->closures_len = 2;
	other = fixture_merchant(f, "zoe", "Zoe", "bakery", NULL);
	hours_parse(&other->hours, f->arena, STR("Fr-Su 20:00-02:00"), (struct pos){ 0 }, f->diag);
	openings = at(f, "Fr-Su 20:00-02:00", "2026-11-25")->openings;
	assert_string_equal(exceptions_text(f, openings),
	                    "11-28 closed closure; 11-29 closed closure; "
	                    "01-30 closed closure; 01-31 closed closure");
	assert_string_equal(openings->compact.ptr,
	                    "567 2000-2600;20261128;20261129;20270130;20270131");
	/* The night that began on Friday goes on. */
	assert_int_equal(openings_at(openings, fixture_day("2026-11-28") * 1440LL + 60),
	                 MEANING_OPEN);
	assert_int_equal(openings_at(openings, fixture_day("2026-11-28") * 1440LL + 1260),
	                 MEANING_CLOSED);
	assert_string_equal(f->guide.merchants[1]->openings->compact.ptr, "567 2000-2600");
}

static void
what_repeats_is_read_as_if_day_by_day(void **state)
{
	static const char *const hours[] = {
		"Mo-Fr 09:00-18:00",
		"24/7",
		"24/7; PH off",
		"Mo-Su 18:00-04:00; PH off",
		"Mo-Fr 09:00-18:00; PH -1 day 09:00-12:00; PH +1 day off; PH 22:00-06:00",
		"Sa 20:00-24:00; Su 00:00-24:00; Mo 00:00-12:00; PH 10:00-12:00 unknown",
		"PH 00:00-48:00; Mo-Fr 10:00-12:00",
		"Mo-Fr 08:00-12:00 || \"x\"; PH off",
		"Mo-Su 22:00-12:00, PH 12:00-22:00",
		"PH -3 days 10:00-12:00",
		"off",
		"Su,PH 18:00+",
	};
	static const char *const days[] = { "2026-04-06", "2026-05-14", "2026-07-13", "2026-12-23",
		                            "2026-10-20" };
	struct fixture *f = *state;

	for (size_t d = 0; d < countof(days); d++)
		for (size_t i = 0; i < countof(hours); i++) {
			struct openings_days quick, slow;
			struct hours_place place;
			struct hours parsed;
			bool holiday[OPENINGS_ALL];
			int from;

			at(f, hours[i], days[d]);
			parsed = f->cards.merchants[0].hours;
			if (parsed.state != HOURS_KNOWN)
				fail_msg("%s", hours[i]);
			place = (struct hours_place){ .holidays = f->guide.holidays,
				                      .latitude = NAN,
				                      .longitude = NAN };
			from = f->guide.openings_from - OPENINGS_BEFORE;
			for (int day = 0; day < OPENINGS_ALL; day++)
				holiday[day] = holidays_public(place.holidays, from + day) != NULL;
			openings_days_read(&slow, &parsed, &place, from, f->arena);
			openings_days_repeat(&quick, &parsed, &place, from, holiday, f->arena);
			for (int day = 0; day < OPENINGS_ALL; day++)
				if (!openings_same(quick.kinds[quick.kind[day]],
				                   slow.kinds[slow.kind[day]]))
					fail_msg("%s on %s: %s, not %s", hours[i],
					         day_text(f, from + day),
					         hours_text(f, quick.kinds[quick.kind[day]]),
					         hours_text(f, slow.kinds[slow.kind[day]]));
		}
}

static void
equal_hours_are_one(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 3; i++) {
		struct merchant *m = fixture_merchant(f, arena_printf(f->arena, "m%d", i).ptr, "M",
		                                      "bakery", NULL);

		hours_parse(&m->hours, f->arena,
		            i == 2 ? STR("Mo 10:00-12:00") : STR("Mo 09:00-12:00"),
		            (struct pos){ 0 }, f->diag);
	}
	assert_int_equal(fixture_make(f, "2026-11-25", false), 0);
	assert_ptr_equal(f->guide.merchants[0]->openings, f->guide.merchants[1]->openings);
	assert_ptr_not_equal(f->guide.merchants[0]->openings, f->guide.merchants[2]->openings);
}

static void
who_is_not_open_these_days_has_only_a_door(void **state)
{
	struct fixture *f = *state;
	struct merchant *m = fixture_merchant(f, "a", "A", "bakery", NULL);
	struct merchant *unknown = fixture_merchant(f, "b", "B", "bakery", NULL);

	hours_parse(&m->hours, f->arena, STR("Mo 09:00-12:00"), (struct pos){ 0 }, f->diag);
	m->status = STATUS_CLOSED_TEMPORARILY;
	unknown->hours = (struct hours){ .state = HOURS_UNKNOWN, .text = STR("?") };
	assert_int_equal(fixture_make(f, "2026-11-25", false), 0);
	assert_null(f->guide.merchants[0]->openings);
	assert_non_null(f->guide.merchants[0]->door);
	assert_null(f->guide.merchants[1]->openings);
	assert_null(f->guide.merchants[1]->door);
}

static void
a_night_is_open_until_the_next_morning(void **state)
{
	static const struct {
		const char *day;
		int minute;
		enum hours_meaning meaning;
	} cases[] = {
		{ "2026-11-23", 60, MEANING_OPEN }, /* of the Sunday before the window */
		{ "2026-11-23", 120, MEANING_CLOSED },  { "2026-11-28", 1199, MEANING_CLOSED },
		{ "2026-11-28", 1200, MEANING_OPEN },   { "2026-11-29", 119, MEANING_OPEN },
		{ "2026-11-29", 120, MEANING_CLOSED },  { "2026-12-25", 0, MEANING_UNSURE },
		{ "2026-12-25", 1439, MEANING_UNSURE },
	};
	struct fixture *f = *state;
	const struct openings *openings =
		at(f, "Sa-Su 20:00-02:00; Dec 25 unknown", "2026-11-25")->openings;

	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(
			openings_at(openings, fixture_day(cases[i].day) * 1440LL + cases[i].minute),
			cases[i].meaning);
}

/* All that pages and search engines are given of the shop. */
static const char *
said(struct fixture *f)
{
	const struct guide *guide = &f->guide;
	const struct openings *openings = guide->merchants[0]->openings;
	struct buf out = { 0 };
	const char *text;

	buf_printf(&out, "%s|%s|%s|", day_text(f, guide->openings_from), openings->compact.ptr,
	           week_text(f, openings->week));
	if (openings->later_from != DATE_NONE)
		buf_printf(&out, "%s %s|", day_text(f, openings->later_from),
		           week_text(f, openings->later_week));
	for (size_t i = 0; i < openings->exceptions_len; i++)
		if (openings->exceptions[i].day >= guide->now.day)
			buf_printf(&out, "%s %s;", day_text(f, openings->exceptions[i].day),
			           hours_text(f, openings->exceptions[i].hours));
	text = arena_cstr(f->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* The local time of an instant, as --now takes it. */
static const char *
local(struct fixture *f, int64_t utc)
{
	int64_t minute = (utc + clock_offset(&f->guide, utc)) / 60;
	struct civil date = date_to_civil((int)(minute / 1440));

	return arena_printf(f->arena, "%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day,
	                    (int)(minute % 1440 / 60), (int)(minute % 60))
	        .ptr;
}

/* Whether a shop's openings say at a minute what its rules do. */
static void
assert_agrees(const struct guide_merchant *merchant, const struct hours_intervals *said,
              int64_t minute)
{
	enum hours_meaning meaning = MEANING_CLOSED, found;

	for (size_t i = 0; i < said->len; i++)
		if (said->items[i].from <= minute && minute < said->items[i].to)
			meaning = said->items[i].meaning;
	found = openings_at(merchant->openings, minute);
	if (found != meaning)
		fail_msg("%s: %d, not %d, at %d-%d", merchant->card->hours.text.ptr, found, meaning,
		         (int)(minute / 1440), (int)(minute % 1440));
}

static void
assert_same_as_rules(struct fixture *f)
{
	const struct guide *guide = &f->guide;
	struct hours_place place = { guide->holidays, guide->zone, NAN, NAN };
	int64_t from = guide->openings_from * 1440LL, until = from + OPENINGS_DAYS * 1440LL;

	for (size_t m = 0; m < guide->merchants_len; m++) {
		struct hours_intervals said = { 0 };

		hours_evaluate(&guide->merchants[m]->card->hours, &place, from, until, &said,
		               f->arena);
		for (size_t i = 0; i < said.len; i++) {
			const struct hours_interval *interval = &said.items[i];

			assert_agrees(guide->merchants[m], &said, interval->from);
			assert_agrees(guide->merchants[m], &said, interval->to - 1);
			if (interval->to < until)
				assert_agrees(guide->merchants[m], &said, interval->to);
			if (interval->from > from)
				assert_agrees(guide->merchants[m], &said, interval->from - 1);
		}
		assert_agrees(guide->merchants[m], &said, until - 1);
	}
}

/* Shops with the hours of a file, a line each; what is not understood is left out. */
static void
read_shops(struct fixture *f, FILE *file)
{
	char line[4096];

	while (fgets(line, sizeof line, file)) {
		struct str text = arena_str(f->arena, str_trim(str(line)));
		struct hours hours = { 0 };

		hours_parse(&hours, f->arena, text, (struct pos){ 0 }, f->diag);
		if (hours.state == HOURS_KNOWN)
			fixture_merchant(
				f, arena_printf(f->arena, "m%06zu", f->cards.merchants_len).ptr,
				"M", "bakery", NULL)
				->hours = hours;
	}
}

static void
openings_say_what_the_rules_say(void **state)
{
	static const char *const days[] = { "2026-11-25", "2026-03-26", "2026-07-08" };
	struct fixture *f = *state;
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	struct str path = arena_printf(f->arena, "%s/opening_hours/values.txt",
	                               folder ? folder : "../shared/data");
	FILE *file = fopen(path.ptr, "r");

	if (!file) {
		print_message("skipped: %s is not there\n", path.ptr);
		skip();
	}
	read_shops(f, file);
	fclose(file);
	assert_true(f->cards.merchants_len > 1000);
	for (size_t i = 0; i < countof(days); i++) {
		assert_int_equal(fixture_make(f, days[i], false), 0);
		assert_same_as_rules(f);
	}
}

static void
openings_of_a_few_say_what_the_rules_say(void **state)
{
	char lines[] =
		"Mo-Fr 09:00-18:00; PH off\nFr-Su 20:00-04:00\n24/7; Dec 25 off\n"
		"sunrise-sunset\nMo-Fr 08:00-12:00 || \"x\"\nSa 18:00+\nweek 1-53/2 Mo 09:00-17:00\n"
		"Mo 00:00-24:00; Tu 00:00-20:00\nSa 12:00-24:00; Su 00:00-14:00\n"
		"Mo-Su 10:00-26:00; Tu off\nSH off; Mo-Fr 09:00-17:00\n";
	struct fixture *f = *state;
	FILE *file = fmemopen(lines, sizeof lines - 1, "r");

	read_shops(f, file);
	fclose(file);
	assert_int_equal(f->cards.merchants_len, 11);
	assert_int_equal(fixture_make(f, "2026-12-23", false), 0);
	assert_same_as_rules(f);
}

static void
nothing_reads_otherwise_before_the_moment_that_is_told(void **state)
{
	static const char *const hours[] = {
		"Mo-Fr 09:00-18:00",
		"Mo-Fr 09:00-18:00; PH off",
		"Mo-Fr 09:00-18:00; Th[1] 09:00-20:00; Su[-1] 10:00-16:00",
		"Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 10:00-16:00",
		"sunrise-sunset; PH off",
		"week 1-53/2 Mo 09:00-12:00; Dec 24-Jan 03 off",
		"Mo-Su 18:00-02:00; easter -2 days,easter off",
	};
	static const char *const days[] = { "2026-10-07T10:00", "2026-10-24T23:59",
		                            "2026-12-23T12:00", "2026-12-31T00:00",
		                            "2026-03-28T12:00" };
	struct fixture *f = *state;

	for (size_t h = 0; h < countof(hours); h++)
		for (size_t d = 0; d < countof(days); d++) {
			const char *now = days[d], *before, *text;
			int64_t next;

			at(f, hours[h], now);
			for (int step = 0; step < 12; step++) {
				text = said(f);
				next = f->guide.next_utc;
				assert_true(next > f->guide.now_utc);
				before = local(f, next - 60);
				now = local(f, next);
				at(f, hours[h], before);
				assert_string_equal(said(f), text);
				assert_true(f->guide.next_utc == next);
				at(f, hours[h], now);
				assert_string_not_equal(said(f), text);
			}
		}
}

static void
a_guide_without_hours_does_not_change_by_the_week(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "A", "bakery", NULL);
	assert_int_equal(fixture_make(f, "2026-11-25", false), 0);
	assert_true(f->guide.next_utc == INT64_MAX);
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_week_is_what_most_weeks_have),
		TEST(a_change_of_season_is_another_week_and_not_many_exceptions),
		TEST(by_the_sun_every_day_is_another_and_none_is_an_exception),
		TEST(nothing_begins_on_a_day_of_a_closure),
		TEST(what_repeats_is_read_as_if_day_by_day),
		TEST(openings_of_a_few_say_what_the_rules_say),
		TEST(openings_say_what_the_rules_say),
		TEST(equal_hours_are_one),
		TEST(who_is_not_open_these_days_has_only_a_door),
		TEST(a_night_is_open_until_the_next_morning),
		TEST(nothing_reads_otherwise_before_the_moment_that_is_told),
		TEST(a_guide_without_hours_does_not_change_by_the_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
