/* build: a content repository becomes a site. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/project.h"
#include "source/source.h"

#include <stdio.h>

/* SITE: what -o says, else site beside quartier.yml; NULL after a message. */
static const char *
site_folder(const struct project *project)
{
	const char *folder = source_folder(project->source);

	if (project->invocation->output)
		return project->invocation->output;
	if (folder)
		return arena_printf(project->arena, "%s/site", folder).ptr;
	fputs(_("quartier: error: a bare repository has no folder for the site: say where with -o SITE\n"),
	      stderr);
	return NULL;
}

static void
add_problems(struct buf *out, const struct project *project)
{
	if (project->warnings == 0 && project->notes == 0)
		return;
	buf_adds(out, "  ");
	if (project->warnings)
		buf_printf(out, ngettext("%zu warning", "%zu warnings", project->warnings),
		           project->warnings);
	if (project->warnings && project->notes)
		buf_adds(out, ", ");
	if (project->notes)
		buf_printf(out, ngettext("%zu note", "%zu notes", project->notes), project->notes);
	buf_addc(out, '\n');
}

static void
add_files(struct buf *out, const struct project_built *built)
{
	const struct transaction_result *files = &built->files;

	if (files->written == 0 && files->removed == 0)
		buf_adds(out, _("nothing changed, nothing written"));
	else
		buf_printf(out, _("%zu of %zu files written, %zu removed"), files->written, files->files,
		           files->removed);
}

/* What a person wants to know at the end. */
static void
summarize(const struct project *project, const struct project_built *built, const char *site)
{
	const struct guide *guide = &project->guide;
	const struct config *config = guide->config;
	struct str next = project_next(project, project->arena);
	struct str name = text_in(&config->name, config->languages[0], config->languages,
	                          config->languages_len, NULL);
	struct buf out = { 0 };

	buf_printf(&out, "%.*s: ", STR_ARG(name));
	buf_printf(&out, ngettext("%zu merchant", "%zu merchants", guide->merchants_len),
	           guide->merchants_len);
	buf_adds(&out, ", ");
	buf_printf(&out, ngettext("%zu page", "%zu pages", built->pages), built->pages);
	buf_addc(&out, '\n');
	add_problems(&out, project);
	buf_printf(&out, _("  in %s: "), site);
	add_files(&out, built);
	buf_printf(&out, _(", %.2f s\n"), project_seconds() - project->began);
	if (next.len)
		buf_printf(&out, _("  a rebuild would next differ on %.*s\n"), STR_ARG(next));
	fwrite(out.ptr, 1, out.len, stdout);
	buf_release(&out);
}

enum exit_code
build_run(const struct invocation *invocation)
{
	struct project project;
	struct project_built built;
	enum exit_code code = project_open(&project, invocation, invocation->operands[0]);
	const char *site = NULL;

	if (project.source && !(site = site_folder(&project)))
		code = EXIT_USAGE;
	if (code == EXIT_DONE)
		code = project_build(&project, site, &built);
	if (code == EXIT_DONE && !invocation->quiet)
		summarize(&project, &built, site);
	project_close(&project);
	return code;
}
