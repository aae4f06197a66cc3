#include "media/decode.h"

#include "base/buf.h"
#include "media/colour.h"
#include "media/decode_kind.h"

#include <string.h>

/* What begins so is of that type; the first row that fits. */
static const struct magic {
	size_t at;
	struct str bytes;
	enum decode_type type;
} magics[] = {
	{ 0, { "\xff\xd8\xff", 3 }, DECODE_JPEG }, { 0, { "\x89PNG\r\n\x1a\n", 8 }, DECODE_PNG },
	{ 8, { "WEBP", 4 }, DECODE_WEBP },         { 0, { "GIF87a", 6 }, DECODE_GIF },
	{ 0, { "GIF89a", 6 }, DECODE_GIF },        { 0, { "II*\0", 4 }, DECODE_TIFF },
	{ 0, { "MM\0*", 4 }, DECODE_TIFF },        { 0, { "II+\0", 4 }, DECODE_TIFF },
	{ 0, { "MM\0+", 4 }, DECODE_TIFF },        { 0, { "%PDF-", 5 }, DECODE_PDF },
};

/* The brands of ISO/IEC 23008-12 (HEIF) and of AVIF, as they stand in the box "ftyp". */
static const struct brand {
	const char *name;
	enum decode_type type;
} brands[] = {
	{ "avif", DECODE_AVIF }, { "avis", DECODE_AVIF }, { "heic", DECODE_HEIF },
	{ "heix", DECODE_HEIF }, { "heim", DECODE_HEIF }, { "heis", DECODE_HEIF },
	{ "hevc", DECODE_HEIF }, { "hevx", DECODE_HEIF },
};

static const struct type {
	const char *name;
	const struct decode_kind *kind; /* NULL: not read */
} types[] = {
	[DECODE_UNKNOWN] = { "", NULL },          [DECODE_JPEG] = { "JPEG", &decode_jpeg },
	[DECODE_PNG] = { "PNG", &decode_png },    [DECODE_WEBP] = { "WebP", &decode_webp },
	[DECODE_GIF] = { "GIF", &decode_gif },
#ifdef QUARTIER_HEIF
	[DECODE_HEIF] = { "HEIC", &decode_heif },
#else
	[DECODE_HEIF] = { "HEIC", NULL },
#endif
#ifdef QUARTIER_PDF
	[DECODE_PDF] = { "PDF", &decode_pdf },
#else
	[DECODE_PDF] = { "PDF", NULL },
#endif
	[DECODE_SVG] = { "SVG", NULL },           [DECODE_AVIF] = { "AVIF", NULL },
	[DECODE_TIFF] = { "TIFF", NULL },         [DECODE_BMP] = { "BMP", NULL },
};

static bool
holds(struct str bytes, size_t at, struct str what)
{
	return bytes.len >= at + what.len && memcmp(bytes.ptr + at, what.ptr, what.len) == 0;
}

/* "mif1" alone says nothing of the codec: the brands that follow do. */
static enum decode_type
type_by_brand(struct str bytes)
{
	enum { FIRST = 8, LONGEST = 256, MINOR_VERSION = 12 };
	size_t len;

	if (!holds(bytes, 4, STR("ftyp")))
		return DECODE_UNKNOWN;
	len = (size_t)(uint8_t)bytes.ptr[2] << 8 | (uint8_t)bytes.ptr[3];
	bytes = str_sub(bytes, 0, len < LONGEST ? len : LONGEST);
	for (size_t at = FIRST; at + 4 <= bytes.len; at += 4)
		for (size_t i = 0; at != MINOR_VERSION && i < countof(brands); i++)
			if (holds(bytes, at, str(brands[i].name)))
				return brands[i].type;
	return DECODE_UNKNOWN;
}

/* Text whose first element, in the first kilobytes, is <svg: a declaration, comments and a
 * doctype may come before. */
static enum decode_type
type_of_text(struct str bytes)
{
	enum { LOOKED_AT = 4096 };

	if (holds(bytes, 0, STR("\xef\xbb\xbf")))
		bytes = str_sub(bytes, 3, bytes.len);
	bytes = str_trim(str_sub(bytes, 0, LOOKED_AT));
	if (!str_starts(bytes, "<") || memchr(bytes.ptr, '\0', bytes.len))
		return DECODE_UNKNOWN;
	return memmem(bytes.ptr, bytes.len, "<svg", 4) ? DECODE_SVG : DECODE_UNKNOWN;
}

/* "BM" are letters: the size of the second header must be one of those that exist, too. */
static bool
is_bmp(struct str bytes)
{
	static const uint8_t sizes[] = { 12, 40, 52, 56, 64, 108, 124 };

	if (!holds(bytes, 0, STR("BM")) || bytes.len < 18)
		return false;
	return memchr(sizes, bytes.ptr[14], sizeof(sizes)) && holds(bytes, 15, STR("\0\0\0"));
}

enum decode_type
decode_type(struct str bytes)
{
	enum decode_type type;

	for (size_t i = 0; i < countof(magics); i++)
		if (holds(bytes, magics[i].at, magics[i].bytes) &&
		    (magics[i].type != DECODE_WEBP || holds(bytes, 0, STR("RIFF"))))
			return magics[i].type;
	if (is_bmp(bytes))
		return DECODE_BMP;
	type = type_by_brand(bytes);
	return type == DECODE_UNKNOWN ? type_of_text(bytes) : type;
}

const char *
decode_type_name(enum decode_type type)
{
	return types[type].name;
}

static struct picture
turned(struct picture picture)
{
	unsigned width = picture.width;

	if (picture.orientation >= 5) {
		picture.width = picture.height;
		picture.height = width;
	}
	return picture;
}

enum decode_fault
decode_probe(struct picture *out, struct str bytes, uint64_t most_pixels)
{
	enum decode_fault fault;

	*out = (struct picture){ .type = decode_type(bytes), .orientation = 1 };
	if (!types[out->type].kind)
		return out->type == DECODE_HEIF ? DECODE_NO_HEIF : DECODE_TYPE;
	fault = types[out->type].kind->probe(out, bytes);
	if (fault != DECODE_FINE)
		return fault;
	if (!out->width || !out->height)
		return DECODE_BROKEN;
	*out = turned(*out);
	return (uint64_t)out->width * out->height > most_pixels ? DECODE_TOO_LARGE : DECODE_FINE;
}

struct decoder *
decoder_new(const struct picture *picture, struct str bytes, unsigned least_width,
            unsigned least_height, enum decode_fault *fault)
{
	const struct decode_kind *kind = types[picture->type].kind;
	struct picture stored = turned(*picture);
	struct decoder *decoder;

	*fault = DECODE_TYPE;
	if (!kind)
		return NULL;
	*fault = DECODE_BROKEN;
	decoder = kind->open(&stored, bytes, least_width, least_height);
	if (!decoder)
		return NULL;
	decoder->kind = kind;
	*fault = DECODE_FINE;
	return decoder;
}

void
decoder_free(struct decoder *decoder)
{
	if (decoder)
		decoder->kind->close(decoder);
}

unsigned
decoder_width(const struct decoder *decoder)
{
	return decoder->width;
}

unsigned
decoder_height(const struct decoder *decoder)
{
	return decoder->height;
}

unsigned
decoder_channels(const struct decoder *decoder)
{
	return decoder->channels;
}

bool
decoder_row(struct decoder *decoder, uint8_t *row)
{
	if (!decoder->over && decoder->given < decoder->height)
		decoder->over = !decoder->kind->row(decoder, row);
	else
		decoder->over = true;
	decoder->given += !decoder->over;
	return !decoder->over;
}

double
decoder_sound_share(const struct decoder *decoder)
{
	if (decoder->kind->sound)
		return decoder->kind->sound(decoder);
	return (double)decoder->given / decoder->height;
}

void
decode_versions(struct buf *out)
{
	for (size_t i = 0; i < countof(types); i++)
		if (types[i].kind)
			types[i].kind->version(out);
	colour_version(out);
}
