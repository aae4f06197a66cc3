#ifndef COMMAND_TARGET_H
#define COMMAND_TARGET_H
/*
 * target: where the files of a site go while it is made: a folder (site/transaction.h) or a branch (site/branch.h).
 *
 * Threads  put and keep may be called by several at once, each path once, in any order.
 */
#include "base/hash.h"
#include "base/str.h"

struct diag;

struct target {
	/* Takes the whole content of the file at `path`; -1: reported. */
	int (*put)(void *context, struct str path, struct str bytes, struct diag *diag);
	/* Whether a file of that size and hash is there already, and then counts as put. NULL: never. */
	bool (*keep)(void *context, struct str path, size_t size, struct hash hash);
	void *context;
};

/* As put, until Ctrl-C: -1 from then on. */
int target_put(const struct target *target, struct str path, struct str bytes, struct diag *diag);
#endif
