#ifndef MEDIA_JPEG_SEGMENT_H
#define MEDIA_JPEG_SEGMENT_H
/*
 * jpeg_segment: what stands in a JPEG before the picture itself: orientation, colour profile.
 *
 * Format  ISO 10918-1, annex B; EXIF in APP1 (CIPA DC-008), ICC profiles in parts of 64 KB in APP2
 *         (ISO 15076-1, annex B.4). Read here rather than by libjpeg, which would keep a copy of
 *         all there is.
 * Memory  a profile is put together in the caller's buffer.
 */
#include "base/str.h"

struct buf;

int jpeg_orientation(struct str bytes); /* 1 to 8 */
/* Leaves `out` empty where there is no profile, or a part is missing. */
void jpeg_profile(struct buf *out, struct str bytes);
#endif
