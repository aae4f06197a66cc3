#include "map/atlas.h"

#include "base/arena.h"
#include "base/buf.h"

#include <math.h>

/* Raised whenever the same extract and style are drawn in another way. */
#define VERSION "3"

enum {
	HASH_SHOWN = 10,   /* digits in a name */
	PICTURE = 1100,    /* CSS pixels: its longer side */
	TILES_CLOSEST = 19 /* zoom: pixels' 20 */
};

static const double PICTURE_CLOSEST = 18;
static const double PICTURE_FLATTEST = 1.5; /* width by height; upright it is a square at most */
static const double WIDEST_TILES =
	0.75; /* the area at the first zoom, in tiles: a telephone shows all */
static const double LEAST_METRES = 200; /* a single shop still has its surroundings */

/* Makes [*from, *to] as long as `want`, as far as [least, most] allows, about its middle where it can be. */
static void
widen(double *from, double *to, double want, double least, double most)
{
	double start = (*from + *to - want) / 2;

	if (*to - *from >= want)
		return;
	least = fmin(least, *from);
	most = fmax(most, *to);
	start = fmax(least, fmin(start, most - want));
	*from = start;
	*to = fmin(most, start + want);
}

static void
widen_width(struct box *box, double want, struct box bounds)
{
	widen(&box->x0, &box->x1, want, bounds.x0, bounds.x1);
}

static void
widen_height(struct box *box, double want, struct box bounds)
{
	widen(&box->y0, &box->y1, want, bounds.y0, bounds.y1);
}

static struct box
common(struct box a, struct box b)
{
	return (struct box){ fmax(a.x0, b.x0), fmax(a.y0, b.y0), fmin(a.x1, b.x1),
		             fmin(a.y1, b.y1) };
}

static struct box
plan_area(const struct atlas_options *options)
{
	static const struct box world = { 0, 0, 1, 1 };
	struct box all = options->scene->box, area = common(options->area, all);
	double least;

	if (box_is_empty(area))
		area = all;
	if (box_is_empty(area))
		return area;
	least = LEAST_METRES / mercator_metres((area.y0 + area.y1) / 2);
	widen_width(&area, least, all);
	widen_height(&area, least, all);
	widen_width(&area, least, world); /* an extract of a single shop */
	widen_height(&area, least, world);
	return area;
}

/* The area in a shape that suits a page, within the extract. */
static void
plan_picture(struct atlas *atlas)
{
	struct box all = atlas->scene->box, shown = atlas->area;
	double least = PICTURE / mercator_pixels(PICTURE_CLOSEST), width, height, side;

	widen_width(&shown, least, all);
	widen_width(&shown, shown.y1 - shown.y0, all);
	widen_height(&shown, (shown.x1 - shown.x0) / PICTURE_FLATTEST, all);
	width = shown.x1 - shown.x0;
	height = shown.y1 - shown.y0;
	side = fmax(width, height);
	atlas->shown = shown;
	atlas->picture_zoom = log2(PICTURE / (256 * side));
	atlas->picture_width = (unsigned)fmax(1, round(PICTURE * width / side));
	atlas->picture_height = (unsigned)fmax(1, round(PICTURE * height / side));
}

/* The first and last tile of [from, to] at a zoom. */
static void
plan_range(double from, double to, int zoom, unsigned *first, unsigned *last)
{
	double count = exp2(zoom);

	*first = (unsigned)fmax(0, fmin(count - 1, floor(from * count)));
	*last = (unsigned)fmax(*first, fmin(count - 1, ceil(to * count) - 1));
}

static struct atlas_zoom
plan_zoom(struct box area, int zoom)
{
	struct atlas_zoom z = { .zoom = zoom };

	plan_range(area.x0, area.x1, zoom, &z.x0, &z.x1);
	plan_range(area.y0, area.y1, zoom, &z.y0, &z.y1);
	return z;
}

/* What tiles of a zoom cover: where pages show windows onto them, also half a window more, as far as the extract
 * goes. */
static struct box
plan_cover(const struct atlas *atlas, int zoom)
{
	struct box cover = atlas->area, all = atlas->scene->box;
	double pixel = exp2(-zoom) / ATLAS_TILE;

	if (zoom + 1 > ATLAS_WINDOW_CLOSEST)
		return cover;
	cover.x0 = fmin(cover.x0, fmax(all.x0, cover.x0 - ATLAS_WINDOW_WIDTH / 2.0 * pixel));
	cover.x1 = fmax(cover.x1, fmin(all.x1, cover.x1 + ATLAS_WINDOW_WIDTH / 2.0 * pixel));
	cover.y0 = fmin(cover.y0, fmax(all.y0, cover.y0 - ATLAS_WINDOW_HEIGHT / 2.0 * pixel));
	cover.y1 = fmax(cover.y1, fmin(all.y1, cover.y1 + ATLAS_WINDOW_HEIGHT / 2.0 * pixel));
	return cover;
}

static void
plan_zooms(struct atlas *atlas, struct arena *arena)
{
	struct box area = atlas->area;
	double side = fmax(area.x1 - area.x0, area.y1 - area.y0);
	double widest = fmax(0, fmin(TILES_CLOSEST, floor(log2(WIDEST_TILES / side))));
	size_t files = atlas->sets_len; /* the pictures */
	struct atlas_zoom *zooms = NULL;

	for (int zoom = (int)widest; zoom <= TILES_CLOSEST; zoom++) {
		struct atlas_zoom z = plan_zoom(plan_cover(atlas, zoom), zoom);

		files += (size_t)(z.x1 - z.x0 + 1) * (z.y1 - z.y0 + 1) * atlas->sets_len;
		if (files > ATLAS_TILES_MOST)
			break;
		zooms = arena_push(arena, zooms, &atlas->zooms_len, sizeof *zooms);
		zooms[atlas->zooms_len - 1] = z;
	}
	atlas->zooms = zooms;
}

/* Languages that read the same share a set. */
static void
plan_sets(struct atlas *atlas, const struct atlas_options *options)
{
	for (size_t i = 0; i < options->languages_len; i++) {
		enum lang lang = options->languages[i];
		size_t set = 0;

		while (set < atlas->sets_len &&
		       scene_differs(atlas->scene, atlas->sets[set].lang, lang))
			set++;
		if (set == atlas->sets_len)
			atlas->sets[atlas->sets_len++].lang = lang;
		atlas->by_lang[lang] = &atlas->sets[set];
	}
	for (size_t i = 0; i < LANG_COUNT && atlas->sets_len > 0; i++)
		if (!atlas->by_lang[i])
			atlas->by_lang[i] = &atlas->sets[0];
}

static void
add_hash(struct buf *text, struct hash hash)
{
	char hex[HASH_HEX + 1];

	hash_hex(hash, hex);
	buf_printf(text, " %s", hex);
}

static struct hash
key_of(const struct atlas *atlas, const struct atlas_options *options, enum lang lang)
{
	struct box area = atlas->area;
	struct buf text = { 0 };
	struct hash key;

	buf_adds(&text, "atlas " VERSION);
	add_hash(&text, options->extract);
	add_hash(&text, atlas->scene->style->hash);
	buf_printf(&text, " %.12f %.12f %.12f %.12f", area.x0, area.y0, area.x1, area.y1);
	if (atlas->sets_len > 1)
		buf_printf(&text, " %s", lang_code(lang));
	key = hash_of(buf_str(&text));
	buf_release(&text);
	return key;
}

static void
name_sets(struct atlas *atlas, struct arena *arena, const struct atlas_options *options)
{
	for (size_t i = 0; i < atlas->sets_len; i++) {
		struct atlas_set *set = &atlas->sets[i];
		char hex[HASH_HEX + 1];

		set->key = key_of(atlas, options, set->lang);
		hash_hex(set->key, hex);
		set->folder = arena_printf(arena, "atlas/%.*s/", HASH_SHOWN, hex);
		set->picture = arena_printf(arena, "atlas/plan-%.*s.svg", HASH_SHOWN, hex);
	}
}

void
atlas_plan(struct atlas *atlas, struct arena *arena, const struct atlas_options *options)
{
	*atlas = (struct atlas){ .scene = options->scene, .area = plan_area(options) };
	if (box_is_empty(atlas->area))
		return;
	plan_sets(atlas, options);
	plan_picture(atlas);
	plan_zooms(atlas, arena);
	name_sets(atlas, arena, options);
}
