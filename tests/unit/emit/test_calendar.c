#include "read_lines.h"
#include "town.h"

#include "emit/calendar.h"

static struct content_lines
calendar_of(struct town *t, enum lang lang)
{
	struct content_lines lines = read_lines(t->arena, written(t, calendar_write, lang, NULL));

	check_names(&lines);
	check_nesting(&lines);
	return lines;
}

static void
an_event_has_its_first_time_in_its_zone_and_its_rule(void **state)
{
	static const char *const want[] = {
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"CALSCALE:GREGORIAN",
		"BEGIN:VEVENT",
		"UID:marche@example.org",
		/* Four weeks before the first time, 08:00 in summer. */
		"DTSTAMP:20260404T060000Z",
		"DTSTART;TZID=Europe/Brussels:20260502T080000",
		"DTEND;TZID=Europe/Brussels:20260502T130000",
		/* The whole last day, in UTC because DTSTART has a time. */
		"RRULE:FREQ=WEEKLY;UNTIL=20261231T225900Z;BYDAY=SA",
		"SUMMARY:Marché du samedi",
		"DESCRIPTION:Le marché\\, toujours.",
		"LOCATION:Place du Moulin\\, 7370 Dour",
		"URL:https://example.org/guide/events/marche/",
	};
	struct town *t = *state;
	struct content_lines lines = calendar_of(t, LANG_FR);

	for (size_t i = 0; i < countof(want); i++)
		assert_line(&lines, want[i]);
}

static void
the_zone_is_told_by_its_rules(void **state)
{
	static const char *const want[] = {
		"BEGIN:VTIMEZONE",
		"TZID:Europe/Brussels",
		"BEGIN:DAYLIGHT",
		"DTSTART:20250330T020000",
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"BEGIN:STANDARD",
		"DTSTART:20251026T030000",
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
		"TZOFFSETFROM:+0100",
		"TZOFFSETTO:+0200",
	};
	struct town *t = *state;
	struct content_lines lines = calendar_of(t, LANG_FR);

	for (size_t i = 0; i < countof(want); i++)
		assert_line(&lines, want[i]);
}

static void
whole_days_end_on_the_day_after(void **state)
{
	static const struct {
		const char *end;
		const char *want_end, *want_rule;
	} cases[] = {
		{ NULL, "DTEND;VALUE=DATE:20260503", "RRULE:FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA" },
		{ "2026-05-02", "DTEND;VALUE=DATE:20260503",
		  "RRULE:FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA" },
		{ "2026-05-03", "DTEND;VALUE=DATE:20260504",
		  "RRULE:FREQ=WEEKLY;UNTIL=20261231;BYDAY=SA" },
	};
	struct town *t = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct content_lines lines;

		t->event_card.start.minute = -1;
		t->event_card.end =
			(struct moment){ cases[i].end ? day(cases[i].end) : DATE_NONE, -1 };
		lines = calendar_of(t, LANG_FR);
		assert_line(&lines, "DTSTART;VALUE=DATE:20260502");
		assert_line(&lines, cases[i].want_end);
		assert_line(&lines, cases[i].want_rule);
	}
}

static void
a_last_day_without_a_time_counts_whole(void **state)
{
	struct town *t = *state;
	struct content_lines lines;

	t->event_card.end = (struct moment){ day("2026-05-03"), -1 };
	lines = calendar_of(t, LANG_FR);
	assert_line(&lines, "DTEND;TZID=Europe/Brussels:20260504T000000");
}

static void
rules_keep_every_part(void **state)
{
	struct town *t = *state;
	struct content_lines lines;

	t->event_card.repeats = (struct repeat){ .rule = STR("x"),
		                                 .freq = REPEAT_MONTHLY,
		                                 .interval = 2,
		                                 .count = 5,
		                                 .until = DATE_NONE,
		                                 .days = { { 5, 1 }, { 6, -1 } },
		                                 .days_len = 2,
		                                 .months = 1u << 3 | 1u << 10,
		                                 .month_days = 1u << 31 };
	lines = calendar_of(t, LANG_FR);
	assert_line(&lines, "RRULE:FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYMONTH=3,10;BYMONTHDAY=31;"
	                    "BYDAY=1SA,-1SU");
}

static void
a_calendar_without_events_is_one_still(void **state)
{
	struct town *t = *state;
	struct content_lines lines;

	t->guide.events_len = 0;
	lines = calendar_of(t, LANG_NL);
	assert_line(&lines, "NAME:Molenwijk");
	assert_line(&lines, "BEGIN:VTIMEZONE"); /* it must have one component */
	assert_false(has_line(&lines, "BEGIN:VEVENT"));
}

static void
a_zone_without_summer_time_has_one_offset(void **state)
{
	struct town *t = *state;
	struct content_lines lines;
	bool missing;

	zone_free(t->guide.zone);
	t->config.timezone = STR("Asia/Tokyo");
	t->guide.zone = zone_new(t->config.timezone, &missing);
	assert_non_null(t->guide.zone);
	lines = calendar_of(t, LANG_FR);
	assert_line(&lines, "TZOFFSETTO:+0900");
	assert_false(has_line(&lines, "BEGIN:DAYLIGHT"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(an_event_has_its_first_time_in_its_zone_and_its_rule),
		in_town(the_zone_is_told_by_its_rules),
		in_town(whole_days_end_on_the_day_after),
		in_town(a_last_day_without_a_time_counts_whole),
		in_town(rules_keep_every_part),
		in_town(a_calendar_without_events_is_one_still),
		in_town(a_zone_without_summer_time_has_one_offset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
