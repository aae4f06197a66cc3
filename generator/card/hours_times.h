#ifndef CARD_HOURS_TIMES_H
#define CARD_HOURS_TIMES_H
/*
 * hours_times: a rule's times as stretches of minutes of one day, the sun's times among them.
 *
 * Units   minutes of the day on which the stretch begins, 0 .. 2880.
 * Memory  in the caller's arrays.
 */
#include "card/hours_days.h"
#include "card/hours_eval.h"

struct hours_stretch {
	int16_t from, to;
	int16_t until; /* an open end is taken to last until then; `to`: it has none */
	bool unsure;   /* hangs on a sun of which nobody knows when, or that does not rise */
	uint16_t time; /* which of the rule's */
};

enum { SUN_DAYS = HOURS_DAYS + 1, SUN_EVENTS = 4, HOURS_NO_MINUTE = INT16_MIN };

/* The sun's times of 64 days and the one after, each worked out when it is first asked for. */
struct hours_sun {
	const struct hours_place *place;
	int first;
	uint8_t asked[SUN_DAYS];              /* a bit per event */
	int16_t minute[SUN_DAYS][SUN_EVENTS]; /* of the day; HOURS_NO_MINUTE: not known, or never */
};

void hours_sun_begin(struct hours_sun *sun, const struct hours_place *place, int first);

/* Whether the times differ from day to day. */
bool hours_times_vary(const struct hours_rule *rule);
/* So many stretches a rule has on any day; some may be empty. */
size_t hours_times_count(const struct hours_rule *rule);
/* Works them out for the `index`-th day, sorted. `out` is what it was for another day of the same
 * rule, or zero but for `time`, which counts up. `sun` may be NULL where the times do not vary. */
void hours_times_of(struct hours_stretch *out, const struct hours_rule *rule, struct hours_sun *sun,
                    int index);
#endif
