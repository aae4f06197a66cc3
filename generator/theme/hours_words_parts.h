#ifndef THEME_HOURS_WORDS_PARTS_H
#define THEME_HOURS_WORDS_PARTS_H
/*
 * hours_words_parts: what the files hours_words*.c share; nobody else includes it.
 *
 * German and French say a date otherwise behind a word such as "after": that is `after`.
 */
#include "base/buf.h"
#include "card/hours_rule.h"
#include "card/lang.h"

/* The time of the year: years, dates and weeks. Nothing where the rule speaks of none. */
void hours_words_year(struct buf *out, enum lang lang, const struct hours_rule *rule);

/* "1er", "dernier"; `nth` from 1, or from -1 for the last ones. */
const char *hours_words_ordinal(enum lang lang, int nth, bool after);
/* "2 jours après ", "1 jour avant ": what comes behind is in the form `after`. */
void hours_words_offset(struct buf *out, enum lang lang, int days);
/* "le " where the language says so behind such a word: before a date, or an ordinal. */
const char *hours_words_article(enum lang lang, bool ordinal);

/* Joins what is added in several steps: words_item before each, with the number of all. */
void hours_words_item(struct buf *out, enum lang lang, size_t i, size_t len);
/* Appends `pattern` with `text`, which is released, for its %s. */
void hours_words_put(struct buf *out, const char *pattern, struct buf *text);
#endif
