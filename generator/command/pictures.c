#include "command/pictures.h"

#include "base/cache.h"
#include "base/i18n.h"
#include "command/progress.h"
#include "command/target.h"
#include "media/album.h"
#include "theme/pictures.h"

static struct album *
order(const struct project *project, struct cache *cache, bool cards_later)
{
	const struct limits *limits = &project->cards.config.limits;
	struct album *album = album_new(&(struct album_options){
		.source = project->source,
		.cache = cache,
		.jobs = project->jobs,
		.most_bytes = limits->photo_bytes,
		.most_pixels = limits->photo_pixels,
		.cards_later = cards_later,
	});

	pictures_order(album, &project->guide, &project->theme);
	return album;
}

static bool
keep(void *context, struct str path, size_t size, struct hash hash)
{
	const struct target *target = context;

	return target && target->keep && target->keep(target->context, path, size, hash);
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	return context ? target_put(context, path, bytes, diag) : 0;
}

static int
make(struct album *album, const struct project *project, const struct target *site,
     struct diag *diag)
{
	struct progress progress;
	const struct album_sink sink = {
		.keep = keep,
		.put = put,
		.context = (void *)site,
		.progress = progress_tell,
		.progress_context = &progress,
	};
	int rc;

	progress_start(&progress, project->invocation->quiet, _("photos"));
	rc = album_make(album, &sink, diag);
	progress_end(&progress);
	return rc;
}

static int
make_for_guide(struct project *project, struct cache *cache, const struct target *site,
               bool cards_later)
{
	int rc;

	project->album = order(project, cache, cards_later);
	rc = make(project->album, project, site, project->diag);
	project->guide.album = project->album;
	return rc;
}

int
pictures_make(struct project *project, struct cache *cache, const struct target *site)
{
	return make_for_guide(project, cache, site, false);
}

int
pictures_make_first(struct project *project, struct cache *cache, const struct target *site)
{
	return make_for_guide(project, cache, site, true);
}

bool
pictures_rest(const struct project *project)
{
	return project->album && album_is_late(project->album);
}

int
pictures_make_rest(const struct project *project, struct cache *cache, const struct target *site,
                   struct diag *diag)
{
	struct album *album = order(project, cache, false);
	int rc = make(album, project, site, diag);

	album_free(album);
	return rc;
}

void
pictures_check(struct project *project)
{
	struct cache *cache = cache_new(NULL);

	project->album = order(project, cache, false);
	album_make(project->album, NULL, project->diag);
	cache_free(cache);
}

void
pictures_free(struct project *project)
{
	album_free(project->album);
	project->album = NULL;
}
