#ifndef SITE_BRANCH_TREE_H
#define SITE_BRANCH_TREE_H
/*
 * branch_tree: a list of files as git's nested trees.
 *
 * Format  git's tree objects (git-scm.com/docs/gitformat-pack): "MODE NAME\0" and 20 bytes of id, by name, folders as if
 *         their names ended in '/'.
 * Memory  in the caller's arena.
 */
#include "base/str.h"

#include <git2.h>

struct arena;
struct branch_commit;
struct diag;

struct branch_file {
	struct str path;
	git_oid id;
	git_filemode_t mode;
};

/* A file, or a folder with what is in it. */
struct branch_node {
	struct str name;
	git_oid id;
	git_filemode_t mode;
	struct branch_node *children; /* sorted as git does */
	size_t len;
};

/* Sorts the files and puts them in folders. -1: reported, two have one path. */
int branch_tree_make(struct branch_node *root, struct arena *arena, struct branch_file *files,
                     size_t len, struct diag *diag);
/* What `root` has otherwise than the tree `old`; NULL: than an empty one. -1, not reported: `old` cannot be read. */
int branch_tree_compare(struct branch_commit *out, struct arena *arena, git_repository *repository,
                        const struct branch_node *root, const git_oid *old);
/* Writes the trees that the object database does not have. -1, not reported. */
int branch_tree_write(git_odb *odb, const struct branch_node *root);
#endif
