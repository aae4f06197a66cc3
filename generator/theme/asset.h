#ifndef THEME_ASSET_H
#define THEME_ASSET_H
/*
 * asset: a theme's style sheets, scripts, pictures and fonts as the site serves them: under names
 * that change with their content, so that browsers may keep them for ever.
 *
 * Names     style.css → assets/style.1a2b3c4d5e.css: ten digits of the hash of the final bytes.
 *           Letters without accents, digits, - _ . and / are accepted in names.
 * Rewritten references in .css, .js and .mjs (theme/reference.h) to other assets, those first that
 *           the others name; so a circle of references is an error. What names no asset is a
 *           warning.
 * Accent    a name that ends in .mustache loses that and is rendered once with what colour_accent
 *           gives: tokens.css.mustache → assets/tokens.HASH.css. Values are put into it as
 *           {{accent}}; partials are not known there.
 * Keys      templates find the path under asset.KEY, the name with _ for all but letters and
 *           digits: {{asset.style_css}}.
 * Spare     a file that is there only for those that name it: without them it is no asset; a theme's own file of its
 *           name goes before it.
 */
#include <stdbool.h>

#include "base/str.h"

struct arena;
struct diag;
struct value;

struct theme_asset {
	struct str name; /* path below assets/: "style.css" */
	struct str path; /* path in the site: "assets/style.1a2b3c4d5e.css" */
	struct str bytes;
	bool spare; /* came with the program, for the map */
};

/* What a theme's folder holds. */
struct asset_file {
	struct str name;  /* path below assets/ */
	const char *file; /* for messages */
	struct str bytes;
	bool spare;
};

struct assets {
	struct theme_asset *items; /* sorted by name */
	size_t len;
};

/* All as far as they are sound; -1: something was wrong. Texts are borrowed from `files` where
 * they stay as they were. `accent` is what colour_accent gave. */
int asset_make(struct assets *assets, struct arena *arena, const struct asset_file *files,
               size_t count, const struct value *accent, struct diag *diag);
/* NULL when there is none of that name. */
const struct theme_asset *
asset_find(const struct theme_asset *assets, size_t count, struct str name);
/* The key of an asset in templates: "style_css". */
const char *asset_key(struct arena *arena, struct str name);
/* "css", "js"; empty where the name has no point. */
struct str asset_extension(struct str name);
#endif
