#include "site/staging.h"

#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/marker.h"
#include "site/place.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	OPEN_FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC,
	MAKE_FILE = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	OPEN_ATTEMPTS = 10,
};

static char *
name_beside(const struct place *place)
{
	struct buf name = { 0 };

	buf_printf(&name, ".%s.quartier", place->name);
	return name.ptr; /* the caller frees it */
}

bool
staging_exists(const struct place *place)
{
	char *name = name_beside(place);
	struct stat st;
	bool exists = fstatat(place->parent, name, &st, AT_SYMLINK_NOFOLLOW) == 0;

	free(name);
	return exists;
}

static void
close_if_open(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Whether the lock that was opened is still the one that others would open. */
static bool
holds_lock(const struct staging *staging)
{
	struct stat held, seen;
	int fd = openat(staging->place->parent, staging->name, OPEN_FOLDER);
	bool same = fd >= 0 && fstat(staging->lock, &held) == 0 &&
	            fstatat(fd, "lock", &seen, AT_SYMLINK_NOFOLLOW) == 0 &&
	            held.st_dev == seen.st_dev && held.st_ino == seen.st_ino;

	close_if_open(&fd);
	return same;
}

/* 0 locked, -1 with errno (EWOULDBLOCK: by another build), 1 when a build that ended took the
 * folder away meanwhile. */
static int
try_lock(struct staging *staging)
{
	int parent = staging->place->parent;

	if (mkdirat(parent, staging->name, 0755) != 0 && errno != EEXIST)
		return -1;
	staging->fd = openat(parent, staging->name, OPEN_FOLDER);
	if (staging->fd < 0)
		return errno == ENOENT ? 1 : -1;
	/* A file, not the folder: over NFS, only what is open for writing can be locked. */
	staging->lock =
		openat(staging->fd, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (staging->lock < 0)
		return errno == ENOENT ? 1 : -1;
	if (flock(staging->lock, LOCK_EX | LOCK_NB) != 0)
		return -1;
	return holds_lock(staging) ? 0 : 1;
}

static int
lock(struct staging *staging)
{
	int rc = 1;

	for (int i = 0; i < OPEN_ATTEMPTS && rc > 0; i++) {
		close_if_open(&staging->lock);
		close_if_open(&staging->fd);
		rc = try_lock(staging);
	}
	if (rc > 0)
		errno = EWOULDBLOCK;
	return rc == 0 ? 0 : -1;
}

static int
clear(const struct staging *staging, const char *name)
{
	return file_remove_tree(staging->fd, name) == 0 || errno == ENOENT ? 0 : -1;
}

/* After a kill between two renames the site is gone, and here is the old one. */
static int
recover(const struct staging *staging)
{
	const struct place *place = staging->place;
	struct stat st;

	if (fstatat(place->parent, place->name, &st, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT &&
	    renameat(staging->fd, "old", place->parent, place->name) != 0 && errno != ENOENT)
		return -1;
	if (clear(staging, "old") != 0 || clear(staging, "new") != 0)
		return -1;
	return unlinkat(staging->fd, "marker", 0) == 0 || errno == ENOENT ? 0 : -1;
}

static int
make_tree(struct staging *staging)
{
	if (recover(staging) != 0 || mkdirat(staging->fd, "new", 0755) != 0)
		return -1;
	staging->tree = openat(staging->fd, "new", OPEN_FOLDER);
	return staging->tree < 0 ? -1 : 0;
}

static void
report(const struct staging *staging, struct diag *diag)
{
	struct buf what = { 0 };
	int why = errno;

	buf_printf(&what, _("cannot make the folder %s beside the site"), staging->name);
	errno = why;
	diag_errno(diag, staging->place->path, what.ptr);
	buf_release(&what);
}

int
staging_open(struct staging *staging, const struct place *place, struct diag *diag)
{
	*staging = (struct staging){ place, name_beside(place), -1, -1, -1 };
	if (lock(staging) != 0) {
		if (errno == EWOULDBLOCK)
			place_report_busy(place, diag);
		else
			report(staging, diag);
		close_if_open(&staging->lock); /* not ours to clear */
		close_if_open(&staging->fd);
		free(staging->name);
		*staging = (struct staging){ 0 };
		return -1;
	}
	if (make_tree(staging) != 0) {
		report(staging, diag);
		staging_release(staging);
		return -1;
	}
	return 0;
}

/* Makes the folders above `path`, the lowest first: most of the way is there already. */
static int
make_above(int tree, const char *path)
{
	const char *slash = strrchr(path, '/');
	char above[PATH_MAX];
	size_t len = slash ? (size_t)(slash - path) : 0;

	if (len == 0 || len >= sizeof above) {
		errno = len == 0 ? ENOENT : ENAMETOOLONG;
		return -1;
	}
	memcpy(above, path, len);
	above[len] = '\0';
	if (mkdirat(tree, above, 0755) == 0 || errno == EEXIST)
		return 0;
	if (errno != ENOENT || make_above(tree, above) != 0)
		return -1;
	return mkdirat(tree, above, 0755) == 0 || errno == EEXIST ? 0 : -1;
}

static int
make_file(int tree, const char *path)
{
	int fd = openat(tree, path, MAKE_FILE, 0644);

	if (fd < 0 && errno == ENOENT && make_above(tree, path) == 0)
		fd = openat(tree, path, MAKE_FILE, 0644);
	return fd;
}

/* A full disk may be reported only by close. */
static int
write_and_close(int fd, struct str bytes)
{
	int rc = file_write_all(fd, bytes);
	int why = errno;

	if (close(fd) != 0)
		return -1;
	errno = why;
	return rc;
}

int
staging_write(const struct staging *staging, const char *path, struct str bytes)
{
	int fd = make_file(staging->tree, path);

	return fd < 0 ? -1 : write_and_close(fd, bytes);
}

static int
copy_file(const struct staging *staging, const char *path)
{
	int from = beneath_open(staging->place->site, path, O_RDONLY);
	struct buf bytes = { 0 };
	int rc = from < 0 ? -1 : file_read_fd(&bytes, from);

	if (rc == 0)
		rc = staging_write(staging, path, buf_str(&bytes));
	close_if_open(&from);
	buf_release(&bytes);
	return rc;
}

int
staging_keep(const struct staging *staging, const char *path)
{
	int from = staging->place->site, to = staging->tree;
	int rc = linkat(from, path, to, path, 0);

	if (rc != 0 && errno == ENOENT && make_above(to, path) == 0)
		rc = linkat(from, path, to, path, 0);
	/* No hard links here (FAT, some network folders), too many of one file, or a file of
	 * somebody else's (fs.protected_hardlinks). */
	if (rc != 0 && (errno == EPERM || errno == EMLINK || errno == EXDEV ||
	                errno == EOPNOTSUPP || errno == ENOSYS))
		rc = copy_file(staging, path);
	return rc;
}

/* Where the kernel or the file system cannot exchange: between the two renames there is no site,
 * and a kill just then is mended by recover. */
static int
rename_twice(const struct staging *staging)
{
	const struct place *place = staging->place;
	int why;

	if (renameat(place->parent, place->name, staging->fd, "old") != 0)
		return -1;
	if (renameat(staging->fd, "new", place->parent, place->name) == 0)
		return 0;
	why = errno;
	/* Should this fail as well, the next build tries again. */
	(void)renameat(staging->fd, "old", place->parent, place->name);
	errno = why;
	return -1;
}

static int
put_in_place(const struct staging *staging)
{
	const struct place *place = staging->place;

	if (place->site < 0)
		return renameat(staging->fd, "new", place->parent, place->name);
#ifdef RENAME_EXCHANGE
	if (renameat2(staging->fd, "new", place->parent, place->name, RENAME_EXCHANGE) == 0)
		return 0;
	if (errno != ENOSYS && errno != EINVAL && errno != EOPNOTSUPP && errno != EPERM)
		return -1;
#endif
	return rename_twice(staging);
}

int
staging_exchange(const struct staging *staging)
{
	struct stat st;

	/* The folder keeps the permissions that somebody gave it. */
	if (staging->place->site >= 0 && fstat(staging->place->site, &st) == 0 &&
	    fchmod(staging->tree, st.st_mode & 07777) != 0)
		return -1;
	/* One sync for all files: an fsync for each takes minutes for a large site. */
	if (syncfs(staging->tree) != 0 || put_in_place(staging) != 0)
		return -1;
	/* The new site is complete on the disk and in place; should the rename itself not have
	 * reached the disk, a power cut brings the old one back, whole. */
	(void)fsync(staging->place->parent);
	return 0;
}

int
staging_replace_marker(const struct staging *staging, struct str marker)
{
	int fd = openat(staging->fd, "marker", MAKE_FILE, 0644);

	if (fd < 0)
		return -1;
	if (file_write_all(fd, marker) != 0 || fsync(fd) != 0) {
		int why = errno;

		close(fd);
		errno = why;
		return -1;
	}
	if (close(fd) != 0)
		return -1;
	return renameat(staging->fd, "marker", staging->place->site, MARKER_NAME);
}

void
staging_release(struct staging *staging)
{
	struct stat st;

	if (!staging->place)
		return;
	/* What cannot be cleared now is cleared by the next build: no site depends on it. Only where
	 * no site is there, "old" is all that is left of it. */
	(void)clear(staging, "new");
	if (fstatat(staging->place->parent, staging->place->name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		(void)clear(staging, "old");
	(void)unlinkat(staging->fd, "marker", 0);
	(void)unlinkat(staging->fd, "lock", 0);
	(void)unlinkat(staging->place->parent, staging->name, AT_REMOVEDIR);
	close_if_open(&staging->tree);
	close_if_open(&staging->lock);
	close_if_open(&staging->fd);
	free(staging->name);
	*staging = (struct staging){ 0 };
}
