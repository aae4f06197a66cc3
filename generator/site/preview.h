#ifndef SITE_PREVIEW_H
#define SITE_PREVIEW_H
/*
 * preview: what `quartier serve` adds to a site, which is never published: one line in each page, the script that it
 * names (preview.js), and in place of the site's service worker one that goes and takes with it what others kept.
 *
 * Addresses  all below /.quartier/: no name in a site begins with a dot.
 */
#include "base/str.h"

struct buf;

#define PREVIEW_FOLDER "/.quartier/"

/* The text of preview.js, NUL-terminated. */
extern const char preview_script[] __asm__("quartier_preview_script");
/* The service worker. */
extern const char preview_worker[];

/* Puts the line into the page at html->ptr + `from`, right before its last </body>, else at its end. */
void preview_mark(struct buf *html, size_t from, struct str edition);
/* A page for when there is no other: what is said on it is text, not HTML. */
void preview_page(struct buf *out, const char *lang, struct str title, struct str text,
                  struct str edition);
#endif
