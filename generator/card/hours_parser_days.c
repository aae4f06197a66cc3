#include "card/hours_parser.h"

#include <assert.h>

enum { WEEK = 7, NTH_MOST = 5 };

bool
hours_parser_days_begin(struct hours_parser *p, int ahead)
{
	enum hours_kind kind = ahead ? hours_parser_peek(p, ahead).kind : p->now.kind;

	return kind == TOKEN_DAY || kind == TOKEN_DAYS || kind == TOKEN_HOLIDAY ||
	       kind == TOKEN_SCHOOL;
}

unsigned
hours_languages(struct str text, unsigned langs, bool *months)
{
	struct hours_lexer lexer = { .text = text };
	struct hours_token token;

	*months = false;
	while ((token = hours_token_next(&lexer)).kind != TOKEN_END) {
		*months |= token.kind == TOKEN_MONTH;
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
bool
hours_parser_weekday(struct hours_parser *p, int *day)
{
	const struct hours_token *now = &p->now;
	unsigned langs;

	*day = DAY_NONE;
	if (now->kind != TOKEN_DAY)
		return hours_parser_fail_now(p, FAULT_DAY);
	if (now->canonical && !now->value) {
		*day = now->day[LANG_EN];
		hours_parser_next(p);
		return true;
	}
	if (!p->langs_known) {
		p->langs = hours_languages(p->lexer.text, HOURS_ALL_LANGS, &p->months);
		p->langs_known = true;
	}
	langs = p->langs ? p->langs : HOURS_ALL_LANGS;
	for (unsigned i = 0; i < LANG_COUNT; i++) {
		int in_lang = now->day[i];

		if (!(langs & 1u << i) || in_lang == DAY_NONE)
			continue;
		if (*day != DAY_NONE && *day != in_lang)
			return hours_parser_fail_now(p, now->value ? FAULT_MARCH : FAULT_AMBIGUOUS);
		*day = in_lang;
	}
	if (*day < 0)
		return hours_parser_fail_now(p, FAULT_WORD);
	hours_parser_next(p);
	return true;
}

/* A number of "[1,-1]", 1 .. 5 from the month's beginning or its end. */
static bool
parse_nth(struct hours_parser *p, int *nth)
{
	bool last = hours_parser_take(p, TOKEN_DASH);

	if (!hours_parser_number(p, 1, NTH_MOST, FAULT_NTH, nth))
		return false;
	if (last)
		*nth = -*nth;
	return true;
}

/* "[1]", "[1,3]", "[1-3]", "[-1]", behind the bracket that opens. */
static bool
parse_nths(struct hours_parser *p, struct hours_weekdays *item)
{
	do {
		int from, to;

		if (!parse_nth(p, &from))
			return false;
		to = from;
		if (from > 0 && hours_parser_take(p, TOKEN_DASH) &&
		    !hours_parser_number(p, from, NTH_MOST, FAULT_NTH, &to))
			return false;
		assert(from != 0 && from >= -NTH_MOST && to <= NTH_MOST);
		if (from < 0)
			item->nth_last |= (uint8_t)(1u << (-from - 1));
		for (int n = from; n > 0 && n <= to; n++)
			item->nth |= (uint8_t)(1u << (n - 1));
	} while (hours_parser_take(p, TOKEN_COMMA));
	return hours_parser_take(p, TOKEN_BRACKET_END) || hours_parser_fail_now(p, FAULT_NTH);
}

/* "Mo", "Mo-Fr", "Sa-Mo", "Th[1,-1]", "Su[1] +1 day" */
static bool
parse_range(struct hours_parser *p, struct hours_weekdays *item)
{
	int from, to;

	if (!hours_parser_weekday(p, &from))
		return false;
	to = from;
	if (hours_parser_take(p, TOKEN_BRACKET)) {
		if (!parse_nths(p, item) || !hours_parser_offset(p, &item->offset))
			return false;
	} else if (p->now.kind == TOKEN_DASH) {
		hours_parser_next(p);
		if (p->now.kind == TOKEN_TIME)
			hours_parser_odd(p); /* "Mon - 8am-5pm" */
		else if (!hours_parser_weekday(p, &to))
			return false;
	}
	assert(from >= 0 && from < WEEK && to >= 0 && to < WEEK);
	item->from = (int8_t)from;
	item->to = (int8_t)to;
	for (int day = from;; day = (day + 1) % WEEK) {
		item->days |= (uint8_t)(1u << day);
		if (day == to)
			return true;
	}
}

/* "daily", "weekend": days that are a word. */
static void
take_days(struct hours_parser *p, struct hours_weekdays *item)
{
	item->days = (uint8_t)p->now.value;
	item->from = (int8_t)__builtin_ctz(item->days);
	item->to = (int8_t)(31 - __builtin_clz(item->days));
	hours_parser_next(p);
}

/* "PH", "SH +1 day"; "school holidays" are two words. */
static bool
parse_holiday(struct hours_parser *p, struct hours_holiday *item)
{
	bool school = hours_parser_take(p, TOKEN_SCHOOL);

	if (p->now.kind != TOKEN_HOLIDAY)
		return hours_parser_fail_now(p, FAULT_DAY);
	item->school = school || p->now.value;
	hours_parser_next(p);
	return hours_parser_offset(p, &item->offset);
}

static bool
parse_item(struct hours_parser *p, struct hours_rule *rule)
{
	struct hours_weekdays *days = &p->lists->weekdays[rule->weekdays_len];
	struct hours_holiday *holiday = &p->lists->holidays[rule->holidays_len];

	if (!hours_parser_room(p, rule->weekdays_len) || !hours_parser_room(p, rule->holidays_len))
		return false;
	if (p->now.kind == TOKEN_HOLIDAY || p->now.kind == TOKEN_SCHOOL) {
		*holiday = (struct hours_holiday){ 0 };
		rule->holidays_len++;
		return parse_holiday(p, holiday);
	}
	*days = (struct hours_weekdays){ 0 };
	rule->weekdays_len++;
	if (p->now.kind != TOKEN_DAYS)
		return parse_range(p, days);
	if (hours_parser_peek_kind(p) == TOKEN_DAY) { /* "every Monday" */
		hours_parser_next(p);
		return parse_range(p, days);
	}
	take_days(p, days);
	return true;
}

/* "PH Mo-Fr" are days that are both; with a comma, and in any other order, either. */
bool
hours_parser_days(struct hours_parser *p, struct hours_rule *rule)
{
	for (;;) {
		bool holiday = p->now.kind == TOKEN_HOLIDAY || p->now.kind == TOKEN_SCHOOL;

		if (!parse_item(p, rule))
			return false;
		if ((p->now.kind == TOKEN_COMMA || p->now.kind == TOKEN_SLASH) &&
		    hours_parser_days_begin(p, 1)) {
			p->lexer.odd |= p->now.kind == TOKEN_SLASH;
			hours_parser_next(p);
		} else if (!hours_parser_days_begin(p, 0)) {
			return true;
		} else if (holiday && rule->weekdays_len == 0 && p->now.kind <= TOKEN_DAYS) {
			rule->holidays_narrow = true;
		} else {
			hours_parser_odd(p); /* "Mo Tu" */
		}
	}
}
