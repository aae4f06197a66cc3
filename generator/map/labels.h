#ifndef MAP_LABELS_H
#define MAP_LABELS_H
/*
 * labels: which names a map of one zoom has, and where, so that none covers another.
 *
 * Placed for the whole area at once, never tile by tile: a name that crosses an edge is the same in both tiles.
 * The reader's fonts are not known here: widths are those of a wide sans-serif (a table per character), and the drawing
 * gives each text its width (textLength), so that what was placed without collision stays so.
 *
 * Units   CSS pixels at that zoom, from the top left of the world's square.
 * Memory  lives in the caller's arena.
 */
#include "map/scene.h"

struct label {
	const struct scene_note *note;
	struct str text;
	double size, width; /* font size and text length; a sign: the side of its square */
	double x, y, angle; /* its middle; degrees, clockwise */
	const struct spot
		*line; /* in pixels: the stretch along which it is written; NULL: straight */
	uint32_t line_len;
	struct box box; /* in pixels, with its rim */
};

struct labels {
	const struct label *items; /* in a stable order */
	size_t len;
	double zoom;
	enum lang lang;
};

/* In `area` of the square; `taken`: boxes in pixels that must stay free (pins); may be NULL. */
void
labels_place(struct labels *labels, struct arena *arena, const struct scene *scene, double zoom,
             enum lang lang, struct box area, const struct box *taken, size_t taken_len);
/* The width of a text at font size 1. */
double labels_width(struct str text);
#endif
