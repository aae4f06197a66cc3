#include "media/photo.h"

#include "base/mem.h"
#include "media/encode.h"
#include "media/resize.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A crop of less than half the size that was asked for is none. */
#define CROP_LEAST 0.5

enum {
	LOOK_WIDTH = 320, /* in which a photo is looked at */
	TARGETS = PHOTO_WIDTHS + 2,
	SIDE_MOST = 16383, /* of a WebP, in pixels */
	QUALITY_STEP = 15,
	QUALITY_LEAST = 20,
};

/* All sizes that one decoding makes, as stored: a photo that lies on its side is turned at the end. */
struct job {
	struct photo_made *out;
	const struct photo_order *order;
	bool sideways;
	struct resize_target targets[TARGETS];
	size_t len, ordered; /* the ordered widths come first */
	size_t look, crop;   /* indexes; crop: TARGETS where there is none */
};

static void
swap(unsigned *a, unsigned *b)
{
	unsigned c = *a;

	*a = *b;
	*b = c;
}

static unsigned
height_for(const struct picture *picture, unsigned width)
{
	uint64_t height = ((uint64_t)picture->height * width + picture->width / 2) / picture->width;

	return height > 0 ? (unsigned)height : 1;
}

static void
add_target(struct job *job, unsigned width, unsigned height)
{
	struct resize_target *target = &job->targets[job->len++];

	*target = (struct resize_target){ .width = width, .height = height };
	if (job->sideways)
		swap(&target->width, &target->height);
}

/* The photo's own width, or that in which it is not too tall for a WebP. */
static unsigned
widest(const struct picture *picture)
{
	uint64_t width = picture->width;

	if (picture->height > SIDE_MOST)
		width = width * SIDE_MOST / picture->height;
	if (width > SIDE_MOST)
		width = SIDE_MOST;
	return width > 0 ? (unsigned)width : 1;
}

/* The widths that the photo has, and its own where a wider one was ordered. */
static void
plan_widths(struct job *job)
{
	const struct picture *picture = &job->out->picture;
	const struct photo_order *order = job->order;
	unsigned most = widest(picture), look = most < LOOK_WIDTH ? most : LOOK_WIDTH;

	for (size_t i = 0; i < order->widths_len; i++) {
		unsigned width = order->widths[i];
		bool own = width >= most;

		if (own)
			width = most;
		add_target(job, width, height_for(picture, width));
		if (own)
			break;
	}
	job->look = job->ordered = job->len;
	for (size_t i = 0; i < job->len; i++)
		if (order->widths[i] == look)
			job->look = i;
	if (job->look == job->len)
		add_target(job, look, height_for(picture, look));
}

static double
clamp(double value, double least, double most)
{
	return fmax(least, fmin(value, most));
}

/* The largest part of the crop's shape with the focus as near to its middle as can be; a photo that is a
 * little too small gives a smaller crop. */
static void
plan_crop(struct job *job)
{
	const struct picture *picture = &job->out->picture;
	const struct photo_order *order = job->order;
	double width = picture->width, height = picture->height;
	double shape = (double)order->crop_width / order->crop_height;
	struct resize_crop part;
	double scale;

	job->crop = TARGETS;
	if (order->crop_width == 0)
		return;
	if (width / height > shape)
		width = height * shape;
	else
		height = width / shape;
	part = (struct resize_crop){
		.x = clamp(order->focus_x * picture->width - width / 2, 0, picture->width - width),
		.y = clamp(order->focus_y * picture->height - height / 2, 0,
		           picture->height - height),
		.width = width,
		.height = height,
	};
	scale = fmin(1, width / order->crop_width);
	if (scale < CROP_LEAST)
		return;
	job->crop = job->len;
	add_target(job, (unsigned)(order->crop_width * scale),
	           (unsigned)(order->crop_height * scale));
	job->targets[job->crop].crop = part;
}

/* A part of the upright picture as a part of the stored one, which EXIF's orientation turns. */
static struct resize_crop
as_stored(struct resize_crop part, const struct picture *picture)
{
	double right = picture->width - part.x - part.width;
	double below = picture->height - part.y - part.height;
	struct resize_crop stored[9] = {
		[1] = { part.x, part.y, part.width, part.height },
		[2] = { right, part.y, part.width, part.height },
		[3] = { right, below, part.width, part.height },
		[4] = { part.x, below, part.width, part.height },
		[5] = { part.y, part.x, part.height, part.width },
		[6] = { part.y, right, part.height, part.width },
		[7] = { below, right, part.height, part.width },
		[8] = { below, part.x, part.height, part.width },
	};

	return stored[picture->orientation];
}

/* The crop in the pixels of the decoder, which may give fewer than there are. */
static void
scale_crop(struct job *job, const struct decoder *decoder)
{
	const struct picture *picture = &job->out->picture;
	struct resize_crop *part;
	double x, y;

	if (job->crop == TARGETS)
		return;
	part = &job->targets[job->crop].crop;
	*part = as_stored(*part, picture);
	x = (double)decoder_width(decoder) / (job->sideways ? picture->height : picture->width);
	y = (double)decoder_height(decoder) / (job->sideways ? picture->width : picture->height);
	part->x *= x;
	part->width *= x;
	part->y *= y;
	part->height *= y;
}

/* How large the decoded rows must be at the least: as the largest result, and for the crop as much
 * larger as the whole is than the part. */
static void
least_size(const struct job *job, unsigned *width, unsigned *height)
{
	const struct picture *picture = &job->out->picture;

	*width = *height = 1;
	for (size_t i = 0; i < job->len; i++) {
		unsigned w = job->targets[i].width, h = job->targets[i].height;

		if (i == job->crop) {
			const struct resize_crop *part = &job->targets[i].crop;

			w = (unsigned)(job->order->crop_width * picture->width / part->width + 1);
			h = (unsigned)(job->order->crop_height * picture->height / part->height +
			               1);
			w = w < picture->width ? w : picture->width;
			h = h < picture->height ? h : picture->height;
			if (job->sideways)
				swap(&w, &h);
		}
		*width = w > *width ? w : *width;
		*height = h > *height ? h : *height;
	}
}

static void
resize_all(struct job *job, struct decoder *decoder, struct pixels results[TARGETS])
{
	const struct resize_source source = {
		.width = decoder_width(decoder),
		.height = decoder_height(decoder),
		.channels = decoder_channels(decoder),
	};
	struct resizer *resizer = resizer_new(&source, job->targets, job->len);
	uint8_t *row = mem_alloc(size_mul(source.width, source.channels));

	while (decoder_row(decoder, row))
		resizer_push(resizer, row);
	resizer_finish(resizer, results);
	job->out->sound = decoder_sound_share(decoder);
	free(row);
	resizer_free(resizer);
}

/* A file that is larger than the photo's own is made again, coarser, until it is not. */
static int
encode_within(struct buf *out, const struct pixels *pixels, struct encode_webp how, size_t most)
{
	int rc = encode_webp(out, pixels, &how);

	how.trend = NULL;
	while (rc == 0 && out->len > most && how.quality > QUALITY_LEAST) {
		buf_clear(out);
		how.quality = fmaxf(how.quality - QUALITY_STEP, QUALITY_LEAST);
		rc = encode_webp(out, pixels, &how);
	}
	return rc;
}

static void
encode_all(struct job *job, const struct pixels results[TARGETS], size_t most)
{
	struct photo_made *out = job->out;
	struct encode_trend trend = { 0 };
	struct encode_webp how = {
		.quality = job->order->quality,
		.method = job->order->method,
		.graphic = out->look.graphic,
		.trend = &trend,
	};

	for (size_t i = 0; i < job->ordered; i++) {
		struct photo_rendition *item = &out->items[out->len];

		item->width = results[i].width;
		item->height = results[i].height;
		/* A drawing may need more where edges are no longer on whole pixels. */
		if (encode_within(&item->bytes, &results[i], how,
		                  how.graphic && item->width < out->picture.width ? SIZE_MAX
		                                                                  : most) == 0)
			out->len++;
	}
}

enum decode_fault
photo_make(struct photo_made *out, struct arena *arena, struct str bytes,
           const struct photo_order *order)
{
	struct pixels results[TARGETS] = { 0 };
	struct job job = { .out = out, .order = order };
	enum decode_fault fault;
	struct decoder *decoder;
	unsigned width, height;

	memset(out, 0, sizeof *out);
	fault = decode_probe(&out->picture, bytes, order->most_pixels);
	if (fault)
		return fault;
	job.sideways = out->picture.orientation >= 5;
	plan_widths(&job);
	plan_crop(&job);
	least_size(&job, &width, &height);
	decoder = decoder_new(&out->picture, bytes, width, height, &fault);
	if (!decoder)
		return fault;
	scale_crop(&job, decoder);
	resize_all(&job, decoder, results);
	decoder_free(decoder);
	for (size_t i = 0; i < job.len; i++)
		pixels_upright(&results[i], out->picture.orientation);
	look_at(&out->look, arena, &results[job.look]);
	if (out->sound >= PHOTO_ENOUGH) {
		encode_all(&job, results, bytes.len);
		if (job.crop < TARGETS) {
			out->crop = results[job.crop];
			results[job.crop] = (struct pixels){ 0 };
		}
	}
	for (size_t i = 0; i < job.len; i++)
		pixels_release(&results[i]);
	return DECODE_FINE;
}

void
photo_release(struct photo_made *photo)
{
	for (size_t i = 0; i < PHOTO_WIDTHS; i++)
		buf_release(&photo->items[i].bytes);
	pixels_release(&photo->crop);
}
