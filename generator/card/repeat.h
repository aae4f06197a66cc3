#ifndef CARD_REPEAT_H
#define CARD_REPEAT_H
/*
 * repeat: on which days an event comes back: a subset of iCalendar's RRULE (RFC 5545, 3.3.10).
 *
 * Known   FREQ=DAILY|WEEKLY|MONTHLY|YEARLY, INTERVAL, COUNT, UNTIL, BYDAY (with a number in
 *         MONTHLY and YEARLY: 1SA, -1SU), BYMONTHDAY, BYMONTH. The week begins on Monday.
 */
#include "base/str.h"

#include <stdint.h>

struct repeat {
	struct str rule; /* canonical text, empty: the event happens once */
	enum repeat_freq {
		REPEAT_NEVER,
		REPEAT_DAILY,
		REPEAT_WEEKLY,
		REPEAT_MONTHLY,
		REPEAT_YEARLY
	} freq;
	int interval; /* at least 1 */
	int count;    /* 0: no such end */
	int until;    /* day, or DATE_NONE */
	struct repeat_day {
		int8_t weekday; /* Monday 0 */
		int8_t nth;     /* 0: every; -1: the last */
	} days[14];
	int days_len;
	uint32_t month_days; /* bit 1 .. 31 */
	uint16_t months;     /* bit 1 .. 12 */
};

struct arena;

/* On failure false and *why (a translated sentence) says which part is not understood. */
bool repeat_parse(struct repeat *out, struct arena *arena, struct str text, const char **why);
/* The first day on which it happens on or after `day`, for an event that first happens on
 * `start`; DATE_NONE when it is over. */
int repeat_next(const struct repeat *repeat, int start, int day);
#endif
