#ifndef CARD_HOURS_TOKEN_H
#define CARD_HOURS_TOKEN_H
/*
 * hours_token: opening hours cut into days, times and what stands between them.
 *
 * Format  OpenStreetMap's spelling ("Mo-Fr 09:00-18:30; PH off"), and as a courtesy what people
 *         write: "lundi-vendredi de 9h à 18h30", "Mon-Fri 9am-6.30pm". The lexer notes in `odd`
 *         that it met such a spelling. Day names mean different days in different languages ("di"
 *         is Sunday in French, Tuesday in Dutch): a token carries them all, the grammar chooses.
 * Memory  tokens borrow the text.
 */
#include "base/str.h"
#include "card/lang.h"

#include <stdint.h>

enum hours_kind {
	TOKEN_END,
	TOKEN_DAY,     /* day[] says which, per language */
	TOKEN_HOLIDAY, /* PH */
	TOKEN_DAILY,   /* every day of the week */
	TOKEN_TIME,    /* minute */
	TOKEN_ALWAYS,  /* 24/7 */
	TOKEN_OFF,
	TOKEN_OPEN,
	TOKEN_DASH,
	TOKEN_COMMA,
	TOKEN_SEMICOLON,
	TOKEN_COLON,
	TOKEN_SLASH,
	TOKEN_FILLER, /* "de", "uur": left out by the lexer */
	TOKEN_OTHER,  /* whatever else */
};

enum {
	DAY_NONE = -1,  /* no day in that language */
	DAY_NEVER = -2, /* a word of that language, but no day: Mar is March */
};

enum hours_half { HALF_NONE, HALF_AM, HALF_PM };

struct hours_token {
	enum hours_kind kind;
	size_t from, to;      /* where it stands, in bytes */
	const int8_t *day;    /* TOKEN_DAY: LANG_COUNT of them, Monday 0 */
	bool canonical;       /* a word spelt as OpenStreetMap does, "Mo" */
	int minute;           /* TOKEN_TIME: of the day, up to 48:00 */
	enum hours_half half; /* as written */
};

struct hours_lexer {
	struct str text;
	size_t at;
	bool odd; /* something was not spelt as OpenStreetMap does */
};

/* The next token; TOKEN_END again and again at the end. */
struct hours_token hours_token_next(struct hours_lexer *lexer);
#endif
