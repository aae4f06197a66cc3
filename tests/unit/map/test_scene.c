#include "ground.h"

static const char style[] = GROUND_COLOURS
	"numbers: 18\n"
	"areas:\n"
	"  - {is: [landuse=grass], fill: \"#0f0\"}\n"
	"  - {is: [natural=water, natural=coastline], fill: \"#00f\"}\n"
	"  - {is: [building=*], fill: \"#333\"}\n"
	"lines:\n"
	"  - {is: [natural=tree], fill: \"#0a0\", width: 4}\n"
	"  - {is: [highway=residential], fill: \"#fff\", casing: \"#ccc\", width: 8, name: 15}\n"
	"  - {is: [highway=primary], fill: \"#fff\", casing: \"#ccc\", width: 12, name: 13}\n"
	"names:\n"
	"  - {is: [place=town], size: 14, from: 9}\n"
	"  - {is: [landuse=grass], size: 10, from: 15}\n"
	"signs:\n"
	"  - {is: [amenity=parking], sign: P, from: 16}\n";

/* --- shapes ------------------------------------------------------------------------------------ */

static void
square(struct ground *g, int id, double x, double y, double side, const char *tags)
{
	char nodes[80];

	ground_pixel(g, id, x, y, "");
	ground_pixel(g, id + 1, x + side, y, "");
	ground_pixel(g, id + 2, x + side, y + side, "");
	ground_pixel(g, id + 3, x, y + side, "");
	snprintf(nodes, sizeof nodes, "%d %d %d %d %d", id, id + 1, id + 2, id + 3, id);
	ground_way(g, id, nodes, tags);
}

static void
line(struct ground *g, int id, double x, double y, double dx, double dy, const char *tags)
{
	char nodes[40];

	ground_pixel(g, id, x, y, "");
	ground_pixel(g, id + 1, x + dx, y + dy, "");
	snprintf(nodes, sizeof nodes, "%d %d", id, id + 1);
	ground_way(g, id, nodes, tags);
}

static void
shapes_come_by_level_then_areas_before_lines_then_by_rule(void **state)
{
	static const struct {
		int64_t id;
		int level;
	} want[] = {
		{ 60, SCENE_GROUND },
		{ 10, SCENE_GROUND },
		{ 20, -3 },
		{ 70, -1 },
		{ 30, 0 },
		{ 40, 0 },
		{ 80, 0 },
		{ 90, 1 },
		{ 50, 2 },
	};
	struct ground *g = *state;

	square(g, 10, 0, 0, 50, TAG("natural", "water") TAG("layer", "3"));
	line(g, 20, 0, 0, 90, 90, TAG("highway", "primary") TAG("layer", "-3"));
	square(g, 30, 60, 0, 50, TAG("building", "yes"));
	line(g, 40, 0, 50, 90, 90, TAG("highway", "residential") TAG("bridge", "no"));
	square(g, 50, 90, 0, 50, TAG("building", "yes") TAG("layer", "2"));
	square(g, 60, 0, 60, 50, TAG("landuse", "grass"));
	line(g, 70, 0, 50, 90, 90, TAG("highway", "residential") TAG("tunnel", "yes"));
	line(g, 80, 0, 70, 90, 90, TAG("highway", "primary") TAG("layer", "upstairs"));
	line(g, 90, 0, 70, 90, 90, TAG("highway", "residential") TAG("bridge", "viaduct"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.shapes_len, countof(want));
	for (size_t i = 0; i < countof(want); i++) {
		assert_int_equal(g->scene.shapes[i].object->id, want[i].id);
		assert_int_equal(g->scene.shapes[i].level, want[i].level);
	}
}

static double
turn_of(const struct spot *spots, uint32_t len)
{
	double sum = 0;

	for (uint32_t i = 0; i < len; i++) {
		struct spot a = spots[i], b = spots[i + 1 < len ? i + 1 : 0];

		sum += (a.x - spots[0].x) * (b.y - spots[0].y) -
		       (b.x - spots[0].x) * (a.y - spots[0].y);
	}
	return sum;
}

static void
outer_rings_turn_one_way_and_inner_ones_the_other(void **state)
{
	struct ground *g = *state;
	const struct scene_shape *shape;

	for (int turned = 0; turned < 2; turned++) {
		square(g, 10 + turned * 100, 0, 0, 90, "");
		square(g, 20 + turned * 100, 30, 30, 20, "");
	}
	/* The way goes round the other way. */
	ground_way(g, 40, "10 13 12 11 10", TAG("landuse", "grass"));
	buf_printf(&g->xml,
	           "<relation id=\"1\">" TAG("type", "multipolygon") TAG(
			   "landuse",
			   "grass") "<member type=\"way\" ref=\"10\" role=\"outer\"/>"
	                            "<member type=\"way\" ref=\"20\" role=\"inner\"/></relation>");
	ground_make(g, style, "");
	assert_int_equal(g->scene.shapes_len, 2);
	for (size_t i = 0; i < 2; i++) {
		shape = &g->scene.shapes[i];
		if (shape->object->kind == OSM_WAY) {
			assert_true(turn_of(shape->spots, shape->ends[0]) > 0);
			continue;
		}
		assert_int_equal(shape->parts, 2);
		for (uint32_t part = 0, from = 0; part < 2; from = shape->ends[part++]) {
			double turn = turn_of(shape->spots + from, shape->ends[part] - from);
			bool large = shape->spots[from].x < 0.5 + 10.0 / (2.0 * GROUND_MIDDLE);

			assert_true(large ? turn > 0 : turn < 0);
		}
	}
}

static void
a_tree_is_a_line_of_one_spot(void **state)
{
	struct ground *g = *state;

	ground_pixel(g, 1, 5, 5, TAG("natural", "tree"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.shapes_len, 1);
	assert_int_equal(g->scene.shapes[0].ends[0], 1);
	assert_int_equal(g->scene.shapes[0].rule->kind, STYLE_LINE);
}

static void
an_extract_with_nothing_in_it_is_a_scene(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);

	ground_make(g, style, "");
	assert_int_equal(g->scene.shapes_len, 0);
	assert_int_equal(g->scene.notes_len, 0);
	assert_true(box_is_empty(g->scene.box));
	assert_non_null(strstr(ground_draw(g, &view), "</svg>"));
}

struct visited {
	const struct scene_shape *last;
	size_t count;
	struct box box;
};

static void
visit(void *context, const struct scene_shape *shape)
{
	struct visited *v = context;

	assert_true(!v->last || shape > v->last);
	assert_true(box_meets(shape->box, v->box));
	v->last = shape;
	v->count++;
}

static void
every_shape_that_meets_a_box_is_visited_once_in_order(void **state)
{
	struct ground *g = *state;

	for (int i = 0; i < 700; i++)
		line(g, 10 + i * 2, ground_random(g, 5000), ground_random(g, 5000),
		     ground_random(g, i % 40 ? 60 : 4000), ground_random(g, 60),
		     i % 3 ? TAG("highway", "primary") : TAG("highway", "residential"));
	ground_make(g, style, "");
	for (int round = 0; round < 200; round++) {
		double x = ground_random(g, 5000), y = ground_random(g, 5000), side = 1 + round * 4;
		struct visited v = { .box = box_none() };
		size_t want = 0;

		box_add(&v.box, (struct spot){ 0.5 + x / (2.0 * GROUND_MIDDLE),
		                               0.5 + y / (2.0 * GROUND_MIDDLE) });
		box_add(&v.box, (struct spot){ 0.5 + (x + side) / (2.0 * GROUND_MIDDLE),
		                               0.5 + (y + side) / (2.0 * GROUND_MIDDLE) });
		for (size_t i = 0; i < g->scene.shapes_len; i++)
			want += box_meets(g->scene.shapes[i].box, v.box);
		scene_visit(&g->scene, g->scratch, v.box, visit, &v);
		assert_int_equal(v.count, want);
	}
}

/* --- notes ------------------------------------------------------------------------------------- */

static void
pieces_of_a_street_are_one_note_whatever_their_direction(void **state)
{
	struct ground *g = *state;
	const struct scene_note *note;

	for (int i = 0; i < 6; i++)
		ground_pixel(g, i + 1, i * 100, 0, "");
	ground_way(g, 1, "3 4", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_way(g, 2, "3 2 1", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_way(g, 3, "5 4", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_way(g, 4, "5 6", TAG("highway", "primary") TAG("name", "Rue A"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, 2);
	note = &g->scene.notes[1];
	assert_int_equal(note->len, 5);
	for (uint32_t i = 1; i < note->len; i++)
		assert_true((note->spots[i].x > note->spots[i - 1].x) ==
		            (note->spots[1].x > note->spots[0].x));
}

static void
where_three_pieces_meet_the_street_goes_straight_on(void **state)
{
	struct ground *g = *state;
	uint32_t most = 0;

	ground_pixel(g, 1, 0, 0, "");
	ground_pixel(g, 2, 100, 0, "");
	ground_pixel(g, 3, 100, 100, "");
	ground_pixel(g, 4, 200, 5, "");
	ground_way(g, 1, "1 2", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_way(g, 2, "2 3", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_way(g, 3, "2 4", TAG("highway", "residential") TAG("name", "Rue A"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, 2);
	for (size_t i = 0; i < 2; i++)
		if (g->scene.notes[i].len > most)
			most = g->scene.notes[i].len;
	/* The longer one matters more. */
	assert_int_equal(most, 3);
	assert_int_equal(g->scene.notes[0].len, 3);
	assert_true(g->scene.notes[0].spots[2].y - g->scene.notes[0].spots[0].y <
	            50 / (2.0 * GROUND_MIDDLE));
}

static void
a_street_that_goes_round_ends_where_it_began(void **state)
{
	struct ground *g = *state;

	square(g, 1, 0, 0, 100, "");
	ground_way(g, 7, "1 2 3", TAG("highway", "residential") TAG("name", "Place R"));
	ground_way(g, 8, "3 4 1", TAG("highway", "residential") TAG("name", "Place R"));
	ground_way(g, 9, "1 2 3 4 1", TAG("highway", "primary") TAG("name", "Place R"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(g->scene.notes[i].len, 5);
		assert_true(g->scene.notes[i].spots[0].x == g->scene.notes[i].spots[4].x);
	}
}

static void
what_is_written_at_wider_zooms_comes_first(void **state)
{
	static const char *const want[] = { "Bourg", "Route", "Grand pré", "Pré", "Rue", "", "7" };
	struct ground *g = *state;

	ground_pixel(g, 100, 5, 5, TAG("addr:housenumber", "7"));
	ground_pixel(g, 101, 15, 5, TAG("amenity", "parking") TAG("name", "P1"));
	line(g, 1, 0, 0, 50, 50, TAG("highway", "residential") TAG("name", "Rue"));
	line(g, 5, 0, 0, 50, 80, TAG("highway", "primary") TAG("name", "Route"));
	square(g, 10, 0, 0, 50, TAG("landuse", "grass") TAG("name", "Pré"));
	square(g, 20, 0, 0, 90, TAG("landuse", "grass") TAG("name", "Grand pré"));
	ground_pixel(g, 102, 15, 5, TAG("place", "town") TAG("name", "Bourg"));
	ground_pixel(g, 103, 15, 5, TAG("place", "town"));
	line(g, 30, 0, 0, 50, 80,
	     TAG("highway", "primary") TAG("name", "Sous") TAG("tunnel", "yes"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, countof(want));
	for (size_t i = 0; i < countof(want); i++)
		assert_str(scene_text(&g->scene.notes[i], LANG_FR), want[i]);
	assert_true(g->scene.notes[2].extent > g->scene.notes[3].extent);
	assert_true(g->scene.notes[0].extent == 0);
}

/* A shop has the number of its house; that the same address is in the next village too is no reason to drop it. */
static void
a_house_has_its_number_once(void **state)
{
	struct ground *g = *state;
	const struct scene_note *note;

	ground_pixel(g, 100, 10, 10, TAG("addr:housenumber", "7") TAG("addr:street", "Rue"));
	square(g, 10, 0, 0, 40, TAG("addr:housenumber", "7") TAG("addr:street", "Rue"));
	ground_pixel(g, 101, 12, 10, TAG("addr:housenumber", "7") TAG("addr:street", "Quai"));
	ground_pixel(g, 102, 12, 10, TAG("addr:housenumber", "7") TAG("addr:place", "Quai"));
	ground_pixel(g, 103, 9000, 10, TAG("addr:housenumber", "7") TAG("addr:street", "Rue"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, 3);
	note = &g->scene.notes[0];
	assert_int_equal(note->object->kind, OSM_WAY);
	assert_null(note->rule);
	/* In the middle of the house. */
	assert_true(note->spots[0].x > 0.5 + 19 / (2.0 * GROUND_MIDDLE) &&
	            note->spots[0].x < 0.5 + 21 / (2.0 * GROUND_MIDDLE));
}

static void
the_number_of_a_bent_house_is_inside_it(void **state)
{
	struct ground *g = *state;
	struct spot at;

	/* An L of thin wings: its centre of mass is outside. */
	ground_pixel(g, 1, 0, 0, "");
	ground_pixel(g, 2, 10, 0, "");
	ground_pixel(g, 3, 10, 190, "");
	ground_pixel(g, 4, 200, 190, "");
	ground_pixel(g, 5, 200, 200, "");
	ground_pixel(g, 6, 0, 200, "");
	ground_way(g, 1, "1 2 3 4 5 6 1", TAG("addr:housenumber", "7"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.notes_len, 1);
	at = g->scene.notes[0].spots[0];
	at.x = (at.x - 0.5) * 2 * GROUND_MIDDLE;
	at.y = (at.y - 0.5) * 2 * GROUND_MIDDLE;
	assert_true(at.x > 0 && at.x < 200 && at.y > 0 && at.y < 200 && (at.x < 10 || at.y > 190));
}

static void
a_name_is_in_the_reader_s_language_where_there_is_one(void **state)
{
	struct ground *g = *state;

	line(g, 1, 0, 0, 50, 50,
	     TAG("highway", "primary") TAG("name", "Nieuwstraat - Rue Neuve")
	             TAG("name:fr", "Rue Neuve") TAG("name:nl", "Nieuwstraat"));
	ground_make(g, style, "");
	assert_str(scene_text(&g->scene.notes[0], LANG_FR), "Rue Neuve");
	assert_str(scene_text(&g->scene.notes[0], LANG_NL), "Nieuwstraat");
	assert_str(scene_text(&g->scene.notes[0], LANG_DE), "Nieuwstraat - Rue Neuve");
	assert_true(scene_differs(&g->scene, LANG_FR, LANG_NL));
	assert_false(scene_differs(&g->scene, LANG_DE, LANG_EN));
}

/* --- the sea ----------------------------------------------------------------------------------- */

/* The square of 1000 pixels to the south and east of 0, 0. */
#define BOUNDS "<bounds minlat=\"-0.0053644\" minlon=\"0\" maxlat=\"0\" maxlon=\"0.0053644\"/>"

/* How often the sea goes round a pixel. */
static int
wet(const struct ground *g, double x, double y)
{
	int turns = 0;

	if (g->scene.shapes_len == 0)
		return 0;
	x = 0.5 + x / (2.0 * GROUND_MIDDLE);
	y = 0.5 + y / (2.0 * GROUND_MIDDLE);
	for (uint32_t part = 0, from = 0; part < g->scene.shapes[0].parts;
	     from = g->scene.shapes[0].ends[part++])
		for (uint32_t i = from; i < g->scene.shapes[0].ends[part]; i++) {
			struct spot a = g->scene.shapes[0].spots[i];
			struct spot b =
				g->scene.shapes[0]
					.spots[i + 1 < g->scene.shapes[0].ends[part] ? i + 1
			                                                             : from];
			double side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);

			turns += a.y <= y && b.y > y && side > 0;
			turns -= a.y > y && b.y <= y && side < 0;
		}
	return turns;
}

#define COAST TAG("natural", "coastline")

static void
the_sea_is_to_the_right_of_the_coast(void **state)
{
	struct ground *g = *state;

	/* From north to south in two pieces: water in the west. */
	ground_pixel(g, 1, 500, -100, "");
	ground_pixel(g, 2, 400, 500, "");
	ground_pixel(g, 3, 500, 1200, "");
	ground_way(g, 2, "2 3", COAST);
	ground_way(g, 1, "1 2", COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(g->scene.shapes_len, 1);
	assert_int_equal(g->scene.shapes[0].level, SCENE_GROUND);
	assert_int_equal(wet(g, 100, 500), 1);
	assert_int_equal(wet(g, 5, 5), 1);
	assert_int_equal(wet(g, 5, 995), 1);
	assert_int_equal(wet(g, 600, 500), 0);
	assert_int_equal(wet(g, 995, 5), 0);
}

static void
a_coast_the_other_way_round_floods_the_other_side(void **state)
{
	struct ground *g = *state;

	line(g, 1, 500, 1200, 0, -1300, COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(wet(g, 100, 500), 0);
	assert_int_equal(wet(g, 995, 995), 1);
	assert_int_equal(wet(g, 995, 5), 1);
}

static void
two_coasts_make_a_channel_with_an_island(void **state)
{
	struct ground *g = *state;

	line(g, 1, 800, -100, 0, 1300, COAST);   /* land in the east */
	line(g, 10, 200, 1200, 0, -1300, COAST); /* land in the west */
	/* Against the clock as people see it: land inside. */
	ground_pixel(g, 20, 400, 400, "");
	ground_pixel(g, 21, 400, 600, "");
	ground_pixel(g, 22, 600, 600, "");
	ground_pixel(g, 23, 600, 400, "");
	ground_way(g, 20, "20 21 22 23 20", COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(wet(g, 300, 500), 1);
	assert_int_equal(wet(g, 700, 500), 1);
	assert_int_equal(wet(g, 500, 500), 0);
	assert_int_equal(wet(g, 100, 500), 0);
	assert_int_equal(wet(g, 900, 500), 0);
}

static void
an_island_alone_has_the_sea_all_around(void **state)
{
	struct ground *g = *state;

	ground_pixel(g, 20, 400, 400, "");
	ground_pixel(g, 21, 400, 600, "");
	ground_pixel(g, 22, 600, 600, "");
	ground_pixel(g, 23, 600, 400, "");
	ground_way(g, 20, "20 21 22 23 20", COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(wet(g, 5, 5), 1);
	assert_int_equal(wet(g, 995, 995), 1);
	assert_int_equal(wet(g, 500, 500), 0);
}

static void
an_island_across_the_bounds_is_cut(void **state)
{
	struct ground *g = *state;

	ground_pixel(g, 20, 400, 800, "");
	ground_pixel(g, 21, 400, 1600, "");
	ground_pixel(g, 22, 600, 1600, "");
	ground_pixel(g, 23, 600, 800, "");
	ground_way(g, 20, "20 21 22 23 20", COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(wet(g, 500, 900), 0);
	assert_int_equal(wet(g, 500, 700), 1);
	assert_int_equal(wet(g, 100, 900), 1);
	assert_int_equal(wet(g, 900, 995), 1);
}

static void
a_coast_that_breaks_off_makes_no_flood(void **state)
{
	struct ground *g = *state;

	line(g, 1, 500, -100, 0, 600, COAST);
	ground_make(g, style, BOUNDS);
	assert_int_equal(g->scene.shapes_len, 0);
}

static void
coasts_that_contradict_each_other_make_no_flood(void **state)
{
	struct ground *g = *state;

	line(g, 1, 500, -100, 0, 1300, COAST);
	line(g, 10, 500, -100, 0, 1300, COAST);
	line(g, 20, 300, -100, 0, 1300, COAST);
	ground_make(g, style, BOUNDS);
	(void)wet(g, 100, 500);
}

/* --- the ends of the world --------------------------------------------------------------------- */

static void
poles_and_the_antimeridian_are_drawn_without_harm(void **state)
{
	struct ground *g = *state;
	struct draw_options view = { .zoom = 2, .width = 1024, .height = 1024 };

	ground_node(g, 1, 900000000, 0, TAG("natural", "tree"));
	ground_node(g, 2, -900000000, 1800000000, TAG("natural", "tree"));
	ground_node(g, 3, 0, -1800000000, TAG("addr:housenumber", "1"));
	ground_node(g, 4, 450000000, 1800000000, "");
	ground_way(g, 1, "1 2 3 4 1", TAG("building", "yes") TAG("addr:housenumber", "2"));
	ground_way(g, 2, "1 2 3 4", TAG("highway", "primary") TAG("name", "Rond"));
	ground_make(g, style, "");
	assert_int_equal(g->scene.shapes_len, 4);
	assert_null(strstr(ground_draw(g, &view), "nan"));
	assert_null(strstr(g->drawn.ptr, "inf"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, ground_set_up, ground_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shapes_come_by_level_then_areas_before_lines_then_by_rule),
		TEST(outer_rings_turn_one_way_and_inner_ones_the_other),
		TEST(a_tree_is_a_line_of_one_spot),
		TEST(an_extract_with_nothing_in_it_is_a_scene),
		TEST(every_shape_that_meets_a_box_is_visited_once_in_order),
		TEST(pieces_of_a_street_are_one_note_whatever_their_direction),
		TEST(where_three_pieces_meet_the_street_goes_straight_on),
		TEST(a_street_that_goes_round_ends_where_it_began),
		TEST(what_is_written_at_wider_zooms_comes_first),
		TEST(a_house_has_its_number_once),
		TEST(the_number_of_a_bent_house_is_inside_it),
		TEST(a_name_is_in_the_reader_s_language_where_there_is_one),
		TEST(the_sea_is_to_the_right_of_the_coast),
		TEST(a_coast_the_other_way_round_floods_the_other_side),
		TEST(two_coasts_make_a_channel_with_an_island),
		TEST(an_island_alone_has_the_sea_all_around),
		TEST(an_island_across_the_bounds_is_cut),
		TEST(a_coast_that_breaks_off_makes_no_flood),
		TEST(coasts_that_contradict_each_other_make_no_flood),
		TEST(poles_and_the_antimeridian_are_drawn_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
