#include "theme/colour.h"

#include "base/arena.h"
#include "base/value.h"

#include <math.h>
#include <stdio.h>

enum { LIGHTNESS_STEPS = 500, CHROMA_STEPS = 64 };

static const double readable_ratio = 4.5;
static const struct colour default_accent = { 0x9a, 0x34, 0x12 };
static const struct colour paper = { 0xff, 0xfd, 0xf9 }; /* the built-in theme's backgrounds */
static const struct colour night = { 0x1b, 0x18, 0x15 };
static const struct colour white = { 255, 255, 255 }, black = { 0, 0, 0 };

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool
colour_parse(struct colour *colour, struct str text)
{
	uint8_t digits[6];
	size_t n = text.len - 1;

	if ((text.len != 4 && text.len != 7) || text.ptr[0] != '#')
		return false;
	for (size_t i = 0; i < n; i++) {
		int digit = hex_digit(text.ptr[1 + i]);

		if (digit < 0)
			return false;
		digits[i] = (uint8_t)digit;
	}
	if (n == 3)
		*colour = (struct colour){ (uint8_t)(digits[0] * 17), (uint8_t)(digits[1] * 17),
			                   (uint8_t)(digits[2] * 17) };
	else
		*colour = (struct colour){ (uint8_t)(digits[0] << 4 | digits[1]),
			                   (uint8_t)(digits[2] << 4 | digits[3]),
			                   (uint8_t)(digits[4] << 4 | digits[5]) };
	return true;
}

void
colour_hex(struct colour c, char hex[COLOUR_HEX])
{
	snprintf(hex, COLOUR_HEX, "#%02x%02x%02x", c.red, c.green, c.blue);
}

/* --- contrast -------------------------------------------------------------------------------- */

static double
linear(uint8_t channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(struct colour c)
{
	return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double
colour_contrast(struct colour a, struct colour b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

struct colour
colour_text_on(struct colour colour)
{
	double on_white = colour_contrast(colour, white);

	if (on_white >= readable_ratio || on_white > colour_contrast(colour, black))
		return white;
	return black;
}

/* --- lighter and darker ---------------------------------------------------------------------- */

struct oklab {
	double l, a, b;
};

static struct oklab
to_oklab(struct colour c)
{
	double r = linear(c.red), g = linear(c.green), b = linear(c.blue);
	double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

	return (struct oklab){
		0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
	};
}

/* One channel back to 0 .. 255; false outside what a screen can show. */
static bool
channel(double c, uint8_t *out)
{
	double encoded = c <= 0.0031308 ? c * 12.92 : 1.055 * pow(c, 1 / 2.4) - 0.055;
	long rounded = lround(encoded * 255);

	if (!(rounded >= 0 && rounded <= 255))
		return false;
	*out = (uint8_t)rounded;
	return true;
}

static bool
from_oklab(struct oklab lab, struct colour *out)
{
	double l = lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
	double m = lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
	double s = lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b;

	l = l * l * l;
	m = m * m * m;
	s = s * s * s;
	return channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, &out->red) &&
	       channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, &out->green) &&
	       channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, &out->blue);
}

/* The same hue at another lightness, as colourful as a screen can show it. */
static struct colour
at_lightness(struct oklab lab, double lightness)
{
	struct colour result = lightness > 0.5 ? white : black;

	for (int i = CHROMA_STEPS; i >= 0; i--) {
		double part = (double)i / (double)CHROMA_STEPS;

		if (from_oklab((struct oklab){ lightness, lab.a * part, lab.b * part }, &result))
			return result;
	}
	return lightness > 0.5 ? white : black;
}

struct colour
colour_readable(struct colour colour, struct colour background, double ratio)
{
	struct oklab lab = to_oklab(colour);
	bool lighter = luminance(background) < 0.18; /* below, white contrasts more than black */
	double end = lighter ? 1 : 0;

	if (colour_contrast(colour, background) >= ratio)
		return colour;
	for (int i = 1; i < LIGHTNESS_STEPS; i++) {
		struct colour c =
			at_lightness(lab, lab.l + (end - lab.l) * i / (double)LIGHTNESS_STEPS);

		if (colour_contrast(c, background) >= ratio)
			return c;
	}
	return lighter ? white : black;
}

/* --- the accent ------------------------------------------------------------------------------ */

static void
set(struct arena *arena, struct value *map, const char *key, struct colour colour)
{
	char hex[COLOUR_HEX];

	colour_hex(colour, hex);
	value_set_text(arena, map, key, arena_str(arena, str(hex)));
}

struct value *
colour_accent(struct arena *arena, struct str accent)
{
	struct value *map = value_map(arena);
	struct colour colour, light, dark;

	if (!colour_parse(&colour, accent))
		colour = default_accent;
	light = colour_readable(colour, paper, readable_ratio);
	dark = colour_readable(colour, night, readable_ratio);
	set(arena, map, "accent", colour);
	set(arena, map, "accent_text", colour_text_on(colour));
	set(arena, map, "accent_light", light);
	set(arena, map, "accent_light_text", colour_text_on(light));
	set(arena, map, "accent_dark", dark);
	set(arena, map, "accent_dark_text", colour_text_on(dark));
	return map;
}
