#ifndef MAP_LABELS_SAID_H
#define MAP_LABELS_SAID_H
/*
 * said: what a map already says, and where, so that nothing is said twice in one place.
 *
 * Memory  said_new / said_free; texts are borrowed.
 */
#include "map/mercator.h"

struct said;

struct said *said_new(size_t expected); /* about how many texts */
void said_free(struct said *said);      /* NULL does nothing */
/* Whether the text, of that kind, is nearer than `near` pixels, 640 at most. */
bool said_near(const struct said *said, struct str text, int kind, struct spot at, double near);
void said_add(struct said *said, struct str text, int kind, struct spot at);
#endif
