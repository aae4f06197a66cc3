#include "map/scene_parts.h"

#include "map/simplify.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

/* --- areas ------------------------------------------------------------------------------------- */

/* Twice the area, signed by the sense in which the ring turns. */
static double
turn_of(const struct spot *spots, uint32_t len)
{
	double sum = 0;

	for (uint32_t i = 0; i < len; i++) {
		struct spot a = spots[i], b = spots[i + 1 < len ? i + 1 : 0];

		/* From the first spot on, lest tiny areas drown in the square's large coordinates. */
		sum += (a.x - spots[0].x) * (b.y - spots[0].y) -
		       (b.x - spots[0].x) * (a.y - spots[0].y);
	}
	return sum;
}

static void
turn_round(struct spot *spots, uint32_t len)
{
	for (uint32_t i = 0, k = len; i + 1 < k; i++) {
		struct spot spot = spots[i];

		spots[i] = spots[--k];
		spots[k] = spot;
	}
}

/* So that areas of a rule can be one path filled by winding: overlapping ones stay whole, holes stay holes. */
void
scene_orient(struct spot *spots, uint32_t len, bool inner)
{
	if ((turn_of(spots, len) < 0) != inner)
		turn_round(spots, len);
}

bool
scene_area_of_rings(struct scene_maker *m, const struct rings *rings, struct scene_area *area)
{
	size_t count = 0;
	uint32_t at = 0;

	for (size_t i = 0; i < rings->len; i++)
		count += rings->items[i].len;
	if (count == 0 || count > UINT32_MAX)
		return false;
	area->spots = arena_array(m->arena, count, sizeof *area->spots);
	area->ends = arena_array(m->arena, rings->len, sizeof *area->ends);
	area->box = box_none();
	for (size_t i = 0; i < rings->len; i++) {
		const struct ring *ring = &rings->items[i];
		uint32_t from = at;

		for (uint32_t k = 0; k < ring->len; k++, at++) {
			area->spots[at] = mercator_osm(ring->points[k]);
			box_add(&area->box, area->spots[at]);
		}
		scene_orient(area->spots + from, ring->len, ring->inner);
		area->ends[i] = at;
	}
	area->parts = (uint32_t)rings->len;
	return true;
}

bool
scene_area_of_way(struct scene_maker *m, const struct osm_way *way, struct scene_area *area)
{
	uint32_t len = way->len - 1;
	struct rings rings;

	if (!way->whole) {
		rings = rings_of_way(m->scratch, m->extract, way);
		return scene_area_of_rings(m, &rings, area);
	}
	if (!osm_way_closed(way))
		return false;
	area->spots = arena_array(m->arena, len, sizeof *area->spots);
	area->ends = arena_copy(m->arena, &len, sizeof len);
	area->box = box_none();
	for (uint32_t i = 0; i < len; i++) {
		area->spots[i] = m->spots[way->nodes[i]];
		box_add(&area->box, area->spots[i]);
	}
	scene_orient(area->spots, len, false);
	area->parts = 1;
	return true;
}

/* --- the middle of an area --------------------------------------------------------------------- */

static bool
is_inside(const struct scene_area *area, struct spot p)
{
	bool inside = false;

	for (uint32_t part = 0, from = 0; part < area->parts; from = area->ends[part++])
		for (uint32_t i = from, k = area->ends[part] - 1; i < area->ends[part]; k = i++) {
			struct spot a = area->spots[i], b = area->spots[k];

			if ((a.y > p.y) != (b.y > p.y) &&
			    p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
				inside = !inside;
		}
	return inside;
}

static struct spot
centroid(const struct spot *spots, uint32_t len)
{
	struct spot sum = { 0, 0 };
	double weight = turn_of(spots, len) * 3;

	if (!(fabs(weight) > 0))
		return spots[0];
	for (uint32_t i = 0; i < len; i++) {
		double ax = spots[i].x - spots[0].x, ay = spots[i].y - spots[0].y;
		double bx = spots[i + 1 < len ? i + 1 : 0].x - spots[0].x;
		double by = spots[i + 1 < len ? i + 1 : 0].y - spots[0].y;
		double cross = ax * by - bx * ay;

		sum.x += (ax + bx) * cross;
		sum.y += (ay + by) * cross;
	}
	return (struct spot){ spots[0].x + sum.x / weight, spots[0].y + sum.y / weight };
}

/* The largest ring counts; most houses hold their own centre, others are asked with care. */
struct spot
scene_area_middle(struct scene_maker *m, const struct scene_area *area)
{
	uint32_t best = 0, best_from = 0, len;
	double most = -1;
	struct spot middle, *spots;
	struct osm_point *points;

	for (uint32_t part = 0, from = 0; part < area->parts; from = area->ends[part++]) {
		double size = turn_of(area->spots + from, area->ends[part] - from);

		if (size > most) {
			most = size;
			best = part;
			best_from = from;
		}
	}
	spots = area->spots + best_from;
	len = area->ends[best] - best_from;
	middle = centroid(spots, len);
	if (is_inside(area, middle))
		return middle;
	points = arena_array(m->scratch, len, sizeof *points);
	for (uint32_t i = 0; i < len; i++) {
		struct location at = mercator_location(spots[i]);

		points[i] = (struct osm_point){ (int32_t)(at.latitude * 1e7),
			                        (int32_t)(at.longitude * 1e7) };
	}
	return mercator_osm(rings_inside(&(struct rings){
		.items = &(struct ring){ .points = points, .len = len }, .len = 1 }));
}

/* --- shapes ------------------------------------------------------------------------------------ */

static bool
is_said(const struct osm_object *object, const char *key)
{
	struct str value = osm_tag(object, key);

	return value.len && !str_is(value, "no");
}

static int
level_of(const struct osm_object *object)
{
	struct str layer = osm_tag(object, "layer");
	bool below = layer.len == 2 && layer.ptr[0] == '-';

	if (layer.len == 1U + below && layer.ptr[below] >= '0' && layer.ptr[below] <= '5')
		return below ? -(layer.ptr[1] - '0') : layer.ptr[0] - '0';
	return is_said(object, "bridge") ? 1 : is_said(object, "tunnel") ? -1 : 0;
}

/* What was built has its storey; fields, woods and water are the ground, whatever their layer says. */
static int
area_level(const struct osm_object *object)
{
	return is_said(object, "building") || is_said(object, "highway") ||
	                       is_said(object, "bridge") || osm_is(object, "man_made", "bridge")
	               ? level_of(object)
	               : SCENE_GROUND;
}

static void
add(struct scene_maker *m, const struct scene_shape *shape)
{
	m->shapes = arena_push(m->arena, m->shapes, &m->shapes_len, sizeof *m->shapes);
	m->shapes[m->shapes_len - 1] = *shape;
}

void
scene_add_area(struct scene_maker *m, const struct style_rule *rule,
               const struct osm_object *object, const struct scene_area *area)
{
	float *ranks = arena_array(m->arena, area->ends[area->parts - 1], sizeof *ranks);

	for (uint32_t part = 0, from = 0; part < area->parts; from = area->ends[part++])
		simplify_rank(ranks + from, area->spots + from, area->ends[part] - from, true);
	add(m, &(struct scene_shape){
		       .rule = rule,
		       .object = object,
		       .spots = area->spots,
		       .ranks = ranks,
		       .ends = area->ends,
		       .parts = area->parts,
		       .box = area->box,
		       .level = area_level(object),
	       });
}

void
scene_add_line(struct scene_maker *m, const struct style_rule *rule,
               const struct osm_object *object, const struct spot *spots, uint32_t len)
{
	float *ranks = arena_array(m->arena, len, sizeof *ranks);
	struct box box = box_none();

	simplify_rank(ranks, spots, len, false);
	for (uint32_t i = 0; i < len; i++)
		box_add(&box, spots[i]);
	add(m, &(struct scene_shape){
		       .rule = rule,
		       .object = object,
		       .spots = len == 1 ? arena_copy(m->arena, spots, sizeof *spots) : spots,
		       .ranks = ranks,
		       .ends = arena_copy(m->arena, &len, sizeof len),
		       .parts = 1,
		       .box = box,
		       .level = level_of(object),
	       });
}

/* --- the order of drawing ---------------------------------------------------------------------- */

static int
compare_keys(const void *a, const void *b)
{
	const struct scene_key *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void
scene_sort_keys(struct scene_key *keys, size_t len)
{
	if (len)
		qsort(keys, len, sizeof *keys, compare_keys);
}

/* Within a rule along the curve: neighbours follow each other, and a path's moves are short. */
void
scene_sort_shapes(struct scene_maker *m, struct box box)
{
	struct scene_key *keys = arena_array(m->scratch, m->shapes_len, sizeof *keys);
	struct scene_shape *sorted = arena_array(m->arena, m->shapes_len, sizeof *sorted);

	for (size_t i = 0; i < m->shapes_len; i++) {
		const struct scene_shape *shape = &m->shapes[i];
		enum style_kind kind = shape->rule->kind;
		uint64_t rule = (uint64_t)(shape->rule - m->style->rules[kind]);

		keys[i].key = (uint64_t)(shape->level + 128) << 56 |
		              (uint64_t)(kind == STYLE_LINE) << 55 | rule << 32 |
		              scene_curve(shape->box, box);
		keys[i].at = (uint32_t)i;
	}
	scene_sort_keys(keys, m->shapes_len);
	for (size_t i = 0; i < m->shapes_len; i++)
		sorted[i] = m->shapes[keys[i].at];
	m->shapes = sorted;
}
