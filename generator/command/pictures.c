#include "command/pictures.h"

#include "base/arena.h"
#include "base/cache.h"
#include "command/interrupt.h"
#include "command/progress.h"
#include "media/album.h"
#include "source/source.h"
#include "theme/pictures.h"

#include <stdlib.h>

enum { CACHE_DAYS = 90 };

/* The user's cache folder; NULL where there is none. */
static const char *
user_cache(struct arena *arena)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

	if (cache && cache[0] == '/')
		return arena_printf(arena, "%s/quartier", cache).ptr;
	return home && home[0] ? arena_printf(arena, "%s/.cache/quartier", home).ptr : NULL;
}

static const char *
cache_folder(const struct project *project)
{
	const char *content = source_folder(project->source);

	if (project->invocation->cache)
		return project->invocation->cache;
	if (content)
		return arena_printf(project->arena, "%s/.quartier/cache", content).ptr;
	return user_cache(project->arena);
}

static struct album *
order(const struct project *project, struct cache *cache)
{
	const struct limits *limits = &project->cards.config.limits;
	struct album *album = album_new(&(struct album_options){
		.source = project->source,
		.cache = cache,
		.jobs = project->jobs,
		.most_bytes = limits->photo_bytes,
		.most_pixels = limits->photo_pixels,
	});

	pictures_order(album, &project->guide, &project->theme);
	return album;
}

static bool
keep(void *context, struct str path, size_t size, struct hash hash)
{
	return context && transaction_keep(context, path, size, hash);
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	if (interrupt_pending())
		return -1;
	return context ? transaction_put(context, path, bytes, diag) : 0;
}

int
pictures_make(struct project *project, struct transaction *site)
{
	struct cache *cache = cache_new(cache_folder(project));
	struct progress progress;
	const struct album_sink sink = {
		.keep = keep,
		.put = put,
		.context = site,
		.progress = progress_tell,
		.progress_context = &progress,
	};
	int rc;

	project->album = order(project, cache);
	progress_start(&progress, project->invocation->quiet);
	rc = album_make(project->album, &sink, project->diag);
	progress_end(&progress);
	cache_prune(cache, CACHE_DAYS);
	cache_free(cache);
	project->guide.album = project->album;
	return rc;
}

void
pictures_check(struct project *project)
{
	struct cache *cache = cache_new(NULL);

	project->album = order(project, cache);
	album_make(project->album, NULL, project->diag);
	cache_free(cache);
}

void
pictures_free(struct project *project)
{
	album_free(project->album);
	project->album = NULL;
}
