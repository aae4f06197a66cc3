#include "emit/emit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "emit/emission.h"
#include "emit/offline.h"
#include "emit/output.h"
#include "emit/run.h"
#include "guide/guide.h"

#include <stdatomic.h>

enum { PROGRESS_STEP = 32 }; /* files between two words about it */

/* A whole site while it is written. */
struct work {
	const struct emission *emission;
	const struct emit_options *options;
	const struct output *output;
	struct hash *hashes; /* of each page's bytes */
	size_t files;        /* all of them */
	atomic_size_t done;
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

static int
put_file(void *context, size_t file, struct str bytes, struct diag *diag)
{
	struct work *work = context;
	const struct output *output = work->output;
	int rc;

	if (file < emission_pages(work->emission))
		work->hashes[file] = hash_of(bytes);
	rc = output->put(output->context, emission_path(work->emission, file), bytes, diag);
	tell_progress(work);
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
	const struct emission_taker taker = { put_file, &work };
	struct arena *arena;
	size_t pages;
	int rc;

	if (!emission)
		return -1;
	arena = arena_new();
	pages = emission_pages(emission);
	work.files = emission_files(emission) + guide->config->languages_len;
	work.hashes = arena_array(arena, pages, sizeof *work.hashes);
	rc = emission_write_first(emission, emission_files(emission), options->jobs, &taker, diag);
	if (rc == 0)
		rc = emit_offline(&work, arena, diag);
	*counts = (struct emit_counts){ .pages = pages, .files = work.files };
	arena_free(arena);
	emission_free(emission);
	return rc;
}
