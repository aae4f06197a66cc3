/*
 * Opening hours as OpenStreetMap has them, and what the evaluator that its editors use says of
 * them: every value, over three fortnights, to the minute.
 */
#include "../emit/read_json.h"
#include "base/file.h"
#include "evaluating.h"

#include <unistd.h>

/* ---- where we differ, and why ---- */

enum why { NO_SEPARATOR, NO_DAYS, LONG_NIGHT, NO_WORD, NO_LANGUAGE };

static const struct {
	const char *reason, *clause;
} whys[] = {
	[NO_SEPARATOR] = { "two rules with nothing between them: the reference, which warns of it, opens on "
	                   "the days of both at the times of the last; we read two rules",
	                   "<rule_sequence> has one <weekday_selector>, and an <any_rule_separator> "
	                   "stands between two" },
	[NO_DAYS] = { "times without days behind a rule with days: the reference adds them on all days, "
	              "Sundays too; we ask",
	              "<normal_rule_separator>: such a rule replaces what is before it on every day; "
	              "the reference knows (its issue 231)" },
	[LONG_NIGHT] = { "an open end in the night of 25 hours: to the reference 23:00 to 24:00 is closed",
	                 "<time> +: the end is not known, in that night as in others" },
	[NO_WORD] = { "\"Tr\" and \"w\" are Wednesday to the reference; we ask",
	              "<wday> is Mo, Tu, We, Th, Fr, Sa or Su" },
	[NO_LANGUAGE] = { "day names in Persian, which we do not know; we ask",
	                  "<wday> is Mo, Tu, We, Th, Fr, Sa or Su" },
};

static const struct {
	const char *value;
	enum why why;
} explained[] = {
	{ "Mo-Fr 10:00-21:00 Sa 09:00-21:00", NO_SEPARATOR },
	{ "Mo-Sa 09:00-17:00 Su 09:00-15:00", NO_SEPARATOR },
	{ "Mo-Fr 8:30-11:30; 13:00-16:30; PH off", NO_DAYS },
	{ "Mo-Fr 10:00-21:00 Sa 10:00-20:00 Su closed", NO_SEPARATOR },
	{ "Пн.-Пт.08:00-20:00 Сб.-Нд. 09:00-19:00", NO_SEPARATOR },
	{ "Mo-Fr 10:00-19:00 Sa 10:00-16:00", NO_SEPARATOR },
	{ "Mo-Fr 08:00-18:00 Sa 08:00-12:00", NO_SEPARATOR },
	{ "Mo-Fr 08:00-21:00 Sa-Su 08:00-18:00", NO_SEPARATOR },
	{ "Mo-Fr 09:00-18:00 Sat 09:00-14:00", NO_SEPARATOR },
	{ "Mo-Fr 09:00-19:00 Sa 09:00-13:00", NO_SEPARATOR },
	{ "Mo-Fr 09:00-19:00 Sa 09:00-18:00", NO_SEPARATOR },
	{ "Su-Th 11:00-21:00 Fr-Sa 11:00-22:00", NO_SEPARATOR },
	{ "Mo-Fr 8:00-12:00; 13:00-17:00", NO_DAYS },
	{ "Mo-Fr 07:00-22:00 Sa 08:00-21:00 Su 10:00-18:00", NO_SEPARATOR },
	{ "Mo-Fr 07:30–12:00, 13:30–18:00 Sa 08:00–12:00", NO_SEPARATOR },
	{ "Mo-Fr 10:00-17:00 Sa 9:00-13:00", NO_SEPARATOR },
	{ "Mo-Sa 05:00-24:00. Su 05:00-22:00", NO_SEPARATOR },
	{ "Mo-Sa 07:00-18:00 Su 8:00-17:00", NO_SEPARATOR },
	{ "Mo-Sa 09:00-20:30 So 09:00-23:30", NO_SEPARATOR },
	{ "Mo-Sa 09:30-14:00 Mo-Fr 17:00-20:00", NO_SEPARATOR },
	{ "Mo-Sa 09:30-19:30w", NO_WORD },
	{ "Mo-Sa 09:30-21:00+; Su 09:00-22:00+", LONG_NIGHT },
	{ "Mo-Th 09:00-18:00 Fr 09:00-20:00 Sa 09:00-18:00 Su 11:00-07:00", NO_SEPARATOR },
	{ "Mo-Th 10:00-22:00, Fr 10:00-23:00 Sa 10:00-20:00 Su 11:00-18:00", NO_SEPARATOR },
	{ "Mo-Tu 09:00-21:00 We-Su 08:00-22:00", NO_SEPARATOR },
	{ "Mon-Fri 11:00-20:00 Sat-Sun 06:00-20:00", NO_SEPARATOR },
	{ "Sa-We 12:00-00:00  Th 14:00-00:00  Fr 16:00-00:00", NO_SEPARATOR },
	{ "Tu-Sa 08:30-21:00;Su-Mo 08:30-17:00;Tr[-1] off;PH off", NO_WORD },
	{ "mo-fr 09:00-20:00 sa-su 09:00-18:00", NO_SEPARATOR },
	{ "poniedziałek - piątek: 8:00 - 18:00 sobota: 9:00 - 14:00", NO_SEPARATOR },
	{ "شنبه - پنجشنبه 09:00-21:00", NO_LANGUAGE },
};

/* What has been reached is kept: hundredths of a percent of the values, and of their occurrences.
 * `valid`: of those that the reference takes as they are; else also of those that it warns of. */
static const struct {
	bool valid;
	const char *what;
	long values, occurrences;
} least[] = {
	{ true, "valid", 9984, 9993 },
	{ false, "valid, be it with a warning", 9795, 9883 },
};

static const struct {
	const char *file, *from, *to;
} windows[] = {
	{ "expected.jsonl", "2026-11-16", "2026-11-30" },
	{ "expected-autumn.jsonl", "2026-10-19", "2026-11-02" },
	{ "expected-newyear.jsonl", "2026-12-21", "2027-01-04" },
};

/* ---- the data ---- */

struct data {
	struct buf values, validity, expected[countof(windows)];
};

static bool
load(struct buf *out, const char *name, struct diag *diag)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	char path[512];

	snprintf(path, sizeof path, "%s/opening_hours/%s", folder ? folder : "../shared/data",
	         name);
	return access(path, R_OK) == 0 && file_read(out, path, diag) == 0;
}

static bool
load_all(struct data *data, struct diag *diag)
{
	bool loaded = load(&data->values, "values.tsv", diag) &&
	              load(&data->validity, "validity.jsonl", diag);

	for (size_t i = 0; i < countof(windows); i++)
		loaded = loaded && load(&data->expected[i], windows[i].file, diag);
	return loaded;
}

static void
release(struct data *data)
{
	buf_release(&data->values);
	buf_release(&data->validity);
	for (size_t i = 0; i < countof(windows); i++)
		buf_release(&data->expected[i]);
}

/* "2083 <tab> source <tab> value": how often it occurs. The lines are in the order of the others. */
static long
take_count(struct str *rest, struct str value)
{
	struct str line, field, last;
	long count;

	while (str_split(rest, '\n', &line)) {
		last = line;
		count = strtol(line.ptr, NULL, 10);
		str_split(&last, '\t', &field);
		str_split(&last, '\t', &field);
		if (str_eq(last, value))
			return count;
	}
	return 0;
}

/* ---- comparing ---- */

static void
add_interval(struct buf *out, int64_t from, int64_t to)
{
	struct civil a = date_to_civil((int)(from / DAY_MINUTES));
	struct civil b = date_to_civil((int)(to / DAY_MINUTES));
	int x = (int)(from % DAY_MINUTES), y = (int)(to % DAY_MINUTES);

	buf_printf(out, "%02d-%02d %02d:%02d/%02d-%02d %02d:%02d ", a.month, a.day, x / 60, x % 60,
	           b.month, b.day, y / 60, y % 60);
}

/* Those of one meaning, joined where they touch. */
static void
write_ours(struct buf *out, const struct hours_intervals *ours, enum hours_meaning meaning)
{
	for (size_t i = 0; i < ours->len; i++) {
		int64_t from = ours->items[i].from, to = ours->items[i].to;

		if (ours->items[i].meaning != meaning)
			continue;
		for (; i + 1 < ours->len && ours->items[i + 1].from == to &&
		       ours->items[i + 1].meaning == meaning;
		     i++)
			to = ours->items[i + 1].to;
		add_interval(out, from, to);
	}
}

static void
write_theirs(struct buf *out, const struct value *theirs)
{
	for (size_t i = 0; theirs && i < theirs->len; i++) {
		int64_t from = minute_of(json_text_at(theirs->items[i], "0").ptr);
		int64_t to = minute_of(json_text_at(theirs->items[i], "1").ptr);

		while (i + 1 < theirs->len &&
		       minute_of(json_text_at(theirs->items[i + 1], "0").ptr) == to)
			to = minute_of(json_text_at(theirs->items[++i], "1").ptr);
		add_interval(out, from, to);
	}
}

/* Whether they agree on one window; else what each says is in `difference`. */
static bool
agrees(struct namur *n, const struct hours *hours, const struct value *line, size_t window,
       struct buf *difference)
{
	struct buf ours = { 0 }, theirs = { 0 };
	struct hours_intervals all = { 0 };
	bool same;

	hours_evaluate(hours, &n->place, minute_of(windows[window].from),
	               minute_of(windows[window].to), &all, n->arena);
	write_ours(&ours, &all, MEANING_OPEN);
	buf_adds(&ours, "? ");
	write_ours(&ours, &all, MEANING_UNSURE);
	write_theirs(&theirs, value_get(line, str("intervals")));
	buf_adds(&theirs, "? ");
	write_theirs(&theirs, value_get(line, str("unknown")));
	same = str_eq(buf_str(&ours), buf_str(&theirs));
	if (!same)
		buf_printf(difference, "    ours   %.*s\n    theirs %.*s\n",
		           STR_ARG(buf_str(&ours)), STR_ARG(buf_str(&theirs)));
	buf_release(&ours);
	buf_release(&theirs);
	return same;
}

static void
tell_difference(struct str value, long count, struct str difference)
{
	struct str line;

	for (size_t i = 0; i < countof(explained); i++)
		if (str_eq(value, str(explained[i].value))) {
			print_message("  differs (%ld): %.*s\n    %s\n    %s\n", count,
			              STR_ARG(value), whys[explained[i].why].reason,
			              whys[explained[i].why].clause);
			return;
		}
	print_message("  differs (%ld), nobody knows why: %.*s\n", count, STR_ARG(value));
	while (str_split(&difference, '\n',
	                 &line)) /* print_message has room for a thousand bytes */
		print_message("%.*s\n", (int)(line.len < 900 ? line.len : 900), line.ptr);
}

struct tally {
	long values, same, occurrences, same_occurrences;
	long unexplained;
};

static bool
is_explained(struct str value)
{
	for (size_t i = 0; i < countof(explained); i++)
		if (str_eq(value, str(explained[i].value)))
			return true;
	return false;
}

static void
count_value(struct tally *tally, long count, bool same)
{
	tally->values++;
	tally->occurrences += count;
	tally->same += same;
	tally->same_occurrences += same ? count : 0;
}

static void
compare_value(struct namur *n, struct str *lines, long count, struct tally *tallies)
{
	struct buf difference = { 0 };
	const struct value *line[countof(windows)];
	struct str text;
	struct hours hours;
	bool same;

	for (size_t i = 0; i < countof(windows); i++) {
		line[i] = read_json(n->arena, lines[i]);
		assert_non_null(line[i]);
	}
	text = json_text_at(line[0], "value");
	hours = namur_read(n, text);
	same = hours.state == HOURS_KNOWN;
	if (!same)
		buf_adds(&difference, "    not understood\n");
	for (size_t i = 0; i < countof(windows) && hours.state == HOURS_KNOWN; i++) {
		assert_true(str_eq(json_text_at(line[i], "value"), text));
		same = agrees(n, &hours, line[i], i, &difference) && same;
	}
	if (!same)
		tell_difference(text, count, buf_str(&difference));
	for (size_t i = 0; i < countof(least); i++)
		if (!least[i].valid || str_eq(json_text_at(line[0], "status"), str("valid"))) {
			count_value(&tallies[i], count, same);
			tallies[i].unexplained += !same && !is_explained(text);
		}
	buf_release(&difference);
}

static long
hundredths(long part, long whole)
{
	return part * 10000 / whole;
}

static void
check_tally(const struct tally *t, size_t i)
{
	assert_true(t->values > 0);
	print_message(
		"# of what the reference calls %s: as it has them %.2f %% of %ld values, %.2f %% of %ld "
		"occurrences\n",
		least[i].what, 100.0 * (double)t->same / (double)t->values, t->values,
		100.0 * (double)t->same_occurrences / (double)t->occurrences, t->occurrences);
	assert_true(hundredths(t->same, t->values) >= least[i].values);
	assert_true(hundredths(t->same_occurrences, t->occurrences) >= least[i].occurrences);
	assert_int_equal(t->unexplained, 0);
}

static void
real_values_mean_what_the_reference_says(void **state)
{
	struct namur *n = *state;
	struct data data = { 0 };
	struct tally tallies[countof(least)] = { { 0 } };
	struct str rest[countof(windows)], lines[countof(windows)], counts;

	if (!load_all(&data, n->diag)) {
		release(&data);
		print_message("skipped: ../shared/data/opening_hours is not there\n");
		skip();
	}
	counts = buf_str(&data.values);
	for (size_t i = 0; i < countof(windows); i++)
		rest[i] = buf_str(&data.expected[i]);
	while (str_split(&rest[0], '\n', &lines[0]) && lines[0].len > 0) {
		struct str value = json_text_at(read_json(n->arena, lines[0]), "value");

		for (size_t i = 1; i < countof(windows); i++)
			assert_true(str_split(&rest[i], '\n', &lines[i]));
		compare_value(n, lines, take_count(&counts, value), tallies);
		arena_reset(n->arena);
	}
	release(&data);
	for (size_t i = 0; i < countof(least); i++)
		check_tally(&tallies[i], i);
}

static void
no_invalid_value_passes_in_silence(void **state)
{
	struct namur *n = *state;
	struct buf text = { 0 };
	struct str rest, line;
	int silent = 0;

	if (!load(&text, "validity.jsonl", n->diag)) {
		print_message("skipped: ../shared/data/opening_hours is not there\n");
		skip();
	}
	rest = buf_str(&text);
	while (str_split(&rest, '\n', &line) && line.len > 0) {
		const struct value *value = read_json(n->arena, line);
		struct diag *diag = diag_new();
		struct hours hours;

		assert_non_null(value);
		hours_parse(&hours, n->arena, json_text_at(value, "value"),
		            (struct pos){ "hours", 1, 1 }, diag);
		if (str_eq(json_text_at(value, "status"), str("invalid")) &&
		    diag_count(diag, DIAG_NOTE) + diag_count(diag, DIAG_WARNING) == 0) {
			print_message("  silent: %.*s\n", STR_ARG(json_text_at(value, "value")));
			silent++;
		}
		diag_free(diag);
		arena_reset(n->arena);
	}
	buf_release(&text);
	assert_int_equal(silent, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(real_values_mean_what_the_reference_says,
		                                namur_begin, namur_end),
		cmocka_unit_test_setup_teardown(no_invalid_value_passes_in_silence, namur_begin,
		                                namur_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
