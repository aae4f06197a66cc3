#include "card/frontmatter.h"

#include "../check.h"
#include "reports.h"

static void
a_card_is_cut_at_its_two_lines(void **state)
{
	static const struct {
		const char *text, *yaml, *body;
		unsigned yaml_line, body_line;
	} cases[] = {
		{ "---\na: 1\n---\nText\n", "a: 1\n", "Text\n", 2, 4 },
		{ "---\na: 1\n---", "a: 1\n", "", 2, 4 },
		{ "---\r\na: 1\r\n---\r\nText", "a: 1\r\n", "Text", 2, 4 },
		{ "--- \na: 1\n---\t\nText", "a: 1\n", "Text", 2, 4 },
		{ "\n\n---\na: 1\n\n---\nText\n---\nmore", "a: 1\n\n", "Text\n---\nmore", 4, 7 },
		{ "---\n---\n", "", "", 2, 3 },
		{ "---\na: '--- '\n----\n--\n---\n", "a: '--- '\n----\n--\n", "", 2, 6 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct diag *diag = diag_new();
		struct frontmatter parts;

		assert_int_equal(frontmatter_split(&parts, str(cases[i].text), "a.md", diag), 0);
		assert_str(parts.yaml, cases[i].yaml);
		assert_str(parts.body, cases[i].body);
		assert_int_equal(parts.yaml_at.line, cases[i].yaml_line);
		assert_int_equal(parts.body_at.line, cases[i].body_line);
		assert_int_equal(parts.body_at.column, 1);
		diag_free(diag);
	}
}

static void
a_card_without_them_is_told_what_to_write(void **state)
{
	static const struct {
		const char *text, *says;
	} cases[] = {
		{ "",
		  "a.md:1:1: error: the card does not begin with a line of three hyphens [frontmatter]\n"
		  "  hint: begin with ---, then fields such as \"name: …\", another ---, then the text\n" },
		{ "name: x\n",
		  "a.md:1:1: error: the card does not begin with a line of three hyphens "
		  "[frontmatter]\n"
		  "  hint: begin with ---, then fields such as \"name: …\", another ---, then "
		  "the text\n" },
		{ "\n—\nname: x\n—\n",
		  "a.md:2:1: error: the card does not begin with a line of three hyphens "
		  "[frontmatter]\n  hint: write --- instead of \"—\"\n" },
		{ "----\nname: x\n",
		  "a.md:1:1: error: the card does not begin with a line of three hyphens "
		  "[frontmatter]\n  hint: write --- instead of \"----\"\n" },
		{ "---\nname: x\nText\n",
		  "a.md:1:1: error: the part that begins with --- here has no end "
		  "[frontmatter]\n"
		  "  hint: put another line of three hyphens (---) after the last "
		  "field\n" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct diag *diag = diag_new();
		struct frontmatter parts;
		char *got;

		assert_int_equal(frontmatter_split(&parts, str(cases[i].text), "a.md", diag), -1);
		got = reports(diag);
		assert_string_equal(got, cases[i].says);
		free(got);
		diag_free(diag);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_is_cut_at_its_two_lines),
		cmocka_unit_test(a_card_without_them_is_told_what_to_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
