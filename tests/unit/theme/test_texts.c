#include "../check.h"

#include "theme/texts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/value.h"
#include "theme/theme.h"

#include <stdio.h>

static char printed[16 * 1024];

static const char french[] =
	"close: Fermer\nno: Non\nwelcome: \"Bienvenue à {place} et à {place}, {who} !\"\n"
	"merchants: {one: \"{n} commerce\", other: \"{n} commerces\"}\n"
	"offers: {zero: aucun bon plan, one: un bon plan, other: \"{n} bons plans\"}\n";
static const char dutch[] =
	"close: Sluiten\nmerchants: {one: \"{n} winkel\", other: \"{n} winkels\"}\n";

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct texts_catalogue catalogues[LANG_COUNT];
	struct theme theme;
};

static void
set_up(struct fixture *f)
{
	*f = (struct fixture){ .arena = arena_new(), .diag = diag_new() };
	f->theme.name = STR("test");
}

static void
tear_down(struct fixture *f)
{
	diag_free(f->diag);
	arena_free(f->arena);
}

static const char *
reports(struct fixture *f)
{
	FILE *out = fmemopen(printed, sizeof printed, "w");

	printed[0] = '\0';
	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	return printed;
}

static int
read_yaml(struct fixture *f, enum lang lang, const char *file, const char *yaml)
{
	int rc = texts_read(&f->catalogues[lang], f->arena, str(yaml), file,
	                    strncmp(file, "theme/", 6) == 0, f->diag);

	f->theme.texts[lang] = f->catalogues[lang].map;
	return rc;
}

static void
complete(struct fixture *f, const enum lang *languages, size_t count)
{
	texts_complete(f->catalogues, f->arena, languages, count, f->diag);
	for (size_t i = 0; i < LANG_COUNT; i++)
		f->theme.texts[i] = f->catalogues[i].map;
}

static void
texts_are_found_by_language_and_key(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f);
	assert_int_equal(read_yaml(&f, LANG_FR, "fr.yml", french), 0);
	assert_int_equal(read_yaml(&f, LANG_NL, "nl.yml", dutch), 0);
	assert_str(texts_get(&f.theme, LANG_FR, "close"), "Fermer");
	assert_str(texts_get(&f.theme, LANG_NL, "close"), "Sluiten");
	assert_str(texts_get(&f.theme, LANG_FR, "no"), "Non");
	assert_str(texts_get(&f.theme, LANG_FR, "merchants"), "{n} commerces");
	assert_str(texts_get(&f.theme, LANG_FR, "missing"), "missing");
	assert_str(texts_get(&f.theme, LANG_DE, "close"), "close");
	tear_down(&f);
}

static void
the_number_chooses_the_form_by_the_rules_of_the_language(void **state)
{
	static const struct {
		enum lang lang;
		const char *key;
		int64_t count;
		const char *want;
	} cases[] = {
		{ LANG_FR, "merchants", 0, "0 commerce" },
		{ LANG_FR, "merchants", 1, "1 commerce" },
		{ LANG_FR, "merchants", 2, "2 commerces" },
		{ LANG_NL, "merchants", 0, "0 winkels" },
		{ LANG_NL, "merchants", 1, "1 winkel" },
		{ LANG_NL, "merchants", 36, "36 winkels" },
		{ LANG_FR, "offers", 0, "aucun bon plan" },
		{ LANG_FR, "offers", 1, "un bon plan" },
		{ LANG_FR, "merchants", 12500, "12\u202f500 commerces" },
		{ LANG_NL, "merchants", 1234567, "1.234.567 winkels" },
		{ LANG_FR, "merchants", 9999, "9999 commerces" },
		{ LANG_FR, "close", 3, "Fermer" },
		{ LANG_DE, "merchants", 3, "merchants" },
	};
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	read_yaml(&f, LANG_NL, "nl.yml", dutch);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(texts_plural(&f.theme, cases[i].lang, cases[i].key, cases[i].count,
		                        f.arena),
		           cases[i].want);
	tear_down(&f);
}

static void
placeholders_are_filled_in_by_name(void **state)
{
	static const struct texts_arg args[] = { { "place", { "Dour", 4 } },
		                                 { "who", { "{place}", 7 } } };
	static const struct {
		const char *pattern, *want;
	} cases[] = {
		{ "{place}", "Dour" },
		{ "à {place}, {place}.", "à Dour, Dour." },
		{ "{who}", "{place}" },
		{ "{other} {place}", "{other} Dour" },
		{ "{", "{" },
		{ "{place", "{place" },
		{ "}{", "}{" },
		{ "{{place}}", "{Dour}" },
		{ "", "" },
	};
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(texts_format(f.arena, str(cases[i].pattern), args, countof(args)),
		           cases[i].want);
	assert_str(texts_fill(&f.theme, LANG_FR, "welcome", args, countof(args), f.arena),
	           "Bienvenue à Dour et à Dour, {place} !");
	tear_down(&f);
}

static void
numbers_are_grouped_as_the_language_does(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_str(texts_number(arena, LANG_EN, 10000), "10,000");
	assert_str(texts_number(arena, LANG_DE, -1234567), "-1.234.567");
	assert_str(texts_number(arena, LANG_EN, -9999), "-9999");
	assert_str(texts_number(arena, LANG_EN, INT64_MIN), "-9,223,372,036,854,775,808");
	arena_free(arena);
}

static void
a_later_file_replaces_single_texts(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	assert_int_equal(
		read_yaml(&f, LANG_FR, "theme/i18n/fr.yml", "close: Refermer\nnew: Neuf\n"), 0);
	assert_str(texts_get(&f.theme, LANG_FR, "close"), "Refermer");
	assert_str(texts_get(&f.theme, LANG_FR, "no"), "Non");
	assert_str(texts_get(&f.theme, LANG_FR, "new"), "Neuf");
	tear_down(&f);
}

static void
a_text_of_the_content_that_replaces_nothing_is_a_warning(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	read_yaml(&f, LANG_NL, "nl.yml", dutch);
	read_yaml(&f, LANG_NL, "theme/i18n/nl.yml", "close: Dicht\nno: Nee\nclsoe: Dicht\n");
	read_yaml(&f, LANG_DE, "theme/i18n/de.yml", "close: Zu\n");
	texts_check_added(f.catalogues, f.arena, f.diag);
	assert_string_equal(
		reports(&f),
		"theme/i18n/nl.yml:3:1: warning: the theme has no text \"clsoe\" to replace "
		"[theme-text]\n  hint: did you mean \"close\"?\n");
	tear_down(&f);
}

static void
what_a_language_lacks_comes_from_the_first_one_with_a_note(void **state)
{
	static const enum lang languages[] = { LANG_FR, LANG_NL, LANG_DE };
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	read_yaml(&f, LANG_NL, "nl.yml", dutch);
	read_yaml(&f, LANG_EN, "en.yml", "close: Close\nonly: Only\n");
	complete(&f, languages, countof(languages));
	assert_str(texts_get(&f.theme, LANG_NL, "close"), "Sluiten");
	assert_str(texts_get(&f.theme, LANG_NL, "no"), "Non");
	assert_str(texts_get(&f.theme, LANG_DE, "close"), "Fermer");
	assert_str(texts_get(&f.theme, LANG_FR, "only"), "Only");
	assert_string_equal(
		reports(&f),
		"quartier: note: the theme has no i18n/de.yml; its texts are taken from another language (fr first) "
		"[theme-text]\n"
		"fr.yml: note: texts that are missing here are taken from another language (fr first): only "
		"[theme-text]\n"
		"nl.yml: note: texts that are missing here are taken from another language (fr first): no, "
		"welcome, offers, only [theme-text]\n");
	tear_down(&f);
}

static void
what_is_wrong_is_reported_where_it_stands(void **state)
{
	static const struct {
		const char *yaml, *want;
	} cases[] = {
		{ "a: [1]",
		  "fr.yml:1:4: error: a must be a text, or a map of the forms one and other, not a list "
		  "[theme-text]\n" },
		{ "x: y\n- z", NULL },
		{ "- a",
		  "fr.yml:1:1: error: texts are expected here, each on a line: \"key: text\" [theme-text]\n" },
		{ "a: {one: x}",
		  "fr.yml:1:1: error: a needs the forms one and other [theme-text]\n" },
		{ "a: {one: x, many: y}",
		  "fr.yml:1:13: error: \"many\" is not a plural form; zero, one and other are accepted, each with a text "
		  "[theme-text]\n" },
		{ "a.b: x",
		  "fr.yml:1:1: error: \"a.b\" is not a key; letters without accents, digits, - and _ are accepted "
		  "[theme-text]\n" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture f;

		set_up(&f);
		assert_int_equal(read_yaml(&f, LANG_FR, "fr.yml", cases[i].yaml), -1);
		if (cases[i].want)
			assert_string_equal(reports(&f), cases[i].want);
		tear_down(&f);
	}
}

static void
texts_that_the_program_needs_are_asked_for(void **state)
{
	static const char *const keys[] = { "close", "merchants", "gone" };
	struct fixture f;

	(void)state;
	set_up(&f);
	read_yaml(&f, LANG_FR, "fr.yml", french);
	assert_int_equal(texts_require(&f.theme, keys, 2, f.diag), 0);
	assert_int_equal(texts_require(&f.theme, keys, 3, f.diag), -1);
	assert_string_equal(
		reports(&f),
		"quartier: error: the theme \"test\" has no text \"gone\" in its i18n files [theme-text]\n");
	tear_down(&f);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_found_by_language_and_key),
		cmocka_unit_test(the_number_chooses_the_form_by_the_rules_of_the_language),
		cmocka_unit_test(placeholders_are_filled_in_by_name),
		cmocka_unit_test(numbers_are_grouped_as_the_language_does),
		cmocka_unit_test(a_later_file_replaces_single_texts),
		cmocka_unit_test(a_text_of_the_content_that_replaces_nothing_is_a_warning),
		cmocka_unit_test(what_a_language_lacks_comes_from_the_first_one_with_a_note),
		cmocka_unit_test(what_is_wrong_is_reported_where_it_stands),
		cmocka_unit_test(texts_that_the_program_needs_are_asked_for),
	};

	return cmocka_run_group_tests_name("texts", tests, NULL, NULL);
}
