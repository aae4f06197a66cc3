#ifdef QUARTIER_HEIF
#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/colour.h"

#include <libheif/heif.h>
#include <stdlib.h>
#include <string.h>

/* libheif turns the picture upright itself and says its size as seen; EXIF's orientation is a copy
 * for old programs and does not count. */
struct heif {
	struct decoder base;
	struct heif_context *context;
	struct heif_image_handle *handle;
	struct heif_image *image;
	const uint8_t *pixels; /* of the image */
	size_t stride;
	struct colour *colour;
};

static void
heif_close(struct decoder *decoder)
{
	struct heif *heif = (struct heif *)decoder;

	heif_image_release(heif->image);
	heif_image_handle_release(heif->handle);
	heif_context_free(heif->context);
	colour_free(heif->colour);
	free(heif);
}

static bool
fine(struct heif_error error)
{
	return error.code == heif_error_Ok;
}

/* Reads the header. NULL: it is not sound. */
static struct heif *
heif_begin(struct str bytes)
{
	struct heif *heif = mem_alloc(sizeof(*heif));
	int width = 0, height = 0;

	heif->context = heif_context_alloc();
	if (!heif->context)
		mem_exhausted();
	/* Photos are decoded side by side already. */
	heif_context_set_max_decoding_threads(heif->context, 0);
	if (fine(heif_context_read_from_memory_without_copy(heif->context, bytes.ptr, bytes.len,
	                                                    NULL)) &&
	    fine(heif_context_get_primary_image_handle(heif->context, &heif->handle))) {
		width = heif_image_handle_get_width(heif->handle);
		height = heif_image_handle_get_height(heif->handle);
	}
	if (width > 0 && height > 0) {
		heif->base.width = (unsigned)width;
		heif->base.height = (unsigned)height;
		heif->base.channels = heif_image_handle_has_alpha_channel(heif->handle) ? 4 : 3;
		return heif;
	}
	heif_close(&heif->base);
	return NULL;
}

static bool
has_profile(const struct heif *heif)
{
	enum heif_color_profile_type type = heif_image_handle_get_color_profile_type(heif->handle);

	return type == heif_color_profile_type_rICC || type == heif_color_profile_type_prof;
}

static enum decode_fault
heif_probe(struct picture *out, struct str bytes)
{
	struct heif *heif = heif_begin(bytes);

	if (!heif)
		return DECODE_BROKEN;
	/* The library may be there without the plugin that decodes what phones write. */
	if (!heif_have_decoder_for_format(heif_compression_HEVC)) {
		heif_close(&heif->base);
		return DECODE_NO_HEIF;
	}
	out->width = heif->base.width;
	out->height = heif->base.height;
	out->alpha = heif->base.channels == 4;
	out->tagged = has_profile(heif);
	/* Planes, and rows of RGB beside them; tiles come and go. */
	out->memory = (uint64_t)out->width * out->height * (3 + heif->base.channels);
	heif_close(&heif->base);
	return DECODE_FINE;
}

/* Without a profile, the corners that ITU-T H.273 numbers; all phones mean sRGB's curve. */
static struct colour *
numbered_colour(const struct heif *heif, struct colour_pixels pixels)
{
	struct heif_color_profile_nclx *nclx = NULL;
	struct colour *colour = NULL;

	if (fine(heif_image_handle_get_nclx_color_profile(heif->handle, &nclx)) && nclx &&
	    nclx->color_primaries == heif_color_primaries_SMPTE_EG_432_1)
		colour = colour_new_corners(
			&(struct colour_corners){
				.white = { 0.3127, 0.3290 },
				.red = { 0.680, 0.320 },
				.green = { 0.265, 0.690 },
				.blue = { 0.150, 0.060 },
			},
			pixels);
	heif_nclx_color_profile_free(nclx);
	return colour;
}

static struct colour *
find_colour(const struct heif *heif)
{
	struct colour_pixels pixels = { heif->base.channels == 4 ? COLOUR_RGB_ALPHA : COLOUR_RGB,
		                        false };
	struct colour *colour = NULL;
	size_t len;
	char *profile;

	if (!has_profile(heif))
		return numbered_colour(heif, pixels);
	len = heif_image_handle_get_raw_color_profile_size(heif->handle);
	profile = mem_alloc(len);
	if (fine(heif_image_handle_get_raw_color_profile(heif->handle, profile)))
		colour = colour_new((struct str){ profile, len }, pixels);
	free(profile);
	return colour;
}

static bool
heif_start(struct heif *heif)
{
	struct heif_decoding_options *options = heif_decoding_options_alloc();
	struct heif_error error;
	int stride;

	if (!options)
		mem_exhausted();
	options->convert_hdr_to_8bit = 1;
	error = heif_decode_image(heif->handle, &heif->image, heif_colorspace_RGB,
	                          heif->base.channels == 4 ? heif_chroma_interleaved_RGBA
	                                                   : heif_chroma_interleaved_RGB,
	                          options);
	heif_decoding_options_free(options);
	if (!fine(error))
		return false;
	heif->pixels =
		heif_image_get_plane_readonly(heif->image, heif_channel_interleaved, &stride);
	heif->stride = (size_t)stride;
	return heif->pixels &&
	       heif_image_get_width(heif->image, heif_channel_interleaved) ==
	               (int)heif->base.width &&
	       heif_image_get_height(heif->image, heif_channel_interleaved) ==
	               (int)heif->base.height;
}

static struct decoder *
heif_open(const struct picture *picture, struct str bytes, unsigned least_width,
          unsigned least_height)
{
	struct heif *heif = heif_begin(bytes);

	(void)least_width;
	(void)least_height;
	if (!heif)
		return NULL;
	if (heif->base.width != picture->width || heif->base.height != picture->height ||
	    !heif_start(heif)) {
		heif_close(&heif->base);
		return NULL;
	}
	heif->colour = find_colour(heif);
	return &heif->base;
}

static bool
heif_row(struct decoder *decoder, uint8_t *row)
{
	struct heif *heif = (struct heif *)decoder;
	const uint8_t *from = heif->pixels + decoder->given * heif->stride;
	size_t bytes = (size_t)decoder->width * decoder->channels;

	if (heif->colour)
		colour_row(heif->colour, row, from, decoder->width);
	else
		memcpy(row, from, bytes);
	return true;
}

static void
heif_version(struct buf *out)
{
	buf_printf(out, "libheif %s\n", heif_get_version());
}

const struct decode_kind decode_heif = {
	.probe = heif_probe,
	.open = heif_open,
	.row = heif_row,
	.close = heif_close,
	.version = heif_version,
};
#else
/* A file of the standard must declare something. */
typedef int decode_heif_is_not_built;
#endif
