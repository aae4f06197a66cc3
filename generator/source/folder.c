#include "source/folder.h"

#include "base/arena.h"
#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "source/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	OPEN_FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
	READ_ATTEMPTS = 3,
};

struct folder {
	int fd;
	char *path; /* as given, for messages */
};

enum source_result
folder_open(struct folder **folder, const char *path, struct diag *diag)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) {
		diag_error(diag, (struct pos){ 0 }, "no-content",
		           errno == ENOENT ? _("there is no folder %s") : _("%s is not a folder"),
		           path);
		diag_hint(
			diag,
			_("give the folder that quartier.yml is in, or run quartier in that folder"));
		return SOURCE_USAGE;
	}
	if (fd < 0) {
		diag_errno(diag, path, _("cannot read"));
		return SOURCE_FAILED;
	}
	*folder = mem_alloc(sizeof **folder);
	(*folder)->fd = fd;
	(*folder)->path = strdup(path);
	if (!(*folder)->path)
		mem_exhausted();
	return SOURCE_OK;
}

void
folder_free(struct folder *folder)
{
	if (!folder)
		return;
	close(folder->fd);
	free(folder->path);
	free(folder);
}

static bool
holds(int fd, const char *name)
{
	struct stat st;

	return fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

bool
folder_is_git(const struct folder *folder)
{
	int fd = folder->fd;

	return holds(fd, "HEAD") && holds(fd, "objects") && holds(fd, "refs") &&
	       !holds(fd, "quartier.yml");
}

/* What a message calls the file at `path`. */
static void
report_errno(const struct folder *folder, struct str path, const char *what, struct diag *diag)
{
	struct buf whole = { 0 };
	int why = errno;

	buf_adds(&whole, folder->path);
	if (path.len > 0) {
		if (!str_ends(buf_str(&whole), "/"))
			buf_addc(&whole, '/');
		buf_add(&whole, path);
	}
	errno = why;
	diag_errno(diag, whole.ptr, what);
	buf_release(&whole);
}

/* A walk through the folder: what stays the same on every level of it. */
struct walk {
	const struct folder *folder;
	struct listing *listing;
};

static int walk_level(const struct walk *walk, int fd, struct str path, unsigned depth);

static int
walk_folder(const struct walk *walk, int parent, const char *name, struct str path, unsigned depth)
{
	int entered = listing_enter(walk->listing, path, depth);
	int fd;

	if (entered <= 0)
		return entered;
	if ((fd = openat(parent, name, OPEN_FOLDER)) < 0) {
		if (errno == ENOENT) /* taken away since its name was read */
			return 0;
		report_errno(walk->folder, path, _("cannot read"), walk->listing->diag);
		return -1;
	}
	if (holds(fd, SOURCE_SITE_MARKER)) {
		close(fd);
		return 0;
	}
	if (holds(fd, ".git")) {
		close(fd);
		return listing_add(walk->listing, path, SOURCE_SUBMODULE, (struct str){ 0 });
	}
	return walk_level(walk, fd, path, depth);
}

static int
walk_entry(const struct walk *walk, int fd, const char *name, struct str folder, unsigned depth)
{
	struct listing *listing = walk->listing;
	struct str path = listing_path(listing, folder, str(name));
	struct stat st;

	if (!path.ptr)
		return 0;
	if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno == ENOENT)
			return 0;
		report_errno(walk->folder, path, _("cannot read"), listing->diag);
		return -1;
	}
	if (S_ISDIR(st.st_mode))
		return walk_folder(walk, fd, name, path, depth + 1);
	if (S_ISLNK(st.st_mode))
		return listing_add(listing, path, SOURCE_LINK, (struct str){ 0 });
	if (!S_ISREG(st.st_mode))
		return listing_add(listing, path, SOURCE_OTHER, (struct str){ 0 });
	return listing_add(listing, path, SOURCE_FILE,
	                   arena_printf(listing->arena, "%llu-%lld%09ld-%lld%09ld-%llu",
	                                (unsigned long long)st.st_size,
	                                (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
	                                (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec,
	                                (unsigned long long)st.st_ino));
}

/* Takes `fd` over and closes it. */
static int
walk_level(const struct walk *walk, int fd, struct str path, unsigned depth)
{
	DIR *level = fdopendir(fd);
	struct dirent *entry;
	int rc = 0;

	if (!level) {
		report_errno(walk->folder, path, _("cannot read"), walk->listing->diag);
		close(fd);
		return -1;
	}
	while (rc == 0 && (errno = 0, entry = readdir(level)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			rc = walk_entry(walk, fd, entry->d_name, path, depth);
	if (rc == 0 && errno != 0) {
		report_errno(walk->folder, path, _("cannot read"), walk->listing->diag);
		rc = -1;
	}
	closedir(level);
	return rc;
}

int
folder_list(const struct folder *folder, struct listing *listing)
{
	const struct walk walk = { folder, listing };
	int fd = openat(folder->fd, ".", OPEN_FOLDER); /* with a place in it of its own */

	if (fd < 0) {
		report_errno(folder, (struct str){ 0 }, _("cannot read"), listing->diag);
		return -1;
	}
	return walk_level(&walk, fd, (struct str){ 0 }, 0);
}

static bool
same_state(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Up to `size` bytes from the file's beginning, straight into the buffer: for ten thousand small
 * files, each call that is saved counts. */
static int
read_up_to(int fd, struct buf *out, size_t size)
{
	size_t done = 0;

	buf_reserve(out, size);
	while (done < size) {
		ssize_t n = pread(fd, out->ptr + out->len, size - done, (off_t)done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		done += (size_t)n;
		out->len += (size_t)n;
	}
	out->ptr[out->len] = '\0';
	return 0;
}

/* 1 when the file changed meanwhile, -1 with errno or out->full. */
static int
read_steady(int fd, struct buf *out)
{
	struct stat before, after;
	size_t from = out->len;

	if (fstat(fd, &before) != 0)
		return -1;
	if (!S_ISREG(before.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	if (out->max && (uintmax_t)before.st_size > out->max - out->len) {
		out->full = true;
		return -1;
	}
	if (read_up_to(fd, out, (size_t)before.st_size) != 0 || fstat(fd, &after) != 0)
		return -1;
	return !same_state(&before, &after) || out->len - from != (uintmax_t)after.st_size;
}

static void
report_read(const struct folder *folder, const char *path, int rc, struct diag *diag)
{
	if (rc > 0)
		diag_environment(diag, _("%s/%s changes while it is read"), folder->path, path);
	else if (errno == ELOOP || errno == ENOTDIR)
		listing_refuse(path, SOURCE_LINK, diag);
	else if (errno == EINVAL || errno == ENXIO)
		listing_refuse(path, SOURCE_OTHER, diag);
	else
		report_errno(folder, str(path), _("cannot read"), diag);
}

int
folder_read(const struct folder *folder, const char *path, struct buf *out, struct diag *diag)
{
	int fd = beneath_open(folder->fd, path, O_RDONLY);
	size_t from = out->len;
	int rc = 1;

	if (fd < 0 && errno == ENOENT)
		return 1;
	if (fd < 0) {
		report_read(folder, path, -1, diag);
		return -1;
	}
	for (int i = 0; i < READ_ATTEMPTS && rc > 0; i++) { /* an editor may be saving it */
		out->len = from;
		rc = read_steady(fd, out);
	}
	if (rc != 0 && !out->full)
		report_read(folder, path, rc, diag);
	close(fd);
	return rc == 0 ? 0 : -1;
}

/* The folder that holds the file at `path`, opened; *name is the file's in it. */
static int
open_above(const struct folder *folder, const char *path, const char **name)
{
	const char *slash = strrchr(path, '/');
	struct buf above = { 0 };
	int fd, why;

	*name = slash ? slash + 1 : path;
	if (!slash)
		return openat(folder->fd, ".", OPEN_FOLDER);
	buf_add(&above, (struct str){ path, (size_t)(slash - path) });
	fd = beneath_open(folder->fd, above.ptr, OPEN_FOLDER);
	why = errno;
	buf_release(&above);
	errno = why;
	return fd;
}

/* Nothing is there, or a link is in its place. */
static bool
is_gone(int error)
{
	return error == ENOENT || error == ELOOP || error == ENOTDIR;
}

/* Whether the file holds `was`: then *seen describes it. 1 when not, -1 with errno. */
static int
holds_bytes(int folder, const char *name, struct str was, struct stat *seen)
{
	struct buf now = { .max = was.len + 1 };
	/* To be written, too: who protected a file from that means it. */
	int fd = beneath_open(folder, name, O_RDWR), rc, why;

	if (fd < 0)
		return is_gone(errno) ? 1 : -1;
	rc = fstat(fd, seen) != 0 ? -1 : read_steady(fd, &now);
	why = errno;
	if (now.full || (rc == 0 && !str_eq(buf_str(&now), was)))
		rc = 1;
	close(fd);
	buf_release(&now);
	errno = why;
	return rc;
}

int
folder_replace(const struct folder *folder, const char *path, struct str was, struct str text,
               struct diag *diag)
{
	const char *name;
	struct stat seen;
	int above = open_above(folder, path, &name);
	int rc = above < 0 ? (is_gone(errno) ? 1 : -1) : holds_bytes(above, name, was, &seen);

	if (rc == 0)
		rc = file_replace_at(above, name, &seen, text);
	if (rc < 0)
		report_errno(folder, str(path), _("cannot write"), diag);
	if (above >= 0)
		close(above);
	return rc;
}

/* The folder of the file at `path`, which needs to be no deeper than one level: cards and maps are not. */
static int
make_above(const struct folder *folder, const char *path)
{
	const char *slash = strchr(path, '/');
	struct buf name = { 0 };
	int rc = 0;

	if (!slash)
		return 0;
	buf_add(&name, (struct str){ path, (size_t)(slash - path) });
	if (mkdirat(folder->fd, name.ptr, 0777) != 0 && errno != EEXIST)
		rc = -1;
	buf_release(&name);
	return rc;
}

int
folder_create(const struct folder *folder, const char *path, struct str text, struct diag *diag)
{
	const char *name;
	int above = -1, rc = make_above(folder, path);

	if (rc == 0 && (above = open_above(folder, path, &name)) < 0)
		rc = -1;
	if (rc == 0)
		rc = file_create_at(above, name, text);
	if (rc < 0)
		report_errno(folder, str(path), _("cannot write"), diag);
	if (above >= 0)
		close(above);
	return rc;
}
