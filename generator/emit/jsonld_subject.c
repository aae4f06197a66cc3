#include "emit/jsonld_subject.h"

#include "base/value.h"
#include "emit/business.h"
#include "emit/graph.h"
#include "emit/jsonld_event.h"
#include "emit/jsonld_list.h"
#include "emit/jsonld_offer.h"
#include "emit/when.h"
#include "guide/guide.h"
#include "theme/view.h"

void
jsonld_merchants_brief(struct graph *graph, const char *key,
                       struct guide_merchant *const *merchants, size_t count)
{
	if (count == 0)
		return;
	json_key(&graph->json, key);
	json_list(&graph->json);
	for (size_t i = 0; i < count; i++)
		business_brief(graph, merchants[i], false);
	json_list_end(&graph->json);
}

void
jsonld_news(struct graph *graph, const struct guide_news *news)
{
	const struct news *card = news->card;

	graph_node(graph, "NewsArticle");
	graph_id(graph, graph_name(graph, "news", card->card.slug, "news"));
	graph_text(graph, "headline", &card->title);
	json_field(&graph->json, "url",
	           run_url(graph->arena, graph->run, graph->lang, "news", card->card.slug));
	json_field(&graph->json, "datePublished",
	           when_iso(graph->arena, graph->run->guide->zone, card->date));
	graph_images(graph, &card->photos, NULL);
	graph_text(graph, "description", &card->card.excerpt);
	graph_reference(graph, "author", graph_publisher(graph));
	graph_reference(graph, "publisher", graph_publisher(graph));
	jsonld_merchants_brief(graph, "about", news->merchants, news->merchants_len);
	json_object_end(&graph->json);
}

void
jsonld_route_begin(struct graph *graph, const struct guide_route *route)
{
	const struct route *card = route->card;

	graph_node(graph, "TouristTrip");
	graph_id(graph, graph_name(graph, "routes", card->card.slug, "route"));
	graph_text(graph, "name", &card->title);
	json_field(&graph->json, "url",
	           run_url(graph->arena, graph->run, graph->lang, "routes", card->card.slug));
	graph_images(graph, &card->photos, NULL);
	graph_text(graph, "description", &card->card.excerpt);
}

static struct str
merchant(struct graph *graph, const struct page_ref *page)
{
	const struct guide_merchant *about = graph->run->guide->merchants[page->index];

	business_write(graph, about);
	return business_id(graph, about);
}

static struct str
offer(struct graph *graph, const struct page_ref *page)
{
	const struct guide_offer *about = graph->run->guide->offers[page->index];

	jsonld_offer(graph, about);
	return graph_name(graph, "offers", about->card->card.slug, "offer");
}

static struct str
event(struct graph *graph, const struct page_ref *page)
{
	const struct guide_event *about = graph->run->guide->events[page->index];

	jsonld_event(graph, about);
	return graph_name(graph, "events", about->card->card.slug, "event");
}

static struct str
news(struct graph *graph, const struct page_ref *page)
{
	const struct guide_news *about = graph->run->guide->news[page->index];

	jsonld_news(graph, about);
	return graph_name(graph, "news", about->card->card.slug, "news");
}

static struct str
route(struct graph *graph, const struct page_ref *page)
{
	const struct guide_route *about = graph->run->guide->routes[page->index];

	jsonld_route_begin(graph, about);
	if (about->stops_len > 0) {
		json_key(&graph->json, "itinerary");
		jsonld_list_route_stops(graph, page, about);
	}
	json_object_end(&graph->json);
	return graph_name(graph, "routes", about->card->card.slug, "route");
}

static const struct subject {
	const char *page_type;
	struct str (*write)(struct graph *graph, const struct page_ref *page); /* NULL: itself */
} subjects[PAGE_KIND_COUNT] = {
	[PAGE_HOME] = { "WebPage", jsonld_list_merchants },
	[PAGE_MAP] = { "CollectionPage", jsonld_list_map },
	[PAGE_MERCHANTS] = { "CollectionPage", jsonld_list_merchants },
	[PAGE_MERCHANT] = { "ItemPage", merchant },
	[PAGE_CATEGORIES] = { "CollectionPage", jsonld_list_categories },
	[PAGE_CATEGORY] = { "CollectionPage", jsonld_list_category },
	[PAGE_STREETS] = { "CollectionPage", jsonld_list_streets },
	[PAGE_STREET] = { "CollectionPage", jsonld_list_street },
	[PAGE_OFFERS] = { "CollectionPage", jsonld_list_offers },
	[PAGE_OFFER] = { "ItemPage", offer },
	[PAGE_EVENTS] = { "CollectionPage", jsonld_list_events },
	[PAGE_EVENT] = { "ItemPage", event },
	[PAGE_NEWS_LIST] = { "CollectionPage", jsonld_list_news },
	[PAGE_NEWS] = { "WebPage", news },
	[PAGE_ROUTES] = { "CollectionPage", jsonld_list_routes },
	[PAGE_ROUTE] = { "ItemPage", route },
	[PAGE_PAGE] = { "WebPage", NULL },
	[PAGE_SEARCH] = { "SearchResultsPage", NULL },
	[PAGE_LEGAL] = { "WebPage", NULL },
	[PAGE_404] = { "WebPage", NULL },
};

struct str
jsonld_subject(struct graph *graph, const struct page_ref *page, const struct value *context)
{
	const struct subject *subject = &subjects[page->kind];

	/* The home page of a large guide does not list its merchants; the view decides. */
	if (!subject->write || (page->kind == PAGE_HOME && !value_get(context, STR("merchants"))))
		return (struct str){ 0 };
	return subject->write(graph, page);
}

const char *
jsonld_page_type(const struct run *run, const struct page_ref *page)
{
	static const struct {
		const char *slug, *type;
	} known[] = {
		{ "about", "AboutPage" },     { "a-propos", "AboutPage" },
		{ "over-ons", "AboutPage" },  { "ueber-uns", "AboutPage" },
		{ "contact", "ContactPage" }, { "kontakt", "ContactPage" },
	};

	if (page->kind != PAGE_PAGE)
		return subjects[page->kind].page_type;
	for (size_t i = 0; i < countof(known); i++)
		if (str_is(run->guide->pages[page->index]->card.slug, known[i].slug))
			return known[i].type;
	return subjects[PAGE_PAGE].page_type;
}

int
jsonld_page_reviewed(const struct graph *graph, const struct page_ref *page)
{
	if (page->kind != PAGE_MERCHANT)
		return DATE_NONE;
	return graph->run->guide->merchants[page->index]->card->verified;
}
