#ifndef BASE_I18N_H
#define BASE_I18N_H
/*
 * i18n: the program's own messages in the association's language, by gettext catalogues.
 *
 * _("text") is translated where it stands; N_("text") marks a text in a table, translated later
 * by _(row->text). (The site's texts are not here: they belong to the theme.)
 */
#include <libintl.h>

#define _(text)  gettext(text)
#define N_(text) text

/* Chooses the language: "fr", "nl", "de", "en"; NULL takes LC_ALL, LC_MESSAGES, LANG in turn, and
 * English when they say nothing we speak. Call once, before threads start. `folder` holds
 * LANG/LC_MESSAGES/quartier.mo. Returns the code chosen. */
const char *i18n_start(const char *lang, const char *folder);
#endif
