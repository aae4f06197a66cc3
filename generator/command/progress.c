#include "command/progress.h"

#include "base/i18n.h"
#include "command/stopwatch.h"

#include <stdio.h>
#include <unistd.h>

static const double PATIENCE = 1.0, PAUSE = 0.1; /* seconds before the first line, between two */

void
progress_start(struct progress *progress, bool quiet, const char *what)
{
	*progress = (struct progress){ .wanted = !quiet && isatty(STDERR_FILENO), .what = what };
	pthread_mutex_init(&progress->lock, NULL);
	progress->began = progress->last = stopwatch_seconds();
}

/* "\r" and the line; what is left of a longer one before is wiped out. */
static void
write_line(const struct progress *progress, double now, size_t done, size_t all)
{
	double rate = (double)done / (now - progress->began);
	double left = (double)(all - done) / rate;

	fputc('\r', stderr);
	fprintf(stderr, _("  %s: %zu of %zu, %.0f a second, %d:%02d left"), progress->what, done,
	        all, rate, (int)left / 60, (int)left % 60);
	fputs("\033[K", stderr);
}

void
progress_tell(void *context, size_t done, size_t all)
{
	struct progress *progress = context;
	double now;

	if (!progress->wanted || pthread_mutex_trylock(&progress->lock) != 0)
		return;
	now = stopwatch_seconds();
	if (now - progress->began > PATIENCE && now - progress->last > PAUSE && done > 0) {
		progress->last = now;
		progress->shown = true;
		write_line(progress, now, done, all);
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
