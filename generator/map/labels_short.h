#ifndef MAP_LABELS_SHORT_H
#define MAP_LABELS_SHORT_H
/*
 * short names: a street's name as a cartographer shortens it where it does not fit.
 *
 *     "Rue du Général Leman"   "R. du Général Leman"   "R. du Gal Leman"
 *     "Bahnhofstraße"          "Bahnhofstr."
 */
#include "base/str.h"

struct arena;

enum { LABELS_SHORTEST = 2 };

/* `level` 1: what kind of street it is; 2: titles too. The text itself where nothing can be shortened. */
struct str labels_short(struct arena *arena, struct str text, int level);
#endif
