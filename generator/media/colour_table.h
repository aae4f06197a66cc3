#ifndef MEDIA_COLOUR_TABLE_H
#define MEDIA_COLOUR_TABLE_H
/*
 * colour_table: RGB profiles of three curves and a matrix, as tables that cost two nanoseconds a pixel.
 *
 * Format  what ISO 15076-1, annex F.3 computes: light = curve(value); sRGB's light = matrix x
 *         light; then sRGB's curve backwards.
 * Memory  on the heap, some 100 KB.
 */
#include <lcms2.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct colour_table;

/* NULL: the profile is of another kind (tables of its own), or its numbers are extreme. */
struct colour_table *colour_table_new(cmsContext context, cmsHPROFILE profile);
void colour_table_free(struct colour_table *table);
/* Whether nothing changes by more than a step: sRGB, whatever its name. */
bool colour_table_is_srgb(const struct colour_table *table);
/* `channels` is 3, or 4: alpha is copied. */
void colour_table_row(const struct colour_table *table, uint8_t *out, const uint8_t *in,
                      size_t pixels, unsigned channels);
#endif
