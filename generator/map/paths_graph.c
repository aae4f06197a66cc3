#include "map/paths_graph.h"

#include "base/arena.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* IUGG mean radius. */
static const double EARTH_METRES = 6371008.8;

enum { NONE = UINT32_MAX };

/* --- the ground ---------------------------------------------------------------------------------------- */

struct location
graph_location(struct osm_point point)
{
	return (struct location){ true, point.lat / 1e7, point.lon / 1e7 };
}

double
graph_metres(struct location a, struct location b)
{
	double lat = (b.latitude - a.latitude) * M_PI / 360,
	       lon = (b.longitude - a.longitude) * M_PI / 360;
	double h = sin(lat) * sin(lat) + cos(a.latitude * M_PI / 180) *
	                                         cos(b.latitude * M_PI / 180) * sin(lon) * sin(lon);

	return 2 * EARTH_METRES * asin(sqrt(h < 1 ? h : 1));
}

void
graph_unit(struct location at, double unit[3])
{
	double lat = at.latitude * M_PI / 180, lon = at.longitude * M_PI / 180;

	unit[0] = cos(lat) * cos(lon);
	unit[1] = cos(lat) * sin(lon);
	unit[2] = sin(lat);
}

double
graph_chord(const double a[3], const double b[3])
{
	double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];

	return EARTH_METRES * sqrt(x * x + y * y + z * z);
}

/* --- stretches: from one crossing to the next ------------------------------------------------------------- */

/* While it is made. */
struct work {
	const struct legs *legs;
	uint32_t *first, *meeting; /* the legs that meet at each spot */
	uint32_t *vertex_of;       /* by spot; NONE */
	bool *used;                /* by leg */
	struct graph *graph;
};

/* What meets at each of `heads` points: `ends` holds `len` things of `size` bytes that begin with their two ends.
 * Those of point p are items[first[p]] to items[first[p + 1] - 1], in their order. */
static void
link_ends(uint32_t *first, uint32_t *items, size_t heads, const void *ends, size_t len, size_t size)
{
	const char *bytes = ends;

	for (size_t i = 0; i < len; i++) {
		struct leg one;

		memcpy(&one, bytes + i * size, sizeof one);
		first[one.a]++;
		first[one.b]++;
	}
	for (size_t i = 1; i <= heads; i++)
		first[i] += first[i - 1];
	for (size_t i = len; i-- > 0;) {
		struct leg one;

		memcpy(&one, bytes + i * size, sizeof one);
		items[--first[one.a]] = (uint32_t)i;
		items[--first[one.b]] = (uint32_t)i;
	}
}

static void
add_vertex(struct work *work, uint32_t spot)
{
	struct graph *graph = work->graph;

	work->vertex_of[spot] = graph->vertices_len;
	graph->vertices[graph->vertices_len++] = work->legs->spots[spot];
}

static void
add_point(struct graph *graph, struct stretch *stretch, struct osm_point point)
{
	uint32_t at = graph->line_len++;

	graph->line[at] = point;
	if (stretch->len++ > 0)
		stretch->metres +=
			graph_metres(graph_location(graph->line[at - 1]), graph_location(point));
	graph->along[at] = stretch->metres;
}

/* From a vertex along `leg` and on, to the next vertex. */
static void
trace(struct work *work, uint32_t spot, uint32_t leg)
{
	struct graph *graph = work->graph;
	struct stretch *stretch = &graph->stretches[graph->stretches_len++];

	*stretch = (struct stretch){ .a = work->vertex_of[spot], .first = graph->line_len };
	add_point(graph, stretch, work->legs->spots[spot]);
	for (;;) {
		const struct leg *one = &work->legs->items[leg];

		work->used[leg] = true;
		spot = one->a == spot ? one->b : one->a;
		add_point(graph, stretch, work->legs->spots[spot]);
		if (work->vertex_of[spot] != NONE)
			break;
		/* No vertex: just two legs meet here. */
		leg = work->meeting[work->first[spot]] == leg ? work->meeting[work->first[spot] + 1]
		                                              : work->meeting[work->first[spot]];
	}
	stretch->b = work->vertex_of[spot];
}

static void
trace_from(struct work *work, uint32_t spot)
{
	for (uint32_t i = work->first[spot]; i < work->first[spot + 1]; i++)
		if (!work->used[work->meeting[i]])
			trace(work, spot, work->meeting[i]);
}

static void
make_stretches(struct work *work)
{
	const struct legs *legs = work->legs;

	for (size_t i = 0; i < legs->spots_len; i++) {
		work->vertex_of[i] = NONE;
		if (work->first[i + 1] - work->first[i] != 2)
			add_vertex(work, (uint32_t)i);
	}
	for (size_t i = 0; i < legs->spots_len; i++)
		if (work->vertex_of[i] != NONE)
			trace_from(work, (uint32_t)i);
	/* What is left are rings that meet nothing. */
	for (size_t i = 0; i < legs->len; i++)
		if (!work->used[i]) {
			add_vertex(work, legs->items[i].a);
			trace(work, legs->items[i].a, (uint32_t)i);
		}
}

/* --- parts -------------------------------------------------------------------------------------------------- */

static void
flood(struct graph *graph, uint32_t from, uint32_t part, uint32_t *stack)
{
	size_t len = 0;

	graph->parts[from] = part;
	stack[len++] = from;
	while (len > 0) {
		uint32_t vertex = stack[--len];

		for (uint32_t i = graph->arcs_first[vertex]; i < graph->arcs_first[vertex + 1];
		     i++) {
			const struct stretch *stretch = &graph->stretches[graph->arcs[i]];
			uint32_t other = stretch->a == vertex ? stretch->b : stretch->a;

			if (graph->parts[other] == NONE) {
				graph->parts[other] = part;
				stack[len++] = other;
			}
		}
	}
}

static void
make_parts(struct graph *graph)
{
	uint32_t *stack = mem_alloc(size_mul(size_add(graph->vertices_len, 1), sizeof *stack));
	double *metres = mem_alloc(size_mul(size_add(graph->vertices_len, 1), sizeof *metres));
	uint32_t parts = 0;

	for (uint32_t i = 0; i < graph->vertices_len; i++)
		graph->parts[i] = NONE;
	for (uint32_t i = 0; i < graph->vertices_len; i++)
		if (graph->parts[i] == NONE)
			flood(graph, i, parts++, stack);
	for (uint32_t i = 0; i < graph->stretches_len; i++)
		metres[graph->parts[graph->stretches[i].a]] += graph->stretches[i].metres;
	for (uint32_t i = 0; i < parts; i++)
		if (metres[i] > metres[graph->main])
			graph->main = i;
	free(stack);
	free(metres);
}

/* --- the graph ---------------------------------------------------------------------------------------------- */

/* Room for the most that there can be: a vertex per spot, a stretch per leg. Released where it is not needed. */
static void
start(struct work *work, struct arena *arena)
{
	const struct legs *legs = work->legs;
	struct graph *graph = work->graph;

	work->first = mem_alloc(size_mul(size_add(legs->spots_len, 1), sizeof *work->first));
	work->meeting =
		mem_alloc(size_mul(size_add(size_mul(legs->len, 2), 1), sizeof *work->meeting));
	work->vertex_of =
		mem_alloc(size_mul(size_add(legs->spots_len, 1), sizeof *work->vertex_of));
	work->used = mem_alloc(size_add(legs->len, 1));
	link_ends(work->first, work->meeting, legs->spots_len, legs->items, legs->len,
	          sizeof *legs->items);
	graph->vertices =
		mem_alloc(size_mul(size_add(legs->spots_len, 1), sizeof *graph->vertices));
	graph->stretches = mem_alloc(size_mul(size_add(legs->len, 1), sizeof *graph->stretches));
	/* Each leg ends in one point; each stretch, of which there are no more, begins in one. */
	graph->line = arena_array(arena, size_mul(legs->len, 2), sizeof *graph->line);
	graph->along = arena_array(arena, size_mul(legs->len, 2), sizeof *graph->along);
}

static void
settle(struct graph *graph, struct arena *arena)
{
	struct osm_point *vertices = graph->vertices;
	struct stretch *stretches = graph->stretches;

	graph->vertices = arena_copy(arena, vertices, graph->vertices_len * sizeof *vertices);
	graph->stretches = arena_copy(arena, stretches, graph->stretches_len * sizeof *stretches);
	free(vertices);
	free(stretches);
	graph->parts = arena_array(arena, graph->vertices_len, sizeof *graph->parts);
	graph->units = arena_array(arena, graph->vertices_len, sizeof *graph->units);
	for (uint32_t i = 0; i < graph->vertices_len; i++)
		graph_unit(graph_location(graph->vertices[i]), graph->units[i]);
	graph->arcs_first =
		arena_array(arena, (size_t)graph->vertices_len + 1, sizeof *graph->arcs_first);
	graph->arcs = arena_array(arena, (size_t)graph->stretches_len * 2, sizeof *graph->arcs);
	link_ends(graph->arcs_first, graph->arcs, graph->vertices_len, graph->stretches,
	          graph->stretches_len, sizeof *graph->stretches);
}

void
graph_make(struct graph *graph, struct arena *arena, const struct extract *extract)
{
	struct legs legs;
	struct work work = { .legs = &legs, .graph = graph };

	*graph = (struct graph){ 0 };
	legs_collect(&legs, extract);
	start(&work, arena);
	make_stretches(&work);
	settle(graph, arena);
	make_parts(graph);
	free(work.first);
	free(work.meeting);
	free(work.vertex_of);
	free(work.used);
	legs_release(&legs);
}
