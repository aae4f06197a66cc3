#ifndef EMIT_PIECES_H
#define EMIT_PIECES_H
/*
 * pieces: every file of the site that is no page.
 *
 * For the site: assets, sitemap.xml, robots.txt, merchants.geojson, _headers, sw.js, the graph of ways on foot. In each language:
 * feed.xml, agenda.ics, search.json, manifest.webmanifest, a feed per category, a feed and a .vcf
 * per merchant.
 */
#include "emit/run.h"

#include <stddef.h>

/* Lives in `arena`. */
const struct piece *pieces_list(struct arena *arena, const struct run *run, size_t *count);
#endif
