#ifndef BASE_UTF8_H
#define BASE_UTF8_H
/*
 * utf8: text as people read it: validity, length, folding, order, nearness.
 *
 * Unicode facts come from utf8proc. Every function but utf8_check expects valid UTF-8.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;
struct buf;

/* Whether all of `s` is valid UTF-8 (RFC 3629) without U+0000; else *bad is the first bad byte. */
bool utf8_check(struct str s, size_t *bad);
size_t utf8_count(struct str s); /* code points */
/* Decodes the code point at *at and moves *at behind it; U+FFFD for a bad byte; *at < s.len. */
uint32_t utf8_next(struct str s, size_t *at);
struct str utf8_nfc(struct arena *arena, struct str s); /* composed; `s` itself when it was */

/* Where the first character is that no page and no feed may hold: a control character other than tab and
 * line ends (also U+0085 passes, a line end of old), or a noncharacter; s.len when there is none. */
size_t utf8_find_control(struct str s);

/* What a search compares: lower case, no accents, ligatures apart (œ → oe, ß → ss), every run of
 * other than letters and digits one space, none at the ends. "L'Épicerie d'à côté" →
 * "l epicerie d a cote". */
struct str utf8_fold(struct arena *arena, struct str s);

/* Order for people in French, Dutch, German and English: byte order of these keys. Letters first
 * without accents and case, then accents, then case decide; digits before letters, numbers by
 * value ("2" before "10"). */
struct str utf8_sort_key(struct arena *arena, struct str s);

/* A file name: "Boulangerie de l'Étoile" → "boulangerie-de-l-etoile"; at most `most` bytes, cut at
 * a hyphen where there is one. Empty when nothing is left. */
struct str utf8_slug(struct arena *arena, struct str s, size_t most);

/* Edit distance with transpositions (Damerau, optimal string alignment) over folded code points,
 * or limit + 1 as soon as it must be larger. */
unsigned utf8_distance(struct str a, struct str b, unsigned limit);
/* Index of the candidate nearest to `s` (within a third of its length, at least 1, at most 4
 * edits), or `count`: what "did you mean" offers. */
size_t utf8_nearest(struct str s, const struct str *candidates, size_t count);
#endif
