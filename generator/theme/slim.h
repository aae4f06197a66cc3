#ifndef THEME_SLIM_H
#define THEME_SLIM_H
/*
 * slim: style sheets and scripts without what only their authors read.
 *
 * Comments, indentation, empty lines and idle spaces go; in a script lines stay lines, so that its statements
 * end where they did. Comments that ask to stay do, as licences: "/ * !" without its spaces.
 * Strings, url(…), templates and regular expressions are copied as they are.
 * Errors  a text of which we are not certain is refused: false, and `out` holds nothing of use.
 */
#include <stdbool.h>

#include "base/str.h"

struct buf;

bool slim_css(struct buf *out, struct str text);
bool slim_script(struct buf *out, struct str text);
#endif
