#include "card/vat.h"

#include "../check.h"
#include "base/arena.h"

static void
numbers_are_kept_in_one_form_or_refused(void **state)
{
	static const struct {
		const char *text, *country, *vat;
	} cases[] = {
		{ "BE0123456749", "BE", "BE0123456749" },
		{ "BE 0123.456.749", "BE", "BE0123456749" },
		{ "be0123456749", "FR", "BE0123456749" },
		{ "0123.456.749", "BE", "BE0123456749" },
		{ "123456749", "BE", "BE0123456749" }, /* before 2005 */
		{ "BE0403170701", "BE", "BE0403170701" },
		{ "BE0123456748", "BE", NULL }, /* the check digits */
		{ "BE0123456794", "BE", NULL },
		{ "BE2123456749", "BE", NULL },
		{ "BE012345674", "BE", NULL },
		{ "BE01234567490", "BE", NULL },
		{ "FR40303265045", "FR", "FR40303265045" },
		{ "FR 40 303 265 045", "BE", "FR40303265045" },
		{ "FRK7399859412", "FR", "FRK7399859412" },
		{ "FR403032650", "FR", NULL },
		{ "LU12345678", "LU", "LU12345678" },
		{ "LU1234567", "LU", NULL },
		{ "NL123456789B01", "NL", "NL123456789B01" },
		{ "NL123456789C01", "NL", NULL },
		{ "DE123456789", "DE", "DE123456789" },
		{ "DE12345678", "DE", NULL },
		{ "XX123456789", "BE", NULL },
		{ "", "BE", NULL },
		{ "BE", "BE", NULL },
		{ "BE01234567490123456789", "BE", NULL },
		{ "BE0123456749\xc3\xa9", "BE", NULL },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str vat = { 0 };
		bool good = vat_parse(&vat, arena, str(cases[i].text), str(cases[i].country));

		if (good != (cases[i].vat != NULL))
			fail_msg("%s", cases[i].text);
		if (good)
			assert_str(vat, cases[i].vat);
	}
	arena_free(arena);
}

static void
examples_are_good_numbers(void **state)
{
	static const char *const countries[] = { "BE", "FR", "LU", "NL", "DE" };
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(countries); i++) {
		struct str vat;

		assert_true(vat_parse(&vat, arena, str(vat_example(str(countries[i]))), STR("")));
		assert_str(str_sub(vat, 0, 2), countries[i]);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_kept_in_one_form_or_refused),
		cmocka_unit_test(examples_are_good_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
