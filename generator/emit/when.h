#ifndef EMIT_WHEN_H
#define EMIT_WHEN_H
/*
 * when: moments of the site's local time, as other formats write them.
 *
 * Units  local moments (base/date.h) in; UTC in seconds since 1970. A zone of NULL is UTC.
 */
#include "base/date.h"

#include <stdint.h>

struct arena;
struct zone;

int64_t when_utc(const struct zone *zone, struct moment moment); /* a whole day: its 00:00 */
/* "2026-12-12T14:00:00+01:00", or "2026-12-12" for a whole day; empty for none. */
struct str when_iso(struct arena *arena, const struct zone *zone, struct moment moment);
/* The same, never without a time: a whole day is its beginning (RFC 3339, for Atom). */
struct str when_rfc3339(struct arena *arena, const struct zone *zone, struct moment moment);
/* iCalendar's forms (RFC 5545, 3.3.4 and 3.3.5): "20261212", "20261212T140000", with Z for UTC. */
struct str when_basic_day(struct arena *arena, int day);
struct str when_basic(struct arena *arena, int64_t seconds, bool utc);

/* The date of an event as an announcement: four weeks before it first begins. Cards do not say when
 * they were written, and the clock must not enter a file, or every night's build would change it. */
struct moment when_announced(struct moment start);
#endif
