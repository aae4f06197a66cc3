#include "command/dates.h"

#include "base/cache.h"
#include "base/diag.h"
#include "command/cache_folder.h"
#include "command/project.h"
#include "source/history.h"

void
dates_open(struct project *project)
{
	struct cache *cache;

	/* Content with errors makes no page that could tell them. */
	if (!project->invocation->command->tells_dates || diag_count(project->diag, DIAG_ERROR) > 0)
		return;
	cache = cache_new(cache_folder(project));
	project->history = history_new(project->source, cache, project->diag);
	cache_free(cache);
}
