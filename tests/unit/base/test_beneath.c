/* What lies beneath a folder can be opened, and nothing else, whatever the kernel knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/beneath.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	char home[64];
	int fd;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	int file;

	strcpy(f->home, "/tmp/quartier-beneath.XXXXXX");
	if (!mkdtemp(f->home) || (f->fd = open(f->home, O_RDONLY | O_DIRECTORY)) < 0)
		return -1;
	if (mkdirat(f->fd, "a", 0755) != 0 || mkdirat(f->fd, "a/b", 0755) != 0 ||
	    (file = openat(f->fd, "a/b/c", O_WRONLY | O_CREAT, 0644)) < 0 || close(file) != 0 ||
	    symlinkat("a", f->fd, "link") != 0 || symlinkat("a/b/c", f->fd, "file") != 0 ||
	    symlinkat("/etc", f->fd, "a/out") != 0 || mkfifoat(f->fd, "a/pipe", 0644) != 0)
		return -1;
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	close(f->fd);
	file_remove_tree(AT_FDCWD, f->home);
	free(f);
	return 0;
}

static void
paths_beneath_open_and_all_others_fail(void **state)
{
	static const struct {
		const char *path;
		int error, other;
	} cases[] = {
		{ "a/b/c", 0, 0 },
		{ "a/b", 0, 0 },
		{ "a", 0, 0 },
		{ "a/pipe", 0, 0 }, /* and is not waited for */
		{ "a/none", ENOENT, 0 },
		{ "none/none", ENOENT, 0 },
		{ "a/b/c/d", ENOTDIR, 0 },
		{ "link", ELOOP, 0 },
		{ "file", ELOOP, 0 },
		{ "link/b/c", ELOOP, ENOTDIR },
		{ "a/out/passwd", ELOOP, ENOTDIR },
		{ "", EXDEV, 0 },
		{ "/etc/passwd", EXDEV, 0 },
		{ "..", EXDEV, 0 },
		{ ".", EXDEV, 0 },
		{ "a/../a", EXDEV, 0 },
		{ "a//b", EXDEV, 0 },
		{ "a/", EXDEV, 0 },
		{ "a/./b", EXDEV, 0 },
	};
	static int (*const ways[])(int, const char *, int) = { beneath_open, beneath_walk };
	struct fixture *f = *state;

	for (size_t w = 0; w < countof(ways); w++)
		for (size_t i = 0; i < countof(cases); i++) {
			int fd = ways[w](f->fd, cases[i].path, O_RDONLY);

			if (fd >= 0)
				close(fd);
			if ((fd >= 0) != (cases[i].error == 0) ||
			    (fd < 0 && errno != cases[i].error && errno != cases[i].other))
				fail_msg("%s: %s", cases[i].path,
				         fd < 0 ? strerror(errno) : "open");
		}
}

static void
a_part_longer_than_any_name_is_an_error(void **state)
{
	struct fixture *f = *state;
	char path[NAME_MAX + 16];

	memset(path, 'x', sizeof path);
	memcpy(path + NAME_MAX + 5, "/c", 3);
	assert_int_equal(beneath_walk(f->fd, path, O_RDONLY), -1);
	assert_int_equal(errno, ENAMETOOLONG);
	assert_int_equal(beneath_open(f->fd, path, O_RDONLY), -1);
	assert_int_equal(errno, ENAMETOOLONG);
}

static void
a_path_with_a_nul_is_not_normal(void **state)
{
	(void)state;
	assert_true(beneath_is_normal(STR("a/b.c")));
	assert_true(beneath_is_normal(STR("...")));
	assert_false(beneath_is_normal(STR("a\0b")));
	assert_false(beneath_is_normal((struct str){ 0 }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(paths_beneath_open_and_all_others_fail, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(a_part_longer_than_any_name_is_an_error, set_up,
		                                tear_down),
		cmocka_unit_test(a_path_with_a_nul_is_not_normal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
