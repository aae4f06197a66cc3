/* What is published decodes to what it was made of, and tells nothing besides. */
#include "../check.h"

#include "base/buf.h"
#include "media/encode.h"
#include "media/pixels.h"
#include "media/ssim.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>
#include <webp/decode.h>

static const struct encode_webp photo = { .quality = 75, .method = 4 };
static const struct encode_webp graphic = { .quality = 75, .method = 4, .graphic = true };

/* Soft hills with some grain. */
static struct pixels
landscape(unsigned width, unsigned height, unsigned channels)
{
	struct pixels pixels;
	uint32_t seed = 1;

	pixels_init(&pixels, width, height, channels);
	for (unsigned y = 0; y < height; y++)
		for (unsigned x = 0; x < width; x++)
			for (unsigned c = 0; c < channels; c++) {
				double hill = sin(x / 40.0 + c) + cos(y / 30.0 - c);

				seed = seed * 1664525 + 1013904223;
				pixels.data[y * pixels.stride + x * channels + c] =
					c == 3 ? 255 : (uint8_t)(128 + 50 * hill + (seed >> 29));
			}
	return pixels;
}

/* Two letters' worth of hard edges on nothing. */
static struct pixels
logo(void)
{
	struct pixels pixels;

	pixels_init(&pixels, 200, 120, 4);
	memset(pixels.data, 0, pixels.stride * pixels.height);
	for (unsigned y = 20; y < 100; y++)
		for (unsigned x = 20; x < 180; x++)
			if ((x / 16 + y / 40) % 3)
				memcpy(pixels.data + y * pixels.stride + (size_t)4 * x,
				       "\xc0\x20\x10\xff", 4);
	return pixels;
}

/* A wall of bricks of every shade, the same wall in every width. */
static struct pixels
bricks(unsigned width, unsigned height, unsigned channels)
{
	struct pixels pixels;

	pixels_init(&pixels, width, height, channels);
	for (unsigned y = 0; y < height; y++)
		for (unsigned x = 0; x < width; x++) {
			uint32_t u = x * 320 / width, v = y * 320 / width, row = v / 5;
			uint32_t brick = (u + row % 2 * 6) / 11 + 977 * row;
			bool mortar = v % 5 == 0 || (u + row % 2 * 6) % 11 == 0;
			uint8_t *pixel = pixels.data + y * pixels.stride + (size_t)x * channels;
			uint8_t shade = (uint8_t)((brick * 2654435761u) >> 25);

			pixel[0] = mortar ? 165 : (uint8_t)(110 + shade / 3);
			pixel[1] = mortar ? 140 : (uint8_t)(80 + shade / 3);
			pixel[2] = mortar ? 120 : (uint8_t)(70 + shade / 8);
			if (channels == 4)
				pixel[3] = 255;
		}
	return pixels;
}

static double
psnr(const struct pixels *pixels, const uint8_t *got)
{
	double error = 0;
	size_t count = pixels->stride * pixels->height;

	for (size_t i = 0; i < count; i++)
		error += (pixels->data[i] - got[i]) * (pixels->data[i] - got[i]);
	return 10 * log10(255.0 * 255 * (double)count / fmax(error, 1e-9));
}

static void
a_photo_comes_back_much_as_it_was(void **state)
{
	struct pixels pixels = landscape(211, 133, 3);
	struct buf bytes = { 0 };
	int width, height;
	uint8_t *back;

	(void)state;
	assert_int_equal(encode_webp(&bytes, &pixels, &photo), 0);
	back = WebPDecodeRGB((const uint8_t *)bytes.ptr, bytes.len, &width, &height);
	assert_non_null(back);
	assert_int_equal(width, 211);
	assert_int_equal(height, 133);
	assert_true(psnr(&pixels, back) > 35);
	assert_true(bytes.len < 12000);
	WebPFree(back);
	buf_release(&bytes);
	pixels_release(&pixels);
}

static void
a_logo_is_lossless_because_that_is_smaller(void **state)
{
	struct pixels pixels = logo();
	struct buf lossless = { 0 }, lossy = { 0 };
	WebPBitstreamFeatures features;
	uint8_t *back;

	(void)state;
	assert_int_equal(encode_webp(&lossless, &pixels, &graphic), 0);
	assert_int_equal(encode_webp(&lossy, &pixels, &photo), 0);
	assert_true(lossless.len < lossy.len);
	WebPGetFeatures((const uint8_t *)lossless.ptr, lossless.len, &features);
	assert_int_equal(features.format, 2);
	assert_true(features.has_alpha);
	back = WebPDecodeRGBA((const uint8_t *)lossless.ptr, lossless.len, NULL, NULL);
	for (size_t i = 0; i < (size_t)200 * 120; i++)
		assert_memory_equal(back + 4 * i, pixels.data + 4 * i, 4);
	WebPFree(back);
	buf_release(&lossless);
	buf_release(&lossy);
	pixels_release(&pixels);
}

static void
a_photo_taken_for_a_drawing_is_not_larger_for_it(void **state)
{
	struct pixels pixels = landscape(211, 133, 4);
	struct buf bytes = { 0 }, lossy = { 0 };

	(void)state;
	assert_int_equal(encode_webp(&bytes, &pixels, &graphic), 0);
	assert_int_equal(encode_webp(&lossy, &pixels, &photo), 0);
	assert_int_equal(bytes.len, lossy.len);
	assert_memory_equal(bytes.ptr, lossy.ptr, lossy.len);
	buf_release(&bytes);
	buf_release(&lossy);
	pixels_release(&pixels);
}

/* As libwebp sees it. */
static double
likeness(const struct pixels *pixels, const struct buf *bytes)
{
	struct buf best = { 0 };
	int width, height, stride, uv;
	uint8_t *u, *v, *given, *got;
	double alike;

	assert_int_equal(encode_webp(&best, pixels, &(struct encode_webp){ .quality = 100 }), 0);
	given = WebPDecodeYUV((const uint8_t *)best.ptr, best.len, &width, &height, &u, &v, &stride,
	                      &uv);
	got = WebPDecodeYUV((const uint8_t *)bytes->ptr, bytes->len, &width, &height, &u, &v,
	                    &stride, &uv);
	assert_int_equal(width, pixels->width);
	assert_int_equal(height, pixels->height);
	alike = ssim_of((struct ssim_plane){ given, (size_t)stride },
	                (struct ssim_plane){ got, (size_t)stride }, (unsigned)width,
	                (unsigned)height);
	WebPFree(given);
	WebPFree(got);
	buf_release(&best);
	return alike;
}

static struct buf
encoded(const struct pixels *pixels, struct encode_webp how, struct encode_trend *trend)
{
	struct buf bytes = { 0 };

	how.trend = trend;
	assert_int_equal(encode_webp(&bytes, pixels, &how), 0);
	return bytes;
}

static void
a_busy_texture_is_coarser_and_yet_as_alike_as_photos_are(void **state)
{
	static const unsigned widths[] = { 320, 560, 640 };
	struct encode_trend trend = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(widths); i++) {
		struct pixels pixels = bricks(widths[i], widths[i] * 2 / 3, 3);
		struct buf fixed = encoded(&pixels, photo, NULL);
		struct buf level = encoded(&pixels, photo, &trend);

		assert_true(level.len < fixed.len * 9 / 10);
		assert_true(likeness(&pixels, &fixed) > 0.97);
		assert_true(likeness(&pixels, &level) > 0.955);
		buf_release(&fixed);
		buf_release(&level);
		pixels_release(&pixels);
	}
}

static void
the_same_pictures_give_the_same_bytes(void **state)
{
	struct pixels pixels = bricks(320, 213, 3);
	struct encode_trend first = { 0 }, second = { 0 };
	struct buf one = encoded(&pixels, photo, &first), two = encoded(&pixels, photo, &second);

	(void)state;
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.ptr, two.ptr, one.len);
	assert_true(first.quality > 0 && first.quality == second.quality);
	buf_release(&one);
	buf_release(&two);
	pixels_release(&pixels);
}

/* What is cheap, transparent, drawn, or so small that there is nothing to save; and what is large, where no
 * narrower one said that it may be coarser. */
static void
all_else_is_made_in_the_quality_that_was_asked_for(void **state)
{
	struct {
		struct pixels pixels;
		struct encode_webp how;
	} cases[] = {
		{ landscape(320, 213, 3), photo }, { bricks(320, 213, 4), photo },
		{ bricks(320, 213, 3), graphic },  { bricks(160, 107, 3), photo },
		{ bricks(640, 427, 3), photo },    { bricks(1024, 683, 3), photo },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct encode_trend trend = { 0 };
		struct buf fixed = encoded(&cases[i].pixels, cases[i].how, NULL);
		struct buf level = encoded(&cases[i].pixels, cases[i].how, &trend);

		assert_int_equal(fixed.len, level.len);
		assert_memory_equal(fixed.ptr, level.ptr, level.len);
		buf_release(&fixed);
		buf_release(&level);
		pixels_release(&cases[i].pixels);
	}
}

static void
wide_pictures_follow_only_where_a_wider_one_needed_no_more(void **state)
{
	static const struct {
		struct encode_trend trend;
		bool coarser;
	} cases[] = {
		{ { .quality = 50, .enough = 48, .falls = true }, true },
		{ { .quality = 50, .enough = 48 }, false },
		{ { .quality = 50, .enough = 48, .over = true }, false },
	};
	struct pixels pixels = bricks(1024, 683, 3);
	struct buf fixed = encoded(&pixels, photo, NULL);

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct encode_trend trend = cases[i].trend;
		struct buf level = encoded(&pixels, photo, &trend);

		assert_int_equal(level.len < fixed.len, cases[i].coarser);
		assert_true(level.len <= fixed.len);
		buf_release(&level);
	}
	buf_release(&fixed);
	pixels_release(&pixels);
}

static bool
has_bytes(const struct buf *buf, const char *text)
{
	return memmem(buf->ptr, buf->len, text, strlen(text));
}

/* WebP's chunks are read one by one; of JPEG's segments, APP0 (JFIF) is the only one of an
 * application's. */
static void
nothing_is_told_but_the_picture(void **state)
{
	static const char *const told[] = { "EXIF",        "Exif", "XMP ", "ICCP",
		                            "ICC_PROFILE", "xmp",  "GPS",  "Photoshop" };
	static const char *const segments[] = { "\xff\xe1", "\xff\xe2", "\xff\xed", "\xff\xfe" };
	struct pixels pixels = logo();
	struct buf webp = { 0 }, jpeg = { 0 };

	(void)state;
	memset(pixels.data, 64, pixels.stride * pixels.height);
	assert_int_equal(encode_webp(&webp, &pixels, &photo), 0);
	assert_int_equal(encode_jpeg(&jpeg, &pixels, 80), 0);
	for (size_t i = 12; i + 8 <= webp.len;) {
		const uint8_t *chunk = (const uint8_t *)webp.ptr + i;
		size_t size = chunk[4] | (size_t)chunk[5] << 8 | (size_t)chunk[6] << 16;

		assert_true(memcmp(chunk, "VP8X", 4) == 0 || memcmp(chunk, "ALPH", 4) == 0 ||
		            memcmp(chunk, "VP8 ", 4) == 0);
		if (memcmp(chunk, "VP8X", 4) == 0)
			assert_int_equal(chunk[8] & ~0x10, 0);
		i += 8 + size + size % 2;
	}
	for (size_t i = 0; i < countof(told); i++) {
		assert_false(has_bytes(&webp, told[i]));
		assert_false(has_bytes(&jpeg, told[i]));
	}
	for (size_t i = 0; i < countof(segments); i++)
		assert_false(has_bytes(&jpeg, segments[i]));
	buf_release(&webp);
	buf_release(&jpeg);
	pixels_release(&pixels);
}

static uint8_t *
decode_jpeg(const struct buf *bytes, unsigned *width, unsigned *height)
{
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	uint8_t *out;

	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&jpeg);
	jpeg_mem_src(&jpeg, (const unsigned char *)bytes->ptr, bytes->len);
	jpeg_read_header(&jpeg, TRUE);
	jpeg_start_decompress(&jpeg);
	*width = jpeg.output_width;
	*height = jpeg.output_height;
	out = calloc((size_t)3 * *width, *height);
	while (jpeg.output_scanline < jpeg.output_height) {
		JSAMPROW row = out + (size_t)3 * *width * jpeg.output_scanline;

		jpeg_read_scanlines(&jpeg, &row, 1);
	}
	jpeg_finish_decompress(&jpeg);
	jpeg_destroy_decompress(&jpeg);
	return out;
}

static void
a_social_card_comes_back_much_as_it_was(void **state)
{
	struct pixels pixels = landscape(600, 315, 3);
	struct buf bytes = { 0 };
	unsigned width, height;
	uint8_t *back;

	(void)state;
	buf_adds(&bytes, "before");
	assert_int_equal(encode_jpeg(&bytes, &pixels, 85), 0);
	assert_memory_equal(bytes.ptr, "before\xff\xd8", 8);
	memmove(bytes.ptr, bytes.ptr + 6, bytes.len -= 6);
	back = decode_jpeg(&bytes, &width, &height);
	assert_int_equal(width, 600);
	assert_int_equal(height, 315);
	assert_true(psnr(&pixels, back) > 35);
	free(back);
	buf_release(&bytes);
	pixels_release(&pixels);
}

static void
transparency_is_white_in_jpeg(void **state)
{
	struct pixels pixels = logo();
	struct buf bytes = { 0 };
	unsigned width, height;
	uint8_t *back;

	(void)state;
	assert_int_equal(encode_jpeg(&bytes, &pixels, 90), 0);
	back = decode_jpeg(&bytes, &width, &height);
	assert_memory_equal(back, "\xff\xff\xff", 3);
	free(back);
	buf_release(&bytes);
	pixels_release(&pixels);
}

static void
what_is_too_large_for_a_format_is_refused_and_nothing_is_added(void **state)
{
	struct pixels pixels = landscape(16384, 1, 3);
	struct buf bytes = { 0 };

	(void)state;
	buf_adds(&bytes, "before");
	assert_int_equal(encode_webp(&bytes, &pixels, &photo), -1);
	assert_int_equal(encode_webp(&bytes, &pixels, &graphic), -1);
	assert_int_equal(bytes.len, 6);
	pixels_release(&pixels);
	pixels = landscape(65501, 1, 3);
	assert_int_equal(encode_jpeg(&bytes, &pixels, 80), -1);
	assert_int_equal(bytes.len, 6);
	buf_release(&bytes);
	pixels_release(&pixels);
}

static void
one_pixel_is_a_picture(void **state)
{
	struct pixels pixels = landscape(1, 1, 3);
	struct buf bytes = { 0 };
	int width, height;

	(void)state;
	assert_int_equal(encode_webp(&bytes, &pixels, &photo), 0);
	assert_true(WebPGetInfo((const uint8_t *)bytes.ptr, bytes.len, &width, &height));
	assert_int_equal(width, 1);
	assert_int_equal(height, 1);
	buf_clear(&bytes);
	assert_int_equal(encode_jpeg(&bytes, &pixels, 80), 0);
	buf_release(&bytes);
	pixels_release(&pixels);
}

static void
versions_name_both_encoders(void **state)
{
	struct buf versions = { 0 };

	(void)state;
	encode_versions(&versions);
	assert_true(has_bytes(&versions, "libwebp 1."));
	assert_true(has_bytes(&versions, "libjpeg-turbo "));
	buf_release(&versions);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_photo_comes_back_much_as_it_was),
		cmocka_unit_test(a_logo_is_lossless_because_that_is_smaller),
		cmocka_unit_test(a_photo_taken_for_a_drawing_is_not_larger_for_it),
		cmocka_unit_test(a_busy_texture_is_coarser_and_yet_as_alike_as_photos_are),
		cmocka_unit_test(the_same_pictures_give_the_same_bytes),
		cmocka_unit_test(all_else_is_made_in_the_quality_that_was_asked_for),
		cmocka_unit_test(wide_pictures_follow_only_where_a_wider_one_needed_no_more),
		cmocka_unit_test(nothing_is_told_but_the_picture),
		cmocka_unit_test(a_social_card_comes_back_much_as_it_was),
		cmocka_unit_test(transparency_is_white_in_jpeg),
		cmocka_unit_test(what_is_too_large_for_a_format_is_refused_and_nothing_is_added),
		cmocka_unit_test(one_pixel_is_a_picture),
		cmocka_unit_test(versions_name_both_encoders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
