#ifndef SITE_BRANCH_H
#define SITE_BRANCH_H
/*
 * branch: a site as a commit on a branch of the content's own repository, for services that serve one.
 *
 * Files go straight into the object database, those that are there already are not written again; then trees, the
 * commit, and last the branch, in one step and only from where it was when it was opened. No work tree, no index, no
 * other branch is touched. What is written and then not used lies unreachable, and git's housekeeping takes it away.
 *
 * Author   and message are those of the commit that the site was made from, which the message names.
 * Added    .nojekyll, empty; the CNAME that the branch had.
 * Library  libgit2 1.5 or later; of the repository's configuration, only the address of a named remote is read.
 * Threads  branch_put may be called by several at once, each with its own diag.
 * Errors   the first of the results that are not BRANCH_OK is reported, wrong usage with the code "usage".
 */
#include "base/str.h"

#include <stdint.h>

struct branch;
struct diag;
struct source;

enum branch_result { BRANCH_OK, BRANCH_USAGE, BRANCH_FAILED };

struct branch_options {
	const char *path; /* CONTENT; NULL: the current folder */
	const char *rev;  /* what the site is made from; NULL: HEAD */
	const char *name; /* "gh-pages" */
	bool dry;         /* nothing is written */
};

enum branch_change_kind { BRANCH_ADDED, BRANCH_CHANGED, BRANCH_REMOVED };

struct branch_change {
	struct str path;
	enum branch_change_kind kind;
};

/* Memory: lives as long as the branch. */
struct branch_commit {
	char id[41]; /* of the new commit, or, where nothing has changed, of the one that is there */
	bool same;   /* as the commit before: none was made */
	size_t files;                  /* in the site */
	struct branch_change *changes; /* by path */
	size_t changes_len;
};

enum branch_result
branch_open(struct branch **branch, const struct branch_options *options, struct diag *diag);
void branch_free(struct branch *branch); /* NULL does nothing */

/* Where to push to: the name of a remote of the repository, a folder, or an address. Asks it for its branch, which
 * is built upon where there is none here, also in a dry run; one that has moved on fails. */
enum branch_result branch_reach(struct branch *branch, const char *remote, struct diag *diag);

/* The site that the new one will come after, as far as it tells of itself. Memory: lives as long as the branch. */
struct branch_published {
	struct str marker; /* its .quartier-site; empty: there is none */
	bool of_source;    /* whether its commit names the one that the content is of */
};
void branch_published(struct branch *branch, struct branch_published *out);

/* Paths in the content. Memory: lives as long as the branch. */
struct branch_paths {
	struct str *items; /* sorted */
	size_t len;
};

/* What of a listed source_is_folder is otherwise than in the commit that the site will name: changed, missing, or not
 * there. Line ends that git may have changed are no difference, nor are files that stand for others (git-lfs). */
void
branch_uncommitted(struct branch *branch, const struct source *source, struct branch_paths *out);

/* `path` is relative, with no empty, "." or ".." part; each at most once. */
int branch_put(struct branch *branch, struct str path, struct str bytes, struct diag *diag);

/* Commits what was put, at `when` (seconds since 1970) by a clock `offset` seconds before UTC's. */
int branch_commit(struct branch *branch, int64_t when, int offset, struct branch_commit *out,
                  struct diag *diag);

/* Pushes to what was reached. Whether there was anything to push. */
int branch_push(struct branch *branch, bool *pushed, struct diag *diag);
/* The address of what was reached, without a password. */
const char *branch_address(const struct branch *branch);
#endif
