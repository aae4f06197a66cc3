#include "card/hours_times.h"

#include "base/date.h"
#include "base/zone.h"
#include "card/sun.h"

#include <math.h>

enum { LATEST = 2 * DAY_MINUTES };

/* ---- the sun ---- */

static const struct {
	enum sun_event event;
	int16_t mean; /* minute of the day, to tell "sunset-sunrise" from "sunrise-sunset" */
} events[] = {
	[EVENT_DAWN] = { SUN_DAWN, 5 * 60 + 30 },
	[EVENT_SUNRISE] = { SUN_RISE, 6 * 60 },
	[EVENT_SUNSET] = { SUN_SET, 18 * 60 },
	[EVENT_DUSK] = { SUN_DUSK, 18 * 60 + 30 },
};

void
hours_sun_begin(struct hours_sun *sun, const struct hours_place *place, int first)
{
	*sun = (struct hours_sun){ .place = place, .first = first };
}

static int16_t
ask_sun(const struct hours_sun *sun, enum hours_event event, int index)
{
	const struct hours_place *place = sun->place;
	int day = sun->first + index;
	int64_t utc, minute;

	if (isnan(place->latitude) || isnan(place->longitude) ||
	    !sun_at(events[event].event, place->latitude, place->longitude, day, &utc))
		return HOURS_NO_MINUTE;
	minute = utc - (int64_t)day * DAY_MINUTES;
	if (place->zone)
		minute += zone_offset(place->zone, utc * 60) / 60;
	/* Where the clock is far from the sun a day's dusk may be on the next one. */
	return minute > -DAY_MINUTES && minute < LATEST ? (int16_t)minute : HOURS_NO_MINUTE;
}

/* ---- one span ---- */

/* Minute of the `index`-th day; `otherwise`, and *unsure, where nobody knows it. */
static int
resolve(const struct hours_time *time, struct hours_sun *sun, int index, int otherwise,
        bool *unsure)
{
	int slot = (int)time->event - EVENT_DAWN;

	if (time->event == EVENT_NONE)
		return time->minute;
	if (!(sun->asked[index] >> slot & 1)) {
		sun->asked[index] |= (uint8_t)(1 << slot);
		sun->minute[index][slot] = ask_sun(sun, time->event, index);
	}
	if (sun->minute[index][slot] != HOURS_NO_MINUTE)
		return sun->minute[index][slot] + time->minute;
	*unsure = true;
	return otherwise;
}

static int
mean(const struct hours_time *time)
{
	return time->event == EVENT_NONE ? time->minute : events[time->event].mean + time->minute;
}

/* Whether the span ends on the next day. With the sun that is settled by its mean hours: in winter
 * "18:00-sunset" is nothing at all, and not the whole night and the next day. */
static bool
ends_tomorrow(const struct hours_times *times)
{
	bool same_kind = (times->from.event == EVENT_NONE) == (times->to.event == EVENT_NONE);
	int from = mean(&times->from), to = mean(&times->to);

	return to < from || (to == from && same_kind);
}

/* How long an open end is taken to last, as opening_hours.js has it: what is open in the evening
 * may well be so into the night. */
static int
guess_end(int from)
{
	enum { EVENING = 17 * 60, NIGHT = 22 * 60, EVENING_LASTS = 10 * 60, NIGHT_LASTS = 8 * 60 };

	if (from >= NIGHT)
		return from + NIGHT_LASTS;
	return from >= EVENING ? from + EVENING_LASTS : DAY_MINUTES;
}

static int16_t
clamp(int minute, int least)
{
	minute = minute < least ? least : minute;
	return (int16_t)(minute > LATEST ? LATEST : minute);
}

static bool
is_empty(const struct hours_stretch *s)
{
	return s->until <= s->from;
}

/* What begins or ends with a sun that nobody knows about is unsure as long as it may be open. */
static struct hours_stretch
stretch_of(const struct hours_times *times, struct hours_sun *sun, int index)
{
	enum { NOON = 12 * 60 };
	static const struct hours_stretch nothing = { LATEST, LATEST, LATEST, false, 0 };
	const struct hours_time *first = &times->from, *last = &times->to;
	bool lone = times->open_end && first->event == last->event && first->minute == last->minute;
	bool tomorrow = !lone && ends_tomorrow(times);
	struct hours_stretch s = { 0 };
	int to;

	s.from = clamp(resolve(first, sun, index, 0, &s.unsure), 0);
	if (lone)
		to = s.from;
	else if (tomorrow)
		to = resolve(last, sun, index + 1, NOON, &s.unsure) + DAY_MINUTES;
	else
		to = resolve(last, sun, index, DAY_MINUTES, &s.unsure);
	s.to = s.until = clamp(to, s.from);
	if (times->open_end)
		s.until = clamp(guess_end(s.to), s.to);
	return is_empty(&s) ? nothing : s;
}

/* ---- all of a rule ---- */

bool
hours_times_vary(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->times_len; i++)
		if (rule->times[i].from.event != EVENT_NONE ||
		    rule->times[i].to.event != EVENT_NONE)
			return true;
	return false;
}

size_t
hours_times_count(const struct hours_rule *rule)
{
	return rule->times_len ? rule->times_len : 1;
}

/* By insertion: they are nearly always in order, and on the next day nearly in that of this one. */
static void
sort(struct hours_stretch *items, size_t len)
{
	for (size_t i = 1; i < len; i++) {
		struct hours_stretch item = items[i];
		size_t at = i;

		for (; at > 0 && items[at - 1].from > item.from; at--)
			items[at] = items[at - 1];
		items[at] = item;
	}
}

/* An open end is over when the next span begins: "12:00-14:00+,18:00-22:00". */
static void
end_open_ends(struct hours_stretch *items, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		size_t low = i + 1, high = len;

		if (items[i].until == items[i].to)
			continue;
		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (items[middle].from < items[i].to)
				low = middle + 1;
			else
				high = middle;
		}
		if (low < len && items[low].from < items[i].until)
			items[i].until = items[low].from;
	}
}

void
hours_times_of(struct hours_stretch *out, const struct hours_rule *rule, struct hours_sun *sun,
               int index)
{
	size_t len = hours_times_count(rule);

	if (rule->times_len == 0) {
		*out = (struct hours_stretch){ .from = 0, .to = DAY_MINUTES, .until = DAY_MINUTES };
		return;
	}
	for (size_t i = 0; i < len; i++) {
		uint16_t time = out[i].time;

		out[i] = stretch_of(&rule->times[time], sun, index);
		out[i].time = time;
	}
	sort(out, len);
	end_open_ends(out, len);
}
