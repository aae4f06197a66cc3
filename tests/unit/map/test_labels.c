/* labels: names where they can be read, none above another, the same for every tile. */
#include "scenery.h"

#include "map/labels_short.h"

#include <stdio.h>

static struct labels
place(struct scenery *s, double zoom)
{
	struct labels labels;

	labels_place(&labels, s->arena, &s->scene, zoom, LANG_FR, s->area, NULL, 0);
	return labels;
}

static const struct label *
find(const struct labels *labels, const char *text)
{
	for (size_t i = 0; i < labels->len; i++)
		if (str_is(labels->items[i].text, text))
			return &labels->items[i];
	return NULL;
}

static size_t
count(const struct labels *labels, const char *text)
{
	size_t found = 0;

	for (size_t i = 0; i < labels->len; i++)
		found += str_is(labels->items[i].text, text);
	return found;
}

/* --- what covers what --------------------------------------------------------------------------- */

/* A piece of a label as it lies: a rectangle about its middle. */
struct piece {
	struct spot middle;
	double turn, width, height;
};

enum { PIECES = 64 };

static size_t
pieces_of(const struct label *label, struct piece *pieces)
{
	double turn = label->angle * M_PI / 180, height = label->size * 0.9;

	if (!label->line) {
		pieces[0] = (struct piece){ { label->x, label->y }, turn, label->width, height };
		return 1;
	}
	/* Its ends are longer than the text. */
	for (uint32_t i = 1; i + 2 < label->line_len; i++) {
		struct spot a = label->line[i], b = label->line[i + 1];

		pieces[i - 1] = (struct piece){ { (a.x + b.x) / 2, (a.y + b.y) / 2 },
			                        atan2(b.y - a.y, b.x - a.x),
			                        hypot(b.x - a.x, b.y - a.y),
			                        height };
	}
	return label->line_len > 3 ? label->line_len - 3 : 0;
}

static double
reach(const struct piece *piece, double turn)
{
	return fabs(cos(piece->turn - turn)) * piece->width / 2 +
	       fabs(sin(piece->turn - turn)) * piece->height / 2;
}

/* Two rectangles are apart where a line at right angles to a side of one parts them. */
static bool
overlap(const struct piece *a, const struct piece *b)
{
	double turns[] = { a->turn, a->turn + M_PI / 2, b->turn, b->turn + M_PI / 2 };

	for (size_t i = 0; i < countof(turns); i++) {
		double apart = fabs((b->middle.x - a->middle.x) * cos(turns[i]) +
		                    (b->middle.y - a->middle.y) * sin(turns[i]));

		if (apart >= reach(a, turns[i]) + reach(b, turns[i]))
			return false;
	}
	return true;
}

static void
assert_apart(const struct label *a, const struct label *b)
{
	struct piece mine[PIECES], others[PIECES];
	size_t mine_len = pieces_of(a, mine), others_len = pieces_of(b, others);

	for (size_t i = 0; i < mine_len; i++)
		for (size_t k = 0; k < others_len; k++)
			if (overlap(&mine[i], &others[k]))
				fail_msg("%.*s covers %.*s at %g, %g", STR_ARG(a->text),
				         STR_ARG(b->text), a->x, a->y);
}

static void
assert_legible(const struct label *label)
{
	assert_true(label->angle >= -90 && label->angle <= 90);
	for (uint32_t i = 0; i + 1 < label->line_len; i++)
		assert_true(label->line[i + 1].x - label->line[i].x > -0.2 * label->size);
	if (label->line)
		assert_true(label->line[0].x < label->line[label->line_len - 1].x);
}

static void
assert_within(const struct label *label, struct box area, double pixels)
{
	assert_true(label->box.x0 >= area.x0 * pixels && label->box.x1 <= area.x1 * pixels);
	assert_true(label->box.y0 >= area.y0 * pixels && label->box.y1 <= area.y1 * pixels);
	for (uint32_t i = 1; i + 1 < label->line_len; i++)
		assert_true(label->line[i].x >= label->box.x0 &&
		            label->line[i].x <= label->box.x1 &&
		            label->line[i].y >= label->box.y0 && label->line[i].y <= label->box.y1);
}

static void
in_a_town_of_chance_no_name_covers_another_or_leaves_the_map(void **state)
{
	struct scenery *s = *state;
	size_t curved = 0, turned = 0, streets = 0;

	for (uint64_t seed = 1; seed <= 6; seed++) {
		s->scene.notes_len = 0;
		scenery_town(s, seed, 60);
		for (double zoom = 14; zoom <= 20; zoom += 0.75) {
			struct labels labels = place(s, zoom);

			assert_true(labels.len > 0);
			for (size_t i = 0; i < labels.len; i++) {
				const struct label *label = &labels.items[i];

				assert_legible(label);
				assert_within(label, s->area, mercator_pixels(zoom));
				curved += label->line != NULL;
				turned += fabs(label->angle) > 5;
				streets += label->note->len > 1;
				for (size_t k = 0; k < i; k++)
					if (box_meets(label->box, labels.items[k].box))
						assert_apart(label, &labels.items[k]);
			}
		}
	}
	assert_true(curved > streets / 50 && turned > streets / 8);
}

static void
the_same_scene_gives_the_same_labels(void **state)
{
	struct scenery *s = *state;
	struct labels a, b;

	scenery_town(s, 7, 50);
	a = place(s, 17);
	b = place(s, 17);
	assert_int_equal(a.len, b.len);
	for (size_t i = 0; i < a.len; i++) {
		assert_true(str_eq(a.items[i].text, b.items[i].text));
		assert_true(a.items[i].x == b.items[i].x && a.items[i].y == b.items[i].y);
		assert_true(a.items[i].angle == b.items[i].angle);
		assert_int_equal(a.items[i].line_len, b.items[i].line_len);
	}
}

/* --- along streets ------------------------------------------------------------------------------ */

static void
a_name_lies_along_its_street_and_is_read_from_the_left(void **state)
{
	/* From where to where the street was drawn, and how its name is turned. */
	static const struct {
		double at[4];
		double angle;
	} cases[] = {
		{ { 300, 500, 700, 500 }, 0 },     { { 700, 500, 300, 500 }, 0 },
		{ { 300, 300, 700, 700 }, 45 },    { { 700, 700, 300, 300 }, 45 },
		{ { 300, 700, 700, 300 }, -45 },   { { 500, 300, 500, 700 }, -90 },
		{ { 500, 700, 500, 300 }, -90 },   { { 480, 300, 520, 700 }, 84.3 },
		{ { 520, 300, 480, 700 }, -84.3 },
	};
	struct scenery *s = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct labels labels;

		s->scene.notes_len = 0;
		scenery_note(s, STREET, "Rue du Moulin", cases[i].at, 2);
		labels = place(s, 18);
		assert_int_equal(labels.len, 1);
		assert_true(fabs(labels.items[0].angle - cases[i].angle) < 0.11);
		assert_true(fabs(labels.items[0].x - (scenery_x + 500)) < 1);
		assert_true(fabs(labels.items[0].y - (scenery_y + 500)) < 1);
		assert_null(labels.items[0].line);
	}
}

static void
a_long_street_has_its_name_again_and_again(void **state)
{
	struct scenery *s = *state;
	struct labels labels;
	double before = 0;

	scenery_note(s, STREET, "Rue Longue", (double[]){ 10, 800, 2000, 810 }, 2);
	labels = place(s, 18);
	assert_true(labels.len >= 3 && labels.len <= 5);
	labels = place(s, 20);
	assert_true(labels.len >= 12 && labels.len <= 20);
	labels = place(s, 15);
	assert_int_equal(labels.len, 1);
	labels = place(s, 18);
	for (double x = scenery_x; x < scenery_x + 2048; x++)
		for (size_t i = 0; i < labels.len; i++)
			if (fabs(labels.items[i].x - x) <= 0.5 && x - before > 1) {
				assert_true(x - before > 250);
				before = x;
			}
}

static void
a_short_street_has_a_shorter_name_or_none(void **state)
{
	static const struct {
		double length;
		const char *text; /* NULL: none */
	} cases[] = {
		{ 200, "Avenue du Général Leman" },
		{ 140, "Av. du Général Leman" },
		{ 125, "Av. du Gal Leman" },
		{ 80, NULL },
	};
	struct scenery *s = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct labels labels;

		s->scene.notes_len = 0;
		scenery_note(s, STREET, "Avenue du Général Leman",
		             (double[]){ 500, 500, 500 + cases[i].length, 500 }, 2);
		labels = place(s, 18);
		assert_int_equal(labels.len, cases[i].text != NULL);
		if (cases[i].text)
			assert_str(labels.items[0].text, cases[i].text);
	}
}

static void
names_follow_gentle_bends_and_shun_sharp_ones(void **state)
{
	static const struct {
		double radius; /* of half a circle */
		bool named, curved;
	} cases[] = { { 20, false, false }, { 120, true, true }, { 3000, true, false } };
	struct scenery *s = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		double at[2 * 24];
		double part = fmin(M_PI / 2, 80 / cases[i].radius);
		struct labels labels;

		for (int k = 0; k < 24; k++) {
			double turn = part * (2 * k / 23.0 - 1);

			at[2 * k] = 800 + cases[i].radius * sin(turn);
			at[2 * k + 1] = 800 - cases[i].radius * cos(turn);
		}
		s->area = s->scene.box;
		s->area.y0 -= 1e-4;
		s->scene.notes_len = 0;
		scenery_note(s, STREET, "Rue du Tournant", at, 24);
		labels = place(s, 18);
		assert_int_equal(labels.len, cases[i].named);
		if (cases[i].named)
			assert_int_equal(labels.items[0].line != NULL, cases[i].curved);
	}
}

static void
at_a_corner_the_name_stands_on_the_longer_leg(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	scenery_note(s, STREET, "Rue du Coin", (double[]){ 500, 500, 500, 560, 680, 560 }, 3);
	labels = place(s, 18);
	assert_int_equal(labels.len, 1);
	assert_null(labels.items[0].line);
	assert_true(fabs(labels.items[0].angle) < 5);
	assert_true(labels.items[0].x > scenery_x + 540);
}

static void
a_street_that_leaves_the_map_is_named_within(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	/* Out and in again: each part by itself. */
	scenery_note(s, STREET, "Rue Haute",
	             (double[]){ -3000, 500, 400, 500, 400, -300, 900, -300, 900, 400 }, 5);
	labels = place(s, 18);
	assert_true(labels.len >= 2);
	for (size_t i = 0; i < labels.len; i++)
		assert_within(&labels.items[i], s->area, mercator_pixels(18));
}

/* --- what comes first --------------------------------------------------------------------------- */

static void
of_two_names_in_one_place_the_first_is_written(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	scenery_point(s, SQUARE, "Grand-Place", 500, 500)->extent = 0;
	for (int i = -2; i <= 2; i++)
		scenery_point(s, PARKING, "P", 500 + 4 * i, 500 + 4 * i);
	scenery_point(s, RULES, "12", 505, 500);
	labels = place(s, 18);
	assert_int_equal(labels.len, 1);
	assert_str(labels.items[0].text, "Grand-Place");
}

static void
what_is_said_nearby_is_not_said_again(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	scenery_note(s, STREET, "Rue Double", (double[]){ 300, 500, 600, 500 }, 2);
	scenery_note(s, STREET, "Rue Double", (double[]){ 300, 530, 600, 530 }, 2);
	scenery_note(s, STREET, "Rue Double", (double[]){ 1300, 530, 1600, 530 }, 2);
	scenery_point(s, PARKING, "P", 900, 900);
	scenery_point(s, PARKING, "P", 920, 900);
	scenery_point(s, RULES, "7", 1200, 900);
	scenery_point(s, RULES, "7", 1225, 900);
	scenery_point(s, RULES, "7", 1300, 900);
	labels = place(s, 18);
	assert_int_equal(count(&labels, "Rue Double"), 2);
	assert_int_equal(count(&labels, "P"), 1);
	assert_int_equal(count(&labels, "7"), 2);
}

static void
a_square_bears_the_name_that_its_streets_have_too(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	/* The streets come first, as they do on maps of a wider zoom. */
	scenery_note(s, STREET, "Grand-Place", (double[]){ 400, 400, 600, 400 }, 2);
	scenery_note(s, STREET, "Grand-Place", (double[]){ 400, 560, 600, 560 }, 2);
	scenery_note(s, STREET, "Rue Haute", (double[]){ 450, 480, 550, 480 }, 2);
	scenery_point(s, SQUARE, "Grand-Place", 500, 480)->extent = 180 / mercator_pixels(18);
	labels = place(s, 18);
	assert_int_equal(labels.len, 1);
	assert_int_equal(labels.items[0].note->len, 1);
	assert_true(fabs(labels.items[0].y - (scenery_y + 480)) < 1);
}

static void
a_shortened_name_keeps_away_from_the_whole_one(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	scenery_note(s, STREET, "Avenue du Port", (double[]){ 300, 500, 500, 500 }, 2);
	scenery_note(s, STREET, "Avenue du Port", (double[]){ 800, 500, 890, 500 }, 2);
	scenery_note(s, STREET, "Avenue du Port", (double[]){ 1300, 500, 1390, 500 }, 2);
	labels = place(s, 18);
	assert_int_equal(labels.len, 2);
	assert_int_equal(count(&labels, "Avenue du Port"), 1);
	assert_true(find(&labels, "Av. du Port")->x > scenery_x + 1300);
}

static void
a_name_stands_beside_a_crossing(void **state)
{
	struct scenery *s = *state;
	struct labels labels;
	const struct label *label;

	/* The second, too short for its name, crosses the first in its middle. */
	scenery_note(s, STREET, "Rue Longue", (double[]){ 400, 500, 550, 500, 700, 500 }, 3);
	scenery_note(s, STREET, "Rue Traversière", (double[]){ 550, 480, 550, 500, 550, 520 }, 3);
	labels = place(s, 18);
	label = find(&labels, "Rue Longue");
	assert_non_null(label);
	assert_true(fabs(label->x - (scenery_x + 550)) > label->width / 2);
	assert_true(fabs(label->x - (scenery_x + 550)) < label->width);
}

static void
what_must_stay_free_stays_free(void **state)
{
	struct scenery *s = *state;
	struct box taken = { scenery_x + 400, scenery_y + 400, scenery_x + 600, scenery_y + 600 };
	struct labels labels;

	scenery_note(s, STREET, "Rue Pleine", (double[]){ 410, 500, 590, 500 }, 2);
	scenery_note(s, STREET, "Rue Autre", (double[]){ 300, 550, 900, 550 }, 2);
	labels_place(&labels, s->arena, &s->scene, 18, LANG_FR, s->area, &taken, 1);
	assert_null(find(&labels, "Rue Pleine"));
	assert_non_null(find(&labels, "Rue Autre"));
	for (size_t i = 0; i < labels.len; i++)
		assert_false(box_meets(labels.items[i].box, taken));
}

static void
a_name_waits_for_its_zoom_and_its_room(void **state)
{
	struct scenery *s = *state;
	struct labels labels;

	s->rules[STREET].name = 16;
	s->rules[SQUARE].from = 15;
	s->rules[SQUARE].until = 18;
	scenery_note(s, STREET, "Rue", (double[]){ 100, 500, 2000, 500 }, 2);
	scenery_point(s, SQUARE, "Place", 500, 900);
	scenery_point(s, SQUARE, "Petite place", 900, 900)->extent = 30 / mercator_pixels(18);
	scenery_point(s, RULES, "5", 1200, 1200);
	labels = place(s, 14);
	assert_int_equal(labels.len, 0);
	labels = place(s, 15);
	assert_int_equal(labels.len, 1);
	assert_non_null(find(&labels, "Place"));
	labels = place(s, 16);
	assert_non_null(find(&labels, "Rue"));
	assert_null(find(&labels, "5"));
	assert_null(find(&labels, "Petite place"));
	labels = place(s, 18);
	assert_non_null(find(&labels, "5"));
	assert_null(find(&labels, "Place"));
}

/* --- texts -------------------------------------------------------------------------------------- */

static void
texts_are_as_wide_as_a_wide_font_makes_them(void **state)
{
	static const struct {
		const char *text, *as;
	} same[] = {
		{ "été", "ete" },       { "ÀÉÎÕÜ", "AEIOU" }, { "Łódź", "Lodz" },
		{ "L’Orme", "L'Orme" }, { "e\xcc\x81", "e" },
	};

	(void)state;
	for (size_t i = 0; i < countof(same); i++)
		if (labels_width(str(same[i].text)) != labels_width(str(same[i].as)))
			fail_msg("%s is not as wide as %s", same[i].text, same[i].as);
	assert_true(labels_width(STR("")) == 0);
	assert_true(labels_width(STR("iii")) < labels_width(STR("nnn")));
	assert_true(labels_width(STR("nnn")) < labels_width(STR("WWW")));
	assert_true(fabs(labels_width(STR("Rue du Commerce")) - 8.7) < 0.2);
	assert_true(labels_width(STR("銀座")) == 2);
}

static void
streets_are_shortened_as_a_cartographer_does(void **state)
{
	static const struct {
		const char *text, *kind, *titles;
	} cases[] = {
		{ "Rue du Commerce", "R. du Commerce", "R. du Commerce" },
		{ "rue du Commerce", "r. du Commerce", "r. du Commerce" },
		{ "Avenue du Général Leman", "Av. du Général Leman", "Av. du Gal Leman" },
		{ "Rue de la Place", "R. de la Place", "R. de la Place" },
		{ "Rue Saint-Pierre", "R. Saint-Pierre", "R. St-Pierre" },
		{ "Bahnhofstraße", "Bahnhofstr.", "Bahnhofstr." },
		{ "Große Straße", "Große Str.", "Große Str." },
		{ "Kerkstraat", "Kerkstr.", "Kerkstr." },
		{ "Rue Haute - Hoogstraat", "R. Haute - Hoogstr.", "R. Haute - Hoogstr." },
		{ "Burgemeester Maxlaan", "Burgemeester Maxln.", "Burg. Maxln." },
		{ "Park Road", "Park Rd", "Park Rd" },
		{ "Square", "Square", "Square" },
		{ "Straße", "Straße", "Straße" },
		{ "Ruelle", "Ruelle", "Ruelle" },
		{ "Städtle", "Städtle", "Städtle" },
		{ "", "", "" },
		{ "-", "-", "-" },
	};
	struct scenery *s = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_str(labels_short(s->arena, str(cases[i].text), 1), cases[i].kind);
		assert_str(labels_short(s->arena, str(cases[i].text), 2), cases[i].titles);
	}
}

static void
strange_lines_and_maps_have_no_names_and_do_no_harm(void **state)
{
	struct scenery *s = *state;
	struct box areas[] = {
		box_none(),
		{ 0, 0, 0, 0 },
		{ 0, 0, 1, 1 },
		{ 0.5, 0.5, 0.5, 0.5 },
	};
	struct labels labels;
	char endless[400];

	memset(endless, 'x', sizeof endless - 1);
	endless[sizeof endless - 1] = '\0';
	scenery_note(s, STREET, "Rue Nulle", (double[]){ 5, 5, 5, 5, 5, 5 }, 3);
	scenery_note(s, STREET, "Rue NaN", (double[]){ NAN, 5, 500, 5 }, 2);
	scenery_note(s, STREET, "", (double[]){ 0, 300, 500, 300 }, 2);
	scenery_note(s, STREET, endless, (double[]){ 0, 400, 2000, 400 }, 2);
	scenery_note(s, STREET, "Rue Retour",
	             (double[]){ 0, 300, 500, 300, 0, 300, 500, 300, 0, 300 }, 5);
	scenery_point(s, SQUARE, "Place NaN", NAN, NAN);
	scenery_point(s, SQUARE, "Place", 100, 100)->len = 0;
	labels = place(s, 18);
	for (size_t i = 0; i < labels.len; i++)
		assert_str(labels.items[i].text, "Rue Retour");
	for (size_t i = 0; i < countof(areas); i++)
		labels_place(&labels, s->arena, &s->scene, 20, LANG_FR, areas[i], NULL, 0);
	s->scene.notes_len = 0;
	labels = place(s, 18);
	assert_int_equal(labels.len, 0);
}

static void
a_line_that_leaves_and_comes_back_without_end_costs_little(void **state)
{
	enum { TIMES = 50000 };
	struct scenery *s = *state;
	double *at = arena_array(s->arena, TIMES, 2 * sizeof *at);
	struct labels labels;

	for (int i = 0; i < TIMES; i++) {
		at[2 * i] = i % 2 ? -500 : 500;
		at[2 * i + 1] = 2048.0 * i / TIMES;
	}
	scenery_note(s, STREET, "Rue Folle", at, TIMES);
	for (int i = 0; i < TIMES; i++)
		scenery_point(s, RULES, "1", 1024 + i % 1000, 2048.0 * i / TIMES);
	labels = place(s, 20);
	assert_true(labels.len > 100);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scenery_set_up, scenery_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(in_a_town_of_chance_no_name_covers_another_or_leaves_the_map),
		TEST(the_same_scene_gives_the_same_labels),
		TEST(a_name_lies_along_its_street_and_is_read_from_the_left),
		TEST(a_long_street_has_its_name_again_and_again),
		TEST(a_short_street_has_a_shorter_name_or_none),
		TEST(names_follow_gentle_bends_and_shun_sharp_ones),
		TEST(at_a_corner_the_name_stands_on_the_longer_leg),
		TEST(a_street_that_leaves_the_map_is_named_within),
		TEST(of_two_names_in_one_place_the_first_is_written),
		TEST(what_is_said_nearby_is_not_said_again),
		TEST(a_square_bears_the_name_that_its_streets_have_too),
		TEST(a_shortened_name_keeps_away_from_the_whole_one),
		TEST(a_name_stands_beside_a_crossing),
		TEST(what_must_stay_free_stays_free),
		TEST(a_name_waits_for_its_zoom_and_its_room),
		TEST(texts_are_as_wide_as_a_wide_font_makes_them),
		TEST(streets_are_shortened_as_a_cartographer_does),
		TEST(strange_lines_and_maps_have_no_names_and_do_no_harm),
		TEST(a_line_that_leaves_and_comes_back_without_end_costs_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
