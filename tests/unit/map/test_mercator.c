/* mercator: degrees and the square of the world. */
#include "../check.h"

#include "map/mercator.h"

#include <math.h>

static void
places_lie_where_web_maps_have_them(void **state)
{
	/* Pixels at zoom 0 by the formulas of wiki.openstreetmap.org/wiki/Slippy_map_tilenames. */
	static const struct {
		double latitude, longitude, x, y;
	} cases[] = {
		{ 0, 0, 128, 128 },
		{ 0, -180, 0, 128 },
		{ 0, 180, 256, 128 },
		{ 50.3957, 3.7783, 130.6867911, 86.3814874 },
		{ -33.8568, 151.2153, 235.5308800, 153.6133399 },
		{ 85.0511287798066, 0, 128, 0 },
		{ -85.0511287798066, 0, 128, 256 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct spot spot = mercator_degrees(cases[i].latitude, cases[i].longitude);

		assert_true(fabs(spot.x * 256 - cases[i].x) < 1e-6);
		assert_true(fabs(spot.y * 256 - cases[i].y) < 1e-6);
	}
}

static void
the_tile_of_a_place_is_the_one_that_openstreetmap_names(void **state)
{
	struct spot spot = mercator_degrees(50.3957, 3.7783);
	double tiles = mercator_pixels(17) / 256;

	(void)state;
	assert_int_equal((int)floor(spot.x * tiles), 66911);
	assert_int_equal((int)floor(spot.y * tiles), 44227);
}

static void
there_and_back_is_the_same_place(void **state)
{
	(void)state;
	for (int lat = -85; lat <= 85; lat += 5)
		for (int lon = -180; lon <= 180; lon += 15) {
			struct location l = mercator_location(mercator_degrees(lat, lon));

			assert_true(l.set && fabs(l.latitude - lat) < 1e-9);
			assert_true(fabs(l.longitude - lon) < 1e-9);
		}
}

static void
what_is_not_in_the_square_comes_to_its_edge(void **state)
{
	static const double strange[] = { 90,        -90, 89.9, 1e300, -1e300, INFINITY,
		                          -INFINITY, NAN, -NAN, 500,   -500 };

	(void)state;
	for (size_t i = 0; i < countof(strange); i++)
		for (size_t k = 0; k < countof(strange); k++) {
			struct spot spot = mercator_degrees(strange[i], strange[k]);

			assert_true(spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1);
		}
	assert_true(mercator_degrees(90, 0).y < 1e-12);
	assert_true(mercator_degrees(-90, 0).y > 1 - 1e-12);
	assert_true(mercator_osm((struct osm_point){ 900000000, 1800000000 }).x >= 1);
}

static void
metres_shrink_towards_the_poles(void **state)
{
	(void)state;
	assert_true(fabs(mercator_metres(0.5) - 40075016.6856) < 0.01);
	/* Half as many at 60 degrees. */
	assert_true(fabs(mercator_metres(mercator_degrees(60, 0).y) / 40075016.6856 - 0.5) < 1e-9);
	/* 1e-3 degrees of longitude at Dour. */
	assert_true(fabs((mercator_degrees(50.4, 3.771).x - mercator_degrees(50.4, 3.77).x) *
	                         mercator_metres(mercator_degrees(50.4, 3.77).y) -
	                 70.958) < 0.01);
}

static void
a_box_holds_what_was_added(void **state)
{
	struct box box = box_none(), other = box_none();

	(void)state;
	assert_true(box_is_empty(box) && !box_meets(box, box));
	box_grow(&box, 0.5);
	assert_true(box_is_empty(box));
	box_add(&box, (struct spot){ 0.25, 0.5 });
	assert_false(box_is_empty(box));
	box_add(&box, (struct spot){ 0.5, 0.25 });
	assert_true(box.x0 >= 0.25 && box.y0 >= 0.25 && box.x1 <= 0.5 && box.y1 <= 0.5);
	box_add(&other, (struct spot){ 0.75, 0.3 });
	assert_false(box_meets(box, other));
	box_grow(&other, 0.25);
	assert_true(box_meets(box, other) && box_meets(other, box));
	assert_false(box_meets(box, box_none()));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_lie_where_web_maps_have_them),
		cmocka_unit_test(the_tile_of_a_place_is_the_one_that_openstreetmap_names),
		cmocka_unit_test(there_and_back_is_the_same_place),
		cmocka_unit_test(what_is_not_in_the_square_comes_to_its_edge),
		cmocka_unit_test(metres_shrink_towards_the_poles),
		cmocka_unit_test(a_box_holds_what_was_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
