#ifndef MEDIA_RESIZE_KERNEL_H
#define MEDIA_RESIZE_KERNEL_H
/*
 * resize_kernel: the inner loops of resizing, once for each kind of processor.
 *
 * Format  samples are light.h's; sums are 32 bits and never overflow, since the weights' magnitudes
 *         add up to less than 1.6 * 2^15. Rounded half up, saturated to 16 bits: every kernel gives
 *         the same bytes.
 * Woven   two rows of four channels lie together: for each two columns, the sample of the left one and of
 *         the right one, of each channel, of the upper row and then of the lower: 16 samples.
 */
#include <stddef.h>
#include <stdint.h>

struct resizer;
struct resize_source;
struct resize_target;

enum {
	KERNEL_STEP = 32, /* columns that `down` does at a time */
	KERNEL_WOVEN = 8, /* columns that `weave` does at a time; samples of a column */
};

/* Rows into one: pairs of rows, a sample and the one below it. */
struct kernel_down {
	const int16_t *const *pair;
	const int16_t *weight; /* two for each pair */
	unsigned pairs, shift;
};

/* Columns into fewer, two results at a time. */
struct kernel_across {
	unsigned count, taps, shift; /* count and taps are even */
	const unsigned *first;       /* [count], even */
	const int16_t *weight;       /* [count][taps] */
};

struct resize_kernel {
	const char *name;
	/* out[0 .. count) from the columns `from` on; count a multiple of KERNEL_STEP. */
	void (*down)(int16_t *out, const struct kernel_down *rows, size_t from, size_t count);
	/* The channels of one row into the upper (0) or lower (1) of two. */
	void (*weave)(int16_t *woven, unsigned lower, const int16_t *const line[4], size_t count);
	/* Two rows, [count][4] each. */
	void (*across)(int16_t *const out[2], const struct kernel_across *columns,
	               const int16_t *woven);
};

extern const struct resize_kernel resize_plain;
#if defined(__SSE2__)
extern const struct resize_kernel resize_sse2, resize_avx2;
#elif defined(__aarch64__)
extern const struct resize_kernel resize_neon;
#endif

/* The kernels that this machine can run, best first; NULL after the last. */
const struct resize_kernel *resize_kernel_at(size_t i);
/* As resizer_new, but with this kernel. */
struct resizer *
resizer_new_with(const struct resize_kernel *kernel, const struct resize_source *source,
                 const struct resize_target *targets, size_t count);
#endif
