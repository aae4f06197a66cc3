#include "guide/clock.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/zone.h"
#include "guide/guide.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

/* 9999-12-31T23:59:59Z: years of more than four digits are no dates of ours. */
static const int64_t LAST_UTC = 253402300799;

bool
guide_clock_parse(const char *text, struct moment *moment)
{
	if (!moment_parse(str(text), moment))
		return false;
	if (moment->minute < 0)
		moment->minute = 0;
	return true;
}

bool
guide_epoch_parse(const char *text, int64_t *utc)
{
	char *end;

	if (!text || text[0] < '0' || text[0] > '9')
		return false;
	errno = 0;
	*utc = strtoll(text, &end, 10);
	return *end == '\0' && errno == 0 && *utc <= LAST_UTC;
}

static int
open_zone(struct guide *guide, struct diag *diag)
{
	const struct config *config = guide->config;
	bool missing = false;

	guide->zone = zone_new(config->timezone, &missing);
	if (guide->zone)
		return 0;
	if (missing) {
		diag_environment(diag, _("the time zone database is missing (package tzdata)"));
		return -1;
	}
	diag_error(diag, config->timezone_at, "timezone",
	           _("timezone: \"%.*s\" is not a known time zone"), STR_ARG(config->timezone));
	diag_hint(diag, _("for example %s"), "Europe/Brussels");
	return -1;
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int
clock_start(struct guide *guide, const struct guide_options *options, struct diag *diag)
{
	int rc = open_zone(guide, diag);
	int64_t local;

	guide->next_utc = INT64_MAX;
	if (options->now && guide_clock_parse(options->now, &guide->now)) {
		guide->now_utc = clock_utc(guide, moment_minutes(guide->now));
		return rc;
	}
	if (!guide_epoch_parse(options->epoch, &guide->now_utc))
		guide->now_utc = (int64_t)time(NULL);
	local = floor_div(guide->now_utc + clock_offset(guide, guide->now_utc), 60);
	guide->now.day = (int)floor_div(local, DAY_MINUTES);
	guide->now.minute = (int)(local - (int64_t)guide->now.day * DAY_MINUTES);
	return rc;
}

int64_t
clock_utc(const struct guide *guide, int64_t minutes)
{
	return guide->zone ? zone_to_utc(guide->zone, minutes * 60) : minutes * 60;
}

int
clock_offset(const struct guide *guide, int64_t utc)
{
	return guide->zone ? zone_offset(guide->zone, utc) : 0;
}

int
clock_day(const struct guide *guide, int64_t utc)
{
	return (int)floor_div(utc + clock_offset(guide, utc), DAY_MINUTES * 60);
}

static int64_t
midnight(const struct guide *guide, int day)
{
	return clock_utc(guide, (int64_t)day * DAY_MINUTES);
}

/* Remembers an instant at which the site changes. */
static void
note(struct guide *guide, int64_t utc)
{
	if (utc > guide->now_utc && utc < guide->next_utc)
		guide->next_utc = utc;
}

/* Whether an instant has come; one to come is remembered. */
static bool
has_come(struct guide *guide, int64_t utc)
{
	note(guide, utc);
	return utc <= guide->now_utc;
}

int64_t
clock_offer_end(const struct guide *guide, const struct offer *offer)
{
	return offer->until == DATE_NONE ? INT64_MAX : midnight(guide, offer->until + 1);
}

bool
clock_shows_offer(struct guide *guide, const struct offer *offer)
{
	int64_t end = clock_offer_end(guide, offer);

	if (end <= guide->now_utc)
		return false;
	if (!has_come(guide, midnight(guide, offer->from)))
		return false;
	note(guide, end);
	return true;
}

bool
clock_shows_news(struct guide *guide, const struct news *news)
{
	return has_come(guide, clock_utc(guide, moment_minutes(news->date)));
}

/* Minutes from the midnight on which an occurrence begins until it is over. Without an end it lasts
 * as long as its day does; an end that is only a day counts whole. */
static int64_t
event_length(const struct event *event)
{
	int64_t days;

	if (event->end.day == DATE_NONE)
		return DAY_MINUTES;
	days = (int64_t)event->end.day - event->start.day;
	if (event->end.minute < 0)
		return (days + 1) * DAY_MINUTES;
	return days * DAY_MINUTES + event->end.minute;
}

int64_t
clock_event_end(const struct guide *guide, const struct event *event, int day)
{
	return clock_utc(guide, (int64_t)day * DAY_MINUTES + event_length(event));
}

/* The next day on which the event happens, on or after `day`; DATE_NONE. */
static int
occurrence(const struct event *event, int64_t day)
{
	if (event->repeats.freq == REPEAT_NEVER)
		return day <= event->start.day ? event->start.day : DATE_NONE;
	if (day > INT_MAX / 2)
		return DATE_NONE;
	return repeat_next(&event->repeats, event->start.day,
	                   day < event->start.day ? event->start.day : (int)day);
}

bool
clock_shows_event(struct guide *guide, struct guide_event *out)
{
	const struct event *event = out->card;
	int64_t left = moment_minutes(guide->now) - event_length(event);
	/* Days on which an occurrence began that is not over yet; one less for clocks that change. */
	int day = occurrence(event, floor_div(left, DAY_MINUTES));

	while (day != DATE_NONE && clock_event_end(guide, event, day) <= guide->now_utc)
		day = occurrence(event, (int64_t)day + 1);
	if (day == DATE_NONE)
		return false;
	note(guide, clock_event_end(guide, event, day));
	out->next = (struct moment){ day, event->start.minute };
	out->next_end = event->end;
	if (event->end.day != DATE_NONE)
		out->next_end.day = day + (event->end.day - event->start.day);
	return true;
}

int64_t
clock_event_last(const struct guide *guide, const struct guide_event *event)
{
	if (occurrence(event->card, (int64_t)event->next.day + 1) != DATE_NONE)
		return INT64_MAX;
	return clock_event_end(guide, event->card, event->next.day);
}

void
clock_closures(struct guide *guide, const struct merchant *merchant)
{
	for (size_t i = 0; i < merchant->closures_len; i++) {
		const struct closure *closure = &merchant->closures[i];

		note(guide, midnight(guide, closure->from));
		if (closure->until != DATE_NONE)
			note(guide, midnight(guide, closure->until + 1));
	}
}

void
clock_midnight(struct guide *guide, int day)
{
	note(guide, midnight(guide, day));
}
