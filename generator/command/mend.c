#include "command/mend.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "command/interrupt.h"
#include "command/placing.h"
#include "command/project.h"
#include "source/source.h"

#include <stdio.h>
#include <string.h>

/* What was in a card may hold anything: a line stays one, and a terminal is told nothing. */
static struct str
in_one_line(struct arena *arena, struct str text)
{
	struct str copy = arena_str(arena, str_trim(text));
	char *bytes = (char *)(uintptr_t)copy.ptr; /* just copied: ours to change */

	for (size_t i; (i = utf8_find_control(copy)) < copy.len;) {
		size_t end = i;

		utf8_next(copy, &end);
		memset(bytes + i, ' ', end - i);
	}
	for (size_t i = 0; i < copy.len; i++)
		if ((unsigned char)bytes[i] < ' ')
			bytes[i] = ' ';
	return copy;
}

static void
tell(struct project *project, const struct fix *fixes, size_t len)
{
	for (size_t i = 0; i < len && !project->invocation->quiet; i++) {
		const struct fix *fix = &fixes[i];

		if (fix->kind != FIX_VALUE) {
			printf(_("%s:%u: what is new: \"%.*s: %.*s\"\n"), fix->at.file,
			       fix->at.line, STR_ARG(fix->field), STR_ARG(fix->text));
			continue;
		}
		printf(_("%s:%u: %.*s: \"%.*s\" is now \"%.*s\"\n"), fix->at.file, fix->at.line,
		       STR_ARG(in_one_line(project->arena, fix->field)),
		       STR_ARG(in_one_line(project->arena, fix->was)), STR_ARG(fix->text));
	}
}

static void
tell_sum(const struct project *project, size_t found, size_t corrections)
{
	if (project->invocation->quiet)
		return;
	if (found == 0)
		puts(_("There was nothing to correct."));
	else if (corrections > 0) /* why else nothing was written is reported */
		printf(ngettext("%zu correction was written into the cards.\n",
		                "%zu corrections were written into the cards.\n", corrections),
		       corrections);
}

/* The fixes of one file after the other; between two of them the work may stop. */
static int
write_fixes(struct project *project, const struct source *source, const struct cards *cards)
{
	struct fix *fixes = cards->fixes.items;
	size_t corrections = 0, to;
	int rc = 0;

	interrupt_defer();
	for (size_t from = 0; from < cards->fixes.len && rc >= 0 && !interrupt_pending();
	     from = to) {
		/* The name outlives the cards in what is reported about it. */
		const char *file = arena_cstr(project->arena, str(fixes[from].at.file));

		for (to = from; to < cards->fixes.len && strcmp(fixes[to].at.file, file) == 0; to++)
			fixes[to].at.file = file;
		rc = fix_file(source, fixes + from, to - from, &cards->config.limits,
		              project->diag);
		if (rc != 0)
			continue;
		tell(project, fixes + from, to - from);
		corrections += to - from;
	}
	tell_sum(project, cards->fixes.len, corrections);
	fflush(stdout); /* before an interrupt ends the program */
	interrupt_allow();
	return rc < 0 ? -1 : 0;
}

int
mend(struct project *project)
{
	struct source_options options = { .path = project->path };
	struct source *source = NULL;
	struct cards cards = { 0 };
	struct diag *quiet = diag_new();
	int rc = 0;

	if (source_open(&source, &options, quiet) == SOURCE_OK &&
	    cards_read_config(&cards, source, quiet) <= 0 &&
	    source_list(source, (size_t)cards.config.limits.files, quiet) == 0) {
		cards_read(&cards, source, project->jobs, quiet);
		placing_find(&cards, source, project->arena);
		rc = write_fixes(project, source, &cards);
	}
	diag_free(quiet);
	cards_free(&cards);
	source_free(source);
	return rc;
}
