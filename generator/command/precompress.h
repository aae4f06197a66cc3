#ifndef COMMAND_PRECOMPRESS_H
#define COMMAND_PRECOMPRESS_H
/*
 * precompress: a target (command/target.h) that puts smaller versions (site/compress.h) beside the files that it
 * passes on. What they became is kept in the cache: the best compression takes a hundred times as long as the page.
 */
#include "base/hash.h"
#include "command/target.h"

struct cache;

struct precompress {
	const struct target *site;
	struct cache *cache;
	struct hash recipe;
};

/* Everything given must live as long as the target. */
struct target
precompress_target(struct precompress *precompress, const struct target *site, struct cache *cache);
#endif
