#include "command/maps.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "command/progress.h"
#include "command/project.h"
#include "command/target.h"
#include "map/map.h"
#include "source/source.h"

#include <inttypes.h>

/* Around what the guide has, where quartier.yml gives no bounds. */
static const double MARGIN_METRES = 150;

const struct source_entry *
maps_extract(const struct project *project)
{
	return maps_find(project->source, &project->cards.config);
}

const struct source_entry *
maps_find(const struct source *source, const struct config *config)
{
	static const struct str usual[] = { { "map/quartier.osm", 16 },
		                            { "map/quartier.osm.gz", 19 } };
	const struct source_entry *entry = NULL;

	/* One that is named and not there was reported with the cards. */
	if (config->extract.len > 0)
		return source_find(source, config->extract);
	for (size_t i = 0; i < countof(usual) && !entry; i++)
		entry = source_find(source, usual[i]);
	return entry;
}

static size_t
count_reports(const struct diag *diag)
{
	return diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_WARNING) +
	       diag_count(diag, DIAG_NOTE);
}

static void
read_extract(struct project *project, const struct source_entry *entry)
{
	const struct config *config = &project->cards.config;
	uint64_t most = config->limits.extract_bytes;
	struct buf bytes = { .max = most < SIZE_MAX ? (size_t)most : SIZE_MAX };

	if (source_read(project->source, entry, &bytes, project->diag) == 0) {
		project->map =
			map_new(buf_str(&bytes), entry->path, most, config->country, project->diag);
	} else if (bytes.full) {
		diag_error(project->diag, (struct pos){ entry->path.ptr, 0, 0 }, "limit",
		           _("the map extract is larger than %" PRIu64 " bytes"), most);
		diag_hint(
			project->diag,
			_("export a smaller area, or raise \"limits: {extract-bytes: …}\" in quartier.yml"));
	}
	buf_release(&bytes);
}

/* The map of the same extract, or a new one. */
void
maps_open(struct project *project)
{
	const struct config *config = &project->cards.config;
	const struct source_entry *entry = maps_extract(project);
	const struct project *before = project->before;
	size_t reports = count_reports(project->diag);
	struct str key;

	if (!entry || entry->kind != SOURCE_FILE)
		return;
	key = arena_printf(project->arena, "%.*s %.*s %.*s %" PRIu64, STR_ARG(entry->path),
	                   STR_ARG(entry->identity), STR_ARG(config->country),
	                   config->limits.extract_bytes);
	if (before && before->map && str_eq(key, before->map_key))
		project->map = map_again(before->map, entry->path);
	else
		read_extract(project, entry);
	/* What was said of it, the next reading would have to say again. */
	if (count_reports(project->diag) == reports)
		project->map_key = key;
}

static void
add_location(struct box *box, const struct location *at)
{
	if (at->set)
		box_add(box, mercator_degrees(at->latitude, at->longitude));
}

/* What the map must show. */
static struct box
area_of(const struct project *project)
{
	const struct guide *guide = &project->guide;
	const double *bounds = guide->config->bounds;
	struct box box = box_none();

	if (guide->config->has_bounds) {
		box_add(&box, mercator_degrees(bounds[0], bounds[1]));
		box_add(&box, mercator_degrees(bounds[2], bounds[3]));
		return box;
	}
	for (size_t i = 0; i < guide->merchants_len; i++)
		add_location(&box, &guide->merchants[i]->location);
	for (size_t i = 0; i < guide->places_len; i++)
		add_location(&box, &guide->places[i]->location);
	if (!box_is_empty(box))
		box_grow(&box, MARGIN_METRES / mercator_metres((box.y0 + box.y1) / 2));
	return box;
}

void
maps_dress(struct project *project)
{
	const struct config *config = &project->cards.config;
	const struct theme *theme = &project->theme;

	/* A theme may do without a drawn map. */
	if (project->map && theme->map_style.len > 0)
		map_dress(project->map, theme->map_style, theme->map_file, area_of(project),
		          config->languages, config->languages_len, project->diag);
}

static bool
has(void *context, struct str path)
{
	const struct target *target = context;

	return target->has && target->has(target->context, path);
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	return target_put(context, path, bytes, diag);
}

int
maps_make(struct project *project, struct cache *cache, const struct target *site)
{
	struct progress progress;
	const struct atlas_sink sink = {
		.has = has,
		.put = put,
		.context = (void *)site,
		.progress = progress_tell,
		.progress_context = &progress,
	};
	int rc;

	if (!project->map || !project->map->drawn)
		return 0;
	progress_start(&progress, project->invocation->quiet, _("map"));
	rc = atlas_make(&project->map->atlas, cache, project->jobs, &sink, project->diag);
	progress_end(&progress);
	return rc;
}
