#ifndef CARD_PHONE_H
#define CARD_PHONE_H
/*
 * phone: a telephone number, for machines and for reading.
 *
 * Format  E.164 inside ("+3265123456"); read in any usual spelling of BE, FR, LU, NL, DE
 *         (065/12.34.56, 0032 65 12 34 56, +32 (0)65 12 34 56), other countries with + or 00.
 *         National numbering plans: ITU-T E.164, E.123 for the spelling; cited per country in the .c.
 */
#include "base/str.h"

struct arena;

struct phone {
	struct str e164;          /* empty: none */
	struct str national;      /* as written in that country: "065 12 34 56" */
	struct str international; /* "+32 65 12 34 56" */
};

/* `country` is ISO 3166 ("BE"): for numbers without a prefix. False: not a number of that plan. */
bool phone_parse(struct phone *out, struct arena *arena, struct str text, struct str country);
/* For a text that phone_parse refused: a translated sentence about what to do ("keep one number",
 * "a Belgian number has nine digits, …"), for diag_hint. Never NULL. */
const char *phone_hint(struct str text, struct str country);
#endif
