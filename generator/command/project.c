#include "command/project.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/pool.h"
#include "base/zone.h"
#include "card/web.h"
#include "command/cache_folder.h"
#include "command/dates.h"
#include "command/installed.h"
#include "command/interrupt.h"
#include "command/maps.h"
#include "command/mend.h"
#include "command/pictures.h"
#include "command/precompress.h"
#include "command/progress.h"
#include "command/stopwatch.h"
#include "command/target.h"
#include "emit/emit.h"
#include "emit/output.h"
#include "guide/advice.h"
#include "map/map.h"
#include "site/marker.h"
#include "source/history.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { JOBS_MOST = 256, CACHE_DAYS = 90 };

static enum diag_format
format_of(const struct invocation *in)
{
	if (in->format && strcmp(in->format, "json") == 0)
		return DIAG_JSON;
	if (in->format && strcmp(in->format, "github") == 0)
		return DIAG_GITHUB;
	return DIAG_TEXT;
}

/* With --verbose: how long a step took. */
static void
step(const struct project *project, double *since, const char *what)
{
	double now = stopwatch_seconds();

	/* Lines of JSON or of workflow commands are for machines: nothing else comes between them. */
	if (project->invocation->verbose && format_of(project->invocation) == DIAG_TEXT)
		fprintf(stderr, "  %7.1f ms  %s\n", (now - *since) * 1000, what);
	*since = now;
}

struct str
project_base_url(struct arena *arena, struct str url)
{
	if (web_check(url) != WEB_OK || str_find(url, '?') < url.len ||
	    str_find(url, '#') < url.len)
		return (struct str){ 0 };
	return str_ends(url, "/") ? url : arena_printf(arena, "%.*s/", STR_ARG(url));
}

static const struct pos nowhere = { 0 };

static void
read_jobs(struct project *project, const char *text)
{
	char *end;
	unsigned long jobs;

	project->jobs = pool_cores();
	if (!text)
		return;
	jobs = strtoul(text, &end, 10);
	if (text[0] >= '0' && text[0] <= '9' && !*end && jobs >= 1 && jobs <= JOBS_MOST)
		project->jobs = (unsigned)jobs;
	else
		diag_error(project->diag, nowhere, "usage",
		           _("--jobs takes a number from 1 to %d, not \"%s\""), JOBS_MOST, text);
}

/* --now, or what stands in for it: a clock that is not what was meant gives another site. */
static void
check_clock(struct project *project)
{
	const char *now = project->invocation->now, *epoch = getenv("SOURCE_DATE_EPOCH");
	struct moment moment;
	int64_t utc;

	if (now && !guide_clock_parse(now, &moment))
		diag_error(
			project->diag, nowhere, "usage",
			_("--now takes a date such as 2026-12-24 or 2026-12-24T18:00, not \"%s\""),
			now);
	else if (!now && epoch && epoch[0] && !guide_epoch_parse(epoch, &utc))
		diag_error(project->diag, nowhere, "usage",
		           _("SOURCE_DATE_EPOCH takes a number of seconds since 1970, not \"%s\""),
		           epoch);
}

static void
read_base_url(struct project *project, const char *text)
{
	if (!text)
		return;
	project->base_url = project_base_url(project->arena, str(text));
	if (project->base_url.len == 0)
		diag_error(
			project->diag, nowhere, "usage",
			_("--base-url takes an address such as https://example.org/, not \"%s\""),
			text);
}

/* Prints what is wrong with the command line, in the format that it asks for. */
static enum exit_code
wrong_usage(struct project *project)
{
	project_report(project);
	return EXIT_USAGE;
}

/* The options that every build reads. */
static enum exit_code
read_invocation(struct project *project)
{
	read_jobs(project, project->invocation->jobs);
	check_clock(project);
	read_base_url(project, project->invocation->base_url);
	return diag_count(project->diag, DIAG_ERROR) > 0 ? wrong_usage(project) : EXIT_DONE;
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
	if (config->url.len > 0 || config->url_at.line || !project->cards.understood ||
	    !project->invocation->command->needs_url)
		return;
	diag_error(project->diag, at, "required",
	           _("url: this field is missing; it says at which address the site will live"));
	diag_hint(project->diag,
	          _("add a line such as \"url: https://example.org/\", or give --base-url"));
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
	maps_open(project);
	clock.map = project->map;
	step(project, &since, _("map read"));
	dates_open(project);
	clock.history = project->history;
	step(project, &since, _("history read"));
	guide_make(&project->guide, &project->cards, &clock, project->diag);
	if (in->command->advises)
		advice_give(&project->guide, project->diag);
	step(project, &since, _("cards linked"));
	project->dressed = theme_load(&project->theme, &dress, &project->cards.config,
	                              project->source, project->diag) == 0;
	step(project, &since, _("theme compiled"));
	maps_dress(project);
	step(project, &since, _("map laid out"));
	settle_base_url(project);
	if (in->command->advises) {
		pictures_check(project);
		step(project, &since, _("pictures looked at"));
	}
}

static void
start(struct project *project, const struct invocation *invocation, const char *path)
{
	*project = (struct project){ .invocation = invocation,
		                     .path = path,
		                     .began = stopwatch_seconds() };
	project->arena = arena_new();
	project->diag = diag_new();
}

/* Reads the options and opens the source. */
static enum exit_code
begin(struct project *project)
{
	enum exit_code code = read_invocation(project);

	if (code != EXIT_DONE)
		return code;
	code = open_source(project);
	if (code != EXIT_DONE)
		project_report(project);
	return code;
}

/* Opens the source of a command that may write into it. */
static enum exit_code
begin_writing(struct project *project, const struct invocation *invocation, const char *path)
{
	enum exit_code code;

	start(project, invocation, path);
	code = begin(project);
	if (code != EXIT_DONE)
		return code;
	if (invocation->command->writes_cards && !source_is_folder(project->source)) {
		diag_error(project->diag, nowhere, "usage",
		           _("this writes cards: that needs a folder, not a commit"));
		diag_hint(
			project->diag,
			_("leave --rev out; of a bare repository, make a clone and work in that"));
		return wrong_usage(project);
	}
	return EXIT_DONE;
}

/* Opens what a command writes cards into, as far as quartier.yml, or with its cards. */
static enum exit_code
open_to_write(struct project *project, const struct invocation *invocation, const char *path,
              bool with_cards)
{
	enum exit_code code = begin_writing(project, invocation, path);

	if (code != EXIT_DONE)
		return code;
	if (cards_read_config(&project->cards, project->source, project->diag) <= 0 &&
	    source_list(project->source, (size_t)project->cards.config.limits.files,
	                project->diag) == 0 &&
	    with_cards)
		cards_read(&project->cards, project->source, project->jobs, project->diag);
	if (diag_count(project->diag, DIAG_ERROR) > 0 || diag_environment_failed(project->diag))
		return project_report(project);
	/* What else is to be said of them, check says. */
	diag_free(project->diag);
	project->diag = diag_new();
	return EXIT_DONE;
}

enum exit_code
project_open_config(struct project *project, const struct invocation *invocation, const char *path)
{
	return open_to_write(project, invocation, path, false);
}

enum exit_code
project_open_cards(struct project *project, const struct invocation *invocation, const char *path)
{
	return open_to_write(project, invocation, path, true);
}

static enum exit_code
open_and_read(struct project *project)
{
	const struct invocation *invocation = project->invocation;
	enum exit_code code = begin(project);
	double since = project->began;

	if (code != EXIT_DONE)
		return code;
	if (invocation->command->needs_site && !invocation->output &&
	    source_is_bare(project->source)) {
		diag_error(
			project->diag, nowhere, "usage",
			_("a bare repository has no folder for the site: say where with -o SITE"));
		return wrong_usage(project);
	}
	if (invocation->fix && !source_is_folder(project->source)) {
		diag_error(project->diag, nowhere, "usage",
		           _("--fix writes into the cards: that needs a folder, not a commit"));
		diag_hint(
			project->diag,
			_("leave --rev out; of a bare repository, make a clone and correct that"));
		return wrong_usage(project);
	}
	if (invocation->fix && mend(project) < 0)
		return project_report(project);
	if (cards_read_config(&project->cards, project->source, project->diag) > 0)
		return project_report(project);
	if (source_list(project->source, (size_t)project->cards.config.limits.files,
	                project->diag) < 0)
		return project_report(project);
	step(project, &since, _("content listed"));
	read_content(project);
	project->read = true;
	/* What is wrong with --theme is not the content's fault. */
	return project->theme.unknown && invocation->theme ? wrong_usage(project)
	                                                   : project_report(project);
}

enum exit_code
project_open(struct project *project, const struct invocation *invocation, const char *path)
{
	start(project, invocation, path);
	return open_and_read(project);
}

enum exit_code
project_open_again(struct project *project, const struct invocation *invocation, const char *path,
                   const struct project *before)
{
	enum exit_code code;

	start(project, invocation, path);
	project->silent = true;
	project->before = before;
	code = open_and_read(project);
	project->before = NULL;
	return code;
}

void
project_close(struct project *project)
{
	pictures_free(project);
	theme_free(&project->theme);
	guide_free(&project->guide);
	history_free(project->history);
	map_free(project->map);
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
	return isatty(STDERR_FILENO) && !(no_color && no_color[0]) &&
	       !(term && strcmp(term, "dumb") == 0);
}

enum exit_code
project_report(struct project *project)
{
	struct diag *diag = project->diag;
	size_t errors = diag_count(diag, DIAG_ERROR), warnings = diag_count(diag, DIAG_WARNING);
	bool failed = diag_environment_failed(diag);

	if (!project->silent) {
		diag_print(diag, stderr, format_of(project->invocation),
		           in_colour(project->invocation));
		project->warnings += warnings;
		project->notes += diag_count(diag, DIAG_NOTE);
		diag_free(diag);
		project->diag = diag_new();
	}
	if (failed)
		return EXIT_ENVIRONMENT;
	return errors > 0 || (project->invocation->strict && warnings > 0) ? EXIT_CONTENT
	                                                                   : EXIT_DONE;
}

void
project_say_refused(const struct project *project)
{
	puts(project->invocation->strict
	             ? _("Please correct what is marked as an error or a warning; until then the site "
	                 "stays as it is.")
	             : _("Please correct what is marked as an error; until then the site stays as it "
	                 "is."));
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
	return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", day.year, day.month,
	                    day.day, (int)(local / 3600 % 24), (int)(local / 60 % 60),
	                    (int)(local % 60), offset < 0 ? '-' : '+', abs(offset) / 3600,
	                    abs(offset) / 60 % 60);
}

struct str
project_marker(const struct project *project)
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

/* What takes long and is kept between builds. -1: reported, or interrupted. */
static int
make_expensive(struct project *project, const struct target *target)
{
	struct cache *cache = cache_new(cache_folder(project));
	double since = stopwatch_seconds();
	int rc = pictures_make(project, cache, target);

	step(project, &since, _("pictures made"));
	if (rc == 0)
		rc = maps_make(project, cache, target);
	step(project, &since, _("map drawn"));
	cache_prune(cache, CACHE_DAYS);
	cache_free(cache);
	return rc;
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	return target_put(context, path, bytes, diag);
}

enum exit_code
project_make(struct project *project, const struct target *target, size_t *pages)
{
	struct progress progress;
	struct emit_options options = {
		.base_url = project->base_url,
		.jobs = project->jobs,
		.progress = progress_tell,
		.progress_context = &progress,
	};
	struct output output = { put, (void *)target };
	struct emit_counts counts = { 0 };
	int rc = make_expensive(project, target);
	double since = stopwatch_seconds();
	enum exit_code code;

	if (rc == 0) {
		progress_start(&progress, project->invocation->quiet, _("pages"));
		rc = emit_site(&project->guide, &project->theme, &options, &output, &counts,
		               project->diag);
		progress_end(&progress);
		step(project, &since, _("pages made"));
	}
	*pages = counts.pages;
	if (interrupt_pending()) {
		fputs(_("quartier: interrupted; the site is as before\n"), stderr);
		return EXIT_INTERRUPTED;
	}
	code = project_report(project);
	return rc < 0 && code == EXIT_DONE ? EXIT_ENVIRONMENT : code;
}

static int
put_into_folder(void *context, struct str path, struct str bytes, struct diag *diag)
{
	return transaction_put(context, path, bytes, diag);
}

static bool
keep_in_folder(void *context, struct str path, size_t size, struct hash hash)
{
	return transaction_keep(context, path, size, hash);
}

/* As project_make, with smaller versions beside the files. */
static enum exit_code
make_precompressed(struct project *project, const struct target *folder, size_t *pages)
{
	struct cache *cache = cache_new(cache_folder(project));
	struct precompress precompress;
	const struct target target = precompress_target(&precompress, folder, cache);
	enum exit_code code = project_make(project, &target, pages);

	cache_free(cache);
	return code;
}

enum exit_code
project_build(struct project *project, const char *site, struct project_built *built)
{
	struct target target = { .put = put_into_folder, .keep = keep_in_folder };
	struct transaction *transaction;
	enum exit_code code;
	double since;

	*built = (struct project_built){ 0 };
	interrupt_defer();
	if (transaction_begin(&transaction, site, project->diag) < 0)
		return project_report(project);
	target.context = transaction;
	code = project->invocation->precompress
	               ? make_precompressed(project, &target, &built->pages)
	               : project_make(project, &target, &built->pages);
	if (code != EXIT_DONE) {
		transaction_abort(transaction);
		return code;
	}
	since = stopwatch_seconds();
	/* Whether it succeeded, the report below knows. */
	transaction_commit(transaction, project_marker(project), &built->files, project->diag);
	step(project, &since, _("site put in place"));
	return project_report(project);
}
