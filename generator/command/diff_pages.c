#include "command/diff_pages.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/pool.h"
#include "command/project.h"
#include "emit/changes.h"
#include "emit/emission.h"
#include "emit/emit.h"

#include <stdlib.h>

struct made {
	struct str address; /* "/merchants/dumont/" */
	struct hash hash;
	bool touched;
};

struct diff_pages {
	struct arena *arena;
	struct made *items; /* sorted by address */
	size_t len;
};

/* What one thread needs for itself. */
struct worker {
	struct arena *scratch;
	struct buf out, jsonld;
	struct diag *diag;
	bool failed;
};

struct making {
	const struct emission *emission;
	struct diff_pages *pages;
	struct worker *workers;
};

static struct str
address_of(struct arena *arena, struct str path)
{
	if (str_is(path, "index.html") || str_ends(path, "/index.html"))
		path = str_sub(path, 0, path.len - (sizeof "index.html" - 1));
	return arena_printf(arena, "/%.*s", STR_ARG(path));
}

static void
make_page(void *context, unsigned number, size_t index)
{
	struct making *making = context;
	struct worker *worker = &making->workers[number];
	const struct emission_desk desk = { worker->scratch, &worker->out, &worker->jsonld };

	buf_clear(&worker->out);
	if (emission_write_file(making->emission, index, &desk, worker->diag) < 0)
		worker->failed = true;
	making->pages->items[index].hash = hash_of(buf_str(&worker->out));
	arena_reset(worker->scratch);
}

static int
make_pages(struct making *making, unsigned jobs, struct diag *diag)
{
	int rc = 0;

	making->workers = mem_alloc(size_mul(jobs, sizeof *making->workers));
	for (unsigned i = 0; i < jobs; i++) {
		making->workers[i].scratch = arena_new();
		making->workers[i].diag = diag_new();
	}
	pool_run(jobs, making->pages->len, make_page, making);
	for (unsigned i = 0; i < jobs; i++) {
		struct worker *worker = &making->workers[i];

		rc = worker->failed ? -1 : rc;
		diag_take(diag, worker->diag);
		diag_free(worker->diag);
		arena_free(worker->scratch);
		buf_release(&worker->out);
		buf_release(&worker->jsonld);
	}
	free(making->workers);
	return rc;
}

static int
by_address(const void *a, const void *b)
{
	return str_cmp(((const struct made *)a)->address, ((const struct made *)b)->address);
}

struct diff_pages *
diff_pages_make(struct project *project, struct str base_url)
{
	const struct emit_options options = { .base_url = base_url, .jobs = project->jobs };
	struct emission *emission =
		emission_new(&project->guide, &project->theme, &options, project->diag);
	struct diff_pages *pages;
	struct making making;
	int rc;

	if (!emission)
		return NULL;
	pages = mem_alloc(sizeof *pages);
	pages->arena = arena_new();
	pages->len = emission_pages(emission);
	pages->items = arena_array(pages->arena, pages->len, sizeof *pages->items);
	for (size_t i = 0; i < pages->len; i++)
		pages->items[i].address = address_of(pages->arena, emission_path(emission, i));
	making = (struct making){ .emission = emission, .pages = pages };
	rc = make_pages(&making, project->jobs, project->diag);
	emission_free(emission);
	if (pages->len > 0)
		qsort(pages->items, pages->len, sizeof *pages->items, by_address);
	if (rc == 0)
		return pages;
	diff_pages_free(pages);
	return NULL;
}

void
diff_pages_free(struct diff_pages *pages)
{
	if (!pages)
		return;
	arena_free(pages->arena);
	free(pages);
}

void
diff_pages_touch(struct diff_pages *pages, struct str address)
{
	struct made *page = bsearch(&(struct made){ .address = address }, pages->items, pages->len,
	                            sizeof *pages->items, by_address);

	if (page)
		page->touched = true;
}

static void
add(struct changes_paths *paths, struct arena *arena, struct str address)
{
	paths->items = arena_push(arena, paths->items, &paths->len, sizeof *paths->items);
	paths->items[paths->len - 1] = arena_str(arena, address);
}

void
diff_pages_compare(struct changes_pages *out, struct arena *arena, const struct diff_pages *before,
                   const struct diff_pages *after)
{
	size_t b = 0, a = 0;

	*out = (struct changes_pages){ 0 };
	while (b < before->len || a < after->len) {
		const struct made *old = &before->items[b], *new = &after->items[a];
		int order = b == before->len  ? 1
		            : a == after->len ? -1
		                              : str_cmp(old->address, new->address);

		if (order < 0)
			add(&out->removed, arena, old->address);
		else if (order > 0)
			add(&out->added, arena, new->address);
		else if (new->touched || !hash_eq(old->hash, new->hash))
			add(&out->changed, arena, new->address);
		out->both += order == 0;
		b += order <= 0;
		a += order >= 0;
	}
}
