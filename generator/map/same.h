#ifndef MAP_SAME_H
#define MAP_SAME_H
/*
 * same: whether two values of a field, written differently, say the same: a telephone number with other spaces, a
 * web address with or without its last slash, hours in another spelling, a list in another order, "R. Haute 3" and
 * "Rue Haute 3".
 */
#include "base/str.h"

struct arena;
struct config;
struct field;

/* Values as card/compose.h has them; `row` is the field's. */
bool same_value(struct arena *scratch, const struct config *config, const struct field *row,
                struct str a, struct str b);
/* Whether `card` says all that `map` says: the same, or a list with more in it. */
bool same_or_more(struct arena *scratch, const struct config *config, const struct field *row,
                  struct str card, struct str map);
#endif
