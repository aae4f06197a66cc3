/* A site changes all at once, and only where it changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/pool.h"
#include "site/marker.h"
#include "site/transaction.h"
#include "site/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct fixture {
	char home[64]; /* a folder of the test's own, in which the site lies */
	int home_fd;
	struct diag *diag;
	struct arena *arena;
	struct transaction_result result;
};

/* Stands before the C library's own: lets a test have a kernel without an exchange, and die at a
 * chosen rename. */
static struct {
	bool no_exchange;
	int die_at;
} renames;

int
renameat2(int from, const char *old, int to, const char *new, unsigned flags)
{
	if (renames.no_exchange) {
		errno = EINVAL;
		return -1;
	}
	return (int)syscall(SYS_renameat2, from, old, to, new, flags);
}

int
renameat(int from, const char *old, int to, const char *new)
{
	if (renames.die_at > 0 && --renames.die_at == 0)
		_exit(9);
	return (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	memset(&renames, 0, sizeof renames);
	strcpy(f->home, "/tmp/quartier-transaction.XXXXXX");
	if (!mkdtemp(f->home))
		return -1;
	f->home_fd = open(f->home, O_RDONLY | O_DIRECTORY);
	f->diag = diag_new();
	f->arena = arena_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	close(f->home_fd);
	file_remove_tree(AT_FDCWD, f->home);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return 0;
}

static const char *
in_home(struct fixture *f, const char *name)
{
	return arena_printf(f->arena, "%s/%s", f->home, name).ptr;
}

static void
write_file(struct fixture *f, const char *path, const char *bytes)
{
	const char *whole = in_home(f, path);
	char *slash = strrchr(whole, '/');
	int fd;

	assert_int_equal(
		file_make_folders(
			arena_cstr(f->arena, (struct str){ whole, (size_t)(slash - whole) }), 0755),
		0);
	fd = open(whole, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	assert_true(fd >= 0);
	assert_int_equal(file_write_all(fd, str(bytes)), 0);
	close(fd);
}

/* All files under the fixture's folder in one text, "path=content" a line. */
static const char *
picture(struct fixture *f)
{
	struct tree tree;
	struct buf text = { 0 };
	const char *copy;

	assert_int_equal(tree_list(&tree, f->arena, f->home_fd), 0);
	buf_adds(&text, "");
	for (size_t i = 0; i < tree.len; i++) {
		struct stat st;

		buf_printf(&text, "%s=", tree.paths[i].ptr);
		assert_int_equal(fstatat(f->home_fd, tree.paths[i].ptr, &st, AT_SYMLINK_NOFOLLOW),
		                 0);
		if (S_ISREG(st.st_mode))
			assert_int_equal(file_read(&text, in_home(f, tree.paths[i].ptr), f->diag),
			                 0);
		else
			buf_adds(&text, "link");
		buf_addc(&text, '\n');
	}
	copy = arena_cstr(f->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* Puts the files of "path=content" pairs, NULL at the end, and does not end the transaction. */
static struct transaction *
put_all(struct fixture *f, const char *site, const char *const *files)
{
	struct transaction *t;

	if (transaction_begin(&t, in_home(f, site), f->diag) != 0)
		return NULL;
	for (; *files; files++) {
		struct str path = str_sub(str(*files), 0, str_find(str(*files), '='));

		if (transaction_put(t, path, str(*files + path.len + 1), f->diag) != 0) {
			transaction_abort(t);
			return NULL;
		}
	}
	return t;
}

static int
build(struct fixture *f, const char *site, const char *const *files, const char *marker)
{
	struct transaction *t = put_all(f, site, files);

	return t ? transaction_commit(t, str(marker), &f->result, f->diag) : -1;
}

static void
assert_reported(struct fixture *f, const char *text)
{
	char *printed = NULL;
	size_t len;
	FILE *out = open_memstream(&printed, &len);

	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	if (!strstr(printed, text))
		fail_msg("not reported: %s\nbut: %s", text, printed);
	free(printed);
}

#define FILES(...)                                                                                 \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

static const char *const first[] = { "index.html=one", "merchants/a/index.html=a",
	                             "merchants/b/index.html=b", "assets/x.css=css", NULL };
static const char *const second[] = { "index.html=two", "merchants/a/index.html=a",
	                              "merchants/c/index.html=c", "assets/x.css=css", NULL };
static const char first_picture[] =
	"site/.quartier-site=m1\nsite/assets/x.css=css\nsite/index.html=one\n"
	"site/merchants/a/index.html=a\nsite/merchants/b/index.html=b\n";
static const char second_picture[] =
	"site/.quartier-site=m2\nsite/assets/x.css=css\nsite/index.html=two\n"
	"site/merchants/a/index.html=a\nsite/merchants/c/index.html=c\n";

static void
a_first_site_is_made_with_the_folders_above_it(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_int_equal(build(f, "out/deep/site/", first, "m1"), 0);
	assert_int_equal(f->result.files, 4);
	assert_int_equal(f->result.written, 4);
	assert_int_equal(f->result.removed, 0);
	assert_int_equal(f->result.bytes, 8);
	assert_string_equal(picture(f),
	                    "out/deep/site/.quartier-site=m1\nout/deep/site/assets/x.css=css\n"
	                    "out/deep/site/index.html=one\nout/deep/site/merchants/a/index.html=a\n"
	                    "out/deep/site/merchants/b/index.html=b\n");
	assert_int_equal(stat(in_home(f, "out/deep/site/index.html"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	assert_int_equal(stat(in_home(f, "out/deep/site/merchants"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0755);
}

static void
a_changed_site_takes_the_old_ones_place_and_keeps_what_is_the_same(void **state)
{
	struct fixture *f = *state;
	struct stat before, after;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(stat(in_home(f, "site/assets/x.css"), &before), 0);
	assert_int_equal(build(f, "site", second, "m2"), 0);
	assert_string_equal(picture(f), second_picture);
	assert_int_equal(f->result.files, 4);
	assert_int_equal(f->result.written, 2);
	assert_int_equal(f->result.removed, 1);
	assert_int_equal(stat(in_home(f, "site/assets/x.css"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(after.st_nlink, 1);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

static void
an_unchanged_site_is_not_written_at_all(void **state)
{
	static const char *const names[] = { "", "site", "site/index.html", "site/merchants",
		                             "site/.quartier-site" };
	struct fixture *f = *state;
	struct stat before[countof(names)], after;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	for (size_t i = 0; i < countof(names); i++)
		assert_int_equal(stat(in_home(f, names[i]), &before[i]), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(f->result.files, 4);
	assert_int_equal(f->result.written, 0);
	for (size_t i = 0; i < countof(names); i++) {
		assert_int_equal(stat(in_home(f, names[i]), &after), 0);
		assert_int_equal(after.st_ino, before[i].st_ino);
		assert_memory_equal(&after.st_mtim, &before[i].st_mtim, sizeof after.st_mtim);
		assert_memory_equal(&after.st_ctim, &before[i].st_ctim, sizeof after.st_ctim);
	}
}

static void
a_new_marker_alone_leaves_the_pages_where_they_are(void **state)
{
	struct fixture *f = *state;
	struct stat before, after;

	assert_int_equal(build(f, "site", first, "m0"), 0);
	assert_int_equal(stat(in_home(f, "site"), &before), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(stat(in_home(f, "site"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_string_equal(picture(f), first_picture);
	assert_int_equal(f->result.written, 0);
}

static void
an_aborted_build_leaves_the_old_site_and_no_litter(void **state)
{
	struct fixture *f = *state;

	transaction_abort(put_all(f, "site", first));
	assert_string_equal(picture(f), "");
	assert_int_equal(access(in_home(f, ".site.quartier"), F_OK), -1);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	transaction_abort(put_all(f, "site", second));
	assert_string_equal(picture(f), first_picture);
	assert_int_equal(access(in_home(f, ".site.quartier"), F_OK), -1);
	transaction_abort(NULL);
}

static void
what_quartier_did_not_write_is_never_touched(void **state)
{
	static const struct {
		const char *file, *message;
	} cases[] = {
		{ "site/index.html", "quartier did not write it" },
		{ "site/.hidden", "quartier did not write it" },
		{ "site/.quartier-site/index.html", "quartier did not write it" },
		{ "site", "Not a directory" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		const char *before;

		write_file(f, cases[i].file, "theirs");
		before = picture(f);
		assert_int_equal(build(f, "site", first, "m1"), -1);
		assert_string_equal(picture(f), before);
		assert_reported(f, cases[i].message);
		assert_true(diag_environment_failed(f->diag));
		if (file_remove_tree(f->home_fd, "site") != 0)
			unlinkat(f->home_fd, "site", 0);
	}
}

static void
a_site_that_is_a_work_tree_of_git_is_not_destroyed(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	write_file(f, "site/.git", "gitdir: elsewhere");
	assert_int_equal(build(f, "site", second, "m2"), -1);
	assert_reported(f, "git repository");
	assert_int_equal(access(in_home(f, "site/.git"), F_OK), 0);
}

static void
an_empty_folder_becomes_the_site_and_keeps_its_permissions(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_int_equal(mkdir(in_home(f, "site"), 0700), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_string_equal(picture(f), first_picture);
	assert_int_equal(stat(in_home(f, "site"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void
a_link_to_the_site_stays_and_the_site_behind_it_changes(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(mkdir(in_home(f, "real"), 0755), 0);
	assert_int_equal(symlink("real", in_home(f, "www")), 0);
	assert_int_equal(build(f, "www", FILES("a=1"), "m1"), 0);
	assert_int_equal(build(f, "www", FILES("a=2"), "m2"), 0);
	assert_string_equal(picture(f), "real/.quartier-site=m2\nreal/a=2\nwww=link\n");
	assert_int_equal(symlink("nowhere", in_home(f, "dangling")), 0);
	assert_int_equal(build(f, "dangling", FILES("a=1"), "m1"), -1);
}

static void
files_added_or_spoilt_by_hand_are_put_right(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	write_file(f, "site/extra/file", "x");
	assert_int_equal(symlink("/etc/passwd", in_home(f, "site/link")), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(f->result.removed, 2);
	assert_string_equal(picture(f), first_picture);
	write_file(f, "site/index.html", "onf");
	assert_int_equal(unlink(in_home(f, "site/assets/x.css")), 0);
	assert_int_equal(symlink("../index.html", in_home(f, "site/assets/x.css")), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(f->result.written, 2);
	assert_string_equal(picture(f), first_picture);
}

static void
a_file_may_become_a_folder_and_back(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(build(f, "site", FILES("a=1", "b/c=2"), "m"), 0);
	assert_int_equal(build(f, "site", FILES("a/b=1", "b=2"), "m"), 0);
	assert_string_equal(picture(f), "site/.quartier-site=m\nsite/a/b=1\nsite/b=2\n");
}

static void
a_path_out_of_the_site_or_used_twice_is_refused(void **state)
{
	static const char *const paths[] = { "",       "/a",  "a/", "a//b",          "../a",
		                             "a/../b", "./a", ".",  ".quartier-site" };
	struct fixture *f = *state;
	struct transaction *t;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(transaction_begin(&t, in_home(f, "site"), f->diag), 0);
	for (size_t i = 0; i < countof(paths); i++)
		assert_int_equal(transaction_put(t, str(paths[i]), STR("x"), f->diag), -1);
	transaction_abort(t);
	assert_int_equal(build(f, "site", FILES("index.html=one", "index.html=one"), "m1"), -1);
	assert_reported(f, "two pages would have this address");
	assert_int_equal(build(f, "site", FILES("a=one", "a=two"), "m1"), -1);
	assert_string_equal(picture(f), first_picture);
}

static void
a_second_build_at_the_same_time_is_refused(void **state)
{
	struct fixture *f = *state;
	struct transaction *t = put_all(f, "site", first);

	assert_int_equal(build(f, "site", second, "m2"), -1); /* no site yet */
	assert_reported(f, "another build");
	assert_int_equal(transaction_commit(t, STR("m1"), &f->result, f->diag), 0);
	t = put_all(f, "site", first); /* nothing differs yet */
	assert_int_equal(build(f, "site", second, "m2"), -1);
	transaction_abort(t);
	t = put_all(f, "site", second);
	assert_int_equal(build(f, "site", second, "m2"), -1);
	assert_int_equal(transaction_commit(t, STR("m2"), &f->result, f->diag), 0);
	assert_string_equal(picture(f), second_picture);
}

static void
a_site_replaced_by_somebody_else_meanwhile_is_an_error(void **state)
{
	struct fixture *f = *state;
	struct transaction *t;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	t = put_all(f, "site", second);
	assert_int_equal(rename(in_home(f, "site"), in_home(f, "away")), 0);
	write_file(f, "site/theirs", "x");
	assert_int_equal(transaction_commit(t, STR("m2"), &f->result, f->diag), -1);
	assert_reported(f, "made or replaced by another program");
	assert_int_equal(access(in_home(f, "site/theirs"), F_OK), 0);
}

/* Builds `second` in a child that is gone at the chosen moment. */
static void
die_in_a_build(struct fixture *f, int die_at, bool commit)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct transaction *t = put_all(f, "site", second);

		renames.die_at = die_at;
		if (t && commit)
			transaction_commit(t, STR("m2"), &f->result, f->diag);
		_exit(9);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 9);
}

static void
what_a_killed_build_left_is_cleared_by_the_next(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(build(f, "site", first, "m1"), 0);
	die_in_a_build(f, 0, false);
	assert_int_equal(access(in_home(f, ".site.quartier/new"), F_OK), 0);
	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_string_equal(picture(f), first_picture);
	assert_int_equal(access(in_home(f, ".site.quartier"), F_OK), -1);
}

static void
without_an_exchange_two_renames_do_and_a_kill_between_them_is_mended(void **state)
{
	struct fixture *f = *state;

	renames.no_exchange = true;
	assert_int_equal(build(f, "site", first, "m1"), 0);
	for (int die_at = 1; die_at <= 2; die_at++) {
		die_in_a_build(f, die_at, true);
		assert_int_equal(access(in_home(f, "site"), F_OK), die_at == 1 ? 0 : -1);
		assert_int_equal(build(f, "site", first, "m1"), 0);
		assert_string_equal(picture(f), first_picture);
		assert_int_equal(f->result.written, 0);
	}
	assert_int_equal(build(f, "site", second, "m2"), 0);
	assert_string_equal(picture(f), second_picture);
	assert_int_equal(access(in_home(f, ".site.quartier"), F_OK), -1);
}

static void
a_file_that_cannot_be_written_whole_leaves_the_old_site(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, limit;
	struct transaction *t;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);

	assert_int_equal(build(f, "site", first, "m1"), 0);
	assert_int_equal(transaction_begin(&t, in_home(f, "site"), f->diag), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 2;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_int_equal(transaction_put(t, STR("big"), STR("too large"), f->diag), -1);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(transaction_commit(t, STR("m2"), &f->result, f->diag), -1);
	assert_reported(f, "site/big");
	assert_true(diag_environment_failed(f->diag));
	assert_string_equal(picture(f), first_picture);
	assert_int_equal(access(in_home(f, ".site.quartier"), F_OK), -1);
	signal(SIGXFSZ, handler);
}

struct work {
	struct transaction *transaction;
	struct diag *diags[2];
	int round;
};

static void
put_one(void *context, unsigned worker, size_t index)
{
	struct work *work = context;
	char path[64], bytes[32];

	snprintf(path, sizeof path, "merchants/%zu/%zu/index.html", index / 3, index % 3);
	snprintf(bytes, sizeof bytes, "%zu", index % 7 == 0 ? index + (size_t)work->round : index);
	assert_int_equal(
		transaction_put(work->transaction, str(path), str(bytes), work->diags[worker]), 0);
}

static void
two_threads_put_at_once(void **state)
{
	struct fixture *f = *state;
	struct work work = { .diags = { diag_new(), diag_new() } };
	struct tree tree;

	for (work.round = 0; work.round < 3; work.round++) {
		assert_int_equal(transaction_begin(&work.transaction, in_home(f, "site"), f->diag),
		                 0);
		pool_run(2, 700, put_one, &work);
		assert_int_equal(
			transaction_commit(work.transaction, STR("m"), &f->result, f->diag), 0);
		assert_int_equal(f->result.files, 700);
		assert_int_equal(f->result.written, work.round == 0 ? 700 : 100);
		assert_int_equal(tree_list(&tree, f->arena, f->home_fd), 0);
		assert_int_equal(tree.len, 701);
	}
	diag_free(work.diags[0]);
	diag_free(work.diags[1]);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_first_site_is_made_with_the_folders_above_it),
		CASE(a_changed_site_takes_the_old_ones_place_and_keeps_what_is_the_same),
		CASE(an_unchanged_site_is_not_written_at_all),
		CASE(a_new_marker_alone_leaves_the_pages_where_they_are),
		CASE(an_aborted_build_leaves_the_old_site_and_no_litter),
		CASE(what_quartier_did_not_write_is_never_touched),
		CASE(a_site_that_is_a_work_tree_of_git_is_not_destroyed),
		CASE(an_empty_folder_becomes_the_site_and_keeps_its_permissions),
		CASE(a_link_to_the_site_stays_and_the_site_behind_it_changes),
		CASE(files_added_or_spoilt_by_hand_are_put_right),
		CASE(a_file_may_become_a_folder_and_back),
		CASE(a_path_out_of_the_site_or_used_twice_is_refused),
		CASE(a_second_build_at_the_same_time_is_refused),
		CASE(a_site_replaced_by_somebody_else_meanwhile_is_an_error),
		CASE(what_a_killed_build_left_is_cleared_by_the_next),
		CASE(without_an_exchange_two_renames_do_and_a_kill_between_them_is_mended),
		CASE(a_file_that_cannot_be_written_whole_leaves_the_old_site),
		CASE(two_threads_put_at_once),
	};

	umask(022);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
