#ifndef COMMAND_TARGET_H
#define COMMAND_TARGET_H
/*
 * target: where the files of a site go while it is made: a folder (site/transaction.h), a branch (site/branch.h), or
 * the shelf of the preview (command/shelf.h).
 *
 * Threads  put, keep and has may be called by several at once, each path once, in any order.
 */
#include "base/hash.h"
#include "base/str.h"

struct diag;

struct target {
	/* Takes the whole content of the file at `path`; -1: reported. */
	int (*put)(void *context, struct str path, struct str bytes, struct diag *diag);
	/* Whether a file of that size and hash is there already, and then counts as put. NULL: never. */
	bool (*keep)(void *context, struct str path, size_t size, struct hash hash);
	/* Whether a file of that name, which tells its bytes, is there already, and then counts as put. NULL: never. */
	bool (*has)(void *context, struct str path);
	void *context;
};

/* As put, until Ctrl-C: -1 from then on. */
int target_put(const struct target *target, struct str path, struct str bytes, struct diag *diag);
#endif
