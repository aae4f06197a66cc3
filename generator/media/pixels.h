#ifndef MEDIA_PIXELS_H
#define MEDIA_PIXELS_H
/*
 * pixels: a picture in memory, as small as it is shown.
 *
 * Format  8 bits a channel, sRGB; three channels, or four with straight (not premultiplied) alpha;
 *         rows from the top, `stride` bytes apart.
 * Memory  on the heap; `= {0}` is empty.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pixels {
	unsigned width, height, channels;
	size_t stride;
	uint8_t *data;
};

/* What its bytes are is undefined. width, height >= 1; channels 3 or 4. */
void pixels_init(struct pixels *pixels, unsigned width, unsigned height, unsigned channels);
void pixels_release(struct pixels *pixels);
/* Turns what a camera held askew upright: `orientation` 1 to 8 of EXIF (CIPA DC-008, tag 274). */
void pixels_upright(struct pixels *pixels, int orientation);
#endif
