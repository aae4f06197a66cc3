#include "site/place.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/marker.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TAKE_ATTEMPTS = 10 };

static char *
copy(struct str text)
{
	char *ptr = strndup(text.len ? text.ptr : "", text.len);

	if (!ptr)
		mem_exhausted();
	return ptr;
}

/* Where the path splits into what holds the site and the site's name. */
static size_t
name_at(struct str path)
{
	while (path.len > 0 && path.ptr[path.len - 1] != '/')
		path.len--;
	return path.len;
}

/* The real path of a site that is there, or of its folder (made where missing) and its name. */
static int
resolve(char real[PATH_MAX], const char *path)
{
	struct str rest = str(path);
	struct buf above = { 0 };
	struct stat st;
	size_t at;
	int rc = -1;

	if (realpath(path, real))
		return 0;
	if (errno != ENOENT || lstat(path, &st) == 0)
		return -1;
	while (rest.len > 1 && str_ends(rest, "/"))
		rest.len--;
	at = name_at(rest);
	buf_add(&above, at == 0 ? STR(".") : str_sub(rest, 0, at));
	if (file_make_folders(above.ptr, 0755) == 0 && realpath(above.ptr, real)) {
		size_t len = strlen(real);
		struct str name = str_sub(rest, at, rest.len);

		if (size_add(len + 2, name.len) > PATH_MAX) {
			errno = ENAMETOOLONG;
		} else {
			real[len] = '/';
			memcpy(real + len + 1, name.ptr, name.len);
			real[len + 1 + name.len] = '\0';
			rc = 0;
		}
	}
	buf_release(&above);
	return rc;
}

int
place_find(struct place *place, const char *path, struct diag *diag)
{
	char real[PATH_MAX];
	struct buf above = { 0 };
	size_t at;

	*place = (struct place){ .path = copy(str(path)), .parent = -1, .site = -1 };
	if (resolve(real, path) != 0) {
		diag_errno(diag, path, _("cannot be the site's folder"));
		return -1;
	}
	at = name_at(str(real));
	if (real[at] == '\0') {
		diag_environment(diag, _("%s cannot be a site: it is the root of all folders"),
		                 path);
		return -1;
	}
	place->name = copy(str(real + at));
	buf_add(&above, (struct str){ real, at });
	place->parent = open(above.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (place->parent < 0)
		diag_errno(diag, above.ptr, _("cannot open"));
	buf_release(&above);
	return place->parent < 0 ? -1 : 0;
}

bool
place_holds(const struct place *place)
{
	struct stat st;

	if (fstatat(place->parent, place->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return place->site < 0 && errno == ENOENT;
	return place->site >= 0 && st.st_dev == place->device && st.st_ino == place->inode;
}

void
place_report_busy(const struct place *place, struct diag *diag)
{
	diag_environment(diag, _("another build of %s is at work"), place->path);
	diag_hint(diag, _("wait until it is done, or give this one another folder with -o"));
}

static bool
is_empty(int fd)
{
	int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = again < 0 ? NULL : fdopendir(again);
	struct dirent *entry;
	bool empty = folder != NULL;

	if (!folder && again >= 0)
		close(again);
	while (empty && (entry = readdir(folder)))
		empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	if (folder)
		closedir(folder);
	return empty;
}

/* A volume that is mounted there stays there: it can be neither renamed nor exchanged. */
static bool
is_mount(const struct place *place)
{
#ifdef STATX_ATTR_MOUNT_ROOT
	struct statx st;

	return statx(place->parent, place->name, AT_SYMLINK_NOFOLLOW, 0, &st) == 0 &&
	       (st.stx_attributes & STATX_ATTR_MOUNT_ROOT);
#else
	return false;
#endif
}

/* Whether the folder that is open may be replaced as a whole. */
static int
check_ours(const struct place *place, struct diag *diag)
{
	struct stat st;

	if (is_mount(place)) {
		diag_environment(diag, _("%s is a mounted volume, which cannot be exchanged"),
		                 place->path);
		diag_hint(diag, _("put the site in a folder of it: -o %s/site"), place->path);
		return -1;
	}
	if (fstatat(place->site, MARKER_NAME, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    !S_ISREG(st.st_mode)) {
		if (is_empty(place->site))
			return 0;
		diag_environment(diag,
		                 _("%s is not empty, and quartier did not write it: it is left as "
		                   "it is"),
		                 place->path);
		diag_hint(diag,
		          _("give another folder with -o, or empty this one yourself (a site has a "
		            "file %s)"),
		          MARKER_NAME);
		return -1;
	}
	if (fstatat(place->site, ".git", &st, AT_SYMLINK_NOFOLLOW) == 0) {
		diag_environment(diag,
		                 _("%s is a git repository or a work tree of one, which replacing "
		                   "the site would destroy"),
		                 place->path);
		diag_hint(diag,
		          _("build into another folder with -o, and copy the site from there"));
		return -1;
	}
	return 0;
}

/* 1 when the site was exchanged by another build just now. */
static int
try_take(struct place *place, struct diag *diag)
{
	struct stat st;

	place->site =
		openat(place->parent, place->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (place->site < 0 && errno == ENOENT)
		return 0;
	if (place->site < 0 || fstat(place->site, &st) != 0) {
		diag_errno(diag, place->path, _("cannot be the site's folder"));
		return -1;
	}
	place->device = st.st_dev;
	place->inode = st.st_ino;
	/* Where folders cannot be locked (NFS), the staging folder's lock still tells builds apart,
	 * and place_holds notices one that came in between. */
	if (flock(place->site, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
		place_report_busy(place, diag);
		return -1;
	}
	if (place_holds(place))
		return check_ours(place, diag);
	close(place->site);
	place->site = -1;
	return 1;
}

int
place_take(struct place *place, struct diag *diag)
{
	int rc = 1;

	for (int i = 0; i < TAKE_ATTEMPTS && rc > 0; i++)
		rc = try_take(place, diag);
	if (rc > 0)
		place_report_busy(place, diag);
	return rc == 0 ? 0 : -1;
}

void
place_release(struct place *place)
{
	if (place->site >= 0)
		close(place->site);
	if (place->parent >= 0)
		close(place->parent);
	free(place->name);
	free(place->path);
	*place = (struct place){ .parent = -1, .site = -1 };
}
