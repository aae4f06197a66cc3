#ifndef SITE_BRANCH_FOLDER_H
#define SITE_BRANCH_FOLDER_H
/*
 * branch_folder: a push to a repository in a folder of this machine.
 *
 * libgit2's own writes the branch over there whatever it is by then; this one only from where it was seen. No hook runs
 * there, as in all of libgit2's.
 */
#include "base/str.h"

#include <git2.h>

struct diag;

enum branch_folder_result { BRANCH_FOLDER_DONE, BRANCH_FOLDER_MOVED, BRANCH_FOLDER_FAILED };

/* Where the branch is there; *has is left alone where it is nowhere. -1: reported. */
int branch_folder_ask(const char *folder, const char *reference, bool *has, git_oid *tip,
                      struct diag *diag);
/* Moves it from `there`, NULL: from nowhere, to `tip`, a commit of `from`. BRANCH_FOLDER_MOVED is not reported. */
enum branch_folder_result
branch_folder_push(const char *folder, git_repository *from, const char *reference,
                   const git_oid *tip, const git_oid *there, struct diag *diag);
#endif
