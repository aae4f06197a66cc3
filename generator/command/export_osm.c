/* export_osm: what the cards know better than the map, as an OsmChange. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/import.h"
#include "command/interrupt.h"
#include "command/maps.h"
#include "command/project.h"
#include "map/osmchange.h"
#include "source/source.h"

#include <stdio.h>
#include <string.h>

struct exporting {
	struct project project;
	struct extract extract;
	struct ledger ledger;
	struct buf ledger_text;
};

static void
report_no_extract(struct project *project)
{
	diag_error(project->diag, (struct pos){ "quartier.yml", 0, 0 }, "export-osm",
	           _("there is no map extract to compare the cards with"));
	diag_hint(project->diag,
	          _("keep an export of openstreetmap.org as map/quartier.osm beside the cards"));
}

static enum exit_code
read_all(struct exporting *ex)
{
	struct project *project = &ex->project;
	const struct source_entry *entry = maps_extract(project);
	uint64_t most = project->cards.config.limits.extract_bytes;
	struct buf bytes = { .max = most < SIZE_MAX ? (size_t)most : SIZE_MAX };
	int rc;

	if (!entry) {
		report_no_extract(project);
		return project_report(project);
	}
	rc = source_read(project->source, entry, &bytes, project->diag);
	if (bytes.full)
		diag_error(project->diag, (struct pos){ entry->path.ptr, 0, 0 }, "limit",
		           _("the file is larger than %llu bytes"), (unsigned long long)most);
	if (rc == 0)
		rc = extract_read(&ex->extract, buf_str(&bytes), entry->path.ptr, most,
		                  project->diag);
	buf_release(&bytes);
	if (rc == 0 &&
	    source_read_path(project->source, LEDGER_PATH, &ex->ledger_text, project->diag) == 0)
		rc = ledger_read(&ex->ledger, project->arena, buf_str(&ex->ledger_text),
		                 project->diag);
	/* How sound the extract is, build tells. */
	return rc == 0 ? EXIT_DONE : project_report(project);
}

static enum exit_code
write_out(struct exporting *ex)
{
	struct project *project = &ex->project;
	const struct invocation *invocation = project->invocation;
	const char *target = invocation->output ? invocation->output : "-";
	const struct osmchange_sources from = { &ex->extract, &project->cards, &ex->ledger };
	struct buf out = { 0 };
	size_t changed = osmchange_write(&out, project->arena, &from, project->diag);
	enum exit_code code;

	interrupt_defer(); /* beside the file, a new one is made first */
	file_replace(target, buf_str(&out), project->diag);
	interrupt_allow();
	code = project_report(project);
	buf_release(&out);
	if (code == EXIT_DONE && invocation->output && strcmp(target, "-") != 0 &&
	    !invocation->quiet)
		printf(ngettext(
			       "%zu object of the map would change: look through %s in an editor.\n",
			       "%zu objects of the map would change: look through %s in an editor.\n",
			       changed),
		       changed, target);
	return code;
}

enum exit_code
export_osm(const struct invocation *invocation)
{
	struct exporting ex = { 0 };
	const char *path = invocation->operands_len == 2 ? invocation->operands[1] : NULL;
	enum exit_code code = project_open_cards(&ex.project, invocation, path);

	if (code == EXIT_DONE)
		code = read_all(&ex);
	if (code == EXIT_DONE)
		code = write_out(&ex);
	extract_free(&ex.extract);
	buf_release(&ex.ledger_text);
	project_close(&ex.project);
	return code;
}
