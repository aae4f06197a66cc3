#include "emit/business.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/vocabulary.h"
#include "emit/graph.h"
#include "emit/image.h"
#include "emit/jsonld_hours.h"
#include "emit/jsonld_offer.h"
#include "emit/schema_type.h"
#include "guide/guide.h"
#include "theme/format.h"

struct str
business_id(const struct graph *graph, const struct guide_merchant *merchant)
{
	return graph_name(graph, "merchants", merchant->card->card.slug, "business");
}

/* The main category's type; one that is no business (a museum, a car park) stands beside it. */
static void
type(struct graph *graph, const struct guide_merchant *merchant)
{
	struct str schema = merchant->categories[0]->schema;

	if (schema_type_is_business(schema)) {
		json_field(&graph->json, "@type", schema);
	} else if (!schema_type_is_name(schema) || str_is(schema, "Place") ||
	           str_is(schema, "Organization") || str_is(schema, "Thing")) {
		json_field(&graph->json, "@type", STR("LocalBusiness"));
	} else {
		json_key(&graph->json, "@type");
		json_list(&graph->json);
		json_text(&graph->json, STR("LocalBusiness"));
		json_text(&graph->json, schema);
		json_list_end(&graph->json);
	}
}

/* Types of the further categories, where they say something new. */
static void
additional_types(struct graph *graph, const struct guide_merchant *merchant)
{
	struct str first = merchant->categories[0]->schema;
	size_t written = 0;

	for (size_t i = 1; i < merchant->categories_len; i++) {
		struct str schema = merchant->categories[i]->schema;

		if (!schema_type_is_name(schema) || str_eq(schema, first) ||
		    str_is(schema, "LocalBusiness"))
			continue;
		if (written++ == 0) {
			json_key(&graph->json, "additionalType");
			json_list(&graph->json);
		}
		json_text(&graph->json,
		          arena_printf(graph->arena, "https://schema.org/%.*s", STR_ARG(schema)));
	}
	if (written > 0)
		json_list_end(&graph->json);
}

static void
head(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	json_object(&graph->json);
	type(graph, merchant);
	graph_id(graph, business_id(graph, merchant));
	graph_text(graph, "name", &card->name);
	json_field(&graph->json, "url",
	           run_url(graph->arena, graph->run, graph->lang, "merchants", card->card.slug));
}

void
business_brief(struct graph *graph, const struct guide_merchant *merchant, bool place)
{
	head(graph, merchant);
	if (place) {
		graph_address(graph, "address", &merchant->card->address);
		graph_geo(graph, &merchant->location);
	}
	json_object_end(&graph->json);
}

/* Categories and keywords, as one text with commas. */
static void
keywords(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct texts *words = &merchant->card->keywords;
	struct buf list = { 0 };

	for (size_t i = 0; i < merchant->categories_len; i++) {
		buf_adds(&list, i > 0 ? ", " : "");
		buf_add(&list, run_text(graph->run, graph->lang, &merchant->categories[i]->label));
	}
	for (size_t i = 0; i < words->len; i++) {
		buf_adds(&list, list.len ? ", " : "");
		buf_add(&list, run_text(graph->run, graph->lang, &words->items[i]));
	}
	json_field(&graph->json, "keywords", buf_str(&list));
	buf_release(&list);
}

static void
position(struct graph *graph, const struct guide_merchant *merchant)
{
	graph_address(graph, "address", &merchant->card->address);
	graph_geo(graph, &merchant->location);
}

static void
map_link(struct graph *graph, const struct guide_merchant *merchant)
{
	if (merchant->location.set) {
		struct str lat = format_degrees(graph->arena, merchant->location.latitude);
		struct str lon = format_degrees(graph->arena, merchant->location.longitude);
		struct str url[] = {
			STR("https://www.openstreetmap.org/?mlat="),
			lat,
			STR("&mlon="),
			lon,
			STR("#map=19/"),
			lat,
			STR("/"),
			lon,
		};

		json_field(&graph->json, "hasMap", run_join(graph->arena, url, countof(url)));
	}
}

/* The labels of a merchant's terms in the page's language. */
static const char *
label(const struct graph *graph, const struct term *term)
{
	return term->label[graph->lang] ? term->label[graph->lang] : term->id;
}

static void
payment(struct graph *graph, const struct terms *terms)
{
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_PAYMENT, &count);
	struct buf list = { 0 };

	for (size_t i = 0; i < terms->len; i++) {
		if (terms->items[i] >= count)
			continue;
		buf_adds(&list, list.len ? ", " : "");
		buf_adds(&list, label(graph, &known[terms->items[i]]));
	}
	json_field(&graph->json, "paymentAccepted", buf_str(&list));
	json_field(&graph->json, "currenciesAccepted", STR("EUR"));
	buf_release(&list);
}

static void
languages(struct graph *graph, const struct terms *terms)
{
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_LANGUAGES, &count);

	if (terms->len == 0)
		return;
	json_key(&graph->json, "knowsLanguage");
	json_list(&graph->json);
	for (size_t i = 0; i < terms->len; i++)
		if (terms->items[i] < count)
			json_text(&graph->json, str(known[terms->items[i]].id));
	json_list_end(&graph->json);
}

static void
feature_head(struct graph *graph, const char *id, struct str name)
{
	graph_node(graph, "LocationFeatureSpecification");
	json_field(&graph->json, "propertyID", str(id));
	json_field(&graph->json, "name", name);
	json_key(&graph->json, "value");
}

static void
yes_no(struct graph *graph, const char *id, enum answer answer)
{
	if (answer == ANSWER_UNKNOWN)
		return;
	feature_head(graph, id, str(id));
	json_bool(&graph->json, answer == ANSWER_YES);
	json_object_end(&graph->json);
}

/* Named as OpenStreetMap names them. */
static void
accessibility(struct graph *graph, const struct accessibility *access)
{
	static const char *const wheelchair[] = { NULL, "yes", "limited", "no" };

	if (access->wheelchair != WHEELCHAIR_UNKNOWN) {
		feature_head(graph, "wheelchair", STR("wheelchair"));
		json_text(&graph->json, str(wheelchair[access->wheelchair]));
		json_object_end(&graph->json);
	}
	yes_no(graph, "toilets:wheelchair", access->toilets_wheelchair);
	yes_no(graph, "hearing_loop", access->hearing_loop);
	if (!text_is_empty(&access->notes)) {
		feature_head(graph, "wheelchair:description", STR("wheelchair:description"));
		json_text(&graph->json, run_text(graph->run, graph->lang, &access->notes));
		json_object_end(&graph->json);
	}
}

static bool
has_access(const struct accessibility *access)
{
	return access->wheelchair != WHEELCHAIR_UNKNOWN ||
	       access->toilets_wheelchair != ANSWER_UNKNOWN ||
	       access->hearing_loop != ANSWER_UNKNOWN || !text_is_empty(&access->notes);
}

static void
amenities(struct graph *graph, const struct merchant *card)
{
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_SERVICES, &count);

	if (card->services.len == 0 && !has_access(&card->accessibility))
		return;
	json_key(&graph->json, "amenityFeature");
	json_list(&graph->json);
	for (size_t i = 0; i < card->services.len; i++) {
		const struct term *term =
			card->services.items[i] < count ? &known[card->services.items[i]] : NULL;

		if (!term)
			continue;
		feature_head(graph, term->id, str(label(graph, term)));
		json_bool(&graph->json, true);
		json_object_end(&graph->json);
	}
	accessibility(graph, &card->accessibility);
	json_list_end(&graph->json);
}

static void
brands(struct graph *graph, const struct texts *texts)
{
	if (texts->len == 0)
		return;
	json_key(&graph->json, "brand");
	json_list(&graph->json);
	for (size_t i = 0; i < texts->len; i++) {
		graph_node(graph, "Brand");
		graph_text(graph, "name", &texts->items[i]);
		json_object_end(&graph->json);
	}
	json_list_end(&graph->json);
}

/* What schema.org has no word for: being closed for a while, the loyalty card. */
static void
further(struct graph *graph, const struct merchant *card)
{
	static const char *const states[] = {
		[STATUS_OPEN] = NULL,
		[STATUS_CLOSED_TEMPORARILY] = "closed-temporarily",
		[STATUS_OPENING_SOON] = "opening-soon",
		[STATUS_CLOSED] = "closed",
	};
	bool loyal = card->loyalty_stamps > 0 || !text_is_empty(&card->loyalty_reward);

	if (!states[card->status] && !loyal)
		return;
	json_key(&graph->json, "additionalProperty");
	json_list(&graph->json);
	if (states[card->status])
		graph_property(graph, "status", str(states[card->status]));
	if (card->loyalty_stamps > 0)
		graph_property(graph, "loyalty-stamps",
		               arena_printf(graph->arena, "%d", card->loyalty_stamps));
	if (!text_is_empty(&card->loyalty_reward))
		graph_property(graph, "loyalty-reward",
		               run_text(graph->run, graph->lang, &card->loyalty_reward));
	json_list_end(&graph->json);
}

static void
facts(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	json_field(&graph->json, "telephone", card->phone.e164);
	json_field(&graph->json, "email", card->email);
	jsonld_hours(graph, merchant);
	jsonld_special_hours(graph, merchant);
	payment(graph, &card->payment);
	languages(graph, &card->languages);
	amenities(graph, card);
	brands(graph, &card->brands);
	if (card->founded)
		json_field(&graph->json, "foundingDate",
		           arena_printf(graph->arena, "%04d", card->founded));
	json_field(&graph->json, "vatID", card->vat);
	further(graph, card);
}

/* A description, if only the short one; the short one is the slogan beside a longer. */
static void
description(struct graph *graph, const struct merchant *card)
{
	bool longer = !text_is_empty(&card->card.excerpt);

	graph_text(graph, "description", longer ? &card->card.excerpt : &card->summary);
	if (longer)
		graph_text(graph, "slogan", &card->summary);
}

/* Photos of which the card says who took them: for the others, their addresses under `image` say enough. */
static void
photos(struct graph *graph, const struct photos *all)
{
	size_t written = 0;

	for (size_t i = 0; i < all->len; i++) {
		struct image image = image_of_photo(graph->arena, graph->run, graph->lang,
		                                    &all->items[i], IMAGE_LARGEST);

		if (image.url.len == 0 || all->items[i].credit.len == 0)
			continue;
		if (written++ == 0) {
			json_key(&graph->json, "photo");
			json_list(&graph->json);
		}
		graph_node(graph, "ImageObject");
		json_field(&graph->json, "contentUrl", image.url);
		json_key(&graph->json, "width");
		json_int(&graph->json, image.width);
		json_key(&graph->json, "height");
		json_int(&graph->json, image.height);
		json_field(&graph->json, "caption", image.alt);
		json_field(&graph->json, "creditText", all->items[i].credit);
		json_object_end(&graph->json);
	}
	if (written > 0)
		json_list_end(&graph->json);
}

void
business_listed(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	graph->listed = true;
	head(graph, merchant);
	graph_images(graph, &card->photos, NULL);
	graph_text(graph, "description",
	           text_is_empty(&card->summary) ? &card->card.excerpt : &card->summary);
	position(graph, merchant);
	json_field(&graph->json, "telephone", card->phone.e164);
	jsonld_hours(graph, merchant);
	json_object_end(&graph->json);
}

void
business_write(struct graph *graph, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	head(graph, merchant);
	additional_types(graph, merchant);
	graph_images(graph, &card->photos, NULL);
	photos(graph, &card->photos);
	description(graph, card);
	keywords(graph, merchant);
	position(graph, merchant);
	map_link(graph, merchant);
	facts(graph, merchant);
	business_links(graph, merchant);
	jsonld_makes_offer(graph, merchant);
	json_object_end(&graph->json);
}
