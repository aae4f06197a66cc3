#ifndef MEDIA_ALBUM_TASK_H
#define MEDIA_ALBUM_TASK_H
/*
 * album_task: one photo of the album, with all that is wanted of it, taken from the cache or made.
 */
#include "media/album.h"
#include "media/photo.h"
#include "media/social.h"

#include <pthread.h>

struct arena;

struct album_card {
	struct str slug;
	struct social social;
	struct str path; /* once made */
};

struct album_task {
	const struct photo *mention; /* where a card first names it; NULL: cards without a photo */
	const struct photo *focus;   /* the first mention that says one, or any */
	unsigned widths[PHOTO_WIDTHS]; /* rising, each once */
	size_t widths_len;
	unsigned least;
	struct album_card *cards;
	size_t cards_len;
	bool late;                      /* the cards are named, and not made */
	struct album_photo photo;       /* once made; len 0: it cannot be shown */
	struct album_document document; /* once made; path empty: it is none */
};

/* What all tasks share. */
struct album_shop {
	const struct album_options *options;
	const struct album_sink *sink; /* NULL: photos are only looked at */
	struct str versions;           /* of all that has a say in the bytes */
	struct arena *arena;
	pthread_mutex_t lock; /* guards `taken` */
	pthread_cond_t freed;
	pthread_mutex_t
		pages;  /* of PDFs are drawn one at a time: poppler shares more than it says */
	uint64_t taken; /* bytes of memory, by photos at work */
};

void album_shop_open(struct album_shop *shop, const struct album_options *options,
                     const struct album_sink *sink);
void album_shop_close(struct album_shop *shop);
/* Fills task->photo and the cards' paths, which live in `arena`. -1 when the site cannot be made: reported; a
 * photo that is broken is only reported. */
int album_task_do(struct album_task *task, struct album_shop *shop, struct arena *arena,
                  struct diag *diag);
#endif
