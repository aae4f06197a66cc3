#include "command/progress.h"

#include "base/i18n.h"
#include "command/stopwatch.h"

#include <stdio.h>
#include <unistd.h>

static const double PATIENCE = 1.0, PAUSE = 0.1; /* seconds before the first line, between two */

void
progress_start(struct progress *progress, bool quiet)
{
	*progress = (struct progress){ .wanted = !quiet && isatty(STDERR_FILENO) };
	pthread_mutex_init(&progress->lock, NULL);
	progress->began = progress->last = stopwatch_seconds();
}

void
progress_tell(void *context, size_t done, size_t all)
{
	struct progress *progress = context;
	double now;

	if (!progress->wanted || pthread_mutex_trylock(&progress->lock) != 0)
		return;
	now = stopwatch_seconds();
	if (now - progress->began > PATIENCE && now - progress->last > PAUSE) {
		progress->last = now;
		progress->shown = true;
		fputc('\r', stderr);
		fprintf(stderr, ngettext("  %zu of %zu page", "  %zu of %zu pages", all), done,
		        all);
	}
	pthread_mutex_unlock(&progress->lock);
}

void
progress_end(struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	pthread_mutex_destroy(&progress->lock);
}
