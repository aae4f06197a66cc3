#ifndef THEME_TEXTS_H
#define THEME_TEXTS_H
/*
 * texts: what a theme says in each language.
 *
 * Format  i18n/LANG.yml: key: text, or key: {one: …, other: …} where a number decides (`zero` too,
 *         if "none" has words of its own). Keys are letters, digits, - and _. {name} in a text is a
 *         place for a value, {n} for the number.
 * Plural  CLDR's cardinal rules for whole numbers: French counts 0 as one, the others do not.
 * Memory  texts live as long as the theme; what is put together comes from the caller's arena.
 */
#include "base/pos.h"
#include "base/str.h"
#include "card/lang.h"

#include <stdint.h>

struct arena;
struct diag;
struct theme;
struct value;

struct texts_arg {
	const char *name; /* without its braces */
	struct str value;
};

/* One text; the key itself when the theme has none, so that it is seen. Of plural forms,
 * `other`. */
struct str texts_get(const struct theme *theme, enum lang lang, const char *key);
/* The form for `count`, with {n} filled in: "12 commerces", "12 500 commerces". */
struct str texts_plural(const struct theme *theme, enum lang lang, const char *key, int64_t count,
                        struct arena *arena);
/* `pattern` with each {name} that `args` has filled in; others stay as they are. */
struct str
texts_format(struct arena *arena, struct str pattern, const struct texts_arg *args, size_t count);
/* texts_format of texts_get. */
struct str texts_fill(const struct theme *theme, enum lang lang, const char *key,
                      const struct texts_arg *args, size_t count, struct arena *arena);
/* A number of things as people write it in that language: "12 500", "12.500", "12,500". */
struct str texts_number(struct arena *arena, enum lang lang, int64_t number);
/* Reports those of `keys` that no language of the theme has: -1. */
int
texts_require(const struct theme *theme, const char *const *keys, size_t count, struct diag *diag);

/* --- for theme.c: how they are read ---------------------------------------------------------- */

/* A text of the content that replaces none of the theme's in that language. */
struct texts_added {
	const char *key;
	struct pos at;
};

struct texts_catalogue {
	struct value *map; /* key → text or map of forms; NULL: no file */
	const char *file;  /* the theme's own; else the content's */
	struct texts_added *added;
	size_t added_len;
};

/* Adds what a file says; a text that is there already is replaced. `over`: it is the content's. */
int texts_read(struct texts_catalogue *catalogue, struct arena *arena, struct str yaml,
               const char *file, bool over, struct diag *diag);
/* Warns of texts of the content that the theme has in no language: nobody would ask for them. */
void texts_check_added(const struct texts_catalogue catalogues[LANG_COUNT], struct arena *arena,
                       struct diag *diag);
/* Makes the catalogues of the site's languages complete: from its first one, then English, then any
 * that has the text; a note says so. */
void texts_complete(struct texts_catalogue catalogues[LANG_COUNT], struct arena *arena,
                    const enum lang *languages, size_t count, struct diag *diag);
#endif
