#include "command/project.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/pool.h"
#include "base/zone.h"
#include "card/web.h"
#include "command/installed.h"
#include "command/interrupt.h"
#include "command/progress.h"
#include "command/stopwatch.h"
#include "emit/emit.h"
#include "emit/output.h"
#include "site/marker.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { JOBS_MOST = 256 };

/* With --verbose: how long a step took. */
static void
step(const struct project *project, double *since, const char *what)
{
	double now = stopwatch_seconds();

	if (project->invocation->verbose)
		fprintf(stderr, "  %7.1f ms  %s\n", (now - *since) * 1000, what);
	*since = now;
}

struct str
project_base_url(struct arena *arena, struct str url)
{
	if (web_check(url) != WEB_OK || str_find(url, '?') < url.len || str_find(url, '#') < url.len)
		return (struct str){ 0 };
	return str_ends(url, "/") ? url : arena_printf(arena, "%.*s/", STR_ARG(url));
}

/* The options that every build reads; EXIT_USAGE after a message. */
static enum exit_code
read_invocation(struct project *project)
{
	const struct invocation *in = project->invocation;
	struct moment moment;
	char *end;
	unsigned long jobs;

	project->jobs = pool_cores();
	if (in->jobs) {
		jobs = strtoul(in->jobs, &end, 10);
		if (*end || end == in->jobs || in->jobs[0] == '-' || jobs < 1 || jobs > JOBS_MOST) {
			command_error(_("--jobs takes a number from 1 to %d, not \"%s\""), JOBS_MOST,
			              in->jobs);
			return EXIT_USAGE;
		}
		project->jobs = (unsigned)jobs;
	}
	if (in->now && !guide_clock_parse(in->now, &moment)) {
		command_error(_("--now takes a date such as 2026-12-24 or 2026-12-24T18:00, not \"%s\""),
		              in->now);
		return EXIT_USAGE;
	}
	if (in->base_url) {
		project->base_url = project_base_url(project->arena, str(in->base_url));
		if (project->base_url.len == 0) {
			command_error(_("--base-url takes an address such as https://example.org/, not \"%s\""),
			              in->base_url);
			return EXIT_USAGE;
		}
	}
	return EXIT_DONE;
}

static enum exit_code
open_source(struct project *project)
{
	struct source_options options = { .path = project->path, .rev = project->invocation->rev };

	switch (source_open(&project->source, &options, project->diag)) {
	case SOURCE_OK: return EXIT_DONE;
	case SOURCE_USAGE: return EXIT_USAGE;
	case SOURCE_FAILED: break;
	}
	return EXIT_ENVIRONMENT;
}

/* Where the site will live: canonical addresses and feeds say it, so a build must know. */
static void
settle_base_url(struct project *project)
{
	const struct config *config = &project->cards.config;
	struct pos at = config->url_at.line ? config->url_at : (struct pos){ "quartier.yml", 1, 1 };

	if (project->base_url.len > 0)
		return;
	project->base_url = config->url;
	/* A url that is there but wrong was reported where it stands. */
	if (config->url.len > 0 || config->url_at.line || !project->invocation->command->needs_url)
		return;
	diag_error(project->diag, at, "required",
	           _("url: this field is missing; it says at which address the site will live"));
	diag_hint(project->diag, _("add a line such as \"url: https://example.org/\", or give --base-url"));
}

static void
read_content(struct project *project)
{
	const struct invocation *in = project->invocation;
	struct guide_options clock = {
		.now = in->now,
		.epoch = getenv("SOURCE_DATE_EPOCH"),
		.drafts = in->drafts,
	};
	struct theme_options dress = {
		.override = in->theme,
		.folder = installed_themes(project->arena),
	};
	double since = stopwatch_seconds();

	/* A card with an error is left out and the rest goes on: one run tells everything. */
	cards_read(&project->cards, project->source, project->jobs, project->diag);
	step(project, &since, _("cards read"));
	guide_make(&project->guide, &project->cards, &clock, project->diag);
	step(project, &since, _("cards linked"));
	theme_load(&project->theme, &dress, &project->cards.config, project->source, project->diag);
	step(project, &since, _("theme compiled"));
	settle_base_url(project);
}

enum exit_code
project_open(struct project *project, const struct invocation *invocation, const char *path)
{
	enum exit_code code;
	double since = stopwatch_seconds();

	*project = (struct project){ .invocation = invocation, .path = path, .began = since };
	project->arena = arena_new();
	project->diag = diag_new();
	code = read_invocation(project);
	if (code != EXIT_DONE)
		return code;
	code = open_source(project);
	if (code != EXIT_DONE) {
		project_report(project);
		return code;
	}
	/* Without languages there was no quartier.yml that could be read: nothing else makes sense. */
	if (cards_read_config(&project->cards, project->source, project->diag) < 0 &&
	    project->cards.config.languages_len == 0)
		return project_report(project);
	if (source_list(project->source, (size_t)project->cards.config.limits.files, project->diag) < 0)
		return project_report(project);
	step(project, &since, _("content listed"));
	read_content(project);
	return project_report(project);
}

void
project_close(struct project *project)
{
	theme_free(&project->theme);
	guide_free(&project->guide);
	cards_free(&project->cards);
	source_free(project->source);
	diag_free(project->diag);
	arena_free(project->arena);
	*project = (struct project){ 0 };
}

static bool
in_colour(const struct invocation *in)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	if (in->color && strcmp(in->color, "auto") != 0)
		return strcmp(in->color, "always") == 0;
	return isatty(STDERR_FILENO) && !(no_color && no_color[0]) && !(term && strcmp(term, "dumb") == 0);
}

static enum diag_format
format_of(const struct invocation *in)
{
	if (in->format && strcmp(in->format, "json") == 0)
		return DIAG_JSON;
	if (in->format && strcmp(in->format, "github") == 0)
		return DIAG_GITHUB;
	return DIAG_TEXT;
}

enum exit_code
project_report(struct project *project)
{
	struct diag *diag = project->diag;
	size_t errors = diag_count(diag, DIAG_ERROR), warnings = diag_count(diag, DIAG_WARNING);
	bool failed = diag_environment_failed(diag);

	diag_print(diag, stderr, format_of(project->invocation), in_colour(project->invocation));
	project->warnings += warnings;
	project->notes += diag_count(diag, DIAG_NOTE);
	diag_free(diag);
	project->diag = diag_new();
	if (failed)
		return EXIT_ENVIRONMENT;
	return errors > 0 || (project->invocation->strict && warnings > 0) ? EXIT_CONTENT : EXIT_DONE;
}

struct str
project_next(const struct project *project, struct arena *arena)
{
	int64_t next = project->guide.next_utc;
	int64_t local;
	int offset;
	struct civil day;

	if (next == INT64_MAX)
		return (struct str){ 0 };
	offset = zone_offset(project->guide.zone, next);
	local = next + offset;
	day = date_to_civil((int)(local / 86400));
	return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", day.year, day.month, day.day,
	                    (int)(local / 3600 % 24), (int)(local / 60 % 60), (int)(local % 60),
	                    offset < 0 ? '-' : '+', abs(offset) / 3600, abs(offset) / 60 % 60);
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	if (interrupt_pending())
		return -1;
	return transaction_put(context, path, bytes, diag);
}

static struct str
marker_text(const struct project *project)
{
	char inputs[HASH_HEX + 1];
	struct buf text = { 0 };
	struct marker marker = {
		.version = STR(QUARTIER_VERSION),
		.inputs = { inputs, HASH_HEX },
		.next = project_next(project, project->arena),
	};
	struct str copy;

	hash_hex(project->cards.inputs, inputs);
	marker_write(&text, &marker);
	copy = arena_str(project->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

enum exit_code
project_build(struct project *project, const char *site, struct project_built *built)
{
	struct transaction *transaction;
	struct progress progress;
	struct emit_options options = {
		.base_url = project->base_url,
		.jobs = project->jobs,
		.progress = progress_tell,
		.progress_context = &progress,
	};
	struct emit_counts counts = { 0 };
	double since = stopwatch_seconds();
	int rc;

	*built = (struct project_built){ 0 };
	if (transaction_begin(&transaction, site, project->diag) < 0)
		return project_report(project);
	progress_start(&progress, project->invocation->quiet);
	struct output output = { put, transaction };
	rc = emit_site(&project->guide, &project->theme, &options, &output, &counts, project->diag);
	progress_end(&progress);
	step(project, &since, _("pages made"));
	if (rc < 0 || interrupt_pending()) {
		transaction_abort(transaction);
		if (!interrupt_pending())
			return project_report(project);
		fputs(_("quartier: interrupted; the site is as before\n"), stderr);
		return EXIT_INTERRUPTED;
	}
	built->pages = counts.pages;
	/* Whether it succeeded, the report below knows. */
	transaction_commit(transaction, marker_text(project), &built->files, project->diag);
	step(project, &since, _("site put in place"));
	return project_report(project);
}
