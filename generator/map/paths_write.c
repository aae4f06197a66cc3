#include "base/buf.h"
#include "base/mem.h"
#include "map/paths.h"
#include "map/paths_graph.h"

#include <math.h>
#include <stdlib.h>

enum { OUTSIDE = UINT32_MAX };

/* A stretch between two ends that are written, by their new numbers. */
struct hop {
	uint32_t a, b;
	long metres;
};

static int
by_ends(const void *a, const void *b)
{
	const struct hop *x = a, *y = b;

	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	if (x->b != y->b)
		return x->b < y->b ? -1 : 1;
	return (x->metres > y->metres) - (x->metres < y->metres);
}

static bool
is_within(struct box box, struct osm_point point)
{
	struct spot spot = mercator_osm(point);

	return spot.x >= box.x0 && spot.x <= box.x1 && spot.y >= box.y0 && spot.y <= box.y1;
}

/* Rings lead nowhere, and of several ways between the same two ends the shortest will do. */
static size_t
take_hops(struct hop *hops, const struct graph *graph, const bool *within)
{
	size_t len = 0, kept = 0;

	for (uint32_t i = 0; i < graph->stretches_len; i++) {
		const struct stretch *stretch = &graph->stretches[i];
		uint32_t a = stretch->a, b = stretch->b;

		if (a != b && within[a] && within[b])
			hops[len++] = (struct hop){ a < b ? a : b, a < b ? b : a,
				                    lround(stretch->metres) };
	}
	if (len > 0)
		qsort(hops, len, sizeof *hops, by_ends);
	for (size_t i = 0; i < len; i++)
		if (kept == 0 || hops[kept - 1].a != hops[i].a || hops[kept - 1].b != hops[i].b)
			hops[kept++] = hops[i];
	return kept;
}

/* Numbers the ends of hops as they come up, and writes where they are. */
static void
write_ends(struct buf *out, const struct graph *graph, struct hop *hops, size_t len,
           uint32_t *number)
{
	long lat = 0, lon = 0;
	uint32_t next = 0;

	for (uint32_t i = 0; i < graph->vertices_len; i++)
		number[i] = OUTSIDE;
	for (size_t i = 0; i < 2 * len; i++) {
		uint32_t *end = i % 2 ? &hops[i / 2].b : &hops[i / 2].a;
		struct osm_point at = graph->vertices[*end];
		long new_lat = lround(at.lat / 100.0), new_lon = lround(at.lon / 100.0);

		if (number[*end] == OUTSIDE) {
			buf_printf(out, "%s%ld,%ld", next > 0 ? "," : "", new_lat - lat,
			           new_lon - lon);
			lat = new_lat;
			lon = new_lon;
			number[*end] = next++;
		}
		*end = number[*end];
	}
}

void
paths_write(const struct paths *paths, struct box box, struct buf *out)
{
	const struct graph *graph = paths_graph(paths);
	struct hop *hops = mem_alloc(size_mul(size_add(graph->stretches_len, 1), sizeof *hops));
	bool *within = mem_alloc(size_add(graph->vertices_len, 1));
	uint32_t *number = mem_alloc(size_mul(size_add(graph->vertices_len, 1), sizeof *number));
	size_t len;

	for (uint32_t i = 0; i < graph->vertices_len; i++)
		within[i] = is_within(box, graph->vertices[i]);
	len = take_hops(hops, graph, within);
	buf_adds(out, "{\"at\":[");
	write_ends(out, graph, hops, len, number);
	buf_adds(out, "],\"to\":[");
	for (size_t i = 0; i < len; i++)
		buf_printf(out, "%s%u,%u,%ld", i > 0 ? "," : "", hops[i].a, hops[i].b,
		           hops[i].metres);
	buf_adds(out, "]}");
	free(hops);
	free(within);
	free(number);
}
