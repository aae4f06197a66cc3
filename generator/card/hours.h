#ifndef CARD_HOURS_H
#define CARD_HOURS_H
/*
 * hours: when a merchant is open.
 *
 * Format  OpenStreetMap's opening_hours (wiki.openstreetmap.org/wiki/Key:opening_hours/specification);
 *         here its ordinary weekly part: weekdays, ranges and lists of them, PH, time spans also past
 *         midnight, off/closed, 24/7, rules separated by ; or additional with a comma.
 * Units   minutes since Monday 00:00, local time; spans are half-open: [open, close).
 * Memory  spans come from the caller's arena and live exactly as long as it does.
 * Errors  a text that is not understood is kept whole: `unknown`, shown as written. Unknown never
 *         reads "closed".
 */
#include "base/pos.h"
#include "base/str.h"

struct arena;
struct buf;
struct diag;

enum { HOURS_WEEK = 7 * 24 * 60 };

/* 0 <= open < HOURS_WEEK, open < close <= open + HOURS_WEEK; past Sunday midnight runs over the end. */
struct hours_span {
	int open, close;
};

enum hours_state { HOURS_ABSENT, HOURS_KNOWN, HOURS_UNKNOWN };

struct hours {
	enum hours_state state;
	struct str text;          /* canonical where understood, else as written */
	struct hours_span *spans; /* sorted by open, not overlapping */
	size_t len;
	/* What public holidays do: nothing said, closed, or spans of their own (minutes of the day). */
	enum { HOURS_PH_ORDINARY, HOURS_PH_CLOSED, HOURS_PH_SPANS } holidays;
	struct hours_span *holiday_spans;
	size_t holiday_len;
};

/* Reads `text` that begins at `at`. Tolerated spellings get a note with the canonical one; what is
 * not understood a warning, and state HOURS_UNKNOWN. */
void hours_parse(struct hours *out, struct arena *arena, struct str text, struct pos at,
                 struct diag *diag);

/* One line of the map form, {mo-fr: 07:00-18:30, su: closed}: which days, and when. */
struct hours_entry {
	struct str days, times;
	struct pos days_at, times_at;
};

/* The same from the map form: keys name days ("mo-fr", "sa,su", "lundi", "ph"), values say when, or
 * closed; the order of the lines is of no importance, but no day may stand in two of them. The map
 * begins at `at`. Gives the same canonical text as the rules written in one line. */
void hours_parse_map(struct hours *out, struct arena *arena, const struct hours_entry *entries,
                     size_t count, struct pos at, struct diag *diag);

/* Whether the shop is open at `minute` of an ordinary week, 0 <= minute < HOURS_WEEK. */
bool hours_open_at(const struct hours *hours, int minute);

/* The ordinary week, day by day, as on the door: spans of `weekday` (Monday 0) with minutes of that
 * day, close up to 2880 when past midnight. Returns how many, into `spans` (at most `most`). */
size_t hours_day(const struct hours *hours, int weekday, struct hours_span *spans, size_t most);
#endif
