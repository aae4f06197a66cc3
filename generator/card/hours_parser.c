#include "card/hours_parser.h"

#include "base/arena.h"

enum { ALL_DAYS = 0x7f, DAY_LONG = 24 * 60 };

/* "mar" is mardi or March: the other days and months of the text decide, or it stays a day, which
 * then is an ambiguous one. */
static void
resolve(struct hours_parser *p, struct hours_token *token)
{
	bool french;

	if (token->kind != TOKEN_DAY || !token->value)
		return;
	if (!p->langs_known) {
		p->langs = hours_languages(p->lexer.text, HOURS_ALL_LANGS, &p->months);
		p->langs_known = true;
	}
	french = p->langs && !(p->langs & 1u << LANG_EN);
	if (!french && (p->months || token->canonical))
		token->kind = TOKEN_MONTH;
}

void
hours_parser_next(struct hours_parser *p)
{
	p->behind = p->now.to;
	p->now = hours_token_next(&p->lexer);
	resolve(p, &p->now);
}

struct hours_token
hours_parser_peek(struct hours_parser *p, int ahead)
{
	struct hours_lexer copy = p->lexer;
	struct hours_token token = p->now;

	while (ahead-- > 0)
		token = hours_token_next(&copy);
	resolve(p, &token);
	return token;
}

enum hours_kind
hours_parser_peek_kind(struct hours_parser *p)
{
	return hours_parser_peek(p, 1).kind;
}

bool
hours_parser_take(struct hours_parser *p, enum hours_kind kind)
{
	if (p->now.kind != kind)
		return false;
	hours_parser_next(p);
	return true;
}

void
hours_parser_odd(struct hours_parser *p)
{
	p->lexer.odd = true;
}

void
hours_parser_start(struct hours_parser *p, struct arena *arena, struct hours_lists *lists,
                   struct str text)
{
	*p = (struct hours_parser){ .lexer = { .text = text }, .arena = arena, .lists = lists };
	hours_parser_next(p);
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
	if (p->now.kind == TOKEN_OTHER)
		fault = FAULT_WORD;
	if (p->now.kind == TOKEN_SEASON)
		fault = FAULT_SEASON;
	return hours_parser_fail(p, fault, p->now.from, p->now.to);
}

bool
hours_parser_room(struct hours_parser *p, size_t len)
{
	return len < HOURS_LIST_MOST || hours_parser_fail_now(p, FAULT_MANY);
}

bool
hours_parser_number(struct hours_parser *p, int from, int to, enum hours_fault fault, int *number)
{
	if (p->now.kind != TOKEN_NUMBER || p->now.value < from || p->now.value > to)
		return hours_parser_fail_now(p, fault);
	*number = p->now.value;
	hours_parser_next(p);
	return true;
}

bool
hours_parser_offset(struct hours_parser *p, int16_t *days)
{
	bool back = p->now.kind == TOKEN_DASH;
	int number;

	*days = 0;
	if ((!back && p->now.kind != TOKEN_PLUS) || hours_parser_peek_kind(p) != TOKEN_NUMBER ||
	    hours_parser_peek(p, 2).kind != TOKEN_DAY_UNIT)
		return true;
	hours_parser_next(p);
	if (!hours_parser_number(p, 1, 365, FAULT_NUMBER, &number))
		return false;
	hours_parser_next(p);
	*days = (int16_t)(back ? -number : number);
	return true;
}

void
hours_parser_finish(struct hours_parser *p, struct hours_rule *rule)
{
#define FINISH(list)                                                                               \
	if (rule->list##_len)                                                                      \
		rule->list = arena_copy(p->arena, p->lists->list,                                  \
		                        rule->list##_len * sizeof *rule->list);
	FINISH(years)
	FINISH(dates)
	FINISH(weeks)
	FINISH(weekdays)
	FINISH(holidays)
	FINISH(times)
#undef FINISH
}

static bool
selects(const struct hours_rule *rule)
{
	return rule->years_len || rule->dates_len || rule->weeks_len || rule->weekdays_len ||
	       rule->holidays_len;
}

static bool
says(const struct hours_rule *rule)
{
	return rule->always || rule->times_len || rule->meaning_written || rule->comment.len;
}

static void
add_whole_day(struct hours_parser *p, struct hours_rule *rule)
{
	p->lists->times[0] = (struct hours_times){ .to.minute = DAY_LONG };
	rule->times_len = 1;
	hours_parser_odd(p);
}

/* Its text as our own quotes can hold it; "by_appointment" is two words. */
static struct str
copy_comment(struct hours_parser *p, const struct hours_token *token)
{
	struct str text = arena_str(p->arena, token->comment);
	char *c = (char *)text.ptr; /* ours: just copied */
	bool quoted = token->comment.ptr > p->lexer.text.ptr + token->from;

	for (size_t i = 0; i < text.len; i++) {
		if (c[i] == '"')
			c[i] = '\'';
		if ((unsigned char)c[i] < ' ' || (!quoted && c[i] == '_'))
			c[i] = ' ';
		if (!quoted && c[i] >= 'A' && c[i] <= 'Z' && (token->comment.ptr[0] | 0x20) == 'b')
			c[i] = (char)(c[i] | 0x20); /* By Appointment */
	}
	return str_trim(text);
}

/* "off", "open", "unknown", a comment, in this order or the other. A comment alone says that one
 * cannot know. */
static void
parse_meaning(struct hours_parser *p, struct hours_rule *rule)
{
	bool commented = false;

	for (;;) {
		if (p->now.kind == TOKEN_MEANING && !rule->meaning_written) {
			rule->meaning = (enum hours_meaning)p->now.value;
			rule->meaning_written = true;
			p->lexer.odd |= commented;
		} else if (p->now.kind == TOKEN_COMMENT && !commented) {
			rule->comment = copy_comment(p, &p->now);
			p->lexer.odd |= rule->comment.len == 0;
			commented = true;
		} else {
			break;
		}
		hours_parser_next(p);
	}
	if (rule->comment.len && !rule->meaning_written)
		rule->meaning = MEANING_UNSURE;
}

/* "Mo-Fr: 09:00", "Oct-Mar, Mo-Fr 09:00": what may stand between selectors without a meaning of its
 * own. A comma may not where it would make "both" of "either": "PH, Dec 24 off". */
static bool
skip_between(struct hours_parser *p, const struct hours_rule *rule, bool behind_times)
{
	if (p->now.kind == TOKEN_COLON && selects(rule)) {
		p->lexer.odd |= rule->weekdays_len || rule->holidays_len ||
		                hours_parser_peek_kind(p) == TOKEN_COLON;
		hours_parser_next(p);
		return true;
	}
	if (p->now.kind == TOKEN_COMMA && selects(rule) && !behind_times) {
		enum hours_kind next = hours_parser_peek_kind(p);

		if (next != TOKEN_MEANING && next != TOKEN_COMMENT &&
		    !hours_parser_times_begin(p, 1) &&
		    (rule->weekdays_len || rule->holidays_len || !hours_parser_days_begin(p, 1)))
			return false;
		hours_parser_next(p);
		hours_parser_odd(p);
		return true;
	}
	return false;
}

/* Years, dates, weeks, weekdays and holidays; another order is tolerated. */
static bool
parse_selectors(struct hours_parser *p, struct hours_rule *rule, bool behind_times)
{
	for (;;) {
		if (skip_between(p, rule, behind_times))
			continue;
		if (hours_parser_dates_begin(p, 0) && !rule->dates_len) {
			p->lexer.odd |= rule->weeks_len || rule->weekdays_len || rule->holidays_len;
			if (!hours_parser_dates(p, rule))
				return false;
		} else if (p->now.kind == TOKEN_WEEK && !rule->weeks_len) {
			p->lexer.odd |= rule->weekdays_len || rule->holidays_len;
			if (!hours_parser_weeks(p, rule))
				return false;
		} else if (hours_parser_days_begin(p, 0)) {
			p->lexer.odd |= rule->weekdays_len || rule->holidays_len;
			if (!hours_parser_days(p, rule))
				return false;
		} else {
			return true;
		}
	}
}

static bool
selector_begins(struct hours_parser *p)
{
	return p->now.kind == TOKEN_WEEK || hours_parser_days_begin(p, 0) ||
	       hours_parser_dates_begin(p, 0);
}

/* "24/7", also of certain days, and "24h/24 7j/7". */
static void
parse_always(struct hours_parser *p, struct hours_rule *rule)
{
	hours_parser_next(p);
	if (selects(rule)) {
		add_whole_day(p, rule);
		return;
	}
	rule->always = true;
	if (p->now.kind == TOKEN_DAYS && p->now.value == ALL_DAYS)
		hours_parser_next(p);
}

bool
hours_parser_day(struct hours_parser *p, struct hours_rule *rule)
{
	if (p->now.kind == TOKEN_ALWAYS)
		parse_always(p, rule);
	else if (hours_parser_times_begin(p, 0) && !hours_parser_times(p, rule))
		return false;
	parse_meaning(p, rule);
	return says(rule) || hours_parser_fail_now(p, FAULT_TIME);
}

/* "Open daily 11:00-20:00", "closed on Mondays": what it means stands first. */
static void
parse_meaning_before(struct hours_parser *p, struct hours_rule *rule)
{
	struct hours_token meaning = p->now;
	bool colon;
	int ahead;

	if (meaning.kind != TOKEN_MEANING)
		return;
	colon = hours_parser_peek_kind(p) == TOKEN_COLON;
	ahead = colon ? 2 : 1;
	if (!hours_parser_days_begin(p, ahead) && !hours_parser_dates_begin(p, ahead) &&
	    !hours_parser_times_begin(p, ahead) && hours_parser_peek(p, ahead).kind != TOKEN_WEEK)
		return;
	hours_parser_next(p);
	if (colon)
		hours_parser_next(p);
	rule->meaning = (enum hours_meaning)meaning.value;
	rule->meaning_written = true;
	hours_parser_odd(p);
}

/* "09:00-17:00 Apr-Sep": times stand first. */
static bool
parse_times_before(struct hours_parser *p, struct hours_rule *rule)
{
	if (!hours_parser_times(p, rule))
		return false;
	if (!selector_begins(p))
		return true;
	hours_parser_odd(p);
	return parse_selectors(p, rule, true);
}

static bool
ends_rule(enum hours_kind kind)
{
	return kind == TOKEN_END || kind == TOKEN_SEMICOLON || kind == TOKEN_FALLBACK;
}

/* "Apr-Sep Mo-Fr 09:00-18:00 open "with a guide"". A rule that has days and nothing else is the
 * whole day, as the specification has it, where that is a rule on its own: behind a comma or a blank
 * ("Mo-Fr 09:00-18:00, Sa") it is more likely that something is missing. */
static bool
parse_rule(struct hours_parser *p, struct hours_rule *rule, bool own)
{
	rule->from = (uint32_t)p->now.from;
	parse_meaning_before(p, rule);
	if (hours_parser_times_begin(p, 0)) {
		if (!parse_times_before(p, rule))
			return false;
	} else if (!parse_selectors(p, rule, false)) {
		return false;
	}
	if (rule->times_len)
		parse_meaning(p, rule);
	else if (own && selects(rule) && !says(rule) && ends_rule(p->now.kind))
		add_whole_day(p, rule);
	else if (!hours_parser_day(p, rule))
		return false;
	rule->to = (uint32_t)p->behind;
	return true;
}

/* Takes note of what a rule without a separator before it would have to keep clear of. */
static void
remember(struct hours_parser *p, const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->weekdays_len; i++)
		p->days_so_far |= rule->weekdays[i].days;
	if (!rule->weekdays_len)
		p->days_so_far = ALL_DAYS;
	for (size_t i = 0; i < rule->times_len; i++) {
		const struct hours_times *t = &rule->times[i];

		p->nights |= t->open_end || t->from.event || t->to.event ||
		             t->to.minute <= t->from.minute || t->to.minute > DAY_LONG;
	}
}

/* "Mo-Fr 09:00-18:00 Sa 09:00-12:00": rules with a blank between them. As a semicolon where they have
 * no day and no night in common, else both count, since nobody said that one replaces the other. */
static enum hours_joint
joint_of_blank(const struct hours_parser *p, const struct hours_rule *rule)
{
	unsigned days = 0;

	for (size_t i = 0; i < rule->weekdays_len; i++)
		days |= rule->weekdays[i].days;
	if (!rule->weekdays_len || (days & p->days_so_far) || p->nights)
		return JOINT_ADDITIONAL;
	return JOINT_NORMAL;
}

static void
skip_empty_rules(struct hours_parser *p)
{
	while (hours_parser_take(p, TOKEN_SEMICOLON))
		hours_parser_odd(p);
}

/* What stands between two rules, be it nothing; false at the end, or at a fault. */
static bool
parse_joint(struct hours_parser *p, const struct hours_rule *before, enum hours_joint *joint,
            bool *blank)
{
	*blank = false;
	*joint = JOINT_NORMAL;
	if (p->now.kind == TOKEN_END)
		return false;
	if (hours_parser_take(p, TOKEN_FALLBACK)) {
		*joint = JOINT_FALLBACK;
		return true;
	}
	if (p->now.kind == TOKEN_COMMA) {
		if (before->always)
			return hours_parser_fail_now(p, FAULT_ALWAYS);
		hours_parser_next(p);
		*joint = JOINT_ADDITIONAL;
		return true;
	}
	if (hours_parser_take(p, TOKEN_SEMICOLON)) {
		skip_empty_rules(p);
		p->lexer.odd |= p->now.kind == TOKEN_END;
		return p->now.kind != TOKEN_END;
	}
	if (p->now.kind == TOKEN_SLASH && hours_parser_days_begin(p, 1))
		hours_parser_next(p);
	*blank = selector_begins(p) && (before->times_len || before->meaning_written);
	hours_parser_odd(p);
	return *blank || hours_parser_fail_now(p, FAULT_WORD);
}

/* "Mo-Fr 09:00-12:00; 13:00-18:00": every day from 13:00, or a comma meant? "Mo-Fr 09:00-12:00, off":
 * what else is closed? Where other rules have days, such a rule needs them, too. Not so
 * "; 12:00-13:00 off", which closes whatever is open then. */
static bool
lacks_days(const struct hours_rule *rule)
{
	if (selects(rule) || rule->joint == JOINT_FALLBACK)
		return false;
	if (rule->joint == JOINT_ADDITIONAL)
		return rule->times_len || rule->meaning == MEANING_CLOSED;
	return rule->times_len && rule->meaning != MEANING_CLOSED && !rule->comment.len;
}

/* "10:00-18:00, closed 12:00-13:00": times in a rule of their own behind a comma would be read as the
 * list's next, were there no days before them. */
static void
add_every_day(struct hours_parser *p, struct hours_rule *rule)
{
	if (rule->joint != JOINT_ADDITIONAL || selects(rule) || !rule->times_len)
		return;
	p->lists->weekdays[0] = (struct hours_weekdays){ .days = ALL_DAYS, .to = 6 };
	rule->weekdays_len = 1;
	hours_parser_odd(p);
}

bool
hours_parser_rules(struct hours_parser *p, struct hours_rules *rules)
{
	struct hours_rule items[HOURS_RULES_MOST];
	enum hours_joint joint = JOINT_NORMAL;
	size_t len = 0;
	bool blank = false, selected = false;

	skip_empty_rules(p);
	if (p->now.kind == TOKEN_END)
		return hours_parser_fail_now(p, FAULT_TIME);
	do {
		struct hours_rule *rule = &items[len];

		if (len == HOURS_RULES_MOST)
			return hours_parser_fail_now(p, FAULT_MANY);
		*rule = (struct hours_rule){ .joint = joint };
		if (!parse_rule(p, rule, joint != JOINT_ADDITIONAL && !blank))
			return false;
		if (selected && lacks_days(rule))
			return hours_parser_fail(p, FAULT_DAY, rule->from, rule->to);
		add_every_day(p, rule);
		selected |= selects(rule);
		hours_parser_finish(p, rule);
		if (blank)
			rule->joint = joint_of_blank(p, rule);
		remember(p, rule);
		len++;
	} while (parse_joint(p, &items[len - 1], &joint, &blank));
	if (p->fault)
		return false;
	rules->items = arena_copy(p->arena, items, len * sizeof *items);
	rules->len = len;
	return true;
}
