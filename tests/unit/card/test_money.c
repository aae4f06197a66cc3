#include "card/money.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { REFUSED = -1 };

static void
prices_are_read_to_the_cent(void **state)
{
	static const struct {
		const char *text;
		int64_t cents;
	} cases[] = {
		{ "3.20", 320 },
		{ "3,20", 320 },
		{ "3", 300 },
		{ "0", 0 },
		{ "0.05", 5 },
		{ "3,2", 320 },
		{ "3.20 €", 320 },
		{ "3,20€", 320 },
		{ "3,20\xc2\xa0€", 320 },
		{ "€ 3,20", 320 },
		{ "€3.20", 320 },
		{ "EUR 3.20", 320 },
		{ "3,20 eur", 320 },
		{ "12 euros", 1200 },
		{ "  12 euro  ", 1200 },
		{ "5,-", 500 },
		{ "5,--", 500 },
		{ "1 250,00", 125000 },
		{ "1\xe2\x80\xaf"
		  "250,00 €",
		  125000 },
		{ "1.250,00", 125000 },
		{ "1,250.00", 125000 },
		{ "1'250.00", 125000 },
		{ "1 250", 125000 },
		{ "1250", 125000 },
		{ "9999999.99", 999999999 },
		{ "1.250.000,5", 125000050 },
		{ "10000000", REFUSED },
		{ "99999999999999999999", REFUSED },
		{ "-3.20", REFUSED },
		{ "- 3", REFUSED },
		{ "1.250", REFUSED }, /* a thousand, or a slip for 1.25? */
		{ "1,250", REFUSED },
		{ "3.205", REFUSED },
		{ "1,250,00", REFUSED },
		{ "12 50", REFUSED },
		{ "1 25", REFUSED },
		{ "1 2500", REFUSED },
		{ "1.250 000", REFUSED },
		{ "3.", REFUSED },
		{ ".50", REFUSED },
		{ ",", REFUSED },
		{ "", REFUSED },
		{ "€", REFUSED },
		{ "€ 3 €", REFUSED },
		{ "3 $", REFUSED },
		{ "3.2O", REFUSED },
		{ "1e3", REFUSED },
		{ "3.20 / kg", REFUSED },
		{ "gratuit", REFUSED },
		{ "5,-5", REFUSED },
		{ "0x10", REFUSED },
		{ "3                                                                     ",
		  REFUSED },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct money money = { true, 77 };
		bool read = money_parse(&money, str(cases[i].text));

		if (read != (cases[i].cents != REFUSED) || read != money.set ||
		    (read && money.cents != cases[i].cents))
			fail_msg("\"%s\" gave %d, %lld", cases[i].text, read,
			         (long long)money.cents);
	}
}

static void
prices_are_printed_as_each_language_does(void **state)
{
	static const struct {
		int64_t cents;
		enum lang lang;
		const char *text;
	} cases[] = {
		{ 320, LANG_FR, "3,20\xc2\xa0€" },
		{ 320, LANG_NL,
		  "€\xc2\xa0"
		  "3,20" },
		{ 320, LANG_DE, "3,20\xc2\xa0€" },
		{ 320, LANG_EN, "€3.20" },
		{ 5, LANG_EN, "€0.05" },
		{ 125000, LANG_FR,
		  "1\xe2\x80\xaf"
		  "250,00\xc2\xa0€" },
		{ 125000, LANG_NL,
		  "€\xc2\xa0"
		  "1.250,00" },
		{ 999999999, LANG_EN, "€9,999,999.99" },
		{ 100000700, LANG_DE, "1.000.007,00\xc2\xa0€" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct money money = { true, cases[i].cents };

		assert_string_equal(money_print(arena, money, cases[i].lang).ptr, cases[i].text);
	}
	arena_free(arena);
}

static void
decimals_for_machines_read_back_the_same(void **state)
{
	static const int64_t cents[] = { 0, 1, 99, 100, 320, 125000, 999999999 };
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cents); i++) {
		struct money money = { true, cents[i] }, back;

		assert_true(money_parse(&back, money_decimal(arena, money)));
		assert_int_equal(back.cents, cents[i]);
	}
	assert_string_equal(money_decimal(arena, (struct money){ true, 320 }).ptr, "3.20");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prices_are_read_to_the_cent),
		cmocka_unit_test(prices_are_printed_as_each_language_does),
		cmocka_unit_test(decimals_for_machines_read_back_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
