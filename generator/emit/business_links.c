/* business_links: where else a merchant is on the web, and what one can do there. */
#include "emit/business.h"

#include "card/vocabulary.h"
#include "emit/graph.h"
#include "emit/schema_type.h"
#include "guide/guide.h"

/* What schema.org calls a link of that use; one that is not listed is the same shop elsewhere. */
enum link_use { LINK_SAME, LINK_ACTION, LINK_MENU, LINK_SUBJECT };

static const struct link_row {
	const char *id;
	enum link_use use;
	const char *type; /* of the action, or of the work about the shop */
} link_rows[] = {
	{ "shop", LINK_ACTION, "OrderAction" },        { "order", LINK_ACTION, "OrderAction" },
	{ "booking", LINK_ACTION, "ReserveAction" },   { "menu", LINK_MENU, "CreativeWork" },
	{ "catalogue", LINK_SUBJECT, "CreativeWork" }, { "video", LINK_SUBJECT, "VideoObject" },
	{ "press", LINK_SUBJECT, "Article" },
};

static const struct link_row *
row_of(const struct link *link)
{
	static const struct link_row same = { "", LINK_SAME, NULL };
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_LINKS, &count);

	for (size_t i = 0; link->kind < count && i < countof(link_rows); i++)
		if (str_is(str(known[link->kind].id), link_rows[i].id))
			return &link_rows[i];
	return &same;
}

static enum link_use
use_of(const struct link *link, bool food)
{
	enum link_use use = row_of(link)->use;

	return use == LINK_MENU && !food ? LINK_SUBJECT : use;
}

static void
same_as(struct graph *graph, const struct merchant *card)
{
	struct str osm[] = { STR("https://www.openstreetmap.org/"), card->osm };

	json_key(&graph->json, "sameAs");
	json_list(&graph->json);
	if (card->website.len)
		json_text(&graph->json, card->website);
	for (size_t i = 0; i < card->social.len; i++)
		json_text(&graph->json, card->social.items[i].url);
	for (size_t i = 0; i < card->links.len; i++)
		if (use_of(&card->links.items[i], false) == LINK_SAME)
			json_text(&graph->json, card->links.items[i].url);
	if (card->osm.len)
		json_text(&graph->json, run_join(graph->arena, osm, countof(osm)));
	json_list_end(&graph->json);
}

static bool
has_same(const struct merchant *card)
{
	bool found = card->website.len || card->social.len || card->osm.len;

	for (size_t i = 0; !found && i < card->links.len; i++)
		found = use_of(&card->links.items[i], false) == LINK_SAME;
	return found;
}

static void
link_node(struct graph *graph, const struct link *link, enum link_use use)
{
	if (use == LINK_MENU) {
		json_text(&graph->json, link->url);
		return;
	}
	graph_node(graph, row_of(link)->type);
	json_field(&graph->json, use == LINK_ACTION ? "target" : "url", link->url);
	json_object_end(&graph->json);
}

/* All links of one use under its key. */
static void
links(struct graph *graph, const struct merchant *card, bool food, enum link_use use,
      const char *key)
{
	size_t written = 0;

	for (size_t i = 0; i < card->links.len; i++) {
		if (use_of(&card->links.items[i], food) != use)
			continue;
		if (written++ == 0) {
			json_key(&graph->json, key);
			json_list(&graph->json);
		}
		link_node(graph, &card->links.items[i], use);
	}
	if (written > 0)
		json_list_end(&graph->json);
}

void
business_links(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;
	bool food = schema_type_is_food(merchant->categories[0]->schema);

	if (has_same(card))
		same_as(graph, card);
	links(graph, card, food, LINK_ACTION, "potentialAction");
	links(graph, card, food, LINK_MENU, "hasMenu");
	links(graph, card, food, LINK_SUBJECT, "subjectOf");
}
