#ifndef SOURCE_GIT_PARTS_H
#define SOURCE_GIT_PARTS_H
/*
 * git_parts: what git.c and git_history.c share; nobody else includes it.
 */
#include "source/git_links.h"

#include <git2.h>
#include <stdbool.h>

struct git_content {
	git_repository *repository;
	git_odb *odb;
	git_tree *tree;         /* of CONTENT */
	git_oid commit;         /* that is read; all zero: the revision names none */
	char *beneath;          /* CONTENT within that commit: "guide", "" */
	struct git_links links; /* its folder only until the revision is found */
	bool bare;
};
#endif
