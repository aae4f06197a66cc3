#ifndef MEDIA_ALBUM_H
#define MEDIA_ALBUM_H
/*
 * album: every picture that the site shows, made ready, once, on all cores.
 *
 * First what is wanted is added; album_make then makes it, or finds it in the cache, and hands each file
 * on; afterwards everybody may look it up, any number of threads at once.
 *
 * Names    photos/dumont-facade-640.1a2b3c4d5e.webp: the digits are a hash of the file's path and its bytes;
 *          social/dumont.1a2b3c4d5e.jpg: of what the card shows; flyers/soldes.1a2b3c4d5e.pdf.
 * PDF      A flyer may be one: its first page is a photo like others (where poppler was there when the program
 *          was made), and the file itself is published, for a link. Nothing of it can be taken out without
 *          writing it anew: author and program named in it become public, as its sender wanted.
 * Cache    base/cache: by the bytes of the photo, what was ordered, and the versions of all that has a say.
 * Memory   photos at work on all threads stay within a bound together; of the others, names and sizes.
 *          What is given to album_add is borrowed until album_free.
 * Errors   what is wrong with a photo is reported where a card first names it.
 */
#include "base/hash.h"
#include "base/str.h"

#include <stdint.h>

struct album;
struct cache;
struct diag;
struct photo;
struct social;
struct source;

struct album_options {
	const struct source *source;
	struct cache *cache;
	unsigned jobs;
	uint64_t most_bytes, most_pixels; /* of one photo */
	bool cards_later; /* social cards that the cache has not are named but not made: album_is_late */
};

/* In what sizes a photo is shown at a place. */
struct album_use {
	const unsigned *widths; /* of all uses of a photo together, no more than PHOTO_WIDTHS */
	size_t widths_len;
	unsigned least; /* a narrower photo looks poor there */
};

/* Where finished files go; each function may be called by several threads at once. */
struct album_sink {
	/* Whether the file is there already, with those bytes; it then stays. */
	bool (*keep)(void *context, struct str path, size_t size, struct hash hash);
	int (*put)(void *context, struct str path, struct str bytes, struct diag *diag);
	void *context;
	void (*progress)(void *context, size_t done, size_t all); /* NULL: nobody asks */
	void *progress_context;
};

struct album_rendition {
	unsigned width, height;
	struct str path; /* in the site */
};

struct album_photo {
	unsigned width, height;              /* of the photo, upright */
	struct str gradient;                 /* CSS; its colours until it has come */
	const struct album_rendition *items; /* by width; at least one */
	size_t len;
};

struct album_document {
	struct str path; /* in the site */
	uint64_t size;   /* bytes */
};

struct album *album_new(const struct album_options *options);
void album_free(struct album *album);
/* A photo, or a flyer, as often as it is shown. */
void album_add(struct album *album, const struct photo *photo, const struct album_use *use);
/* A social card; `slug` names it; `photo` NULL: none. */
void album_add_card(struct album *album, struct str slug, const struct social *social,
                    const struct photo *photo);
/* Makes everything. `sink` NULL: photos are only looked at, for what is wrong with them. -1: reported. */
int album_make(struct album *album, const struct album_sink *sink, struct diag *diag);

/* Whether cards were named that are not made yet: another album with the same orders makes them. */
bool album_is_late(const struct album *album);

/* NULL: it cannot be shown. */
const struct album_photo *album_photo(const struct album *album, struct str file);
/* NULL: `file` is no PDF. */
const struct album_document *album_document(const struct album *album, struct str file);
/* Path of a card in the site; empty: there is none. */
struct str album_card(const struct album *album, struct str slug);
#endif
