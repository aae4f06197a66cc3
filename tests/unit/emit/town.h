/*
 * town: a small guide made by hand, two shops with everything and with nothing, for the tests of
 * what is written about them.
 */
#ifndef TESTS_UNIT_EMIT_TOWN_H
#define TESTS_UNIT_EMIT_TOWN_H

#include "../check.h"
#include "read_json.h"

#include "base/diag.h"
#include "base/zone.h"
#include "card/vocabulary.h"
#include "emit/business.h"
#include "emit/jsonld.h"
#include "emit/run.h"
#include "guide/guide.h"
#include "guide/openings.h"
#include "theme/mustache.h"
#include "theme/theme.h"
#include "theme/view.h"

#include <stdlib.h>

#define in_town(test) cmocka_unit_test_setup_teardown(test, town_build, town_clear)

struct town {
	struct arena *arena, *scratch;
	struct diag *diag;
	struct config config;
	struct merchant dumont, zoe;
	struct guide_merchant bakery, shop;
	struct guide_merchant *merchants[2];
	struct guide_category categories_of[2];
	struct guide_category *categories[2];
	struct guide_street street;
	struct guide_street *streets[1];
	struct offer offer_card;
	struct guide_offer offer;
	struct guide_offer *offers[1];
	struct event event_card;
	struct guide_event event;
	struct guide_event *events[1];
	struct news news_card;
	struct guide_news news;
	struct guide_news *news_list[1];
	struct closure closures[2];
	struct product products[1];
	struct guide guide;
	struct theme theme;
	struct views *views; /* NULL until town_views */
	struct businesses *businesses;
	struct run run;
	struct buf out;
};

static inline struct text
fr(const char *text)
{
	struct text t = { 0 };

	t.in[LANG_FR] = str(text);
	return t;
}

static inline struct text
fr_nl(const char *french, const char *dutch)
{
	struct text t = fr(french);

	t.in[LANG_NL] = str(dutch);
	return t;
}

static inline int
day(const char *iso)
{
	int d = DATE_NONE;

	assert_true(date_parse(str(iso), &d));
	return d;
}

static inline void
town_term(struct town *t, struct terms *terms, enum vocabulary which, const char *id)
{
	int found = vocabulary_find(which, str(id));

	assert_true(found >= 0);
	terms->items = arena_push(t->arena, terms->items, &terms->len, sizeof *terms->items);
	terms->items[terms->len - 1] = (uint16_t)found;
}

static inline void
town_link(struct town *t, struct links *links, enum vocabulary which, const char *id,
          const char *url)
{
	int found = vocabulary_find(which, str(id));

	assert_true(found >= 0);
	links->items = arena_push(t->arena, links->items, &links->len, sizeof *links->items);
	links->items[links->len - 1] = (struct link){ .kind = (uint16_t)found, .url = str(url) };
}

static inline void
town_texts(struct town *t, struct texts *texts, const char *text)
{
	texts->items = arena_push(t->arena, texts->items, &texts->len, sizeof *texts->items);
	texts->items[texts->len - 1] = fr(text);
}

static inline void
town_config(struct town *t)
{
	t->config = (struct config){
		.name = fr_nl("Quartier du Moulin", "Molenwijk"),
		.tagline = fr("Tout près"),
		.url = STR("https://example.org/guide/"),
		.languages = { LANG_FR, LANG_NL },
		.languages_len = 2,
		.timezone = STR("Europe/Brussels"),
		.country = STR("BE"),
		.place_city = fr("Dour"),
		.place_postcode = STR("7370"),
		.accent = STR("#9a3412"),
	};
	t->config.publisher.name = fr("Les Commerçants ASBL");
	t->config.publisher.email = STR("info@example.org");
}

/* A baker of whom everything is known. */
static inline void
town_dumont(struct town *t)
{
	struct merchant *m = &t->dumont;

	m->card.slug = STR("dumont");
	m->card.excerpt = fr("Une boulangerie comme autrefois.");
	m->card.body = fr("<p>Une boulangerie comme autrefois.</p>");
	m->name = fr("Boulangerie Dumont; pains, & fils");
	m->summary = fr_nl("Pain au levain", "Zuurdesembrood");
	m->address = (struct address){ .street = fr("Rue du Commerce 12"),
		                       .postcode = STR("7370"),
		                       .city = fr("Dour") };
	m->location = (struct location){ true, 50.3957, 3.7783 };
	m->phone =
		(struct phone){ STR("+3265123456"), STR("065 12 34 56"), STR("+32 65 12 34 56") };
	m->email = STR("pain@example.org");
	m->website = STR("https://dumont.example/");
	town_link(t, &m->social, VOCABULARY_SOCIAL, "facebook", "https://www.facebook.com/dumont");
	town_link(t, &m->links, VOCABULARY_LINKS, "booking", "https://dumont.example/table");
	town_link(t, &m->links, VOCABULARY_LINKS, "menu", "https://dumont.example/carte");
	town_term(t, &m->payment, VOCABULARY_PAYMENT, "cash");
	town_term(t, &m->payment, VOCABULARY_PAYMENT, "bancontact");
	town_term(t, &m->services, VOCABULARY_SERVICES, "delivery");
	town_term(t, &m->languages, VOCABULARY_LANGUAGES, "fr");
	m->accessibility = (struct accessibility){ WHEELCHAIR_LIMITED, ANSWER_YES, ANSWER_NO,
		                                   fr("Une marche") };
	hours_parse(&m->hours, t->arena,
	            STR("Tu-Th 07:00-18:30; Fr 07:00-18:30,22:00-02:00; Su 00:00-24:00"),
	            (struct pos){ 0 }, t->diag);
	t->closures[0] = (struct closure){ .from = day("2026-07-15"),
		                           .until = day("2026-08-01"),
		                           .reason = fr("Congés annuels") };
	t->closures[1] = (struct closure){ .from = day("2026-01-01"), .until = day("2026-01-02") };
	m->closures = t->closures;
	m->closures_len = 2;
	t->products[0] = (struct product){ .name = fr("Pain d'épeautre"),
		                           .unit = fr("pièce"),
		                           .price = { true, 320 },
		                           .available = 1 };
	m->products = t->products;
	m->products_len = 1;
	m->loyalty_stamps = 10;
	m->loyalty_reward = fr("Un pain offert");
	town_texts(t, &m->brands, "Valrhona");
	town_texts(t, &m->keywords, "levain");
	m->founded = 1962;
	m->vat = STR("BE0123456749");
	m->verified = day("2026-05-01");
	m->osm = STR("node/123456789");
}

static inline void
town_merchants(struct town *t)
{
	t->categories_of[0] = (struct guide_category){ .id = STR("bakery"),
		                                       .schema = STR("Bakery"),
		                                       .label = fr_nl("Boulangerie", "Bakkerij") };
	t->categories_of[1] = (struct guide_category){ .id = STR("museum"),
		                                       .schema = STR("Museum"),
		                                       .label = fr("Musée") };
	t->categories[0] = &t->categories_of[0];
	t->categories[1] = &t->categories_of[1];
	town_dumont(t);
	t->zoe.card.slug = STR("zoe");
	t->zoe.name = fr("Zoé");
	t->zoe.verified = DATE_NONE;
	t->bakery = (struct guide_merchant){
		.card = &t->dumont,
		.categories = t->categories,
		.categories_len = 2,
		.street = &t->street,
		.house_number = STR("12"),
		.location = t->dumont.location,
	};
	t->shop = (struct guide_merchant){
		.index = 1,
		.card = &t->zoe,
		.categories = t->categories + 1,
		.categories_len = 1,
	};
	t->merchants[0] = &t->bakery;
	t->merchants[1] = &t->shop;
	for (size_t i = 0; i < 2; i++) {
		t->categories_of[i].index = i;
		t->categories_of[i].merchants = t->merchants;
	}
	t->categories_of[0].merchants_len = 1;
	t->categories_of[1].merchants_len = 2;
	t->street = (struct guide_street){
		.slug = STR("rue-du-commerce"),
		.name = fr("Rue du Commerce"),
		.merchants = t->merchants,
		.merchants_len = 1,
	};
	t->streets[0] = &t->street;
}

static inline void
town_happenings(struct town *t)
{
	t->offer_card = (struct offer){
		.card = { .slug = STR("croissants"), .excerpt = fr("Deux pour un.") },
		.title = fr("Croissants <2 pour 1>"),
		.from = day("2026-06-01"),
		.until = day("2026-06-30"),
		.price = { true, 250 },
		.was = { true, 500 },
		.code = STR("PAIN"),
	};
	t->offer = (struct guide_offer){
		.card = &t->offer_card,
		.merchants = t->merchants,
		.merchants_len = 1,
	};
	t->offers[0] = &t->offer;
	t->event_card = (struct event){
		.card = { .slug = STR("marche"), .excerpt = fr("Le marché, toujours.") },
		.title = fr("Marché du samedi"),
		.start = { day("2026-05-02"), 480 },
		.end = { day("2026-05-02"), 780 },
		.price = { true, 0 },
		.address = { fr("Place du Moulin"), STR("7370"), fr("Dour"), { 0 } },
		.repeats = { .rule = STR("FREQ=WEEKLY;BYDAY=SA"),
		             .freq = REPEAT_WEEKLY,
		             .interval = 1,
		             .until = day("2026-12-31"),
		             .days = { { 5, 0 } },
		             .days_len = 1 },
	};
	t->event = (struct guide_event){ .card = &t->event_card,
		                         .next = { day("2026-06-13"), 480 },
		                         .next_end = { day("2026-06-13"), 780 } };
	t->events[0] = &t->event;
	t->news_card = (struct news){
		.card = { .slug = STR("travaux"),
		          .excerpt = fr("La rue rouvre."),
		          .body = fr("<p>La rue <a href=\"../x/\">rouvre</a> & \"bien\".</p>") },
		.title = fr("Fin des travaux\x01 \xef\xbf\xbe!"),
		.date = { day("2026-06-05"), -1 },
	};
	t->news = (struct guide_news){ .card = &t->news_card,
		                       .merchants = t->merchants,
		                       .merchants_len = 1 };
	t->news_list[0] = &t->news;
	t->bakery.offers = t->offers;
	t->bakery.offers_len = 1;
	t->bakery.news = t->news_list;
	t->bakery.news_len = 1;
}

static inline int
town_build(void **state)
{
	struct town *t = calloc(1, sizeof *t);
	bool missing;

	if (!t)
		return -1;
	t->arena = arena_new();
	t->scratch = arena_new();
	t->diag = diag_new();
	town_config(t);
	town_merchants(t);
	town_happenings(t);
	t->guide = (struct guide){
		.config = &t->config,
		.now = { day("2026-06-10"), 600 },
		.zone = zone_new(t->config.timezone, &missing),
		.next_utc = INT64_MAX,
		.merchants = t->merchants,
		.merchants_len = 2,
		.categories = t->categories,
		.categories_len = 2,
		.streets = t->streets,
		.streets_len = 1,
		.offers = t->offers,
		.offers_len = 1,
		.events = t->events,
		.events_len = 1,
		.news = t->news_list,
		.news_len = 1,
		.arena = t->arena,
	};
	openings_make(&t->guide);
	t->theme.name = STR("bare");
	t->run = (struct run){ .guide = &t->guide, .theme = &t->theme, .base_url = t->config.url };
	*state = t;
	return t->guide.zone ? 0 : -1;
}

static inline int
town_clear(void **state)
{
	struct town *t = *state;

	buf_release(&t->out);
	businesses_free(t->businesses);
	views_free(t->views);
	mustache_set_free(t->theme.templates);
	zone_free(t->guide.zone);
	diag_free(t->diag);
	arena_free(t->scratch);
	arena_free(t->arena);
	free(t);
	return 0;
}

/* A theme whose every template shows the page's address and its JSON-LD. */
static inline void
town_theme(struct town *t)
{
	static const char *const names[] = { "home",       "map",      "merchants", "merchant",
		                             "categories", "category", "streets",   "street",
		                             "offers",     "offer",    "events",    "event",
		                             "news-list",  "news",     "routes",    "route",
		                             "page",       "search",   "legal",     "404" };

	static const char html[] =
		"<!doctype html><title>{{page.title}}</title>{{page.url}}"
		"<script type=\"application/ld+json\">{{{page.head_jsonld}}}</script>\n";
	struct str text = str(html);

	t->theme.templates = mustache_set_new();
	for (size_t i = 0; i < countof(names); i++)
		assert_int_equal(mustache_add(t->theme.templates, str(names[i]), "bare.mustache",
		                              text, t->diag),
		                 0);
	assert_int_equal(mustache_link(t->theme.templates, t->diag), 0);
}

/* For what needs the views of all pages. */
static inline void
town_views(struct town *t)
{
	/* A bare theme has no texts, which the views report. */
	t->run.views = t->views = views_new(&t->guide, &t->theme, t->run.base_url, 1, t->diag);
	t->run.businesses = t->businesses = businesses_new(&t->run, 1);
	jsonld_site(&t->run, t->arena);
}

static inline const struct page_ref *
town_page(struct town *t, const char *path)
{
	const struct page_ref *page = views_find(t->views, str(path));

	assert_non_null(page);
	return page;
}

/* What a writer makes, as text. */
static inline struct str
written(struct town *t,
        void (*write)(struct buf *out, struct arena *scratch, const struct run *run,
                      const struct piece *piece),
        enum lang lang, const void *subject)
{
	struct piece piece = { .lang = lang, .subject = subject };

	buf_clear(&t->out);
	write(&t->out, t->scratch, &t->run, &piece);
	return buf_str(&t->out);
}

static inline bool
contains(struct str text, const char *part)
{
	return text.len > 0 && memmem(text.ptr, text.len, part, strlen(part)) != NULL;
}

static inline size_t
occurrences(struct str text, const char *part)
{
	size_t count = 0;

	for (const char *at = text.ptr, *end = text.ptr + text.len;
	     (at = memmem(at, (size_t)(end - at), part, strlen(part))) != NULL; at++)
		count++;
	return count;
}

#define assert_contains(text, part)                                                                \
	do {                                                                                       \
		struct str text_ = (text);                                                         \
		if (!contains(text_, part))                                                        \
			fail_msg("\"%s\" is not in:\n%.*s", part, STR_ARG(text_));                 \
	} while (0)
#endif
