#ifndef MAP_DRAW_H
#define MAP_DRAW_H
/*
 * draw: a scene as SVG, at one zoom, cut to a rectangle.
 *
 * Small    lines are simplified to what a pixel shows (Douglas-Peucker, a third of a pixel), cut at the edge with
 *          a margin for strokes, written as relative moves of whole or tenth pixels; everything of a rule is one path;
 *          colours are classes, light and dark by media query in the file's own <style>.
 * Seams    two neighbouring rectangles of one zoom continue each other to the pixel, names included: simplification
 *          and rounding do not depend on the rectangle.
 */
#include "map/labels.h"

struct buf;

struct draw_options {
	double zoom;
	double x, y, width, height;  /* pixels of the world's square at that zoom: what is shown */
	const struct labels *labels; /* of the same zoom; NULL: no names */
	double scale;                /* of text and strokes; 0 is 1 */
	double reach;                /* draw_reach of these; 0: not known yet */
};

/* How far, in pixels, a stroke may be seen beyond its line: once for all tiles of a zoom. */
double draw_reach(const struct style *style, double zoom, double scale);

/* Whether there is anything to draw but the ground; if not, drawings of one size are alike. */
bool draw_shows(const struct scene *scene, const struct draw_options *options);
/* Appends a whole SVG document (xmlns, viewBox "0 0 width height", width, height). Deterministic to the byte. */
void draw_map(struct buf *out, struct arena *scratch, const struct scene *scene,
              const struct draw_options *options);
#endif
