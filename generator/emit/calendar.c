#include "emit/calendar.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/card.h"
#include "emit/contentline.h"
#include "emit/timezone.h"
#include "emit/venue.h"
#include "emit/when.h"
#include "guide/guide.h"
#include "theme/format.h"

enum { NO_EVENTS_YEAR = 2000 }; /* of the zone in a calendar without events */

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* All days from `start` to before `end`, or from moment to moment; RFC 5545 wants both alike. */
static bool
is_whole_days(const struct event *card)
{
	return card->start.minute < 0 && (card->end.day == DATE_NONE || card->end.minute < 0);
}

static void
date_line(struct buf *out, struct arena *scratch, const char *name, int day)
{
	struct str value = when_basic_day(scratch, day);

	contentline_as_is(out, arena_printf(scratch, "%s;VALUE=DATE", name).ptr, value);
}

static void
time_line(struct buf *out, struct arena *scratch, const struct run *run, const char *name,
          struct moment moment)
{
	struct str zone = run->guide->config->timezone;

	contentline_as_is(out, arena_printf(scratch, "%s;TZID=%.*s", name, STR_ARG(zone)).ptr,
	                  when_basic(scratch, moment_minutes(moment) * 60, false));
}

/* DTEND is the first moment after; a last day counts whole. */
static void
duration(struct buf *out, struct arena *scratch, const struct run *run, const struct event *card)
{
	struct moment end = card->end;

	if (is_whole_days(card)) {
		int last = end.day == DATE_NONE ? card->start.day : end.day;

		date_line(out, scratch, "DTSTART", card->start.day);
		date_line(out, scratch, "DTEND", last + 1);
		return;
	}
	time_line(out, scratch, run, "DTSTART", card->start);
	if (end.day == DATE_NONE)
		return;
	if (end.minute < 0)
		end = (struct moment){ end.day + 1, 0 };
	time_line(out, scratch, run, "DTEND", end);
}

/* Numbers of the bits that are set: ";BYMONTH=3,10". */
static void
bits(struct buf *out, const char *name, uint32_t set)
{
	const char *before = name;

	for (unsigned i = 1; i < 32; i++)
		if (set >> i & 1) {
			buf_printf(out, "%s%u", before, i);
			before = ",";
		}
}

static void
by_day(struct buf *out, const struct repeat *repeat)
{
	for (int i = 0; i < repeat->days_len; i++) {
		const struct repeat_day *day = &repeat->days[i];

		buf_adds(out, i == 0 ? ";BYDAY=" : ",");
		if (day->nth)
			buf_printf(out, "%d", day->nth);
		buf_adds(out, weekdays[day->weekday]);
	}
}

/* The card's rule, but UNTIL in the form that DTSTART asks of it: a day, or a moment in UTC. */
static struct str
rule(struct arena *scratch, const struct run *run, const struct event *card)
{
	static const char *const names[] = { "", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
	const struct repeat *repeat = &card->repeats;
	struct buf text = { 0 };
	struct str copy;

	buf_printf(&text, "FREQ=%s", names[repeat->freq]);
	if (repeat->interval > 1)
		buf_printf(&text, ";INTERVAL=%d", repeat->interval);
	if (repeat->count > 0)
		buf_printf(&text, ";COUNT=%d", repeat->count);
	if (repeat->until != DATE_NONE && repeat->count == 0) {
		struct moment last = { repeat->until, DAY_MINUTES - 1 };

		buf_adds(&text, ";UNTIL=");
		buf_add(&text,
		        is_whole_days(card)
		                ? when_basic_day(scratch, repeat->until)
		                : when_basic(scratch, when_utc(run->guide->zone, last), true));
	}
	bits(&text, ";BYMONTH=", repeat->months);
	bits(&text, ";BYMONTHDAY=", repeat->month_days);
	by_day(&text, repeat);
	copy = arena_str(scratch, buf_str(&text));
	buf_release(&text);
	return copy;
}

static void
geo(struct buf *out, struct arena *scratch, const struct location *at)
{
	struct str pair[] = {
		format_degrees(scratch, at->latitude),
		STR(";"),
		format_degrees(scratch, at->longitude),
	};

	if (at->set)
		contentline_as_is(out, "GEO", run_join(scratch, pair, countof(pair)));
}

static void
event_write(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang,
            const struct guide_event *event)
{
	const struct event *card = event->card;
	struct str host = run_host(run);
	struct venue venue = venue_of(scratch, run, lang, event);
	int64_t stamp = when_utc(run->guide->zone, when_announced(card->start));

	buf_adds(out, "BEGIN:VEVENT\r\n");
	contentline(out, "UID",
	            arena_printf(scratch, "%.*s@%.*s", STR_ARG(card->card.slug), STR_ARG(host)));
	contentline_as_is(out, "DTSTAMP", when_basic(scratch, stamp, true));
	duration(out, scratch, run, card);
	if (card->repeats.freq != REPEAT_NEVER)
		contentline_as_is(out, "RRULE", rule(scratch, run, card));
	contentline(out, "SUMMARY", run_text(run, lang, &card->title));
	contentline(out, "DESCRIPTION", run_text(run, lang, &card->card.excerpt));
	contentline(out, "LOCATION", venue.line);
	geo(out, scratch, &venue.location);
	contentline(out, "CONTACT", run_text(run, lang, &card->organiser));
	contentline_as_is(out, "URL", run_url(scratch, run, lang, "events", card->card.slug));
	buf_adds(out, "END:VEVENT\r\n");
}

/* The year before the first event, so that each has a rule of the zone before it. */
static int
zone_year(const struct guide *guide)
{
	int first = INT_MAX;

	for (size_t i = 0; i < guide->events_len; i++)
		if (guide->events[i]->card->start.day < first)
			first = guide->events[i]->card->start.day;
	return guide->events_len ? date_to_civil(first).year - 1 : NO_EVENTS_YEAR;
}

void
calendar_write(struct buf *out, struct arena *scratch, const struct run *run,
               const struct piece *piece)
{
	const struct guide *guide = run->guide;
	struct str name = run_text(run, piece->lang, &guide->config->name);

	buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//quartier//EN\r\n"
	              "CALSCALE:GREGORIAN\r\n");
	contentline(out, "NAME", name); /* RFC 7986; the next line for older programs */
	contentline(out, "X-WR-CALNAME", name);
	/* Without events too: a calendar must have one component at least. */
	timezone_write(out, guide->config->timezone, guide->zone, zone_year(guide));
	for (size_t i = 0; i < guide->events_len; i++)
		event_write(out, scratch, run, piece->lang, guide->events[i]);
	buf_adds(out, "END:VCALENDAR\r\n");
}
