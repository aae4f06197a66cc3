#ifndef TESTS_UNIT_PICTURES_H
#define TESTS_UNIT_PICTURES_H
/* pictures: photos drawn into a temporary folder, and the album that a site makes of them. */
#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "card/card.h"
#include "guide/guide.h"
#include "media/album.h"
#include "media/encode.h"
#include "media/pixels.h"
#include "source/source.h"
#include "theme/pictures.h"
#include "theme/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* fontconfig and pango keep what they found for as long as the program runs. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\nleak:libglib\n";
}

struct pictures {
	char folder[64];
	struct arena *arena;
	struct source *source;
	struct cache *cache; /* in which nothing is ever found */
	struct album *album;
	struct diag *diag;
	struct str paths[64]; /* of the finished files */
	size_t paths_len;
};

static inline void
pictures_set_up(struct pictures *p)
{
	char photos[80];

	*p = (struct pictures){ .folder = "/tmp/quartier-pictures.XXXXXX" };
	assert_non_null(mkdtemp(p->folder));
	snprintf(photos, sizeof photos, "%s/photos", p->folder);
	assert_int_equal(mkdir(photos, 0755), 0);
	p->arena = arena_new();
	p->diag = diag_new();
}

static inline void
pictures_tear_down(struct pictures *p)
{
	char command[96];

	snprintf(command, sizeof command, "rm -rf '%s'", p->folder);
	assert_int_equal(system(command), 0);
	album_free(p->album);
	cache_free(p->cache);
	diag_free(p->diag);
	source_free(p->source);
	arena_free(p->arena);
}

/* A file, as a card names it. */
static inline struct photo
pictures_write(struct pictures *p, const char *name, struct str bytes)
{
	struct str file = arena_printf(p->arena, "photos/%s", name);
	FILE *out = fopen(arena_printf(p->arena, "%s/%s", p->folder, file.ptr).ptr, "wb");

	assert_non_null(out);
	assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, out), bytes.len);
	assert_int_equal(fclose(out), 0);
	return (struct photo){ .file = file, .focus_x = -1, .focus_y = -1 };
}

/* A JPEG, red above and blue below. */
static inline struct photo
pictures_draw(struct pictures *p, const char *name, unsigned width, unsigned height)
{
	struct pixels pixels;
	struct buf bytes = { 0 };
	struct photo photo;

	pixels_init(&pixels, width, height, 3);
	for (unsigned y = 0; y < height; y++)
		for (unsigned x = 0; x < width; x++) {
			uint8_t *pixel = pixels.data + y * pixels.stride + x * 3UL;

			pixel[0] = y < height / 2 ? 200 : 30;
			pixel[1] = (uint8_t)(40 + x % 16);
			pixel[2] = y < height / 2 ? 30 : 200;
		}
	assert_int_equal(encode_jpeg(&bytes, &pixels, 90), 0);
	photo = pictures_write(p, name, buf_str(&bytes));
	buf_release(&bytes);
	pixels_release(&pixels);
	return photo;
}

static inline bool
pictures_keep(void *context, struct str path, size_t size, struct hash hash)
{
	(void)context;
	(void)path;
	(void)size;
	(void)hash;
	return false;
}

static inline int
pictures_put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct pictures *p = context;

	(void)bytes;
	(void)diag;
	assert_true(p->paths_len < countof(p->paths));
	p->paths[p->paths_len++] = arena_str(p->arena, path);
	return 0;
}

/* Small, so that the tests are quick. */
static inline void
pictures_sizes(struct theme *theme)
{
	theme->sizes[USE_CARD] = (struct theme_sizes){ { 32, 64 }, 2 };
	theme->sizes[USE_HERO] = (struct theme_sizes){ { 64, 96, 160 }, 3 };
	theme->sizes[USE_GALLERY] = (struct theme_sizes){ { 32, 160 }, 2 };
	theme->sizes[USE_PRODUCT] = (struct theme_sizes){ { 16, 32 }, 2 };
	theme->sizes[USE_FLYER] = (struct theme_sizes){ { 48, 96 }, 2 };
}

/* The guide's album, with everything in it that was drawn and named. */
static inline void
pictures_make(struct pictures *p, struct guide *guide, const struct theme *theme)
{
	struct source_options options = { .path = p->folder };
	const struct album_sink sink = { .keep = pictures_keep, .put = pictures_put, .context = p };

	assert_int_equal(source_open(&p->source, &options, p->diag), SOURCE_OK);
	assert_int_equal(source_list(p->source, 0, p->diag), 0);
	p->cache = cache_new(NULL);
	p->album = album_new(&(struct album_options){ .source = p->source,
	                                              .cache = p->cache,
	                                              .jobs = 1,
	                                              .most_bytes = 1 << 20,
	                                              .most_pixels = 1 << 20 });
	pictures_order(p->album, guide, theme);
	assert_int_equal(album_make(p->album, &sink, p->diag), 0);
	guide->album = p->album;
}

/* The finished file whose path begins so; empty: there is none. */
static inline struct str
pictures_path(const struct pictures *p, const char *beginning)
{
	for (size_t i = 0; i < p->paths_len; i++)
		if (str_starts(p->paths[i], beginning))
			return p->paths[i];
	return (struct str){ 0 };
}
#endif
