#ifndef GUIDE_CLOCK_H
#define GUIDE_CLOCK_H
/*
 * clock: what is due, current or over, and when that next changes.
 *
 * Units   instants are seconds since 1970 UTC; days and minutes are the site's local time. A day
 *         begins at its local midnight, whatever its length.
 * Next    each question about a thing that will change by itself also brings guide->next_utc
 *         forward; ask only about what the site would show.
 */
#include <stdbool.h>
#include <stdint.h>

struct diag;
struct event;
struct guide;
struct guide_event;
struct guide_options;
struct merchant;
struct news;
struct offer;

/* Opens the zone of guide->config and sets now, now_utc and next_utc. -1: reported (a zone that is
 * none; guide->zone may be NULL then, and times are taken as UTC). */
int clock_start(struct guide *guide, const struct guide_options *options, struct diag *diag);

/* The instant of a local time, in minutes since 1970-01-01T00:00. */
int64_t clock_utc(const struct guide *guide, int64_t minutes);
/* Offset in seconds east of Greenwich at that instant. */
int clock_offset(const struct guide *guide, int64_t utc);
/* The local day of an instant. */
int clock_day(const struct guide *guide, int64_t utc);

bool clock_shows_offer(struct guide *guide, const struct offer *offer);
bool clock_shows_news(struct guide *guide, const struct news *news);
/* Sets next and next_end of an event that is not over. */
bool clock_shows_event(struct guide *guide, struct guide_event *event);
/* A merchant's closures only change how it is shown. */
void clock_closures(struct guide *guide, const struct merchant *merchant);
/* Something that the site shows reads otherwise from the beginning of that day on. */
void clock_midnight(struct guide *guide, int day);

/* When the event's occurrence that begins on `day` is over. */
int64_t clock_event_end(const struct guide *guide, const struct event *event, int day);
/* When it hides for good; INT64_MAX while later occurrences follow. */
int64_t clock_event_last(const struct guide *guide, const struct guide_event *event);
/* When the offer hides; INT64_MAX: never. */
int64_t clock_offer_end(const struct guide *guide, const struct offer *offer);
#endif
