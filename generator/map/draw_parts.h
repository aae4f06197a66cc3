#ifndef MAP_DRAW_PARTS_H
#define MAP_DRAW_PARTS_H
/* draw_parts: what the files that make a drawing share; nobody else needs it. */
#include "map/draw.h"
#include "map/draw_sheet.h"

enum { DRAW_GRID = 10 }; /* steps to a pixel */

struct drawing {
	struct arena *scratch;
	const struct scene *scene;
	const struct draw_options *options;
	double scale;
	struct buf body;
	struct draw_sheet sheet;
};

/* draw_shape: what is seen, in the square; areas and lines, in the order of drawing. */
struct box draw_seen_shapes(const struct scene *scene, const struct draw_options *options);
void draw_shapes(struct drawing *d);
/* draw_word: what is seen, in pixels; names, numbers and signs. */
struct box draw_seen_words(const struct draw_options *options);
void draw_words(struct drawing *d);
/* Characters from "a" on: a name for the `n`th thing of a kind, for id and href. */
void draw_id(struct buf *out, char kind, size_t n);
#endif
