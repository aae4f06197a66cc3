#ifndef BASE_I18N_H
#define BASE_I18N_H
/*
 * i18n: the program's own messages in the association's language, by gettext catalogues.
 *
 * _("text") is translated where it stands; N_("text") marks a text in a table, translated later
 * by _(row->text); ngettext(one, many, n) takes the form that goes with n. (The site's texts are not
 * here: they belong to the theme.)
 *
 * Format  the .mo files that msgfmt writes, little-endian. They are read here and not by libintl,
 *         whose translations need a locale of the system: where none but C.UTF-8 is installed, as
 *         in a container, C libraries of today translate nothing.
 */
#include <stddef.h>

#define _(text)                i18n_text(text)
#define N_(text)               text
#define ngettext(one, many, n) i18n_plural(one, many, n)

/* Chooses the language: "fr", "nl", "de", "en"; NULL takes LC_ALL, LC_MESSAGES, LANG in turn, and
 * English when they say nothing we speak. Call once, before threads start. `folder` holds
 * LANG/LC_MESSAGES/quartier.mo; one that is missing or damaged leaves the messages in English.
 * Returns the code chosen. */
const char *i18n_start(const char *lang, const char *folder);
/* The code chosen; "en" before i18n_start. */
const char *i18n_code(void);
/* The translation, or the text itself. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));
const char *i18n_plural(const char *one, const char *many, size_t n)
	__attribute__((format_arg(1), format_arg(2)));
#endif
