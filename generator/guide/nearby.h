#ifndef GUIDE_NEARBY_H
#define GUIDE_NEARBY_H
/*
 * nearby: who else is a few steps away.
 *
 * By distance where both places are known, at most NEARBY_METRES; what is left over is filled with
 * neighbours of the same street, next doors first.
 */
#include "card/card.h"

struct guide;

enum { NEARBY_MOST = 6, NEARBY_METRES = 2000 };

/* Sets nearby of all guide->merchants; streets are linked and merchants sorted. */
void nearby_link(struct guide *guide);
/* Metres over the ground, as the crow flies; both are set. */
double nearby_distance(struct location a, struct location b);
#endif
