#ifndef BASE_ZONE_RULE_H
#define BASE_ZONE_RULE_H
/*
 * zone_rule: how the clocks go in the years to come: standard time, and perhaps summer time between
 * two days of each year.
 *
 * Format  the TZ variable of POSIX with the extensions of RFC 9636, 3.3.1 ("CET-1CEST,M3.5.0,
 *         M10.5.0/3"; times from -167 to 167 hours), which stands at the end of a TZif file.
 * Units   seconds since 1970 UTC; offsets in seconds east of Greenwich.
 */
#include "base/str.h"

#include <stdint.h>

/* The moment at which summer time begins or ends, in the local time before it. */
struct zone_rule_day {
	enum zone_rule_form { RULE_JULIAN, RULE_ZERO_BASED, RULE_WEEKDAY } form; /* Jn, n, Mm.w.d */
	int month, week, day;
	int time; /* seconds after midnight; may be negative or beyond 24 h */
};

struct zone_rule {
	bool known, has_summer;
	int standard, summer;            /* offsets */
	struct zone_rule_day start, end; /* of summer time */
};

bool zone_rule_parse(struct zone_rule *rule, struct str text);
int zone_rule_offset(const struct zone_rule *rule, int64_t utc);
/* The first change of the offset after `utc`; INT64_MAX when there is none. */
int64_t zone_rule_next(const struct zone_rule *rule, int64_t utc);
#endif
