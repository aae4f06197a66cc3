#include "source/git_links.h"

#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a revision may need. */
static const struct {
	const char *name, *target;
	bool own;        /* of a linked work tree itself, not of the folder that it shares */
	bool when_there; /* libgit2 takes a link to nothing for the file */
} links_made[] = {
	{ "HEAD", "HEAD", true, false },
	{ "ORIG_HEAD", "ORIG_HEAD", true, false },
	{ "FETCH_HEAD", "FETCH_HEAD", true, false },
	{ "MERGE_HEAD", "MERGE_HEAD", true, false },
	{ "CHERRY_PICK_HEAD", "CHERRY_PICK_HEAD", true, false },
	{ "logs/HEAD", "logs/HEAD", true, false },
	{ "logs/refs", "logs/refs", false, false },
	{ "objects", "objects", false, false },
	{ "refs", "refs", false, false },
	{ "packed-refs", "packed-refs", false, false },
	{ "shallow", "shallow", false, true },
	{ GIT_LINKS_CONFIG, "config", false, false },
};

int
git_links_start(struct git_links *links)
{
	const char *temporary = getenv("TMPDIR");
	int len = snprintf(links->folder, sizeof links->folder, "%s/quartier-git-XXXXXX",
	                   temporary && temporary[0] ? temporary : "/tmp");

	if (len > 0 && (size_t)len < sizeof links->folder && mkdtemp(links->folder))
		return 0;
	if (len > 0 && (size_t)len >= sizeof links->folder)
		errno = ENAMETOOLONG;
	links->folder[0] = '\0';
	return -1;
}

void
git_links_remove(struct git_links *links)
{
	if (links->folder[0])
		file_remove_tree(AT_FDCWD, links->folder);
	links->folder[0] = '\0';
}

/* Appends the folder that `path` shares with others: what its file "commondir" says, or itself. */
static void
add_shared_folder(struct buf *out, const char *path)
{
	struct buf said = { .max = PATH_MAX };
	struct stat st;
	int fd;

	buf_printf(out, "%s/commondir", path);
	fd = open(out->ptr, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		file_read_fd(&said, fd);
	if (fd >= 0)
		close(fd);
	buf_clear(out);
	if (said.len && said.ptr[0] != '/')
		buf_printf(out, "%s/", path);
	buf_add(out, said.len ? str_trim(buf_str(&said)) : str(path));
	buf_release(&said);
}

static int
add_link(const struct git_links *links, const char *name, const char *folder, const char *target)
{
	struct buf from = { 0 }, to = { 0 };
	int rc;

	buf_printf(&from, "%s/%s", links->folder, name);
	buf_printf(&to, "%s/%s", folder, target);
	rc = (unlink(from.ptr) != 0 && errno != ENOENT) || symlink(to.ptr, from.ptr) != 0 ? -1 : 0;
	buf_release(&from);
	buf_release(&to);
	return rc;
}

static bool
is_there(const char *folder, const char *name)
{
	struct buf path = { 0 };
	bool is;

	buf_printf(&path, "%s/%s", folder, name);
	is = access(path.ptr, F_OK) == 0;
	buf_release(&path);
	return is;
}

int
git_links_to(struct git_links *links, const char *path)
{
	struct buf head = { 0 }, shared = { 0 }, logs = { 0 };
	int rc;

	buf_printf(&head, "%s/HEAD", path);
	rc = access(head.ptr, F_OK);
	if (rc == 0) {
		buf_printf(&logs, "%s/logs", links->folder);
		rc = file_make_folders(logs.ptr, 0700);
		add_shared_folder(&shared, path);
	}
	for (size_t i = 0; rc == 0 && i < countof(links_made); i++)
		rc = links_made[i].when_there && !is_there(shared.ptr, links_made[i].target)
		             ? 0
		             : add_link(links, links_made[i].name,
		                        links_made[i].own ? path : shared.ptr,
		                        links_made[i].target);
	if (rc == 0) {
		snprintf(links->own, sizeof links->own, "%s", path);
		snprintf(links->shared, sizeof links->shared, "%s", shared.ptr);
	}
	buf_release(&head);
	buf_release(&shared);
	buf_release(&logs);
	return rc;
}
