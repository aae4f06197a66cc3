#include "command/interrupt.h"

#include "command/command.h"

#include <signal.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

/* The same signal may come twice at once: timeout(1) sends it to the program and to its group. */
enum { AGAIN = 500 }; /* milliseconds after which another one is impatience */

static volatile sig_atomic_t pending, deferred;
static volatile sig_atomic_t since; /* milliseconds of some clock when it came */

static sig_atomic_t
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (sig_atomic_t)((now.tv_sec % 1000000) * 1000 + now.tv_nsec / 1000000);
}

static void
remember(int number)
{
	sig_atomic_t now = milliseconds();

	(void)number;
	if (!deferred || (pending && (now < since || now - since > AGAIN)))
		_exit(EXIT_INTERRUPTED);
	if (!pending)
		since = now;
	pending = 1;
}

void
interrupt_catch(void)
{
	struct sigaction action = { .sa_handler = remember }, before;

	/* nohup(1) has it ignored, and means it. */
	if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGHUP, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	/* A closed pipe and a limit on file sizes are then ordinary errors of write(2), with a message. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

void
interrupt_defer(void)
{
	deferred = 1;
}

void
interrupt_allow(void)
{
	deferred = 0;
	if (pending)
		_exit(EXIT_INTERRUPTED);
}

bool
interrupt_pending(void)
{
	return pending != 0;
}

void
interrupt_hold(sigset_t *mask)
{
	sigset_t stops;

	sigemptyset(&stops);
	sigaddset(&stops, SIGINT);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGHUP);
	sigprocmask(SIG_BLOCK, &stops, mask);
}

void
interrupt_release(const sigset_t *mask)
{
	sigprocmask(SIG_SETMASK, mask, NULL);
}
