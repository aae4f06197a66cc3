#include "site/branch_tree.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "site/branch.h"

#include <stdlib.h>
#include <string.h>

/* Of the branch that is there, which anybody may have made. */
enum { DEPTH_MOST = 64, CHANGES_MOST = 1000 * 1000 };

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct branch_file *)a)->path,
	               ((const struct branch_file *)b)->path);
}

static bool
is_folder(git_filemode_t mode)
{
	return mode == GIT_FILEMODE_TREE;
}

/* As git sorts: "a.b" before the folder "a", which counts as "a/". */
static int
compare_names(struct str a, bool a_folder, struct str b, bool b_folder)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least ? memcmp(a.ptr, b.ptr, least) : 0;
	unsigned char after_a, after_b;

	if (order != 0)
		return order;
	after_a = a.len > least ? (unsigned char)a.ptr[least] : a_folder ? '/' : 0;
	after_b = b.len > least ? (unsigned char)b.ptr[least] : b_folder ? '/' : 0;
	return (after_a > after_b) - (after_a < after_b);
}

static int
by_name(const void *a, const void *b)
{
	const struct branch_node *x = a, *y = b;

	return compare_names(x->name, is_folder(x->mode), y->name, is_folder(y->mode));
}

static void
add_raw(struct buf *out, const struct branch_node *folder)
{
	for (size_t i = 0; i < folder->len; i++) {
		const struct branch_node *child = &folder->children[i];

		buf_printf(out, "%o %.*s", (unsigned)child->mode, STR_ARG(child->name));
		buf_add(out, (struct str){ "", 1 });
		buf_add(out, (struct str){ (const char *)child->id.id, GIT_OID_RAWSZ });
	}
}

/* Sorts what is in the folder, and names it by its content. */
static void
settle(struct branch_node *folder)
{
	struct buf raw = { 0 };

	if (folder->len > 0)
		qsort(folder->children, folder->len, sizeof *folder->children, by_name);
	add_raw(&raw, folder);
	git_odb_hash(&folder->id, raw.len ? raw.ptr : "", raw.len, GIT_OBJECT_TREE);
	buf_release(&raw);
}

/* How many of the files, sorted, lie in one folder with the first. */
static size_t
count_beside(const struct branch_file *files, size_t len, size_t above, struct str name)
{
	size_t n = 1;

	while (n < len && files[n].path.len > above + name.len &&
	       files[n].path.ptr[above + name.len] == '/' &&
	       memcmp(files[n].path.ptr + above, name.ptr, name.len) == 0)
		n++;
	return n;
}

/* Whether the settled folder has a file and a folder of one name. */
static bool
has_twice(const struct branch_node *folder)
{
	struct branch_node file = { .mode = GIT_FILEMODE_BLOB };

	for (size_t i = 0; i < folder->len; i++) {
		file.name = folder->children[i].name;
		if (is_folder(folder->children[i].mode) &&
		    bsearch(&file, folder->children, folder->len, sizeof file, by_name))
			return true;
	}
	return false;
}

/* Fills a folder with files whose paths begin alike, for `above` bytes. */
static int
fill(struct branch_node *folder, struct arena *arena, const struct branch_file *files, size_t len,
     size_t above, struct diag *diag)
{
	for (size_t i = 0; i < len;) {
		struct str rest = str_sub(files[i].path, above, files[i].path.len);
		struct str name = str_sub(rest, 0, str_find(rest, '/'));
		struct branch_node *child;
		size_t n = 1;

		folder->children =
			arena_push(arena, folder->children, &folder->len, sizeof *folder->children);
		child = &folder->children[folder->len - 1];
		child->name = name;
		child->mode = files[i].mode;
		child->id = files[i].id;
		if (name.len < rest.len) {
			struct branch_node inner = { .name = name, .mode = GIT_FILEMODE_TREE };

			n = count_beside(files + i, len - i, above, name);
			if (fill(&inner, arena, files + i, n, above + name.len + 1, diag) != 0)
				return -1;
			*child = inner;
		}
		i += n;
	}
	settle(folder);
	if (!has_twice(folder))
		return 0;
	diag_environment(diag, _("%.*s: a file and a folder would have one name"),
	                 STR_ARG(files[0].path));
	return -1;
}

int
branch_tree_make(struct branch_node *root, struct arena *arena, struct branch_file *files,
                 size_t len, struct diag *diag)
{
	*root = (struct branch_node){ .mode = GIT_FILEMODE_TREE };
	if (len > 0)
		qsort(files, len, sizeof *files, by_path);
	for (size_t i = 1; i < len; i++) {
		if (!str_eq(files[i].path, files[i - 1].path))
			continue;
		diag_environment(diag, _("%.*s: two pages would have this address"),
		                 STR_ARG(files[i].path));
		return -1;
	}
	return fill(root, arena, files, len, 0, diag);
}

int
branch_tree_write(git_odb *odb, const struct branch_node *root)
{
	struct buf raw = { 0 };
	git_oid id;
	int rc = 0;

	if (!is_folder(root->mode) || git_odb_exists_ext(odb, &root->id, GIT_ODB_LOOKUP_NO_REFRESH))
		return 0;
	for (size_t i = 0; rc == 0 && i < root->len; i++)
		rc = branch_tree_write(odb, &root->children[i]);
	add_raw(&raw, root);
	if (rc == 0)
		rc = git_odb_write(&id, odb, raw.len ? raw.ptr : "", raw.len, GIT_OBJECT_TREE);
	buf_release(&raw);
	return rc == 0 ? 0 : -1;
}

/* --- What has changed --------------------------------------------------------------------------- */

struct comparing {
	struct branch_commit *out;
	struct arena *arena;
	git_repository *repository;
};

static int compare_folders(const struct comparing *c, const struct branch_node *now,
                           const git_oid *was, struct str path, unsigned depth);

static struct str
join(const struct comparing *c, struct str folder, struct str name)
{
	return folder.len ? arena_printf(c->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name))
	                  : arena_str(c->arena, name);
}

static int
note(const struct comparing *c, struct str path, enum branch_change_kind kind)
{
	struct branch_commit *out = c->out;

	if (out->changes_len >= CHANGES_MOST)
		return -1;
	out->changes = arena_push(c->arena, out->changes, &out->changes_len, sizeof *out->changes);
	out->changes[out->changes_len - 1] = (struct branch_change){ path, kind };
	return 0;
}

/* What is there now, and was something else of that name, or not at all. */
static int
compare_child(const struct comparing *c, const struct branch_node *now, const git_tree_entry *was,
              struct str folder, unsigned depth)
{
	bool was_folder = was && git_tree_entry_type(was) == GIT_OBJECT_TREE;
	const git_oid *id = was ? git_tree_entry_id(was) : NULL;
	struct str path = { 0 };
	int rc = 0;

	if (was && git_oid_equal(&now->id, id) && git_tree_entry_filemode_raw(was) == now->mode)
		return 0;
	path = join(c, folder, now->name);
	if (was && was_folder != is_folder(now->mode))
		rc = was_folder ? compare_folders(c, NULL, id, path, depth + 1)
		                : note(c, path, BRANCH_REMOVED);
	if (rc == 0 && is_folder(now->mode))
		return compare_folders(c, now, was_folder ? id : NULL, path, depth + 1);
	return rc == 0 ? note(c, path, was && !was_folder ? BRANCH_CHANGED : BRANCH_ADDED) : rc;
}

static const struct branch_node *
find_child(const struct branch_node *folder, struct str name)
{
	struct branch_node file = { .name = name, .mode = GIT_FILEMODE_BLOB };
	struct branch_node inner = { .name = name, .mode = GIT_FILEMODE_TREE };
	const struct branch_node *found;

	if (!folder || folder->len == 0)
		return NULL;
	found = bsearch(&file, folder->children, folder->len, sizeof file, by_name);
	return found ? found
	             : bsearch(&inner, folder->children, folder->len, sizeof inner, by_name);
}

static int
compare_gone(const struct comparing *c, const git_tree_entry *was, struct str folder,
             unsigned depth)
{
	struct str path = join(c, folder, str(git_tree_entry_name(was)));

	if (git_tree_entry_type(was) == GIT_OBJECT_TREE)
		return compare_folders(c, NULL, git_tree_entry_id(was), path, depth + 1);
	return note(c, path, BRANCH_REMOVED);
}

/* `now` or `was` may be NULL: there is no such folder. */
static int
compare_folders(const struct comparing *c, const struct branch_node *now, const git_oid *was,
                struct str path, unsigned depth)
{
	git_tree *tree = NULL;
	int rc = 0;

	if (depth > DEPTH_MOST || (was && git_tree_lookup(&tree, c->repository, was) != 0))
		return -1;
	for (size_t i = 0; now && rc == 0 && i < now->len; i++) {
		const char *name = arena_cstr(c->arena, now->children[i].name);
		const git_tree_entry *entry = tree ? git_tree_entry_byname(tree, name) : NULL;

		rc = compare_child(c, &now->children[i], entry, path, depth);
	}
	for (size_t i = 0; tree && rc == 0 && i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);

		if (!find_child(now, str(git_tree_entry_name(entry))))
			rc = compare_gone(c, entry, path, depth);
	}
	git_tree_free(tree);
	return rc;
}

static int
by_change(const void *a, const void *b)
{
	const struct branch_change *x = a, *y = b;
	int order = str_cmp(x->path, y->path);

	return order ? order : (x->kind > y->kind) - (x->kind < y->kind);
}

int
branch_tree_compare(struct branch_commit *out, struct arena *arena, git_repository *repository,
                    const struct branch_node *root, const git_oid *old)
{
	struct comparing c = { out, arena, repository };
	int rc = 0;

	if (!old || !git_oid_equal(old, &root->id))
		rc = compare_folders(&c, root, old, (struct str){ 0 }, 0);
	if (out->changes_len > 0)
		qsort(out->changes, out->changes_len, sizeof *out->changes, by_change);
	return rc;
}
