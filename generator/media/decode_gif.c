#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/gif_layout.h"

#include <gif_lib.h>
#include <stdlib.h>
#include <string.h>

/* The steps in which interlaced rows come (GIF89a, appendix E). */
static const struct pass {
	unsigned first, step;
} passes[] = { { 0, 8 }, { 4, 8 }, { 2, 4 }, { 1, 2 } };

struct gif {
	struct decoder base;
	struct gif_layout layout;
	struct str rest; /* not read yet */
	GifFileType *file;
	uint8_t (*colours)[4];
	uint8_t *line;  /* indices of one row */
	uint8_t *whole; /* of all, where they are interlaced */
	unsigned came;  /* rows of the picture */
};

static int
on_read(GifFileType *file, GifByteType *out, int len)
{
	struct gif *gif = file->UserData;
	size_t n = len > 0 ? (size_t)len : 0;

	if (n > gif->rest.len)
		n = gif->rest.len;
	if (n)
		memcpy(out, gif->rest.ptr, n);
	gif->rest = str_sub(gif->rest, n, gif->rest.len);
	return (int)n;
}

static void
gif_close(struct decoder *decoder)
{
	struct gif *gif = (struct gif *)decoder;
	int error;

	if (gif->file)
		DGifCloseFile(gif->file, &error);
	free(gif->colours);
	free(gif->line);
	free(gif->whole);
	free(gif);
}

/* Whether all of the canvas is covered with colour. */
static bool
has_alpha(const struct gif_layout *layout)
{
	return layout->transparent >= 0 || layout->wide < layout->width ||
	       layout->tall < layout->height;
}

static enum decode_fault
gif_probe(struct picture *out, struct str bytes)
{
	enum { STATE = 1 << 20 };
	struct gif_layout layout;

	if (!gif_layout(&layout, bytes))
		return DECODE_BROKEN;
	out->width = layout.width;
	out->height = layout.height;
	out->alpha = has_alpha(&layout);
	out->animated = layout.animated;
	out->memory = STATE + (uint64_t)layout.wide * layout.tall;
	return DECODE_FINE;
}

/* Up to the first picture's own header. */
static bool
find_picture(struct gif *gif)
{
	GifRecordType type;
	GifByteType *block;
	int error, code;

	gif->file = DGifOpen(gif, on_read, &error);
	while (gif->file && DGifGetRecordType(gif->file, &type) == GIF_OK) {
		if (type == IMAGE_DESC_RECORD_TYPE)
			return DGifGetImageDesc(gif->file) == GIF_OK;
		if (type != EXTENSION_RECORD_TYPE ||
		    DGifGetExtension(gif->file, &code, &block) != GIF_OK)
			return false;
		while (block)
			if (DGifGetExtensionNext(gif->file, &block) != GIF_OK)
				return false;
	}
	return false;
}

/* Red, green, blue and alpha of each index; those beyond the table are black. */
static bool
read_colours(struct gif *gif)
{
	const ColorMapObject *map =
		gif->file->Image.ColorMap ? gif->file->Image.ColorMap : gif->file->SColorMap;

	if (!map)
		return false;
	gif->colours = mem_alloc(256 * sizeof(*gif->colours));
	for (int i = 0; i < 256; i++) {
		if (i < map->ColorCount) {
			gif->colours[i][0] = map->Colors[i].Red;
			gif->colours[i][1] = map->Colors[i].Green;
			gif->colours[i][2] = map->Colors[i].Blue;
		}
		gif->colours[i][3] = i == gif->layout.transparent ? 0 : 255;
	}
	return true;
}

static bool
read_indices(struct gif *gif, uint8_t *out)
{
	if (DGifGetLine(gif->file, out, (int)gif->layout.wide) != GIF_OK)
		return false;
	gif->came++;
	return true;
}

static void
read_whole(struct gif *gif)
{
	gif->whole = mem_alloc(size_mul(gif->layout.wide, gif->layout.tall));
	for (size_t i = 0; i < countof(passes); i++)
		for (unsigned y = passes[i].first; y < gif->layout.tall; y += passes[i].step)
			if (!read_indices(gif, gif->whole + (size_t)y * gif->layout.wide))
				return;
}

/* The picture's header must be what gif_layout has seen. */
static bool
gif_start(struct gif *gif)
{
	return find_picture(gif) && (unsigned)gif->file->Image.Width == gif->layout.wide &&
	       (unsigned)gif->file->Image.Height == gif->layout.tall && read_colours(gif);
}

static struct decoder *
gif_open(const struct picture *picture, struct str bytes, unsigned least_width,
         unsigned least_height)
{
	struct gif *gif = mem_alloc(sizeof(*gif));

	(void)least_width;
	(void)least_height;
	gif->rest = bytes;
	if (!gif_layout(&gif->layout, bytes) || gif->layout.width != picture->width ||
	    gif->layout.height != picture->height || !gif_start(gif)) {
		gif_close(&gif->base);
		return NULL;
	}
	gif->base.width = gif->layout.width;
	gif->base.height = gif->layout.height;
	gif->base.channels = has_alpha(&gif->layout) ? 4 : 3;
	gif->line = mem_alloc(gif->layout.wide);
	if (gif->file->Image.Interlace)
		read_whole(gif);
	return &gif->base;
}

static const uint8_t *
indices_of(struct gif *gif, unsigned y)
{
	if (gif->whole)
		return gif->whole + (size_t)y * gif->layout.wide;
	return read_indices(gif, gif->line) ? gif->line : NULL;
}

static bool
gif_row(struct decoder *decoder, uint8_t *row)
{
	struct gif *gif = (struct gif *)decoder;
	unsigned y = decoder->given - gif->layout.top, channels = decoder->channels;
	const uint8_t *indices;

	if (channels == 4)
		memset(row, 0, (size_t)decoder->width * channels);
	if (decoder->given < gif->layout.top || y >= gif->layout.tall)
		return true;
	indices = indices_of(gif, y);
	if (!indices)
		return false;
	row += (size_t)gif->layout.left * channels;
	for (unsigned x = 0; x < gif->layout.wide; x++)
		memcpy(row + (size_t)x * channels, gif->colours[indices[x]], channels);
	return true;
}

static double
gif_sound(const struct decoder *decoder)
{
	const struct gif *gif = (const struct gif *)decoder;

	return (double)gif->came / gif->layout.tall;
}

static void
gif_version(struct buf *out)
{
	buf_printf(out, "giflib %d.%d.%d\n", GIFLIB_MAJOR, GIFLIB_MINOR, GIFLIB_RELEASE);
}

const struct decode_kind decode_gif = {
	.probe = gif_probe,
	.open = gif_open,
	.row = gif_row,
	.sound = gif_sound,
	.close = gif_close,
	.version = gif_version,
};
