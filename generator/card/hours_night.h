#ifndef CARD_HOURS_NIGHT_H
#define CARD_HOURS_NIGHT_H
/*
 * hours_night: nights that a later rule cuts at midnight: "Fr,Sa 17:30-01:00; Su 17:30-22:00".
 *
 * Behind ";" a rule has its days to itself from 00:00 on: Saturday's guests leave at midnight. And
 * "19:00-02:00; Mo off" takes Monday's evening and leaves the end of its night, Tuesday 00:00-02:00.
 * Both are what the specification says, and hardly ever what was meant.
 */
#include "card/hours_rule.h"

struct arena;
struct buf;
struct hours_place;

struct hours_night {
	size_t rule, by;   /* whose night, and the rule that cuts it */
	int day, from, to; /* the evening, days since 1970; its stretch as written, minutes of it */
	bool left;         /* the evening is gone and its end is left, else the other way round */
};

/* The first that is found; nights are tried from `day` for a year. A change of season does not count. */
bool hours_night_find(struct hours_night *out, const struct hours_rules *rules,
                      const struct hours_place *place, int day, struct arena *arena);
/* How the rules are written that mean it with whole nights; false where that is not known. */
bool hours_night_mend(struct buf *out, const struct hours_rules *rules,
                      const struct hours_place *place, int day, struct arena *arena);
#endif
