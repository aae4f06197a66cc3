#include "map/atlas.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/pool.h"
#include "map/draw.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { PICTURE = 0 }; /* index of the picture's view; zoom i of the atlas is view i + 1 */

/* What is drawn at one zoom, in one language: the picture, or all tiles of it. */
struct view {
	double zoom;
	double reach; /* of strokes */
	struct box area;
	bool wanted; /* something of it must be drawn */
	struct labels labels;
	struct arena *arena; /* of the labels */
};

struct file {
	size_t view;
	unsigned x, y;   /* of a tile */
	bool missing;    /* not in the cache */
	struct hash key; /* there */
};

/* Each worker has its own. */
struct desk {
	struct arena *scratch;
	struct buf bytes, name;
	struct buf blank; /* of a tile that shows nothing, once there was one */
	struct diag *diag;
};

/* One language's files while they are made. */
struct work {
	const struct atlas *atlas;
	const struct atlas_set *set;
	struct cache *cache;
	const struct atlas_sink *sink;
	struct desk *desks;
	struct view *views;
	size_t views_len;
	struct file *files;
	size_t files_len;
	size_t all; /* files of all languages */
	atomic_size_t *done;
	atomic_bool *failed;
};

static size_t
count_tiles(const struct atlas_zoom *z)
{
	return (size_t)(z->x1 - z->x0 + 1) * (z->y1 - z->y0 + 1);
}

static size_t
count_files(const struct atlas *atlas)
{
	size_t count = 1;

	for (size_t i = 0; i < atlas->zooms_len; i++)
		count += count_tiles(&atlas->zooms[i]);
	return count;
}

/* All that the tiles of a zoom show. */
static struct box
box_of_tiles(const struct atlas_zoom *z)
{
	double side = ATLAS_TILE / mercator_pixels(z->zoom + 1);

	return (struct box){ z->x0 * side, z->y0 * side, (z->x1 + 1.0) * side,
		             (z->y1 + 1.0) * side };
}

static void
list_views(struct work *w, struct arena *arena)
{
	const struct atlas *atlas = w->atlas;

	w->views_len = atlas->zooms_len + 1;
	w->views = arena_array(arena, w->views_len, sizeof *w->views);
	w->views[PICTURE] = (struct view){ .zoom = atlas->picture_zoom, .area = atlas->shown };
	for (size_t i = 0; i < atlas->zooms_len; i++)
		w->views[i + 1] = (struct view){ .zoom = atlas->zooms[i].zoom + 1,
			                         .area = box_of_tiles(&atlas->zooms[i]) };
}

static void
list_files(struct work *w, struct arena *arena)
{
	struct file *file = w->files = arena_array(arena, count_files(w->atlas), sizeof *file);

	*file++ = (struct file){ .view = PICTURE };
	for (size_t i = 0; i < w->atlas->zooms_len; i++) {
		const struct atlas_zoom *z = &w->atlas->zooms[i];

		for (unsigned x = z->x0; x <= z->x1; x++)
			for (unsigned y = z->y0; y <= z->y1; y++)
				*file++ = (struct file){ .view = i + 1, .x = x, .y = y };
	}
	w->files_len = (size_t)(file - w->files);
}

/* "17/67002/44291.svg", behind the folder; or the picture. */
static struct str
name_file(const struct work *w, const struct file *file, struct buf *name)
{
	buf_clear(name);
	if (file->view == PICTURE) {
		buf_add(name, w->set->picture);
	} else {
		buf_add(name, w->set->folder);
		buf_add_u64(name, (uint64_t)w->atlas->zooms[file->view - 1].zoom);
		buf_addc(name, '/');
		buf_add_u64(name, file->x);
		buf_addc(name, '/');
		buf_add_u64(name, file->y);
		buf_adds(name, ".svg");
	}
	return buf_str(name);
}

static void
count_done(struct work *w)
{
	if (w->sink->progress)
		w->sink->progress(w->sink->progress_context, atomic_fetch_add(w->done, 1) + 1,
		                  w->all);
}

static void
hand_on(struct work *w, const struct file *file, struct desk *desk)
{
	struct str name = name_file(w, file, &desk->name);

	if (w->sink->put(w->sink->context, name, buf_str(&desk->bytes), desk->diag) < 0)
		atomic_store(w->failed, true);
	else
		count_done(w);
}

static void
find_file(void *context, unsigned worker, size_t index)
{
	struct work *w = context;
	struct file *file = &w->files[index];
	struct desk *desk = &w->desks[worker];

	if (atomic_load(w->failed))
		return;
	if (w->sink->has && w->sink->has(w->sink->context, name_file(w, file, &desk->name))) {
		count_done(w);
		return;
	}
	buf_clear(&desk->bytes);
	file->key = hash_mix(w->set->key, hash_of(name_file(w, file, &desk->name)));
	file->missing = !cache_get(w->cache, file->key, &desk->bytes);
	if (!file->missing)
		hand_on(w, file, desk);
}

/* Names are placed once for all tiles of a zoom: so what crosses an edge is the same on both sides. */
static void
place_labels(void *context, unsigned worker, size_t index)
{
	struct work *w = context;
	struct view *view =
		&w->views[w->views_len - 1 - index]; /* the closest, which take longest */

	(void)worker;
	if (!view->wanted || atomic_load(w->failed))
		return;
	view->arena = arena_new();
	view->reach = draw_reach(w->atlas->scene->style, view->zoom, 0);
	labels_place(&view->labels, view->arena, w->atlas->scene, view->zoom, w->set->lang,
	             view->area, NULL, 0);
}

static struct draw_options
options_of(const struct work *w, const struct file *file)
{
	const struct view *view = &w->views[file->view];
	double pixels = mercator_pixels(view->zoom);

	if (file->view == PICTURE)
		return (struct draw_options){
			.zoom = view->zoom,
			.x = view->area.x0 * pixels,
			.y = view->area.y0 * pixels,
			.width = w->atlas->picture_width,
			.height = w->atlas->picture_height,
			.labels = &view->labels,
			.reach = view->reach,
		};
	return (struct draw_options){
		.zoom = view->zoom,
		.x = (double)file->x * ATLAS_TILE,
		.y = (double)file->y * ATLAS_TILE,
		.width = ATLAS_TILE,
		.height = ATLAS_TILE,
		.labels = &view->labels,
		.reach = view->reach,
	};
}

/* Where an extract is wide and bare, most tiles show nothing: these are drawn once. */
static void
draw(const struct work *w, const struct file *file, struct desk *desk)
{
	struct draw_options options = options_of(w, file);
	bool blank = file->view != PICTURE && !draw_shows(w->atlas->scene, &options);

	buf_clear(&desk->bytes);
	if (blank && desk->blank.len) {
		buf_add(&desk->bytes, buf_str(&desk->blank));
		return;
	}
	draw_map(&desk->bytes, desk->scratch, w->atlas->scene, &options);
	arena_reset(desk->scratch);
	if (blank)
		buf_add(&desk->blank, buf_str(&desk->bytes));
}

static void
draw_file(void *context, unsigned worker, size_t index)
{
	struct work *w = context;
	const struct file *file = &w->files[index];
	struct desk *desk = &w->desks[worker];

	if (!file->missing || atomic_load(w->failed))
		return;
	draw(w, file, desk);
	cache_put(w->cache, file->key, buf_str(&desk->bytes));
	hand_on(w, file, desk);
}

/* One language: what the cache has, then, where that is not all, names and drawings. */
static void
make_set(struct work *w, unsigned jobs)
{
	struct arena *arena = arena_new();

	list_views(w, arena);
	list_files(w, arena);
	pool_run(jobs, w->files_len, find_file, w);
	for (size_t i = 0; i < w->files_len; i++)
		if (w->files[i].missing)
			w->views[w->files[i].view].wanted = true;
	pool_run(jobs, w->views_len, place_labels, w);
	pool_run(jobs, w->files_len, draw_file, w);
	for (size_t i = 0; i < w->views_len; i++)
		arena_free(w->views[i].arena);
	arena_free(arena);
}

static struct desk *
open_desks(unsigned jobs)
{
	struct desk *desks = mem_alloc(size_mul(jobs, sizeof *desks));

	for (unsigned i = 0; i < jobs; i++) {
		desks[i].scratch = arena_new();
		desks[i].diag = diag_new();
	}
	return desks;
}

static void
close_desks(struct desk *desks, unsigned jobs, struct diag *diag)
{
	for (unsigned i = 0; i < jobs; i++) {
		arena_free(desks[i].scratch);
		buf_release(&desks[i].bytes);
		buf_release(&desks[i].name);
		buf_release(&desks[i].blank);
		diag_take(diag, desks[i].diag);
		diag_free(desks[i].diag);
	}
	free(desks);
}

int
atlas_make(const struct atlas *atlas, struct cache *cache, unsigned jobs,
           const struct atlas_sink *sink, struct diag *diag)
{
	unsigned workers = jobs > 0 ? jobs : 1;
	struct desk *desks = open_desks(workers);
	atomic_size_t done = 0;
	atomic_bool failed = false;

	for (size_t i = 0; i < atlas->sets_len && !atomic_load(&failed); i++) {
		struct work work = {
			.atlas = atlas,
			.set = &atlas->sets[i],
			.cache = cache,
			.sink = sink,
			.desks = desks,
			.all = count_files(atlas) * atlas->sets_len,
			.done = &done,
			.failed = &failed,
		};

		make_set(&work, workers);
	}
	close_desks(desks, workers, diag);
	return atomic_load(&failed) ? -1 : 0;
}
