#ifndef COMMAND_LOOKOUT_H
#define COMMAND_LOOKOUT_H
/*
 * lookout: where the preview has to watch for changes: the content's folder, or, where a commit is read, what says
 * which one that is; and the theme's folder.
 */
#include "base/str.h"

#include <signal.h>
#include <stdbool.h>

struct diag;
struct edition;
struct invocation;
struct lookout;

/* Looks after the folder `path` (NULL: the current one) from now on, if content lies there, so that no change is missed while it is read first. */
struct lookout *lookout_new(const struct invocation *invocation, const char *path);
void lookout_free(struct lookout *lookout); /* NULL does nothing */
/* Looks after what the edition was read from. What cannot be watched is reported. */
void lookout_follow(struct lookout *lookout, const struct edition *edition, struct diag *diag);

enum lookout_result { LOOKOUT_CHANGED, LOOKOUT_QUIET, LOOKOUT_INTERRUPTED };

/* As watch_wait (site/watch.h); of a commit, LOOKOUT_CHANGED only when another one is to be read. */
enum lookout_result lookout_wait(struct lookout *lookout, int milliseconds, const sigset_t *mask);
/* Whether lookout_wait would perhaps tell of a change at once: long work had better wait. */
bool lookout_stirs(const struct lookout *lookout);
#endif
