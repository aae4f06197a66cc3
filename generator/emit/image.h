#ifndef EMIT_IMAGE_H
#define EMIT_IMAGE_H
/*
 * image: the pictures that are named to others: to search engines, to networks where a page is shared, to
 * feed readers and maps.
 *
 * All addresses are absolute. Without an album (guide->album) there are none but the theme's icon.
 */
#include "card/lang.h"

struct arena;
struct page_ref;
struct photo;
struct photos;
struct run;

enum { IMAGE_LARGEST = 1 << 30 };

struct image {
	struct str url;         /* empty: there is none */
	unsigned width, height; /* 0: not known */
	struct str alt;
};

/* The smallest of a photo that is at least that wide, else the largest. `photo` may be NULL. */
struct image image_of_photo(struct arena *arena, const struct run *run, enum lang lang,
                            const struct photo *photo, unsigned width);
/* The first that can be shown, NULL: none. `flyer`, which may be NULL, comes last. */
const struct photo *
image_first(const struct run *run, const struct photos *photos, const struct photo *flyer);
/* What a network shows beside a link to the page: what the page is about, the social card of its merchant, the
 * guide's, else the theme's icon. */
struct image image_of_page(struct arena *arena, const struct run *run, const struct page_ref *page);
#endif
