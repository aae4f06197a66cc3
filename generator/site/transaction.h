#ifndef SITE_TRANSACTION_H
#define SITE_TRANSACTION_H
/*
 * transaction: puts a new site in place of the old one, whole or not at all.
 *
 * New and changed files are staged beside the site (".NAME.quartier"), unchanged ones are
 * hard-linked at the end; then everything is synced once and the two folders are exchanged in one
 * rename (renameat2 RENAME_EXCHANGE; where a file system lacks it, two renames, as close together
 * as can be, mended by the next build should it be killed between them). When nothing changed,
 * nothing is written; when only the marker did, it alone is replaced.
 *
 * Lock     the site and the staging folder, held by flock(2): a second build of the same site is
 *          refused; what a killed build left is cleared by the next.
 * Marker   SITE/.quartier-site says that quartier wrote the folder. One without it that is not
 *          empty is never touched: error of the environment.
 * Threads  transaction_put may be called by several at once, each with its own diag.
 */
#include "base/hash.h"
#include "base/str.h"

#include <stdint.h>

struct diag;
struct transaction;

struct transaction_result {
	size_t files, written, removed; /* in the new site; changed or new; gone */
	uint64_t bytes;                 /* of all files */
};

int transaction_begin(struct transaction **transaction, const char *site, struct diag *diag);
/* `path` is relative, with no empty, "." or ".." part; each at most once. */
int transaction_put(struct transaction *transaction, struct str path, struct str bytes,
                    struct diag *diag);
/* Whether the site that is there has a file of that size and hash at `path`; it then counts as put. */
bool
transaction_keep(struct transaction *transaction, struct str path, size_t size, struct hash hash);
/* Writes the marker (JSON, given whole) and exchanges. Frees the transaction, also on failure. */
int transaction_commit(struct transaction *transaction, struct str marker,
                       struct transaction_result *result, struct diag *diag);
/* Clears the staging folder; the old site stays. NULL does nothing. */
void transaction_abort(struct transaction *transaction);
#endif
