/* What `quartier new` and `init` make of a name, and the text of a new card. */
#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "command/given_name.h"
#include "command/new_card.h"
#include "command/today.h"

#include <stdio.h>
#include <string.h>

static void
a_name_is_one_line_without_white_space_around_it(void **state)
{
	static const struct {
		const char *given, *name; /* NULL: refused */
	} cases[] = {
		{ "Boulangerie Dumont", "Boulangerie Dumont" },
		{ " \t Chez\n\nÉlise\r\n", "Chez Élise" },
		{ "a\xc2\xa0\xe2\x80\xa8z", "a z" }, /* no-break space, line separator */
		{ "a\x01\x1b[31mb", "a [31mb" },     /* a terminal is told nothing */
		{ "a\xef\xbf\xbfz", "az" },          /* a noncharacter */
		{ "E\xcc\x81lise", "\xc3\x89lise" }, /* composed */
		{ "", NULL },
		{ " \n\t", NULL },
		{ "caf\xe9", NULL },
	};
	struct arena *arena = arena_new();
	struct str name;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(given_name(arena, cases[i].given, &name), cases[i].name != NULL);
		if (cases[i].name && !str_is(name, cases[i].name))
			fail_msg("%s: \"%.*s\"", cases[i].given, STR_ARG(name));
	}
	arena_free(arena);
}

static void
a_saturday_is_that_day_or_comes_after_it(void **state)
{
	static const struct {
		int day, days, want;
	} november[] = {
		{ 21, 0, 21 }, /* 2026-11-21 is one */
		{ 21, 1, 28 },
		{ 22, 0, 28 },
		{ 14, 7, 21 },
	};

	(void)state;
	for (size_t i = 0; i < countof(november); i++)
		assert_int_equal(today_saturday(date_from_civil(2026, 11, november[i].day),
		                                november[i].days),
		                 date_from_civil(2026, 11, november[i].want));
}

/* How often a line that begins with `prefix` comes. */
static size_t
lines_of(struct str text, const char *prefix)
{
	size_t count = 0;
	struct str line;

	while (text.len > 0 && str_split(&text, '\n', &line))
		count += str_starts(line, prefix) ? 1 : 0;
	return count;
}

static void
a_new_card_has_every_field_once_given_or_in_a_comment(void **state)
{
	const struct compose_field fields[] = {
		{ STR("name"), STR("Y: z") },
		{ STR("address.street"), STR("Rue Haute 1") },
		{ STR("category"), STR("other") },
	};
	const struct schema *schema = schema_kind(KIND_MERCHANT)->schema;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const struct new_card card = { .kind = KIND_MERCHANT,
			                       .lang = (enum lang)lang,
			                       .fields = fields,
			                       .len = countof(fields),
			                       .given = 2 };
		struct buf text = { 0 };

		new_card_write(&text, &card);
		for (size_t i = 0; i < schema->len; i++) {
			char given[64], open[64];

			snprintf(given, sizeof given, "%s: ", schema->fields[i].key);
			snprintf(open, sizeof open, "# %s: ", schema->fields[i].key);
			assert_int_equal(lines_of(buf_str(&text), given) +
			                         lines_of(buf_str(&text), open),
			                 1);
		}
		assert_int_equal(lines_of(buf_str(&text), "name: \"Y: z\""), 1);
		assert_int_equal(lines_of(buf_str(&text), "address: {street: Rue Haute 1}"), 1);
		/* What nobody has said is marked. */
		assert_int_equal(lines_of(buf_str(&text), "category: other    # "), 1);
		assert_int_equal(lines_of(buf_str(&text), "---"), 2);
		buf_release(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_one_line_without_white_space_around_it),
		cmocka_unit_test(a_saturday_is_that_day_or_comes_after_it),
		cmocka_unit_test(a_new_card_has_every_field_once_given_or_in_a_comment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
