#ifndef MAP_ADDRESSES_NUMBER_H
#define MAP_ADDRESSES_NUMBER_H
/*
 * addresses_number: house numbers as people and maps write them.
 *
 *     "12"  "12a"  "12 A"  "12bis"  "12-14"  "12 à 14"  "12;14"  "76, 76a, 76b"  "12/A"  "5 bte 3"  "5/3"
 *
 * A range stands for all its numbers: those of one side where both ends are even or odd. A box, a floor and
 * whatever else stands behind a number does not count.
 */
#include "base/str.h"

#include <stdint.h>

enum { NUMBER_SUFFIX = 8, NUMBERS_MOST = 32 };

struct house_number {
	uint32_t value;             /* 1 .. 99999 */
	char suffix[NUMBER_SUFFIX]; /* "a", "bis", in lower case; empty: none */
	bool loose;                 /* "12/A": perhaps no more than a box */
};

struct house_numbers {
	struct house_number items[NUMBERS_MOST]; /* the first and the last of a range come first */
	size_t len;                              /* 0: no number */
};

enum number_match {
	NUMBER_OTHER, /* another house */
	NUMBER_DOOR,  /* the same number with another letter, or without: next door */
	NUMBER_LOOSE, /* the letter of the one that is sought may be that of a box */
	NUMBER_ALIKE, /* 12 bis and 12b */
	NUMBER_SAME
};

void house_numbers_read(struct house_numbers *out, struct str text);
enum number_match
house_number_match(const struct house_number *sought, const struct house_number *known);
/* Order by value, then by letter. */
int house_number_cmp(const struct house_number *a, const struct house_number *b);
#endif
