/* survey: which objects are shops, what they are called, and which are one. */
#include "map/survey.h"

#include "card/reader.h"
#include "extracts.h"

struct fixture {
	struct reading *r;
	struct config config;
	struct survey survey;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_int_equal(reading_set_up((void **)&f->r), 0);
	reader_config_defaults(&f->config, "quartier.yml");
	f->config.languages[0] = LANG_FR;
	f->config.languages_len = 1;
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	reading_tear_down((void **)&f->r);
	free(f);
	return 0;
}

/* One " k=v|k=v" as tags. */
static void
add_tags(struct buf *text, const char *tags)
{
	struct str rest = str(tags), tag;

	while (str_split(&rest, '|', &tag)) {
		size_t equals = str_find(tag, '=');

		buf_printf(text, "<tag k='%.*s' v='%.*s'/>", STR_ARG(str_sub(tag, 0, equals)),
		           STR_ARG(str_sub(tag, equals + 1, tag.len)));
	}
}

static void
survey_text(struct fixture *f, const char *xml)
{
	read_well(f->r, xml);
	survey_make(&f->survey, f->r->arena, &f->r->extract, &f->config, "map.osm", f->r->diag);
}

static void
survey_node(struct fixture *f, const char *tags)
{
	struct buf text = { 0 };

	buf_adds(&text, "<osm><node id='1' lat='50.4' lon='3.8'>");
	add_tags(&text, tags);
	buf_adds(&text, "</node></osm>");
	survey_text(f, text.ptr);
	buf_release(&text);
}

static void
tags_tell_what_kind_of_shop_it_is(void **state)
{
	static const struct {
		const char *tags, *category; /* NULL: no merchant */
	} cases[] = {
		{ "shop=bakery", "bakery" },
		{ "shop=second_hand", "second-hand" },
		{ "shop=bakery;pastry", "bakery\npastry" },
		{ "shop=bakery; cafe|amenity=cafe", "bakery\ncafe" },
		{ "shop=yes|amenity=restaurant", "restaurant" },
		{ "shop=yes", "other" },
		{ "shop=nobody_knows", "other" },
		{ "shop=hifi", "electronics" },
		{ "shop=no", NULL },
		{ "shop=vacant", NULL },
		{ "craft=confectionery", "craft-confectionery" },
		{ "shop=confectionery", "confectionery" },
		{ "craft=basket_maker", "other" },
		{ "amenity=pharmacy|healthcare=pharmacy", "pharmacy" },
		{ "healthcare=doctor", "doctors" },
		{ "office=notary", "notary" },
		{ "office=company", NULL },
		{ "office=government", NULL },
		{ "amenity=parking", NULL },
		{ "amenity=school", NULL },
		{ "amenity=atm", NULL },
		{ "tourism=information|information=board", NULL },
		{ "tourism=information|information=office", "information" },
		{ "tourism=museum", "museum" },
		{ "leisure=fitness_centre", "fitness-centre" },
		{ "leisure=park", NULL },
		{ "shop=toys|disused=yes", NULL },
		{ "disused:shop=toys", NULL },
		{ "shop=toys|access=private", NULL },
		{ "shop=toys|access=customers", "toys" },
		{ "club=scout", "scouts" },
	};
	struct fixture *f = *state;
	struct own_category own = { .id = STR("scouts"), .osm = STR("club=scout") };

	f->config.categories = &own;
	f->config.categories_len = 1;
	for (size_t i = 0; i < countof(cases); i++) {
		survey_node(f, arena_printf(f->r->arena, "name=A|%s", cases[i].tags).ptr);
		if (f->survey.len != (cases[i].category ? 1u : 0u))
			fail_msg("%s: %zu shops", cases[i].tags, f->survey.len);
		if (cases[i].category)
			assert_str(survey_get(&f->survey.items[0], "category"), cases[i].category);
	}
}

static void
tags_become_fields(void **state)
{
	static const struct {
		const char *tags, *path, *value;
	} cases[] = {
		{ "name= A\xc2\xa0"
		  "B ",
		  "name",
		  "A\xc2\xa0"
		  "B" },
		{ "brand=Spar", "name", "Spar" },
		{ "operator=Spar", "name", "Spar" },
		{ "name=A|name:fr=B", "name", "B" },
		{ "name=A|name:fr=B|name:nl=C", "name", "fr: B\nnl: C\n" },
		{ "name=A|name:nl=A", "name", "A" },
		{ "name=A|name:de=C", "name", "A" },
		{ "name=A|addr:street=Rue Haute|addr:housenumber=3", "address.street",
		  "Rue Haute 3" },
		{ "name=A|addr:street=Rue Haute|addr:housenumber=3;5", "address.street",
		  "Rue Haute 3-5" },
		{ "name=A|addr:street=Rue Haute|addr:housenumber=3|addr:country=FR",
		  "address.street", "3 Rue Haute" },
		{ "name=A|addr:street=Rue Haute|addr:street:nl=Hoogstraat|addr:housenumber=3",
		  "address.street", "fr: Rue Haute 3\nnl: Hoogstraat 3\n" },
		{ "name=A|addr:housenumber=3", "address.street", "" },
		{ "name=A|contact:street=Rue Haute", "address.street", "Rue Haute" },
		{ "name=A|phone=065 12 34 56", "phone", "+32 65 12 34 56" },
		{ "name=A|phone=x;065123456", "phone", "+32 65 12 34 56" },
		{ "name=A|contact:mobile=+33 6 12 34 56 78", "phone", "+33 6 12 34 56 78" },
		{ "name=A|website=www.a.example", "website", "https://www.a.example" },
		{ "name=A|website=https://a.example;https://b.example", "website",
		  "https://a.example" },
		{ "name=A|website=https://a.example/x;y", "website", "https://a.example/x;y" },
		{ "name=A|website=nothing here", "website", "" },
		{ "name=A|facebook=https://www.facebook.com/a.b/", "social.facebook", "a.b" },
		{ "name=A|contact:facebook=Les amis de A", "social.facebook", "" },
		{ "name=A|contact:whatsapp=+32470123456", "social.whatsapp", "+32 470 12 34 56" },
		{ "name=A|website:menu=https://a.example/m", "links.menu", "https://a.example/m" },
		{ "name=A|opening_hours=Mo-Fr 9h-18h", "hours", "Mo-Fr 09:00-18:00" },
		{ "name=A|opening_hours=Mo-Fr 09:00-18:00", "hours", "Mo-Fr 09:00-18:00" },
		{ "name=A|opening_hours=souvent", "hours", "" },
		{ "name=A|payment:cash=yes|payment:coins=yes|payment:visa=no", "payment", "cash" },
		{ "name=A|delivery=only|organic=yes|outdoor_seating=sidewalk", "services",
		  "delivery\nterrace\norganic" },
		{ "name=A|internet_access=terminal;wlan", "services", "wifi" },
		{ "name=A|internet_access=no", "services", "" },
		{ "name=A|wheelchair=designated", "accessibility.wheelchair", "yes" },
		{ "name=A|wheelchair=no;yes", "accessibility.wheelchair", "" },
		{ "name=A|start_date=1987-03-01", "founded", "1987" },
		{ "name=A|start_date=1987|building=yes", "founded", "" },
		{ "name=A|start_date=C19", "founded", "" },
		{ "name=A|start_date=0300", "founded", "" },
		{ "name=A|cuisine=fish_and_chips;kosher_food;", "keywords",
		  "poisson frit\nkosher food" },
		{ "name=A|language:fr=yes|language:en=main|language:de=no", "languages", "fr\nen" },
		{ "name=A|email=a@b.example;c@d.example", "email", "a@b.example" },
		{ "name=A|ref:vatin=BE0", "vat", "" },
	};
	struct fixture *f = *state;

	f->config.languages[1] = LANG_NL;
	f->config.languages_len = 2;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str got;

		survey_node(f, arena_printf(f->r->arena, "shop=toys|%s", cases[i].tags).ptr);
		assert_int_equal(f->survey.len, 1);
		got = survey_get(&f->survey.items[0], cases[i].path);
		if (!str_is(got, cases[i].value))
			fail_msg("%s: %s is \"%.*s\", not \"%s\"", cases[i].tags, cases[i].path,
			         STR_ARG(got), cases[i].value);
	}
}

/* Two shops, one at 50.4 3.8, the other somewhere; a square of 60 m around both places. */
static void
survey_two(struct fixture *f, const char *first, const char *at, const char *second, bool area)
{
	struct buf text = { 0 };

	buf_adds(&text, "<osm><node id='1' lat='50.4' lon='3.8'>");
	add_tags(&text, first);
	buf_printf(&text, "</node><node id='2' %s>%s", at,
	           area ? "</node><node id='11' lat='50.3999' lon='3.7999'/><node id='12' "
	                  "lat='50.3999' lon='3.8050'/><node id='13' lat='50.4010' lon='3.8050'/>"
	                  "<node id='14' lat='50.4010' lon='3.7999'/><way id='7'><nd ref='11'/>"
	                  "<nd ref='12'/><nd ref='13'/><nd ref='14'/><nd ref='11'/>"
	                : "");
	add_tags(&text, second);
	buf_adds(&text, area ? "</way></osm>" : "</node></osm>");
	survey_text(f, text.ptr);
	buf_release(&text);
}

static void
a_shop_that_is_there_twice_is_one_and_two_branches_are_two(void **state)
{
	static const char near[] = "lat='50.40005' lon='3.8'", far[] = "lat='50.402' lon='3.8'";
	static const struct {
		const char *first, *at, *second;
		bool area;
		size_t shops;
	} cases[] = {
		{ "shop=toys|name=A b", near, "shop=toys|name=a  B", false, 1 },
		{ "shop=toys|name=A", far, "shop=toys|name=A", false, 2 },
		{ "shop=toys|name=A", near, "shop=books|name=A", false, 2 },
		{ "shop=toys|name=A", near, "shop=yes|name=A", false, 1 },
		{ "shop=toys|name=A", near, "shop=toys|name=B", false, 2 },
		{ "shop=toys|name=A|addr:street=R|addr:housenumber=1", near,
		  "shop=toys|name=A|addr:street=R|addr:housenumber=3", false, 2 },
		{ "shop=toys|name=A|addr:street=R|addr:housenumber=1", near, "shop=toys|name=A",
		  false, 1 },
		{ "shop=toys|name=A", near, "shop=toys|name=A|building=yes", true, 1 },
		{ "shop=toys|name=A", near, "building=yes", true, 1 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		survey_two(f, cases[i].first, cases[i].at, cases[i].second, cases[i].area);
		if (f->survey.len != cases[i].shops)
			fail_msg("%s and %s: %zu", cases[i].first, cases[i].second, f->survey.len);
	}
}

static void
the_one_that_tells_more_stands_for_both_and_knows_what_both_know(void **state)
{
	struct fixture *f = *state;
	const struct survey_merchant *shop;

	survey_two(
		f, "shop=toys|name=A|phone=065123456", "lat='50.4' lon='3.8'",
		"shop=toys|name=A|addr:street=Rue Haute|website=https://a.example|email=a@b.example",
		true);
	assert_int_equal(f->survey.len, 1);
	shop = &f->survey.items[0];
	assert_str(shop->ref, "way/7");
	assert_int_equal(shop->twins_len, 1);
	assert_str(shop->twins[0], "node/1");
	assert_str(survey_get(shop, "phone"), "+32 65 12 34 56");
	assert_str(survey_get(shop, "address.street"), "Rue Haute");
	assert_int_equal(f->survey.found, 2);
	assert_int_equal(f->survey.twins, 1);
	assert_said(f->r, "node/1 (A) is the same shop as way/7");
}

static void
what_is_left_out_is_counted_and_told(void **state)
{
	struct fixture *f = *state;

	survey_node(f, "shop=toys|addr:street=Rue Haute|addr:housenumber=3");
	assert_int_equal(f->survey.nameless, 1);
	assert_said(f->r, "node/1 (toys, Rue Haute 3) has no name on the map");
	survey_node(f, "shop=vacant|name=A");
	assert_int_equal(f->survey.closed, 1);
	survey_node(f, "shop=toys|name=A|access=private");
	assert_int_equal(f->survey.secluded, 1);
	survey_node(f, "shop=toys|name=A|phone=12");
	assert_said(f->r, "phone \"12\" is left out");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tags_tell_what_kind_of_shop_it_is, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(tags_become_fields, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_shop_that_is_there_twice_is_one_and_two_branches_are_two, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			the_one_that_tells_more_stands_for_both_and_knows_what_both_know, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(what_is_left_out_is_counted_and_told, set_up,
		                                tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
