#ifndef MEDIA_DECODE_H
#define MEDIA_DECODE_H
/*
 * decode: a photo's bytes, of whatever kind, become rows of sRGB pixels.
 *
 * Formats  JPEG (ISO 10918; grey, YCbCr, RGB, CMYK and YCCK), PNG, WebP, the first frame of GIF; HEIF
 *          where libheif was there when the program was made (-DQUARTIER_HEIF); the first page of PDF
 *          where poppler was (-DQUARTIER_PDF), by one thread at a time. Profiles (ICC) are
 *          converted by lcms2; what has none is sRGB. Gain maps, further pictures and what trails
 *          behind are left aside.
 * Limits   are checked against the header, before memory is taken for pixels.
 * Memory   a row at a time where the format allows it (struct picture says how much); bytes are
 *          borrowed until decoder_free.
 * Threads  nothing is shared: each may decode a picture of its own.
 * Errors   are told by enum decode_fault and decoder_sound_share; nothing is printed.
 */
#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

struct buf;

enum decode_type {
	DECODE_UNKNOWN,
	DECODE_JPEG,
	DECODE_PNG,
	DECODE_WEBP,
	DECODE_GIF,
	DECODE_HEIF,
	DECODE_SVG,
	DECODE_PDF,
	DECODE_AVIF,
	DECODE_TIFF,
	DECODE_BMP
};

enum decode_fault {
	DECODE_FINE,
	DECODE_TYPE,      /* no type that is read (type says which it is) */
	DECODE_NO_HEIF,   /* HEIF, and libheif or its decoder is not there */
	DECODE_BROKEN,    /* the header is not sound */
	DECODE_TOO_LARGE, /* more pixels than the limit */
	DECODE_TOO_LONG,  /* more than DECODE_SIDE pixels a side */
};

enum { DECODE_SIDE = 1000000 }; /* as libpng has it; other formats cannot say so much */

/* What the header says. Width and height are upright, as seen. */
struct picture {
	enum decode_type type;
	unsigned width, height;
	int orientation; /* 1 .. 8 (EXIF), 1: upright */
	bool alpha, animated;
	bool tagged; /* has a colour profile */
	/* Bytes that decoding takes at most: for whoever decodes several at once within a bound. */
	uint64_t memory;
};

/* By the first bytes alone, whatever the file's name says. */
enum decode_type decode_type(struct str bytes);
const char *decode_type_name(enum decode_type type); /* as people say it; "" where unknown */

/* Reads the header alone. `most_pixels`: see limits of FORMAT.md §4. */
enum decode_fault decode_probe(struct picture *out, struct str bytes, uint64_t most_pixels);

struct decoder;

/* Begins to decode what decode_probe has filled `picture` from; rows come as stored (the caller
 * turns the small result upright), reduced where the format does so for nothing (JPEG's DCT
 * scaling), but not below `least_width` x `least_height`, which are as stored, too.
 * NULL: *fault tells. */
struct decoder *decoder_new(const struct picture *picture, struct str bytes, unsigned least_width,
                            unsigned least_height, enum decode_fault *fault);
void decoder_free(struct decoder *decoder);
unsigned decoder_width(const struct decoder *decoder); /* of the rows that come */
unsigned decoder_height(const struct decoder *decoder);
unsigned decoder_channels(const struct decoder *decoder); /* 3, or 4 with straight alpha */
/* The next row, decoder_width * decoder_channels bytes, 8-bit sRGB. False: all came, or the data ended
 * too early (then fewer than decoder_height rows came). */
bool decoder_row(struct decoder *decoder, uint8_t *row);
/* After the last row: how many of all rows are sound (0 .. 1), neither missing nor repaired by
 * guesses. Below 1 wherever damage was met. */
double decoder_sound_share(const struct decoder *decoder);

/* Appends names and versions of the libraries that were found when the program runs: what changes
 * the pixels, for keys of caches. */
void decode_versions(struct buf *out);
#endif
