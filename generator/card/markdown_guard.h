#ifndef CARD_MARKDOWN_GUARD_H
#define CARD_MARKDOWN_GUARD_H
/*
 * markdown_guard: whether a text may be given to cmark-gfm.
 *
 * Some texts that no person writes cost the library quadratic time or memory: thousands of nested
 * quotes or lists, tables of thousands of columns, a megabyte without a blank line, a long link
 * definition that is used thousands of times (CVE-2023-22483 to 22486, CVE-2023-24824, CVE-2023-26485,
 * CVE-2023-37463, of which distributions have fixed some). The limits are far above what a card
 * holds, and keep the worst megabyte to a few seconds.
 */
#include "base/str.h"

/* NULL when it may; else a translated sentence that says what is too much, and *line, from 1. */
const char *markdown_guard(struct str text, unsigned *line);
#endif
