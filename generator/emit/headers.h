#ifndef EMIT_HEADERS_H
#define EMIT_HEADERS_H
/*
 * headers: _headers, the HTTP headers for hosts that read such a file (Netlify, Cloudflare Pages,
 * …).
 *
 * Rules that match one path add up there, and a header named twice is joined with a comma: so each
 * header stands in one rule for any path, and how long pages may be kept is said section by
 * section.
 */
#include "emit/run.h"

void headers_write(struct buf *out, struct arena *scratch, const struct run *run,
                   const struct piece *piece);
#endif
