/* map: from the bytes of an extract to what can be drawn. */
#include "../check.h"

#include "paper_town.h"

#include "base/arena.h"
#include "base/diag.h"
#include "map/map.h"

#include <stdio.h>
#include <stdlib.h>

static const char style[] =
	"ground: \"#fff\"\nink: \"#000\"\nquiet: \"#444\"\nhalo: \"#fff\"\n"
	"lines:\n  - {is: [highway=*], fill: \"#eee\", width: {14: 3}, name: 13}\n";

struct fixture {
	struct diag *diag;
	struct buf town;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->diag = diag_new();
	paper_town(&f->town, 4);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	diag_free(f->diag);
	buf_release(&f->town);
	free(f);
	return 0;
}

static struct map *
open_map(struct fixture *f, struct str bytes)
{
	return map_new(bytes, STR("map/quartier.osm"), 1 << 24, STR("BE"), f->diag);
}

static int
dress(struct fixture *f, struct map *map, const char *text)
{
	static const enum lang languages[] = { LANG_FR, LANG_NL };

	return map_dress(map, str(text), "map.yml", box_none(), languages, 2, f->diag);
}

static void
an_extract_becomes_a_map_that_can_be_drawn(void **state)
{
	struct fixture *f = *state;
	struct map *map = open_map(f, buf_str(&f->town));

	assert_non_null(map);
	buf_release(&f->town); /* its bytes may go */
	assert_str(map->path, "map/quartier.osm");
	assert_false(map->drawn);
	assert_true(paths_any(map->paths));
	assert_true(addresses_houses(map->addresses) > 0);
	assert_int_equal(dress(f, map, style), 0);
	assert_true(map->drawn);
	assert_true(map->scene.shapes_len > 0 && map->scene.notes_len > 0);
	assert_int_equal(map->atlas.sets_len, 2);
	assert_true(map->atlas.zooms_len > 3);
	assert_true(str_starts(map->walk, "atlas/walk-") && str_ends(map->walk, ".json"));
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
	map_free(map);
}

static void
the_walking_graph_is_named_by_its_content(void **state)
{
	struct fixture *f = *state;
	struct map *one, *same, *other;

	one = open_map(f, buf_str(&f->town));
	same = open_map(f, buf_str(&f->town));
	buf_adds(&f->town, "<!-- later -->\n");
	other = open_map(f, buf_str(&f->town));
	assert_int_equal(dress(f, one, style) | dress(f, same, style) | dress(f, other, style), 0);
	assert_true(str_eq(one->walk, same->walk));
	assert_false(str_eq(one->walk, other->walk));
	map_free(one);
	map_free(same);
	map_free(other);
}

static void
what_is_no_extract_is_reported_and_no_map(void **state)
{
	static const char *const cases[] = { "", "<osm>", "not XML", "<osm><node></osm>" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_null(open_map(f, str(cases[i])));
		assert_int_equal(diag_count(f->diag, DIAG_ERROR), i + 1);
	}
	map_free(NULL);
}

static void
an_extract_of_nothing_is_not_drawn(void **state)
{
	struct fixture *f = *state;
	struct map *map = open_map(f, STR("<osm version=\"0.6\"></osm>"));

	assert_non_null(map);
	assert_int_equal(dress(f, map, style), 0);
	assert_false(map->drawn);
	assert_int_equal(map->walk.len, 0);
	map_free(map);
}

static void
one_shop_alone_is_drawn_with_its_surroundings(void **state)
{
	struct fixture *f = *state;
	struct map *map = open_map(f, STR("<osm version=\"0.6\"><node id=\"1\" lat=\"50.4\" "
	                                  "lon=\"3.77\"><tag k=\"shop\" v=\"bakery\"/></node>"
	                                  "</osm>"));
	struct box area;

	assert_non_null(map);
	assert_int_equal(dress(f, map, style), 0);
	assert_true(map->drawn);
	assert_int_equal(map->walk.len, 0);
	area = map->atlas.area;
	assert_true((area.x1 - area.x0) * mercator_metres(area.y0) > 199);
	map_free(map);
}

static void
a_wrong_style_is_reported_and_nothing_is_drawn(void **state)
{
	struct fixture *f = *state;
	struct map *map = open_map(f, buf_str(&f->town));

	assert_non_null(map);
	assert_int_equal(dress(f, map, "ground: mauve\n"), -1);
	assert_true(diag_count(f->diag, DIAG_ERROR) > 0);
	assert_false(map->drawn);
	map_free(map);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_extract_becomes_a_map_that_can_be_drawn),
		TEST(the_walking_graph_is_named_by_its_content),
		TEST(what_is_no_extract_is_reported_and_no_map),
		TEST(an_extract_of_nothing_is_not_drawn),
		TEST(one_shop_alone_is_drawn_with_its_surroundings),
		TEST(a_wrong_style_is_reported_and_nothing_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
