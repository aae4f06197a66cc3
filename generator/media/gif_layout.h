#ifndef MEDIA_GIF_LAYOUT_H
#define MEDIA_GIF_LAYOUT_H
/*
 * gif_layout: where the first picture of a GIF lies on its canvas, without unpacking any.
 *
 * Format  GIF87a and GIF89a (CompuServe, 1990).
 */
#include "base/str.h"

struct gif_layout {
	unsigned width, height;         /* of the canvas; widened where the picture goes beyond */
	unsigned left, top, wide, tall; /* the first picture */
	int transparent;                /* index of the colour that stands for nothing; -1: none */
	bool animated;                  /* another picture follows */
};

/* False: there is no picture. */
bool gif_layout(struct gif_layout *out, struct str bytes);
#endif
