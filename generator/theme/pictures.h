#ifndef THEME_PICTURES_H
#define THEME_PICTURES_H
/*
 * pictures: which photos the pages of a theme show, and how large.
 */
struct album;
struct guide;
struct theme;

/* Adds every photo of what the guide shows, in the sizes that the theme wants it, and a social card for each
 * merchant and the guide itself. */
void pictures_order(struct album *album, const struct guide *guide, const struct theme *theme);

/* Under which name album_card knows the guide's own; no slug of a merchant. */
#define PICTURES_GUIDE "_guide"
#endif
