#ifndef THEME_THEME_FIND_H
#define THEME_THEME_FIND_H
/*
 * theme_find: where the theme is that quartier.yml or the command line asks for.
 */
#include "base/str.h"

struct arena;
struct config;
struct diag;
struct source;
struct theme_options;

/* One of the two. */
struct theme_place {
	const char *folder; /* on the disk; NULL: in the content */
	struct str path;    /* in the content, normal: "themes/mine"; may be empty */
};

/* -1: there is no such theme; reported, with those that there are. */
int theme_find(struct theme_place *place, struct arena *arena, const struct theme_options *options,
               const struct config *config, const struct source *source, struct diag *diag);
#endif
