#ifndef THEME_VIEW_WINDOW_H
#define THEME_VIEW_WINDOW_H
/*
 * view_window: which piece of the drawn map a page shows, and where in it things are.
 *
 * Units   CSS pixels from the middle of the box, whichever size the page gives it: what must be seen fits into the
 *         inner box, which the narrowest phone shows, pins and all; tiles cover the outer one.
 */
#include "map/atlas.h"

struct buf;

struct window_shape {
	double inner_width, inner_height, outer_width, outer_height;
	double closest; /* zoom of pixels; at most ATLAS_WINDOW_CLOSEST */
};

struct window {
	const struct window_shape *shape;
	const struct atlas_zoom *tiles;
	struct box drawn;          /* pixels that the extract reaches */
	double zoom;               /* of pixels */
	double middle_x, middle_y; /* whole pixels of the world's square at that zoom */
};

struct window_offset {
	long left, top;
};

/* Adds a place that must be seen, unless it is beyond what was drawn. */
void window_want(struct box *box, const struct atlas *atlas, struct location at);
/* False where there is nothing to be seen. `shape` is borrowed. */
bool window_open(struct window *window, const struct window_shape *shape, const struct atlas *atlas,
                 struct box box);
/* How wide the box may be so that hardly any blank is seen beside what was drawn. */
long window_width(const struct window *window);
struct window_offset window_offset(const struct window *window, struct location at);
/* Whether a pin there is wholly within the inner box, or the outer one. */
bool window_shows_inside(const struct window *window, struct window_offset offset);
bool window_shows(const struct window *window, struct window_offset offset);
/* The tiles that lie in the window, as far as they were drawn; first > last: none. */
struct window_tiles {
	unsigned x0, y0, x1, y1;
};
struct window_tiles window_tiles(const struct window *window);
struct window_offset window_tile(const struct window *window, unsigned x, unsigned y);

/* A line as SVG path data, simplified to what pixels show, and where its box lies. */
struct window_path {
	struct window_offset at;
	long width, height;
};
void window_path(struct window_path *path, struct buf *data, const struct window *window,
                 const struct location *points, size_t len);
#endif
