#ifndef SITE_WATCH_H
#define SITE_WATCH_H
/*
 * watch: waits until something changes in folders, by inotify(7).
 *
 * Places   folders, with or without those in them. No symbolic link is followed below a place; names that a place does
 *          not mind are passed over, with all that is in them, and so are folders that hold a file named as its
 *          `stop` says.
 * Changes  a file that was written and closed, made by renaming, taken away, or whose rights changed; a folder likewise.
 *          One that is being written is none yet.
 * Silence  one save is several changes (editors write a new file, rename, remove the old one), and one command may be
 *          hundreds: watch_wait waits until they pause, but not for ever.
 * Without  where the system lets nobody watch (more), the places are looked through every second instead.
 * Lost     a place that is not there (any more) is looked for, until it is (again).
 */
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

struct diag;
struct watch;

struct watch_place {
	const char *path;
	bool deep; /* with the folders in it */
	/* Whether something of that name matters. */
	bool (*minds)(const char *name);
	const char *stop; /* NULL: none */
};

enum watch_result { WATCH_CHANGED, WATCH_QUIET, WATCH_INTERRUPTED };

struct watch *watch_new(void);
void watch_free(struct watch *watch); /* NULL does nothing */

/* Watches these places, copied, and no others from now on; those that are watched already stay so without a gap.
 * Where it has to look instead, a warning says so, once (`diag` NULL: later). Whether these are others than before. */
bool
watch_places(struct watch *watch, const struct watch_place *places, size_t len, struct diag *diag);
/* Whether it looks instead of being told. */
bool watch_looks(const struct watch *watch);

/* Whether the place of that number, as watch_places was given it, is among those of which WATCH_CHANGED told. */
bool watch_touched(const struct watch *watch, size_t place);

/* Whether there is something to tell, without waiting. Where it looks, that is not known. */
bool watch_stirs(const struct watch *watch);

/* Waits for changes since the last call that told of some, at most `milliseconds`. WATCH_INTERRUPTED: a signal came;
 * `mask`: the signals blocked meanwhile (ppoll(2)). */
enum watch_result watch_wait(struct watch *watch, int milliseconds, const sigset_t *mask);
#endif
