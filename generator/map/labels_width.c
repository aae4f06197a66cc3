#include "map/labels.h"

#include "base/utf8.h"

/* Hundredths of the font size, from U+0020: of Noto Sans, which is a little wider than what telephones have. */
static const unsigned char ascii[] = {
	26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57,
	57, 57, 57, 57, 57, 57, 57, 27, 27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56,
	52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62, 55, 56, 73, 60, 93, 59,
	57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53,
	26, 94, 62, 60, 62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
};

/* U+00C0 to U+017F: the letter that is as wide; ligatures by letters that come near. */
static const char letters[] = "AAAAAAMCEEEEIIIIDNOOOOOxOUUUUYPb"
			      "aaaaaamceeeeiiiidnooooo+ouuuuyby"
			      "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
			      "GgGgHhHhIiIiIiIiIiJnJjKkkLlLlLlL"
			      "lLlNnNnNnnNnOoOoOoMmRrRrRrSsSsSs"
			      "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

enum { OTHERS = 62, WIDE = 100 };

static unsigned
width_of(uint32_t point)
{
	if (point >= 0xc0 && point <= 0x17f)
		point = (unsigned char)letters[point - 0xc0];
	if (point < 0x20)
		return 0;
	if (point < 0x20 + sizeof ascii)
		return ascii[point - 0x20];
	if (point < 0xc0)
		return ascii['n' - 0x20];
	if ((point >= 0x300 && point <= 0x36f) || (point >= 0x200b && point <= 0x200f))
		return 0; /* accents of their own, joiners */
	if (point == 0x2018 || point == 0x2019)
		return ascii['\'' - 0x20];
	return point == 0x2014 || point >= 0x2e80 ? WIDE : OTHERS;
}

double
labels_width(struct str text)
{
	unsigned hundredths = 0;

	for (size_t at = 0; at < text.len;)
		hundredths += width_of(utf8_next(text, &at));
	return hundredths / 100.0;
}
