#ifndef THEME_FORMAT_H
#define THEME_FORMAT_H
/*
 * format: dates, times, distances and lists as people of a language write them.
 *
 * These are grammar, not wording: "1er août", "1. August", "A, B et C" belong together with their
 * language, so they are tables here, while phrases belong to the theme's texts. Within a time or
 * before a unit the space does not break (U+00A0).
 * Sources  French: Lexique des règles typographiques; Dutch: taaladvies.net; German: DIN 5008;
 *          ISO 8601 and RFC 3339 for machines.
 * Memory   texts come from the arena given, or are constant.
 */
#include "base/date.h"
#include "card/lang.h"

struct arena;
struct buf;
struct hours_span;
struct repeat;

struct str format_weekday(enum lang lang, int weekday);       /* "samedi"; Monday is 0 */
struct str format_weekday_short(enum lang lang, int weekday); /* "sam." */
struct str format_month(enum lang lang, int month);           /* "décembre"; January is 1 */
struct str format_month_short(enum lang lang, int month);     /* "déc." */

struct str format_date(struct arena *arena, enum lang lang, int day); /* "12 décembre 2026" */
struct str format_day(struct arena *arena, enum lang lang, int day);  /* with the weekday before */
/* "du 15 juillet au 1er août 2026", "le 15 juillet 2026", "jusqu’au …", "à partir du …"; either end
 * may be DATE_NONE. */
struct str format_period(struct arena *arena, enum lang lang, int from, int until);
/* "25 décembre", "1er mai": a day of any year; `month` from 1. */
struct str format_day_of_month(struct arena *arena, enum lang lang, int month, int day);
/* A day of these weeks, so without its year: "vendredi 25 décembre"; "du 24 au 26 décembre". */
struct str format_near_day(struct arena *arena, enum lang lang, int day);
struct str format_near_days(struct arena *arena, enum lang lang, int from, int until);
struct str
format_near_from(struct arena *arena, enum lang lang, int day); /* "à partir du 2 novembre" */
/* "18 h 30", "18.30 uur", "18:30 Uhr", "18:30"; `minute` of the day, up to 2880. */
struct str format_time(struct arena *arena, enum lang lang, int minute);
/* Appends the same without the word behind, "18.30", which format_clock gives: " uur", or nothing. */
void format_add_time(struct buf *out, enum lang lang, int minute);
const char *format_clock(enum lang lang);
/* Takes that word off the end again: behind several times it is said once. */
void format_drop_clock(struct buf *out, enum lang lang);
/* "7 h – 12 h, 13 h – 18 h 30", "7.00 – 12.00, 13.00 – 18.30 uur"; minutes of the day, up to 2880. */
struct str
format_spans(struct arena *arena, enum lang lang, const struct hours_span *spans, size_t len);
/* An event: "samedi 12 décembre 2026, 14 h – 18 h"; `end.day` may be DATE_NONE. */
struct str format_when(struct arena *arena, enum lang lang, struct moment start, struct moment end);
/* "chaque samedi", "le premier samedi du mois", "toutes les 2 semaines"; empty for what happens once.
 * `start` is the first day. */
struct str
format_repeat(struct arena *arena, enum lang lang, const struct repeat *repeat, int start);

const char *format_and(enum lang lang); /* " et " */
/* "A, B et C". */
struct str format_list(struct arena *arena, enum lang lang, const struct str *items, size_t len);
/* "lundi – vendredi", "samedi et dimanche", "mercredi"; both included. */
struct str format_weekdays(struct arena *arena, enum lang lang, int from, int until);
struct str
format_distance(struct arena *arena, enum lang lang, double metres); /* "120 m", "1,2 km" */
struct str
format_minutes(struct arena *arena, enum lang lang, int minutes); /* "35 min", "1 h 10" */
struct str format_size(struct arena *arena, enum lang lang,
                       uint64_t bytes); /* of a file: "240 ko", "1,2 Mo" */

/* For machines: "2026-12-12"; "18:30" (past midnight of the next day, 24:00 stays). */
struct str format_iso_day(struct arena *arena, int day);
struct str format_iso_time(struct arena *arena, int minute);
/* "2026-12-12T18:30:00+01:00" of an instant, `offset` in seconds. */
struct str format_iso_instant(struct arena *arena, int64_t utc, int offset);
/* "50.3957": a coordinate with at most 6 decimals (a tenth of a metre). */
struct str format_degrees(struct arena *arena, double degrees);
#endif
