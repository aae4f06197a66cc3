#include "../check.h"

#include "base/arena.h"
#include "base/diag.h"
#include "card/hours.h"
#include "theme/hours_words.h"

#include <string.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int
setup(void **state)
{
	static struct fixture f;

	f = (struct fixture){ arena_new(), diag_new() };
	*state = &f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	diag_free(f->diag);
	arena_free(f->arena);
	return 0;
}

static struct hours_rules
rules(struct fixture *f, const char *text)
{
	struct hours hours;

	hours_parse(&hours, f->arena, str(text), (struct pos){ "card", 1, 1 }, f->diag);
	assert_int_equal(hours.state, HOURS_KNOWN);
	assert_string_equal(arena_cstr(f->arena, hours.text), text);
	return hours.rules;
}

/* With "~" for the space that does not break. */
static const char *
words(struct fixture *f, enum lang lang, const struct hours_rule *rule)
{
	struct str text = hours_words(f->arena, lang, rule);
	char *plain = arena_alloc(f->arena, text.len + 1), *end = plain;

	for (size_t i = 0; i < text.len; i++) {
		bool nbsp = i + 1 < text.len && text.ptr[i] == '\xc2' && text.ptr[i + 1] == '\xa0';

		*end++ = nbsp ? '~' : text.ptr[i];
		i += nbsp;
	}
	return plain;
}

static void
every_rule_reads_right_in_every_language(void **state)
{
	static const struct {
		const char *rule, *words[LANG_COUNT]; /* fr, nl, de, en */
	} cases[] = {
		{ "Apr-Oct Sa-Su 10:00-18:00",
		  { "avril–octobre~: samedi et dimanche 10~h–18~h",
		    "april–oktober: zaterdag en zondag 10.00–18.00~uur",
		    "April–Oktober: Samstag und Sonntag 10:00–18:00~Uhr",
		    "April–October: Saturday and Sunday 10:00–18:00" } },
		{ "Jul-Aug Mo-Fr 10:00-18:00",
		  { "juillet et août~: lundi–vendredi 10~h–18~h",
		    "juli en augustus: maandag–vrijdag 10.00–18.00~uur",
		    "Juli und August: Montag–Freitag 10:00–18:00~Uhr",
		    "July and August: Monday–Friday 10:00–18:00" } },
		{ "Apr,Jun,Aug Mo-Fr 10:00-18:00",
		  { "avril, juin et août~: lundi–vendredi 10~h–18~h",
		    "april, juni en augustus: maandag–vrijdag 10.00–18.00~uur",
		    "April, Juni und August: Montag–Freitag 10:00–18:00~Uhr",
		    "April, June and August: Monday–Friday 10:00–18:00" } },
		{ "2026 Apr-Oct Sa 10:00-18:00",
		  { "avril–octobre 2026~: samedi 10~h–18~h",
		    "april–oktober 2026: zaterdag 10.00–18.00~uur",
		    "April–Oktober 2026: Samstag 10:00–18:00~Uhr",
		    "April–October 2026: Saturday 10:00–18:00" } },
		{ "Dec 25 off",
		  { "25 décembre~: fermé", "25 december: gesloten", "25. Dezember: geschlossen",
		    "25 December: closed" } },
		{ "Dec 24-26 off",
		  { "24–26 décembre~: fermé", "24–26 december: gesloten",
		    "24.–26. Dezember: geschlossen", "24–26 December: closed" } },
		{ "Dec 24-Jan 02 off",
		  { "24 décembre – 2 janvier~: fermé", "24 december – 2 januari: gesloten",
		    "24. Dezember – 2. Januar: geschlossen", "24 December – 2 January: closed" } },
		{ "May 01 off",
		  { "1er mai~: fermé", "1 mei: gesloten", "1. Mai: geschlossen",
		    "1 May: closed" } },
		{ "2026 Dec 24-2027 Jan 02 off",
		  { "24 décembre 2026 – 2 janvier 2027~: fermé",
		    "24 december 2026 – 2 januari 2027: gesloten",
		    "24. Dezember 2026 – 2. Januar 2027: geschlossen",
		    "24 December 2026 – 2 January 2027: closed" } },
		{ "Nov 15+ 10:00-16:00",
		  { "dès le 15 novembre~: 10~h–16~h", "vanaf 15 november: 10.00–16.00~uur",
		    "ab dem 15. November: 10:00–16:00~Uhr", "from 15 November: 10:00–16:00" } },
		{ "Jan 01-31/8 10:00-12:00",
		  { "1er–31 janvier (tous les 8 jours)~: 10~h–12~h",
		    "1–31 januari (om de 8 dagen): 10.00–12.00~uur",
		    "1.–31. Januar (alle 8 Tage): 10:00–12:00~Uhr",
		    "1–31 January (every 8 days): 10:00–12:00" } },
		{ "easter off",
		  { "Pâques~: fermé", "Pasen: gesloten", "Ostersonntag: geschlossen",
		    "Easter Sunday: closed" } },
		{ "easter +1 day off",
		  { "lundi de Pâques~: fermé", "paasmaandag: gesloten", "Ostermontag: geschlossen",
		    "Easter Monday: closed" } },
		{ "easter -2 days off",
		  { "Vendredi saint~: fermé", "Goede Vrijdag: gesloten", "Karfreitag: geschlossen",
		    "Good Friday: closed" } },
		{ "easter -10 days-easter off",
		  { "10 jours avant Pâques – Pâques~: fermé",
		    "10 dagen voor Pasen – Pasen: gesloten",
		    "10 Tage vor Ostern – Ostersonntag: geschlossen",
		    "10 days before Easter – Easter Sunday: closed" } },
		{ "Oct Su[-1]-Mar Su[-1] 10:00-16:00",
		  { "dernier dimanche d’octobre – dernier dimanche de mars~: 10~h–16~h",
		    "laatste zondag van oktober – laatste zondag van maart: 10.00–16.00~uur",
		    "letzter Sonntag im Oktober – letzter Sonntag im März: 10:00–16:00~Uhr",
		    "last Sunday of October – last Sunday of March: 10:00–16:00" } },
		{ "Aug Mo[1] +2 days off",
		  { "2 jours après le 1er lundi d’août~: fermé",
		    "2 dagen na de eerste maandag van augustus: gesloten",
		    "2 Tage nach dem ersten Montag im August: geschlossen",
		    "2 days after the first Monday of August: closed" } },
		{ "Dec 25 +Su off",
		  { "1er dimanche dès le 25 décembre~: fermé",
		    "eerste zondag vanaf 25 december: gesloten",
		    "erster Sonntag ab 25. Dezember: geschlossen",
		    "first Sunday from 25 December: closed" } },
		{ "Nov 15 -Su off",
		  { "dernier dimanche jusqu’au 15 novembre~: fermé",
		    "laatste zondag tot en met 15 november: gesloten",
		    "letzter Sonntag bis 15. November: geschlossen",
		    "last Sunday until 15 November: closed" } },
		{ "2026-2028 Mo 10:00-12:00",
		  { "2026–2028~: lundi 10~h–12~h", "2026–2028: maandag 10.00–12.00~uur",
		    "2026–2028: Montag 10:00–12:00~Uhr", "2026–2028: Monday 10:00–12:00" } },
		{ "2026+ Mo 10:00-12:00",
		  { "dès 2026~: lundi 10~h–12~h", "vanaf 2026: maandag 10.00–12.00~uur",
		    "ab 2026: Montag 10:00–12:00~Uhr", "from 2026: Monday 10:00–12:00" } },
		{ "2026-2036/2 Mo 10:00-12:00",
		  { "2026–2036 (tous les 2 ans)~: lundi 10~h–12~h",
		    "2026–2036 (om de 2 jaar): maandag 10.00–12.00~uur",
		    "2026–2036 (alle 2 Jahre): Montag 10:00–12:00~Uhr",
		    "2026–2036 (every 2 years): Monday 10:00–12:00" } },
		{ "week 01-53/2 Mo 10:00-12:00",
		  { "semaines impaires~: lundi 10~h–12~h", "oneven weken: maandag 10.00–12.00~uur",
		    "ungerade Wochen: Montag 10:00–12:00~Uhr", "odd weeks: Monday 10:00–12:00" } },
		{ "week 02-52/2 Mo 10:00-12:00",
		  { "semaines paires~: lundi 10~h–12~h", "even weken: maandag 10.00–12.00~uur",
		    "gerade Wochen: Montag 10:00–12:00~Uhr", "even weeks: Monday 10:00–12:00" } },
		{ "week 10-20 off",
		  { "semaines 10–20~: fermé", "weken 10–20: gesloten", "Wochen 10–20: geschlossen",
		    "weeks 10–20: closed" } },
		{ "week 04-16/4 Fr 10:00-12:00",
		  { "semaines 4–16 (une semaine sur 4)~: vendredi 10~h–12~h",
		    "weken 4–16 (om de 4 weken): vrijdag 10.00–12.00~uur",
		    "Wochen 4–16 (alle 4 Wochen): Freitag 10:00–12:00~Uhr",
		    "weeks 4–16 (every 4 weeks): Friday 10:00–12:00" } },
		{ "Th[1] 09:00-20:00",
		  { "1er jeudi du mois~: 9~h–20~h", "eerste donderdag van de maand: 9.00–20.00~uur",
		    "erster Donnerstag im Monat: 9:00–20:00~Uhr",
		    "first Thursday of the month: 9:00–20:00" } },
		{ "Th[1,3] 09:00-20:00",
		  { "1er et 3e jeudi du mois~: 9~h–20~h",
		    "eerste en derde donderdag van de maand: 9.00–20.00~uur",
		    "erster und dritter Donnerstag im Monat: 9:00–20:00~Uhr",
		    "first and third Thursday of the month: 9:00–20:00" } },
		{ "Fr[-1] 09:00-20:00",
		  { "dernier vendredi du mois~: 9~h–20~h",
		    "laatste vrijdag van de maand: 9.00–20.00~uur",
		    "letzter Freitag im Monat: 9:00–20:00~Uhr",
		    "last Friday of the month: 9:00–20:00" } },
		{ "Su[1] +1 day 10:00-12:00",
		  { "1 jour après le 1er dimanche du mois~: 10~h–12~h",
		    "1 dag na de eerste zondag van de maand: 10.00–12.00~uur",
		    "1 Tag nach dem ersten Sonntag im Monat: 10:00–12:00~Uhr",
		    "1 day after the first Sunday of the month: 10:00–12:00" } },
		{ "Sa-Mo 10:00-18:00",
		  { "samedi–lundi~: 10~h–18~h", "zaterdag–maandag: 10.00–18.00~uur",
		    "Samstag–Montag: 10:00–18:00~Uhr", "Saturday–Monday: 10:00–18:00" } },
		{ "Mo,We,Fr 10:00-12:00,14:00-18:00",
		  { "lundi, mercredi et vendredi~: 10~h–12~h, 14~h–18~h",
		    "maandag, woensdag en vrijdag: 10.00–12.00, 14.00–18.00~uur",
		    "Montag, Mittwoch und Freitag: 10:00–12:00, 14:00–18:00~Uhr",
		    "Monday, Wednesday and Friday: 10:00–12:00, 14:00–18:00" } },
		{ "SH off",
		  { "vacances scolaires~: fermé", "schoolvakanties: gesloten",
		    "Schulferien: geschlossen", "school holidays: closed" } },
		{ "PH 09:00-12:00",
		  { "jours fériés~: 9~h–12~h", "feestdagen: 9.00–12.00~uur",
		    "Feiertage: 9:00–12:00~Uhr", "public holidays: 9:00–12:00" } },
		{ "Su,PH 09:00-12:00",
		  { "dimanche et jours fériés~: 9~h–12~h", "zondag en feestdagen: 9.00–12.00~uur",
		    "Sonntag und Feiertage: 9:00–12:00~Uhr",
		    "Sunday and public holidays: 9:00–12:00" } },
		{ "SH Mo-Fr 10:00-16:00",
		  { "vacances scolaires~: lundi–vendredi 10~h–16~h",
		    "schoolvakanties: maandag–vrijdag 10.00–16.00~uur",
		    "Schulferien: Montag–Freitag 10:00–16:00~Uhr",
		    "school holidays: Monday–Friday 10:00–16:00" } },
		{ "PH -1 day 09:00-12:00",
		  { "veille de jour férié~: 9~h–12~h", "dag voor een feestdag: 9.00–12.00~uur",
		    "Tag vor einem Feiertag: 9:00–12:00~Uhr",
		    "day before a public holiday: 9:00–12:00" } },
		{ "PH +1 day off",
		  { "lendemain de jour férié~: fermé", "dag na een feestdag: gesloten",
		    "Tag nach einem Feiertag: geschlossen",
		    "day after a public holiday: closed" } },
		{ "PH +2 days off",
		  { "2 jours après un jour férié~: fermé", "2 dagen na een feestdag: gesloten",
		    "2 Tage nach einem Feiertag: geschlossen",
		    "2 days after a public holiday: closed" } },
		{ "sunrise-sunset",
		  { "tous les jours~: du lever au coucher du soleil",
		    "elke dag: van zonsopgang tot zonsondergang",
		    "täglich: von Sonnenaufgang bis Sonnenuntergang",
		    "every day: from sunrise to sunset" } },
		{ "(sunrise+00:30)-(sunset-01:00)",
		  { "tous les jours~: de 30~min après le lever du soleil jusqu’à 1~h avant le coucher du soleil",
		    "elke dag: van 30~minuten na zonsopgang tot 1~uur voor zonsondergang",
		    "täglich: von 30~Minuten nach Sonnenaufgang bis 1~Stunde vor Sonnenuntergang",
		    "every day: from 30~minutes after sunrise to 1~hour before sunset" } },
		{ "Mo-Fr 08:00-sunset",
		  { "lundi–vendredi~: de 8~h au coucher du soleil",
		    "maandag–vrijdag: van 8.00~uur tot zonsondergang",
		    "Montag–Freitag: von 8:00~Uhr bis Sonnenuntergang",
		    "Monday–Friday: from 8:00 to sunset" } },
		{ "dawn-dusk",
		  { "tous les jours~: de l’aube au crépuscule",
		    "elke dag: van de ochtendschemering tot de avondschemering",
		    "täglich: von der Morgendämmerung bis zur Abenddämmerung",
		    "every day: from dawn to dusk" } },
		{ "Fr 18:00+",
		  { "vendredi~: dès 18~h", "vrijdag: vanaf 18.00~uur", "Freitag: ab 18:00~Uhr",
		    "Friday: from 18:00" } },
		{ "Fr 18:00-22:00+",
		  { "vendredi~: 18~h–22~h ou plus tard", "vrijdag: 18.00–22.00~uur of later",
		    "Freitag: 18:00–22:00~Uhr oder später", "Friday: 18:00–22:00 or later" } },
		{ "Fr sunset+",
		  { "vendredi~: dès le coucher du soleil", "vrijdag: vanaf zonsondergang",
		    "Freitag: ab Sonnenuntergang", "Friday: from sunset" } },
		{ "24/7",
		  { "tous les jours~: 24~h sur 24", "elke dag: 24~uur op 24",
		    "täglich: rund um die Uhr", "every day: 24~hours" } },
		{ "Sa open",
		  { "samedi~: ouvert", "zaterdag: open", "Samstag: geöffnet", "Saturday: open" } },
		{ "off", { "fermé", "gesloten", "geschlossen", "closed" } },
		{ "Mo off \"travaux\"",
		  { "lundi~: fermé (travaux)", "maandag: gesloten (travaux)",
		    "Montag: geschlossen (travaux)", "Monday: closed (travaux)" } },
		{ "Mo-Fr 12:00-13:00 off",
		  { "lundi–vendredi~: fermé 12~h–13~h", "maandag–vrijdag: gesloten 12.00–13.00~uur",
		    "Montag–Freitag: geschlossen 12:00–13:00~Uhr",
		    "Monday–Friday: closed 12:00–13:00" } },
		{ "Mo-Fr \"sur rendez-vous\"",
		  { "lundi–vendredi~: sur rendez-vous", "maandag–vrijdag: sur rendez-vous",
		    "Montag–Freitag: sur rendez-vous", "Monday–Friday: sur rendez-vous" } },
		{ "Mo-Fr 09:00-18:00 \"sur rendez-vous\"",
		  { "lundi–vendredi~: 9~h–18~h (sur rendez-vous)",
		    "maandag–vrijdag: 9.00–18.00~uur (sur rendez-vous)",
		    "Montag–Freitag: 9:00–18:00~Uhr (sur rendez-vous)",
		    "Monday–Friday: 9:00–18:00 (sur rendez-vous)" } },
		{ "Mo-Fr 09:00-18:00 unknown",
		  { "lundi–vendredi~: 9~h–18~h (à confirmer)",
		    "maandag–vrijdag: 9.00–18.00~uur (te bevestigen)",
		    "Montag–Freitag: 9:00–18:00~Uhr (unter Vorbehalt)",
		    "Monday–Friday: 9:00–18:00 (to be confirmed)" } },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			assert_string_equal(
				words(f, (enum lang)lang, rules(f, cases[i].rule).items),
				cases[i].words[lang]);
}

static void
what_a_rule_adds_to_others_is_said(void **state)
{
	static const struct {
		const char *rules, *last;
	} cases[] = {
		{ "Mo 10:00-12:00 || \"sur appel\"", "sinon~: sur appel" },
		{ "Mo 10:00-12:00 || Tu unknown", "sinon~: mardi~: à confirmer" },
		{ "Mo 10:00-12:00, We 14:00-16:00", "mercredi~: aussi 14~h–16~h" },
		{ "Mo 10:00-12:00; We 14:00-16:00", "mercredi~: 14~h–16~h" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours_rules all = rules(f, cases[i].rules);

		assert_string_equal(words(f, LANG_FR, &all.items[all.len - 1]), cases[i].last);
	}
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(every_rule_reads_right_in_every_language),
		TEST(what_a_rule_adds_to_others_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
