#ifndef EMIT_JSONLD_HOURS_H
#define EMIT_JSONLD_HOURS_H
/*
 * jsonld_hours: when a merchant is open, as OpeningHoursSpecification.
 *
 * Days with the same span share one specification. As search engines document it: past midnight,
 * `closes` is earlier than `opens`; all day is 00:00 to 23:59; closed is 00:00 to 00:00. Of what is not
 * sure nothing is claimed.
 */
struct graph;
struct guide_merchant;

/* The usual week, and the next one where the season changes; nothing where it is not known, or the
 * merchant is not open these days. */
void jsonld_hours(struct graph *graph, const struct guide_merchant *merchant);
/* Days that are not as usual, as far as openings know them, and closures that are not over. */
void jsonld_special_hours(struct graph *graph, const struct guide_merchant *merchant);
#endif
