#include "card/yaml.h"

#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "reports.h"

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	free(f);
	return 0;
}

static const struct yaml_node *
parse(struct fixture *f, const char *text)
{
	const struct yaml_node *root;

	yaml_parse(&root, f->arena, str(text), (struct pos){ "a.yml", 1, 1 }, NULL, f->diag);
	return root;
}

static void
assert_reports(struct fixture *f, const char *want)
{
	char *got = reports(f->diag);

	assert_string_equal(got, want);
	free(got);
}

static void
scalars_are_the_text_that_was_typed(void **state)
{
	static const struct {
		const char *yaml, *text;
	} cases[] = {
		{ "k: no", "no" },
		{ "k: 01210", "01210" },
		{ "k: 1e3", "1e3" },
		{ "k: yes", "yes" },
		{ "k: 0x1F", "0x1F" },
		{ "k: 12:30", "12:30" },
		{ "k: 2026-07-15", "2026-07-15" },
		{ "k: .5", ".5" },
		{ "k: \"a \\\"b\\\"\"", "a \"b\"" },
		{ "k: 'L''atelier'", "L'atelier" },
		{ "k: Chez Paul & fils # fin", "Chez Paul & fils" },
		{ "k: >\n  a\n  b\n", "a b\n" },
		{ "k: |\n  a\n  b\n", "a\nb\n" },
		{ "k: https://a.be/x#y", "https://a.be/x#y" },
		{ "k: \xc3\xa9t\xc3\xa9", "\xc3\xa9t\xc3\xa9" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		const struct yaml_node *k = yaml_get(parse(*state, cases[i].yaml), "k");

		assert_non_null(k);
		assert_str(k->text, cases[i].text);
	}
	assert_reports(*state, "");
}

static void
every_node_knows_its_line_and_its_column_in_code_points(void **state)
{
	const struct yaml_node *root = parse(*state, "# comment\r\n"
	                                             "\xc3\xa9t\xc3\xa9: \xf0\x9f\x8d\x9e ici\r\n"
	                                             "liste: [\xc3\xa0, \"b\"]\r\n"
	                                             "carte:\r\n"
	                                             "  a: 1\r\n"
	                                             "  b:\r\n"
	                                             "  - x\r\n");
	const struct yaml_node *n = root->first;

	assert_int_equal(n->key_at.line, 2);
	assert_int_equal(n->key_at.column, 1);
	assert_int_equal(n->at.column, 6);
	n = n->next;
	assert_int_equal(n->at.line, 3);
	assert_int_equal(n->at.column, 8);
	assert_int_equal(n->first->at.column, 9);
	assert_int_equal(n->first->next->at.column, 12);
	assert_false(n->first->next->plain);
	n = n->next;
	assert_int_equal(n->at.line, 5);
	assert_int_equal(n->at.column, 3);
	assert_int_equal(n->first->next->first->at.line, 7);
	assert_int_equal(n->first->next->first->at.column, 5);
}

static void
a_part_of_a_file_keeps_the_files_lines(void **state)
{
	struct fixture *f = *state;
	const struct yaml_node *root;

	yaml_parse(&root, f->arena, STR("a: 1\nb: 2\n"), (struct pos){ "a.md", 2, 1 }, NULL,
	           f->diag);
	assert_int_equal(yaml_get(root, "a")->at.line, 2);
	assert_int_equal(yaml_get(root, "b")->at.line, 3);
	assert_string_equal(yaml_get(root, "b")->at.file, "a.md");
}

static void
line_breaks_that_editors_do_not_show_are_text(void **state)
{
	const struct yaml_node *root =
		parse(*state, "a: x\xe2\x80\xa8y\xc2\x85z\xe2\x80\xa9\nb: 1\n");

	assert_str(yaml_get(root, "a")->text, "x y z");
	assert_int_equal(yaml_get(root, "b")->at.line, 2);
}

static void
nothing_is_null_and_quoted_nothing_is_not(void **state)
{
	const struct yaml_node *root = parse(*state, "a:\nb: ~\nc: null\nd: ''\ne: [ ]\nf: nul\n");

	assert_true(yaml_is_null(yaml_get(root, "a")));
	assert_int_equal(yaml_get(root, "a")->at.column, 1);
	assert_true(yaml_is_null(yaml_get(root, "b")));
	assert_true(yaml_is_null(yaml_get(root, "c")));
	assert_false(yaml_is_null(yaml_get(root, "d")));
	assert_false(yaml_is_null(yaml_get(root, "e")));
	assert_false(yaml_is_null(yaml_get(root, "f")));
	assert_true(yaml_is_null(yaml_get(root, "z")));
	assert_null(parse(*state, ""));
	assert_null(parse(*state, "# nothing\n"));
}

static void
what_plain_data_does_not_need_is_refused(void **state)
{
	static const struct {
		const char *yaml, *place;
	} cases[] = {
		{ "a: &x 1", "a.yml:1:4: error: anchors (&name) are not used here [yaml]" },
		{ "a: *x", "a.yml:1:4: error: aliases (*name) are not used here [yaml]" },
		{ "a: !!str x", "a.yml:1:4: error: tags (!name) are not used here [yaml]" },
		{ "a: ! x", "a.yml:1:4: error: tags (!name) are not used here [yaml]" },
		{ "a: &x [1]", "a.yml:1:4: error: anchors (&name) are not used here [yaml]" },
		{ "a: !x {b: 1}", "a.yml:1:4: error: tags (!name) are not used here [yaml]" },
		{ "<<: {a: 1}", "a.yml:1:1: error: merge keys (<<) are not used here [yaml]" },
		{ "a: 1\n---\nb: 2", "a.yml:2:1: error: a second document begins here [yaml]" },
		{ "? [a]\n: b",
		  "a.yml:1:3: error: a key must be a word, not a list or a map [yaml]" },
		{ "\"\": b", "a.yml:1:1: error: a word is missing before the colon [yaml]" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct diag *diag = diag_new();
		struct fixture *f = *state;
		const struct yaml_node *root;
		char *got;

		assert_int_equal(yaml_parse(&root, f->arena, str(cases[i].yaml),
		                            (struct pos){ "a.yml", 1, 1 }, NULL, diag),
		                 -1);
		assert_null(root);
		got = reports(diag);
		if (strncmp(got, cases[i].place, strlen(cases[i].place)) != 0)
			fail_msg("%s\nis not\n%s", got, cases[i].place);
		assert_non_null(strstr(got, "hint: "));
		free(got);
		diag_free(diag);
	}
}

static void
common_slips_are_explained_where_they_are(void **state)
{
	static const struct {
		const char *yaml, *says;
	} cases[] = {
		{ "summary: Pain: le meilleur",
		  "a.yml:1:10: error: a text with a colon and a space inside needs quotes around it [yaml]\n"
		  "  hint: write summary: \"Pain: le meilleur\"\n" },
		{ "name:Dumont\ncategory: bakery",
		  "a.yml:1:6: error: a space is missing after the colon [yaml]\n"
		  "  hint: write \"name: Dumont\"\n" },
		{ "a: 1\nname:Dumont\n",
		  "a.yml:2:6: error: a space is missing after the colon [yaml]\n"
		  "  hint: write \"name: Dumont\"\n" },
		{ "name\ncategory: bakery",
		  "a.yml:1:1: error: this line has no colon; it must be \"key: value\" [yaml]\n" },
		{ "a: 1\n  b: 2\n",
		  "a.yml:2:3: error: this line begins further to the right than the one above it allows" },
		{ "a: 1\n\tb: 2\n",
		  "a.yml:2:1: error: a tab is used where YAML wants spaces [yaml]\n" },
		{ "a:\n\tb: 2\n",
		  "a.yml:2:1: error: a tab is used where YAML wants spaces [yaml]\n" },
		{ "a: @b", "a.yml:1:4: error: a value cannot begin with @ [yaml]\n"
		           "  hint: put the whole value in quotes: \"@b\"\n" },
		{ "a: `b`", "a.yml:1:4: error: a value cannot begin with ` [yaml]\n" },
		{ "a: %b", "a.yml:1:4: error: a value cannot begin with % [yaml]\n" },
		{ "a: *", "a.yml:1:4: error: a value cannot begin with * or & [yaml]\n" },
		{ "a: > b", "a.yml:1:4: error: a value cannot begin with > or | [yaml]\n" },
		{ "a: - b",
		  "a.yml:1:4: error: a list cannot begin on the line of its key [yaml]\n" },
		{ "a: \"Chez\" Paul",
		  "a.yml:1:11: error: this text follows the quote that ended the value [yaml]\n" },
		{ "a: 'L'atelier'",
		  "a.yml:1:7: error: this text follows the quote that ended the value [yaml]\n" },
		{ "a: \"b\nc: d\n",
		  "a.yml:1:4: error: the quote that begins here is never closed [yaml]\n" },
		{ "a: [b, c\nd: e\n",
		  "a.yml:1:4: error: the list that begins here is not closed [yaml]\n" },
		{ "a: {b: c\nd: e\n",
		  "a.yml:1:4: error: the map that begins here is not closed [yaml]\n" },
		{ "a: \"b\\q\"", "a.yml:1:6: error: a backslash between double quotes" },
		{ "a: b\x01",
		  "a.yml:1:5: error: there is an invisible control character here (U+0001) [yaml]\n" },
		{ "\xc3\xa9: x\n\xc3\xa9\xc3\xa9: b\xc2\x9f",
		  "a.yml:2:6: error: there is an invisible control character here (U+009F) [yaml]\n" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture f = { ((struct fixture *)*state)->arena, diag_new() };
		char *got;

		assert_null(parse(&f, cases[i].yaml));
		got = reports(f.diag);
		if (strncmp(got, cases[i].says, strlen(cases[i].says)) != 0)
			fail_msg("%s\nfor\n%s\nis not\n%s", got, cases[i].yaml, cases[i].says);
		assert_int_equal(diag_count(f.diag, DIAG_ERROR), 1);
		free(got);
		diag_free(f.diag);
	}
}

static void
a_key_twice_is_an_error_at_the_second(void **state)
{
	const struct yaml_node *root =
		parse(*state, "a: 1\nb: 2\na: 3\nc: {d: 1, e: 2, d: 3}\na: 4\n");

	assert_non_null(root);
	assert_reports(*state, "a.yml:3:4: error: \"a\" is given twice [duplicate-key]\n"
	                       "  hint: it is already given on line 1; keep one of the two\n"
	                       "a.yml:4:20: error: \"d\" is given twice [duplicate-key]\n"
	                       "  hint: it is already given on line 4; keep one of the two\n"
	                       "a.yml:5:4: error: \"a\" is given twice [duplicate-key]\n"
	                       "  hint: it is already given on line 1; keep one of the two\n");
}

static void
thousands_of_keys_are_compared_in_no_time(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };
	const struct yaml_node *root;

	for (int i = 0; i < 4998; i++)
		buf_printf(&text, "k%d: x\n", i * 7919 % 4999);
	buf_adds(&text, "k42: again\n");
	assert_int_equal(yaml_parse(&root, f->arena, buf_str(&text), (struct pos){ "a.yml", 1, 1 },
	                            NULL, f->diag),
	                 -1);
	assert_int_equal(root->len, 4999);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 1);
	buf_release(&text);
}

static int
parse_nested(struct fixture *f, unsigned depth, const struct yaml_limits *limits)
{
	struct buf text = { 0 };
	const struct yaml_node *root;
	int rc;

	for (unsigned i = 0; i < depth; i++)
		buf_addc(&text, '[');
	for (unsigned i = 0; i < depth; i++)
		buf_addc(&text, ']');
	rc = yaml_parse(&root, f->arena, buf_str(&text), (struct pos){ "a.yml", 1, 1 }, limits,
	                f->diag);
	buf_release(&text);
	return rc;
}

static void
nesting_has_a_limit_that_can_be_raised(void **state)
{
	struct yaml_limits raised = { .depth = 40 };

	assert_int_equal(parse_nested(*state, YAML_DEPTH, NULL), 0);
	assert_int_equal(parse_nested(*state, YAML_DEPTH + 1, &raised), 0);
	assert_reports(*state, "");
	assert_int_equal(parse_nested(*state, YAML_DEPTH + 1, NULL), -1);
	assert_int_equal(parse_nested(*state, 100000, NULL), -1);
	assert_reports(*state,
	               "a.yml:1:33: error: lists and maps are nested more than 32 deep [limit]\n"
	               "  hint: \"limits: {yaml-depth: …}\" in quartier.yml raises this limit\n"
	               "a.yml:1:33: error: lists and maps are nested more than 32 deep [limit]\n"
	               "  hint: \"limits: {yaml-depth: …}\" in quartier.yml raises this limit\n");
}

static void
the_number_of_values_has_a_limit(void **state)
{
	struct yaml_limits limits = { .nodes = 5 };
	struct fixture *f = *state;
	const struct yaml_node *root;

	assert_int_equal(yaml_parse(&root, f->arena, STR("a: 1\nb: 2"),
	                            (struct pos){ "a.yml", 1, 1 }, &limits, f->diag),
	                 0);
	assert_int_equal(yaml_parse(&root, f->arena, STR("a: 1\nb: [2]"),
	                            (struct pos){ "a.yml", 1, 1 }, &limits, f->diag),
	                 -1);
	assert_reports(f,
	               "a.yml:2:5: error: there are more than 5 values in one file [limit]\n"
	               "  hint: \"limits: {yaml-nodes: …}\" in quartier.yml raises this limit\n");
}

static void
text_is_utf8_with_or_without_a_mark(void **state)
{
	struct fixture *f = *state;
	struct str text = STR("\xef\xbb\xbf"
	                      "a: 1");

	assert_int_equal(yaml_text(&text, "a.yml", f->diag), 0);
	assert_str(text, "a: 1");
	text = STR("a: 1\n\xc3\xa9\xe9t\xe9");
	assert_int_equal(yaml_text(&text, "a.yml", f->diag), -1);
	assert_reports(f,
	               "a.yml:2:2: error: this is not UTF-8 text (byte 0xe9) [encoding]\n"
	               "  hint: save the file as UTF-8 (in Windows: Save as, Encoding, UTF-8)\n");
}

static void
yes_and_no_are_said_in_four_languages(void **state)
{
	static const struct {
		const char *text;
		int means;
	} cases[] = {
		{ "yes", 1 },   { "Yes", 1 }, { "no", 0 },  { "true", 1 },
		{ "FALSE", 0 }, { "on", 1 },  { "off", 0 }, { "oui", 1 },
		{ "Non", 0 },   { "ja", 1 },  { "nee", 0 }, { "nein", 0 },
		{ "1", -1 },    { "y", -1 },  { "", -1 },   { "perhaps", -1 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		bool boolean = false;

		assert_int_equal(yaml_bool(str(cases[i].text), &boolean), cases[i].means >= 0);
		if (cases[i].means >= 0)
			assert_int_equal(boolean, cases[i].means);
	}
}

static void
a_file_that_was_cut_off_anywhere_is_only_an_error(void **state)
{
	static const char text[] =
		"name: \"a\\u00e9\"\nlist: [a, {b: 'c', d: [e]}]\nmap:\n  - x: |\n"
		"      t\n  - y: >-\n      z\n\xc3\xa9t\xc3\xa9: 1 # c\n";
	struct fixture *f = *state;

	for (size_t len = 0; len < sizeof text; len++) {
		const struct yaml_node *root;

		yaml_parse(&root, f->arena, (struct str){ text, len }, (struct pos){ "a", 1, 1 },
		           NULL, f->diag);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(scalars_are_the_text_that_was_typed, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(
			every_node_knows_its_line_and_its_column_in_code_points, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_part_of_a_file_keeps_the_files_lines, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(line_breaks_that_editors_do_not_show_are_text,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_is_null_and_quoted_nothing_is_not, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(what_plain_data_does_not_need_is_refused, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(common_slips_are_explained_where_they_are, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_key_twice_is_an_error_at_the_second, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(thousands_of_keys_are_compared_in_no_time, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(nesting_has_a_limit_that_can_be_raised, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(the_number_of_values_has_a_limit, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(text_is_utf8_with_or_without_a_mark, set_up,
		                                tear_down),
		cmocka_unit_test(yes_and_no_are_said_in_four_languages),
		cmocka_unit_test_setup_teardown(a_file_that_was_cut_off_anywhere_is_only_an_error,
		                                set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
