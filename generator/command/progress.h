#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H
/*
 * progress: a line on the terminal that tells how far the work is, how fast it goes, and how long it will take
 * still, once it lasts over a second.
 *
 * Threads  progress_tell may be called by all of them; who finds another one writing goes on working.
 */
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct progress {
	pthread_mutex_t lock;
	bool wanted; /* standard error is a terminal, and nobody asked for quiet */
	bool shown;
	const char *what;   /* "pages" */
	double began, last; /* seconds on the monotonic clock */
};

/* `what` is made, in the plural, translated. */
void progress_start(struct progress *progress, bool quiet, const char *what);
void progress_tell(void *progress, size_t done, size_t all);
void progress_end(struct progress *progress); /* takes the line away */
#endif
