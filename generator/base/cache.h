#ifndef BASE_CACHE_H
#define BASE_CACHE_H
/*
 * cache: a folder of what takes long to make, found again by a hash of everything that went into it.
 *
 *     FOLDER/1/ab/cdef…   one entry: a line that says what this is, a hash of key and content, the content
 *     FOLDER/1/pruned     its time: when the folder was last looked through
 *
 * An entry appears by rename, whole or not at all, and is believed only when its hash is right: a build that
 * was killed, a scrambled disk or another build at the same moment cost time, never a wrong result.
 * An entry that is used counts as new; what nobody used for long goes (cache_prune).
 *
 * Errors   none: a folder that cannot be read or written is a cache in which nothing is found.
 * Threads  everything may be called by several at once.
 */
#include "base/hash.h"
#include "base/str.h"

struct buf;
struct cache;

/* Makes the folder where it is missing. NULL: nothing is ever found, nothing kept. */
struct cache *cache_new(const char *folder);
void cache_free(struct cache *cache);
/* Appends the content of an entry. False, and nothing is appended: there is none that is sound. */
bool cache_get(const struct cache *cache, struct hash key, struct buf *out);
void cache_put(struct cache *cache, struct hash key, struct str content);
/* Takes away what was not used for `days` days; looks once a day at most. */
void cache_prune(struct cache *cache, int days);
#endif
