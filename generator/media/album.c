#include "media/album.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "card/card.h"
#include "media/album_task.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct wanted_card {
	struct str slug;
	const struct album_task *task;
	size_t index; /* in the task's cards */
};

struct album {
	struct album_options options;
	struct arena *arena;
	struct album_task *tasks; /* after album_make by file, those without one last */
	size_t len;
	struct wanted_card *cards; /* by slug */
	size_t cards_len;
	struct arena **arenas; /* of the workers */
	unsigned arenas_len;
};

struct album *
album_new(const struct album_options *options)
{
	struct album *album = mem_alloc(sizeof *album);

	album->options = *options;
	if (album->options.jobs == 0)
		album->options.jobs = 1;
	album->arena = arena_new();
	return album;
}

void
album_free(struct album *album)
{
	if (!album)
		return;
	for (unsigned i = 0; i < album->arenas_len; i++)
		arena_free(album->arenas[i]);
	arena_free(album->arena);
	free(album);
}

/* Keeps them rising, each once. */
static void
add_width(struct album_task *task, unsigned width)
{
	size_t i = task->widths_len;

	while (i > 0 && task->widths[i - 1] > width)
		i--;
	if (i > 0 && task->widths[i - 1] == width)
		return;
	assert(task->widths_len < countof(task->widths));
	memmove(&task->widths[i + 1], &task->widths[i],
	        (task->widths_len++ - i) * sizeof *task->widths);
	task->widths[i] = width;
}

static struct album_task *
add_task(struct album *album, const struct photo *photo)
{
	struct album_task *task;

	album->tasks = arena_push(album->arena, album->tasks, &album->len, sizeof *album->tasks);
	task = &album->tasks[album->len - 1];
	task->mention = task->focus = photo;
	return task;
}

void
album_add(struct album *album, const struct photo *photo, const struct album_use *use)
{
	struct album_task *task = add_task(album, photo);

	for (size_t i = 0; i < use->widths_len; i++)
		add_width(task, use->widths[i]);
	task->least = use->least;
}

void
album_add_card(struct album *album, struct str slug, const struct social *social,
               const struct photo *photo)
{
	struct album_task *task = add_task(album, photo);

	task->cards = arena_push(album->arena, NULL, &task->cards_len, sizeof *task->cards);
	task->cards[0] = (struct album_card){ .slug = slug, .social = *social };
}

static int
compare_mentions(const struct photo *a, const struct photo *b)
{
	int order = strcmp(a->at.file ? a->at.file : "", b->at.file ? b->at.file : "");

	if (order == 0)
		order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
	return order ? order : (a->at.column > b->at.column) - (a->at.column < b->at.column);
}

/* By file, then where it is first named; cards without a photo last, by name. */
static int
compare_tasks(const void *a, const void *b)
{
	const struct album_task *x = a, *y = b;
	int order;

	if (!x->mention || !y->mention) {
		if (x->mention || y->mention)
			return x->mention ? -1 : 1;
		return str_cmp(x->cards[0].slug, y->cards[0].slug);
	}
	order = str_cmp(x->mention->file, y->mention->file);
	return order ? order : compare_mentions(x->mention, y->mention);
}

static bool
has_focus(const struct album_task *task)
{
	return task->focus->focus_x >= 0;
}

/* One task per file, with all that is wanted of it. */
static void
merge_tasks(struct album *album)
{
	size_t kept = 0;

	if (album->len == 0)
		return;
	qsort(album->tasks, album->len, sizeof *album->tasks, compare_tasks);
	for (size_t i = 0; i < album->len; i++) {
		struct album_task *from = &album->tasks[i],
				  *into = kept ? &album->tasks[kept - 1] : NULL;

		if (!into || !from->mention || !into->mention ||
		    !str_eq(from->mention->file, into->mention->file)) {
			album->tasks[kept++] = *from;
			continue;
		}
		for (size_t j = 0; j < from->widths_len; j++)
			add_width(into, from->widths[j]);
		if (!has_focus(into))
			into->focus = from->focus;
		if (from->least > into->least)
			into->least = from->least;
		for (size_t j = 0; j < from->cards_len; j++) {
			into->cards = arena_push(album->arena, into->cards, &into->cards_len,
			                         sizeof *into->cards);
			into->cards[into->cards_len - 1] = from->cards[j];
		}
	}
	album->len = kept;
}

static int
compare_cards(const void *a, const void *b)
{
	return str_cmp(((const struct wanted_card *)a)->slug,
	               ((const struct wanted_card *)b)->slug);
}

static void
list_cards(struct album *album)
{
	for (size_t i = 0; i < album->len; i++)
		for (size_t j = 0; j < album->tasks[i].cards_len; j++) {
			album->cards = arena_push(album->arena, album->cards, &album->cards_len,
			                          sizeof *album->cards);
			album->cards[album->cards_len - 1] =
				(struct wanted_card){ album->tasks[i].cards[j].slug,
				                      &album->tasks[i], j };
		}
	if (album->cards_len > 0)
		qsort(album->cards, album->cards_len, sizeof *album->cards, compare_cards);
}

struct work {
	struct album *album;
	struct album_shop shop;
	struct diag **diags; /* of the workers */
	atomic_size_t done;
	atomic_bool failed;
};

static void
work_on(void *context, unsigned worker, size_t index)
{
	struct work *work = context;
	struct album *album = work->album;
	const struct album_sink *sink = work->shop.sink;
	size_t done;

	if (atomic_load_explicit(&work->failed, memory_order_relaxed))
		return;
	if (album_task_do(&album->tasks[index], &work->shop, album->arenas[worker],
	                  work->diags[worker]) < 0)
		atomic_store_explicit(&work->failed, true, memory_order_relaxed);
	done = atomic_fetch_add_explicit(&work->done, 1, memory_order_relaxed) + 1;
	if (sink && sink->progress)
		sink->progress(sink->progress_context, done, album->len);
}

int
album_make(struct album *album, const struct album_sink *sink, struct diag *diag)
{
	struct work work = { .album = album };
	unsigned jobs = album->options.jobs;
	size_t errors = diag_count(diag, DIAG_ERROR);

	merge_tasks(album);
	list_cards(album);
	album_shop_open(&work.shop, &album->options, sink);
	album->arenas = arena_array(album->arena, jobs, sizeof *album->arenas);
	album->arenas_len = jobs;
	work.diags = arena_array(album->arena, jobs, sizeof *work.diags);
	for (unsigned i = 0; i < jobs; i++) {
		album->arenas[i] = arena_new();
		work.diags[i] = diag_new();
	}
	pool_run(jobs, album->len, work_on, &work);
	for (unsigned i = 0; i < jobs; i++) {
		diag_take(diag, work.diags[i]);
		diag_free(work.diags[i]);
	}
	album_shop_close(&work.shop);
	return atomic_load(&work.failed) || diag_count(diag, DIAG_ERROR) > errors ? -1 : 0;
}

bool
album_is_late(const struct album *album)
{
	for (size_t i = 0; i < album->len; i++)
		if (album->tasks[i].late)
			return true;
	return false;
}

static int
compare_file(const void *file, const void *task)
{
	const struct album_task *t = task;

	return t->mention ? str_cmp(*(const struct str *)file, t->mention->file) : -1;
}

static const struct album_task *
find_task(const struct album *album, struct str file)
{
	if (!album || album->len == 0)
		return NULL;
	return bsearch(&file, album->tasks, album->len, sizeof *album->tasks, compare_file);
}

const struct album_photo *
album_photo(const struct album *album, struct str file)
{
	const struct album_task *task = find_task(album, file);

	return task && task->photo.len > 0 ? &task->photo : NULL;
}

const struct album_document *
album_document(const struct album *album, struct str file)
{
	const struct album_task *task = find_task(album, file);

	return task && task->document.path.len > 0 ? &task->document : NULL;
}

static int
compare_slug(const void *slug, const void *card)
{
	return str_cmp(*(const struct str *)slug, ((const struct wanted_card *)card)->slug);
}

struct str
album_card(const struct album *album, struct str slug)
{
	const struct wanted_card *card = NULL;

	if (album && album->cards_len > 0)
		card = bsearch(&slug, album->cards, album->cards_len, sizeof *album->cards,
		               compare_slug);
	return card ? card->task->cards[card->index].path : (struct str){ 0 };
}
