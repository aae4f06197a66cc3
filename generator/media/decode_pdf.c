#ifdef QUARTIER_PDF
#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"

#include <math.h>
#include <poppler.h>
#include <stdlib.h>

/*
 * The first page of a flyer, drawn by poppler. It has no pixels of its own: PAGE_WIDTH of them show on any
 * screen what can be read on paper.
 *
 * Threads  poppler keeps fonts for all documents together: whoever has several threads decodes one PDF at a
 *          time.
 */
enum {
	PAGE_WIDTH = 1280,
	PAGE_HEIGHT = 2560, /* at most: a roll of paper is drawn narrower */
	MEMORY = 64 << 20,  /* poppler's own, for an ordinary page */
};

struct pdf {
	struct decoder base;
	GBytes *bytes;
	PopplerDocument *document;
	PopplerPage *page;
	double across, down; /* points */
	cairo_surface_t *surface;
};

static void
pdf_close(struct decoder *decoder)
{
	struct pdf *pdf = (struct pdf *)decoder;

	if (pdf->surface)
		cairo_surface_destroy(pdf->surface);
	if (pdf->page)
		g_object_unref(pdf->page);
	if (pdf->document)
		g_object_unref(pdf->document);
	g_bytes_unref(pdf->bytes);
	free(pdf);
}

/* NULL: it cannot be opened, has no page, or one without a size. */
static struct pdf *
pdf_begin(struct str bytes)
{
	struct pdf *pdf = mem_alloc(sizeof *pdf);

	pdf->bytes = g_bytes_new_static(bytes.ptr, bytes.len);
	pdf->document = poppler_document_new_from_bytes(pdf->bytes, NULL, NULL);
	if (pdf->document && poppler_document_get_n_pages(pdf->document) > 0)
		pdf->page = poppler_document_get_page(pdf->document, 0);
	if (pdf->page)
		poppler_page_get_size(pdf->page, &pdf->across, &pdf->down);
	if (isfinite(pdf->across) && isfinite(pdf->down) && pdf->across >= 1 && pdf->down >= 1)
		return pdf;
	pdf_close(&pdf->base);
	return NULL;
}

static unsigned
pixels_of(double points, double scale)
{
	return (unsigned)fmax(1, round(points * scale));
}

static enum decode_fault
pdf_probe(struct picture *out, struct str bytes)
{
	struct pdf *pdf = pdf_begin(bytes);
	double scale;

	if (!pdf)
		return DECODE_BROKEN;
	scale = fmin(PAGE_WIDTH / pdf->across, PAGE_HEIGHT / pdf->down);
	out->width = pixels_of(pdf->across, scale);
	out->height = pixels_of(pdf->down, scale);
	out->memory = MEMORY + (uint64_t)out->width * out->height * 4;
	pdf_close(&pdf->base);
	return DECODE_FINE;
}

static bool
draw_page(struct pdf *pdf)
{
	cairo_t *cairo;
	bool done;

	pdf->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)pdf->base.width,
	                                          (int)pdf->base.height);
	cairo = cairo_create(pdf->surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, pdf->base.width / pdf->across, pdf->base.height / pdf->down);
	poppler_page_render(pdf->page, cairo);
	done = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	cairo_surface_flush(pdf->surface);
	return done && cairo_image_surface_get_data(pdf->surface);
}

/* Drawn as small as it is wanted. */
static struct decoder *
pdf_open(const struct picture *picture, struct str bytes, unsigned least_width,
         unsigned least_height)
{
	struct pdf *pdf = pdf_begin(bytes);
	double scale;

	if (!pdf)
		return NULL;
	scale = fmin(1, fmax((double)least_width / picture->width,
	                     (double)least_height / picture->height));
	pdf->base.width = (unsigned)fmax(1, ceil(picture->width * scale));
	pdf->base.height = (unsigned)fmax(1, ceil(picture->height * scale));
	pdf->base.channels = 3;
	if (draw_page(pdf))
		return &pdf->base;
	pdf_close(&pdf->base);
	return NULL;
}

static bool
pdf_row(struct decoder *decoder, uint8_t *row)
{
	const struct pdf *pdf = (const struct pdf *)decoder;
	const unsigned char *data = cairo_image_surface_get_data(pdf->surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(pdf->surface);
	const uint32_t *from = (const uint32_t *)(const void *)(data + decoder->given * stride);

	for (size_t x = 0; x < decoder->width; x++, row += 3) {
		row[0] = (uint8_t)(from[x] >> 16);
		row[1] = (uint8_t)(from[x] >> 8);
		row[2] = (uint8_t)from[x];
	}
	return true;
}

static void
pdf_version(struct buf *out)
{
	buf_printf(out, "poppler %s cairo %s\n", poppler_get_version(), cairo_version_string());
}

const struct decode_kind decode_pdf = {
	.probe = pdf_probe,
	.open = pdf_open,
	.row = pdf_row,
	.close = pdf_close,
	.version = pdf_version,
};
#else
/* A file of the standard must declare something. */
typedef int decode_pdf_is_not_built;
#endif
