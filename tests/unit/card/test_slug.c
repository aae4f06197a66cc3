#include "card/slug.h"

#include "../check.h"
#include "card/spelling.h"

static void
names_of_cards_are_small_letters_digits_and_single_hyphens(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} cases[] = {
		{ "a", true },
		{ "dumont", true },
		{ "a-b-1", true },
		{ "42", true },
		{ "", false },
		{ "-a", false },
		{ "a-", false },
		{ "a--b", false },
		{ "A", false },
		{ "a_b", false },
		{ "a.b", false },
		{ "\xc3\xa9", false },
		{ "a b", false },
		{ "a/b", false },
		{ "0123456789012345678901234567890123456789012345678901234567890123", true },
		{ "01234567890123456789012345678901234567890123456789012345678901234", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		if (slug_is_valid(str(cases[i].text)) != cases[i].valid)
			fail_msg("%s", cases[i].text);
}

static void
words_are_the_same_whatever_accents_case_and_signs(void **state)
{
	static const struct {
		const char *a, *b;
		bool same;
	} cases[] = {
		{ "Chèques-repas", "cheques repas", true },
		{ "\xc5\x93uvre d'art", "Oeuvre d art", true },
		{ "Stra\xc3\x9f"
		  "e",
		  "STRASSE", true },
		{ "cafe\xcc\x81", "Caf\xc3\xa9", true }, /* an accent that stands apart */
		{ " wi-fi ", "Wi-Fi", true },
		{ "l\xe2\x80\x99\xc3\xa9t\xc3\xa9", "l'\xc3\xa9t\xc3\xa9", true },
		{ "Ma\xc3\x9f", "Mas", false },
		{ "wifi", "wi-fi", false },
		{ "a", "ab", false },
		{ "", "", true },
		{ "", "a", false },
		{ "\xc3\x86\xc3\x86", "aeae", true },
		{ "\xd0\xb1", "\xd0\xb1", true },
		{ "\xd0\xb1", "\xd0\xb2", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		if (spelling_same(str(cases[i].a), str(cases[i].b)) != cases[i].same)
			fail_msg("%s, %s", cases[i].a, cases[i].b);
		assert_int_equal(spelling_same(str(cases[i].b), str(cases[i].a)), cases[i].same);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_cards_are_small_letters_digits_and_single_hyphens),
		cmocka_unit_test(words_are_the_same_whatever_accents_case_and_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
