#ifndef CARD_HOURS_EVAL_H
#define CARD_HOURS_EVAL_H
/*
 * hours_eval: what the rules of opening hours say of days: stretches of open and unsure time.
 *
 * Format  the meaning that the specification gives to rules, and where it is silent the one that
 *         OpenStreetMap's editors and maps rely on (cited in the .c).
 * Units   minutes since 1970-01-01T00:00 in the site's local time, [from, to). Instants are for
 *         the caller: base/zone knows which hours a clock skips or repeats.
 * Memory  intervals are pushed into the caller's list; comments are borrowed from the rules.
 */
#include "card/hours.h"

#include <stdint.h>

struct holidays;
struct zone;

struct hours_place {
	const struct holidays *holidays; /* NULL: there are none */
	const struct zone *zone;         /* NULL: UTC; for the sun alone */
	double latitude, longitude;      /* degrees; NAN: unknown, and so are the sun's times */
};

struct hours_interval {
	int64_t from, to;
	enum hours_meaning meaning; /* never MEANING_CLOSED: what is not listed is closed */
	bool open_end;              /* open: at least until `to`; unsure: what may follow that */
	struct str comment;         /* of the rule that says so; may be empty */
};

/* Grown by hours_evaluate from its arena; `= {0}` is empty. */
struct hours_intervals {
	struct hours_interval *items;
	size_t len, capacity;
};

/* Appends what `hours` (HOURS_KNOWN) says of [from, to), cut at both ends: sorted, and different
 * where they touch, be it what `out` held before; so [a,b) and then [b,c) is the same as [a,c).
 * "12:00-18:00+" is open until 18:00, then unsure for some hours; "18:00+" unsure at once. */
void hours_evaluate(const struct hours *hours, const struct hours_place *place, int64_t from,
                    int64_t to, struct hours_intervals *out, struct arena *arena);

/* Whether any rule speaks of public holidays. */
bool hours_mind_holidays(const struct hours *hours);
/* Whether the rules say the same of every week, holidays aside: no dates, weeks, nth days, sun. */
bool hours_are_weekly(const struct hours *hours);
#endif
