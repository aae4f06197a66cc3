#ifndef MAP_LABELS_CROSS_H
#define MAP_LABELS_CROSS_H
/*
 * crossings: where streets that have names meet: a name reads better beside them than across.
 *
 * Ways that meet share a node, so their lines share a point exactly.
 */
#include "map/scene.h"

struct room;

/* Small boxes at every crossing in `area`, in pixels at that zoom. The caller frees it. */
struct room *crossings_of(const struct scene *scene, double zoom, struct box area);
#endif
