#include "media/exif.h"

#include <stdint.h>

/* Sizes and numbers of TIFF 6.0, section 2. */
enum {
	HEADER = 8,
	ENTRY = 12,
	TAG_ORIENTATION = 274,
	TYPE_BYTE = 1,
	TYPE_SHORT = 3,
	TYPE_LONG = 4,
	UPRIGHT = 1,
	LAST = 8,
};

struct tiff {
	struct str bytes;
	bool little; /* endian */
};

/* `at` + `size` must lie within. */
static uint32_t
number(const struct tiff *tiff, size_t at, unsigned size)
{
	uint32_t n = 0;

	for (unsigned i = 0; i < size; i++)
		n = n << 8 | (uint8_t)tiff->bytes.ptr[at + (tiff->little ? size - 1 - i : i)];
	return n;
}

/* One value lies in the entry itself, at the front of its four bytes. Writers that use BYTE or
 * LONG instead of the SHORT that is asked for are understood. */
static int
orientation_of(const struct tiff *tiff, size_t entry)
{
	static const unsigned sizes[] = { [TYPE_BYTE] = 1, [TYPE_SHORT] = 2, [TYPE_LONG] = 4 };
	uint32_t type = number(tiff, entry + 2, 2), value;

	if (type >= countof(sizes) || !sizes[type] || number(tiff, entry + 4, 4) != 1)
		return UPRIGHT;
	value = number(tiff, entry + 8, sizes[type]);
	return value >= UPRIGHT && value <= LAST ? (int)value : UPRIGHT;
}

static bool
tiff_open(struct tiff *tiff, struct str exif)
{
	if (exif.len >= 6 && str_eq(str_sub(exif, 0, 6), STR("Exif\0\0")))
		exif = str_sub(exif, 6, exif.len);
	if (exif.len < HEADER || (!str_starts(exif, "II") && !str_starts(exif, "MM")))
		return false;
	*tiff = (struct tiff){ exif, exif.ptr[0] == 'I' };
	return number(tiff, 2, 2) == 42;
}

int
exif_orientation(struct str exif)
{
	struct tiff tiff;
	size_t at, left;

	if (!tiff_open(&tiff, exif))
		return UPRIGHT;
	at = number(&tiff, 4, 4);
	if (at > tiff.bytes.len || tiff.bytes.len - at < 2)
		return UPRIGHT;
	/* A directory that is cut off is read as far as it goes. Only the first is: no chain, no
	 * loop. */
	left = number(&tiff, at, 2);
	for (at += 2; left && tiff.bytes.len - at >= ENTRY; left--, at += ENTRY)
		if (number(&tiff, at, 2) == TAG_ORIENTATION)
			return orientation_of(&tiff, at);
	return UPRIGHT;
}
