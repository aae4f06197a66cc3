/* What is known before a site is made: what the branch shows, and what of the content is in no commit. */
#include "site/branch_parts.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "site/marker.h"
#include "source/git_tree.h"
#include "source/listing.h"
#include "source/source.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MARKER_BYTES = 64 * 1024, POINTER_BYTES = 1024, FILE_BYTES = 512 * 1024 * 1024 };

#define SOURCE_LINE "Source: "

/* --- What the branch shows ---------------------------------------------------------------------- */

static struct str
blob_text(struct branch *branch, const git_oid *id, size_t most)
{
	git_odb_object *object = NULL;
	struct str text = { 0 };
	git_object_t type;
	size_t size;

	if (git_odb_read_header(&size, &type, branch->odb, id) != 0 || type != GIT_OBJECT_BLOB ||
	    size > most || git_odb_read(&object, branch->odb, id) != 0)
		return text;
	text.ptr = git_odb_object_data(object);
	text.len = git_odb_object_size(object);
	text = arena_str(branch->arena, text);
	git_odb_object_free(object);
	return text;
}

/* Whether the last line of a message is the one that add_message (branch_write.c) puts there. */
static bool
names_source(const struct branch *branch, const char *message)
{
	struct str text = str_trim(str(message ? message : ""));
	char line[sizeof SOURCE_LINE + GIT_OID_HEXSZ] = SOURCE_LINE;

	git_oid_tostr(line + strlen(line), GIT_OID_HEXSZ + 1, git_commit_id(branch->source));
	return str_ends(text, line);
}

void
branch_published(struct branch *branch, struct branch_published *out)
{
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	const git_tree_entry *marker;

	*out = (struct branch_published){ 0 };
	if (!branch->base.set ||
	    git_commit_lookup(&commit, branch->repository, &branch->base.id) != 0)
		return;
	out->of_source = names_source(branch, git_commit_message(commit));
	if (git_commit_tree(&tree, commit) == 0 &&
	    (marker = git_tree_entry_byname(tree, MARKER_NAME)))
		out->marker = blob_text(branch, git_tree_entry_id(marker), MARKER_BYTES);
	git_tree_free(tree);
	git_commit_free(commit);
}

/* --- What is in no commit ----------------------------------------------------------------------- */

struct comparing {
	struct branch *branch;
	const struct source *source;
	const char *folder;  /* of the content */
	const char *beneath; /* "guide/": the content within the work tree; "" */
	git_index *index;    /* which remembers sizes and times; NULL: cannot be read */
	struct stat index_stat;
	struct diag *diag; /* for what nobody is told */
	struct buf bytes;
};

/* The way from the work tree's root to the folder, with a slash at its end: behind the last name that is beside .git. */
static const char *
way_down(struct branch *branch, const char *folder)
{
	char *path = arena_alloc(branch->arena, PATH_MAX), *end;
	const char *whole;
	struct stat st;

	if (!realpath(folder, path))
		return "";
	whole = arena_cstr(branch->arena, str(path));
	while (lstat(arena_printf(branch->arena, "%s/.git", path).ptr, &st) != 0 &&
	       (end = strrchr(path, '/')))
		*end = '\0';
	if (strlen(path) >= strlen(whole))
		return "";
	return arena_printf(branch->arena, "%s/", whole + strlen(path) + 1).ptr;
}

/* As git itself saves reading a file: size and time are those of when it was taken for the commit's. A file as young as
 * the index may have changed within the clock's tick. */
static bool
index_knows(const struct comparing *c, const struct source_entry *file, const git_oid *id)
{
	struct arena *arena = c->branch->arena;
	const char *path = arena_printf(arena, "%s%s", c->beneath, file->path.ptr).ptr;
	const git_index_entry *entry = c->index ? git_index_get_bypath(c->index, path, 0) : NULL;
	struct stat st;

	return entry && git_oid_equal(&entry->id, id) &&
	       lstat(arena_printf(arena, "%s/%s", c->folder, file->path.ptr).ptr, &st) == 0 &&
	       entry->file_size == (uint32_t)st.st_size &&
	       entry->mtime.seconds == (int32_t)st.st_mtim.tv_sec &&
	       entry->mtime.nanoseconds == (uint32_t)st.st_mtim.tv_nsec &&
	       st.st_mtim.tv_sec < c->index_stat.st_mtim.tv_sec;
}

static bool
hashes_to(struct str bytes, const git_oid *id)
{
	git_oid hash;

	return git_odb_hash(&hash, bytes.len ? bytes.ptr : "", bytes.len, GIT_OBJECT_BLOB) == 0 &&
	       git_oid_equal(&hash, id);
}

/* Takes the carriage return out of each line's end. */
static void
drop_returns(struct buf *bytes)
{
	size_t to = 0;

	for (size_t i = 0; i < bytes->len; i++)
		if (bytes->ptr[i] != '\r' || i + 1 == bytes->len || bytes->ptr[i + 1] != '\n')
			bytes->ptr[to++] = bytes->ptr[i];
	bytes->len = to;
}

static bool
is_same(struct comparing *c, const struct source_entry *file, const git_oid *id)
{
	if (index_knows(c, file, id))
		return true;
	buf_clear(&c->bytes);
	if (source_read(c->source, file, &c->bytes, c->diag) != 0)
		return c->bytes.full; /* what is too large is told elsewhere */
	if (hashes_to(buf_str(&c->bytes), id))
		return true;
	drop_returns(&c->bytes);
	return hashes_to(buf_str(&c->bytes), id) ||
	       str_starts(blob_text(c->branch, id, POINTER_BYTES),
	                  "version https://git-lfs.github.com/");
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct tree_change *)a)->path,
	               ((const struct tree_change *)b)->path);
}

/* All files of the content in the commit, sorted. */
static void
read_committed(const struct comparing *c, struct tree_changes *files)
{
	struct branch *branch = c->branch;
	const git_oid *root = git_commit_tree_id(branch->source);
	size_t len = strlen(c->beneath);
	git_oid id = *root;

	*files = (struct tree_changes){ 0 };
	if (len > 0 && !tree_find(branch->odb, root, (struct str){ c->beneath, len - 1 }, &id))
		return;
	/* Of what cannot be read, all counts as not there; the build will say why. */
	(void)tree_compare(files, branch->arena, branch->odb, &id, NULL);
	if (files->len > 0)
		qsort(files->items, files->len, sizeof *files->items, by_path);
}

static void
add_path(struct branch_paths *out, struct arena *arena, struct str path)
{
	out->items = arena_push(arena, out->items, &out->len, sizeof *out->items);
	out->items[out->len - 1] = arena_str(arena, path);
}

/* Both lists in the order of their paths. */
static void
compare(struct comparing *c, const struct tree_changes *files, struct branch_paths *out)
{
	struct arena *arena = c->branch->arena;
	size_t len, i = 0, k = 0;
	const struct source_entry *entries = source_entries(c->source, &len);

	while (i < len || k < files->len) {
		int order = i == len          ? 1
		            : k == files->len ? -1
		                              : str_cmp(entries[i].path, files->items[k].path);

		if (order > 0) {
			if (listing_allows(files->items[k].path))
				add_path(out, arena, files->items[k].path);
		} else if (entries[i].kind == SOURCE_FILE &&
		           (order < 0 || !is_same(c, &entries[i], &files->items[k].after))) {
			add_path(out, arena, entries[i].path);
		}
		i += order <= 0;
		k += order >= 0;
	}
}

void
branch_uncommitted(struct branch *branch, const struct source *source, struct branch_paths *out)
{
	const char *index = arena_printf(branch->arena, "%s/index", branch->folder).ptr;
	struct comparing c = {
		.branch = branch,
		.source = source,
		.folder = source_folder(source),
		.diag = diag_new(),
		.bytes = { .max = FILE_BYTES },
	};
	struct tree_changes files;

	*out = (struct branch_paths){ 0 };
	c.beneath = way_down(branch, c.folder);
	if (stat(index, &c.index_stat) != 0 || git_index_open(&c.index, index) != 0)
		c.index = NULL;
	read_committed(&c, &files);
	compare(&c, &files, out);
	git_index_free(c.index);
	buf_release(&c.bytes);
	diag_free(c.diag);
}
