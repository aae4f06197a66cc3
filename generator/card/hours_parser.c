#include "card/hours_parser.h"

#include "base/date.h"

#include <assert.h>

static void
advance(struct hours_parser *p)
{
	p->now = hours_token_next(&p->lexer);
}

void
hours_parser_start(struct hours_parser *p, struct str text, unsigned langs)
{
	*p = (struct hours_parser){ .lexer = { .text = text }, .langs = langs };
	advance(p);
}

bool
hours_parser_fail(struct hours_parser *p, enum hours_fault fault, size_t from, size_t to)
{
	p->fault = fault;
	p->from = from;
	p->to = to;
	return false;
}

bool
hours_parser_fail_now(struct hours_parser *p, enum hours_fault fault)
{
	return hours_parser_fail(p, p->now.kind == TOKEN_OTHER ? FAULT_WORD : fault, p->now.from,
	                         p->now.to);
}

/* The kind of the token behind the present one. */
static enum hours_kind
look_ahead(const struct hours_parser *p)
{
	struct hours_lexer copy = p->lexer;

	return hours_token_next(&copy).kind;
}

unsigned
hours_languages(struct str text, unsigned langs)
{
	struct hours_lexer lexer = { .text = text };
	struct hours_token token;

	while ((token = hours_token_next(&lexer)).kind != TOKEN_END) {
		if (token.kind != TOKEN_DAY || token.canonical)
			continue;
		for (unsigned i = 0; i < LANG_COUNT; i++)
			if (token.day[i] == DAY_NONE)
				langs &= ~(1u << i);
	}
	return langs;
}

/* "ma" is mardi or maandag: the languages of the other days decide, or nobody does. What is spelt
 * as in OpenStreetMap is English, and proves nothing about the others. */
static bool
parse_day_name(struct hours_parser *p, int *day)
{
	unsigned langs = p->langs ? p->langs : HOURS_ALL_LANGS;

	if (p->now.kind != TOKEN_DAY)
		return hours_parser_fail_now(p, FAULT_DAY);
	if (p->now.canonical)
		langs = 1u << LANG_EN;
	*day = DAY_NONE;
	for (unsigned i = 0; i < LANG_COUNT; i++) {
		int in_lang = p->now.day[i];

		if (!(langs & 1u << i) || in_lang == DAY_NONE)
			continue;
		if (*day != DAY_NONE && *day != in_lang)
			return hours_parser_fail_now(p, FAULT_AMBIGUOUS);
		*day = in_lang;
	}
	if (*day < 0) {
		hours_parser_fail_now(p, FAULT_WORD);
		return false;
	}
	advance(p);
	return true;
}

/* "Mo", "Mo-Fr", "Sa-Mo" */
static bool
parse_day_range(struct hours_parser *p, struct hours_rule *rule)
{
	int from = DAY_NONE, to;

	if (!parse_day_name(p, &from))
		return false;
	to = from;
	if (p->now.kind == TOKEN_DASH) {
		advance(p);
		if (!parse_day_name(p, &to))
			return false;
	}
	assert(from >= 0 && to >= 0);
	for (int day = from;; day = (day + 1) % WEEK_DAYS) {
		rule->days |= 1u << day;
		if (day == to)
			return true;
	}
}

bool
hours_parser_days(struct hours_parser *p, struct hours_rule *rule)
{
	for (;;) {
		if (p->now.kind == TOKEN_HOLIDAY) {
			rule->holidays = true;
			advance(p);
		} else if (p->now.kind == TOKEN_DAILY) {
			rule->days = HOURS_ALL_DAYS;
			advance(p);
		} else if (!parse_day_range(p, rule)) {
			return false;
		}
		if (p->now.kind != TOKEN_COMMA)
			return true;
		advance(p);
	}
}

/* "8-10pm" is 08:00-22:00 or 20:00-22:00; "9-5pm" can only be 09:00-17:00. */
static bool
half_is_clear(const struct hours_token *open, const struct hours_token *close)
{
	int noon = DAY_MINUTES / 2;

	return open->half || close->half != HALF_PM || open->minute >= noon ||
	       open->minute > close->minute - noon;
}

/* "09:00-18:30", "22:00-02:00", "22:00-26:00" */
static bool
parse_span(struct hours_parser *p, struct hours_rule *rule)
{
	struct hours_token open = p->now, close;
	int end;

	if (open.kind != TOKEN_TIME || open.minute >= DAY_MINUTES)
		return hours_parser_fail_now(p, FAULT_TIME);
	advance(p);
	if (p->now.kind != TOKEN_DASH)
		return p->now.kind == TOKEN_OTHER
		               ? hours_parser_fail_now(p, FAULT_WORD)
		               : hours_parser_fail(p, FAULT_END, open.from, open.to);
	advance(p);
	close = p->now;
	if (close.kind != TOKEN_TIME)
		return hours_parser_fail_now(p, FAULT_TIME);
	if (!half_is_clear(&open, &close))
		return hours_parser_fail(p, FAULT_HALF, open.from, open.to);
	end = close.minute;
	if (end == open.minute)
		return hours_parser_fail(p, FAULT_EMPTY, open.from, close.to);
	if (end < open.minute)
		end += DAY_MINUTES;
	if (rule->hours.len == DAY_SPANS)
		return hours_parser_fail(p, FAULT_MANY, open.from, close.to);
	rule->hours.spans[rule->hours.len++] = (struct hours_span){ open.minute, end };
	advance(p);
	return true;
}

/* "09:00-12:00,13:00-18:00"; between spans also a slash or nothing. */
static bool
parse_spans(struct hours_parser *p, struct hours_rule *rule)
{
	for (;;) {
		if (!parse_span(p, rule))
			return false;
		if (p->now.kind == TOKEN_TIME)
			p->lexer.odd = true;
		else if ((p->now.kind == TOKEN_COMMA || p->now.kind == TOKEN_SLASH) &&
		         look_ahead(p) == TOKEN_TIME)
			advance(p);
		else
			return true;
	}
}

bool
hours_parser_times(struct hours_parser *p, struct hours_rule *rule)
{
	bool always = false;

	if (p->now.kind == TOKEN_ALWAYS) {
		always = true;
		advance(p);
		if (p->now.kind == TOKEN_DAILY && rule->days == HOURS_ALL_DAYS)
			advance(p); /* "24h/24 7j/7" */
	} else if (p->now.kind == TOKEN_TIME) {
		if (!parse_spans(p, rule))
			return false;
	} else if (p->now.kind != TOKEN_OFF && p->now.kind != TOKEN_OPEN) {
		return hours_parser_fail_now(p, FAULT_TIME);
	}
	if (p->now.kind == TOKEN_OFF && !always) {
		rule->off = true;
		advance(p);
	} else if (p->now.kind == TOKEN_OPEN) {
		advance(p);
	}
	if (!rule->off && rule->hours.len == 0) {
		rule->hours.spans[0] = (struct hours_span){ 0, DAY_MINUTES };
		rule->hours.len = 1;
	}
	hours_day_tidy(&rule->hours);
	return true;
}

/* "Mo-Fr 09:00-18:00", "Sa off", "24/7", "10:00-18:00" */
static bool
parse_rule(struct hours_parser *p, struct hours_week *week, bool first, bool additional)
{
	struct hours_rule rule = { .additional = additional };
	bool selects = p->now.kind == TOKEN_DAY || p->now.kind == TOKEN_HOLIDAY ||
	               p->now.kind == TOKEN_DAILY;
	size_t from = p->now.from, to;

	if (selects) {
		if (!hours_parser_days(p, &rule))
			return false;
		if (p->now.kind == TOKEN_COLON)
			advance(p);
		else if (p->now.from > 0 && p->now.kind == TOKEN_TIME &&
		         p->lexer.text.ptr[p->now.from - 1] != ' ')
			p->lexer.odd = true; /* "Mo-Fr09:00-18:00" */
	} else if (!first) {
		/* "Mo-Fr 09:00-12:00; 13:00-18:00": every day from 13:00, or a comma meant? */
		return hours_parser_fail_now(p, FAULT_DAY);
	} else {
		rule.days = HOURS_ALL_DAYS;
	}
	if (!hours_parser_times(p, &rule))
		return false;
	to = p->now.from;
	if (hours_week_apply(week, &rule))
		return true;
	return hours_parser_fail(p, rule.off ? FAULT_WORD : FAULT_MANY, from, to);
}

bool
hours_parser_rules(struct hours_parser *p, struct hours_week *week)
{
	bool first = true, additional = false;

	while (p->now.kind == TOKEN_SEMICOLON)
		advance(p);
	if (p->now.kind == TOKEN_END)
		return hours_parser_fail_now(p, FAULT_TIME);
	for (;;) {
		if (!parse_rule(p, week, first, additional))
			return false;
		first = false;
		additional = p->now.kind == TOKEN_COMMA;
		if (p->now.kind == TOKEN_DAY || p->now.kind == TOKEN_HOLIDAY) {
			p->lexer.odd = true; /* "Mo-Fr 09:00-18:00 Sa 09:00-12:00" */
			additional = true;
			continue;
		}
		if (p->now.kind == TOKEN_END)
			return true;
		if (!additional && p->now.kind != TOKEN_SEMICOLON)
			return hours_parser_fail_now(p, FAULT_WORD);
		advance(p);
		while (!additional && p->now.kind == TOKEN_SEMICOLON)
			advance(p);
		if (!additional && p->now.kind == TOKEN_END)
			return true;
	}
}
