#include "map/simplify.h"

#include <math.h>

struct stretch {
	uint32_t from, to; /* `to` may be the number of spots: the first again */
	float most;        /* no point between matters more than what made the stretch */
};

struct line {
	const struct spot *spots;
	uint32_t len;
	float *ranks;
};

/* The square of the distance of `p` from the segment between a and b. */
static double
apart(struct spot p, struct spot a, struct spot b)
{
	double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy, at;

	p.x -= a.x;
	p.y -= a.y;
	if (length > 0) {
		at = (p.x * dx + p.y * dy) / length;
		at = at < 0 ? 0 : at > 1 ? 1 : at;
		p.x -= at * dx;
		p.y -= at * dy;
	}
	return p.x * p.x + p.y * p.y;
}

static uint32_t
farthest(const struct line *line, uint32_t from, uint32_t to, double *distance)
{
	struct spot a = line->spots[from], b = line->spots[to == line->len ? 0 : to];
	uint32_t best = from + 1;

	*distance = -1;
	for (uint32_t i = from + 1; i < to; i++) {
		double d = apart(line->spots[i], a, b);

		if (d > *distance) {
			*distance = d;
			best = i;
		}
	}
	*distance = sqrt(*distance);
	return best;
}

/* Never deeper than the stretch has points: every part is shorter than the whole. */
static void
rank_stretch(const struct line *line, uint32_t from, uint32_t to)
{
	struct stretch stack[SIMPLIFY_STRETCH + 1];
	size_t depth = 1;

	stack[0] = (struct stretch){ from, to, INFINITY };
	while (depth) {
		struct stretch s = stack[--depth];
		double distance;
		uint32_t at;
		float rank;

		if (s.to - s.from < 2)
			continue;
		at = farthest(line, s.from, s.to, &distance);
		rank = (float)distance < s.most ? (float)distance : s.most;
		line->ranks[at] = rank;
		stack[depth++] = (struct stretch){ s.from, at, rank };
		stack[depth++] = (struct stretch){ at, s.to, rank };
	}
}

static void
rank_line(const struct line *line, uint32_t from, uint32_t to)
{
	while (from < to) {
		uint32_t end = to - from > SIMPLIFY_STRETCH ? from + SIMPLIFY_STRETCH : to;

		if (end < line->len)
			line->ranks[end] = INFINITY;
		rank_stretch(line, from, end);
		from = end;
	}
}

void
simplify_rank(float *ranks, const struct spot *spots, uint32_t len, bool ring)
{
	struct line line = { spots, len, ranks };
	double distance;
	uint32_t half;

	if (len == 0)
		return;
	ranks[0] = INFINITY;
	if (!ring || len < 3) {
		ranks[len - 1] = INFINITY;
		rank_line(&line, 0, len - 1);
		return;
	}
	/* A ring has no ends: its first point, and the one farthest from it. */
	half = farthest(&line, 0, len, &distance);
	ranks[half] = INFINITY;
	rank_line(&line, 0, half);
	rank_line(&line, half, len);
}
