#ifndef SITE_BRANCH_GRAFTS_H
#define SITE_BRANCH_GRAFTS_H
/*
 * branch_grafts: the objects of a shallow clone, seen as git sees them: a commit whose parents were not fetched has none.
 *
 * libgit2 before 1.7 does not know of shallow clones, and fails where it meets a parent that is missing, as when it looks
 * for what both sides of a push have.
 */
#include <git2.h>

/* `odb`, which stays the caller's and must outlive it, with the grafts of the file `shallow`; NULL where there are
 * none. 0, or libgit2's error. */
int branch_grafts_open(git_odb **grafted, git_odb *odb, const char *shallow);
#endif
