#ifndef MEDIA_LANCZOS_H
#define MEDIA_LANCZOS_H
/*
 * lanczos: the weights with which the samples of a line make fewer.
 *
 * Filter  sinc(x) sinc(x / 3), widened to the reduction; sample i covers [i, i + 1). Beyond the ends
 *         of the line there is nothing: what would fall there is shared among the others.
 * Format  integers that add up to 2^shift exactly, so that an even line stays as it is; what
 *         rounding takes from one weight is given to the next.
 * Memory  on the heap, with room for one result more, all zeros, for who takes them by twos;
 *         `= {0}` is empty.
 */
#include <stdint.h>

struct lanczos {
	unsigned count; /* of results */
	unsigned taps;  /* weights of each result, even; some at both ends are zero */
	unsigned shift; /* 14 or 15 */
	unsigned *
		first; /* [count]: the sample that a result's first weight is for: even, ascending */
	int16_t *weight; /* [count][taps] */
};

struct lanczos_line {
	unsigned in;         /* samples that there are */
	double from, length; /* the part of them that is reduced, within [0, in] */
	unsigned out;        /* results, >= 1 */
};

void lanczos_init(struct lanczos *lanczos, const struct lanczos_line *line);
void lanczos_release(struct lanczos *lanczos);
#endif
