/* What templates see of the map: the large one, and the windows onto it. */
#include "../guide/fixture.h"
#include "members.h"

#include "card/vocabulary.h"
#include "map/map.h"
#include "theme/theme.h"
#include "theme/view.h"

#include <math.h>

/* A street of 600 metres from west to east, and one of 400 from its middle to the south. */
static const double NORTH = 50.4, WEST = 3.77, METRES_LAT = 111195.1, METRES_LON = 70878.6;

static const char style[] =
	"ground: [\"#fff\", \"#111\"]\nink: \"#000\"\nquiet: \"#444\"\nhalo: \"#fff\"\n"
	"areas:\n"
	"  - {is: [leisure=park], fill: [\"#aaffaa\", \"#224422\"], label: {fr: Parc, nl: Park, de: Park, en: Park}}\n"
	"  - {is: [natural=water], fill: \"#00f\", label: {fr: Eau, nl: Water, de: Wasser, en: Water}}\n"
	"lines:\n  - {is: [highway=*], fill: \"#eee\", width: {14: 3}, name: 13}\n"
	"signs:\n"
	"  - {is: [amenity=parking], sign: P, from: 15, label: {fr: Parking, nl: Parking, de: Parkplatz, en: Car park}}\n";

struct stage {
	struct fixture *f;
	struct map *map;
	struct theme theme;
	struct views *views;
	struct arena *scratch;
	struct buf town;
	int id;
	struct word stops[4];
};

static struct location
at(double east, double south)
{
	return (struct location){ true, NORTH - south / METRES_LAT, WEST + east / METRES_LON };
}

static void
node(struct stage *s, double east, double south, const char *tags)
{
	struct location where = at(east, south);
	struct str rest = str(tags), part;

	buf_printf(&s->town, "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\">", ++s->id, where.latitude,
	           where.longitude);
	while (str_split(&rest, ';', &part)) {
		size_t sign = str_find(part, '=');

		buf_printf(&s->town, "<tag k=\"%.*s\" v=\"%.*s\"/>",
		           STR_ARG(str_sub(part, 0, sign)),
		           STR_ARG(str_sub(part, sign + 1, part.len)));
	}
	buf_adds(&s->town, "</node>\n");
}

static void
way(struct stage *s, const char *nodes, const char *key, const char *value)
{
	struct str rest = str(nodes), part;

	buf_printf(&s->town, "<way id=\"%d\">", ++s->id);
	while (str_split(&rest, ' ', &part))
		buf_printf(&s->town, "<nd ref=\"%.*s\"/>", STR_ARG(part));
	buf_printf(&s->town, "<tag k=\"%s\" v=\"%s\"/></way>\n", key, value);
}

static void
draw_town(struct stage *s)
{
	struct location north_west = at(-200, -200), south_east = at(800, 600);

	buf_printf(&s->town,
	           "<osm version=\"0.6\"><bounds minlat=\"%.7f\" minlon=\"%.7f\" maxlat=\"%.7f\" "
	           "maxlon=\"%.7f\"/>\n",
	           south_east.latitude, north_west.longitude, north_west.latitude,
	           south_east.longitude);
	node(s, 0, 0, "");
	node(s, 300, 0, "");
	node(s, 600, 0, "");
	node(s, 300, 400, "");
	node(s, 400, 50, "");
	node(s, 450, 50, "");
	node(s, 450, 90, "");
	node(s, 60, 10, "amenity=parking;access=private");
	node(s, 135, 10, "amenity=parking;name=Parking du Haut");
	node(s, 300, 105, "highway=bus_stop;name=Moulin;name:nl=Molen");
	node(s, 590, 10, "amenity=toilets");
	way(s, "1 2 3", "highway", "residential");
	way(s, "2 4", "highway", "pedestrian");
	way(s, "5 6 7 5", "leisure", "park");
	buf_adds(&s->town, "</osm>\n");
}

static int
setup(void **state)
{
	struct stage *s = mem_alloc(sizeof *s);
	void *fixture;

	fixture_setup(&fixture);
	s->f = fixture;
	s->scratch = arena_new();
	draw_town(s);
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct stage *s = *state;
	void *fixture = s->f;

	views_free(s->views);
	map_free(s->map);
	fixture_teardown(&fixture);
	arena_free(s->scratch);
	buf_release(&s->town);
	free(s);
	return 0;
}

static struct merchant *
merchant(struct stage *s, const char *slug, const char *street, double east, double south)
{
	struct merchant *m = fixture_merchant(s->f, slug, slug, "bakery", street);

	m->location = at(east, south);
	return m;
}

/* Three shops that have a place and one that has none, a car park of the association's, two routes. */
static void
fill(struct stage *s)
{
	struct place *station;
	struct route *route;

	merchant(s, "a", "Rue Haute 1", 50, 5);
	merchant(s, "b", "Rue Haute 5", 250, 5);
	merchant(s, "c", NULL, 305, 350);
	fixture_merchant(s->f, "d", "d", "bakery", "Rue Nulle Part 3");
	station = fixture_place(s->f, "gare");
	station->kind = (uint16_t)vocabulary_find(VOCABULARY_PLACES, STR("parking"));
	station->location = at(500, 5);
	for (size_t i = 0; i < 4; i++)
		s->stops[i].text = str((const char *const[]){ "a", "gare", "c", "d" }[i]);
	route = FIXTURE_ADD(s->f, routes);
	*route = (struct route){ .card = fixture_card(s->f, "routes", "boucle"),
		                 .stops = { s->stops, 3 } };
	route->title.in[LANG_FR] = STR("A, la boucle");
	route = FIXTURE_ADD(s->f, routes);
	*route = (struct route){ .card = fixture_card(s->f, "routes", "perdue"),
		                 .stops = { s->stops, 4 } };
	route->title.in[LANG_FR] = STR("B, la perdue");
}

static void
build(struct stage *s, bool with_map)
{
	static const enum lang languages[] = { LANG_FR, LANG_NL };
	struct diag *ignored = diag_new(); /* that the theme has no texts */
	struct box area = box_none();

	if (fixture_make(s->f, "2026-07-20T12:00", false) != 0)
		fail_msg("%s", fixture_reports(s->f));
	if (with_map) {
		struct location north_west = at(-100, -100), south_east = at(700, 500);

		box_add(&area, mercator_degrees(north_west.latitude, north_west.longitude));
		box_add(&area, mercator_degrees(south_east.latitude, south_east.longitude));
		s->map = map_new(buf_str(&s->town), STR("map/quartier.osm"), 1 << 20, STR("BE"),
		                 s->f->diag);
		assert_non_null(s->map);
		assert_int_equal(
			map_dress(s->map, str(style), "map.yml", area, languages, 2, s->f->diag),
			0);
		assert_true(s->map->drawn);
		s->f->guide.map = s->map;
	}
	s->views =
		views_new(&s->f->guide, &s->theme, STR("https://example.org/guide/"), 2, ignored);
	diag_free(ignored);
}

static const struct value *
page(struct stage *s, const char *url)
{
	const struct page_ref *ref = views_find(s->views, str(url));

	assert_non_null(ref);
	return view_page(s->scratch, s->views, ref);
}

static long
number(struct stage *s, const struct value *from, const char *path)
{
	return strtol(member_at(s->f->arena, from, path), NULL, 10);
}

/* --- windows ------------------------------------------------------------------------------------------------ */

static void
without_a_map_nothing_is_said_of_it(void **state)
{
	struct stage *s = *state;

	fill(s);
	build(s, false);
	ASSERT_MEMBERS(s, page(s, "/merchants/a/"), { "frame", "absent" });
	ASSERT_MEMBERS(s, page(s, "/streets/rue-haute/"), { "frame", "absent" });
	ASSERT_MEMBERS(s, page(s, "/routes/boucle/"), { "frame", "absent" },
	               { "route.length_text", "absent" }, { "route.walk_text", "absent" });
	ASSERT_MEMBERS(s, page(s, "/map/"), { "map", "absent" },
	               { "streets_with.0.merchants.0.number", "absent" });
}

static void
a_merchant_stands_in_the_middle(void **state)
{
	struct stage *s = *state;
	const struct value *got;

	fill(s);
	build(s, true);
	got = page(s, "/merchants/a/");
	ASSERT_MEMBERS(s, got, { "frame.zoom", "17" }, { "frame.path", "absent" },
	               { "frame.has_around", "true" });
	/* The car park on the map, 85 metres off, and the shop itself above it. */
	ASSERT_MEMBERS(s, got, { "frame.pins.0.name", "Parking du Haut" },
	               { "frame.pins.0.is_place", "true" }, { "frame.pins.0.number", "1" },
	               { "frame.pins.0.url", "null" }, { "frame.pins.0.icon", "parking" },
	               { "frame.pins.1.name", "a" }, { "frame.pins.1.is_here", "true" },
	               { "frame.pins.1.url", "/guide/merchants/a/" },
	               { "frame.pins.1.number", "null" }, { "frame.pins.1.left", "0" },
	               { "frame.pins.1.top", "0" }, { "frame.pins.2", "absent" });
	/* 0.76 metres a pixel. */
	assert_in_range(number(s, got, "frame.pins.0.left"), 110, 114);
	assert_in_range(number(s, got, "frame.pins.0.top"), 5, 8);
}

static void
tiles_lie_beside_each_other_all_over_the_window(void **state)
{
	static const char *const pages[] = { "/merchants/b/", "/streets/rue-haute/",
		                             "/routes/boucle/" };
	struct stage *s = *state;

	fill(s);
	build(s, true);
	for (size_t i = 0; i < countof(pages); i++) {
		const struct value *got = page(s, pages[i]);
		const struct value *tiles = value_at(got, "frame.tiles");
		long left = 0, top = 0;

		assert_non_null(tiles);
		for (uint32_t t = 0; t < tiles->len; t++) {
			const struct value *tile = tiles->items[t];
			struct str url = value_str(value_get(tile, STR("url")));
			char end[64];

			snprintf(end, sizeof end, "/%ld/", number(s, got, "frame.zoom") - 1);
			assert_true(str_starts(url, "/guide/atlas/"));
			assert_true(str_ends(url, ".svg"));
			assert_non_null(strstr(arena_cstr(s->f->arena, url), end));
			if (t == 0) {
				left = number(s, tile, "left");
				top = number(s, tile, "top");
			}
			assert_int_equal((number(s, tile, "left") - left) % 512, 0);
			assert_int_equal((number(s, tile, "top") - top) % 512, 0);
		}
		assert_true(left <= -150 && top <= -100);
		assert_true(left + 512 * (long)tiles->len > 150);
	}
}

static void
who_is_beyond_the_map_has_no_window(void **state)
{
	struct stage *s = *state;

	fill(s);
	merchant(s, "far", "Rue Haute 99", 9000, 5);
	build(s, true);
	ASSERT_MEMBERS(s, page(s, "/merchants/far/"), { "frame", "absent" });
	ASSERT_MEMBERS(s, page(s, "/merchants/d/"), { "frame", "absent" });
	ASSERT_MEMBERS(s, page(s, "/streets/rue-nulle-part/"), { "frame", "absent" });
	/* The street's page shows the others. */
	ASSERT_MEMBERS(s, page(s, "/streets/rue-haute/"), { "frame.pins.1.name", "b" },
	               { "frame.pins.2", "absent" });
}

/* --- what is around ----------------------------------------------------------------------------------------------- */

static void
around_is_what_can_be_walked_to(void **state)
{
	struct stage *s = *state;

	fill(s);
	build(s, true);
	/* The association's car park is 460 metres off, another one 100: but not the private one beside it. */
	ASSERT_MEMBERS(s, page(s, "/merchants/a/"), { "frame.around.0.name", "Parking du Haut" },
	               { "frame.around.0.kind.id", "parking" }, { "frame.around.0.anchor", "null" },
	               { "frame.around.0.url", "null" }, { "frame.around.0.number", "1" },
	               { "frame.around.0.minutes_text", "2\u00a0min" },
	               { "frame.around.0.metres_text", "100\u00a0m" },
	               { "frame.around.0.title", "Parking du Haut" },
	               { "frame.around.1.title", "Arrêt de bus Moulin" },
	               { "frame.around.1.name", "Moulin" },
	               { "frame.around.1.kind.label", "Arrêt de bus" },
	               { "frame.around.1.minutes_text", "5\u00a0min" },
	               { "frame.around.1.metres_text", "360\u00a0m" },
	               { "frame.around.2", "absent" });
	/* Within 400 metres the association's own goes first. What has no name on the map has its kind's. */
	ASSERT_MEMBERS(s, page(s, "/merchants/b/"), { "frame.around.0.kind.id", "bus-stop" },
	               { "frame.around.1.name", "gare" }, { "frame.around.1.anchor", "place-gare" },
	               { "frame.around.1.url", "/guide/map/#place-gare" },
	               { "frame.around.1.metres_text", "260\u00a0m" },
	               { "frame.around.1.title", "gare" }, { "frame.around.2.name", "null" },
	               { "frame.around.2.title", "Toilettes publiques" },
	               { "frame.around.2.kind.label", "Toilettes publiques" },
	               { "frame.around.3", "absent" });
	ASSERT_MEMBERS(s, page(s, "/nl/merchants/a/"), { "frame.around.1.name", "Molen" },
	               { "frame.around.1.kind.label", "Bushalte" },
	               { "frame.around.1.minutes_text", "5\u00a0min." });
}

/* --- streets and routes ---------------------------------------------------------------------------------------- */

static void
a_streets_window_shows_all_its_shops(void **state)
{
	struct stage *s = *state;
	const struct value *got;

	fill(s);
	build(s, true);
	got = page(s, "/streets/rue-haute/");
	ASSERT_MEMBERS(s, got, { "frame.zoom", "17" }, { "frame.pins.0.name", "a" },
	               { "frame.pins.0.number", "null" }, { "frame.pins.0.is_here", "false" },
	               { "frame.pins.1.name", "b" }, { "frame.pins.1.url", "/guide/merchants/b/" },
	               { "frame.around", "absent" }, { "frame.path", "absent" });
	for (int i = 0; i < 2; i++) {
		char path[] = "frame.pins.0.left";

		path[11] = (char)('0' + i);
		assert_in_range(labs(number(s, got, path)), 0, 150 - 12);
	}
}

static void
a_route_is_drawn_along_the_streets(void **state)
{
	struct stage *s = *state;
	const struct value *got;
	const char *path;

	fill(s);
	build(s, true);
	got = page(s, "/routes/boucle/");
	/* 460 to the station; back to the crossing and down, 555. */
	ASSERT_MEMBERS(s, got, { "route.length_text", "1,0\u00a0km" },
	               { "route.walk_text", "13\u00a0min" }, { "frame.pins.0.number", "3" },
	               { "frame.pins.0.name", "c" }, { "frame.pins.1.number", "2" },
	               { "frame.pins.1.is_place", "true" },
	               { "frame.pins.1.url", "/guide/map/#place-gare" },
	               { "frame.pins.2.number", "1" }, { "frame.pins.3", "absent" });
	path = member_at(s->f->arena, got, "frame.path");
	assert_int_equal(path[0], 'M');
	assert_int_equal(strspn(path, "Ml-. 0123456789"), strlen(path));
	assert_true(strlen(path) < 120);
	/* From the first stop to the last, with a rim for the stroke. */
	assert_in_range(number(s, got, "frame.path_width"), 2 * 6 + 140, 2 * 6 + 292);
	assert_true(number(s, got, "frame.path_left") < number(s, got, "frame.pins.2.left"));
}

static void
how_long_a_route_is_is_not_told_where_a_stop_is_nowhere(void **state)
{
	struct stage *s = *state;

	fill(s);
	build(s, true);
	ASSERT_MEMBERS(s, page(s, "/routes/perdue/"), { "route.length_text", "absent" },
	               { "route.walk_text", "absent" }, { "frame.pins.2.number", "1" },
	               { "frame.pins.3", "absent" });
}

/* --- the large map ------------------------------------------------------------------------------------------------ */

static void
the_map_has_its_files_its_area_and_its_zooms(void **state)
{
	struct stage *s = *state;
	const struct value *got;

	fill(s);
	build(s, true);
	got = page(s, "/map/");
	assert_true(str_starts(value_str(value_at(got, "map.picture")), "/guide/atlas/plan-"));
	assert_true(str_starts(value_str(value_at(got, "map.tiles")), "/guide/atlas/"));
	assert_true(str_ends(value_str(value_at(got, "map.tiles")), "/{z}/{x}/{y}.svg"));
	assert_true(str_starts(value_str(value_at(got, "map.walk")), "/guide/atlas/walk-"));
	assert_true(number(s, got, "map.zoom_min") >= 14);
	ASSERT_MEMBERS(s, got, { "map.zoom_max", "20" }, { "map.tile_size", "512" },
	               { "map.zoom_offset", "-1" });
	assert_true(fabs(strtod(member_at(s->f->arena, got, "map.south"), NULL) -
	                 at(0, 500).latitude) < 2e-6);
	assert_true(fabs(strtod(member_at(s->f->arena, got, "map.east"), NULL) -
	                 at(700, 0).longitude) < 2e-6);
}

static void
pins_are_numbered_as_the_list_is_read(void **state)
{
	struct stage *s = *state;
	const struct value *got;

	fill(s);
	merchant(s, "e", "Rue Haute 3", 150, 5);
	build(s, true);
	got = page(s, "/map/");
	/* In the guide's order, but the third house is the second in the street. */
	ASSERT_MEMBERS(s, got, { "map.pins.0.slug", "a" }, { "map.pins.0.number", "1" },
	               { "map.pins.1.slug", "b" }, { "map.pins.1.number", "3" },
	               { "map.pins.2.slug", "c" }, { "map.pins.2.number", "4" },
	               { "map.pins.3.slug", "e" }, { "map.pins.3.number", "2" },
	               { "map.pins.4", "absent" }, { "map.pins.0.url", "/guide/merchants/a/" },
	               { "streets_with.0.merchants.1.slug", "e" },
	               { "streets_with.0.merchants.1.number", "2" },
	               { "streets_with.1.merchants.0.number", "absent" },
	               { "no_street.0.slug", "c" }, { "no_street.0.number", "4" });
	for (int i = 0; i < 4; i++) {
		char path[] = "map.pins.0.left";
		double percent;

		path[9] = (char)('0' + i);
		percent = strtod(member_at(s->f->arena, got, path), NULL);
		assert_true(percent > 0 && percent < 100);
	}
}

static void
the_legend_names_what_is_there(void **state)
{
	struct stage *s = *state;
	const struct value *got;

	fill(s);
	build(s, true);
	got = page(s, "/map/");
	/* There is no water. */
	ASSERT_MEMBERS(s, got, { "map.legend.0.label", "Parc" },
	               { "map.legend.0.colour", "#aaffaa" },
	               { "map.legend.0.colour_dark", "#224422" }, { "map.legend.0.sign", "absent" },
	               { "map.legend.1.label", "Parking" }, { "map.legend.1.sign", "P" },
	               { "map.legend.1.colour", "absent" }, { "map.legend.2", "absent" });
	ASSERT_MEMBERS(s, page(s, "/nl/map/"), { "map.legend.0.label", "Park" });
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_map_nothing_is_said_of_it),
		TEST(a_merchant_stands_in_the_middle),
		TEST(tiles_lie_beside_each_other_all_over_the_window),
		TEST(who_is_beyond_the_map_has_no_window),
		TEST(around_is_what_can_be_walked_to),
		TEST(a_streets_window_shows_all_its_shops),
		TEST(a_route_is_drawn_along_the_streets),
		TEST(how_long_a_route_is_is_not_told_where_a_stop_is_nowhere),
		TEST(the_map_has_its_files_its_area_and_its_zooms),
		TEST(pins_are_numbered_as_the_list_is_read),
		TEST(the_legend_names_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
