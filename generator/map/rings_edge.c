#include "map/rings_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

/*
 * Where an extract was cut, areas are cut too: of a wood that goes on beyond the edge there are lines that come
 * in over the edge and leave again. Their ends, in the order in which they lie round the edge, belong together
 * two by two: the wood meets the edge either from the first to the second, from the third to the fourth…, or in
 * the gaps between. The file does not say which; what is shorter in all is taken, since most areas have more
 * line than edge.
 */

enum { SIDES = 4 };

/* The bounds, gone round from the south-west corner eastward, in units of latitude. */
struct edge {
	double south, west, north, east, narrowing; /* of a degree of longitude */
	double corner[SIDES + 1];                   /* where each is, on the way round */
};

struct edge_end {
	double at; /* on the way round */
	struct osm_point point;
	uint32_t line;
	bool last;
	size_t partner;
	bool forward; /* the edge leads to the partner onward */
};

static struct edge
edge_of(const struct extract *extract)
{
	struct edge edge = { extract->south * 1e7,
		             extract->west * 1e7,
		             extract->north * 1e7,
		             extract->east * 1e7,
		             1,
		             { 0 } };
	double width, height = edge.north - edge.south;

	edge.narrowing = cos((extract->south + extract->north) / 2 * (M_PI / 180));
	width = (edge.east - edge.west) * edge.narrowing;
	for (int i = 0; i < SIDES; i++)
		edge.corner[i + 1] = edge.corner[i] + (i % 2 ? height : width);
	return edge;
}

/* How far inside each side the point lies; negative: beyond it. In the order of the way round. */
static void
depths(const struct edge *edge, struct osm_point point, double depth[SIDES])
{
	depth[0] = point.lat - edge->south;
	depth[1] = (edge->east - point.lon) * edge->narrowing;
	depth[2] = edge->north - point.lat;
	depth[3] = (point.lon - edge->west) * edge->narrowing;
}

/* Ways end at the last node before the edge, or behind it: a twentieth of the way across is near. */
static bool
is_near(const struct edge *edge, struct osm_point point)
{
	double depth[SIDES];

	depths(edge, point, depth);
	for (int i = 0; i < SIDES; i++)
		if (depth[i] <= (edge->corner[2] - edge->corner[0]) / 2 / 20)
			return true;
	return false;
}

/* The point of the edge beside it. */
static void
put_on_edge(const struct edge *edge, struct edge_end *end)
{
	double depth[SIDES], along[SIDES];
	double lat = fmax(edge->south, fmin(edge->north, end->point.lat));
	double lon = fmax(edge->west, fmin(edge->east, end->point.lon));
	int side = 0;

	depths(edge, end->point, depth);
	for (int i = 1; i < SIDES; i++)
		if (depth[i] < depth[side])
			side = i;
	along[0] = (lon - edge->west) * edge->narrowing;
	along[1] = lat - edge->south;
	along[2] = (edge->east - lon) * edge->narrowing;
	along[3] = edge->north - lat;
	end->at = edge->corner[side] + along[side];
	lat = side == 0 ? edge->south : side == 2 ? edge->north : lat;
	lon = side == 3 ? edge->west : side == 1 ? edge->east : lon;
	end->point = (struct osm_point){ (int32_t)lround(lat), (int32_t)lround(lon) };
}

static int
compare_ends(const void *a, const void *b)
{
	const struct edge_end *x = a, *y = b;

	if (x->at < y->at || x->at > y->at)
		return x->at < y->at ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (int)x->last - (int)y->last;
}

static void
pair(struct edge_end *ends, size_t a, size_t b)
{
	ends[a].partner = b;
	ends[b].partner = a;
	ends[a].forward = true;
	ends[b].forward = false;
}

/* Ends are in order. */
static void
pair_ends(const struct edge *edge, struct edge_end *ends, size_t len)
{
	double sum = 0;
	size_t first;

	for (size_t i = 0; i < len; i += 2)
		sum += ends[i + 1].at - ends[i].at;
	first = sum <= edge->corner[SIDES] / 2 ? 0 : 1;
	for (size_t i = first; i < len; i += 2)
		pair(ends, i, (i + 1) % len);
}

static void
add_corners(const struct edge *edge, struct ring_line *ring, const struct edge_end *from,
            const struct edge_end *to)
{
	const struct osm_point corners[SIDES] = {
		{ (int32_t)lround(edge->south), (int32_t)lround(edge->west) },
		{ (int32_t)lround(edge->south), (int32_t)lround(edge->east) },
		{ (int32_t)lround(edge->north), (int32_t)lround(edge->east) },
		{ (int32_t)lround(edge->north), (int32_t)lround(edge->west) },
	};
	double round = edge->corner[SIDES];
	double begin = from->forward ? from->at : to->at, end = from->forward ? to->at : from->at;
	int passed[2 * SIDES], len = 0;

	end += end < begin ? round : 0;
	for (int i = 0; i < 2 * SIDES; i++) {
		double at = edge->corner[i % SIDES] + (i < SIDES ? 0 : round);

		if (at > begin && at < end)
			passed[len++] = i % SIDES;
	}
	for (int i = 0; i < len; i++)
		ring_line_add(ring, corners[passed[from->forward ? i : len - 1 - i]]);
}

static void
add_line(struct ring_line *ring, const struct ring_line *line, bool backward)
{
	ring->role = ring->len ? ring_role_both(ring->role, line->role) : line->role;
	for (uint32_t i = 0; i < line->len; i++)
		ring_line_add(ring, line->points[backward ? line->len - 1 - i : i]);
}

struct closing {
	const struct ring_lines *open;
	struct edge edge;
	struct edge_end *ends; /* in their order round the edge */
	size_t len;
	size_t (*of_line)[2]; /* where the two ends of a line are */
	bool *used;           /* lines that are part of a ring */
};

/* The ends of all lines that can be closed. */
static void
find_ends(struct closing *c, struct arena *scratch)
{
	c->ends = arena_array(scratch, 2 * c->open->len, sizeof *c->ends);
	for (uint32_t i = 0; i < c->open->len; i++) {
		const struct ring_line *line = &c->open->items[i];
		struct osm_point from = line->points[0], to = line->points[line->len - 1];
		struct edge_end *end = &c->ends[c->len];

		if (!is_near(&c->edge, from) || !is_near(&c->edge, to))
			continue;
		end[0] = (struct edge_end){ .point = from, .line = i };
		end[1] = (struct edge_end){ .point = to, .line = i, .last = true };
		put_on_edge(&c->edge, &end[0]);
		put_on_edge(&c->edge, &end[1]);
		c->len += 2;
	}
	qsort(c->ends, c->len, sizeof *c->ends, compare_ends);
	c->of_line = arena_array(scratch, c->open->len, sizeof *c->of_line);
	for (size_t i = 0; i < c->len; i++)
		c->of_line[c->ends[i].line][c->ends[i].last] = i;
}

/* Where the line that comes in at this end goes out. */
static const struct edge_end *
other_end(const struct closing *c, const struct edge_end *end)
{
	return &c->ends[c->of_line[end->line][!end->last]];
}

/* The points of the ring that begins with a line, at most. */
static size_t
points_round(const struct closing *c, const struct edge_end *first)
{
	const struct edge_end *end = first;
	size_t points = 0;

	do {
		points += c->open->items[end->line].len + SIDES + 2;
		end = &c->ends[other_end(c, end)->partner];
	} while (end != first);
	return points;
}

/* From line to line along the edge, until back at the first. */
static struct ring_line
go_round(struct closing *c, struct arena *arena, const struct edge_end *first)
{
	struct ring_line ring = { 0 };
	const struct edge_end *end = first;

	ring.points = arena_array(arena, points_round(c, first), sizeof *ring.points);
	do {
		const struct edge_end *out = other_end(c, end);
		const struct edge_end *next = &c->ends[out->partner];

		c->used[end->line] = true;
		add_line(&ring, &c->open->items[end->line], end->last);
		ring_line_add(&ring, out->point);
		add_corners(&c->edge, &ring, out, next);
		ring_line_add(&ring, next->point);
		end = next;
	} while (end != first);
	return ring;
}

size_t
rings_close(struct arena *arena, struct arena *scratch, const struct extract *extract,
            const struct ring_lines *open, struct ring_lines *closed)
{
	struct closing c = { .open = open };

	if (!open->len || !extract->has_bounds)
		return open->len;
	c.edge = edge_of(extract);
	c.used = arena_array(scratch, open->len, sizeof *c.used);
	find_ends(&c, scratch);
	pair_ends(&c.edge, c.ends, c.len);
	for (size_t i = 0; i < c.len; i++)
		if (!c.used[c.ends[i].line])
			ring_lines_add_ring(arena, closed, go_round(&c, arena, &c.ends[i]));
	return open->len - c.len / 2;
}
