#include "ground.h"

#include <math.h>

static int
read_style(struct ground *g, const char *text)
{
	return style_read(&g->style, g->arena, str(text), "map.yml", g->diag);
}

/* --- what is read ------------------------------------------------------------------------------ */

static void
every_field_of_every_kind_of_rule_is_read(void **state)
{
	struct ground *g = *state;
	const struct style_rule *rule;

	assert_int_equal(
		read_style(
			g,
			"ground: [\"#F6f1E7\", \"#1d1a17\"]\nink: \"#111\"\nquiet: \"#222\"\nhalo: [\"#abc\", \"#cba\"]\nnumbers: 17.5\n"
			"areas:\n  - {is: [landuse=grass], fill: [\"#fff\", \"#000\"], edge: \"#010203\", width: 2, from: 12, until: 18, label: Gras}\n"
			"lines:\n  - {is: [highway=primary], fill: \"#111111\", casing: \"#222222\", width: {14: 3, 19: 22}, dash: 4, from: 11,\n"
			"     name: 13, size: {13: 9}, quiet: yes}\n"
			"names:\n  - {is: [place=square], size: 12, fill: \"#0000ff\", quiet: oui}\n"
			"signs:\n  - {is: [amenity=parking], sign: P, fill: \"#00f\", size: 14, label: {fr: Parking, de: Parkplatz}}\n"
			"  - {is: [amenity=toilets], sign: toilets}\n"),
		0);
	assert_string_equal(g->style.ground.light, "#f6f1e7");
	assert_string_equal(g->style.ground.dark, "#1d1a17");
	assert_string_equal(g->style.ink.light, "#111111");
	assert_string_equal(g->style.ink.dark, "#111111");
	assert_string_equal(g->style.quiet.dark, "#222222");
	assert_string_equal(g->style.halo.dark, "#ccbbaa");
	assert_true(g->style.numbers == 17.5);
	rule = &g->style.rules[STYLE_AREA][0];
	assert_int_equal(rule->kind, STYLE_AREA);
	assert_string_equal(rule->fill.dark, "#000000");
	assert_string_equal(rule->edge.light, "#010203");
	assert_true(rule->from == 12 && rule->until == 18);
	assert_true(style_at(&rule->width, 3) == 2);
	assert_str(rule->label.in[LANG_FR], "Gras");
	assert_str(rule->label.in[LANG_EN], "Gras");
	rule = &g->style.rules[STYLE_LINE][0];
	assert_string_equal(rule->casing.light, "#222222");
	assert_true(rule->name == 13 && rule->quiet && rule->from == 11);
	assert_int_equal(rule->width.len, 2);
	assert_true(style_at(&rule->dash, 15) == 4 && style_at(&rule->size, 15) == 9);
	rule = &g->style.rules[STYLE_NAME][0];
	assert_true(rule->quiet && style_at(&rule->size, 1) == 12);
	assert_string_equal(rule->fill.light, "#0000ff");
	rule = g->style.rules[STYLE_SIGN];
	assert_str(rule[0].sign, "P");
	assert_str(rule[0].label.in[LANG_DE], "Parkplatz");
	assert_str(rule[0].label.in[LANG_NL], "");
	assert_str(rule[1].sign, "toilets");
}

static void
without_a_quiet_ink_the_ink_is_quiet(void **state)
{
	struct ground *g = *state;

	assert_int_equal(read_style(g, GROUND_COLOURS), 0);
	assert_string_equal(g->style.quiet.light, "#222222");
	assert_string_equal(g->style.quiet.dark, "#dddddd");
	assert_int_equal(g->style.rules_len[STYLE_AREA], 0);
}

static void
the_theme_s_own_style_is_sound(void **state)
{
	struct ground *g = *state;
	struct buf text = { 0 };
	FILE *file = fopen("themes/marche/map.yml", "rb");
	char part[4096], *said;
	size_t n;

	assert_non_null(file);
	while ((n = fread(part, 1, sizeof part, file)) > 0)
		buf_add(&text, (struct str){ part, n });
	fclose(file);
	assert_int_equal(style_read(&g->style, g->arena, buf_str(&text), "map.yml", g->diag), 0);
	said = reports(g->diag);
	assert_string_equal(said, "");
	free(said);
	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = 0; i < g->style.rules_len[kind]; i++) {
			const struct text *label = &g->style.rules[kind][i].label;

			/* A legend speaks every language or none. */
			for (size_t lang = 0; lang < LANG_COUNT; lang++)
				assert_int_equal(label->in[lang].len > 0, label->in[0].len > 0);
		}
	buf_release(&text);
}

static void
every_rule_has_a_name_of_its_own(void **state)
{
	static const char *const lists[] = { "areas", "lines", "names", "signs" };
	static const char *const rules[] = { "  - {is: [a=b], fill: \"#fff\"}\n",
		                             "  - {is: [a=b], fill: \"#fff\", width: 1}\n",
		                             "  - {is: [a=b], size: 9}\n",
		                             "  - {is: [a=b], sign: P}\n" };
	struct ground *g = *state;
	struct buf text = { 0 };
	const char *ids[4 * 300];
	size_t count = 0;

	buf_adds(&text, GROUND_COLOURS);
	for (size_t kind = 0; kind < STYLE_KINDS; kind++) {
		buf_printf(&text, "%s:\n", lists[kind]);
		for (size_t i = 0; i < 240; i++)
			buf_adds(&text, rules[kind]);
	}
	assert_int_equal(style_read(&g->style, g->arena, buf_str(&text), "map.yml", g->diag), 0);
	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = 0; i < g->style.rules_len[kind]; i++)
			ids[count++] = g->style.rules[kind][i].id;
	assert_int_equal(count, 4 * 240);
	assert_string_equal(ids[0], "a");
	assert_string_equal(ids[26], "aa");
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(ids[i], ids[k]);
	buf_release(&text);
}

/* --- what is refused --------------------------------------------------------------------------- */

static void
what_is_wrong_is_told_where_it_stands_with_what_to_do(void **state)
{
#define AREA(text) GROUND_COLOURS "areas:\n  - {" text "}\n"
#define LINE(text) GROUND_COLOURS "lines:\n  - {" text "}\n"
	static const struct {
		const char *text, *says, *hints;
	} cases[] = {
		{ "- a\n", "map.yml:1:1: error: a map's style begins with fields", "" },
		{ "ink: \"#111\"\nhalo: \"#111\"\n",
		  "map.yml:1:1: error: the map's style has no \"ground\"", "ground: [\"#f6f1e7\"" },
		{ "ground: \"#111\"\nhalo: \"#111\"\n", "has no \"ink\"", "one for dark" },
		{ "ground: \"#111\"\nink: \"#111\"\n", "has no \"halo\"", "one for dark" },
		{ GROUND_COLOURS "aeras: []\n",
		  "map.yml:4:1: error: \"aeras\" is not known here in a map's style",
		  "did you mean \"areas\"?" },
		{ GROUND_COLOURS "areas: {a: b}\n",
		  "map.yml:4:8: error: \"areas\" is a list of at most 300 rules", "" },
		{ GROUND_COLOURS "areas:\n  - grass\n", "map.yml:5:5: error: a rule is a map",
		  "{is: [landuse=grass]" },
		{ AREA("is: [a=b], fill: \"#fff\", fil: 3"),
		  "map.yml:5:31: error: \"fil\" is not known here", "did you mean \"fill\"?" },
		{ AREA("is: [a=b], fill: \"#fff\", casing: \"#fff\""),
		  "\"casing\" is not known here", "" },
		{ AREA("fill: \"#fff\""), "map.yml:5:5: error: this rule draws nothing",
		  "it needs \"is\": what it draws" },
		{ AREA("is: [a=b]"), "this rule draws nothing", "\"fill\" or \"edge\"" },
		{ LINE("is: [a=b], width: 1"), "this rule draws nothing",
		  "\"fill\" or \"casing\"" },
		{ LINE("is: [a=b], fill: \"#fff\""), "this rule draws nothing", "\"width\"" },
		{ GROUND_COLOURS "names:\n  - {is: [a=b]}\n", "this rule draws nothing",
		  "\"size\"" },
		{ GROUND_COLOURS "signs:\n  - {is: [a=b]}\n", "this rule draws nothing",
		  "\"sign\"" },
		{ AREA("is: [a=b], fill: \"#fff\", from: 14, until: 14"),
		  "draws at no zoom: from 14 until 14", "first zoom at which it does not draw" },
		{ AREA("is: [a=b], fill: red"),
		  "map.yml:5:23: error: a colour is written \"#rrggbb\"", "" },
		{ AREA("is: [a=b], fill: \"#ggg\""), "a colour is written", "" },
		{ AREA("is: [a=b], fill: \"#ffff\""), "a colour is written", "" },
		{ AREA("is: [a=b], fill: [\"#fff\"]"), "a colour is written", "" },
		{ AREA("is: [a=b], fill: [\"#fff\", [\"#fff\"]]"), "a colour is written", "" },
		{ GROUND_COLOURS "areas:\n  - is: [a=b]\n    fill: #fff\n", "a colour is written",
		  "# without quotes begins a comment" },
		{ AREA("is: [a=b], fill: \"#fff\", from: 25"),
		  "a zoom is expected, a number from 0 to 24", "" },
		{ AREA("is: [a=b], fill: \"#fff\", from: -1"), "a zoom is expected", "" },
		{ AREA("is: [a=b], fill: \"#fff\", from: 1e1"), "a zoom is expected", "" },
		{ AREA("is: [a=b], fill: \"#fff\", from: .nan"), "a zoom is expected", "" },
		{ AREA("is: [a=b], fill: \"#fff\", from: 1."), "a zoom is expected", "" },
		{ AREA("is: [a=b], fill: \"#fff\", from: [1]"), "a zoom is expected", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: wide"),
		  "\"width\" is a number of pixels up to 400, or up to 8 of them by rising zoom",
		  "for example {14: 3, 19: 22}" },
		{ LINE("is: [a=b], fill: \"#fff\", width: 401"), "\"width\" is a number", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: {}"), "\"width\" is a number", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: {14: 3, 14.0: 4}"),
		  "\"width\" is a number", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: {25: 3}"), "\"width\" is a number", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: {1: 1,2: 1,3: 1,4: 1,5: 1,6: 1,7: 1,8: 1,9: 1}"),
		  "\"width\" is a number", "" },
		{ LINE("is: [a=b], fill: \"#fff\", width: 1, quiet: perhaps"),
		  "\"quiet\" is yes or no", "" },
		{ AREA("is: [a=b], fill: \"#fff\", label: {it: Erba}"),
		  "a label is a text, or a text by language", "languages are fr, nl, de, en" },
		{ AREA("is: [a=b], fill: \"#fff\", label: [a]"), "a label is a text", "" },
		{ AREA("is: [a=b], fill: \"#fff\", label: {fr: }"), "a label is a text", "" },
		{ GROUND_COLOURS "signs:\n  - {is: [a=b], sign: toilet}\n",
		  "a sign is a letter or two, or the name of a picture",
		  "did you mean \"toilets\"?" },
		{ GROUND_COLOURS "signs:\n  - {is: [a=b], sign: [P]}\n", "a sign is a letter",
		  "for example P" },
		{ AREA("is: landuse=grass, fill: \"#fff\""), "\"is\" is a list of up to 64 tags",
		  "[landuse=grass, leisure=park]" },
		{ AREA("is: [], fill: \"#fff\""), "\"is\" is a list of up to 64 tags", "" },
		{ AREA("is: [grass], fill: \"#fff\""),
		  "map.yml:5:11: error: this is no test of a tag",
		  "key=value, key=* or key!=value" },
		{ AREA("is: [\"=grass\"], fill: \"#fff\""), "this is no test of a tag", "" },
		{ AREA("is: [\"landuse=\"], fill: \"#fff\""), "this is no test of a tag", "" },
		{ AREA("is: [\"!=b\"], fill: \"#fff\""), "this is no test of a tag", "" },
		{ AREA("is: [[a=b]], fill: \"#fff\""), "this is no test of a tag", "" },
		{ AREA("is: [a=1 + b=1 + c=1 + d=1 + e=1 + f=1 + g=1 + h=1 + i=1], fill: \"#fff\""),
		  "this is no test of a tag", "up to 8 joined" },
		{ AREA("is: [building!=no], fill: \"#fff\""), "this only says what must not be",
		  "building=* + building!=no" },
		{ "ground: [\n", "map.yml:", "" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct ground *g = *state;
		char *said;
		int rc;

		diag_free(g->diag);
		g->diag = diag_new();
		rc = read_style(g, cases[i].text);
		said = reports(g->diag);
		assert_int_equal(rc, -1);
		if (!strstr(said, cases[i].says) || !strstr(said, cases[i].hints))
			fail_msg("\"%s\" does not say \"%s\" and \"%s\":\n%s", cases[i].text,
			         cases[i].says, cases[i].hints, said);
		free(said);
	}
#undef AREA
#undef LINE
}

static void
reading_goes_on_after_a_mistake(void **state)
{
	struct ground *g = *state;

	assert_int_equal(
		read_style(
			g, GROUND_COLOURS
			"areas:\n  - {is: [a, b=c, d], fill: red}\n  - {is: [b], fill: \"#fff\"}\n"
			"lines: 3\nnames:\n  - {is: [a=b], size: x}\n"),
		-1);
	assert_int_equal(diag_count(g->diag, DIAG_ERROR), 6);
}

static void
more_rules_than_can_be_named_are_refused(void **state)
{
	struct ground *g = *state;
	struct buf text = { 0 };

	buf_adds(&text, GROUND_COLOURS "areas:\n");
	for (int i = 0; i < 301; i++)
		buf_adds(&text, "  - {is: [a=b], fill: \"#fff\"}\n");
	assert_int_equal(style_read(&g->style, g->arena, buf_str(&text), "map.yml", g->diag), -1);
	buf_release(&text);
}

/* --- which rule draws what --------------------------------------------------------------------- */

static struct osm_object
object_of(struct arena *arena, const char *text)
{
	struct str rest = str(text), part;
	struct osm_tag *tags = NULL;
	size_t len = 0;

	while (str_split(&rest, ' ', &part)) {
		tags = arena_push(arena, tags, &len, sizeof *tags);
		tags[len - 1].key = str_sub(part, 0, str_find(part, '='));
		tags[len - 1].value = str_sub(part, str_find(part, '=') + 1, part.len);
	}
	return (struct osm_object){ .kind = OSM_WAY, .tags = { tags, (uint32_t)len } };
}

static void
the_first_rule_that_fits_draws(void **state)
{
	static const struct {
		const char *tags;
		int rule; /* -1: none */
	} cases[] = {
		{ "highway=service service=driveway", 0 },
		{ "service=driveway highway=service", 0 },
		{ "highway=service", 1 },
		{ "highway=service service=alley", 1 },
		{ "highway=steps", 3 },
		{ "railway=tram", 2 },
		{ "railway=tram tunnel=yes", -1 },
		{ "railway=tram highway=service", 1 },
		{ "tunnel=yes", -1 },
		{ "addr:street=x source=y", -1 },
		{ "highway=", 3 },
		{ "=x", -1 },
		{ "", -1 },
	};
	struct ground *g = *state;

	assert_int_equal(
		read_style(
			g, GROUND_COLOURS
			"lines:\n"
			"  - {is: [highway=service + service=driveway], fill: \"#fff\", width: 1}\n"
			"  - {is: [highway=track, highway=service], fill: \"#fff\", width: 1}\n"
			"  - {is: [tunnel!=yes + railway=*], fill: \"#fff\", width: 1}\n"
			"  - {is: [highway=*], fill: \"#fff\", width: 1}\n"),
		0);
	for (size_t i = 0; i < countof(cases); i++) {
		struct osm_object object = object_of(g->arena, cases[i].tags);
		const struct style_rule *rule = style_find(&g->style, STYLE_LINE, &object);

		if (rule != (cases[i].rule < 0 ? NULL : &g->style.rules[STYLE_LINE][cases[i].rule]))
			fail_msg("%s", cases[i].tags);
		assert_null(style_find(&g->style, STYLE_AREA, &object));
	}
}

static bool
fits(const struct style_rule *rule, const struct osm_object *object)
{
	for (size_t i = 0; i < rule->is_len; i++) {
		bool all = true;

		for (size_t k = 0; k < rule->is[i].len; k++) {
			const struct style_test *test = &rule->is[i].tests[k];
			bool any = false;

			for (uint32_t t = 0; t < object->tags.len; t++)
				any |= str_eq(object->tags.items[t].key, test->key) &&
				       (test->value.len == 0 ||
				        str_eq(object->tags.items[t].value, test->value));
			all &= any != test->absent;
		}
		if (all)
			return true;
	}
	return false;
}

/* A style and objects of few keys and values, so that they meet often. */
static void
the_index_finds_what_trying_all_rules_finds(void **state)
{
	struct ground *g = *state;
	struct buf text = { 0 };

	buf_adds(&text, GROUND_COLOURS "areas:\n");
	for (int i = 0; i < 60; i++) {
		buf_adds(&text, "  - {fill: \"#fff\", is: [");
		for (uint32_t n = ground_random(g, 3) + 1; n > 0; n--) {
			buf_printf(&text, "k%u=%u", ground_random(g, 6), ground_random(g, 4));
			if (ground_random(g, 2))
				buf_printf(&text, " + k%u!=%u", ground_random(g, 6),
				           ground_random(g, 4));
			if (ground_random(g, 3) == 0)
				buf_printf(&text, " + k%u=*", ground_random(g, 6));
			buf_adds(&text, n > 1 ? ", " : "]}\n");
		}
	}
	assert_int_equal(style_read(&g->style, g->arena, buf_str(&text), "map.yml", g->diag), 0);
	for (int i = 0; i < 3000; i++) {
		char tags[64] = "";
		struct osm_object object;
		const struct style_rule *want = NULL;

		for (uint32_t n = ground_random(g, 4) + 1; n > 0; n--)
			snprintf(tags + strlen(tags), sizeof tags - strlen(tags), "%sk%u=%u",
			         tags[0] ? " " : "", ground_random(g, 6), ground_random(g, 4));
		object = object_of(g->arena, tags);
		for (size_t k = g->style.rules_len[STYLE_AREA]; k-- > 0;)
			if (fits(&g->style.rules[STYLE_AREA][k], &object))
				want = &g->style.rules[STYLE_AREA][k];
		assert_ptr_equal(style_find(&g->style, STYLE_AREA, &object), want);
	}
	buf_release(&text);
}

/* --- numbers by zoom --------------------------------------------------------------------------- */

static void
widths_between_zooms_keep_the_ratio_of_their_neighbours(void **state)
{
	static const struct style_stops doubling = { { { 14, 2 }, { 18, 32 } }, 2 };
	static const struct style_stops nothing = { .len = 0 };
	static const struct style_stops from_nothing = { { { 14, 0 }, { 16, 4 } }, 2 };
	static const struct {
		const struct style_stops *stops;
		double zoom, value;
	} cases[] = {
		{ &doubling, 14, 2 },     { &doubling, 15, 4 },     { &doubling, 17.5, 22.627417 },
		{ &doubling, 18, 32 },    { &doubling, 5, 2 },      { &doubling, 22, 32 },
		{ &from_nothing, 15, 2 }, { &from_nothing, 14, 0 }, { &from_nothing, 13, 0 },
		{ &nothing, 15, 0 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_true(fabs(style_at(cases[i].stops, cases[i].zoom) - cases[i].value) < 1e-5);
}

static void
a_rule_shows_from_its_first_zoom_until_before_its_last(void **state)
{
	struct style_rule rule = { .from = 14, .until = 16.5 };

	(void)state;
	assert_false(style_shows(&rule, 13.99));
	assert_true(style_shows(&rule, 14));
	assert_true(style_shows(&rule, 16.4));
	assert_false(style_shows(&rule, 16.5));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, ground_set_up, ground_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_field_of_every_kind_of_rule_is_read),
		TEST(without_a_quiet_ink_the_ink_is_quiet),
		TEST(the_theme_s_own_style_is_sound),
		TEST(every_rule_has_a_name_of_its_own),
		TEST(what_is_wrong_is_told_where_it_stands_with_what_to_do),
		TEST(reading_goes_on_after_a_mistake),
		TEST(more_rules_than_can_be_named_are_refused),
		TEST(the_first_rule_that_fits_draws),
		TEST(the_index_finds_what_trying_all_rules_finds),
		TEST(widths_between_zooms_keep_the_ratio_of_their_neighbours),
		TEST(a_rule_shows_from_its_first_zoom_until_before_its_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
