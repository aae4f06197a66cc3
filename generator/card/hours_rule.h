#ifndef CARD_HOURS_RULE_H
#define CARD_HOURS_RULE_H
/*
 * hours_rule: opening hours as rules: which days, which times, what they mean.
 *
 * Format  the productions of OpenStreetMap's opening_hours, one struct each
 *         (wiki.openstreetmap.org/wiki/Key:opening_hours/specification).
 * Units   times are minutes of the day, up to 48:00; weekdays count from Monday 0, months from 1.
 * Memory  lists live in the arena of whoever read them.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;
struct buf;

/* How a rule stands to those before it. */
enum hours_joint {
	JOINT_NORMAL,     /* ";" replaces them on its days */
	JOINT_ADDITIONAL, /* "," adds to them */
	JOINT_FALLBACK,   /* "||" where they leave it closed for want of a rule */
};

/* UNSURE is the specification's "unknown". */
enum hours_meaning { MEANING_OPEN, MEANING_CLOSED, MEANING_UNSURE };

struct hours_years {
	int16_t from, to; /* "2026+" reaches to YEAR_EVER */
	int16_t step;     /* 1: every */
};

enum { YEAR_EVER = 9999 };

/* A day of the year, fixed or moving: "Dec 25", "2026 Jan 02", "easter -2 days", "Oct Su[-1]". */
struct hours_date {
	int16_t year; /* 0: every year */
	int8_t month; /* 1 .. 12; 0: easter */
	int8_t day;   /* 1 .. 31; 0: the month as a whole, or `nth` */
	int8_t nth;   /* with `nth_day`: "Su[-1]" of the month, -5 .. 5; 0: none */
	int8_t nth_day;
	int8_t next_day; /* moved to this weekday, "+Su" on or after, "-Su" on or before; -1: no */
	bool before;     /* "-Su" */
	int16_t offset;  /* then so many days later, "+2 days" */
};

struct hours_dates {
	struct hours_date from, to; /* the same: one day, or one month */
	bool ever;                  /* "Nov 15+": to the end of the year */
	int16_t step;               /* "Jan 01-31/8": every eighth day; 1: every */
};

struct hours_weeks {
	int8_t from, to, step; /* ISO 8601 weeks, 1 .. 53 */
};

struct hours_weekdays {
	uint8_t days;     /* a bit per weekday */
	uint8_t nth;      /* bits 0..4: [1] .. [5] of the month; 0 with `nth_last`: all */
	uint8_t nth_last; /* bits 0..4: [-1] .. [-5] */
	int16_t offset;   /* "Su[1] +1 day" */
	int8_t from, to;  /* as written, "Sa-Mo"; the same: one day */
};

struct hours_holiday {
	bool school;    /* SH, else PH */
	int16_t offset; /* "PH +1 day" */
};

enum hours_event { EVENT_NONE, EVENT_DAWN, EVENT_SUNRISE, EVENT_SUNSET, EVENT_DUSK };

struct hours_time {
	enum hours_event event;
	int16_t minute; /* of the day; with an event the offset from it, "(sunset+00:30)" */
};

struct hours_times {
	struct hours_time from,
		to;    /* a fixed `to` not after a fixed `from` is on the next day: as written */
	bool open_end; /* "18:00+" (to is from), "18:00-22:00+" */
};

struct hours_rule {
	enum hours_joint joint;
	enum hours_meaning meaning;
	bool meaning_written; /* "open", which may be left out */
	bool always;          /* "24/7" */
	struct hours_years *years;
	struct hours_dates *dates;
	struct hours_weeks *weeks;
	struct hours_weekdays *weekdays; /* beside holidays: either */
	struct hours_holiday *holidays;
	struct hours_times *times; /* none: the whole day */
	uint16_t years_len, dates_len, weeks_len, weekdays_len, holidays_len, times_len;
	/* "PH Mo-Fr": days that are both; otherwise "PH,Mo-Fr": days that are either. */
	bool holidays_narrow;
	struct str comment; /* without its quotes */
	uint32_t from, to;  /* where the rule stands in the text, bytes */
};

struct hours_rules {
	struct hours_rule *items;
	size_t len;
};

/* Whether it closes whole days: "Mo off", and "PH 03:00-27:00 off", a day from night to night. */
bool hours_closes_days(const struct hours_rule *rule);

/* The rules as the specification spells them: parsed again they mean the same. */
void hours_write(struct buf *out, const struct hours_rules *rules);
void hours_write_rule(struct buf *out, const struct hours_rule *rule); /* without its joint */
/* Only the times, "09:00-12:00,13:00-18:00". */
void hours_write_times(struct buf *out, const struct hours_rule *rule);
#endif
