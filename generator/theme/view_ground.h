#ifndef THEME_VIEW_GROUND_H
#define THEME_VIEW_GROUND_H
/*
 * view_ground: what the map says of ways on foot, found once for all languages: what is near each merchant, and along
 * which streets each route leads.
 *
 * Memory  everything in the arena given to ground_make; guide and map are borrowed.
 */
#include "guide/guide.h"
#include "map/paths.h"

enum { GROUND_NEAR = 4 };

/* A parking, a bus stop: of the guide, or only on the map. */
struct ground_thing {
	const struct guide_place *place; /* NULL: `object` */
	const struct osm_object *object;
	uint16_t kind; /* VOCABULARY_PLACES */
	struct location at;
};

struct ground_near {
	const struct ground_thing *thing;
	double metres; /* on foot */
};

struct ground_walk {
	struct location *points; /* the way from stop to stop; two at the least, or none */
	size_t len;
	double metres; /* 0: not known, because of a stop that is nowhere or a piece without a way */
};

struct ground {
	struct ground_near (
		*near)[GROUND_NEAR]; /* by merchant, the nearest first; `thing` NULL: no more */
	struct ground_walk *walks;   /* by route */
};

/* NULL where the guide has no map. */
const struct ground *ground_make(struct arena *arena, const struct guide *guide);
struct location ground_stop(const struct guide_stop *stop);
#endif
