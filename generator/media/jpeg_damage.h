#ifndef MEDIA_JPEG_DAMAGE_H
#define MEDIA_JPEG_DAMAGE_H
/*
 * jpeg_damage: which part of a JPEG can be trusted.
 *
 * libjpeg repairs by guesses and warns; where it then stands tells which rows are guessed. They are
 * counted by rows of MCUs (8 to 32 of pixels). After a code that makes no sense nothing fits until
 * the next restart marker, or to the end where there are none; what libjpeg only notices in the end
 * it cannot place, and makes the share a little less than 1.
 * Progressive pictures come in passes: a row is sound when at most the last bit of its
 * coefficients is missing, which nobody sees.
 * Memory  on the heap; damage_release, `= {0}` is empty.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h> /* for jpeglib.h, which forgets it */

#include <jpeglib.h>

struct jpeg_damage {
	uint8_t *rows; /* of MCUs: 1 where damaged */
	unsigned count;
	bool met; /* any */
	bool cut; /* the data ended too early */
};

/* After jpeg_read_header. */
void jpeg_damage_start(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info);
void jpeg_damage_release(struct jpeg_damage *damage);
/* For a warning of libjpeg, while it decodes. */
void jpeg_damage_warn(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info);
/* After the last pass of a picture that has several. */
void jpeg_damage_passed(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info);
double jpeg_damage_sound_share(const struct jpeg_damage *damage);
#endif
