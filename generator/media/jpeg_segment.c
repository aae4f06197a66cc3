#include "media/jpeg_segment.h"

#include "base/buf.h"
#include "media/exif.h"

#include <stdint.h>

enum {
	MARK = 0xff,
	START_OF_IMAGE = 0xd8,
	START_OF_SCAN = 0xda,
	END_OF_IMAGE = 0xd9,
	APP1 = 0xe1,
	APP2 = 0xe2,
	PARTS = 256, /* numbered from 1 */
};

struct segment {
	uint8_t marker;
	struct str bytes;
};

/* Cuts the next segment off `rest`. False: the picture begins, or nothing sound is left. */
static bool
next_segment(struct segment *out, struct str *rest)
{
	const uint8_t *p = (const uint8_t *)rest->ptr;
	size_t at = 0, len;

	while (at < rest->len && p[at] != MARK)
		at++; /* bytes between segments: passed over, as libjpeg does */
	while (at < rest->len && p[at] == MARK)
		at++;
	if (rest->len - at < 3 || p[at] == START_OF_SCAN || p[at] == END_OF_IMAGE)
		return false;
	out->marker = p[at++];
	len = (size_t)p[at] << 8 | p[at + 1];
	if (len < 2 || len > rest->len - at)
		return false;
	out->bytes = str_sub(*rest, at + 2, at + len);
	*rest = str_sub(*rest, at + len, rest->len);
	return true;
}

static struct str
after_start(struct str bytes)
{
	return str_sub(bytes, 2, bytes.len);
}

static bool
begins(struct str s, struct str with)
{
	return s.len >= with.len && str_eq(str_sub(s, 0, with.len), with);
}

int
jpeg_orientation(struct str bytes)
{
	struct str rest = after_start(bytes);
	struct segment segment;

	while (next_segment(&segment, &rest))
		if (segment.marker == APP1 && begins(segment.bytes, STR("Exif\0\0")))
			return exif_orientation(segment.bytes);
	return 1;
}

/* Finds the parts by their number; the first of a number counts. Returns how many there must be. */
static unsigned
find_parts(struct str parts[PARTS], struct str bytes)
{
	static const struct str sign = { "ICC_PROFILE\0", 12 };
	struct str rest = after_start(bytes);
	struct segment segment;
	unsigned count = 0;

	while (next_segment(&segment, &rest)) {
		struct str part = segment.bytes;

		if (segment.marker != APP2 || !begins(part, sign) || part.len < sign.len + 2)
			continue;
		if (!count)
			count = (uint8_t)part.ptr[sign.len + 1];
		if (!parts[(uint8_t)part.ptr[sign.len]].ptr)
			parts[(uint8_t)part.ptr[sign.len]] = str_sub(part, sign.len + 2, part.len);
	}
	return count;
}

void
jpeg_profile(struct buf *out, struct str bytes)
{
	struct str parts[PARTS] = { 0 };
	unsigned count = find_parts(parts, bytes);

	for (unsigned i = 1; i <= count; i++) {
		if (!parts[i].ptr) {
			buf_clear(out);
			return;
		}
		buf_add(out, parts[i]);
	}
}
