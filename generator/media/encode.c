#include "media/encode.h"

#include "media/pixels.h"
#include "media/ssim.h"

#include "base/buf.h"
#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <webp/encode.h>

/* --- WebP ----------------------------------------------------------------------------------------- */

static int
add_bytes(const uint8_t *data, size_t size, const WebPPicture *picture)
{
	buf_add(picture->custom_ptr, (struct str){ (const char *)data, size });
	return 1;
}

static int
import(WebPPicture *picture, const struct pixels *pixels)
{
	int stride = (int)pixels->stride;

	picture->width = (int)pixels->width;
	picture->height = (int)pixels->height;
	if (pixels->width > WEBP_MAX_DIMENSION || pixels->height > WEBP_MAX_DIMENSION)
		return 0;
	return pixels->channels == 4 ? WebPPictureImportRGBA(picture, pixels->data, stride)
	                             : WebPPictureImportRGB(picture, pixels->data, stride);
}

/* How alike a picture is to what it was made of; of a file of no more than `above` bytes nobody asks: 1. */
struct likeness {
	size_t above;
	double ssim;
};

/* libwebp leaves what it has coded in place of what it was given (show_compressed), before the filter that smooths
 * edges of blocks: that is 0.1 dB, and decoding would take as long as a tenth of encoding. */
static int
encode_and_compare(WebPPicture *picture, const WebPConfig *config, struct likeness *likeness)
{
	const struct buf *out = picture->custom_ptr;
	size_t size = size_mul((size_t)picture->y_stride, (size_t)picture->height);
	size_t before = out->len;
	uint8_t *given = mem_resize(NULL, size);
	int done;

	memcpy(given, picture->y, size);
	done = WebPEncode(config, picture);
	likeness->ssim = 1;
	if (done && out->len - before > likeness->above)
		likeness->ssim =
			ssim_of((struct ssim_plane){ given, (size_t)picture->y_stride },
		                (struct ssim_plane){ picture->y, (size_t)picture->y_stride },
		                (unsigned)picture->width, (unsigned)picture->height);
	free(given);
	return done;
}

/* `likeness` NULL: nobody asks. */
static int
add_webp(struct buf *out, const struct pixels *pixels, const WebPConfig *config,
         struct likeness *likeness)
{
	size_t before = out->len;
	WebPPicture picture;
	int rc = -1;

	if (!WebPPictureInit(&picture))
		return -1;
	picture.use_argb = config->lossless;
	picture.writer = add_bytes;
	picture.custom_ptr = out;
	if (import(&picture, pixels) && (likeness ? encode_and_compare(&picture, config, likeness)
	                                          : WebPEncode(config, &picture)))
		rc = 0;
	else
		out->len = before;
	WebPPictureFree(&picture);
	return rc;
}

/* The preset for photos spreads bits better than the default: 1.9 % fewer bytes at equal SSIM over 34
 * pictures of shops, in the same time. */
static int
add_lossy(struct buf *out, const struct pixels *pixels, const struct encode_webp *how,
          float quality, struct likeness *likeness)
{
	WebPConfig config;

	if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, quality))
		return -1;
	config.method = how->method;
	config.show_compressed = likeness != NULL;
	return add_webp(out, pixels, &config, likeness);
}

/* --- The level ------------------------------------------------------------------------------------ */

/* Of 110 small pictures of photographs (320 to 1,600 wide) nine in ten are that much alike to what they were made
 * of, at quality 75. One SSIM for all was tried as well: it spends 12 % more than one quality does at the same
 * mean, on grain that nobody looks at. So busy pictures may come down to the level, and none is lifted to it. */
#define LEVEL 0.96

/* Decibels of likeness (-10 log (1 - SSIM)) for a point of quality between 40 and 75: from 0.090 to 0.108. */
#define DECIBEL 0.1

enum {
	DEAR = 12,           /* bits for eight pixels: what takes more is looked at */
	AREA_LEAST = 40000,  /* pixels: of what is smaller there is little to save */
	AREA_FIRST = 110000, /* up to which a second encoding costs next to nothing */
	AREA_MOST = 300000,  /* up to which it is worth it where that of a narrower picture was */
	POINTS_FIRST = 16,   /* of quality, for which it is encoded again: some 15 % of the bytes */
	POINTS_LEAST = 12,   /* and where a narrower picture was */
	QUALITY_LEAST = 45,
};

static size_t
area_of(const struct pixels *pixels)
{
	return (size_t)pixels->width * pixels->height;
}

static bool
is_searched(const struct pixels *pixels, const struct encode_trend *trend)
{
	size_t area = area_of(pixels), most = trend->quality > 0 ? AREA_MOST : AREA_FIRST;

	return area >= AREA_LEAST && area <= most && !trend->over;
}

/* Midway from what a narrower one was made in: photographs lose more as they get wider, drawings less. */
static float
first_quality(const struct pixels *pixels, const struct encode_webp *how)
{
	const struct encode_trend *trend = how->trend;

	if (trend->quality <= 0 || trend->over || (area_of(pixels) > AREA_MOST && !trend->falls))
		return how->quality;
	return floorf((trend->quality + how->quality) / 2);
}

static void
learn(struct encode_trend *trend, float quality, double enough)
{
	if (trend->quality > 0) {
		trend->falls = enough <= trend->enough;
		trend->over = !trend->falls;
	}
	trend->quality = quality;
	trend->enough = enough;
}

/* Whole points, so that the last digit of a logarithm makes no difference. */
static int
add_level(struct buf *out, const struct pixels *pixels, const struct encode_webp *how)
{
	bool searched = is_searched(pixels, how->trend), follows = how->trend->quality > 0;
	float first = first_quality(pixels, how), quality = first;
	struct likeness likeness = { .above = follows ? 0 : area_of(pixels) * DEAR / 64 };
	size_t before = out->len;
	double enough;
	int rc = add_lossy(out, pixels, how, first, searched ? &likeness : NULL);

	if (rc != 0 || !searched || likeness.ssim >= 1)
		return rc;
	enough = first + 10 * log10((1 - likeness.ssim) / (1 - LEVEL)) / DECIBEL;
	if (fabs(enough - first) >= (follows ? POINTS_LEAST : POINTS_FIRST))
		quality = fminf(fmaxf((float)floor(enough), QUALITY_LEAST), how->quality);
	if (quality != first) {
		out->len = before;
		rc = add_lossy(out, pixels, how, quality, NULL);
	}
	if (follows || quality < first)
		learn(how->trend, quality, enough);
	return rc;
}

/* Colours beneath full transparency are not kept: nobody sees them. */
static int
add_lossless(struct buf *out, const struct pixels *pixels, const struct encode_webp *how)
{
	WebPConfig config;

	if (!WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, 75))
		return -1;
	config.lossless = 1;
	config.method = how->method;
	return add_webp(out, pixels, &config, NULL);
}

int
encode_webp(struct buf *out, const struct pixels *pixels, const struct encode_webp *how)
{
	struct buf lossless = { 0 };
	size_t before = out->len;
	int rc = how->trend && !how->graphic && pixels->channels == 3
	                 ? add_level(out, pixels, how)
	                 : add_lossy(out, pixels, how, how->quality, NULL);

	if (how->graphic && add_lossless(&lossless, pixels, how) == 0 &&
	    (rc != 0 || lossless.len <= out->len - before)) {
		out->len = before;
		buf_add(out, buf_str(&lossless));
		rc = 0;
	}
	buf_release(&lossless);
	return rc;
}

/* --- JPEG ----------------------------------------------------------------------------------------- */

/* libjpeg ends the program on an error unless its handler jumps out. */
struct jpeg {
	struct jpeg_compress_struct compress;
	struct jpeg_error_mgr errors;
	jmp_buf failed;
	unsigned char *bytes;
	unsigned long size;
	unsigned char *line;
};

static void
jump_out(j_common_ptr compress)
{
	struct jpeg *jpeg = compress->client_data;

	longjmp(jpeg->failed, 1);
}

static void
say_nothing(j_common_ptr compress)
{
	(void)compress;
}

/* Three bytes a pixel; what is transparent is on white. */
static const unsigned char *
on_white(unsigned char *line, const struct pixels *pixels, unsigned y)
{
	const uint8_t *row = pixels->data + y * pixels->stride;

	if (pixels->channels == 3)
		return row;
	for (size_t x = 0; x < pixels->width; x++)
		for (size_t c = 0; c < 3; c++) {
			int alpha = row[4 * x + 3];

			line[3 * x + c] = (unsigned char)((row[4 * x + c] * alpha +
			                                   255 * (255 - alpha) + 127) /
			                                  255);
		}
	return line;
}

static void
start(struct jpeg *jpeg, const struct pixels *pixels, int quality, bool progressive)
{
	struct jpeg_compress_struct *compress = &jpeg->compress;

	jpeg_create_compress(compress);
	jpeg_mem_dest(compress, &jpeg->bytes, &jpeg->size);
	compress->image_width = pixels->width;
	compress->image_height = pixels->height;
	compress->input_components = 3;
	compress->in_color_space = JCS_RGB;
	jpeg_set_defaults(compress);
	jpeg_set_quality(compress, quality, TRUE);
	compress->optimize_coding = TRUE;
	if (progressive)
		jpeg_simple_progression(compress);
	jpeg_start_compress(compress, TRUE);
}

/* Fills jpeg->bytes, which the caller frees. No local of this function changes after setjmp. */
static int
make_jpeg(struct jpeg *jpeg, const struct pixels *pixels, int quality, bool progressive)
{
	jpeg->compress.err = jpeg_std_error(&jpeg->errors);
	jpeg->compress.client_data = jpeg;
	jpeg->errors.error_exit = jump_out;
	jpeg->errors.output_message = say_nothing;
	if (setjmp(jpeg->failed)) {
		jpeg_destroy_compress(&jpeg->compress);
		return -1;
	}
	start(jpeg, pixels, quality, progressive);
	while (jpeg->compress.next_scanline < pixels->height) {
		JSAMPROW row = (JSAMPROW)(uintptr_t)on_white(jpeg->line, pixels,
		                                             jpeg->compress.next_scanline);

		jpeg_write_scanlines(&jpeg->compress, &row, 1);
	}
	jpeg_finish_compress(&jpeg->compress);
	jpeg_destroy_compress(&jpeg->compress);
	return 0;
}

static int
add_jpeg(struct buf *out, const struct pixels *pixels, int quality, bool progressive)
{
	struct jpeg jpeg = { .line = mem_alloc(size_mul(pixels->width, 3)) };
	int rc = make_jpeg(&jpeg, pixels, quality, progressive);

	if (rc == 0)
		buf_add(out, (struct str){ (const char *)jpeg.bytes, jpeg.size });
	free(jpeg.bytes);
	free(jpeg.line);
	return rc;
}

int
encode_jpeg(struct buf *out, const struct pixels *pixels, int quality)
{
	struct buf progressive = { 0 };
	size_t before = out->len;
	int rc = add_jpeg(out, pixels, quality, false);

	if (rc == 0 && add_jpeg(&progressive, pixels, quality, true) == 0 &&
	    progressive.len < out->len - before) {
		out->len = before;
		buf_add(out, buf_str(&progressive));
	}
	buf_release(&progressive);
	return rc;
}

#define TEXT(token)   TEXT_OF(token)
#define TEXT_OF(text) #text

void
encode_versions(struct buf *out)
{
	int webp = WebPGetEncoderVersion();

	buf_printf(out,
	           "libwebp %d.%d.%d (photo, level 4), libjpeg-turbo " TEXT(LIBJPEG_TURBO_VERSION),
	           webp >> 16, webp >> 8 & 255, webp & 255);
}
