/*
 * scene_index: which shapes meet a box, without asking each.
 *
 * A packed R-tree: shapes along a curve, sixteen to a box, these sixteen to a larger one, and so on. 2,500 tiles ask it.
 */
#include "map/scene_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

enum { NODE = 16, LEVELS = 9 }; /* 16^9: more than 32 bits count */

struct scene_index {
	const struct scene_shape *shapes;
	const uint32_t *order; /* shapes along the curve */
	size_t len;
	struct box *boxes[LEVELS]; /* of NODE shapes each, then of NODE boxes each */
	size_t boxes_len[LEVELS];
	unsigned levels;
};

/* Every bit followed by a gap. */
static uint32_t
spread(uint32_t n)
{
	n = (n | n << 8) & 0x00ff00ff;
	n = (n | n << 4) & 0x0f0f0f0f;
	n = (n | n << 2) & 0x33333333;
	return (n | n << 1) & 0x55555555;
}

static uint32_t
step_of(double middle, double from, double to)
{
	double at = to > from ? (middle - from) / (to - from) * 65535 : 0;

	return at >= 65535 ? 65535 : at > 0 ? (uint32_t)at : 0;
}

uint32_t
scene_curve(struct box box, struct box all)
{
	return spread(step_of((box.x0 + box.x1) / 2, all.x0, all.x1)) |
	       spread(step_of((box.y0 + box.y1) / 2, all.y0, all.y1)) << 1;
}

static void
join(struct box *box, struct box other)
{
	box_add(box, (struct spot){ other.x0, other.y0 });
	box_add(box, (struct spot){ other.x1, other.y1 });
}

static struct box
box_below(const struct scene_index *index, unsigned level, size_t i)
{
	return level ? index->boxes[level - 1][i] : index->shapes[index->order[i]].box;
}

static void
add_levels(struct scene_index *index, struct arena *arena)
{
	size_t below = index->len;

	for (unsigned level = 0; level < LEVELS && (level == 0 || below > 1); level++) {
		size_t count = (below + NODE - 1) / NODE;
		struct box *boxes = arena_array(arena, count, sizeof *boxes);

		for (size_t i = 0; i < count; i++)
			boxes[i] = box_none();
		for (size_t i = 0; i < below; i++)
			join(&boxes[i / NODE], box_below(index, level, i));
		index->boxes[level] = boxes;
		index->boxes_len[level] = below = count;
		index->levels = level + 1;
	}
}

const struct scene_index *
scene_index_new(struct arena *arena, struct arena *scratch, const struct scene_shape *shapes,
                size_t len)
{
	struct scene_index *index = arena_alloc(arena, sizeof *index);
	uint32_t *order = arena_array(arena, len, sizeof *order);
	struct scene_key *keys = arena_array(scratch, len, sizeof *keys);
	struct box all = box_none();

	for (size_t i = 0; i < len; i++)
		join(&all, shapes[i].box);
	for (size_t i = 0; i < len; i++)
		keys[i] = (struct scene_key){ scene_curve(shapes[i].box, all), (uint32_t)i };
	scene_sort_keys(keys, len);
	for (size_t i = 0; i < len; i++)
		order[i] = keys[i].at;
	*index = (struct scene_index){ .shapes = shapes, .order = order, .len = len };
	if (len)
		add_levels(index, arena);
	return index;
}

/* --- asking ------------------------------------------------------------------------------------ */

struct found {
	struct arena *arena;
	uint32_t *items;
	size_t len;
};

/* Depth first, at most LEVELS deep. */
static void
gather(const struct scene_index *index, unsigned level, size_t node, struct box box,
       struct found *found)
{
	size_t below = level ? index->boxes_len[level - 1] : index->len;
	size_t end = (node + 1) * NODE < below ? (node + 1) * NODE : below;

	for (size_t i = node * NODE; i < end; i++) {
		if (!box_meets(box_below(index, level, i), box))
			continue;
		if (level) {
			gather(index, level - 1, i, box, found);
			continue;
		}
		found->items =
			arena_push(found->arena, found->items, &found->len, sizeof *found->items);
		found->items[found->len - 1] = index->order[i];
	}
}

static bool
meets_any(const struct scene_index *index, unsigned level, size_t node, struct box box)
{
	size_t below = level ? index->boxes_len[level - 1] : index->len;
	size_t end = (node + 1) * NODE < below ? (node + 1) * NODE : below;

	for (size_t i = node * NODE; i < end; i++)
		if (box_meets(box_below(index, level, i), box) &&
		    (level == 0 || meets_any(index, level - 1, i, box)))
			return true;
	return false;
}

bool
scene_meets(const struct scene *scene, struct box box)
{
	return scene->index->levels && meets_any(scene->index, scene->index->levels - 1, 0, box);
}

static int
compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

void
scene_visit(const struct scene *scene, struct arena *scratch, struct box box,
            void (*visit)(void *context, const struct scene_shape *shape), void *context)
{
	const struct scene_index *index = scene->index;
	struct found found = { .arena = scratch };

	if (index->levels)
		gather(index, index->levels - 1, 0, box, &found);
	if (found.len)
		qsort(found.items, found.len, sizeof *found.items, compare_numbers);
	for (size_t i = 0; i < found.len; i++)
		visit(context, &scene->shapes[found.items[i]]);
}
