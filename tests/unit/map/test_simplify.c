#include "../check.h"

#include "map/simplify.h"

#include <math.h>
#include <stdlib.h>

enum { MOST = 20000 };

static struct spot spots[MOST];
static float ranks[MOST];

/* Of [0, 1), the same in every run. */
static double
chance(void)
{
	static uint64_t state = 88172645463325252ULL;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (double)(state >> 11) / 9007199254740992.0;
}

static double
distance(struct spot p, struct spot a, struct spot b)
{
	double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
	double at = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

	at = fmin(1, fmax(0, at));
	return hypot(p.x - a.x - at * dx, p.y - a.y - at * dy);
}

static void
wander(uint32_t len)
{
	struct spot at = { 0.5, 0.5 };

	for (uint32_t i = 0; i < len; i++) {
		at.x += (chance() - 0.4) * 1e-5;
		at.y += (chance() - 0.5) * 1e-5;
		spots[i] = at;
	}
}

/* The farthest that a point left out lies from the segment that takes its place. */
static double
worst(uint32_t len, float tolerance, bool ring)
{
	double most = 0;
	uint32_t last = 0;

	for (uint32_t i = 1; i < len + ring; i++) {
		if (i < len && ranks[i] < tolerance)
			continue;
		for (uint32_t k = last + 1; k < i; k++)
			most = fmax(most, distance(spots[k], spots[last], spots[i < len ? i : 0]));
		last = i;
	}
	return most;
}

static void
nothing_moves_by_more_than_the_tolerance(void **state)
{
	static const float tolerances[] = { 1e-7F, 1e-6F, 5e-6F, 1e-4F };

	(void)state;
	for (uint32_t round = 0; round < 60; round++) {
		uint32_t len = 3 + round * 29;
		bool ring = round % 2;

		wander(len);
		simplify_rank(ranks, spots, len, ring);
		for (size_t i = 0; i < countof(tolerances); i++)
			assert_true(worst(len, tolerances[i], ring) <= tolerances[i]);
	}
}

static void
what_lies_on_a_straight_line_matters_least(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 5; i++)
		spots[i] = (struct spot){ 0.25 * i, 0.5 };
	spots[3].y = 0.75;
	simplify_rank(ranks, spots, 5, false);
	assert_true(isinf(ranks[0]) && isinf(ranks[4]));
	assert_true(ranks[3] > 0.1F);
	assert_true(ranks[1] < ranks[3] && ranks[2] < ranks[3]);
}

/* However large the tolerance: tiles of any zoom agree on the ends. */
static void
ends_and_two_points_of_a_ring_always_stay(void **state)
{
	static const struct {
		uint32_t len;
		bool ring;
		uint32_t kept;
	} cases[] = {
		{ 1, false, 1 }, { 2, false, 2 },    { 3, false, 2 },    { 400, false, 2 },
		{ 1, true, 1 },  { 2, true, 2 },     { 3, true, 2 },     { 400, true, 2 },
		{ 0, true, 0 },  { 1025, false, 3 }, { 1026, false, 4 }, { 2048, false, 5 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		uint32_t kept = 0;

		wander(cases[i].len);
		simplify_rank(ranks, spots, cases[i].len, cases[i].ring);
		for (uint32_t k = 0; k < cases[i].len; k++)
			kept += isinf(ranks[k]) != 0;
		assert_int_equal(kept, cases[i].kept);
	}
}

static void
points_that_all_coincide_are_no_trouble(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 1000; i++)
		spots[i] = (struct spot){ 0.5, 0.5 };
	for (int ring = 0; ring < 2; ring++) {
		simplify_rank(ranks, spots, 1000, ring);
		for (uint32_t i = 0; i < 1000; i++)
			assert_true(ranks[i] >= 0);
		assert_true(ranks[7] == 0);
	}
}

/* A spiral lets the method look at all points for each; without a bound this would take minutes. */
static void
the_worst_line_takes_no_longer_than_its_length_allows(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < MOST; i++) {
		double angle = i * 0.01, radius = exp(-(double)i * 1e-4);

		spots[i] = (struct spot){ 0.5 + radius * cos(angle), 0.5 + radius * sin(angle) };
	}
	simplify_rank(ranks, spots, MOST, true);
	assert_true(worst(MOST, 1e-3F, true) <= 1e-3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_moves_by_more_than_the_tolerance),
		cmocka_unit_test(what_lies_on_a_straight_line_matters_least),
		cmocka_unit_test(ends_and_two_points_of_a_ring_always_stay),
		cmocka_unit_test(points_that_all_coincide_are_no_trouble),
		cmocka_unit_test(the_worst_line_takes_no_longer_than_its_length_allows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
