#ifndef THEME_BODY_H
#define THEME_BODY_H
/*
 * body: the text of a card, as card/markdown.h made it, for the place where it is shown.
 *
 * Links    written from the site's root ("/deals/") lead below `root`: "/guide/" on a page, the site's whole
 *          address in a feed.
 * Pictures are named by their file in the repository; they become those that the album made of it, with sizes to
 *          choose from, and are left out where it made none.
 */
#include "base/str.h"

struct album;
struct arena;

/* `root` ends in /. `album` NULL: no picture can be shown. */
struct str
body_html(struct arena *arena, struct str html, const struct album *album, struct str root);
#endif
