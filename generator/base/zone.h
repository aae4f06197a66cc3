#ifndef BASE_ZONE_H
#define BASE_ZONE_H
/*
 * zone: local time of a place, from the system's tz database.
 *
 * Format  TZif, versions 1 to 4, with its POSIX footer for later years (RFC 8536, RFC 9636), read
 *         from $TZDIR or /usr/share/zoneinfo. Not localtime(3): that goes by TZ, which all
 *         threads share.
 * Units   seconds since 1970 UTC; offsets in seconds east of Greenwich.
 */
#include "base/str.h"

#include <stdint.h>

struct zone;
struct diag;

/* NULL when the name is not one of the database ("Europe/Brussels"), or the database is missing;
 * *missing then tells which. The name is checked: no "..", no absolute path. */
struct zone *zone_new(struct str name, bool *missing);
void zone_free(struct zone *zone);
int zone_offset(const struct zone *zone, int64_t utc);
/* UTC of a local time; in the hour that spring skips the later, in the hour that autumn repeats
 * the first. `local` is seconds since 1970-01-01T00:00 local. */
int64_t zone_to_utc(const struct zone *zone, int64_t local);
/* The first change of the offset after `utc`; INT64_MAX when there is none. */
int64_t zone_next_change(const struct zone *zone, int64_t utc);
#endif
