#include "card/hours_parser.h"

enum { HOUR = 60, DAY = 24 * HOUR, TIME_MOST = 2 * DAY, YEAR_FIRST = 1900 };

/* "9", "0930": a number where a time is expected, in minutes; -1 when it is none. */
static int
number_minutes(const struct hours_token *token)
{
	int minutes = token->value * HOUR;

	if (token->digits > 2)
		minutes = token->value / 100 * HOUR + token->value % 100;
	if (token->digits > 4 || minutes > TIME_MOST ||
	    (token->digits > 2 && token->value % 100 > 59))
		return -1;
	if (token->digits == 3 && token->value < 100) /* "007" */
		return -1;
	return minutes;
}

/* A number may as well be a year, or the day of "1 Apr". */
bool
hours_parser_times_begin(struct hours_parser *p, int ahead)
{
	struct hours_token token = ahead ? hours_parser_peek(p, ahead) : p->now;

	if (token.kind == TOKEN_TIME || token.kind == TOKEN_EVENT || token.kind == TOKEN_PAREN)
		return true;
	return token.kind == TOKEN_NUMBER && number_minutes(&token) >= 0 &&
	       !(token.digits == 4 && token.value >= YEAR_FIRST) &&
	       hours_parser_peek(p, ahead + 1).kind != TOKEN_MONTH;
}

/* "sunset", "(sunset-01:00)" */
static bool
parse_event(struct hours_parser *p, struct hours_time *time)
{
	bool paren = hours_parser_take(p, TOKEN_PAREN), back;

	if (p->now.kind != TOKEN_EVENT)
		return hours_parser_fail_now(p, FAULT_WORD);
	time->event = (enum hours_event)p->now.value;
	hours_parser_next(p);
	if (!paren && (p->now.kind != TOKEN_PLUS || hours_parser_peek_kind(p) != TOKEN_TIME))
		return true; /* else "sunset+01:00" */
	back = p->now.kind == TOKEN_DASH;
	if (paren && hours_parser_take(p, TOKEN_PAREN_END)) {
		hours_parser_odd(p);
		return true;
	}
	if (!back && p->now.kind != TOKEN_PLUS)
		return hours_parser_fail_now(p, FAULT_EVENT);
	hours_parser_next(p);
	if (p->now.kind != TOKEN_TIME || p->now.value > DAY)
		return hours_parser_fail_now(p, FAULT_EVENT);
	time->minute = (int16_t)(back ? -p->now.value : p->now.value);
	hours_parser_next(p);
	p->lexer.odd |= !paren;
	return !paren || hours_parser_take(p, TOKEN_PAREN_END) ||
	       hours_parser_fail_now(p, FAULT_EVENT);
}

static bool
parse_time(struct hours_parser *p, struct hours_time *time)
{
	int minute = p->now.value;

	*time = (struct hours_time){ 0 };
	if (p->now.kind == TOKEN_EVENT || p->now.kind == TOKEN_PAREN)
		return parse_event(p, time);
	if (p->now.kind == TOKEN_NUMBER) {
		minute = number_minutes(&p->now);
		hours_parser_odd(p);
	} else if (p->now.kind != TOKEN_TIME) {
		return hours_parser_fail_now(p, FAULT_TIME);
	}
	if (minute < 0)
		return hours_parser_fail_now(p, FAULT_TIME);
	time->minute = (int16_t)minute;
	hours_parser_next(p);
	return true;
}

/* "8-10pm" is 08:00-22:00 or 20:00-22:00; "9-5pm" can only be 09:00-17:00, and "08:00-10:30pm" begins
 * in the morning. */
static bool
half_is_clear(const struct hours_token *open, const struct hours_token *close,
              const struct hours_times *times)
{
	return open->half || close->half != HALF_PM || open->kind == TOKEN_EVENT ||
	       times->from.minute >= DAY / 2 || times->from.minute > times->to.minute - DAY / 2 ||
	       (open->kind == TOKEN_TIME && open->digits == 2 && times->from.minute < 10 * HOUR);
}

/* The end of a span, behind its beginning. */
static bool
parse_end(struct hours_parser *p, const struct hours_token *open, struct hours_times *times)
{
	struct hours_token close;

	if (p->now.kind == TOKEN_PLUS) {
		times->open_end = true;
		times->to = times->from;
		hours_parser_next(p);
		return true;
	}
	if (open->whole && open->value == DAY && p->now.kind != TOKEN_DASH) {
		times->from.minute = 0; /* "24 hours" */
		times->to.minute = DAY;
		return true;
	}
	if (p->now.kind != TOKEN_DASH)
		return p->now.kind == TOKEN_OTHER
		               ? hours_parser_fail_now(p, FAULT_WORD)
		               : hours_parser_fail(p, FAULT_END, open->from, p->behind);
	hours_parser_next(p);
	close = p->now;
	if (!parse_time(p, &times->to))
		return false;
	if (!half_is_clear(open, &close, times))
		return hours_parser_fail(p, FAULT_HALF, open->from, open->to);
	times->open_end = hours_parser_take(p, TOKEN_PLUS);
	return true;
}

/* "09:00-18:30", "22:00-02:00", "22:00-26:00", "sunrise-(sunset-01:00)", "18:00+" */
static bool
parse_span(struct hours_parser *p, struct hours_times *times)
{
	struct hours_token open = p->now;
	bool late;

	*times = (struct hours_times){ 0 };
	if (!parse_time(p, &times->from))
		return false;
	late = !times->from.event && times->from.minute >= DAY;
	if (!parse_end(p, &open, times))
		return false;
	if (late && times->from.minute >= DAY)
		return hours_parser_fail(p, FAULT_TIME, open.from, open.to);
	return true;
}

/* "10:00-16:00/01:30" are points in time; "10:00-12:00/14:00-16:00" is a list. */
static bool
parse_slash(struct hours_parser *p, bool *more)
{
	enum hours_kind next = hours_parser_peek_kind(p), then = hours_parser_peek(p, 2).kind;

	*more = (next == TOKEN_TIME || next == TOKEN_NUMBER) && then == TOKEN_DASH;
	if (!*more && (next == TOKEN_TIME || next == TOKEN_NUMBER))
		return hours_parser_fail(p, FAULT_POINTS, p->now.from, hours_parser_peek(p, 1).to);
	if (*more) {
		hours_parser_next(p);
		hours_parser_odd(p);
	}
	return true;
}

/* "09:00-12:00,13:00-18:00"; between spans also a slash or nothing. */
bool
hours_parser_times(struct hours_parser *p, struct hours_rule *rule)
{
	for (;;) {
		bool more;

		if (!hours_parser_room(p, rule->times_len) ||
		    !parse_span(p, &p->lists->times[rule->times_len]))
			return false;
		rule->times_len++;
		if (p->now.kind == TOKEN_SLASH) {
			if (!parse_slash(p, &more))
				return false;
		} else if (p->now.kind == TOKEN_COMMA) {
			more = hours_parser_times_begin(p, 1);
			if (more)
				hours_parser_next(p);
		} else {
			more = hours_parser_times_begin(p, 0);
			p->lexer.odd |= more;
		}
		if (!more)
			return true;
	}
}
