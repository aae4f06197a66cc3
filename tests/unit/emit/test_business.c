#include "town.h"

#include "emit/business.h"
#include "emit/graph.h"
#include "emit/schema_type.h"

static const struct value *
node_of(struct town *t, const struct guide_merchant *merchant, enum lang lang)
{
	struct graph graph;
	const struct value *node;

	buf_clear(&t->out);
	graph_start(&graph, &t->out, t->scratch, &t->run, lang);
	business_write(&graph, merchant);
	node = read_json(t->arena, buf_str(&t->out));
	assert_non_null(node);
	return node;
}

static void
every_field_of_a_card_has_its_property(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "@type", "Bakery" },
		{ "@id", "https://example.org/guide/merchants/dumont/#business" },
		{ "name", "Boulangerie Dumont; pains, & fils" },
		{ "url", "https://example.org/guide/merchants/dumont/" },
		{ "additionalType.0", "https://schema.org/Museum" },
		{ "description", "Une boulangerie comme autrefois." },
		{ "slogan", "Pain au levain" },
		{ "keywords", "Boulangerie, Musée, levain" },
		{ "address.@type", "PostalAddress" },
		{ "address.streetAddress", "Rue du Commerce 12" },
		{ "address.postalCode", "7370" },
		{ "address.addressLocality", "Dour" },
		{ "address.addressCountry", "BE" },
		{ "geo.latitude", "50.3957" },
		{ "geo.longitude", "3.7783" },
		{ "hasMap", "https://www.openstreetmap.org/?mlat=50.3957&mlon=3.7783"
		            "#map=19/50.3957/3.7783" },
		{ "telephone", "+3265123456" },
		{ "email", "pain@example.org" },
		{ "currenciesAccepted", "EUR" },
		{ "knowsLanguage.0", "fr" },
		{ "amenityFeature.0.propertyID", "delivery" },
		{ "amenityFeature.1.propertyID", "wheelchair" },
		{ "amenityFeature.1.value", "limited" },
		{ "amenityFeature.4.value", "Une marche" },
		{ "brand.0.name", "Valrhona" },
		{ "foundingDate", "1962" },
		{ "vatID", "BE0123456749" },
		{ "additionalProperty.0.value", "10" },
		{ "additionalProperty.1.value", "Un pain offert" },
		{ "sameAs.0", "https://dumont.example/" },
		{ "sameAs.1", "https://www.facebook.com/dumont" },
		{ "sameAs.2", "https://www.openstreetmap.org/node/123456789" },
		{ "potentialAction.0.@type", "ReserveAction" },
		{ "potentialAction.0.target", "https://dumont.example/table" },
		{ "hasMenu.0", "https://dumont.example/carte" },
		{ "makesOffer.0.itemOffered.name", "Pain d'épeautre" },
		{ "makesOffer.0.price", "3.20" },
		{ "makesOffer.0.priceCurrency", "EUR" },
		{ "makesOffer.0.priceSpecification.unitText", "pièce" },
		{ "makesOffer.0.availability", "https://schema.org/InStock" },
		{ "makesOffer.1.name", "Croissants <2 pour 1>" },
		{ "makesOffer.1.validThrough", "2026-06-30" },
	};
	struct town *t = *state;
	const struct value *node = node_of(t, &t->bakery, LANG_FR);

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(node, cases[i].path), cases[i].want);
	assert_true(json_at(node, "amenityFeature.2.value")->boolean);
	assert_false(json_at(node, "amenityFeature.3.value")->boolean);
	assert_null(json_at(node, "aggregateRating"));
	assert_null(json_at(node, "review"));
}

static void
days_with_the_same_hours_share_a_specification(void **state)
{
	static const struct {
		const char *days, *opens, *closes;
	} want[] = {
		{ "[Tuesday, Wednesday, Thursday, Friday]", "07:00", "18:30" },
		{ "[Friday]", "22:00", "02:00" },
		{ "[Sunday]", "00:00", "23:59" },
	};
	struct town *t = *state;
	const struct value *list =
		json_at(node_of(t, &t->bakery, LANG_FR), "openingHoursSpecification");

	assert_int_equal(list->len, countof(want));
	for (size_t i = 0; i < countof(want); i++) {
		const struct value *days = json_at(list->items[i], "dayOfWeek");
		struct buf names = { 0 };

		for (uint32_t d = 0; d < days->len; d++)
			buf_printf(&names, "%s%.*s", d ? ", " : "[",
			           STR_ARG(value_str(days->items[d])));
		buf_adds(&names, "]");
		assert_str(buf_str(&names), want[i].days);
		buf_release(&names);
		assert_str(json_text_at(list->items[i], "opens"), want[i].opens);
		assert_str(json_text_at(list->items[i], "closes"), want[i].closes);
	}
}

static void
closures_are_special_hours_until_they_are_over(void **state)
{
	struct town *t = *state;
	const struct value *list =
		json_at(node_of(t, &t->bakery, LANG_FR), "specialOpeningHoursSpecification");

	assert_int_equal(list->len, 1);
	assert_str(json_text_at(list, "0.validFrom"), "2026-07-15");
	assert_str(json_text_at(list, "0.validThrough"), "2026-08-01");
	assert_str(json_text_at(list, "0.opens"), "00:00");
	assert_str(json_text_at(list, "0.closes"), "00:00");
	assert_str(json_text_at(list, "0.description"), "Congés annuels");
}

/* Each specification of a list: its days or dates, its times, its name. */
static const char *
specifications(struct town *t, const struct value *list)
{
	struct buf out = { 0 };
	const char *text;

	for (uint32_t i = 0; list && i < list->len; i++) {
		static const char *const keys[] = { "validFrom", "validThrough", "opens",
			                            "closes",    "name",         "description" };
		const struct value *days = json_at(list->items[i], "dayOfWeek");

		buf_adds(&out, i > 0 ? "; " : "");
		for (uint32_t d = 0; days && d < days->len; d++)
			buf_printf(&out, "%.*s ",
			           STR_ARG(str_sub(value_str(days->items[d]), 0, 2)));
		for (size_t k = 0; k < countof(keys); k++)
			if (json_at(list->items[i], keys[k]))
				buf_printf(&out, "%s%.*s", k > 0 ? " " : "",
				           STR_ARG(json_text_at(list->items[i], keys[k])));
	}
	text = arena_cstr(t->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
what_search_engines_read_of_hours(void **state)
{
	static const struct {
		const char *now, *hours, *week, *special;
	} cases[] = {
		{ "2026-06-10", "Mo-Fr 09:00-18:00; Sa 09:00-12:00",
		  "Mo Tu We Th Fr  09:00 18:00; Sa  09:00 12:00", "" },
		/* Past midnight; a whole day; what is not sure is not said. */
		{ "2026-06-10", "Fr 22:00-02:00; Su 00:00-24:00; Tu 10:00-12:00 unknown; We 18:00+",
		  "Fr  22:00 02:00; Su  00:00 23:59", "" },
		{ "2026-06-10", "Mo-Sa 09:00-18:00; PH off", "Mo Tu We Th Fr Sa  09:00 18:00",
		  "2026-07-21 2026-07-21 00:00 00:00 Fête nationale; "
		  "2026-08-15 2026-08-15 00:00 00:00 Assomption" },
		{ "2026-12-16",
		  "Mo-Su 09:00-18:00; Dec 24-25 09:00-12:00,13:00-15:00; Dec 28-30 off",
		  "Mo Tu We Th Fr Sa Su  09:00 18:00",
		  "2026-12-24 2026-12-24 09:00 12:00; 2026-12-24 2026-12-24 13:00 15:00; "
		  "2026-12-25 2026-12-25 09:00 12:00 Noël; 2026-12-25 2026-12-25 13:00 15:00 Noël; "
		  "2026-12-28 2026-12-30 00:00 00:00" },
		/* Two seasons. */
		{ "2026-10-07", "Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 10:00-16:00",
		  "Mo Tu We Th Fr 2026-10-05 2026-11-01 09:00 18:00; "
		  "Mo Tu We Th Fr 2026-11-02 2026-12-13 10:00 16:00",
		  "" },
		{ "2026-06-10", "off", "", "" },
	};
	struct town *t = *state;

	t->dumont.closures_len = 0;
	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *node;

		t->guide.now.day = day(cases[i].now);
		hours_parse(&t->dumont.hours, t->arena, str(cases[i].hours), (struct pos){ 0 },
		            t->diag);
		openings_make(&t->guide);
		node = node_of(t, &t->bakery, LANG_FR);
		assert_string_equal(specifications(t, json_at(node, "openingHoursSpecification")),
		                    cases[i].week);
		assert_string_equal(
			specifications(t, json_at(node, "specialOpeningHoursSpecification")),
			cases[i].special);
	}
}

static void
a_day_in_a_closure_is_said_by_the_closure_alone(void **state)
{
	struct town *t = *state;
	const struct value *node;

	t->guide.now.day = day("2026-12-16");
	t->closures[0] = (struct closure){ .from = day("2026-12-20"), .until = day("2027-01-03") };
	hours_parse(&t->dumont.hours, t->arena, STR("Mo-Su 09:00-18:00; PH off; Jan 07 off"),
	            (struct pos){ 0 }, t->diag);
	openings_make(&t->guide);
	node = node_of(t, &t->bakery, LANG_FR);
	assert_string_equal(specifications(t, json_at(node, "specialOpeningHoursSpecification")),
	                    "2027-01-07 2027-01-07 00:00 00:00; "
	                    "2026-12-20 2027-01-03 00:00 00:00");
}

static void
a_shop_that_is_closed_for_now_shows_no_ordinary_hours(void **state)
{
	struct town *t = *state;
	const struct value *node;

	t->dumont.status = STATUS_CLOSED_TEMPORARILY;
	openings_make(&t->guide);
	node = node_of(t, &t->bakery, LANG_FR);
	assert_null(json_at(node, "openingHoursSpecification"));
	assert_str(json_text_at(node, "additionalProperty.0.propertyID"), "status");
	assert_str(json_text_at(node, "additionalProperty.0.value"), "closed-temporarily");
}

static void
hours_that_are_not_understood_are_not_given(void **state)
{
	struct town *t = *state;

	t->dumont.hours.state = HOURS_UNKNOWN;
	openings_make(&t->guide);
	assert_null(json_at(node_of(t, &t->bakery, LANG_FR), "openingHoursSpecification"));
}

static void
texts_are_in_the_readers_language_and_ids_are_not(void **state)
{
	struct town *t = *state;
	const struct value *node = node_of(t, &t->bakery, LANG_NL);

	assert_str(json_text_at(node, "slogan"), "Zuurdesembrood");
	assert_str(json_text_at(node, "name"), "Boulangerie Dumont; pains, & fils");
	assert_str(json_text_at(node, "url"), "https://example.org/guide/nl/merchants/dumont/");
	assert_str(json_text_at(node, "@id"),
	           "https://example.org/guide/merchants/dumont/#business");
}

static void
a_shop_of_which_little_is_known_is_still_a_business(void **state)
{
	struct town *t = *state;
	const struct value *node = node_of(t, &t->shop, LANG_FR);

	/* A museum is no LocalBusiness to schema.org. */
	assert_str(json_text_at(node, "@type.0"), "LocalBusiness");
	assert_str(json_text_at(node, "@type.1"), "Museum");
	assert_str(json_text_at(node, "name"), "Zoé");
	assert_null(json_at(node, "address"));
	assert_null(json_at(node, "sameAs"));
	assert_null(json_at(node, "makesOffer"));
	assert_null(json_at(node, "amenityFeature"));
}

static void
types_are_subtypes_of_local_business_or_stand_beside_it(void **state)
{
	static const struct {
		const char *schema, *one, *two;
	} cases[] = {
		{ "Bakery", "Bakery", NULL },
		{ "Store", "Store", NULL },
		{ "Place", "LocalBusiness", NULL },
		{ "Organization", "LocalBusiness", NULL },
		{ "LocalBusiness", "LocalBusiness", NULL },
		{ "ParkingFacility", "LocalBusiness", "ParkingFacility" },
		{ "VeterinaryCare", "LocalBusiness", "VeterinaryCare" },
		{ "", "LocalBusiness", NULL },
		{ "no type", "LocalBusiness", NULL },
		{ "x\"</script>", "LocalBusiness", NULL },
	};
	struct town *t = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *type;

		t->categories_of[1].schema = str(cases[i].schema);
		type = json_at(node_of(t, &t->shop, LANG_FR), "@type");
		assert_str(cases[i].two ? json_text_at(type, "0") : value_str(type), cases[i].one);
		if (cases[i].two)
			assert_str(json_text_at(type, "1"), cases[i].two);
	}
}

static void
in_a_list_a_shop_says_where_it_is_and_when_it_is_open(void **state)
{
	static const char *const kept[] = {
		"@type",        "@id",         "name",
		"url",          "description", "address.streetAddress",
		"geo.latitude", "telephone",   "openingHoursSpecification"
	};
	static const char *const left_out[] = { "makesOffer", "amenityFeature", "keywords",
		                                "sameAs" };
	struct town *t = *state;
	const struct value *whole = node_of(t, t->merchants[0], LANG_FR), *listed;
	struct graph graph;

	buf_clear(&t->out);
	graph_start(&graph, &t->out, t->scratch, &t->run, LANG_FR);
	business_listed(&graph, t->merchants[0]);
	listed = read_json(t->arena, buf_str(&t->out));
	assert_non_null(listed);
	for (size_t i = 0; i < countof(kept); i++)
		assert_non_null(json_at(listed, kept[i]));
	for (size_t i = 0; i < countof(left_out); i++) {
		assert_non_null(json_at(whole, left_out[i]));
		assert_null(json_at(listed, left_out[i]));
	}
	assert_true(str_eq(json_text_at(listed, "@id"), json_text_at(whole, "@id")));
	assert_str(json_text_at(listed, "description"), "Pain au levain");
}

static void
nodes_made_by_many_threads_are_those_made_by_one(void **state)
{
	struct town *t = *state;
	struct businesses *one = businesses_new(&t->run, 1), *many = businesses_new(&t->run, 4);

	for (size_t i = 0; i < t->guide.merchants_len; i++)
		for (size_t l = 0; l < t->config.languages_len; l++) {
			struct str a =
				businesses_find(one, t->config.languages[l], t->merchants[i]);
			struct str b =
				businesses_find(many, t->config.languages[l], t->merchants[i]);

			assert_true(a.len > 0);
			assert_true(str_eq(a, b));
		}
	businesses_free(one);
	businesses_free(many);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(every_field_of_a_card_has_its_property),
		in_town(days_with_the_same_hours_share_a_specification),
		in_town(closures_are_special_hours_until_they_are_over),
		in_town(what_search_engines_read_of_hours),
		in_town(a_day_in_a_closure_is_said_by_the_closure_alone),
		in_town(a_shop_that_is_closed_for_now_shows_no_ordinary_hours),
		in_town(hours_that_are_not_understood_are_not_given),
		in_town(texts_are_in_the_readers_language_and_ids_are_not),
		in_town(a_shop_of_which_little_is_known_is_still_a_business),
		in_town(types_are_subtypes_of_local_business_or_stand_beside_it),
		in_town(in_a_list_a_shop_says_where_it_is_and_when_it_is_open),
		in_town(nodes_made_by_many_threads_are_those_made_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
