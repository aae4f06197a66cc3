#include "map/paths_tree.h"

#include "base/arena.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* --- made ------------------------------------------------------------------------------------------------ */

struct placed {
	struct tree_leg leg;
	uint64_t rank;
};

/* The bits of a number, with a gap before each. */
static uint64_t
spread(uint32_t number)
{
	static const uint64_t masks[] = { 0x0000ffff0000ffff, 0x00ff00ff00ff00ff,
		                          0x0f0f0f0f0f0f0f0f, 0x3333333333333333,
		                          0x5555555555555555 };
	uint64_t bits = number;

	for (size_t i = 0, shift = 16; i < countof(masks); i++, shift /= 2)
		bits = (bits | bits << shift) & masks[i];
	return bits;
}

/* Along Morton's curve: neighbours there are mostly neighbours on the ground. */
static uint64_t
rank_of(struct osm_point a, struct osm_point b)
{
	uint32_t y = (uint32_t)(((int64_t)a.lat + b.lat) / 2 + 900000000);
	uint32_t x = (uint32_t)(((int64_t)a.lon + b.lon) / 2 + 1800000000);

	return spread(y) << 1 | spread(x);
}

static int
by_rank(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->leg.at > y->leg.at) - (x->leg.at < y->leg.at);
}

static void
add_point(struct tree_box *box, struct osm_point point)
{
	box->south = point.lat < box->south ? point.lat : box->south;
	box->north = point.lat > box->north ? point.lat : box->north;
	box->west = point.lon < box->west ? point.lon : box->west;
	box->east = point.lon > box->east ? point.lon : box->east;
}

static struct tree_box
no_box(void)
{
	return (struct tree_box){ INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN };
}

static void
add_box(struct tree_box *box, const struct tree_box *more)
{
	add_point(box, (struct osm_point){ more->south, more->west });
	add_point(box, (struct osm_point){ more->north, more->east });
}

static void
add_levels(struct tree *tree, struct arena *arena)
{
	while (tree->level_len[tree->levels - 1] > 1) {
		uint32_t below_len = tree->level_len[tree->levels - 1];
		const struct tree_box *below = tree->level[tree->levels - 1];
		uint32_t len = (below_len + TREE_FAN - 1) / TREE_FAN;
		struct tree_box *boxes = arena_array(arena, len, sizeof *boxes);

		for (uint32_t i = 0; i < below_len; i++) {
			if (i % TREE_FAN == 0)
				boxes[i / TREE_FAN] = no_box();
			add_box(&boxes[i / TREE_FAN], &below[i]);
		}
		tree->level[tree->levels] = boxes;
		tree->level_len[tree->levels++] = len;
	}
}

static uint32_t
place_legs(struct placed *placed, const struct graph *graph)
{
	uint32_t len = 0;

	for (uint32_t s = 0; s < graph->stretches_len; s++) {
		const struct stretch *stretch = &graph->stretches[s];

		for (uint32_t i = stretch->first; i + 1 < stretch->first + stretch->len; i++)
			placed[len++] =
				(struct placed){ { s, i },
				                 rank_of(graph->line[i], graph->line[i + 1]) };
	}
	return len;
}

void
tree_make(struct tree *tree, struct arena *arena, const struct graph *graph)
{
	struct placed *placed = mem_alloc(size_mul(size_add(graph->line_len, 1), sizeof *placed));
	struct tree_box *boxes;

	*tree = (struct tree){ .graph = graph, .levels = 1 };
	tree->legs_len = place_legs(placed, graph);
	qsort(placed, tree->legs_len, sizeof *placed, by_rank);
	tree->legs = arena_array(arena, tree->legs_len, sizeof *tree->legs);
	boxes = arena_array(arena, tree->legs_len, sizeof *boxes);
	for (uint32_t i = 0; i < tree->legs_len; i++) {
		tree->legs[i] = placed[i].leg;
		boxes[i] = no_box();
		add_point(&boxes[i], graph->line[placed[i].leg.at]);
		add_point(&boxes[i], graph->line[placed[i].leg.at + 1]);
	}
	tree->level[0] = boxes;
	tree->level_len[0] = tree->legs_len;
	add_levels(tree, arena);
	free(placed);
}

/* --- asked ------------------------------------------------------------------------------------------------ */

/* Around a place the ground is flat: metres east and north of it. */
struct query {
	const struct tree *tree;
	double lat, lon;         /* 1e-7 degrees */
	double per_lat, per_lon; /* metres */
	uint32_t part;
	double best; /* square of the distance; nothing farther counts */
	struct tree_found found;
};

static double
square_to_box(const struct query *query, const struct tree_box *box)
{
	double y = query->lat < box->south   ? box->south - query->lat
	           : query->lat > box->north ? query->lat - box->north
	                                     : 0;
	double x = query->lon < box->west   ? box->west - query->lon
	           : query->lon > box->east ? query->lon - box->east
	                                    : 0;

	x *= query->per_lon;
	y *= query->per_lat;
	return x * x + y * y;
}

static void
look_at_leg(struct query *query, const struct tree_leg *leg)
{
	const struct graph *graph = query->tree->graph;
	struct osm_point a = graph->line[leg->at], b = graph->line[leg->at + 1];
	double ax = (a.lon - query->lon) * query->per_lon,
	       ay = (a.lat - query->lat) * query->per_lat;
	double dx = ((double)b.lon - a.lon) * query->per_lon,
	       dy = ((double)b.lat - a.lat) * query->per_lat;
	double square = dx * dx + dy * dy, share = square > 0 ? -(ax * dx + ay * dy) / square : 0;
	double x, y;

	if (query->part != TREE_ANY_PART &&
	    graph->parts[graph->stretches[leg->stretch].a] != query->part)
		return;
	share = share < 0 ? 0 : share > 1 ? 1 : share;
	x = ax + share * dx;
	y = ay + share * dy;
	/* Of two as near (both meet at a crossing) the first in the graph, whatever the tree's order. */
	if (x * x + y * y > query->best ||
	    (x * x + y * y == query->best && query->found.set && leg->at > query->found.at))
		return;
	query->best = x * x + y * y;
	query->found = (struct tree_found){ true, leg->stretch, leg->at, { 0 }, share, 0 };
}

static void
look_below(struct query *query, int level, uint32_t first, uint32_t len)
{
	const struct tree *tree = query->tree;

	for (uint32_t i = first; i < first + len && i < tree->level_len[level]; i++) {
		if (square_to_box(query, &tree->level[level][i]) > query->best)
			continue;
		if (level == 0)
			look_at_leg(query, &tree->legs[i]);
		else
			look_below(query, level - 1, i * TREE_FAN, TREE_FAN);
	}
}

struct tree_found
tree_nearest(const struct tree *tree, struct location place, double reach, uint32_t part)
{
	struct query query = { .tree = tree, .part = part, .best = reach * reach };
	struct tree_found *found = &query.found;
	struct location a, b;

	/* Written so that what is no number is no place either. */
	if (!place.set || !(fabs(place.latitude) <= 90) || !(fabs(place.longitude) <= 180))
		return query.found;
	query.lat = place.latitude * 1e7;
	query.lon = place.longitude * 1e7;
	query.per_lat = 6371008.8 * M_PI / 180 / 1e7;
	query.per_lon = query.per_lat * cos(place.latitude * M_PI / 180);
	look_below(&query, tree->levels - 1, 0, 1);
	if (!found->set)
		return query.found;
	a = graph_location(tree->graph->line[found->at]);
	b = graph_location(tree->graph->line[found->at + 1]);
	found->spot =
		(struct location){ true, a.latitude + (b.latitude - a.latitude) * found->share,
		                   a.longitude + (b.longitude - a.longitude) * found->share };
	found->metres = graph_metres(place, found->spot);
	/* Near the poles the ground is not flat. */
	found->set = found->metres <= reach * 1.01;
	return query.found;
}
