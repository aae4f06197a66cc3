#include "base/hash.h"

#include <stdio.h>
#include <xxhash.h>

struct hash
hash_of(struct str bytes)
{
	XXH128_hash_t h = XXH3_128bits(bytes.len ? bytes.ptr : "", bytes.len);

	return (struct hash){ h.high64, h.low64 };
}

struct hash
hash_mix(struct hash a, struct hash b)
{
	uint64_t both[4] = { a.high, a.low, b.high, b.low };

	return hash_of((struct str){ (const char *)both, sizeof both });
}

bool
hash_eq(struct hash a, struct hash b)
{
	return a.high == b.high && a.low == b.low;
}

void
hash_hex(struct hash hash, char hex[HASH_HEX + 1])
{
	snprintf(hex, HASH_HEX + 1, "%016llx%016llx", (unsigned long long)hash.high,
	         (unsigned long long)hash.low);
}
