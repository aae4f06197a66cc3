/* Properties of hours, on rules drawn at random: the same ones on every machine. */
#include "evaluating.h"

#include <inttypes.h>

/* xorshift64* */
static unsigned
draw(uint64_t *seed, unsigned below)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (unsigned)((*seed * 0x2545F4914F6CDD1D) >> 33) % below;
}

#define DRAW(seed, table) table[draw(seed, countof(table))]

static void
draw_rules(struct buf *out, uint64_t *seed)
{
	static const char *const joints[] = { "; ", "; ", "; ", ", ", ", ", " || " };
	static const char *const dates[] = { "",
		                             "",
		                             "",
		                             "Nov-Feb ",
		                             "Dec 20-Jan 5 ",
		                             "easter -2 days ",
		                             "2026 ",
		                             "2027+ ",
		                             "week 01-53/2 ",
		                             "week 10,44 ",
		                             "2026 Oct 20-2027 Mar 31 ",
		                             "Mar Su[-1]-Oct Su[-1] ",
		                             "Oct 24-26 ",
		                             "Jan 01-31/3 ",
		                             "Dec 31 " };
	static const char *const days[] = { "",
		                            "",
		                            "Mo-Fr ",
		                            "Sa,Su ",
		                            "We ",
		                            "PH ",
		                            "PH,Su ",
		                            "SH ",
		                            "Sa[1],Fr[-1] ",
		                            "Fr-Mo ",
		                            "PH Mo-Fr ",
		                            "PH -1 day ",
		                            "Su[-1] +2 days " };
	static const char *const times[] = {
		"08:00-12:00",    "09:00-12:00,13:00-18:00",        "22:00-02:00", "18:00+",
		"10:00-14:00+",   "20:00-30:00,06:00-07:00",        "00:00-24:00", "sunrise-sunset",
		"sunset-sunrise", "(sunrise-01:00)-(sunset+02:00)", "02:30-03:30", "23:00-03:00+",
		"12:00-11:00"
	};
	static const char *const meanings[] = { "",     "",         "",       "",
		                                " off", " unknown", " \"?\"", " open \"x\"" };
	unsigned count = 1 + draw(seed, 4);

	for (unsigned i = 0; i < count; i++) {
		if (i > 0)
			buf_adds(out, DRAW(seed, joints));
		buf_adds(out, DRAW(seed, dates));
		buf_adds(out, DRAW(seed, days));
		buf_adds(out, DRAW(seed, times));
		buf_adds(out, DRAW(seed, meanings));
	}
}

static bool
same_intervals(const struct hours_intervals *a, const struct hours_intervals *b)
{
	if (a->len != b->len)
		return false;
	for (size_t i = 0; i < a->len; i++) {
		const struct hours_interval *x = &a->items[i], *y = &b->items[i];

		if (x->from != y->from || x->to != y->to || x->meaning != y->meaning ||
		    x->open_end != y->open_end || !str_eq(x->comment, y->comment))
			return false;
	}
	return true;
}

enum { ROUNDS = 4000 };

static void
the_whole_is_what_its_parts_say(void **state)
{
	struct namur *n = *state;
	uint64_t seed = 20261122;
	/* Both nights on which the clock changes, two years' ends. */
	int64_t begin = minute_of("2026-10-01"), span = minute_of("2028-01-20") - begin;

	int understood = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct buf text = { 0 };
		struct hours_intervals whole = { 0 }, parts = { 0 };
		int64_t from = begin + draw(&seed, (unsigned)span);
		int64_t to = from + draw(&seed, 200 * DAY_MINUTES);
		int64_t at = from + (to > from ? draw(&seed, (unsigned)(to - from)) : 0);
		struct hours hours;

		if (round % 4 == 0)
			at -= at % DAY_MINUTES;
		at = at < from ? from : at;
		draw_rules(&text, &seed);
		hours = namur_read(n, buf_str(&text));
		understood += hours.state == HOURS_KNOWN;
		hours_evaluate(&hours, &n->place, from, to, &whole, n->arena);
		hours_evaluate(&hours, &n->place, from, at, &parts, n->arena);
		hours_evaluate(&hours, &n->place, at, to, &parts, n->arena);
		if (!same_intervals(&whole, &parts))
			fail_msg("%.*s: %" PRId64 " to %" PRId64 ", cut at %" PRId64,
			         STR_ARG(buf_str(&text)), from, to, at);
		buf_release(&text);
		arena_reset(n->arena);
	}
	assert_true(understood > ROUNDS / 2);
}

static void
rules_mean_the_same_when_they_are_written_well(void **state)
{
	struct namur *n = *state;
	uint64_t seed = 3;
	int64_t from = minute_of("2026-12-01"), to = minute_of("2027-04-30");

	for (int round = 0; round < ROUNDS; round++) {
		struct buf text = { 0 };
		struct hours_intervals first = { 0 }, second = { 0 };
		struct hours hours, again;

		draw_rules(&text, &seed);
		hours = namur_read(n, buf_str(&text));
		again = namur_read(n, hours.text);
		assert_int_equal(again.state, hours.state);
		assert_true(str_eq(again.text, hours.text));
		assert_false(again.odd);
		hours_evaluate(&hours, &n->place, from, to, &first, n->arena);
		hours_evaluate(&again, &n->place, from, to, &second, n->arena);
		if (!same_intervals(&first, &second))
			fail_msg("%.*s is not %.*s", STR_ARG(hours.text), STR_ARG(buf_str(&text)));
		buf_release(&text);
		arena_reset(n->arena);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, namur_begin, namur_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_whole_is_what_its_parts_say),
		TEST(rules_mean_the_same_when_they_are_written_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
