#ifndef EMIT_CALENDAR_H
#define EMIT_CALENDAR_H
/*
 * calendar: agenda.ics, the events for the reader's own calendar (RFC 5545, iCalendar).
 *
 * An event is named by its slug and the site's host, whatever the language, so that a reader who
 * subscribes twice sees it once; it begins as its card says and comes back by RRULE. Times are
 * local with their zone, because what happens at ten happens at ten in summer too.
 */
#include "emit/run.h"

void calendar_write(struct buf *out, struct arena *scratch, const struct run *run,
                    const struct piece *piece);
#endif
