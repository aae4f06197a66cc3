#ifndef MEDIA_LIGHT_H
#define MEDIA_LIGHT_H
/*
 * light: 8-bit sRGB to linear light and back, in the form in which the resizer adds it up.
 *
 * Format  IEC 61966-2-1's transfer function. A linear sample is 16 bits: LIGHT_BLACK is 0,
 *         LIGHT_BLACK + LIGHT_ONE is 1, which leaves room for overshoot from -0.3 to 1.3 (Lanczos with
 *         three lobes reaches -0.272 and 1.272). The darkest step of sRGB is 12 of these units wide.
 *         With alpha, samples are premultiplied, and alpha itself is a fourth plane.
 * Rows    of the source, two lie together in planes: a sample of the upper row, then the one below
 *         it, as the filter that goes down wants them. Of results, the four channels of a pixel lie
 *         together, the fourth unused without alpha.
 */
#include <stddef.h>
#include <stdint.h>

enum { LIGHT_ONE = 40960, LIGHT_BLACK = -20480 };

struct light {
	int16_t linear[256]; /* of an sRGB value */
	uint8_t srgb[65536]; /* of a linear sample + 32768, clamped */
};

void light_init(struct light *light);

struct light_pair {
	size_t width, plane; /* pixels; pixels and what lies between planes */
	unsigned channels;   /* 3, or 4 with alpha */
};

/* `pair` has room for 2 * plane * channels samples. */
void light_from_srgb(const struct light *light, const struct light_pair *shape, int16_t *pair,
                     const uint8_t *above, const uint8_t *below);
/* `channels` bytes for every four samples. */
void light_to_srgb(const struct light *light, uint8_t *out, const int16_t *linear, size_t width,
                   unsigned channels);
#endif
