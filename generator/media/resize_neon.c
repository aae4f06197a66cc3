#include "media/resize_kernel.h"

#if defined(__aarch64__)
#include <arm_neon.h>

static int16x8_t
rounded(int32x4_t low, int32x4_t high, unsigned shift)
{
	int32x4_t half = vdupq_n_s32(1 << (shift - 1)), by = vdupq_n_s32(-(int)shift);

	return vcombine_s16(vqmovn_s32(vshlq_s32(vaddq_s32(low, half), by)),
	                    vqmovn_s32(vshlq_s32(vaddq_s32(high, half), by)));
}

/* Eight sums of two products each are added up. */
struct sums {
	int32x4_t low, high;
};

static inline struct sums
sums_with(struct sums sums, int16x8x2_t pairs, const int16_t *weight)
{
	sums.low = vmlal_n_s16(sums.low, vget_low_s16(pairs.val[0]), weight[0]);
	sums.high = vmlal_n_s16(sums.high, vget_high_s16(pairs.val[0]), weight[0]);
	sums.low = vmlal_n_s16(sums.low, vget_low_s16(pairs.val[1]), weight[1]);
	sums.high = vmlal_n_s16(sums.high, vget_high_s16(pairs.val[1]), weight[1]);
	return sums;
}

static void
neon_down(int16_t *out, const struct kernel_down *rows, size_t from, size_t count)
{
	for (size_t x = 0; x < count; x += 8) {
		struct sums sums = { vdupq_n_s32(0), vdupq_n_s32(0) };

		for (size_t p = 0; p < rows->pairs; p++)
			sums = sums_with(sums, vld2q_s16(rows->pair[p] + 2 * (from + x)),
			                 rows->weight + 2 * p);
		vst1q_s16(out + x, rounded(sums.low, sums.high, rows->shift));
	}
}

/* Columns 2i and 2i + 1 of a channel are a 32-bit whole here: four by four are turned. */
static void
store_pairs(int16_t *to, int32x4x4_t channels)
{
	int32x4x2_t ab = vzipq_s32(channels.val[0], channels.val[1]);
	int32x4x2_t cd = vzipq_s32(channels.val[2], channels.val[3]);

	for (int i = 0; i < 2; i++) {
		int16x8_t left = vreinterpretq_s16_s32(
			vcombine_s32(vget_low_s32(ab.val[i]), vget_low_s32(cd.val[i])));
		int16x8_t right = vreinterpretq_s16_s32(
			vcombine_s32(vget_high_s32(ab.val[i]), vget_high_s32(cd.val[i])));

		vst1q_s16(to + 4 * i * KERNEL_WOVEN, left);
		vst1q_s16(to + (4 * i + 2) * KERNEL_WOVEN, right);
	}
}

static void
neon_weave(int16_t *woven, unsigned lower, const int16_t *const line[4], size_t count)
{
	int16_t *to = woven + KERNEL_WOVEN * lower;

	for (size_t x = 0; x < count; x += KERNEL_WOVEN, to += KERNEL_WOVEN * KERNEL_WOVEN) {
		int32x4x4_t channels;

		for (int c = 0; c < 4; c++)
			channels.val[c] = vreinterpretq_s32_s16(vld1q_s16(line[c] + x));
		store_pairs(to, channels);
	}
}

static struct sums
sums_of(const struct kernel_across *columns, const int16_t *woven, size_t i)
{
	const int16_t *sample = woven + (size_t)columns->first[i] * KERNEL_WOVEN;
	const int16_t *weight = columns->weight + i * columns->taps;
	struct sums sums = { vdupq_n_s32(0), vdupq_n_s32(0) };

	for (unsigned tap = 0; tap < columns->taps; tap += 2)
		sums = sums_with(sums, vld2q_s16(sample + tap * KERNEL_WOVEN), weight + tap);
	return sums;
}

static void
neon_across(int16_t *const out[2], const struct kernel_across *columns, const int16_t *woven)
{
	for (size_t i = 0; i < columns->count; i += 2) {
		struct sums left = sums_of(columns, woven, i);
		struct sums right = sums_of(columns, woven, i + 1);

		vst1q_s16(out[0] + 4 * i, rounded(left.low, right.low, columns->shift));
		vst1q_s16(out[1] + 4 * i, rounded(left.high, right.high, columns->shift));
	}
}

const struct resize_kernel resize_neon = { "NEON", neon_down, neon_weave, neon_across };
#endif
