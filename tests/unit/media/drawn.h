#ifndef TESTS_UNIT_MEDIA_DRAWN_H
#define TESTS_UNIT_MEDIA_DRAWN_H
/*
 * drawn: photos as a phone would hand them over, from pixels that a test knows: any orientation, with EXIF.
 */
#include "made.h"

#include "media/encode.h"
#include "media/pixels.h"

/* Smooth, with an own colour in each corner: red, green, blue, grey in the order of reading. */
static inline void
drawn_scene(struct pixels *pixels, unsigned width, unsigned height)
{
	static const uint8_t corners[4][3] = {
		{ 220, 40, 40 }, { 40, 200, 60 }, { 50, 60, 210 }, { 150, 150, 150 }
	};

	pixels_init(pixels, width, height, 3);
	for (unsigned y = 0; y < height; y++)
		for (unsigned x = 0; x < width; x++)
			for (unsigned c = 0; c < 3; c++) {
				unsigned corner = (2 * y >= height) * 2u + (2 * x >= width);
				int wave = (int)(made_value(x, y, c) / 8) - 16;

				pixels->data[y * pixels->stride + 3 * x + c] =
					(uint8_t)(corners[corner][c] + wave);
			}
}

/* What is upright becomes what a camera stores that is held so. */
static inline void
drawn_askew(struct pixels *pixels, int orientation)
{
	static const int back[] = { 1, 1, 2, 3, 4, 5, 8, 7, 6 };

	pixels_upright(pixels, back[orientation]);
}

/* A JPEG of them, with EXIF that says how it lies; 0: without. */
static inline void
drawn_jpeg(struct buf *out, const struct pixels *pixels, int orientation, int quality)
{
	struct buf plain = { 0 }, exif = { 0 };
	size_t size;

	encode_jpeg(&plain, pixels, quality);
	if (orientation) {
		buf_add(&exif, (struct str){ "Exif\0\0", 6 });
		made_exif(&exif, orientation, true, 3);
	}
	size = exif.len + 2;
	buf_add(out, str_sub(buf_str(&plain), 0, 2));
	if (orientation) {
		buf_add(out, (struct str){ "\xff\xe1", 2 });
		buf_addc(out, (char)(size >> 8));
		buf_addc(out, (char)size);
		buf_add(out, buf_str(&exif));
	}
	buf_add(out, str_sub(buf_str(&plain), 2, plain.len));
	buf_release(&plain);
	buf_release(&exif);
}

/* The scene, upright `width` x `height`, as a phone stores it. */
static inline void
drawn_photo(struct buf *out, unsigned width, unsigned height, int orientation)
{
	struct pixels pixels;

	drawn_scene(&pixels, width, height);
	drawn_askew(&pixels, orientation ? orientation : 1);
	drawn_jpeg(out, &pixels, orientation, 92);
	pixels_release(&pixels);
}

/* A PDF of one page, `across` x `down` points, all of it in one colour ("1 0 0 rg"). */
static inline void
drawn_pdf(struct buf *out, int across, int down, const char *colour)
{
	size_t at[5], start;
	struct buf page = { 0 };

	buf_printf(&page, "%s 0 0 %d %d re f", colour, across, down);
	buf_adds(out, "%PDF-1.4\n");
	at[1] = out->len;
	buf_adds(out, "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n");
	at[2] = out->len;
	buf_adds(out, "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n");
	at[3] = out->len;
	buf_printf(
		out,
		"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R>> endobj\n",
		across, down);
	at[4] = out->len;
	buf_printf(out, "4 0 obj <</Length %zu>> stream\n%.*s\nendstream endobj\n", page.len,
	           STR_ARG(buf_str(&page)));
	start = out->len;
	buf_adds(out, "xref\n0 5\n0000000000 65535 f \n");
	for (int i = 1; i <= 4; i++)
		buf_printf(out, "%010zu 00000 n \n", at[i]);
	buf_printf(out, "trailer <</Size 5 /Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", start);
	buf_release(&page);
}
#endif
