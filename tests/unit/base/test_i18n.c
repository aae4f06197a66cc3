/* i18n: catalogues, whole and damaged. */
#include "../check.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

struct message {
	struct str text, translation;
};

static const struct message messages[] = {
	{ STR(""), STR("Plural-Forms: nplurals=2; plural=(n > 1);\n") },
	{ STR("%zu page\0%zu pages"), STR("%zu feuille\0%zu feuilles") },
	{ STR("bread"), STR("pain") },
	{ STR("one form\0many forms"), STR("une seule") },
	{ STR("wine"), STR("") },
};
enum { MESSAGES = countof(messages), HEADER = 28 };

static void
add_word(struct buf *out, size_t word)
{
	for (int shift = 0; shift < 32; shift += 8)
		buf_addc(out, (char)(word >> shift & 255));
}

/* The catalogue of `messages`, laid out as msgfmt does. */
static void
add_catalogue(struct buf *out)
{
	size_t place = HEADER + 2 * MESSAGES * 8;

	add_word(out, 0x950412deU);
	add_word(out, 0);
	add_word(out, MESSAGES);
	add_word(out, HEADER);
	add_word(out, HEADER + MESSAGES * 8);
	add_word(out, 0);
	add_word(out, 0);
	for (size_t table = 0; table < 2; table++)
		for (size_t i = 0; i < MESSAGES; i++) {
			size_t len = table ? messages[i].translation.len : messages[i].text.len;

			add_word(out, len);
			add_word(out, place);
			place += len + 1;
		}
	for (size_t table = 0; table < 2; table++)
		for (size_t i = 0; i < MESSAGES; i++) {
			buf_add(out, table ? messages[i].translation : messages[i].text);
			buf_addc(out, 0);
		}
}

struct fixture {
	char folder[64];
	struct buf bytes;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/quartier-test-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	add_catalogue(&f->bytes);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	i18n_start("en", f->folder);
	file_remove_tree(AT_FDCWD, f->folder);
	buf_release(&f->bytes);
	free(f);
	return 0;
}

/* Starts French with this as its catalogue. */
static void
start_with(const struct fixture *f, struct str bytes)
{
	char path[256];

	snprintf(path, sizeof path, "%s/fr/LC_MESSAGES", f->folder);
	assert_int_equal(file_make_folders(path, 0755), 0);
	strcat(path, "/quartier.mo");
	assert_int_equal(file_replace(path, bytes, NULL), 0);
	assert_string_equal(i18n_start("fr", f->folder), "fr");
}

static void
a_text_is_translated_under_every_locale(void **state)
{
	static const char *const locales[] = { "C", "C.UTF-8", "POSIX", "fr_BE.UTF-8", "xx_YY" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(locales); i++) {
		setenv("LC_ALL", locales[i], 1);
		start_with(f, buf_str(&f->bytes));
		assert_string_equal(_("bread"), "pain");
	}
	assert_string_equal(_("butter"), "butter");
	assert_string_equal(_("wine"), "wine");
	assert_string_equal(_(""), "");
	i18n_start("en", f->folder);
	assert_string_equal(_("bread"), "bread");
}

static void
a_number_takes_the_form_of_the_language(void **state)
{
	struct fixture *f = *state;

	start_with(f, buf_str(&f->bytes));
	assert_string_equal(ngettext("%zu page", "%zu pages", 0), "%zu feuille");
	assert_string_equal(ngettext("%zu page", "%zu pages", 1), "%zu feuille");
	assert_string_equal(ngettext("%zu page", "%zu pages", 2), "%zu feuilles");
	assert_string_equal(ngettext("one form", "many forms", 2), "une seule");
	assert_string_equal(ngettext("a shop", "shops", 0), "shops");
	assert_string_equal(ngettext("a shop", "shops", 1), "a shop");
	i18n_start("en", f->folder);
	assert_string_equal(ngettext("%zu page", "%zu pages", 0), "%zu pages");
}

static void
a_damaged_catalogue_is_never_read_beyond_its_end(void **state)
{
	struct fixture *f = *state;
	struct buf damaged = { 0 };

	for (size_t len = 0; len < f->bytes.len; len++) {
		start_with(f, str_sub(buf_str(&f->bytes), 0, len));
		assert_string_equal(_("bread"), "bread");
	}
	for (size_t at = 0; at < HEADER + 2 * MESSAGES * 8; at++) {
		buf_clear(&damaged);
		buf_add(&damaged, buf_str(&f->bytes));
		damaged.ptr[at] = (char)0xff;
		start_with(f, buf_str(&damaged));
		i18n_text("bread");
		i18n_plural("%zu page", "%zu pages", 0);
		i18n_plural("one form", "many forms", 2);
	}
	buf_release(&damaged);
}

static void
the_environment_chooses_when_nothing_is_asked_for(void **state)
{
	static const struct {
		const char *all, *messages, *lang, *want;
	} cases[] = {
		{ "fr_BE.UTF-8", "", "de_DE", "fr" },
		{ "", "nl_BE", "fr_BE", "nl" },
		{ "", "", "de", "de" },
		{ "C", "", "fr_BE", "en" },
		{ "", "", "it_IT", "en" },
		{ "", "", "", "en" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		setenv("LC_ALL", cases[i].all, 1);
		setenv("LC_MESSAGES", cases[i].messages, 1);
		setenv("LANG", cases[i].lang, 1);
		assert_string_equal(i18n_start(NULL, f->folder), cases[i].want);
	}
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(a_text_is_translated_under_every_locale),
		CASE(a_number_takes_the_form_of_the_language),
		CASE(a_damaged_catalogue_is_never_read_beyond_its_end),
		CASE(the_environment_chooses_when_nothing_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
