#ifndef SITE_WATCH_PARTS_H
#define SITE_WATCH_PARTS_H
/*
 * watch_parts: what watch.c and watch_look.c share; nobody else includes it.
 */
#include "base/hash.h"
#include "site/watch.h"

enum { WATCH_DEPTH = 64 }; /* folders in each other; content has fewer */

struct watch_visitor {
	/* Called for the folder itself and each one in it, before what they hold. False: do not go in. */
	bool (*folder)(void *context, const char *path);
	/* Of each name that the place minds and that is no folder; NULL: nobody asks. */
	void (*file)(void *context, int folder, const char *name);
	void *context;
};

/* Walks through the folder `path` of the place, as far as it is watched. Whether it is there, and not stopped. */
bool
watch_visit(const struct watch_place *place, const char *path, const struct watch_visitor *visitor);
/* A sum over names, sizes, times of all that the place minds: another one when something was changed. */
struct hash watch_look(const struct watch_place *place);
#endif
