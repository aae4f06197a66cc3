#ifndef SITE_BRANCH_PARTS_H
#define SITE_BRANCH_PARTS_H
/*
 * branch_parts: what the files of branch share; nobody else includes it.
 */
#include "site/branch.h"
#include "site/branch_remote.h"
#include "site/branch_tree.h"
#include "source/git_links.h"

#include <git2.h>
#include <pthread.h>

/* A commit, or none. */
struct branch_tip {
	git_oid id;
	bool set;
};

struct branch {
	git_repository *repository;
	git_odb *odb;
	struct git_links links; /* which `repository` is opened through */
	struct arena *arena;    /* guarded by the mutex while files are put, as `files` is */
	pthread_mutex_t mutex;
	char *folder; /* git's own, of this work tree */
	const char *name, *reference;
	git_commit *source;
	struct branch_tip here;  /* the branch as it was opened */
	struct branch_tip base;  /* what the new commit comes after */
	struct branch_tip after; /* what the branch is now */
	struct branch_file *files;
	size_t files_len;
	struct branch_remote *remote; /* NULL: none */
	bool dry, written;
};
#endif
