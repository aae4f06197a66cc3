/* serve: shows the site on this machine, and again whenever the content changes. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/bulletin.h"
#include "command/command.h"
#include "command/edition.h"
#include "command/interrupt.h"
#include "command/lookout.h"
#include "command/shelf.h"
#include "command/stage.h"
#include "command/stopwatch.h"
#include "site/events.h"
#include "site/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { PORT_DEFAULT = 8000, PORT_MOST = 65535 };
enum {
	BEAT = 15,
	REST = 1
}; /* seconds between two signs of life, until nobody seems to be typing */

struct preview {
	const struct invocation *invocation;
	struct arena *arena;
	struct shelf *shelf;
	struct stage *stage;
	struct events *events;
	struct server *server;
	struct lookout *lookout;
	struct str address;
	struct edition *current; /* that is shown; NULL: none */
	struct edition *retired; /* that was shown until now; NULL */
	bool sound;              /* and it has no errors */
	int64_t next; /* moment at which the site changes by itself, UTC; INT64_MAX: never */
	struct diag_memory told;
};

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

/* ---- telling ---- */

static void
tell_browsers(struct preview *preview, const struct edition *edition, double seconds, bool building)
{
	char shown[EDITION_NAME];
	struct bulletin bulletin = { edition, shown, seconds, building, preview->sound };
	struct buf text = { 0 };

	stage_shown(preview->stage, shown, sizeof shown);
	bulletin_event(&text, &bulletin);
	events_tell(preview->events, "edition", buf_str(&text), !building);
	buf_release(&text);
}

static void
print(const struct preview *preview, const struct buf *line)
{
	/* Should nobody read it, the preview goes on. */
	if (!preview->invocation->quiet)
		(void)file_write_all(STDOUT_FILENO, buf_str(line));
}

/* What is new among the problems; errors each time. */
static void
print_problems(struct preview *preview, struct edition *edition)
{
	struct project *project = &edition->project;

	diag_drop_known(project->diag, &preview->told);
	project->silent = false;
	project_report(project);
	project->silent = true;
}

/* The problems, then a line on how it went. */
static void
print_edition(struct preview *preview, struct edition *edition, double seconds)
{
	const struct bulletin bulletin = { .edition = edition, .seconds = seconds };
	struct buf line = { 0 };

	bulletin_line(&line, &bulletin, preview->current != edition);
	print_problems(preview, edition);
	print(preview, &line);
	buf_release(&line);
}

static void
print_ready(const struct preview *preview)
{
	size_t pages = preview->current ? edition_pages(preview->current) : 0;
	struct str at = preview->address;
	struct buf line = { 0 };

	if (preview->sound)
		buf_printf(&line,
		           ngettext("%zu page; see it at %.*s (Ctrl-C ends this)\n",
		                    "%zu pages; see them at %.*s (Ctrl-C ends this)\n", pages),
		           pages, STR_ARG(at));
	else
		buf_printf(
			&line,
			_("The guide has errors; what is sound is at %.*s. Mend the rest and save: "
		          "the pages come by themselves (Ctrl-C ends this)\n"),
			STR_ARG(at));
	print(preview, &line);
	buf_release(&line);
}

/* ---- editions ---- */

static void
note_next(struct preview *preview, const struct edition *edition)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	bool stands = preview->invocation->now || (epoch && epoch[0]);

	preview->next =
		stands || !edition->project.read ? INT64_MAX : edition->project.guide.next_utc;
}

static struct edition *
open_edition(const struct preview *preview, const struct edition *before)
{
	return edition_open(preview->invocation, preview->invocation->operands[0], before);
}

/* A sound edition is shown; one with errors only where there never was a sound one. */
static void
show(struct preview *preview, struct edition *edition)
{
	bool sound = edition_is_sound(edition);

	if (sound || (!preview->sound && edition->emission)) {
		preview->retired = stage_show(preview->stage, edition);
		preview->current = edition;
		preview->sound = sound;
	} else if (!preview->current) {
		stage_fail(preview->stage);
	}
}

/* Makes the edition, shows it, and tells of it. */
static void
finish(struct preview *preview, struct edition *edition, double began)
{
	if (edition->code == EXIT_DONE || !preview->sound)
		edition_make(edition, preview->shelf, preview->address, preview->current);
	lookout_follow(preview->lookout, edition, edition->project.diag);
	if (interrupt_pending())
		return;
	note_next(preview, edition);
	show(preview, edition);
	tell_browsers(preview, edition, stopwatch_seconds() - began, false);
}

/* Memory that many threads took and gave back, the system gets back, too. */
static void
give_back_memory(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

static void
rebuild(struct preview *preview)
{
	double began = stopwatch_seconds();
	struct edition *edition = open_edition(preview, preview->current);

	stage_name(preview->stage, edition);
	finish(preview, edition, began);
	if (!interrupt_pending())
		print_edition(preview, edition, stopwatch_seconds() - began);
	/* Nobody waits for what follows. */
	if (preview->current == edition)
		shelf_sweep(preview->shelf);
	edition_release(preview->retired);
	preview->retired = NULL;
	edition_release(edition);
	give_back_memory();
}

/* ---- until it ends ---- */

/* Milliseconds until there is something to do. */
static int
time_left(const struct preview *preview)
{
	int64_t left = preview->next == INT64_MAX ? BEAT : preview->next - (int64_t)time(NULL);

	if (preview->current && edition_has_rest(preview->current))
		left = REST;
	/* The clock of a laptop that slept has jumped: it is looked at often. */
	return (int)(left < 1 ? 1 : left > BEAT ? BEAT : left) * 1000;
}

static enum lookout_result
wait_for_change(struct preview *preview)
{
	enum lookout_result result = LOOKOUT_INTERRUPTED;
	sigset_t mask;

	interrupt_hold(&mask);
	if (!interrupt_pending())
		result = lookout_wait(preview->lookout, time_left(preview), &mask);
	interrupt_release(&mask);
	return result;
}

static bool
somebody_saves(void *context)
{
	return lookout_stirs(((const struct preview *)context)->lookout);
}

static void
use_time(struct preview *preview)
{
	if (preview->current && edition_has_rest(preview->current))
		edition_make_rest(preview->current, preview->shelf, somebody_saves, preview);
	else
		events_beat(preview->events);
}

static void
keep_showing(struct preview *preview)
{
	while (!interrupt_pending()) {
		enum lookout_result result = wait_for_change(preview);

		if (result == LOOKOUT_CHANGED ||
		    (result == LOOKOUT_QUIET && preview->next <= (int64_t)time(NULL)))
			rebuild(preview);
		else if (result == LOOKOUT_QUIET)
			use_time(preview);
	}
}

/* Whether the first edition leaves any hope: then its code. */
static bool
is_hopeless(const struct edition *edition)
{
	return edition->code == EXIT_USAGE || edition->code == EXIT_ENVIRONMENT ||
	       !edition->project.read;
}

static enum exit_code
refuse(struct edition *edition)
{
	enum exit_code code;

	edition->project.silent = false;
	code = project_report(&edition->project);
	return edition->code == EXIT_USAGE ? EXIT_USAGE : code;
}

static int
open_server(struct preview *preview, unsigned short port, struct diag *diag)
{
	const struct server_options options = {
		.open = stage_open,
		.context = preview->stage,
		.events = preview->events,
		.port = port,
	};

	if (server_start(&preview->server, &options, diag) != 0)
		return -1;
	preview->address =
		arena_printf(preview->arena, "http://127.0.0.1:%u/", server_port(preview->server));
	return 0;
}

/* The first edition, which was opened, and all that follow. */
static enum exit_code
serve_from(struct preview *preview, struct edition *first, unsigned short port)
{
	double began = first->project.began;

	if (is_hopeless(first))
		return refuse(first);
	interrupt_defer();
	if (shelf_new(&preview->shelf, first->project.diag) != 0)
		return refuse(first);
	preview->stage = stage_new(preview->shelf);
	stage_name(preview->stage, first);
	tell_browsers(preview, NULL, 0, true);
	if (open_server(preview, port, first->project.diag) != 0)
		return refuse(first);
	finish(preview, first, began);
	if (interrupt_pending())
		return EXIT_INTERRUPTED;
	print_problems(preview, first);
	if (first->code == EXIT_ENVIRONMENT)
		return EXIT_ENVIRONMENT;
	print_ready(preview);
	return EXIT_DONE;
}

static enum exit_code
serve(struct preview *preview, unsigned short port)
{
	struct edition *first = open_edition(preview, NULL);
	enum exit_code code = serve_from(preview, first, port);

	edition_release(first);
	if (code == EXIT_DONE)
		keep_showing(preview);
	return code;
}

enum exit_code
serve_run(const struct invocation *invocation)
{
	struct preview preview = { .invocation = invocation };
	unsigned short port;
	enum exit_code code = read_port(invocation->port, &port);

	if (code != EXIT_DONE)
		return code;
	preview.arena = arena_new();
	preview.events = events_new();
	preview.lookout = lookout_new(invocation, invocation->operands[0]);
	code = serve(&preview, port);
	server_stop(preview.server);
	events_free(preview.events);
	stage_free(preview.stage);
	lookout_free(preview.lookout);
	shelf_free(preview.shelf);
	diag_memory_release(&preview.told);
	arena_free(preview.arena);
	return code;
}
