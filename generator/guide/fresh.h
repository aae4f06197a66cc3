#ifndef GUIDE_FRESH_H
#define GUIDE_FRESH_H
/*
 * fresh: which merchants are new in the neighbourhood.
 *
 * New      whose card came into the content (source/history.h) less than FRESH_DAYS days ago by the build's clock, and
 *          more than FRESH_APART days after the guide stood. Whole days of the site's zone: a merchant is new until the
 *          midnight that ends the last of them.
 * Stands   the guide does once two thirds of the merchants that it shows today were in it: those who were there from
 *          the beginning, or came with an import, are not news, and a word that a third of all cards bear at
 *          most still says something. In a small guide the same rule holds.
 * Unknown  is older than all that is known: a clone without the older commits, a card never committed. When
 *          that leaves open when the guide stood, nobody is new.
 * Clocks   of committers are not all right: a card of tomorrow is new today; one that is further ahead is so from the
 *          day before its own.
 * Next     when somebody ceases to be new, or begins to be, guide->next_utc knows.
 */
struct guide;

enum { FRESH_DAYS = 60, FRESH_APART = 7 };

/* When each merchant's card came, by guide->history. */
void fresh_date(struct guide *guide);
/* Sets `fresh` of merchants by their `created`, and the guide's list of them. */
void fresh_choose(struct guide *guide);
#endif
