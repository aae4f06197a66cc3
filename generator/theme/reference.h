#ifndef THEME_REFERENCE_H
#define THEME_REFERENCE_H
/*
 * reference: where a style sheet or a script names another file.
 *
 * CSS     url(x), url("x") and @import "x" (CSS Syntax 3: comments and strings are passed over).
 * Script  import … from "./x.js", export … from "./x.js", import "./x.js", import("./x.js"):
 *         relative specifiers in ES modules; comments, texts, templates and regular expressions are
 *         passed over.
 * Memory  the list comes from the arena, paths are borrowed from the text.
 */
#include "base/str.h"

struct arena;

struct reference {
	struct str path; /* without quotes, ?query and #fragment; not empty */
	size_t from;     /* its offset in the text */
};

struct references {
	struct reference *items; /* in the order in which they stand */
	size_t len;
};

void reference_css(struct references *references, struct arena *arena, struct str text);
void reference_script(struct references *references, struct arena *arena, struct str text);
/* Whether a path is that of another host: "https://…", "//…". */
bool reference_is_foreign(struct str path);
/* Whether it is relative to the file that holds it, so that a theme's file may be meant. */
bool reference_is_relative(struct str path);
#endif
