#include "emit/emission.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/table.h"
#include "emit/business.h"
#include "emit/emit.h"
#include "emit/jsonld.h"
#include "emit/page.h"
#include "emit/pieces.h"
#include "theme/view.h"

#include <stdlib.h>

struct emission {
	struct run run;
	struct arena *arena;
	struct views *views;
	struct businesses *businesses;
	const struct page_ref *pages;
	const struct piece *pieces;
	size_t pages_len, pieces_len;
	struct table paths; /* to its number */
};

static void
list_files(struct emission *emission)
{
	emission->pages_len = views_pages(emission->views, &emission->pages);
	emission->pieces = pieces_list(emission->arena, &emission->run, &emission->pieces_len);
}

struct emission *
emission_new(const struct guide *guide, const struct theme *theme,
             const struct emit_options *options, struct diag *diag)
{
	struct emission *emission = mem_alloc(sizeof *emission);
	struct run *run = &emission->run;
	size_t errors = diag_count(diag, DIAG_ERROR);

	*run = (struct run){ .guide = guide, .theme = theme, .base_url = options->base_url };
	emission->arena = arena_new();
	emission->views = views_new(guide, theme, options->base_url, options->jobs, diag);
	run->views = emission->views;
	if (diag_count(diag, DIAG_ERROR) > errors || page_templates_check(run, diag) < 0) {
		emission_free(emission);
		return NULL;
	}
	emission->businesses = businesses_new(run, options->jobs);
	run->businesses = emission->businesses;
	jsonld_site(run, emission->arena);
	list_files(emission);
	return emission;
}

void
emission_free(struct emission *emission)
{
	if (!emission)
		return;
	businesses_free(emission->businesses);
	views_free(emission->views);
	arena_free(emission->arena);
	free(emission);
}

const struct run *
emission_run(const struct emission *emission)
{
	return &emission->run;
}

size_t
emission_pages(const struct emission *emission)
{
	return emission->pages_len;
}

size_t
emission_files(const struct emission *emission)
{
	return emission->pages_len + emission->pieces_len;
}

struct str
emission_path(const struct emission *emission, size_t file)
{
	return file < emission->pages_len ? emission->pages[file].file
	                                  : emission->pieces[file - emission->pages_len].path;
}

int
emission_write_file(const struct emission *emission, size_t file, const struct emission_desk *desk,
                    struct diag *diag)
{
	const struct piece *piece;

	if (file < emission->pages_len)
		return page_write(desk->out, desk->jsonld, desk->scratch, &emission->run,
		                  &emission->pages[file], diag);
	piece = &emission->pieces[file - emission->pages_len];
	piece->write(desk->out, desk->scratch, &emission->run, piece);
	return 0;
}

void
emission_index(struct emission *emission)
{
	size_t files = emission_files(emission);
	size_t *numbers = arena_array(emission->arena, files, sizeof *numbers);

	for (size_t i = 0; i < files; i++) {
		numbers[i] = i;
		table_put(&emission->paths, emission->arena, emission_path(emission, i),
		          &numbers[i]);
	}
}

bool
emission_has(const struct emission *emission, struct str path)
{
	return table_get(&emission->paths, path) != NULL;
}

int
emission_write(const struct emission *emission, struct str path, struct buf *out, struct diag *diag)
{
	const size_t *number = table_get(&emission->paths, path);
	struct buf jsonld = { 0 };
	struct emission_desk desk = { .out = out, .jsonld = &jsonld };
	int rc;

	if (!number)
		return 1;
	desk.scratch = arena_new();
	rc = emission_write_file(emission, *number, &desk, diag);
	arena_free(desk.scratch);
	buf_release(&jsonld);
	return rc;
}
