#ifndef GUIDE_CATEGORIES_H
#define GUIDE_CATEGORIES_H
/*
 * categories: from the words on the cards to the categories of the guide.
 *
 * A word is a category's id or its label in any of the four languages, without case, accents and
 * punctuation; quartier.yml's own come before built-in ones. A merchant none of whose words is known
 * is kept under "other", which has no page of its own to be typed.
 * Errors  an unknown word is a warning with the nearest known one; an own category that nobody
 *         uses a note.
 */
struct linking;

/* Sets the categories of guide->merchants, and guide->categories (unsorted, without merchants). */
void categories_link(struct linking *linking);
/* Fills the lists of merchants, in the order of guide->merchants. */
void categories_fill(struct linking *linking);
#endif
