#ifndef GUIDE_LOCATE_H
#define GUIDE_LOCATE_H
/*
 * locate: where everything is: as the card says, else where the map has its object (`osm:`), else where the map has
 * its address.
 *
 * Errors  an address that the map does not know, or that it knows twice, is a warning with the nearest known ones;
 *         without a map nobody is asked. Of a street without the house, its middle is taken, with a warning.
 */
#include "map/addresses.h"

struct config;
struct linking;

/* What the map is asked for an address: in the main language, in the guide's own place where the card names none.
 * `street` empty: there is nothing to ask. */
struct address_query locate_query(const struct config *config, const struct address *address);

/* Sets `location` of the guide's merchants and places, and of events that have an address of their own. */
void locate_all(struct linking *linking);
void locate_events(struct linking *linking);
#endif
