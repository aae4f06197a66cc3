/* serve: builds the site in a folder of its own and shows it on this machine. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/project.h"
#include "site/server.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

enum { PORT_DEFAULT = 8000, PORT_MOST = 65535 };

static enum exit_code
read_port(const char *text, unsigned short *port)
{
	char *end;
	long number;

	*port = PORT_DEFAULT;
	if (!text)
		return EXIT_DONE;
	number = strtol(text, &end, 10);
	if (*end || end == text || number < 0 || number > PORT_MOST) {
		command_error(_("--port takes a number from 0 to %d, not \"%s\""), PORT_MOST, text);
		return EXIT_USAGE;
	}
	*port = (unsigned short)number;
	return EXIT_DONE;
}

/* Builds into `site` for the server's own address; then serves until told to stop. */
static enum exit_code
build_and_serve(struct project *project, struct server *server, const char *site)
{
	struct project_built built;
	enum exit_code code;

	project->base_url =
		arena_printf(project->arena, "http://127.0.0.1:%u/", server_port(server));
	code = project_build(project, site, &built);
	if (code != EXIT_DONE)
		return code;
	if (!project->invocation->quiet)
		printf(ngettext("%zu page; see it at %.*s (Ctrl-C ends this)\n",
		                "%zu pages; see them at %.*s (Ctrl-C ends this)\n", built.pages),
		       built.pages, STR_ARG(project->base_url));
	fflush(stdout);
	interrupt_wait();
	return EXIT_DONE;
}

/* A scratch folder: the association's own site keeps its real addresses. */
static enum exit_code
serve_project(struct project *project, unsigned short port)
{
	const char *temporary = getenv("TMPDIR");
	struct str folder = arena_printf(project->arena, "%s/quartier-XXXXXX",
	                                 temporary && temporary[0] ? temporary : "/tmp");
	struct str site;
	struct server_options options = { .port = port };
	struct server *server = NULL;
	enum exit_code code = EXIT_ENVIRONMENT;

	interrupt_defer();
	if (!mkdtemp((char *)folder.ptr)) {
		diag_errno(project->diag, folder.ptr, _("cannot make a folder for the site"));
		return project_report(project);
	}
	site = arena_printf(project->arena, "%s/site", folder.ptr);
	options.folder = site.ptr;
	if (server_start(&server, &options, project->diag) == 0)
		code = build_and_serve(project, server, site.ptr);
	else
		project_report(project);
	server_stop(server);
	if (file_remove_tree(AT_FDCWD, folder.ptr) != 0)
		fprintf(stderr, _("quartier: warning: %s could not be taken away\n"), folder.ptr);
	return code;
}

enum exit_code
serve_run(const struct invocation *invocation)
{
	struct project project;
	unsigned short port;
	enum exit_code code = read_port(invocation->port, &port);

	if (code != EXIT_DONE)
		return code;
	code = project_open(&project, invocation, invocation->operands[0]);
	if (code == EXIT_DONE)
		code = serve_project(&project, port);
	project_close(&project);
	return code;
}
