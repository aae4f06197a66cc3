#ifndef EMIT_OFFLINE_H
#define EMIT_OFFLINE_H
/*
 * offline: the guide without a network, after one visit.
 *
 * Files   sw.js, a service worker (w3.org/TR/service-workers), the same for every site: pages from the network, else as
 *         they were kept; what has a hash in its name is kept once and for all. offline.json, one per language: what to
 *         bring along, each page with a hash of its bytes, so that a later visit fetches only what has changed.
 * Bounds  the pages of a language, merchants' own ones as long as there are no more than OFFLINE_MERCHANTS; the map's
 *         tiles from the widest zoom on, OFFLINE_TILES at most. Photos are kept as they are seen.
 */
#include "base/hash.h"
#include "emit/run.h"

#include <stddef.h>

struct page_ref;

enum { OFFLINE_MERCHANTS = 300, OFFLINE_TILES = 200 };

void offline_write_worker(struct buf *out, struct arena *scratch, const struct run *run,
                          const struct piece *piece);
/* `hashes`: of the bytes of each of views_pages, in its order. */
void offline_write_list(struct buf *out, struct arena *scratch, const struct run *run,
                        enum lang lang, const struct hash *hashes);
#endif
