#ifndef CARD_HOURS_PARSER_H
#define CARD_HOURS_PARSER_H
/*
 * hours_parser: the grammar of opening hours, a function per production.
 *
 * Each production leaves `now` on the first token that is not its own, and is false after it noted
 * what was wrong and where (the first fault alone; reporting is for the caller).
 */
#include "card/hours_token.h"
#include "card/hours_week.h"

enum { HOURS_ALL_DAYS = (1 << WEEK_DAYS) - 1, HOURS_ALL_LANGS = (1 << LANG_COUNT) - 1 };

/* What can be wrong with a text. */
enum hours_fault {
	FAULT_NONE,
	FAULT_WORD,
	FAULT_DAY,
	FAULT_TIME,
	FAULT_END,
	FAULT_EMPTY,
	FAULT_HALF,
	FAULT_AMBIGUOUS,
	FAULT_MANY,
	FAULT_LONG,
	FAULT_TWICE,
};

struct hours_parser {
	struct hours_lexer lexer;
	struct hours_token now;
	unsigned langs; /* in which all day names of the text are days */
	enum hours_fault fault;
	size_t from, to; /* where the fault is */
};

/* At the first token of `text`; `langs`: see hours_languages, 0 when the days are of several. */
void hours_parser_start(struct hours_parser *p, struct str text, unsigned langs);
/* Notes a fault; always false. */
bool hours_parser_fail(struct hours_parser *p, enum hours_fault fault, size_t from, size_t to);
/* The same at the present token, be it only that it is not understood at all. */
bool hours_parser_fail_now(struct hours_parser *p, enum hours_fault fault);

/* Rules between semicolons, where the later replace the earlier on their days, or commas, where
 * they add to them; to the end of the text. */
bool hours_parser_rules(struct hours_parser *p, struct hours_week *week);
/* "Mo-Fr,Su,PH" into the rule's days and holidays. */
bool hours_parser_days(struct hours_parser *p, struct hours_rule *rule);
/* What a day has: times, 24/7, off, or times that are off. */
bool hours_parser_times(struct hours_parser *p, struct hours_rule *rule);

/* In which languages (a bit each) every day name of `text` is one, among `langs`. */
unsigned hours_languages(struct str text, unsigned langs);
#endif
