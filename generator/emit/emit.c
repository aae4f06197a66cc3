#include "emit/emit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "emit/emission.h"
#include "emit/offline.h"
#include "emit/output.h"
#include "emit/run.h"
#include "guide/guide.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { PROGRESS_STEP = 32 }; /* files between two words about it */

struct worker {
	struct arena *scratch;
	struct buf out, jsonld;
	struct diag *diag;
	bool failed;
};

/* A whole site while it is written. */
struct work {
	const struct emission *emission;
	const struct emit_options *options;
	const struct output *output;
	struct hash *hashes;    /* of each page's bytes */
	size_t files;           /* all of them */
	struct worker *workers; /* by number */
	atomic_size_t done;
	atomic_bool stopped; /* the output failed: what follows is in vain */
};

static void
tell_progress(struct work *work)
{
	const struct emit_options *options = work->options;
	size_t all = work->files;
	size_t done = atomic_fetch_add_explicit(&work->done, 1, memory_order_relaxed) + 1;

	if (options->progress && (done % PROGRESS_STEP == 0 || done == all))
		options->progress(options->progress_context, done, all);
}

/* Writes the file with that number into worker->out. */
static int
write_file(struct work *work, struct worker *worker, size_t file)
{
	const struct emission_desk desk = { worker->scratch, &worker->out, &worker->jsonld };

	if (emission_write_file(work->emission, file, &desk, worker->diag) < 0)
		return -1;
	if (file < emission_pages(work->emission))
		work->hashes[file] = hash_of(buf_str(&worker->out));
	return 0;
}

static void
emit_file(void *context, unsigned number, size_t index)
{
	struct work *work = context;
	struct worker *worker = &work->workers[number];
	const struct output *output = work->output;
	struct str path = emission_path(work->emission, index);

	if (atomic_load_explicit(&work->stopped, memory_order_relaxed))
		return;
	buf_clear(&worker->out);
	if (write_file(work, worker, index) < 0) {
		worker->failed = true;
	} else if (output->put(output->context, path, buf_str(&worker->out), worker->diag) < 0) {
		worker->failed = true;
		atomic_store_explicit(&work->stopped, true, memory_order_relaxed);
	}
	arena_reset(worker->scratch);
	tell_progress(work);
}

/* Every file, on all threads; what they reported is brought together. */
static int
emit_files(struct work *work, struct diag *diag)
{
	int rc = 0;
	unsigned jobs = work->options->jobs ? work->options->jobs : 1;

	work->workers = mem_alloc(size_mul(jobs, sizeof *work->workers));
	for (unsigned i = 0; i < jobs; i++) {
		work->workers[i].scratch = arena_new();
		work->workers[i].diag = diag_new();
	}
	pool_run(jobs, emission_files(work->emission), emit_file, work);
	for (unsigned i = 0; i < jobs; i++) {
		struct worker *worker = &work->workers[i];

		rc = worker->failed ? -1 : rc;
		diag_take(diag, worker->diag);
		diag_free(worker->diag);
		arena_free(worker->scratch);
		buf_release(&worker->out);
		buf_release(&worker->jsonld);
	}
	free(work->workers);
	return rc;
}

/* What each language's readers may take along: known once all pages are. */
static int
emit_offline(struct work *work, struct arena *arena, struct diag *diag)
{
	const struct run *run = emission_run(work->emission);
	const struct config *config = run->guide->config;
	const struct output *output = work->output;
	struct buf out = { 0 };
	int rc = 0;

	for (size_t i = 0; i < config->languages_len && rc == 0; i++) {
		enum lang lang = config->languages[i];
		struct str folder = run_path(arena, run, lang, "", STR(""));
		struct str path = run_join(arena, (struct str[]){ folder, STR("offline.json") }, 2);

		buf_clear(&out);
		offline_write_list(&out, arena, run, lang, work->hashes);
		rc = output->put(output->context, path, buf_str(&out), diag);
		tell_progress(work);
	}
	buf_release(&out);
	return rc;
}

int
emit_site(const struct guide *guide, const struct theme *theme, const struct emit_options *options,
          const struct output *output, struct emit_counts *counts, struct diag *diag)
{
	struct emission *emission = emission_new(guide, theme, options, diag);
	struct work work = { .emission = emission, .options = options, .output = output };
	struct arena *arena;
	size_t pages;
	int rc;

	if (!emission)
		return -1;
	arena = arena_new();
	pages = emission_pages(emission);
	work.files = emission_files(emission) + guide->config->languages_len;
	work.hashes = arena_array(arena, pages, sizeof *work.hashes);
	rc = emit_files(&work, diag);
	if (rc == 0)
		rc = emit_offline(&work, arena, diag);
	*counts = (struct emit_counts){ .pages = pages, .files = work.files };
	arena_free(arena);
	emission_free(emission);
	return rc;
}
