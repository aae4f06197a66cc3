#ifndef EMIT_JSONLD_HOURS_H
#define EMIT_JSONLD_HOURS_H
/*
 * jsonld_hours: when a merchant is open, as OpeningHoursSpecification.
 *
 * Days with the same span share one specification. As search engines document it: past midnight,
 * `closes` is earlier than `opens`; all day is 00:00 to 23:59; closed is 00:00 to 00:00.
 */
struct graph;
struct merchant;

/* The ordinary week; nothing where it is not known, so that unknown never reads "closed". */
void jsonld_hours(struct graph *graph, const struct merchant *card);
/* Closures that are not over. */
void jsonld_closures(struct graph *graph, const struct merchant *card);
#endif
