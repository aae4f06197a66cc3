/* same: values that are written differently and say the same. */
#include "map/same.h"

#include "../check.h"
#include "base/arena.h"
#include "card/card.h"
#include "card/compose.h"

static void
spelling_is_no_difference(void **state)
{
	static const struct {
		const char *field, *a, *b;
		bool same;
	} cases[] = {
		{ "phone", "065 12 34 56", "+32 65 12 34 56", true },
		{ "phone", "065/12.34.56", "+32 65 12 34 57", false },
		{ "website", "http://www.A.example/", "https://a.example", true },
		{ "website", "https://a.example/x", "https://a.example/X", false },
		{ "website", "https://a.example/", "https://b.example/", false },
		{ "hours", "Mo-Fr 9h-18h", "Mo-Fr 09:00-18:00", true },
		{ "hours", "Mo-Fr 09:00-18:00", "Mo-Fr 09:00-17:00", false },
		{ "hours", "souvent", "parfois", false },
		{ "osm", "https://www.openstreetmap.org/node/1", "node/1", true },
		{ "osm", "way/1", "node/1", false },
		{ "email", "A@b.example", "a@b.example", true },
		{ "category", "bakery\ncafe", "cafe\nBakery", true },
		{ "category", "bakery", "bakery\ncafe", false },
		{ "payment", "espèces\nvisa", "visa\ncash", true },
		{ "name", "CHEZ ELISE", "Chez Élise", true },
		{ "name", "Chez Élise", "fr: Chez Élise\nnl: Bij Élise\n", true },
		{ "name", "Chez Élise", "Chez Éloi", false },
		{ "name", "Chez Élise", "Élise", false },
		{ "address.street", "R. du Moulin 3", "Rue du Moulin, 3", true },
		{ "address.street", "Rue du Moulin 3", "Rue du Moulin 5", false },
		{ "founded", "1962", "1963", false },
		{ "founded", "", "1963", false },
	};
	struct arena *arena = arena_new();
	const struct config config = { .country = STR("BE") };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		const struct field *row = compose_row(KIND_MERCHANT, str(cases[i].field));

		if (same_value(arena, &config, row, str(cases[i].a), str(cases[i].b)) !=
		    cases[i].same)
			fail_msg("%s: %s and %s", cases[i].field, cases[i].a, cases[i].b);
	}
	arena_free(arena);
}

static void
a_longer_list_says_all_of_a_shorter_one(void **state)
{
	struct arena *arena = arena_new();
	const struct config config = { .country = STR("BE") };
	const struct field *row = compose_row(KIND_MERCHANT, STR("payment"));

	(void)state;
	assert_true(same_or_more(arena, &config, row, STR("cash\nvisa"), STR("cash")));
	assert_false(same_or_more(arena, &config, row, STR("cash"), STR("cash\nvisa")));
	assert_false(same_or_more(arena, &config, row, STR("cash"), STR("")));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spelling_is_no_difference),
		cmocka_unit_test(a_longer_list_says_all_of_a_shorter_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
