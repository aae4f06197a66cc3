#include "map/paths_graph.h"

#include "base/mem.h"

#include <stdlib.h>

/* Between two nodes nobody walks farther than this in a straight line; where ways lost nodes to the edge of the
 * extract, the line between what is left is no way at all. */
static const double LEG_MOST = 10000, LEG_MOST_CUT = 250;

enum { BLOCKED = UINT32_MAX };

/* While they are collected. A blocked node is another spot for each way into it, so that nothing leads through. */
struct work {
	const struct extract *extract;
	struct legs *legs;
	uint32_t *spot_of; /* by index of the node, plus 1; 0: none yet; BLOCKED */
	size_t spots_room, room;
};

static void *
grown(void *array, size_t len, size_t *room, size_t size)
{
	if (len < *room)
		return array;
	*room = *room ? size_mul(*room, 2) : 1024;
	return mem_resize(array, size_mul(*room, size));
}

static uint32_t
spot_add(struct work *work, struct osm_point at)
{
	struct legs *legs = work->legs;

	legs->spots = grown(legs->spots, legs->spots_len, &work->spots_room, sizeof *legs->spots);
	legs->spots[legs->spots_len] = at;
	return (uint32_t)legs->spots_len++;
}

static uint32_t
spot_of(struct work *work, uint32_t node)
{
	struct osm_point at = work->extract->points[node];

	if (work->spot_of[node] == BLOCKED)
		return spot_add(work, at);
	if (work->spot_of[node] == 0)
		work->spot_of[node] = spot_add(work, at) + 1;
	return work->spot_of[node] - 1;
}

static void
add_way(struct work *work, const struct osm_way *way)
{
	double most = way->whole ? LEG_MOST : LEG_MOST_CUT;
	const struct osm_point *points = work->extract->points;
	struct legs *legs = work->legs;

	for (uint32_t i = 0; i + 1 < way->len; i++) {
		struct osm_point from = points[way->nodes[i]], to = points[way->nodes[i + 1]];
		uint32_t a, b;

		/* One over the date line would be searched for all round the world. */
		if (way->nodes[i] == way->nodes[i + 1] ||
		    llabs((long long)from.lon - to.lon) > 1800000000 ||
		    graph_metres(graph_location(from), graph_location(to)) > most)
			continue;
		a = spot_of(work, way->nodes[i]);
		b = spot_of(work, way->nodes[i + 1]);
		legs->items = grown(legs->items, legs->len, &work->room, sizeof *legs->items);
		legs->items[legs->len++] = a < b ? (struct leg){ a, b } : (struct leg){ b, a };
	}
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
mark_blocked(struct work *work)
{
	const struct extract *extract = work->extract;

	for (size_t i = 0; i < extract->nodes_len; i++) {
		const struct osm_object *node = &extract->nodes[i].object;
		const int64_t *found;

		if (!graph_blocked(node))
			continue;
		found = bsearch(&node->id, extract->ids, extract->points_len, sizeof node->id,
		                by_id);
		if (found)
			work->spot_of[found - extract->ids] = BLOCKED;
	}
}

/* Squares drawn as relations: their edges are walked like those of closed ways. */
static void
mark_members(const struct extract *extract, bool *walkable)
{
	for (size_t i = 0; i < extract->relations_len; i++) {
		const struct osm_relation *relation = &extract->relations[i];

		if (!osm_is(&relation->object, "type", "multipolygon") ||
		    !graph_walkable(&relation->object))
			continue;
		for (uint32_t m = 0; m < relation->len; m++)
			if (relation->members[m].way)
				walkable[relation->members[m].way - extract->ways] = true;
	}
}

static int
by_ends(const void *a, const void *b)
{
	const struct leg *x = a, *y = b;

	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

/* What two ways share is one leg, or its ends would look like crossings. */
static void
drop_doubles(struct legs *legs)
{
	size_t len = 0;

	if (legs->len == 0)
		return;
	qsort(legs->items, legs->len, sizeof *legs->items, by_ends);
	for (size_t i = 0; i < legs->len; i++)
		if (len == 0 || by_ends(&legs->items[len - 1], &legs->items[i]) != 0)
			legs->items[len++] = legs->items[i];
	legs->len = len;
}

void
legs_collect(struct legs *legs, const struct extract *extract)
{
	struct work work = { .extract = extract, .legs = legs };
	bool *walkable = mem_alloc(size_add(extract->ways_len, 1));

	*legs = (struct legs){ 0 };
	work.spot_of = mem_alloc(size_mul(size_add(extract->points_len, 1), sizeof *work.spot_of));
	mark_blocked(&work);
	mark_members(extract, walkable);
	for (size_t i = 0; i < extract->ways_len; i++)
		if (walkable[i] || graph_walkable(&extract->ways[i].object))
			add_way(&work, &extract->ways[i]);
	free(walkable);
	free(work.spot_of);
	drop_doubles(legs);
}

void
legs_release(struct legs *legs)
{
	free(legs->spots);
	free(legs->items);
	*legs = (struct legs){ 0 };
}
