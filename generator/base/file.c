#include "base/file.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int
file_read_fd(struct buf *out, int fd)
{
	char chunk[64 * 1024];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof chunk)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		buf_add(out, (struct str){ chunk, (size_t)n });
		if (out->full)
			return 0;
	}
	return 0;
}

int
file_read(struct buf *out, const char *path, struct diag *diag)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int rc = fd < 0 ? -1 : file_read_fd(out, fd);

	if (rc < 0)
		diag_errno(diag, path, _("cannot read"));
	else if (out->full)
		diag_environment(diag, _("%s is larger than %zu bytes"), path, out->max);
	if (fd >= 0)
		close(fd);
	return rc < 0 || out->full ? -1 : 0;
}

int
file_write_all(int fd, struct str data)
{
	while (data.len > 0) {
		ssize_t n = write(fd, data.ptr, data.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data = str_sub(data, (size_t)n, data.len);
	}
	return 0;
}

/* Whether `path` is this program's own standard output, wherever the shell sent that: opened anew, a
 * file there would lose what was appended to. */
static bool
is_stdout(const char *path)
{
	return strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 ||
	       strcmp(path, "/dev/fd/1") == 0;
}

/* A pipe or a device is there to be written to; a file in its place would surprise. */
static int
write_through(const char *path, struct str data, struct diag *diag)
{
	bool own = is_stdout(path);
	int fd = own ? STDOUT_FILENO : open(path, O_WRONLY | O_CLOEXEC);
	int rc = fd < 0 ? -1 : file_write_all(fd, data);

	if (fd >= 0 && !own && close(fd) != 0)
		rc = -1;
	if (rc < 0)
		diag_errno(diag, own ? _("standard output") : path, _("cannot write"));
	return rc;
}

/* The same for a path without links. */
static int
replace_regular(const char *path, struct str data, struct diag *diag)
{
	struct buf tmp = { 0 };
	int fd, rc = -1;
	bool made = false;
	mode_t mask;

	buf_printf(&tmp, "%s.XXXXXX", path);
	if ((fd = mkostemp(tmp.ptr, O_CLOEXEC)) < 0)
		goto out;
	made = true;
	mask = umask(0);
	umask(mask);
	if (file_write_all(fd, data) < 0 || fchmod(fd, 0666 & ~mask) < 0)
		goto out;
	rc = close(fd); /* before the rename: a full disk may be reported only here */
	fd = -1;
	if (rc == 0)
		rc = rename(tmp.ptr, path);
out:
	if (rc < 0) /* before the clean-up, which may overwrite errno */
		diag_errno(diag, path, _("cannot write"));
	if (fd >= 0)
		close(fd);
	if (rc < 0 && made)
		unlink(tmp.ptr);
	buf_release(&tmp);
	return rc;
}

int
file_replace(const char *path, struct str data, struct diag *diag)
{
	struct stat st;
	char *real;
	int rc;

	if (is_stdout(path) || (stat(path, &st) == 0 && !S_ISREG(st.st_mode)))
		return write_through(path, data, diag);
	/* Where a link leads to a file, that file is meant, and the link stays. */
	real = realpath(path, NULL);
	rc = replace_regular(real ? real : path, data, diag);
	free(real);
	return rc;
}

/* A new file beside `name`, called so that no content lists it (a dot in front). */
static int
make_beside(int folder, const char *name, struct buf *tmp)
{
	enum { ATTEMPTS = 100, NAME_KEPT = 200 };
	int fd = -1;

	for (int i = 0; i < ATTEMPTS && fd < 0; i++) {
		buf_clear(tmp);
		buf_printf(tmp, ".%.*s.%ld-%d.quartier", NAME_KEPT, name, (long)getpid(), i);
		fd = openat(folder, tmp->ptr, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		            0600);
		if (fd < 0 && errno != EEXIST) /* one that is there was left by a killed run */
			break;
	}
	return fd;
}

static int
fill_as(int fd, const struct stat *seen, struct str data)
{
	if (file_write_all(fd, data) < 0)
		return -1;
	/* Only root may give files away, and does so in a container over a person's folder. Before the
	 * mode, of which it may take bits. */
	if (fchown(fd, seen->st_uid, seen->st_gid) != 0 && errno != EPERM)
		return -1;
	/* What a person typed is not made again: it is on the disk before its old form goes. */
	return fchmod(fd, seen->st_mode & 07777) != 0 || fsync(fd) != 0 ? -1 : 0;
}

static bool
is_still(int folder, const char *name, const struct stat *seen)
{
	struct stat now;

	return fstatat(folder, name, &now, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(now.st_mode) &&
	       now.st_dev == seen->st_dev && now.st_ino == seen->st_ino &&
	       now.st_size == seen->st_size && now.st_mtim.tv_sec == seen->st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == seen->st_mtim.tv_nsec;
}

int
file_replace_at(int folder, const char *name, const struct stat *seen, struct str data)
{
	struct buf tmp = { 0 };
	int fd = make_beside(folder, name, &tmp), rc = fd < 0 ? -1 : fill_as(fd, seen, data), why;
	bool made = fd >= 0;

	if (made && close(fd) != 0)
		rc = -1;
	if (rc == 0)
		rc = is_still(folder, name, seen) ? renameat(folder, tmp.ptr, folder, name) : 1;
	why = errno; /* before the clean-up, which may overwrite it */
	if (made && rc != 0)
		unlinkat(folder, tmp.ptr, 0);
	buf_release(&tmp);
	errno = why;
	return rc;
}

/* The new file under its name, unless there is one. Old kernels and some file systems cannot rename so, but link. */
static int
put_under(int folder, const char *tmp, const char *name)
{
	if (renameat2(folder, tmp, folder, name, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (linkat(folder, tmp, folder, name, 0) != 0)
		return -1;
	(void)unlinkat(folder, tmp, 0); /* under its name it is there */
	return 0;
}

int
file_create_at(int folder, const char *name, struct str data)
{
	struct buf tmp = { 0 };
	int fd = make_beside(folder, name, &tmp), rc, why;
	bool made = fd >= 0;
	mode_t mask = umask(0);

	umask(mask);
	rc = fd < 0 || file_write_all(fd, data) < 0 || fchmod(fd, 0666 & ~mask) < 0 ||
	                     fsync(fd) != 0
	             ? -1
	             : 0;
	if (made && close(fd) != 0)
		rc = -1;
	if (rc == 0 && put_under(folder, tmp.ptr, name) != 0)
		rc = errno == EEXIST ? 1 : -1;
	why = errno; /* before the clean-up, which may overwrite it */
	if (made && rc != 0)
		unlinkat(folder, tmp.ptr, 0);
	buf_release(&tmp);
	errno = why;
	return rc;
}

int
file_make_folders(const char *path, mode_t mode)
{
	struct buf part = { 0 };
	int rc = 0;

	for (const char *p = path; rc == 0 && *p; p++) {
		if (p[0] != '/' || p == path || p[-1] == '/')
			continue;
		buf_clear(&part);
		buf_add(&part, (struct str){ path, (size_t)(p - path) });
		if (mkdir(part.ptr, mode) != 0 && errno != EEXIST)
			rc = -1;
	}
	buf_release(&part);
	if (rc == 0 && mkdir(path, mode) != 0 && errno != EEXIST)
		rc = -1;
	return rc;
}

static int
remove_entries(DIR *folder)
{
	struct dirent *entry;
	int rc = 0;

	while ((entry = readdir(folder))) {
		const char *name = entry->d_name;

		if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
			continue;
		/* Most entries are files: try that first and ask no type. */
		if (unlinkat(dirfd(folder), name, 0) != 0 &&
		    ((errno != EISDIR && errno != EPERM) ||
		     file_remove_tree(dirfd(folder), name) != 0))
			rc = -1;
	}
	return rc;
}

int
file_remove_tree(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	int rc;

	if (!folder) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	rc = remove_entries(folder);
	closedir(folder);
	return rc == 0 ? unlinkat(parent, name, AT_REMOVEDIR) : -1;
}
