#include "media/lanczos.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* Two compilers must come to the same weights: no product is kept in more digits than asked. */
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

static const double lobes = 3, pi = 3.14159265358979323846;

/* sinc(x) sinc(x / 3) = s² (3 - 4 s²) / (3 a²), where a = pi x / 3 and s = sin a: one sine will do. */
static double
kernel(double a, double sine)
{
	double square = sine * sine;

	return fabs(a) < 1e-6 ? 1 : square * (3 - 4 * square) / (3 * a * a);
}

/* The samples that one result is made of, and their weights before they are made integers. */
struct span {
	unsigned from, to; /* half-open, from < to */
	double *weight;
	double sum;
};

static double
step_of(const struct lanczos_line *line)
{
	return line->length / line->out;
}

/* A picture is never made sharper than it is: at ratios below one the filter is not narrowed. */
static double
width_of(const struct lanczos_line *line)
{
	return fmax(step_of(line), 1);
}

static unsigned
clamp_sample(const struct lanczos_line *line, double sample)
{
	return sample <= 0 ? 0 : sample >= line->in ? line->in : (unsigned)sample;
}

/* From sample to sample the angle grows evenly: sine and cosine are turned, not computed anew. */
static void
span_of(struct span *span, const struct lanczos_line *line, unsigned result)
{
	double middle = line->from + (result + 0.5) * step_of(line);
	double width = width_of(line), step = pi / lobes / width, first, sine, cosine;
	double step_sine = sin(step), step_cosine = cos(step);

	span->from = clamp_sample(line, ceil(middle - lobes * width - 0.5));
	span->to = clamp_sample(line, floor(middle + lobes * width - 0.5) + 1);
	first = (span->from + 0.5 - middle) * step;
	sine = sin(first);
	cosine = cos(first);
	span->sum = 0;
	for (unsigned i = 0; i < span->to - span->from; i++) {
		double next = sine * step_cosine + cosine * step_sine;

		span->weight[i] = kernel(first + i * step, sine);
		span->sum += span->weight[i];
		cosine = cosine * step_cosine - sine * step_sine;
		sine = next;
	}
}

/* Most samples that a span has. */
static unsigned
most_samples(const struct lanczos_line *line)
{
	double most = floor(2 * lobes * width_of(line)) + 1;

	return most < line->in ? (unsigned)most : line->in;
}

/* Writes integers that add up to `one`. */
static void
round_weights(int16_t *out, const struct span *span, double one)
{
	double owed = 0;

	for (unsigned i = 0; i < span->to - span->from; i++) {
		double wanted = span->weight[i] / span->sum * one + owed;
		double given = rint(wanted);

		owed = wanted - given;
		out[i] = (int16_t)given;
	}
}

/* 15 bits where the largest weight fits in: at all reductions worth the name. */
static unsigned
shift_for(const struct lanczos_line *line)
{
	return width_of(line) > 1.25 ? 15 : 14;
}

void
lanczos_init(struct lanczos *lanczos, const struct lanczos_line *line)
{
	unsigned most = most_samples(line), taps = (most + 2) / 2 * 2;
	size_t count = (size_t)line->out + 1;
	struct span span = { .weight = mem_alloc(size_mul(most, sizeof *span.weight)) };

	*lanczos = (struct lanczos){ .count = line->out, .taps = taps, .shift = shift_for(line) };
	lanczos->first = mem_alloc(size_mul(count, sizeof *lanczos->first));
	lanczos->weight = mem_alloc(size_mul(size_mul(count, taps), sizeof *lanczos->weight));
	for (unsigned i = 0; i < line->out; i++) {
		span_of(&span, line, i);
		lanczos->first[i] = span.from / 2 * 2;
		round_weights(lanczos->weight + (size_t)i * taps + span.from % 2, &span,
		              (double)(1 << lanczos->shift));
	}
	free(span.weight);
}

void
lanczos_release(struct lanczos *lanczos)
{
	free(lanczos->first);
	free(lanczos->weight);
	*lanczos = (struct lanczos){ 0 };
}
