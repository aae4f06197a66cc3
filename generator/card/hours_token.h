#ifndef CARD_HOURS_TOKEN_H
#define CARD_HOURS_TOKEN_H
/*
 * hours_token: opening hours cut into days, dates, times and what stands between them.
 *
 * Format  OpenStreetMap's spelling ("Mo-Fr 09:00-18:30; PH off"), and as a courtesy what people
 *         write: "lundi-vendredi de 9h à 18h30", "Mon-Fri 9am-6.30pm". The lexer notes in `odd`
 *         that it met such a spelling. Whether a bare number is an hour, a day of the month or a
 *         week is for the grammar to say, and so is what a word means that is a day in one language
 *         and another day, or a month, in the next: a token carries all its meanings.
 * Memory  tokens borrow the text.
 */
#include "base/str.h"

#include <stdint.h>

enum hours_kind {
	TOKEN_END,
	TOKEN_DAY,      /* day[] says which, per language; value: the month of that name, or 0 */
	TOKEN_DAYS,     /* value: a bit per weekday; "daily", "weekend" */
	TOKEN_HOLIDAY,  /* value: 0 public, 1 school */
	TOKEN_SCHOOL,   /* makes school holidays of a holiday */
	TOKEN_MONTH,    /* value: 1 .. 12 */
	TOKEN_WEEK,     /* "week" */
	TOKEN_EASTER,   /* "easter" */
	TOKEN_EVENT,    /* value: enum hours_event */
	TOKEN_NUMBER,   /* value, digits */
	TOKEN_TIME,     /* value: minute of the day, up to 48:00 */
	TOKEN_ALWAYS,   /* 24/7 */
	TOKEN_MEANING,  /* value: enum hours_meaning; "open", "off", "unknown" */
	TOKEN_COMMENT,  /* comment */
	TOKEN_DAY_UNIT, /* "day", "days" */
	TOKEN_DASH,
	TOKEN_PLUS,
	TOKEN_COMMA,
	TOKEN_SEMICOLON,
	TOKEN_FALLBACK, /* || */
	TOKEN_COLON,
	TOKEN_SLASH,
	TOKEN_BRACKET,     /* [ */
	TOKEN_BRACKET_END, /* ] */
	TOKEN_PAREN,       /* ( */
	TOKEN_PAREN_END,   /* ) */
	TOKEN_SEASON,      /* "summer", which nobody can date */
	TOKEN_OTHER,       /* whatever else */
	/* Of the vocabulary alone; the lexer hands none of these out. */
	TOKEN_FILLER,      /* "de", "le": left out */
	TOKEN_UNIT,        /* "uur": makes a time of the number before it, else left out */
	TOKEN_PREPOSITION, /* "by": a comment with an appointment behind it, else not understood */
	TOKEN_APPOINTMENT,
};

enum {
	DAY_NONE = -1,  /* no day in that language */
	DAY_NEVER = -2, /* a word of that language, but no day */
};

enum hours_half { HALF_NONE, HALF_AM, HALF_PM };

struct hours_token {
	enum hours_kind kind;
	int16_t value;
	uint8_t digits;       /* of a number, or of the hour of a time */
	bool canonical;       /* a word spelt as OpenStreetMap does, "Mo" */
	bool spaced;          /* white space stands before it */
	bool whole;           /* a time with a unit and no minutes, "24 hours" */
	enum hours_half half; /* as written */
	size_t from, to;      /* where it stands, in bytes */
	const int8_t *day;    /* LANG_COUNT of them, Monday 0 */
	struct str comment;   /* without its quotes */
};

struct hours_lexer {
	struct str text;
	size_t at;
	enum hours_kind last; /* the token before */
	bool odd;             /* something was not spelt as OpenStreetMap does */
};

/* The next token; TOKEN_END again and again at the end. */
struct hours_token hours_token_next(struct hours_lexer *lexer);
#endif
