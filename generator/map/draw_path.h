#ifndef MAP_DRAW_PATH_H
#define MAP_DRAW_PATH_H
/*
 * draw_path: SVG path data in whole numbers, as short as they can be written.
 *
 * Format  www.w3.org/TR/SVG2/paths.html: relative commands only: the first begins at 0, 0; no space where a sign parts two numbers.
 */
#include "map/clip.h"

struct buf;

struct draw_path {
	struct buf *out;
	struct dot at; /* where the pen is */
	char command;  /* the last one, which need not be said again */
};

void draw_path_move(struct draw_path *path, struct dot to);
void draw_path_line(struct draw_path *path, struct dot to); /* nothing where the pen is already */
void draw_path_dot(struct draw_path *path); /* a line without length: what round caps make a dot */
void draw_path_close(struct draw_path *path, struct dot start);
/* A number with up to two decimals, none that say nothing; what is none is 0. */
void draw_number(struct buf *out, double number);
#endif
