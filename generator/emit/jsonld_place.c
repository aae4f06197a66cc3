#include "emit/jsonld_place.h"

#include "base/arena.h"
#include "card/vocabulary.h"
#include "emit/graph.h"
#include "guide/guide.h"

struct str
jsonld_place_id(const struct graph *graph, const struct place *card)
{
	const char *anchor = arena_printf(graph->arena, "place-%.*s", STR_ARG(card->card.slug)).ptr;

	return graph_name(graph, "map", STR(""), anchor);
}

static const char *
type_of(const struct place *card)
{
	size_t count;
	const struct term *kinds = vocabulary(VOCABULARY_PLACES, &count);

	return card->kind < count && kinds[card->kind].schema ? kinds[card->kind].schema : "Place";
}

/* The kind's own word, where schema.org has but Place or one type for several. */
static void
kind(struct graph *graph, const struct place *card)
{
	size_t count;
	const struct term *kinds = vocabulary(VOCABULARY_PLACES, &count);

	if (card->kind < count)
		json_field(&graph->json, "keywords", str(kinds[card->kind].label[graph->lang]));
}

void
jsonld_place(struct graph *graph, const struct guide_place *place)
{
	const struct place *card = place->card;
	bool told = !text_is_empty(&card->details), located = !text_is_empty(&card->address.street);

	graph_node(graph, type_of(card));
	graph_id(graph, jsonld_place_id(graph, card));
	graph_text(graph, "name", &card->name);
	kind(graph, card);
	graph_text(graph, "description", told ? &card->details : &card->card.excerpt);
	graph_address(graph, "address", located ? &card->address : NULL);
	graph_geo(graph, &place->location);
	if (card->osm.len)
		json_field(&graph->json, "sameAs",
		           arena_printf(graph->arena, "https://www.openstreetmap.org/%.*s",
		                        STR_ARG(card->osm)));
	json_object_end(&graph->json);
}
