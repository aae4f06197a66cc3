#ifndef THEME_THEME_H
#define THEME_THEME_H
/*
 * theme: a theme's templates, assets and texts, with the content's own files over them.
 *
 * A theme is a folder:
 *     theme.yml                   name (required), version, author, licence, description, homepage,
 *                                 quartier (the format it is made for, 1), images: widths by use
 *     templates/NAME.mustache     NAME of letters, digits, - and _; not _ first
 *     assets/…                    theme/asset.h
 *     i18n/LANG.yml               theme/texts.h
 *     map.yml                     how the map is drawn (map/style.h); without it there is none
 * A file under theme/ in the content replaces the theme's file of the same path, or adds to it; its
 * i18n files replace single texts.
 *
 * Found   config->theme: by name beside the program's installed themes, else as a path in the
 *         content. --theme: by name, else as a folder on the disk. No link is followed within a
 *         theme.
 * Memory  everything lives until theme_free. Reports borrow file names from the theme: free it,
 *         also after a failure, when the diag has been printed.
 */
#include "card/lang.h"
#include "theme/asset.h"

struct arena;
struct config;
struct diag;
struct mustache_set;
struct source;
struct value;

enum { THEME_FORMAT = 1 };

enum { THEME_WIDTHS = 6 };

/* In what sizes a photo is wanted at a kind of place. */
enum theme_use { USE_CARD, USE_HERO, USE_GALLERY, USE_PRODUCT, USE_FLYER, THEME_USES };

struct theme_sizes {
	unsigned widths[THEME_WIDTHS]; /* pixels, rising */
	size_t len;
};

struct theme {
	struct str name, version;
	struct theme_sizes sizes[THEME_USES];
	struct mustache_set *templates;
	struct theme_asset *assets; /* sorted by name */
	size_t assets_len;
	/* Texts by language: a map key → text (or map of plural forms). Those of the site's
	 * languages are complete: what one lacks is taken from the site's first one, then
	 * English, with a note. */
	const struct value *texts[LANG_COUNT];
	struct str map_style; /* of map.yml; empty: none */
	const char *map_file; /* for messages */
	struct arena *arena;
	struct source *source; /* of a theme that is not in the content: reports name its files */
	bool unknown;          /* there is no theme of that name */
};

struct theme_options {
	const char *override; /* --theme NAME|DIR; NULL: config->theme */
	const char *folder;   /* where built-in themes are installed */
};

/* `source` must have been listed; NULL: no content. -1: reported; free the theme all the same. */
int theme_load(struct theme *theme, const struct theme_options *options,
               const struct config *config, const struct source *source, struct diag *diag);
void theme_free(struct theme *theme);
#endif
