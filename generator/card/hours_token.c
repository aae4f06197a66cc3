#include "card/hours_token.h"

#include "base/date.h"
#include "base/utf8.h"
#include "card/hours_lexicon.h"
#include "card/hours_rule.h"

#include <string.h>

enum { HOUR_MOST = 48, DOT_HOUR_MOST = 24, NUMBER_MOST = 9999 };

/* Signs, and what looks like a number and is none; longest first where one begins another. */
static const struct sign {
	const char *text;
	enum hours_kind kind;
	int16_t value;
	bool odd;
} signs[] = {
	{ "\xe2\x80\x90", TOKEN_DASH, 0, true }, /* hyphen, no-break hyphen, dashes, minus */
	{ "\xe2\x80\x91", TOKEN_DASH, 0, true }, { "\xe2\x80\x92", TOKEN_DASH, 0, true },
	{ "\xe2\x80\x93", TOKEN_DASH, 0, true }, { "\xe2\x80\x94", TOKEN_DASH, 0, true },
	{ "\xe2\x88\x92", TOKEN_DASH, 0, true }, { "~", TOKEN_DASH, 0, true },
	{ "&", TOKEN_COMMA, 0, true },           { "\n", TOKEN_SEMICOLON, 0, true },
	{ "||", TOKEN_FALLBACK, 0, false },      { "t/m", TOKEN_DASH, 0, true },
};

static const struct sign numbers[] = {
	{ "24/7", TOKEN_ALWAYS, 0, false },
	{ "24/24", TOKEN_ALWAYS, 0, true },
	{ "24x7", TOKEN_ALWAYS, 0, true },
	{ "24*7", TOKEN_ALWAYS, 0, true },
	{ "24\\7", TOKEN_ALWAYS, 0, true },
	{ "24h/24", TOKEN_ALWAYS, 0, true },
	{ "7/7", TOKEN_DAYS, 0x7f, true },
	{ "7j/7", TOKEN_DAYS, 0x7f, true },
	{ "0ff", TOKEN_MEANING, MEANING_CLOSED, true },
};

static bool
is_digit(struct str s, size_t at)
{
	return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* White space in all its widths: how many bytes at `at`, 0 for none. A new line is a separator. */
static size_t
space_length(struct str s, size_t at)
{
	char c = at < s.len ? s.ptr[at] : '\0';

	if (c == ' ' || c == '\t' || c == '\r')
		return 1;
	if (c != '\xc2' && c != '\xe2')
		return 0;
	s = str_sub(s, at, s.len);
	if (str_starts(s, "\xc2\xa0"))
		return 2;
	return str_starts(s, "\xe2\x80\xaf") || str_starts(s, "\xe2\x80\x89") ? 3 : 0;
}

static size_t
skip_spaces(struct str s, size_t at)
{
	for (size_t n; (n = space_length(s, at)) > 0; at += n)
		;
	return at;
}

static bool
is_letter(struct str s, size_t at)
{
	return at < s.len && hours_lexicon_fold(utf8_next(s, &at)) != '\0';
}

/* The run of letters at `at`, folded into `word` as far as it fits; moves *at to its end and
 * returns how many they are. */
static size_t
read_letters(struct str s, size_t *at, char word[HOURS_LEXICON_MOST])
{
	size_t len = 0;

	while (*at < s.len) {
		size_t next = *at;
		unsigned char c = (unsigned char)s.ptr[*at];
		char plain = hours_lexicon_fold(c < 0x80 ? (next++, c) : utf8_next(s, &next));

		if (!plain)
			break;
		if (len < HOURS_LEXICON_MOST - 1)
			word[len] = plain;
		len++;
		*at = next;
	}
	word[len < HOURS_LEXICON_MOST - 1 ? len : HOURS_LEXICON_MOST - 1] = '\0';
	return len;
}

static const struct hours_word *
word_at(struct str s, size_t *at)
{
	char letters[HOURS_LEXICON_MOST];
	size_t len = read_letters(s, at, letters);

	return len ? hours_lexicon_find(letters, len) : NULL;
}

/* What may follow an appointment: "rendez-vous uniquement". */
static size_t
skip_rest(struct str s, size_t at)
{
	static const char *const words[] = { "vous", "only", "uniquement" };
	size_t next = skip_spaces(s, at);
	char letters[HOURS_LEXICON_MOST];

	if (next < s.len && s.ptr[next] == '-')
		next++;
	read_letters(s, &next, letters);
	for (size_t i = 0; i < countof(words); i++)
		if (strcmp(letters, words[i]) == 0)
			return next;
	return at;
}

/* "by appointment", "sur rendez-vous": what people write for a comment; `to` is behind its first
 * word. Returns where it ends, or `to` when it is none. */
static size_t
appointment_end(struct str s, size_t to, const struct hours_word *first)
{
	const struct hours_word *word = first;
	size_t end = to;

	if (first->kind == TOKEN_PREPOSITION) {
		end = skip_spaces(s, to);
		if (end == to && end < s.len && (s.ptr[end] == '_' || s.ptr[end] == '-'))
			end++;
		word = word_at(s, &end);
		if (!word || word->kind != TOKEN_APPOINTMENT)
			return to;
	}
	return skip_rest(s, skip_rest(s, end));
}

static void
read_word(struct hours_lexer *lexer, struct hours_token *token)
{
	const struct hours_word *word;
	struct str s = lexer->text;

	token->to = lexer->at;
	word = word_at(s, &token->to);
	if (word) {
		token->kind = (enum hours_kind)word->kind;
		token->day = word->day;
		token->value = word->value;
		token->canonical = hours_lexicon_canonical(str_sub(s, token->from, token->to));
		lexer->odd |= !token->canonical;
	}
	if (word && (word->kind == TOKEN_PREPOSITION || word->kind == TOKEN_APPOINTMENT)) {
		size_t end = appointment_end(s, token->to, word);

		token->kind = end > token->to || word->kind == TOKEN_APPOINTMENT ? TOKEN_COMMENT
		                                                                 : TOKEN_FILLER;
		token->comment = str_sub(s, token->from, end);
		token->to = end;
	}
	lexer->at = token->to;
}

/* Minutes behind the hour, ":30", ".30", "h30", "h", "u30": moves *at behind them; -1: none. */
static int
read_minutes(struct hours_lexer *lexer, int hour, size_t *at)
{
	struct str s = lexer->text;
	char c = *at < s.len ? s.ptr[*at] : '\0';
	bool unit = c == 'h' || c == 'H' || c == 'u' || c == 'U';
	size_t digits = *at + 1;

	if (c != ':' && (c != '.' || hour > DOT_HOUR_MOST) && (!unit || is_letter(s, digits)))
		return -1;
	if (is_digit(s, digits) && is_digit(s, digits + 1) && !is_digit(s, digits + 2)) {
		lexer->odd |= c != ':';
		*at = digits + 2;
		return (s.ptr[digits] - '0') * 10 + (s.ptr[digits + 1] - '0');
	}
	if (!unit || is_digit(s, digits))
		return -1;
	lexer->odd = true;
	*at = digits;
	return 0;
}

/* "am", "p.m.", perhaps behind a space: moves *at behind it. */
static enum hours_half
read_half(struct hours_lexer *lexer, size_t *at)
{
	struct str s = lexer->text;
	size_t i = skip_spaces(s, *at);
	char c = i < s.len ? (char)(s.ptr[i] | 0x20) : '\0';

	if (c != 'a' && c != 'p')
		return HALF_NONE;
	i++;
	if (i < s.len && s.ptr[i] == '.')
		i++;
	if (i == s.len || (s.ptr[i] | 0x20) != 'm' || is_letter(s, i + 1))
		return HALF_NONE;
	i++;
	if (i < s.len && s.ptr[i] == '.')
		i++;
	*at = i;
	lexer->odd = true;
	return c == 'a' ? HALF_AM : HALF_PM;
}

/* "9 uur", "24 hours": moves *at behind the unit. */
static bool
read_unit(struct hours_lexer *lexer, size_t *at)
{
	size_t to = skip_spaces(lexer->text, *at);
	const struct hours_word *word = word_at(lexer->text, &to);

	if (!word || word->kind != TOKEN_UNIT)
		return false;
	*at = to;
	lexer->odd = true;
	return true;
}

/* "1er", "2nd": the end of a number that counts. */
static bool
read_ordinal(struct hours_lexer *lexer)
{
	static const char *const ends[] = { "er", "st", "nd", "rd", "th" };
	size_t to = lexer->at;
	char letters[HOURS_LEXICON_MOST];

	if (!is_letter(lexer->text, to))
		return false;
	read_letters(lexer->text, &to, letters);
	for (size_t i = 0; i < countof(ends); i++)
		if (strcmp(letters, ends[i]) == 0) {
			lexer->at = to;
			lexer->odd = true;
			return true;
		}
	return false;
}

/* A number, or with minutes, a unit or a half of the day behind it a time. */
static void
read_number(struct hours_lexer *lexer, struct hours_token *token)
{
	size_t at = lexer->at;
	int number = 0, minute;

	while (is_digit(lexer->text, at)) {
		if (number <= NUMBER_MOST)
			number = number * 10 + (lexer->text.ptr[at] - '0');
		at++;
	}
	token->kind = TOKEN_NUMBER;
	token->digits = (uint8_t)(at - token->from < UINT8_MAX ? at - token->from : UINT8_MAX);
	token->value = (int16_t)(number > NUMBER_MOST ? NUMBER_MOST + 1 : number);
	token->to = at;
	lexer->at = at;
	if (token->digits > 3 || read_ordinal(lexer))
		return;
	minute = read_minutes(lexer, number, &at);
	token->half = read_half(lexer, &at);
	token->whole = token->digits <= 2 && !token->half &&
	               (minute < 0 ? read_unit(lexer, &at) : !is_digit(lexer->text, at - 1));
	if (minute < 0 && at == token->to)
		return;
	minute = minute < 0 ? 0 : minute;
	lexer->odd |= token->digits != 2;
	token->kind = TOKEN_OTHER;
	lexer->at = token->to = at;
	if (number > HOUR_MOST ||
	    (token->half && (number > 12 || (number == 0 && token->half == HALF_PM))))
		return;
	if (token->half)
		number = number % 12 + (token->half == HALF_PM ? 12 : 0);
	token->value = (int16_t)(number * 60 + minute);
	if (minute < 60 && token->value <= HOUR_MOST * 60)
		token->kind = TOKEN_TIME;
}

static bool
read_sign(struct hours_lexer *lexer, const struct sign *table, size_t count,
          struct hours_token *token)
{
	struct str rest = str_sub(lexer->text, lexer->at, lexer->text.len);

	for (size_t i = 0; i < count; i++) {
		size_t len;

		if (table[i].text[0] != rest.ptr[0] || !str_starts(rest, table[i].text))
			continue;
		len = strlen(table[i].text);
		if (is_digit(rest, len) && is_digit(rest, len - 1))
			continue; /* "24/70" */
		token->kind = table[i].kind;
		token->value = table[i].value;
		token->to = token->from + len;
		lexer->odd |= table[i].odd;
		lexer->at = token->to;
		return true;
	}
	return false;
}

/* The sign of one byte that `c` is, or TOKEN_OTHER. */
static enum hours_kind
plain_sign(char c)
{
	switch (c) {
	case '-': return TOKEN_DASH;
	case '+': return TOKEN_PLUS;
	case ',': return TOKEN_COMMA;
	case ';': return TOKEN_SEMICOLON;
	case ':': return TOKEN_COLON;
	case '/': return TOKEN_SLASH;
	case '[': return TOKEN_BRACKET;
	case ']': return TOKEN_BRACKET_END;
	case '(': return TOKEN_PAREN;
	case ')': return TOKEN_PAREN_END;
	default: return TOKEN_OTHER;
	}
}

/* "comment", and the same between other quotes. */
static bool
read_comment(struct hours_lexer *lexer, struct hours_token *token)
{
	static const struct {
		const char *open, *close;
	} quotes[] = {
		{ "\"", "\"" },
		{ "'", "'" },
		{ "\xe2\x80\x9c", "\xe2\x80\x9d" }, /* English */
		{ "\xe2\x80\x9e", "\xe2\x80\x9c" }, /* German */
		{ "\xc2\xab", "\xc2\xbb" },         /* French */
	};
	struct str rest = str_sub(lexer->text, lexer->at, lexer->text.len);

	for (size_t i = 0; i < countof(quotes); i++) {
		size_t from = strlen(quotes[i].open);
		const char *end;

		if (!str_starts(rest, quotes[i].open))
			continue;
		end = memmem(rest.ptr + from, rest.len - from, quotes[i].close,
		             strlen(quotes[i].close));
		if (!end)
			return false;
		token->kind = TOKEN_COMMENT;
		token->comment = str_sub(rest, from, (size_t)(end - rest.ptr));
		token->canonical = i == 0;
		lexer->odd |= i > 0;
		lexer->at = token->to =
			token->from + (size_t)(end - rest.ptr) + strlen(quotes[i].close);
		return true;
	}
	return false;
}

static void
read_other(struct hours_lexer *lexer, struct hours_token *token)
{
	if (read_sign(lexer, signs, countof(signs), token) || read_comment(lexer, token))
		return;
	token->kind = lexer->text.ptr[lexer->at] == '.' ? TOKEN_FILLER : TOKEN_OTHER;
	lexer->odd = true;
	utf8_next(lexer->text, &lexer->at);
	token->to = lexer->at;
}

static void
read_token(struct hours_lexer *lexer, struct hours_token *token)
{
	char c = lexer->text.ptr[lexer->at];

	token->kind = plain_sign(c);
	if (token->kind != TOKEN_OTHER) {
		token->to = ++lexer->at;
	} else if (is_digit(lexer->text, lexer->at)) {
		/* Behind a dash or a month "24/7" is a range in steps: "week 01-24/7". */
		if (lexer->last == TOKEN_DASH || lexer->last == TOKEN_MONTH ||
		    !read_sign(lexer, numbers, countof(numbers), token))
			read_number(lexer, token);
	} else if (is_letter(lexer->text, lexer->at) &&
	           !str_starts(str_sub(lexer->text, lexer->at, lexer->text.len), "t/m")) {
		read_word(lexer, token);
	} else {
		read_other(lexer, token);
	}
}

/* A day is no unit but a filler where no number stands before it: "every day", "jours fériés". */
static bool
left_out(const struct hours_lexer *lexer, const struct hours_token *token)
{
	return token->kind == TOKEN_FILLER || token->kind == TOKEN_UNIT ||
	       (token->kind == TOKEN_DAY_UNIT && lexer->last != TOKEN_NUMBER);
}

struct hours_token
hours_token_next(struct hours_lexer *lexer)
{
	struct hours_token token;
	size_t before = lexer->at;

	do {
		lexer->at = skip_spaces(lexer->text, lexer->at);
		token = (struct hours_token){ .spaced = lexer->at > before, .from = lexer->at };
		if (lexer->at == lexer->text.len) {
			token.to = token.from;
			break; /* TOKEN_END */
		}
		read_token(lexer, &token);
		if (left_out(lexer, &token))
			lexer->odd = true;
	} while (left_out(lexer, &token));
	/* "Mar" may be a month. */
	lexer->last = token.kind == TOKEN_DAY && token.value ? TOKEN_MONTH : token.kind;
	return token;
}
