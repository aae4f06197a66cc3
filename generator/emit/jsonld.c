#include "emit/jsonld.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/value.h"
#include "emit/dates.h"
#include "emit/graph.h"
#include "emit/jsonld_subject.h"
#include "guide/guide.h"
#include "theme/view.h"

static struct str
member(const struct value *context, const char *path)
{
	return value_str(value_at(context, path));
}

static void
website(struct graph *graph)
{
	const struct config *config = graph->run->guide->config;
	struct str home = run_url(graph->arena, graph->run, graph->lang, "", STR(""));

	graph_node(graph, "WebSite");
	graph_id(graph, graph_website(graph));
	json_field(&graph->json, "url", home);
	graph_text(graph, "name", &config->name);
	graph_text(graph, "description", &config->tagline);
	json_key(&graph->json, "inLanguage");
	json_list(&graph->json);
	for (size_t i = 0; i < config->languages_len; i++)
		json_text(&graph->json, str(lang_code(config->languages[i])));
	json_list_end(&graph->json);
	graph_reference(graph, "publisher", graph_publisher(graph));
	json_object_end(&graph->json);
}

/* `whole`: with what one must know to reach it. */
static void
publisher(struct graph *graph, bool whole)
{
	const struct config *config = graph->run->guide->config;
	const struct publisher *by = &config->publisher;
	struct address address = {
		.street = by->street,
		.postcode = by->postcode,
		.city = by->city,
	};

	graph_node(graph, "Organization");
	graph_id(graph, graph_publisher(graph));
	graph_text(graph, "name", text_is_empty(&by->name) ? &config->name : &by->name);
	json_field(&graph->json, "url",
	           by->website.len ? by->website
	                           : run_url(graph->arena, graph->run, graph->lang, "", STR("")));
	if (whole) {
		json_field(&graph->json, "email", by->email);
		json_field(&graph->json, "telephone", by->phone.e164);
		graph_address(graph, "address", &address);
		json_field(&graph->json, "vatID", by->vat);
	}
	json_object_end(&graph->json);
}

/* Positions count from 1; the last one is the page itself. */
static bool
breadcrumbs(struct graph *graph, struct str id, const struct value *crumbs)
{
	if (!crumbs || crumbs->kind != VALUE_LIST || crumbs->len == 0)
		return false;
	graph_node(graph, "BreadcrumbList");
	graph_id(graph, id);
	json_key(&graph->json, "itemListElement");
	json_list(&graph->json);
	for (uint32_t i = 0; i < crumbs->len; i++) {
		struct str path = member(crumbs->items[i], "path");

		graph_node(graph, "ListItem");
		json_key(&graph->json, "position");
		json_int(&graph->json, (int64_t)i + 1);
		json_field(&graph->json, "name", member(crumbs->items[i], "name"));
		json_field(&graph->json, "item", run_absolute(graph->arena, graph->run, path));
		json_object_end(&graph->json);
	}
	json_list_end(&graph->json);
	json_object_end(&graph->json);
	return true;
}

static void
webpage(struct graph *graph, const struct page_ref *page, const struct value *context,
        struct str main_entity)
{
	struct str url = run_absolute(graph->arena, graph->run, page->url);
	struct str crumbs = run_join(graph->arena, (struct str[]){ url, STR("#breadcrumb") }, 2);
	struct dates dates = dates_of(graph->arena, graph->run->guide, page->source, page->lang);
	bool has_crumbs = breadcrumbs(graph, crumbs, value_at(context, "page.breadcrumbs"));

	graph_node(graph, jsonld_page_type(graph->run, page));
	graph_id(graph, url);
	json_field(&graph->json, "url", url);
	json_field(&graph->json, "name", member(context, "page.title"));
	json_field(&graph->json, "description", member(context, "page.description"));
	json_field(&graph->json, "inLanguage", str(lang_code(page->lang)));
	graph_reference(graph, "isPartOf", graph_website(graph));
	if (has_crumbs)
		graph_reference(graph, "breadcrumb", crumbs);
	if (main_entity.len)
		graph_reference(graph, "mainEntity", main_entity);
	graph_day(graph, "lastReviewed", jsonld_page_reviewed(graph, page));
	json_field(&graph->json, "datePublished",
	           dates_text(graph->arena, graph->run, dates.created));
	json_field(&graph->json, "dateModified",
	           dates_text(graph->arena, graph->run, dates.changed));
	json_object_end(&graph->json);
}

void
jsonld_site(struct run *run, struct arena *arena)
{
	const struct config *config = run->guide->config;
	struct buf out = { 0 };
	struct graph graph;

	for (size_t i = 0; i < config->languages_len; i++) {
		graph_start(&graph, &out, arena, run, config->languages[i]);
		website(&graph);
		publisher(&graph, false);
		run->site_nodes[config->languages[i]] = arena_str(arena, buf_str(&out));
		buf_clear(&out);
	}
	buf_release(&out);
}

void
jsonld_page(struct buf *out, struct arena *scratch, const struct run *run,
            const struct page_ref *page, const struct value *context)
{
	struct graph graph;
	struct str main_entity;

	graph_start(&graph, out, scratch, run, page->lang);
	json_object(&graph.json);
	json_field(&graph.json, "@context", STR("https://schema.org"));
	json_key(&graph.json, "@graph");
	json_list(&graph.json);
	main_entity = jsonld_subject(&graph, page, context);
	webpage(&graph, page, context, main_entity);
	if (page->kind == PAGE_HOME || page->kind == PAGE_LEGAL) {
		website(&graph);
		publisher(&graph, true);
	} else {
		json_raw(&graph.json, run->site_nodes[page->lang]);
	}
	json_list_end(&graph.json);
	json_object_end(&graph.json);
}
