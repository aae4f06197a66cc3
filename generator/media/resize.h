#ifndef MEDIA_RESIZE_H
#define MEDIA_RESIZE_H
/*
 * resize: a picture made smaller, to several sizes at once, row by row, in linear light.
 *
 * Filter  Lanczos, three lobes, separable, each size from the source itself; weights are computed in
 *         double and used in the precision that keeps the result within half a step of 8 bits.
 *         From a reduction by 32 on, pixels are averaged by twos first, as often as leaves the
 *         filter 16 or more of them. Alpha is premultiplied on the way.
 * Edges   at those of the source, weights that find nothing are shared among the others; a crop has
 *         no edges, its neighbours are seen.
 * Speed   SSE2 or AVX2 (chosen when the program runs), NEON, else plain C; integers throughout, so
 *         all give the same bytes, and a site is the same whatever machine built it.
 * Memory  a band of rows as high as the widest filter; the results.
 */
#include "media/pixels.h"

struct resizer;

/* A region of the source, in its pixels, within it. */
struct resize_crop {
	double x, y, width, height;
};

/* One of the sizes wanted. The result must not be larger than the region. */
struct resize_target {
	unsigned width, height;
	struct resize_crop crop; /* `= {0}`: all of the source */
};

/* What is pushed, rows of `channels` bytes a pixel: 3, or 4 with straight alpha. */
struct resize_source {
	unsigned width, height, channels;
};

struct resizer *
resizer_new(const struct resize_source *source, const struct resize_target *targets, size_t count);
void resizer_free(struct resizer *resizer);
/* The next row of the source, 8-bit sRGB. */
void resizer_push(struct resizer *resizer, const uint8_t *row);
/* After the last row that there is (what is missing below is filled with grey): the results, `out[count]`
 * in the order of the targets, are the caller's. */
void resizer_finish(struct resizer *resizer, struct pixels *out);
#endif
