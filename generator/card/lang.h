#ifndef CARD_LANG_H
#define CARD_LANG_H
/*
 * lang: the languages a guide can speak, and texts that exist in several of them.
 *
 * Wallonia first: French, Dutch, German, English. Another one is a row here, a column of labels
 * and a theme's i18n file.
 */
#include "base/str.h"

enum lang { LANG_FR, LANG_NL, LANG_DE, LANG_EN, LANG_COUNT };

/* The enum value by its ISO 639-1 code, or LANG_COUNT. */
enum lang lang_find(struct str code);
const char *lang_code(enum lang lang);   /* "fr" */
const char *lang_name(enum lang lang);   /* in itself: "français", "Nederlands" */
const char *lang_locale(enum lang lang); /* for Open Graph: "fr_BE" */

/* The language of the program's messages as they come: what is put into a sentence must not speak another. */
enum lang lang_of_messages(void);

/* A localised text; a language that has none is empty. */
struct text {
	struct str in[LANG_COUNT];
};

/* The text for readers of `lang`: that language's, else that of the first of `order` which has
 * one. *is tells in which language it is (for a lang attribute); may be NULL. */
struct str text_in(const struct text *text, enum lang lang, const enum lang *order, size_t count,
                   enum lang *is);
bool text_is_empty(const struct text *text);
#endif
