#include "card/hours_parser.h"

enum { YEAR_FIRST = 1900, WEEK_LAST = 53, MONTH_LAST = 12, STEP_MOST = 366 };

/* The longest that each month can be. */
static const int8_t month_days[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static bool
is_year(const struct hours_token *token)
{
	return token->kind == TOKEN_NUMBER && token->digits == 4 && token->value >= YEAR_FIRST;
}

static bool
is_day_number(const struct hours_token *token)
{
	return token->kind == TOKEN_NUMBER && token->digits <= 2 && token->value >= 1 &&
	       token->value <= 31;
}

/* Where a date stands, which decides what may follow its month. */
enum date_place {
	PLACE_FIRST,      /* of a list */
	PLACE_LATER,      /* in a list */
	PLACE_END,        /* of a range of days */
	PLACE_END_MONTHS, /* of a range of months: a number behind it is an hour */
};

/* A month or easter, perhaps with the day before it, "1 Apr". */
static bool
date_begins(struct hours_parser *p, int ahead)
{
	struct hours_token token = ahead ? hours_parser_peek(p, ahead) : p->now;

	if (token.kind == TOKEN_MONTH || token.kind == TOKEN_EASTER)
		return true;
	return is_day_number(&token) && hours_parser_peek(p, ahead + 1).kind == TOKEN_MONTH;
}

bool
hours_parser_dates_begin(struct hours_parser *p, int ahead)
{
	struct hours_token token = ahead ? hours_parser_peek(p, ahead) : p->now;

	return is_year(&token) || date_begins(p, ahead);
}

/* "/8" behind a range: every eighth. */
static bool
parse_step(struct hours_parser *p, int most, int *step)
{
	*step = 1;
	return !hours_parser_take(p, TOKEN_SLASH) ||
	       hours_parser_number(p, 1, most, FAULT_NUMBER, step);
}

/* "2026", "2026-2028/2", "2026+", and a list of them; a year before a date is that date's. */
static bool
parse_years(struct hours_parser *p, struct hours_rule *rule)
{
	for (;;) {
		struct hours_years *item = &p->lists->years[rule->years_len];
		int from, to, step = 1;

		if (!hours_parser_room(p, rule->years_len) ||
		    !hours_parser_number(p, YEAR_FIRST, YEAR_EVER - 1, FAULT_YEAR, &from))
			return false;
		to = from;
		if (hours_parser_take(p, TOKEN_PLUS))
			to = YEAR_EVER;
		else if (hours_parser_take(p, TOKEN_DASH) &&
		         (!hours_parser_number(p, from, YEAR_EVER - 1, FAULT_YEAR, &to) ||
		          !parse_step(p, YEAR_EVER, &step)))
			return false;
		*item = (struct hours_years){ (int16_t)from, (int16_t)to, (int16_t)step };
		rule->years_len++;
		if (p->now.kind == TOKEN_COMMA) {
			struct hours_token next = hours_parser_peek(p, 1);

			if (!is_year(&next))
				return true;
			hours_parser_next(p);
		} else {
			return true;
		}
	}
}

/* Whether "Su[-1]" behind a month makes a date of it, rather than being the weekdays of that month:
 * at the end of a range of days, where it has an offset, or where a range begins. */
static bool
nth_is_date(struct hours_parser *p, enum date_place place)
{
	struct hours_token token;
	int ahead = 2;

	if (p->now.kind != TOKEN_DAY || hours_parser_peek_kind(p) != TOKEN_BRACKET)
		return false;
	if (place == PLACE_END)
		return true;
	if (hours_parser_peek(p, ahead).kind == TOKEN_DASH)
		ahead++;
	if (hours_parser_peek(p, ahead).kind != TOKEN_NUMBER ||
	    hours_parser_peek(p, ahead + 1).kind != TOKEN_BRACKET_END)
		return false;
	ahead += 2;
	token = hours_parser_peek(p, ahead);
	if ((token.kind == TOKEN_DASH || token.kind == TOKEN_PLUS) &&
	    hours_parser_peek(p, ahead + 2).kind == TOKEN_DAY_UNIT) {
		if (place == PLACE_FIRST)
			return true;
		ahead += 3;
	}
	token = hours_parser_peek(p, ahead + 1);
	return hours_parser_peek(p, ahead).kind == TOKEN_DASH &&
	       (is_year(&token) || date_begins(p, ahead + 1));
}

/* "Su[-1]" of the month. */
static bool
parse_nth_day(struct hours_parser *p, struct hours_date *date)
{
	int day, nth;
	bool last;

	if (!hours_parser_weekday(p, &day))
		return false;
	hours_parser_next(p);
	last = hours_parser_take(p, TOKEN_DASH);
	if (!hours_parser_number(p, 1, 5, FAULT_NTH, &nth))
		return false;
	date->nth = (int8_t)(last ? -nth : nth);
	date->nth_day = (int8_t)day;
	return hours_parser_take(p, TOKEN_BRACKET_END) || hours_parser_fail_now(p, FAULT_NTH);
}

/* "+Su" on or after that day, "-Su" on or before it, "+2 days" later. */
static bool
parse_shift(struct hours_parser *p, struct hours_date *date)
{
	bool sign = p->now.kind == TOKEN_PLUS || p->now.kind == TOKEN_DASH;
	int day;

	if (sign && hours_parser_peek_kind(p) == TOKEN_DAY && !hours_parser_peek(p, 1).spaced) {
		date->before = p->now.kind == TOKEN_DASH;
		hours_parser_next(p);
		if (!hours_parser_weekday(p, &day))
			return false;
		date->next_day = (int8_t)day;
	}
	return hours_parser_offset(p, &date->offset);
}

static void
take_day(struct hours_parser *p, struct hours_date *date)
{
	p->lexer.odd |= p->now.digits != 2;
	date->day = (int8_t)p->now.value;
	hours_parser_next(p);
}

/* Behind the month its day, "25" or "Su[-1]", or nothing for the month as a whole. */
static bool
parse_month_day(struct hours_parser *p, struct hours_date *date, enum date_place place)
{
	if (date->day)
		return true;
	if (nth_is_date(p, place))
		return parse_nth_day(p, date);
	if (is_day_number(&p->now) && hours_parser_peek_kind(p) != TOKEN_MONTH)
		take_day(p, date);
	return true;
}

/* "Dec 25", "1 Apr", "2026 Jan 02", "easter -2 days" */
static bool
parse_date(struct hours_parser *p, struct hours_date *date, enum date_place place)
{
	*date = (struct hours_date){ .next_day = -1 };
	if (is_year(&p->now)) {
		date->year = p->now.value;
		hours_parser_next(p);
	}
	if (hours_parser_take(p, TOKEN_EASTER))
		return parse_shift(p, date);
	if (is_day_number(&p->now) && hours_parser_peek_kind(p) == TOKEN_MONTH) {
		take_day(p, date);
		hours_parser_odd(p);
	}
	if (p->now.kind != TOKEN_MONTH)
		return hours_parser_fail_now(p, FAULT_DATE);
	date->month = (int8_t)p->now.value;
	hours_parser_next(p);
	if (place == PLACE_END_MONTHS)
		return true;
	if (!parse_month_day(p, date, place))
		return false;
	return (!date->day && !date->nth) || parse_shift(p, date);
}

static bool
is_month(const struct hours_date *date)
{
	return date->month && !date->day && !date->nth;
}

/* Years that were written once count for both ends; and a range of days ends on a day. */
static void
complete(struct hours_parser *p, struct hours_dates *item)
{
	struct hours_date *from = &item->from, *to = &item->to;
	bool wraps = from->month && to->month &&
	             (to->month < from->month || (to->month == from->month && to->day < from->day));

	if (is_month(from) && !is_month(to)) {
		from->day = 1;
		hours_parser_odd(p);
	} else if (is_month(to) && !is_month(from)) {
		to->day = month_days[to->month];
		hours_parser_odd(p);
	}
	if (!from->year == !to->year)
		return;
	/* Other readers of OpenStreetMap want the second year, too, unless it is obvious. */
	p->lexer.odd |= !from->year || wraps || (!is_month(from) && from->month != to->month);
	if (from->year)
		to->year = (int16_t)(from->year + wraps);
	else
		from->year = (int16_t)(to->year - wraps);
}

/* "26" of "Dec 24-26" and "Dec 24,26". */
static bool
day_follows(struct hours_parser *p)
{
	struct hours_token next = hours_parser_peek(p, 1);

	return is_day_number(&next) && hours_parser_peek(p, 2).kind != TOKEN_MONTH;
}

/* What follows the first date of a range. */
static bool
parse_range_end(struct hours_parser *p, struct hours_dates *item)
{
	int step;

	if (p->now.kind == TOKEN_PLUS) {
		hours_parser_next(p);
		item->ever = true;
		return true;
	}
	if (p->now.kind != TOKEN_DASH)
		return true;
	if (item->from.day && day_follows(p)) {
		hours_parser_next(p);
		item->to = (struct hours_date){ .year = item->from.year,
			                        .month = item->from.month,
			                        .next_day = -1 };
		take_day(p, &item->to);
		if (!parse_shift(p, &item->to))
			return false;
	} else {
		hours_parser_next(p);
		if (!parse_date(p, &item->to, is_month(&item->from) ? PLACE_END_MONTHS : PLACE_END))
			return false;
	}
	complete(p, item);
	if (!parse_step(p, STEP_MOST, &step))
		return false;
	item->step = (int16_t)step;
	return true;
}

/* The next of a list: a date, or behind a day the day alone, "Dec 24,31". */
static bool
parse_item(struct hours_parser *p, struct hours_rule *rule, const struct hours_date *before)
{
	struct hours_dates *item = &p->lists->dates[rule->dates_len];

	if (!hours_parser_room(p, rule->dates_len))
		return false;
	*item = (struct hours_dates){ .step = 1 };
	if (before && is_day_number(&p->now) && hours_parser_peek_kind(p) != TOKEN_MONTH) {
		item->from = (struct hours_date){ .year = before->year,
			                          .month = before->month,
			                          .next_day = -1 };
		take_day(p, &item->from);
		hours_parser_odd(p);
		if (!parse_shift(p, &item->from))
			return false;
	} else if (!parse_date(p, &item->from, before ? PLACE_LATER : PLACE_FIRST)) {
		return false;
	}
	item->to = item->from;
	rule->dates_len++;
	return parse_range_end(p, item);
}

static bool
parse_list(struct hours_parser *p, struct hours_rule *rule)
{
	const struct hours_date *before = NULL;

	for (;;) {
		struct hours_token next;

		if (!parse_item(p, rule, before))
			return false;
		before = &p->lists->dates[rule->dates_len - 1].to;
		if (p->now.kind != TOKEN_COMMA)
			return true;
		next = hours_parser_peek(p, 1);
		if (!date_begins(p, 1) && !(is_year(&next) && date_begins(p, 2)) &&
		    !(before->day && day_follows(p)))
			return true;
		hours_parser_next(p);
	}
}

/* "2026: Dec 24,25": one year before all dates is that of those which have none, so that it can be
 * written with them. */
static void
spread_year(struct hours_parser *p, struct hours_rule *rule)
{
	const struct hours_years *year = &p->lists->years[0];
	bool spread = false;

	if (rule->years_len != 1 || year->from != year->to)
		return;
	for (size_t i = 0; i < rule->dates_len; i++) {
		struct hours_dates *item = &p->lists->dates[i];

		if (item->from.year || item->to.year)
			continue;
		spread = true;
		item->from.year = year->from;
		if (item->step != 1 || item->ever || item->to.month != item->from.month ||
		    item->to.day != item->from.day)
			complete(p, item);
		else
			item->to.year = year->from;
	}
	if (!spread)
		return;
	rule->years_len = 0;
	hours_parser_odd(p);
}

bool
hours_parser_dates(struct hours_parser *p, struct hours_rule *rule)
{
	if (is_year(&p->now) && !date_begins(p, 1)) {
		if (!parse_years(p, rule))
			return false;
		if (p->now.kind == TOKEN_COLON && date_begins(p, 1))
			hours_parser_next(p);
	}
	if (!date_begins(p, 0) && !(is_year(&p->now) && date_begins(p, 1)))
		return true;
	if (!parse_list(p, rule))
		return false;
	if (is_year(&p->now) && rule->years_len == 0 && !parse_years(p, rule)) /* "Dec 25 2026" */
		return false;
	spread_year(p, rule);
	return true;
}

/* "50-5" runs over the year's end: two ranges. */
static bool
add_weeks(struct hours_parser *p, struct hours_rule *rule, int from, int to, int step)
{
	if (!hours_parser_room(p, rule->weeks_len))
		return false;
	p->lists->weeks[rule->weeks_len++] =
		(struct hours_weeks){ (int8_t)from, (int8_t)to, (int8_t)step };
	return true;
}

static bool
parse_week(struct hours_parser *p, int *week)
{
	p->lexer.odd |= p->now.digits != 2;
	return hours_parser_number(p, 1, WEEK_LAST, FAULT_WEEK, week);
}

/* "week 01-10/2,15" */
bool
hours_parser_weeks(struct hours_parser *p, struct hours_rule *rule)
{
	struct hours_token next;

	hours_parser_next(p);
	for (;;) {
		int from, to, step = 1;

		if (!parse_week(p, &from))
			return false;
		to = from;
		if (hours_parser_take(p, TOKEN_DASH) &&
		    (!parse_week(p, &to) || !parse_step(p, WEEK_LAST, &step)))
			return false;
		if (to < from) {
			hours_parser_odd(p);
			if (!add_weeks(p, rule, from, WEEK_LAST, step))
				return false;
			from = 1;
		}
		if (!add_weeks(p, rule, from, to, step))
			return false;
		if (p->now.kind != TOKEN_COMMA)
			return true;
		next = hours_parser_peek(p, 1);
		if (next.kind == TOKEN_WEEK) {
			hours_parser_next(p);
			hours_parser_odd(p);
		} else if (next.kind != TOKEN_NUMBER || next.digits > 2) {
			return true;
		}
		hours_parser_next(p);
	}
}
