/* check: reads everything, writes nothing, reports every problem. */
#include "base/arena.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/project.h"

#include <stdio.h>

/* What a person wants to know at the end. */
static void
summarize(const struct project *project, enum exit_code code)
{
	const struct guide *guide = &project->guide;
	const char *merchants;

	if (code != EXIT_DONE) {
		project_say_refused(project);
		return;
	}
	merchants = arena_printf(project->arena,
	                         ngettext("%zu merchant", "%zu merchants", guide->merchants_len),
	                         guide->merchants_len)
	                    .ptr;
	if (project->warnings == 0)
		printf(_("%s: everything is in order.\n"), merchants);
	else
		printf(ngettext("%s: no error, %zu warning.\n", "%s: no error, %zu warnings.\n",
		                project->warnings),
		       merchants, project->warnings);
}

enum exit_code
check_run(const struct invocation *invocation)
{
	struct project project;
	enum exit_code code = project_open(&project, invocation, invocation->operands[0]);

	if (!invocation->quiet && (code == EXIT_DONE || code == EXIT_CONTENT))
		summarize(&project, code);
	project_close(&project);
	return code;
}
