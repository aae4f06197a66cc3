#include "card/hours.h"

#include "parsing.h"

static void
what_the_specification_spells_is_read_without_a_word(void **state)
{
	static const struct {
		const char *text, *canonical;
	} cases[] = {
		{ "Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off", NULL },
		{ "10:00-18:00", NULL },
		{ "24/7", NULL },
		{ "24/7; PH off", NULL },
		{ "24/7 closed \"always closed\"", "24/7 off \"always closed\"" },
		{ "off", NULL },
		{ "closed", "off" },
		{ "open", NULL },
		{ "unknown \"ask\"", NULL },
		{ "\"by appointment\"", NULL },
		{ "Mo-Fr 09:00-18:00 \"sur rendez-vous\"", NULL },
		{ "Mo-Fr 09:00-12:00, We 13:00-17:00", NULL },
		{ "Mo-Fr 09:00-12:00, 13:00-18:00", "Mo-Fr 09:00-12:00,13:00-18:00" },
		{ "Mo-Fr 09:00-12:00,We 13:00-17:00", "Mo-Fr 09:00-12:00, We 13:00-17:00" },
		{ "Mo-Fr 09:00-18:00 ; PH off", "Mo-Fr 09:00-18:00; PH off" },
		{ "Mo , Tu 09:00 - 18:00", "Mo,Tu 09:00-18:00" },
		{ "Mo-Fr 08:00-11:00 || Tu-Th,PH open \"Emergency only\"", NULL },
		{ "Fr 22:00-26:00,Sa-Mo 10:00-48:00", "Fr 22:00-26:00, Sa-Mo 10:00-48:00" },
		{ "Mo 10:00+; Tu 10:00-14:00+", NULL },
		{ "sunrise-sunset", NULL },
		{ "(sunrise+01:00)-(sunset-00:30),dusk-02:00", NULL },
		{ "dawn-12:00", NULL },
		{ "Th[1] 10:00-12:00; Fr[-1] off", NULL },
		{ "Th[1,2,3,-1] 10:00-12:00", "Th[1-3,-1] 10:00-12:00" },
		{ "Sa[1],Sa[1] +1 day 10:00-12:00", NULL },
		{ "Sa[1] -2 days off", NULL },
		{ "PH,Mo-Fr 10:00-12:00", "Mo-Fr,PH 10:00-12:00" },
		{ "PH Mo-Fr 10:00-12:00", NULL },
		{ "SH Mo-Fr 10:00-12:00; PH +1 day off", NULL },
		{ "Apr-Sep: Mo-Fr 10:00-12:00", "Apr-Sep Mo-Fr 10:00-12:00" },
		{ "Oct-Mar,Jul 10:00-12:00", NULL },
		{ "Dec 24-26,Dec 31,Jan 01 off", NULL },
		{ "Dec 24-Jan 02 off", NULL },
		{ "2026 Dec 24-2027 Jan 02 off", NULL },
		{ "2026 Apr-Sep Mo 10:00-12:00", NULL },
		{ "2026 Apr 10-16 off", NULL },
		{ "2026 Mo 10:00-12:00", NULL },
		{ "2026,2028-2030/2,2035+ 10:00-12:00", NULL },
		{ "2026-2028 Dec 25 off", NULL },
		{ "Nov 15+ Mo off", NULL },
		{ "Jan 01-31/8 10:00-12:00", NULL },
		{ "week 01-53/2 Fr 09:00-12:00; week 05,07 off", NULL },
		{ "2026 week 10-12 Mo 10:00-12:00", NULL },
		{ "easter off; easter -2 days-easter +1 day 10:00-12:00", NULL },
		{ "Oct Su[-1] 10:00-12:00", NULL },
		{ "Mar Su[-1]-Oct Su[-1] -1 day 10:00-12:00", NULL },
		{ "Dec 25 +Su 10:00-12:00; Dec 25 -Mo +2 days off", NULL },
		{ "Mar 10:00-12:00", NULL },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse_silently(*state, cases[i].text);
		const char *want = cases[i].canonical ? cases[i].canonical : cases[i].text;

		assert_str(hours.text, want);
		assert_str(parse_silently(*state, hours.text.ptr).text, want);
	}
}

static void
what_people_write_is_understood_with_a_note(void **state)
{
	static const struct {
		const char *text, *canonical;
	} cases[] = {
		{ "Mo-Fr 8:00-18:00", "Mo-Fr 08:00-18:00" },
		{ "mo-fr 08:00-18:00", "Mo-Fr 08:00-18:00" },
		{ "Mon-Fri 08:00-18:00", "Mo-Fr 08:00-18:00" },
		{ "Monday to Friday: 9am - 5.30pm", "Mo-Fr 09:00-17:30" },
		{ "Mo-Fr 9-5pm", "Mo-Fr 09:00-17:00" },
		{ "Mo-Fr 08:00-10:30pm", "Mo-Fr 08:00-22:30" },
		{ "Mo-Fr 12am-12pm", "Mo-Fr 00:00-12:00" },
		{ "11 A.M. - 4 p.m. daily", "Mo-Su 11:00-16:00" },
		{ "Mo 0900-1730", "Mo 09:00-17:30" },
		{ "Fr 07:00-017:00", "Fr 07:00-17:00" },
		{ "Mo noon-midnight", "Mo 12:00-24:00" },
		{ "lu-ve 9h-18h30", "Mo-Fr 09:00-18:30" },
		{ "Lundi au vendredi de 9h à 12h30 et de 13h30 à 18h",
		  "Mo-Fr 09:00-12:30,13:30-18:00" },
		{ "du lundi au samedi : 8h30-19h, dimanche fermé", "Mo-Sa 08:30-19:00, Su off" },
		{ "lun., mar. et jeu. 9h–12h", "Mo,Tu,Th 09:00-12:00" },
		{ "ma-ve 9h-12h", "Tu-Fr 09:00-12:00" },
		{ "ma-vr 9u-12u30", "Mo-Fr 09:00-12:30" },
		{ "di en do 10.00-12.00", "Tu,Th 10:00-12:00" },
		{ "di, wo en do 10.00-12.00", "Tu,We,Th 10:00-12:00" },
		{ "maandag t/m vrijdag van 9 tot 17 uur", "Mo-Fr 09:00-17:00" },
		{ "zaterdag gesloten", "Sa off" },
		{ "Montag bis Freitag 9-18 Uhr", "Mo-Fr 09:00-18:00" },
		{ "Sonntags und feiertags geschlossen", "Su,PH off" },
		{ "täglich 10:00-20:00", "Mo-Su 10:00-20:00" },
		{ "tous les jours 10:00-20:00", "Mo-Su 10:00-20:00" },
		{ "every Monday 10:00-20:00", "Mo 10:00-20:00" },
		{ "24h/24 7j/7", "24/7" },
		{ "24 hours", "00:00-24:00" },
		{ "Mo-Fr 09:00\xe2\x80\x93"
		  "18:00",
		  "Mo-Fr 09:00-18:00" },
		{ "Mo-Fr: 09:00-18:00", "Mo-Fr 09:00-18:00" },
		{ "Mo-Fr, 09:00-18:00", "Mo-Fr 09:00-18:00" },
		{ "Mo/We 09:00-18:00", "Mo,We 09:00-18:00" },
		{ "Mo-Fr 09:00-12:00 / 13:00-18:00", "Mo-Fr 09:00-12:00,13:00-18:00" },
		{ "Mo-Fr 09:00-12:00 13:00-18:00", "Mo-Fr 09:00-12:00,13:00-18:00" },
		{ "Mo-Fr 09:00-18:00;", "Mo-Fr 09:00-18:00" },
		/* Rules with a blank between them: the second replaces nothing of the first. */
		{ "Mo-Fr 09:00-18:00 Sa 09:00-12:00", "Mo-Fr 09:00-18:00; Sa 09:00-12:00" },
		{ "Mo-Sa 09:00-14:00 Mo-Fr 17:00-20:00", "Mo-Sa 09:00-14:00, Mo-Fr 17:00-20:00" },
		{ "Fr 20:00-02:00 Sa 20:00-03:00", "Fr 20:00-02:00, Sa 20:00-03:00" },
		{ "Mo 9:00-12:00 / Tu 13:00-18:00", "Mo 09:00-12:00; Tu 13:00-18:00" },
		{ "Mo-Fr 09:00-18:00\nSa 09:00-12:00\n", "Mo-Fr 09:00-18:00; Sa 09:00-12:00" },
		{ "lu-ve 9h-18h; jours fériés fermé", "Mo-Fr 09:00-18:00; PH off" },
		{ "Mo-Fr 09:00-18:00; ph off", "Mo-Fr 09:00-18:00; PH off" },
		{ "school holidays 10:00-12:00", "SH 10:00-12:00" },
		{ "vacances scolaires 10:00-12:00", "SH 10:00-12:00" },
		{ "10:00-18:00, closed on Mondays", "10:00-18:00, Mo off" },
		{ "10:00-18:00, closed 12:00-13:00", "10:00-18:00, Mo-Su 12:00-13:00 off" },
		{ "open daily 11:00-20:00", "Mo-Su 11:00-20:00 open" },
		{ "Sa by appointment", "Sa \"by appointment\"" },
		{ "Sa sur rendez-vous", "Sa \"sur rendez-vous\"" },
		{ "sur rendez-vous uniquement", "\"sur rendez-vous uniquement\"" },
		{ "du 1er avril au 30 septembre : 10h-18h", "Apr 01-Sep 30 10:00-18:00" },
		{ "By_Appointment", "\"by appointment\"" },
		{ "Sa \xe2\x80\x9c"
		  "say \"hi\"\xe2\x80\x9d",
		  "Sa \"say 'hi'\"" },
		/* Days without a word on times are whole days. */
		{ "Mo-Fr", "Mo-Fr 00:00-24:00" },
		{ "Monday 24/7", "Mo 00:00-24:00" },
		{ "Jan 5 off", "Jan 05 off" },
		{ "5 January off; 24. Dez. - 2. Jan. geschlossen",
		  "Jan 05 off; Dec 24-Jan 02 off" },
		{ "avril à septembre 9h-18h", "Apr-Sep 09:00-18:00" },
		{ "mars-okt 10:00-12:00", "Mar-Oct 10:00-12:00" },
		{ "Dec 24,31 06:00-17:00", "Dec 24,Dec 31 06:00-17:00" },
		{ "Mar 15-Oct 10:00-12:00", "Mar 15-Oct 31 10:00-12:00" },
		{ "Mo 10:00-12:00; 2026 Mar 28-Apr 16 off",
		  "Mo 10:00-12:00; 2026 Mar 28-2026 Apr 16 off" },
		{ "2026 Dec 24-Jan 02 off", "2026 Dec 24-2027 Jan 02 off" },
		{ "2026: Dec 24,25 off", "2026 Dec 24,2026 Dec 25 off" },
		{ "2026: Dec 24,2027 Jan 2 off", "2026 Dec 24,2027 Jan 02 off" },
		{ "Mo-Fr Apr-Sep 10:00-12:00", "Apr-Sep Mo-Fr 10:00-12:00" },
		{ "10:00-12:00 Apr-Sep", "Apr-Sep 10:00-12:00" },
		{ "week 5 10:00-12:00", "week 05 10:00-12:00" },
		{ "week 52-2 off", "week 52-53,01-02 off" },
		{ "sunset+01:00-24:00", "(sunset+01:00)-24:00" },
		{ "8:00-coucher du soleil", "08:00-sunset" },
		{ "Пн-Пт 10:00-12:00", "Mo-Fr 10:00-12:00" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text);
		char out[1000];

		printed(f, out, sizeof out);
		if (hours.state != HOURS_KNOWN || !hours.odd ||
		    !str_is(hours.text, cases[i].canonical))
			fail_msg("%s became %s\n%s", cases[i].text, hours.text.ptr, out);
		if (!strstr(out, "merchants/x.md:7:8: note: ") || !strstr(out, cases[i].canonical))
			fail_msg("%s: %s", cases[i].text, out);
		parse_silently(f, hours.text.ptr);
	}
}

static void
what_is_not_understood_is_kept_and_its_place_named(void **state)
{
	static const struct {
		const char *text;
		int column;
		const char *word;
	} cases[] = {
		{ "venez nous voir", 8, "venez" },
		{ "Mo-Fr 09:00-18:00 bei Schönwetter", 26, "bei" },
		{ "Mo-Fr 09:00", 14, "closing time" },
		{ "Su 9:30,11:00", 11, "closing time" },
		{ "24:00", 8, "closing time" },
		{ "Mo-Fr 09:00-25:60", 20, "25:60" },
		{ "Mo-Fr 24:00-25:00", 14, "24:00" },
		{ "Mo-Fr 09:00-49:00", 20, "49:00" },
		{ "Mo-Fr 8-10pm", 14, "morning" },
		{ "Mo-Fr 13pm-14pm", 14, "13pm" },
		{ "Mo-Su 007-21:00", 14, "007" },
		{ "Mo 10:00-16:00/01:30", 22, "single moments" },
		{ "ma 9h-12h", 8, "French" },
		{ "di 9h-12h", 8, "French" },
		{ "Ma-Sa 09:00-12:00", 8, "French" },
		{ "mar 09:00-12:00", 8, "March" },
		{ "Mo-Fr 09:00-12:00; 13:00-18:00", 27, "day is expected" },
		{ "Mo-Fr 09:00-12:00,,13:00-18:00", 26, "time" },
		{ "Mo 08:00-18:00 (Tu 09:00-12:00)", 24, "Tu" },
		{ "Mo-Fr 09:00-12:00, closed", 27, "day is expected" },
		{ "12:00-17:30 Mo-Sa, 12:00-16:30", 27, "day is expected" },
		{ "Mo-Fr 09:00-12:00 Sa", 28, "a time is missing at the end" },
		{ "09:00-18:00 Mo-Fr 10:00", 26, "10:00" },
		{ "PH, Dec 24 off", 10, "\",\"" },
		{ "24/7, Mo 10:00-12:00", 12, "semicolon" },
		{ "Mo-Fr fermé éé; x", 20, "éé" },
		{ "Mo-Zz 09:00-12:00", 11, "Zz" },
		{ "; ;", 11, "a time is missing at the end" },
		{ "Mo-Fr 09:00-", 20, "a time is missing at the end" },
		{ "Mo-Fr 09:00-12:00,", 26, "a time is missing at the end" },
		{ "Mo-", 11, "a day is missing at the end" },
		{ "Jan 01-", 15, "a date is missing at the end" },
		{ "Mo[0] 10:00-12:00", 11, "Th[1]" },
		{ "Mo[6] 10:00-12:00", 11, "Th[1]" },
		{ "Mo[1 10:00-12:00", 13, "Th[1]" },
		{ "week 54 off", 13, "54" },
		{ "week Mo off", 13, "Mo" },
		{ "2026-2020 off", 13, "2020" },
		{ "Jan-Mo off", 12, "Mo" },
		{ "(sunset)-(noon+01:00)", 18, "noon" },
		{ "(sunset+)-24:00", 16, "sunset-01:00" },
		{ "sunset-(sunset 01:00)", 23, "sunset-01:00" },
		{ "summer", 8, "nobody can tell" },
		{ "Mo 10:00-12:00; winter off", 24, "winter" },
		{ "Mo 10:00-12:00 \"open", 23, "\"" },
		{ "Mo 10:00-12:00 | Tu 10:00-12:00", 23, "|" },
		{ "Mo 10:00-12:00 off off", 27, "off" },
		{ "Mo \"a\" \"b\"", 15, "\"b\"" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text);
		char out[1000], place[64];

		printed(f, out, sizeof out);
		if (hours.state != HOURS_UNKNOWN)
			fail_msg("%s became %s", cases[i].text, hours.text.ptr);
		assert_str(hours.text, cases[i].text);
		snprintf(place, sizeof place,
		         "merchants/x.md:7:%d: warning: hours: ", cases[i].column);
		if (!strstr(out, place) || !strstr(out, cases[i].word) || !strstr(out, "hint: "))
			fail_msg("%s: %s", cases[i].text, out);
	}
}

static void
nothing_written_is_nothing_known(void **state)
{
	struct hours hours = parse(*state, "  ");

	assert_int_equal(hours.state, HOURS_ABSENT);
	assert_int_equal(hours.text.len, 0);
}

/* `part` again and again, up to `bytes`. */
static char *
repeated(const char *part, size_t bytes)
{
	char *text = malloc(bytes + 1);
	size_t len = strlen(part);

	assert_non_null(text);
	for (size_t i = 0; i < bytes; i++)
		text[i] = part[i % len];
	text[bytes] = '\0';
	return text;
}

static void
a_text_without_end_is_not_read(void **state)
{
	static const struct {
		const char *part;
		size_t bytes;
		const char *word;
	} cases[] = {
		{ "Mo 09:00-10:00, ", 2000, "too long" },
		{ "1-2,", 999, "too many" },
		{ "Mo,", 999, "too many" },
		{ "Mo off;", 999, "too many" },
		{ "Dec 25,", 999, "too many" },
		{ "2026,", 999, "too many" },
		{ "PH,", 999, "too many" },
		{ "\"", 999, "\"\"" },
		{ "Jan Su[-1]-", 999, "\"-\"" },
		{ "[", 999, "[" },
		{ "mar ", 999, "March" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		char *text = repeated(cases[i].part, cases[i].bytes), out[4000];
		struct hours hours = parse(f, text);

		free(text);
		printed(f, out, sizeof out);
		assert_int_equal(hours.state, HOURS_UNKNOWN);
		if (!strstr(out, cases[i].word))
			fail_msg("%s: %s", cases[i].part, out);
	}
}

static void
a_comma_goes_on_with_a_list_or_begins_a_rule(void **state)
{
	static const struct {
		const char *text;
		size_t rules;
		enum hours_joint last;
	} cases[] = {
		{ "Mo,Tu 10:00-12:00,13:00-14:00", 1, JOINT_NORMAL },
		{ "Mo 10:00-12:00,Tu 13:00-14:00", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,PH off", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,Dec 25 off", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,25 Dec off", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,2026 Dec 25 off", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,week 10 off", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,easter off", 2, JOINT_ADDITIONAL },
		{ "Dec 25,2026 Dec 31,Apr off", 1, JOINT_NORMAL },
		{ "week 10,12,14 Mo off", 1, JOINT_NORMAL },
		{ "Mo off,Tu 10:00-12:00", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00,\"call\"", 2, JOINT_ADDITIONAL },
		{ "Mo \"call\",Tu 10:00-12:00", 2, JOINT_ADDITIONAL },
		{ "Mo 10:00-12:00; Tu off", 2, JOINT_NORMAL },
		{ "Mo 10:00-12:00 || Tu off", 2, JOINT_FALLBACK },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(*state, cases[i].text);

		if (hours.state != HOURS_KNOWN || hours.rules.len != cases[i].rules)
			fail_msg("%s: %zu rules", cases[i].text, hours.rules.len);
		assert_int_equal(hours.rules.items[hours.rules.len - 1].joint, cases[i].last);
	}
}

static void
a_remark_alone_leaves_it_open_whether_it_is_open(void **state)
{
	static const struct {
		const char *text;
		enum hours_meaning meaning;
	} cases[] = {
		{ "Mo 10:00-12:00", MEANING_OPEN },
		{ "Mo 10:00-12:00 open \"desk\"", MEANING_OPEN },
		{ "Mo 10:00-12:00 \"desk\"", MEANING_UNSURE },
		{ "\"desk\"", MEANING_UNSURE },
		{ "Mo unknown", MEANING_UNSURE },
		{ "Mo off \"desk\"", MEANING_CLOSED },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(parse(*state, cases[i].text).rules.items[0].meaning,
		                 cases[i].meaning);
}

static void
mar_is_a_day_among_french_days_and_else_march(void **state)
{
	static const struct {
		const char *text, *canonical;
	} cases[] = {
		{ "Lun-Ven 9h-12h; Mar 13h-14h", "Mo-Fr 09:00-12:00; Tu 13:00-14:00" },
		{ "mar-oct 10:00-12:00", "Mar-Oct 10:00-12:00" },
		{ "Mar-Sep: Mo-Sa 09:00-20:00", "Mar-Sep Mo-Sa 09:00-20:00" },
	};

	for (size_t i = 0; i < countof(cases); i++)
		assert_str(parse(*state, cases[i].text).text, cases[i].canonical);
}

static void
every_rule_knows_where_it_stands(void **state)
{
	const char *text = "Mo-Fr 9:00-12:00 ; closed on Sundays,  Jul \"é\"  ";
	static const char *const parts[] = { "Mo-Fr 9:00-12:00", "closed on Sundays", "Jul \"é\"" };
	struct hours hours = parse(*state, text);

	assert_int_equal(hours.rules.len, countof(parts));
	for (size_t i = 0; i < countof(parts); i++)
		assert_str(str_sub(str(text), hours.rules.items[i].from, hours.rules.items[i].to),
		           parts[i]);
}

static void
a_holiday_rule_that_goes_under_is_warned_of(void **state)
{
	static const struct {
		const char *text;
		size_t warnings;
	} cases[] = {
		{ "Mo-Fr 09:00-18:00", 0 },
		{ "Mo-Fr 09:00-18:00; PH off", 0 },
		{ "PH off; Mo-Fr 09:00-18:00", 1 },
		{ "PH off; Mo-Fr 09:00-18:00; PH off", 0 },
		{ "PH off, Mo-Fr 09:00-18:00", 0 },
		{ "Fr,PH 12:00-19:00; Mo off", 0 },
		{ "off; PH off", 0 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		char out[1000];

		parse(f, cases[i].text);
		assert_int_equal(diag_count(f->diag, DIAG_WARNING), cases[i].warnings);
		printed(f, out, sizeof out);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_the_specification_spells_is_read_without_a_word),
		TEST(what_people_write_is_understood_with_a_note),
		TEST(what_is_not_understood_is_kept_and_its_place_named),
		TEST(nothing_written_is_nothing_known),
		TEST(a_text_without_end_is_not_read),
		TEST(a_comma_goes_on_with_a_list_or_begins_a_rule),
		TEST(a_remark_alone_leaves_it_open_whether_it_is_open),
		TEST(mar_is_a_day_among_french_days_and_else_march),
		TEST(every_rule_knows_where_it_stands),
		TEST(a_holiday_rule_that_goes_under_is_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
