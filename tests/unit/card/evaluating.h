#ifndef TESTS_UNIT_CARD_EVALUATING_H
#define TESTS_UNIT_CARD_EVALUATING_H
/* evaluating: hours in Namur, parsed and evaluated, for the tests of what rules mean. */
#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/zone.h"
#include "card/card.h"
#include "card/holidays.h"
#include "card/hours_eval.h"

#include <stdlib.h>

struct namur {
	struct arena *arena; /* emptied after each text */
	struct arena *kept;
	struct diag *diag;
	struct zone *zone;
	struct config config;
	struct holidays holidays;
	struct hours_place place;
};

static inline int
namur_begin(void **state)
{
	struct namur *n = calloc(1, sizeof *n);
	bool missing;

	*n = (struct namur){ .arena = arena_new(), .kept = arena_new(), .diag = diag_new() };
	n->zone = zone_new(str("Europe/Brussels"), &missing);
	n->config.country = str("BE");
	holidays_make(&n->holidays, n->kept, &n->config, 2020, 2032);
	n->place = (struct hours_place){ &n->holidays, n->zone, 50.4669, 4.8675 };
	*state = n;
	return n->zone ? 0 : -1;
}

static inline int
namur_end(void **state)
{
	struct namur *n = *state;

	zone_free(n->zone);
	diag_free(n->diag);
	arena_free(n->arena);
	arena_free(n->kept);
	free(n);
	return 0;
}

static inline struct hours
namur_read(struct namur *n, struct str text)
{
	struct hours hours;

	hours_parse(&hours, n->arena, text, (struct pos){ "hours", 1, 1 }, n->diag);
	return hours;
}

static inline int64_t
minute_of(const char *text)
{
	struct moment moment;

	if (!moment_parse(str(text), &moment))
		fail_msg("\"%s\" is no moment", text);
	return moment_minutes(moment);
}
#endif
