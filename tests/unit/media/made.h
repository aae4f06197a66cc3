#ifndef TESTS_UNIT_MEDIA_MADE_H
#define TESTS_UNIT_MEDIA_MADE_H
/*
 * made: small pictures of every kind, written by the libraries themselves or byte by byte, so that
 * the decoders are proven without any file from elsewhere.
 *
 * Format  made_value() says what every pixel is; smooth, so that JPEG keeps it, and with no symmetry.
 */
#include "base/buf.h"
#include "base/mem.h"

#include <gif_lib.h>
#include <stdio.h> /* for jpeglib.h, which forgets it */

#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <webp/encode.h>

/* Channel `c` of 3 (4: alpha) at x, y of a picture `width` wide. */
static inline uint8_t
made_value(unsigned x, unsigned y, unsigned c)
{
	static const unsigned across[] = { 3, 1, 2, 2 }, down[] = { 1, 2, 3, 1 };
	unsigned v = (x * across[c] + y * down[c] + c * 40) % 510;

	return (uint8_t)(v < 256 ? v : 510 - v);
}

/* What nothing compresses. */
static inline uint8_t
made_noise(unsigned x, unsigned y)
{
	return (uint8_t)((x * 2654435761u ^ y * 2246822519u) * 3266489917u >> 24);
}

/* --- EXIF and profiles ----------------------------------------------------------------------- */

static inline void
made_number(struct buf *out, uint32_t n, unsigned size, bool little)
{
	for (unsigned i = 0; i < size; i++)
		buf_addc(out, (char)(n >> 8 * (little ? i : size - 1 - i)));
}

/* One directory with a make, of 4 bytes, and the orientation, as the given TIFF type. */
static inline void
made_exif(struct buf *out, int orientation, bool little, unsigned type)
{
	static const unsigned sizes[] = { 0, 1, 0, 2, 4 };
	unsigned size = sizes[type];

	buf_adds(out, little ? "II" : "MM");
	made_number(out, 42, 2, little);
	made_number(out, 8, 4, little);
	made_number(out, 2, 2, little);
	made_number(out, 271, 2, little);
	made_number(out, 2, 2, little);
	made_number(out, 4, 4, little);
	buf_adds(out, "Cam");
	buf_addc(out, 0);
	made_number(out, 274, 2, little);
	made_number(out, type, 2, little);
	made_number(out, 1, 4, little);
	made_number(out, (uint32_t)orientation, size, little);
	made_number(out, 0, 4 - size, little);
	made_number(out, 0, 4, little);
}

static inline void
made_saved(struct buf *out, cmsHPROFILE profile)
{
	cmsUInt32Number len = 0;
	char *bytes;

	cmsSaveProfileToMem(profile, NULL, &len);
	bytes = mem_alloc(len);
	cmsSaveProfileToMem(profile, bytes, &len);
	buf_add(out, (struct str){ bytes, len });
	free(bytes);
	cmsCloseProfile(profile);
}

/* Corners as x and y of red, green and blue; gamma 0: sRGB's curve, as a table. */
static inline cmsHPROFILE
made_rgb(const double corners[6], double gamma)
{
	cmsFloat64Number srgb[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
	cmsCIExyY white = { 0.3127, 0.3290, 1 };
	cmsCIExyYTRIPLE at = { { corners[0], corners[1], 1 },
		               { corners[2], corners[3], 1 },
		               { corners[4], corners[5], 1 } };
	cmsToneCurve *curve =
		gamma > 0 ? cmsBuildGamma(NULL, gamma) : cmsBuildParametricToneCurve(NULL, 4, srgb);
	cmsToneCurve *curves[] = { curve, curve, curve };
	cmsHPROFILE profile = cmsCreateRGBProfile(&white, &at, curves);

	cmsFreeToneCurve(curve);
	return profile;
}

static const double made_srgb[] = { 0.64, 0.33, 0.30, 0.60, 0.15, 0.06 };
static const double made_p3[] = { 0.680, 0.320, 0.265, 0.690, 0.150, 0.060 };
static const double made_adobe[] = { 0.64, 0.33, 0.21, 0.71, 0.15, 0.06 };

/* Some ink on some paper: each takes its share of the light. Lab in lcms2's 16 bits. */
static inline cmsInt32Number
made_ink(const cmsUInt16Number in[], cmsUInt16Number out[], void *context)
{
	double light[3];
	cmsCIEXYZ xyz;
	cmsCIELab lab;

	(void)context;
	for (int i = 0; i < 3; i++)
		light[i] = (1 - 0.9 * in[i] / 65535) * (1 - 0.95 * in[3] / 65535);
	xyz.X = 0.9642 * (0.45 * light[0] + 0.35 * light[1] + 0.2 * light[2]);
	xyz.Y = 0.25 * light[0] + 0.7 * light[1] + 0.05 * light[2];
	xyz.Z = 0.8249 * (0.1 * light[1] + 0.9 * light[2]);
	cmsXYZ2Lab(NULL, &lab, &xyz);
	cmsFloat2LabEncodedV2(out, &lab);
	return TRUE;
}

static inline cmsHPROFILE
made_cmyk(void)
{
	cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);
	cmsPipeline *pipeline = cmsPipelineAlloc(NULL, 4, 3);
	cmsStage *table = cmsStageAllocCLut16bit(NULL, 5, 4, 3, NULL);

	cmsSetProfileVersion(profile, 2.1); /* later ones want curves around the table */
	cmsSetDeviceClass(profile, cmsSigOutputClass);
	cmsSetColorSpace(profile, cmsSigCmykData);
	cmsSetPCS(profile, cmsSigLabData);
	cmsStageSampleCLut16bit(table, made_ink, NULL, 0);
	cmsPipelineInsertStage(pipeline, cmsAT_END, table);
	cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
	cmsPipelineFree(pipeline);
	return profile;
}

static inline cmsHPROFILE
made_grey(double gamma)
{
	cmsToneCurve *curve = cmsBuildGamma(NULL, gamma);
	cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);

	cmsFreeToneCurve(curve);
	return profile;
}

/* --- JPEG ------------------------------------------------------------------------------------- */

struct made_jpeg {
	unsigned width, height;
	J_COLOR_SPACE space, stored; /* of the pixels given (channels: made_value), in the file */
	bool progressive, arithmetic, plain /* no subsampling */;
	bool anonymous;   /* without Adobe's signature */
	unsigned restart; /* rows of MCUs */
	int orientation;  /* 0: no EXIF */
	struct str profile;
	size_t part; /* of the profile, bytes in a segment; 0: all */
};

static inline void
made_jpeg_profile(struct jpeg_compress_struct *info, const struct made_jpeg *how)
{
	size_t part = how->part ? how->part : 60000, parts = (how->profile.len + part - 1) / part;

	for (size_t i = 0; i < parts; i++) {
		struct str piece = str_sub(how->profile, i * part, (i + 1) * part);
		struct buf segment = { 0 };

		buf_add(&segment, (struct str){ "ICC_PROFILE\0", 12 });
		buf_addc(&segment, (char)(i + 1));
		buf_addc(&segment, (char)parts);
		buf_add(&segment, piece);
		jpeg_write_marker(info, JPEG_APP0 + 2, (const JOCTET *)segment.ptr,
		                  (unsigned)segment.len);
		buf_release(&segment);
	}
}

static inline void
made_jpeg_exif(struct jpeg_compress_struct *info, int orientation)
{
	struct buf segment = { 0 };

	buf_add(&segment, (struct str){ "Exif\0\0", 6 });
	made_exif(&segment, orientation, orientation % 2, 3);
	jpeg_write_marker(info, JPEG_APP0 + 1, (const JOCTET *)segment.ptr, (unsigned)segment.len);
	buf_release(&segment);
}

static inline void
made_jpeg_set(struct jpeg_compress_struct *info, const struct made_jpeg *how)
{
	info->image_width = how->width;
	info->image_height = how->height;
	info->in_color_space = how->space;
	info->input_components = how->space == JCS_GRAYSCALE ? 1 : how->space == JCS_CMYK ? 4 : 3;
	jpeg_set_defaults(info);
	jpeg_set_quality(info, 95, TRUE);
	jpeg_set_colorspace(info, how->stored);
	info->arith_code = how->arithmetic;
	info->write_Adobe_marker = info->write_Adobe_marker && !how->anonymous;
	info->restart_in_rows = (int)how->restart;
	for (int i = 0; how->plain && i < info->num_components; i++)
		info->comp_info[i].h_samp_factor = info->comp_info[i].v_samp_factor = 1;
	if (how->progressive)
		jpeg_simple_progression(info);
}

static inline void
made_jpeg(struct buf *out, const struct made_jpeg *how)
{
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	unsigned long len = 0;
	unsigned char *bytes = NULL;
	JSAMPROW row;

	info.err = jpeg_std_error(&errors);
	jpeg_create_compress(&info);
	jpeg_mem_dest(&info, &bytes, &len);
	made_jpeg_set(&info, how);
	row = mem_alloc((size_t)how->width * 4);
	jpeg_start_compress(&info, TRUE);
	if (how->orientation)
		made_jpeg_exif(&info, how->orientation);
	made_jpeg_profile(&info, how);
	for (unsigned y = 0, n = (unsigned)info.input_components; y < how->height; y++) {
		for (unsigned i = 0; i < how->width * n; i++)
			row[i] = made_value(i / n, y, i % n);
		jpeg_write_scanlines(&info, &row, 1);
	}
	jpeg_finish_compress(&info);
	buf_add(out, (struct str){ (const char *)bytes, len });
	jpeg_destroy_compress(&info);
	free(bytes);
	free(row);
}

/* --- PNG -------------------------------------------------------------------------------------- */

struct made_png {
	unsigned width, height;
	int type, depth;        /* as in IHDR; of 16 bits, both bytes are the same */
	bool interlaced, holes; /* tRNS: index 1, or what made_value gives at 0, 0 */
	bool stored;            /* not compressed */
	double gamma;           /* 0: no gAMA */
	struct str profile;
	struct str exif;
};

static inline unsigned
made_png_channels(int type)
{
	return 1u + (type & PNG_COLOR_MASK_COLOR && !(type & PNG_COLOR_MASK_PALETTE) ? 2 : 0) +
	       (type & PNG_COLOR_MASK_ALPHA ? 1 : 0);
}

/* Palettes are red, green, blue, white and so on in `made_png_colour`. */
static inline uint8_t
made_png_colour(unsigned index, unsigned c)
{
	return (uint8_t)(index * (c + 1) * 37 + c * 90);
}

static inline void
made_png_row(uint8_t *row, const struct made_png *how, unsigned y)
{
	unsigned n = made_png_channels(how->type), depth = (unsigned)how->depth;

	memset(row, 0, (size_t)how->width * n * 2);
	for (unsigned i = 0; i < how->width * n; i++) {
		unsigned c = n == 2 && i % 2 ? 3 : i % n, v = made_value(i / n, y, c);

		if (depth == 16)
			row[2 * i] = row[2 * i + 1] = (uint8_t)v;
		else
			row[i * depth / 8] =
				(uint8_t)(row[i * depth / 8] |
			                  v >> (8 - depth) << (8 - depth - i * depth % 8));
	}
}

static inline void
made_png_chunks(png_structp png, png_infop info, const struct made_png *how)
{
	png_color colours[256];
	png_color_16 hole = { 0 };
	uint8_t clear[] = { 255, 0 };

	if (how->type == PNG_COLOR_TYPE_PALETTE) {
		for (unsigned i = 0; i < 256; i++)
			colours[i] = (png_color){ made_png_colour(i, 0), made_png_colour(i, 1),
				                  made_png_colour(i, 2) };
		png_set_PLTE(png, info, colours, 1 << how->depth);
	}
	hole.gray = hole.red = made_value(0, 0, 0);
	hole.green = made_value(0, 0, 1);
	hole.blue = made_value(0, 0, 2);
	if (how->holes)
		png_set_tRNS(png, info, clear, 2, &hole);
	if (how->gamma > 0)
		png_set_gAMA(png, info, how->gamma);
	if (how->profile.len)
		png_set_iCCP(png, info, "any", 0, (png_const_bytep)how->profile.ptr,
		             (png_uint_32)how->profile.len);
	if (how->exif.len)
		png_set_eXIf_1(png, info, (png_uint_32)how->exif.len, (png_bytep)how->exif.ptr);
}

static inline void
made_png_write(png_structp png, png_bytep bytes, size_t len)
{
	buf_add(png_get_io_ptr(png), (struct str){ (const char *)bytes, len });
}

static inline void
made_png(struct buf *out, const struct made_png *how)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	uint8_t *row = mem_alloc((size_t)how->width * 8);
	int passes;

	png_set_write_fn(png, out, made_png_write, NULL);
	png_set_IHDR(png, info, how->width, how->height, how->depth, how->type,
	             how->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
	if (how->stored)
		png_set_compression_level(png, 0);
	made_png_chunks(png, info, how);
	png_write_info(png, info);
	passes = png_set_interlace_handling(png);
	for (int pass = 0; pass < passes; pass++)
		for (unsigned y = 0; y < how->height; y++) {
			made_png_row(row, how, y);
			png_write_row(png, row);
		}
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	free(row);
}

/* --- WebP ------------------------------------------------------------------------------------- */

struct made_webp {
	unsigned width, height; /* of the picture */
	bool alpha, lossy, noisy;
	struct str profile, exif;
	/* An animation of two frames, with the picture at left, top of a canvas; both even. */
	unsigned canvas_width, canvas_height, left, top;
};

static inline void
made_chunk(struct buf *out, const char *name, struct str bytes)
{
	buf_adds(out, name);
	made_number(out, (uint32_t)bytes.len, 4, true);
	buf_add(out, bytes);
	if (bytes.len % 2)
		buf_addc(out, 0);
}

/* The chunks of the picture alone, without RIFF's header and VP8X. */
static inline void
made_webp_picture(struct buf *out, const struct made_webp *how)
{
	unsigned n = how->alpha ? 4 : 3, stride = how->width * n;
	uint8_t *pixels = mem_alloc((size_t)stride * how->height), *file = NULL;
	size_t len, at = 12;

	for (unsigned y = 0; y < how->height; y++)
		for (unsigned i = 0; i < stride; i++)
			pixels[y * stride + i] =
				how->noisy ? made_noise(i, y) : made_value(i / n, y, i % n);
	if (how->lossy)
		len = how->alpha ? WebPEncodeRGBA(pixels, (int)how->width, (int)how->height,
		                                  (int)stride, 90, &file)
		                 : WebPEncodeRGB(pixels, (int)how->width, (int)how->height,
		                                 (int)stride, 90, &file);
	else
		len = how->alpha ? WebPEncodeLosslessRGBA(pixels, (int)how->width, (int)how->height,
		                                          (int)stride, &file)
		                 : WebPEncodeLosslessRGB(pixels, (int)how->width, (int)how->height,
		                                         (int)stride, &file);
	if (memcmp(file + at, "VP8X", 4) == 0)
		at += 18;
	buf_add(out, (struct str){ (const char *)file + at, len - at });
	WebPFree(file);
	free(pixels);
}

static inline void
made_webp_frames(struct buf *out, const struct made_webp *how, struct str picture)
{
	struct buf frame = { 0 };

	made_chunk(out, "ANIM", (struct str){ "\0\0\0\0\0\0", 6 });
	made_number(&frame, how->left / 2, 3, true);
	made_number(&frame, how->top / 2, 3, true);
	made_number(&frame, how->width - 1, 3, true);
	made_number(&frame, how->height - 1, 3, true);
	made_number(&frame, 100, 3, true);
	made_number(&frame, 0, 1, true);
	buf_add(&frame, picture);
	made_chunk(out, "ANMF", buf_str(&frame));
	made_chunk(out, "ANMF", buf_str(&frame));
	buf_release(&frame);
}

static inline void
made_webp(struct buf *out, const struct made_webp *how)
{
	enum { ANIMATED = 2, EXIF = 8, ALPHA = 16, PROFILE = 32 };
	unsigned flags = (how->canvas_width ? ANIMATED : 0) | (how->exif.len ? EXIF : 0) |
	                 (how->alpha ? ALPHA : 0) | (how->profile.len ? PROFILE : 0);
	struct buf picture = { 0 }, head = { 0 }, body = { 0 };

	made_webp_picture(&picture, how);
	buf_adds(&body, "WEBP");
	made_number(&head, flags, 4, true);
	made_number(&head, (how->canvas_width ? how->canvas_width : how->width) - 1, 3, true);
	made_number(&head, (how->canvas_height ? how->canvas_height : how->height) - 1, 3, true);
	if (flags)
		made_chunk(&body, "VP8X", buf_str(&head));
	if (how->profile.len)
		made_chunk(&body, "ICCP", how->profile);
	if (how->canvas_width)
		made_webp_frames(&body, how, buf_str(&picture));
	else
		buf_add(&body, buf_str(&picture));
	if (how->exif.len)
		made_chunk(&body, "EXIF", how->exif);
	made_chunk(out, "RIFF", buf_str(&body));
	buf_release(&picture);
	buf_release(&head);
	buf_release(&body);
}

/* --- GIF -------------------------------------------------------------------------------------- */

struct made_gif {
	unsigned width, height; /* of the canvas */
	unsigned left, top, wide, tall;
	bool interlaced, holes; /* index 1 is transparent */
	unsigned frames;
};

static inline int
made_gif_write(GifFileType *gif, const GifByteType *bytes, int len)
{
	buf_add(gif->UserData, (struct str){ (const char *)bytes, (size_t)len });
	return len;
}

/* An index of 64, as made_png_colour colours them. */
static inline uint8_t
made_gif_index(unsigned x, unsigned y)
{
	return made_value(x, y, 0) >> 2;
}

static inline void
made_gif_frame(GifFileType *gif, const struct made_gif *how)
{
	static const unsigned first[] = { 0, 4, 2, 1 }, step[] = { 8, 8, 4, 2 };
	uint8_t control[] = { how->holes, 10, 0, 1 }, *row = mem_alloc(how->wide);

	EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, control);
	EGifPutImageDesc(gif, (int)how->left, (int)how->top, (int)how->wide, (int)how->tall,
	                 how->interlaced, NULL);
	for (int pass = 0; pass < (how->interlaced ? 4 : 1); pass++)
		for (unsigned y = how->interlaced ? first[pass] : 0; y < how->tall;
		     y += how->interlaced ? step[pass] : 1) {
			for (unsigned x = 0; x < how->wide; x++)
				row[x] = made_gif_index(x, y);
			EGifPutLine(gif, row, (int)how->wide);
		}
	free(row);
}

static inline void
made_gif(struct buf *out, const struct made_gif *how)
{
	GifColorType colours[64];
	ColorMapObject *map;
	GifFileType *gif;
	int error;

	for (unsigned i = 0; i < 64; i++)
		colours[i] = (GifColorType){ made_png_colour(i, 0), made_png_colour(i, 1),
			                     made_png_colour(i, 2) };
	map = GifMakeMapObject(64, colours);
	gif = EGifOpen(out, made_gif_write, &error);
	EGifSetGifVersion(gif, true);
	EGifPutScreenDesc(gif, (int)how->width, (int)how->height, 8, 0, map);
	for (unsigned i = 0; i < (how->frames ? how->frames : 1); i++)
		made_gif_frame(gif, how);
	EGifCloseFile(gif, &error);
	GifFreeMapObject(map);
}
#endif
