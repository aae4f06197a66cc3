#include "../check.h"

#include "base/arena.h"
#include "card/street.h"

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
a_house_number_is_split_off_where_people_write_it(void **state)
{
	static const struct {
		const char *line, *name, *number;
	} cases[] = {
		{ "Rue du Moulin 12", "Rue du Moulin", "12" },
		{ "Rue du Moulin, 14", "Rue du Moulin", "14" },
		{ "Rue du Moulin,14", "Rue du Moulin", "14" },
		{ "  Rue du Moulin  16 ", "Rue du Moulin", "16" },
		{ "Rue du Moulin 12 bis", "Rue du Moulin", "12 bis" },
		{ "Rue du Moulin 12bis", "Rue du Moulin", "12bis" },
		{ "Rue du Moulin 12 A", "Rue du Moulin", "12 A" },
		{ "Rue du Moulin 12-14", "Rue du Moulin", "12-14" },
		{ "Rue du Moulin 12 – 14", "Rue du Moulin", "12 – 14" },
		{ "Rue du Moulin 12 et 14", "Rue du Moulin", "12 et 14" },
		{ "Rue du Moulin 12/3", "Rue du Moulin", "12/3" },
		{ "Rue du Moulin 12a-14b", "Rue du Moulin", "12a-14b" },
		{ "Rue du Moulin n° 12", "Rue du Moulin", "12" },
		{ "Rue du Moulin n°12", "Rue du Moulin", "12" },
		{ "Kerkstraat nr. 12", "Kerkstraat", "12" },
		{ "12 rue du Moulin", "rue du Moulin", "12" },
		{ "12, rue du Moulin", "rue du Moulin", "12" },
		{ "12 bis, rue du Moulin", "rue du Moulin", "12 bis" },
		{ "12-14 rue du Moulin", "rue du Moulin", "12-14" },
		{ "5 à 7 rue Neuve", "rue Neuve", "5 à 7" },
		{ "Grand'Place 3", "Grand'Place", "3" },
		{ "Grote Markt 5 bus 2", "Grote Markt", "5 bus 2" },
		{ "Rue Neuve 5 boîte 2B", "Rue Neuve", "5 boîte 2B" },
		{ "Rue Neuve 5, bte 3", "Rue Neuve", "5, bte 3" },
		{ "Rue Neuve 5, 1er étage", "Rue Neuve", "5" },
		{ "Rue Neuve 5 (galerie)", "Rue Neuve", "5" },
		{ "Hauptstraße 3a", "Hauptstraße", "3a" },
		{ "Hauptstr. 3 a", "Hauptstr.", "3 a" },
		{ "Rue de l'Église 7", "Rue de l'Église", "7" },
		{ "Rue du 11 Novembre 3", "Rue du 11 Novembre", "3" },
		{ "Rue du 8 Mai 1945, 3", "Rue du 8 Mai 1945", "3" },
		{ "Rue du 4 Août 1789 12", "Rue du 4 Août 1789", "12" },
		{ "n°12, rue du Moulin", "rue du Moulin", "12" },
		{ "N° 12 rue du Moulin", "rue du Moulin", "12" },
		{ "Nr. 12, Kerkstraat", "Kerkstraat", "12" },
		{ "12 A rue du Moulin", "rue du Moulin", "12 A" },
		{ "12 b, Av. du Moulin", "Av. du Moulin", "12 b" },
		{ "12 r. du Moulin", "r. du Moulin", "12" },
		{ "12 R rue", "rue", "12 R" },
		{ "Rue du Moulin 12/A", "Rue du Moulin", "12/A" },
		{ "Rue du Moulin 12-A, bte 3", "Rue du Moulin", "12-A, bte 3" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct street_line line = street_split(str(cases[i].line));

		assert_str(line.name, cases[i].name);
		assert_str(line.number, cases[i].number);
	}
}

static void
a_number_that_belongs_to_the_name_stays_there(void **state)
{
	static const char *const lines[] = {
		"Rue du Moulin",     "Rue du 11 Novembre",
		"Rue du 8 Mai 1945", "Place du 1er Mai",
		"11 Novembre",       "1er Mai",
		"2e Avenue",         "12",
		"Zone 123456",       "",
		"Route N5",          "n° 12",
		"N5 vers Charleroi", "Quai Albert 1er",
	};

	(void)state;
	for (size_t i = 0; i < countof(lines); i++) {
		struct street_line line = street_split(str(lines[i]));

		assert_str(line.name, lines[i]);
		assert_int_equal(line.number.len, 0);
	}
}

static void
one_street_has_one_key_in_all_its_spellings(void **state)
{
	static const struct {
		const char *one, *other, *country;
		bool same;
	} cases[] = {
		{ "Rue du Moulin", "RUE DU MOULIN", "BE", true },
		{ "Rue du Moulin", "R. du Moulin", "BE", true },
		{ "Rue du Moulin", "r du moulin", "BE", true },
		{ "Rue de l'Église", "rue de l’eglise", "BE", true },
		{ "Grand-Place", "Grand'Place", "BE", true },
		{ "Grand-Place", "Grand Place", "BE", true },
		{ "Avenue des Tilleuls", "Av. des Tilleuls", "BE", true },
		{ "Boulevard Saint-Martin", "Bd St-Martin", "BE", true },
		{ "Place Sainte-Anne", "Pl. Ste Anne", "BE", true },
		{ "Chaussée de Mons", "Chée de Mons", "BE", true },
		{ "Chaussée de Mons", "Ch. de Mons", "BE", true },
		{ "Chemin de Mons", "Ch. de Mons", "FR", true },
		{ "Square du Parc", "Sq. du Parc", "FR", true },
		{ "Impasse Noire", "Imp. Noire", "FR", true },
		{ "Kerkstraat", "Kerkstr.", "NL", true },
		{ "Lange Straat", "Lange Str.", "NL", true },
		{ "Hauptstraße", "Hauptstr.", "DE", true },
		{ "Hauptstraße", "Hauptstrasse", "DE", true },
		{ "Sint-Jansplein", "St.-Jansplein", "BE", true },
		{ "Rue de l'Église", "R. de l'Égl.", "BE", true },
		{ "Doktor Grass-Strasse", "Dr.-Grass-Str.", "DE", true },
		{ "Quai Albert 1er", "Quai Albert Ier", "FR", true },
		{ "Quai Albert 1er", "Quai Albert I", "FR", false },
		{ "Boulevard Rainier III", "Bd Rainier 3", "FR", true },
		{ "Mechelsesteenweg", "Mechelsestwg.", "BE", true },
		{ "Cours Lafayette", "Crs Lafayette", "FR", true },
		{ "Rue du Moulin", "Rue de Moulin", "BE", false },
		{ "Rue du Moulin", "Place du Moulin", "BE", false },
		{ "Rue du Moulin", "Rue du Moulinet", "BE", false },
		{ "Rue Saint-Martin", "Rue Sainte-Martin", "BE", false },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct str one = street_key(*state, str(cases[i].one), str(cases[i].country), NULL);
		struct str other =
			street_key(*state, str(cases[i].other), str(cases[i].country), NULL);

		assert_int_equal(str_eq(one, other), cases[i].same);
	}
}

static void
a_plain_name_is_written_out_and_not_in_capitals(void **state)
{
	static const struct {
		const char *name;
		bool plain;
	} cases[] = {
		{ "Rue du Moulin", true },
		{ "R. du Moulin", false },
		{ "RUE DU MOULIN", false },
		{ "Bd Saint-Martin", false },
		{ "Boulevard St-Martin", false },
		{ "Sint-Jansplein", true },
		{ "Kerkstr.", false },
		{ "Kerkstraat", true },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		bool plain;

		street_key(*state, str(cases[i].name), STR("BE"), &plain);
		assert_int_equal(plain, cases[i].plain);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_house_number_is_split_off_where_people_write_it),
		cmocka_unit_test(a_number_that_belongs_to_the_name_stays_there),
		cmocka_unit_test_setup_teardown(one_street_has_one_key_in_all_its_spellings, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(a_plain_name_is_written_out_and_not_in_capitals,
		                                setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
