#include "map/labels_room.h"

#include "base/arena.h"
#include "base/mem.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum {
	CELL = 64,        /* pixels; a street's name meets a few, a number one or two */
	CELLS_MOST = 512, /* each way: a map of any size takes a megabyte at most */
};

/* Box `box` and, in the same cell, the one before; 0: none. */
struct entry {
	struct box box;
	uint32_t before;
};

struct room {
	struct box area;
	double cell;
	size_t columns, rows;
	uint32_t *last; /* per cell: index into entries; 0: none */
	struct entry *entries;
	size_t len;
	struct arena *arena;
};

struct cells { /* both ends included */
	size_t x0, y0, x1, y1;
};

static size_t
cells_in(double length, double cell)
{
	double count = ceil(length / cell);

	return count >= 1 && count <= CELLS_MOST ? (size_t)count : count > 1 ? CELLS_MOST : 1;
}

struct room *
room_new(struct box area)
{
	struct room *room = mem_alloc(sizeof *room);
	double width = area.x1 - area.x0, height = area.y1 - area.y0;

	room->area = area;
	room->arena = arena_new();
	room->cell = fmax(CELL, fmax(width, height) / CELLS_MOST);
	room->columns = cells_in(width, room->cell);
	room->rows = cells_in(height, room->cell);
	room->last = arena_array(room->arena, room->columns * room->rows, sizeof *room->last);
	room->entries = arena_push(room->arena, NULL, &room->len, sizeof *room->entries);
	return room;
}

void
room_free(struct room *room)
{
	if (!room)
		return;
	arena_free(room->arena);
	free(room);
}

static size_t
cell_at(double offset, double cell, size_t count)
{
	double index = offset / cell;

	if (!(index > 0))
		return 0;
	return index < (double)count ? (size_t)index : count - 1;
}

static struct cells
cells_of(const struct room *room, struct box box)
{
	return (struct cells){
		cell_at(box.x0 - room->area.x0, room->cell, room->columns),
		cell_at(box.y0 - room->area.y0, room->cell, room->rows),
		cell_at(box.x1 - room->area.x0, room->cell, room->columns),
		cell_at(box.y1 - room->area.y0, room->cell, room->rows),
	};
}

static bool
is_free(const struct room *room, struct box box)
{
	struct cells cells = cells_of(room, box);

	for (size_t y = cells.y0; y <= cells.y1; y++)
		for (size_t x = cells.x0; x <= cells.x1; x++)
			for (uint32_t i = room->last[y * room->columns + x]; i;
			     i = room->entries[i].before)
				if (box_meets(room->entries[i].box, box))
					return false;
	return true;
}

/* Also false for what is nowhere. */
static bool
is_inside(struct box area, struct box box)
{
	return !box_is_empty(box) && box.x0 >= area.x0 && box.y0 >= area.y0 && box.x1 <= area.x1 &&
	       box.y1 <= area.y1;
}

bool
room_has(const struct room *room, const struct box *boxes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!is_inside(room->area, boxes[i]))
			return false;
	for (size_t i = 0; i < len; i++)
		if (!is_free(room, boxes[i]))
			return false;
	return true;
}

static void
add_entry(struct room *room, struct box box, uint32_t *last)
{
	room->entries = arena_push(room->arena, room->entries, &room->len, sizeof *room->entries);
	room->entries[room->len - 1] = (struct entry){ box, *last };
	*last = (uint32_t)(room->len - 1);
}

void
room_take(struct room *room, const struct box *boxes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		struct cells cells = cells_of(room, boxes[i]);

		for (size_t y = cells.y0; y <= cells.y1; y++)
			for (size_t x = cells.x0; x <= cells.x1; x++)
				add_entry(room, boxes[i], &room->last[y * room->columns + x]);
	}
}
