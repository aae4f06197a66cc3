#include "map/clip.h"

#include "base/arena.h"

#include <math.h>

enum { LEFT = 1, RIGHT = 2, ABOVE = 4, BELOW = 8 };

unsigned
clip_code(const struct clip *clip, struct dot dot)
{
	return (dot.x < clip->x0   ? LEFT
	        : dot.x > clip->x1 ? RIGHT
	                           : 0U) |
	       (dot.y < clip->y0   ? ABOVE
	        : dot.y > clip->y1 ? BELOW
	                           : 0U);
}

uint32_t
clip_ring(const struct clip *clip, struct dot *dots, uint32_t len)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < len;) {
		unsigned common = clip_code(clip, dots[i]);
		uint32_t end = i;

		dots[kept++] = dots[i];
		while (common && end + 1 < len) {
			unsigned both = common & clip_code(clip, dots[end + 1]);

			if (!both)
				break;
			common = both;
			end++;
		}
		/* The stretch and its chord lie beyond the same side: from here they look the same. */
		if (i == 0 && end + 1 == len && common)
			return 0;
		if (end > i)
			dots[kept++] = dots[end];
		i = end + 1;
	}
	return kept;
}

bool
clip_run(const struct clip *clip, const struct dot *dots, uint32_t len, uint32_t *from,
         uint32_t *to)
{
	uint32_t i = *from;

	while (i + 1 < len && (clip_code(clip, dots[i]) & clip_code(clip, dots[i + 1])))
		i++;
	*from = i;
	while (i + 1 < len && !(clip_code(clip, dots[i]) & clip_code(clip, dots[i + 1])))
		i++;
	*to = i + 1;
	/* A lone dot is a line of its own, where it is seen. */
	return i > *from || (len == 1 && *from == 0 && clip_code(clip, dots[0]) == 0);
}

/* --- far away ---------------------------------------------------------------------------------- */

/* How far inside the side of the far square a dot lies; negative: outside. */
static double
within(struct dot dot, unsigned side)
{
	switch (side) {
	case 0: return CLIP_FAR + dot.x;
	case 1: return CLIP_FAR - dot.x;
	case 2: return CLIP_FAR + dot.y;
	default: return CLIP_FAR - dot.y;
	}
}

static struct dot
between(struct dot a, struct dot b, double at)
{
	return (struct dot){ round(a.x + (b.x - a.x) * at), round(a.y + (b.y - a.y) * at) };
}

static uint32_t
cut_side(struct dot *out, const struct dot *dots, uint32_t len, unsigned side)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < len; i++) {
		struct dot last = dots[i ? i - 1 : len - 1];
		double was = within(last, side), is = within(dots[i], side);

		if ((was < 0) != (is < 0))
			out[kept++] = between(last, dots[i], was / (was - is));
		if (is >= 0)
			out[kept++] = dots[i];
	}
	return kept;
}

/* Sutherland and Hodgman's method. */
struct dot *
clip_far_ring(struct arena *arena, const struct dot *dots, uint32_t *len)
{
	struct dot *out = arena_copy(arena, dots, *len * sizeof *dots);

	for (unsigned side = 0; side < 4 && *len; side++) {
		struct dot *cut = arena_array(arena, *len, 2 * sizeof *cut);

		*len = cut_side(cut, out, *len, side);
		out = cut;
	}
	return out;
}

bool
clip_far_segment(struct dot *a, struct dot *b)
{
	for (unsigned side = 0; side < 4; side++) {
		double p = within(*a, side), q = within(*b, side);

		if (p < 0 && q < 0)
			return false;
		if (p < 0)
			*a = between(*a, *b, p / (p - q));
		else if (q < 0)
			*b = between(*a, *b, p / (p - q));
	}
	return true;
}
