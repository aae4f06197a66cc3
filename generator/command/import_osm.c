/* import_osm: the shops of an extract of OpenStreetMap, into the cards. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/import.h"
#include "command/import_table.h"
#include "command/interrupt.h"
#include "command/maps.h"
#include "command/project.h"
#include "map/intake.h"
#include "source/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct importing {
	struct project project;
	const char *file; /* the extract */
	struct extract extract;
	struct survey survey;
	struct ledger ledger;
	struct buf ledger_was;
	struct intake intake;
};

/* ---- in ---- */

static enum exit_code
read_extract(struct importing *in)
{
	struct project *project = &in->project;
	uint64_t most = project->cards.config.limits.extract_bytes;
	struct buf bytes = { .max = most < SIZE_MAX ? (size_t)most : SIZE_MAX };
	int rc;

	if (access(in->file, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
		command_error(_("there is no file %s"), in->file);
		command_hint(_("give the file that openstreetmap.org's Export made"));
		return EXIT_USAGE;
	}
	rc = file_read(&bytes, in->file, project->diag);
	if (rc == 0)
		rc = extract_read(&in->extract, buf_str(&bytes), in->file, most, project->diag);
	buf_release(&bytes);
	return rc == 0 ? EXIT_DONE : project_report(project);
}

static enum exit_code
read_ledger(struct importing *in)
{
	struct project *project = &in->project;
	int rc = source_read_path(project->source, LEDGER_PATH, &in->ledger_was, project->diag);

	if (rc == 0)
		rc = ledger_read(&in->ledger, project->arena, buf_str(&in->ledger_was),
		                 project->diag);
	return rc < 0 ? project_report(project) : EXIT_DONE;
}

static bool
has_guide(const struct importing *in)
{
	struct diag *quiet = diag_new();
	struct buf any = { .max = 1 };
	bool has = source_read_path(in->project.source, "quartier.yml", &any, quiet) <= 0;

	buf_release(&any);
	diag_free(quiet);
	return has;
}

static enum exit_code
open_all(struct importing *in, const struct invocation *invocation)
{
	enum exit_code code = project_open_cards(&in->project, invocation, invocation->content);

	if (code == EXIT_CONTENT && !has_guide(in))
		command_hint(_("an import fills a guide: quartier init DIR makes an empty one"));
	if (code == EXIT_DONE)
		code = read_extract(in);
	return code == EXIT_DONE ? read_ledger(in) : code;
}

/* ---- out ---- */

/* The text of one card. 1: somebody else was at it meanwhile, reported. */
static int
write_card(struct importing *in, const struct intake_item *item)
{
	const struct source *source = in->project.source;
	const char *path = item->path.ptr;
	int rc = item->action == INTAKE_ADD
	                 ? source_create(source, path, item->text, in->project.diag)
	                 : source_replace(source, path, item->was, item->text, in->project.diag);

	if (rc > 0) {
		diag_error(in->project.diag, (struct pos){ path, 0, 0 }, "import-busy",
		           _("somebody else changed this file just now; it was not written"));
		diag_hint(in->project.diag, _("run the import once more"));
	}
	return rc;
}

static int
write_ledger(struct importing *in)
{
	const struct source *source = in->project.source;
	struct buf text = { 0 };
	int rc = 0;

	ledger_write(&in->intake.ledger, &text);
	if (in->ledger_was.len == 0)
		rc = in->intake.ledger.len == 0
		             ? 0
		             : source_create(source, LEDGER_PATH, buf_str(&text), in->project.diag);
	else if (!str_eq(buf_str(&in->ledger_was), buf_str(&text)))
		rc = source_replace(source, LEDGER_PATH, buf_str(&in->ledger_was), buf_str(&text),
		                    in->project.diag);
	if (rc > 0)
		diag_error(in->project.diag, (struct pos){ LEDGER_PATH, 0, 0 }, "import-busy",
		           _("somebody else changed this file just now; it was not written"));
	buf_release(&text);
	return rc;
}

/* Cards first: a run that breaks off and is repeated finds them as they should be, and goes on. The ledger ahead of the
 * cards would take the old values for a person's. */
static enum exit_code
write_all(struct importing *in)
{
	int rc = 0;

	interrupt_defer();
	for (size_t i = 0; i < in->intake.len && rc >= 0 && !interrupt_pending(); i++) {
		const struct intake_item *item = &in->intake.items[i];

		if (item->action == INTAKE_ADD || item->action == INTAKE_CHANGE)
			rc = write_card(in, item);
		if (rc > 0)
			rc = -1;
	}
	if (rc == 0 && !interrupt_pending())
		write_ledger(in);
	if (interrupt_pending())
		return EXIT_INTERRUPTED;
	interrupt_allow();
	return project_report(&in->project);
}

static void
tell_about_map(const struct importing *in)
{
	const char *folder = in->project.path ? in->project.path : ".";
	bool packed = str_ends(str(in->file), ".gz");

	if (maps_extract(&in->project) || in->intake.len == 0)
		return;
	printf(_("The guide has no map yet. To show the shops on one, keep the extract with the cards:\n"
	         "  cp %s %s/map/quartier.osm%s\n"),
	       in->file, folder, packed ? ".gz" : "");
}

static enum exit_code
run(struct importing *in)
{
	const struct invocation *invocation = in->project.invocation;
	struct project *project = &in->project;
	const struct intake_sources from = {
		.survey = &in->survey,
		.extract = &in->extract,
		.cards = &project->cards,
		.source = project->source,
		.ledger = &in->ledger,
	};
	enum exit_code code;

	survey_make(&in->survey, project->arena, &in->extract, &project->cards.config, in->file,
	            project->diag);
	if (intake_plan(&in->intake, project->arena, &from, project->diag) < 0)
		return project_report(project);
	if (!invocation->quiet)
		import_table(&in->intake, invocation->dry_run);
	code = project_report(project);
	if (code == EXIT_DONE && !invocation->dry_run)
		code = write_all(in);
	if (code == EXIT_DONE && !invocation->quiet) {
		import_sum(&in->survey, &in->intake, invocation->dry_run);
		tell_about_map(in);
	}
	return code;
}

enum exit_code
import_osm(const struct invocation *invocation)
{
	struct importing in = { .file = invocation->operands[1] };
	enum exit_code code = open_all(&in, invocation);

	if (code == EXIT_DONE)
		code = run(&in);
	fflush(stdout);
	extract_free(&in.extract);
	buf_release(&in.ledger_was);
	project_close(&in.project);
	return code;
}
