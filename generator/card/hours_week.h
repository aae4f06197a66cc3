#ifndef CARD_HOURS_WEEK_H
#define CARD_HOURS_WEEK_H
/*
 * hours_week: an ordinary week while the rules of opening hours are applied to it one by one.
 *
 * Each weekday exists twice, as an ordinary day and as a public holiday, because rules speak of
 * both: "Mo-Fr" means holidays too, unless a PH rule stands behind it.
 * Units   minutes of the day; a span may run up to 48:00.
 */
#include "card/hours.h"

enum { WEEK_DAYS = 7, DAY_SPANS = 16 };

struct hours_day {
	struct hours_span spans[DAY_SPANS];
	size_t len;
};

struct hours_rule {
	unsigned days; /* bit per weekday, Monday 0 */
	bool holidays;
	bool off;        /* closed: at `hours`, or the whole day where it has none */
	bool additional; /* joins what was said of the day, instead of replacing it */
	struct hours_day hours;
};

struct hours_week {
	struct hours_day ordinary[WEEK_DAYS], holiday[WEEK_DAYS];
	struct hours_day said; /* what the last PH rule said */
	bool has_holiday_rule;
};

/* False when a day would get more than DAY_SPANS spans, or one that begins after midnight because an
 * `off` cut a night in two. */
bool hours_week_apply(struct hours_week *week, const struct hours_rule *rule);
/* Fills everything of `out`: state HOURS_KNOWN, spans, holidays and the canonical text. */
void hours_week_finish(struct hours *out, struct arena *arena, struct hours_week *week);
/* Sorted, what overlaps or touches made one. */
void hours_day_tidy(struct hours_day *day);
#endif
