#ifndef SOURCE_GIT_TREE_H
#define SOURCE_GIT_TREE_H
/*
 * git_tree: what differs between the files of two trees, and not a byte of their content read.
 *
 * Format  git's tree objects (git-scm.com/docs/gitformat-pack): "MODE NAME\0" and 20 bytes of id, by name, folders as
 *         if their names ended in '/'. Subtrees of the same id are passed over.
 * Memory  paths come from the caller's arena.
 * Errors  -1: a tree is missing or broken.
 */
#include "base/str.h"

#include <git2.h>
#include <stdbool.h>

struct arena;

struct tree_change {
	struct str path; /* within the trees */
	bool is, was;    /* whether it is there after and before */
	git_oid after, before;
};

struct tree_changes {
	struct tree_change *items;
	size_t len;
};

/* Adds what distinguishes `after` from `before`, either of which may be NULL: an empty tree. */
int tree_compare(struct tree_changes *changes, struct arena *arena, git_odb *odb,
                 const git_oid *after, const git_oid *before);
/* The id under `path` ("merchants/dumont.md", "guide") in a tree; false: there is nothing. */
bool tree_find(git_odb *odb, const git_oid *tree, struct str path, git_oid *found);
#endif
