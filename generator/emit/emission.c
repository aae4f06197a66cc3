#include "emit/emission.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/table.h"
#include "emit/business.h"
#include "emit/emit.h"
#include "emit/jsonld.h"
#include "emit/page.h"
#include "emit/pieces.h"
#include "theme/view.h"

#include <stdatomic.h>
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

/* What a thread writes with. */
struct desk {
	struct arena *scratch; /* emptied after each file */
	struct buf out, jsonld;
	struct diag *diag;
	bool failed;
};

/* Appends the file of that number to `out`. -1: reported. */
static int
write_file(const struct emission *emission, size_t file, struct buf *out, struct desk *desk,
           struct diag *diag)
{
	const struct piece *piece;

	if (file < emission->pages_len)
		return page_write(out, &desk->jsonld, desk->scratch, &emission->run,
		                  &emission->pages[file], diag);
	piece = &emission->pieces[file - emission->pages_len];
	piece->write(out, desk->scratch, &emission->run, piece);
	return 0;
}

/* Files while many threads write them. */
struct work {
	const struct emission *emission;
	const struct emission_taker *taker;
	struct desk *desks;  /* by thread */
	atomic_bool stopped; /* nobody takes them any more */
};

static void
write_one(void *context, unsigned number, size_t file)
{
	struct work *work = context;
	struct desk *desk = &work->desks[number];
	const struct emission_taker *taker = work->taker;

	if (atomic_load_explicit(&work->stopped, memory_order_relaxed))
		return;
	buf_clear(&desk->out);
	if (write_file(work->emission, file, &desk->out, desk, desk->diag) < 0) {
		desk->failed = true;
	} else if (taker->take(taker->context, file, buf_str(&desk->out), desk->diag) < 0) {
		desk->failed = true;
		atomic_store_explicit(&work->stopped, true, memory_order_relaxed);
	}
	arena_reset(desk->scratch);
}

int
emission_write_first(const struct emission *emission, size_t files, unsigned jobs,
                     const struct emission_taker *taker, struct diag *diag)
{
	struct work work = { .emission = emission, .taker = taker };
	int rc = 0;

	jobs = jobs ? jobs : 1;
	work.desks = mem_alloc(size_mul(jobs, sizeof *work.desks));
	for (unsigned i = 0; i < jobs; i++) {
		work.desks[i].scratch = arena_new();
		work.desks[i].diag = diag_new();
	}
	pool_run(jobs, files, write_one, &work);
	for (unsigned i = 0; i < jobs; i++) {
		struct desk *desk = &work.desks[i];

		rc = desk->failed ? -1 : rc;
		diag_take(diag, desk->diag);
		diag_free(desk->diag);
		arena_free(desk->scratch);
		buf_release(&desk->out);
		buf_release(&desk->jsonld);
	}
	free(work.desks);
	return rc;
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
	struct desk desk = { 0 };
	int rc;

	if (!number)
		return 1;
	desk.scratch = arena_new();
	rc = write_file(emission, *number, out, &desk, diag);
	arena_free(desk.scratch);
	buf_release(&desk.jsonld);
	return rc;
}
