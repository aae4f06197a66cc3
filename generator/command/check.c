/* check: reads everything, writes nothing, reports every problem. */
#include "base/i18n.h"
#include "command/command.h"
#include "command/project.h"

#include <stdio.h>

/* What a person wants to know at the end. */
static void
summarize(const struct project *project, enum exit_code code)
{
	const struct guide *guide = &project->guide;

	if (code != EXIT_DONE) {
		puts(_("Please mend what is marked as an error; until then the site stays as it is."));
		return;
	}
	printf(ngettext("%zu merchant", "%zu merchants", guide->merchants_len), guide->merchants_len);
	if (project->warnings == 0) {
		puts(_(": everything is in order."));
		return;
	}
	printf(ngettext(": no error, %zu warning.\n", ": no error, %zu warnings.\n", project->warnings),
	       project->warnings);
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
