#ifndef CARD_HOURS_H
#define CARD_HOURS_H
/*
 * hours: when a merchant is open, as its card says.
 *
 * Format  OpenStreetMap's opening_hours (wiki.openstreetmap.org/wiki/Key:opening_hours/specification),
 *         the whole of it but points in time; and as a courtesy what people write. What the rules say of
 *         a day is hours_eval's to find out.
 * Memory  everything comes from the caller's arena and lives exactly as long as it does.
 * Errors  a text that is not understood is kept whole: `unknown`, shown as written. Unknown never
 *         reads "closed".
 */
#include "base/pos.h"
#include "base/str.h"
#include "card/hours_rule.h"

struct arena;
struct diag;

/* Half-open: [open, close), in minutes of a day; 0 <= open < 1440, open < close <= 2880. */
struct hours_span {
	int open, close;
};

enum hours_state { HOURS_ABSENT, HOURS_KNOWN, HOURS_UNKNOWN };

struct hours {
	enum hours_state state;
	struct str text; /* canonical where understood, else as written */
	struct hours_rules rules;
	bool odd; /* the spelling was tolerated: `text` is the better one */
};

/* Reads `text` that begins at `at`. Tolerated spellings get a note with the canonical one; what is
 * not understood a warning, and state HOURS_UNKNOWN. */
void hours_parse(struct hours *out, struct arena *arena, struct str text, struct pos at,
                 struct diag *diag);

/* One line of the map form, {mo-fr: 07:00-18:30, su: closed}: which days, and when. */
struct hours_entry {
	struct str days, times;
	struct pos days_at, times_at;
	struct str
		better; /* set by hours_parse_map: how the times are spelt well; empty: they are */
};

/* The same from the map form: keys name days ("mo-fr", "sa,su", "lundi", "ph"), values say when, or
 * closed; the order of the lines is of no importance, but no day may stand in two of them. The map
 * begins at `at`. Gives the same rules as the canonical text of them all. */
void hours_parse_map(struct hours *out, struct arena *arena, struct hours_entry *entries,
                     size_t count, struct pos at, struct diag *diag);
#endif
