#ifndef CARD_SUN_H
#define CARD_SUN_H
/*
 * sun: when it rises and sets, and when twilight begins and ends.
 *
 * Source  NOAA's solar calculator (Meeus, Astronomical Algorithms): to within a minute between
 *         the polar circles. Rise and set at 90.833° from the zenith, civil dawn and dusk at 96°.
 * Units   degrees, north and east positive; results in minutes since 1970-01-01T00:00 UTC.
 */
#include <stdbool.h>
#include <stdint.h>

enum sun_event { SUN_DAWN, SUN_RISE, SUN_SET, SUN_DUSK };

/* Of the day (days since 1970-01-01, as the place's calendar has it). False where it does not
 * happen that day, near the poles. */
bool sun_at(enum sun_event event, double latitude, double longitude, int day, int64_t *utc);
#endif
