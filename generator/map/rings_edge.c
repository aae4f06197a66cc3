#include "map/rings_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

/*
 * Where an extract was cut, areas are cut too: of a wood that goes on beyond the edge there are lines that come
 * in over the edge and leave again. Their ends, in the order in which they lie round the edge, belong together two by two:
 * the wood is either between the first and the second, the third and the fourth…, or in the other
 * gaps. The file does not say which; the shorter edge is taken, which is right wherever most of the area is
 * not along the edge.
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
	struct edge edge = { extract->south * 1e7, extract->west * 1e7, extract->north * 1e7,
		             extract->east * 1e7, 1,                    { 0 } };
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

/* From line to line along the edge, until back at the first. `other` is a line's other end. */
static struct ring_line
go_round(struct arena *arena, const struct edge *edge, const struct ring_lines *lines,
         const struct edge_end *ends, const size_t (*by_line)[2], bool *used, uint32_t first)
{
	struct ring_line ring = { 0 };
	size_t room = 0;
	size_t end = by_line[first][0];

	for (uint32_t line = first; !used[line];) {
		used[line] = true;
		room += lines->items[line].len + SIDES + 2;
		end = ends[by_line[line][!ends[end].last]].partner;
		line = ends[end].line;
	}
	ring.points = arena_array(arena, room, sizeof *ring.points);
	end = by_line[first][0];
	do {
		const struct edge_end *entry = &ends[end];
		const struct edge_end *leaving = &ends[by_line[entry->line][!entry->last]];

		add_line(&ring, &lines->items[entry->line], entry->last);
		ring_line_add(&ring, leaving->point);
		add_corners(edge, &ring, leaving, &ends[leaving->partner]);
		ring_line_add(&ring, ends[leaving->partner].point);
		end = leaving->partner;
	} while (end != by_line[first][0]);
	return ring;
}

/* The ends of all lines that can be closed, in their order round the edge. */
static struct edge_end *
find_ends(struct arena *scratch, const struct edge *edge, const struct ring_lines *open,
          size_t *len)
{
	struct edge_end *ends = arena_array(scratch, 2 * open->len + 1, sizeof *ends);

	for (uint32_t i = 0; i < open->len; i++) {
		const struct ring_line *line = &open->items[i];
		struct osm_point from = line->points[0], to = line->points[line->len - 1];

		if (!is_near(edge, from) || !is_near(edge, to))
			continue;
		ends[*len] = (struct edge_end){ .point = from, .line = i };
		ends[*len + 1] = (struct edge_end){ .point = to, .line = i, .last = true };
		put_on_edge(edge, &ends[*len]);
		put_on_edge(edge, &ends[*len + 1]);
		*len += 2;
	}
	qsort(ends, *len, sizeof *ends, compare_ends);
	return ends;
}

size_t
rings_close(struct arena *arena, struct arena *scratch, const struct extract *extract,
            const struct ring_lines *open, struct ring_lines *closed)
{
	struct edge edge;
	struct edge_end *ends;
	size_t(*by_line)[2];
	size_t len = 0;
	bool *used;

	if (!open->len || !extract->has_bounds)
		return open->len;
	edge = edge_of(extract);
	ends = find_ends(scratch, &edge, open, &len);
	by_line = arena_array(scratch, open->len, sizeof *by_line);
	used = arena_array(scratch, open->len, sizeof *used);
	pair_ends(&edge, ends, len);
	for (size_t i = 0; i < len; i++)
		by_line[ends[i].line][ends[i].last] = i;
	for (size_t i = 0; i < len; i++)
		if (!used[ends[i].line])
			ring_lines_add_ring(arena, closed,
			                    go_round(arena, &edge, open, ends,
			                             (const size_t(*)[2])by_line, used,
			                             ends[i].line));
	return open->len - len / 2;
}
