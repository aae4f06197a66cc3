/* file and hash: whole files in and out. */
#include "../check.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/hash.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	char folder[64];
	struct diag *diag;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/quartier-test-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	file_remove_tree(AT_FDCWD, f->folder);
	diag_free(f->diag);
	free(f);
	return 0;
}

static const char *
in(const struct fixture *f, const char *name)
{
	static char path[256];

	snprintf(path, sizeof path, "%s/%s", f->folder, name);
	return path;
}

static void
a_file_is_replaced_whole_and_read_back(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct stat st;

	assert_int_equal(file_replace(in(f, "a"), STR("old"), f->diag), 0);
	assert_int_equal(file_replace(in(f, "a"), STR("newer"), f->diag), 0);
	assert_int_equal(file_read(&text, in(f, "a"), f->diag), 0);
	assert_str(buf_str(&text), "newer");
	assert_int_equal(stat(in(f, "a"), &st), 0);
	assert_int_equal(st.st_mode & 0600, 0600);
	buf_release(&text);
}

static void
reading_stops_at_the_ceiling_with_a_report(void **state)
{
	struct fixture *f = *state;
	struct buf text = { .max = 3 };

	file_replace(in(f, "a"), STR("four"), f->diag);
	assert_int_equal(file_read(&text, in(f, "a"), f->diag), -1);
	assert_true(text.full);
	assert_int_equal(file_read(&text, in(f, "missing"), f->diag), -1);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 2);
	buf_release(&text);
}

static void
a_pipe_is_written_to_and_never_replaced(void **state)
{
	struct fixture *f = *state;
	char got[8] = { 0 };
	int fd;

	assert_int_equal(mkfifo(in(f, "pipe"), 0600), 0);
	fd = open(in(f, "pipe"), O_RDWR | O_NONBLOCK);
	assert_int_equal(file_replace(in(f, "pipe"), STR("hello"), f->diag), 0);
	assert_int_equal(read(fd, got, sizeof got), 5);
	assert_string_equal(got, "hello");
	close(fd);
	assert_int_equal(file_replace("/dev/null", STR("x"), f->diag), 0);
}

static void
folders_are_made_and_taken_away_with_all_in_them(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_int_equal(file_make_folders(in(f, "a/b/c"), 0755), 0);
	assert_int_equal(file_make_folders(in(f, "a/b/c"), 0755), 0);
	file_replace(in(f, "a/b/c/file"), STR("x"), f->diag);
	file_replace(in(f, "precious"), STR("x"), f->diag);
	assert_int_equal(symlink("../precious", in(f, "a/link")), 0);
	assert_int_equal(file_remove_tree(AT_FDCWD, in(f, "a")), 0);
	assert_int_equal(stat(in(f, "a"), &st), -1);
	assert_int_equal(stat(in(f, "precious"), &st), 0);
}

static void
a_new_file_takes_no_ones_place(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };
	struct stat st;
	int folder = open(f->folder, O_RDONLY | O_DIRECTORY);

	assert_int_equal(file_create_at(folder, "new", STR("text")), 0);
	assert_int_equal(file_create_at(folder, "new", STR("other")), 1);
	assert_int_equal(symlink("nowhere", in(f, "link")), 0);
	assert_int_equal(file_create_at(folder, "link", STR("other")), 1);
	assert_int_equal(file_create_at(folder, "no/such/folder", STR("other")), -1);
	assert_int_equal(file_read(&text, in(f, "new"), f->diag), 0);
	assert_str(buf_str(&text), "text");
	assert_int_equal(stat(in(f, "new"), &st), 0);
	assert_int_equal(st.st_nlink, 1);
	/* Nothing is left beside them. */
	assert_int_equal(unlinkat(folder, "new", 0), 0);
	assert_int_equal(unlinkat(folder, "link", 0), 0);
	assert_int_equal(rmdir(f->folder), 0);
	assert_int_equal(mkdir(f->folder, 0777), 0);
	close(folder);
	buf_release(&text);
}

static void
a_hash_is_that_of_the_bytes(void **state)
{
	char hex[HASH_HEX + 1];

	(void)state;
	/* The reference value of XXH3-128 for no bytes (xxHash's own sanity table). */
	hash_hex(hash_of((struct str){ 0 }), hex);
	assert_string_equal(hex, "99aa06d3014798d86001c324468d497f");
	assert_true(hash_eq(hash_of(STR("a")), hash_of(STR("a"))));
	assert_false(hash_eq(hash_of(STR("a")), hash_of(STR("b"))));
	assert_false(hash_eq(hash_mix(hash_of(STR("a")), hash_of(STR("b"))),
	                     hash_mix(hash_of(STR("b")), hash_of(STR("a")))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_is_replaced_whole_and_read_back, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(reading_stops_at_the_ceiling_with_a_report, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_pipe_is_written_to_and_never_replaced, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(folders_are_made_and_taken_away_with_all_in_them,
		                                set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_new_file_takes_no_ones_place, set_up, tear_down),
		cmocka_unit_test(a_hash_is_that_of_the_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
