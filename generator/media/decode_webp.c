#include "media/decode_kind.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/colour.h"
#include "media/exif.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <webp/decode.h>
#include <webp/demux.h>

enum {
	STEP = 32 << 10,      /* bytes that libwebp is given at once */
	LOSSLESS_STEPS = 16,  /* it begins such a header anew with each, so there are few */
	LOSSLESS_FORMAT = 2,  /* WebPBitstreamFeatures.format */
	GIVEN_BACK = 1 << 20, /* bytes of rows, at a time */
};

/*
 * libwebp writes into a picture of full size, but from the top, and no more than its input allows.
 * So it is fed little by little, and pages whose rows were taken go back to the system: of 48
 * megapixels, 144 MB, some two are there at a time.
 */
struct webp {
	struct decoder base;
	WebPDemuxer *demuxer;
	WebPIterator frame; /* the first; its place on the canvas */
	WebPDecoderConfig config;
	WebPIDecoder *reader;
	struct colour *colour;
	uint8_t *pixels; /* of the frame */
	size_t size, stride, given_back;
	size_t fed, step;
	unsigned ready; /* rows of the frame that are decoded */
	bool broken;
};

static void
webp_close(struct decoder *decoder)
{
	struct webp *webp = (struct webp *)decoder;

	if (webp->reader)
		WebPIDelete(webp->reader);
	WebPDemuxReleaseIterator(&webp->frame);
	WebPDemuxDelete(webp->demuxer);
	if (webp->pixels)
		munmap(webp->pixels, webp->size);
	colour_free(webp->colour);
	free(webp);
}

static bool
read_frame(struct webp *webp)
{
	const WebPBitstreamFeatures *features = &webp->config.input;

	if (!webp->demuxer || !WebPDemuxGetFrame(webp->demuxer, 1, &webp->frame) ||
	    !WebPInitDecoderConfig(&webp->config) ||
	    WebPGetFeatures(webp->frame.fragment.bytes, webp->frame.fragment.size,
	                    &webp->config.input) != VP8_STATUS_OK)
		return false;
	return features->width == webp->frame.width && features->height == webp->frame.height;
}

/* Reads the header. NULL: it is not sound. */
static struct webp *
webp_begin(struct str bytes)
{
	struct webp *webp = mem_alloc(sizeof(*webp));
	WebPData data = { (const uint8_t *)bytes.ptr, bytes.len };
	WebPDemuxState state;

	webp->demuxer = WebPDemuxPartial(&data, &state);
	if (read_frame(webp)) {
		webp->base.width = WebPDemuxGetI(webp->demuxer, WEBP_FF_CANVAS_WIDTH);
		webp->base.height = WebPDemuxGetI(webp->demuxer, WEBP_FF_CANVAS_HEIGHT);
		return webp;
	}
	webp_close(&webp->base);
	return NULL;
}

static bool
fills_canvas(const struct webp *webp)
{
	return (unsigned)webp->frame.width == webp->base.width &&
	       (unsigned)webp->frame.height == webp->base.height;
}

static bool
has_alpha(const struct webp *webp)
{
	return webp->config.input.has_alpha || !fills_canvas(webp);
}

static bool
is_lossless(const struct webp *webp)
{
	return webp->config.input.format == LOSSLESS_FORMAT;
}

/* What a chunk holds, borrowed from the file; empty where there is none. */
static struct str
chunk(const struct webp *webp, const char *name)
{
	WebPChunkIterator at;
	struct str found = { 0 };

	if (WebPDemuxGetChunk(webp->demuxer, name, 1, &at)) {
		found = (struct str){ (const char *)at.chunk.bytes, at.chunk.size };
		WebPDemuxReleaseChunkIterator(&at);
	}
	return found;
}

/* Lossless ones are kept by libwebp, 4 bytes a pixel, until the end; planes of alpha, one. */
static uint64_t
memory_needed(const struct webp *webp)
{
	enum { ROWS = 256, STATE = 4 << 20 };
	uint64_t pixels = (uint64_t)webp->frame.width * (uint64_t)webp->frame.height;
	uint64_t rows = (uint64_t)webp->frame.width * 4 * ROWS + STATE;

	if (is_lossless(webp))
		return rows + pixels * 5;
	return rows + (webp->config.input.has_alpha ? pixels * 2 : 0);
}

static enum decode_fault
webp_probe(struct picture *out, struct str bytes)
{
	struct webp *webp = webp_begin(bytes);

	if (!webp)
		return DECODE_BROKEN;
	out->width = webp->base.width;
	out->height = webp->base.height;
	out->alpha = has_alpha(webp);
	out->animated = webp->frame.num_frames > 1;
	out->orientation = exif_orientation(chunk(webp, "EXIF"));
	out->tagged = chunk(webp, "ICCP").len > 0;
	out->memory = memory_needed(webp);
	webp_close(&webp->base);
	return DECODE_FINE;
}

static void
set_output(struct webp *webp)
{
	WebPDecBuffer *out = &webp->config.output;

	webp->base.channels = has_alpha(webp) ? 4 : 3;
	webp->stride = (size_t)webp->frame.width * webp->base.channels;
	webp->size = size_mul(webp->stride, (size_t)webp->frame.height);
	webp->pixels =
		mmap(NULL, webp->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (webp->pixels == MAP_FAILED)
		mem_exhausted();
	out->colorspace = webp->base.channels == 4 ? MODE_RGBA : MODE_RGB;
	out->is_external_memory = 1;
	out->u.RGBA.rgba = webp->pixels;
	out->u.RGBA.stride = (int)webp->stride;
	out->u.RGBA.size = webp->size;
}

static struct decoder *
webp_open(const struct picture *picture, struct str bytes, unsigned least_width,
          unsigned least_height)
{
	struct webp *webp = webp_begin(bytes);
	struct colour_pixels pixels = { COLOUR_RGB, false };

	(void)least_width;
	(void)least_height;
	if (!webp)
		return NULL;
	if (webp->base.width != picture->width || webp->base.height != picture->height) {
		webp_close(&webp->base);
		return NULL;
	}
	set_output(webp);
	webp->reader = WebPIDecode(NULL, 0, &webp->config);
	if (!webp->reader)
		mem_exhausted();
	if (webp->base.channels == 4)
		pixels.layout = COLOUR_RGB_ALPHA;
	webp->colour = colour_new(chunk(webp, "ICCP"), pixels);
	webp->step = webp->frame.fragment.size / LOSSLESS_STEPS;
	if (!is_lossless(webp) || webp->step < STEP)
		webp->step = STEP;
	return &webp->base;
}

/* Until row `y` of the frame is there. False: it does not come. */
static bool
feed(struct webp *webp, unsigned y)
{
	const WebPData *data = &webp->frame.fragment;

	while (webp->ready <= y && !webp->broken && webp->fed < data->size) {
		VP8StatusCode status;
		int ready = 0;

		webp->fed =
			data->size - webp->fed < webp->step ? data->size : webp->fed + webp->step;
		status = WebPIUpdate(webp->reader, data->bytes, webp->fed);
		webp->broken = status != VP8_STATUS_OK && status != VP8_STATUS_SUSPENDED;
		if (WebPIDecGetRGB(webp->reader, &ready, NULL, NULL, NULL) && ready > 0)
			webp->ready = (unsigned)ready;
	}
	return webp->ready > y;
}

static void
give_back(struct webp *webp, size_t taken)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	if (taken - webp->given_back < GIVEN_BACK)
		return;
	taken -= taken % page;
	madvise(webp->pixels + webp->given_back, taken - webp->given_back, MADV_DONTNEED);
	webp->given_back = taken;
}

static bool
webp_row(struct decoder *decoder, uint8_t *row)
{
	struct webp *webp = (struct webp *)decoder;
	unsigned top = (unsigned)webp->frame.y_offset, y = decoder->given - top;
	uint8_t *at = row + (size_t)webp->frame.x_offset * decoder->channels;

	if (!fills_canvas(webp))
		memset(row, 0, (size_t)decoder->width * decoder->channels);
	if (decoder->given < top || y >= (unsigned)webp->frame.height)
		return true;
	if (!feed(webp, y))
		return false;
	if (webp->colour)
		colour_row(webp->colour, at, webp->pixels + y * webp->stride,
		           (size_t)webp->frame.width);
	else
		memcpy(at, webp->pixels + y * webp->stride, webp->stride);
	give_back(webp, (y + 1) * webp->stride);
	return true;
}

static void
webp_version(struct buf *out)
{
	int version = WebPGetDecoderVersion();

	buf_printf(out, "libwebp %d.%d.%d\n", version >> 16, version >> 8 & 255, version & 255);
}

const struct decode_kind decode_webp = {
	.probe = webp_probe,
	.open = webp_open,
	.row = webp_row,
	.close = webp_close,
	.version = webp_version,
};
