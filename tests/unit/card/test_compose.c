/* compose: what is written reads back the same. */
#include "card/compose.h"

#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/reader.h"
#include "card/yaml.h"
#include "reports.h"

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct config config;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	f->diag = diag_new();
	reader_config_defaults(&f->config, "quartier.yml");
	f->config.languages[0] = LANG_FR;
	f->config.languages[1] = LANG_NL;
	f->config.languages_len = 2;
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	free(f);
	return 0;
}

static struct str
card_of(struct fixture *f, const struct compose_field *fields, size_t len, const char *body)
{
	struct buf out = { 0 };
	struct str text;

	compose_card(&out, KIND_MERCHANT, fields, len, str(body));
	text = arena_str(f->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
a_card_is_in_the_schemas_order_with_quotes_where_they_are_needed(void **state)
{
	const struct compose_field fields[] = {
		{ STR("osm"), STR("node/12") },
		{ STR("founded"), STR("1962") },
		{ STR("hours"), STR("Mo-Fr 09:00-18:00; \"sur rendez-vous\"") },
		{ STR("social.instagram"), STR("dumont") },
		{ STR("social.facebook"), STR("https://www.facebook.com/x/y") },
		{ STR("accessibility.hearing-loop"), STR("no") },
		{ STR("accessibility.wheelchair"), STR("yes") },
		{ STR("payment"), STR("cash\nvisa") },
		{ STR("keywords"), STR("pain, gâteaux") },
		{ STR("email"), STR("") },
		{ STR("phone"), STR("+32 65 12 34 56") },
		{ STR("address.city"), STR("fr: Bruxelles\nnl: Brussel\n") },
		{ STR("address.postcode"), STR("7370") },
		{ STR("address.street"), STR("Rue du Commerce 12") },
		{ STR("category"), STR("bakery\npastry") },
		{ STR("website"), STR("https://dumont.example/") },
		{ STR("name"), STR("Chez: Dumont") },
	};
	struct fixture *f = *state;

	assert_str(card_of(f, fields, countof(fields), "Du **pain**."),
	           "---\n"
	           "name: \"Chez: Dumont\"\n"
	           "category: [bakery, pastry]\n"
	           "address: {street: Rue du Commerce 12, postcode: \"7370\", "
	           "city: {fr: Bruxelles, nl: Brussel}}\n"
	           "phone: +32 65 12 34 56\n"
	           "website: https://dumont.example/\n"
	           "social: {facebook: \"https://www.facebook.com/x/y\", instagram: dumont}\n"
	           "hours: 'Mo-Fr 09:00-18:00; \"sur rendez-vous\"'\n"
	           "payment: [cash, visa]\n"
	           "accessibility: {wheelchair: yes, hearing-loop: no}\n"
	           "keywords: [\"pain, gâteaux\"]\n"
	           "founded: 1962\n"
	           "osm: node/12\n"
	           "---\n"
	           "Du **pain**.\n");
}

static const struct {
	const char *text;
} nasty[] = {
	{ "no" },
	{ "yes" },
	{ "Null" },
	{ "~" },
	{ "01210" },
	{ "1e3" },
	{ "0x1F" },
	{ "12:30:45" },
	{ "2026-05-01" },
	{ "2026-05-01 10:00" },
	{ "+3265123456" },
	{ ".5" },
	{ "-" },
	{ "- a" },
	{ "---" },
	{ "..." },
	{ "? a" },
	{ ": a" },
	{ "a: b" },
	{ "a:" },
	{ "a:b" },
	{ "a # b" },
	{ "a#b" },
	{ "#a" },
	{ "'a'" },
	{ "a'b" },
	{ "\"a\"" },
	{ "a \"b\" c's" },
	{ "a\\b" },
	{ "back\\slash \"and\" quotes" },
	{ "[a]" },
	{ "{a: b}" },
	{ "a, b" },
	{ "a]b" },
	{ "!a" },
	{ "&a" },
	{ "*a" },
	{ "|" },
	{ ">" },
	{ "@a" },
	{ "`a`" },
	{ "%a" },
	{ "=" },
	{ "<<" },
	{ "a  b" },
	{ "Élise & fils « pain »" },
	{ "…" },
	{ "日本" },
	{ "🥖" },
	{ "\xc2\xa0x" },
	{ "a\xe2\x80\xa8z" },
	{ "a\xef\xbb\xbfz" },
	{ "/" },
	{ "(a)" },
	{ "fr: x" },
};

/* The value of a field in the tree of a card. */
static struct str
reread(struct fixture *f, struct str card, const char *path)
{
	const struct field *row = compose_row(KIND_MERCHANT, str(path));
	struct str top = compose_top(str(path)), rest = str_sub(str(path), top.len + 1, SIZE_MAX);
	struct str yaml = str_sub(card, 4, card.len - 4);
	const struct yaml_node *root = NULL, *node;

	assert_int_equal(
		yaml_parse(&root, f->arena, yaml, (struct pos){ "x.md", 2, 1 }, NULL, f->diag), 0);
	node = yaml_get(root, arena_cstr(f->arena, top));
	if (rest.len)
		node = yaml_get(node, arena_cstr(f->arena, rest));
	assert_non_null(node);
	return compose_read(f->arena, row, node, LANG_FR);
}

static void
whatever_a_text_holds_it_reads_back_the_same(void **state)
{
	static const char *const paths[] = { "name", "address.street", "social.facebook", "hours" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(nasty); i++)
		for (size_t p = 0; p < countof(paths); p++) {
			const struct compose_field field = { str(paths[p]), str(nasty[i].text) };
			struct str card = card_of(f, &field, 1, "");
			char *said;

			/* libyaml takes these for line ends, and our parser for spaces. */
			if (strstr(nasty[i].text, "\xe2\x80\xa8"))
				assert_true(str_find(card, '\\') < card.len);
			assert_str(reread(f, card, paths[p]), nasty[i].text);
			said = reports(f->diag);
			assert_string_equal(said, "");
			free(said);
		}
}

static void
lists_and_languages_read_back_the_same(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i + 1 < countof(nasty); i++) {
		const struct compose_field fields[] = {
			{ STR("keywords"),
			  arena_printf(f->arena, "%s\n%s", nasty[i].text, nasty[i + 1].text) },
			{ STR("name"), arena_printf(f->arena, "fr: %s\nnl: %s\n", nasty[i].text,
			                            nasty[i + 1].text) },
		};
		struct str card = card_of(f, fields, 2, "");

		assert_str(reread(f, card, "keywords"), fields[0].value.ptr);
		assert_str(reread(f, card, "name"), fields[1].value.ptr);
	}
}

static void
random_texts_are_read_by_the_reader_of_cards_as_they_were(void **state)
{
	static const char *const bits[] = { " ",  ":", "#",  "-",  "\"", "'",  "\\",   ",", "[",
		                            "]",  "{", "}",  "a",  "Z",  "0",  "9",    ".", "é",
		                            "…",  "&", "*",  "!",  "|",  ">",  "%",    "@", "`",
		                            "\t", "~", "no", "//", "=",  "日", "🥖", "+" };
	struct fixture *f = *state;
	uint32_t seed = 20261122;

	for (int round = 0; round < 3000; round++) {
		struct buf text = { 0 };
		struct merchant merchant = { 0 };
		struct compose_field fields[] = { { STR("category"), STR("bakery") },
			                          { STR("name"), { 0 } },
			                          { STR("address.street"), { 0 } } };
		struct reader reader = { .arena = f->arena,
			                 .scratch = f->arena,
			                 .diag = f->diag,
			                 .config = &f->config };
		struct str value, card;
		char *said;

		for (int n = 0; n < 9; n++) {
			seed = seed * 1664525 + 1013904223;
			buf_adds(&text, bits[(seed >> 16) % countof(bits)]);
		}
		value = str_trim(arena_str(f->arena, buf_str(&text)));
		buf_release(&text);
		if (value.len == 0)
			continue;
		fields[1].value = fields[2].value = value;
		card = card_of(f, fields, 3, "");
		reader_card(&reader, KIND_MERCHANT, &merchant, card, "x.md", LANG_FR);
		said = reports(f->diag);
		if (said[0])
			fail_msg("%s of %s", said, card.ptr);
		free(said);
		for (size_t i = 0; i < value.len; i++) /* cards keep a tab as a space */
			if (value.ptr[i] == '\t')
				((char *)(uintptr_t)value.ptr)[i] = ' ';
		assert_true(str_eq(merchant.name.in[LANG_FR], value));
		assert_true(str_eq(merchant.address.street.in[LANG_FR], value));
	}
}

static void
a_field_that_cannot_be_composed_has_no_row(void **state)
{
	static const struct {
		const char *path;
		bool has;
	} cases[] = {
		{ "name", true },         { "address.street", true },      { "address", false },
		{ "address.zip", false }, { "social.facebook", true },     { "social", false },
		{ "photos", false },      { "products", false },           { "nonsense", false },
		{ "hours.mo", false },    { "accessibility.notes", true },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(compose_row(KIND_MERCHANT, str(cases[i].path)) != NULL,
		                 cases[i].has);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_card_is_in_the_schemas_order_with_quotes_where_they_are_needed, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(whatever_a_text_holds_it_reads_back_the_same,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_and_languages_read_back_the_same, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(
			random_texts_are_read_by_the_reader_of_cards_as_they_were, set_up,
			tear_down),
		cmocka_unit_test(a_field_that_cannot_be_composed_has_no_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
