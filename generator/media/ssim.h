#ifndef MEDIA_SSIM_H
#define MEDIA_SSIM_H
/*
 * ssim: how alike two pictures are to the eye: structural similarity (Wang et al. 2004) of their brightness.
 *
 * Windows  8 by 8 pixels, four apart, all of the same weight, from integer sums: the same everywhere.
 */
#include <stddef.h>
#include <stdint.h>

/* One byte a pixel, rows `stride` bytes apart. */
struct ssim_plane {
	const uint8_t *data;
	size_t stride;
};

/* 1: the same; also where there is no window, below 8 pixels a side. */
double ssim_of(struct ssim_plane a, struct ssim_plane b, unsigned width, unsigned height);
#endif
