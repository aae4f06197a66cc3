#ifndef CARD_HOLIDAYS_H
#define CARD_HOLIDAYS_H
/*
 * holidays: public and school holidays of a country or region, named in four languages.
 *
 * Public holidays follow from rules (fixed, from Easter, a weekday), each with its source cited in the .c;
 * school holidays from a table of data. The content may add to both (quartier.yml, `holidays`).
 * Units    days since 1970-01-01.
 * Memory   everything lives in the arena; once made it is only read, by any number of threads.
 */
#include "base/str.h"
#include "card/lang.h"

struct arena;
struct config;

struct holiday {
	int from, until;  /* the same: one day; both count */
	struct text name; /* in all languages for those of a country; the content's may lack some */
};

struct holidays {
	const struct holiday *public, *school; /* by `from`, not overlapping */
	size_t public_len, school_len;
	int first, until; /* the days that are known about: [first, until) */
	/* The days whose school holidays are known, [school_first, school_until), by the data and by what the
	 * content adds behind them; empty where there are no data of a country's. */
	int school_first, school_until;
};

/* Those of `config` (country, region, first language, own ones) for the years `from` to `to`. */
void holidays_make(struct holidays *out, struct arena *arena, const struct config *config, int from,
                   int to);
/* The holiday on that day; NULL: none. */
const struct holiday *holidays_public(const struct holidays *holidays, int day);
const struct holiday *holidays_school(const struct holidays *holidays, int day);
/* Whether `written` ("be-wal") is a region of that country by ISO 3166-2. *region is its code ("BE-WAL"), or,
 * when it is none, the code that may have been meant; empty: nothing is near. */
bool holidays_region(struct str country, struct str written, struct str *region);
/* Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
int holidays_easter(int year);
#endif
