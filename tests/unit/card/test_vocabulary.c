#include "card/vocabulary.h"

#include "../check.h"
#include "card/category.h"
#include "card/slug.h"

#include <stdio.h>
#include <stdlib.h>

static void
every_word_has_labels_and_finds_itself(void **state)
{
	(void)state;
	for (int v = 0; v < VOCABULARY_COUNT; v++) {
		size_t count;
		const struct term *terms = vocabulary((enum vocabulary)v, &count);

		assert_true(count > 0);
		for (size_t i = 0; i < count; i++) {
			assert_true(slug_is_valid(str(terms[i].id)));
			assert_int_equal(vocabulary_find((enum vocabulary)v, str(terms[i].id)), i);
			for (int lang = 0; lang < LANG_COUNT; lang++) {
				if (!terms[i].label[lang] || !*terms[i].label[lang])
					fail_msg("%s has no label in %s", terms[i].id,
					         lang_code((enum lang)lang));
			}
		}
	}
}

/* A label may stand for two words in two languages ("location" is rental), but then one word is found by it
 * always, and none by chance. */
static void
every_label_finds_a_word_of_that_label(void **state)
{
	(void)state;
	for (int v = 0; v < VOCABULARY_COUNT; v++) {
		size_t count;
		const struct term *terms = vocabulary((enum vocabulary)v, &count);

		for (size_t i = 0; i < count; i++)
			for (int lang = 0; lang < LANG_COUNT; lang++) {
				int found = vocabulary_find((enum vocabulary)v,
				                            str(terms[i].label[lang]));

				if (found != (int)i)
					fail_msg("\"%s\" finds %s, not %s", terms[i].label[lang],
					         found < 0 ? "nothing" : terms[found].id,
					         terms[i].id);
			}
	}
}

static void
the_words_of_the_format_are_known(void **state)
{
	static const struct {
		enum vocabulary which;
		const char *words;
	} cases[] = {
		{ VOCABULARY_PAYMENT,
		  "cash,bancontact,visa,mastercard,maestro,amex,meal-vouchers,eco-vouchers,"
		  "gift-vouchers,sports-culture-vouchers,payconiq,wero,transfer" },
		{ VOCABULARY_SERVICES,
		  "click-and-collect,delivery,booking,gift-card,gift-wrapping,repair,"
		  "made-to-measure,takeaway,terrace,wifi,parking,home-visit,online-shop,"
		  "rental,second-hand,dine-in,drive-through,pets-welcome,kids-corner,"
		  "senior-friendly,quote,catering" },
		{ VOCABULARY_LANGUAGES,
		  "fr,nl,de,en,lb,it,es,pt,pl,ro,tr,ar,zh,ru,uk,ja,hi,el,sv,fi,hu" },
		{ VOCABULARY_SOCIAL,
		  "facebook,instagram,tiktok,youtube,linkedin,x,whatsapp,pinterest,mastodon,"
		  "threads,bluesky" },
		{ VOCABULARY_LINKS, "shop,booking,menu,reviews,video,catalogue" },
		{ VOCABULARY_PLACES,
		  "parking,bus-stop,bicycle-parking,locker,toilets,atm,charging,attraction,"
		  "market,playground,park,drinking-water,post-box,recycling,defibrillator,"
		  "train-station,picnic,taxi,other" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str rest = str(cases[i].words), word;

		while (str_split(&rest, ',', &word))
			if (vocabulary_find(cases[i].which, word) < 0)
				fail_msg("%.*s", STR_ARG(word));
	}
}

static const char *
found(enum vocabulary which, const char *word)
{
	size_t count;
	int index = vocabulary_find(which, str(word));

	return index < 0 ? "" : vocabulary(which, &count)[index].id;
}

static void
labels_and_synonyms_are_understood(void **state)
{
	(void)state;
	assert_string_equal(found(VOCABULARY_PAYMENT, "Chèques-repas"), "meal-vouchers");
	assert_string_equal(found(VOCABULARY_PAYMENT, "maaltijdcheques"), "meal-vouchers");
	assert_string_equal(found(VOCABULARY_SERVICES, "livraison a domicile"), "delivery");
	assert_string_equal(found(VOCABULARY_SERVICES, "Sur rendez-vous"), "booking");
	assert_string_equal(found(VOCABULARY_SOCIAL, "Twitter"), "x");
	assert_string_equal(found(VOCABULARY_LANGUAGES, "Français"), "fr");
	assert_string_equal(found(VOCABULARY_LANGUAGES, "Lëtzebuergesch"), "lb");
	assert_string_equal(found(VOCABULARY_PLACES, "arrêt de bus"), "bus-stop");
	assert_string_equal(found(VOCABULARY_PAYMENT, "sea shells"), "");
	assert_string_equal(found(VOCABULARY_PAYMENT, ""), "");
}

static void
the_nearest_word_is_offered(void **state)
{
	(void)state;
	assert_string_equal(vocabulary_nearest(VOCABULARY_PAYMENT, STR("bancontct")), "bancontact");
	assert_string_equal(vocabulary_nearest(VOCABULARY_SERVICES, STR("livrason")), "delivery");
	assert_null(vocabulary_nearest(VOCABULARY_PAYMENT, STR("zzzzzzzzzz")));
}

static void
categories_are_sorted_and_labelled(void **state)
{
	size_t count;
	const struct category *all = category_all(&count);

	(void)state;
	assert_int_equal(count, 173);
	for (size_t i = 0; i < count; i++) {
		assert_true(slug_is_valid(str(all[i].id)));
		assert_true(i == 0 || strcmp(all[i - 1].id, all[i].id) < 0);
		assert_non_null(strchr(all[i].osm, '='));
		assert_true(all[i].schema[0] >= 'A' && all[i].schema[0] <= 'Z');
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_true(all[i].label[lang] && *all[i].label[lang]);
	}
}

static const struct category *
find(const char *id)
{
	size_t count;
	const struct category *all = category_all(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].id, id) == 0)
			return &all[i];
	return NULL;
}

static void
categories_that_others_rely_on_are_there(void **state)
{
	(void)state;
	assert_string_equal(find("bakery")->osm, "shop=bakery");
	assert_string_equal(find("bakery")->schema, "Bakery");
	assert_string_equal(find("second-hand")->osm, "shop=second_hand");
	assert_string_equal(find("confectionery")->osm, "shop=confectionery");
	assert_string_equal(find("craft-confectionery")->osm, "craft=confectionery");
}

/* The list is made from this table; a row that changed there changes here. */
static void
categories_are_those_of_the_shared_table(void **state)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	char path[4096], line[4096], osm[256];
	FILE *in;
	size_t rows = 0;

	(void)state;
	snprintf(path, sizeof path, "%s/categories.tsv", folder ? folder : "../shared/data");
	in = fopen(path, "r");
	if (!in) {
		print_message("skipped: there is no %s\n", path);
		skip();
	}
	while (fgets(line, sizeof line, in)) {
		struct str rest = str(line), cells[7];
		size_t count, n = 0;
		const struct category *all = category_all(&count), *row = NULL;

		rest.len -= rest.len && rest.ptr[rest.len - 1] == '\n';
		while (n < countof(cells) && str_split(&rest, '\t', &cells[n]))
			n++;
		if (str_is(cells[0], "osm_key"))
			continue;
		assert_int_equal(n, countof(cells));
		snprintf(osm, sizeof osm, "%.*s=%.*s", STR_ARG(cells[0]), STR_ARG(cells[1]));
		for (size_t i = 0; i < count; i++)
			if (strcmp(all[i].osm, osm) == 0)
				row = &all[i];
		assert_non_null(row);
		assert_str(cells[2], row->schema);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_str(cells[3 + lang], row->label[lang]);
		rows++;
	}
	fclose(in);
	assert_int_equal(rows, 173);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_has_labels_and_finds_itself),
		cmocka_unit_test(every_label_finds_a_word_of_that_label),
		cmocka_unit_test(the_words_of_the_format_are_known),
		cmocka_unit_test(labels_and_synonyms_are_understood),
		cmocka_unit_test(the_nearest_word_is_offered),
		cmocka_unit_test(categories_are_sorted_and_labelled),
		cmocka_unit_test(categories_that_others_rely_on_are_there),
		cmocka_unit_test(categories_are_those_of_the_shared_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
