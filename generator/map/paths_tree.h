#ifndef MAP_PATHS_TREE_H
#define MAP_PATHS_TREE_H
/*
 * paths_tree: the leg of a graph that is nearest to a place.
 *
 * Boxes of TREE_FAN legs that lie close together (along a curve through all of them), boxes of those, and so on: a
 * long leg costs no more than a short one, which a grid of cells could not say.
 */
#include "map/paths_graph.h"

enum { TREE_FAN = 8, TREE_LEVELS = 12 }; /* 8^12 is more than there can be */

struct tree_box {
	int32_t south, west, north, east;
};

struct tree {
	const struct graph *graph;
	struct tree_leg {
		uint32_t stretch, at; /* from graph->line[at] to the next */
	} * legs;
	uint32_t legs_len;
	struct tree_box *level[TREE_LEVELS]; /* the first is of legs, the last one box */
	uint32_t level_len[TREE_LEVELS];
	int levels;
};

struct tree_found {
	bool set;
	uint32_t stretch, at;
	struct location spot; /* on the leg */
	double share;         /* 0 .. 1: where on it */
	double metres;        /* from the place */
};

enum { TREE_ANY_PART = UINT32_MAX };

void tree_make(struct tree *tree, struct arena *arena, const struct graph *graph);
/* At most `reach` metres away, of one part of the graph or any. */
struct tree_found
tree_nearest(const struct tree *tree, struct location place, double reach, uint32_t part);
#endif
