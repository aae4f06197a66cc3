#include "media/resize_kernel.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#include <string.h>

static __m128i
load(const int16_t *samples)
{
	return _mm_loadu_si128((const __m128i *)samples);
}

/* Two sums of four, rounded, as eight samples. */
static __m128i
rounded(__m128i low, __m128i high, unsigned shift)
{
	__m128i half = _mm_set1_epi32(1 << (shift - 1)), by = _mm_cvtsi32_si128((int)shift);

	return _mm_packs_epi32(_mm_sra_epi32(_mm_add_epi32(low, half), by),
	                       _mm_sra_epi32(_mm_add_epi32(high, half), by));
}

/* Both weights of a pair of rows, in every lane. */
static __m128i
both_weights(const int16_t *weight)
{
	int32_t both;

	memcpy(&both, weight, sizeof both);
	return _mm_set1_epi32(both);
}

/* Sixteen columns. The sums have names, not numbers: they are to stay in registers. */
static void
down_step(int16_t *out, const struct kernel_down *rows, size_t from)
{
	__m128i a = _mm_setzero_si128(), b = a, c = a, d = a;

	for (size_t p = 0; p < rows->pairs; p++) {
		const int16_t *pair = rows->pair[p] + 2 * from;
		__m128i weight = both_weights(rows->weight + 2 * p);

		a = _mm_add_epi32(a, _mm_madd_epi16(load(pair), weight));
		b = _mm_add_epi32(b, _mm_madd_epi16(load(pair + 8), weight));
		c = _mm_add_epi32(c, _mm_madd_epi16(load(pair + 16), weight));
		d = _mm_add_epi32(d, _mm_madd_epi16(load(pair + 24), weight));
	}
	_mm_storeu_si128((__m128i *)out, rounded(a, b, rows->shift));
	_mm_storeu_si128((__m128i *)(out + 8), rounded(c, d, rows->shift));
}

static void
sse2_down(int16_t *out, const struct kernel_down *rows, size_t from, size_t count)
{
	for (size_t x = 0; x < count; x += KERNEL_STEP / 2)
		down_step(out + x, rows, from + x);
}

/* Columns 2i and 2i + 1 of the four channels are each a 32-bit whole here. */
static void
sse2_weave(int16_t *woven, unsigned lower, const int16_t *const line[4], size_t count)
{
	__m128i *to = (__m128i *)(woven + KERNEL_WOVEN * lower);

	for (size_t x = 0; x < count; x += KERNEL_WOVEN, to += KERNEL_WOVEN) {
		__m128i a = load(line[0] + x), b = load(line[1] + x);
		__m128i c = load(line[2] + x), d = load(line[3] + x);
		__m128i ab = _mm_unpacklo_epi32(a, b), cd = _mm_unpacklo_epi32(c, d);

		_mm_storeu_si128(to, _mm_unpacklo_epi64(ab, cd));
		_mm_storeu_si128(to + 2, _mm_unpackhi_epi64(ab, cd));
		ab = _mm_unpackhi_epi32(a, b);
		cd = _mm_unpackhi_epi32(c, d);
		_mm_storeu_si128(to + 4, _mm_unpacklo_epi64(ab, cd));
		_mm_storeu_si128(to + 6, _mm_unpackhi_epi64(ab, cd));
	}
}

/* The four channels of two rows. */
struct sums {
	__m128i upper, lower;
};

static inline struct sums
sums_of(const struct kernel_across *columns, const int16_t *woven, size_t i)
{
	const int16_t *sample = woven + (size_t)columns->first[i] * KERNEL_WOVEN;
	const int16_t *weight = columns->weight + i * columns->taps;
	const int16_t *end = weight + columns->taps;
	struct sums sums = { _mm_setzero_si128(), _mm_setzero_si128() };

	for (; weight < end; weight += 2, sample += 2 * KERNEL_WOVEN) {
		__m128i both = both_weights(weight);

		sums.upper = _mm_add_epi32(sums.upper, _mm_madd_epi16(load(sample), both));
		sums.lower = _mm_add_epi32(sums.lower, _mm_madd_epi16(load(sample + 8), both));
	}
	return sums;
}

static void
sse2_across(int16_t *const out[2], const struct kernel_across *columns, const int16_t *woven)
{
	for (size_t i = 0; i < columns->count; i += 2) {
		struct sums left = sums_of(columns, woven, i);
		struct sums right = sums_of(columns, woven, i + 1);

		_mm_storeu_si128((__m128i *)(out[0] + 4 * i),
		                 rounded(left.upper, right.upper, columns->shift));
		_mm_storeu_si128((__m128i *)(out[1] + 4 * i),
		                 rounded(left.lower, right.lower, columns->shift));
	}
}

const struct resize_kernel resize_sse2 = { "SSE2", sse2_down, sse2_weave, sse2_across };
#endif
