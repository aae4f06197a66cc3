#include "card/holidays.h"

#include "../check.h"
#include "base/arena.h"
#include "base/date.h"
#include "card/card.h"
#include "card/reader.h"

#include <stdlib.h>

enum { MONDAY = 0, WEDNESDAY = 2, SATURDAY = 5, SUNDAY = 6 };

struct fixture {
	struct arena *arena;
	struct config config;
	struct holidays holidays;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	reader_config_defaults(&f->config, "quartier.yml");
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	free(f);
	return 0;
}

static int
day(const char *iso)
{
	int day = DATE_NONE;

	if (!date_parse(str(iso), &day))
		fail_msg("%s is no date", iso);
	return day;
}

/* Of a country, a region ("": none) and the years of a test, without own ones. */
static void
make(struct fixture *f, const char *country, const char *region, int from, int to)
{
	f->config.country = str(country);
	f->config.region = str(region);
	holidays_make(&f->holidays, f->arena, &f->config, from, to);
}

static void
easter_is_the_sunday_of_the_church_calendar(void **state)
{
	/* 1818 and 2285 are the earliest there is, 1943 and 2038 the latest; 1954, 1981 and 2049 are where
	 * simpler formulae need their exceptions. */
	static const char *const sundays[] = {
		"1583-04-10", "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1961-04-02",
		"1981-04-19", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
		"2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
		"2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
		"2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13",
		"2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01", "2049-04-18", "2076-04-19",
		"2100-03-28", "2285-03-22", "4099-04-19",
	};

	(void)state;
	for (size_t i = 0; i < countof(sundays); i++) {
		int year = date_to_civil(day(sundays[i])).year;

		if (holidays_easter(year) != day(sundays[i]))
			fail_msg("Easter %d is not %s", year, sundays[i]);
	}
	for (int year = 1583; year < 5000; year++)
		assert_int_equal(date_weekday(holidays_easter(year)), SUNDAY);
}

static const struct {
	const char *country, *region, *day;
	const char *name; /* in the country's first language; NULL: an ordinary day */
	enum lang lang;
} known[] = {
	{ "BE", "", "2026-01-01", "Nouvel An", LANG_FR },
	{ "BE", "", "2026-04-06", "Lundi de Pâques", LANG_FR },
	{ "BE", "", "2026-05-01", "Fête du Travail", LANG_FR },
	{ "BE", "", "2026-05-14", "Ascension", LANG_FR },
	{ "BE", "", "2026-05-25", "Lundi de Pentecôte", LANG_FR },
	{ "BE", "BE-VLG", "2026-07-21", "Nationale feestdag", LANG_NL },
	{ "BE", "BE-WAL", "2026-08-15", "Assomption", LANG_FR },
	{ "BE", "BE-WAL", "2026-11-01", "Toussaint", LANG_FR },
	{ "BE", "BE-BRU", "2026-11-11", "Armistice", LANG_FR },
	{ "BE", "", "2026-12-25", "Weihnachten", LANG_DE },
	{ "BE", "", "2027-03-29", "Lundi de Pâques", LANG_FR },
	{ "BE", "", "2024-05-20", "Lundi de Pentecôte", LANG_FR },
	{ "BE", "", "2026-04-05", NULL, LANG_FR },       /* Easter Sunday is a Sunday */
	{ "BE", "", "2026-12-26", NULL, LANG_FR },       /* the banks', not the shops' */
	{ "BE", "BE-WAL", "2026-09-27", NULL, LANG_FR }, /* a community's own */
	{ "BE", "BE-VLG", "2026-07-11", NULL, LANG_NL },
	{ "BE", "BE-BRU", "2026-05-08", NULL, LANG_FR },
	{ "BE", "", "2026-11-15", NULL, LANG_DE },

	{ "FR", "", "2025-07-14", "Fête nationale", LANG_FR },
	{ "FR", "", "2025-05-08", "Victoire 1945", LANG_FR },
	{ "FR", "", "1981-05-08", NULL, LANG_FR },
	{ "FR", "", "2025-05-29", "Ascension", LANG_FR },
	{ "FR", "", "2025-06-09", "Lundi de Pentecôte", LANG_FR },
	{ "FR", "", "2025-04-18", NULL, LANG_FR },
	{ "FR", "FR-GES", "2025-04-18", NULL, LANG_FR },
	{ "FR", "FR-54", "2025-12-26", NULL, LANG_FR },
	{ "FR", "FR-57", "2025-04-18", "Vendredi saint", LANG_FR },
	{ "FR", "FR-67", "2026-04-03", "Vendredi saint", LANG_FR },
	{ "FR", "FR-68", "2025-12-26", "Saint-Étienne", LANG_FR },
	{ "FR", "FR-6AE", "2025-12-26", "Saint-Étienne", LANG_FR },

	{ "LU", "", "2018-05-09", NULL, LANG_FR },
	{ "LU", "", "2019-05-09", "Journée de l'Europe", LANG_FR },
	{ "LU", "", "2026-06-23", "Fête nationale", LANG_FR },
	{ "LU", "LU-ES", "2026-12-26", "Stephanstag", LANG_DE },
	{ "LU", "", "2026-11-11", NULL, LANG_FR },

	{ "NL", "", "2026-04-27", "Koningsdag", LANG_NL },
	{ "NL", "", "2014-04-26", "Koningsdag", LANG_NL }, /* the 27th was a Sunday */
	{ "NL", "", "2014-04-27", NULL, LANG_NL },
	{ "NL", "", "2025-04-26", "Koningsdag", LANG_NL },
	{ "NL", "", "2025-04-27", NULL, LANG_NL },
	{ "NL", "", "2013-04-30", "Koninginnedag", LANG_NL },
	{ "NL", "", "2006-04-29", "Koninginnedag", LANG_NL }, /* the 30th was a Sunday */
	{ "NL", "", "2006-04-30", NULL, LANG_NL },
	{ "NL", "", "2014-04-30", NULL, LANG_NL },
	{ "NL", "", "2026-05-05", "Bevrijdingsdag", LANG_NL },
	{ "NL", "", "2026-04-05", "Eerste paasdag", LANG_NL },
	{ "NL", "", "2026-04-06", "Tweede paasdag", LANG_NL },
	{ "NL", "", "2026-05-24", "Eerste pinksterdag", LANG_NL },
	{ "NL", "NL-LI", "2026-12-26", "Tweede kerstdag", LANG_NL },
	{ "NL", "", "2026-04-03", NULL, LANG_NL }, /* Good Friday */
	{ "NL", "", "2026-05-01", NULL, LANG_NL },
	{ "NL", "", "2026-12-05", NULL, LANG_NL },

	{ "DE", "", "2026-10-03", "Tag der Deutschen Einheit", LANG_DE },
	{ "DE", "", "2026-04-03", "Karfreitag", LANG_DE },
	{ "DE", "", "2026-12-26", "Zweiter Weihnachtstag", LANG_DE },
	{ "DE", "", "2026-06-04", NULL, LANG_DE },
	{ "DE", "", "2017-10-31", "Reformationstag", LANG_DE },
	{ "DE", "DE-BY", "2017-10-31", "Reformationstag", LANG_DE },
	{ "DE", "DE-BB", "2017-10-31", "Reformationstag", LANG_DE },
	{ "DE", "DE-BY", "2018-10-31", NULL, LANG_DE },
	{ "DE", "DE-HH", "2016-10-31", NULL, LANG_DE },
	{ "DE", "DE-HH", "2018-10-31", "Reformationstag", LANG_DE },
	{ "DE", "DE-SN", "2026-10-31", "Reformationstag", LANG_DE },
	{ "DE", "DE-BW", "2026-01-06", "Heilige Drei Könige", LANG_DE },
	{ "DE", "DE-NW", "2026-01-06", NULL, LANG_DE },
	{ "DE", "DE-NW", "2026-06-04", "Fronleichnam", LANG_DE },
	{ "DE", "DE-NW", "2027-05-27", "Fronleichnam", LANG_DE },
	{ "DE", "DE-NI", "2026-06-04", NULL, LANG_DE },
	{ "DE", "DE-RP", "2026-11-01", "Allerheiligen", LANG_DE },
	{ "DE", "DE-HE", "2026-11-01", NULL, LANG_DE },
	{ "DE", "DE-SL", "2026-08-15", "Mariä Himmelfahrt", LANG_DE },
	{ "DE", "DE-BY", "2026-08-15", NULL, LANG_DE }, /* not in all of it */
	{ "DE", "DE-BB", "2026-04-05", "Ostersonntag", LANG_DE },
	{ "DE", "DE-BB", "2026-05-24", "Pfingstsonntag", LANG_DE },
	{ "DE", "DE-HE", "2026-04-05", NULL, LANG_DE },
	{ "DE", "DE-BE", "2018-03-08", NULL, LANG_DE },
	{ "DE", "DE-BE", "2019-03-08", "Internationaler Frauentag", LANG_DE },
	{ "DE", "DE-MV", "2022-03-08", NULL, LANG_DE },
	{ "DE", "DE-MV", "2023-03-08", "Internationaler Frauentag", LANG_DE },
	{ "DE", "DE-BE", "2020-05-08", "Tag der Befreiung", LANG_DE },
	{ "DE", "DE-BE", "2024-05-08", NULL, LANG_DE },
	{ "DE", "DE-BE", "2025-05-08", "Tag der Befreiung", LANG_DE },
	{ "DE", "DE-BE", "2026-05-08", NULL, LANG_DE },
	{ "DE", "DE-BE", "2028-06-17", "Jahrestag des Volksaufstandes von 1953", LANG_DE },
	{ "DE", "DE-TH", "2018-09-20", NULL, LANG_DE },
	{ "DE", "DE-TH", "2019-09-20", "Weltkindertag", LANG_DE },
	{ "DE", "DE-SN", "2016-11-16", "Buß- und Bettag",
	  LANG_DE }, /* 23 November is a Wednesday */
	{ "DE", "DE-SN", "2022-11-16", "Buß- und Bettag", LANG_DE },
	{ "DE", "DE-SN", "2022-11-23", NULL, LANG_DE },
	{ "DE", "DE-SN", "2023-11-22", "Buß- und Bettag", LANG_DE },
	{ "DE", "DE-SN", "2025-11-19", "Buß- und Bettag", LANG_DE },
	{ "DE", "DE-SN", "2026-11-18", "Buß- und Bettag", LANG_DE },
	{ "DE", "DE-TH", "2026-11-18", NULL, LANG_DE },
};

static void
public_holidays_are_those_of_the_law(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(known); i++) {
		int wanted = day(known[i].day), year = date_to_civil(wanted).year;
		const struct holiday *found;

		make(f, known[i].country, known[i].region, year, year);
		found = holidays_public(&f->holidays, wanted);
		if (!found != !known[i].name)
			fail_msg("%s %s: %s is %s", known[i].country, known[i].region, known[i].day,
			         found ? "a holiday" : "an ordinary day");
		if (found)
			assert_str(found->name.in[known[i].lang], known[i].name);
	}
}

static void
the_year_2026_has_as_many_as_each_law_names(void **state)
{
	static const struct {
		const char *country, *region;
		size_t count;
	} cases[] = {
		{ "BE", "", 10 },      { "BE", "BE-WAL", 10 }, { "FR", "", 11 },
		{ "FR", "FR-67", 13 }, { "LU", "", 11 },       { "NL", "", 10 },
		{ "DE", "", 9 },       { "DE", "DE-BB", 12 },  { "DE", "DE-BE", 10 },
		{ "DE", "DE-BW", 12 }, { "DE", "DE-BY", 12 },  { "DE", "DE-HB", 10 },
		{ "DE", "DE-HE", 10 }, { "DE", "DE-HH", 10 },  { "DE", "DE-MV", 11 },
		{ "DE", "DE-NI", 10 }, { "DE", "DE-NW", 11 },  { "DE", "DE-RP", 11 },
		{ "DE", "DE-SH", 10 }, { "DE", "DE-SL", 12 },  { "DE", "DE-SN", 11 },
		{ "DE", "DE-ST", 11 }, { "DE", "DE-TH", 11 },  { "XX", "", 0 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		make(f, cases[i].country, cases[i].region, 2026, 2026);
		if (f->holidays.public_len != cases[i].count)
			fail_msg("%s %s has %zu holidays", cases[i].country, cases[i].region,
			         f->holidays.public_len);
	}
}

static void
assert_in_order(const struct holiday *holidays, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		assert_true(holidays[i].from <= holidays[i].until);
		assert_true(i == 0 || holidays[i - 1].until < holidays[i].from);
	}
}

static void
assert_named(const struct holiday *holidays, size_t len)
{
	for (size_t i = 0; i < len; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_true(holidays[i].name.in[lang].len >= 3);
}

static void
holidays_are_in_order_and_named_in_every_language(void **state)
{
	static const char *const places[][2] = {
		{ "BE", "" },      { "FR", "" },      { "FR", "FR-57" }, { "LU", "" },
		{ "NL", "" },      { "DE", "" },      { "DE", "DE-BB" }, { "DE", "DE-BE" },
		{ "DE", "DE-BW" }, { "DE", "DE-MV" }, { "DE", "DE-SL" }, { "DE", "DE-SN" },
		{ "DE", "DE-ST" }, { "DE", "DE-TH" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(places); i++) {
		make(f, places[i][0], places[i][1], 1990, 2060);
		assert_in_order(f->holidays.public, f->holidays.public_len);
		assert_named(f->holidays.public, f->holidays.public_len);
		assert_in_order(f->holidays.school, f->holidays.school_len);
		assert_named(f->holidays.school, f->holidays.school_len);
		for (size_t h = 0; h < f->holidays.public_len; h++)
			assert_ptr_equal(holidays_public(&f->holidays, f->holidays.public[h].from),
			                 &f->holidays.public[h]);
	}
}

static void
two_holidays_on_a_day_are_one_with_both_names(void **state)
{
	static const struct {
		const char *country, *day, *name;
		enum lang lang;
	} cases[] = {
		{ "BE", "2008-05-01", "Fête du Travail, Ascension", LANG_FR },
		{ "BE", "2008-05-01", "Dag van de Arbeid, Hemelvaartsdag", LANG_NL },
		{ "LU", "2024-05-09", "Europatag, Christi Himmelfahrt", LANG_DE },
		{ "FR", "1997-05-08", "Victory Day, Ascension Day", LANG_EN },
		{ "NL", "2016-05-05", "Bevrijdingsdag, Hemelvaartsdag", LANG_NL },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		int shared = day(cases[i].day), year = date_to_civil(shared).year;
		const struct holiday *found;

		make(f, cases[i].country, "", year, year);
		found = holidays_public(&f->holidays, shared);
		assert_non_null(found);
		assert_str(found->name.in[cases[i].lang], cases[i].name);
		assert_null(holidays_public(&f->holidays, shared + 1));
		assert_in_order(f->holidays.public, f->holidays.public_len);
	}
	make(f, "BE", "", 2008, 2008);
	assert_int_equal(f->holidays.public_len, 9);
}

static void
the_days_known_about_are_whole_years(void **state)
{
	struct fixture *f = *state;

	make(f, "BE", "", 2025, 2028);
	assert_int_equal(f->holidays.first, day("2025-01-01"));
	assert_int_equal(f->holidays.until, day("2029-01-01"));
	assert_int_equal(f->holidays.public_len, 40);
	assert_null(holidays_public(&f->holidays, day("2024-12-25")));
	assert_null(holidays_public(&f->holidays, day("2029-01-01")));
	make(f, "BE", "", -5, 20000);
	assert_in_order(f->holidays.public, f->holidays.public_len);
	make(f, "BE", "", 2028, 2025);
	assert_int_equal(f->holidays.public_len, 0);
}

/* ---- the content's own ---- */

static struct own_holiday
own(const char *from, const char *until, enum own_holiday_kind kind, const char *name)
{
	struct own_holiday holiday = { .from = day(from), .until = day(until), .kind = kind };

	holiday.name.in[LANG_FR] = str(name);
	return holiday;
}

static void
assert_name(const struct holiday *holiday, const char *name)
{
	if (!holiday && name)
		fail_msg("\"%s\" is no holiday", name);
	if (holiday && !name)
		fail_msg("\"%.*s\" is a holiday", STR_ARG(holiday->name.in[LANG_FR]));
	if (holiday)
		assert_str(holiday->name.in[LANG_FR], name);
}

static void
own_holidays_stand_beside_those_of_the_country(void **state)
{
	struct own_holiday list[] = {
		own("2026-12-24", "2026-12-31", OWN_PUBLIC, "Trêve"),
		own("2026-09-07", "2026-09-07", OWN_PUBLIC, "Ducasse"),
		own("2026-05-01", "2026-05-01", OWN_PUBLIC, "Muguet"),
		own("2026-11-01", "2026-11-01", OWN_PUBLIC, "Toussaint"),
		own("2026-11-09", "2026-11-13", OWN_SCHOOL, "Classe verte"),
		own("2026-11-02", "2026-11-02", OWN_PUBLIC, ""),
		{ .from = DATE_NONE, .until = DATE_NONE },
		{ .from = 20000, .until = DATE_NONE },
		own("2026-06-02", "2026-06-01", OWN_PUBLIC, "À l'envers"),
	};
	static const struct {
		const char *day, *public, *school;
	} cases[] = {
		{ "2026-09-06", NULL, NULL },
		{ "2026-09-07", "Ducasse", NULL },
		{ "2026-05-01", "Fête du Travail, Muguet", "Vacances de printemps" },
		{ "2026-11-01", "Toussaint", "Congé d'automne" },
		{ "2026-11-02", "", NULL },
		{ "2026-11-10", NULL, "Classe verte" },
		{ "2026-11-11", "Armistice", "Classe verte" },
		{ "2026-12-23", NULL, "Vacances d'hiver" },
		{ "2026-12-24", "Trêve", "Vacances d'hiver" },
		{ "2026-12-25", "Noël", "Vacances d'hiver" },
		{ "2026-12-26", "Trêve", "Vacances d'hiver" },
		{ "2026-12-31", "Trêve", "Vacances d'hiver" },
		{ "2027-01-01", "Nouvel An", "Vacances d'hiver" },
		{ "2027-01-02", NULL, "Vacances d'hiver" },
		{ "2026-06-01", NULL, NULL },
	};
	struct fixture *f = *state;

	f->config.holidays = list;
	f->config.holidays_len = countof(list);
	make(f, "BE", "BE-WAL", 2026, 2027);
	for (size_t i = 0; i < countof(cases); i++) {
		assert_name(holidays_public(&f->holidays, day(cases[i].day)), cases[i].public);
		assert_name(holidays_school(&f->holidays, day(cases[i].day)), cases[i].school);
	}
	assert_str(holidays_public(&f->holidays, day("2026-05-01"))->name.in[LANG_NL],
	           "Dag van de Arbeid");
	assert_in_order(f->holidays.public, f->holidays.public_len);
	assert_in_order(f->holidays.school, f->holidays.school_len);
}

static void
the_shortest_of_overlapping_ones_names_the_day(void **state)
{
	struct own_holiday list[] = {
		own("0001-01-01", "9999-12-31", OWN_SCHOOL, "toujours"),
		own("2026-03-01", "2026-03-20", OWN_SCHOOL, "mars"),
		own("2026-03-10", "2026-03-12", OWN_SCHOOL, "trois"),
		own("2026-03-15", "2026-04-15", OWN_SCHOOL, "avril"),
	};
	static const struct {
		const char *from, *until, *name;
	} pieces[] = {
		{ "0001-01-01", "2026-02-28", "toujours" },
		{ "2026-03-01", "2026-03-09", "mars" },
		{ "2026-03-10", "2026-03-12", "trois" },
		{ "2026-03-13", "2026-03-20", "mars" },
		{ "2026-03-21", "2026-04-15", "avril" },
		{ "2026-04-16", "9999-12-31", "toujours" },
	};
	struct fixture *f = *state;

	f->config.holidays = list;
	f->config.holidays_len = countof(list);
	make(f, "NL", "", 2026, 2026);
	assert_int_equal(f->holidays.school_len, countof(pieces));
	for (size_t i = 0; i < countof(pieces); i++) {
		assert_int_equal(f->holidays.school[i].from, day(pieces[i].from));
		assert_int_equal(f->holidays.school[i].until, day(pieces[i].until));
		assert_name(&f->holidays.school[i], pieces[i].name);
	}
	assert_int_equal(f->holidays.school_first, f->holidays.school_until);
}

static void
thousands_of_own_ones_are_no_trouble(void **state)
{
	enum { MANY = 3000 };
	struct fixture *f = *state;
	struct own_holiday *list = arena_array(f->arena, MANY, sizeof *list);

	for (int i = 0; i < MANY; i++) {
		list[i] = own("2026-01-01", "2026-12-31", OWN_PUBLIC, "encore");
		list[i].from += i % 7;
		list[i].until += i % 11;
	}
	f->config.holidays = list;
	f->config.holidays_len = MANY;
	make(f, "BE", "", 2026, 2026);
	assert_in_order(f->holidays.public, f->holidays.public_len);
	assert_name(holidays_public(&f->holidays, day("2026-06-06")), "encore");
	assert_name(holidays_public(&f->holidays, day("2026-07-21")), "Fête nationale");
}

/* ---- school ---- */

static void
each_place_has_the_school_holidays_of_its_community(void **state)
{
	enum { FRENCH, FLEMISH, GERMAN, NO_DATA };
	static const struct {
		const char *country, *region;
		enum lang lang;
		int community;
	} cases[] = {
		{ "BE", "BE-WAL", LANG_FR, FRENCH },  { "BE", "", LANG_FR, FRENCH },
		{ "BE", "", LANG_EN, FRENCH },        { "BE", "", LANG_NL, FLEMISH },
		{ "BE", "", LANG_DE, GERMAN },        { "BE", "BE-WAL", LANG_DE, GERMAN },
		{ "BE", "BE-WLG", LANG_DE, GERMAN },  { "BE", "BE-WLG", LANG_FR, FRENCH },
		{ "BE", "BE-WAL", LANG_NL, FRENCH },  { "BE", "BE-WHT", LANG_DE, FRENCH },
		{ "BE", "BE-VLG", LANG_NL, FLEMISH }, { "BE", "BE-VLG", LANG_FR, FLEMISH },
		{ "BE", "BE-VOV", LANG_EN, FLEMISH }, { "BE", "BE-BRU", LANG_FR, FRENCH },
		{ "BE", "BE-BRU", LANG_NL, FLEMISH }, { "BE", "BE-BRU", LANG_DE, FRENCH },
		{ "BE", "BE-XX", LANG_FR, FRENCH },   { "FR", "", LANG_FR, NO_DATA },
		{ "LU", "", LANG_FR, NO_DATA },       { "NL", "", LANG_NL, NO_DATA },
		{ "DE", "DE-NW", LANG_DE, NO_DATA },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		bool autumn, easter;

		f->config.languages[0] = cases[i].lang;
		make(f, cases[i].country, cases[i].region, 2025, 2026);
		/* Only French schools are closed on the first, only the others on the second. */
		autumn = holidays_school(&f->holidays, day("2025-10-22"));
		easter = holidays_school(&f->holidays, day("2026-04-08"));
		assert_int_equal(autumn, cases[i].community == FRENCH);
		assert_int_equal(easter,
		                 cases[i].community == FLEMISH || cases[i].community == GERMAN);
		/* Of 2026-2027 the German-speaking data know summer alone. */
		assert_int_equal(holidays_school(&f->holidays, day("2026-12-28")) != NULL,
		                 cases[i].community == FRENCH || cases[i].community == FLEMISH);
		assert_int_equal(f->holidays.school_len > 0, cases[i].community != NO_DATA);
	}
}

static void
school_holidays_are_found_day_by_day(void **state)
{
	static const struct {
		enum lang lang; /* of the community */
		const char *day, *name;
	} cases[] = {
		{ LANG_FR, "2025-10-19", NULL },
		{ LANG_FR, "2025-10-20", "Congé d'automne" },
		{ LANG_FR, "2025-11-02", "Congé d'automne" },
		{ LANG_FR, "2025-11-03", NULL },
		{ LANG_FR, "2026-02-27", "Congé de détente" },
		{ LANG_FR, "2026-04-06", NULL }, /* Easter Monday is a public holiday alone */
		{ LANG_FR, "2026-05-10", "Vacances de printemps" },
		{ LANG_FR, "2026-07-03", NULL },
		{ LANG_FR, "2026-07-04", "Vacances d'été" },
		{ LANG_FR, "2026-08-23", "Vacances d'été" },
		{ LANG_FR, "2026-08-24", NULL },
		{ LANG_FR, "2026-10-30", "Congé d'automne" },
		{ LANG_FR, "2026-11-20", NULL },
		{ LANG_FR, "2027-01-01", "Vacances d'hiver" },
		{ LANG_FR, "2027-03-05", "Congé de détente" },
		{ LANG_FR, "2027-05-09", "Vacances de printemps" },
		{ LANG_FR, "2027-07-20", NULL }, /* beyond what is known */
		{ LANG_NL, "2026-10-30", NULL },
		{ LANG_NL, "2026-11-05", "Congé d'automne" },
		{ LANG_NL, "2028-04-17", "Vacances de Pâques" },
		{ LANG_NL, "2028-04-18", NULL },
		{ LANG_DE, "2026-04-19", "Vacances de Pâques" },
		{ LANG_DE, "2026-11-05", NULL },
		{ LANG_DE, "2027-07-01", "Vacances d'été" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		f->config.languages[0] = cases[i].lang;
		make(f, "BE", "", 2026, 2026);
		assert_name(holidays_school(&f->holidays, day(cases[i].day)), cases[i].name);
	}
}

static void
own_school_holidays_extend_what_is_known(void **state)
{
	struct own_holiday list[] = {
		own("2027-03-29", "2027-04-11", OWN_SCHOOL, "Osterferien"),
		own("2026-11-02", "2026-11-08", OWN_SCHOOL, "Allerheiligenferien"),
		own("2027-12-31", "2027-12-31", OWN_PUBLIC, "Silvester"),
	};
	struct fixture *f = *state;

	f->config.languages[0] = LANG_DE;
	f->config.holidays = list;
	f->config.holidays_len = countof(list);
	make(f, "BE", "", 2026, 2027);
	assert_int_equal(f->holidays.school_first, day("2025-09-01"));
	assert_int_equal(f->holidays.school_until, day("2027-04-12"));
	f->config.holidays_len = 0;
	make(f, "BE", "", 2026, 2027);
	assert_int_equal(f->holidays.school_until, day("2026-09-01"));
}

/* What a typing error in school-holidays.yml would break. */
static void
school_data_are_whole_weeks_of_the_years_known(void **state)
{
	static const struct {
		enum lang lang;
		const char *first, *until;
		size_t len;
	} communities[] = {
		{ LANG_FR, "2025-08-25", "2027-07-03", 9 },
		{ LANG_NL, "2025-09-01", "2029-09-01", 20 },
		{ LANG_DE, "2025-09-01", "2026-09-01", 7 },
	};
	struct fixture *f = *state;

	for (size_t c = 0; c < countof(communities); c++) {
		f->config.languages[0] = communities[c].lang;
		make(f, "BE", "", 2026, 2026);
		assert_int_equal(f->holidays.school_first, day(communities[c].first));
		assert_int_equal(f->holidays.school_until, day(communities[c].until));
		assert_int_equal(f->holidays.school_len, communities[c].len);
		assert_in_order(f->holidays.school, f->holidays.school_len);
		assert_named(f->holidays.school, f->holidays.school_len);
		for (size_t i = 0; i < f->holidays.school_len; i++) {
			const struct holiday *one = &f->holidays.school[i];
			int days = one->until - one->from + 1;

			if (days >= 7 * 7)
				continue; /* summer */
			assert_int_equal(date_weekday(one->from), MONDAY);
			assert_true(days == 7 || days == 14 || days == 15);
		}
	}
}

static int
monday_of(int date)
{
	return date - date_weekday(date);
}

/* The rules of the Vlaamse regering, as school-holidays.yml tells them. */
static void
flemish_school_holidays_follow_their_rules(void **state)
{
	struct fixture *f = *state;

	f->config.languages[0] = LANG_NL;
	make(f, "BE", "BE-VLG", 2026, 2026);
	for (int year = 2025, i = 0; year < 2029; year++, i += 5) {
		const struct holiday *h = &f->holidays.school[i];
		int saints = date_from_civil(year, 11, 1),
		    christmas = date_from_civil(year, 12, 25);
		int easter = holidays_easter(year + 1), april = date_from_civil(year + 1, 4, 1);
		int first = monday_of(april + 6);

		if (easter < april)
			first = easter + 1;
		else if (easter > april + 14)
			first = easter + 1 - 14;
		if (date_weekday(saints) == SUNDAY)
			saints++;
		if (date_weekday(christmas) >= SATURDAY)
			christmas += 2;
		assert_int_equal(h[0].from, monday_of(saints));
		assert_int_equal(h[0].until, h[0].from + 6);
		assert_int_equal(h[1].from, monday_of(christmas));
		assert_int_equal(h[1].until, h[1].from + 13);
		assert_int_equal(h[2].from, easter + 1 - 7 * 7);
		assert_int_equal(h[2].until, h[2].from + 6);
		assert_int_equal(h[3].from, first);
		assert_int_equal(h[3].until, first + (easter > april + 14 ? 14 : 13));
		assert_int_equal(h[4].from, date_from_civil(year + 1, 7, 1));
		assert_int_equal(h[4].until, date_from_civil(year + 1, 8, 31));
	}
}

/* ---- regions ---- */

static void
a_region_is_known_or_the_nearest_is_told(void **state)
{
	static const struct {
		const char *country, *written;
		bool known;
		const char *region;
	} cases[] = {
		{ "BE", "BE-WAL", true, "BE-WAL" },  { "BE", "be-wal", true, "BE-WAL" },
		{ "BE", "BE-WHT", true, "BE-WHT" },  { "BE", "BE-WAl", true, "BE-WAL" },
		{ "BE", "BE-VLA", false, "BE-VLG" }, { "BE", "WAL", false, "BE-WAL" },
		{ "BE", "vlg", false, "BE-VLG" },    { "BE", "BE WAL", false, "BE-WAL" },
		{ "BE", "Ardenne", false, "" },      { "BE", "", false, "" },
		{ "FR", "FR-6AE", true, "FR-6AE" },  { "FR", "FR-57", true, "FR-57" },
		{ "FR", "fr-2a", true, "FR-2A" },    { "FR", "57", false, "FR-57" },
		{ "FR", "FR-TF", true, "FR-TF" },    { "LU", "LU-LU", true, "LU-LU" },
		{ "NL", "NL-LI", true, "NL-LI" },    { "DE", "DE-TH", true, "DE-TH" },
		{ "DE", "NW", false, "DE-NW" },      { "DE", "BE-WAL", false, "" },
		{ "XX", "XX-A", false, "" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct str region;
		bool is = holidays_region(str(cases[i].country), str(cases[i].written), &region);

		if (is != cases[i].known)
			fail_msg("%s is wrongly %s", cases[i].written, is ? "known" : "unknown");
		assert_str(region, cases[i].region);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(easter_is_the_sunday_of_the_church_calendar),
		TEST(public_holidays_are_those_of_the_law),
		TEST(the_year_2026_has_as_many_as_each_law_names),
		TEST(holidays_are_in_order_and_named_in_every_language),
		TEST(two_holidays_on_a_day_are_one_with_both_names),
		TEST(the_days_known_about_are_whole_years),
		TEST(own_holidays_stand_beside_those_of_the_country),
		TEST(the_shortest_of_overlapping_ones_names_the_day),
		TEST(thousands_of_own_ones_are_no_trouble),
		TEST(each_place_has_the_school_holidays_of_its_community),
		TEST(school_holidays_are_found_day_by_day),
		TEST(own_school_holidays_extend_what_is_known),
		TEST(school_data_are_whole_weeks_of_the_years_known),
		TEST(flemish_school_holidays_follow_their_rules),
		TEST(a_region_is_known_or_the_nearest_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
