#include "card/holidays_parts.h"

/*
 * Public holidays by law. A day is here when the law makes it one for shops and their staff in the whole
 * of a country or region: PH in opening hours is read by customers as "closed like a Sunday". What holds in
 * some communes alone (Assumption in parts of Bavaria, Corpus Christi in parts of Saxony and Thuringia, the
 * Peace Festival of Augsburg) cannot be told from a region's code: the content adds it, in `holidays`.
 */

#define ON(m, d)              .when = WHEN_DATE, .month = (m), .day = (d)
#define EASTER(days)          .when = WHEN_EASTER, .day = (days)
#define BEFORE(w, m, d)       .when = WHEN_BEFORE, .weekday = (w), .month = (m), .day = (d)
#define NAMED(fr, nl, de, en) .name = { fr, nl, de, en }

enum { WEDNESDAY = 2 };

#define NEW_YEAR       NAMED("Nouvel An", "Nieuwjaar", "Neujahr", "New Year's Day")
#define EPIPHANY       NAMED("Épiphanie", "Driekoningen", "Heilige Drei Könige", "Epiphany")
#define GOOD_FRIDAY    NAMED("Vendredi saint", "Goede Vrijdag", "Karfreitag", "Good Friday")
#define EASTER_MONDAY  NAMED("Lundi de Pâques", "Paasmaandag", "Ostermontag", "Easter Monday")
#define LABOUR_DAY     NAMED("Fête du Travail", "Dag van de Arbeid", "Tag der Arbeit", "Labour Day")
#define ASCENSION      NAMED("Ascension", "Hemelvaartsdag", "Christi Himmelfahrt", "Ascension Day")
#define WHIT_MONDAY    NAMED("Lundi de Pentecôte", "Pinkstermaandag", "Pfingstmontag", "Whit Monday")
#define CORPUS_CHRISTI NAMED("Fête-Dieu", "Sacramentsdag", "Fronleichnam", "Corpus Christi")
#define NATIONAL_DAY                                                                               \
	NAMED("Fête nationale", "Nationale feestdag", "Nationalfeiertag", "National Day")
#define ASSUMPTION                                                                                 \
	NAMED("Assomption", "Onze-Lieve-Vrouw-Hemelvaart", "Mariä Himmelfahrt", "Assumption Day")
#define REFORMATION                                                                                \
	NAMED("Fête de la Réformation", "Hervormingsdag", "Reformationstag", "Reformation Day")
#define ALL_SAINTS NAMED("Toussaint", "Allerheiligen", "Allerheiligen", "All Saints' Day")
#define ARMISTICE  NAMED("Armistice", "Wapenstilstand", "Waffenstillstand", "Armistice Day")
#define CHRISTMAS  NAMED("Noël", "Kerstmis", "Weihnachten", "Christmas Day")
#define ST_STEPHEN NAMED("Saint-Étienne", "Tweede kerstdag", "Stephanstag", "St Stephen's Day")

/* Loi du 4 janvier 1974 relative aux jours fériés and arrêté royal du 18 avril 1974, article 1er: ten days,
 * the same in the whole country. The feasts of the communities and regions (27 September, 11 July,
 * 15 November and so on) are days off for their own administrations and schools, not by that law: shops
 * and their staff work on them. */
static const struct holiday_rule belgium[] = {
	{ ON(1, 1), NEW_YEAR },    { EASTER(1), EASTER_MONDAY }, { ON(5, 1), LABOUR_DAY },
	{ EASTER(39), ASCENSION }, { EASTER(50), WHIT_MONDAY },  { ON(7, 21), NATIONAL_DAY },
	{ ON(8, 15), ASSUMPTION }, { ON(11, 1), ALL_SAINTS },    { ON(11, 11), ARMISTICE },
	{ ON(12, 25), CHRISTMAS },
};

/* Moselle, Bas-Rhin, Haut-Rhin, and Alsace, which has been the latter two since 2021. Not Grand Est
 * (FR-GES): seven of its ten departments do not have the local law. */
#define ALSACE_MOSELLE "FR-57 FR-67 FR-68 FR-6AE"

/* Code du travail, article L3133-1; for Alsace-Moselle L3134-13. The latter gives Good Friday to communes
 * with a Protestant or a shared church: in practice to all that have shops. 8 May since the loi du 2 octobre
 * 1981. The days of article L3422-2 (abolition of slavery, overseas) are left to the content. */
static const struct holiday_rule france[] = {
	{ ON(1, 1), NEW_YEAR },
	{ EASTER(-2), GOOD_FRIDAY, .regions = ALSACE_MOSELLE },
	{ EASTER(1), EASTER_MONDAY },
	{ ON(5, 1), LABOUR_DAY },
	{ ON(5, 8),
	  NAMED("Victoire 1945", "Einde van de oorlog in 1945", "Kriegsende 1945", "Victory Day"),
	  .since = 1982 },
	{ EASTER(39), ASCENSION },
	{ EASTER(50), WHIT_MONDAY },
	{ ON(7, 14), NATIONAL_DAY },
	{ ON(8, 15), ASSUMPTION },
	{ ON(11, 1), ALL_SAINTS },
	{ ON(11, 11), ARMISTICE },
	{ ON(12, 25), CHRISTMAS },
	{ ON(12, 26), ST_STEPHEN, .regions = ALSACE_MOSELLE },
};

/* Code du travail, article L. 232-2; Europe Day since the loi du 25 avril 2019. */
static const struct holiday_rule luxembourg[] = {
	{ ON(1, 1), NEW_YEAR },
	{ EASTER(1), EASTER_MONDAY },
	{ ON(5, 1), LABOUR_DAY },
	{ ON(5, 9), NAMED("Journée de l'Europe", "Europadag", "Europatag", "Europe Day"),
	  .since = 2019 },
	{ EASTER(39), ASCENSION },
	{ EASTER(50), WHIT_MONDAY },
	{ ON(6, 23), NATIONAL_DAY },
	{ ON(8, 15), ASSUMPTION },
	{ ON(11, 1), ALL_SAINTS },
	{ ON(12, 25), CHRISTMAS },
	{ ON(12, 26), ST_STEPHEN },
};

/* Algemene termijnenwet, artikel 3, first paragraph, and the first days of Easter and Whitsun, on which the
 * Winkeltijdenwet closes shops as Sundays and which the Dutch name as feast days. 5 May is in that article
 * every year, though many employers give it one year in five alone. Good Friday stands beside the list (second
 * paragraph), for terms of the law: shops are open until 19:00 on it, so it is none here.
 * The King's birthday is kept on 27 April since 2014, on the 26th when that is a Sunday; the Queen's was on
 * 30 April, since 1980 on the 29th when that was one. */
static const struct holiday_rule netherlands[] = {
	{ ON(1, 1), NEW_YEAR },
	{ EASTER(0), NAMED("Pâques", "Eerste paasdag", "Ostersonntag", "Easter Sunday") },
	{ EASTER(1), NAMED("Lundi de Pâques", "Tweede paasdag", "Ostermontag", "Easter Monday") },
	{ ON(4, 27), NAMED("Fête du Roi", "Koningsdag", "Königstag", "King's Day"), .since = 2014,
	  .from_sunday = -1 },
	{ ON(4, 30), NAMED("Fête de la Reine", "Koninginnedag", "Königinnentag", "Queen's Day"),
	  .since = 1980, .until = 2013, .from_sunday = -1 },
	{ ON(5, 5),
	  NAMED("Fête de la Libération", "Bevrijdingsdag", "Befreiungstag", "Liberation Day") },
	{ EASTER(39), ASCENSION },
	{ EASTER(49), NAMED("Pentecôte", "Eerste pinksterdag", "Pfingstsonntag", "Whit Sunday") },
	{ EASTER(50),
	  NAMED("Lundi de Pentecôte", "Tweede pinksterdag", "Pfingstmontag", "Whit Monday") },
	{ ON(12, 25), NAMED("Noël", "Eerste kerstdag", "Erster Weihnachtstag", "Christmas Day") },
	{ ON(12, 26),
	  NAMED("Lendemain de Noël", "Tweede kerstdag", "Zweiter Weihnachtstag", "Boxing Day") },
};

/* 3 October: Einigungsvertrag, Artikel 2 Absatz 2. All else is law of the Länder; those without `regions` are
 * in the law of each of the sixteen:
 * BB  Feiertagsgesetz (FTG), § 2            NI  Niedersächsisches Feiertagsgesetz, § 2
 * BE  Gesetz über die Sonn- und Feiertage, § 1
 * BW  Feiertagsgesetz (FTG), § 1            NW  Feiertagsgesetz NW, § 2
 * BY  Feiertagsgesetz (FTG), Art. 1         RP  Landesfeiertagsgesetz, § 2
 * HB  Gesetz über die Sonn-, Gedenk- und Feiertage, § 2
 * HE  Hessisches Feiertagsgesetz, § 1       SH  Gesetz über Sonn- und Feiertage, § 2
 * HH  Feiertagsgesetz, § 1                  SL  Feiertagsgesetz (SFG), § 2
 * MV  Feiertagsgesetz (FTG M-V), § 2        SN  Sächsisches Sonn- und Feiertagsgesetz, § 1
 * ST  Feiertagsgesetz (FeiertG LSA), § 2    TH  Thüringer Feiertagsgesetz, § 2
 * Brandenburg alone names the Sundays of Easter and Whitsun. 31 October: in the north since 2018, and once
 * everywhere, 2017, for the five hundredth year. */
static const struct holiday_rule germany[] = {
	{ ON(1, 1), NEW_YEAR },
	{ ON(1, 6), EPIPHANY, .regions = "DE-BW DE-BY DE-ST" },
	{ ON(3, 8),
	  NAMED("Journée internationale des femmes", "Internationale Vrouwendag",
	        "Internationaler Frauentag", "International Women's Day"),
	  .regions = "DE-BE", .since = 2019 },
	{ ON(3, 8),
	  NAMED("Journée internationale des femmes", "Internationale Vrouwendag",
	        "Internationaler Frauentag", "International Women's Day"),
	  .regions = "DE-MV", .since = 2023 },
	{ EASTER(-2), GOOD_FRIDAY },
	{ EASTER(0), NAMED("Pâques", "Paaszondag", "Ostersonntag", "Easter Sunday"),
	  .regions = "DE-BB" },
	{ EASTER(1), EASTER_MONDAY },
	{ ON(5, 1), LABOUR_DAY },
	{ ON(5, 8),
	  NAMED("Jour de la Libération", "Bevrijdingsdag", "Tag der Befreiung", "Liberation Day"),
	  .regions = "DE-BE", .since = 2020, .until = 2020 },
	{ ON(5, 8),
	  NAMED("Jour de la Libération", "Bevrijdingsdag", "Tag der Befreiung", "Liberation Day"),
	  .regions = "DE-BE", .since = 2025, .until = 2025 },
	{ EASTER(39), ASCENSION },
	{ EASTER(49), NAMED("Pentecôte", "Pinksterzondag", "Pfingstsonntag", "Whit Sunday"),
	  .regions = "DE-BB" },
	{ EASTER(50), WHIT_MONDAY },
	{ EASTER(60), CORPUS_CHRISTI, .regions = "DE-BW DE-BY DE-HE DE-NW DE-RP DE-SL" },
	{ ON(6, 17),
	  NAMED("Anniversaire du soulèvement de 1953", "Herdenking van de opstand van 1953",
	        "Jahrestag des Volksaufstandes von 1953", "Anniversary of the Uprising of 1953"),
	  .regions = "DE-BE", .since = 2028, .until = 2028 },
	{ ON(8, 15), ASSUMPTION, .regions = "DE-SL" },
	{ ON(9, 20),
	  NAMED("Journée mondiale de l'enfance", "Wereldkinderdag", "Weltkindertag",
	        "World Children's Day"),
	  .regions = "DE-TH", .since = 2019 },
	{ ON(10, 3),
	  NAMED("Jour de l'Unité allemande", "Dag van de Duitse eenheid",
	        "Tag der Deutschen Einheit", "German Unity Day"),
	  .since = 1990 },
	{ ON(10, 31), REFORMATION, .regions = "DE-BB DE-MV DE-SN DE-ST DE-TH", .since = 1990 },
	{ ON(10, 31), REFORMATION, .since = 2017, .until = 2017 },
	{ ON(10, 31), REFORMATION, .regions = "DE-HB DE-HH DE-NI DE-SH", .since = 2018 },
	{ ON(11, 1), ALL_SAINTS, .regions = "DE-BW DE-BY DE-NW DE-RP DE-SL" },
	{ BEFORE(WEDNESDAY, 11, 23),
	  NAMED("Jour de pénitence et de prière", "Boete- en bededag", "Buß- und Bettag",
	        "Day of Repentance and Prayer"),
	  .regions = "DE-SN" },
	{ ON(12, 25), NAMED("Noël", "Eerste kerstdag", "Erster Weihnachtstag", "Christmas Day") },
	{ ON(12, 26),
	  NAMED("Lendemain de Noël", "Tweede kerstdag", "Zweiter Weihnachtstag", "Boxing Day") },
};

/* ISO 3166-2. Belgium: regions and provinces; France: regions, departments, overseas; Luxembourg: cantons. */
static const struct holiday_country countries[] = {
	{ "BE", belgium, countof(belgium),
	  "BE-BRU BE-VLG BE-WAL BE-VAN BE-VBR BE-VLI BE-VOV BE-VWV BE-WBR BE-WHT BE-WLG BE-WLX BE-WNA" },
	{ "FR", france, countof(france),
	  "FR-ARA FR-BFC FR-BRE FR-CVL FR-20R FR-GES FR-HDF FR-IDF FR-NAQ FR-NOR FR-OCC FR-PAC FR-PDL "
	  "FR-01 FR-02 FR-03 FR-04 FR-05 FR-06 FR-07 FR-08 FR-09 FR-10 FR-11 FR-12 FR-13 FR-14 FR-15 "
	  "FR-16 FR-17 FR-18 FR-19 FR-2A FR-2B FR-21 FR-22 FR-23 FR-24 FR-25 FR-26 FR-27 FR-28 FR-29 "
	  "FR-30 FR-31 FR-32 FR-33 FR-34 FR-35 FR-36 FR-37 FR-38 FR-39 FR-40 FR-41 FR-42 FR-43 FR-44 "
	  "FR-45 FR-46 FR-47 FR-48 FR-49 FR-50 FR-51 FR-52 FR-53 FR-54 FR-55 FR-56 FR-57 FR-58 FR-59 "
	  "FR-60 FR-61 FR-62 FR-63 FR-64 FR-65 FR-66 FR-67 FR-68 FR-6AE FR-69 FR-69M FR-70 FR-71 FR-72 "
	  "FR-73 FR-74 FR-75C FR-75 FR-76 FR-77 FR-78 FR-79 FR-80 FR-81 FR-82 FR-83 FR-84 FR-85 FR-86 "
	  "FR-87 FR-88 FR-89 FR-90 FR-91 FR-92 FR-93 FR-94 FR-95 FR-971 FR-972 FR-973 FR-974 FR-976 "
	  "FR-BL FR-MF FR-PM FR-NC FR-PF FR-WF FR-TF" },
	{ "LU", luxembourg, countof(luxembourg),
	  "LU-CA LU-CL LU-DI LU-EC LU-ES LU-GR LU-LU LU-ME LU-RD LU-RM LU-VD LU-WI" },
	{ "NL", netherlands, countof(netherlands),
	  "NL-DR NL-FL NL-FR NL-GE NL-GR NL-LI NL-NB NL-NH NL-OV NL-UT NL-ZE NL-ZH" },
	{ "DE", germany, countof(germany),
	  "DE-BB DE-BE DE-BW DE-BY DE-HB DE-HE DE-HH DE-MV DE-NI DE-NW DE-RP DE-SH DE-SL DE-SN DE-ST DE-TH" },
};

const struct holiday_country *
holidays_country(struct str code)
{
	for (size_t i = 0; i < countof(countries); i++)
		if (str_is(code, countries[i].code))
			return &countries[i];
	return NULL;
}
