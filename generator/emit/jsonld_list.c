#include "emit/jsonld_list.h"

#include "base/arena.h"
#include "emit/business.h"
#include "emit/graph.h"
#include "emit/jsonld_event.h"
#include "emit/jsonld_offer.h"
#include "emit/jsonld_place.h"
#include "emit/jsonld_subject.h"
#include "guide/guide.h"
#include "theme/view.h"

/* Writes what a list item holds: its own members, after type and position. `of` is what the list
 * was made for. */
typedef void item_writer(struct graph *graph, const void *of, size_t index);

static struct str
list(struct graph *graph, const struct page_ref *page, const char *fragment, size_t count,
     item_writer *item, const void *of)
{
	struct str url = run_absolute(graph->arena, graph->run, page->url);
	struct str id = arena_printf(graph->arena, "%.*s#%s", STR_ARG(url), fragment);
	bool within = graph->listed;

	if (count == 0)
		return (struct str){ 0 };
	graph_node(graph, "ItemList");
	graph->listed = true;
	graph_id(graph, id);
	json_key(&graph->json, "numberOfItems");
	json_int(&graph->json, (int64_t)count);
	json_key(&graph->json, "itemListElement");
	json_list(&graph->json);
	for (size_t i = 0; i < count; i++) {
		graph_node(graph, "ListItem");
		json_key(&graph->json, "position");
		json_int(&graph->json, (int64_t)i + 1);
		item(graph, of, i);
		json_object_end(&graph->json);
	}
	json_list_end(&graph->json);
	json_object_end(&graph->json);
	graph->listed = within;
	return id;
}

/* --- merchants --- */

static void
merchant_item(struct graph *graph, const void *of, size_t index)
{
	struct guide_merchant *const *merchants = of;

	json_key(&graph->json, "item");
	json_raw(&graph->json,
	         businesses_find(graph->run->businesses, graph->lang, merchants[index]));
}

struct str
jsonld_list_merchants(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->merchants_len, merchant_item, guide->merchants);
}

struct str
jsonld_list_category(struct graph *graph, const struct page_ref *page)
{
	const struct guide_category *about = graph->run->guide->categories[page->index];

	return list(graph, page, "list", about->merchants_len, merchant_item, about->merchants);
}

struct str
jsonld_list_street(struct graph *graph, const struct page_ref *page)
{
	const struct guide_street *about = graph->run->guide->streets[page->index];

	return list(graph, page, "list", about->merchants_len, merchant_item, about->merchants);
}

static void
placed_item(struct graph *graph, const void *of, size_t index)
{
	struct guide_merchant *const *merchants = of;

	json_key(&graph->json, "item");
	business_brief(graph, merchants[index], true);
}

static void
place_item(struct graph *graph, const void *of, size_t index)
{
	json_key(&graph->json, "item");
	jsonld_place(graph, ((const struct guide *)of)->places[index]);
}

/* The merchants, and in a list of their own the places, which have no other page. */
struct str
jsonld_list_map(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;
	struct str id =
		list(graph, page, "list", guide->merchants_len, placed_item, guide->merchants);

	list(graph, page, "places", guide->places_len, place_item, guide);
	return id;
}

/* --- lists of lists --- */

static void
link_members(struct graph *graph, const struct text *name, const char *folder, struct str slug)
{
	graph_text(graph, "name", name);
	json_field(&graph->json, "url",
	           run_url(graph->arena, graph->run, graph->lang, folder, slug));
}

static void
category_item(struct graph *graph, const void *of, size_t index)
{
	const struct guide_category *category = ((const struct guide *)of)->categories[index];

	link_members(graph, &category->label, "categories", category->id);
}

struct str
jsonld_list_categories(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->categories_len, category_item, guide);
}

static void
street_item(struct graph *graph, const void *of, size_t index)
{
	const struct guide_street *street = ((const struct guide *)of)->streets[index];

	link_members(graph, &street->name, "streets", street->slug);
}

struct str
jsonld_list_streets(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->streets_len, street_item, guide);
}

/* --- what happens --- */

static void
offer_item(struct graph *graph, const void *of, size_t index)
{
	json_key(&graph->json, "item");
	jsonld_offer(graph, ((const struct guide *)of)->offers[index]);
}

struct str
jsonld_list_offers(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->offers_len, offer_item, guide);
}

static void
event_item(struct graph *graph, const void *of, size_t index)
{
	json_key(&graph->json, "item");
	jsonld_event(graph, ((const struct guide *)of)->events[index]);
}

struct str
jsonld_list_events(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->events_len, event_item, guide);
}

static void
news_item(struct graph *graph, const void *of, size_t index)
{
	json_key(&graph->json, "item");
	jsonld_news(graph, ((const struct guide *)of)->news[index]);
}

struct str
jsonld_list_news(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->news_len, news_item, guide);
}

/* --- routes --- */

static void
route_item(struct graph *graph, const void *of, size_t index)
{
	json_key(&graph->json, "item");
	jsonld_route_begin(graph, ((const struct guide *)of)->routes[index]);
	json_object_end(&graph->json);
}

struct str
jsonld_list_routes(struct graph *graph, const struct page_ref *page)
{
	const struct guide *guide = graph->run->guide;

	return list(graph, page, "list", guide->routes_len, route_item, guide);
}

static void
stop_item(struct graph *graph, const void *of, size_t index)
{
	const struct guide_stop *stop = &((const struct guide_route *)of)->stops[index];

	if (stop->merchant) {
		merchant_item(graph, &stop->merchant, 0);
		return;
	}
	json_key(&graph->json, "item");
	jsonld_place(graph, stop->place);
}

struct str
jsonld_list_route_stops(struct graph *graph, const struct page_ref *page,
                        const struct guide_route *route)
{
	return list(graph, page, "list", route->stops_len, stop_item, route);
}
