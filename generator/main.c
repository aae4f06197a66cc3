/* quartier: a git repository of merchant cards becomes the website of a shopping neighbourhood. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/installed.h"
#include "command/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --lang, before the command line is read: its own messages should speak that language, too. */
static const char *
lang_of(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			return argv[i] + 7;
		if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			return argv[i + 1];
	}
	return NULL;
}

static enum exit_code
print_help(const struct invocation *invocation)
{
	struct buf out = { 0 };

	if (invocation->version)
		command_versions(&out);
	else if (invocation->command)
		command_help(&out, invocation->command);
	else
		command_usage(&out);
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
	return EXIT_DONE;
}

/* A standard stream that comes closed would pass its number on to the first file that is opened, and what
 * is printed would end up in that. Opened the wrong way round, it fails as a closed one does. */
static void
occupy_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* What was printed is part of the promise: a full disk behind a pipe is no success. */
static enum exit_code
finish_output(enum exit_code code)
{
	if ((fflush(stdout) == 0 && !ferror(stdout)) || code != EXIT_DONE)
		return code;
	command_error(_("cannot write to standard output: %s"), strerror(errno));
	return EXIT_ENVIRONMENT;
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct invocation invocation;
	enum exit_code code;

	occupy_standard_streams();
	interrupt_catch();
	i18n_start(lang_of(argc, argv), installed_locale(arena));
	code = command_line(&invocation, argc, argv);
	if (code == EXIT_DONE)
		code = invocation.help || invocation.version ? print_help(&invocation)
		                                             : invocation.command->run(&invocation);
	code = finish_output(code);
	arena_free(arena);
	return (int)code;
}
