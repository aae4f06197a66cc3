/* value and json: the tree that every output reads, and how it is written. */
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/value.h"

static const struct value *
sample(struct arena *arena)
{
	struct value *map = value_map(arena), *list = value_list(arena),
		     *address = value_map(arena);

	value_set_text(arena, address, "city", STR("Valmoulin"));
	value_add(arena, list, value_int(arena, -3));
	value_add(arena, list, value_number(arena, STR("3.20")));
	value_add(arena, list, &value_null);
	value_set_text(arena, map, "name", STR("L'« Été » </script> \"&\"\n\x01"));
	value_set_text(arena, map, "phone", (struct str){ 0 }); /* empty: not set */
	value_set_bool(arena, map, "open", true);
	value_set(arena, map, "list", list);
	value_set(arena, map, "address", address);
	value_set(arena, map, "nothing", value_list(arena));
	return map;
}

static void
a_tree_is_written_safe_for_a_script_element(void **state)
{
	struct arena *arena = arena_new();
	struct buf out = { 0 };
	struct json json;

	(void)state;
	json_start(&json, &out, false);
	json_value(&json, sample(arena));
	assert_str(
		buf_str(&out),
		"{\"name\":\"L'« Été » \\u003c/script\\u003e \\\"\\u0026\\\"\\n\\u0001\",\"open\":true,"
		"\"list\":[-3,3.20,null],\"address\":{\"city\":\"Valmoulin\"},\"nothing\":[]}");
	buf_clear(&out);
	json_start(&json, &out, true);
	json_value(&json, value_at(sample(arena), "address"));
	assert_str(buf_str(&out), "{\n  \"city\": \"Valmoulin\"\n}");
	buf_clear(&out);
	json_start(&json, &out, false);
	json_text(&json, STR("a\xe2\x80\xa8z\xe2\x80\xa9\xe2\x82\xac"));
	assert_str(buf_str(&out), "\"a\\u2028z\\u2029€\"");
	buf_release(&out);
	arena_free(arena);
}

static void
values_are_found_by_key_and_path(void **state)
{
	struct arena *arena = arena_new();
	const struct value *map = sample(arena);

	(void)state;
	assert_str(value_str(value_at(map, "address.city")), "Valmoulin");
	assert_null(value_at(map, "address.street"));
	assert_null(value_at(map, "name.first"));
	assert_null(value_get(map, STR("phone")));
	assert_true(value_get(map, STR("open"))->boolean);
	assert_null(value_get(NULL, STR("open")));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tree_is_written_safe_for_a_script_element),
		cmocka_unit_test(values_are_found_by_key_and_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
