#ifndef SITE_TREE_H
#define SITE_TREE_H
/*
 * tree: the files that a site's folder holds.
 *
 * Memory  paths and the array live in the arena. Empty folders are not listed; what is no file
 *         and no folder is, and so is a folder deeper than any of ours.
 * Errors  -1 with errno.
 */
#include "base/str.h"

struct arena;

struct tree {
	struct str *paths; /* sorted by bytes, NUL-terminated */
	size_t len;
};

int tree_list(struct tree *tree, struct arena *arena, int folder);
#endif
