#ifndef SITE_COMPRESS_H
#define SITE_COMPRESS_H
/*
 * compress: the smaller versions of a file that web servers send instead of it: FILE.gz (RFC 1952) and FILE.br
 * (RFC 7932).
 *
 * The same bytes and the same libraries make the same versions: a gzip header has room for a time, a name and a
 * system, and here it tells none.
 */
#include "base/hash.h"
#include "base/str.h"

struct buf;

/* Whether a file of that name and size is text that is worth it. */
bool compress_wanted(struct str path, size_t size);
/* What decides on the bytes made, beside those given: libraries, their versions, settings. */
struct hash compress_recipe(void);
/* Append. Nothing is appended where that would hardly be smaller. */
void compress_gzip(struct buf *out, struct str bytes);
void compress_brotli(struct buf *out, struct str bytes);
#endif
