#ifndef CARD_SPELLING_H
#define CARD_SPELLING_H
/*
 * spelling: whether two words are the same for people: case, accents, ligatures and what lies between
 * letters do not count ("Chèques-repas" is "cheques repas").
 *
 * Compares as it reads, without memory: whole vocabularies are searched for every word of every card.
 * It knows the Latin letters of Latin-1 and Latin Extended-A; others are compared as they are.
 */
#include "base/str.h"

bool spelling_same(struct str a, struct str b);
#endif
