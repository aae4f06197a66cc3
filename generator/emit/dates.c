#include "emit/dates.h"

#include "base/zone.h"
#include "emit/run.h"
#include "guide/guide.h"
#include "theme/format.h"

struct str
dates_text(struct arena *arena, const struct run *run, int64_t utc)
{
	const struct zone *zone = run->guide->zone;

	if (utc == HISTORY_UNKNOWN)
		return (struct str){ 0 };
	return format_iso_instant(arena, utc, zone ? zone_offset(zone, utc) : 0);
}
