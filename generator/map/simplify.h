#ifndef MAP_SIMPLIFY_H
#define MAP_SIMPLIFY_H
/*
 * simplify: how much each point of a line matters, so that every zoom takes only those that it can show.
 *
 * Ramer, Douglas and Peucker's method, done once for all zooms: a point's rank is the largest tolerance with which it
 * would still be kept. A zoom keeps the points whose rank is a third of its pixel or more; which ones does not
 * depend on what part of the line is drawn, so that neighbouring tiles meet.
 *
 * Time  n log n for lines as they are; for the worst ones n times SIMPLIFY_STRETCH.
 */
#include "map/mercator.h"

enum { SIMPLIFY_STRETCH = 512 }; /* at least one point of so many is always kept */

/* `ranks`: as many as spots, in units of the square; INFINITY for ends. `ring`: the last spot leads to the first. */
void simplify_rank(float *ranks, const struct spot *spots, uint32_t len, bool ring);
#endif
