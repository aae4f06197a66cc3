#include "emit/graph.h"

#include "base/arena.h"
#include "emit/image.h"
#include "guide/guide.h"
#include "theme/format.h"

void
graph_start(struct graph *graph, struct buf *out, struct arena *arena, const struct run *run,
            enum lang lang)
{
	*graph = (struct graph){ .arena = arena, .run = run, .lang = lang };
	json_start(&graph->json, out, false);
}

void
graph_node(struct graph *graph, const char *type)
{
	json_object(&graph->json);
	json_field(&graph->json, "@type", str(type));
}

void
graph_id(struct graph *graph, struct str id)
{
	json_field(&graph->json, "@id", id);
}

void
graph_reference(struct graph *graph, const char *key, struct str id)
{
	json_key(&graph->json, key);
	json_object(&graph->json);
	graph_id(graph, id);
	json_object_end(&graph->json);
}

void
graph_text(struct graph *graph, const char *key, const struct text *text)
{
	json_field(&graph->json, key, run_text(graph->run, graph->lang, text));
}

void
graph_day(struct graph *graph, const char *key, int day)
{
	if (day != DATE_NONE)
		json_field(&graph->json, key, format_iso_day(graph->arena, day));
}

void
graph_price(struct graph *graph, struct money price)
{
	if (!price.set)
		return;
	json_field(&graph->json, "price", money_decimal(graph->arena, price));
	json_field(&graph->json, "priceCurrency", STR("EUR")); /* card/money.h */
}

void
graph_property(struct graph *graph, const char *id, struct str value)
{
	graph_node(graph, "PropertyValue");
	json_field(&graph->json, "propertyID", str(id));
	json_field(&graph->json, "value", value);
	json_object_end(&graph->json);
}

void
graph_address(struct graph *graph, const char *key, const struct address *address)
{
	const struct config *config = graph->run->guide->config;
	const struct text *city = address ? &address->city : &config->place_city;
	struct str postcode = address ? address->postcode : config->place_postcode;

	bool has_street = address && !text_is_empty(&address->street);

	if (postcode.len == 0 && text_is_empty(city) && !has_street)
		return;
	json_key(&graph->json, key);
	graph_node(graph, "PostalAddress");
	if (has_street)
		graph_text(graph, "streetAddress", &address->street);
	json_field(&graph->json, "postalCode", postcode);
	graph_text(graph, "addressLocality", city);
	json_field(&graph->json, "addressCountry", config->country);
	json_object_end(&graph->json);
}

void
graph_geo(struct graph *graph, const struct location *location)
{
	if (!location->set)
		return;
	json_key(&graph->json, "geo");
	graph_node(graph, "GeoCoordinates");
	json_key(&graph->json, "latitude");
	json_number(&graph->json, format_degrees(graph->arena, location->latitude));
	json_key(&graph->json, "longitude");
	json_number(&graph->json, format_degrees(graph->arena, location->longitude));
	json_object_end(&graph->json);
}

static struct image
largest(struct graph *graph, const struct photo *photo)
{
	return image_of_photo(graph->arena, graph->run, graph->lang, photo, IMAGE_LARGEST);
}

void
graph_images(struct graph *graph, const struct photos *photos, const struct photo *flyer)
{
	const struct photo *main = image_first(graph->run, photos, flyer);

	if (!main)
		return;
	if (graph->listed) {
		json_field(&graph->json, "image", largest(graph, main).url);
		return;
	}
	json_key(&graph->json, "image");
	json_list(&graph->json);
	for (size_t i = 0; i <= photos->len; i++) {
		const struct photo *photo = i < photos->len ? &photos->items[i] : flyer;
		struct str url = largest(graph, photo).url;

		if (url.len > 0)
			json_text(&graph->json, url);
	}
	json_list_end(&graph->json);
}

void
graph_organization(struct graph *graph, const char *key, struct str name)
{
	if (name.len == 0) {
		graph_reference(graph, key, graph_publisher(graph));
		return;
	}
	json_key(&graph->json, key);
	graph_node(graph, "Organization");
	json_field(&graph->json, "name", name);
	json_object_end(&graph->json);
}

struct str
graph_name(const struct graph *graph, const char *folder, struct str slug, const char *fragment)
{
	struct str parts[] = {
		run_url(graph->arena, graph->run, run_main_lang(graph->run), folder, slug),
		STR("#"),
		str(fragment),
	};

	return run_join(graph->arena, parts, countof(parts));
}

struct str
graph_publisher(const struct graph *graph)
{
	return graph_name(graph, "", STR(""), "publisher");
}

struct str
graph_website(const struct graph *graph)
{
	return graph_name(graph, "", STR(""), "website");
}
