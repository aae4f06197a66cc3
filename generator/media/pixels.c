#include "media/pixels.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
pixels_init(struct pixels *pixels, unsigned width, unsigned height, unsigned channels)
{
	size_t stride = size_mul(width, channels);

	*pixels = (struct pixels){ .width = width,
		                   .height = height,
		                   .channels = channels,
		                   .stride = stride,
		                   .data = mem_resize(NULL, size_mul(stride, height)) };
}

void
pixels_release(struct pixels *pixels)
{
	free(pixels->data);
	*pixels = (struct pixels){ 0 };
}

/* Where the upright picture's pixels come from: the stored row is its column, or runs backwards. */
struct turn {
	bool across;        /* rows become columns */
	bool left, upwards; /* stored columns, rows are read backwards */
};

static const struct turn turns[] = {
	[2] = { .left = true },
	[3] = { .left = true, .upwards = true },
	[4] = { .upwards = true },
	[5] = { .across = true },
	[6] = { .across = true, .upwards = true },
	[7] = { .across = true, .left = true, .upwards = true },
	[8] = { .across = true, .left = true },
};

/* A walk through the stored picture in the order of the upright one. */
struct walk {
	const uint8_t *first;
	ptrdiff_t right, down; /* bytes from an upright pixel to the next */
};

static struct walk
walk_through(const struct pixels *stored, struct turn turn)
{
	ptrdiff_t column = (ptrdiff_t)stored->channels, row = (ptrdiff_t)stored->stride;
	struct walk walk = { .first = stored->data };

	if (turn.left) {
		walk.first += column * (ptrdiff_t)(stored->width - 1);
		column = -column;
	}
	if (turn.upwards) {
		walk.first += row * (ptrdiff_t)(stored->height - 1);
		row = -row;
	}
	walk.right = turn.across ? row : column;
	walk.down = turn.across ? column : row;
	return walk;
}

enum { TILE = 16 }; /* pixels: what is read in columns stays in the cache until it is read again */

static void
copy_tile(struct pixels *out, const struct walk *walk, unsigned left, unsigned top)
{
	unsigned right = left + TILE < out->width ? left + TILE : out->width;
	unsigned bottom = top + TILE < out->height ? top + TILE : out->height;

	for (unsigned y = top; y < bottom; y++) {
		uint8_t *to = out->data + y * out->stride + (size_t)left * out->channels;
		const uint8_t *from =
			walk->first + (ptrdiff_t)y * walk->down + (ptrdiff_t)left * walk->right;

		for (unsigned x = left; x < right; x++, from += walk->right) {
			for (unsigned c = 0; c < out->channels; c++)
				*to++ = from[c];
		}
	}
}

void
pixels_upright(struct pixels *pixels, int orientation)
{
	struct pixels out;
	struct walk walk;
	struct turn turn;

	if (orientation < 2 || orientation > 8)
		return;
	turn = turns[orientation];
	walk = walk_through(pixels, turn);
	pixels_init(&out, turn.across ? pixels->height : pixels->width,
	            turn.across ? pixels->width : pixels->height, pixels->channels);
	for (unsigned y = 0; y < out.height; y += TILE)
		for (unsigned x = 0; x < out.width; x += TILE)
			copy_tile(&out, &walk, x, y);
	pixels_release(pixels);
	*pixels = out;
}
