#ifndef MEDIA_EXIF_H
#define MEDIA_EXIF_H
/*
 * exif: which way up the camera was held; nothing else of EXIF is read.
 *
 * Format  a TIFF header and its first directory (CIPA DC-008, TIFF 6.0), with or without the
 *         "Exif\0\0" that goes before it in JPEG and, against its rules, in some WebP.
 * Errors  what makes no sense counts as absent.
 */
#include "base/str.h"

/* Tag 274: 1 (upright, also where absent) to 8. */
int exif_orientation(struct str exif);
#endif
