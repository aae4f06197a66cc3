#include "base/i18n.h"

#include "base/str.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *const spoken[] = { "en", "fr", "nl", "de" };

/* The code that `locale` ("fr_BE.UTF-8", "nl") begins with, or NULL. */
static const char *
code_of(const char *locale)
{
	for (size_t i = 0; locale && i < countof(spoken); i++)
		if (strncmp(locale, spoken[i], 2) == 0 && strchr("_.@", locale[2]))
			return spoken[i]; /* strchr finds the ending NUL, too */
	return NULL;
}

static const char *
code_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < countof(names); i++) {
		const char *value = getenv(names[i]);

		if (value && value[0])
			return code_of(value);
	}
	return NULL;
}

const char *
i18n_start(const char *lang, const char *folder)
{
	const char *code = lang ? code_of(lang) : code_of_environment();

	if (!code)
		code = "en";
	/* The messages' locale need not be installed (it is not in a container): C.UTF-8 always is, and
	 * under every locale but "C" gettext goes by LANGUAGE. Numbers stay as C writes them. */
	if (!setlocale(LC_MESSAGES, "C.UTF-8"))
		return "en";
	setlocale(LC_CTYPE, "C.UTF-8");
	setenv("LANGUAGE", code, 1);
	bindtextdomain("quartier", folder);
	bind_textdomain_codeset("quartier", "UTF-8");
	textdomain("quartier");
	return code;
}
