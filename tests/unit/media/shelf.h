#ifndef TESTS_UNIT_MEDIA_SHELF_H
#define TESTS_UNIT_MEDIA_SHELF_H
/*
 * shelf: content in a temporary folder, a cache beside it, and a site in memory, for albums.
 *
 * Threads  a site may be filled by several.
 */
#include "../check.h"

#include "drawn.h"

#include "base/arena.h"
#include "base/cache.h"
#include "base/diag.h"
#include "card/card.h"
#include "media/album.h"
#include "media/social.h"
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* fontconfig and pango keep what they found for as long as the program runs; ThreadSanitizer does not see into
 * them, and takes their own locks for none. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\nleak:libglib\nleak:libpoppler\n";
}
const char *__tsan_default_suppressions(void);
const char *
__tsan_default_suppressions(void)
{
	return "race:libfontconfig\nrace:libpango\nrace:libglib\nrace:libgobject\nrace:libcairo\n"
	       "race:libpixman\nrace:libfreetype\nrace:libharfbuzz\nrace:libpoppler\n";
}

struct shelf_file {
	struct str path, bytes;
};

struct shelf_site {
	pthread_mutex_t lock;
	struct arena *arena;
	struct shelf_file files[128];
	size_t len, put, kept, again; /* put twice */
	size_t most;                  /* that can be put; then the disk is full */
	size_t told, of;              /* by progress */
};

struct shelf {
	char folder[64], content[80], cache[80];
	struct arena *arena;
};

static inline void
shelf_set_up(struct shelf *s)
{
	char photos[96];

	*s = (struct shelf){ .folder = "/tmp/quartier-shelf.XXXXXX" };
	assert_non_null(mkdtemp(s->folder));
	snprintf(s->content, sizeof s->content, "%s/content", s->folder);
	snprintf(s->cache, sizeof s->cache, "%s/cache", s->folder);
	snprintf(photos, sizeof photos, "%s/photos", s->content);
	assert_int_equal(mkdir(s->content, 0755), 0);
	assert_int_equal(mkdir(photos, 0755), 0);
	s->arena = arena_new();
}

static inline void
shelf_tear_down(struct shelf *s)
{
	char command[160];

	snprintf(command, sizeof command, "chmod -R u+w '%s'; rm -rf '%s'", s->folder, s->folder);
	assert_int_equal(system(command), 0);
	arena_free(s->arena);
}

/* A file below the content's folder photos, as a card at a line of merchants/a.md names it. */
static inline struct photo
shelf_write(struct shelf *s, const char *name, struct str bytes)
{
	struct str file = arena_printf(s->arena, "photos/%s", name);
	FILE *out = fopen(arena_printf(s->arena, "%s/%s", s->content, file.ptr).ptr, "wb");

	assert_non_null(out);
	assert_true(bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, out) == bytes.len);
	assert_int_equal(fclose(out), 0);
	return (struct photo){
		.file = file, .at = { "merchants/a.md", 4, 10 }, .focus_x = -1, .focus_y = -1
	};
}

static inline struct photo
shelf_draw(struct shelf *s, const char *name, unsigned width, unsigned height)
{
	struct buf bytes = { 0 };
	struct photo photo;

	drawn_photo(&bytes, width, height, 6);
	photo = shelf_write(s, name, buf_str(&bytes));
	buf_release(&bytes);
	return photo;
}

/* ---- the site ---- */

static inline void
site_init(struct shelf_site *site)
{
	*site = (struct shelf_site){ .arena = arena_new(), .most = SIZE_MAX };
	pthread_mutex_init(&site->lock, NULL);
}

static inline void
site_release(struct shelf_site *site)
{
	pthread_mutex_destroy(&site->lock);
	arena_free(site->arena);
}

static inline const struct shelf_file *
site_find(const struct shelf_site *site, struct str path)
{
	for (size_t i = 0; i < site->len; i++)
		if (str_eq(site->files[i].path, path))
			return &site->files[i];
	return NULL;
}

static inline bool
site_keep(void *context, struct str path, size_t size, struct hash hash)
{
	struct shelf_site *site = context;
	const struct shelf_file *file;
	bool same;

	pthread_mutex_lock(&site->lock);
	file = site_find(site, path);
	same = file && file->bytes.len == size && hash_eq(hash_of(file->bytes), hash);
	site->kept += same;
	pthread_mutex_unlock(&site->lock);
	return same;
}

static inline int
site_put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct shelf_site *site = context;
	int rc = -1;

	pthread_mutex_lock(&site->lock);
	site->again += site_find(site, path) != NULL;
	if (site->put < site->most && site->len < 128) {
		site->files[site->len++] = (struct shelf_file){ arena_str(site->arena, path),
			                                        arena_str(site->arena, bytes) };
		site->put++;
		rc = 0;
	} else {
		errno = ENOSPC;
		diag_errno(diag, "site", "cannot write");
	}
	pthread_mutex_unlock(&site->lock);
	return rc;
}

static inline void
site_told(void *context, size_t done, size_t all)
{
	struct shelf_site *site = context;

	pthread_mutex_lock(&site->lock);
	site->told = done > site->told ? done : site->told;
	site->of = all;
	pthread_mutex_unlock(&site->lock);
}

static inline int
site_compare(const void *a, const void *b)
{
	const struct shelf_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

/* All names and bytes of a site. */
static inline struct hash
site_hash(struct shelf_site *site)
{
	struct hash hash = { 0, 0 };

	qsort(site->files, site->len, sizeof *site->files, site_compare);
	for (size_t i = 0; i < site->len; i++)
		hash = hash_mix(hash, hash_mix(hash_of(site->files[i].path),
		                               hash_of(site->files[i].bytes)));
	return hash;
}

/* The bytes of the one file whose path begins so; fails where there is none. */
static inline struct str
site_bytes(const struct shelf_site *site, const char *beginning)
{
	for (size_t i = 0; i < site->len; i++)
		if (str_starts(site->files[i].path, beginning))
			return site->files[i].bytes;
	fail_msg("no file begins with %s", beginning);
	return (struct str){ 0 };
}

/* ---- an album of it ---- */

struct shelf_album {
	struct source *source;
	struct cache *cache;
	struct album *album;
	struct diag *diag;
};

struct shelf_limits {
	unsigned jobs; /* 0: one */
	uint64_t bytes, pixels;
	bool cards_later;
};

/* NULL: no cache; `limits` NULL: the usual ones. */
static inline void
album_open(struct shelf_album *a, const struct shelf *s, const char *cache,
           const struct shelf_limits *limits)
{
	struct source_options options = { .path = s->content };

	*a = (struct shelf_album){ .diag = diag_new(), .cache = cache_new(cache) };
	assert_int_equal(source_open(&a->source, &options, a->diag), SOURCE_OK);
	assert_int_equal(source_list(a->source, 0, a->diag), 0);
	a->album = album_new(&(struct album_options){
		.source = a->source,
		.cache = a->cache,
		.jobs = limits ? limits->jobs : 1,
		.most_bytes = limits && limits->bytes ? limits->bytes : 40 << 20,
		.most_pixels = limits && limits->pixels ? limits->pixels : 100000000,
		.cards_later = limits && limits->cards_later,
	});
}

static inline void
album_close(struct shelf_album *a)
{
	album_free(a->album);
	cache_free(a->cache);
	diag_free(a->diag);
	source_free(a->source);
}

static inline void
album_want(struct shelf_album *a, const struct photo *photo, unsigned w1, unsigned w2)
{
	unsigned widths[] = { w1, w2 };

	album_add(a->album, photo, &(struct album_use){ widths, w2 ? 2 : 1, w1 });
}

static inline int
album_run(struct shelf_album *a, struct shelf_site *site)
{
	const struct album_sink sink = { .keep = site_keep,
		                         .put = site_put,
		                         .context = site,
		                         .progress = site_told,
		                         .progress_context = site };

	return album_make(a->album, site ? &sink : NULL, a->diag);
}

/* What was reported, as it is printed; the caller frees it. */
static inline char *
album_reports(struct shelf_album *a)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	diag_print(a->diag, out, DIAG_TEXT, false);
	fclose(out);
	return text;
}

/* ---- what lies in the cache ---- */

/* Calls `each` for the path of every entry, in no order; returns how many there are. */
static inline size_t
cache_entries(const char *cache, void (*each)(void *context, const char *path, size_t index),
              void *context)
{
	char command[160], line[256];
	size_t count = 0;
	FILE *list;

	snprintf(command, sizeof command, "find '%s' -mindepth 3 -type f 2>/dev/null | sort",
	         cache);
	list = popen(command, "r");
	assert_non_null(list);
	while (fgets(line, sizeof line, list)) {
		line[strcspn(line, "\n")] = '\0';
		if (each)
			each(context, line, count);
		count++;
	}
	pclose(list);
	return count;
}
#endif
