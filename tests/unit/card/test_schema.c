#include "card/schema.h"

#include "../check.h"
#include "card/cards.h"

static const struct schema *const all[] = {
	&schema_config,    &schema_merchant,     &schema_offer,       &schema_event,
	&schema_news,      &schema_page,         &schema_place,       &schema_route,
	&schema_address,   &schema_photo,        &schema_closure,     &schema_product,
	&schema_publisher, &schema_own_category, &schema_own_holiday,
};

/* Calls `check` for every field of every table, those that are nested nowhere else too. */
static void
each(const struct schema *schema,
     void (*check)(const struct schema *schema, const struct field *field))
{
	for (size_t i = 0; i < schema->len; i++) {
		check(schema, &schema->fields[i]);
		if (schema->fields[i].nested)
			each(schema->fields[i].nested, check);
	}
}

static void
has_texts(const struct schema *schema, const struct field *field)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		if (!field->label[lang] || !*field->label[lang])
			fail_msg("%s.%s has no label in %s", schema->name, field->key,
			         lang_code((enum lang)lang));
		if (!field->help[lang] || strlen(field->help[lang]) < 10 ||
		    !strpbrk(field->help[lang], ".?"))
			fail_msg("%s.%s has no help in %s", schema->name, field->key,
			         lang_code((enum lang)lang));
	}
	assert_non_null(field->example);
	assert_non_null(schema_type_name(field->type));
}

static void
every_field_has_a_label_a_help_and_an_example(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(all); i++)
		each(all[i], has_texts);
}

static void
keys_are_sorted_and_ranks_are_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(all); i++) {
		assert_in_range(all[i]->len, 1, 64);
		for (size_t f = 0; f < all[i]->len; f++) {
			const struct field *field = &all[i]->fields[f];

			if (f > 0 && strcmp(field[-1].key, field->key) >= 0)
				fail_msg("%s: %s does not come before %s", all[i]->name,
				         field[-1].key, field->key);
			assert_ptr_equal(schema_find(all[i], str(field->key)), field);
			assert_non_null(schema_ranked(all[i], f));
		}
		assert_null(schema_find(all[i], STR("")));
		assert_null(schema_find(all[i], STR("zzz")));
	}
}

static void
fits(const struct schema *schema, const struct field *field)
{
	size_t outer =
		schema->size ? schema->size : sizeof(struct config) + sizeof(struct merchant);

	assert_true(field->offset < outer);
	assert_true(field->beside < outer);
	if (field->type == AS_CHOICE || field->type == AS_COUNTRY)
		assert_non_null(field->choices);
	if (field->type == AS_MAP || field->type == AS_ITEMS || field->type == AS_NAMED ||
	    field->type == AS_PHOTO || field->type == AS_PHOTOS)
		assert_non_null(field->nested);
	if (field->type == AS_ITEMS || field->type == AS_NAMED || field->type == AS_LANGUAGES ||
	    field->type == AS_BOUNDS || field->type == AS_TERM)
		assert_true(field->beside > 0);
	if (field->type == AS_INT)
		assert_true(field->min <= field->max && field->max > 0);
	if (field->flags & FIELD_FLAT)
		assert_int_equal(field->nested->size, 0);
}

static void
members_lie_inside_their_structs(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(all); i++)
		each(all[i], fits);
}

static void
every_kind_has_its_folder_and_its_list(void **state)
{
	(void)state;
	assert_int_equal(schema_kind_count(), KIND_COUNT);
	for (int k = 0; k < KIND_COUNT; k++) {
		const struct schema_kind *kind = schema_kind((enum kind)k);
		size_t count;

		assert_non_null(schema_fields((enum kind)k, &count));
		assert_int_equal(schema_kind_of_name(str(kind->name)), k);
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			assert_non_null(kind->label[lang]);
			assert_non_null(kind->help[lang]);
		}
		if (k == KIND_CONFIG)
			continue;
		assert_int_equal(schema_kind_of_folder(str(kind->folder)), k);
		assert_true(kind->list < sizeof(struct cards) &&
		            kind->count < sizeof(struct cards));
		assert_non_null(schema_find(kind->schema, STR("draft")));
	}
	assert_int_equal(schema_kind_of_folder(STR("shops")), KIND_COUNT);
	assert_int_equal(schema_kind_of_folder(STR("")), KIND_COUNT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_has_a_label_a_help_and_an_example),
		cmocka_unit_test(keys_are_sorted_and_ranks_are_whole),
		cmocka_unit_test(members_lie_inside_their_structs),
		cmocka_unit_test(every_kind_has_its_folder_and_its_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
