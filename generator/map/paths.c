#include "map/paths.h"

#include "base/arena.h"
#include "base/mem.h"
#include "map/paths_graph.h"
#include "map/paths_search.h"
#include "map/paths_tree.h"

#include <math.h>
#include <stdlib.h>

static const double A_STEP = 0.001; /* metres; what is nearer to a way stands on it */

struct paths {
	struct graph graph;
	struct tree tree;
	struct arena *arena;
};

struct paths *
paths_new(const struct extract *extract)
{
	struct paths *paths = mem_alloc(sizeof *paths);

	paths->arena = arena_new();
	graph_make(&paths->graph, paths->arena, extract);
	tree_make(&paths->tree, paths->arena, &paths->graph);
	return paths;
}

void
paths_free(struct paths *paths)
{
	if (!paths)
		return;
	arena_free(paths->arena);
	free(paths);
}

bool
paths_any(const struct paths *paths)
{
	return paths->graph.stretches_len > 0;
}

const struct graph *
paths_graph(const struct paths *paths)
{
	return &paths->graph;
}

/* --- joining --------------------------------------------------------------------------------------------- */

static struct paths_spot
join(const struct paths *paths, struct location place, uint32_t part)
{
	const struct graph *graph = &paths->graph;
	struct tree_found found = tree_nearest(&paths->tree, place, PATHS_REACH, part);
	struct paths_spot spot = { .set = found.set, .place = place, .spot = found.spot };
	double from, until;

	if (!found.set)
		return spot;
	from = graph->along[found.at];
	until = graph->along[found.at + 1];
	spot.stretch = found.stretch;
	spot.leg = found.at;
	spot.at = from + (until - from) * found.share;
	spot.off = found.metres;
	return spot;
}

/* The main part where it is near enough: who asks how far things are does not start from a back yard. */
struct paths_spot
paths_join(const struct paths *paths, struct location place)
{
	struct paths_spot spot = join(paths, place, paths->graph.main);

	return spot.set ? spot : join(paths, place, TREE_ANY_PART);
}

static uint32_t
part_of(const struct graph *graph, const struct paths_spot *spot)
{
	return graph->parts[graph->stretches[spot->stretch].a];
}

/* Both in one part: the nearest stretch each, where those hang together; else in the main part. */
static bool
join_both(const struct paths *paths, struct paths_spot *from, struct paths_spot *to)
{
	const struct graph *graph = &paths->graph;
	struct location a = from->place, b = to->place;

	*from = join(paths, a, TREE_ANY_PART);
	*to = join(paths, b, TREE_ANY_PART);
	if (!from->set || !to->set || part_of(graph, from) == part_of(graph, to))
		return from->set && to->set;
	*from = join(paths, a, graph->main);
	*to = join(paths, b, graph->main);
	return from->set && to->set;
}

/* --- the shortest way -------------------------------------------------------------------------------------- */

static void
begin(struct search *search, const struct paths_spot *from, uint32_t root)
{
	const struct stretch *stretch = &search->graph->stretches[from->stretch];
	struct visit visit = {
		.vertex = stretch->a,
		.before = VISIT_NONE,
		.stretch = from->stretch,
		.root = root,
		.metres = from->off + from->at,
	};

	search_offer(search, visit);
	visit.vertex = stretch->b;
	visit.metres = from->off + stretch->metres - from->at;
	search_offer(search, visit);
}

/* From the end `vertex` of its stretch to the place; a ring has two ways. */
static double
rest_to(const struct graph *graph, const struct paths_spot *to, uint32_t vertex)
{
	const struct stretch *stretch = &graph->stretches[to->stretch];
	double rest = INFINITY;

	if (vertex == stretch->a)
		rest = to->at;
	if (vertex == stretch->b)
		rest = fmin(rest, stretch->metres - to->at);
	return rest + to->off;
}

/* Two places at one stretch need no crossing. */
static double
direct(const struct paths_spot *from, const struct paths_spot *to)
{
	return from->stretch == to->stretch ? from->off + fabs(from->at - to->at) + to->off
	                                    : INFINITY;
}

/* The last visit on the shortest way; VISIT_NONE: along the stretch itself. */
static uint32_t
find(struct search *search, const struct paths_spot *from, const struct paths_spot *to)
{
	double best = direct(from, to);
	uint32_t last = VISIT_NONE;
	const struct visit *visit;

	begin(search, from, 0);
	while ((visit = search_next(search, best))) {
		double metres = visit->metres + rest_to(search->graph, to, visit->vertex);

		if (metres < best) {
			best = metres;
			last = (uint32_t)(visit - search->visits);
		}
	}
	return last;
}

static void
add(struct path *path, struct arena *arena, struct location point)
{
	const struct location *last = path->len ? &path->points[path->len - 1] : NULL;

	if (last && last->latitude == point.latitude && last->longitude == point.longitude)
		return;
	path->points = arena_push(arena, path->points, &path->len, sizeof *path->points);
	path->points[path->len - 1] = point;
}

/* What lies on a stretch between two distances from its beginning, the ends not included; backwards where `from`
 * is the greater. */
static void
add_between(struct path *path, struct arena *arena, const struct graph *graph, uint32_t number,
            double from, double to)
{
	const struct stretch *stretch = &graph->stretches[number];

	for (uint32_t i = 0; i < stretch->len; i++) {
		uint32_t at = stretch->first + (from <= to ? i : stretch->len - 1 - i);
		double along = graph->along[at];

		if (along > fmin(from, to) && along < fmax(from, to))
			add(path, arena, graph_location(graph->line[at]));
	}
}

static double
end_at(const struct graph *graph, uint32_t stretch, uint32_t vertex, double near)
{
	const struct stretch *one = &graph->stretches[stretch];

	/* Of a ring, the end that is nearer. */
	if (one->a == one->b)
		return near < one->metres - near ? 0 : one->metres;
	return one->a == vertex ? 0 : one->metres;
}

/* The visits on the way, from the first: turned round in place by their `before`. */
static void
draw(struct path *path, struct arena *arena, const struct search *search, uint32_t last,
     const struct paths_spot *from, const struct paths_spot *to)
{
	const struct graph *graph = search->graph;
	uint32_t *way = NULL, vertex;
	size_t len = 0;

	add(path, arena, from->place);
	if (from->off > A_STEP)
		add(path, arena, from->spot);
	for (uint32_t i = last; i != VISIT_NONE; i = search->visits[i].before) {
		way = arena_push(arena, way, &len, sizeof *way);
		way[len - 1] = i;
	}
	if (len == 0)
		add_between(path, arena, graph, from->stretch, from->at, to->at);
	for (size_t i = len; i-- > 0;) {
		const struct visit *visit = &search->visits[way[i]];
		const struct stretch *stretch = &graph->stretches[visit->stretch];

		vertex = visit->vertex;
		if (visit->before == VISIT_NONE)
			add_between(path, arena, graph, visit->stretch, from->at,
			            end_at(graph, visit->stretch, vertex, from->at));
		else if (stretch->b == vertex)
			add_between(path, arena, graph, visit->stretch, 0, stretch->metres);
		else
			add_between(path, arena, graph, visit->stretch, stretch->metres, 0);
		add(path, arena, graph_location(graph->vertices[vertex]));
	}
	if (len > 0)
		add_between(path, arena, graph, to->stretch,
		            end_at(graph, to->stretch, search->visits[last].vertex, to->at),
		            to->at);
	if (to->off > A_STEP)
		add(path, arena, to->spot);
	add(path, arena, to->place);
}

static double
length_of(const struct path *path)
{
	double metres = 0;

	for (size_t i = 1; i < path->len; i++)
		metres += graph_metres(path->points[i - 1], path->points[i]);
	return metres;
}

static void
turn_round(struct path *path)
{
	for (size_t i = 0, j = path->len; i + 1 < j; i++) {
		struct location point = path->points[--j];

		path->points[j] = path->points[i];
		path->points[i] = point;
	}
}

static bool
same(struct location a, struct location b)
{
	return a.latitude == b.latitude && a.longitude == b.longitude;
}

void
paths_walk(const struct paths *paths, struct arena *arena, struct location from, struct location to,
           struct path *path)
{
	/* Always searched in the same direction, so that the way back is the way there, to the last bit. */
	bool back = from.latitude > to.latitude ||
	            (from.latitude == to.latitude && from.longitude > to.longitude);
	struct paths_spot a = { .place = back ? to : from }, b = { .place = back ? from : to };
	double aim[3];
	struct search search;

	*path = (struct path){ 0 };
	if (same(from, to) || !join_both(paths, &a, &b)) {
		path->straight = !same(from, to);
		add(path, arena, from);
		add(path, arena, to);
		path->metres = length_of(path);
		return;
	}
	graph_unit(b.spot, aim);
	search_start(&search, &paths->graph, aim);
	draw(path, arena, &search, find(&search, &a, &b), &a, &b);
	search_release(&search);
	path->metres = length_of(path);
	if (back)
		turn_round(path);
}

/* --- the nearest of several ------------------------------------------------------------------------------------ */

/* One of those that are looked for, and where it stands along its stretch. */
struct stop {
	uint32_t stretch;
	double at, off;
	size_t index;
};

static int
by_place(const void *a, const void *b)
{
	const struct stop *x = a, *y = b;

	if (x->stretch != y->stretch)
		return x->stretch < y->stretch ? -1 : 1;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

static struct stop *
sorted_stops(const struct paths_spot *to, size_t to_len, size_t *len)
{
	struct stop *stops = mem_alloc(size_mul(size_add(to_len, 1), sizeof *stops));

	*len = 0;
	for (size_t i = 0; i < to_len; i++)
		if (to[i].set)
			stops[(*len)++] = (struct stop){ to[i].stretch, to[i].at, to[i].off, i };
	if (*len > 0)
		qsort(stops, *len, sizeof *stops, by_place);
	return stops;
}

static void
offer(struct paths_near *near, size_t index, double metres)
{
	if (near->metres < metres || (near->metres == metres && near->set && near->index <= index))
		return;
	*near = (struct paths_near){ true, index, metres };
}

/* Those at the same stretch need no crossing: they are looked at from the place outwards, until even one beside the
 * way would be too far. */
static void
look_along(struct paths_near *near, const struct paths_spot *from, const struct stop *stops,
           size_t len)
{
	const struct stop place = { from->stretch, from->at, 0, 0 };
	size_t low = 0, high = len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (by_place(&stops[middle], &place) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i < len && stops[i].stretch == from->stretch &&
	                     from->off + stops[i].at - from->at <= near->metres;
	     i++)
		offer(near, stops[i].index, from->off + stops[i].at - from->at + stops[i].off);
	for (size_t i = low; i-- > 0 && stops[i].stretch == from->stretch &&
	                     from->off + from->at - stops[i].at <= near->metres;)
		offer(near, stops[i].index, from->off + from->at - stops[i].at + stops[i].off);
}

static void
look_at_ends(struct paths_near *near, const struct paths_spot *from, const struct search *search)
{
	const struct stretch *stretch = &search->graph->stretches[from->stretch];
	const uint32_t ends[] = { stretch->a, stretch->b };

	for (size_t i = 0; i < countof(ends); i++) {
		const struct visit *visit = search_visit(search, ends[i]);

		if (visit && visit->done)
			offer(near, visit->root,
			      visit->metres + rest_to(search->graph, from, ends[i]));
	}
}

/* Dijkstra's search from all of `to` at once: each crossing is reached first by the one that is nearest to it. */
void
paths_nearest(const struct paths *paths, const struct paths_spot *of, size_t of_len,
              const struct paths_spot *to, size_t to_len, double most, struct paths_near *nearest)
{
	size_t stops_len;
	struct stop *stops = sorted_stops(to, to_len, &stops_len);
	struct search search;

	search_start(&search, &paths->graph, NULL);
	for (size_t i = 0; i < stops_len; i++)
		begin(&search, &to[stops[i].index], (uint32_t)stops[i].index);
	while (search_next(&search, most))
		;
	for (size_t i = 0; i < of_len; i++) {
		nearest[i] = (struct paths_near){ .metres = most };
		if (!of[i].set)
			continue;
		look_along(&nearest[i], &of[i], stops, stops_len);
		look_at_ends(&nearest[i], &of[i], &search);
	}
	search_release(&search);
	free(stops);
}
