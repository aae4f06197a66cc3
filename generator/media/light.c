#include "media/light.h"

#include <math.h>
#include <string.h>

static long
linear_of(double srgb)
{
	double light = srgb <= 0.04045 ? srgb / 12.92 : pow((srgb + 0.055) / 1.055, 2.4);

	return lrint(light * LIGHT_ONE) + LIGHT_BLACK;
}

/* The way back is filled from the middle of one step to that of the next: it needs no function of
 * its own, and every value comes back as itself. */
void
light_init(struct light *light)
{
	size_t from = 0;

	for (int i = 0; i < 256; i++) {
		size_t to = i == 255 ? sizeof light->srgb
		                     : (size_t)(linear_of((i + 0.5) / 255) - INT16_MIN);

		light->linear[i] = (int16_t)linear_of(i / 255.0);
		memset(light->srgb + from, i, to - from);
		from = to;
	}
}

static void
put(int16_t *pair, int16_t above, int16_t below)
{
	const int16_t both[2] = { above, below };

	memcpy(pair, both, sizeof both); /* one store */
}

static void
opaque_from_srgb(const struct light *light, const struct light_pair *shape, int16_t *pair,
                 const uint8_t *above, const uint8_t *below)
{
	int16_t *red = pair, *green = red + 2 * shape->plane, *blue = green + 2 * shape->plane;
	const int16_t *linear = light->linear;

	for (size_t x = 0; x < shape->width; x++, above += 3, below += 3) {
		put(red + 2 * x, linear[above[0]], linear[below[0]]);
		put(green + 2 * x, linear[above[1]], linear[below[1]]);
		put(blue + 2 * x, linear[above[2]], linear[below[2]]);
	}
}

/* `value` is above black; rounded to the nearest. */
static int16_t
scaled(int value, int alpha)
{
	return (int16_t)((value * alpha + 127) / 255 + LIGHT_BLACK);
}

static int16_t
premultiplied(const struct light *light, const uint8_t *pixel, unsigned channel)
{
	if (channel == 3)
		return scaled(LIGHT_ONE, pixel[3]);
	return scaled(light->linear[pixel[channel]] - LIGHT_BLACK, pixel[3]);
}

void
light_from_srgb(const struct light *light, const struct light_pair *shape, int16_t *pair,
                const uint8_t *above, const uint8_t *below)
{
	if (shape->channels == 3) {
		opaque_from_srgb(light, shape, pair, above, below);
		return;
	}
	for (unsigned c = 0; c < 4; c++)
		for (size_t x = 0; x < shape->width; x++)
			put(pair + 2 * (c * shape->plane + x),
			    premultiplied(light, above + 4 * x, c),
			    premultiplied(light, below + 4 * x, c));
}

static void
opaque_to_srgb(const struct light *light, uint8_t *out, const int16_t *linear, size_t width)
{
	const uint8_t *srgb = light->srgb - INT16_MIN;

	for (size_t x = 0; x < width; x++) {
		out[3 * x] = srgb[linear[4 * x]];
		out[3 * x + 1] = srgb[linear[4 * x + 1]];
		out[3 * x + 2] = srgb[linear[4 * x + 2]];
	}
}

/* Colour without the alpha that it was multiplied with, which may have overshot with it. */
static uint8_t
colour_under(const struct light *light, int colour, int alpha)
{
	int whole = (int)(((int64_t)colour * LIGHT_ONE + alpha / 2) / alpha);

	whole = whole < 0 ? 0 : whole > LIGHT_ONE ? LIGHT_ONE : whole;
	return light->srgb[whole + LIGHT_BLACK - INT16_MIN];
}

static void
straight_pixel(const struct light *light, uint8_t *out, const int16_t *linear)
{
	int alpha = linear[3] - LIGHT_BLACK;
	int byte = (alpha * 255 + LIGHT_ONE / 2) / LIGHT_ONE;

	out[3] = (uint8_t)(alpha <= 0 ? 0 : byte > 255 ? 255 : byte);
	for (unsigned c = 0; c < 3; c++)
		out[c] = out[3] ? colour_under(light, linear[c] - LIGHT_BLACK, alpha) : 0;
}

void
light_to_srgb(const struct light *light, uint8_t *out, const int16_t *linear, size_t width,
              unsigned channels)
{
	if (channels == 3) {
		opaque_to_srgb(light, out, linear, width);
		return;
	}
	for (size_t x = 0; x < width; x++)
		straight_pixel(light, out + 4 * x, linear + 4 * x);
}
