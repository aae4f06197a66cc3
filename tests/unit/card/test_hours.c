#include "card/hours.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MO, TU, WE, TH, FR, SA, SU };
#define AT(day, hour, minute) ((day)*DAY_MINUTES + (hour)*60 + (minute))

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	if (!f)
		return -1;
	f->arena = arena_new();
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	free(f);
	return 0;
}

static struct hours
parse(struct fixture *f, const char *text)
{
	struct hours hours;

	hours_parse(&hours, f->arena, str(text), (struct pos){ "merchants/x.md", 7, 8 }, f->diag);
	return hours;
}

/* What was reported since the last call, as it would be printed. */
static void
printed(struct fixture *f, char *out, size_t room)
{
	FILE *file = fmemopen(out, room, "w");

	assert_non_null(file);
	memset(out, 0, room);
	diag_print(f->diag, file, DIAG_TEXT, false);
	fclose(file);
	diag_free(f->diag);
	f->diag = diag_new();
}

static void
a_shop_is_closed_on_the_stroke_and_open_past_midnight(void **state)
{
	static const struct {
		const char *rules;
		int minute;
		bool open;
	} cases[] = {
		{ "Mo-Fr 09:00-18:00", AT(MO, 8, 59), false },
		{ "Mo-Fr 09:00-18:00", AT(MO, 9, 0), true },
		{ "Mo-Fr 09:00-18:00", AT(MO, 17, 59), true },
		{ "Mo-Fr 09:00-18:00", AT(MO, 18, 0), false },
		{ "Mo-Fr 09:00-18:00", AT(SA, 12, 0), false },
		{ "Su 22:00-02:00", AT(SU, 23, 0), true },
		{ "Su 22:00-02:00", AT(MO, 1, 59), true }, /* round the week's end */
		{ "Su 22:00-02:00", AT(MO, 2, 0), false },
		{ "Fr 22:00-26:00", AT(SA, 1, 0), true },
		{ "24/7", AT(WE, 3, 0), true },
		{ "Sa-Mo 10:00-12:00", AT(SU, 11, 0), true },
		{ "Sa-Mo 10:00-12:00", AT(TU, 11, 0), false },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(*state, cases[i].rules);

		assert_int_equal(hours.state, HOURS_KNOWN);
		if (hours_open_at(&hours, cases[i].minute) != cases[i].open)
			fail_msg("%s at %d", cases[i].rules, cases[i].minute);
	}
}

static void
rules_have_one_canonical_text(void **state)
{
	static const struct {
		const char *text, *canonical;
	} cases[] = {
		{ "Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off",
		  "Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off" },
		{ "10:00-18:00", "Mo-Su 10:00-18:00" },
		{ "24/7", "24/7" },
		{ "24/7; PH off", "24/7; PH off" },
		{ "00:00-24:00", "24/7" },
		{ "Mo-Su open", "24/7" },
		{ "Mo off; Tu off", "off" },
		{ "closed", "off" },
		{ "off", "off" },
		{ "Mo-Su 10:00-18:00; We off", "Mo,Tu,Th-Su 10:00-18:00" },
		{ "Mo-Fr 09:00-18:00; Fr 09:00-12:00", "Mo-Th 09:00-18:00; Fr 09:00-12:00" },
		{ "Mo-Fr 09:00-12:00, We 13:00-17:00",
		  "Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,13:00-17:00" },
		{ "Mo 13:00-18:00,09:00-12:00", "Mo 09:00-12:00,13:00-18:00" },
		{ "Mo 09:00-12:00,12:00-18:00", "Mo 09:00-18:00" },
		{ "Mo 09:00-14:00,13:00-18:00", "Mo 09:00-18:00" },
		{ "Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off", "Mo-Fr 08:00-12:00,13:00-18:00" },
		{ "Sa,Su 10:00-12:00; Mo 09:00-10:00", "Mo 09:00-10:00; Sa,Su 10:00-12:00" },
		{ "Fr,Sa 22:00-02:00", "Fr,Sa 22:00-02:00" },
		{ "Fr 22:00-26:00", "Fr 22:00-02:00" },
		{ "Fr 10:00-34:00", "Fr 10:00-34:00" },
		{ "Mo 22:00-10:00; Tu 08:00-12:00", "Mo 22:00-08:00; Tu 08:00-12:00" },
		{ "Su 20:00-10:00; Mo 09:00-12:00", "Mo 09:00-12:00; Su 20:00-09:00" },
		/* Nights longer than the day between them. */
		{ "Mo-We 08:00-12:30,13:30-38:00",
		  "Mo 08:00-12:30,13:30-08:00; Tu 08:00-32:00; We 08:00-38:00" },
		{ "Su,PH 10:00-12:00", "Su 10:00-12:00; PH 10:00-12:00" },
		{ "PH 10:00-12:00", "PH 10:00-12:00" },
		{ "Mo-Fr 09:00-18:00;", "Mo-Fr 09:00-18:00" },
		{ "Mo,Tu,We,Th,Fr 09:00-18:00", "Mo-Fr 09:00-18:00" },
		{ "Sa-Mo 10:00-12:00", "Mo,Sa,Su 10:00-12:00" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text), again;

		assert_int_equal(hours.state, HOURS_KNOWN);
		if (strcmp(hours.text.ptr, cases[i].canonical) != 0)
			fail_msg("%s became %s", cases[i].text, hours.text.ptr);
		again = parse(f, hours.text.ptr);
		assert_string_equal(again.text.ptr, hours.text.ptr);
	}
	assert_int_equal(diag_count(f->diag, DIAG_NOTE) + diag_count(f->diag, DIAG_WARNING), 0);
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
		{ "Mo-Fr 12am-12pm", "Mo-Fr 00:00-12:00" },
		{ "lu-ve 9h-18h30", "Mo-Fr 09:00-18:30" },
		{ "Lundi au vendredi de 9h à 12h30 et de 13h30 à 18h",
		  "Mo-Fr 09:00-12:30,13:30-18:00" },
		{ "du lundi au samedi : 8h30-19h, dimanche fermé", "Mo-Sa 08:30-19:00" },
		{ "lun., mar. et jeu. 9h–12h", "Mo,Tu,Th 09:00-12:00" },
		{ "ma-ve 9h-12h", "Tu-Fr 09:00-12:00" },
		{ "ma-vr 9u-12u30", "Mo-Fr 09:00-12:30" },
		{ "di en do 10.00-12.00", "Tu,Th 10:00-12:00" },
		{ "di, wo en do 10.00-12.00", "Tu-Th 10:00-12:00" },
		{ "maandag t/m vrijdag van 9 tot 17 uur", "Mo-Fr 09:00-17:00" },
		{ "zaterdag gesloten", "off" },
		{ "Montag bis Freitag 9-18 Uhr", "Mo-Fr 09:00-18:00" },
		{ "täglich 10:00-20:00", "Mo-Su 10:00-20:00" },
		{ "tous les jours 10:00-20:00", "Mo-Su 10:00-20:00" },
		{ "24h/24 7j/7", "24/7" },
		{ "Mo-Fr 09:00\xe2\x80\x93"
		  "18:00",
		  "Mo-Fr 09:00-18:00" },
		{ "Mo-Fr09:00-18:00", "Mo-Fr 09:00-18:00" },
		{ "Mo-Fr: 09:00-18:00", "Mo-Fr 09:00-18:00" },
		{ "Mo-Fr 09:00-12:00 / 13:00-18:00", "Mo-Fr 09:00-12:00,13:00-18:00" },
		{ "Mo-Fr 09:00-12:00 13:00-18:00", "Mo-Fr 09:00-12:00,13:00-18:00" },
		{ "Mo-Fr 09:00-18:00 Sa 09:00-12:00", "Mo-Fr 09:00-18:00; Sa 09:00-12:00" },
		{ "Mo-Fr 09:00-18:00\nSa 09:00-12:00\n", "Mo-Fr 09:00-18:00; Sa 09:00-12:00" },
		{ "lu-ve 9h-18h; jours fériés fermé", "Mo-Fr 09:00-18:00; PH off" },
		{ "Mo-Fr 09:00-18:00; ph off", "Mo-Fr 09:00-18:00; PH off" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text);
		char out[1000];

		printed(f, out, sizeof out);
		if (hours.state != HOURS_KNOWN || strcmp(hours.text.ptr, cases[i].canonical) != 0)
			fail_msg("%s became %s\n%s", cases[i].text, hours.text.ptr, out);
		if (!strstr(out, "merchants/x.md:7:8: note: ") || !strstr(out, cases[i].canonical))
			fail_msg("%s: %s", cases[i].text, out);
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
		{ "Mo-Fr 09:00-18:00 \"sur rendez-vous\"", 26, "sur rendez-vous" },
		{ "sur rendez-vous", 8, "sur" },
		{ "Mo-Fr 09:00", 14, "closing time" },
		{ "Mo-Fr 09:00-", 20, "the end" },
		{ "Mo-Fr", 13, "the end" },
		{ "Mo-Fr 09:00-09:00", 14, "same minute" },
		{ "Mo-Fr 09:00-25:60", 20, "25:60" },
		{ "Mo-Fr 24:00-25:00", 14, "24:00" },
		{ "Mo-Fr 09:00-49:00", 20, "49:00" },
		{ "Mo-Fr 8-10pm", 14, "morning" },
		{ "Mo-Fr 13pm-14pm", 14, "13pm" },
		{ "ma 9h-12h", 8, "French" },
		{ "di 9h-12h", 8, "French" },
		{ "Ma-Sa 09:00-12:00", 8, "French" },
		{ "Mar 09:00-12:00", 8, "Mar" },
		{ "Jan-Mar Mo 09:00-12:00", 8, "Jan" },
		{ "Mo-Fr sunrise-sunset", 14, "sunrise" },
		{ "Mo-Fr 09:00+", 19, "+" },
		{ "Mo[1] 09:00-12:00", 10, "[" },
		{ "week 1-10 Mo 09:00-12:00", 8, "week" },
		{ "SH off", 8, "SH" },
		{ "Mo-Fr 09:00-12:00 || \"call\"", 26, "|" },
		{ "2026 Dec 25 off", 8, "2026" },
		{ "Mo-Fr 09:00-12:00; 13:00-18:00", 27, "day is expected" },
		{ "Mo-Fr 09:00-12:00,,13:00-18:00", 26, "day" },
		{ "09:00-18:00 Mo-Fr 10:00", 26, "closing" },
		{ "Mo-Fr fermé éé; x", 20, "éé" },
		{ "Mo-Zz 09:00-12:00", 11, "Zz" },
		{ "Mo 20:00-04:00; Mo 22:00-01:00 off", 24, "Mo 22:00-01:00 off" },
		{ "; ;", 11, "a time is missing at the end" },
		{ "Mo-Fr", 13, "a time is missing at the end" },
		{ "Mo-Fr 09:00-", 20, "a time is missing at the end" },
		{ "Mo-", 11, "a day is missing at the end" },
		{ "Mo 1-2,3-4,5-6,7-8,9-10,11-12,13-14,15-16,17-18,19-20,1-2,3-4,5-6,7-8,9-10,11-12,13-14",
		  89, "too many" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text);
		char out[1000], place[64];

		printed(f, out, sizeof out);
		assert_int_equal(hours.state, HOURS_UNKNOWN);
		assert_string_equal(hours.text.ptr, cases[i].text);
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

static void
a_text_without_end_is_not_read(void **state)
{
	struct fixture *f = *state;
	char text[2001], out[1000];
	struct hours hours;

	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = "Mo 09:00-10:00, "[i % 16];
	text[sizeof text - 1] = '\0';
	hours = parse(f, text);
	printed(f, out, sizeof out);
	assert_int_equal(hours.state, HOURS_UNKNOWN);
	assert_non_null(strstr(out, "too long"));
}

static void
public_holidays_follow_the_last_rule(void **state)
{
	static const struct {
		const char *text;
		int holidays;
		size_t len;
		int warnings;
	} cases[] = {
		{ "Mo-Fr 09:00-18:00", HOURS_PH_ORDINARY, 0, 0 },
		{ "Mo-Fr 09:00-18:00; PH off", HOURS_PH_CLOSED, 0, 0 },
		{ "Mo-Fr 09:00-18:00; Su,PH off", HOURS_PH_CLOSED, 0, 0 },
		{ "Mo-Sa 09:00-18:00; Su,PH 09:00-12:00", HOURS_PH_SPANS, 1, 0 },
		{ "Mo-Sa 09:00-18:00; PH 09:00-10:00,11:00-12:00", HOURS_PH_SPANS, 2, 0 },
		{ "PH off; Mo-Fr 09:00-18:00", HOURS_PH_ORDINARY, 0, 1 },
		{ "Fr,PH 12:00-19:00; Mo off", HOURS_PH_SPANS, 1, 0 },
		{ "off; PH off", HOURS_PH_ORDINARY, 0, 0 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse(f, cases[i].text);

		if ((int)hours.holidays != cases[i].holidays || hours.holiday_len != cases[i].len)
			fail_msg("%s: %d", cases[i].text, (int)hours.holidays);
		assert_int_equal(diag_count(f->diag, DIAG_WARNING), cases[i].warnings);
		diag_free(f->diag);
		f->diag = diag_new();
	}
}

static void
a_day_shows_its_own_spans(void **state)
{
	struct hours hours = parse(*state, "Mo-Su 10:00-12:00,20:00-02:00; We off");
	struct hours_span spans[4];

	assert_int_equal(hours_day(&hours, TU, spans, 4), 2);
	assert_int_equal(spans[0].open, 600);
	assert_int_equal(spans[0].close, 720);
	assert_int_equal(spans[1].open, 1200);
	assert_int_equal(spans[1].close, 1560);
	assert_int_equal(hours_day(&hours, WE, spans, 4), 0);
	assert_int_equal(hours_day(&hours, SU, spans, 1), 1);
}

/* Lines of a map under test: days, times, days, times, NULL. */
static struct hours
parse_map(struct fixture *f, const char *const *lines)
{
	struct hours_entry entries[8];
	struct hours hours;
	size_t n = 0;

	for (; lines[2 * n]; n++)
		entries[n] = (struct hours_entry){ str(lines[2 * n]),
			                           str(lines[2 * n + 1]),
			                           { "merchants/x.md", 8 + (unsigned)n, 3 },
			                           { "merchants/x.md", 8 + (unsigned)n, 12 } };
	hours_parse_map(&hours, f->arena, entries, n, (struct pos){ "merchants/x.md", 8, 3 },
	                f->diag);
	return hours;
}

static void
a_map_says_the_same_as_a_line(void **state)
{
	static const struct {
		const char *lines[12], *canonical;
	} cases[] = {
		{ { "mo-fr", "07:00-18:30", "sa", "07:00-12:00, 13:00-17:00", "su", "closed" },
		  "Mo-Fr 07:00-18:30; Sa 07:00-12:00,13:00-17:00" },
		{ { "ph", "off", "mo,we", "09:00-12:00" }, "Mo,We 09:00-12:00; PH off" },
		{ { "PH", "10:00-12:00", "Mo-Su", "09:00-18:00" },
		  "Mo-Su 09:00-18:00; PH 10:00-12:00" },
		{ { "lundi", "09:00-12:00", "ma", "09:00-12:00", "dimanche", "fermé" },
		  "Mo,Tu 09:00-12:00" },
		{ { "ma", "09:00-12:00", "vr", "09:00-12:00" }, "Mo,Fr 09:00-12:00" },
		{ { "monday", "24/7" }, "Mo 00:00-24:00" },
		{ { "su,ph", "09:00-12:00", "mo-sa", "09:00-18:00" },
		  "Mo-Sa 09:00-18:00; Su 09:00-12:00; PH 09:00-12:00" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse_map(f, cases[i].lines);

		assert_int_equal(hours.state, HOURS_KNOWN);
		assert_string_equal(hours.text.ptr, cases[i].canonical);
	}
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
}

static void
a_line_of_a_map_is_blamed_where_it_is_wrong(void **state)
{
	static const struct {
		const char *lines[8], *place, *word;
	} cases[] = {
		{ { "mo-fr", "07:00-18:30", "zz", "09:00-12:00" }, "x.md:9:3: warning", "zz" },
		{ { "mo-fr", "07:00-18:30", "sa", "09:00-12:00; 13:00-14:00" },
		  "x.md:9:23: warning",
		  ";" },
		{ { "mo-fr", "07:00-18:30", "fr", "closed" }, "x.md:9:3: warning", "earlier line" },
		{ { "mo-fr", "07:00-18:30", "su", "" }, "x.md:9:12: warning", "the end" },
		{ { "mo 09:00", "07:00-18:30" }, "x.md:8:6: warning", "09:00" },
		{ { "ma", "07:00-18:30" }, "x.md:8:3: warning", "French" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours hours = parse_map(f, cases[i].lines);
		char out[1000];

		printed(f, out, sizeof out);
		assert_int_equal(hours.state, HOURS_UNKNOWN);
		assert_true(hours.text.len > 0);
		if (!strstr(out, cases[i].place) || !strstr(out, cases[i].word))
			fail_msg("%zu: %s", i, out);
	}
}

/* The week from Monday 2026-11-16 of one line of expected.jsonl, as a minute map; false when the
 * line has escapes or is not of that form. */
static bool
expected_week(char *line, char **value, bool open[2 * HOURS_WEEK])
{
	int first = date_from_civil(2026, 11, 16);
	char *p = strstr(line, "{\"value\":\""), *end;

	memset(open, 0, 2 * HOURS_WEEK * sizeof *open);
	end = strstr(line, "\",\"status\"");
	if (!p || !end || memchr(line, '\\', (size_t)(end - line)))
		return false;
	*value = p + strlen("{\"value\":\"");
	*end = '\0';
	for (p = strstr(end + 1, "\"intervals\":["); p && (p = strstr(p, "[\"2026-")) != NULL;
	     p += 39) {
		struct moment from, to;

		if (strlen(p) < 38 || !moment_parse((struct str){ p + 2, 16 }, &from) ||
		    !moment_parse((struct str){ p + 21, 16 }, &to))
			return false;
		for (int m = (from.day - first) * DAY_MINUTES + from.minute;
		     m < (to.day - first) * DAY_MINUTES + to.minute; m++)
			if (m >= 0 && m < 2 * HOURS_WEEK)
				open[m] = true;
	}
	return true;
}

static void
hours_of_real_shops_are_what_another_reader_says(void **state)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	static bool open[2 * HOURS_WEEK];
	struct fixture *f = *state;
	char path[512], *line = NULL, *value;
	size_t room = 0;
	int known = 0, different = 0, lines = 0;
	FILE *file;

	snprintf(path, sizeof path, "%s/opening_hours/expected.jsonl",
	         folder ? folder : "../shared/data");
	file = fopen(path, "r");
	if (!file) {
		print_message("skipped: %s is not here\n", path);
		skip();
	}
	while (getline(&line, &room, file) > 0) {
		struct hours hours;
		bool same = true;

		if (!expected_week(line, &value, open))
			continue;
		lines++;
		hours = parse(f, value);
		if (hours.state != HOURS_KNOWN)
			continue;
		known++;
		/* the second week, which has the night before its Monday */
		for (int m = 0; m < HOURS_WEEK; m++)
			same &= hours_open_at(&hours, m) == open[HOURS_WEEK + m];
		different += !same;
	}
	free(line);
	fclose(file);
	print_message("%d of %d values understood, %d read otherwise\n", known, lines, different);
	/* The others: rules without a semicolon between them, and nights that run into a day with a
	 * rule of its own, where that reader cuts the night. */
	assert_true(known > lines * 85 / 100);
	assert_true(different * 40 < known);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_shop_is_closed_on_the_stroke_and_open_past_midnight, setup, teardown),
		cmocka_unit_test_setup_teardown(rules_have_one_canonical_text, setup, teardown),
		cmocka_unit_test_setup_teardown(what_people_write_is_understood_with_a_note, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(what_is_not_understood_is_kept_and_its_place_named,
		                                setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_written_is_nothing_known, setup, teardown),
		cmocka_unit_test_setup_teardown(a_text_without_end_is_not_read, setup, teardown),
		cmocka_unit_test_setup_teardown(public_holidays_follow_the_last_rule, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(a_day_shows_its_own_spans, setup, teardown),
		cmocka_unit_test_setup_teardown(a_map_says_the_same_as_a_line, setup, teardown),
		cmocka_unit_test_setup_teardown(a_line_of_a_map_is_blamed_where_it_is_wrong, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(hours_of_real_shops_are_what_another_reader_says,
		                                setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
