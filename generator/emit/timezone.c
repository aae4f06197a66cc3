#include "emit/timezone.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/zone.h"
#include "emit/contentline.h"
#include "emit/when.h"

#include <stdlib.h>

enum { YEARS = 20, CHANGES = 2 * YEARS, DAY_SECONDS = DAY_MINUTES * 60 };

/* One change of the offset. */
struct change {
	int64_t local; /* seconds, by the clock before it */
	int from, to;  /* offsets, seconds */
};

/* "the `nth` `weekday` of `month`"; nth -1: the last. */
struct rule {
	int month, weekday, nth;
	int second; /* of the day */
};

static size_t
find_changes(struct change changes[CHANGES], const struct zone *zone, int64_t from, int64_t until)
{
	size_t count = 0;

	for (int64_t at = zone_next_change(zone, from); at < until && count < CHANGES;
	     at = zone_next_change(zone, at)) {
		int before = zone_offset(zone, at - 1);

		changes[count++] = (struct change){ at + before, before, zone_offset(zone, at) };
	}
	return count;
}

static struct rule
rule_of(int64_t local)
{
	int day = (int)(local / DAY_SECONDS);
	struct civil date = date_to_civil(day);
	bool last = date.day + 7 > date_month_length(date.year, date.month);

	return (struct rule){ date.month, date_weekday(day), last ? -1 : (date.day - 1) / 7 + 1,
		              (int)(local % DAY_SECONDS) };
}

/* Whether all changes of that direction follow the first one's rule. */
static bool
is_yearly(const struct change *changes, size_t count, bool forward)
{
	struct rule first = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct rule rule = rule_of(changes[i].local);

		if ((changes[i].to > changes[i].from) != forward)
			continue;
		if (first.month == 0)
			first = rule;
		if (rule.month != first.month || rule.weekday != first.weekday ||
		    rule.nth != first.nth || rule.second != first.second)
			return false;
	}
	return true;
}

static void
offset(struct buf *out, const char *name, int seconds)
{
	int minutes = abs(seconds) / 60;

	buf_printf(out, "%s:%c%02d%02d\r\n", name, seconds < 0 ? '-' : '+', minutes / 60,
	           minutes % 60);
}

static void
observance(struct buf *out, struct arena *arena, struct change change, bool yearly)
{
	static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	const char *name = change.to > change.from ? "DAYLIGHT" : "STANDARD";
	struct rule rule = rule_of(change.local);

	buf_printf(out, "BEGIN:%s\r\n", name);
	contentline_as_is(out, "DTSTART", when_basic(arena, change.local, false));
	offset(out, "TZOFFSETFROM", change.from);
	offset(out, "TZOFFSETTO", change.to);
	if (yearly)
		buf_printf(out, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n", rule.month, rule.nth,
		           days[rule.weekday]);
	buf_printf(out, "END:%s\r\n", name);
}

/* The changes of one direction: one observance with a rule, or one for each. */
static void
observances(struct buf *out, struct arena *arena, const struct change *changes, size_t count,
            bool forward)
{
	bool yearly = is_yearly(changes, count, forward);

	for (size_t i = 0; i < count; i++) {
		if ((changes[i].to > changes[i].from) != forward)
			continue;
		observance(out, arena, changes[i], yearly);
		if (yearly)
			return;
	}
}

void
timezone_write(struct buf *out, struct str name, const struct zone *zone, int year)
{
	struct arena *arena = arena_new();
	struct change changes[CHANGES];
	int64_t from = (int64_t)date_from_civil(year, 1, 1) * DAY_SECONDS;
	int64_t until = (int64_t)date_from_civil(year + YEARS, 1, 1) * DAY_SECONDS;
	size_t count = find_changes(changes, zone, from, until);

	buf_adds(out, "BEGIN:VTIMEZONE\r\n");
	contentline_as_is(out, "TZID", name);
	if (count == 0) {
		int always = zone_offset(zone, from);

		observance(out, arena, (struct change){ 0, always, always }, false);
	}
	observances(out, arena, changes, count, true);
	observances(out, arena, changes, count, false);
	buf_adds(out, "END:VTIMEZONE\r\n");
	arena_free(arena);
}
