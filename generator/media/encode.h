#ifndef MEDIA_ENCODE_H
#define MEDIA_ENCODE_H
/*
 * encode: pixels become the bytes that are published: WebP for pages, JPEG for social cards.
 *
 * Nothing of the original's metadata can come along: the encoders see pixels alone.
 * Level    One quality does for nearly all photos. Busy textures hide what is lost, and cost most: where a small
 *          picture takes more than 1.5 bits a pixel and is yet more alike to what it was made of than photos are
 *          as a rule, it is made coarser until it is as alike as they are. Wider ones follow where they may.
 */
#include <stdbool.h>

struct buf;
struct pixels;

/* What the narrower pictures of the same photo told; `= {0}` before the first. */
struct encode_trend {
	float quality; /* that in which the last of those that were searched was made; 0: none was */
	double enough; /* that at which it would just be alike enough */
	bool falls;    /* a wider one needed no more than a narrower one did */
	bool over;     /* it needed more: the others are made in the quality that was asked for */
};

struct encode_webp {
	float quality; /* 0 .. 100 */
	int method;    /* 0 .. 6: libwebp's effort */
	bool graphic;  /* drawn, not photographed: lossless where that is smaller */
	struct encode_trend
		*trend; /* from picture to wider picture; NULL: in that quality whatever it costs */
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
