#ifndef CARD_HOURS_TIMELINE_H
#define CARD_HOURS_TIMELINE_H
/*
 * hours_timeline: one day as rules paint it, one over the other: open, unsure, else closed.
 *
 * Units   minutes of the day, 0 .. 1440, [from, to).
 * Memory  in the struct: no day has more parts than minutes.
 */
#include "base/date.h"
#include "card/hours_rule.h"

#include <stdbool.h>

struct timeline_part {
	int16_t from, to; /* from < to; by `from`, and never over each other */
	uint16_t rule;    /* whose it is */
	uint8_t meaning;  /* enum hours_meaning, never MEANING_CLOSED */
	bool open_end;    /* unsure: it is what may follow an open end; open: one follows it */
};

/* Empty where `len` is 0; the parts need no clearing. */
struct timeline {
	size_t len;
	struct timeline_part parts[DAY_MINUTES];
};

/* Over whatever is there. */
void timeline_put(struct timeline *line, struct timeline_part part);
/* Only where it is closed. */
void timeline_fill(struct timeline *line, struct timeline_part part);
/* Closed. */
void timeline_erase(struct timeline *line, int from, int to);
/* What is open becomes unsure. */
void timeline_doubt(struct timeline *line, int from, int to);
#endif
