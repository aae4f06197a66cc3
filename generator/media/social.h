#ifndef MEDIA_SOCIAL_H
#define MEDIA_SOCIAL_H
/*
 * social: the picture that messengers and social networks show beside a link: a name over a photo, or
 * over the association's colour.
 *
 * Format  JPEG, 1200 x 630 pixels, what Open Graph's readers ask for. Letters are set by pango and
 *         drawn by cairo, in the system's sans-serif: another font gives other bytes.
 */
#include "base/str.h"

struct buf;
struct pixels;

enum { SOCIAL_WIDTH = 1200, SOCIAL_HEIGHT = 630 };

struct social {
	struct str title;  /* a shop's name */
	struct str line;   /* below it: what it is, where; may be empty */
	struct str site;   /* the guide's name; may be empty */
	struct str accent; /* "#9a3412" */
};

/* Appends the file. `photo` (of the card's shape, or empty) is laid below the text. -1: it cannot be made. */
int social_make(struct buf *out, const struct social *social, const struct pixels *photo);
/* What changes the bytes: libraries' versions and the font, for keys of caches. */
void social_versions(struct buf *out);
#endif
