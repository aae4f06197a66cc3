/* cache: what was put is found again, and nothing else ever is. */
#include "base/cache.h"

#include "base/buf.h"
#include "base/file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];

static int
make_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/quartier-cache-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	(void)state;
	return file_remove_tree(AT_FDCWD, folder);
}

static struct hash
key_of(const char *name)
{
	return hash_of(str(name));
}

static bool
holds(struct cache *cache, const char *name, const char *content)
{
	struct buf found = { 0 };
	bool right;

	buf_adds(&found, "before ");
	right = cache_get(cache, key_of(name), &found) &&
	        str_is(str_sub(buf_str(&found), 7, found.len), content);
	if (!right)
		assert_true(str_is(buf_str(&found), "before "));
	buf_release(&found);
	return right;
}

/* Where the entry lies on the disk. */
static const char *
path_of(const char *name)
{
	static char path[160];
	char hex[HASH_HEX + 1];

	hash_hex(key_of(name), hex);
	snprintf(path, sizeof path, "%s/c/1/%.2s/%s", folder, hex, hex + 2);
	return path;
}

static struct cache *
open_cache(void)
{
	char path[80];

	snprintf(path, sizeof path, "%s/c", folder);
	return cache_new(path);
}

static void
test_finds_what_was_put(void **state)
{
	struct cache *cache = open_cache();

	(void)state;
	assert_false(holds(cache, "a", "one"));
	cache_put(cache, key_of("a"), STR("one"));
	cache_put(cache, key_of("empty"), (struct str){ 0 });
	assert_true(holds(cache, "a", "one"));
	assert_true(holds(cache, "empty", ""));
	cache_put(cache, key_of("a"), STR("another"));
	assert_true(holds(cache, "a", "another"));
	cache_free(cache);
	cache = open_cache();
	assert_true(holds(cache, "a", "another"));
	cache_free(cache);
}

static void
test_keeps_out_of_git(void **state)
{
	struct cache *cache = open_cache();
	struct buf text = { 0 };
	char path[80];

	(void)state;
	snprintf(path, sizeof path, "%s/c/.gitignore", folder);
	assert_int_equal(file_read(&text, path, NULL), 0);
	assert_string_equal(text.ptr, "*\n");
	buf_release(&text);
	cache_free(cache);
}

static void
test_believes_no_damaged_entry(void **state)
{
	struct cache *cache = open_cache();
	int fd;

	(void)state;
	for (off_t at = 0; at < 60; at++) {
		char byte;

		cache_put(cache, key_of("a"), STR("some content"));
		assert_true(holds(cache, "a", "some content"));
		fd = open(path_of("a"), O_RDWR);
		assert_true(fd >= 0);
		if (at % 2 == 0) {
			assert_int_equal(ftruncate(fd, at), 0);
		} else {
			assert_int_equal(pread(fd, &byte, 1, at), 1);
			byte ^= 1;
			assert_int_equal(pwrite(fd, &byte, 1, at), 1);
		}
		close(fd);
		assert_false(holds(cache, "a", "some content"));
	}
	cache_put(cache, key_of("a"), STR("some content"));
	assert_true(holds(cache, "a", "some content"));
	cache_free(cache);
}

static void
test_does_without_a_folder(void **state)
{
	struct cache *cache = cache_new(NULL);

	(void)state;
	cache_put(cache, key_of("a"), STR("one"));
	assert_false(holds(cache, "a", "one"));
	cache_prune(cache, 90);
	cache_free(cache);
	cache = cache_new("/proc/no/such/folder");
	cache_put(cache, key_of("a"), STR("one"));
	assert_false(holds(cache, "a", "one"));
	cache_free(cache);
}

static void
set_age(const char *path, int days)
{
	struct timespec times[2] = { { .tv_sec = time(NULL) - (time_t)days * 86400 },
		                     { .tv_sec = time(NULL) - (time_t)days * 86400 } };

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void
test_prunes_what_is_not_used(void **state)
{
	struct cache *cache = open_cache();
	char path[120];

	(void)state;
	cache_put(cache, key_of("old"), STR("old"));
	cache_put(cache, key_of("used"), STR("used"));
	set_age(path_of("old"), 91);
	set_age(path_of("used"), 91);
	assert_true(holds(cache, "used", "used")); /* that makes it new */
	cache_prune(cache, 90);
	assert_false(holds(cache, "old", "old"));
	assert_true(holds(cache, "used", "used"));
	/* Once a day is enough. */
	cache_put(cache, key_of("old"), STR("old"));
	set_age(path_of("old"), 91);
	cache_prune(cache, 90);
	assert_int_equal(access(path_of("old"), F_OK), 0);
	snprintf(path, sizeof path, "%s/c/1/pruned", folder);
	set_age(path, 2);
	cache_prune(cache, 90);
	assert_int_equal(access(path_of("old"), F_OK), -1);
	cache_free(cache);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_finds_what_was_put, make_folder,
		                                remove_folder),
		cmocka_unit_test_setup_teardown(test_keeps_out_of_git, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_believes_no_damaged_entry, make_folder,
		                                remove_folder),
		cmocka_unit_test_setup_teardown(test_does_without_a_folder, make_folder,
		                                remove_folder),
		cmocka_unit_test_setup_teardown(test_prunes_what_is_not_used, make_folder,
		                                remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
