#include "media/resize_kernel.h"

#if defined(__SSE2__)
#include <immintrin.h>
#include <string.h>

/* Compiled for AVX2 whatever the rest of the program is compiled for; called only where it is there. */
#define AVX2 __attribute__((target("avx2")))

AVX2 static __m256i
load(const int16_t *samples)
{
	return _mm256_loadu_si256((const __m256i *)samples);
}

AVX2 static __m256i
rounded(__m256i sum, unsigned shift)
{
	return _mm256_sra_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << (shift - 1))),
	                        _mm_cvtsi32_si128((int)shift));
}

/* Both weights of a pair of rows, in every lane. */
AVX2 static __m256i
both_weights(const int16_t *weight)
{
	int32_t both;

	memcpy(&both, weight, sizeof both);
	return _mm256_set1_epi32(both);
}

/* Packing goes by halves of the register; their quarters are put in order. */
AVX2 static void
store(int16_t *out, __m256i low, __m256i high, unsigned shift)
{
	__m256i packed = _mm256_packs_epi32(rounded(low, shift), rounded(high, shift));

	_mm256_storeu_si256((__m256i *)out, _mm256_permute4x64_epi64(packed, 0xd8));
}

/* Thirty-two columns. The sums have names, not numbers: they are to stay in registers. (Two rows at
 * once, with what was loaded serving twice, was tried: it is no faster.) */
AVX2 static void
down_step(int16_t *out, const struct kernel_down *rows, size_t from)
{
	__m256i a = _mm256_setzero_si256(), b = a, c = a, d = a;

	for (size_t p = 0; p < rows->pairs; p++) {
		const int16_t *pair = rows->pair[p] + 2 * from;
		__m256i weight = both_weights(rows->weight + 2 * p);

		a = _mm256_add_epi32(a, _mm256_madd_epi16(load(pair), weight));
		b = _mm256_add_epi32(b, _mm256_madd_epi16(load(pair + 16), weight));
		c = _mm256_add_epi32(c, _mm256_madd_epi16(load(pair + 32), weight));
		d = _mm256_add_epi32(d, _mm256_madd_epi16(load(pair + 48), weight));
	}
	store(out, a, b, rows->shift);
	store(out + 16, c, d, rows->shift);
}

AVX2 static void
avx2_down(int16_t *out, const struct kernel_down *rows, size_t from, size_t count)
{
	for (size_t x = 0; x < count; x += KERNEL_STEP)
		down_step(out + x, rows, from + x);
}

/* Two columns of the upper row's channels, and of the lower one's. */
AVX2 static void
store_apart(int16_t *to, __m256i left, __m256i right)
{
	_mm_storeu_si128((__m128i *)to, _mm256_castsi256_si128(left));
	_mm_storeu_si128((__m128i *)(to + 2 * KERNEL_WOVEN), _mm256_castsi256_si128(right));
	_mm_storeu_si128((__m128i *)(to + 8 * KERNEL_WOVEN), _mm256_extracti128_si256(left, 1));
	_mm_storeu_si128((__m128i *)(to + 10 * KERNEL_WOVEN), _mm256_extracti128_si256(right, 1));
}

/* Columns 2i and 2i + 1 of the four channels are each a 32-bit whole here. */
AVX2 static void
avx2_weave(int16_t *woven, unsigned lower, const int16_t *const line[4], size_t count)
{
	int16_t *to = woven + KERNEL_WOVEN * lower;

	for (size_t x = 0; x < count; x += 16, to += 16 * KERNEL_WOVEN) {
		__m256i a = load(line[0] + x), b = load(line[1] + x);
		__m256i c = load(line[2] + x), d = load(line[3] + x);
		__m256i ab = _mm256_unpacklo_epi32(a, b), cd = _mm256_unpacklo_epi32(c, d);

		store_apart(to, _mm256_unpacklo_epi64(ab, cd), _mm256_unpackhi_epi64(ab, cd));
		ab = _mm256_unpackhi_epi32(a, b);
		cd = _mm256_unpackhi_epi32(c, d);
		store_apart(to + 4 * KERNEL_WOVEN, _mm256_unpacklo_epi64(ab, cd),
		            _mm256_unpackhi_epi64(ab, cd));
	}
}

/* Four channels of the upper row, four of the lower. */
AVX2 static inline __m256i
sums_of(const struct kernel_across *columns, const int16_t *woven, size_t i)
{
	const int16_t *sample = woven + (size_t)columns->first[i] * KERNEL_WOVEN;
	const int16_t *weight = columns->weight + i * columns->taps;
	const int16_t *end = weight + columns->taps;
	__m256i sum = _mm256_setzero_si256();

	for (; weight < end; weight += 2, sample += 2 * KERNEL_WOVEN)
		sum = _mm256_add_epi32(sum, _mm256_madd_epi16(load(sample), both_weights(weight)));
	return rounded(sum, columns->shift);
}

AVX2 static void
avx2_across(int16_t *const out[2], const struct kernel_across *columns, const int16_t *woven)
{
	for (size_t i = 0; i < columns->count; i += 2) {
		__m256i both = _mm256_packs_epi32(sums_of(columns, woven, i),
		                                  sums_of(columns, woven, i + 1));

		_mm_storeu_si128((__m128i *)(out[0] + 4 * i), _mm256_castsi256_si128(both));
		_mm_storeu_si128((__m128i *)(out[1] + 4 * i), _mm256_extracti128_si256(both, 1));
	}
}

const struct resize_kernel resize_avx2 = { "AVX2", avx2_down, avx2_weave, avx2_across };
#endif
