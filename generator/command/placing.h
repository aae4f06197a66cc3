#ifndef COMMAND_PLACING_H
#define COMMAND_PLACING_H
/*
 * placing: what `check --fix` writes into cards that do not say where they are: the place of their address, where
 * the map has that very house.
 */
#include "card/cards.h"

struct source;

/* Adds to cards->fixes, sorted. Nothing is reported: what is wrong with card or map, the check that follows tells. */
void placing_find(struct cards *cards, const struct source *source, struct arena *arena);
#endif
