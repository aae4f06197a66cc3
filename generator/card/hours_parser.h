#ifndef CARD_HOURS_PARSER_H
#define CARD_HOURS_PARSER_H
/*
 * hours_parser: the grammar of opening hours, a function per production.
 *
 * Each production leaves `now` on the first token that is not its own, and is false after it noted
 * what was wrong and where (the first fault alone; reporting is for the caller). A production looks
 * ahead by a few tokens at most, so that time is linear in the text.
 *
 * Files   hours_parser.c rules and what joins them; hours_parser_days.c weekdays and holidays;
 *         hours_parser_dates.c years, dates and weeks; hours_parser_times.c times.
 */
#include "card/hours_rule.h"
#include "card/hours_token.h"
#include "card/lang.h"

enum { HOURS_ALL_LANGS = (1 << LANG_COUNT) - 1 };
enum { HOURS_RULES_MOST = 64, HOURS_LIST_MOST = 64 }; /* rules of a text, entries of a list */

/* What can be wrong with a text. */
enum hours_fault {
	FAULT_NONE,
	FAULT_WORD,
	FAULT_DAY,
	FAULT_NTH,
	FAULT_DATE,
	FAULT_YEAR,
	FAULT_WEEK,
	FAULT_NUMBER,
	FAULT_TIME,
	FAULT_END,
	FAULT_POINTS,
	FAULT_EVENT,
	FAULT_HALF,
	FAULT_AMBIGUOUS,
	FAULT_MARCH,
	FAULT_SEASON,
	FAULT_ALWAYS,
	FAULT_MANY,
	FAULT_LONG,
	FAULT_TWICE,
};

/* Where the lists of the rule at hand grow, before they are copied to their size. */
struct hours_lists {
	struct hours_years years[HOURS_LIST_MOST];
	struct hours_dates dates[HOURS_LIST_MOST];
	struct hours_weeks weeks[HOURS_LIST_MOST];
	struct hours_weekdays weekdays[HOURS_LIST_MOST];
	struct hours_holiday holidays[HOURS_LIST_MOST];
	struct hours_times times[HOURS_LIST_MOST];
};

struct hours_parser {
	struct hours_lexer lexer;
	struct hours_token now;
	size_t behind; /* where the token before `now` ended */
	struct arena *arena;
	struct hours_lists *lists;
	unsigned langs;       /* in which all day names of the text are days, once `langs_known` */
	bool langs_known;     /* they are looked for when a name has several meanings */
	bool months;          /* the text names a month, known at the same time */
	unsigned days_so_far; /* a bit per weekday that an earlier rule names */
	bool nights;          /* an earlier rule has times past midnight */
	enum hours_fault fault;
	size_t from, to; /* where the fault is */
};

/* At the first token of `text`. The lists are lent for as long as the parser is used. */
void hours_parser_start(struct hours_parser *p, struct arena *arena, struct hours_lists *lists,
                        struct str text);
/* Notes a fault; always false. */
bool hours_parser_fail(struct hours_parser *p, enum hours_fault fault, size_t from, size_t to);
/* The same at the present token, be it only that it is not understood at all. */
bool hours_parser_fail_now(struct hours_parser *p, enum hours_fault fault);

/* Rules to the end of the text; borrowed from the parser's arena. */
bool hours_parser_rules(struct hours_parser *p, struct hours_rules *rules);
/* "Mo-Fr,Su,PH" into a rule that has none, to be finished. */
bool hours_parser_days(struct hours_parser *p, struct hours_rule *rule);
/* What a day has: times, 24/7, off, a comment. */
bool hours_parser_day(struct hours_parser *p, struct hours_rule *rule);
/* Copies the rule's lists out of the parser's. */
void hours_parser_finish(struct hours_parser *p, struct hours_rule *rule);

/* In which languages (a bit each) every day name of `text` is one, among `langs`; *months tells
 * whether it names a month beyond doubt. */
unsigned hours_languages(struct str text, unsigned langs, bool *months);

/* --- Between the files of the parser ---------------------------------------------------------- */

void hours_parser_next(struct hours_parser *p);
/* The token `ahead` places behind the present one, 1 being the next. */
struct hours_token hours_parser_peek(struct hours_parser *p, int ahead);
enum hours_kind hours_parser_peek_kind(struct hours_parser *p);
/* Moves on if the present token is of that kind. */
bool hours_parser_take(struct hours_parser *p, enum hours_kind kind);
/* The spelling is tolerated. */
void hours_parser_odd(struct hours_parser *p);
/* Room for one more in a list of `len`; false, and a fault, when it is full. */
bool hours_parser_room(struct hours_parser *p, size_t len);
/* A number from..to at the present token. */
bool
hours_parser_number(struct hours_parser *p, int from, int to, enum hours_fault fault, int *number);
/* "+1 day", "-2 days", where one stands; else *days is 0. */
bool hours_parser_offset(struct hours_parser *p, int16_t *days);
/* The weekday at the present token, in the language of the text. */
bool hours_parser_weekday(struct hours_parser *p, int *day);

/* Whether such a selector begins `ahead` places behind the present token (0: there). */
bool hours_parser_days_begin(struct hours_parser *p, int ahead);
bool hours_parser_dates_begin(struct hours_parser *p, int ahead);
bool hours_parser_times_begin(struct hours_parser *p, int ahead);

bool hours_parser_dates(struct hours_parser *p, struct hours_rule *rule); /* years too */
bool hours_parser_weeks(struct hours_parser *p, struct hours_rule *rule);
bool hours_parser_times(struct hours_parser *p, struct hours_rule *rule);
#endif
