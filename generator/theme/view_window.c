#include "theme/view_window.h"

#include "base/buf.h"
#include "base/mem.h"
#include "map/simplify.h"

#include <math.h>
#include <stdlib.h>

enum { PIN = 24, PATH_RIM = 6, BLANK = 48 };

static struct spot
spot_of(struct location at)
{
	return mercator_degrees(at.latitude, at.longitude);
}

/* --- which piece ------------------------------------------------------------------------------------------- */

void
window_want(struct box *box, const struct atlas *atlas, struct location at)
{
	struct spot spot = spot_of(at);
	const struct box *area = &atlas->area;

	if (at.set && spot.x >= area->x0 && spot.x <= area->x1 && spot.y >= area->y0 &&
	    spot.y <= area->y1)
		box_add(box, spot);
}

/* The closest zoom at which all of `box` fits into the inner one, else the widest that there is. */
static void
choose_zoom(struct window *window, const struct atlas *atlas, struct box box)
{
	const struct window_shape *shape = window->shape;

	for (size_t i = 0; i < atlas->zooms_len; i++) {
		double zoom = atlas->zooms[i].zoom + 1, pixels = mercator_pixels(zoom);

		if (i > 0 && (zoom > shape->closest ||
		              (box.x1 - box.x0) * pixels > shape->inner_width - PIN ||
		              (box.y1 - box.y0) * pixels > shape->inner_height - PIN))
			break;
		window->tiles = &atlas->zooms[i];
		window->zoom = zoom;
	}
}

/* What the tiles show of the extract: beyond it there is only ground. */
static struct box
drawn_pixels(const struct window *window, const struct atlas *atlas)
{
	const struct atlas_zoom *tiles = window->tiles;
	struct box all = atlas->scene->box;
	double pixels = mercator_pixels(window->zoom);

	return (struct box){ fmax(all.x0 * pixels, (double)tiles->x0 * ATLAS_TILE),
		             fmax(all.y0 * pixels, (double)tiles->y0 * ATLAS_TILE),
		             fmin(all.x1 * pixels, ((double)tiles->x1 + 1) * ATLAS_TILE),
		             fmin(all.y1 * pixels, ((double)tiles->y1 + 1) * ATLAS_TILE) };
}

/* The middle of what must be seen, moved towards what was drawn, as far as all stays within the inner box. */
static double
choose_middle(double from, double to, double drawn_from, double drawn_to, double inner,
              double outer)
{
	double middle = (from + to) / 2, play = fmax(0, (inner - PIN - (to - from)) / 2);
	double wish = middle;

	if (drawn_from > wish - outer / 2)
		wish = drawn_from + outer / 2;
	if (drawn_to < wish + outer / 2)
		wish = fmax(drawn_to - outer / 2, (drawn_from + drawn_to) / 2);
	return round(fmax(middle - play, fmin(middle + play, wish)));
}

bool
window_open(struct window *window, const struct window_shape *shape, const struct atlas *atlas,
            struct box box)
{
	double pixels;

	if (box_is_empty(box) || atlas->zooms_len == 0)
		return false;
	*window = (struct window){ .shape = shape };
	choose_zoom(window, atlas, box);
	window->drawn = drawn_pixels(window, atlas);
	pixels = mercator_pixels(window->zoom);
	window->middle_x = choose_middle(box.x0 * pixels, box.x1 * pixels, window->drawn.x0,
	                                 window->drawn.x1, shape->inner_width, shape->outer_width);
	window->middle_y =
		choose_middle(box.y0 * pixels, box.y1 * pixels, window->drawn.y0, window->drawn.y1,
	                      shape->inner_height, shape->outer_height);
	return true;
}

long
window_width(const struct window *window)
{
	double left = window->middle_x - window->drawn.x0 + BLANK;
	double right = window->drawn.x1 - window->middle_x + BLANK;

	return lround(fmax(window->shape->inner_width,
	                   fmin(window->shape->outer_width, floor(2 * fmin(left, right)))));
}

/* --- what lies where ---------------------------------------------------------------------------------------- */

struct window_offset
window_offset(const struct window *window, struct location at)
{
	double pixels = mercator_pixels(window->zoom);
	struct spot spot = spot_of(at);

	return (struct window_offset){ lround(spot.x * pixels - window->middle_x),
		                       lround(spot.y * pixels - window->middle_y) };
}

static bool
is_within(struct window_offset offset, double width, double height)
{
	return fabs((double)offset.left) <= (width - PIN) / 2 &&
	       fabs((double)offset.top) <= (height - PIN) / 2;
}

bool
window_shows_inside(const struct window *window, struct window_offset offset)
{
	return is_within(offset, window->shape->inner_width, window->shape->inner_height);
}

bool
window_shows(const struct window *window, struct window_offset offset)
{
	return is_within(offset, window->shape->outer_width, window->shape->outer_height);
}

/* The numbers of tiles that some pixels lie on, as far as they were drawn. */
static void
tile_range(double from, double until, unsigned *first, unsigned *last)
{
	double low = floor(from / ATLAS_TILE), high = floor((until - 1) / ATLAS_TILE);

	if (low > *first)
		*first = (unsigned)fmin(low, UINT32_MAX);
	if (high < *last)
		*last = (unsigned)fmax(high, 0);
}

struct window_tiles
window_tiles(const struct window *window)
{
	struct window_tiles tiles = { window->tiles->x0, window->tiles->y0, window->tiles->x1,
		                      window->tiles->y1 };
	double half_width = window->shape->outer_width / 2;
	double half_height = window->shape->outer_height / 2;

	tile_range(window->middle_x - half_width, window->middle_x + half_width, &tiles.x0,
	           &tiles.x1);
	tile_range(window->middle_y - half_height, window->middle_y + half_height, &tiles.y0,
	           &tiles.y1);
	return tiles;
}

struct window_offset
window_tile(const struct window *window, unsigned x, unsigned y)
{
	return (struct window_offset){ lround((double)x * ATLAS_TILE - window->middle_x),
		                       lround((double)y * ATLAS_TILE - window->middle_y) };
}

/* --- a line ---------------------------------------------------------------------------------------------------- */

static void
add_tenths(struct buf *out, long tenths)
{
	buf_printf(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
	if (tenths % 10)
		buf_printf(out, ".%ld", labs(tenths) % 10);
}

/* "M6 12.5l4-3.1l7 0": what a third of a pixel can show. */
static void
write_line(struct buf *out, const struct spot *spots, const float *ranks, size_t len, double pixels,
           struct box box)
{
	double least = 1 / pixels / 3;
	long x = 0, y = 0;

	for (size_t i = 0; i < len; i++) {
		long to_x = lround(((spots[i].x - box.x0) * pixels + PATH_RIM) * 10);
		long to_y = lround(((spots[i].y - box.y0) * pixels + PATH_RIM) * 10);

		if (i > 0 && ((double)ranks[i] < least || (to_x == x && to_y == y)))
			continue;
		buf_adds(out, i == 0 ? "M" : "l");
		add_tenths(out, to_x - x);
		buf_adds(out, to_y - y < 0 ? "" : " ");
		add_tenths(out, to_y - y);
		x = to_x;
		y = to_y;
	}
}

void
window_path(struct window_path *path, struct buf *data, const struct window *window,
            const struct location *points, size_t len)
{
	double pixels = mercator_pixels(window->zoom);
	struct spot *spots = mem_alloc(size_mul(size_add(len, 1), sizeof *spots));
	float *ranks = mem_alloc(size_mul(size_add(len, 1), sizeof *ranks));
	struct box box = box_none();

	for (size_t i = 0; i < len; i++) {
		spots[i] = spot_of(points[i]);
		box_add(&box, spots[i]);
	}
	/* From a whole pixel on, so that the line lies where the streets do. */
	box.x0 = floor(box.x0 * pixels) / pixels;
	box.y0 = floor(box.y0 * pixels) / pixels;
	simplify_rank(ranks, spots, (uint32_t)len, false);
	write_line(data, spots, ranks, len, pixels, box);
	*path = (struct window_path){ { lround(box.x0 * pixels - window->middle_x) - PATH_RIM,
		                        lround(box.y0 * pixels - window->middle_y) - PATH_RIM },
		                      lround(ceil((box.x1 - box.x0) * pixels)) + 2 * PATH_RIM,
		                      lround(ceil((box.y1 - box.y0) * pixels)) + 2 * PATH_RIM };
	free(spots);
	free(ranks);
}
