#ifndef MEDIA_ENCODE_H
#define MEDIA_ENCODE_H
/*
 * encode: pixels become the bytes that are published: WebP for pages, JPEG for social cards.
 *
 * Nothing of the original's metadata can come along: the encoders see pixels alone.
 */
#include <stdbool.h>

struct buf;
struct pixels;

struct encode_webp {
	float quality; /* 0 .. 100 */
	int method;    /* 0 .. 6: libwebp's effort */
	bool graphic;  /* drawn, not photographed: lossless where that is smaller */
};

/* Appends the file; -1, and nothing is appended, where libwebp refuses: memory, or a side beyond
 * 16,383 pixels. */
int encode_webp(struct buf *out, const struct pixels *pixels, const struct encode_webp *how);
/* Appends the file, baseline or progressive, whichever is smaller; transparency on white. -1, and nothing
 * is appended, where libjpeg refuses: a side beyond 65,500 pixels. */
int encode_jpeg(struct buf *out, const struct pixels *pixels, int quality);
/* Appends what changes the bytes of a result, the versions of the encoders: for keys of caches. */
void encode_versions(struct buf *out);
#endif
