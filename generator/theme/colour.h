#ifndef THEME_COLOUR_H
#define THEME_COLOUR_H
/*
 * colour: the association's accent, made readable on light and on dark.
 *
 * Contrast  as WCAG 2.2 defines it (relative luminance of sRGB): 1 to 21; text needs 4.5.
 * Lighter   and darker go by lightness in OKLCH (bottosson.github.io/posts/oklab), hue kept and
 *           chroma as far as sRGB has it: the same colour to the eye.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;
struct value;

struct colour {
	uint8_t red, green, blue;
};

enum { COLOUR_HEX = 8 }; /* "#9a3412" and its NUL */

/* "#9a3412" or "#933". */
bool colour_parse(struct colour *colour, struct str text);
void colour_hex(struct colour colour, char hex[COLOUR_HEX]);
double colour_contrast(struct colour a, struct colour b);
/* The colour itself where its contrast with `background` is at least `ratio`, else the nearest
 * lighter (on dark) or darker one (on light) that has it. */
struct colour colour_readable(struct colour colour, struct colour background, double ratio);
/* White where that is readable on `colour`, else black or white, whichever contrasts more. */
struct colour colour_text_on(struct colour colour);

/* What assets and templates know of the accent: accent, accent_text (on it), accent_light
 * (readable on light paper), accent_light_text, accent_dark (readable on a dark page),
 * accent_dark_text. An empty or wrong `accent` counts as the default one. */
struct value *colour_accent(struct arena *arena, struct str accent);
#endif
