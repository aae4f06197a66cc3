#include "town.h"

#include "emit/jsonld.h"

static const struct value *
graph_of(struct town *t, const char *path)
{
	const struct page_ref *page = town_page(t, path);
	const struct value *root;

	buf_clear(&t->out);
	jsonld_page(&t->out, t->scratch, &t->run, page, view_page(t->scratch, t->views, page));
	root = read_json(t->arena, buf_str(&t->out));
	assert_non_null(root);
	assert_str(json_text_at(root, "@context"), "https://schema.org");
	return json_at(root, "@graph");
}

/* The node of a type; NULL. */
static const struct value *
find_type(const struct value *graph, const char *type)
{
	for (uint32_t i = 0; i < graph->len; i++)
		if (str_is(json_text_at(graph->items[i], "@type"), type))
			return graph->items[i];
	return NULL;
}

static void
every_page_names_itself_its_site_and_its_publisher(void **state)
{
	static const struct {
		const char *path, *type;
	} cases[] = {
		{ "/", "WebPage" },
		{ "/map/", "CollectionPage" },
		{ "/merchants/", "CollectionPage" },
		{ "/merchants/dumont/", "ItemPage" },
		{ "/categories/", "CollectionPage" },
		{ "/categories/bakery/", "CollectionPage" },
		{ "/streets/", "CollectionPage" },
		{ "/streets/rue-du-commerce/", "CollectionPage" },
		{ "/offers/", "CollectionPage" },
		{ "/offers/croissants/", "ItemPage" },
		{ "/events/", "CollectionPage" },
		{ "/events/marche/", "ItemPage" },
		{ "/news/", "CollectionPage" },
		{ "/news/travaux/", "WebPage" },
		{ "/routes/", "CollectionPage" },
		{ "/search/", "SearchResultsPage" },
		{ "/legal/", "WebPage" },
		{ "/404.html", "WebPage" },
		{ "/nl/merchants/zoe/", "ItemPage" },
	};
	struct town *t = *state;

	town_views(t);
	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *graph = graph_of(t, cases[i].path);
		const struct value *page = find_type(graph, cases[i].type);

		assert_non_null(page);
		assert_str(
			json_text_at(page, "url"),
			arena_printf(t->arena, "https://example.org/guide%s", cases[i].path).ptr);
		assert_str(json_text_at(page, "isPartOf.@id"),
		           "https://example.org/guide/#website");
		assert_str(json_text_at(find_type(graph, "WebSite"), "publisher.@id"),
		           "https://example.org/guide/#publisher");
		assert_str(json_text_at(find_type(graph, "Organization"), "name"),
		           "Les Commerçants ASBL");
	}
}

static void
lists_of_merchants_have_each_of_them_whole(void **state)
{
	static const struct {
		const char *path;
		uint32_t count;
	} cases[] = {
		{ "/", 2 },
		{ "/merchants/", 2 },
		{ "/categories/bakery/", 1 },
		{ "/categories/museum/", 2 },
		{ "/streets/rue-du-commerce/", 1 },
		{ "/nl/merchants/", 2 },
	};
	struct town *t = *state;

	town_views(t);
	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *graph = graph_of(t, cases[i].path);
		const struct value *list = find_type(graph, "ItemList");

		assert_non_null(list);
		assert_int_equal(json_at(list, "itemListElement")->len, cases[i].count);
		assert_str(json_text_at(list, "itemListElement.0.position"), "1");
		assert_str(json_text_at(list, "itemListElement.0.item.@type"), "Bakery");
		assert_str(json_text_at(list, "itemListElement.0.item.telephone"), "+3265123456");
		assert_str(json_text_at(list, "itemListElement.0.item.address.postalCode"), "7370");
	}
}

static void
the_map_has_every_merchant_with_its_place(void **state)
{
	struct town *t = *state;
	const struct value *list;

	town_views(t);
	list = find_type(graph_of(t, "/map/"), "ItemList");
	assert_int_equal(json_at(list, "itemListElement")->len, 2);
	assert_str(json_text_at(list, "itemListElement.0.item.geo.latitude"), "50.3957");
	assert_str(json_text_at(list, "itemListElement.1.item.name"), "Zoé");
}

static void
a_page_is_about_the_thing_that_it_shows(void **state)
{
	static const struct {
		const char *path, *type, *id;
	} cases[] = {
		{ "/merchants/dumont/", "Bakery",
		  "https://example.org/guide/merchants/dumont/#business" },
		{ "/nl/merchants/dumont/", "Bakery",
		  "https://example.org/guide/merchants/dumont/#business" },
		{ "/offers/croissants/", "Offer",
		  "https://example.org/guide/offers/croissants/#offer" },
		{ "/events/marche/", "Event", "https://example.org/guide/events/marche/#event" },
		{ "/news/travaux/", "NewsArticle", "https://example.org/guide/news/travaux/#news" },
		{ "/merchants/", "ItemList", "https://example.org/guide/merchants/#list" },
	};
	struct town *t = *state;

	town_views(t);
	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *graph = graph_of(t, cases[i].path), *page = NULL;

		for (uint32_t n = 0; n < graph->len; n++)
			if (json_at(graph->items[n], "isPartOf"))
				page = graph->items[n];
		assert_str(json_text_at(find_type(graph, cases[i].type), "@id"), cases[i].id);
		assert_str(json_text_at(page, "mainEntity.@id"), cases[i].id);
	}
}

static void
breadcrumbs_lead_to_the_page(void **state)
{
	struct town *t = *state;
	const struct value *crumbs;

	town_views(t);
	crumbs = find_type(graph_of(t, "/merchants/dumont/"), "BreadcrumbList");
	assert_non_null(crumbs);
	assert_str(json_text_at(crumbs, "itemListElement.0.item"), "https://example.org/guide/");
	crumbs = json_at(crumbs, "itemListElement");
	assert_str(json_text_at(crumbs->items[crumbs->len - 1], "item"),
	           "https://example.org/guide/merchants/dumont/");
	assert_str(json_text_at(crumbs->items[crumbs->len - 1], "name"),
	           "Boulangerie Dumont; pains, & fils");
}

static void
a_merchants_page_says_when_it_was_checked(void **state)
{
	struct town *t = *state;

	town_views(t);
	assert_str(json_text_at(find_type(graph_of(t, "/merchants/dumont/"), "ItemPage"),
	                        "lastReviewed"),
	           "2026-05-01");
	assert_null(json_at(find_type(graph_of(t, "/merchants/zoe/"), "ItemPage"), "lastReviewed"));
}

static void
an_event_has_its_next_time_and_its_schedule(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "name", "Marché du samedi" },
		{ "startDate", "2026-06-13T08:00:00+02:00" },
		{ "endDate", "2026-06-13T13:00:00+02:00" },
		{ "eventStatus", "https://schema.org/EventScheduled" },
		{ "location.@type", "Place" },
		{ "location.address.streetAddress", "Place du Moulin" },
		{ "organizer.@id", "https://example.org/guide/#publisher" },
		{ "offers.price", "0.00" },
		{ "eventSchedule.repeatFrequency", "P1W" },
		{ "eventSchedule.byDay.0", "https://schema.org/Saturday" },
		{ "eventSchedule.startDate", "2026-05-02" },
		{ "eventSchedule.endDate", "2026-12-31" },
		{ "eventSchedule.startTime", "08:00" },
		{ "eventSchedule.scheduleTimezone", "Europe/Brussels" },
	};
	struct town *t = *state;
	const struct value *event;

	town_views(t);
	event = find_type(graph_of(t, "/events/marche/"), "Event");
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(event, cases[i].path), cases[i].want);
	assert_true(json_at(event, "isAccessibleForFree")->boolean);
}

static void
an_offer_has_its_prices_its_time_and_its_merchants(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "name", "Croissants <2 pour 1>" },
		{ "price", "2.50" },
		{ "priceCurrency", "EUR" },
		{ "priceSpecification.1.price", "5.00" },
		{ "priceSpecification.1.priceType", "https://schema.org/StrikethroughPrice" },
		{ "validFrom", "2026-06-01" },
		{ "validThrough", "2026-06-30" },
		{ "additionalProperty.value", "PAIN" },
		{ "offeredBy.0.@id", "https://example.org/guide/merchants/dumont/#business" },
	};
	struct town *t = *state;
	const struct value *offer;

	town_views(t);
	offer = find_type(graph_of(t, "/offers/croissants/"), "Offer");
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(offer, cases[i].path), cases[i].want);
}

static void
nothing_in_it_ends_the_script_element(void **state)
{
	struct town *t = *state;

	t->dumont.summary = fr("</script><script>alert(1)</script><!--");
	t->zoe.name = fr("a & b \xe2\x80\xa8");
	town_views(t);
	graph_of(t, "/merchants/");
	assert_false(contains(buf_str(&t->out), "<"));
	assert_false(contains(buf_str(&t->out), ">"));
	assert_false(contains(buf_str(&t->out), "\xe2\x80\xa8"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(every_page_names_itself_its_site_and_its_publisher),
		in_town(lists_of_merchants_have_each_of_them_whole),
		in_town(the_map_has_every_merchant_with_its_place),
		in_town(a_page_is_about_the_thing_that_it_shows),
		in_town(breadcrumbs_lead_to_the_page),
		in_town(a_merchants_page_says_when_it_was_checked),
		in_town(an_event_has_its_next_time_and_its_schedule),
		in_town(an_offer_has_its_prices_its_time_and_its_merchants),
		in_town(nothing_in_it_ends_the_script_element),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
