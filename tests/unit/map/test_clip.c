#include "../check.h"

#include "map/clip.h"

#include "base/arena.h"

#include <math.h>

static const struct clip view = { -20, -20, 5140, 5140 };

/* Of [0, below), the same in every run. */
static uint32_t
chance(uint32_t below)
{
	static uint64_t state = 88172645463325252ULL;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)((state >> 20) % below);
}

/* How often a ring goes round a point: what an area's fill depends on. */
static int
winding(const struct dot *dots, uint32_t len, double x, double y)
{
	int turns = 0;

	for (uint32_t i = 0; i < len; i++) {
		struct dot a = dots[i], b = dots[i + 1 < len ? i + 1 : 0];
		double side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);

		if (a.y <= y && b.y > y && side > 0)
			turns++;
		if (a.y > y && b.y <= y && side < 0)
			turns--;
	}
	return turns;
}

static void
a_ring_fills_the_view_as_before(void **state)
{
	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct dot dots[60], all[60];
		uint32_t len = 3 + chance(57), kept, spread = 1000 + chance(40000);

		/* Most cross themselves many times. */
		for (uint32_t i = 0; i < len; i++)
			all[i] = dots[i] =
				(struct dot){ 2500 + (double)chance(spread) - spread / 2,
				              2500 + (double)chance(spread) - spread / 2 };
		kept = clip_ring(&view, dots, len);
		assert_true(kept <= len);
		for (int i = 0; i < 20; i++) {
			double x = chance(5120) + 0.5, y = chance(5120) + 0.5;

			assert_int_equal(winding(dots, kept, x, y), winding(all, len, x, y));
		}
	}
}

static void
what_is_kept_of_a_ring_keeps_its_place(void **state)
{
	struct dot dots[] = { { 100, 100 },  { 9000, 100 }, { 9500, 300 },
		              { 9900, 500 }, { 9000, 900 }, { 100, 900 } };

	(void)state;
	assert_int_equal(clip_ring(&view, dots, 6), 4);
	assert_true(dots[1].x == 9000 && dots[1].y == 100);
	assert_true(dots[2].x == 9000 && dots[2].y == 900);
}

static void
a_ring_beside_the_view_is_gone_and_one_around_it_stays(void **state)
{
	struct dot beside[] = { { 6000, 0 }, { 7000, 0 }, { 7000, 9000 } };
	struct dot around[] = { { -900, -900 }, { 9000, -900 }, { 9000, 9000 }, { -900, 9000 } };

	(void)state;
	assert_int_equal(clip_ring(&view, beside, 3), 0);
	assert_int_equal(clip_ring(&view, around, 4), 4);
	assert_int_equal(clip_ring(&view, around, 0), 0);
}

static bool
sees(struct dot a, struct dot b)
{
	for (int i = 0; i <= 64; i++) {
		struct dot p = { a.x + (b.x - a.x) * i / 64, a.y + (b.y - a.y) * i / 64 };

		if (clip_code(&view, p) == 0)
			return true;
	}
	return false;
}

static void
every_segment_that_is_seen_is_in_a_run_and_no_dot_moves(void **state)
{
	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct dot dots[40];
		bool drawn[40] = { false };
		uint32_t len = 1 + chance(39), from = 0, to;

		for (uint32_t i = 0; i < len; i++)
			dots[i] = (struct dot){ (double)chance(30000) - 12000,
				                (double)chance(30000) - 12000 };
		for (; clip_run(&view, dots, len, &from, &to); from = to > from + 1 ? to - 1 : to) {
			assert_true(to <= len);
			for (uint32_t i = from; i + 1 < to; i++)
				drawn[i] = true;
		}
		for (uint32_t i = 0; i + 1 < len; i++)
			if (sees(dots[i], dots[i + 1]))
				assert_true(drawn[i]);
	}
}

static void
a_lone_dot_is_a_run_where_it_is_seen(void **state)
{
	struct dot here = { 10, 10 }, there = { -100, 10 };
	uint32_t from = 0, to = 0;

	(void)state;
	assert_true(clip_run(&view, &here, 1, &from, &to));
	assert_int_equal(to, 1);
	from = to;
	assert_false(clip_run(&view, &here, 1, &from, &to));
	from = 0;
	assert_false(clip_run(&view, &there, 1, &from, &to));
	assert_false(clip_run(&view, NULL, 0, &from, &to));
}

static void
shapes_as_large_as_the_world_are_cut_far_away(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (int round = 0; round < 500; round++) {
		struct dot all[30], *cut;
		uint32_t len = 3 + chance(27), kept = len;

		for (uint32_t i = 0; i < len; i++)
			all[i] = (struct dot){ ((double)chance(2000) - 1000) * 1e6,
				               ((double)chance(2000) - 1000) * 1e6 };
		cut = clip_far_ring(arena, all, &kept);
		for (uint32_t i = 0; i < kept; i++)
			assert_true(fabs(cut[i].x) <= CLIP_FAR && fabs(cut[i].y) <= CLIP_FAR);
		for (int i = 0; i < 10; i++) {
			/* Far from edges, which rounding moves a little. */
			double x = chance(5120) + 0.5, y = chance(5120) + 0.5;

			assert_int_equal(winding(cut, kept, x, y), winding(all, len, x, y));
		}
	}
	arena_free(arena);
}

static void
segments_as_long_as_the_world_keep_their_direction(void **state)
{
	static const struct {
		struct dot a, b;
		bool seen;
	} cases[] = {
		{ { -1e9, 100 }, { 1e9, 100 }, true }, { { -1e9, -1e9 }, { 1e9, 1e9 }, true },
		{ { -1e9, 0 }, { -9e8, 0 }, false },   { { 0, 1e9 }, { 1e9, 0 }, false },
		{ { 5, 5 }, { 5, 5 }, true },          { { 5, 5 }, { 1e9, 5 }, true },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct dot a = cases[i].a, b = cases[i].b;

		assert_int_equal(clip_far_segment(&a, &b), cases[i].seen);
		if (!cases[i].seen)
			continue;
		assert_true(fabs(a.x) <= CLIP_FAR && fabs(b.y) <= CLIP_FAR);
		assert_true(fabs((b.x - a.x) * (cases[i].b.y - cases[i].a.y) -
		                 (b.y - a.y) * (cases[i].b.x - cases[i].a.x)) < 1e-6);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ring_fills_the_view_as_before),
		cmocka_unit_test(what_is_kept_of_a_ring_keeps_its_place),
		cmocka_unit_test(a_ring_beside_the_view_is_gone_and_one_around_it_stays),
		cmocka_unit_test(every_segment_that_is_seen_is_in_a_run_and_no_dot_moves),
		cmocka_unit_test(a_lone_dot_is_a_run_where_it_is_seen),
		cmocka_unit_test(shapes_as_large_as_the_world_are_cut_far_away),
		cmocka_unit_test(segments_as_long_as_the_world_keep_their_direction),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
