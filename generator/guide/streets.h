#ifndef GUIDE_STREETS_H
#define GUIDE_STREETS_H
/*
 * streets: which merchants are in one street, in however many spellings the cards have it.
 *
 * A street belongs to its city; a card without one is in the guide's own place. The street is
 * called as most cards call it in full; equally many: as the first of them in the cards' order.
 */
struct linking;

/* Sets street and house_number of guide->merchants, and guide->streets (unsorted) with their
 * merchants by house number. */
void streets_link(struct linking *linking);
#endif
