#include "media/colour_ink.h"

#include "base/mem.h"

#include <stdlib.h>

/* Red, green and blue of one colour; the fourth fills the register. */
typedef float rgb __attribute__((vector_size(16)));

enum { INKS = 4, SOLIDS = 1 << INKS };

struct colour_ink {
	float cover[256];
	rgb solid[SOLIDS / 2], more[SOLIDS / 2]; /* without black, and what black adds */
};

/*
 * Solid inks and their overprints by ISO 12647-2 (coated paper), seen against the paper's white,
 * black brought down to 0; bit 0 is cyan, 1 magenta, 2 yellow, 3 black. Cyan absorbs more red than
 * sRGB can say: below 0 by what its halftones show. Against SWOP's profile, over the whole of
 * CMYK, the mean difference is 7 (CIE76); the usual (1 - C)(1 - K) is off by 16.
 */
static const rgb solids[SOLIDS] = {
	{ 255, 255, 255 }, { -35, 159, 227 }, { 230, 0, 126 }, { 35, 46, 132 },
	{ 255, 237, 0 },   { -35, 151, 70 },  { 227, 13, 23 }, { 52, 51, 50 },
	{ 32, 31, 30 },    { 0, 0, 22 },      { 24, 0, 0 },    { 0, 0, 0 },
	{ 34, 26, 0 },     { 0, 0, 0 },       { 23, 0, 0 },    { 0, 0, 0 },
};

struct colour_ink *
colour_ink_new(bool inverted)
{
	struct colour_ink *ink = mem_alloc(sizeof(*ink));

	for (int i = 0; i < 256; i++)
		ink->cover[i] = (float)(inverted ? 255 - i : i) / 255;
	for (int i = 0; i < SOLIDS / 2; i++) {
		ink->solid[i] = solids[i] + 0.5f; /* so that cutting off rounds */
		ink->more[i] = solids[i + SOLIDS / 2] - solids[i];
	}
	return ink;
}

void
colour_ink_free(struct colour_ink *ink)
{
	free(ink);
}

static rgb
mixed(const struct colour_ink *ink, const uint8_t *in)
{
	float black = ink->cover[in[3]];
	rgb mix[SOLIDS / 2];

	for (int i = 0; i < SOLIDS / 2; i++)
		mix[i] = ink->solid[i] + ink->more[i] * black;
	for (int bit = INKS - 2; bit >= 0; bit--)
		for (int i = 0; i < 1 << bit; i++)
			mix[i] += (mix[i + (1 << bit)] - mix[i]) * ink->cover[in[bit]];
	return mix[0];
}

void
colour_ink_row(const struct colour_ink *ink, uint8_t *out, const uint8_t *in, size_t pixels)
{
	for (; pixels; pixels--, in += INKS, out += 3) {
		rgb mix = mixed(ink, in);

		for (int c = 0; c < 3; c++)
			out[c] = mix[c] <= 0 ? 0 : mix[c] >= 255 ? 255 : (uint8_t)mix[c];
	}
}
