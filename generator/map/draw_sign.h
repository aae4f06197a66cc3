#ifndef MAP_DRAW_SIGN_H
#define MAP_DRAW_SIGN_H
/* draw_sign: the small pictures that a sign may show instead of a letter: white on its plate. */
#include "base/str.h"

/* SVG path data in a square of 16, for lines 1.4 wide; NULL: there is no such picture. */
const char *draw_sign(struct str name);
/* Their names, sorted; how many. */
size_t draw_signs(struct str *names, size_t most);
#endif
