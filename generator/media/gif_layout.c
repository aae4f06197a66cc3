#include "media/gif_layout.h"

#include <stdint.h>
#include <string.h>

/* Letters and numbers of the specification, sections 18 to 26. */
enum {
	SCREEN_END = 13, /* signature and logical screen descriptor */
	EXTENSION = 0x21,
	IMAGE = 0x2c,
	GRAPHIC_CONTROL = 0xf9,
	IMAGE_LEN = 10,
	HAS_COLOURS = 0x80,
	COLOURS_BITS = 7,
	HAS_TRANSPARENT = 1,
};

static unsigned
short_at(struct str bytes, size_t at)
{
	return (unsigned)(uint8_t)bytes.ptr[at] | (unsigned)(uint8_t)bytes.ptr[at + 1] << 8;
}

static size_t
colours_len(uint8_t flags)
{
	return flags & HAS_COLOURS ? (size_t)3 << ((flags & COLOURS_BITS) + 1) : 0;
}

/* Over blocks that say how long they are, up to the empty one. */
static struct str
skip_blocks(struct str rest)
{
	while (rest.len && *rest.ptr)
		rest = str_sub(rest, 1 + (size_t)(uint8_t)*rest.ptr, rest.len);
	return str_sub(rest, 1, rest.len);
}

static struct str
skip_image(struct str rest)
{
	size_t colours = colours_len((uint8_t)rest.ptr[9]);

	return skip_blocks(str_sub(rest, IMAGE_LEN + colours + 1, rest.len));
}

/* Passes over what comes before the next picture. False: there is none. */
static bool
next_image(struct gif_layout *out, struct str *rest)
{
	while (rest->len >= IMAGE_LEN && *rest->ptr == EXTENSION) {
		const uint8_t *p = (const uint8_t *)rest->ptr;

		if (p[1] == GRAPHIC_CONTROL && p[2] >= 4)
			out->transparent = p[3] & HAS_TRANSPARENT ? p[6] : -1;
		*rest = skip_blocks(str_sub(*rest, 2, rest->len));
	}
	return rest->len >= IMAGE_LEN && *rest->ptr == IMAGE;
}

static unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

bool
gif_layout(struct gif_layout *out, struct str bytes)
{
	struct gif_layout ignored;
	struct str rest;

	*out = (struct gif_layout){ .transparent = -1 };
	if (bytes.len < SCREEN_END)
		return false;
	rest = str_sub(bytes, SCREEN_END + colours_len((uint8_t)bytes.ptr[10]), bytes.len);
	if (!next_image(out, &rest))
		return false;
	out->left = short_at(rest, 1);
	out->top = short_at(rest, 3);
	out->wide = short_at(rest, 5);
	out->tall = short_at(rest, 7);
	out->width = larger(short_at(bytes, 6), out->left + out->wide);
	out->height = larger(short_at(bytes, 8), out->top + out->tall);
	rest = skip_image(rest);
	out->animated = next_image(&ignored, &rest);
	return out->wide && out->tall;
}
