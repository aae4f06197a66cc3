/* diff: what changes for residents between two commits, or between one and the files as they are. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "card/card.h"
#include "command/command.h"
#include "command/diff_files.h"
#include "command/diff_pages.h"
#include "command/project.h"
#include "emit/changes.h"
#include "source/git_compare.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct pos nowhere = { 0 };

/* One of the two states. */
struct side {
	struct invocation invocation; /* as given, with this side's --rev */
	struct str rev;               /* as given; empty: the files as they are */
	struct project project;
	struct diff_pages *pages;
	char commit[GIT_NAME + 1];
};

struct diff {
	const struct invocation *invocation;
	struct arena *arena;
	struct side before, after;
	bool from_base; /* REV...REV: from where the second left the first */
};

/* ---- which two ---- */

static void
set_rev(struct diff *diff, struct side *side, struct str rev)
{
	side->rev = rev;
	side->invocation.rev = rev.len > 0 ? arena_cstr(diff->arena, rev) : NULL;
}

/* "main..work", "main...work"; as git's, a side that is left out is HEAD. */
static bool
read_range(struct diff *diff, struct str text)
{
	const char *dots = strstr(text.ptr, "..");
	size_t at;
	struct str from, to;

	if (!dots)
		return false;
	at = (size_t)(dots - text.ptr);
	diff->from_base = dots[2] == '.';
	from = str_sub(text, 0, at);
	to = str_sub(text, at + (diff->from_base ? 3 : 2), text.len);
	set_rev(diff, &diff->before, from.len > 0 ? from : STR("HEAD"));
	set_rev(diff, &diff->after, to.len > 0 ? to : STR("HEAD"));
	return true;
}

static enum exit_code
read_operands(struct diff *diff)
{
	const struct invocation *in = diff->invocation;

	for (size_t i = 0; i < in->operands_len; i++)
		if (!in->operands[i][0]) {
			command_error(_("a revision is empty"));
			return EXIT_USAGE;
		}
	if (in->rev) {
		command_error(_("quartier diff takes the two revisions without --rev"));
		command_hint(_("for example: quartier diff main~1 main"));
		return EXIT_USAGE;
	}
	diff->before.invocation = diff->after.invocation = *in;
	if (in->operands_len == 1 && read_range(diff, str(in->operands[0])))
		return EXIT_DONE;
	set_rev(diff, &diff->before, in->operands_len > 0 ? str(in->operands[0]) : STR("HEAD"));
	set_rev(diff, &diff->after, str(in->operands_len > 1 ? in->operands[1] : NULL));
	return EXIT_DONE;
}

/* Both see the same clock, also when they are not read in the same second. */
static void
stop_clock(const struct invocation *in, struct arena *arena)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	if (!in->now && (!epoch || !epoch[0]))
		setenv("SOURCE_DATE_EPOCH", arena_printf(arena, "%lld", (long long)time(NULL)).ptr,
		       1);
}

/* ---- from where they went apart ---- */

/* Prints what was reported while there was no project yet. */
static enum exit_code
refused(struct side *side, struct diag *diag, enum exit_code code)
{
	struct project project = { .invocation = &side->invocation,
		                   .arena = arena_new(),
		                   .diag = diag };

	project_report(&project);
	project_close(&project);
	return code;
}

static enum exit_code
open_source(struct source **source, struct side *side, const char *path)
{
	const struct source_options options = { .path = path, .rev = side->invocation.rev };
	struct diag *diag = diag_new();
	enum source_result result = source_open(source, &options, diag);

	if (result != SOURCE_OK)
		return refused(side, diag, result == SOURCE_USAGE ? EXIT_USAGE : EXIT_ENVIRONMENT);
	diag_free(diag);
	return EXIT_DONE;
}

static enum exit_code
find_base(struct diff *diff, const struct source *before, const struct source *after)
{
	struct diag *diag = diag_new();
	char base[GIT_NAME + 1];
	int rc = git_content_base(source_git(before), source_git(after), base, diag);

	if (rc < 0)
		return refused(&diff->before, diag, EXIT_ENVIRONMENT);
	if (rc > 0) {
		diag_error(diag, nowhere, "no-revision",
		           _("no commit is known here from which both \"%.*s\" and \"%.*s\" came"),
		           STR_ARG(diff->before.rev), STR_ARG(diff->after.rev));
		diag_hint(diag, _("in a shallow clone, \"git fetch --unshallow\" brings the older "
		                  "commits"));
		return refused(&diff->before, diag, EXIT_USAGE);
	}
	diag_free(diag);
	set_rev(diff, &diff->before, arena_str(diff->arena, str(base)));
	return EXIT_DONE;
}

static enum exit_code
go_to_base(struct diff *diff)
{
	const char *path = diff->invocation->content;
	struct source *before = NULL, *after = NULL;
	enum exit_code code = open_source(&before, &diff->before, path);

	if (code == EXIT_DONE)
		code = open_source(&after, &diff->after, path);
	if (code == EXIT_DONE)
		code = find_base(diff, before, after);
	source_free(before);
	source_free(after);
	return code;
}

/* ---- both, read ---- */

/* What is wrong with a side, and which of the two that is: both have the same files. */
static enum exit_code
tell(struct side *side, enum exit_code code)
{
	struct project *project = &side->project;

	if (code == EXIT_DONE) { /* check says the rest */
		diag_free(project->diag);
		project->diag = diag_new();
	} else if (code == EXIT_CONTENT && side->rev.len > 0) {
		diag_error(project->diag, nowhere, "diff",
		           _("the content of \"%.*s\" has the problems below, so that it cannot be "
		             "compared"),
		           STR_ARG(side->rev));
	} else if (code == EXIT_CONTENT) {
		diag_error(
			project->diag, nowhere, "diff",
			_("the files as they are have the problems below, so that they cannot be "
		          "compared"));
	}
	project->silent = false;
	if (code != EXIT_DONE)
		project_report(project);
	return code;
}

static enum exit_code
open_side(struct diff *diff, struct side *side, const struct project *other)
{
	const struct git_content *git;
	enum exit_code code = project_open_again(&side->project, &side->invocation,
	                                         diff->invocation->content, other);

	code = tell(side, code);
	if (code != EXIT_DONE)
		return code;
	git = source_git(side->project.source);
	if (git)
		git_content_commit(git, side->commit);
	/* A bare repository has no files: HEAD was read. */
	if (git && side->rev.len == 0)
		side->rev = STR("HEAD");
	return EXIT_DONE;
}

/* Both are read, so that one run tells what is wrong with either. */
static enum exit_code
open_both(struct diff *diff)
{
	enum exit_code before = open_side(diff, &diff->before, NULL), after;

	if (before == EXIT_USAGE || before == EXIT_ENVIRONMENT)
		return before;
	after = open_side(diff, &diff->after, before == EXIT_DONE ? &diff->before.project : NULL);
	return after == EXIT_DONE ? before : after;
}

/* ---- compared ---- */

static struct str
base_url(const struct diff *diff)
{
	const struct str urls[] = { diff->after.project.base_url, diff->before.project.base_url };

	for (size_t i = 0; i < countof(urls); i++)
		if (urls[i].len > 0)
			return urls[i];
	return STR("http://localhost/");
}

static enum exit_code
make_pages(struct diff *diff)
{
	struct side *sides[] = { &diff->before, &diff->after };

	for (size_t i = 0; i < countof(sides); i++) {
		struct project *project = &sides[i]->project;

		sides[i]->pages = diff_pages_make(project, base_url(diff));
		if (!sides[i]->pages)
			return tell(sides[i], EXIT_CONTENT);
	}
	return EXIT_DONE;
}

static bool
is_of_photo(const struct change *change)
{
	const struct said *said = change->after ? change->after : change->before;

	return said && (said->is_file || said->path[0]->type == AS_PHOTOS);
}

/* Photos are not in the pages that were made: those of a card whose photos changed have changed. */
static void
touch_pages(struct diff *diff, const struct card_change *card)
{
	const struct config *config = &diff->after.project.cards.config;
	const char *folder = schema_kind(card->kind)->folder;
	bool touched = false;

	for (size_t i = 0; i < card->len; i++)
		touched = touched || is_of_photo(&card->items[i]);
	if (!touched || !card->after)
		return;
	for (size_t i = 0; i < config->languages_len; i++) {
		const char *code = i > 0 ? lang_code(config->languages[i]) : "";

		diff_pages_touch(diff->after.pages,
		                 arena_printf(diff->arena, "%s%s/%s/%.*s/", i > 0 ? "/" : "", code,
		                              folder, STR_ARG(card->after->slug)));
	}
}

static struct changes_end
end_of(const struct side *side)
{
	return (struct changes_end){
		.rev = side->rev,
		.commit = str(side->commit),
		.state = { &side->project.guide, &side->project.cards },
	};
}

static void
compare(struct diff *diff, struct changes_report *report)
{
	struct diff_files files = { .arena = diff->arena,
		                    .before = &diff->before.project,
		                    .after = &diff->after.project };
	const struct changes_options options = { diff_files_differ, &files };

	*report = (struct changes_report){ .before = end_of(&diff->before),
		                           .after = end_of(&diff->after) };
	changes_find(&report->changes, diff->arena, &report->before.state, &report->after.state,
	             &options);
	diff_files_look(&files, report);
	for (size_t i = 0; i < report->changes.cards_len; i++)
		touch_pages(diff, &report->changes.cards[i]);
	diff_pages_compare(&report->pages, diff->arena, diff->before.pages, diff->after.pages);
}

static enum exit_code
print(struct diff *diff, const struct changes_report *report)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *out, const struct changes_report *report);
	} shapes[] = { { "text", changes_write_text },
		       { "markdown", changes_write_markdown },
		       { "json", changes_write_json } };
	const struct invocation *in = diff->invocation;
	struct project *project = &diff->after.project;
	struct buf out = { 0 };
	enum exit_code code;

	for (size_t i = 0; i < countof(shapes); i++)
		if (strcmp(in->as ? in->as : "text", shapes[i].name) == 0)
			shapes[i].write(&out, report);
	file_replace(in->output ? in->output : "-", buf_str(&out), project->diag);
	buf_release(&out);
	code = project_report(project);
	if (code == EXIT_DONE && in->exit_code && !changes_are_none(report))
		return EXIT_CONTENT;
	return code;
}

static enum exit_code
run(struct diff *diff)
{
	struct changes_report report;
	enum exit_code code = read_operands(diff);

	if (code == EXIT_DONE && diff->from_base)
		code = go_to_base(diff);
	if (code == EXIT_DONE)
		code = open_both(diff);
	if (code == EXIT_DONE)
		code = make_pages(diff);
	if (code != EXIT_DONE)
		return code;
	compare(diff, &report);
	return print(diff, &report);
}

enum exit_code
diff_run(const struct invocation *invocation)
{
	struct diff diff = { .invocation = invocation, .arena = arena_new() };
	enum exit_code code;

	stop_clock(invocation, diff.arena);
	code = run(&diff);
	diff_pages_free(diff.before.pages);
	diff_pages_free(diff.after.pages);
	project_close(&diff.after.project);
	project_close(&diff.before.project);
	arena_free(diff.arena);
	return code;
}
