#ifndef EMIT_JSONLD_PLACE_H
#define EMIT_JSONLD_PLACE_H
/*
 * jsonld_place: a car park, a bus stop, a market hall as schema.org's Place or what is nearest to it.
 *
 * A place has no page of its own: it is named by its anchor on the map page of the first language.
 */
#include "base/str.h"

struct graph;
struct guide_place;
struct place;

struct str jsonld_place_id(const struct graph *graph, const struct place *card);
void jsonld_place(struct graph *graph, const struct guide_place *place);
#endif
