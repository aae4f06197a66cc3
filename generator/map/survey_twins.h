#ifndef MAP_SURVEY_TWINS_H
#define MAP_SURVEY_TWINS_H
/*
 * survey_twins: makes one of the objects that are one shop: of the same name (case and accents aside) and kind, in the
 * same place (one within the other's outline, or a few steps off), with no other address.
 */
#include "map/survey_fields.h"

/* Merges the twins of survey->items into the one that tells most, and counts them. */
void survey_twins(struct surveying *s, struct survey *survey, const struct extract *extract);
/* As the crow flies; HUGE_VAL where one of the places is not set. */
double survey_metres(struct location a, struct location b);
#endif
