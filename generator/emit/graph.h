#ifndef EMIT_GRAPH_H
#define EMIT_GRAPH_H
/*
 * graph: the JSON-LD of a page while it is being written, and the small nodes that all others use.
 *
 * Format  JSON-LD 1.1 with the vocabulary of schema.org. A thing that has a page is named by the
 *         address of that page in the site's first language and a fragment
 *         ("…/merchants/dumont/#business"), so that it is one thing in every language; `url` is the
 *         page in the reader's.
 * Texts   in the page's language where there is one, else the site's first.
 */
#include "base/json.h"
#include "card/card.h"
#include "emit/run.h"

struct photo;
struct photos;

struct graph {
	struct json json;
	struct arena *arena; /* scratch */
	const struct run *run;
	enum lang lang;
	bool listed; /* among others: only what tells them apart */
};

void graph_start(struct graph *graph, struct buf *out, struct arena *arena, const struct run *run,
                 enum lang lang);
/* Opens an object with that "@type"; json_object_end closes it. */
void graph_node(struct graph *graph, const char *type);
void graph_id(struct graph *graph, struct str id);
void graph_reference(struct graph *graph, const char *key, struct str id); /* {"@id": …} */
void graph_text(struct graph *graph, const char *key, const struct text *text);
void graph_day(struct graph *graph, const char *key, int day); /* DATE_NONE: nothing */
void graph_price(struct graph *graph, struct money price);     /* price, priceCurrency */
/* A PropertyValue {propertyID, value} inside a list. */
void graph_property(struct graph *graph, const char *id, struct str value);
/* PostalAddress; `address` NULL: the neighbourhood's. Nothing where nothing is known. */
void graph_address(struct graph *graph, const char *key, const struct address *address);
void graph_geo(struct graph *graph, const struct location *location);
/* "image": all that can be shown, the main one first; of a listed node that alone. `flyer` may be NULL. */
void graph_images(struct graph *graph, const struct photos *photos, const struct photo *flyer);
void graph_organization(struct graph *graph, const char *key, struct str name);

/* The id of the thing on a page: graph_name(g, "merchants", slug, "business"). */
struct str
graph_name(const struct graph *graph, const char *folder, struct str slug, const char *fragment);
struct str graph_publisher(const struct graph *graph);
struct str graph_website(const struct graph *graph);
#endif
