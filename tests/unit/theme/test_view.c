#include "../guide/fixture.h"
#include "members.h"

#include "base/value.h"
#include "theme/icon.h"
#include "theme/texts.h"
#include "theme/theme.h"
#include "theme/view.h"

#define NB "\u00a0"

static const char texts_fr[] =
	"nav_merchants: Commerces\nnav_map: Plan\nnav_offers: Bons plans\nbreadcrumb_home: Accueil\n"
	"title_merchants: Tous les commerces\ntitle_offers: Bons plans\ntitle_legal: Mentions légales\n"
	"description_merchants: '{count}, {site}'\ncount_merchants: {one: '{count} commerce', other: '{count} commerces'}\n"
	"description_merchant: '{name}, {categories}, {address}. {site}.'\n"
	"description_category: '{category}, {count}'\nfeed_merchant: '{name} sur {site}'\n"
	"hours_closed: fermé\nhours_all_day: 24 h sur 24\nhours_holidays_closed: Fermé les jours fériés\n"
	"status_open: Ouvert\nstatus_closed_temporarily: Fermé temporairement\nfree: Gratuit\n"
	"loyalty: {one: '{reward} après {count} cachet', other: '{reward} après {count} cachets'}\n"
	"founded: 'Depuis {year}'\nverified: 'Vérifié le {date}'\nall_merchants: Tous les commerces\n"
	"wheelchair_limited: Accès limité\ncount_stops: {one: '{count} étape', other: '{count} étapes'}\n";
static const char texts_nl[] =
	"nav_merchants: Handelaars\nbreadcrumb_home: Start\ncount_merchants: {one: '{count} winkel', other: '{count} winkels'}\n";

struct stage {
	struct fixture *f;
	struct theme theme;
	struct theme_asset assets[2];
	struct views *views;
};

static int
setup(void **state)
{
	struct stage *s = mem_alloc(sizeof *s);
	void *fixture;

	fixture_setup(&fixture);
	s->f = fixture;
	s->assets[0] = (struct theme_asset){ .name = STR("map/leaflet.js"),
		                             .path = STR("assets/map/leaflet.12.js") };
	s->assets[1] = (struct theme_asset){ .name = STR("style.css"),
		                             .path = STR("assets/style.34.css") };
	s->theme = (struct theme){ .assets = s->assets, .assets_len = 2 };
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct stage *s = *state;
	void *fixture = s->f;

	views_free(s->views);
	fixture_teardown(&fixture);
	free(s);
	return 0;
}

static void
build(struct stage *s, unsigned jobs)
{
	struct texts_catalogue catalogues[LANG_COUNT] = { 0 };
	struct diag *ignored = diag_new(); /* phrases that these tests do not look at */

	assert_int_equal(fixture_make(s->f, "2026-07-20T12:00", false), 0);
	assert_int_equal(texts_read(&catalogues[LANG_FR], s->f->arena, str(texts_fr), "fr.yml",
	                            false, s->f->diag),
	                 0);
	assert_int_equal(texts_read(&catalogues[LANG_NL], s->f->arena, str(texts_nl), "nl.yml",
	                            false, s->f->diag),
	                 0);
	texts_complete(catalogues, s->f->arena, s->f->cards.config.languages, 2, ignored);
	for (int lang = 0; lang < LANG_COUNT; lang++)
		s->theme.texts[lang] = catalogues[lang].map;
	views_free(s->views);
	s->views = views_new(&s->f->guide, &s->theme, STR("https://example.org/guide/"), jobs,
	                     ignored);
	diag_free(ignored);
}

static const struct value *
context(struct stage *s, const char *url)
{
	const struct page_ref *page = views_find(s->views, str(url));

	assert_non_null(page);
	return view_page(s->f->arena, s->views, page);
}

static const char *
at(struct stage *s, const struct value *from, const char *path)
{
	return member_at(s->f->arena, from, path);
}

static struct merchant *
dumont(struct stage *s)
{
	struct fixture *f = s->f;
	struct merchant *m = fixture_merchant(f, "dumont", "Boulangerie Dumont", "bakery pastry",
	                                      "Rue du Commerce 12");
	static uint16_t cash[] = { 0 };
	static struct link facebook = { .url = STR("https://www.facebook.com/dumont/") };
	static struct closure closures[3];
	static struct product bread = { .price = { true, 320 }, .available = 1 };

	m->address.postcode = STR("7370");
	m->address.city.in[LANG_FR] = STR("Dour");
	m->summary.in[LANG_FR] = STR("Pain au levain");
	m->summary.in[LANG_NL] = STR("Zuurdesembrood");
	m->location = (struct location){ true, 50.3957, 3.7783 };
	phone_parse(&m->phone, f->arena, STR("065 12 34 56"), STR("BE"));
	m->website = STR("https://www.example.org/shop");
	hours_parse(&m->hours, f->arena, STR("Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off"),
	            (struct pos){ 0 }, f->diag);
	m->payment = (struct terms){ cash, 1 };
	m->social = (struct links){ &facebook, 1 };
	closures[0] = (struct closure){ .from = fixture_day("2026-12-24"), .until = DATE_NONE };
	closures[1] = (struct closure){ .from = fixture_day("2026-07-15"),
		                        .until = fixture_day("2026-08-01") };
	closures[2] = (struct closure){ .from = fixture_day("2026-01-01"),
		                        .until = fixture_day("2026-01-15") };
	closures[1].reason.in[LANG_FR] = STR("Congés annuels");
	m->closures = closures;
	m->closures_len = 3;
	m->accessibility.wheelchair = WHEELCHAIR_LIMITED;
	bread.name.in[LANG_FR] = STR("Pain d'épeautre");
	m->products = &bread;
	m->products_len = 1;
	m->loyalty_stamps = 10;
	m->loyalty_reward.in[LANG_FR] = STR("Un pain offert");
	m->founded = 1962;
	m->verified = fixture_day("2026-05-01");
	m->osm = STR("node/123");
	return m;
}

static void
a_merchant_is_seen_as_it_is(void **state)
{
	struct stage *s = *state;

	dumont(s);
	build(s, 1);
	ASSERT_MEMBERS(
		s, views_merchant(s->views, LANG_FR, 0), { "slug", "dumont" },
		{ "name", "Boulangerie Dumont" }, { "name_lang", "null" },
		{ "url", "/guide/merchants/dumont/" }, { "summary", "Pain au levain" },
		{ "category.label", "Boulangerie" },
		{ "category.url", "/guide/categories/bakery/" }, { "categories.1.id", "pastry" },
		{ "category_ids", "bakery pastry" }, { "icon", "bakery" },
		{ "category.drawing", "drawings/bakery" },
		{ "address.line", "Rue du Commerce 12, 7370 Dour" },
		{ "address.street_url", "/guide/streets/rue-du-commerce/" },
		{ "location.geo", "geo:50.3957,3.7783" }, { "phone.display", "065 12 34 56" },
		{ "phone.uri", "tel:+3265123456" }, { "website_label", "example.org" },
		{ "email", "absent" }, { "hours.known", "true" },
		{ "hours.days.5.text", "7" NB "h – 17" NB "h" }, { "hours.days.6.text", "fermé" },
		{ "hours.days.0.spans.0.close", "18:30" },
		{ "hours.groups.0.days", "lundi – vendredi" }, { "hours.groups.2.closed", "true" },
		{ "hours.holidays_text", "Fermé les jours fériés" }, { "status.open", "true" },
		{ "closures.0.text", "du 15 juillet au 1er août 2026" },
		{ "closures.0.current", "true" },
		{ "closures.1.text", "à partir du 24 décembre 2026" },
		{ "closures.1.until", "absent" }, { "closures.2", "absent" },
		{ "closed_now", "true" }, { "payment.0.id", "cash" },
		{ "accessibility.wheelchair_text", "Accès limité" },
		{ "products.0.price", "3,20" NB "€" }, { "products.0.available_yes", "true" },
		{ "loyalty.text", "Un pain offert après 10 cachets" },
		{ "founded_text", "Depuis 1962" }, { "verified_text", "Vérifié le 1er mai 2026" },
		{ "osm.url", "https://www.openstreetmap.org/node/123" },
		{ "vcf", "/guide/merchants/dumont/dumont.vcf" },
		{ "filter",
	          "boulangerie dumont boulangerie patisserie pain au levain rue du commerce 12 pain d epeautre" });
}

static void
another_language_marks_what_is_not_in_it(void **state)
{
	struct stage *s = *state;

	dumont(s);
	build(s, 1);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_NL, 0), { "name", "Boulangerie Dumont" },
	               { "name_lang", "fr" }, { "summary", "Zuurdesembrood" },
	               { "summary_lang", "absent" }, { "url", "/guide/nl/merchants/dumont/" },
	               { "category.label", "Bakkerij" },
	               { "hours.groups.0.text", "7.00 – 18.30" NB "uur" },
	               { "closures.0.reason_lang", "fr" }, { "products.0.price", "€" NB "3,20" },
	               { "category.count_text", "1 winkel" });
}

static struct merchant *
keeps(struct stage *s, const char *slug, const char *hours)
{
	struct merchant *m = fixture_merchant(s->f, slug, slug, "bakery", NULL);

	hours_parse(&m->hours, s->f->arena, str(hours), (struct pos){ 0 }, s->f->diag);
	return m;
}

static void
hours_that_are_the_same_are_one_value(void **state)
{
	struct stage *s = *state;
	const struct value *one, *other;

	keeps(s, "first", "Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off");
	keeps(s, "second", "Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off");
	keeps(s, "third", "quand il fait beau");
	build(s, 1);
	one = value_get(views_merchant(s->views, LANG_FR, 0), STR("hours"));
	other = value_get(views_merchant(s->views, LANG_FR, 1), STR("hours"));
	assert_ptr_equal(one, other);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 2), { "hours.unknown", "true" },
	               { "hours.text", "quand il fait beau" }, { "hours.days", "absent" },
	               { "open_data", "null" });
}

static void
hours_are_said_as_on_the_door(void **state)
{
	struct stage *s = *state;

	keeps(s, "a", "Mo 14:00-18:00; Tu-Sa 09:00-12:00,14:00-18:00; PH off");
	keeps(s, "b", "Mo-Fr 09:00-18:00; Th[1] 09:00-20:00; Aug 10-14 off");
	keeps(s, "c", "Mo-Fr 08:00-12:00 || \"sur appel\"")->status = STATUS_OPENING_SOON;
	keeps(s, "d", "Mar-Aug Mo-Fr 09:00-18:00; Sep-Feb Mo-Fr 10:00-16:00");
	keeps(s, "e", "sunrise-sunset");
	build(s, 1);
	ASSERT_MEMBERS(
		s, views_merchant(s->views, LANG_FR, 0),
		{ "hours.sentence",
	          "lundi–samedi 9" NB "h–12" NB "h, 14" NB "h–18" NB "h, fermé le lundi matin" },
		{ "hours.exceptions.0.day", "mardi 21 juillet" },
		{ "hours.exceptions.0.date", "2026-07-21" },
		{ "hours.exceptions.0.name", "Fête nationale" },
		{ "hours.exceptions.0.text", "fermé" }, { "hours.exceptions.0.closed", "true" },
		{ "hours.exceptions.0.ends", "2026-07-22T00:00:00+02:00" },
		{ "hours.exceptions.1.name", "Assomption" }, { "hours.exceptions.2", "absent" },
		{ "hours.has_exceptions", "true" }, { "hours.seasons", "absent" },
		{ "open_data", "1 1400-1800;23456 0900-1200 1400-1800;20260721;20260815" },
		{ "hours.compact", "1 1400-1800;23456 0900-1200 1400-1800;20260721;20260815" });
	ASSERT_MEMBERS(
		s, views_merchant(s->views, LANG_NL, 1),
		{ "hours.seasons.0.text", "eerste donderdag van de maand: 9.00–20.00" NB "uur" },
		{ "hours.seasons.1.text", "10–14 augustus: gesloten" },
		{ "hours.exceptions.0.day", "donderdag 6 augustus" },
		{ "hours.exceptions.0.text", "9.00 – 20.00" NB "uur" },
		{ "hours.exceptions.1.day", "van 10 tot en met 14 augustus" },
		{ "hours.exceptions.1.until", "2026-08-14" },
		{ "hours.exceptions.1.ends", "2026-08-15T00:00:00+02:00" });
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 2),
	               { "hours.sentence",
	                 "lundi–vendredi 8" NB "h–12" NB "h" NB "; sinon" NB ": sur appel" },
	               { "hours.days.6.text", "sur appel" }, { "hours.days.6.closed", "false" },
	               { "open_data", "null" }, { "hours.compact", "absent" });
	ASSERT_MEMBERS(
		s, views_merchant(s->views, LANG_FR, 3),
		{ "hours.sentence", "lundi–vendredi 9" NB "h–18" NB "h" },
		{ "hours.exceptions", "absent" }, { "hours.seasons.0.from", "2026-09-01" },
		{ "hours.seasons.0.text",
	          "à partir du 1er septembre" NB ": lundi–vendredi 10" NB "h–16" NB "h" },
		{ "hours.seasons.1.text", "mars–août" NB ": lundi–vendredi 9" NB "h–18" NB "h" },
		{ "hours.seasons.1.from", "absent" });
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 4),
	               { "hours.sentence", "tous les jours" NB ": du lever au coucher du soleil" },
	               { "hours.exceptions", "absent" });
	ASSERT_MEMBERS(s, views_shared(s->views, LANG_FR), { "clock.known_from", "2026-07-20" },
	               { "clock.known_until", "2026-09-28" }, { "clock.offsets", "120" });
	ASSERT_MEMBERS(s, context(s, "/merchants/a/"), { "page.has_ends", "true" });
	ASSERT_MEMBERS(s, context(s, "/merchants/d/"), { "page.has_ends", "absent" });
}

static void
a_site_without_hours_has_no_clock(void **state)
{
	struct stage *s = *state;

	keeps(s, "a", "quand il fait beau");
	keeps(s, "b", "Mo-Fr 09:00-18:00")->status = STATUS_CLOSED_TEMPORARILY;
	build(s, 1);
	ASSERT_MEMBERS(s, views_shared(s->views, LANG_FR), { "clock", "absent" });
}

static void
a_page_knows_its_title_place_and_translations(void **state)
{
	struct stage *s = *state;

	dumont(s);
	build(s, 1);
	ASSERT_MEMBERS(s, context(s, "/nl/merchants/dumont/"), { "page.kind", "merchant" },
	               { "page.is_merchant", "true" },
	               { "page.title_full", "Boulangerie Dumont · Quartier du Moulin" },
	               { "page.description", "Zuurdesembrood" },
	               { "page.path", "/guide/nl/merchants/dumont/" },
	               { "page.url", "https://example.org/guide/nl/merchants/dumont/" },
	               { "page.feed", "/guide/nl/merchants/dumont/feed.xml" },
	               { "page.alternates.0.url", "https://example.org/guide/merchants/dumont/" },
	               { "page.alternates.1.current", "true" },
	               { "page.alternates.2.lang", "x-default" },
	               { "page.alternates.2.name", "absent" }, { "page.switch.0.name", "français" },
	               { "page.breadcrumbs.0.path", "/guide/nl/" },
	               { "page.breadcrumbs.1.path", "/guide/nl/merchants/" },
	               { "page.breadcrumbs.2.last", "true" }, { "page.nav.0.current", "true" },
	               { "merchant.slug", "dumont" }, { "nearby", "absent" });
	ASSERT_MEMBERS(s, context(s, "/merchants/"), { "page.title", "Tous les commerces" },
	               { "page.description", "1 commerce, Quartier du Moulin" },
	               { "letters.0.letter", "B" }, { "letters.0.id", "letter-b" },
	               { "merchants.0.slug", "dumont" });
	ASSERT_MEMBERS(s, context(s, "/404.html"), { "page.noindex", "true" },
	               { "page.alternates", "absent" }, { "page.switch.1.path", "/guide/nl/" });
}

static void
what_all_pages_share_is_there(void **state)
{
	struct stage *s = *state;

	s->f->cards.config.tagline.in[LANG_FR] = STR("Tout à deux pas");
	dumont(s);
	fixture_offer(s->f, "bread", "dumont", "2026-07-01", "2026-07-31");
	build(s, 1);
	ASSERT_MEMBERS(s, views_shared(s->views, LANG_NL), { "site.name", "Quartier du Moulin" },
	               { "site.name_lang", "fr" }, { "site.url", "https://example.org/guide/nl/" },
	               { "site.root", "/guide/" }, { "site.home", "/guide/nl/" },
	               { "site.multilingual", "true" }, { "site.languages.1.current", "true" },
	               { "site.counts.merchants", "1" },
	               { "site.counts_text.merchants", "1 winkel" }, { "site.has_offers", "true" },
	               { "site.has_news", "false" }, { "t.nav_merchants", "Handelaars" },
	               { "nav.0.label", "Handelaars" }, { "nav.2.key", "offers" },
	               { "nav.3", "absent" }, { "asset.style_css", "/guide/assets/style.34.css" },
	               { "asset.map_leaflet_js", "/guide/assets/map/leaflet.12.js" },
	               { "payments.0.id", "cash" }, { "services", "absent" },
	               { "categories.0.id", "bakery" }, { "streets.0.slug", "rue-du-commerce" },
	               { "footer_pages.0.url", "/guide/nl/legal/" });
}

static void
offers_say_who_until_when_and_how_much(void **state)
{
	struct stage *s = *state;
	struct offer *offer;

	dumont(s);
	fixture_merchant(s->f, "second", "Second", "bakery", NULL);
	fixture_offer(s->f, "all", "all", "2026-07-01", NULL);
	offer = fixture_offer(s->f, "bread", "dumont second", "2026-07-01", "2026-07-31");
	offer->price = (struct money){ true, 500 };
	build(s, 1);
	ASSERT_MEMBERS(
		s, views_offer(s->views, LANG_FR, 0), { "url", "/guide/offers/bread/" },
		{ "period", "jusqu’au 31 juillet 2026" }, { "ends", "2026-08-01T00:00:00+02:00" },
		{ "price", "5,00" NB "€" }, { "was", "absent" },
		{ "merchants.0.name", "Boulangerie Dumont" }, { "merchants.1.address", "null" },
		{ "merchant_names", "Boulangerie Dumont et Second" }, { "all_merchants", "false" });
	ASSERT_MEMBERS(s, views_offer(s->views, LANG_FR, 1),
	               { "period", "à partir du 1er juillet 2026" }, { "ends", "absent" },
	               { "merchant_names", "Tous les commerces" }, { "merchants", "absent" });
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "offers.0.slug", "bread" },
	               { "offers.1.slug", "all" });
}

static void
events_say_when_and_where(void **state)
{
	struct stage *s = *state;
	struct event *event = fixture_event(s->f, "fair", "2026-12-12T14:00", "2026-12-12T18:00");
	struct place *place = fixture_place(s->f, "square");

	place->name.in[LANG_FR] = STR("Place du Moulin");
	place->address.city.in[LANG_FR] = STR("Dour");
	event->place = (struct word){ STR("square"), { 0 } };
	event->price = (struct money){ true, 0 };
	build(s, 1);
	ASSERT_MEMBERS(
		s, views_event(s->views, LANG_FR, 0), { "start", "2026-12-12T14:00:00+01:00" },
		{ "end", "2026-12-12T18:00:00+01:00" },
		{ "when", "samedi 12 décembre 2026, 14" NB "h – 18" NB "h" }, { "day", "12" },
		{ "month", "déc." }, { "weekday", "samedi" },
		{ "ends", "2026-12-12T18:00:00+01:00" }, { "where", "Place du Moulin, Dour" },
		{ "place.anchor", "place-square" }, { "free", "true" }, { "price", "Gratuit" });
}

static void
a_route_numbers_its_stops(void **state)
{
	struct stage *s = *state;
	struct route *route = FIXTURE_ADD(s->f, routes);

	dumont(s);
	fixture_place(s->f, "parking");
	*route = (struct route){ .card = fixture_card(s->f, "routes", "walk") };
	route->title.in[LANG_FR] = STR("Balade");
	route->stops = fixture_words(s->f, "routes/walk.md", "parking dumont");
	build(s, 1);
	ASSERT_MEMBERS(s, context(s, "/routes/walk"), { "route.title", "Balade" },
	               { "route.stops_text", "2 étapes" }, { "route.stops.0.is_place", "true" },
	               { "route.stops.0.url", "absent" }, { "route.stops.1.number", "2" },
	               { "route.stops.1.url", "/guide/merchants/dumont/" },
	               { "route.stops.1.location.lat", "50.3957" });
}

static void
a_page_knows_whether_anything_on_it_ends(void **state)
{
	static const struct {
		const char *url, *ends;
	} cases[] = {
		{ "/", "true" },
		{ "/offers/", "true" },
		{ "/offers/bread/", "true" },
		{ "/merchants/dumont/", "true" },
		{ "/offers/always/", "absent" },
		{ "/merchants/second/", "absent" },
		{ "/merchants/", "true" },
		{ "/map/", "absent" },
		{ "/merchants/third/", "true" },
		{ "/categories/butcher/", "absent" },
	};
	static struct closure planned;
	struct stage *s = *state;
	struct merchant *third;

	dumont(s);
	fixture_merchant(s->f, "second", "Second", "bakery", NULL);
	third = fixture_merchant(s->f, "third", "Third", "butcher", NULL);
	planned = (struct closure){
		fixture_day("2026-08-01"), fixture_day("2026-08-15"), { { { 0 } } }, { 0 }
	};
	third->closures = &planned;
	third->closures_len = 1;
	fixture_offer(s->f, "bread", "dumont", "2026-07-01", "2026-07-31");
	fixture_offer(s->f, "always", "second", "2026-07-01", NULL);
	build(s, 1);
	for (size_t i = 0; i < countof(cases); i++)
		assert_string_equal(at(s, context(s, cases[i].url), "page.has_ends"),
		                    cases[i].ends);
	ASSERT_MEMBERS(s, context(s, "/merchants/third/"),
	               { "merchant.closures.0.ends", "2026-08-16T00:00:00+02:00" });
}

static void
the_menu_has_the_pages_that_ask_for_a_place_in_it(void **state)
{
	struct stage *s = *state;
	struct page *about = FIXTURE_ADD(s->f, pages), *hidden;

	*about = (struct page){ .card = fixture_card(s->f, "pages", "about"), .menu = 1 };
	about->title.in[LANG_FR] = STR("À propos");
	hidden = FIXTURE_ADD(s->f, pages);
	*hidden = (struct page){ .card = fixture_card(s->f, "pages", "hidden") };
	hidden->title.in[LANG_FR] = STR("Discrète");
	build(s, 1);
	ASSERT_MEMBERS(s, views_shared(s->views, LANG_NL), { "footer_pages.0.title", "À propos" },
	               { "footer_pages.0.title_lang", "fr" },
	               { "footer_pages.1.url", "/guide/nl/legal/" },
	               { "footer_pages.2", "absent" });
	ASSERT_MEMBERS(s, context(s, "/nl/pages/about/"), { "page.breadcrumbs.1.name_lang", "fr" });
	assert_non_null(views_find(s->views, STR("/pages/hidden/")));
}

static void
every_page_has_one_address_in_every_language(void **state)
{
	struct stage *s = *state;
	const struct page_ref *pages;
	struct page *legal = FIXTURE_ADD(s->f, pages);
	size_t count;

	*legal = (struct page){ .card = fixture_card(s->f, "pages", "legal") };
	legal->title.in[LANG_FR] = STR("Mentions");
	dumont(s);
	build(s, 1);
	count = views_pages(s->views, &pages);
	/* 12 single pages, 1 merchant, 2 categories, 1 street, 1 free page; 404 in French alone. */
	assert_int_equal(count, 2 * (12 + 5) - 1);
	for (size_t i = 0; i < count; i++) {
		assert_true(str_starts(pages[i].url, "/guide/"));
		assert_ptr_equal(views_find(s->views, pages[i].url), &pages[i]);
		assert_ptr_equal(views_page(s->views, pages[i].kind, pages[i].lang, pages[i].index),
		                 &pages[i]);
		if (pages[i].kind != PAGE_404)
			assert_true(str_ends(pages[i].file, "index.html"));
		assert_non_null(view_page(s->f->arena, s->views, &pages[i]));
	}
	assert_str(views_find(s->views, STR("/"))->file, "index.html");
	assert_str(views_find(s->views, STR("/nl/"))->file, "nl/index.html");
	assert_str(views_find(s->views, STR("merchants/dumont/index.html"))->source,
	           "merchants/dumont.md");
	assert_null(views_find(s->views, STR("/nl/404.html")));
	assert_null(views_find(s->views, STR("/nothing/")));
	assert_true(views_find(s->views, STR("/pages/legal/"))->noindex);
	ASSERT_MEMBERS(s, context(s, "/legal/"), { "content.title", "Mentions" });
}

static void
several_workers_make_the_same(void **state)
{
	struct stage *s = *state;
	const struct page_ref *pages;
	const char *one[64];
	size_t count;

	dumont(s);
	fixture_merchant(s->f, "second", "Second", "bakery", "Rue du Commerce 14");
	fixture_offer(s->f, "bread", "dumont second", "2026-07-01", "2026-07-31");
	build(s, 1);
	count = views_pages(s->views, &pages);
	assert_true(count < countof(one));
	for (size_t i = 0; i < count; i++)
		one[i] = at(s, view_page(s->f->arena, s->views, &pages[i]), "");
	build(s, 4);
	views_pages(s->views, &pages);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(at(s, view_page(s->f->arena, s->views, &pages[i]), ""), one[i]);
}

static void
emit_may_add_to_the_page(void **state)
{
	struct stage *s = *state;
	struct value *page;

	build(s, 1);
	page = view_page(s->f->arena, s->views, views_find(s->views, STR("/")));
	view_page_set(s->f->arena, page, "head_jsonld", STR("{}"));
	ASSERT_MEMBERS(s, page, { "page.head_jsonld", "{}" },
	               { "page.title", "Quartier du Moulin" }, { "merchants", "absent" });
}

static void
every_tag_has_an_icon(void **state)
{
	static const struct {
		const char *osm, *schema, *icon;
	} cases[] = {
		{ "shop=bakery", "Bakery", "bakery" },
		{ "craft=confectionery", "", "chocolate" },
		{ "shop=second_hand", "Store", "secondhand" },
		{ "", "Bakery", "bakery" },
		{ "", "LocalBusiness", "shop" },
		{ "shop=unheard_of", "", "shop" },
		{ "shop=", "", "shop" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_string_equal(icon_of_category(str(cases[i].osm), str(cases[i].schema)),
		                    cases[i].icon);
	assert_string_equal(icon_of_place(STR("bus-stop")), "bus");
	assert_string_equal(icon_of_place(STR("drinking-water")), "water");
	assert_string_equal(icon_of_place(STR("unheard-of")), "pin");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_merchant_is_seen_as_it_is),
		TEST(another_language_marks_what_is_not_in_it),
		TEST(hours_that_are_the_same_are_one_value),
		TEST(hours_are_said_as_on_the_door),
		TEST(a_site_without_hours_has_no_clock),
		TEST(a_page_knows_its_title_place_and_translations),
		TEST(what_all_pages_share_is_there),
		TEST(offers_say_who_until_when_and_how_much),
		TEST(events_say_when_and_where),
		TEST(a_route_numbers_its_stops),
		TEST(a_page_knows_whether_anything_on_it_ends),
		TEST(the_menu_has_the_pages_that_ask_for_a_place_in_it),
		TEST(every_page_has_one_address_in_every_language),
		TEST(several_workers_make_the_same),
		TEST(emit_may_add_to_the_page),
		cmocka_unit_test(every_tag_has_an_icon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
