#include "card/phone.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct example {
	const char *text, *country;
	const char *e164, *national, *international; /* e164 NULL: refused */
};

static void
check(const struct example *cases, size_t len)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < len; i++) {
		const struct example *c = &cases[i];
		struct phone phone;
		bool read = phone_parse(&phone, arena, str(c->text), str(c->country));

		if (read != (c->e164 != NULL))
			fail_msg("\"%s\" in %s: %s", c->text, c->country,
			         read ? phone.e164.ptr : "refused");
		if (!read) {
			assert_int_equal(phone.e164.len, 0);
			assert_true(strlen(phone_hint(str(c->text), str(c->country))) > 0);
			continue;
		}
		assert_string_equal(phone.e164.ptr, c->e164);
		assert_string_equal(phone.national.ptr, c->national);
		assert_string_equal(phone.international.ptr, c->international);
	}
	arena_free(arena);
}

static void
every_usual_spelling_is_the_same_number(void **state)
{
	static const char *const texts[] = { "065 12 34 56",
		                             "065/12.34.56",
		                             "065/123456",
		                             "065123456",
		                             "065-12-34-56",
		                             "(065) 12 34 56",
		                             "+32 65 12 34 56",
		                             "+3265123456",
		                             "0032 65 12 34 56",
		                             "+32 (0)65 12 34 56",
		                             "+32(0)65/12 34 56",
		                             "0032(0)65123456",
		                             "+32 065 12 34 56",
		                             "tel:+3265123456",
		                             "065\xc2\xa0"
		                             "12\xc2\xa0"
		                             "34\xc2\xa0"
		                             "56",
		                             "065\xe2\x80\x91"
		                             "12\xe2\x80\x91"
		                             "34\xe2\x80\x91"
		                             "56",
		                             "065 \xe2\x80\x93 12 34 56",
		                             "  065 12 34 56 ",
		                             "065.12.34.56",
		                             "065 / 12 34 56" };

	(void)state;
	for (size_t i = 0; i < countof(texts); i++) {
		const struct example example = { texts[i], "BE", "+3265123456", "065 12 34 56",
			                         "+32 65 12 34 56" };

		check(&example, 1);
	}
}

static void
each_country_groups_its_numbers_in_its_own_way(void **state)
{
	static const struct example cases[] = {
		{ "02 123 45 67", "BE", "+3221234567", "02 123 45 67", "+32 2 123 45 67" },
		{ "04 123 45 67", "BE", "+3241234567", "04 123 45 67", "+32 4 123 45 67" },
		{ "092345678", "BE", "+3292345678", "09 234 56 78", "+32 9 234 56 78" },
		{ "0470123456", "BE", "+32470123456", "0470 12 34 56", "+32 470 12 34 56" },
		{ "+32455123456", "BE", "+32455123456", "0455 12 34 56", "+32 455 12 34 56" },
		{ "080012345", "BE", "+3280012345", "0800 12 345", "+32 800 12 345" },
		{ "080 12 34 56", "BE", "+3280123456", "080 12 34 56", "+32 80 12 34 56" },
		{ "090212345", "BE", "+3290212345", "0902 12 345", "+32 902 12 345" },
		{ "070/12.34.56", "BE", "+3270123456", "070 12 34 56", "+32 70 12 34 56" },
		{ "078 15 00 00", "BE", "+3278150000", "078 15 00 00", "+32 78 15 00 00" },
		{ "01 23 45 67 89", "FR", "+33123456789", "01 23 45 67 89", "+33 1 23 45 67 89" },
		{ "0033 6 12 34 56 78", "BE", "+33612345678", "06 12 34 56 78",
		  "+33 6 12 34 56 78" },
		{ "0800 123 456", "FR", "+33800123456", "0800 123 456", "+33 800 123 456" },
		{ "27 12 34 56", "LU", "+35227123456", "27 12 34 56", "+352 27 12 34 56" },
		{ "123456", "LU", NULL, NULL, NULL },
		{ "48 12 34", "LU", "+352481234", "48 12 34", "+352 48 12 34" },
		{ "+352 621 123 456", "BE", "+352621123456", "621 123 456", "+352 621 123 456" },
		{ "020-1234567", "NL", "+31201234567", "020 123 45 67", "+31 20 123 45 67" },
		{ "0111 12 34 56", "NL", "+31111123456", "0111 12 34 56", "+31 111 12 34 56" },
		{ "06-12345678", "NL", "+31612345678", "06 12 34 56 78", "+31 6 12 34 56 78" },
		{ "0800-1234", "NL", "+318001234", "0800 1234", "+31 800 1234" },
		{ "030 123456", "DE", "+4930123456", "030 123456", "+49 30 123456" },
		{ "0241/4010", "DE", "+492414010", "0241 4010", "+49 241 4010" },
		{ "+49 (0)2421 123456", "DE", "+492421123456", "02421 123456", "+49 2421 123456" },
		{ "0241401099", "DE", "+49241401099", "0241 401099", "+49 241 401099" },
		{ "0151 12345678", "DE", "+4915112345678", "0151 12345678", "+49 151 12345678" },
	};

	(void)state;
	check(cases, countof(cases));
}

static void
other_countries_are_read_with_their_code(void **state)
{
	static const struct example cases[] = {
		{ "+44 20 7946 0958", "BE", "+442079460958", "+44 207 946 09 58",
		  "+44 207 946 09 58" },
		{ "0041 22 123 45 67", "BE", "+41221234567", "+41 221 234 567", "+41 221 234 567" },
		{ "+1 (212) 555-0123", "BE", "+12125550123", "+1 212 555 01 23",
		  "+1 212 555 01 23" },
		{ "+39 06 1234567", "BE", "+39061234567", "+39 061 234 567", "+39 061 234 567" },
		{ "+377 98 12 34 56", "FR", "+37798123456", "+377 981 234 56", "+377 981 234 56" },
		{ "020 7946 0958", "GB", NULL, NULL, NULL },
		{ "+123456", "BE", NULL, NULL, NULL },
		{ "+1234567890123456", "BE", NULL, NULL, NULL },
		{ "+0 123456789", "BE", NULL, NULL, NULL },
	};

	(void)state;
	check(cases, countof(cases));
}

static void
what_is_no_number_of_the_plan_is_refused(void **state)
{
	static const char *const texts[] = { "",
		                             "065",
		                             "065 / 3",
		                             "065 12 34 5",
		                             "065 12 34 567",
		                             "65 12 34 56",
		                             "0470 12 34 5",
		                             "0470 12 34 567",
		                             "066 12 34 56",
		                             "099 12 34 56 78",
		                             "0420 12 34 56",
		                             "065 12 34 56 / 0470 12 34 56",
		                             "065 12 34 56, 065 12 34 57",
		                             "065 12 34 56 ou 57",
		                             "tél. 065 12 34 56",
		                             "065 12 34 5O",
		                             "++32 65 12 34 56",
		                             "065 +12 34 56",
		                             "(065 12 34 56",
		                             "065) 12 34 56",
		                             "((065)) 12 34 56",
		                             "+32",
		                             "+",
		                             "00",
		                             "+32 (0)(0)65 12 34 56",
		                             "112",
		                             "065;12;34;56",
		                             "065 12 34 56 #2",
		                             "00000000000000000000000000000",
		                             "+32 0 065 12 34 56" };

	(void)state;
	for (size_t i = 0; i < countof(texts); i++) {
		const struct example example = { texts[i], "BE", NULL, NULL, NULL };

		check(&example, 1);
	}
}

static void
the_hint_tells_what_helps(void **state)
{
	static const struct {
		const char *text, *word;
	} cases[] = {
		{ "065 12 34 56 / 0470 12 34 56", "one number" },
		{ "+32 65 12 34 56 +32 65 12 34 57", "one number" },
		{ "tel 065 12 34 56", "digits alone" },
		{ "065 12 34 5", "Belgian" },
		{ "+33 1 23", "French" },
		{ "+999", "country's code" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_non_null(strstr(phone_hint(str(cases[i].text), STR("BE")), cases[i].word));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_usual_spelling_is_the_same_number),
		cmocka_unit_test(each_country_groups_its_numbers_in_its_own_way),
		cmocka_unit_test(other_countries_are_read_with_their_code),
		cmocka_unit_test(what_is_no_number_of_the_plan_is_refused),
		cmocka_unit_test(the_hint_tells_what_helps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
