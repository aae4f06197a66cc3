#include "fixture.h"

static const char NOW[] = "2026-06-15T12:00";

static void
merchants_are_in_the_order_of_people(void **state)
{
	static const char *const names[] = { "Zoé",       "Épicerie Éva", "epicerie du coin",
		                             "L'Atelier", "10 sur 10",    "9 Lunes",
		                             "Étoile",    "Eugène" };
	static const char *const sorted[] = { "9 Lunes",      "10 sur 10", "epicerie du coin",
		                              "Épicerie Éva", "Étoile",    "Eugène",
		                              "L'Atelier",    "Zoé" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(names); i++)
		fixture_merchant(f, arena_printf(f->arena, "m%zu", i).ptr, names[i], "bakery",
		                 NULL);
	assert_int_equal(fixture_make(f, NOW, false), 0);
	for (size_t i = 0; i < countof(sorted); i++) {
		assert_str(f->guide.merchants[i]->card->name.in[LANG_FR], sorted[i]);
		assert_int_equal(f->guide.merchants[i]->index, i);
	}
}

static void
hidden_merchants_leave_no_trace_and_no_message(void **state)
{
	struct fixture *f = *state;
	struct news *news;
	struct route *route;

	fixture_merchant(f, "closed", "Closed", "butcher", "Rue Close 1")->status = STATUS_CLOSED;
	fixture_merchant(f, "draft", "Draft", "florist", "Rue du Brouillon 1")->card.draft = true;
	fixture_merchant(f, "open", "Open", "bakery", "Rue Ouverte 1");
	fixture_merchant(f, "out", "Out", "books", "Rue Dehors 1")->unlisted = true;
	fixture_offer(f, "of-nobody", "closed out draft", "2026-06-01", "2026-06-30");
	fixture_offer(f, "of-some", "closed open", "2026-06-01", "2026-06-30");
	news = fixture_news(f, "news", "2026-06-01");
	news->merchants = fixture_words(f, "news/news.md", "out open closed");
	route = FIXTURE_ADD(f, routes);
	*route = (struct route){ .card = fixture_card(f, "routes", "walk") };
	route->stops = fixture_words(f, "routes/walk.md", "closed out draft");

	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_string_equal(fixture_reports(f), "");
	assert_int_equal(f->guide.merchants_len, 1);
	assert_int_equal(f->guide.categories_len, 1);
	assert_int_equal(f->guide.streets_len, 1);
	assert_int_equal(f->guide.offers_len, 1);
	assert_str(f->guide.offers[0]->card->card.slug, "of-some");
	assert_int_equal(f->guide.offers[0]->merchants_len, 1);
	assert_int_equal(f->guide.news[0]->merchants_len, 1);
	assert_int_equal(f->guide.routes_len, 0);

	assert_int_equal(fixture_make(f, NOW, true), 0);
	assert_int_equal(f->guide.merchants_len, 2);
	assert_int_equal(f->guide.routes_len, 1);
}

static void
a_reference_to_nothing_is_an_error_with_the_nearest_slug(void **state)
{
	struct fixture *f = *state;
	struct event *event;
	struct word broken = { STR("broken"), { 0 } };

	f->cards.broken_merchants = (struct words){ &broken, 1 };
	fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);
	fixture_merchant(f, "dupont", "Dupont", "bakery", NULL)->unlisted = true;
	fixture_place(f, "grand-place");
	fixture_offer(f, "one", "dumnt", "2026-06-01", "2026-06-30");
	fixture_offer(f, "two", "broken zzzzzzz", "2026-06-01", "2026-06-30");
	event = fixture_event(f, "fair", "2026-07-01", NULL);
	event->place = (struct word){ STR("grande-place"), { "events/fair.md", 5, 8 } };
	assert_int_equal(fixture_make(f, NOW, false), -1);
	assert_string_equal(
		fixture_reports(f),
		"events/fair.md:5:8: error: place: there is no place \"grande-place\" [reference]\n"
		"  hint: did you mean \"grand-place\"?\n"
		"offers/one.md:2:1: error: merchant: there is no merchant \"dumnt\" [reference]\n"
		"  hint: did you mean \"dumont\"?\n"
		"offers/two.md:2:2: error: merchant: there is no merchant \"zzzzzzz\" [reference]\n"
		"  hint: write the name of its file without the ending, such as dumont\n");
}

static void
a_stop_may_be_a_merchant_or_a_place(void **state)
{
	struct fixture *f = *state;
	struct route *route = FIXTURE_ADD(f, routes);

	fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);
	fixture_merchant(f, "kiosk", "Kiosk", "bakery", NULL);
	fixture_place(f, "kiosk");
	fixture_place(f, "parking");
	*route = (struct route){ .card = fixture_card(f, "routes", "walk") };
	route->stops = fixture_words(f, "routes/walk.md", "parking dumont kiosk parking");
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_int_equal(f->guide.routes[0]->stops_len, 4);
	assert_str(f->guide.routes[0]->stops[0].place->card->card.slug, "parking");
	assert_str(f->guide.routes[0]->stops[1].merchant->card->card.slug, "dumont");
	assert_non_null(f->guide.routes[0]->stops[2].merchant);
	assert_null(f->guide.routes[0]->stops[2].place);
	assert_string_equal(fixture_reports(f),
	                    "routes/walk.md:2:3: note: stops: \"kiosk\" is a merchant "
	                    "and a place; the merchant is taken [reference]\n");
}

static void
categories_are_understood_by_id_and_by_label(void **state)
{
	static const struct {
		const char *word, *id;
	} cases[] = {
		{ "bakery", "bakery" },
		{ "Boulangerie", "bakery" },
		{ "BAKKERIJ", "bakery" },
		{ "Bäckerei", "bakery" },
		{ "backerei", "bakery" },
		{ "second_hand", "second-hand" },
		{ "Traiteurs-du-coin", "traiteur" },
		{ "traiteur", "traiteur" },
		{ "nonsense-word", "other" },
	};
	struct fixture *f = *state;
	struct own_category own = { .id = STR("traiteur"), .osm = STR("craft=caterer") };

	own.label.in[LANG_FR] = STR("Traiteurs du coin");
	f->cards.config.categories = &own;
	f->cards.config.categories_len = 1;
	for (size_t i = 0; i < countof(cases); i++)
		fixture_merchant(f, arena_printf(f->arena, "m%zu", i).ptr,
		                 arena_printf(f->arena, "M%zu", i).ptr, cases[i].word, NULL);
	assert_int_equal(fixture_make(f, NOW, false), 0);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(f->guide.merchants[i]->categories[0]->id, cases[i].id);
	assert_int_equal(f->guide.categories_len, 4);
	assert_str(f->guide.categories[3]->id, "other");
	assert_int_equal(f->guide.merchants[0]->categories[0]->merchants_len, 5);
}

static void
an_unknown_category_is_a_warning_and_the_rest_is_used(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "dumont", "Dumont", "bakkery pastry pastry", NULL);
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_string_equal(
		fixture_reports(f),
		"merchants/dumont.md:2:1: warning: category: \"bakkery\" is not a known category "
		"[category]\n  hint: did you mean \"bakery\" (Boulangerie)?\n");
	assert_int_equal(f->guide.merchants[0]->categories_len, 1);
	assert_str(f->guide.merchants[0]->categories[0]->id, "pastry");
}

static void
own_categories_override_built_in_ones_and_unused_ones_are_noted(void **state)
{
	struct fixture *f = *state;
	struct own_category own[] = {
		{ .id = STR("bakery"), .at = { "quartier.yml", 3, 3 } },
		{ .id = STR("wool-shop"), .at = { "quartier.yml", 4, 3 } },
		{ .id = STR("Wool_Shop"), .at = { "quartier.yml", 5, 3 } },
	};

	own[0].label.in[LANG_FR] = STR("Boulangeries");
	f->cards.config.categories = own;
	f->cards.config.categories_len = countof(own);
	fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);
	assert_int_equal(fixture_make(f, NOW, false), -1);
	assert_str(f->guide.categories[0]->label.in[LANG_FR], "Boulangeries");
	assert_str(f->guide.categories[0]->label.in[LANG_NL], "Bakkerij");
	assert_str(f->guide.categories[0]->schema, "Bakery");
	assert_string_equal(
		fixture_reports(f),
		"quartier.yml:4:3: note: categories: no merchant is in \"wool-shop\" "
		"[category-unused]\n"
		"quartier.yml:5:3: error: categories: \"Wool_Shop\" is the same category as "
		"\"wool-shop\" [duplicate]\n");
}

static void
one_street_in_several_spellings_is_one_street(void **state)
{
	static const char *const lines[] = { "R. du Moulin 16",  "rue du moulin, 2",
		                             "Rue du Moulin 10", "12 bis rue du Moulin",
		                             "RUE DU MOULIN 12", "R. du Moulin 1",
		                             "R. du Moulin" };
	struct fixture *f = *state;
	const struct guide_street *street;

	for (size_t i = 0; i < countof(lines); i++)
		fixture_merchant(f, arena_printf(f->arena, "m%zu", i).ptr, "M", "bakery", lines[i]);
	f->cards.merchants[1].address.city.in[LANG_FR] = STR("DOUR");
	f->cards.merchants[2].address.postcode = STR("7370");
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_int_equal(f->guide.streets_len, 1);
	street = f->guide.streets[0];
	assert_str(street->name.in[LANG_FR], "rue du moulin");
	assert_str(street->slug, "rue-du-moulin");
	assert_true(text_is_empty(&street->city));
	assert_int_equal(street->merchants_len, countof(lines));
	for (size_t i = 0; i < countof(lines); i++) {
		static const char *const numbers[] = { "1", "2", "10", "12", "12 bis", "16", "" };

		assert_str(street->merchants[i]->house_number, numbers[i]);
	}
}

static void
the_most_frequent_full_spelling_names_the_street(void **state)
{
	static const char *const lines[] = { "R. de l'Église 1", "R. de l'Église 2",
		                             "rue de l'eglise 3", "Rue de l'Église 4",
		                             "Rue de l'Église 5" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(lines); i++)
		fixture_merchant(f, arena_printf(f->arena, "m%zu", i).ptr, "M", "bakery", lines[i]);
	f->cards.merchants[3].address.street.in[LANG_NL] = STR("Kerkstraat 4");
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_str(f->guide.streets[0]->name.in[LANG_FR], "Rue de l'Église");
	assert_str(f->guide.streets[0]->name.in[LANG_NL], "Kerkstraat");
}

static void
streets_of_two_cities_stay_apart(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "A", "bakery", "Rue Neuve 1");
	fixture_merchant(f, "b", "B", "bakery", "Rue Neuve 2")->address.city.in[LANG_FR] =
		STR("Mons");
	fixture_merchant(f, "c", "C", "bakery", "Rue Neuve 3")->address.postcode = STR("7000");
	fixture_merchant(f, "d", "D", "bakery", NULL);
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_int_equal(f->guide.streets_len, 3);
	assert_null(f->guide.merchants[3]->street);
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(f->guide.streets[i]->slug, f->guide.streets[k]->slug));
	assert_str(f->guide.merchants[0]->street->city.in[LANG_FR], "Dour");
	assert_str(f->guide.merchants[1]->street->city.in[LANG_FR], "Mons");
}

static void
offers_of_all_reach_every_merchant_in_order(void **state)
{
	struct fixture *f = *state;

	fixture_merchant(f, "a", "A", "bakery", NULL);
	fixture_merchant(f, "b", "B", "bakery", NULL);
	fixture_offer(f, "late", "a", "2026-06-01", "2026-08-01");
	fixture_offer(f, "middle", "all", "2026-06-01", "2026-07-01");
	fixture_offer(f, "soon", "a", "2026-06-01", "2026-06-20");
	assert_int_equal(fixture_make(f, NOW, false), 0);
	assert_str(f->guide.offers[0]->card->card.slug, "soon");
	assert_int_equal(f->guide.merchants[0]->offers_len, 3);
	assert_str(f->guide.merchants[0]->offers[1]->card->card.slug, "middle");
	assert_int_equal(f->guide.merchants[1]->offers_len, 1);
}

static void
pages_follow_the_menu_and_then_their_titles(void **state)
{
	static const struct {
		const char *slug, *title;
		int menu;
	} pages[] = {
		{ "a", "Zèbre", 0 },
		{ "b", "Second", 2 },
		{ "c", "Antilope", 0 },
		{ "d", "First", 1 },
	};
	static const char *const sorted[] = { "d", "b", "c", "a" };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(pages); i++) {
		struct page *page = FIXTURE_ADD(f, pages);

		*page = (struct page){ .card = fixture_card(f, "pages", pages[i].slug),
			               .menu = pages[i].menu };
		page->title.in[LANG_FR] = str(pages[i].title);
	}
	assert_int_equal(fixture_make(f, NOW, false), 0);
	for (size_t i = 0; i < countof(sorted); i++)
		assert_str(f->guide.pages[i]->card.slug, sorted[i]);
}

static void
a_zone_that_is_none_is_an_error_and_the_rest_is_checked(void **state)
{
	struct fixture *f = *state;

	f->cards.config.timezone = STR("Europe/Bruxelles");
	f->cards.config.timezone_at = (struct pos){ "quartier.yml", 6, 11 };
	fixture_offer(f, "one", "nobody", "2026-06-01", "2026-06-30");
	assert_int_equal(fixture_make(f, NOW, false), -1);
	assert_non_null(strstr(fixture_reports(f), "quartier.yml:6:11: error: timezone:"));
	assert_non_null(strstr(fixture_reports(f), "[reference]"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(merchants_are_in_the_order_of_people),
		TEST(hidden_merchants_leave_no_trace_and_no_message),
		TEST(a_reference_to_nothing_is_an_error_with_the_nearest_slug),
		TEST(a_stop_may_be_a_merchant_or_a_place),
		TEST(categories_are_understood_by_id_and_by_label),
		TEST(an_unknown_category_is_a_warning_and_the_rest_is_used),
		TEST(own_categories_override_built_in_ones_and_unused_ones_are_noted),
		TEST(one_street_in_several_spellings_is_one_street),
		TEST(the_most_frequent_full_spelling_names_the_street),
		TEST(streets_of_two_cities_stay_apart),
		TEST(offers_of_all_reach_every_merchant_in_order),
		TEST(pages_follow_the_menu_and_then_their_titles),
		TEST(a_zone_that_is_none_is_an_error_and_the_rest_is_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
