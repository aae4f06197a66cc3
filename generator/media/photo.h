#ifndef MEDIA_PHOTO_H
#define MEDIA_PHOTO_H
/*
 * photo: from the bytes that a phone made to all the small pictures that a site shows of them.
 *
 * One decoding, at the scale that suffices, feeds all widths. Nothing is made larger than it is: where
 * the photo is narrower than a width, it is given in its own.
 * A file that would be larger than the photo's own is made coarser: what was saved so small is not worth more.
 * Memory   rows of the source and the small results; never the whole photo, but for formats that
 *          cannot be read otherwise.
 */
#include "base/buf.h"
#include "media/decode.h"
#include "media/look.h"
#include "media/pixels.h"

struct arena;

enum { PHOTO_WIDTHS = 32 };

/* Of a photo less than that share of which is sound nothing is shown. */
#define PHOTO_ENOUGH 0.9

/* What is wanted of a photo. */
struct photo_order {
	unsigned widths[PHOTO_WIDTHS]; /* rising */
	size_t widths_len;
	float quality;        /* of libwebp, 0 .. 100 */
	int method;           /* of libwebp, 0 .. 6 */
	uint64_t most_pixels; /* that the photo may have */
	/* A part of that size (down to half of it, where the photo is small) around the focus; 0: none. */
	unsigned crop_width, crop_height;
	double focus_x, focus_y; /* 0 .. 1, from the left and the top as seen */
};

struct photo_rendition {
	unsigned width, height;
	struct buf bytes; /* WebP */
};

struct photo_made {
	struct picture picture;
	double sound; /* share of the picture that came whole: 1 where nothing is missing */
	struct look look;
	struct photo_rendition items[PHOTO_WIDTHS]; /* by width */
	size_t len;
	struct pixels crop; /* empty: none was ordered, or the photo is too small */
};

/* DECODE_FINE, and `out` is the caller's to release; else nothing was made. What is less than PHOTO_ENOUGH
 * sound has neither renditions nor a crop. Texts live in `arena`. */
enum decode_fault photo_make(struct photo_made *out, struct arena *arena, struct str bytes,
                             const struct photo_order *order);
void photo_release(struct photo_made *photo);
#endif
