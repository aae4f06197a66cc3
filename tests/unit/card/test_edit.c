/* edit: one field is changed, and every other byte stays. */
#include "card/edit.h"

#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "card/card.h"

#include <stdlib.h>

static const struct limits limits = { .text_bytes = 1 << 20, .yaml_depth = 32, .yaml_nodes = 1000 };

/* The card after its edits; NULL: refused. */
static char *
edited(const char *card, const char *file, const struct compose_field *edits, size_t len)
{
	struct buf out = { 0 };

	if (edit_card(&out, str(card), file, KIND_MERCHANT, LANG_FR, edits, len, &limits) == 0)
		return out.ptr;
	buf_release(&out);
	return NULL;
}

static void
a_field_is_changed_added_or_taken_away_and_nothing_else(void **state)
{
	static const struct {
		const char *card, *path, *value, *after; /* NULL: refused */
	} cases[] = {
		/* changed where it stands */
		{ "name: A # x\nphone:  1  # y\n", "phone", "2 3",
		  "name: A # x\nphone:  2 3  # y\n" },
		{ "name: 'A'\n", "name", "B: C", "name: \"B: C\"\n" },
		{ "payment: [a,  b] # z\n", "payment", "cash\nvisa",
		  "payment: [cash, visa] # z\n" },
		{ "category: bakery\n", "category", "bakery\ncafe", "category: [bakery, cafe]\n" },
		{ "a: 1\r\nname: A\r\n", "name", "É", "a: 1\r\nname: É\r\n" },
		{ "name: É🥖\nphone: 1\n", "phone", "2", "name: É🥖\nphone: \"2\"\n" },
		{ "name: {fr: A, nl: B}\n", "name", "C", "name: C\n" },
		{ "name: A\n", "name", "fr: A\nnl: B\n", "name: {fr: A, nl: B}\n" },
		{ "phone:\n", "phone", "+32 1", "phone: +32 1\n" },
		{ "phone: # soon\nosm: node/1\n", "phone", "+32 1",
		  "phone: +32 1 # soon\nosm: node/1\n" },
		{ "{name: A, phone: 1}\n", "phone", "2 1", "{name: A, phone: 2 1}\n" },
		{ "{name: A}\n", "phone", "+2 1", "{name: A, phone: \"+2 1\"}\n" },
		/* inside a map */
		{ "address: {street: A 1, city: B} # x\n", "address.street", "C 2",
		  "address: {street: C 2, city: B} # x\n" },
		{ "address: {street: A 1, city: B}\n", "address.postcode", "7370",
		  "address: {street: A 1, postcode: \"7370\", city: B}\n" },
		{ "address: {city: B}\n", "address.street", "A 1",
		  "address: {street: A 1, city: B}\n" },
		{ "address: {}\n", "address.street", "A 1", "address: {street: A 1}\n" },
		{ "address:\n  street: A 1 # x\n  # y\n  city: B\n", "address.postcode", "7370",
		  "address:\n  street: A 1 # x\n  postcode: \"7370\"\n  # y\n  city: B\n" },
		{ "address:\n    city: B\n", "address.street", "A",
		  "address:\n    street: A\n    city: B\n" },
		{ "name: A\n", "address.city", "B", "name: A\naddress: {city: B}\n" },
		{ "social: {instagram: a}\n", "social.facebook", "b",
		  "social: {facebook: b, instagram: a}\n" },
		/* added in its place */
		{ "name: A\n# about hours\nhours: \"24/7\"\n", "phone", "+32 1",
		  "name: A\nphone: +32 1\n# about hours\nhours: \"24/7\"\n" },
		{ "osm: node/1\n", "name", "A", "name: A\nosm: node/1\n" },
		{ "name: A", "osm", "node/1", "name: A\nosm: node/1" },
		{ "name: A\r\n", "osm", "node/1", "name: A\r\nosm: node/1\r\n" },
		{ "name: A\nclosures:\n  - from: 2026-01-01\n    reason: x\n", "osm", "node/1",
		  "name: A\nclosures:\n  - from: 2026-01-01\n    reason: x\nosm: node/1\n" },
		{ "name: A\nsummary: |\n  b\n  c\n\nosm: node/1\n", "phone", "+32 1",
		  "name: A\nsummary: |\n  b\n  c\nphone: +32 1\n\nosm: node/1\n" },
		/* taken away */
		{ "name: A\nphone: 1\nosm: node/1\n", "phone", "", "name: A\nosm: node/1\n" },
		{ "name: A\nphone: 1 # work\nosm: node/1\n", "phone", "",
		  "name: A\n# work\nosm: node/1\n" },
		{ "name: A\npayment:\n  - cash\n  - visa\n", "payment", "", "name: A\n" },
		{ "address: {street: A, city: B}\n", "address.city", "", "address: {street: A}\n" },
		{ "address: {street: A, city: B}\n", "address.street", "", "address: {city: B}\n" },
		{ "name: A\naddress: {city: B}\n", "address.city", "", "name: A\n" },
		{ "address:\n  street: A\n  city: B\n", "address.street", "",
		  "address:\n  city: B\n" },
		{ "{name: A, phone: 1, osm: node/1}\n", "phone", "", "{name: A, osm: node/1}\n" },
		{ "name: A\n", "phone", "", "name: A\n" },
		/* refused: more would change */
		{ "payment:\n  - cash # x\n  - visa\n", "payment", "cash", NULL },
		{ "payment: [cash, # x\n  visa]\n", "payment", "cash", NULL },
		{ "payment:\n  - cash # x\n", "payment", "", NULL },
		{ "name: |\n  A\n", "name", "B", NULL },
		{ "address: somewhere\n", "address.street", "A", NULL },
		{ "name: [\n", "phone", "1", NULL },
		{ "name: A\n", "photos", "x", NULL },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		const struct compose_field edit = { str(cases[i].path), str(cases[i].value) };
		char *after = edited(cases[i].card, "merchants/a.yml", &edit, 1);

		if (!cases[i].after && after)
			fail_msg("%s is not refused: %s", cases[i].card, after);
		if (cases[i].after && (!after || strcmp(after, cases[i].after) != 0))
			fail_msg("%s\nbecomes %s\nnot %s", cases[i].card, after ? after : "nothing",
			         cases[i].after);
		free(after);
	}
}

static void
the_text_below_and_the_mark_above_stay(void **state)
{
	const struct compose_field edits[] = { { STR("phone"), STR("+32 65 1") },
		                               { STR("address.city"), STR("Dour") },
		                               { STR("founded"), STR("") } };
	char *after =
		edited("\xef\xbb\xbf---\r\nname: A\r\nfounded: 1900\r\n---\r\nname: not a field\n",
	               "merchants/a.md", edits, 3);

	(void)state;
	assert_string_equal(after, "\xef\xbb\xbf---\r\nname: A\r\naddress: {city: Dour}\r\n"
	                           "phone: +32 65 1\r\n---\r\nname: not a field\n");
	free(after);
}

static void
fields_are_read_by_their_paths(void **state)
{
	struct arena *arena = arena_new();
	struct edit_fields fields;

	(void)state;
	assert_int_equal(edit_read(&fields, arena,
	                           STR("---\nname: {nl: B, fr: A}\ncategory: bakery\nstrange: 1\n"
	                               "address:\n  street: A 1\n  city: ~\npayment: [cash, visa]\n"
	                               "hours: {mo: 9-12}\nsocial: {facebook: x}\n---\ntext\n"),
	                           "merchants/a.md", KIND_MERCHANT, LANG_FR, &limits),
	                 0);
	assert_str(edit_get(&fields, STR("name")), "fr: A\nnl: B\n");
	assert_str(edit_get(&fields, STR("category")), "bakery");
	assert_str(edit_get(&fields, STR("address.street")), "A 1");
	assert_str(edit_get(&fields, STR("address.city")), "");
	assert_str(edit_get(&fields, STR("payment")), "cash\nvisa");
	assert_str(edit_get(&fields, STR("hours")), "{mo: 9-12}");
	assert_str(edit_get(&fields, STR("social.facebook")), "x");
	assert_str(edit_get(&fields, STR("strange")), "");
	assert_int_equal(edit_read(&fields, arena, STR("no front matter"), "merchants/a.md",
	                           KIND_MERCHANT, LANG_FR, &limits),
	                 -1);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_is_changed_added_or_taken_away_and_nothing_else),
		cmocka_unit_test(the_text_below_and_the_mark_above_stay),
		cmocka_unit_test(fields_are_read_by_their_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
