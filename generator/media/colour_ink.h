#ifndef MEDIA_COLOUR_INK_H
#define MEDIA_COLOUR_INK_H
/*
 * colour_ink: CMYK that carries no profile, seen as offset print on coated paper.
 *
 * Format  Neugebauer's equations: ink that covers a share of the paper leaves some of it bare, so
 *         that a halftone is a mixture of 16 colours, paper, inks and inks on inks, each with the
 *         share that chance gives it (Demichel). They are mixed as sRGB codes them, that is, with a
 *         Yule-Nielsen factor of some 2.2, which is what light that strays in the paper asks for.
 * Memory  on the heap, small.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct colour_ink;

struct colour_ink *colour_ink_new(bool inverted);
void colour_ink_free(struct colour_ink *ink);
void colour_ink_row(const struct colour_ink *ink, uint8_t *out, const uint8_t *in, size_t pixels);
#endif
