#include "../check.h"

#include "theme/theme.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/value.h"
#include "card/card.h"
#include "source/source.h"
#include "theme/mustache.h"
#include "theme/texts.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char printed[16 * 1024];

/* A folder with themes/ (installed) and content/, and what is loaded from them. */
struct fixture {
	char root[64];
	struct diag *diag;
	struct source *source;
	struct config config;
	struct theme theme;
};

static void
write_file(const struct fixture *f, const char *path, const char *text)
{
	char full[512];

	snprintf(full, sizeof full, "%s/%s", f->root, path);
	*strrchr(full, '/') = '\0';
	assert_int_equal(file_make_folders(full, 0755), 0);
	full[strlen(full)] = '/';
	assert_int_equal(file_replace(full, str(text), f->diag), 0);
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->root, "/tmp/quartier-theme-XXXXXX");
	assert_non_null(mkdtemp(f->root));
	f->diag = diag_new();
	f->config.languages[0] = LANG_FR;
	f->config.languages_len = 1;
	f->config.theme_at = (struct pos){ "quartier.yml", 4, 8 };
	f->config.accent = STR("#123456");
	write_file(f, "themes/plain/theme.yml", "name: plain\nversion: \"1.0\"\nquartier: 1\n");
	write_file(f, "themes/plain/templates/home.mustache", "{{>card}}!");
	write_file(f, "themes/plain/templates/card.mustache", "card");
	write_file(f, "themes/plain/assets/style.css", "a{}");
	write_file(f, "themes/plain/i18n/fr.yml", "open: Ouvert\nclosed: Fermé\n");
	write_file(f, "content/quartier.yml", "quartier: 1\n");
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	theme_free(&f->theme);
	source_free(f->source);
	diag_free(f->diag);
	assert_int_equal(file_remove_tree(AT_FDCWD, f->root), 0);
	free(f);
	return 0;
}

static int
load(struct fixture *f, const char *wanted, const char *override)
{
	char content[128], themes[128];
	struct theme_options options = { .override = override, .folder = themes };
	struct source_options where = { .path = content };

	snprintf(content, sizeof content, "%s/content", f->root);
	snprintf(themes, sizeof themes, "%s/themes", f->root);
	assert_int_equal(source_open(&f->source, &where, f->diag), SOURCE_OK);
	assert_int_equal(source_list(f->source, 0, f->diag), 0);
	f->config.theme = str(wanted);
	return theme_load(&f->theme, &options, &f->config, f->source, f->diag);
}

/* Everything reported, without the temporary folder's name. */
static const char *
reports(struct fixture *f)
{
	static char clean[sizeof printed];
	FILE *out = fmemopen(printed, sizeof printed, "w");
	char *to = clean;

	printed[0] = '\0';
	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	for (const char *p = printed; *p;) {
		if (strncmp(p, f->root, strlen(f->root)) == 0)
			p += strlen(f->root);
		else
			*to++ = *p++;
	}
	*to = '\0';
	return clean;
}

static void
expect_home(struct fixture *f, const char *want)
{
	const struct mustache *home = mustache_find(f->theme.templates, STR("home"));
	const struct value *nothing = &value_null;
	struct buf out = { 0 };

	assert_non_null(home);
	assert_int_equal(mustache_render(f->theme.templates, home, &out, &nothing, 1, f->diag), 0);
	assert_str(buf_str(&out), want);
	buf_release(&out);
}

static void
a_theme_is_found_by_its_name(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(load(f, "plain", NULL), 0);
	assert_string_equal(reports(f), "");
	assert_str(f->theme.name, "plain");
	assert_str(f->theme.version, "1.0");
	expect_home(f, "card!");
	assert_int_equal(f->theme.assets_len, 1);
	assert_str(f->theme.assets[0].name, "style.css");
	assert_str(texts_get(&f->theme, LANG_FR, "closed"), "Fermé");
}

static void
the_content_puts_single_files_and_texts_over_the_theme(void **state)
{
	struct fixture *f = *state;

	write_file(f, "content/theme/templates/card.mustache", "our card{{>extra}}");
	write_file(f, "content/theme/templates/extra.mustache", ", and more");
	write_file(f, "content/theme/assets/style.css", "b{}");
	write_file(f, "content/theme/i18n/fr.yml", "closed: Porte close\n");
	assert_int_equal(load(f, "plain", NULL), 0);
	assert_string_equal(reports(f), "");
	expect_home(f, "our card, and more!");
	assert_str(f->theme.assets[0].bytes, "b{}");
	assert_str(texts_get(&f->theme, LANG_FR, "open"), "Ouvert");
	assert_str(texts_get(&f->theme, LANG_FR, "closed"), "Porte close");
}

static void
a_path_names_a_theme_in_the_content(void **state)
{
	static const char *const paths[] = { "./mine", "mine/", "x/../mine", "mine" };

	for (size_t i = 0; i < countof(paths); i++) {
		struct fixture *f;

		if (i > 0) {
			tear_down(state);
			set_up(state);
		}
		f = *state;
		write_file(f, "content/mine/theme.yml", "name: mine\n");
		write_file(f, "content/mine/templates/home.mustache", "mine");
		write_file(f, "content/theme/templates/home.mustache", "over mine");
		assert_int_equal(load(f, paths[i], NULL), 0);
		assert_str(f->theme.name, "mine");
		expect_home(f, "over mine");
	}
}

static void
the_folder_theme_may_be_the_whole_theme(void **state)
{
	struct fixture *f = *state;

	write_file(f, "content/theme/theme.yml", "name: whole\n");
	write_file(f, "content/theme/templates/home.mustache", "whole");
	assert_int_equal(load(f, "theme/", NULL), 0);
	assert_string_equal(reports(f), "");
	expect_home(f, "whole");
}

static void
the_command_line_names_a_theme_or_a_folder(void **state)
{
	struct fixture *f = *state;
	char folder[128];

	write_file(f, "elsewhere/theme.yml", "name: elsewhere\n");
	write_file(f, "elsewhere/templates/home.mustache", "elsewhere");
	snprintf(folder, sizeof folder, "%s/elsewhere/", f->root);
	assert_int_equal(load(f, "no-such-theme", folder), 0);
	expect_home(f, "elsewhere");
}

static void
a_theme_that_does_not_exist_is_an_error_that_lists_those_which_do(void **state)
{
	static const struct {
		const char *wanted, *override, *want;
	} cases[] = {
		{ "plian", NULL,
		  "quartier.yml:4:8: error: there is no theme \"plian\"; accepted are the built-in ones "
		  "(other, plain) and a folder with a theme.yml [theme]\n  hint: did you mean \"plain\"?\n" },
		{ "../../etc", NULL,
		  "quartier.yml:4:8: error: there is no theme \"../../etc\"; accepted are the built-in "
		  "ones (other, plain) and a folder with a theme.yml [theme]\n" },
		{ "/etc", NULL,
		  "quartier.yml:4:8: error: there is no theme \"/etc\"; accepted are the built-in ones "
		  "(other, plain) and a folder with a theme.yml [theme]\n" },
		{ "plain", "nowhere/",
		  "quartier: error: there is no theme \"nowhere/\"; accepted are the built-in ones "
		  "(other, plain) and a folder with a theme.yml [theme]\n" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture *f;

		if (i > 0) {
			tear_down(state);
			set_up(state);
		}
		f = *state;
		write_file(f, "themes/other/theme.yml", "name: other\n");
		assert_int_equal(load(f, cases[i].wanted, cases[i].override), -1);
		assert_string_equal(reports(f), cases[i].want);
	}
}

static void
what_is_wrong_in_a_theme_is_reported_with_its_file(void **state)
{
	static const struct {
		const char *file, *text;
		int rc;
		const char *want;
	} cases[] = {
		{ "themes/plain/theme.yml", "verson: 1\n", -1,
		  "/themes/plain/theme.yml:1:1: error: name: the theme's name is missing [required]\n"
		  "/themes/plain/theme.yml:1:1: warning: \"verson\" is not a known field; it is ignored [unknown-key]\n"
		  "  hint: did you mean \"version\"?\n" },
		{ "themes/plain/theme.yml", "name: x\nquartier: 2\n", -1,
		  "/themes/plain/theme.yml:2:11: error: this theme is made for quartier's format 2; this quartier knows "
		  "format 1 [theme]\n" },
		{ "themes/plain/templates/home.mustache", "\n{{>crad}}", -1,
		  "/themes/plain/templates/home.mustache:2:1: error: there is no template \"crad\" [partial]\n"
		  "  hint: did you mean \"card\"?\n" },
		{ "themes/plain/templates/caf\xc3\xa9.mustache", "", -1,
		  "/themes/plain/templates/caf\xc3\xa9.mustache: error: \"caf\xc3\xa9\" is not a name for a template; "
		  "letters without accents, digits, - and _ are accepted [template]\n" },
		{ "content/theme/templates/home.mustache", "{{#x}}", -1,
		  "theme/templates/home.mustache:1:1: error: \"#x\" is never closed [template]\n  hint: write {{/x}}\n" },
		{ "content/theme/template/home.mustache", "", 0,
		  "theme/template/home.mustache: warning: this file is not used; accepted are map.yml, "
		  "templates/NAME.mustache, assets/… and i18n/LANG.yml [theme]\n" },
		{ "content/theme/i18n/es.yml", "a: b\n", 0,
		  "theme/i18n/es.yml: warning: this file is not used: its name is not a language of guides [theme]\n"
		  "  hint: accepted are fr, nl, de and en\n" },
		{ "content/theme/README.md", "", 0, "" },
		{ "themes/plain/templates/drawings/fish.mustache", "{{>card}}", 0, "" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture *f;

		if (i > 0) {
			tear_down(state);
			set_up(state);
		}
		f = *state;
		write_file(f, cases[i].file, cases[i].text);
		assert_int_equal(load(f, "plain", NULL), cases[i].rc);
		assert_string_equal(reports(f), cases[i].want);
	}
}

static void
no_link_leads_out_of_a_theme(void **state)
{
	struct fixture *f = *state;
	char from[128], to[128];

	write_file(f, "secret", "secret");
	write_file(f, "themes/plain/assets/a.txt", "a");
	snprintf(from, sizeof from, "%s/secret", f->root);
	snprintf(to, sizeof to, "%s/themes/plain/templates/leak.mustache", f->root);
	assert_int_equal(symlink(from, to), 0);
	load(f, "plain", NULL);
	assert_null(mustache_find(f->theme.templates, STR("leak")));
	assert_non_null(strstr(reports(f), "leak.mustache"));
}

static void
a_file_that_is_too_large_is_refused(void **state)
{
	struct fixture *f = *state;
	char *text = malloc(MUSTACHE_SOURCE + 2);

	memset(text, 'x', MUSTACHE_SOURCE + 1);
	text[MUSTACHE_SOURCE + 1] = '\0';
	write_file(f, "content/theme/templates/home.mustache", text);
	free(text);
	assert_int_equal(load(f, "plain", NULL), -1);
	assert_non_null(strstr(reports(f), "theme/templates/home.mustache: error: "));
}

#define with_fixture(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		with_fixture(a_theme_is_found_by_its_name),
		with_fixture(the_content_puts_single_files_and_texts_over_the_theme),
		with_fixture(a_path_names_a_theme_in_the_content),
		with_fixture(the_folder_theme_may_be_the_whole_theme),
		with_fixture(the_command_line_names_a_theme_or_a_folder),
		with_fixture(a_theme_that_does_not_exist_is_an_error_that_lists_those_which_do),
		with_fixture(what_is_wrong_in_a_theme_is_reported_with_its_file),
		with_fixture(no_link_leads_out_of_a_theme),
		with_fixture(a_file_that_is_too_large_is_refused),
	};

	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
