#ifndef MAP_EXTRACT_UNPACK_H
#define MAP_EXTRACT_UNPACK_H
/* extract_unpack: bytes in handy pieces, unpacked on the way where they are gzipped (RFC 1952, several members too). */
#include "base/str.h"

enum unpack_end {
	UNPACK_DONE,
	UNPACK_STOPPED, /* by the taker */
	UNPACK_CUT,     /* the packed bytes end too early */
	UNPACK_DAMAGED
};

/* Takes one piece; false: no more. */
typedef bool unpack_take(void *context, struct str piece);

enum unpack_end extract_unpack(struct str bytes, unpack_take *take, void *context);
#endif
