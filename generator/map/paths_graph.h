#ifndef MAP_PATHS_GRAPH_H
#define MAP_PATHS_GRAPH_H
/*
 * paths_graph: streets and footpaths as a graph: ends and crossings, and the stretches between them.
 *
 * Vertices  nodes at which a way ends, or ways meet; a ring that meets nothing has one all the same.
 * Parts     what hangs together is one part; `main` is the one with the most metres: what is cut off from it (a
 *           courtyard, the garden paths of a school) is rarely where somebody wants to go.
 * Memory    everything in the graph's arena.
 */
#include "map/mercator.h"

struct arena;

struct stretch {
	uint32_t a, b;       /* its vertices; the same for a ring */
	uint32_t first, len; /* of graph->line, both vertices included */
	double metres;
};

struct graph {
	struct osm_point *vertices;
	uint32_t *parts;    /* of each vertex */
	double (*units)[3]; /* each vertex as a point of the unit sphere */
	uint32_t *
		arcs_first; /* vertices_len + 1 of them: where a vertex's stretches begin in `arcs` */
	uint32_t *arcs;     /* indexes of stretches */
	uint32_t vertices_len;
	struct stretch *stretches;
	uint32_t stretches_len;
	struct osm_point *line; /* of all stretches, one after the other */
	double *along;          /* metres from the stretch's beginning */
	uint32_t line_len;
	uint32_t main;
};

void graph_make(struct graph *graph, struct arena *arena, const struct extract *extract);
/* Over the ground (haversine). */
double graph_metres(struct location a, struct location b);
struct location graph_location(struct osm_point point);
/* The same place on the unit sphere: the straight line through the earth is never longer than a way over it. */
void graph_unit(struct location at, double unit[3]);
double graph_chord(const double a[3], const double b[3]); /* metres */

/* paths_legs.c: what is walkable, from one node to the next; on the heap. */
struct leg {
	uint32_t a, b; /* spots, a < b; each pair once */
};

struct legs {
	struct osm_point *spots;
	size_t spots_len;
	struct leg *items;
	size_t len;
};

void legs_collect(struct legs *legs, const struct extract *extract);
void legs_release(struct legs *legs);

/* paths.c */
struct paths;
const struct graph *paths_graph(const struct paths *paths);

/* paths_access.c: whether people may walk along it, by its own tags. */
bool graph_walkable(const struct osm_object *way);
/* Whether a node (a locked gate) stops them. */
bool graph_blocked(const struct osm_object *node);
#endif
