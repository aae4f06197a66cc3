#ifndef MAP_PATHS_SEARCH_H
#define MAP_PATHS_SEARCH_H
/*
 * paths_search: from one vertex to the next, the nearest first: Dijkstra's search, and A* where it is known where
 * to go.
 *
 * Memory  grows with the vertices that are visited, not with the graph; on the heap.
 */
#include "map/paths_graph.h"

enum { VISIT_NONE = UINT32_MAX };

/* A vertex that was reached. */
struct visit {
	uint32_t vertex;
	uint32_t before,
		stretch; /* the visit from which, and along what; VISIT_NONE: it began here */
	uint32_t root;   /* of several beginnings, which; the caller's number */
	double metres;
	bool done; /* no shorter way can be found any more */
};

struct search {
	const struct graph *graph;
	const double *aim; /* of the unit sphere; NULL: everywhere */
	struct visit *visits;
	uint32_t visits_len, visits_room;
	uint32_t *slots; /* visits by vertex, plus 1; a power of two */
	uint32_t slots_len;
	struct open {
		double key;
		uint32_t visit;
	} * heap;
	size_t heap_len, heap_room;
};

/* `aim` is borrowed. */
void search_start(struct search *search, const struct graph *graph, const double *aim);
void search_release(struct search *search);
/* A vertex that can be reached. */
void search_offer(struct search *search, struct visit visit);
/* The nearest one that is not done, which then is; NULL: there is none whose way (to the aim, at the least) is shorter
 * than `limit`. Valid until the next call. */
const struct visit *search_next(struct search *search, double limit);
/* NULL: it was not reached. */
const struct visit *search_visit(const struct search *search, uint32_t vertex);
#endif
