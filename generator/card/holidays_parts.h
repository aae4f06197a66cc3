#ifndef CARD_HOLIDAYS_PARTS_H
#define CARD_HOLIDAYS_PARTS_H
/*
 * holidays_parts: what the files behind card/holidays.h share: the rules of the countries, and the
 * list into which holidays are gathered before they are put in order.
 */
#include "card/holidays.h"

enum holiday_when {
	WHEN_DATE,   /* `month`, `day` */
	WHEN_EASTER, /* `day` days from Easter Sunday */
	WHEN_BEFORE, /* the last `weekday` before `month`, `day` */
};

struct holiday_rule {
	enum holiday_when when;
	int month, day;
	int weekday; /* Monday 0 */
	const char *name[LANG_COUNT];
	const char *regions; /* "DE-BW DE-BY"; NULL: the whole country */
	int since, until;    /* years, both included; 0: always */
	int from_sunday;     /* by so many days it is moved when it is a Sunday */
};

struct holiday_country {
	const char *code;
	const struct holiday_rule *rules;
	size_t len;
	const char *regions; /* every code of ISO 3166-2, with a space between two */
};

/* NULL: a country whose holidays nobody has written down. */
const struct holiday_country *holidays_country(struct str code);
/* Whether `words`, with a space between two, has `word`; case does not count. */
bool holidays_listed(const char *words, struct str word);

struct holiday_list {
	struct holiday *items;
	size_t len;
};

/* Those of the schools of the community in Belgium in which `config` is, all that are known; *first and *until
 * are the days that are known about, [first, until). */
void holidays_add_school(struct holiday_list *list, struct arena *arena,
                         const struct config *config, int *first, int *until);
#endif
