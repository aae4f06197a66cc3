#include "map/labels_cross.h"

#include "base/arena.h"
#include "map/labels_room.h"

#include <math.h>
#include <stdlib.h>

struct point {
	struct spot at;
	size_t note;
};

static int
compare(const void *a, const void *b)
{
	const struct point *x = a, *y = b;

	if (x->at.x < y->at.x || x->at.x > y->at.x)
		return x->at.x < y->at.x ? -1 : 1;
	if (x->at.y < y->at.y || x->at.y > y->at.y)
		return x->at.y < y->at.y ? -1 : 1;
	return (x->note > y->note) - (x->note < y->note);
}

static bool
is_street(const struct scene_note *note, double zoom)
{
	const struct style_rule *rule = note->rule;

	return note->len > 1 && rule && rule->kind == STYLE_LINE && rule->name > 0 &&
	       zoom >= rule->name && style_shows(rule, zoom);
}

/* The points of all streets, in the order of where they are. */
static struct point *
list_points(struct arena *arena, const struct scene *scene, double zoom, size_t *len)
{
	struct point *points = NULL;

	for (size_t i = 0; i < scene->notes_len; i++) {
		const struct scene_note *note = &scene->notes[i];

		for (uint32_t k = 0; k < note->len && is_street(note, zoom); k++) {
			points = arena_push(arena, points, len, sizeof *points);
			points[*len - 1] = (struct point){ note->spots[k], i };
		}
	}
	if (points)
		qsort(points, *len, sizeof *points, compare);
	return points;
}

static struct box
box_of(const struct scene *scene, const struct point *point, double zoom)
{
	double pixels = mercator_pixels(zoom);
	double half = style_at(&scene->notes[point->note].rule->width, zoom) / 2;
	struct box box = box_none();

	box_add(&box, (struct spot){ point->at.x * pixels, point->at.y * pixels });
	box_grow(&box, fmax(1, half));
	return box;
}

struct room *
crossings_of(const struct scene *scene, double zoom, struct box area)
{
	struct arena *arena = arena_new();
	struct room *room = room_new(area);
	size_t len = 0;
	const struct point *points = list_points(arena, scene, zoom, &len);

	for (size_t i = 0; i + 1 < len; i++) {
		struct box box = box_of(scene, &points[i], zoom);

		if (points[i].at.x == points[i + 1].at.x && points[i].at.y == points[i + 1].at.y &&
		    points[i].note != points[i + 1].note && room_has(room, &box, 1))
			room_take(room, &box, 1);
	}
	arena_free(arena);
	return room;
}
