#ifndef SOURCE_GIT_COMMIT_H
#define SOURCE_GIT_COMMIT_H
/*
 * git_commit: a commit as git stores it: its tree, its parents, its committer's date.
 *
 * Format  git's commit objects (git-scm.com/docs/gitformat-pack): "tree ID", "parent ID" for each, "author …",
 *         "committer NAME <MAIL> SECONDS ZONE", a line each.
 * Grafts  of a shallow clone are not looked at: the parents are those that were written down.
 */
#include <git2.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { COMMIT_PARENTS_MOST = 16 };

struct commit {
	git_oid id, tree;
	git_oid parents[COMMIT_PARENTS_MOST]; /* of an octopus of more, the first */
	size_t parents_len;
	int64_t time;   /* of the committer, seconds since 1970, UTC */
	uint64_t order; /* the reader's: in which it was met */
};

/* False: there is no such commit, or it is broken. */
bool commit_read(struct commit *commit, git_odb *odb, const git_oid *id);
#endif
