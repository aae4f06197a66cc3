#ifndef EMIT_GEOJSON_H
#define EMIT_GEOJSON_H
/*
 * geojson: merchants.geojson, the merchants whose coordinates are known (RFC 7946: longitude first,
 * WGS 84), in the guide's order.
 */
#include "emit/run.h"

void geojson_write(struct buf *out, struct arena *scratch, const struct run *run,
                   const struct piece *piece);
#endif
