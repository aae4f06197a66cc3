#include "card/hours.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/hours_parser.h"

enum { TEXT_MOST = 1000 }; /* bytes; OpenStreetMap's values end at 255 characters */
enum { DAY_LONG = 24 * 60, PH_BIT = 1 << 7, SH_BIT = 1 << 8 };

/* `message` may have one %.*s: what stands at the place. */
static const struct {
	const char *message, *hint;
} faults[] = {
	[FAULT_WORD] = { N_("hours: \"%.*s\" is not understood; the hours are shown as written"),
	                 N_("days and times are written Mo-Fr 09:00-12:30,13:30-18:00; Sa 10:00-16:00; "
	                    "PH off; a remark stands in quotes: \"by appointment\"") },
	[FAULT_DAY] = { N_("hours: a day is expected, not \"%.*s\"; the hours are shown as written"),
	                N_("days are Mo Tu We Th Fr Sa Su, and PH for public holidays; times of one day "
	                   "have commas between them: Mo-Fr 09:00-12:00,13:00-18:00") },
	[FAULT_NTH] = { N_("hours: \"%.*s\" is no place in a month; the hours are shown as written"),
	                N_("the first Thursday of the month is Th[1], the last Th[-1], the first and the "
	                   "third Th[1,3]") },
	[FAULT_DATE] = { N_("hours: a date is expected, not \"%.*s\"; the hours are shown as written"),
	                 N_("dates are written Dec 25, Apr-Sep, Apr 01-Sep 30, 2026 Dec 24-26, easter +1 "
	                    "day") },
	[FAULT_YEAR] = { N_("hours: a year is expected, not \"%.*s\"; the hours are shown as written"),
	                 N_("years are written 2026, 2026-2028, 2026+") },
	[FAULT_WEEK] = { N_("hours: \"%.*s\" is no week of the year; the hours are shown as written"),
	                 N_("weeks go from 01 to 53: week 10, week 01-53/2 for every other one") },
	[FAULT_NUMBER] = { N_("hours: a number is expected, not \"%.*s\"; the hours are shown as "
	                      "written"),
	                   N_("at most 365 days, or a step of at most 366") },
	[FAULT_TIME] = { N_("hours: a time is expected, not \"%.*s\"; the hours are shown as written"),
	                 N_("times are written 09:00-18:30; a closed day is off") },
	[FAULT_END] = { N_("hours: %.*s needs a closing time; the hours are shown as written"),
	                N_("write from when to when: 09:00-18:30; where the end is open, 18:00+") },
	[FAULT_POINTS] = { N_("hours: \"%.*s\" makes single moments of the hours; the hours are shown as "
	                      "written"),
	                   N_("write from when to when: 09:00-18:30; hours of services or departures are "
	                      "for the text") },
	[FAULT_EVENT] = { N_("hours: the sun's time is not complete at \"%.*s\"; the hours are shown as "
	                     "written"),
	                  N_("dawn, sunrise, sunset and dusk stand for times, and so does "
	                     "(sunset-01:00)") },
	[FAULT_HALF] = { N_("hours: %.*s may be in the morning or in the evening; the hours are shown as "
	                    "written"),
	                 N_("write 24-hour times: 08:00-22:00") },
	[FAULT_AMBIGUOUS] = { N_("hours: \"%.*s\" is one day in French and another in Dutch; the hours "
	                         "are shown as written"),
	                      N_("write Mo Tu We Th Fr Sa Su") },
	[FAULT_MARCH] = { N_("hours: \"%.*s\" is Tuesday in French and March in English; the hours are "
	                     "shown as written"),
	                  N_("write Tu for Tuesday, Mar for March") },
	[FAULT_SEASON] = { N_("hours: nobody can tell when \"%.*s\" begins and ends; the hours are shown "
	                      "as written"),
	                   N_("write its dates: Apr-Sep 09:00-19:00; Oct-Mar 09:00-17:00") },
	[FAULT_ALWAYS] = { N_("hours: nothing can be added to 24/7; the hours are shown as written"),
	                   N_("exceptions stand behind a semicolon: 24/7; Dec 25 off") },
	[FAULT_MANY] = { N_("hours: there are too many rules, or too many times or days in one; the "
	                    "hours are shown as written"),
	                 N_("at most 64 of each are read") },
	[FAULT_LONG] = { N_("hours: the text is too long; the hours are shown as written"),
	                 N_("about 1,000 characters are accepted") },
	[FAULT_TWICE] = { N_("hours: \"%.*s\" names a day that an earlier line names; the hours are shown "
	                     "as written"),
	                  N_("write all times of a day in one line: \"09:00-12:00, 13:00-18:00\"") },
};

/* What is said instead where the text ends too early, and nothing stands at the place. */
static const char *const at_end[countof(faults)] = {
	[FAULT_DAY] = N_("hours: a day is missing at the end; the hours are shown as written"),
	[FAULT_DATE] = N_("hours: a date is missing at the end; the hours are shown as written"),
	[FAULT_TIME] = N_("hours: a time is missing at the end; the hours are shown as written"),
};

/* The place of byte `offset` of a text that begins at `at`. */
static struct pos
pos_inside(struct pos at, struct str text, size_t offset)
{
	if (at.column)
		at.column += (unsigned)utf8_count(str_sub(text, 0, offset));
	return at;
}

static void
report(const struct hours_parser *p, struct pos at, struct diag *diag)
{
	struct str text = p->lexer.text, found = str_sub(text, p->from, p->to);
	struct pos place = pos_inside(at, text, p->from);

	if (found.len == 0 && at_end[p->fault])
		diag_warning(diag, place, "hours", "%s", _(at_end[p->fault]));
	else
		diag_warning(diag, place, "hours", _(faults[p->fault].message), STR_ARG(found));
	diag_hint(diag, "%s", _(faults[p->fault].hint));
}

/* Whether it closes on public holidays and has nothing else to say. */
static bool
closes_holidays(const struct hours_rule *rule)
{
	if (rule->meaning != MEANING_CLOSED || rule->times_len || rule->weekdays_len ||
	    rule->dates_len || rule->years_len || rule->weeks_len)
		return false;
	for (size_t i = 0; i < rule->holidays_len; i++)
		if (!rule->holidays[i].school && rule->holidays[i].offset == 0)
			return true;
	return false;
}

/* "PH off; Mo-Fr 09:00-18:00": each later rule replaces the earlier on its days, and a holiday is a
 * day of the week, too. */
static bool
holidays_go_under(const struct hours_rules *rules)
{
	bool closed = false, under = false;

	for (size_t i = 0; i < rules->len; i++) {
		const struct hours_rule *rule = &rules->items[i];

		if (closes_holidays(rule)) {
			closed = true;
			under = false;
		} else if (rule->meaning == MEANING_OPEN && rule->weekdays_len &&
		           !rule->holidays_len) {
			if (!closed)
				return false;
			under |= rule->joint == JOINT_NORMAL && !rule->dates_len &&
			         !rule->years_len && !rule->weeks_len;
		}
	}
	return under;
}

/* Says how a tolerated spelling was read, and when a PH rule went under. */
static void
remark(const struct hours *hours, struct pos at, struct diag *diag)
{
	if (hours->odd)
		diag_note(diag, at, "hours", _("hours: read as \"%.*s\""), STR_ARG(hours->text));
	if (holidays_go_under(&hours->rules)) {
		diag_warning(
			diag, at, "hours",
			_("hours: the rules after PH count on public holidays too, so PH has no effect"));
		diag_hint(diag, _("write the PH rule last"));
	}
}

static struct str
text_of_rules(struct arena *arena, const struct hours_rules *rules)
{
	struct buf buf = { 0 };
	struct str text;

	buf_reserve(&buf, 120); /* what most of them fit in */
	hours_write(&buf, rules);
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

static void
unknown(struct hours *out, struct arena *arena, struct str text)
{
	*out = (struct hours){ .state = HOURS_UNKNOWN, .text = arena_str(arena, text) };
}

void
hours_parse(struct hours *out, struct arena *arena, struct str text, struct pos at,
            struct diag *diag)
{
	struct hours_lists lists;
	struct hours_parser p;

	*out = (struct hours){ .state = HOURS_ABSENT };
	if (str_trim(text).len == 0)
		return;
	hours_parser_start(&p, arena, &lists, text);
	if (text.len > TEXT_MOST)
		hours_parser_fail(&p, FAULT_LONG, 0, 0);
	else if (hours_parser_rules(&p, &out->rules))
		out->text = text_of_rules(arena, &out->rules);
	if (out->text.len > TEXT_MOST) /* it must be readable again */
		hours_parser_fail(&p, FAULT_LONG, 0, 0);
	if (p.fault) {
		report(&p, at, diag);
		unknown(out, arena, text);
		return;
	}
	out->state = HOURS_KNOWN;
	out->odd = p.lexer.odd;
	remark(out, at, diag);
}

/* --- The map form ----------------------------------------------------------------------------- */

/* The map as one line, for hours that are not understood. */
static struct str
entries_text(struct arena *arena, const struct hours_entry *entries, size_t count)
{
	struct buf buf = { 0 };
	struct str text;

	for (size_t i = 0; i < count; i++)
		buf_printf(&buf, "%s%.*s %.*s", i ? "; " : "", STR_ARG(entries[i].days),
		           STR_ARG(entries[i].times));
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

static unsigned
languages_of_entries(const struct hours_entry *entries, size_t count)
{
	unsigned langs = HOURS_ALL_LANGS;
	bool months;

	for (size_t i = 0; i < count; i++)
		if (entries[i].days.len <= TEXT_MOST)
			langs = hours_languages(entries[i].days, langs, &months);
	return langs;
}

/* Starts at the key or the value of a line; false, and reported, when it is too long. */
static void
start(struct hours_parser *p, struct arena *arena, struct hours_lists *lists, struct str text,
      unsigned langs)
{
	/* Before the first token, which may be "mar". */
	*p = (struct hours_parser){ .lexer = { .text = text },
		                    .arena = arena,
		                    .lists = lists,
		                    .langs = langs,
		                    .langs_known = true };
	if (text.len > TEXT_MOST)
		hours_parser_fail(p, FAULT_LONG, 0, 0);
	else
		hours_parser_next(p);
}

/* The times of a line as they are spelt well. */
static struct str
text_of_day(struct arena *arena, const struct hours_rule *rule)
{
	const struct hours_rule day = { .meaning = rule->meaning,
		                        .meaning_written = rule->meaning_written,
		                        .times = rule->times,
		                        .times_len = rule->times_len,
		                        .comment = rule->comment };
	struct buf buf = { 0 };
	struct str text;

	hours_write_rule(&buf, &day);
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

/* One line of a map as a rule; reports what is wrong with it. Only the times can be spelt oddly: for
 * the days every spelling is as good, and so is 24/7. */
static bool
parse_entry(struct hours_entry *entry, struct arena *arena, unsigned langs, struct hours_rule *rule,
            struct diag *diag)
{
	struct hours_lists lists;
	struct hours_parser p;
	bool always;

	start(&p, arena, &lists, entry->days, langs);
	if (!p.fault && hours_parser_days(&p, rule) && p.now.kind != TOKEN_END)
		hours_parser_fail_now(&p, FAULT_DAY);
	if (p.fault) {
		report(&p, entry->days_at, diag);
		return false;
	}
	start(&p, arena, &lists, entry->times, langs);
	always = p.now.kind == TOKEN_ALWAYS;
	if (!p.fault && hours_parser_day(&p, rule) && p.now.kind != TOKEN_END)
		hours_parser_fail_now(&p, FAULT_TIME);
	if (p.fault) {
		report(&p, entry->times_at, diag);
		return false;
	}
	hours_parser_finish(&p, rule);
	if (p.lexer.odd && !always)
		entry->better = text_of_day(arena, rule);
	return true;
}

/* A bit per day that the rule names; none for what is not every one, "Th[1]", "PH Mo". */
static unsigned
days_named(const struct hours_rule *rule)
{
	unsigned days = 0;

	if (rule->holidays_narrow)
		return 0;
	for (size_t i = 0; i < rule->weekdays_len; i++)
		if (!rule->weekdays[i].nth && !rule->weekdays[i].nth_last)
			days |= rule->weekdays[i].days;
	for (size_t i = 0; i < rule->holidays_len; i++)
		if (rule->holidays[i].offset == 0)
			days |= rule->holidays[i].school ? SH_BIT : PH_BIT;
	return days;
}

static bool
runs_past_midnight(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->times_len; i++) {
		const struct hours_times *t = &rule->times[i];

		if (!t->open_end && !t->from.event && !t->to.event &&
		    (t->to.minute <= t->from.minute || t->to.minute > DAY_LONG))
			return true;
	}
	return false;
}

/* The order in which lines count: weekdays from the first on, school holidays, public holidays, so
 * that each has the last word on its days. */
static unsigned
place_of(const struct hours_rule *rule)
{
	unsigned days = days_named(rule);

	if (days & PH_BIT || rule->holidays_narrow)
		return PH_BIT;
	if (days & SH_BIT)
		return SH_BIT >> 2;
	return days & -days;
}

/* Puts a rule in its place among `len` others. */
static void
insert(struct hours_rule *rules, size_t len, const struct hours_rule *rule)
{
	size_t i = len;

	while (i > 0 && place_of(&rules[i - 1]) > place_of(rule)) {
		rules[i] = rules[i - 1];
		i--;
	}
	rules[i] = *rule;
}

/* Each line speaks of its own days alone, so nobody's night ends at midnight because the next day has
 * hours, too: the rules add up, and that a day is closed goes without saying. */
static size_t
keep_nights(struct hours_rule *rules, size_t len)
{
	bool nights = false;
	size_t kept = 0;

	for (size_t i = 0; i < len; i++)
		nights |= runs_past_midnight(&rules[i]);
	for (size_t i = 0; i < len; i++) {
		struct hours_rule *rule = &rules[i];

		if (nights && !rule->holidays_len) {
			if (rule->meaning == MEANING_CLOSED && !rule->times_len &&
			    !rule->comment.len)
				continue;
			rule->joint = JOINT_ADDITIONAL;
		}
		rules[kept++] = *rule;
	}
	if (kept)
		rules[0].joint = JOINT_NORMAL;
	return kept;
}

static void
report_line(const struct hours_entry *entry, enum hours_fault fault, struct diag *diag)
{
	const struct hours_parser p = { .lexer = { .text = entry->days },
		                        .fault = fault,
		                        .to = entry->days.len };

	report(&p, entry->days_at, diag);
}

void
hours_parse_map(struct hours *out, struct arena *arena, struct hours_entry *entries, size_t count,
                struct pos at, struct diag *diag)
{
	unsigned langs = languages_of_entries(entries, count), named = 0;
	struct hours_rule rules[HOURS_RULES_MOST];
	bool understood = true, odd = false;
	size_t len = 0;

	*out = (struct hours){ .state = HOURS_ABSENT };
	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		struct hours_rule rule = { 0 };

		if (len == HOURS_RULES_MOST) {
			report_line(&entries[i], FAULT_MANY, diag);
			understood = false;
			break;
		}
		if (!parse_entry(&entries[i], arena, langs, &rule, diag)) {
			understood = false;
			continue;
		}
		if (named & days_named(&rule)) {
			report_line(&entries[i], FAULT_TWICE, diag);
			understood = false;
		}
		named |= days_named(&rule);
		odd |= entries[i].better.len > 0;
		insert(rules, len++, &rule);
	}
	if (!understood) {
		unknown(out, arena, entries_text(arena, entries, count));
		return;
	}
	len = keep_nights(rules, len);
	*out = (struct hours){ .state = HOURS_KNOWN, .odd = odd };
	out->rules.items = arena_copy(arena, rules, len * sizeof *rules);
	out->rules.len = len;
	out->text = text_of_rules(arena, &out->rules);
	remark(out, at, diag);
}
