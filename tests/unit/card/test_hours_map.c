#include "card/hours.h"

#include "parsing.h"

enum { LINES_MOST = 8 };

/* Lines of a map under test: days, times, days, times, NULL. */
static struct hours
parse_map(struct fixture *f, const char *const *lines, struct hours_entry entries[LINES_MOST])
{
	struct hours hours;
	size_t n = 0;

	for (; lines[2 * n]; n++)
		entries[n] = (struct hours_entry){ .days = str(lines[2 * n]),
			                           .times = str(lines[2 * n + 1]),
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
		  "Mo-Fr 07:00-18:30; Sa 07:00-12:00,13:00-17:00; Su off" },
		{ { "ph", "off", "mo,we", "09:00-12:00" }, "Mo,We 09:00-12:00; PH off" },
		{ { "PH", "10:00-12:00", "sh", "off", "Mo-Su", "09:00-18:00" },
		  "Mo-Su 09:00-18:00; SH off; PH 10:00-12:00" },
		{ { "lundi", "09:00-12:00", "ma", "09:00-12:00", "dimanche", "fermé" },
		  "Mo 09:00-12:00; Tu 09:00-12:00; Su off" },
		{ { "lun", "09:00-12:00", "mar", "09:00-12:00" },
		  "Mo 09:00-12:00; Tu 09:00-12:00" },
		{ { "ma", "09:00-12:00", "vr", "09:00-12:00" }, "Mo 09:00-12:00; Fr 09:00-12:00" },
		{ { "sa", "10:00-12:00", "mo", "09:00-12:00" }, "Mo 09:00-12:00; Sa 10:00-12:00" },
		{ { "monday", "24/7" }, "Mo 00:00-24:00" },
		{ { "su,ph", "09:00-12:00", "mo-sa", "09:00-18:00" },
		  "Mo-Sa 09:00-18:00; Su,PH 09:00-12:00" },
		{ { "th[1]", "09:00-12:00", "mo", "\"by appointment\"" },
		  "Th[1] 09:00-12:00; Mo \"by appointment\"" },
		/* Nobody's night ends at midnight because the next day has hours. */
		{ { "fr,sa", "20:00-02:00", "su", "10:00-12:00", "mo", "closed", "ph", "off" },
		  "Fr,Sa 20:00-02:00, Su 10:00-12:00; PH off" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours_entry entries[LINES_MOST];
		struct hours hours = parse_map(f, cases[i].lines, entries);
		char out[1000];

		assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
		printed(f, out, sizeof out);
		assert_int_equal(hours.state, HOURS_KNOWN);
		assert_str(hours.text, cases[i].canonical);
		assert_str(parse_silently(f, hours.text.ptr).text, cases[i].canonical);
	}
}

static void
a_line_of_a_map_knows_its_better_spelling(void **state)
{
	static const char *const lines[] = { "lundi", "8h-12h", "tu", "09:00-12:00", "fr", "fermé",
		                             "sa",    "24/7",   "su", "sur rdv",     NULL };
	static const char *const better[] = { "08:00-12:00", "", "off", "", "\"sur rdv\"" };
	struct hours_entry entries[LINES_MOST];
	struct hours hours = parse_map(*state, lines, entries);

	assert_true(hours.odd);
	for (size_t i = 0; i < countof(better); i++)
		assert_str(entries[i].better, better[i]);
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
		{ { "su,ph", "07:00-18:30", "ph", "closed" }, "x.md:9:3: warning", "earlier line" },
		{ { "mo-fr", "07:00-18:30", "su", "" }, "x.md:9:12: warning", "the end" },
		{ { "mo 09:00", "07:00-18:30" }, "x.md:8:6: warning", "09:00" },
		{ { "ma", "07:00-18:30" }, "x.md:8:3: warning", "French" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct hours_entry entries[LINES_MOST];
		struct hours hours = parse_map(f, cases[i].lines, entries);
		char out[1000];

		printed(f, out, sizeof out);
		assert_int_equal(hours.state, HOURS_UNKNOWN);
		assert_true(hours.text.len > 0);
		if (!strstr(out, cases[i].place) || !strstr(out, cases[i].word))
			fail_msg("%zu: %s", i, out);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_map_says_the_same_as_a_line),
		TEST(a_line_of_a_map_knows_its_better_spelling),
		TEST(a_line_of_a_map_is_blamed_where_it_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
