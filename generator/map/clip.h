#ifndef MAP_CLIP_H
#define MAP_CLIP_H
/*
 * clip: leaves out what lies beyond the edge of a picture, and moves nothing of what is seen.
 *
 * No new points are made at the edge: a line keeps whole segments, an area keeps a chord for each stretch that
 * runs beyond one side. So both tiles at an edge draw the very same segment across it, and no stroke of an area's
 * edge runs along the picture's. Only shapes that reach absurdly far (CLIP_FAR) are cut first, out there.
 *
 * Units  of the drawing's grid, from the picture's top left.
 */
#include <stdbool.h>
#include <stdint.h>

/* Beyond this browsers' 32-bit floats would no longer tell a tenth of a pixel. */
enum { CLIP_FAR = 1 << 22 };

struct arena;

struct dot {
	double x, y; /* whole numbers */
};

struct clip {
	double x0, y0, x1, y1; /* what is seen, with the room that strokes need */
};

/* Which sides a dot lies beyond: a bit each. */
unsigned clip_code(const struct clip *clip, struct dot dot);
/* Keeps of a ring what its visible part needs, in place; how many dots are left, 0 when it is not seen at all. */
uint32_t clip_ring(const struct clip *clip, struct dot *dots, uint32_t len);
/* The next run of segments that may be seen, at or behind *from: dots [*from, *to). False: no more. */
bool clip_run(const struct clip *clip, const struct dot *dots, uint32_t len, uint32_t *from,
              uint32_t *to);
/* Cuts a ring to the far square; the result lives in the arena. */
struct dot *clip_far_ring(struct arena *arena, const struct dot *dots, uint32_t *len);
/* Cuts a segment to the far square; false when nothing is left. */
bool clip_far_segment(struct dot *a, struct dot *b);
#endif
