#ifndef MAP_MERCATOR_H
#define MAP_MERCATOR_H
/*
 * mercator: the world as the square that web maps use (EPSG:3857), x from west to east, y from north to south,
 * both 0 .. 1.
 *
 * At zoom z the square is 256 × 2^z CSS pixels wide. Latitudes beyond ±85.05113° are clamped.
 */
#include "card/card.h"
#include "map/extract.h"

struct spot { /* in the square */
	double x, y;
};

struct box { /* of the square: x0 <= x1, y0 <= y1 */
	double x0, y0, x1, y1;
};

struct spot mercator_osm(struct osm_point point);
struct spot mercator_degrees(double latitude, double longitude);
struct location mercator_location(struct spot spot);
double mercator_pixels(double zoom); /* width of the square at a zoom */
double mercator_metres(double y);    /* how many metres on the ground 1.0 of the square is there */
struct box box_none(void);           /* holds nothing; box_add makes it one */
void box_add(struct box *box, struct spot spot);
void box_grow(struct box *box, double by);
bool box_is_empty(struct box box);
bool box_meets(struct box a, struct box b);
#endif
