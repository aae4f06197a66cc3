#include "card/hours.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/hours_parser.h"

enum { TEXT_MOST = 1000 }; /* bytes; OpenStreetMap's values end at 255 characters */

/* `message` may have one %.*s: what stands at the place. */
static const struct {
	const char *message, *hint;
} faults[] = {
	[FAULT_WORD] = { N_("hours: \"%.*s\" is not understood; the hours are shown as written"),
	                 N_("days and times are written Mo-Fr 09:00-12:30,13:30-18:00; Sa 10:00-16:00; "
	                    "PH off") },
	[FAULT_DAY] = { N_("hours: a day is expected, not \"%.*s\"; the hours are shown as written"),
	                N_("days are Mo Tu We Th Fr Sa Su, and PH for public holidays; times of one day "
	                   "have commas between them: Mo-Fr 09:00-12:00,13:00-18:00") },
	[FAULT_TIME] = { N_("hours: a time is expected, not \"%.*s\"; the hours are shown as written"),
	                 N_("times are written 09:00-18:30; a closed day is off") },
	[FAULT_END] = { N_("hours: %.*s needs a closing time; the hours are shown as written"),
	                N_("write from when to when: 09:00-18:30") },
	[FAULT_EMPTY] = { N_("hours: %.*s opens and closes at the same minute; the hours are shown as "
	                     "written"),
	                  N_("day and night is 00:00-24:00; a closed day is off") },
	[FAULT_HALF] = { N_("hours: %.*s may be in the morning or in the evening; the hours are shown as "
	                    "written"),
	                 N_("write 24-hour times: 08:00-22:00") },
	[FAULT_AMBIGUOUS] = { N_("hours: \"%.*s\" is one day in French and another in Dutch; the hours "
	                         "are shown as written"),
	                      N_("write Mo Tu We Th Fr Sa Su") },
	[FAULT_MANY] = { N_("hours: there are too many times on one day; the hours are shown as "
	                    "written"),
	                 N_("a day has sixteen at most") },
	[FAULT_LONG] = { N_("hours: the text is too long; the hours are shown as written"),
	                 N_("about 1,000 characters are accepted") },
	[FAULT_TWICE] = { N_("hours: \"%.*s\" names a day that an earlier line names; the hours are shown "
	                     "as written"),
	                  N_("write all times of a day in one line: \"09:00-12:00, 13:00-18:00\"") },
};

/* What is said instead where the text ends too early, and nothing stands at the place. */
static const char *const at_end[countof(faults)] = {
	[FAULT_DAY] = N_("hours: a day is missing at the end; the hours are shown as written"),
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

/* Says how a tolerated spelling was read, and when a PH rule went under. */
static void
remark(const struct hours *hours, const struct hours_week *week, bool odd, struct pos at,
       struct diag *diag)
{
	if (odd)
		diag_note(diag, at, "hours", _("hours: read as \"%.*s\""), STR_ARG(hours->text));
	if (week->has_holiday_rule && hours->holidays == HOURS_PH_ORDINARY && hours->len > 0 &&
	    week->said.len == 0) {
		diag_warning(
			diag, at, "hours",
			_("hours: the rules after PH count on public holidays too, so PH has no effect"));
		diag_hint(diag, _("write the PH rule last"));
	}
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
	struct hours_week week = { 0 };
	struct hours_parser p;

	*out = (struct hours){ .state = HOURS_ABSENT };
	if (str_trim(text).len == 0)
		return;
	hours_parser_start(&p, text, 0);
	if (text.len > TEXT_MOST) {
		hours_parser_fail(&p, FAULT_LONG, 0, 0);
	} else {
		p.langs = hours_languages(text, HOURS_ALL_LANGS);
		hours_parser_rules(&p, &week);
	}
	if (p.fault) {
		report(&p, at, diag);
		unknown(out, arena, text);
		return;
	}
	hours_week_finish(out, arena, &week);
	remark(out, &week, p.lexer.odd, at, diag);
}

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

	for (size_t i = 0; i < count; i++)
		if (entries[i].days.len <= TEXT_MOST)
			langs = hours_languages(entries[i].days, langs);
	return langs;
}

/* One line of a map as a rule; reports what is wrong with it. `odd` is set by the times alone: for
 * the days every spelling is as good. */
static bool
parse_entry(const struct hours_entry *entry, unsigned langs, struct hours_rule *rule, bool *odd,
            struct diag *diag)
{
	struct hours_parser p;

	hours_parser_start(&p, entry->days, langs);
	if (entry->days.len > TEXT_MOST)
		hours_parser_fail(&p, FAULT_LONG, 0, 0);
	else if (hours_parser_days(&p, rule) && p.now.kind != TOKEN_END)
		hours_parser_fail_now(&p, FAULT_DAY);
	if (p.fault) {
		report(&p, entry->days_at, diag);
		return false;
	}
	hours_parser_start(&p, entry->times, langs);
	if (entry->times.len > TEXT_MOST)
		hours_parser_fail(&p, FAULT_LONG, 0, 0);
	else if (hours_parser_times(&p, rule) && p.now.kind != TOKEN_END)
		hours_parser_fail_now(&p, FAULT_TIME);
	if (p.fault) {
		report(&p, entry->times_at, diag);
		return false;
	}
	*odd |= p.lexer.odd;
	return true;
}

void
hours_parse_map(struct hours *out, struct arena *arena, const struct hours_entry *entries,
                size_t count, struct pos at, struct diag *diag)
{
	unsigned langs = languages_of_entries(entries, count), named = 0;
	struct hours_week week = { 0 };
	struct hours_rule holidays = { 0 };
	bool understood = true, odd = false;

	*out = (struct hours){ .state = HOURS_ABSENT };
	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		struct hours_rule rule = { 0 };
		unsigned days;

		if (!parse_entry(&entries[i], langs, &rule, &odd, diag)) {
			understood = false;
			continue;
		}
		days = rule.days | (rule.holidays ? 1u << WEEK_DAYS : 0);
		if (named & days) {
			struct hours_parser p = { .lexer = { .text = entries[i].days },
				                  .fault = FAULT_TWICE,
				                  .to = entries[i].days.len };

			report(&p, entries[i].days_at, diag);
			understood = false;
		}
		named |= days;
		if (rule.holidays) {
			holidays = rule;
			holidays.days = 0;
			rule.holidays = false;
		}
		understood &= hours_week_apply(&week, &rule);
	}
	/* Last, as a PH rule should be: see remark(). */
	if (named & 1u << WEEK_DAYS)
		hours_week_apply(&week, &holidays);
	if (!understood) {
		unknown(out, arena, entries_text(arena, entries, count));
		return;
	}
	hours_week_finish(out, arena, &week);
	remark(out, &week, odd, at, diag);
}

bool
hours_open_at(const struct hours *hours, int minute)
{
	for (size_t i = 0; i < hours->len; i++) {
		const struct hours_span *s = &hours->spans[i];

		if ((s->open <= minute && minute < s->close) ||
		    (s->open <= minute + HOURS_WEEK && minute + HOURS_WEEK < s->close))
			return true;
	}
	return false;
}

size_t
hours_day(const struct hours *hours, int weekday, struct hours_span *spans, size_t most)
{
	int from = weekday * DAY_MINUTES;
	size_t n = 0;

	for (size_t i = 0; i < hours->len && n < most; i++) {
		const struct hours_span *s = &hours->spans[i];

		if (s->open >= from && s->open < from + DAY_MINUTES)
			spans[n++] = (struct hours_span){ s->open - from, s->close - from };
	}
	return n;
}
