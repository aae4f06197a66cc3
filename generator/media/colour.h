#ifndef MEDIA_COLOUR_H
#define MEDIA_COLOUR_H
/*
 * colour: rows of pixels of whatever colour space become 8-bit sRGB (IEC 61966-2-1).
 *
 * Format  ICC profiles (ISO 15076-1) for grey, RGB and CMYK, read by lcms2; perceptual intent, its
 *         default for photos. CMYK that says nothing of itself is taken for coated offset paper.
 * Speed   profiles of three curves and a matrix, as all cameras write, and those for grey become
 *         tables here: a tenth of what lcms2 needs.
 * Memory  on the heap, with a context of lcms2 of its own: nothing is shared between threads.
 * Errors  a profile that is broken or for other pixels counts as absent; nothing is printed.
 */
#include "base/str.h"

#include <stdint.h>

struct buf;
struct colour;

/* What a pixel is made of, in order. */
enum colour_layout {
	COLOUR_GREY,
	COLOUR_GREY_ALPHA,
	COLOUR_RGB,
	COLOUR_RGB_ALPHA,
	COLOUR_CMYK,          /* 255: full of ink */
	COLOUR_CMYK_INVERTED, /* 0: full of ink, as Adobe writes JPEG */
};

struct colour_pixels {
	enum colour_layout layout;
	bool deep; /* 16 bits a channel in the machine's order; not for CMYK */
};

/* Where the corners and the white of a colour space lie (CIE x and y), and its curve. */
struct colour_corners {
	double white[2], red[2], green[2], blue[2];
	double gamma; /* light = value ^ gamma; 0: sRGB's own curve */
};
extern const struct colour_corners colour_corners_srgb;

/* NULL: the pixels are sRGB, or are to be taken for it. Never NULL for CMYK. */
struct colour *colour_new(struct str profile, struct colour_pixels pixels);
struct colour *
colour_new_corners(const struct colour_corners *corners, struct colour_pixels pixels);
void colour_free(struct colour *colour);

/* `out` gets three bytes a pixel, or four where there is alpha; it is not `in`. */
void colour_row(const struct colour *colour, uint8_t *out, const void *in, size_t pixels);
void colour_version(struct buf *out);
#endif
