/* What is put into a branch, and the commit of it. */
#include "site/branch_parts.h"

#include "base/arena.h"
#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "source/git_library.h"

#include <fcntl.h>
#include <unistd.h>

enum { MESSAGE_BYTES = 64 * 1024 };

#define CNAME "CNAME"

/* --- Files -------------------------------------------------------------------------------------- */

static bool
path_is_good(struct str path)
{
	struct str rest = path, part;

	if (!beneath_is_normal(path))
		return false;
	while (str_split(&rest, '/', &part)) /* git's own name, in whatever case */
		if (part.len >= 4 && str_eq_ascii(str_sub(part, 0, 4), STR(".git")))
			return false;
	return true;
}

static void
add_file(struct branch *branch, struct str path, const git_oid *id, git_filemode_t mode)
{
	struct branch_file *file;

	branch->files =
		arena_push(branch->arena, branch->files, &branch->files_len, sizeof *branch->files);
	file = &branch->files[branch->files_len - 1];
	*file = (struct branch_file){ arena_str(branch->arena, path), *id, mode };
}

/* A miss does not look whether git has packed its objects anew meanwhile: the worst is one written twice. */
static int
write_object(struct branch *branch, git_oid *id, struct str bytes, bool *written)
{
	const char *data = bytes.len ? bytes.ptr : "";

	*written = false;
	if (git_odb_hash(id, data, bytes.len, GIT_OBJECT_BLOB) != 0)
		return -1;
	if (branch->dry || git_odb_exists_ext(branch->odb, id, GIT_ODB_LOOKUP_NO_REFRESH))
		return 0;
	*written = true;
	return git_odb_write(id, branch->odb, data, bytes.len, GIT_OBJECT_BLOB) == 0 ? 0 : -1;
}

static int
report_write(struct diag *diag)
{
	diag_environment(diag, _("cannot write into the git repository: %s"), git_library_reason());
	return -1;
}

int
branch_put(struct branch *branch, struct str path, struct str bytes, struct diag *diag)
{
	bool written;
	git_oid id;

	if (!path_is_good(path)) {
		diag_environment(diag, _("\"%.*s\" is not a path in a site"), STR_ARG(path));
		return -1;
	}
	if (write_object(branch, &id, bytes, &written) != 0)
		return report_write(diag);
	pthread_mutex_lock(&branch->mutex);
	add_file(branch, path, &id, GIT_FILEMODE_BLOB);
	branch->written = branch->written || written;
	pthread_mutex_unlock(&branch->mutex);
	return 0;
}

static bool
has_file(const struct branch *branch, const char *path)
{
	for (size_t i = 0; i < branch->files_len; i++)
		if (str_is(branch->files[i].path, path))
			return true;
	return false;
}

/* What a service that serves the branch wants beside the site: no rewriting by Jekyll, and the domain's name, which the
 * service may have written into the branch itself. */
static int
add_extras(struct branch *branch, const git_tree *old, struct diag *diag)
{
	const git_tree_entry *cname = old ? git_tree_entry_byname(old, CNAME) : NULL;

	if (cname && git_tree_entry_type(cname) == GIT_OBJECT_BLOB && !has_file(branch, CNAME))
		add_file(branch, STR(CNAME), git_tree_entry_id(cname),
		         git_tree_entry_filemode(cname));
	if (has_file(branch, ".nojekyll"))
		return 0;
	return branch_put(branch, STR(".nojekyll"), (struct str){ 0 }, diag);
}

/* --- The commit --------------------------------------------------------------------------------- */

/* What the source commit says, and which one it is. */
static void
add_message(struct buf *out, const git_commit *source)
{
	const char *said = git_commit_message(source);
	struct str message = str_trim(str(said ? said : ""));
	char id[GIT_OID_HEXSZ + 1];

	git_oid_tostr(id, sizeof id, git_commit_id(source));
	if (message.len > MESSAGE_BYTES)
		message = str_sub(message, 0, MESSAGE_BYTES);
	buf_add(out, message);
	buf_printf(out, "%sSource: %s\n", message.len ? "\n\n" : "", id);
}

/* Who committed the content, at the time of the build's clock. */
static git_signature *
stamp_of(const struct branch *branch, int64_t when, int offset)
{
	const git_signature *by = git_commit_committer(branch->source);
	git_signature *stamp = NULL;

	if (git_signature_new(&stamp, by->name, by->email, when, offset / 60) == 0 ||
	    git_signature_new(&stamp, "quartier", "quartier@localhost", when, offset / 60) == 0)
		return stamp;
	return NULL; /* out of memory */
}

static int
create_commit(struct branch *branch, git_oid *id, const git_oid *tree_id,
              const git_signature *stamp)
{
	git_commit *parent = NULL;
	git_tree *tree = NULL;
	struct buf message = { 0 };
	const git_commit *parents[1];
	int rc = git_tree_lookup(&tree, branch->repository, tree_id);

	if (rc == 0 && branch->base.set)
		rc = git_commit_lookup(&parent, branch->repository, &branch->base.id);
	parents[0] = parent;
	add_message(&message, branch->source);
	if (rc == 0)
		rc = git_commit_create(id, branch->repository, NULL,
		                       git_commit_author(branch->source), stamp,
		                       git_commit_message_encoding(branch->source), message.ptr,
		                       tree, parent ? 1 : 0, parents);
	buf_release(&message);
	git_commit_free(parent);
	git_tree_free(tree);
	return rc;
}

/* Once, and before the branch names any of it: after a power cut, git has the branch as it was or all of the new. */
static int
sync_objects(const struct branch *branch)
{
	const char *path = arena_printf(branch->arena, "%s/objects", branch->links.folder).ptr;
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = fd >= 0 ? syncfs(fd) : -1;

	if (fd >= 0)
		close(fd);
	return rc;
}

static int
report_move(const struct branch *branch, int error, struct diag *diag)
{
	if (error != GIT_EMODIFIED && error != GIT_EEXISTS && error != GIT_ENOTFOUND &&
	    error != GIT_ELOCKED) {
		diag_environment(diag, _("the branch \"%s\" cannot be written: %s"), branch->name,
		                 git_library_reason());
		return -1;
	}
	diag_environment(
		diag,
		_("the branch \"%s\" was changed by somebody else meanwhile: it stays as they left it"),
		branch->name);
	diag_hint(diag, _("publish again, one at a time"));
	return -1;
}

/* From where it was when it was opened; another publisher, or a person, may have been faster. */
static int
move(struct branch *branch, const git_oid *id, struct diag *diag)
{
	git_reference *reference = NULL;
	int rc = git_reference_create_matching(&reference, branch->repository, branch->reference,
	                                       id, branch->here.set,
	                                       branch->here.set ? &branch->here.id : NULL, NULL);

	git_reference_free(reference);
	if (rc != 0)
		return report_move(branch, rc, diag);
	branch->after = (struct branch_tip){ *id, true };
	return 0;
}

/* For `git reflog`, where the repository keeps logs. libgit2 does so by the configuration, which was not read. */
static void
log_move(const struct branch *branch, const git_oid *id, const git_signature *stamp)
{
	const char *logs = arena_printf(branch->arena, "%s/logs/refs", branch->links.folder).ptr;
	git_reflog *log = NULL;

	if (access(logs, F_OK) != 0)
		return;
	/* Failing, only the log stays short. */
	if (git_reflog_read(&log, branch->repository, branch->reference) == 0 &&
	    git_reflog_append(log, id, stamp, "quartier publish") == 0)
		(void)git_reflog_write(log);
	git_reflog_free(log);
}

static int
write_commit(struct branch *branch, const struct branch_node *root, int64_t when, int offset,
             struct diag *diag)
{
	git_signature *stamp = stamp_of(branch, when, offset);
	git_oid id;
	int rc = stamp ? 0 : -1;

	if (rc == 0)
		rc = branch_tree_write(branch->odb, root);
	if (rc == 0)
		rc = create_commit(branch, &id, &root->id, stamp);
	if (rc != 0) {
		rc = report_write(diag);
	} else if (sync_objects(branch) != 0) {
		diag_errno(diag, branch->folder, _("cannot write"));
		rc = -1;
	} else {
		rc = move(branch, &id, diag);
	}
	if (rc == 0)
		log_move(branch, &id, stamp);
	git_signature_free(stamp);
	return rc;
}

/* The files of the commit that the new one comes after; NULL: there is none. */
static int
read_old(const struct branch *branch, git_tree **tree, struct diag *diag)
{
	git_commit *commit = NULL;
	int rc = 0;

	*tree = NULL;
	if (!branch->base.set)
		return 0;
	rc = git_commit_lookup(&commit, branch->repository, &branch->base.id);
	if (rc == 0)
		rc = git_commit_tree(tree, commit);
	git_commit_free(commit);
	if (rc == 0)
		return 0;
	diag_environment(diag, _("the branch \"%s\" cannot be read: %s"), branch->name,
	                 git_library_reason());
	return -1;
}

static int
commit_files(struct branch *branch, const git_tree *old, int64_t when, int offset,
             struct branch_commit *out, struct diag *diag)
{
	const git_oid *old_id = old ? git_tree_id(old) : NULL;
	struct branch_node root;

	if (add_extras(branch, old, diag) != 0 ||
	    branch_tree_make(&root, branch->arena, branch->files, branch->files_len, diag) != 0)
		return -1;
	if (branch_tree_compare(out, branch->arena, branch->repository, &root, old_id) != 0) {
		diag_environment(diag, _("the branch \"%s\" cannot be read: %s"), branch->name,
		                 git_library_reason());
		return -1;
	}
	out->files = branch->files_len;
	out->same = old_id && git_oid_equal(old_id, &root.id);
	if (out->same || branch->dry)
		return 0;
	return write_commit(branch, &root, when, offset, diag);
}

int
branch_commit(struct branch *branch, int64_t when, int offset, struct branch_commit *out,
              struct diag *diag)
{
	git_tree *old = NULL;
	int rc = read_old(branch, &old, diag);

	*out = (struct branch_commit){ 0 };
	if (rc == 0)
		rc = commit_files(branch, old, when, offset, out, diag);
	git_tree_free(old);
	if (rc == 0 && (branch->after.set || branch->base.set))
		git_oid_tostr(out->id, sizeof out->id,
		              branch->after.set ? &branch->after.id : &branch->base.id);
	return rc;
}
