#include "emit/emit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "emit/business.h"
#include "emit/jsonld.h"
#include "emit/offline.h"
#include "emit/output.h"
#include "emit/page.h"
#include "emit/pieces.h"
#include "guide/guide.h"
#include "theme/view.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { PROGRESS_STEP = 32 }; /* files between two words about it */

struct worker {
	struct arena *scratch;
	struct buf out, jsonld;
	struct diag *diag;
	bool failed;
};

struct emission {
	const struct run *run;
	const struct emit_options *options;
	const struct output *output;
	const struct page_ref *pages;
	const struct piece *pieces;
	struct hash *hashes; /* of each page's bytes */
	size_t pages_len, pieces_len;
	size_t files;           /* all of them */
	struct worker *workers; /* by number */
	atomic_size_t done;
	atomic_bool stopped; /* the output failed: what follows is in vain */
};

static void
tell_progress(struct emission *emission)
{
	const struct emit_options *options = emission->options;
	size_t all = emission->files;
	size_t done = atomic_fetch_add_explicit(&emission->done, 1, memory_order_relaxed) + 1;

	if (options->progress && (done % PROGRESS_STEP == 0 || done == all))
		options->progress(options->progress_context, done, all);
}

/* Writes the file with that index, pages first, into worker->out. */
static int
write_file(struct emission *emission, struct worker *worker, size_t index, struct str *path)
{
	const struct piece *piece;

	if (index < emission->pages_len) {
		const struct page_ref *page = &emission->pages[index];

		*path = page->file;
		if (page_write(&worker->out, &worker->jsonld, worker->scratch, emission->run, page,
		               worker->diag) < 0)
			return -1;
		emission->hashes[index] = hash_of(buf_str(&worker->out));
		return 0;
	}
	piece = &emission->pieces[index - emission->pages_len];
	*path = piece->path;
	piece->write(&worker->out, worker->scratch, emission->run, piece);
	return 0;
}

static void
emit_file(void *context, unsigned number, size_t index)
{
	struct emission *emission = context;
	struct worker *worker = &emission->workers[number];
	const struct output *output = emission->output;
	struct str path;

	if (atomic_load_explicit(&emission->stopped, memory_order_relaxed))
		return;
	buf_clear(&worker->out);
	if (write_file(emission, worker, index, &path) < 0) {
		worker->failed = true;
	} else if (output->put(output->context, path, buf_str(&worker->out), worker->diag) < 0) {
		worker->failed = true;
		atomic_store_explicit(&emission->stopped, true, memory_order_relaxed);
	}
	arena_reset(worker->scratch);
	tell_progress(emission);
}

/* Every file, on all threads; what they reported is brought together. */
static int
emit_files(struct emission *emission, struct diag *diag)
{
	int rc = 0;
	unsigned jobs = emission->options->jobs ? emission->options->jobs : 1;

	emission->workers = mem_alloc(size_mul(jobs, sizeof *emission->workers));
	for (unsigned i = 0; i < jobs; i++) {
		emission->workers[i].scratch = arena_new();
		emission->workers[i].diag = diag_new();
	}
	pool_run(jobs, emission->pages_len + emission->pieces_len, emit_file, emission);
	for (unsigned i = 0; i < jobs; i++) {
		struct worker *worker = &emission->workers[i];

		rc = worker->failed ? -1 : rc;
		diag_take(diag, worker->diag);
		diag_free(worker->diag);
		arena_free(worker->scratch);
		buf_release(&worker->out);
		buf_release(&worker->jsonld);
	}
	free(emission->workers);
	return rc;
}

/* What each language's readers may take along: known once all pages are. */
static int
emit_offline(struct emission *emission, struct arena *arena, struct diag *diag)
{
	const struct run *run = emission->run;
	const struct config *config = run->guide->config;
	const struct output *output = emission->output;
	struct buf out = { 0 };
	int rc = 0;

	for (size_t i = 0; i < config->languages_len && rc == 0; i++) {
		enum lang lang = config->languages[i];
		struct str folder = run_path(arena, run, lang, "", STR(""));
		struct str path = run_join(arena, (struct str[]){ folder, STR("offline.json") }, 2);

		buf_clear(&out);
		offline_write_list(&out, arena, run, lang, emission->hashes);
		rc = output->put(output->context, path, buf_str(&out), diag);
		tell_progress(emission);
	}
	buf_release(&out);
	return rc;
}

int
emit_site(const struct guide *guide, const struct theme *theme, const struct emit_options *options,
          const struct output *output, struct emit_counts *counts, struct diag *diag)
{
	struct run run = { .guide = guide, .theme = theme, .base_url = options->base_url };
	struct emission emission = { .run = &run, .options = options, .output = output };
	struct arena *arena = arena_new();
	struct views *views;
	struct businesses *businesses = NULL;
	size_t errors = diag_count(diag, DIAG_ERROR);
	int rc = -1;

	run.views = views = views_new(guide, theme, options->base_url, options->jobs, diag);
	if (diag_count(diag, DIAG_ERROR) > errors || page_templates_check(&run, diag) < 0)
		goto out;
	run.businesses = businesses = businesses_new(&run, options->jobs);
	jsonld_site(&run, arena);
	emission.pages_len = views_pages(views, &emission.pages);
	emission.pieces = pieces_list(arena, &run, &emission.pieces_len);
	emission.files = emission.pages_len + emission.pieces_len + guide->config->languages_len;
	emission.hashes = arena_array(arena, emission.pages_len, sizeof *emission.hashes);
	rc = emit_files(&emission, diag);
	if (rc == 0)
		rc = emit_offline(&emission, arena, diag);
	*counts = (struct emit_counts){ .pages = emission.pages_len, .files = emission.files };
out:
	businesses_free(businesses);
	views_free(views);
	arena_free(arena);
	return rc;
}
