#include "emit/sitemap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/dates.h"
#include "emit/xml.h"
#include "guide/guide.h"
#include "theme/view.h"

#include <stdlib.h>

/* Bytes of the markup around an address, with some to spare for escapes. */
enum { MARKUP = 100 };

static int
by_url(const void *a, const void *b)
{
	const struct page_ref *const *x = a, *const *y = b;

	return str_cmp((*x)->url, (*y)->url);
}

/* About what a page takes in the file, never less than it does. */
static size_t
entry_size(const struct run *run, const struct page_ref *page)
{
	size_t addresses = run->guide->config->languages_len + 2;

	return addresses * (run->base_url.len + page->url.len + MARKUP);
}

struct sitemap *
sitemap_split(struct arena *arena, const struct run *run, size_t *count)
{
	const struct page_ref *refs, **pages;
	struct sitemap *files = NULL;
	size_t len = views_pages(run->views, &refs), kept = 0, bytes = 0;

	pages = arena_array(arena, len, sizeof *pages);
	for (size_t i = 0; i < len; i++)
		if (!refs[i].noindex)
			pages[kept++] = &refs[i];
	if (kept > 0)
		qsort(pages, kept, sizeof *pages, by_url);
	*count = 0;
	files = arena_push(arena, files, count, sizeof *files);
	files[0].pages = pages;
	for (size_t i = 0; i < kept; i++) {
		size_t size = entry_size(run, pages[i]);

		if (files[*count - 1].len == SITEMAP_MOST || bytes + size > SITEMAP_BYTES_MOST) {
			files = arena_push(arena, files, count, sizeof *files);
			files[*count - 1].pages = &pages[i];
			bytes = 0;
		}
		files[*count - 1].len++;
		bytes += size;
	}
	return files;
}

static void
address(struct buf *out, const struct run *run, struct str path)
{
	xml_text(out, run_origin(run));
	xml_text(out, path);
}

static void
alternate(struct buf *out, const struct run *run, const char *lang, const struct page_ref *page)
{
	buf_printf(out, "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"", lang);
	address(out, run, page->url);
	buf_adds(out, "\"/>\n");
}

static void
alternates(struct buf *out, const struct run *run, const struct page_ref *page)
{
	const struct config *config = run->guide->config;
	const struct page_ref *other;

	for (size_t i = 0; i < config->languages_len; i++) {
		other = views_alternate(run->views, page, config->languages[i]);
		if (other)
			alternate(out, run, lang_code(config->languages[i]), other);
	}
	other = views_alternate(run->views, page, config->languages[0]);
	if (other)
		alternate(out, run, "x-default", other);
}

/* Pages that are made of several cards have none: which change matters there is for nobody to say. */
static void
lastmod(struct buf *out, struct arena *scratch, const struct run *run, const struct page_ref *page)
{
	struct dates dates = dates_of(scratch, run->guide, page->source, page->lang);
	struct str text = dates_text(scratch, run, dates.changed);

	if (text.len > 0)
		buf_printf(out, "<lastmod>%.*s</lastmod>\n", STR_ARG(text));
}

void
sitemap_write(struct buf *out, struct arena *scratch, const struct run *run,
              const struct piece *piece)
{
	const struct sitemap *file = piece->subject;

	buf_adds(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	              "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
	              "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (size_t i = 0; i < file->len; i++) {
		buf_adds(out, "<url>\n<loc>");
		address(out, run, file->pages[i]->url);
		buf_adds(out, "</loc>\n");
		lastmod(out, scratch, run, file->pages[i]);
		if (run->guide->config->languages_len > 1)
			alternates(out, run, file->pages[i]);
		buf_adds(out, "</url>\n");
	}
	buf_adds(out, "</urlset>\n");
}

void
sitemap_write_index(struct buf *out, struct arena *scratch, const struct run *run,
                    const struct piece *piece)
{
	const size_t *count = piece->subject;

	(void)scratch;
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	              "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 1; i <= *count; i++) {
		buf_adds(out, "<sitemap><loc>");
		xml_text(out, run->base_url);
		buf_printf(out, "sitemap-%zu.xml</loc></sitemap>\n", i);
	}
	buf_adds(out, "</sitemapindex>\n");
}
