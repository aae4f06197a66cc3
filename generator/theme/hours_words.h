#ifndef THEME_HOURS_WORDS_H
#define THEME_HOURS_WORDS_H
/*
 * hours_words: a rule of opening hours in words, in each language.
 *
 * For rules that a week cannot show: "avril–octobre : samedi et dimanche 10 h–18 h", "1er jeudi du mois :
 * 9 h–20 h", "vacances scolaires : fermé", "du lever au coucher du soleil". The whole of card/hours_rule.h.
 * Memory   the text comes from the arena given.
 */
#include "base/str.h"
#include "card/hours_rule.h"
#include "card/lang.h"

struct arena;

struct str hours_words(struct arena *arena, enum lang lang, const struct hours_rule *rule);
#endif
