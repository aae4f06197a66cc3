#ifndef MEDIA_DECODE_KIND_H
#define MEDIA_DECODE_KIND_H
/*
 * decode_kind: what decode.c asks of each format. A format's decoder begins with a struct decoder.
 *
 * Sizes  are as stored here: decode.c turns what is told outside upright.
 */
#include "media/decode.h"

struct decode_kind {
	/* Fills what the header tells, all but `type`. Takes no memory that grows with the pixels. */
	enum decode_fault (*probe)(struct picture *out, struct str bytes);
	/* NULL: it is broken, after all. */
	struct decoder *(*open)(const struct picture *picture, struct str bytes,
	                        unsigned least_width, unsigned least_height);
	bool (*row)(struct decoder *decoder, uint8_t *row);
	double (*sound)(const struct decoder *decoder); /* NULL: the rows that came are sound */
	void (*close)(struct decoder *decoder);
	void (*version)(struct buf *out);
};

struct decoder {
	const struct decode_kind *kind;
	unsigned width, height, channels;
	unsigned given; /* rows that came */
	bool over;      /* no more will */
};

extern const struct decode_kind decode_jpeg, decode_png, decode_webp, decode_gif;
#ifdef QUARTIER_HEIF
extern const struct decode_kind decode_heif;
#endif
#ifdef QUARTIER_PDF
extern const struct decode_kind decode_pdf;
#endif
#endif
