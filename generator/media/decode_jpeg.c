#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/colour.h"
#include "media/jpeg_damage.h"
#include "media/jpeg_segment.h"
#include "media/jpeg_store.h"

#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>

enum {
	/* Encoders write ten passes, the most thorough some twenty; each costs a walk over all of
	 * the picture, so a few kilobytes with thousands would keep us busy for hours. */
	MOST_PASSES = 50,
	/* From here on the coefficients of several passes are kept packed: see jpeg_store. */
	LARGE = 64 << 20,
};

struct jpeg {
	struct decoder base;
	struct jpeg_error_mgr errors; /* info.err points here: that is how we are found again */
	jmp_buf escape;
	struct jpeg_decompress_struct info;
	struct jpeg_progress_mgr progress;
	struct jpeg_store *store;
	struct jpeg_damage damage;
	struct colour *colour;
	uint8_t *line; /* a row as libjpeg gives it, where its colours are to be converted */
	struct str bytes;
	unsigned least_width, least_height;
	uint8_t *into; /* where the next row goes */
};

static struct jpeg *
of(j_common_ptr info)
{
	return (struct jpeg *)((char *)info->err - offsetof(struct jpeg, errors));
}

static _Noreturn void
on_error(j_common_ptr info)
{
	longjmp(of(info)->escape, 1);
}

/* Level -1 is a warning: data is damaged. The others are for tracing. */
static void
on_message(j_common_ptr info, int level)
{
	if (level < 0)
		jpeg_damage_warn(&of(info)->damage, &of(info)->info);
}

static void
on_output(j_common_ptr info)
{
	(void)info;
}

static void
on_progress(j_common_ptr info)
{
	if (of(info)->info.input_scan_number > MOST_PASSES)
		on_error(info);
}

/* Runs a step during which libjpeg may give up. setjmp stands alone in here, so that no variable
 * of a function that has one can be lost. */
static bool
guarded(struct jpeg *jpeg, void (*step)(struct jpeg *jpeg))
{
	if (setjmp(jpeg->escape))
		return false;
	step(jpeg);
	return true;
}

static void
read_header(struct jpeg *jpeg)
{
	jpeg_create_decompress(&jpeg->info);
	jpeg_mem_src(&jpeg->info, (const unsigned char *)jpeg->bytes.ptr, jpeg->bytes.len);
	jpeg_read_header(&jpeg->info, TRUE);
}

static void
jpeg_close(struct decoder *decoder)
{
	struct jpeg *jpeg = (struct jpeg *)decoder;

	jpeg_destroy_decompress(&jpeg->info);
	jpeg_store_free(jpeg->store);
	jpeg_damage_release(&jpeg->damage);
	colour_free(jpeg->colour);
	free(jpeg->line);
	free(jpeg);
}

/* Reads the header. NULL: it is not sound. */
static struct jpeg *
jpeg_begin(struct str bytes)
{
	struct jpeg *jpeg = mem_alloc(sizeof(*jpeg));

	jpeg->bytes = bytes;
	jpeg->info.err = jpeg_std_error(&jpeg->errors);
	jpeg->errors.error_exit = on_error;
	jpeg->errors.emit_message = on_message;
	jpeg->errors.output_message = on_output;
	jpeg->progress.progress_monitor = on_progress;
	if (guarded(jpeg, read_header))
		return jpeg;
	jpeg_close(&jpeg->base);
	return NULL;
}

/* What libjpeg gives is made of. False: it gives nothing that is known. */
static bool
find_layout(enum colour_layout *out, const struct jpeg_decompress_struct *info)
{
	static const struct {
		J_COLOR_SPACE space;
		int components;
		enum colour_layout layout;
	} known[] = {
		{ JCS_GRAYSCALE, 1, COLOUR_GREY }, { JCS_YCbCr, 3, COLOUR_RGB },
		{ JCS_RGB, 3, COLOUR_RGB },        { JCS_CMYK, 4, COLOUR_CMYK },
		{ JCS_YCCK, 4, COLOUR_CMYK },
	};

	for (size_t i = 0; i < countof(known); i++)
		if (info->jpeg_color_space == known[i].space &&
		    info->num_components == known[i].components) {
			*out = known[i].layout;
			/* Programs that sign with Adobe's marker write it as Photoshop does. */
			if (*out == COLOUR_CMYK && info->saw_Adobe_marker)
				*out = COLOUR_CMYK_INVERTED;
			return true;
		}
	return false;
}

/* Of all coefficients, when the picture comes in several passes. */
static uint64_t
count_blocks(struct jpeg_decompress_struct *info)
{
	uint64_t sum = 0;

	if (!jpeg_has_multiple_scans(info))
		return 0;
	for (int i = 0; i < info->num_components; i++)
		sum += (uint64_t)info->comp_info[i].width_in_blocks *
		       info->comp_info[i].height_in_blocks;
	return sum;
}

/* Packed, a block takes its head and the coefficients that are not 0, of which Huffman's codes can
 * bring no more than one with two bits of the file: a code and a sign. */
static uint64_t
coefficients_memory(struct jpeg_decompress_struct *info, uint64_t file_len)
{
	enum { HEAD = 10, PER_BYTE = 4, WIDE = 2 };
	uint64_t blocks = count_blocks(info), plain = blocks * sizeof(JBLOCK);
	uint64_t packed = blocks * HEAD + file_len * PER_BYTE * WIDE;

	if (plain <= LARGE)
		return plain;
	plain += blocks * HEAD;
	return info->arith_code || packed > plain ? plain : packed;
}

/* Besides: rows of samples before and after upsampling, two rows of MCUs at 4:1 at most. */
static uint64_t
memory_needed(struct jpeg_decompress_struct *info, uint64_t file_len)
{
	enum { ROWS = 160, STATE = 1 << 20 };

	return coefficients_memory(info, file_len) +
	       (uint64_t)info->image_width * (unsigned)info->num_components * ROWS + STATE;
}

static enum decode_fault
jpeg_probe(struct picture *out, struct str bytes)
{
	struct jpeg *jpeg = jpeg_begin(bytes);
	struct buf profile = { 0 };
	enum colour_layout layout;

	if (!jpeg)
		return DECODE_BROKEN;
	out->width = jpeg->info.image_width;
	out->height = jpeg->info.image_height;
	out->memory = memory_needed(&jpeg->info, bytes.len);
	out->orientation = jpeg_orientation(bytes);
	jpeg_profile(&profile, bytes);
	out->tagged = profile.len > 0;
	buf_release(&profile);
	if (!find_layout(&layout, &jpeg->info))
		out->width = 0;
	jpeg_close(&jpeg->base);
	return out->width ? DECODE_FINE : DECODE_BROKEN;
}

/* libjpeg-turbo has vector code for 1/2, 1/4 and 1/8 alone. The smallest that suffices. */
static unsigned
find_scale(const struct jpeg *jpeg)
{
	unsigned scale = DCTSIZE;

	while (scale > 1 && ((jpeg->info.image_width + scale - 1) / scale < jpeg->least_width ||
	                     (jpeg->info.image_height + scale - 1) / scale < jpeg->least_height))
		scale /= 2;
	return scale;
}

/* Several passes are all read here. */
static void
start(struct jpeg *jpeg)
{
	jpeg->info.progress = &jpeg->progress;
	jpeg->info.scale_num = 1;
	jpeg->info.scale_denom = find_scale(jpeg);
	jpeg_start_decompress(&jpeg->info);
	if (jpeg_has_multiple_scans(&jpeg->info))
		jpeg_damage_passed(&jpeg->damage, &jpeg->info);
}

static void
set_colours(struct jpeg *jpeg, enum colour_layout layout)
{
	static const J_COLOR_SPACE spaces[] = { [COLOUR_GREY] = JCS_GRAYSCALE,
		                                [COLOUR_RGB] = JCS_RGB,
		                                [COLOUR_CMYK] = JCS_CMYK,
		                                [COLOUR_CMYK_INVERTED] = JCS_CMYK };
	struct buf profile = { 0 };

	jpeg_profile(&profile, jpeg->bytes);
	jpeg->colour = colour_new(buf_str(&profile), (struct colour_pixels){ layout, false });
	buf_release(&profile);
	jpeg->info.out_color_space = jpeg->colour ? spaces[layout] : JCS_RGB;
}

static struct decoder *
jpeg_open(const struct picture *picture, struct str bytes, unsigned least_width,
          unsigned least_height)
{
	struct jpeg *jpeg = jpeg_begin(bytes);
	enum colour_layout layout;

	if (!jpeg)
		return NULL;
	if (jpeg->info.image_width != picture->width ||
	    jpeg->info.image_height != picture->height || !find_layout(&layout, &jpeg->info))
		goto broken;
	jpeg->least_width = least_width;
	jpeg->least_height = least_height;
	set_colours(jpeg, layout);
	jpeg_damage_start(&jpeg->damage, &jpeg->info);
	if (count_blocks(&jpeg->info) * sizeof(JBLOCK) > LARGE)
		jpeg->store = jpeg_store_new(&jpeg->info);
	if (!guarded(jpeg, start))
		goto broken;
	jpeg->base.width = jpeg->info.output_width;
	jpeg->base.height = jpeg->info.output_height;
	jpeg->base.channels = 3;
	if (jpeg->colour)
		jpeg->line =
			mem_alloc(size_mul(jpeg->base.width, (size_t)jpeg->info.output_components));
	return &jpeg->base;
broken:
	jpeg_close(&jpeg->base);
	return NULL;
}

static void
read_line(struct jpeg *jpeg)
{
	JSAMPROW row = jpeg->into;

	if (jpeg_read_scanlines(&jpeg->info, &row, 1) != 1)
		on_error((j_common_ptr)&jpeg->info);
}

/* What is left over tells of damage that was not met before. */
static void
finish(struct jpeg *jpeg)
{
	jpeg_finish_decompress(&jpeg->info);
}

/* After an error that libjpeg cannot get over, nothing more comes. */
static bool
jpeg_row(struct decoder *decoder, uint8_t *row)
{
	struct jpeg *jpeg = (struct jpeg *)decoder;

	jpeg->into = jpeg->line ? jpeg->line : row;
	if (!guarded(jpeg, read_line))
		return false;
	if (jpeg->colour)
		colour_row(jpeg->colour, row, jpeg->line, decoder->width);
	if (decoder->given + 1 == decoder->height)
		guarded(jpeg, finish);
	return true;
}

static double
jpeg_sound(const struct decoder *decoder)
{
	const struct jpeg *jpeg = (const struct jpeg *)decoder;
	double came = (double)decoder->given / decoder->height;
	double sound = jpeg_damage_sound_share(&jpeg->damage);

	return came < sound ? came : sound;
}

#define QUOTED(x)  QUOTED_(x)
#define QUOTED_(x) #x

/* The library does not tell at run time. */
static void
jpeg_version(struct buf *out)
{
	buf_adds(out, "libjpeg-turbo " QUOTED(LIBJPEG_TURBO_VERSION) "\n");
}

const struct decode_kind decode_jpeg = {
	.probe = jpeg_probe,
	.open = jpeg_open,
	.row = jpeg_row,
	.sound = jpeg_sound,
	.close = jpeg_close,
	.version = jpeg_version,
};
