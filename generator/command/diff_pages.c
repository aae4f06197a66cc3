#include "command/diff_pages.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
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

static struct str
address_of(struct arena *arena, struct str path)
{
	if (str_is(path, "index.html") || str_ends(path, "/index.html"))
		path = str_sub(path, 0, path.len - (sizeof "index.html" - 1));
	return arena_printf(arena, "/%.*s", STR_ARG(path));
}

static int
hash_page(void *context, size_t page, struct str bytes, struct diag *diag)
{
	struct diff_pages *pages = context;

	(void)diag;
	pages->items[page].hash = hash_of(bytes);
	return 0;
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
	struct emission_taker taker = { .take = hash_page };
	struct diff_pages *pages;
	int rc;

	if (!emission)
		return NULL;
	pages = mem_alloc(sizeof *pages);
	pages->arena = arena_new();
	pages->len = emission_pages(emission);
	pages->items = arena_array(pages->arena, pages->len, sizeof *pages->items);
	for (size_t i = 0; i < pages->len; i++)
		pages->items[i].address = address_of(pages->arena, emission_path(emission, i));
	taker.context = pages;
	rc = emission_write_first(emission, pages->len, project->jobs, &taker, project->diag);
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
