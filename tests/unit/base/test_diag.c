#include "../check.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"

#include <errno.h>
#include <stdlib.h>

static char printed[64 * 1024];

static const char *
print(struct diag *diag, enum diag_format format)
{
	FILE *out = fmemopen(printed, sizeof printed, "w");

	diag_print(diag, out, format, false);
	fclose(out);
	return printed;
}

static struct diag *
two_problems(void)
{
	struct diag *diag = diag_new();

	diag_warning(diag, (struct pos){ "merchants/b.md", 3, 1 }, "unknown-key",
	             "\"%s\" is no field", "fone");
	diag_hint(diag, "did you mean phone?");
	diag_error(diag, (struct pos){ "merchants/a.md", 7, 8 }, "phone",
	           "phone: \"065 / 3\" is not a phone number");
	return diag;
}

static void
text_is_a_line_each_sorted_by_place_with_its_hint(void **state)
{
	struct diag *diag = two_problems();

	(void)state;
	assert_string_equal(
		print(diag, DIAG_TEXT),
		"merchants/a.md:7:8: error: phone: \"065 / 3\" is not a phone number [phone]\n"
		"merchants/b.md:3:1: warning: \"fone\" is no field [unknown-key]\n"
		"  hint: did you mean phone?\n");
	diag_free(diag);
}

static void
json_is_an_object_a_line_with_all_members(void **state)
{
	struct diag *diag = two_problems();

	(void)state;
	assert_string_equal(
		print(diag, DIAG_JSON),
		"{\"severity\":\"error\",\"code\":\"phone\",\"file\":\"merchants/a.md\",\"line\":7,\"column\":8,"
		"\"message\":\"phone: \\\"065 / 3\\\" is not a phone number\",\"hint\":\"\"}\n"
		"{\"severity\":\"warning\",\"code\":\"unknown-key\",\"file\":\"merchants/b.md\",\"line\":3,\"column\":1,"
		"\"message\":\"\\\"fone\\\" is no field\",\"hint\":\"did you mean phone?\"}\n");
	diag_free(diag);
}

static void
github_gets_workflow_commands_with_escapes(void **state)
{
	struct diag *diag = diag_new();

	(void)state;
	diag_error(diag, (struct pos){ "a,b:c.md", 1, 2 }, "yaml", "100%% wrong");
	assert_string_equal(print(diag, DIAG_GITHUB),
	                    "::error file=a%2Cb%3Ac.md,line=1,col=2,title=yaml::100%25 wrong\n");
	diag_free(diag);
}

static void
a_message_stays_on_its_line_whatever_it_quotes(void **state)
{
	struct diag *diag = diag_new();

	(void)state;
	diag_error(diag, (struct pos){ "a.md", 1, 1 }, "x", "a\nb\033[31mc");
	assert_string_equal(print(diag, DIAG_TEXT), "a.md:1:1: error: a b [31mc [x]\n");
	diag_free(diag);
}

static void
most_of_a_code_in_a_file_is_told_and_the_rest_counted(void **state)
{
	struct diag *diag = diag_new();
	size_t lines = 0;

	(void)state;
	for (unsigned i = 1; i <= 60; i++)
		diag_error(diag, (struct pos){ "a.md", i, 1 }, "type", "wrong");
	diag_error(diag, (struct pos){ "a.md", 61, 1 }, "yaml", "other");
	print(diag, DIAG_TEXT);
	for (const char *p = printed; *p; p++)
		lines += *p == '\n';
	assert_int_equal(lines, DIAG_MOST + 2);
	assert_non_null(strstr(printed, "a.md: note: 10 more problems of the kind [type]"));
	assert_int_equal(diag_count(diag, DIAG_ERROR), 61);
	diag_free(diag);
}

static void
taking_brings_everything_and_leaves_nothing(void **state)
{
	struct diag *all = diag_new(), *one = two_problems();

	(void)state;
	errno = ENOSPC;
	diag_errno(one, "site/index.html", "cannot write");
	diag_take(all, one);
	assert_int_equal(diag_count(one, DIAG_ERROR), 0);
	assert_false(diag_environment_failed(one));
	diag_free(one);
	assert_int_equal(diag_count(all, DIAG_ERROR), 2);
	assert_int_equal(diag_count(all, DIAG_WARNING), 1);
	assert_true(diag_environment_failed(all));
	print(all, DIAG_TEXT);
	assert_non_null(
		strstr(printed,
	               "quartier: error: site/index.html: cannot write: No space left on device"));
	diag_free(all);
}

static void
a_list_of_json_has_errors_first_and_an_end(void **state)
{
	struct diag *diag = two_problems();
	struct buf text = { 0 };
	struct json json;

	(void)state;
	diag_warning(diag, (struct pos){ "a.md", 1, 1 }, "slug", "first of the files");
	diag_note(diag, (struct pos){ "a.md", 1, 1 }, "slug", "left out");
	json_start(&json, &text, false);
	json_list(&json);
	diag_json(diag, &json, 3);
	json_list_end(&json);
	assert_non_null(strstr(text.ptr, "[{\"severity\":\"error\",\"code\":\"phone\""));
	assert_non_null(strstr(text.ptr, "},{\"severity\":\"warning\",\"code\":\"slug\""));
	assert_non_null(strstr(text.ptr, "},{\"severity\":\"warning\",\"code\":\"unknown-key\""));
	assert_null(strstr(text.ptr, "left out"));
	buf_release(&text);
	diag_free(diag);
}

static void
warnings_that_were_told_are_dropped_wherever_they_moved_to_and_errors_are_not(void **state)
{
	struct diag_memory memory = { 0 };
	struct diag *diag = two_problems();

	(void)state;
	diag_drop_known(diag, &memory);
	assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
	diag_free(diag);
	diag = two_problems();
	diag_warning(diag, (struct pos){ "merchants/b.md", 9, 1 }, "unknown-key",
	             "\"fone\" is no field");
	diag_warning(diag, (struct pos){ "merchants/c.md", 3, 1 }, "unknown-key",
	             "\"fone\" is no field");
	diag_drop_known(diag, &memory);
	assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
	assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
	assert_non_null(strstr(print(diag, DIAG_TEXT), "merchants/c.md"));
	assert_null(strstr(printed, "merchants/b.md"));
	diag_free(diag);
	/* What was mended and comes back is told again. */
	diag = diag_new();
	diag_drop_known(diag, &memory);
	diag_free(diag);
	diag = two_problems();
	diag_drop_known(diag, &memory);
	assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
	diag_free(diag);
	diag_memory_release(&memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_a_line_each_sorted_by_place_with_its_hint),
		cmocka_unit_test(json_is_an_object_a_line_with_all_members),
		cmocka_unit_test(github_gets_workflow_commands_with_escapes),
		cmocka_unit_test(a_message_stays_on_its_line_whatever_it_quotes),
		cmocka_unit_test(most_of_a_code_in_a_file_is_told_and_the_rest_counted),
		cmocka_unit_test(a_list_of_json_has_errors_first_and_an_end),
		cmocka_unit_test(
			warnings_that_were_told_are_dropped_wherever_they_moved_to_and_errors_are_not),
		cmocka_unit_test(taking_brings_everything_and_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
