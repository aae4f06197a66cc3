#include "emit/jsonld_offer.h"

#include "emit/graph.h"
#include "emit/jsonld_subject.h"
#include "guide/guide.h"

static void
availability(struct graph *graph, int available)
{
	if (available >= 0)
		json_field(&graph->json, "availability",
		           available ? STR("https://schema.org/InStock")
		                     : STR("https://schema.org/OutOfStock"));
}

static void
product(struct graph *graph, const struct product *product)
{
	static const struct photos none;

	graph_node(graph, "Offer");
	json_key(&graph->json, "itemOffered");
	graph_node(graph, "Product");
	graph_text(graph, "name", &product->name);
	graph_images(graph, &none, &product->photo);
	graph_text(graph, "description", &product->details);
	json_object_end(&graph->json);
	graph_price(graph, product->price);
	if (product->price.set && !text_is_empty(&product->unit)) {
		json_key(&graph->json, "priceSpecification");
		graph_node(graph, "UnitPriceSpecification");
		graph_price(graph, product->price);
		graph_text(graph, "unitText", &product->unit);
		json_object_end(&graph->json);
	}
	availability(graph, product->available);
	json_object_end(&graph->json);
}

/* What an offer says wherever it is named. */
static void
members(struct graph *graph, const struct guide_offer *offer)
{
	const struct offer *card = offer->card;
	struct str url = run_url(graph->arena, graph->run, graph->lang, "offers", card->card.slug);

	graph_node(graph, "Offer");
	graph_id(graph, graph_name(graph, "offers", card->card.slug, "offer"));
	graph_text(graph, "name", &card->title);
	json_field(&graph->json, "url", url);
	graph_price(graph, card->price);
	graph_day(graph, "validFrom", card->from);
	graph_day(graph, "validThrough", card->until);
	json_field(&graph->json, "availability", STR("https://schema.org/InStock"));
}

/* The price before, as search engines read it, beside the present one. */
static void
price_before(struct graph *graph, const struct offer *card)
{
	if (!card->was.set)
		return;
	json_key(&graph->json, "priceSpecification");
	json_list(&graph->json);
	if (card->price.set) {
		graph_node(graph, "UnitPriceSpecification");
		graph_price(graph, card->price);
		json_object_end(&graph->json);
	}
	graph_node(graph, "UnitPriceSpecification");
	json_field(&graph->json, "priceType", STR("https://schema.org/StrikethroughPrice"));
	graph_price(graph, card->was);
	json_object_end(&graph->json);
	json_list_end(&graph->json);
}

void
jsonld_offer(struct graph *graph, const struct guide_offer *offer)
{
	const struct offer *card = offer->card;

	members(graph, offer);
	graph_images(graph, &card->photos, &card->flyer);
	graph_text(graph, "description", &card->card.excerpt);
	price_before(graph, card);
	if (card->code.len) {
		json_key(&graph->json, "additionalProperty");
		graph_property(graph, "code", card->code);
	}
	if (card->all_merchants)
		graph_reference(graph, "offeredBy", graph_publisher(graph));
	else
		jsonld_merchants_brief(graph, "offeredBy", offer->merchants, offer->merchants_len);
	json_object_end(&graph->json);
}

void
jsonld_makes_offer(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	if (card->products_len + merchant->offers_len == 0)
		return;
	json_key(&graph->json, "makesOffer");
	json_list(&graph->json);
	for (size_t i = 0; i < card->products_len; i++)
		product(graph, &card->products[i]);
	for (size_t i = 0; i < merchant->offers_len; i++) {
		members(graph, merchant->offers[i]);
		json_object_end(&graph->json);
	}
	json_list_end(&graph->json);
}
