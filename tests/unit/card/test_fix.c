#include "card/fix.h"

#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "card/card.h"
#include "card/frontmatter.h"
#include "card/yaml.h"
#include "reports.h"
#include "source/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct limits limits = { .text_bytes = 1 << 20, .yaml_depth = 32, .yaml_nodes = 1000 };

struct fixture {
	char folder[64];
	struct arena *arena;
	struct diag *diag;
	struct fixes fixes;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/quartier-fix.XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->arena = arena_new();
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	assert_int_equal(file_remove_tree(AT_FDCWD, f->folder), 0);
	free(f);
	return 0;
}

/* Puts down, for every scalar that says `was`, that it should say `text`. */
static void
want(struct fixture *f, const struct yaml_node *node, struct str bytes, const char *file,
     const char *was, const char *text)
{
	if (node->kind == YAML_SCALAR && str_is(node->text, was))
		fix_add(&f->fixes, f->arena,
		        &(struct fix){ .at = { file, node->at.line, node->at.column },
		                       .field = str("hours"),
		                       .was = node->text,
		                       .text = str(text),
		                       .from = node->from,
		                       .to = node->to,
		                       .file_hash = hash_of(bytes) });
	for (node = node->first; node; node = node->next)
		want(f, node, bytes, file, was, text);
}

static void
find(struct fixture *f, const char *card, const char *file, const char *was, const char *text)
{
	struct str bytes = str(card), rest = bytes;
	struct frontmatter parts = { 0 };
	const struct yaml_node *root;

	f->fixes = (struct fixes){ 0 };
	assert_int_equal(yaml_text(&rest, file, f->diag), 0);
	parts.yaml = rest;
	if (str_ends(str(file), ".md"))
		assert_int_equal(frontmatter_split(&parts, rest, file, f->diag), 0);
	assert_int_equal(
		yaml_parse(&root, f->arena, parts.yaml, (struct pos){ file, 1, 1 }, NULL, f->diag),
		0);
	want(f, root, bytes, file, was, text);
	fix_sort(&f->fixes);
	assert_true(f->fixes.len > 0);
}

#define BOM "\xef\xbb\xbf"
#define OLD "Mon-Fri 9h-18h30"
#define NEW "Mo-Fr 09:00-18:30"

static void
only_the_value_changes(void **state)
{
	static const struct {
		const char *file, *before, *after;
	} cases[] = {
		{ "a.yml", "hours: " OLD "\n", "hours: " NEW "\n" },
		{ "a.yml", "hours: " OLD, "hours: " NEW }, /* no end of line */
		{ "a.yml", "hours:   '" OLD "'  # on the door\nname: É\n",
		  "hours:   '" NEW "'  # on the door\nname: É\n" },
		{ "a.yml", "name: 'Élise 🥖'\nhours: \"" OLD "\"\n",
		  "name: 'Élise 🥖'\nhours: \"" NEW "\"\n" },
		{ "a.yml", BOM "# à la une\r\nhours: " OLD "  # là\r\nname: x\r\n",
		  BOM "# à la une\r\nhours: " NEW "  # là\r\nname: x\r\n" },
		{ "a.md", BOM "\r\n---\r\nhours: " OLD "\r\n---\r\nhours: " OLD "\r\n",
		  BOM "\r\n---\r\nhours: " NEW "\r\n---\r\nhours: " OLD "\r\n" },
		{ "a.md", "---\n{name: x, hours: " OLD "}\n---\n\n",
		  "---\n{name: x, hours: " NEW "}\n---\n\n" },
		{ "a.md", "---\nhours: |-\n  " OLD "\n\n# why\nname: x\n---\nBody\n",
		  "---\nhours: \"" NEW "\"\n\n# why\nname: x\n---\nBody\n" },
		{ "a.md",
		  "---\r\nhours: >-   # as on the door\r\n  Mon-Fri\r\n  9h-18h30\r\nname: x\r\n---\r\n",
		  "---\r\nhours: \"" NEW "\" # as on the door\r\nname: x\r\n---\r\n" },
		{ "a.md", "---\nhours: Mon-Fri\n   9h-18h30 # long\nname: x\n---\n",
		  "---\nhours: " NEW " # long\nname: x\n---\n" },
		{ "a.md", "---\nhours: \"Mon-Fri\n   9h-18h30\"\nname: x\n---\n",
		  "---\nhours: \"" NEW "\"\nname: x\n---\n" },
		{ "a.md", "---\nhours:\n  " OLD "\nname: x\n---\n",
		  "---\nhours:\n  " NEW "\nname: x\n---\n" },
		{ "a.md", "---\nhours: [\"" OLD "\", '" OLD "',\n  " OLD "]\n---\n",
		  "---\nhours: [\"" NEW "\", '" NEW "',\n  " NEW "]\n---\n" },
		{ "a.md", "---\nhours:\n- " OLD "   # one\n-  " OLD "\n---\n",
		  "---\nhours:\n- " NEW "   # one\n-  " NEW "\n---\n" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = { 0 };

		find(f, cases[i].before, cases[i].file, OLD, NEW);
		buf_adds(&out, "before ");
		assert_int_equal(fix_text(&out, str(cases[i].before), cases[i].file, f->fixes.items,
		                          f->fixes.len, &limits),
		                 0);
		assert_str(str_sub(buf_str(&out), strlen("before "), out.len), cases[i].after);
		buf_release(&out);
	}
}

static void
a_value_gets_the_quotes_that_it_needs(void **state)
{
	static const struct {
		const char *before, *was, *text, *after;
	} cases[] = {
		{ "a: x\n", "x", "y z", "a: y z\n" },
		{ "a: x\n", "x", "y, z", "a: y, z\n" },
		{ "{a: x, b: 1}\n", "x", "y, z", "{a: \"y, z\", b: 1}\n" },
		{ "a: x\n", "x", "y: z", "a: \"y: z\"\n" },
		{ "a: x\n", "x", "y #z", "a: \"y #z\"\n" },
		{ "a: x\n", "x", " y", "a: \" y\"\n" },
		{ "a: x\n", "x", "null", "a: \"null\"\n" },
		{ "a: x\n", "x", "", "a: \"\"\n" },
		{ "a: x\n", "x", "-", "a: \"-\"\n" },
		{ "a: x\n", "x", "---", "a: ---\n" },
		{ "a: x\n", "x", "[y]", "a: \"[y]\"\n" },
		{ "a: x\n", "x", "&y", "a: \"&y\"\n" },
		{ "a: x\n", "x", "\"y\" z", "a: '\"y\" z'\n" },
		{ "a: x\n", "x", "y \"z\"", "a: y \"z\"\n" },
		{ "a: \"x\"\n", "x", "y \"z\" \\", "a: \"y \\\"z\\\" \\\\\"\n" },
		{ "a: 'x'\n", "x", "l'eau \"z\"", "a: 'l''eau \"z\"'\n" },
		{ "a: 'x'\n", "x", "y\tz\n", "a: \"y\\x09z\\x0A\"\n" },
		{ "a: |\n  x\nb: 1\n", "x\n", "y \"z\"", "a: 'y \"z\"'\nb: 1\n" },
		{ "a: x\n", "x", "é – 東", "a: é – 東\n" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = { 0 };

		find(f, cases[i].before, "a.yml", cases[i].was, cases[i].text);
		assert_int_equal(fix_text(&out, str(cases[i].before), "a.yml", f->fixes.items,
		                          f->fixes.len, &limits),
		                 0);
		assert_str(buf_str(&out), cases[i].after);
		buf_release(&out);
	}
}

/* A fix that was made for another text, or that fits nowhere, must not do harm. */
static void
what_cannot_be_written_alone_is_left(void **state)
{
	static const struct {
		const char *now;
		size_t from, to;
		const char *was, *text;
	} cases[] = {
		{ "a: x\nb: z\n", 3, 4, "other", "y" }, /* says something else */
		{ "a: x\nb: z\n", 2, 4, "x", "y" },     /* not where the value begins */
		{ "a: x\nb: z\n", 3, 9, "x", "y" },     /* reaches into the next field */
		{ "a: x\nb: z\n", 90, 99, "x", "y" },   /* behind the end */
		{ "a: x\na: z\n", 3, 4, "x", "y" },     /* no sound YAML as it is */
		{ "a: x\n", 3, 4, "x",
		  "y\xe2\x80\xa8z" }, /* a line break of old: read as a space */
		{ "a: [x\n", 4, 5, "x", "y" },
		{ "", 0, 0, "", "y" },
	};
	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct fix fix = { .at = { "a.yml", 1, 4 },
			           .was = str(cases[i].was),
			           .text = str(cases[i].text),
			           .from = cases[i].from,
			           .to = cases[i].to };
		struct buf out = { 0 };

		if (fix_text(&out, str(cases[i].now), "a.yml", &fix, 1, &limits) != -1)
			fail_msg("case %zu was written: %s", i, out.ptr);
		buf_release(&out);
	}
}

/* ---- on disk ---- */

static const char card[] = "---\nname: Dumont\nhours: " OLD "\n---\nDu pain.\n";
static const char mended[] = "---\nname: Dumont\nhours: " NEW "\n---\nDu pain.\n";

static const char *
path_of(struct fixture *f, const char *name)
{
	return arena_printf(f->arena, "%s/%s", f->folder, name).ptr;
}

static void
put(struct fixture *f, const char *name, const char *text)
{
	FILE *file = fopen(path_of(f, name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
assert_file(struct fixture *f, const char *name, const char *text)
{
	struct buf bytes = { 0 };

	assert_int_equal(file_read(&bytes, path_of(f, name), f->diag), 0);
	assert_str(buf_str(&bytes), text);
	buf_release(&bytes);
}

/* A folder with one card, read, and its fix found. */
static struct source *
open_card(struct fixture *f)
{
	struct source_options options = { .path = f->folder };
	struct source *source;

	assert_int_equal(mkdir(path_of(f, "merchants"), 0777), 0);
	put(f, "merchants/dumont.md", card);
	find(f, card, "merchants/dumont.md", OLD, NEW);
	assert_int_equal(source_open(&source, &options, f->diag), SOURCE_OK);
	assert_true(source_is_folder(source));
	return source;
}

static void
assert_reports(struct fixture *f, const char *part)
{
	char *text = reports(f->diag);

	if (!strstr(text, part))
		fail_msg("\"%s\" is not in: %s", part, text);
	free(text);
}

static void
assert_alone(struct fixture *f, const char *name)
{
	const char *command = arena_printf(f->arena, "test \"$(ls -A %s)\" = \"%s\"",
	                                   path_of(f, "merchants"), name)
	                              .ptr;

	assert_int_equal(system(command), 0);
}

static void
a_card_is_replaced_and_keeps_its_mode(void **state)
{
	struct fixture *f = *state;
	struct source *source = open_card(f);
	struct stat st;

	assert_int_equal(chmod(path_of(f, "merchants/dumont.md"), 0640), 0);
	assert_int_equal(fix_file(source, f->fixes.items, 1, &limits, f->diag), 0);
	assert_file(f, "merchants/dumont.md", mended);
	assert_int_equal(stat(path_of(f, "merchants/dumont.md"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_alone(f, "dumont.md");
	source_free(source);
}

static void
a_card_that_changed_since_it_was_read_is_left(void **state)
{
	static const char edited[] = "---\nname: Dumont\nhours: " OLD "\n---\nDu bon pain.\n";
	struct fixture *f = *state;
	struct source *source = open_card(f);

	put(f, "merchants/dumont.md", edited);
	assert_int_equal(fix_file(source, f->fixes.items, 1, &limits, f->diag), 1);
	assert_file(f, "merchants/dumont.md", edited);
	assert_reports(f, "merchants/dumont.md: warning: somebody else changed this file just now");
	source_free(source);
}

static void
a_card_that_went_away_is_not_made_again(void **state)
{
	struct fixture *f = *state;
	struct source *source = open_card(f);

	assert_int_equal(unlink(path_of(f, "merchants/dumont.md")), 0);
	assert_int_equal(fix_file(source, f->fixes.items, 1, &limits, f->diag), 1);
	assert_alone(f, "");
	source_free(source);
}

/* The file behind the link is not the repository's. */
static void
a_link_in_the_place_of_a_card_is_not_followed(void **state)
{
	struct fixture *f = *state;
	struct source *source = open_card(f);
	struct str was = str(card), text = str(mended);

	put(f, "elsewhere", card);
	assert_int_equal(unlink(path_of(f, "merchants/dumont.md")), 0);
	assert_int_equal(symlink("../elsewhere", path_of(f, "merchants/dumont.md")), 0);
	assert_int_not_equal(fix_file(source, f->fixes.items, 1, &limits, f->diag), 0);
	assert_int_equal(source_replace(source, "merchants/dumont.md", was, text, f->diag), 1);
	assert_file(f, "elsewhere", card);
	assert_int_equal(rename(path_of(f, "merchants"), path_of(f, "shops")), 0);
	assert_int_equal(symlink("shops", path_of(f, "merchants")), 0);
	put(f, "shops/livres.md", card);
	assert_int_equal(source_replace(source, "merchants/livres.md", was, text, f->diag), 1);
	assert_int_equal(source_replace(source, "shops/../elsewhere", was, text, f->diag), -1);
	assert_file(f, "shops/livres.md", card);
	assert_file(f, "elsewhere", card);
	source_free(source);
}

static void
a_card_that_may_not_be_written_is_a_failure(void **state)
{
	struct fixture *f = *state;
	struct source *source = open_card(f);

	if (geteuid() == 0) {
		print_message("skipped: root may write everything\n");
		source_free(source);
		skip();
	}
	assert_int_equal(chmod(path_of(f, "merchants/dumont.md"), 0444), 0);
	assert_int_equal(fix_file(source, f->fixes.items, 1, &limits, f->diag), -1);
	assert_true(diag_environment_failed(f->diag));
	assert_file(f, "merchants/dumont.md", card);
	source_free(source);
}

static void
fixes_are_sorted_by_file_and_place(void **state)
{
	static const struct fix some[] = {
		{ .at.file = "b.md", .from = 9 },
		{ .at.file = "b.md", .from = 2 },
		{ .at.file = "a.md", .from = 5 },
	};
	struct fixture *f = *state;
	struct fixes list = { 0 }, all = { 0 };

	for (size_t i = 0; i < countof(some); i++)
		fix_add(&list, f->arena, &some[i]);
	fix_gather(&all, f->arena, &list);
	fix_sort(&all);
	assert_int_equal(all.len, 3);
	assert_int_equal(all.items[0].from, 5);
	assert_int_equal(all.items[1].from, 2);
	assert_int_equal(all.items[2].from, 9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_the_value_changes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_value_gets_the_quotes_that_it_needs, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(what_cannot_be_written_alone_is_left, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_card_is_replaced_and_keeps_its_mode, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_card_that_changed_since_it_was_read_is_left,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_card_that_went_away_is_not_made_again, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_link_in_the_place_of_a_card_is_not_followed,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_card_that_may_not_be_written_is_a_failure, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(fixes_are_sorted_by_file_and_place, set_up,
		                                tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
