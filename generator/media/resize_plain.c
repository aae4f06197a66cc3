#include "media/resize_kernel.h"

static int16_t
rounded(int32_t sum, unsigned shift)
{
	sum = (sum + (1 << (shift - 1))) >> shift;
	return (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
}

static void
down_step(int16_t *out, const struct kernel_down *rows, size_t from)
{
	int32_t sum[KERNEL_STEP] = { 0 };

	for (size_t p = 0; p < rows->pairs; p++) {
		const int16_t *pair = rows->pair[p] + 2 * from;
		const int16_t *weight = rows->weight + 2 * p;

		for (unsigned i = 0; i < KERNEL_STEP; i++)
			sum[i] += pair[2 * i] * weight[0] + pair[2 * i + 1] * weight[1];
	}
	for (unsigned i = 0; i < KERNEL_STEP; i++)
		out[i] = rounded(sum[i], rows->shift);
}

static void
plain_down(int16_t *out, const struct kernel_down *rows, size_t from, size_t count)
{
	for (size_t x = 0; x < count; x += KERNEL_STEP)
		down_step(out + x, rows, from + x);
}

static void
plain_weave(int16_t *woven, unsigned lower, const int16_t *const line[4], size_t count)
{
	for (size_t x = 0; x < count; x++)
		for (unsigned c = 0; c < 4; c++)
			woven[x / 2 * 2 * KERNEL_WOVEN + KERNEL_WOVEN * lower + 2 * c + x % 2] =
				line[c][x];
}

static void
plain_across(int16_t *const out[2], const struct kernel_across *columns, const int16_t *woven)
{
	for (size_t i = 0; i < columns->count; i++) {
		const int16_t *sample = woven + (size_t)columns->first[i] * KERNEL_WOVEN;
		const int16_t *weight = columns->weight + i * columns->taps;
		int32_t sum[KERNEL_WOVEN] = { 0 };

		for (unsigned tap = 0; tap < columns->taps;
		     tap += 2, sample += 2 * KERNEL_WOVEN, weight += 2)
			for (unsigned n = 0; n < KERNEL_WOVEN; n++)
				sum[n] += sample[2 * n] * weight[0] + sample[2 * n + 1] * weight[1];
		for (unsigned n = 0; n < KERNEL_WOVEN; n++)
			out[n / 4][4 * i + n % 4] = rounded(sum[n], columns->shift);
	}
}

const struct resize_kernel resize_plain = { "plain", plain_down, plain_weave, plain_across };
