#include "base/date.h"

/* Days from 0000-03-01 to 1970-01-01; eras of 400 years have always the same number of days. */
enum { EPOCH = 719468, ERA_DAYS = 146097, YEAR_MOST = 9999 };

/* Years are counted from March, so that the leap day is the last of its year: the number of days
 * before a month is then a straight line, (153 * m + 2) / 5, and no table is needed. */
int
date_from_civil(int year, int month, int day)
{
	int y = month > 2 ? year : year - 1;
	int era = y / 400, of_era = y % 400;
	int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

struct civil
date_to_civil(int day)
{
	int64_t days = (int64_t)day + EPOCH;
	int64_t era = (days >= 0 ? days : days - ERA_DAYS + 1) / ERA_DAYS;
	int of_era = (int)(days - era * ERA_DAYS);
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153; /* March is 0 */
	struct civil civil = {
		.year = year + (int)era * 400 + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = of_year - (153 * month + 2) / 5 + 1,
	};

	return civil;
}

int
date_month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : lengths[month - 1];
}

bool
date_is_valid(int year, int month, int day)
{
	return year >= 1 && year <= YEAR_MOST && month >= 1 && month <= 12 && day >= 1 &&
	       day <= date_month_length(year, month);
}

int
date_weekday(int day)
{
	/* 1970-01-01 was a Thursday; % takes the sign of what is divided. */
	return (int)((((int64_t)day + 3) % 7 + 7) % 7);
}

/* The number in exactly `digits` digits at `at`, or -1. */
static int
number(struct str text, size_t at, size_t digits)
{
	int n = 0;

	if (at > text.len || digits > text.len - at)
		return -1;
	for (size_t i = at; i < at + digits; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return -1;
		n = n * 10 + (text.ptr[i] - '0');
	}
	return n;
}

bool
date_parse(struct str text, int *day)
{
	int y = number(text, 0, 4), m = number(text, 5, 2), d = number(text, 8, 2);

	if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-' || !date_is_valid(y, m, d))
		return false;
	*day = date_from_civil(y, m, d);
	return true;
}

/* "18:30" or "18:30:00": minutes of the day, or -1. */
static int
clock_parse(struct str text)
{
	int hour = number(text, 0, 2), minute = number(text, 3, 2);

	if ((text.len != 5 && text.len != 8) || text.ptr[2] != ':' || hour < 0 || hour > 23 ||
	    minute < 0 || minute > 59)
		return -1;
	if (text.len == 8) {
		int second = number(text, 6, 2);

		if (text.ptr[5] != ':' || second < 0 || second > 59)
			return -1;
	}
	return hour * 60 + minute;
}

bool
moment_parse(struct str text, struct moment *moment)
{
	int day, minute = -1;

	if (!date_parse(str_sub(text, 0, 10), &day))
		return false;
	if (text.len > 10) {
		char between = text.ptr[10];

		minute = clock_parse(str_sub(text, 11, text.len));
		if (minute < 0 || (between != 'T' && between != 't' && between != ' '))
			return false;
	}
	*moment = (struct moment){ day, minute };
	return true;
}

int64_t
moment_minutes(struct moment moment)
{
	return (int64_t)moment.day * DAY_MINUTES + (moment.minute > 0 ? moment.minute : 0);
}
