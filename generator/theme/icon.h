#ifndef THEME_ICON_H
#define THEME_ICON_H
/*
 * icon: which drawing stands for a category or a place.
 *
 * Some sixty names for all of OpenStreetMap's tags that the categories use, so that a theme can draw
 * them all; what is not known is "shop". themes/README.md lists them.
 */
#include "base/str.h"

struct arena;

/* By the tag ("shop=bakery"), else by schema.org's type ("Bakery"); either may be empty. */
const char *icon_of_category(struct str osm, struct str schema);
/* By the id of a kind of place ("bus-stop"). */
const char *icon_of_place(struct str kind);
/* "drawings/bakery": the template in which a theme may have the drawing itself. */
struct str icon_drawing(struct arena *arena, const char *icon);
#endif
