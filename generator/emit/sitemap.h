#ifndef EMIT_SITEMAP_H
#define EMIT_SITEMAP_H
/*
 * sitemap: sitemap.xml (sitemaps.org 0.9) with every page that search engines may have, sorted,
 * each with its other languages (xhtml:link, as search engines document it).
 *
 * More than SITEMAP_MOST addresses, or so many that a file would pass the protocol's 50 MB, are
 * split over sitemap-1.xml …, of which sitemap.xml then is the index.
 */
#include "emit/run.h"

#include <stddef.h>

enum { SITEMAP_MOST = 50000, SITEMAP_BYTES_MOST = 50000000 };

/* The pages of one file. */
struct sitemap {
	const struct page_ref **pages;
	size_t len;
};

/* Which pages go into which file; at least one file. Memory: the arena's. */
struct sitemap *sitemap_split(struct arena *arena, const struct run *run, size_t *count);

/* piece->subject: a struct sitemap. */
void sitemap_write(struct buf *out, struct arena *scratch, const struct run *run,
                   const struct piece *piece);
/* piece->subject: a size_t, how many files there are. */
void sitemap_write_index(struct buf *out, struct arena *scratch, const struct run *run,
                         const struct piece *piece);
#endif
