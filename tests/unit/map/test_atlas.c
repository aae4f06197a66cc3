/* atlas: what files a map has, and that they are the same however they come about. */
#include "../check.h"

#include "paper_town.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/file.h"
#include "map/atlas.h"
#include "map/labels.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char style_text[] =
	"ground: [\"#f6f1e7\", \"#1d1a17\"]\nink: [\"#221100\", \"#ffeedd\"]\n"
	"quiet: [\"#665544\", \"#ccbbaa\"]\nhalo: [\"#ffffff\", \"#000000\"]\nnumbers: 18\n"
	"areas:\n"
	"  - {is: [leisure=park], fill: [\"#cfe3b4\", \"#22331a\"]}\n"
	"  - {is: [natural=water], fill: [\"#aaccee\", \"#112233\"]}\n"
	"  - {is: [building=*], fill: [\"#e0d4c0\", \"#332b22\"], from: 14}\n"
	"lines:\n"
	"  - {is: [highway=footway], fill: [\"#cc9977\", \"#886655\"], width: {15: 1, 19: 4}, name: 15}\n"
	"  - {is: [highway=*], fill: [\"#ffffff\", \"#443c33\"], casing: [\"#d8c8b0\", \"#000000\"], "
	"width: {13: 2, 19: 40}, name: 13}\n"
	"names:\n"
	"  - {is: [place=square, leisure=park, natural=water], size: {15: 10, 19: 14}, from: 14}\n"
	"signs:\n"
	"  - {is: [amenity=parking], sign: P, fill: [\"#446688\", \"#88aacc\"], from: 15}\n";

static const enum lang both[] = { LANG_FR, LANG_NL };

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct extract extract;
	struct style style;
	struct scene scene;
	char folder[64];
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct buf town = { 0 };

	f->arena = arena_new();
	f->diag = diag_new();
	paper_town(&town, 5);
	strcpy(f->folder, "/tmp/quartier-atlas-XXXXXX");
	*state = f;
	if (!mkdtemp(f->folder) ||
	    extract_read(&f->extract, buf_str(&town), "town.osm", 1 << 24, f->diag) < 0 ||
	    style_read(&f->style, f->arena, str(style_text), "map.yml", f->diag) < 0)
		return -1;
	buf_release(&town);
	scene_make(&f->scene, f->arena, &f->extract, &f->style);
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	extract_free(&f->extract);
	arena_free(f->arena);
	diag_free(f->diag);
	assert_int_equal(file_remove_tree(AT_FDCWD, f->folder), 0);
	free(f);
	return 0;
}

static struct atlas
plan(struct fixture *f, struct box area, size_t languages)
{
	struct atlas_options options = {
		.scene = &f->scene,
		.extract = f->extract.hash,
		.area = area,
		.languages = both,
		.languages_len = languages,
	};
	struct atlas atlas;

	atlas_plan(&atlas, f->arena, &options);
	return atlas;
}

/* Part of the extract's box, from its upper left corner. */
static struct box
part_of(const struct fixture *f, double width, double height)
{
	struct box box = f->scene.box;

	box.x1 = box.x0 + (box.x1 - box.x0) * width;
	box.y1 = box.y0 + (box.y1 - box.y0) * height;
	return box;
}

static size_t
count_files(const struct atlas *atlas)
{
	size_t count = 1;

	for (size_t i = 0; i < atlas->zooms_len; i++)
		count += (size_t)(atlas->zooms[i].x1 - atlas->zooms[i].x0 + 1) *
		         (atlas->zooms[i].y1 - atlas->zooms[i].y0 + 1);
	return count * atlas->sets_len;
}

/* --- the plan ----------------------------------------------------------------------------------- */

static void
tiles_cover_the_area_from_one_view_to_shop_fronts(void **state)
{
	struct fixture *f = *state;
	struct atlas atlas = plan(f, box_none(), 1);

	assert_memory_equal(&atlas.area, &f->scene.box, sizeof atlas.area);
	assert_true(atlas.zooms_len >= 4);
	assert_int_equal(atlas.zooms[atlas.zooms_len - 1].zoom, 19);
	for (size_t i = 0; i < atlas.zooms_len; i++) {
		const struct atlas_zoom *z = &atlas.zooms[i];
		double tiles = exp2(z->zoom);

		assert_int_equal(z->zoom, atlas.zooms[0].zoom + (int)i);
		assert_true(z->x0 <= atlas.area.x0 * tiles && z->x1 + 1 >= atlas.area.x1 * tiles);
		assert_true(z->y0 <= atlas.area.y0 * tiles && z->y1 + 1 >= atlas.area.y1 * tiles);
		assert_true(z->x0 + 1 > atlas.area.x0 * tiles && z->x1 < atlas.area.x1 * tiles);
		assert_true(z->y0 + 1 > atlas.area.y0 * tiles && z->y1 < atlas.area.y1 * tiles);
		if (i == 0)
			assert_true(z->x1 - z->x0 < 2 && z->y1 - z->y0 < 2);
	}
}

static void
a_large_area_has_fewer_zooms_and_no_more_files_than_allowed(void **state)
{
	static const struct {
		double degrees; /* each way */
		int closest;
	} cases[] = { { 0.01, 19 }, { 0.1, 17 }, { 1, 13 }, { 60, 7 } };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct atlas one, two;

		f->scene.box = box_none();
		box_add(&f->scene.box, mercator_degrees(20, 4));
		box_add(&f->scene.box,
		        mercator_degrees(20 + cases[i].degrees, 4 + cases[i].degrees));
		one = plan(f, box_none(), 1);
		two = plan(f, box_none(), 2);
		assert_true(count_files(&one) <= ATLAS_TILES_MOST);
		assert_true(count_files(&two) <= ATLAS_TILES_MOST);
		assert_true(two.zooms_len <= one.zooms_len && two.zooms_len >= 1);
		assert_int_equal(one.zooms[one.zooms_len - 1].zoom, cases[i].closest);
		assert_int_equal(one.zooms[0].zoom, two.zooms[0].zoom);
	}
}

static void
the_area_stays_within_the_extract(void **state)
{
	struct fixture *f = *state;
	struct box all = f->scene.box, wide = all, away = { 0.1, 0.1, 0.2, 0.2 };
	struct box dot = { all.x0, all.y0, all.x0, all.y0 };
	struct atlas atlas;

	box_grow(&wide, 0.1);
	atlas = plan(f, wide, 1);
	assert_memory_equal(&atlas.area, &all, sizeof all);
	atlas = plan(f, away, 1);
	assert_memory_equal(&atlas.area, &all, sizeof all);
	atlas = plan(f, part_of(f, 0.9, 0.8), 1);
	assert_true(atlas.area.x1 < all.x1 && atlas.area.y1 < all.y1);
	atlas = plan(f, dot, 1);
	assert_true((atlas.area.x1 - atlas.area.x0) * mercator_metres(all.y0) > 199);
	f->scene.box = box_none();
	atlas = plan(f, wide, 1);
	assert_int_equal(atlas.zooms_len + atlas.sets_len, 0);
}

static void
the_picture_has_a_shape_for_a_page_and_shows_the_area(void **state)
{
	static const struct {
		double width, height; /* of the extract's box */
		double least, most;   /* width by height of the picture */
	} cases[] = {
		{ 1, 1, 0.9, 1.6 },     { 1, 0.5, 1.49, 1.51 },  { 1, 0.1, 1.49, 1.51 },
		{ 0.5, 1, 0.99, 1.01 }, { 0.1, 0.9, 0.99, 1.2 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct atlas atlas = plan(f, part_of(f, cases[i].width, cases[i].height), 1);
		double shape = (double)atlas.picture_width / atlas.picture_height;
		double pixels = mercator_pixels(atlas.picture_zoom);
		struct box shown = atlas.shown, all = f->scene.box;

		assert_true(shape >= cases[i].least && shape <= cases[i].most);
		assert_true(atlas.picture_width <= 1100 && atlas.picture_height <= 1100);
		assert_true(fabs((shown.x1 - shown.x0) * pixels - atlas.picture_width) < 1);
		assert_true(fabs((shown.y1 - shown.y0) * pixels - atlas.picture_height) < 1);
		assert_true(shown.x0 <= atlas.area.x0 && shown.x1 >= atlas.area.x1);
		assert_true(shown.y0 <= atlas.area.y0 && shown.y1 >= atlas.area.y1);
		assert_true(shown.x0 >= all.x0 && shown.x1 <= all.x1);
		assert_true(shown.y0 >= all.y0 && shown.y1 <= all.y1);
	}
}

static void
languages_that_read_the_same_share_their_files(void **state)
{
	static const enum lang three[] = { LANG_FR, LANG_DE, LANG_NL };
	struct fixture *f = *state;
	struct atlas_options options = {
		.scene = &f->scene,
		.area = box_none(),
		.languages = three,
		.languages_len = 3,
	};
	struct atlas atlas;

	atlas_plan(&atlas, f->arena, &options);
	assert_int_equal(atlas.sets_len, 2);
	assert_true(atlas.by_lang[LANG_FR] == &atlas.sets[0]);
	assert_true(atlas.by_lang[LANG_DE] == &atlas.sets[0]);
	assert_true(atlas.by_lang[LANG_NL] == &atlas.sets[1]);
	assert_true(atlas.by_lang[LANG_EN] == &atlas.sets[0]);
	assert_false(str_eq(atlas.sets[0].folder, atlas.sets[1].folder));
	assert_false(str_eq(atlas.sets[0].picture, atlas.sets[1].picture));
}

static void
names_change_with_all_that_decides_on_the_bytes(void **state)
{
	struct fixture *f = *state;
	struct atlas first = plan(f, box_none(), 1), other;

	assert_int_equal(first.sets[0].folder.len, strlen("atlas/1a2b3c4d5e/"));
	assert_true(str_starts(first.sets[0].folder, "atlas/"));
	assert_true(str_starts(first.sets[0].picture, "atlas/plan-"));
	assert_true(str_ends(first.sets[0].picture, ".svg"));
	other = plan(f, box_none(), 1);
	assert_true(str_eq(first.sets[0].folder, other.sets[0].folder));
	other = plan(f, part_of(f, 0.9, 1), 1);
	assert_false(str_eq(first.sets[0].folder, other.sets[0].folder));
	f->style.hash.low++;
	other = plan(f, box_none(), 1);
	assert_false(str_eq(first.sets[0].folder, other.sets[0].folder));
	f->style.hash.low--;
	f->extract.hash.high++;
	other = plan(f, box_none(), 1);
	assert_false(str_eq(first.sets[0].folder, other.sets[0].folder));
}

/* --- the files ---------------------------------------------------------------------------------- */

struct shelf {
	pthread_mutex_t lock;
	struct arena *arena;
	struct shelf_file {
		struct str path, bytes;
	} * files;
	size_t len, progress, all;
	size_t most; /* files taken; one more fails */
};

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct shelf *shelf = context;
	int rc = 0;

	pthread_mutex_lock(&shelf->lock);
	if (shelf->len == shelf->most) {
		diag_environment(diag, "the shelf is full");
		rc = -1;
	} else {
		shelf->files =
			arena_push(shelf->arena, shelf->files, &shelf->len, sizeof *shelf->files);
		shelf->files[shelf->len - 1] =
			(struct shelf_file){ arena_str(shelf->arena, path),
			                     arena_str(shelf->arena, bytes) };
	}
	pthread_mutex_unlock(&shelf->lock);
	return rc;
}

static void
progress(void *context, size_t done, size_t all)
{
	struct shelf *shelf = context;

	pthread_mutex_lock(&shelf->lock);
	shelf->progress = done > shelf->progress ? done : shelf->progress;
	shelf->all = all;
	pthread_mutex_unlock(&shelf->lock);
}

static int
compare_files(const void *a, const void *b)
{
	return str_cmp(((const struct shelf_file *)a)->path, ((const struct shelf_file *)b)->path);
}

static int
make(struct fixture *f, struct shelf *shelf, const struct atlas *atlas, struct cache *cache,
     unsigned jobs)
{
	struct atlas_sink sink = {
		.put = put, .context = shelf, .progress = progress, .progress_context = shelf
	};
	int rc;

	*shelf = (struct shelf){ .arena = f->arena, .most = shelf->most ? shelf->most : SIZE_MAX };
	pthread_mutex_init(&shelf->lock, NULL);
	rc = atlas_make(atlas, cache, jobs, &sink, f->diag);
	pthread_mutex_destroy(&shelf->lock);
	if (shelf->len)
		qsort(shelf->files, shelf->len, sizeof *shelf->files, compare_files);
	return rc;
}

static void
assert_same(const struct shelf *a, const struct shelf *b)
{
	assert_int_equal(a->len, b->len);
	for (size_t i = 0; i < a->len; i++) {
		assert_true(str_eq(a->files[i].path, b->files[i].path));
		if (!str_eq(a->files[i].bytes, b->files[i].bytes))
			fail_msg("%.*s differs", STR_ARG(a->files[i].path));
	}
}

static struct str
bytes_of(const struct shelf *shelf, struct str path)
{
	struct shelf_file wanted = { .path = path };
	const struct shelf_file *found =
		bsearch(&wanted, shelf->files, shelf->len, sizeof *shelf->files, compare_files);

	assert_non_null(found);
	return found->bytes;
}

static struct str
tile_of(const struct fixture *f, const struct shelf *shelf, const struct atlas_set *set,
        unsigned zoom, unsigned x, unsigned y)
{
	return bytes_of(shelf, arena_printf(f->arena, "%.*s%u/%u/%u.svg", STR_ARG(set->folder),
	                                    zoom, x, y));
}

static void
every_file_of_the_plan_is_made_once(void **state)
{
	struct fixture *f = *state;
	struct atlas atlas = plan(f, box_none(), 2);
	struct cache *cache = cache_new(NULL);
	struct shelf shelf = { 0 };

	assert_int_equal(make(f, &shelf, &atlas, cache, 2), 0);
	assert_int_equal(shelf.len, count_files(&atlas));
	assert_int_equal(shelf.progress, shelf.len);
	assert_int_equal(shelf.all, shelf.len);
	for (size_t i = 0; i < shelf.len; i++) {
		assert_true(str_starts(shelf.files[i].bytes, "<svg xmlns="));
		assert_true(str_ends(str_trim(shelf.files[i].bytes), "</svg>"));
		if (i > 0)
			assert_false(str_eq(shelf.files[i].path, shelf.files[i - 1].path));
	}
	for (size_t i = 0; i < atlas.sets_len; i++) {
		struct str picture = bytes_of(&shelf, atlas.sets[i].picture);

		assert_non_null(memmem(picture.ptr, picture.len, "prefers-color-scheme", 20));
		assert_int_equal(memmem(picture.ptr, picture.len, "Molenstraat", 11) != NULL,
		                 atlas.sets[i].lang == LANG_NL);
	}
	cache_free(cache);
}

static void
the_bytes_do_not_depend_on_how_many_work(void **state)
{
	static const unsigned jobs[] = { 0, 2, 8 };
	struct fixture *f = *state;
	struct atlas atlas = plan(f, part_of(f, 0.6, 0.6), 1);
	struct cache *cache = cache_new(NULL);
	struct shelf alone = { 0 }, many = { 0 };

	assert_int_equal(make(f, &alone, &atlas, cache, 1), 0);
	for (size_t i = 0; i < countof(jobs); i++) {
		assert_int_equal(make(f, &many, &atlas, cache, jobs[i]), 0);
		assert_same(&alone, &many);
	}
	cache_free(cache);
}

/* Does something to every `nth` entry of the cache, by its path. */
static size_t
touch_entries(const char *folder, size_t nth, void (*touch)(const char *path))
{
	char path[1000];
	size_t count = 0;

	for (unsigned i = 0; i < 256; i++) {
		const struct dirent *entry;
		DIR *entries;

		snprintf(path, sizeof path, "%s/1/%02x", folder, i);
		entries = opendir(path);
		while (entries && (entry = readdir(entries))) {
			if (entry->d_name[0] == '.')
				continue;
			snprintf(path, sizeof path, "%s/1/%02x/%s", folder, i, entry->d_name);
			if (count++ % nth == 0)
				touch(path);
		}
		if (entries)
			closedir(entries);
	}
	return count;
}

static void
leave(const char *path)
{
	(void)path;
}

static void
spoil(const char *path)
{
	int fd = open(path, O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, "spoilt", 6, 70), 6);
	close(fd);
}

static void
cut(const char *path)
{
	assert_int_equal(truncate(path, 40), 0);
}

static void
lose(const char *path)
{
	assert_int_equal(unlink(path), 0);
}

static void
empty(const char *path)
{
	assert_int_equal(truncate(path, 0), 0);
}

static void
what_the_cache_has_is_not_drawn_again_and_what_it_lost_is(void **state)
{
	static void (*const mishaps[])(const char *path) = { leave, spoil, cut, lose, empty };
	struct fixture *f = *state;
	struct atlas atlas = plan(f, part_of(f, 0.5, 0.5), 2);
	struct cache *none = cache_new(NULL), *cache = cache_new(f->folder);
	struct shelf drawn = { 0 }, found = { 0 };

	assert_int_equal(make(f, &drawn, &atlas, none, 2), 0);
	assert_int_equal(make(f, &found, &atlas, cache, 2), 0);
	assert_same(&drawn, &found);
	for (size_t i = 0; i < countof(mishaps); i++) {
		assert_int_equal(touch_entries(f->folder, 3, mishaps[i]), drawn.len);
		assert_int_equal(make(f, &found, &atlas, cache, 2), 0);
		assert_same(&drawn, &found);
	}
	/* Nothing is drawn from the scene any more. */
	f->scene.shapes_len = f->scene.notes_len = 0;
	assert_int_equal(make(f, &found, &atlas, cache, 2), 0);
	assert_same(&drawn, &found);
	cache_free(cache);
	cache_free(none);
}

static void
a_file_that_cannot_be_put_ends_the_work(void **state)
{
	struct fixture *f = *state;
	struct atlas atlas = plan(f, part_of(f, 0.5, 0.5), 1);
	struct cache *cache = cache_new(NULL);
	struct shelf shelf = { .most = 5 };

	assert_int_equal(make(f, &shelf, &atlas, cache, 4), -1);
	assert_int_equal(shelf.len, 5);
	assert_true(diag_environment_failed(f->diag));
	cache_free(cache);
}

/* --- what crosses an edge ----------------------------------------------------------------------- */

/* Whether the tile has the text with its middle (x, y) at these pixels; *y: of its foot. */
static bool
has_text(struct str tile, const struct label *label, double x0, double y0, double *y)
{
	char end[200];
	const char *at = tile.ptr;

	snprintf(end, sizeof end, ">%.*s</text>", STR_ARG(label->text));
	while ((at = strstr(at, end))) {
		const char *start = at;

		while (strncmp(start, "<text", 5) != 0)
			start--;
		if (fabs(strtod(strstr(start, " x=\"") + 4, NULL) + x0 - label->x) < 0.06) {
			*y = strtod(strstr(start, " y=\"") + 4, NULL) + y0;
			return true;
		}
		at++;
	}
	return false;
}

/* Whether the tile has a line that begins where the label's does. */
static bool
has_line(struct str tile, const struct label *label, double x0, double y0)
{
	const char *at = tile.ptr;

	while ((at = strstr(at, "d=\"M"))) {
		char *end;
		double x = strtod(at + 4, &end) + x0;
		double y = strtod(*end == ' ' ? end + 1 : end, NULL) + y0;

		if (fabs(x - label->line[0].x) < 0.06 && fabs(y - label->line[0].y) < 0.06)
			return true;
		at++;
	}
	return false;
}

static void
assert_in_both(struct str left, struct str right, const struct label *label, const double at[3])
{
	double y = 0, other = 1;

	if (label->line) {
		assert_true(has_line(left, label, at[0], at[1]));
		assert_true(has_line(right, label, at[2], at[1]));
		return;
	}
	assert_true(has_text(left, label, at[0], at[1], &y));
	assert_true(has_text(right, label, at[2], at[1], &other));
	assert_true(fabs(y - other) < 0.01);
}

static void
a_name_that_crosses_an_edge_is_the_same_in_both_tiles(void **state)
{
	struct fixture *f = *state;
	struct atlas atlas = plan(f, box_none(), 1);
	const struct atlas_zoom *z = &atlas.zooms[3];
	double side = 1 / exp2(z->zoom);
	struct box area = { z->x0 * side, z->y0 * side, (z->x1 + 1) * side, (z->y1 + 1) * side };
	struct cache *cache = cache_new(NULL);
	struct shelf shelf = { 0 };
	struct labels labels;
	size_t crossing = 0;

	assert_int_equal(make(f, &shelf, &atlas, cache, 2), 0);
	labels_place(&labels, f->arena, &f->scene, z->zoom + 1, LANG_FR, area, NULL, 0);
	for (size_t i = 0; i < labels.len; i++) {
		const struct label *label = &labels.items[i];
		unsigned x = (unsigned)(label->box.x0 / ATLAS_TILE);
		unsigned y = (unsigned)(label->box.y0 / ATLAS_TILE);
		double at[] = { x * 512.0, y * 512.0, (x + 1) * 512.0 };

		if (x == (unsigned)(label->box.x1 / ATLAS_TILE) || !label->note->rule ||
		    label->note->rule->kind == STYLE_SIGN)
			continue;
		crossing++;
		assert_in_both(tile_of(f, &shelf, &atlas.sets[0], (unsigned)z->zoom, x, y),
		               tile_of(f, &shelf, &atlas.sets[0], (unsigned)z->zoom, x + 1, y),
		               label, at);
	}
	assert_true(crossing > 3);
	cache_free(cache);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tiles_cover_the_area_from_one_view_to_shop_fronts),
		TEST(a_large_area_has_fewer_zooms_and_no_more_files_than_allowed),
		TEST(the_area_stays_within_the_extract),
		TEST(the_picture_has_a_shape_for_a_page_and_shows_the_area),
		TEST(languages_that_read_the_same_share_their_files),
		TEST(names_change_with_all_that_decides_on_the_bytes),
		TEST(every_file_of_the_plan_is_made_once),
		TEST(the_bytes_do_not_depend_on_how_many_work),
		TEST(what_the_cache_has_is_not_drawn_again_and_what_it_lost_is),
		TEST(a_file_that_cannot_be_put_ends_the_work),
		TEST(a_name_that_crosses_an_edge_is_the_same_in_both_tiles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
