#ifndef GUIDE_OPENINGS_H
#define GUIDE_OPENINGS_H
/*
 * openings: when the doors of a merchant are open in the coming weeks.
 *
 * Made from hours, holidays, closures and the build's clock, for the page that shows the week, for the
 * script that compares the clock and for search engines. The window begins on the Monday of the build's
 * week, so that a site changes once a week and not every day.
 * Units    minutes of a day; a night out belongs to the day on which it began, so `close` may reach 2880.
 * Memory   lives as long as the guide; equal hours share one.
 */
#include "base/str.h"
#include "card/hours_eval.h"

struct closure;
struct guide;
struct holiday;

enum {
	OPENINGS_DAYS = 70,  /* of the window: at least the 60 days ahead */
	OPENINGS_SHOWN = 35, /* of them in words: at least the coming four weeks */
	OPENINGS_BEFORE = 7, /* days before the window that are known, too */
};

struct opening {
	int open, close;
	bool unsure;   /* "unknown" by its rule, never closed */
	bool open_end; /* "18:00+" */
	struct str comment;
};

struct openings_day {
	const struct opening *items; /* by `open`, not overlapping */
	size_t len;                  /* 0: closed */
};

/* A day that is not as its weekday usually is. */
struct openings_exception {
	int day; /* since 1970 */
	struct openings_day hours;
	const struct holiday *holiday; /* NULL: none on that day */
	const struct closure *closure; /* the day lies in this one; NULL */
};

struct openings {
	struct openings_day
		week[7]; /* as usual: what each weekday has in most of the first weeks */
	/* The usual week from that day on, a change of season; DATE_NONE: it stays as it is. */
	int later_from;
	struct openings_day later_week[7];
	const struct openings_exception *exceptions; /* by day, all of the window */
	size_t exceptions_len;
	bool weekly; /* hours_are_weekly */
	/* By the sun: `week` has the hours of this week, to be said with care; days that differ by the
	 * sun alone are no exceptions. */
	bool sun;
	/* Dates overrule now what the rules say of every week. */
	bool out_of_season;
	/* For the script: "12345 0900-1800;6 0900-1200;20261225", days (1 is Monday) or a date, then spans;
	 * "?" behind an unsure one, "+" behind an open end. Weekdays that are not named are closed; who
	 * never opens has "1234567". It covers the window and the night before it. */
	struct str compact;
	/* Every day from the week before the window on, by index into `kinds`: openings_on. */
	int from;
	uint8_t kind[OPENINGS_BEFORE + OPENINGS_DAYS];
	const struct openings_day *kinds;
};

/* Sets guide->holidays, the window, and openings of every merchant that has hours that are understood
 * (`door` whatever its status, `openings` where it is open these days); brings guide->next_utc forward
 * to when they will read otherwise. */
void openings_make(struct guide *guide);
/* What a day of the window, or the week before it, has; closed outside. */
struct openings_day openings_on(const struct openings *openings, int day);
/* Whether the merchant is open at that local minute (since 1970), which lies in the window. */
enum hours_meaning openings_at(const struct openings *openings, int64_t minute);
/* Whether two days have the same hours. */
bool openings_same(struct openings_day a, struct openings_day b);
#endif
