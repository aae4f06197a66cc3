#ifndef CARD_HOURS_DAYS_H
#define CARD_HOURS_DAYS_H
/*
 * hours_days: on which days a rule of opening hours speaks, 64 days at a time.
 *
 * Days are bits: "weekdays from April on, in odd weeks" is a few operations on words, and a date is
 * worked out once for a year and not again on every day of it.
 * Memory  nothing but what is in the struct; the holidays are borrowed.
 */
#include "card/hours_rule.h"

struct holidays;

enum { HOURS_DAYS = 64 };

struct hours_days {
	int first;                       /* since 1970-01-01: the day of bit 0 */
	int from_year, to_year;          /* in which the days lie */
	uint64_t weekday[7];             /* Monday 0 */
	const struct holidays *holidays; /* NULL: there are none */
};

void hours_days_begin(struct hours_days *days, const struct holidays *holidays, int first);

/* The days on which `rule` speaks. In *perhaps those of which nobody knows whether it does, as
 * their holidays are not known: no day is in both. */
uint64_t
hours_days_of(const struct hours_days *days, const struct hours_rule *rule, uint64_t *perhaps);

/* Whether the rule is for certain days only. */
bool hours_days_named(const struct hours_rule *rule);
#endif
