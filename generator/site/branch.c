#include "site/branch.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/branch_parts.h"
#include "site/marker.h"
#include "source/git_library.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <git2/sys/repository.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD_BYTES = 4096 };

static const struct pos nowhere = { 0 };

/* --- Opening ------------------------------------------------------------------------------------ */

/* Finds git's own folder of the work tree or bare repository that `path` is, or lies in. */
static enum branch_result
find_repository(struct branch *branch, const char *path, struct diag *diag)
{
	git_buf found = { 0 };
	char real[PATH_MAX];
	size_t len;

	if (!realpath(path, real)) {
		diag_errno(diag, path, _("cannot read"));
		return BRANCH_FAILED;
	}
	if (git_repository_discover(&found, real, 1, NULL) != 0) {
		diag_error(diag, nowhere, "no-repository", _("%s is not in a git repository"),
		           path);
		diag_hint(diag, _("the site is committed to a branch of the content's repository: "
		                  "make one (git init, git add, git commit), or use quartier "
		                  "build"));
		return BRANCH_USAGE;
	}
	len = strlen(found.ptr);
	while (len > 1 && found.ptr[len - 1] == '/')
		len--;
	branch->folder = mem_alloc(len + 1);
	memcpy(branch->folder, found.ptr, len);
	git_buf_dispose(&found);
	return BRANCH_OK;
}

/* Opens it with an empty configuration in place of its own, as for reading (source/git.c), but the links
 * last as long as the branch is written. */
static int
open_linked(struct branch *branch)
{
	struct buf link = { 0 };
	char real[PATH_MAX];
	git_config *config = NULL;
	int rc = git_links_to(&branch->links, branch->folder);

	buf_printf(&link, "%s/objects", branch->links.folder);
	if (rc == 0)
		rc = git_repository_open_bare(&branch->repository, branch->links.folder);
	if (rc == 0)
		rc = git_config_new(&config);
	if (rc == 0)
		rc = git_repository_set_config(branch->repository, config);
	if (rc == 0)
		rc = realpath(link.ptr, real) ? git_odb_open(&branch->odb, real) : -1;
	if (rc == 0)
		rc = git_repository_set_odb(branch->repository, branch->odb);
	git_config_free(config);
	buf_release(&link);
	return rc;
}

static enum branch_result
open_repository(struct branch *branch, const char *path, struct diag *diag)
{
	enum branch_result result = find_repository(branch, path, diag);

	if (result != BRANCH_OK)
		return result;
	if (git_links_start(&branch->links) != 0) {
		diag_environment(diag, _("cannot make a temporary folder (TMPDIR): %s"),
		                 strerror(errno));
		return BRANCH_FAILED;
	}
	if (open_linked(branch) == 0)
		return BRANCH_OK;
	diag_environment(diag, _("%s: the git repository cannot be read: %s"), path,
	                 git_library_reason());
	return BRANCH_FAILED;
}

static enum branch_result
usage(struct diag *diag, const char *hint, const char *format, const char *name)
{
	diag_error(diag, nowhere, "usage", format, name);
	if (hint)
		diag_hint(diag, "%s", hint);
	return BRANCH_USAGE;
}

static enum branch_result
check_name(struct branch *branch, const char *name, struct diag *diag)
{
	int valid = 0;

	branch->name = arena_cstr(branch->arena, str(name));
	branch->reference = arena_printf(branch->arena, "refs/heads/%s", name).ptr;
	if (name[0] != '-' && strcmp(name, "HEAD") != 0 &&
	    git_reference_name_is_valid(&valid, branch->reference) == 0 && valid)
		return BRANCH_OK;
	return usage(diag, NULL, _("\"%s\" is not a name that a branch can have"), name);
}

/* Whether the file, a HEAD, names the branch. What cannot be read names nothing. */
static bool
names_branch(const struct branch *branch, const char *path)
{
	struct buf text = { .max = HEAD_BYTES };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	bool names = false;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && file_read_fd(&text, fd) == 0 &&
	    str_starts(buf_str(&text), "ref:"))
		names = str_is(str_trim(str_sub(buf_str(&text), 4, text.len)), branch->reference);
	if (fd >= 0)
		close(fd);
	buf_release(&text);
	return names;
}

/* Whether one of the repository's work trees has the branch checked out. */
static bool
is_checked_out(const struct branch *branch)
{
	const char *shared =
		realpath(arena_printf(branch->arena, "%s/refs/..", branch->links.folder).ptr,
	                 (char *)arena_alloc(branch->arena, PATH_MAX));
	const char *trees;
	struct dirent *entry;
	bool is;
	DIR *dir;

	if (!shared)
		return false;
	is = names_branch(branch, arena_printf(branch->arena, "%s/HEAD", shared).ptr);
	trees = arena_printf(branch->arena, "%s/worktrees", shared).ptr;
	if (is || !(dir = opendir(trees)))
		return is;
	while (!is && (entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			is = names_branch(branch, arena_printf(branch->arena, "%s/%s/HEAD", trees,
			                                       entry->d_name)
			                                  .ptr);
	closedir(dir);
	return is;
}

/* The commit that the site is made from. */
static enum branch_result
find_source(struct branch *branch, const char *rev, struct diag *diag)
{
	git_object *object = NULL;
	git_reference *reference = NULL;
	enum branch_result result = BRANCH_OK;
	int rc = git_revparse_ext(&object, &reference, branch->repository, rev ? rev : "HEAD");

	if (rc == 0)
		rc = git_object_peel((git_object **)&branch->source, object, GIT_OBJECT_COMMIT);
	if (rc != 0 && !rev) {
		diag_error(diag, nowhere, "no-revision", _("the git repository has no commit yet"));
		diag_hint(diag, _("commit the content first (git add, git commit): the site's "
		                  "commit takes its author and message from there"));
		result = BRANCH_USAGE;
	} else if (rc != 0) {
		result = usage(diag, _("name a branch, a tag or a commit"),
		               _("the site needs a commit to name: \"%s\" is none"), rev);
	} else if (reference && strcmp(git_reference_name(reference), branch->reference) == 0) {
		result = usage(
			diag, _("name another branch for the site with --branch"),
			_("the content is read from the branch \"%s\": the site cannot go there, too"),
			branch->name);
	}
	git_reference_free(reference);
	git_object_free(object);
	return result;
}

/* Whether the commit is of content, or of code: anything but a site that takes turns with others. */
static bool
holds_content(const struct branch *branch, const git_oid *id)
{
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	git_oid both;
	bool site, content;

	if (git_commit_lookup(&commit, branch->repository, id) != 0 ||
	    git_commit_tree(&tree, commit) != 0) {
		git_commit_free(commit);
		return false;
	}
	site = git_tree_entry_byname(tree, MARKER_NAME) != NULL;
	content = git_tree_entry_byname(tree, "quartier.yml") != NULL;
	git_tree_free(tree);
	git_commit_free(commit);
	return !site && (content || git_merge_base(&both, branch->repository, id,
	                                           git_commit_id(branch->source)) == 0);
}

static enum branch_result
check_tip(const struct branch *branch, const git_oid *id, struct diag *diag)
{
	if (!holds_content(branch, id))
		return BRANCH_OK;
	return usage(diag, _("name another branch for the site with --branch"),
	             _("the branch \"%s\" holds content, not a site"), branch->name);
}

/* Where the branch is now. */
static enum branch_result
read_tip(struct branch *branch, struct diag *diag)
{
	git_reference *reference = NULL;
	int rc = git_reference_lookup(&reference, branch->repository, branch->reference);

	if (rc == GIT_ENOTFOUND)
		return BRANCH_OK;
	if (rc == 0 && git_reference_type(reference) != GIT_REFERENCE_DIRECT) {
		git_reference_free(reference);
		return usage(diag, NULL, _("the branch \"%s\" is only another name of one"),
		             branch->name);
	}
	if (rc != 0) {
		diag_environment(diag, _("the branch \"%s\" cannot be read: %s"), branch->name,
		                 git_library_reason());
		return BRANCH_FAILED;
	}
	branch->here = (struct branch_tip){ *git_reference_target(reference), true };
	branch->base = branch->after = branch->here;
	git_reference_free(reference);
	return check_tip(branch, &branch->base.id, diag);
}

static enum branch_result
open_branch(struct branch *branch, const struct branch_options *options, struct diag *diag)
{
	enum branch_result result =
		open_repository(branch, options->path ? options->path : ".", diag);

	if (result == BRANCH_OK)
		result = check_name(branch, options->name, diag);
	if (result == BRANCH_OK)
		result = find_source(branch, options->rev, diag);
	if (result == BRANCH_OK && is_checked_out(branch))
		result = usage(diag, _("name another branch for the site with --branch"),
		               _("the branch \"%s\" is the one that is checked out: its files "
		                 "would stay behind"),
		               branch->name);
	return result == BRANCH_OK ? read_tip(branch, diag) : result;
}

enum branch_result
branch_open(struct branch **branch, const struct branch_options *options, struct diag *diag)
{
	struct branch *b;
	enum branch_result result;

	*branch = NULL;
	if (git_library_start(diag) != 0)
		return BRANCH_FAILED;
	b = mem_alloc(sizeof *b);
	b->arena = arena_new();
	b->dry = options->dry;
	pthread_mutex_init(&b->mutex, NULL);
	result = open_branch(b, options, diag);
	if (result == BRANCH_OK)
		*branch = b;
	else
		branch_free(b);
	return result;
}

void
branch_free(struct branch *branch)
{
	if (!branch)
		return;
	branch_remote_free(branch->remote);
	git_commit_free(branch->source);
	git_odb_free(branch->odb);
	git_repository_free(branch->repository);
	git_links_remove(&branch->links);
	pthread_mutex_destroy(&branch->mutex);
	arena_free(branch->arena);
	free(branch->folder);
	free(branch);
	git_library_stop();
}

/* --- Elsewhere ---------------------------------------------------------------------------------- */

enum branch_result
branch_reach(struct branch *branch, const char *remote, struct diag *diag)
{
	enum branch_result result = branch_remote_open(&branch->remote, branch, remote, diag);
	git_oid there;
	bool has;

	if (result != BRANCH_OK)
		return result;
	if (branch_remote_ask(branch->remote, &has, &there, diag) != 0)
		return BRANCH_FAILED;
	if (!has)
		return BRANCH_OK;
	if (branch->here.set) {
		if (branch_remote_comes_after(branch->remote, &branch->here.id, &there))
			return BRANCH_OK;
		branch_remote_report_moved(branch->remote, diag);
		return BRANCH_FAILED;
	}
	if (!git_odb_exists(branch->odb, &there) && branch_remote_fetch(branch->remote, diag) != 0)
		return BRANCH_FAILED;
	branch->base = (struct branch_tip){ there, true };
	return check_tip(branch, &there, diag);
}

int
branch_push(struct branch *branch, bool *pushed, struct diag *diag)
{
	git_oid there;
	bool has;

	*pushed = false;
	if (!branch->after.set)
		return 0; /* as it was over there */
	if (branch_remote_ask(branch->remote, &has, &there, diag) != 0)
		return -1;
	if (has && git_oid_equal(&there, &branch->after.id))
		return 0;
	if (branch_remote_push(branch->remote, &branch->after.id, has ? &there : NULL, diag) != 0)
		return -1;
	*pushed = true;
	return 0;
}

const char *
branch_address(const struct branch *branch)
{
	return branch_remote_address(branch->remote);
}
