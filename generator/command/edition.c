#include "command/edition.h"

#include "base/arena.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/mem.h"
#include "command/cache_folder.h"
#include "command/interrupt.h"
#include "command/maps.h"
#include "command/pictures.h"
#include "command/shelf.h"
#include "command/target.h"
#include "emit/emission.h"
#include "emit/emit.h"

#include <stdlib.h>

struct edition *
edition_open(const struct invocation *invocation, const char *path, const struct edition *before)
{
	struct edition *edition = mem_alloc(sizeof *edition);

	atomic_init(&edition->holders, 1);
	edition->code = project_open_again(&edition->project, invocation, path,
	                                   before ? &before->project : NULL);
	return edition;
}

/* Pictures and maps, as the build does. A picture that cannot be made is left out. */
static void
fill_shelf(struct project *project, struct shelf *shelf, bool quick)
{
	struct cache *cache = cache_new(cache_folder(project));
	const struct target target = shelf_target(shelf);

	/* What went wrong was reported. */
	(void)(quick ? pictures_make_first : pictures_make)(project, cache, &target);
	if (!interrupt_pending())
		(void)maps_make(project, cache, &target);
	cache_free(cache);
}

void
edition_make(struct edition *edition, struct shelf *shelf, struct str base_url, bool quick)
{
	struct project *project = &edition->project;
	struct emit_options options = { .jobs = project->jobs };

	if (!project->read || !project->dressed)
		return;
	project->base_url = options.base_url = arena_str(project->arena, base_url);
	fill_shelf(project, shelf, quick);
	edition->has_rest = pictures_rest(project);
	if (interrupt_pending())
		return;
	edition->emission = emission_new(&project->guide, &project->theme, &options, project->diag);
	if (edition->emission)
		emission_index(edition->emission);
	edition->code = project_report(project);
}

bool
edition_has_rest(const struct edition *edition)
{
	return edition->has_rest;
}

/* A target that takes things until somebody wants something else. */
struct patient {
	struct target shelf;
	bool (*stop)(void *context);
	void *context;
};

static int
put_patiently(void *context, struct str path, struct str bytes, struct diag *diag)
{
	const struct patient *patient = context;
	int rc = target_put(&patient->shelf, path, bytes, diag);

	return rc == 0 && patient->stop(patient->context) ? -1 : rc;
}

static bool
keep_patiently(void *context, struct str path, size_t size, struct hash hash)
{
	const struct patient *patient = context;

	return patient->shelf.keep(patient->shelf.context, path, size, hash);
}

static bool
has_patiently(void *context, struct str path)
{
	const struct patient *patient = context;

	return patient->shelf.has(patient->shelf.context, path);
}

void
edition_make_rest(struct edition *edition, struct shelf *shelf, bool (*stop)(void *context),
                  void *context)
{
	struct cache *cache = cache_new(cache_folder(&edition->project));
	struct patient patient = { shelf_more(shelf), stop, context };
	const struct target target = { put_patiently, keep_patiently, has_patiently, &patient };
	struct diag *known = diag_new(); /* that a card cannot be drawn, a build tells */

	edition->has_rest = false;
	(void)pictures_make_rest(&edition->project, cache, &target, known);
	diag_free(known);
	cache_free(cache);
}

bool
edition_is_sound(const struct edition *edition)
{
	return edition->code == EXIT_DONE && edition->emission;
}

size_t
edition_pages(const struct edition *edition)
{
	return edition->emission ? emission_pages(edition->emission) : 0;
}

struct edition *
edition_hold(struct edition *edition)
{
	atomic_fetch_add(&edition->holders, 1);
	return edition;
}

void
edition_release(struct edition *edition)
{
	if (!edition || atomic_fetch_sub(&edition->holders, 1) > 1)
		return;
	emission_free(edition->emission);
	project_close(&edition->project);
	free(edition);
}
