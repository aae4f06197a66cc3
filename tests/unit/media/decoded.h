#ifndef TESTS_UNIT_MEDIA_DECODED_H
#define TESTS_UNIT_MEDIA_DECODED_H
/* decoded: all rows of a picture at once, and how near two pictures are. */
#include "base/mem.h"
#include "media/decode.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DECODED_PIXELS 100000000u /* FORMAT.md's limit */

struct decoded {
	struct picture picture;
	enum decode_fault fault;
	unsigned width, height, channels, rows;
	double sound;
	uint8_t *pixels; /* rows that did not come are 0 */
};

static inline struct decoded
decoded_scaled(struct str bytes, unsigned least_width, unsigned least_height)
{
	struct decoded d = { 0 };
	struct decoder *decoder;

	d.fault = decode_probe(&d.picture, bytes, DECODED_PIXELS);
	if (d.fault != DECODE_FINE)
		return d;
	decoder = decoder_new(&d.picture, bytes, least_width, least_height, &d.fault);
	if (!decoder)
		return d;
	d.width = decoder_width(decoder);
	d.height = decoder_height(decoder);
	d.channels = decoder_channels(decoder);
	d.pixels = mem_alloc((size_t)d.width * d.height * d.channels);
	while (decoder_row(decoder, d.pixels + (size_t)d.rows * d.width * d.channels))
		d.rows++;
	d.sound = decoder_sound_share(decoder);
	decoder_free(decoder);
	return d;
}

static inline struct decoded
decoded_of(struct str bytes)
{
	return decoded_scaled(bytes, UINT32_MAX, UINT32_MAX);
}

static inline void
decoded_release(struct decoded *d)
{
	free(d->pixels);
	*d = (struct decoded){ 0 };
}

static inline uint8_t *
decoded_at(const struct decoded *d, unsigned x, unsigned y)
{
	return d->pixels + ((size_t)y * d->width + x) * d->channels;
}

/* Where what is seen at x, y of the upright picture is stored: EXIF's orientation 1 to 8. */
static inline uint8_t *
decoded_upright(const struct decoded *d, unsigned x, unsigned y)
{
	unsigned right = d->width - 1, down = d->height - 1;

	switch (d->picture.orientation) {
	case 2: return decoded_at(d, right - x, y);
	case 3: return decoded_at(d, right - x, down - y);
	case 4: return decoded_at(d, x, down - y);
	case 5: return decoded_at(d, y, x);
	case 6: return decoded_at(d, y, down - x);
	case 7: return decoded_at(d, right - y, down - x);
	case 8: return decoded_at(d, right - y, x);
	default: return decoded_at(d, x, y);
	}
}

/* Peak signal to noise of the colours, in dB, both upright; 0 where sizes differ, 99 where nothing
 * does. */
static inline double
decoded_psnr(const struct decoded *a, const struct decoded *b)
{
	double sum = 0;

	if (a->picture.width != b->picture.width || a->picture.height != b->picture.height ||
	    !a->pixels || !b->pixels)
		return 0;
	for (unsigned y = 0; y < a->picture.height; y++)
		for (unsigned x = 0; x < a->picture.width; x++)
			for (int c = 0; c < 3; c++) {
				int off = decoded_upright(a, x, y)[c] - decoded_upright(b, x, y)[c];

				sum += off * off;
			}
	if (sum == 0)
		return 99;
	return 10 * log10(255.0 * 255 * 3 * a->picture.width * a->picture.height / sum);
}
#endif
