#include "fixture.h"

#include "guide/clock.h"
#include "guide/fresh.h"
#include "source/history.h"

enum { MOST = 12 };

static int64_t
noon(const char *day)
{
	return (int64_t)fixture_day(day) * 86400 + 12 * 3600;
}

/* A guide of merchants "a", "b"… whose cards came on these days; NULL: nobody knows. */
static void
make(struct fixture *f, const char *now, const char *const *days)
{
	static const char *const slugs[MOST] = { "a", "b", "c", "d", "e", "f",
		                                 "g", "h", "i", "j", "k", "l" };

	f->cards.merchants_len = 0;
	for (size_t i = 0; i < MOST && days[i]; i++)
		fixture_merchant(f, slugs[i], slugs[i], "bakery", NULL);
	assert_int_equal(fixture_make(f, now, false), 0);
	for (size_t i = 0; i < f->guide.merchants_len; i++)
		f->guide.merchants[i]->created =
			days[i][0] == '?' ? HISTORY_UNKNOWN : noon(days[i]);
	fresh_choose(&f->guide);
}

/* The slugs of the new ones, in the list's order. */
static const char *
new_ones(const struct fixture *f)
{
	static char text[MOST + 1];
	size_t marked = 0;

	for (size_t i = 0; i < f->guide.fresh_len; i++) {
		assert_true(f->guide.fresh[i]->fresh);
		text[i] = f->guide.fresh[i]->card->card.slug.ptr[0];
	}
	text[f->guide.fresh_len] = '\0';
	for (size_t i = 0; i < f->guide.merchants_len; i++)
		marked += f->guide.merchants[i]->fresh;
	assert_int_equal(marked, f->guide.fresh_len);
	return text;
}

static const char *
next_text(const struct fixture *f)
{
	int64_t next = f->guide.next_utc, local;
	struct civil date;

	if (next == INT64_MAX)
		return "never";
	local = next + clock_offset(&f->guide, next);
	date = date_to_civil((int)(local / 86400));
	return arena_printf(f->arena, "%04d-%02d-%02dT%02d:%02d", date.year, date.month, date.day,
	                    (int)(local % 86400 / 3600), (int)(local / 60 % 60))
	        .ptr;
}

#define OLD "2025-01-10"

static void
a_merchant_is_new_for_sixty_days(void **state)
{
	static const struct {
		const char *now, *came, *is, *next;
	} cases[] = {
		{ "2026-06-15", "2026-06-15", "d", "2026-08-14T00:00" },
		{ "2026-06-15", "2026-06-01", "d", "2026-07-31T00:00" },
		{ "2026-07-30T23:59", "2026-06-01", "d", "2026-07-31T00:00" },
		{ "2026-07-31", "2026-06-01", "", "never" },
		/* Over the nights on which clocks change, midnight is midnight. */
		{ "2026-11-01", "2026-10-20", "d", "2026-12-19T00:00" },
		/* A committer's clock may be ahead: tomorrow is new today, later is so from the day before. */
		{ "2026-06-15", "2026-06-16", "d", "2026-08-15T00:00" },
		{ "2026-06-15", "2026-06-18", "", "2026-06-17T00:00" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		const char *days[] = { OLD, OLD, OLD, cases[i].came, NULL };

		make(f, cases[i].now, days);
		assert_string_equal(new_ones(f), cases[i].is);
		assert_string_equal(next_text(f), cases[i].next);
	}
}

static void
a_guide_that_is_new_has_nobody_new(void **state)
{
	static const struct {
		const char *days[MOST];
		const char *is;
	} cases[] = {
		{ { "2026-06-01", "2026-06-01", "2026-06-01", NULL }, "" },
		/* Within a week of the founding they belong to it; later they are new. */
		{ { "2026-06-01", "2026-06-01", "2026-06-08", NULL }, "" },
		{ { "2026-06-01", "2026-06-01", "2026-06-09", NULL }, "c" },
		/* Three samples first, then the list of the members: the list is the beginning. */
		{ { "2026-04-01", "2026-04-01", "2026-04-01", "2026-05-20", "2026-05-20",
		    "2026-05-20", "2026-05-20", "2026-05-20", "2026-05-20", "2026-06-05", NULL },
		  "j" },
		/* One card a day: the last third, but for the first week of it. */
		{ { "2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05",
		    "2026-06-06", "2026-06-07", "2026-06-08", "2026-06-09", NULL },
		  "" },
		/* The newest first; of one day by their names. */
		{ { OLD, OLD, OLD, OLD, OLD, OLD, OLD, OLD, "2026-06-10", "2026-06-12",
		    "2026-06-10", NULL },
		  "jik" },
		/* At most a third. */
		{ { OLD, "2026-06-10", "2026-06-10", NULL }, "" },
		{ { OLD, "2026-06-10", NULL }, "" },
		{ { "2026-06-10", NULL }, "" },
		{ { NULL }, "" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		make(f, "2026-06-15", cases[i].days);
		assert_string_equal(new_ones(f), cases[i].is);
	}
}

static void
what_is_not_known_is_old(void **state)
{
	static const struct {
		const char *days[MOST];
		const char *is;
	} cases[] = {
		{ { "?", "?", OLD, OLD, "2026-06-10", NULL }, "e" },
		{ { OLD, OLD, OLD, "2026-06-10", "?", NULL }, "d" },
		/* A clone without the older commits: perhaps the whole guide is of this June. */
		{ { "?", "?", "?", "2026-06-10", NULL }, "" },
		{ { "?", "?", "?", NULL }, "" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		make(f, "2026-06-15", cases[i].days);
		assert_string_equal(new_ones(f), cases[i].is);
		if (cases[i].is[0] == '\0')
			assert_string_equal(next_text(f), "never");
	}
}

static void
a_guide_without_a_history_has_nobody_new(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "a", "bakery", NULL);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_true(f->guide.merchants[0]->created == HISTORY_UNKNOWN);
	assert_string_equal(new_ones(f), "");
}

/* What a hostile commit may say, as the walk lets it through. */
static void
the_end_of_time_is_only_far_away(void **state)
{
	static const char *const days[] = { OLD, OLD, OLD, OLD, NULL };
	struct fixture *f = *state;

	make(f, "2026-06-15", days);
	f->guide.merchants[3]->created = 253402214399;
	fresh_choose(&f->guide);
	assert_string_equal(new_ones(f), "");
	f->guide.merchants[3]->created = 0;
	fresh_choose(&f->guide);
	assert_string_equal(new_ones(f), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_merchant_is_new_for_sixty_days),
		TEST(a_guide_that_is_new_has_nobody_new),
		TEST(what_is_not_known_is_old),
		TEST(a_guide_without_a_history_has_nobody_new),
		TEST(the_end_of_time_is_only_far_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
