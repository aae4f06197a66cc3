#ifndef EMIT_ROBOTS_H
#define EMIT_ROBOTS_H
/* robots: robots.txt (RFC 9309): everything is public; where the sitemap is (sitemaps.org). */
#include "emit/run.h"

void robots_write(struct buf *out, struct arena *scratch, const struct run *run,
                  const struct piece *piece);
#endif
