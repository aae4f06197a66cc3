#ifndef CARD_VAT_H
#define CARD_VAT_H
/*
 * vat: a VAT number of the countries that a guide knows.
 *
 * Format  two letters of the country, then its digits; spaces, dots and hyphens between are ignored. Without
 *         letters it is the site's country's. Structure: European Commission, VIES, question 11; for Belgium
 *         the last two digits are 97 less the remainder of the first eight by 97.
 */
#include "base/str.h"

struct arena;

/* *out is the canonical form, "BE0123456749". */
bool vat_parse(struct str *out, struct arena *arena, struct str text, struct str country);
/* How such a number looks in that country, for a hint: "BE0123456749". */
const char *vat_example(struct str country);
#endif
