/* A save is noticed, whichever way an editor has of saving, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "site/watch.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONG = 5000, SHORT = 110 }; /* milliseconds to wait for what comes, for what does not */

struct fixture {
	char home[64];
	struct diag *diag;
	struct watch *watch;
	struct watch_place places[2];
};

static bool
minds(const char *name)
{
	return name[0] != '.' && !str_ends(str(name), "~");
}

/* Runs a command of the shell in the folder that is watched. */
static void
run(const struct fixture *f, const char *command)
{
	struct buf whole = { 0 };

	buf_printf(&whole, "cd %s/content && { %s; }", f->home, command);
	if (system(whole.ptr) != 0)
		fail_msg("%s failed", command);
	buf_release(&whole);
}

static char *
below(const struct fixture *f, const char *name)
{
	char *path = malloc(128);

	snprintf(path, 128, "%s/%s", f->home, name);
	return path;
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	char *path;

	strcpy(f->home, "/tmp/quartier-watch.XXXXXX");
	if (!mkdtemp(f->home))
		return -1;
	path = below(f, "content");
	if (mkdir(path, 0755) != 0)
		return -1;
	run(f,
	    "mkdir -p merchants/deep site old ../away && echo a >merchants/a.md && echo {} >site/.stop "
	    "&& echo x >site/index.html && echo y >../away/y.md && echo l >old/l.md");
	f->diag = diag_new();
	f->watch = watch_new();
	f->places[0] = (struct watch_place){ path, true, minds, ".stop" };
	f->places[1] = (struct watch_place){ below(f, "refs"), false, minds, NULL };
	watch_places(f->watch, f->places, 1, f->diag);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	watch_free(f->watch);
	diag_free(f->diag);
	file_remove_tree(AT_FDCWD, f->home);
	free((char *)(uintptr_t)f->places[0].path);
	free((char *)(uintptr_t)f->places[1].path);
	free(f);
	return 0;
}

static void
each_way_of_saving_is_noticed_and_nothing_else(void **state)
{
	static const struct {
		const char *command;
		bool change;
	} cases[] = {
		{ "echo b >merchants/a.md", true },
		{ "echo b >merchants/new.md", true },
		{ "cat merchants/a.md >/dev/null; ls -R . >/dev/null", false },
		{ ": >>.hidden", false },
		{ "echo c >merchants/a.md~", false },
		{ "echo c >.a.tmp && mv .a.tmp merchants/a.md", true },
		{ "mv merchants/a.md merchants/a.md~ && echo d >merchants/a.md && rm merchants/a.md~",
		  true },
		{ "sed -i s/d/e/ merchants/a.md", true },
		{ "rm merchants/new.md", true },
		{ "chmod 600 merchants/a.md", true },
		{ "ln -s a.md merchants/link.md", true },
		{ "ln merchants/a.md merchants/hard.md", true },
		{ "mkdir -p more/levels && echo x >more/levels/x.md", true },
		{ "echo y >more/levels/x.md", true },
		{ "mv more merchants/moved", true },
		{ "echo z >merchants/moved/levels/x.md", true },
		{ "mv merchants/moved ../gone", true },
		{ "echo z >../gone/levels/x.md", false },
		{ "mv ../away in", true },
		{ "echo z >in/y.md", true },
		{ "rm -r in", true },
		{ "mkdir .git && echo x >.git/index", false },
		{ "echo x >.git/index && mv .git .git2", false },
		{ "echo y >site/index.html", false },
		{ "mkdir .site2 && touch .site2/.stop && mv site ../oldsite && mv .site2 site",
		  false },
		{ "rm -r site", false },
		{ "cd merchants/deep && rmdir ../deep", true },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		enum watch_result want = cases[i].change ? WATCH_CHANGED : WATCH_QUIET, is;

		run(f, cases[i].command);
		is = watch_wait(f->watch, cases[i].change ? LONG : SHORT, NULL);
		if (is != want)
			fail_msg("%s: %d instead of %d", cases[i].command, is, want);
		assert_true(watch_touched(f->watch, 0) == cases[i].change);
		/* All of it is one change. */
		if (watch_wait(f->watch, SHORT, NULL) != WATCH_QUIET)
			fail_msg("%s: told twice", cases[i].command);
	}
	assert_false(watch_looks(f->watch));
}

static void
what_is_being_written_is_no_change_until_it_is_closed(void **state)
{
	struct fixture *f = *state;
	char *path = below(f, "content/merchants/large.jpg");
	int fd = open(path, O_WRONLY | O_CREAT, 0644);

	assert_int_equal(write(fd, "half", 4), 4);
	assert_int_equal(watch_wait(f->watch, SHORT, NULL), WATCH_QUIET);
	close(fd);
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	free(path);
}

static void
a_place_that_is_gone_is_found_again(void **state)
{
	struct fixture *f = *state;

	char *elsewhere = below(f, "elsewhere");

	assert_int_equal(rename(f->places[0].path, elsewhere), 0);
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	assert_int_equal(rename(elsewhere, f->places[0].path), 0);
	free(elsewhere);
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	run(f, "echo n >merchants/a.md");
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
}

static void
other_places_are_watched_and_the_old_ones_without_a_gap(void **state)
{
	struct fixture *f = *state;

	run(f, "mkdir -p ../refs/deep");
	assert_int_equal(watch_wait(f->watch, SHORT, NULL), WATCH_QUIET);
	run(f, "echo g >merchants/a.md");
	assert_true(watch_places(f->watch, f->places, 2, f->diag));
	assert_false(watch_places(f->watch, f->places, 2, f->diag));
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	assert_false(watch_touched(f->watch, 1));
	run(f, "echo g >../refs/main");
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	assert_true(watch_touched(f->watch, 1));
	assert_false(watch_touched(f->watch, 0));
	run(f, "echo g >../refs/deep/main");
	assert_int_equal(watch_wait(f->watch, SHORT, NULL), WATCH_QUIET);
	watch_places(f->watch, f->places + 1, 1, f->diag);
	run(f, "echo h >merchants/a.md");
	assert_int_equal(watch_wait(f->watch, SHORT, NULL), WATCH_QUIET);
}

static void *
save_all_the_time(void *context)
{
	const struct fixture *f = context;
	char *path = below(f, "content/merchants/a.md");

	for (int i = 0; i < 200; i++) {
		int fd = open(path, O_WRONLY | O_TRUNC);

		close(fd);
		usleep(5000);
	}
	free(path);
	return NULL;
}

static void
who_saves_all_the_time_is_not_waited_for(void **state)
{
	struct fixture *f = *state;
	pthread_t saver;
	int changes = 0;

	assert_int_equal(pthread_create(&saver, NULL, save_all_the_time, f), 0);
	while (watch_wait(f->watch, 1000, NULL) == WATCH_CHANGED)
		changes++;
	pthread_join(saver, NULL);
	/* A second and more of it: each time a quarter of a second. */
	assert_in_range(changes, 2, 60);
}

static void
more_than_the_system_keeps_is_one_change(void **state)
{
	struct fixture *f = *state;

	run(f,
	    "mkdir many && cd many && for i in $(seq 40); do for j in $(seq 300); do : >$i; done; rm $i; done; "
	    "mkdir last");
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
	while (watch_wait(f->watch, SHORT, NULL) == WATCH_CHANGED)
		continue;
	run(f, "echo x >many/last/x");
	assert_int_equal(watch_wait(f->watch, LONG, NULL), WATCH_CHANGED);
}

/* As where a container leaves no inotify: here, because no file may be opened more. */
static void
where_nothing_can_be_watched_it_looks(void **state)
{
	struct fixture *f = *state;
	struct rlimit all, none;
	struct watch *watch;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &all), 0);
	none = all;
	none.rlim_cur = 0;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	watch = watch_new();
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &all), 0);
	assert_true(watch_looks(watch));
	watch_places(watch, f->places, 1, NULL);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
	watch_places(watch, f->places, 1, f->diag);
	watch_places(watch, f->places, 1, f->diag);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 1);
	assert_int_equal(watch_wait(watch, 1100, NULL), WATCH_QUIET);
	run(f, "echo longer >merchants/a.md");
	assert_int_equal(watch_wait(watch, LONG, NULL), WATCH_CHANGED);
	assert_true(watch_touched(watch, 0));
	run(f, "echo y >site/index.html; echo y >.hidden");
	assert_int_equal(watch_wait(watch, 1100, NULL), WATCH_QUIET);
	watch_free(watch);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(each_way_of_saving_is_noticed_and_nothing_else),
		CASE(what_is_being_written_is_no_change_until_it_is_closed),
		CASE(a_place_that_is_gone_is_found_again),
		CASE(other_places_are_watched_and_the_old_ones_without_a_gap),
		CASE(who_saves_all_the_time_is_not_waited_for),
		CASE(more_than_the_system_keeps_is_one_change),
		CASE(where_nothing_can_be_watched_it_looks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
