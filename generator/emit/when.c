#include "emit/when.h"

#include "base/arena.h"
#include "base/zone.h"
#include "theme/format.h"

enum { ANNOUNCED_DAYS = 28, DAY_SECONDS = DAY_MINUTES * 60 };

int64_t
when_utc(const struct zone *zone, struct moment moment)
{
	int64_t local = moment_minutes(moment) * 60;

	return zone ? zone_to_utc(zone, local) : local;
}

/* Day and second of the day of a count of seconds since 1970. */
static int
split(int64_t seconds, int *second)
{
	int64_t day = seconds / DAY_SECONDS;

	*second = (int)(seconds % DAY_SECONDS);
	if (*second < 0) {
		*second += DAY_SECONDS;
		day--;
	}
	return (int)day;
}

struct str
when_rfc3339(struct arena *arena, const struct zone *zone, struct moment moment)
{
	int64_t utc;

	if (moment.day == DATE_NONE)
		return (struct str){ 0 };
	utc = when_utc(zone, moment);
	return format_iso_instant(arena, utc, zone ? zone_offset(zone, utc) : 0);
}

struct str
when_iso(struct arena *arena, const struct zone *zone, struct moment moment)
{
	if (moment.day != DATE_NONE && moment.minute < 0)
		return format_iso_day(arena, moment.day);
	return when_rfc3339(arena, zone, moment);
}

struct str
when_basic_day(struct arena *arena, int day)
{
	struct civil date = date_to_civil(day);

	return arena_printf(arena, "%04d%02d%02d", date.year, date.month, date.day);
}

struct str
when_basic(struct arena *arena, int64_t seconds, bool utc)
{
	int second;
	struct civil date = date_to_civil(split(seconds, &second));

	return arena_printf(arena, "%04d%02d%02dT%02d%02d%02d%s", date.year, date.month, date.day,
	                    second / 3600, second / 60 % 60, second % 60, utc ? "Z" : "");
}

struct moment
when_announced(struct moment start)
{
	return (struct moment){ start.day - ANNOUNCED_DAYS, start.minute };
}
