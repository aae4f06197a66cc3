#ifndef MEDIA_LOOK_H
#define MEDIA_LOOK_H
/*
 * look: what can be told of a picture from its pixels: its colours, whether it is dark or blurred.
 *
 * Measured on a small version (some 320 pixels wide), so it costs next to nothing; blur that is gone
 * at that size is no blur.
 */
#include "base/str.h"
#include <stdbool.h>

struct arena;
struct pixels;

struct look {
	/* A few bytes of CSS, "linear-gradient(#8a7,#765,#543)": the picture's colours until it has
	 * come, from top to bottom or, where more happens that way, from left to right (90deg).
	 * Empty where it is transparent: the colours would stay behind it. */
	struct str gradient;
	bool dark;    /* so dark that a visitor would see little */
	bool blurred; /* no sharp edge anywhere */
	bool graphic; /* few colours and hard edges or transparency: a logo or a drawing */
};

void look_at(struct look *out, struct arena *arena, const struct pixels *pixels);
#endif
