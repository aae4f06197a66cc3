#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/colour.h"
#include "media/exif.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum {
	SIGNATURE = 8,
	CHUNK = 12,            /* length, type and checksum */
	MOST_CHUNK = 16 << 20, /* unpacked: far more than any profile */
};

struct png {
	struct decoder base;
	jmp_buf escape;
	png_structp png;
	png_infop info;
	struct str rest; /* not read yet */
	struct colour *colour;
	uint8_t *line;  /* a row as libpng gives it, where its colours are to be converted */
	uint8_t *whole; /* all rows, where the picture is interlaced */
	size_t stride;  /* of a row as libpng gives it */
	int passes;
	uint8_t *into;   /* where the next row goes */
	uint64_t pixels; /* of an interlaced picture, so many came */
};

static _Noreturn void
on_error(png_structp reader, png_const_charp text)
{
	struct png *png = png_get_error_ptr(reader);

	(void)text;
	longjmp(png->escape, 1);
}

static void
on_warning(png_structp reader, png_const_charp text)
{
	(void)reader;
	(void)text;
}

static void
on_read(png_structp reader, png_bytep out, size_t len)
{
	struct png *png = png_get_io_ptr(reader);

	if (len > png->rest.len)
		png_error(reader, "cut off");
	if (len)
		memcpy(out, png->rest.ptr, len);
	png->rest = str_sub(png->rest, len, png->rest.len);
}

/* As in decode_jpeg.c. */
static bool
guarded(struct png *png, void (*step)(struct png *png))
{
	if (setjmp(png->escape))
		return false;
	step(png);
	return true;
}

/* What is of no use here is passed over: texts that unpack to megabytes each, and eXIf (read below),
 * for which libpng takes as much memory as it says it needs. */
static void
read_header(struct png *png)
{
	static const uint8_t useless[] =
		"bKGD\0eXIf\0hIST\0iTXt\0oFFs\0pCAL\0pHYs\0sBIT\0sCAL\0sPLT\0"
		"sTER\0tEXt\0tIME\0zTXt";

	png_set_keep_unknown_chunks(png->png, PNG_HANDLE_CHUNK_NEVER, useless, sizeof(useless) / 5);
	png_set_chunk_malloc_max(png->png, MOST_CHUNK);
	png_set_option(png->png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
	png_set_read_fn(png->png, png, on_read);
	png_read_info(png->png, png->info);
}

static void
png_close(struct decoder *decoder)
{
	struct png *png = (struct png *)decoder;

	png_destroy_read_struct(&png->png, &png->info, NULL);
	colour_free(png->colour);
	free(png->line);
	free(png->whole);
	free(png);
}

static struct png *
png_begin(struct str bytes)
{
	struct png *png = mem_alloc(sizeof(*png));

	png->rest = bytes;
	png->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, png, on_error, on_warning);
	png->info = png->png ? png_create_info_struct(png->png) : NULL;
	if (!png->info)
		mem_exhausted();
	if (guarded(png, read_header))
		return png;
	png_close(&png->base);
	return NULL;
}

static uint32_t
number_at(struct str bytes, size_t at)
{
	const uint8_t *p = (const uint8_t *)bytes.ptr + at;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Calls for chunks by their type, wherever they stand: orientation may come after the pixels. */
static void
look_at_chunks(struct picture *out, struct str bytes)
{
	struct str rest = str_sub(bytes, SIGNATURE, bytes.len);

	while (rest.len >= CHUNK) {
		size_t len = number_at(rest, 0);
		struct str type = str_sub(rest, 4, 8);

		if (len > rest.len - CHUNK)
			return;
		if (str_is(type, "eXIf"))
			out->orientation = exif_orientation(str_sub(rest, 8, 8 + len));
		else if (str_is(type, "acTL"))
			out->animated = true;
		rest = str_sub(rest, CHUNK + len, rest.len);
	}
}

static bool
has_alpha(struct png *png)
{
	return (png_get_color_type(png->png, png->info) & PNG_COLOR_MASK_ALPHA) ||
	       png_get_valid(png->png, png->info, PNG_INFO_tRNS);
}

/* libpng would only say that the header is not sound. */
static bool
is_too_long(struct str bytes)
{
	enum { WIDTH = SIGNATURE + 8, HEIGHT = WIDTH + 4 };

	return bytes.len >= HEIGHT + 4 &&
	       (number_at(bytes, WIDTH) > DECODE_SIDE || number_at(bytes, HEIGHT) > DECODE_SIDE);
}

static enum decode_fault
png_probe(struct picture *out, struct str bytes)
{
	enum { ROWS = 4, STATE = 1 << 20 };
	struct png *png;
	uint64_t row;

	if (is_too_long(bytes))
		return DECODE_TOO_LONG;
	png = png_begin(bytes);
	if (!png)
		return DECODE_BROKEN;
	out->width = png_get_image_width(png->png, png->info);
	out->height = png_get_image_height(png->png, png->info);
	out->alpha = has_alpha(png);
	out->tagged = png_get_valid(png->png, png->info, PNG_INFO_iCCP);
	row = (uint64_t)out->width * 4;
	out->memory = STATE + row * ROWS * 2;
	if (png_get_interlace_type(png->png, png->info) != PNG_INTERLACE_NONE)
		out->memory += row * out->height;
	look_at_chunks(out, bytes);
	png_close(&png->base);
	return DECODE_FINE;
}

/* Chunks in the order of precedence that PNG (third edition, 4.3) asks for. Gamma without
 * corners is applied, too, as browsers do. */
static struct colour *
find_colour(struct png *png, struct colour_pixels pixels)
{
	struct colour_corners corners = colour_corners_srgb;
	int method, intent;
	png_charp name;
	png_bytep profile;
	uint32_t len;
	double gamma;

	if (png_get_iCCP(png->png, png->info, &name, &method, &profile, &len))
		return colour_new((struct str){ (const char *)profile, len }, pixels);
	if (png_get_sRGB(png->png, png->info, &intent))
		return NULL;
	png_get_cHRM(png->png, png->info, &corners.white[0], &corners.white[1], &corners.red[0],
	             &corners.red[1], &corners.green[0], &corners.green[1], &corners.blue[0],
	             &corners.blue[1]);
	if (!png_get_gAMA(png->png, png->info, &gamma) || gamma <= 0)
		return NULL;
	/* 1/2.2 is what programs write for sRGB, whose curve has no exponent. */
	if (gamma < 0.45 || gamma > 0.46)
		corners.gamma = 1 / gamma;
	return colour_new_corners(&corners, pixels);
}

/* Sets up libpng so that rows come in 8 bits, or deep in 16, grey or RGB, alpha where there is
 * transparency. */
static void
set_transforms(struct png *png)
{
	bool alpha = has_alpha(png), interlaced;
	bool grey = !(png_get_color_type(png->png, png->info) & PNG_COLOR_MASK_COLOR);
	struct colour_pixels pixels = { grey ? COLOUR_GREY : COLOUR_RGB, false };

	interlaced = png_get_interlace_type(png->png, png->info) != PNG_INTERLACE_NONE;
	if (alpha)
		pixels.layout = grey ? COLOUR_GREY_ALPHA : COLOUR_RGB_ALPHA;
	/* Interlaced ones are kept whole: half the memory is worth more than the last shade. */
	pixels.deep = png_get_bit_depth(png->png, png->info) == 16 && !interlaced;
	png->colour = find_colour(png, pixels);
	png_set_expand(png->png);
	if (!png->colour || !pixels.deep)
		png_set_scale_16(png->png);
	else if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
		png_set_swap(png->png);
	if (grey && !png->colour)
		png_set_gray_to_rgb(png->png);
	png->passes = png_set_interlace_handling(png->png);
	png->base.channels = alpha ? 4 : 3;
}

static void
start(struct png *png)
{
	set_transforms(png);
	png_read_update_info(png->png, png->info);
	png->base.width = png_get_image_width(png->png, png->info);
	png->base.height = png_get_image_height(png->png, png->info);
	png->stride = png_get_rowbytes(png->png, png->info);
}

/* Pixels of a row that a pass of Adam7 brings. */
static uint64_t
brought(const struct png *png, unsigned y, int pass)
{
	int width = (int)png->base.width; /* libpng allows a million */

	return PNG_ROW_IN_INTERLACE_PASS(y, pass) ? (uint64_t)PNG_PASS_COLS(width, pass) : 0;
}

/* Each pass fills the blocks that later ones refine: if those do not come, the picture is
 * coarse rather than full of holes. */
static void
read_whole(struct png *png)
{
	for (int pass = 0; pass < png->passes; pass++)
		for (unsigned y = 0; y < png->base.height; y++) {
			png_read_row(png->png, NULL, png->whole + y * png->stride);
			png->pixels += brought(png, y, pass);
		}
}

static struct decoder *
png_open(const struct picture *picture, struct str bytes, unsigned least_width,
         unsigned least_height)
{
	struct png *png = png_begin(bytes);

	(void)least_width;
	(void)least_height;
	if (!png)
		return NULL;
	if (!guarded(png, start) || png->base.width != picture->width ||
	    png->base.height != picture->height) {
		png_close(&png->base);
		return NULL;
	}
	if (png->colour && png->passes == 1)
		png->line = mem_alloc(png->stride);
	if (png->passes > 1) {
		png->whole = mem_alloc(size_mul(png->stride, png->base.height));
		guarded(png, read_whole); /* what is missing, png_sound tells */
	}
	return &png->base;
}

static void
read_line(struct png *png)
{
	png_read_row(png->png, png->into, NULL);
}

static bool
next_line(struct png *png, uint8_t *row)
{
	if (png->whole) {
		png->into = png->whole + png->base.given * png->stride;
		return true;
	}
	png->into = png->line ? png->line : row;
	return guarded(png, read_line);
}

static bool
png_row(struct decoder *decoder, uint8_t *row)
{
	struct png *png = (struct png *)decoder;

	if (!next_line(png, row))
		return false;
	if (png->colour)
		colour_row(png->colour, row, png->into, decoder->width);
	else if (png->whole)
		memcpy(row, png->into, png->stride);
	return true;
}

static double
png_sound(const struct decoder *decoder)
{
	const struct png *png = (const struct png *)decoder;

	if (!png->whole)
		return (double)decoder->given / decoder->height;
	return (double)png->pixels / decoder->width / decoder->height;
}

static void
png_version(struct buf *out)
{
	buf_printf(out, "libpng %s\n", png_get_libpng_ver(NULL));
}

const struct decode_kind decode_png = {
	.probe = png_probe,
	.open = png_open,
	.row = png_row,
	.sound = png_sound,
	.close = png_close,
	.version = png_version,
};
