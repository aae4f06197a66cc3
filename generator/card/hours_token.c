#include "card/hours_token.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MO, TU, WE, TH, FR, SA, SU, NO = DAY_NONE };
enum { WORD_MOST = 16, HOUR_MOST = 48 };

struct word {
	const char *text; /* lower case, no accents */
	enum hours_kind kind;
	int8_t day[LANG_COUNT]; /* fr, nl, de, en */
};

/* Sorted: searched by halves. */
static const struct word words[] = {
	{ "a", TOKEN_DASH, { 0 } },
	{ "and", TOKEN_COMMA, { 0 } },
	{ "au", TOKEN_DASH, { 0 } },
	{ "bis", TOKEN_DASH, { 0 } },
	{ "chaque", TOKEN_DAILY, { 0 } },
	{ "closed", TOKEN_OFF, { 0 } },
	{ "dag", TOKEN_FILLER, { 0 } },
	{ "dagelijks", TOKEN_DAILY, { 0 } },
	{ "daily", TOKEN_DAILY, { 0 } },
	{ "day", TOKEN_FILLER, { 0 } },
	{ "de", TOKEN_FILLER, { 0 } },
	{ "des", TOKEN_FILLER, { 0 } },
	{ "di", TOKEN_DAY, { SU, TU, TU, NO } },
	{ "dicht", TOKEN_OFF, { 0 } },
	{ "die", TOKEN_DAY, { NO, NO, TU, NO } },
	{ "dienstag", TOKEN_DAY, { NO, NO, TU, NO } },
	{ "dim", TOKEN_DAY, { SU, NO, NO, NO } },
	{ "dimanche", TOKEN_DAY, { SU, NO, NO, NO } },
	{ "din", TOKEN_DAY, { NO, TU, NO, NO } },
	{ "dinsdag", TOKEN_DAY, { NO, TU, NO, NO } },
	{ "do", TOKEN_DAY, { NO, TH, TH, NO } },
	{ "don", TOKEN_DAY, { NO, TH, TH, NO } },
	{ "donderdag", TOKEN_DAY, { NO, TH, NO, NO } },
	{ "donnerstag", TOKEN_DAY, { NO, NO, TH, NO } },
	{ "du", TOKEN_FILLER, { 0 } },
	{ "elke", TOKEN_DAILY, { 0 } },
	{ "en", TOKEN_COMMA, { 0 } },
	{ "et", TOKEN_COMMA, { 0 } },
	{ "every", TOKEN_DAILY, { 0 } },
	{ "feestdag", TOKEN_HOLIDAY, { 0 } },
	{ "feestdagen", TOKEN_HOLIDAY, { 0 } },
	{ "feiertag", TOKEN_HOLIDAY, { 0 } },
	{ "feiertage", TOKEN_HOLIDAY, { 0 } },
	{ "feiertags", TOKEN_HOLIDAY, { 0 } },
	{ "ferie", TOKEN_HOLIDAY, { 0 } },
	{ "feries", TOKEN_HOLIDAY, { 0 } },
	{ "ferme", TOKEN_OFF, { 0 } },
	{ "fermee", TOKEN_OFF, { 0 } },
	{ "fr", TOKEN_DAY, { NO, NO, FR, FR } },
	{ "fre", TOKEN_DAY, { NO, NO, FR, NO } },
	{ "freitag", TOKEN_DAY, { NO, NO, FR, NO } },
	{ "fri", TOKEN_DAY, { NO, NO, NO, FR } },
	{ "friday", TOKEN_DAY, { NO, NO, NO, FR } },
	{ "from", TOKEN_FILLER, { 0 } },
	{ "geoffnet", TOKEN_OPEN, { 0 } },
	{ "geopend", TOKEN_OPEN, { 0 } },
	{ "geschlossen", TOKEN_OFF, { 0 } },
	{ "gesloten", TOKEN_OFF, { 0 } },
	{ "heures", TOKEN_FILLER, { 0 } },
	{ "je", TOKEN_DAY, { TH, NO, NO, NO } },
	{ "jeden", TOKEN_DAILY, { 0 } },
	{ "jeu", TOKEN_DAY, { TH, NO, NO, NO } },
	{ "jeudi", TOKEN_DAY, { TH, NO, NO, NO } },
	{ "jf", TOKEN_HOLIDAY, { 0 } },
	{ "jour", TOKEN_FILLER, { 0 } },
	{ "jours", TOKEN_FILLER, { 0 } },
	{ "le", TOKEN_FILLER, { 0 } },
	{ "les", TOKEN_FILLER, { 0 } },
	{ "lu", TOKEN_DAY, { MO, NO, NO, NO } },
	{ "lun", TOKEN_DAY, { MO, NO, NO, NO } },
	{ "lundi", TOKEN_DAY, { MO, NO, NO, NO } },
	{ "ma", TOKEN_DAY, { TU, MO, NO, NO } },
	{ "maa", TOKEN_DAY, { NO, MO, NO, NO } },
	{ "maandag", TOKEN_DAY, { NO, MO, NO, NO } },
	{ "mar", TOKEN_DAY, { TU, NO, NO, DAY_NEVER } },
	{ "mardi", TOKEN_DAY, { TU, NO, NO, NO } },
	{ "me", TOKEN_DAY, { WE, NO, NO, NO } },
	{ "mer", TOKEN_DAY, { WE, NO, NO, NO } },
	{ "mercredi", TOKEN_DAY, { WE, NO, NO, NO } },
	{ "mi", TOKEN_DAY, { NO, NO, WE, NO } },
	{ "mit", TOKEN_DAY, { NO, NO, WE, NO } },
	{ "mittwoch", TOKEN_DAY, { NO, NO, WE, NO } },
	{ "mo", TOKEN_DAY, { NO, NO, MO, MO } },
	{ "mon", TOKEN_DAY, { NO, NO, MO, MO } },
	{ "monday", TOKEN_DAY, { NO, NO, NO, MO } },
	{ "montag", TOKEN_DAY, { NO, NO, MO, NO } },
	{ "off", TOKEN_OFF, { 0 } },
	{ "open", TOKEN_OPEN, { 0 } },
	{ "ouvert", TOKEN_OPEN, { 0 } },
	{ "ph", TOKEN_HOLIDAY, { 0 } },
	{ "sa", TOKEN_DAY, { SA, NO, SA, SA } },
	{ "sam", TOKEN_DAY, { SA, NO, SA, NO } },
	{ "samedi", TOKEN_DAY, { SA, NO, NO, NO } },
	{ "samstag", TOKEN_DAY, { NO, NO, SA, NO } },
	{ "sat", TOKEN_DAY, { NO, NO, NO, SA } },
	{ "saturday", TOKEN_DAY, { NO, NO, NO, SA } },
	{ "so", TOKEN_DAY, { NO, NO, SU, NO } },
	{ "son", TOKEN_DAY, { NO, NO, SU, NO } },
	{ "sonnabend", TOKEN_DAY, { NO, NO, SA, NO } },
	{ "sonntag", TOKEN_DAY, { NO, NO, SU, NO } },
	{ "su", TOKEN_DAY, { NO, NO, NO, SU } },
	{ "sun", TOKEN_DAY, { NO, NO, NO, SU } },
	{ "sunday", TOKEN_DAY, { NO, NO, NO, SU } },
	{ "tag", TOKEN_FILLER, { 0 } },
	{ "taglich", TOKEN_DAILY, { 0 } },
	{ "th", TOKEN_DAY, { NO, NO, NO, TH } },
	{ "through", TOKEN_DASH, { 0 } },
	{ "thu", TOKEN_DAY, { NO, NO, NO, TH } },
	{ "thur", TOKEN_DAY, { NO, NO, NO, TH } },
	{ "thurs", TOKEN_DAY, { NO, NO, NO, TH } },
	{ "thursday", TOKEN_DAY, { NO, NO, NO, TH } },
	{ "to", TOKEN_DASH, { 0 } },
	{ "tot", TOKEN_DASH, { 0 } },
	{ "tous", TOKEN_DAILY, { 0 } },
	{ "tu", TOKEN_DAY, { NO, NO, NO, TU } },
	{ "tue", TOKEN_DAY, { NO, NO, NO, TU } },
	{ "tues", TOKEN_DAY, { NO, NO, NO, TU } },
	{ "tuesday", TOKEN_DAY, { NO, NO, NO, TU } },
	{ "uhr", TOKEN_FILLER, { 0 } },
	{ "und", TOKEN_COMMA, { 0 } },
	{ "uur", TOKEN_FILLER, { 0 } },
	{ "van", TOKEN_FILLER, { 0 } },
	{ "ve", TOKEN_DAY, { FR, NO, NO, NO } },
	{ "ven", TOKEN_DAY, { FR, NO, NO, NO } },
	{ "vendredi", TOKEN_DAY, { FR, NO, NO, NO } },
	{ "von", TOKEN_FILLER, { 0 } },
	{ "vr", TOKEN_DAY, { NO, FR, NO, NO } },
	{ "vri", TOKEN_DAY, { NO, FR, NO, NO } },
	{ "vrijdag", TOKEN_DAY, { NO, FR, NO, NO } },
	{ "we", TOKEN_DAY, { NO, NO, NO, WE } },
	{ "wed", TOKEN_DAY, { NO, NO, NO, WE } },
	{ "wednesday", TOKEN_DAY, { NO, NO, NO, WE } },
	{ "wo", TOKEN_DAY, { NO, WE, NO, NO } },
	{ "woe", TOKEN_DAY, { NO, WE, NO, NO } },
	{ "woensdag", TOKEN_DAY, { NO, WE, NO, NO } },
	{ "za", TOKEN_DAY, { NO, SA, NO, NO } },
	{ "zat", TOKEN_DAY, { NO, SA, NO, NO } },
	{ "zaterdag", TOKEN_DAY, { NO, SA, NO, NO } },
	{ "zo", TOKEN_DAY, { NO, SU, NO, NO } },
	{ "zon", TOKEN_DAY, { NO, SU, NO, NO } },
	{ "zondag", TOKEN_DAY, { NO, SU, NO, NO } },
};

/* The words that OpenStreetMap itself uses, spelt as it does. */
static const char *const canonical[] = { "Mo", "Tu", "We",  "Th",     "Fr",  "Sa",
	                                 "Su", "PH", "off", "closed", "open" };

/* Signs and the times of day without a number, longest first where one begins another. */
static const struct sign {
	const char *text;
	enum hours_kind kind;
	bool odd;
} signs[] = {
	{ "-", TOKEN_DASH, false },
	{ "\xe2\x80\x90", TOKEN_DASH, true }, /* hyphen, no-break hyphen, dashes, minus */
	{ "\xe2\x80\x91", TOKEN_DASH, true },
	{ "\xe2\x80\x93", TOKEN_DASH, true },
	{ "\xe2\x80\x94", TOKEN_DASH, true },
	{ "\xe2\x88\x92", TOKEN_DASH, true },
	{ ",", TOKEN_COMMA, false },
	{ "&", TOKEN_COMMA, true },
	{ ";", TOKEN_SEMICOLON, false },
	{ "\n", TOKEN_SEMICOLON, true },
	{ ":", TOKEN_COLON, true },
	{ "/", TOKEN_SLASH, true },
	{ "24/7", TOKEN_ALWAYS, false },
	{ "24/24", TOKEN_ALWAYS, true },
	{ "24h/24", TOKEN_ALWAYS, true },
	{ "7/7", TOKEN_DAILY, true },
	{ "7j/7", TOKEN_DAILY, true },
	{ "t/m", TOKEN_DASH, true },
};

static bool
is_digit(struct str s, size_t at)
{
	return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* The plain small letter of a letter in any case, with the accents of our languages; else 0. */
static char
fold(uint32_t c)
{
	static const struct {
		uint32_t from, to;
		char plain;
	} rows[] = {
		{ 0xe0, 0xe5, 'a' }, { 0xe7, 0xe7, 'c' }, { 0xe8, 0xeb, 'e' },
		{ 0xec, 0xef, 'i' }, { 0xf2, 0xf6, 'o' }, { 0xf9, 0xfc, 'u' },
	};

	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xdc))
		c += 0x20;
	if (c >= 'a' && c <= 'z')
		return (char)c;
	for (size_t i = 0; i < countof(rows); i++)
		if (c >= rows[i].from && c <= rows[i].to)
			return rows[i].plain;
	return '\0';
}

/* White space in all its widths: how many bytes at `at`, 0 for none. A new line is a separator. */
static size_t
space_length(struct str s, size_t at)
{
	struct str rest = str_sub(s, at, s.len);

	if (rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t' || rest.ptr[0] == '\r'))
		return 1;
	if (str_starts(rest, "\xc2\xa0"))
		return 2;
	return str_starts(rest, "\xe2\x80\xaf") || str_starts(rest, "\xe2\x80\x89") ? 3 : 0;
}

static size_t
skip_spaces(struct str s, size_t at)
{
	for (size_t n; (n = space_length(s, at)) > 0; at += n)
		;
	return at;
}

/* The run of letters at `at`, folded into `word` as far as it fits; returns its end. */
static size_t
read_letters(struct str s, size_t at, char word[WORD_MOST])
{
	size_t len = 0;

	while (at < s.len) {
		size_t next = at;
		char plain = fold(utf8_next(s, &next));

		if (!plain)
			break;
		if (len < WORD_MOST - 1)
			word[len] = plain;
		len++;
		at = next;
	}
	word[len < WORD_MOST - 1 ? len : WORD_MOST - 1] = '\0';
	return at;
}

static int
compare_words(const void *key, const void *row)
{
	return strcmp(key, ((const struct word *)row)->text);
}

static bool
is_canonical(struct str s)
{
	for (size_t i = 0; i < countof(canonical); i++)
		if (s.ptr[0] == canonical[i][0] && str_is(s, canonical[i]))
			return true;
	return false;
}

static struct hours_token
read_word(struct hours_lexer *lexer)
{
	struct hours_token token = { .kind = TOKEN_OTHER, .from = lexer->at };
	char letters[WORD_MOST];
	const struct word *word;

	token.to = read_letters(lexer->text, lexer->at, letters);
	word = bsearch(letters, words, countof(words), sizeof *words, compare_words);
	if (word) {
		token.kind = word->kind;
		token.day = word->day;
		token.canonical = is_canonical(str_sub(lexer->text, token.from, token.to));
		lexer->odd |= !token.canonical;
	}
	lexer->at = token.to;
	if (word && lexer->at < lexer->text.len && lexer->text.ptr[lexer->at] == '.') {
		lexer->at++; /* "lun." */
		lexer->odd = true;
	}
	return token;
}

/* Minutes behind the hour, ":30", ".30", "h30", "h", "u30": moves *at behind them. */
static int
read_minutes(struct hours_lexer *lexer, size_t *at)
{
	struct str s = lexer->text;
	char c = *at < s.len ? s.ptr[*at] : '\0';
	bool unit = c == 'h' || c == 'H' || c == 'u' || c == 'U';
	size_t digits = *at + 1;
	char letters[WORD_MOST];

	if (unit && read_letters(s, *at, letters) != *at + 1)
		return 0; /* "hrs", "uur" */
	if (c != ':' && c != '.' && !unit) {
		lexer->odd = true; /* a bare hour */
		return 0;
	}
	if (c != ':')
		lexer->odd = true;
	if (is_digit(s, digits) && is_digit(s, digits + 1) && !is_digit(s, digits + 2)) {
		*at = digits + 2;
		return (s.ptr[digits] - '0') * 10 + (s.ptr[digits + 1] - '0');
	}
	if (unit && !is_digit(s, digits))
		*at = digits;
	else
		lexer->odd = true;
	return 0;
}

/* "am", "p.m.", perhaps behind a space: moves *at behind it. */
static enum hours_half
read_half(struct hours_lexer *lexer, size_t *at)
{
	static const struct {
		const char *text;
		enum hours_half half;
	} halves[] = {
		{ "a.m.", HALF_AM },
		{ "p.m.", HALF_PM },
		{ "am", HALF_AM },
		{ "pm", HALF_PM },
	};
	struct str s = lexer->text;
	size_t from = skip_spaces(s, *at);

	for (size_t i = 0; i < countof(halves); i++) {
		size_t len = strlen(halves[i].text);
		char letters[WORD_MOST];

		if (!str_eq_ascii(str_sub(s, from, from + len), str(halves[i].text)) ||
		    (len == 2 && read_letters(s, from, letters) != from + 2))
			continue;
		*at = from + len;
		lexer->odd = true;
		return halves[i].half;
	}
	return HALF_NONE;
}

static struct hours_token
read_time(struct hours_lexer *lexer)
{
	struct hours_token token = { .kind = TOKEN_OTHER, .from = lexer->at };
	size_t at = lexer->at;
	int hour = 0, minute;

	while (is_digit(lexer->text, at)) {
		if (hour <= HOUR_MOST)
			hour = hour * 10 + (lexer->text.ptr[at] - '0');
		at++;
	}
	if (at - token.from > 2) {
		lexer->at = token.to = at; /* a year, a number */
		return token;
	}
	if (at - token.from == 1)
		lexer->odd = true;
	minute = read_minutes(lexer, &at);
	token.half = read_half(lexer, &at);
	lexer->at = token.to = at;
	if (token.half && (hour < 1 || hour > 12))
		return token;
	if (token.half)
		hour = hour % 12 + (token.half == HALF_PM ? 12 : 0);
	token.minute = hour * 60 + minute;
	if (minute < 60 && token.minute <= HOUR_MOST * 60)
		token.kind = TOKEN_TIME;
	return token;
}

static bool
read_sign(struct hours_lexer *lexer, struct hours_token *token)
{
	struct str rest = str_sub(lexer->text, lexer->at, lexer->text.len);

	for (size_t i = 0; i < countof(signs); i++) {
		size_t len;
		bool number;

		if (signs[i].text[0] != rest.ptr[0])
			continue;
		len = strlen(signs[i].text);
		number = len > 1 && is_digit(rest, len - 1);
		if (!str_starts(rest, signs[i].text) || (number && is_digit(rest, len)))
			continue;
		*token = (struct hours_token){ .kind = signs[i].kind,
			                       .from = lexer->at,
			                       .to = lexer->at + len };
		lexer->odd |= signs[i].odd;
		lexer->at += len;
		return true;
	}
	return false;
}

struct hours_token
hours_token_next(struct hours_lexer *lexer)
{
	struct hours_token token;
	size_t next;

	do {
		lexer->at = skip_spaces(lexer->text, lexer->at);
		if (lexer->at == lexer->text.len)
			return (struct hours_token){ .kind = TOKEN_END,
				                     .from = lexer->at,
				                     .to = lexer->at };
		next = lexer->at;
		if (read_sign(lexer, &token))
			return token;
		if (is_digit(lexer->text, lexer->at)) {
			token = read_time(lexer);
		} else if (fold(utf8_next(lexer->text, &next))) {
			token = read_word(lexer);
		} else {
			if (lexer->text.ptr[lexer->at] == '"') /* a comment, to its other end */
				next += str_find(str_sub(lexer->text, next, lexer->text.len), '"') +
				        1;
			if (next > lexer->text.len)
				next = lexer->text.len;
			token = (struct hours_token){ .kind = TOKEN_OTHER,
				                      .from = lexer->at,
				                      .to = next };
			lexer->at = next;
		}
	} while (token.kind == TOKEN_FILLER);
	return token;
}
