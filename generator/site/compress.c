#include "site/compress.h"

#include "base/buf.h"
#include "base/mem.h"

#include <brotli/encode.h>
#include <stdio.h>
#include <zlib.h>

enum {
	SMALLEST = 256,    /* bytes: it fits into one packet as it is */
	LARGEST = 1 << 30, /* zlib counts in unsigned int */
	GAIN = 64,         /* bytes at least: the headers that tell of it take as many */
	GZIP = 9,
	/* The example's 4.7 MB of pages become 23.8 % of that in 1.8 s; by 11 23.4 % in 5 s, by 9 25.7 % in 0.3 s
	 * (gzip: 27.5 %, 0.1 s). */
	BROTLI = 10,
	BROTLI_LARGE = 9,
	/* Bytes from which on one file would hold everything up for half a second and more. */
	LARGE = 256 * 1024,
	GZIP_WRAPPED = MAX_WBITS + 16,
	MEMORY = 9,
	WINDOW_SPARE = 16, /* bytes by which a window is smaller than its power of two */
	SYSTEM_UNKNOWN = 255,
};

bool
compress_wanted(struct str path, size_t size)
{
	static const char *const kinds[] = {
		".html", ".css", ".js",  ".mjs", ".json",        ".svg",
		".xml",  ".ics", ".vcf", ".txt", ".webmanifest", ".geojson",
	};

	for (size_t i = 0; i < countof(kinds); i++)
		if (str_ends(path, kinds[i]))
			return size >= SMALLEST && size <= LARGEST;
	return false;
}

struct hash
compress_recipe(void)
{
	char text[160];
	int len = snprintf(text, sizeof text, "zlib %s %d %d, brotli %#x %d, from %d %d, gain %d",
	                   zlibVersion(), GZIP, MEMORY, (unsigned)BrotliEncoderVersion(), BROTLI,
	                   LARGE, BROTLI_LARGE, GAIN);

	return hash_of((struct str){ text, (size_t)len });
}

/* Keeps what was written behind out->len, if it is worth it. */
static void
keep(struct buf *out, size_t len, struct str bytes)
{
	if (len + GAIN <= bytes.len)
		out->len += len;
	out->ptr[out->len] = '\0';
}

void
compress_gzip(struct buf *out, struct str bytes)
{
	z_stream stream = { 0 };
	gz_header header = { .os = SYSTEM_UNKNOWN };
	size_t most;

	if (deflateInit2(&stream, GZIP, Z_DEFLATED, GZIP_WRAPPED, MEMORY, Z_DEFAULT_STRATEGY) !=
	    Z_OK)
		mem_exhausted();
	deflateSetHeader(&stream, &header);
	most = deflateBound(&stream, (uLong)bytes.len);
	buf_reserve(out, most + 1);
	stream.next_in = (Bytef *)bytes.ptr;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)out->ptr + out->len;
	stream.avail_out = (uInt)most;
	if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
		mem_exhausted();
	keep(out, (size_t)stream.total_out, bytes);
	deflateEnd(&stream);
}

/* The smallest window that holds it all: time and memory go by the window. */
static int
window(size_t size)
{
	int bits = BROTLI_MIN_WINDOW_BITS;

	while (bits < BROTLI_DEFAULT_WINDOW && ((size_t)1 << bits) - WINDOW_SPARE < size)
		bits++;
	return bits;
}

void
compress_brotli(struct buf *out, struct str bytes)
{
	size_t len = BrotliEncoderMaxCompressedSize(bytes.len);

	buf_reserve(out, len + 1);
	if (!BrotliEncoderCompress(bytes.len > LARGE ? BROTLI_LARGE : BROTLI, window(bytes.len),
	                           BROTLI_MODE_TEXT, bytes.len, (const uint8_t *)bytes.ptr, &len,
	                           (uint8_t *)out->ptr + out->len))
		mem_exhausted();
	keep(out, len, bytes);
}
