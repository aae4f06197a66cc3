#include "command/interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t pending;

static void
remember(int number)
{
	(void)number;
	pending = 1;
}

void
interrupt_catch(void)
{
	struct sigaction once = { .sa_handler = remember, .sa_flags = (int)SA_RESETHAND };

	sigaction(SIGINT, &once, NULL);
	sigaction(SIGTERM, &once, NULL);
	sigaction(SIGHUP, &once, NULL);
	/* A closed pipe and a limit on file sizes are then ordinary errors of write(2), with a message. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

bool
interrupt_pending(void)
{
	return pending != 0;
}

void
interrupt_wait(void)
{
	sigset_t stops, before;

	sigemptyset(&stops);
	sigaddset(&stops, SIGINT);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGHUP);
	sigprocmask(SIG_BLOCK, &stops, &before);
	while (!pending)
		sigsuspend(&before);
	sigprocmask(SIG_SETMASK, &before, NULL);
}
