#include "command/cache_folder.h"

#include "base/arena.h"
#include "command/project.h"
#include "source/source.h"

#include <stdlib.h>

/* The user's cache folder; NULL where there is none. */
static const char *
user_cache(struct arena *arena)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

	if (cache && cache[0] == '/')
		return arena_printf(arena, "%s/quartier", cache).ptr;
	return home && home[0] ? arena_printf(arena, "%s/.cache/quartier", home).ptr : NULL;
}

const char *
cache_folder(const struct project *project)
{
	const char *content = source_folder(project->source);

	if (project->invocation->cache)
		return project->invocation->cache;
	if (content)
		return arena_printf(project->arena, "%s/.quartier/cache", content).ptr;
	return user_cache(project->arena);
}
