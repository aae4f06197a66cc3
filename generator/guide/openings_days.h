#ifndef GUIDE_OPENINGS_DAYS_H
#define GUIDE_OPENINGS_DAYS_H
/*
 * openings_days: the days of a window, each with its kind of hours; what is usual among them; all of
 * them in one line.
 *
 * Units   days by their number: 0 is the Monday before the window, OPENINGS_BEFORE its first day. From the
 *         week before a change is known that comes early in the window.
 * Memory  hours come from the arena given to openings_days_read.
 */
#include "guide/openings.h"

struct buf;

enum { OPENINGS_ALL = OPENINGS_BEFORE + OPENINGS_DAYS };

struct openings_days {
	uint8_t kind[OPENINGS_ALL];                  /* index into kinds */
	struct openings_day kinds[OPENINGS_ALL + 1]; /* all different; the first is closed */
	size_t kinds_len;
};

/* What `hours` say of the days from `from` on. */
void openings_days_read(struct openings_days *days, const struct hours *hours,
                        const struct hours_place *place, int from, struct arena *arena);

/* The same of hours that say the same of every week, public holidays aside: asks for one week, and for
 * the days around holidays. A guide of ten thousand shops has mostly such ones. */
void openings_days_repeat(struct openings_days *days, const struct hours *hours,
                          const struct hours_place *place, int from,
                          const bool holiday[OPENINGS_ALL], struct arena *arena);

/* Kinds by weekday, before and from the change of season. */
struct openings_usual {
	uint8_t week[7], later[7];
	int later_from; /* number of a day; OPENINGS_ALL: no change */
};

/* What is usual; days `aside` are not asked, nor are weeks away where there are others. `steady`: hours that
 * no date changes. */
void openings_days_usual(struct openings_usual *usual, const struct openings_days *days,
                         const bool aside[OPENINGS_ALL], bool steady);
/* The kind that is usual on a day. */
uint8_t openings_usual_on(const struct openings_usual *usual, int number);
/* 0 .. 6 of a day by its number. */
int openings_weekday(int number);
/* Writes the days as struct openings has them in `compact`; number 0 is `from`. */
void openings_days_write(struct buf *out, const uint8_t kind[OPENINGS_ALL],
                         const struct openings_day *kinds, int from);
#endif
