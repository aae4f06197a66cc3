#ifndef MAP_LABELS_ROOM_H
#define MAP_LABELS_ROOM_H
/*
 * room: which parts of a map are still free of writing: boxes, found by a grid of cells.
 *
 * Units   pixels of one zoom.
 * Memory  room_new / room_free.
 */
#include "map/mercator.h"

struct room;

struct room *room_new(struct box area);
void room_free(struct room *room); /* NULL does nothing */
/* Whether all the boxes lie within the area and meet nothing that was taken. */
bool room_has(const struct room *room, const struct box *boxes, size_t len);
void room_take(struct room *room, const struct box *boxes, size_t len);
#endif
