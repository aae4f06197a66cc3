#ifndef CARD_FIX_LOCATION_H
#define CARD_FIX_LOCATION_H
/*
 * fix_location: the line that says in a card where its address is: "location: [50.39570, 3.77830]", behind the
 * address.
 */
#include "card/card.h"
#include "card/fix.h"

/* What would write `location` into the file called `file`. False: the card says already where it is (also by
 * `osm`), or it has no address. */
bool fix_location(struct fix *out, struct arena *arena, struct str bytes, const char *file,
                  struct location location, const struct limits *limits);
#endif
