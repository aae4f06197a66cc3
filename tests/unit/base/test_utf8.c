#include "../check.h"

#include "base/arena.h"
#include "base/utf8.h"

static int
make_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int
free_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void
only_well_formed_utf8_passes(void **state)
{
	static const struct {
		const char *bytes;
		size_t len, bad; /* bad == len: well formed */
	} cases[] = {
		{ "", 0, 0 },
		{ "plain ascii, more than eight", 28, 28 },
		{ "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\xa5\x96", 14, 14 },
		{ "eight or more\0x", 15, 13 }, /* NUL */
		{ "caf\xe9", 4, 3 },            /* Latin-1 */
		{ "\xc0\xaf", 2, 0 },           /* overlong */
		{ "a\xed\xa0\x80", 4, 1 },      /* surrogate */
		{ "\xf4\x90\x80\x80", 4, 0 },   /* above U+10FFFF */
		{ "12345678\xe2\x82", 10, 8 },  /* cut off */
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str s = { cases[i].bytes, cases[i].len };
		size_t bad = s.len;

		assert_int_equal(utf8_check(s, &bad), cases[i].bad == s.len);
		assert_int_equal(bad, cases[i].bad);
	}
}

static void
folding_is_what_a_search_compares(void **state)
{
	static const struct {
		const char *text, *folded;
	} cases[] = {
		{ "L'Épicerie d'à côté", "l epicerie d a cote" },
		{ "  BŒUF & Œufs!  ", "boeuf oeufs" },
		{ "Straße", "strasse" },
		{ "ＡＢＣ １２", "abc 12" }, /* full width */
		{ "Cafe\xcc\x81", "cafe" },  /* e + combining acute */
		{ "Łódź Ærø", "lodz aero" },
		{ "---", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(utf8_fold(*state, str(cases[i].text)), cases[i].folded);
}

static void
order_is_that_of_people(void **state)
{
	/* Each before the next. */
	static const char *const order[] = {
		"",       "2 Mains", "10 Doigts", "100 Idées", "Abeille", "cote",  "coté",  "côte",
		"Éclair", "ecole",   "École",     "Eden",      "fer",     "Œuvre", "zèbre", "Zinc",
	};

	for (size_t i = 1; i < countof(order); i++) {
		struct str a = utf8_sort_key(*state, str(order[i - 1]));
		struct str b = utf8_sort_key(*state, str(order[i]));

		if (str_cmp(a, b) >= 0)
			fail_msg("\"%s\" should come before \"%s\"", order[i - 1], order[i]);
	}
}

static void
slugs_are_plain_and_short(void **state)
{
	static const struct {
		const char *text;
		size_t most;
		const char *slug;
	} cases[] = {
		{ "Boulangerie de l'Étoile", 64, "boulangerie-de-l-etoile" },
		{ "  --A  B--  ", 64, "a-b" },
		{ "Boulangerie de l'Étoile", 16, "boulangerie-de-l" },
		{ "Boulangerie de l'Étoile", 15, "boulangerie-de" },
		{ "Boulangerie", 4, "boul" },
		{ "日本", 64, "" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(utf8_slug(*state, str(cases[i].text), cases[i].most), cases[i].slug);
}

static void
distance_counts_edits_and_swaps(void **state)
{
	(void)state;
	assert_int_equal(utf8_distance(STR("hours"), STR("hours"), 3), 0);
	assert_int_equal(utf8_distance(STR("huors"), STR("hours"), 3), 1);
	assert_int_equal(utf8_distance(STR("hour"), STR("hours"), 3), 1);
	assert_int_equal(utf8_distance(STR("kitten"), STR("sitting"), 3), 3);
	assert_int_equal(utf8_distance(STR("abc"), STR("xyz"), 1), 2);
	assert_int_equal(utf8_distance(STR(""), STR("abc"), 5), 3);
}

static void
the_nearest_word_is_offered_and_no_far_one(void **state)
{
	static const struct str words[] = { STR("phone"), STR("hours"), STR("photos"),
		                            STR("summary") };

	(void)state;
	assert_int_equal(utf8_nearest(STR("phoen"), words, 4), 0);
	assert_int_equal(utf8_nearest(STR("Photo"), words, 4), 2);
	assert_int_equal(utf8_nearest(STR("sumary"), words, 4), 3);
	assert_int_equal(utf8_nearest(STR("horaire"), words, 4), 4);
	assert_int_equal(utf8_nearest(STR(""), words, 4), 4);
}

static void
code_points_are_counted_and_decoded(void **state)
{
	struct str s = STR("aé€🥖");
	static const uint32_t want[] = { 'a', 0xe9, 0x20ac, 0x1f956 };
	size_t at = 0;

	assert_int_equal(utf8_count(s), 4);
	for (size_t i = 0; i < countof(want); i++)
		assert_int_equal(utf8_next(s, &at), want[i]);
	assert_int_equal(at, s.len);
	assert_str(utf8_nfc(*state, STR("Cafe\xcc\x81")), "Café");
}

static void
what_no_page_may_hold_is_found(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} cases[] = {
		{ "", 0 },
		{ "plain\ttext\r\n", 12 },
		{ "é€🥖ÿ\xc2\xa0\xef\xbf\xbd", 16 },
		{ "a\x01", 1 },
		{ "\x1b[31m", 0 },
		{ "ab\x7f", 2 },
		{ "é\xc2\x9b", 2 },
		{ "\xc2\x85", 2 }, /* CSI; next line */
		{ "€\xef\xbf\xbe", 3 },
		{ "\xef\xb7\x90", 0 },     /* U+FFFE, U+FDD0 */
		{ "\xf0\x9f\xbf\xbf", 0 }, /* U+1FFFF */
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(utf8_find_control(str(cases[i].text)), cases[i].at);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_well_formed_utf8_passes),
		cmocka_unit_test(folding_is_what_a_search_compares),
		cmocka_unit_test(order_is_that_of_people),
		cmocka_unit_test(slugs_are_plain_and_short),
		cmocka_unit_test(distance_counts_edits_and_swaps),
		cmocka_unit_test(the_nearest_word_is_offered_and_no_far_one),
		cmocka_unit_test(code_points_are_counted_and_decoded),
		cmocka_unit_test(what_no_page_may_hold_is_found),
	};

	return cmocka_run_group_tests(tests, make_arena, free_arena);
}
