#ifndef BASE_DATE_H
#define BASE_DATE_H
/*
 * date: days and moments of the Gregorian calendar, as people write them (ISO 8601).
 *
 * Units   a day is a count of days since 1970-01-01; a moment is minutes since 1970-01-01T00:00 in
 *         the site's local time. Years 1 to 9999. DATE_NONE where there is none.
 */
#include "base/str.h"

#include <limits.h>
#include <stdint.h>

enum { DATE_NONE = INT_MIN, DAY_MINUTES = 24 * 60 };

struct civil {
	int year, month, day; /* month and day begin at 1 */
};

struct moment {
	int day;    /* DATE_NONE: no moment */
	int minute; /* of the day, 0 .. 1439; -1: the day as a whole */
};

int date_from_civil(int year, int month, int day); /* of a valid date */
struct civil date_to_civil(int day);
bool date_is_valid(int year, int month, int day);
int date_weekday(int day); /* Monday 0 … Sunday 6 */
int date_month_length(int year, int month);
/* "2026-07-15"; false when it is anything else. */
bool date_parse(struct str text, int *day);
/* "2026-07-15", "2026-07-15T18:30", a space for the T, seconds allowed and dropped. */
bool moment_parse(struct str text, struct moment *moment);
int64_t moment_minutes(struct moment moment); /* since 1970, a whole day counts from 00:00 */
#endif
