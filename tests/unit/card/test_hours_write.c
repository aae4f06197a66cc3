#include "card/hours_rule.h"

#include "base/buf.h"
#include "parsing.h"

/* --- Rules at random, each list in the form in which it is read ------------------------------- */

struct chance {
	uint64_t state;
	struct arena *arena;
};

/* from .. to; a multiplicative generator, so that every run sees the same rules. */
static int
pick(struct chance *c, int from, int to)
{
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return from + (int)((c->state >> 33) % (uint64_t)(to - from + 1));
}

static bool
sometimes(struct chance *c, int in)
{
	return pick(c, 1, in) == 1;
}

/* A list of 1 .. `most` items made one by one; an unnamed one stays empty in three of four rules. */
#define FILL(list, most, make)                                                                     \
	do {                                                                                       \
		rule->list##_len = (uint16_t)pick(c, 1, most);                                     \
		rule->list = arena_array(c->arena, rule->list##_len, sizeof *rule->list);          \
		for (size_t i_ = 0; i_ < rule->list##_len; i_++)                                   \
			rule->list[i_] = make(c);                                                  \
	} while (0)

static struct hours_years
any_years(struct chance *c)
{
	struct hours_years years = { .step = 1 };

	years.from = (int16_t)pick(c, 1950, 2050);
	years.to = (int16_t)(years.from + pick(c, 1, 9));
	if (sometimes(c, 4))
		years.to = YEAR_EVER;
	else if (sometimes(c, 2))
		years.step = (int16_t)pick(c, 2, 4);
	return years;
}

static struct hours_date
any_day(struct chance *c, int year)
{
	struct hours_date date = { .year = (int16_t)year, .next_day = -1 };

	if (!sometimes(c, 6)) {
		date.month = (int8_t)pick(c, 1, 12);
		date.day = (int8_t)pick(c, 1, 31);
	}
	if (sometimes(c, 6)) {
		date.next_day = (int8_t)pick(c, 0, 6);
		date.before = sometimes(c, 2);
	}
	if (sometimes(c, 6))
		date.offset = (int16_t)(sometimes(c, 2) ? pick(c, 1, 365) : -pick(c, 1, 365));
	return date;
}

static struct hours_date
any_month(struct chance *c, int year)
{
	return (struct hours_date){ .year = (int16_t)year,
		                    .month = (int8_t)pick(c, 1, 12),
		                    .next_day = -1 };
}

static struct hours_date
any_nth(struct chance *c, int year)
{
	struct hours_date date = any_month(c, year);

	date.nth = (int8_t)(sometimes(c, 2) ? pick(c, 1, 5) : -pick(c, 1, 5));
	date.nth_day = (int8_t)pick(c, 0, 6);
	if (sometimes(c, 3))
		date.offset = (int16_t)pick(c, 1, 9);
	return date;
}

static struct hours_dates
any_dates(struct chance *c)
{
	int year = sometimes(c, 3) ? pick(c, 2020, 2030) : 0;
	int end = year && sometimes(c, 2) ? year + 1 : year;
	struct hours_dates dates = { .step = 1 };

	switch (pick(c, 0, 6)) {
	case 0: dates.from = dates.to = any_month(c, year); break;
	case 1: dates.from = dates.to = any_day(c, year); break;
	case 2:
		dates.from = dates.to = any_day(c, year);
		dates.ever = true;
		break;
	case 3:
		dates.from = any_nth(c, year);
		dates.to = any_day(c, end);
		break;
	case 4:
		dates.from = any_month(c, year);
		dates.to = any_month(c, end);
		break;
	case 5:
		dates.from = any_day(c, year);
		dates.to = any_nth(c, end);
		break;
	default:
		dates.from = any_day(c, year);
		dates.to = any_day(c, end);
		if (sometimes(c, 4))
			dates.step = (int16_t)pick(c, 2, 30);
	}
	return dates;
}

static struct hours_weeks
any_weeks(struct chance *c)
{
	int from = pick(c, 1, 53), to = pick(c, from, 53);

	return (struct hours_weeks){ (int8_t)from, (int8_t)to,
		                     (int8_t)(to > from && sometimes(c, 2) ? pick(c, 2, 9) : 1) };
}

static struct hours_weekdays
any_weekdays(struct chance *c)
{
	struct hours_weekdays item = { .from = (int8_t)pick(c, 0, 6) };

	item.to = sometimes(c, 2) ? item.from : (int8_t)pick(c, 0, 6);
	for (int day = item.from;; day = (day + 1) % 7) {
		item.days |= (uint8_t)(1u << day);
		if (day == item.to)
			break;
	}
	if (item.from == item.to && sometimes(c, 3)) {
		item.nth = (uint8_t)pick(c, 0, 31);
		item.nth_last = (uint8_t)pick(c, item.nth ? 0 : 1, 31);
		item.offset = (int16_t)(sometimes(c, 3) ? pick(c, -9, 9) : 0);
	}
	return item;
}

static struct hours_holiday
any_holiday(struct chance *c)
{
	return (struct hours_holiday){ .school = sometimes(c, 3),
		                       .offset = (int16_t)(sometimes(c, 4) ? pick(c, -3, 3) : 0) };
}

static struct hours_time
any_time(struct chance *c, int most)
{
	if (sometimes(c, 5))
		return (struct hours_time){
			(enum hours_event)pick(c, EVENT_DAWN, EVENT_DUSK),
			(int16_t)(sometimes(c, 2) ? pick(c, -600, 600) : 0),
		};
	return (struct hours_time){ .minute = (int16_t)pick(c, 0, most) };
}

static struct hours_times
any_times(struct chance *c)
{
	struct hours_times times = { .from = any_time(c, 1439), .open_end = sometimes(c, 5) };

	times.to = times.open_end && sometimes(c, 2) ? times.from : any_time(c, 2880);
	return times;
}

static void
any_selectors(struct chance *c, struct hours_rule *rule)
{
	if (sometimes(c, 5))
		FILL(years, 3, any_years);
	if (sometimes(c, 2))
		FILL(dates, 3, any_dates);
	if (sometimes(c, 5))
		FILL(weeks, 3, any_weeks);
	if (sometimes(c, 5))
		FILL(holidays, 2, any_holiday);
	if (sometimes(c, 2) || !(rule->dates_len || rule->weeks_len || rule->holidays_len))
		FILL(weekdays, 3, any_weekdays);
	rule->holidays_narrow = rule->holidays_len && rule->weekdays_len && sometimes(c, 2);
	/* A year of its own belongs to the date behind it. */
	for (size_t i = 0; rule->years_len && i < rule->dates_len; i++)
		rule->dates[i].from.year = rule->dates[i].to.year = 0;
}

static struct hours_rule
any_rule(struct chance *c, bool first)
{
	struct hours_rule made = { 0 }, *rule = &made;

	if (first && sometimes(c, 8))
		rule->always = true;
	else if (!first || !sometimes(c, 4))
		any_selectors(c, rule);
	if (!rule->always && !sometimes(c, 4))
		FILL(times, 3, any_times);
	if (sometimes(c, 3) || !(rule->times_len || rule->always)) {
		rule->meaning_written = true;
		rule->meaning = (enum hours_meaning)pick(c, MEANING_OPEN, MEANING_UNSURE);
	}
	if (sometimes(c, 4)) {
		rule->comment = STR("fermé; or (not), 24/7 'so'");
		if (!rule->meaning_written)
			rule->meaning = MEANING_UNSURE;
	}
	return made;
}

static struct hours_rules
any_rules(struct chance *c)
{
	struct hours_rules rules = { .len = (size_t)pick(c, 1, 4) };

	rules.items = arena_array(c->arena, rules.len, sizeof *rules.items);
	for (size_t i = 0; i < rules.len; i++) {
		rules.items[i] = any_rule(c, i == 0);
		if (i > 0)
			rules.items[i].joint = (enum hours_joint)pick(c, 0, JOINT_FALLBACK);
		if (i > 0 && rules.items[i - 1].always)
			rules.items[i].joint = JOINT_NORMAL;
	}
	return rules;
}

/* --- What must be the same -------------------------------------------------------------------- */

static bool
same_date(const struct hours_date *a, const struct hours_date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day && a->nth == b->nth &&
	       (!a->nth || a->nth_day == b->nth_day) && a->next_day == b->next_day &&
	       a->before == b->before && a->offset == b->offset;
}

static bool
same_time(const struct hours_time *a, const struct hours_time *b)
{
	return a->event == b->event && a->minute == b->minute;
}

static bool
same_selectors(const struct hours_rule *a, const struct hours_rule *b)
{
	if (a->years_len != b->years_len || a->dates_len != b->dates_len ||
	    a->weeks_len != b->weeks_len || a->weekdays_len != b->weekdays_len ||
	    a->holidays_len != b->holidays_len || a->holidays_narrow != b->holidays_narrow)
		return false;
	for (size_t i = 0; i < a->years_len; i++)
		if (memcmp(&a->years[i], &b->years[i], sizeof a->years[i]) != 0)
			return false;
	for (size_t i = 0; i < a->dates_len; i++)
		if (!same_date(&a->dates[i].from, &b->dates[i].from) ||
		    (!a->dates[i].ever && !same_date(&a->dates[i].to, &b->dates[i].to)) ||
		    a->dates[i].ever != b->dates[i].ever || a->dates[i].step != b->dates[i].step)
			return false;
	for (size_t i = 0; i < a->weeks_len; i++)
		if (memcmp(&a->weeks[i], &b->weeks[i], sizeof a->weeks[i]) != 0)
			return false;
	for (size_t i = 0; i < a->weekdays_len; i++) {
		const struct hours_weekdays *x = &a->weekdays[i], *y = &b->weekdays[i];

		if (x->days != y->days || x->nth != y->nth || x->nth_last != y->nth_last ||
		    x->offset != y->offset || x->from != y->from || x->to != y->to)
			return false;
	}
	for (size_t i = 0; i < a->holidays_len; i++)
		if (a->holidays[i].school != b->holidays[i].school ||
		    a->holidays[i].offset != b->holidays[i].offset)
			return false;
	return true;
}

static bool
same_rule(const struct hours_rule *a, const struct hours_rule *b)
{
	if (!same_selectors(a, b) || a->joint != b->joint || a->meaning != b->meaning ||
	    a->meaning_written != b->meaning_written || a->always != b->always ||
	    !str_eq(a->comment, b->comment) || a->times_len != b->times_len)
		return false;
	for (size_t i = 0; i < a->times_len; i++)
		if (!same_time(&a->times[i].from, &b->times[i].from) ||
		    !same_time(&a->times[i].to, &b->times[i].to) ||
		    a->times[i].open_end != b->times[i].open_end)
			return false;
	return true;
}

static void
random_rules_written_and_read_again_are_the_same(void **state)
{
	struct fixture *f = *state;
	struct chance chance = { .state = 2026, .arena = f->arena };
	struct buf text = { 0 };

	for (int round = 0; round < 20000; round++) {
		struct hours_rules rules = any_rules(&chance);
		struct hours hours;

		buf_clear(&text);
		hours_write(&text, &rules);
		hours = parse(f, text.ptr);
		if (hours.odd || diag_count(f->diag, DIAG_NOTE))
			fail_msg("%s became %s", text.ptr, hours.text.ptr);
		assert_str(hours.text, text.ptr);
		assert_int_equal(hours.rules.len, rules.len);
		for (size_t i = 0; i < rules.len; i++)
			if (!same_rule(&hours.rules.items[i], &rules.items[i]))
				fail_msg("rule %zu of %s", i, text.ptr);
		arena_reset(f->arena);
	}
	buf_release(&text);
}

static void
times_alone_and_rules_alone_are_written(void **state)
{
	struct hours hours =
		parse(*state, "Mo 10:00-12:00,(sunset-01:00)+; Tu off \"x\" || unknown");
	static const struct {
		const char *rule, *times;
	} want[] = {
		{ "Mo 10:00-12:00,(sunset-01:00)+", "10:00-12:00,(sunset-01:00)+" },
		{ "Tu off \"x\"", "" },
		{ "unknown", "" },
	};

	for (size_t i = 0; i < countof(want); i++) {
		struct buf rule = { 0 }, times = { 0 };

		hours_write_rule(&rule, &hours.rules.items[i]);
		hours_write_times(&times, &hours.rules.items[i]);
		assert_str(buf_str(&rule), want[i].rule);
		assert_str(buf_str(&times), want[i].times);
		buf_release(&rule);
		buf_release(&times);
	}
}

/* --- Real values ------------------------------------------------------------------------------ */

static FILE *
open_shared(const char *name)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, "%s/opening_hours/%s", folder ? folder : "../shared/data",
	         name);
	file = fopen(path, "r");
	if (!file)
		print_message("skipped: %s is not here\n", path);
	return file;
}

/* Both files have the same values in the same order, a line each. */
static void
real_values_have_a_canonical_text_or_a_remark(void **state)
{
	FILE *values = open_shared("values.txt"), *statuses = open_shared("validity.jsonl");
	char *value = NULL, *status = NULL;
	size_t value_room = 0, status_room = 0;
	int known = 0, lines = 0;
	struct fixture *f = *state;

	if (!values || !statuses)
		skip();
	while (getline(&value, &value_room, values) > 0 &&
	       getline(&status, &status_room, statuses) > 0) {
		struct hours hours;
		char out[4000];

		value[strcspn(value, "\n")] = '\0';
		hours = parse(f, value);
		printed(f, out, sizeof out);
		lines++;
		if (!out[0] && strstr(status, "\"status\":\"invalid\""))
			fail_msg("%s: nothing is said", value);
		if (hours.state != HOURS_KNOWN)
			continue;
		known++;
		assert_str(parse_silently(f, hours.text.ptr).text, hours.text.ptr);
	}
	free(value);
	free(status);
	fclose(values);
	fclose(statuses);
	print_message("%d of %d real values understood\n", known, lines);
	assert_true(known * 100 > lines * 85);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(random_rules_written_and_read_again_are_the_same),
		TEST(times_alone_and_rules_alone_are_written),
		TEST(real_values_have_a_canonical_text_or_a_remark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
