#ifndef SITE_BRANCH_REMOTE_H
#define SITE_BRANCH_REMOTE_H
/*
 * branch_remote: the repository that a branch is pushed to, in a folder or behind ssh or https.
 *
 * Names     as git reads them: a remote of the repository, a folder, host:path, an address.
 * Password  for https from the environment: QUARTIER_TOKEN; else GITHUB_TOKEN for the host of GITHUB_SERVER_URL, and
 *           CI_JOB_TOKEN for CI_SERVER_HOST, which nobody else is told. Never sent over http but to this machine, never
 *           after a redirect, never printed. For ssh, the agent's keys and the user's known_hosts.
 * Shallow   clones are pushed from as git does it: a commit whose parents are missing counts as having none.
 */
#include "site/branch.h"

#include <git2.h>

struct branch_remote;

/* Understands `name`; connects to nothing. */
enum branch_result branch_remote_open(struct branch_remote **remote, const struct branch *branch,
                                      const char *name, struct diag *diag);
void branch_remote_free(struct branch_remote *remote);                 /* NULL does nothing */
const char *branch_remote_address(const struct branch_remote *remote); /* without a password */

/* Where the branch is over there; *has false: nowhere. */
int branch_remote_ask(struct branch_remote *remote, bool *has, git_oid *tip, struct diag *diag);
/* Brings the branch's commits into the object database; of a dry run, into a temporary one beside it. */
int branch_remote_fetch(struct branch_remote *remote, struct diag *diag);
/* Whether `tip` is `there`, or has it in its past. */
bool branch_remote_comes_after(const struct branch_remote *remote, const git_oid *tip,
                               const git_oid *there);
/* Reports that it is not so; -1. */
int branch_remote_report_moved(const struct branch_remote *remote, struct diag *diag);
/* Moves the branch over there to `tip` from `there`, NULL: from nowhere. */
int branch_remote_push(struct branch_remote *remote, const git_oid *tip, const git_oid *there,
                       struct diag *diag);
#endif
