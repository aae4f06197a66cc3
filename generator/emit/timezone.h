#ifndef EMIT_TIMEZONE_H
#define EMIT_TIMEZONE_H
/*
 * timezone: the VTIMEZONE that an iCalendar file must carry for the zone that its events name (RFC
 * 5545, 3.6.5).
 *
 * Written from the zone's changes in the years after `year`: where each fell on the same day of the
 * calendar ("last Sunday of March") as a rule, else as dates.
 */
#include "base/str.h"

struct buf;
struct zone;

void timezone_write(struct buf *out, struct str name, const struct zone *zone, int year);
#endif
