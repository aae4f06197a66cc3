#ifndef BASE_HASH_H
#define BASE_HASH_H
/* hash: names and compares content by xxHash's XXH3, 128 bits; not against forgers. */
#include "base/str.h"

#include <stdint.h>

enum { HASH_HEX = 32 }; /* characters of a whole hash in hexadecimal */

struct hash {
	uint64_t high, low;
};

struct hash hash_of(struct str bytes);
struct hash hash_mix(struct hash a, struct hash b); /* of both, in that order */
bool hash_eq(struct hash a, struct hash b);
/* Lower-case hexadecimal, NUL-terminated. */
void hash_hex(struct hash hash, char hex[HASH_HEX + 1]);
#endif
