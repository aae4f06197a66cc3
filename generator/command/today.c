#include "command/today.h"

#include "base/date.h"
#include "guide/guide.h"

#include <stdlib.h>
#include <time.h>

enum { SATURDAY = 5, DAY_SECONDS = DAY_MINUTES * 60 };

int
today(const char *now)
{
	struct moment moment;
	int64_t utc;
	time_t clock;
	struct tm local;

	if (now && guide_clock_parse(now, &moment))
		return moment.day;
	if (guide_epoch_parse(getenv("SOURCE_DATE_EPOCH"), &utc))
		return (int)(utc / DAY_SECONDS);
	clock = time(NULL);
	if (!localtime_r(&clock, &local))
		return (int)(clock / DAY_SECONDS);
	return date_from_civil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int
today_saturday(int day, int days)
{
	day += days;
	return day + (SATURDAY + 7 - date_weekday(day)) % 7;
}
