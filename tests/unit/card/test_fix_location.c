#include "card/fix_location.h"

#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"

static const struct limits limits = { .text_bytes = 1 << 20, .yaml_depth = 32, .yaml_nodes = 1000 };
static const struct location at = { true, 50.3957049, -3.7783 };

#define LINE "location: [50.39570, -3.77830]"

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
the_line_goes_behind_the_address_and_nothing_else_changes(void **state)
{
	static const struct {
		const char *file, *before, *after;
	} cases[] = {
		{ "a.yml", "address: {street: A 1}\n", "address: {street: A 1}\n" LINE "\n" },
		{ "a.yml", "address: {street: A 1}", "address: {street: A 1}\n" LINE },
		{ "a.md", "---\naddress: {street: A 1} # é\nname: B\n---\nText: {}\n",
		  "---\naddress: {street: A 1} # é\n" LINE "\nname: B\n---\nText: {}\n" },
		{ "a.yml", "address:\n  street: A 1\n  city: B # c\n\n\nname: C\n",
		  "address:\n  street: A 1\n  city: B # c\n" LINE "\n\n\nname: C\n" },
		{ "a.yml", "address:\n  city: B\n  # mine\n# not mine\nname: C\n",
		  "address:\n  city: B\n  # mine\n" LINE "\n# not mine\nname: C\n" },
		{ "a.yml", "address:\n  street: {fr: A 1, nl: B 1}\nname: C\n",
		  "address:\n  street: {fr: A 1, nl: B 1}\n" LINE "\nname: C\n" },
		{ "a.yml", "address:\n  street:\n    fr: A 1\n    nl: B 1\nname: C\n",
		  "address:\n  street:\n    fr: A 1\n    nl: B 1\n" LINE "\nname: C\n" },
		{ "a.yml", "address:\n  street: |\n    A 1\n\nname: C\n",
		  "address:\n  street: |\n    A 1\n" LINE "\n\nname: C\n" },
		{ "a.yml", "address:\n  street: A\n    1\nname: C\n",
		  "address:\n  street: A\n    1\n" LINE "\nname: C\n" },
		{ "a.yml", "address: {street: A 1,\n  city: B}\nname: C\n",
		  "address: {street: A 1,\n  city: B}\n" LINE "\nname: C\n" },
		{ "a.yml", "  name: C\n  address: {street: A 1}\n",
		  "  name: C\n  address: {street: A 1}\n  " LINE "\n" },
		{ "a.yml", "name: C\r\naddress: {street: A 1}\r\nphone: 1\r\n",
		  "name: C\r\naddress: {street: A 1}\r\n" LINE "\r\nphone: 1\r\n" },
		{ "a.yml", "{name: C, address: {street: A 1}, phone: 1}\n",
		  "{name: C, address: {street: A 1}, " LINE ", phone: 1}\n" },
		{ "a.yml", "{address: {street: A 1}}\n", "{address: {street: A 1}, " LINE "}\n" },
		{ "a.yml", "name: C\naddress: {street: \"A 1 # {\"}   \t\nosm:\n",
		  "name: C\naddress: {street: \"A 1 # {\"}   \t\n" LINE "\nosm:\n" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = { 0 };
		struct fix fix;

		assert_true(fix_location(&fix, *state, str(cases[i].before), cases[i].file, at,
		                         &limits));
		assert_int_equal(
			fix_text(&out, str(cases[i].before), cases[i].file, &fix, 1, &limits), 0);
		assert_str(buf_str(&out), cases[i].after);
		buf_release(&out);
	}
}

static void
what_says_where_it_is_or_has_no_address_is_left_alone(void **state)
{
	static const char *const cards[] = {
		"",
		"name: C\n",
		"address:\nname: C\n",
		"address: {street: A 1}\nlocation: [1, 2]\n",
		"location:\naddress: {street: A 1}\n",
		"address: {street: A 1}\nosm: node/1\n",
		"- address: {street: A 1}\n",
		"address: {street: A 1\n",
		"a: &b {street: A 1}\naddress: *b\n",
		"address: {street: \xff}\n",
	};

	for (size_t i = 0; i < countof(cards); i++) {
		struct fix fix;

		assert_false(fix_location(&fix, *state, str(cards[i]), "a.yml", at, &limits));
	}
	assert_false(fix_location(&(struct fix){ 0 }, *state, STR("address: {street: A 1}\n"),
	                          "a.md", at, &limits));
}

static void
a_value_and_a_field_are_fixed_in_one_go(void **state)
{
	struct str before = STR("hours: 9h\naddress: {street: A 1}\nmore: 9h\n");
	struct fix fixes[3] = {
		{ .was = STR("9h"), .text = STR("09:00"), .from = 7, .to = 9 },
		{ 0 },
		{ .was = STR("9h"), .text = STR("10:00"), .from = 39, .to = 41 },
	};
	struct buf out = { 0 };

	assert_true(fix_location(&fixes[1], *state, before, "a.yml", at, &limits));
	assert_int_equal(fix_text(&out, before, "a.yml", fixes, 3, &limits), 0);
	assert_str(buf_str(&out), "hours: 09:00\naddress: {street: A 1}\n" LINE "\nmore: 10:00\n");
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_line_goes_behind_the_address_and_nothing_else_changes, setup, teardown),
		cmocka_unit_test_setup_teardown(
			what_says_where_it_is_or_has_no_address_is_left_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(a_value_and_a_field_are_fixed_in_one_go, setup,
		                                teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
