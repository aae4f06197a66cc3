/* businesses: the listed nodes of all merchants, made once, in parallel. */
#include "emit/business.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/pool.h"
#include "emit/graph.h"
#include "guide/guide.h"

#include <stdlib.h>

struct maker { /* one per thread */
	struct arena *kept, *scratch;
	struct buf out;
};

struct businesses {
	const struct run *run;
	struct arena *arena;
	struct str *texts[LANG_COUNT]; /* by merchant; NULL: not a language of the site */
	struct maker *makers;
	unsigned makers_len;
};

static void
make(void *context, unsigned worker, size_t index)
{
	struct businesses *all = context;
	struct maker *maker = &all->makers[worker];
	const struct config *config = all->run->guide->config;
	struct graph graph;

	for (size_t i = 0; i < config->languages_len; i++) {
		enum lang lang = config->languages[i];

		graph_start(&graph, &maker->out, maker->scratch, all->run, lang);
		business_listed(&graph, all->run->guide->merchants[index]);
		all->texts[lang][index] = arena_str(maker->kept, buf_str(&maker->out));
		buf_clear(&maker->out);
	}
	arena_reset(maker->scratch);
}

struct businesses *
businesses_new(const struct run *run, unsigned jobs)
{
	struct businesses *all = mem_alloc(sizeof *all);
	const struct guide *guide = run->guide;

	all->run = run;
	all->arena = arena_new();
	for (size_t i = 0; i < guide->config->languages_len; i++)
		all->texts[guide->config->languages[i]] =
			arena_array(all->arena, guide->merchants_len, sizeof(struct str));
	all->makers_len = jobs ? jobs : 1;
	all->makers = mem_alloc(size_mul(all->makers_len, sizeof *all->makers));
	for (unsigned i = 0; i < all->makers_len; i++)
		all->makers[i] = (struct maker){ .kept = arena_new(), .scratch = arena_new() };
	pool_run(all->makers_len, guide->merchants_len, make, all);
	for (unsigned i = 0; i < all->makers_len; i++) {
		arena_reset(all->makers[i].scratch);
		buf_release(&all->makers[i].out);
	}
	return all;
}

void
businesses_free(struct businesses *all)
{
	if (!all)
		return;
	for (unsigned i = 0; i < all->makers_len; i++) {
		arena_free(all->makers[i].kept);
		arena_free(all->makers[i].scratch);
	}
	free(all->makers);
	arena_free(all->arena);
	free(all);
}

struct str
businesses_find(const struct businesses *all, enum lang lang, const struct guide_merchant *merchant)
{
	return all->texts[lang][merchant->index];
}
