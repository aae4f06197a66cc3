#include "fixture.h"

#include "guide/nearby.h"

#include <math.h>

enum { MANY = 700 };

static void
place_at(struct fixture *f, size_t index, double latitude, double longitude)
{
	f->cards.merchants[index].location = (struct location){ true, latitude, longitude };
}

/* A repeatable number in [0, 1). */
static double
chance(unsigned *seed)
{
	*seed = *seed * 1103515245 + 12345;
	return (double)(*seed >> 8) / (1 << 24);
}

static struct fixture *
many(void **state, const char *street)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < MANY; i++) {
		struct str slug = arena_printf(f->arena, "m%04zu", i);

		fixture_merchant(f, slug.ptr, slug.ptr, "bakery",
		                 street ? arena_printf(f->arena, "%s %zu", street, i + 1).ptr
		                        : NULL);
	}
	return f;
}

static const struct guide_merchant *
merchant(const struct fixture *f, const char *slug)
{
	for (size_t i = 0; i < f->guide.merchants_len; i++)
		if (str_is(f->guide.merchants[i]->card->card.slug, slug))
			return f->guide.merchants[i];
	return NULL;
}

static void
distances_are_those_of_the_earth(void **state)
{
	static const struct {
		struct location a, b;
		double metres;
	} cases[] = {
		{ { true, 50.3957, 3.7783 }, { true, 50.3957, 3.7783 }, 0 },
		{ { true, 50, 3 }, { true, 51, 3 }, 111195 },
		{ { true, 50, 3 }, { true, 50, 4 }, 71475 },
		{ { true, 0, 179.5 }, { true, 0, -179.5 }, 111195 },
		{ { true, 90, 0 }, { true, -90, 0 }, 20015115 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_true(fabs(nearby_distance(cases[i].a, cases[i].b) - cases[i].metres) < 1);
}

/* The search by halves must find what looking at everybody finds. */
static void
the_nearest_are_those_that_a_look_at_everybody_finds(void **state)
{
	struct fixture *f = many(state, NULL);
	unsigned seed = 1;

	for (size_t i = 0; i < MANY; i++)
		place_at(f, i, 50.39 + chance(&seed) * 0.01, 3.77 + chance(&seed) * 0.02);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	for (size_t i = 0; i < MANY; i++) {
		const struct guide_merchant *one = f->guide.merchants[i];
		double worst;
		size_t nearer = 0;

		assert_int_equal(one->nearby_len, NEARBY_MOST);
		worst = nearby_distance(one->card->location,
		                        one->nearby[NEARBY_MOST - 1]->card->location);
		for (size_t k = 0; k < MANY; k++)
			nearer += k != i && nearby_distance(one->card->location,
			                                    f->guide.merchants[k]->card->location) <
			                            worst - 1e-6;
		assert_int_equal(nearer, NEARBY_MOST - 1);
		for (size_t k = 0; k < NEARBY_MOST; k++)
			assert_ptr_not_equal(one->nearby[k], one);
	}
}

static void
merchants_at_one_spot_have_others_of_that_spot(void **state)
{
	struct fixture *f = many(state, NULL);

	for (size_t i = 0; i < MANY; i++)
		place_at(f, i, i < 10 ? -80 : 50.39, i < 10 ? 100 : 3.77);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	for (size_t i = 0; i < MANY; i++)
		assert_int_equal(f->guide.merchants[i]->nearby_len, NEARBY_MOST);
	assert_true(merchant(f, "m0003")->nearby[0]->card->location.latitude < 0);
}

static void
who_is_far_is_not_nearby(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "A", "bakery", NULL);
	fixture_merchant(f, "b", "B", "bakery", NULL);
	fixture_merchant(f, "c", "C", "bakery", NULL);
	place_at(f, 0, 50.39, 3.77);
	place_at(f, 1, 50.40, 3.77);
	place_at(f, 2, 50.49, 3.77);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_int_equal(merchant(f, "a")->nearby_len, 1);
	assert_ptr_equal(merchant(f, "a")->nearby[0], merchant(f, "b"));
	assert_int_equal(merchant(f, "c")->nearby_len, 0);
}

static void
without_places_the_next_doors_are_nearby(void **state)
{
	struct fixture *f = many(state, "Rue du Moulin");
	const struct guide_merchant *first, *middle;

	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	middle = merchant(f, "m0100");
	assert_int_equal(middle->nearby_len, NEARBY_MOST);
	assert_str(middle->nearby[0]->house_number, "102");
	assert_str(middle->nearby[1]->house_number, "100");
	assert_str(middle->nearby[5]->house_number, "98");
	first = merchant(f, "m0000");
	assert_str(first->nearby[5]->house_number, "7");
}

static void
neighbours_fill_what_places_leave_over(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "A", "bakery", "Rue du Moulin 1");
	fixture_merchant(f, "b", "B", "bakery", "Rue du Moulin 3");
	fixture_merchant(f, "c", "C", "bakery", "Rue du Moulin 5");
	place_at(f, 0, 50.39, 3.77);
	place_at(f, 2, 50.39, 3.771);
	assert_int_equal(fixture_make(f, "2026-06-15", false), 0);
	assert_int_equal(merchant(f, "a")->nearby_len, 2);
	assert_ptr_equal(merchant(f, "a")->nearby[0], merchant(f, "c"));
	assert_ptr_equal(merchant(f, "a")->nearby[1], merchant(f, "b"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(distances_are_those_of_the_earth),
		TEST(the_nearest_are_those_that_a_look_at_everybody_finds),
		TEST(merchants_at_one_spot_have_others_of_that_spot),
		TEST(who_is_far_is_not_nearby),
		TEST(without_places_the_next_doors_are_nearby),
		TEST(neighbours_fill_what_places_leave_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
