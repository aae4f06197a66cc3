#ifndef CARD_MONEY_H
#define CARD_MONEY_H
/*
 * money: a price, exact.
 *
 * Units   hundredths of the currency (cents), never a floating number; the currency is the
 *         country's (ISO 4217), EUR for every country that a guide knows.
 * Format  3.20, 3,20, 3, "3.20 €", "€ 3,20", "1 250,00"; at most two decimals, below ten million.
 */
#include "base/str.h"
#include "card/lang.h"

#include <stdint.h>

struct arena;

struct money {
	bool set;
	int64_t cents;
};

bool money_parse(struct money *out, struct str text);
/* "3.20", for machines. */
struct str money_decimal(struct arena *arena, struct money money);
/* As read in that language: "3,20 €" with a no-break space; "€ 3,20" in Dutch, "€3.20" in English. */
struct str money_print(struct arena *arena, struct money money, enum lang lang);
#endif
