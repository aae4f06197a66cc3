#include "fixture.h"

#include "base/table.h"
#include "guide/order.h"

struct thing {
	int number;
	const char *text, *name;
};

static struct order_by
of_thing(const void *item, const void *context)
{
	const struct thing *thing = item;

	(void)context;
	return (struct order_by){ thing->number, str(thing->text), str(thing->name) };
}

static void
numbers_come_before_texts_and_texts_before_names(void **state)
{
	static const struct thing things[] = {
		{ 2, "a", "1" }, { 1, "b", "2" },  { 1, "É", "3" }, { 1, "e", "5" },
		{ 1, "e", "4" }, { -1, "z", "6" }, { 1, "é", "7" },
	};
	static const char sorted[] = "6245371";
	struct fixture *f = *state;
	const struct thing *items[countof(things)];

	for (size_t i = 0; i < countof(things); i++)
		items[i] = &things[i];
	order_sort(f->arena, items, countof(items), of_thing, NULL);
	for (size_t i = 0; i < countof(items); i++)
		assert_int_equal(items[i]->name[0], sorted[i]);
}

static void
the_order_does_not_depend_on_where_things_stood(void **state)
{
	static const struct thing things[] = {
		{ 0, "Le Comptoir", "a" }, { 0, "Le comptoir", "b" }, { 0, "Le Comptoir", "c" },
		{ 0, "L'Étal", "d" },      { 0, "LE COMPTOIR", "e" },
	};
	struct fixture *f = *state;
	const struct thing *there[countof(things)], *back[countof(things)];

	for (size_t i = 0; i < countof(things); i++) {
		there[i] = &things[i];
		back[countof(things) - 1 - i] = &things[i];
	}
	order_sort(f->arena, there, countof(there), of_thing, NULL);
	order_sort(f->arena, back, countof(back), of_thing, NULL);
	assert_memory_equal(there, back, sizeof there);
	order_sort(f->arena, NULL, 0, of_thing, NULL);
}

static void
a_table_finds_what_was_put_first_under_a_key(void **state)
{
	struct fixture *f = *state;
	struct table table = { 0 };
	static int things[1000], other;

	assert_null(table_get(&table, STR("nothing")));
	for (int i = 0; i < 1000; i++)
		assert_true(table_put(&table, f->arena, arena_printf(f->arena, "key %d", i),
		                      &things[i]));
	assert_false(table_put(&table, f->arena, STR("key 7"), &other));
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(table_get(&table, arena_printf(f->arena, "key %d", i)),
		                 &things[i]);
	assert_null(table_get(&table, STR("key 1000")));
	assert_null(table_get(&table, STR("")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(numbers_come_before_texts_and_texts_before_names),
		TEST(the_order_does_not_depend_on_where_things_stood),
		TEST(a_table_finds_what_was_put_first_under_a_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
