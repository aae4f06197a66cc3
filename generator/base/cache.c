#include "base/cache.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The number changes when entries are written in another way: older ones then lie in another folder. */
#define VERSION "1"

/* Begins the name of an entry that is being written. */
#define TEMPORARY ".new-"

static const char first_line[] = "quartier cache " VERSION "\n";

enum {
	HEAD = sizeof first_line - 1 + HASH_HEX + 1, /* the line, the hash, a newline */
	NAME = 2 + 1 + HASH_HEX - 2 + 1,             /* "ab/cdef…" */
	DAY = 24 * 60 * 60,
};

struct cache {
	int fd;             /* of FOLDER/1; -1: nothing can be found or kept */
	atomic_uint number; /* of the next temporary file */
};

/* Whoever adds everything to their repository must not add this. */
static void
hide_from_git(int folder)
{
	int fd = openat(folder, ".gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

	if (fd < 0)
		return;
	(void)file_write_all(fd, STR("*\n"));
	close(fd);
}

static int
open_folder(const char *folder)
{
	int fd = -1, top;

	(void)file_make_folders(folder, 0755); /* it may be there, to be read only */
	top = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (top < 0)
		return -1;
	hide_from_git(top);
	if (mkdirat(top, VERSION, 0755) == 0 || errno == EEXIST || errno == EROFS ||
	    errno == EACCES)
		fd = openat(top, VERSION, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	close(top);
	return fd;
}

struct cache *
cache_new(const char *folder)
{
	struct cache *cache = mem_alloc(sizeof *cache);

	cache->fd = folder ? open_folder(folder) : -1;
	return cache;
}

void
cache_free(struct cache *cache)
{
	if (!cache)
		return;
	if (cache->fd >= 0)
		close(cache->fd);
	free(cache);
}

static void
entry_name(char name[NAME], struct hash key)
{
	char hex[HASH_HEX + 1];

	hash_hex(key, hex);
	snprintf(name, NAME, "%.2s/%s", hex, hex + 2);
}

/* Used today is as good as new: so once a day, and no more, it is written down. */
static void
touch(int fd, const struct stat *st)
{
	if (time(NULL) - st->st_mtime > DAY)
		(void)futimens(fd, NULL);
}

/* Whether what `out` holds from `start` is an entry; its head is then taken out. */
static bool
is_sound(struct buf *out, size_t start, struct hash key)
{
	struct str all = str_sub(buf_str(out), start, out->len), content;
	char hex[HASH_HEX + 1];

	if (all.len < HEAD || memcmp(all.ptr, first_line, sizeof first_line - 1) != 0)
		return false;
	content = str_sub(all, HEAD, all.len);
	hash_hex(hash_mix(key, hash_of(content)), hex);
	if (memcmp(all.ptr + sizeof first_line - 1, hex, HASH_HEX) != 0 ||
	    all.ptr[HEAD - 1] != '\n')
		return false;
	if (content.len)
		memmove(out->ptr + start, content.ptr, content.len);
	out->len = start + content.len;
	return true;
}

bool
cache_get(const struct cache *cache, struct hash key, struct buf *out)
{
	size_t start = out->len;
	char name[NAME];
	struct stat st;
	bool found;
	int fd;

	if (cache->fd < 0)
		return false;
	entry_name(name, key);
	fd = openat(cache->fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return false;
	found = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	if (found) {
		buf_reserve(out, (size_t)st.st_size + 1);
		found = file_read_fd(out, fd) == 0 && !out->full && is_sound(out, start, key);
	}
	if (found)
		touch(fd, &st);
	else
		out->len = start;
	close(fd);
	return found;
}

/* The key is in the hash: an entry that lies under another's name is not believed. */
static int
write_entry(int fd, struct hash key, struct str content)
{
	char head[HEAD + 1], hex[HASH_HEX + 1];

	hash_hex(hash_mix(key, hash_of(content)), hex);
	snprintf(head, sizeof head, "%s%s\n", first_line, hex);
	if (file_write_all(fd, (struct str){ head, HEAD }) != 0)
		return -1;
	return file_write_all(fd, content);
}

/* Not synced: an entry that a power cut tore is not believed, and made again. */
void
cache_put(struct cache *cache, struct hash key, struct str content)
{
	char name[NAME], temporary[64];
	bool written;
	int fd;

	if (cache->fd < 0)
		return;
	entry_name(name, key);
	name[2] = '\0';
	if (mkdirat(cache->fd, name, 0755) != 0 && errno != EEXIST)
		return;
	name[2] = '/';
	snprintf(temporary, sizeof temporary, "%.3s" TEMPORARY "%ld-%u", name, (long)getpid(),
	         atomic_fetch_add(&cache->number, 1));
	fd = openat(cache->fd, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	            0644);
	if (fd < 0)
		return;
	written = write_entry(fd, key, content) == 0;
	if (close(fd) != 0 || !written || renameat(cache->fd, temporary, cache->fd, name) != 0)
		(void)unlinkat(cache->fd, temporary, 0);
}

/* Opens a folder of the cache for reading; NULL when it is none. */
static DIR *
open_entries(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *entries = fd < 0 ? NULL : fdopendir(fd);

	if (!entries && fd >= 0)
		close(fd);
	return entries;
}

static void
prune_folder(int cache, const char *name, time_t before, time_t now)
{
	DIR *entries = open_entries(cache, name);
	const struct dirent *entry;

	while (entries && (entry = readdir(entries))) {
		bool left = strncmp(entry->d_name, TEMPORARY, sizeof TEMPORARY - 1) == 0;
		struct stat st;

		if (fstatat(dirfd(entries), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISREG(st.st_mode) && st.st_mtime < (left ? now - DAY : before))
			(void)unlinkat(dirfd(entries), entry->d_name, 0);
	}
	if (entries)
		closedir(entries);
}

/* Whether it was looked through today; else it is from now on. */
static bool
was_pruned(const struct cache *cache, time_t now)
{
	struct stat st;
	bool recently = fstatat(cache->fd, "pruned", &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	                now - st.st_mtime < DAY;
	int fd = recently ? -1
	                  : openat(cache->fd, "pruned", O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
	                           0644);

	if (fd >= 0) {
		(void)futimens(fd, NULL);
		close(fd);
	}
	return recently || fd < 0;
}

void
cache_prune(struct cache *cache, int days)
{
	time_t now = time(NULL);
	const struct dirent *entry;
	DIR *folders;

	if (cache->fd < 0 || was_pruned(cache, now))
		return;
	folders = open_entries(cache->fd, ".");
	while (folders && (entry = readdir(folders)))
		if (strlen(entry->d_name) == 2 && entry->d_name[0] != '.')
			prune_folder(cache->fd, entry->d_name, now - (time_t)days * DAY, now);
	if (folders)
		closedir(folders);
}
