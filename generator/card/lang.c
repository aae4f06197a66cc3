#include "card/lang.h"

#include "base/i18n.h"

static const struct {
	const char *code, *name, *locale;
} langs[LANG_COUNT] = {
	[LANG_FR] = { "fr", "français", "fr_BE" },
	[LANG_NL] = { "nl", "Nederlands", "nl_BE" },
	[LANG_DE] = { "de", "Deutsch", "de_BE" },
	[LANG_EN] = { "en", "English", "en_GB" },
};

enum lang
lang_find(struct str code)
{
	for (int i = 0; i < LANG_COUNT; i++)
		if (str_is(code, langs[i].code))
			return (enum lang)i;
	return LANG_COUNT;
}

const char *
lang_code(enum lang lang)
{
	return langs[lang].code;
}

const char *
lang_name(enum lang lang)
{
	return langs[lang].name;
}

const char *
lang_locale(enum lang lang)
{
	return langs[lang].locale;
}

enum lang
lang_of_messages(void)
{
	/* translators: the code of the language you translate into: fr, nl or de */
	enum lang lang = lang_find(str(_("en")));

	return lang == LANG_COUNT ? LANG_EN : lang;
}

struct str
text_in(const struct text *text, enum lang lang, const enum lang *order, size_t count,
        enum lang *is)
{
	if (is)
		*is = lang;
	if (text->in[lang].len)
		return text->in[lang];
	for (size_t i = 0; i < count; i++)
		if (text->in[order[i]].len) {
			if (is)
				*is = order[i];
			return text->in[order[i]];
		}
	return text->in[lang];
}

bool
text_is_empty(const struct text *text)
{
	for (int i = 0; i < LANG_COUNT; i++)
		if (text->in[i].len)
			return false;
	return true;
}
