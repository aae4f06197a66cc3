#include "guide/advice.h"

#include "fixture.h"

/* A shop in Belgium on Saturday 21 November 2026, or another moment. */
struct shop {
	const char *hours;
	const char *now;          /* NULL: that one */
	const char *from, *until; /* of a closure; NULL: none */
	const char *category;     /* NULL: a bakery */
	enum status status;
	const char *want; /* in what is reported; "": nothing is */
};

static const char *
advice_on(struct fixture *f, const struct shop *shop)
{
	struct merchant *m;
	struct pos at = { "merchants/dumont.md", 7, 8 };

	f->cards.merchants_len = 0;
	diag_free(f->diag);
	f->diag = diag_new();
	m = fixture_merchant(f, "dumont", "Dumont", shop->category ? shop->category : "bakery",
	                     NULL);
	m->status = shop->status;
	if (shop->hours)
		hours_parse(&m->hours, f->arena, str(shop->hours), at, f->diag);
	m->hours_at = at;
	if (shop->from) {
		m->closures = arena_alloc(f->arena, sizeof *m->closures);
		m->closures_len = 1;
		m->closures[0] = (struct closure){ .from = fixture_day(shop->from),
			                           .until = fixture_day(shop->until),
			                           .at = { at.file, 9, 5 } };
	}
	assert_int_equal(fixture_make(f, shop->now ? shop->now : "2026-11-21T10:00", false), 0);
	diag_free(f->diag); /* what the guide says is not advice */
	f->diag = diag_new();
	advice_give(&f->guide, f->diag);
	return fixture_reports(f);
}

static void
check(struct fixture *f, const struct shop *shops, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char *got = advice_on(f, &shops[i]), *want = shops[i].want;

		if (want[0] ? !strstr(got, want) : got[0] != '\0')
			fail_msg("\"%s\" got: %s\nnot: %s", shops[i].hours ? shops[i].hours : "",
			         got, want);
	}
}

static void
hours_that_overlap_are_told(void **state)
{
#define MEET(a, b)                                                                                 \
	"dumont.md:7:8: warning: hours: " a " and " b " are partly the same time of one day"
	static const struct shop shops[] = {
		{ .hours = "09:00-18:00,12:00-20:00; PH off",
		  .want = MEET("09:00-18:00", "12:00-20:00") },
		{ .hours = "09:00-18:00,12:00-20:00; PH off",
		  .want = "hint: correct one of them, or write 09:00-20:00, which says the same\n" },
		{ .hours = "Mo 09:00-12:00,13:00-18:00; PH off", .want = "" },
		{ .hours = "Mo 09:00-12:00,12:00-18:00; PH off", .want = "" },
		{ .hours = "Mo 20:00-02:00,23:00-24:00; PH off",
		  .want = MEET("20:00-02:00", "23:00-24:00") },
		{ .hours = "Mo-Fr 09:00-18:00, We 08:00-10:00; PH off",
		  .want = MEET("09:00-18:00", "08:00-10:00") },
		{ .hours = "Mo-Fr 09:00-18:00, We 08:00-10:00; PH off",
		  .want = "write a semicolon" },
		{ .hours = "Mo-Fr 09:00-18:00, Sa 10:00-12:00; PH off", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00; We 08:00-10:00; PH off", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00; Fr 09:00-12:00, Fr 13:00-17:00; PH off",
		  .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00; Sa 09:00-12:00, Mo-Su 17:00-20:00; PH off",
		  .want = MEET("09:00-18:00", "17:00-20:00") },
		{ .hours = "Mo-Su 09:00-18:00; Sa off, Sa 10:00-12:00; PH off", .want = "" },
		{ .hours = "Apr-Sep Mo-Fr 09:00-18:00, Oct-Mar Mo-Fr 10:00-17:00; PH off",
		  .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00, Mo-Fr 12:00-14:00 \"lunch\"; PH off", .want = "" },
		{ .hours = "Mo-Fr sunrise-sunset,12:00-14:00; PH off", .want = "" },
		{ .hours = "Fr 18:00+; PH off", .want = "" },
		{ .hours = "Fr 11:00-01:00; PH 01:00-25:00 off, PH 12:00-20:00", .want = "" },
		{ .hours = "24/7", .want = "" },
	};

	check(*state, shops, countof(shops));
}

static void
nights_that_a_later_rule_cuts_are_told(void **state)
{
#define SHORT(rule, day, end)                                                                      \
	"dumont.md:7:8: warning: hours: because of \"" rule "\", the evening of " day              \
	" ends at midnight instead of " end " [hours-night]"
#define WRITE(hours) "hint: to keep every night whole, write: " hours "\n"
	static const struct shop shops[] = {
		{ .hours = "Fr,Sa 17:30-01:00; Su 17:30-22:00",
		  .want = SHORT("Su 17:30-22:00", "2026-11-21", "01:00") },
		{ .hours = "Fr,Sa 17:30-01:00; Su 17:30-22:00",
		  .want = WRITE("Fr,Sa 17:30-01:00, Su 17:30-22:00") },
		{ .hours = "Fr,Sa 17:30-01:00, Su 17:30-22:00", .want = "" },
		{ .hours = "Su 17:30-22:00; Fr,Sa 17:30-01:00", .want = "" },
		{ .hours = "Fr,Sa 17:30-24:00; Su 17:30-22:00", .want = "" },
		{ .hours = "Fr,Sa 17:30-01:00; Tu 17:30-22:00", .want = "" },
		{ .hours = "Sa 20:00-02:00; Su 00:00-02:00,10:00-12:00", .want = "" },
		{ .hours = "Mo-Su 10:00-02:00; Su 10:00-20:00",
		  .want = WRITE("Mo-Sa 10:00-02:00, Su 10:00-20:00") },
		{ .hours = "19:00-02:00; Mo off", .want = WRITE("Tu-Su 19:00-02:00") },
		{ .hours = "Tu-Su 19:00-02:00", .want = "" },
		/* Single days. */
		{ .hours = "Fr,Sa 18:00-02:30; PH off",
		  .want = "hours: \"PH off\" cancels the evening of 2026-12-25, but not the end of "
		          "that night: shown as open 00:00-02:30 on 2026-12-26 [hours-night]" },
		{ .hours = "Fr,Sa 18:00-02:30; PH off",
		  .want = WRITE("Fr,Sa 18:00-02:30; PH 03:00-27:00 off") },
		{ .hours = "Fr,Sa 18:00-02:30; PH 03:00-27:00 off", .want = "" },
		{ .hours = "Th 18:00-01:00; PH off",
		  .want = SHORT("PH off", "2026-12-24", "01:00") },
		{ .hours = "Th,Fr 18:00-01:00; PH 11:00-20:00",
		  .want = WRITE("Th,Fr 18:00-01:00; PH 01:00-25:00 off, PH 11:00-20:00") },
		{ .hours = "Th,Fr 18:00-01:00; PH 01:00-25:00 off, PH 11:00-20:00", .want = "" },
		/* A season that ends at midnight is one night a year; within it, it is every week. */
		{ .hours = "Apr-Oct 18:00-02:00; Nov-Mar 18:00-24:00", .want = "" },
		{ .hours = "Apr-Oct Sa 18:00-02:00; Apr-Oct Su 18:00-20:00",
		  .want = "hint: behind a semicolon, a day begins at midnight" },
		{ .hours = "Fr 18:00+; Sa 10:00-12:00", .want = "" },
		{ .hours = "Fr sunset-02:00; Sa 10:00-12:00", .want = "" },
		{ .hours = "24/7; Mo off", .want = "" },
	};

	check(*state, shops, countof(shops));
}

static void
hours_that_never_come_are_told(void **state)
{
#define NEVER                                                                                      \
	"dumont.md:7:8: warning: hours: as they stand, the shop does not open once in the coming year"
	static const struct shop shops[] = {
		{ .hours = "2025 Mo-Fr 09:00-18:00", .want = NEVER },
		{ .hours = "Mo-Su off", .want = NEVER },
		{ .hours = "Mo-Su off", .want = "hint: write when it is open, too" },
		{ .hours = "Mo-Fr 06:00-17:00; Mo-Su off", .want = "hint: has the year" },
		{ .hours = "Mo-Su off", .status = STATUS_CLOSED_TEMPORARILY, .want = "" },
		{ .hours = "Mo-Su off", .status = STATUS_OPENING_SOON, .want = "" },
		{ .hours = "2027 Dec 20-23 10:00-18:00; PH off", .want = "" },
		{ .hours = "\"by appointment\"", .want = "" }, /* not known is not never */
		{ .hours = "when the sun shines", .want = "" },
	};

	check(*state, shops, countof(shops));
}

static void
a_shop_without_hours_is_told(void **state)
{
#define NONE                                                                                       \
	"merchants/dumont.md:1:1: warning: hours: there are none, and they are what people look for first"
	static const struct shop shops[] = {
		{ .want = NONE },
		{ .want = "hint: for example hours: \"Mo-Fr 07:00-18:30; Sa 07:00-17:00; PH off\"\n" },
		{ .category = "hotel", .want = "" }, /* beds have no hours */
		{ .category = "restaurant hotel", .want = NONE },
		{ .status = STATUS_OPENING_SOON, .want = "" },
		{ .status = STATUS_CLOSED_TEMPORARILY, .want = "" },
		{ .status = STATUS_CLOSED, .want = "" },
	};

	check(*state, shops, countof(shops));
}

static void
closures_that_are_over_are_told(void **state)
{
#define OVER                                                                                       \
	"merchants/dumont.md:9:5: warning: closures: this one ended on 2026-11-20 [closure-past]"
	static const struct shop shops[] = {
		{ .hours = "Mo 09:00-12:00; PH off",
		  .from = "2026-11-10",
		  .until = "2026-11-20",
		  .want = OVER },
		{ .hours = "Mo 09:00-12:00; PH off",
		  .from = "2026-11-10",
		  .until = "2026-11-21",
		  .want = "" },
		{ .hours = "Mo 09:00-12:00; PH off", .from = "2026-11-10", .want = "" },
		{ .status = STATUS_CLOSED_TEMPORARILY,
		  .from = "2026-11-10",
		  .until = "2026-11-20",
		  .want = OVER },
	};

	check(*state, shops, countof(shops));
}

static void
public_holidays_of_three_weeks_that_nobody_thought_of_are_told(void **state)
{
#define SILENT                                                                                     \
	"dumont.md:7:8: warning: hours: shown as open, because nothing is said about these public holidays: "
	static const struct shop shops[] = {
		/* Friday 2026-12-25, Friday 2027-01-01. */
		{ .hours = "Mo-Fr 09:00-18:00", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00", .now = "2026-12-04", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-05",
		  .want = SILENT "2026-12-25 (Christmas Day) [hours-holiday]" },
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-20",
		  .want = SILENT
		  "2026-12-25 (Christmas Day), 2027-01-01 (New Year's Day) [hours-holiday]" },
		{ .hours = "Mo-Fr 09:00-18:00", .now = "2026-12-25T22:00", .want = "2026-12-25" },
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-26",
		  .want = SILENT "2027-01-01 (New Year's Day) [" },
		{ .hours = "Mo-Fr 09:00-18:00; PH off", .now = "2026-12-20", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00; PH 10:00-12:00", .now = "2026-12-20", .want = "" },
		{ .hours = "Mo-Th 09:00-18:00",
		  .now = "2026-12-20",
		  .want = "" }, /* closed anyway */
		{ .hours = "Th 20:00-02:00",
		  .now = "2026-12-20",
		  .want = "" }, /* the evening before */
		{ .hours = "Fr 20:00-02:00", .now = "2026-12-20", .want = SILENT },
		{ .hours = "24/7", .now = "2026-12-20", .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00; Dec 25 off",
		  .now = "2026-12-20",
		  .want = SILENT "2027-01-01 (New Year's Day) [" },
		{ .hours = "Mo-Fr 09:00-18:00; Dec 24-Jan 02 10:00-12:00",
		  .now = "2026-12-20",
		  .want = "" },
		{ .hours = "Oct-Mar Mo-Fr 09:00-18:00",
		  .now = "2026-12-20",
		  .want = SILENT }, /* a season */
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-20",
		  .from = "2026-12-24",
		  .until = "2026-12-26",
		  .want = SILENT "2027-01-01 (New Year's Day) [" },
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-20",
		  .from = "2026-12-24",
		  .want = "" },
		{ .hours = "Mo-Fr 09:00-18:00",
		  .now = "2026-12-20",
		  .status = STATUS_CLOSED_TEMPORARILY,
		  .want = "" },
		{ .hours = "\"by appointment\"", .now = "2026-12-20", .want = "" },
	};

	check(*state, shops, countof(shops));
}

static void
who_is_not_shown_is_not_asked(void **state)
{
	struct fixture *f = *state;
	struct merchant *m = fixture_merchant(f, "dumont", "Dumont", "bakery", NULL);

	m->card.draft = true;
	assert_int_equal(fixture_make(f, "2026-11-21", false), 0);
	advice_give(&f->guide, f->diag);
	assert_string_equal(fixture_reports(f), "");
	assert_int_equal(fixture_make(f, "2026-11-21", true), 0);
	advice_give(&f->guide, f->diag);
	assert_non_null(strstr(fixture_reports(f), "[hours-missing]"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hours_that_overlap_are_told, fixture_setup,
		                                fixture_teardown),
		cmocka_unit_test_setup_teardown(nights_that_a_later_rule_cuts_are_told,
		                                fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(hours_that_never_come_are_told, fixture_setup,
		                                fixture_teardown),
		cmocka_unit_test_setup_teardown(a_shop_without_hours_is_told, fixture_setup,
		                                fixture_teardown),
		cmocka_unit_test_setup_teardown(closures_that_are_over_are_told, fixture_setup,
		                                fixture_teardown),
		cmocka_unit_test_setup_teardown(
			public_holidays_of_three_weeks_that_nobody_thought_of_are_told,
			fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(who_is_not_shown_is_not_asked, fixture_setup,
		                                fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
