#ifndef MEDIA_RECIPE_H
#define MEDIA_RECIPE_H
/*
 * recipe: what a photo became, as the cache remembers it: a line about the photo, a line per file.
 *
 *     1600 1200 1 1000 ,animated,,dark,, linear-gradient(#8a7,#543)
 *     640 480 31415 81985529216486895 1147797409030816545
 *
 * Width, height, type, sound thousandths, what was noticed, colours; then width, height, bytes and hash. A line of
 * width 0 is a social card, or, of height 1, the document of which the first page is shown.
 */
#include "base/hash.h"
#include "media/photo.h"

struct recipe_file {
	unsigned width, height; /* 0, 0: a social card; 0, 1: the document itself */
	size_t size;
	struct hash hash;
};

struct recipe {
	struct picture picture;
	double sound;
	struct look look;
	struct recipe_file *files;
	size_t len;
};

void recipe_write(struct buf *out, const struct recipe *recipe);
/* False when it is none; texts and files live in `arena`. */
bool recipe_read(struct recipe *out, struct arena *arena, struct str text);
#endif
