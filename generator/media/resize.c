#include "media/resize.h"

#include "media/lanczos.h"
#include "media/light.h"
#include "media/resize_kernel.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	ALIGNMENT = 64,   /* a line of the cache */
	LEAST_RATIO = 16, /* what averaging by twos leaves for the filter to do, at least */
	MOST_STAGES = 16,
	ROWS = 2, /* of a result, made together */
	AS_IT_IS = MOST_STAGES,
	ALPHA = 3,
	GREY = 128,
};

/* One of the results, and how it is made of its stage's rows. */
struct job {
	unsigned stage; /* AS_IT_IS: the source has the size already */
	struct lanczos down, across;
	size_t from, to;      /* columns that are needed: multiples of KERNEL_STEP */
	int16_t *line;        /* [ROWS][channels][plane of the stage]: filtered downwards */
	int16_t *woven;       /* two of these rows, and what the widest filter sees beyond */
	int16_t *row[ROWS];   /* filtered across, too */
	const int16_t **pair; /* [down.taps / 2] */
	unsigned done;        /* rows of the result */
	struct pixels out;
};

/* Rows as they come (stage 0), or averaged 2 by 2 from the stage before. */
struct stage {
	unsigned width, height;
	size_t plane;      /* samples of a plane of one row: a multiple of KERNEL_STEP */
	unsigned rows;     /* that came */
	unsigned most;     /* pairs of rows that the ring holds */
	int16_t *ring;     /* [most][channels][plane][2] */
	int16_t *averaged; /* a row for the next stage */
	unsigned from, to; /* pairs of rows that anybody needs */
};

struct resizer {
	const struct resize_kernel *kernel;
	struct resize_source source;
	struct light light;
	struct stage stage[MOST_STAGES];
	unsigned stages;
	struct job *job;
	size_t count;
	uint8_t *upper; /* the row that waits for the one below it */
};

static size_t
up_to(size_t n, size_t multiple)
{
	return (n + multiple - 1) / multiple * multiple;
}

static unsigned
smaller(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

/* Zeroed, on a line of the cache. */
static int16_t *
new_samples(size_t count)
{
	size_t size = up_to(size_mul(count, sizeof(int16_t)), ALIGNMENT);
	int16_t *samples = aligned_alloc(ALIGNMENT, size ? size : ALIGNMENT);

	if (!samples)
		mem_exhausted();
	return memset(samples, 0, size ? size : ALIGNMENT);
}

/* --- Setting up ------------------------------------------------------------------------------- */

static struct resize_crop
crop_of(const struct resize_source *source, const struct resize_target *target)
{
	struct resize_crop crop = target->crop;

	if (!(crop.width > 0 && crop.height > 0))
		return (struct resize_crop){ 0, 0, source->width, source->height };
	crop.x = fmin(fmax(crop.x, 0), source->width - 1e-3);
	crop.y = fmin(fmax(crop.y, 0), source->height - 1e-3);
	crop.width = fmin(crop.width, source->width - crop.x);
	crop.height = fmin(crop.height, source->height - crop.y);
	return crop;
}

static bool
is_as_it_is(const struct resize_source *source, const struct resize_crop *crop,
            const struct resize_target *target)
{
	return target->width == source->width && target->height == source->height && crop->x <= 0 &&
	       crop->y <= 0 && crop->width >= source->width && crop->height >= source->height;
}

/* How often pixels are averaged before the filter: never where less than twice LEAST_RATIO is to be
 * done, so that the filter decides alone what is seen. */
static unsigned
stage_for(const struct resize_crop *crop, const struct resize_target *target)
{
	double ratio = fmin(crop->width / target->width, crop->height / target->height);
	unsigned stage = 0;

	while (ratio >= 2 * LEAST_RATIO && stage + 1 < MOST_STAGES) {
		ratio /= 2;
		stage++;
	}
	return stage;
}

static void
init_filters(struct job *job, const struct resizer *resizer, const struct resize_target *target)
{
	struct resize_crop crop = crop_of(&resizer->source, target);
	const struct stage *stage = &resizer->stage[job->stage];
	double scale = 1.0 / (1u << job->stage);

	lanczos_init(&job->down, &(struct lanczos_line){ .in = stage->height,
	                                                 .from = crop.y * scale,
	                                                 .length = crop.height * scale,
	                                                 .out = target->height });
	lanczos_init(&job->across, &(struct lanczos_line){ .in = stage->width,
	                                                   .from = crop.x * scale,
	                                                   .length = crop.width * scale,
	                                                   .out = target->width });
}

/* Pairs of rows between those that complete a result's row and those that complete the next. */
static unsigned
rows_apart(const struct lanczos *down)
{
	unsigned most = 0;

	for (unsigned i = 1; i < down->count; i++)
		most = larger(most, (down->first[i] - down->first[i - 1]) / 2);
	return most;
}

static void
init_job(struct job *job, const struct resizer *resizer, const struct resize_target *target)
{
	const struct stage *stage = &resizer->stage[job->stage];
	unsigned channels = resizer->source.channels;

	pixels_init(&job->out, target->width, target->height, channels);
	if (job->stage == AS_IT_IS)
		return;
	init_filters(job, resizer, target);
	job->from = job->across.first[0] / KERNEL_STEP * KERNEL_STEP;
	job->to = smaller(job->across.first[target->width - 1] + job->across.taps, stage->width);
	job->to = up_to(job->to, KERNEL_STEP);
	job->line = new_samples(size_mul(stage->plane, ROWS * channels));
	job->woven = new_samples(size_mul(stage->plane + job->across.taps, KERNEL_WOVEN));
	for (int i = 0; i < ROWS; i++)
		job->row[i] = new_samples(size_mul(up_to(target->width, 2), 4));
	job->pair = mem_alloc(size_mul(job->down.taps / 2, sizeof *job->pair));
}

/* What the stage keeps: as many rows as its widest filter is high; two for averaging alone. */
static void
init_ring(struct resizer *resizer, unsigned number)
{
	struct stage *stage = &resizer->stage[number];
	unsigned pairs = (stage->height + 1) / 2;
	bool averages = number + 1 < resizer->stages;

	stage->most = 1;
	stage->from = averages ? 0 : pairs;
	stage->to = averages ? pairs : 0;
	for (size_t i = 0; i < resizer->count; i++) {
		const struct lanczos *down = &resizer->job[i].down;
		unsigned first, end;

		if (resizer->job[i].stage != number)
			continue;
		first = down->first[0] / 2;
		end = smaller(down->first[down->count - 1] / 2 + down->taps / 2, pairs);
		stage->most = larger(stage->most, down->taps / 2 + rows_apart(down));
		stage->from = smaller(stage->from, first);
		stage->to = larger(stage->to, end);
	}
	stage->ring = new_samples(
		size_mul(size_mul(stage->most, resizer->source.channels), 2 * stage->plane));
	if (averages)
		stage->averaged =
			new_samples(size_mul(resizer->source.channels, (stage + 1)->plane));
}

static void
init_stages(struct resizer *resizer)
{
	unsigned width = resizer->source.width, height = resizer->source.height;

	for (size_t i = 0; i < resizer->count; i++)
		if (resizer->job[i].stage != AS_IT_IS && resizer->job[i].stage >= resizer->stages)
			resizer->stages = resizer->job[i].stage + 1;
	for (unsigned i = 0; i < resizer->stages; i++) {
		resizer->stage[i].width = width;
		resizer->stage[i].height = height;
		resizer->stage[i].plane = up_to(width, KERNEL_STEP);
		width = (width + 1) / 2;
		height = (height + 1) / 2;
	}
}

struct resizer *
resizer_new_with(const struct resize_kernel *kernel, const struct resize_source *source,
                 const struct resize_target *targets, size_t count)
{
	struct resizer *resizer = mem_alloc(sizeof *resizer);

	resizer->kernel = kernel;
	resizer->source = *source;
	resizer->count = count;
	resizer->stages = 1;
	resizer->job = mem_alloc(size_mul(count, sizeof *resizer->job));
	resizer->upper = mem_alloc(size_mul(source->width, source->channels));
	light_init(&resizer->light);
	for (size_t i = 0; i < count; i++) {
		struct resize_crop crop = crop_of(source, &targets[i]);

		resizer->job[i].stage = is_as_it_is(source, &crop, &targets[i])
		                                ? AS_IT_IS
		                                : stage_for(&crop, &targets[i]);
	}
	init_stages(resizer);
	for (size_t i = 0; i < count; i++)
		init_job(&resizer->job[i], resizer, &targets[i]);
	for (unsigned i = 0; i < resizer->stages; i++)
		init_ring(resizer, i);
	return resizer;
}

struct resizer *
resizer_new(const struct resize_source *source, const struct resize_target *targets, size_t count)
{
	return resizer_new_with(resize_kernel_at(0), source, targets, count);
}

static void
release_job(struct job *job)
{
	lanczos_release(&job->down);
	lanczos_release(&job->across);
	free(job->line);
	free(job->woven);
	free(job->row[0]);
	free(job->row[1]);
	free(job->pair);
	pixels_release(&job->out);
}

void
resizer_free(struct resizer *resizer)
{
	if (!resizer)
		return;
	for (size_t i = 0; i < resizer->count; i++)
		release_job(&resizer->job[i]);
	for (unsigned i = 0; i < resizer->stages; i++) {
		free(resizer->stage[i].ring);
		free(resizer->stage[i].averaged);
	}
	free(resizer->job);
	free(resizer->upper);
	free(resizer);
}

/* --- Rows go through ---------------------------------------------------------------------------- */

static int16_t *
pair_at(const struct resizer *resizer, const struct stage *stage, unsigned pair)
{
	return stage->ring +
	       (size_t)(pair % stage->most) * resizer->source.channels * 2 * stage->plane;
}

/* The pairs of rows that a row of the result is made of, and their weights. */
static struct kernel_down
look_up_row(const struct resizer *resizer, struct job *job, unsigned y)
{
	const struct lanczos *down = &job->down;
	struct kernel_down rows = { .pair = job->pair,
		                    .weight = down->weight + (size_t)y * down->taps,
		                    .pairs = down->taps / 2,
		                    .shift = down->shift };

	for (unsigned i = 0; i < rows.pairs; i++)
		job->pair[i] =
			pair_at(resizer, &resizer->stage[job->stage], down->first[y] / 2 + i);
	return rows;
}

/* Down first, because that is the cheaper way for the many samples of the source. */
static void
filter_down(const struct resizer *resizer, struct job *job, unsigned count)
{
	size_t plane = resizer->stage[job->stage].plane;
	unsigned channels = resizer->source.channels;

	for (unsigned r = 0; r < count; r++) {
		struct kernel_down rows = look_up_row(resizer, job, job->done + r);

		for (unsigned c = 0; c < channels; c++)
			resizer->kernel->down(job->line + (r * channels + c) * plane + job->from,
			                      &rows, c * plane + job->from, job->to - job->from);
	}
}

/* Without alpha, some channel stands in for it. */
static void
weave_line(const struct resizer *resizer, struct job *job, unsigned r)
{
	unsigned channels = resizer->source.channels;
	size_t plane = resizer->stage[job->stage].plane;
	const int16_t *channel[4];

	for (unsigned c = 0; c < 4; c++)
		channel[c] = job->line + (r * channels + c % channels) * plane + job->from;
	resizer->kernel->weave(job->woven + job->from * KERNEL_WOVEN, r, channel,
	                       job->to - job->from);
}

static void
filter_across(const struct resizer *resizer, struct job *job, unsigned count)
{
	const struct lanczos *across = &job->across;
	struct kernel_across columns = { .count = across->count + across->count % 2,
		                         .taps = across->taps,
		                         .shift = across->shift,
		                         .first = across->first,
		                         .weight = across->weight };

	for (unsigned r = 0; r < count; r++)
		weave_line(resizer, job, r);
	resizer->kernel->across(job->row, &columns, job->woven);
	for (unsigned r = 0; r < count; r++, job->done++)
		light_to_srgb(&resizer->light, job->out.data + job->out.stride * job->done,
		              job->row[r], job->out.width, job->out.channels);
}

/* How many of the next rows can be made of the pairs that have come. */
static unsigned
rows_ready(const struct resizer *resizer, const struct job *job, unsigned pairs)
{
	const struct lanczos *down = &job->down;
	unsigned all = (resizer->stage[job->stage].height + 1) / 2, ready = 0;

	while (ready < ROWS && job->done + ready < job->out.height &&
	       smaller(down->first[job->done + ready] / 2 + down->taps / 2, all) <= pairs)
		ready++;
	return ready;
}

/* Makes the rows of the result that can be made; a single one waits for a second, unless
 * there will be none. */
static void
job_pairs(const struct resizer *resizer, struct job *job, unsigned pairs)
{
	unsigned ready;

	while ((ready = rows_ready(resizer, job, pairs)) == ROWS ||
	       (ready > 0 && job->done + ready == job->out.height)) {
		filter_down(resizer, job, ready);
		filter_across(resizer, job, ready);
	}
}

/* Two rows become one, half as wide. */
static void
average_pair(const struct resizer *resizer, const struct stage *stage, const int16_t *pair)
{
	const struct stage *next = stage + 1;

	for (unsigned c = 0; c < resizer->source.channels; c++) {
		const int16_t *four = pair + 2 * c * stage->plane;
		int16_t *out = stage->averaged + c * next->plane;

		for (unsigned x = 0; x < stage->width / 2; x++, four += 4)
			out[x] = (int16_t)((four[0] + four[1] + four[2] + four[3] + 2) >> 2);
		if (stage->width % 2)
			out[next->width - 1] = (int16_t)((four[0] + four[1] + 1) >> 1);
	}
}

static void stage_pair(struct resizer *resizer, unsigned number);

/* Takes the averaged row of the stage before; the last one stands for the row below it as well. */
static void
stage_row(struct resizer *resizer, unsigned number, const int16_t *row)
{
	struct stage *stage = &resizer->stage[number];
	int16_t *pair = pair_at(resizer, stage, stage->rows / 2);
	unsigned lower = stage->rows % 2;
	bool last = stage->rows + 1 == stage->height;

	for (size_t i = 0; i < stage->plane * resizer->source.channels; i++) {
		pair[2 * i + lower] = row[i];
		if (last && !lower)
			pair[2 * i + 1] = row[i];
	}
	stage->rows++;
	if (lower || last)
		stage_pair(resizer, number);
}

/* A pair of rows is complete: what waited for it is made. */
static void
stage_pair(struct resizer *resizer, unsigned number)
{
	struct stage *stage = &resizer->stage[number];
	unsigned pairs = (stage->rows + 1) / 2;

	for (size_t i = 0; i < resizer->count; i++)
		if (resizer->job[i].stage == number)
			job_pairs(resizer, &resizer->job[i], pairs);
	if (number + 1 < resizer->stages) {
		average_pair(resizer, stage, pair_at(resizer, stage, pairs - 1));
		stage_row(resizer, number + 1, stage->averaged);
	}
}

static void
copy_row(struct resizer *resizer, const uint8_t *row)
{
	for (size_t i = 0; i < resizer->count; i++) {
		struct pixels *out = &resizer->job[i].out;

		if (resizer->job[i].stage == AS_IT_IS)
			memcpy(out->data + resizer->stage[0].rows * out->stride, row, out->stride);
	}
}

void
resizer_push(struct resizer *resizer, const uint8_t *row)
{
	struct stage *stage = &resizer->stage[0];
	const uint8_t *upper = resizer->upper;
	unsigned pair = stage->rows / 2;
	struct light_pair shape = { .width = stage->width,
		                    .plane = stage->plane,
		                    .channels = resizer->source.channels };

	if (stage->rows >= stage->height)
		return;
	copy_row(resizer, row);
	stage->rows++;
	if (pair < stage->from || pair >= stage->to)
		return;
	if (stage->rows % 2 && stage->rows < stage->height) {
		memcpy(resizer->upper, row, shape.width * shape.channels);
		return;
	}
	if (stage->rows % 2)
		upper = row;
	light_from_srgb(&resizer->light, &shape, pair_at(resizer, stage, pair), upper, row);
	stage_pair(resizer, 0);
}

void
resizer_finish(struct resizer *resizer, struct pixels *out)
{
	const struct resize_source *source = &resizer->source;
	uint8_t *grey = mem_alloc(size_mul(source->width, source->channels));

	memset(grey, GREY, (size_t)source->width * source->channels);
	for (size_t x = 0; source->channels > ALPHA && x < source->width; x++)
		grey[4 * x + ALPHA] = UINT8_MAX;
	while (resizer->stage[0].rows < source->height)
		resizer_push(resizer, grey);
	free(grey);
	for (size_t i = 0; i < resizer->count; i++) {
		out[i] = resizer->job[i].out;
		resizer->job[i].out = (struct pixels){ 0 };
	}
}
