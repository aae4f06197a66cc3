#include "map/extract_unpack.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { PIECE = 64 * 1024, GZIP_ONLY = 16 + MAX_WBITS };

static bool
is_gzip(struct str bytes)
{
	return str_starts(bytes, "\037\213");
}

static enum unpack_end
hand_over(struct str bytes, unpack_take *take, void *context)
{
	for (size_t at = 0; at < bytes.len; at += PIECE)
		if (!take(context, str_sub(bytes, at, at + PIECE)))
			return UNPACK_STOPPED;
	return UNPACK_DONE;
}

/* zlib counts in unsigned int: gives it the next piece of what is packed, when it has none. */
static void
refill(z_stream *z, struct str *rest)
{
	if (z->avail_in || !rest->len)
		return;
	z->avail_in = rest->len < PIECE ? (uInt)rest->len : PIECE;
	z->next_in = (z_const Bytef *)rest->ptr;
	*rest = str_sub(*rest, z->avail_in, rest->len);
}

/* Behind a member: another one, or padding that does not matter. */
static bool
goes_on(z_stream *z, struct str rest)
{
	struct str left = { (const char *)z->next_in, z->avail_in + rest.len };

	return is_gzip(left) && inflateReset(z) == Z_OK;
}

static enum unpack_end
inflate_all(z_stream *z, struct str rest, char *piece, unpack_take *take, void *context)
{
	for (;;) {
		int rc;

		refill(z, &rest);
		z->next_out = (Bytef *)piece;
		z->avail_out = PIECE;
		rc = inflate(z, Z_NO_FLUSH);
		if (rc == Z_MEM_ERROR)
			mem_exhausted();
		if (z->avail_out < PIECE &&
		    !take(context, (struct str){ piece, PIECE - z->avail_out }))
			return UNPACK_STOPPED;
		if (rc == Z_STREAM_END) {
			if (!goes_on(z, rest))
				return UNPACK_DONE;
		} else if (rc == Z_BUF_ERROR && !z->avail_in && !rest.len) {
			return UNPACK_CUT;
		} else if (rc != Z_OK) {
			return UNPACK_DAMAGED;
		}
	}
}

enum unpack_end
extract_unpack(struct str bytes, unpack_take *take, void *context)
{
	z_stream z = { 0 };
	enum unpack_end end;
	char *piece;

	if (!is_gzip(bytes))
		return hand_over(bytes, take, context);
	if (inflateInit2(&z, GZIP_ONLY) != Z_OK)
		mem_exhausted();
	piece = mem_alloc(PIECE);
	end = inflate_all(&z, bytes, piece, take, context);
	free(piece);
	inflateEnd(&z);
	return end;
}
