#include "card/schema.h"

#include "base/i18n.h"
#include "card/cards.h"

#define LISTED(member)                                                                             \
	.list = offsetof(struct cards, member), .count = offsetof(struct cards, member##_len)

static const struct schema_kind kinds[KIND_COUNT] = {
	[KIND_CONFIG] = { .name = "config",
	                  .schema = &schema_config,
	                  .label = { "Le site", "De site", "Die Site", "The site" },
	                  .help = { "quartier.yml, à la racine : ce qui vaut pour tout le guide.",
	                            "quartier.yml, in de hoofdmap: wat voor de hele gids geldt.",
	                            "quartier.yml, im Hauptordner: was für das ganze Verzeichnis gilt.",
	                            "quartier.yml, at the top: what holds for the whole guide." } },
	[KIND_MERCHANT] = { .name = "merchant",
	                    .folder = "merchants",
	                    .schema = &schema_merchant,
	                    LISTED(merchants),
	                    .label = { "Commerce", "Handelaar", "Geschäft", "Merchant" },
	                    .help = { "Un commerce, un artisan, un restaurant : une fiche chacun.",
	                              "Een winkel, ambacht of restaurant: elk een kaart.",
	                              "Ein Laden, Handwerk oder Restaurant: je eine Karte.",
	                              "A shop, a craft, a restaurant: a card each." } },
	[KIND_OFFER] = { .name = "offer",
	                 .folder = "offers",
	                 .schema = &schema_offer,
	                 LISTED(offers),
	                 .label = { "Bon plan", "Actie", "Angebot", "Offer" },
	                 .help = { "Une promotion d'un ou de plusieurs commerces, pour un temps.",
	                           "Een promotie van een of meer handelaars, voor een tijd.",
	                           "Ein zeitlich begrenztes Angebot eines oder mehrerer Geschäfte.",
	                           "A promotion by one or more merchants, for a time." } },
	[KIND_EVENT] = { .name = "event",
	                 .folder = "events",
	                 .schema = &schema_event,
	                 LISTED(events),
	                 .label = { "Événement", "Evenement", "Veranstaltung", "Event" },
	                 .help = { "Un marché, une fête, une braderie : ce qui a lieu un jour donné.",
	                           "Een markt, een feest, een braderie: wat op een dag plaatsvindt.",
	                           "Ein Markt, ein Fest: was an einem Tag stattfindet.",
	                           "A market, a party, a street sale: what happens on a day." } },
	[KIND_NEWS] = { .name = "news",
	                .folder = "news",
	                .schema = &schema_news,
	                LISTED(news),
	                .label = { "Actualité", "Nieuws", "Neuigkeit", "News" },
	                .help = { "Ce qui change dans le quartier.", "Wat er in de wijk verandert.",
	                          "Was sich im Viertel ändert.",
	                          "What changes in the neighbourhood." } },
	[KIND_PAGE] = { .name = "page",
	                .folder = "pages",
	                .schema = &schema_page,
	                LISTED(pages),
	                .label = { "Page", "Pagina", "Seite", "Page" },
	                .help = { "Une page libre : à propos, devenir membre.",
	                          "Een vrije pagina: over ons, lid worden.",
	                          "Eine freie Seite: über uns, Mitglied werden.",
	                          "A free page: about, become a member." } },
	[KIND_PLACE] = { .name = "place",
	                 .folder = "places",
	                 .schema = &schema_place,
	                 LISTED(places),
	                 .label = { "Lieu", "Plaats", "Ort", "Place" },
	                 .help = { "Un lieu utile : parking, arrêt de bus, toilettes, place du marché.",
	                           "Een nuttige plaats: parking, bushalte, toilet, marktplein.",
	                           "Ein nützlicher Ort: Parkplatz, Haltestelle, Toilette, Marktplatz.",
	                           "A useful place: car park, bus stop, toilets, market square." } },
	[KIND_ROUTE] = { .name = "route",
	                 .folder = "routes",
	                 .schema = &schema_route,
	                 LISTED(routes),
	                 .label = { "Promenade", "Wandeling", "Rundgang", "Route" },
	                 .help = { "Une promenade qui passe par des commerces et des lieux.",
	                           "Een wandeling langs handelaars en plaatsen.",
	                           "Ein Rundgang durch Geschäfte und Orte.",
	                           "A walk through merchants and places." } },
};

static const char *const type_names[AS_COUNT] = {
	[AS_TEXT] = N_("a text"),
	[AS_TEXTS] = N_("a list of texts"),
	[AS_PLAIN] = N_("a text"),
	[AS_BOOL] = N_("yes or no"),
	[AS_TRISTATE] = N_("yes or no"),
	[AS_CHOICE] = N_("a word of a fixed list"),
	[AS_COUNTRY] = N_("a country's code"),
	[AS_INT] = N_("a whole number"),
	[AS_SIZE] = N_("a size (a whole number, or 2 MiB)"),
	[AS_DATE] = N_("a date (2026-07-15)"),
	[AS_MOMENT] = N_("a date, with or without a time (2026-07-15 18:30)"),
	[AS_REPEAT] = N_("a rule of repetition (FREQ=WEEKLY;BYDAY=SA)"),
	[AS_MONEY] = N_("a price (3.20)"),
	[AS_PHONE] = N_("a phone number"),
	[AS_EMAIL] = N_("an e-mail address"),
	[AS_URL] = N_("a web address (https://…)"),
	[AS_BASE_URL] = N_("a web address (https://…)"),
	[AS_VAT] = N_("a VAT number"),
	[AS_OSM] = N_("an object of OpenStreetMap (node/123)"),
	[AS_OSM_TAG] = N_("a tag of OpenStreetMap (shop=bakery)"),
	[AS_COLOUR] = N_("a colour (\"#9a3412\")"),
	[AS_LOCATION] = N_("a latitude and a longitude ([50.3957, 3.7783])"),
	[AS_BOUNDS] = N_("four numbers ([south, west, north, east])"),
	[AS_FOCUS] = N_("two numbers from 0 to 1 ([0.5, 0.3])"),
	[AS_HOURS] = N_("opening hours (\"Mo-Fr 09:00-18:00\", or a map by days)"),
	[AS_WORDS] = N_("a word or a list of words"),
	[AS_SLUG] = N_("the name of a card"),
	[AS_SLUGS] = N_("the name of a card, or a list of them"),
	[AS_TERM] = N_("a word"),
	[AS_TERMS] = N_("a list of words ([one, two])"),
	[AS_LINKS] = N_("a map of names and addresses"),
	[AS_LANGUAGES] = N_("a list of languages ([fr, nl])"),
	[AS_FILE] = N_("a path in the repository"),
	[AS_PHOTO] = N_("the name of a photo's file"),
	[AS_PHOTOS] = N_("a list of photos"),
	[AS_MAP] = N_("a map ({key: value})"),
	[AS_ITEMS] = N_("a list of maps ([{key: value}])"),
	[AS_NAMED] = N_("a map of maps ({name: {key: value}})"),
};

size_t
schema_kind_count(void)
{
	return KIND_COUNT;
}

const struct schema_kind *
schema_kind(enum kind kind)
{
	return &kinds[kind];
}

enum kind
schema_kind_of_folder(struct str folder)
{
	for (int i = 0; i < KIND_COUNT; i++)
		if (kinds[i].folder && str_is(folder, kinds[i].folder))
			return (enum kind)i;
	return KIND_COUNT;
}

enum kind
schema_kind_of_name(struct str name)
{
	for (int i = 0; i < KIND_COUNT; i++)
		if (str_is(name, kinds[i].name))
			return (enum kind)i;
	return KIND_COUNT;
}

const struct field *
schema_fields(enum kind kind, size_t *count)
{
	*count = kinds[kind].schema->len;
	return kinds[kind].schema->fields;
}

const struct field *
schema_find(const struct schema *schema, struct str key)
{
	size_t from = 0, to = schema->len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_cmp(key, str(schema->fields[middle].key));

		if (order == 0)
			return &schema->fields[middle];
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

const struct field *
schema_ranked(const struct schema *schema, size_t rank)
{
	for (size_t i = 0; i < schema->len; i++)
		if (schema->fields[i].rank == rank)
			return &schema->fields[i];
	return NULL;
}

const char *
schema_type_name(enum field_type type)
{
	return type_names[type];
}
