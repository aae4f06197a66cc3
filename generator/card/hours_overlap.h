#ifndef CARD_HOURS_OVERLAP_H
#define CARD_HOURS_OVERLAP_H
/*
 * hours_overlap: times of one day that run into each other: "09:00-18:00,12:00-20:00".
 *
 * They mean what they say and are no error, but whoever wrote them meant something else. Times that hang
 * on the sun are not looked at, nor rules that differ in their comments ("lunch" within the day).
 */
#include "base/str.h"

struct arena;
struct hours_place;
struct hours_rules;

struct hours_overlap {
	int from[2], to[2]; /* both stretches, minutes of the day on which they begin */
	bool added;         /* by a rule behind a comma, else in one rule */
};

/* The first that is found; days are tried from `day` (since 1970) for a year. */
bool hours_overlap_find(struct hours_overlap *out, const struct hours_rules *rules,
                        const struct hours_place *place, int day, struct arena *arena);
#endif
