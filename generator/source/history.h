#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H
/*
 * history: when each file of the content appeared, when it last changed, and how often, as git knows it.
 *
 * Walk     one, from the commit that is read (of a folder: HEAD) into the past, newest first, until every file is known;
 *          trees are compared, equal ones passed over, no file's content is read but where a file that was changed may
 *          have been renamed (git log --follow's rule: half of it alike). Commits of merges count where they differ from all
 *          their parents.
 * Dates    the committer's, seconds since 1970, UTC: when a change entered the history that is published.
 * Edits    that are not committed change no date: a folder's file has that of the commits before it, whatever lies in it
 *          now. Times of files would be another on every machine, and nothing is published before it is committed but by
 *          the one who edits. A file that the commit has not, because it is new or has a new name, has no date yet.
 * Shallow  a clone without the older commits knows no more than it knows: what is uncertain is unset, and one warning
 *          tells how to fetch the rest.
 * Memory   what was found is kept in the cache, by commit: the next build only walks what is new.
 * Folders  without git know nothing, and that is said to nobody; a repository that cannot be read is warned of.
 * Threads  a finished history may be asked by several at once.
 */
#include "base/str.h"

#include <stdint.h>

struct cache;
struct diag;
struct source;
struct history;

#define HISTORY_UNKNOWN INT64_MIN

struct history_file {
	int64_t created, changed; /* HISTORY_UNKNOWN: not known */
	uint32_t changes;         /* commits that changed it, as far as they were seen */
};

/* `source` must have been listed. Never NULL; without git, or without a commit, it knows nothing. */
struct history *history_new(const struct source *source, struct cache *cache, struct diag *diag);
void history_free(struct history *history); /* NULL does nothing */
/* By path in the content; NULL: nothing is known. */
const struct history_file *history_find(const struct history *history, struct str path);
#endif
