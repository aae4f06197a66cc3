#include "source/git.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "source/git_library.h"
#include "source/git_parts.h"
#include "source/listing.h"

#include <errno.h>
#include <git2/sys/repository.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
	TREE_BYTES = 64 * 1024 * 1024, /* of one tree object; a forged one may be huge */
};

/* Lets the repository read its objects from where they are, as the links to them do not last. */
static int
use_objects(git_repository *repository, const struct git_links *links)
{
	struct buf link = { 0 };
	char real[PATH_MAX];
	git_odb *odb = NULL;
	int rc;

	buf_printf(&link, "%s/objects", links->folder);
	rc = realpath(link.ptr, real) ? git_odb_open(&odb, real) : -1;
	if (rc == 0)
		rc = git_repository_set_odb(repository, odb);
	git_odb_free(odb);
	buf_release(&link);
	return rc;
}

/* Opens git's own folder at `path`, with an empty configuration in place of the repository's.
 * git_repository_open_bare, as it looks for no work tree, which only the configuration names. */
static int
open_repository(struct git_content *content, const char *path)
{
	git_config *config = NULL;
	int rc = git_links_to(&content->links, path);

	if (rc == 0)
		rc = git_repository_open_bare(&content->repository, content->links.folder);
	if (rc == 0)
		rc = git_config_new(&config);
	if (rc == 0)
		rc = git_repository_set_config(content->repository, config);
	if (rc == 0)
		rc = use_objects(content->repository, &content->links);
	git_config_free(config);
	if (rc != 0) {
		git_repository_free(content->repository);
		content->repository = NULL;
	}
	return rc;
}

/* Opens the repository whose work tree is `folder`: its .git, or where a file .git points. */
static int
open_work_tree(struct git_content *content, const char *folder)
{
	git_buf found = { 0 };
	struct buf dot_git = { 0 };
	struct stat st;
	int rc = -1;

	buf_printf(&dot_git, "%s/.git", strcmp(folder, "/") == 0 ? "" : folder);
	if (lstat(dot_git.ptr, &st) == 0)
		rc = git_repository_discover(&found, folder, 0, folder);
	if (rc == 0)
		rc = open_repository(content, found.ptr);
	git_buf_dispose(&found);
	buf_release(&dot_git);
	return rc;
}

/* Looks in `folder`, then in those above it. *beneath is the way from the work tree's root down to
 * `folder`, borrowed from it; NULL when it is git's own folder. */
static int
find_repository(struct git_content *content, const char *folder, const char **beneath)
{
	char above[PATH_MAX];
	size_t len = strlen(folder);

	if (len >= sizeof above)
		return -1;
	memcpy(above, folder, len + 1);
	for (;;) {
		if (open_work_tree(content, above) == 0) {
			*beneath = folder + len + (folder[len] == '/');
			return 0;
		}
		*beneath = NULL;
		if (folder[len] == '\0' && open_repository(content, above) == 0)
			return 0;
		if (len <= 1)
			return -1;
		while (len > 1 && above[len - 1] != '/')
			len--;
		if (len > 1)
			len--;
		above[len] = '\0';
	}
}

static enum source_result
open_found(struct git_content *content, const char *path, const char **beneath, char *real,
           struct diag *diag)
{
	if (!realpath(path, real)) {
		diag_errno(diag, path, _("cannot read"));
		return SOURCE_FAILED;
	}
	if (git_links_start(&content->links) != 0) {
		diag_environment(diag, _("cannot make a temporary folder (TMPDIR): %s"),
		                 strerror(errno));
		return SOURCE_FAILED;
	}
	if (find_repository(content, real, beneath) != 0) {
		diag_error(diag, (struct pos){ 0 }, "no-repository",
		           _("%s is not in a git repository"), path);
		diag_hint(diag,
		          _("--rev reads a commit; without --rev, the folder is read as it is"));
		return SOURCE_USAGE;
	}
	content->bare = !*beneath;
	if (git_repository_odb(&content->odb, content->repository) != 0) {
		diag_environment(diag, _("%s: the git repository cannot be read: %s"), path,
		                 git_library_reason());
		return SOURCE_FAILED;
	}
	return SOURCE_OK;
}

/* "main@{upstream}" is the one form of a revision whose meaning only the configuration knows. */
static void
learn_upstream(git_repository *repository, const char *rev)
{
	struct buf path = { 0 };
	git_config *config = NULL;

	if (!strcasestr(rev, "@{u"))
		return;
	buf_printf(&path, "%s%s", git_repository_commondir(repository), GIT_LINKS_CONFIG);
	/* Failing, the revision is not found, and that is reported. */
	if (git_config_open_ondisk(&config, path.ptr) == 0)
		git_repository_set_config(repository, config);
	git_config_free(config);
	buf_release(&path);
}

static enum source_result
report_revision(const struct git_content *content, const char *rev, int error, struct diag *diag)
{
	const struct pos nowhere = { 0 };

	if (error == GIT_EAMBIGUOUS) {
		diag_error(diag, nowhere, "no-revision",
		           _("\"%s\" is the beginning of several "
		             "commits' names"),
		           rev);
		diag_hint(diag, _("write more of its characters"));
	} else if (git_repository_head_unborn(content->repository) == 1 &&
	           strncmp(rev, "HEAD", 4) == 0) {
		diag_error(diag, nowhere, "no-revision", _("the git repository has no commit yet"));
		diag_hint(diag,
		          _("commit the content first (git add, git commit), or name a branch "
		            "with --rev"));
	} else if (error == GIT_ENOTFOUND || error == GIT_EINVALIDSPEC ||
	           error == GIT_EUNBORNBRANCH ||
	           (rev[0] == ':' &&
	            rev[1] != '/')) { /* git's index: files alone, and no commit's */
		diag_error(diag, nowhere, "no-revision", _("there is no revision \"%s\""), rev);
		diag_hint(
			diag,
			git_repository_is_shallow(content->repository) == 1
				? _("the repository is a shallow clone, without the older commits: \"git "
		                    "fetch --unshallow\" brings them")
				: _("--rev takes a branch, a tag, a commit's name or its beginning, or a "
		                    "form like HEAD~2"));
	} else {
		diag_environment(diag, _("the revision \"%s\" cannot be read: %s"), rev,
		                 git_library_reason());
		return SOURCE_FAILED;
	}
	return SOURCE_USAGE;
}

/* The commit among the objects whose names begin as `prefix` says. */
struct search {
	git_odb *odb;
	struct str prefix;
	git_oid found;
	size_t count;
};

static int
consider(const git_oid *id, void *context)
{
	struct search *search = context;
	char hex[GIT_OID_HEXSZ];
	git_object_t type;
	size_t size;

	git_oid_fmt(hex, id);
	if (search->prefix.len > sizeof hex ||
	    !str_eq_ascii((struct str){ hex, search->prefix.len }, search->prefix) ||
	    git_odb_read_header(&size, &type, search->odb, id) != 0 || type != GIT_OBJECT_COMMIT)
		return 0;
	/* An object that is packed and loose as well comes up twice. */
	search->count += search->count == 0 || !git_oid_equal(id, &search->found);
	search->found = *id;
	return 0;
}

/* A short id that several objects share still means the one of them that is a commit. */
static int
find_commit(git_object **object, const struct git_content *content, const char *rev)
{
	struct search search = { .odb = content->odb, .prefix = str(rev) };
	int rc = git_odb_foreach(content->odb, consider, &search);

	if (rc != 0)
		return rc;
	if (search.count != 1)
		return GIT_EAMBIGUOUS;
	return git_object_lookup(object, content->repository, &search.found, GIT_OBJECT_COMMIT);
}

/* Whether the tree has a folder of that path. */
static bool
has_folder(const git_tree *tree, const char *path)
{
	git_tree_entry *entry = NULL;
	bool has = git_tree_entry_bypath(&entry, tree, path) == 0 &&
	           git_tree_entry_type(entry) == GIT_OBJECT_TREE;

	git_tree_entry_free(entry);
	return has;
}

/* The folder `beneath` of the tree; whatever is there must be a tree, no link and no submodule. */
static enum source_result
descend(struct git_content *content, const char *rev, const char *beneath, struct diag *diag)
{
	git_tree_entry *entry = NULL;
	git_tree *tree = NULL;
	int rc = git_tree_entry_bypath(&entry, content->tree, beneath);

	if (rc == 0 && git_tree_entry_type(entry) != GIT_OBJECT_TREE)
		rc = GIT_ENOTFOUND;
	if (rc == 0)
		rc = git_tree_lookup(&tree, content->repository, git_tree_entry_id(entry));
	git_tree_entry_free(entry);
	if (rc == 0) {
		git_tree_free(content->tree);
		content->tree = tree;
		return SOURCE_OK;
	}
	if (rc != GIT_ENOTFOUND) {
		diag_environment(diag, _("the revision \"%s\" cannot be read: %s"), rev,
		                 git_library_reason());
		return SOURCE_FAILED;
	}
	diag_error(diag, (struct pos){ 0 }, "no-content", _("\"%s\" has no folder %s"), rev,
	           beneath);
	return SOURCE_USAGE;
}

/* Where the history begins; a revision that is a folder alone has none. */
static void
remember_commit(struct git_content *content, const git_object *object, const char *beneath)
{
	git_object *commit = NULL;

	if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0)
		content->commit = *git_object_id(commit);
	git_object_free(commit);
	beneath = beneath ? beneath : "";
	content->beneath = mem_alloc(strlen(beneath) + 1);
	memcpy(content->beneath, beneath, strlen(beneath));
}

static enum source_result
resolve(struct git_content *content, const char *rev, const char *beneath, struct diag *diag)
{
	git_object *object = NULL;
	bool is_tree;
	int rc;

	learn_upstream(content->repository, rev);
	rc = git_revparse_single(&object, content->repository, rev);
	if (rc == GIT_EAMBIGUOUS)
		rc = find_commit(&object, content, rev);
	if (rc != 0)
		return report_revision(content, rev, rc, diag);
	is_tree = git_object_type(object) == GIT_OBJECT_TREE;
	remember_commit(content, object, beneath);
	rc = git_object_peel((git_object **)&content->tree, object, GIT_OBJECT_TREE);
	git_object_free(object);
	if (rc == GIT_EPEEL || rc == GIT_EINVALIDSPEC) {
		diag_error(diag, (struct pos){ 0 }, "no-revision",
		           _("\"%s\" is neither a commit nor a folder in one"), rev);
		return SOURCE_USAGE;
	}
	if (rc != 0)
		return report_revision(content, rev, rc, diag);
	/* A revision that names a folder (HEAD:guide) has said which already; one that names the whole
	 * tree (HEAD^{tree}) has not. */
	if (!beneath || !*beneath || (is_tree && !has_folder(content->tree, beneath)))
		return SOURCE_OK;
	return descend(content, rev, beneath, diag);
}

enum source_result
git_content_open(struct git_content **content, const char *path, const char *rev, struct diag *diag)
{
	char real[PATH_MAX];
	const char *beneath = NULL;
	enum source_result result;

	if (git_library_start(diag) != 0)
		return SOURCE_FAILED;
	*content = mem_alloc(sizeof **content);
	result = open_found(*content, path, &beneath, real, diag);
	if (result == SOURCE_OK)
		result = resolve(*content, rev ? rev : "HEAD", beneath, diag);
	git_links_remove(&(*content)->links);
	if (result != SOURCE_OK) {
		git_content_free(*content);
		*content = NULL;
	}
	return result;
}

void
git_content_free(struct git_content *content)
{
	if (!content)
		return;
	free(content->beneath);
	git_tree_free(content->tree);
	git_odb_free(content->odb);
	git_repository_free(content->repository);
	free(content);
	git_library_stop();
}

bool
git_content_is_bare(const struct git_content *content)
{
	return content->bare;
}

void
git_content_folders(const struct git_content *content, const char **own, const char **shared)
{
	*own = content->links.own;
	*shared = content->links.shared;
}

struct str
git_content_state(const struct git_content *content, struct arena *arena)
{
	char commit[GIT_OID_HEXSZ], tree[GIT_OID_HEXSZ];

	git_oid_fmt(commit, &content->commit);
	git_oid_fmt(tree, git_tree_id(content->tree));
	return arena_printf(arena, "%.*s %.*s", GIT_OID_HEXSZ, commit, GIT_OID_HEXSZ, tree);
}

static int
report_object(const char *path, const char *why, struct diag *diag)
{
	diag_environment(diag, _("cannot read %s from the git repository: %s"), path, why);
	return -1;
}

static int list_tree(const struct git_content *content, struct listing *listing,
                     const git_tree *tree, struct str path, unsigned depth);

static int
list_folder(const struct git_content *content, struct listing *listing, const git_oid *id,
            struct str path, unsigned depth)
{
	int entered = listing_enter(listing, path, depth);
	git_tree *tree = NULL;
	git_object_t type;
	size_t size;
	int rc;

	if (entered <= 0)
		return entered;
	if (git_odb_read_header(&size, &type, content->odb, id) != 0)
		return report_object(path.ptr, git_library_reason(), listing->diag);
	if (size > TREE_BYTES)
		return report_object(path.ptr, _("the folder is too large"), listing->diag);
	if (git_tree_lookup(&tree, content->repository, id) != 0)
		return report_object(path.ptr, git_library_reason(), listing->diag);
	rc = git_tree_entry_byname(tree, SOURCE_SITE_MARKER)
	             ? 0
	             : list_tree(content, listing, tree, path, depth);
	git_tree_free(tree);
	return rc;
}

static enum source_kind
kind_of(git_filemode_t mode)
{
	switch (mode) {
	case GIT_FILEMODE_LINK: return SOURCE_LINK;
	case GIT_FILEMODE_COMMIT: return SOURCE_SUBMODULE;
	case GIT_FILEMODE_BLOB:
	case GIT_FILEMODE_BLOB_EXECUTABLE: return SOURCE_FILE;
	default: return SOURCE_OTHER;
	}
}

static struct str
hex_of(struct arena *arena, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ];

	git_oid_fmt(hex, id);
	return arena_str(arena, (struct str){ hex, sizeof hex });
}

static int
list_tree(const struct git_content *content, struct listing *listing, const git_tree *tree,
          struct str folder, unsigned depth)
{
	size_t count = git_tree_entrycount(tree);
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < count; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const git_oid *id = git_tree_entry_id(entry);
		git_filemode_t mode = git_tree_entry_filemode(entry);
		struct str path = listing_path(listing, folder, str(git_tree_entry_name(entry)));

		if (!path.ptr)
			continue;
		if (mode == GIT_FILEMODE_TREE)
			rc = list_folder(content, listing, id, path, depth + 1);
		else if (kind_of(mode) == SOURCE_FILE)
			rc = listing_add(listing, path, SOURCE_FILE, hex_of(listing->arena, id));
		else
			rc = listing_add(listing, path, kind_of(mode), (struct str){ 0 });
	}
	return rc;
}

int
git_content_list(const struct git_content *content, struct listing *listing)
{
	return list_tree(content, listing, content->tree, (struct str){ 0 }, 0);
}

/* The size comes first: an object of a few bytes may unpack to gigabytes. */
static int
read_blob(const struct git_content *content, const git_oid *id, const char *path, struct buf *out,
          struct diag *diag)
{
	git_odb_object *object = NULL;
	git_object_t type;
	size_t size;

	if (git_odb_read_header(&size, &type, content->odb, id) != 0)
		return report_object(path, git_library_reason(), diag);
	if (type != GIT_OBJECT_BLOB)
		return report_object(path, _("it is not a file's content"), diag);
	if (out->max && size > out->max - out->len) {
		out->full = true;
		return -1;
	}
	if (git_odb_read(&object, content->odb, id) != 0)
		return report_object(path, git_library_reason(), diag);
	buf_add(out, (struct str){ git_odb_object_data(object), git_odb_object_size(object) });
	git_odb_object_free(object);
	return out->full ? -1 : 0;
}

int
git_content_read(const struct git_content *content, const struct source_entry *entry,
                 struct buf *out, struct diag *diag)
{
	git_oid id;

	if (git_oid_fromstrn(&id, entry->identity.ptr, entry->identity.len) != 0)
		return report_object(entry->path.ptr, git_library_reason(), diag);
	return read_blob(content, &id, entry->path.ptr, out, diag);
}

int
git_content_read_path(const struct git_content *content, const char *path, struct buf *out,
                      struct diag *diag)
{
	git_tree_entry *entry = NULL;
	int rc = git_tree_entry_bypath(&entry, content->tree, path);

	if (rc == GIT_ENOTFOUND)
		return 1;
	if (rc != 0)
		return report_object(path, git_library_reason(), diag);
	if (kind_of(git_tree_entry_filemode(entry)) == SOURCE_FILE)
		rc = read_blob(content, git_tree_entry_id(entry), path, out, diag);
	else
		rc = listing_refuse(path, kind_of(git_tree_entry_filemode(entry)), diag);
	git_tree_entry_free(entry);
	return rc;
}
