#include "../guide/fixture.h"

#include "base/buf.h"
#include "theme/door.h"

/* A text with "~" for the space that does not break. */
static const char *
plain(struct fixture *f, struct str text)
{
	char *copy = arena_alloc(f->arena, text.len + 1), *end = copy;

	for (size_t i = 0; i < text.len; i++) {
		bool nbsp = i + 1 < text.len && text.ptr[i] == '\xc2' && text.ptr[i + 1] == '\xa0';

		*end++ = nbsp ? '~' : text.ptr[i];
		i += nbsp;
	}
	return copy;
}

static const struct openings *
openings(struct fixture *f, const char *hours)
{
	struct merchant *m = f->cards.merchants_len
	                             ? &f->cards.merchants[0]
	                             : fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);

	hours_parse(&m->hours, f->arena, str(hours), (struct pos){ 0 }, f->diag);
	assert_int_equal(m->hours.state, HOURS_KNOWN);
	assert_int_equal(fixture_make(f, "2026-09-16", false), 0);
	return f->guide.merchants[0]->openings;
}

static struct door
door_in(enum lang lang)
{
	static const char *const closed[] = { "fermé", "gesloten", "geschlossen", "closed" };
	static const char *const all_day[] = { "24 h", "24 uur", "24 Stunden", "24 hours" };

	return (struct door){ .lang = lang,
		              .closed = str(closed[lang]),
		              .all_day = str(all_day[lang]),
		              .tight = true };
}

static void
a_week_reads_as_on_the_door(void **state)
{
	static const struct {
		const char *hours, *words;
	} cases[] = {
		{ "Mo-Fr 09:00-18:00", "lundi–vendredi 9~h–18~h" },
		{ "Mo-Su 07:30-19:00", "tous les jours 7~h~30–19~h" },
		{ "24/7", "tous les jours 24 h" },
		{ "off", "fermé" },
		{ "Sa-Su 10:00-18:00", "samedi et dimanche 10~h–18~h" },
		{ "Mo-Fr 09:00-18:00; Sa 09:00-12:00",
		  "lundi–vendredi 9~h–18~h~; samedi 9~h–12~h" },
		{ "Mo,We,Fr 09:00-18:00", "lundi, mercredi et vendredi 9~h–18~h" },
		{ "Mo,We,Fr 09:00-18:00; Tu,Th 14:00-20:00",
		  "lundi, mercredi et vendredi 9~h–18~h~; mardi et jeudi 14~h–20~h" },
		/* What a day lacks of its neighbours' hours. */
		{ "Mo-Fr 09:00-12:00,13:00-18:00; Tu 13:00-18:00",
		  "lundi–vendredi 9~h–12~h, 13~h–18~h, fermé le mardi matin" },
		{ "Mo 14:00-18:00; Tu-Sa 09:00-12:00,14:00-18:00",
		  "lundi–samedi 9~h–12~h, 14~h–18~h, fermé le lundi matin" },
		{ "Mo-Fr 09:00-12:00,13:00-18:00; Mo 13:00-18:00; Sa 09:00-12:00",
		  "lundi–samedi 9~h–12~h, 13~h–18~h, fermé le lundi matin et le samedi après-midi" },
		{ "Tu-Su 12:00-14:30,18:30-22:00; Sa 18:30-22:00; Su 12:00-14:30",
		  "mardi–dimanche 12~h–14~h~30, 18~h~30–22~h, fermé le samedi midi et le dimanche soir" },
		{ "Mo-Sa 09:00-18:00; We off", "lundi–samedi 9~h–18~h, fermé le mercredi" },
		{ "Mo-Fr 09:00-18:00; We 13:00-18:00",
		  "lundi–vendredi 9~h–18~h, mercredi dès 13~h" },
		{ "Mo-Fr 09:00-18:00; Th 09:00-16:00",
		  "lundi–vendredi 9~h–18~h, jeudi jusqu’à 16~h" },
		/* At the end it is not in passing. */
		{ "Mo-Fr 09:00-18:00; Fr 09:00-16:00", "lundi–jeudi 9~h–18~h~; vendredi 9~h–16~h" },
		/* Too much that is different. */
		{ "Mo-Fr 09:00-18:00; We 11:00-20:00",
		  "lundi, mardi, jeudi et vendredi 9~h–18~h~; mercredi 11~h–20~h" },
		{ "\"sur rendez-vous\"", "sur rendez-vous" },
		{ "Fr-Sa 20:00-02:00", "vendredi et samedi 20~h–2~h" },
		{ "Fr 18:00+", "vendredi dès 18~h" },
		{ "Fr 18:00-22:00+", "vendredi 18~h–22~h ou plus tard" },
		{ "Mo-Fr 09:00-12:00,13:00-17:00 \"sur rendez-vous\"",
		  "lundi–vendredi 9~h–12~h, 13~h–17~h (sur rendez-vous)" },
		{ "Mo-Fr 09:00-12:00 unknown", "lundi–vendredi 9~h–12~h (à confirmer)" },
		{ "Mo-Fr 09:00-12:00; Sa \"sur appel\"",
		  "lundi–vendredi 9~h–12~h~; samedi sur appel" },
	};
	struct fixture *f = *state;
	struct door door = door_in(LANG_FR);

	for (size_t i = 0; i < countof(cases); i++)
		assert_string_equal(
			plain(f, door_week(f->arena, &door, openings(f, cases[i].hours)->week)),
			cases[i].words);
}

static void
every_language_has_its_own_grammar(void **state)
{
	static const struct {
		const char *hours, *words[LANG_COUNT];
	} cases[] = {
		{ "Mo-Fr 09:00-12:00,13:00-18:00; Tu 13:00-18:00; Sa 09:00-12:30",
		  { "lundi–vendredi 9~h–12~h, 13~h–18~h, fermé le mardi matin~; samedi 9~h–12~h~30",
		    "maandag–vrijdag 9.00–12.00, 13.00–18.00~uur, dinsdagvoormiddag gesloten; "
		    "zaterdag 9.00–12.30~uur",
		    "Montag–Freitag 9:00–12:00, 13:00–18:00~Uhr, Dienstagvormittag geschlossen; "
		    "Samstag 9:00–12:30~Uhr",
		    "Monday–Friday 9:00–12:00, 13:00–18:00, closed Tuesday morning; "
		    "Saturday 9:00–12:30" } },
		{ "Fr 18:00+; Su 12:00-14:00+",
		  { "vendredi dès 18~h~; dimanche 12~h–14~h ou plus tard",
		    "vrijdag vanaf 18.00~uur; zondag 12.00–14.00~uur of later",
		    "Freitag ab 18:00~Uhr; Sonntag 12:00–14:00~Uhr oder später",
		    "Friday from 18:00; Sunday 12:00–14:00 or later" } },
		{ "Mo-Sa 10:00-18:00; We off",
		  { "lundi–samedi 10~h–18~h, fermé le mercredi",
		    "maandag–zaterdag 10.00–18.00~uur, woensdag gesloten",
		    "Montag–Samstag 10:00–18:00~Uhr, Mittwoch geschlossen",
		    "Monday–Saturday 10:00–18:00, closed Wednesday" } },
		{ "Mo-Su 10:00-12:00 unknown",
		  { "tous les jours 10~h–12~h (à confirmer)",
		    "elke dag 10.00–12.00~uur (te bevestigen)",
		    "täglich 10:00–12:00~Uhr (unter Vorbehalt)",
		    "every day 10:00–12:00 (to be confirmed)" } },
		{ "Mo-Fr 08:00-18:00; We 13:00-18:00; Th 08:00-12:00",
		  { "lundi–vendredi 8~h–18~h, mercredi dès 13~h, jeudi jusqu’à 12~h",
		    "maandag–vrijdag 8.00–18.00~uur, woensdag vanaf 13.00~uur, donderdag tot 12.00~uur",
		    "Montag–Freitag 8:00–18:00~Uhr, Mittwoch ab 13:00~Uhr, Donnerstag bis 12:00~Uhr",
		    "Monday–Friday 8:00–18:00, Wednesday from 13:00, Thursday until 12:00" } },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++)
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct door door = door_in((enum lang)lang);
			struct str text =
				door_week(f->arena, &door, openings(f, cases[i].hours)->week);

			assert_string_equal(plain(f, text), cases[i].words[lang]);
		}
}

static void
the_rest_of_the_time_is_said_once(void **state)
{
	struct fixture *f = *state;
	struct door door = door_in(LANG_FR);
	const struct openings *made =
		openings(f, "Mo-Fr 08:00-12:00; Sa 14:00-15:00 \"gare\" || \"sur appel\"");
	struct buf out = { 0 };

	door.has_rest = true;
	door.rest = STR("sur appel");
	assert_string_equal(
		plain(f, door_week(f->arena, &door, made->week)),
		"lundi–vendredi 8~h–12~h~; samedi 14~h–15~h (gare)~; sinon~: sur appel");
	door_add_day(&out, &door, made->week[0]);
	assert_string_equal(plain(f, buf_str(&out)), "8~h–12~h");
	buf_clear(&out);
	door_add_day(&out, &door, made->week[6]);
	assert_string_equal(plain(f, buf_str(&out)), "sur appel");
	buf_release(&out);
}

int
main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_week_reads_as_on_the_door),
		TEST(every_language_has_its_own_grammar),
		TEST(the_rest_of_the_time_is_said_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
