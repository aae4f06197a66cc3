#ifndef CARD_MARKDOWN_H
#define CARD_MARKDOWN_H
/*
 * markdown: the text part of a card, to safe HTML.
 *
 * Format  CommonMark with GitHub's tables, strikethrough and autolinks, by cmark-gfm.
 * Safe    raw HTML is shown as text; links keep only http, https, mailto, tel, geo and relative
 *         ones; the rest lose their link with a warning at their line. Headings move under the
 *         page's own: the topmost become h2, those below follow with no level left out. Links to
 *         other hosts get rel="noopener".
 */
#include "base/pos.h"
#include "base/str.h"

struct arena;
struct diag;

struct markdown {
	struct str html;
	struct str excerpt; /* plain text of the first paragraph, some 160 characters */
};

/* `text` begins at `at` (a line of the card). Pictures are resolved by `picture` (may be NULL: they
 * are shown as their alternative text): given the path as written, it returns the path in the
 * repository, or empty after it reported why not. */
struct markdown_options {
	struct str (*picture)(void *context, struct str path, struct pos at, struct diag *diag);
	void *context;
};

struct markdown markdown_render(struct arena *arena, struct str text, struct pos at,
                                const struct markdown_options *options, struct diag *diag);
#endif
