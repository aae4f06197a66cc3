#include "card/sun.h"

#include "../check.h"
#include "base/date.h"

#include <math.h>

static int
day_of(const char *text)
{
	int day;

	assert_true(date_parse(str(text), &day));
	return day;
}

/* "2026-06-21T03:29" in UTC, as almanacs print it: to the minute, rounded one way or the other. */
static void
the_sun_keeps_to_the_almanac(void **state)
{
	static const struct {
		double latitude, longitude;
		const char *day, *utc;
		enum sun_event event;
	} cases[] = {
		/* Brussels: the longest and the shortest day, and equinoxes */
		{ 50.8503, 4.3517, "2026-06-21", "2026-06-21T03:29", SUN_RISE },
		{ 50.8503, 4.3517, "2026-06-21", "2026-06-21T20:00", SUN_SET },
		{ 50.8503, 4.3517, "2026-12-21", "2026-12-21T07:42", SUN_RISE },
		{ 50.8503, 4.3517, "2026-12-21", "2026-12-21T15:38", SUN_SET },
		{ 50.8503, 4.3517, "2026-03-20", "2026-03-20T05:46", SUN_RISE },
		{ 50.8503, 4.3517, "2026-03-20", "2026-03-20T17:55", SUN_SET },
		/* Namur in November, with its twilight */
		{ 50.4669, 4.8675, "2026-11-21", "2026-11-21T06:28", SUN_DAWN },
		{ 50.4669, 4.8675, "2026-11-21", "2026-11-21T07:04", SUN_RISE },
		{ 50.4669, 4.8675, "2026-11-21", "2026-11-21T15:47", SUN_SET },
		{ 50.4669, 4.8675, "2026-11-21", "2026-11-21T16:24", SUN_DUSK },
		/* west of Greenwich, where the evening is the next day in UTC */
		{ 40.7128, -74.0060, "2026-06-20", "2026-06-20T09:25", SUN_RISE },
		{ 40.7128, -74.0060, "2026-06-20", "2026-06-21T00:31", SUN_SET },
		/* south, and far east, where the morning is the day before */
		{ -33.8688, 151.2093, "2026-12-21", "2026-12-20T18:41", SUN_RISE },
		{ -33.8688, 151.2093, "2026-12-21", "2026-12-21T09:05", SUN_SET },
		/* nearly at the polar circle: sunset after midnight */
		{ 64.1466, -21.9426, "2026-06-21", "2026-06-22T00:03", SUN_SET },
		{ 64.1466, -21.9426, "2026-06-21", "2026-06-21T02:55", SUN_RISE },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct moment want;
		int64_t got, off;

		assert_true(sun_at(cases[i].event, cases[i].latitude, cases[i].longitude,
		                   day_of(cases[i].day), &got));
		assert_true(moment_parse(str(cases[i].utc), &want));
		off = got - moment_minutes(want);
		if (off < -1 || off > 1)
			fail_msg("%s, event %d: %d minutes from %s", cases[i].day,
			         (int)cases[i].event, (int)off, cases[i].utc);
	}
}

static void
near_the_poles_it_may_neither_rise_nor_set(void **state)
{
	static const struct {
		double latitude;
		const char *day;
		bool rises, dawns;
	} cases[] = {
		{ 69.65, "2026-06-21", false,
		  false }, /* Tromsø: the midnight sun, and no twilight to begin */
		{ 69.65, "2026-12-21", false,
		  true }, /* the polar night has a twilight about noon */
		{ 69.65, "2026-03-20", true, true },
		{ 60.17, "2026-06-21", true, true }, /* Helsinki: short, but a night */
		{ 64.15, "2026-06-21", true,
		  false }, /* Reykjavík: it sets, and does not get dark */
		{ 90, "2026-03-20", false, false },
		{ -90, "2026-12-21", false, false },
		{ -77.85, "2026-06-21", false, false }, /* McMurdo: night, and dark */
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		int day = day_of(cases[i].day);
		int64_t utc;

		for (enum sun_event e = SUN_DAWN; e <= SUN_DUSK; e++) {
			bool twilight = e == SUN_DAWN || e == SUN_DUSK;
			bool want = twilight ? cases[i].dawns : cases[i].rises;

			if (sun_at(e, cases[i].latitude, 18.96, day, &utc) != want)
				fail_msg("%g° on %s: event %d", cases[i].latitude, cases[i].day,
				         (int)e);
		}
	}
	/* The coordinates come from a card. */
	assert_false(sun_at(SUN_RISE, NAN, 4.8, 20000, &(int64_t){ 0 }));
	assert_false(sun_at(SUN_RISE, 50.4, INFINITY, 20000, &(int64_t){ 0 }));
}

static void
a_day_goes_from_dawn_to_dusk(void **state)
{
	int64_t before = INT64_MIN;

	(void)state;
	for (int day = day_of("2026-01-01"); day < day_of("2031-01-01"); day++)
		for (enum sun_event e = SUN_DAWN; e <= SUN_DUSK; e++) {
			int64_t utc;

			assert_true(sun_at(e, 50.4669, 4.8675, day, &utc));
			assert_true(utc > before);
			before = utc;
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sun_keeps_to_the_almanac),
		cmocka_unit_test(near_the_poles_it_may_neither_rise_nor_set),
		cmocka_unit_test(a_day_goes_from_dawn_to_dusk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
