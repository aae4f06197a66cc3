#include "card/street.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "card/spelling.h"

#include <string.h>

enum { DIGITS_MOST = 5, WORD_MOST = 16 };

struct abbreviation {
	const char *shorter, *whole;
};

/* For the first word of a name. */
static const struct abbreviation kinds[] = {
	{ "all", "allee" },      { "av", "avenue" },      { "ave", "avenue" },
	{ "bd", "boulevard" },   { "bld", "boulevard" },  { "blvd", "boulevard" },
	{ "boul", "boulevard" }, { "bvd", "boulevard" },  { "carr", "carrefour" },
	{ "chee", "chaussee" },  { "chem", "chemin" },    { "chm", "chemin" },
	{ "crs", "cours" },      { "espl", "esplanade" }, { "fbg", "faubourg" },
	{ "fg", "faubourg" },    { "imp", "impasse" },    { "mte", "montee" },
	{ "pass", "passage" },   { "pl", "place" },       { "prom", "promenade" },
	{ "q", "quai" },         { "r", "rue" },          { "rle", "ruelle" },
	{ "rte", "route" },      { "sent", "sentier" },   { "sq", "square" },
};

/* For any word. Sovereigns are counted in words, in Roman numbers and in figures. */
static const struct abbreviation anywhere[] = {
	{ "1er", "1" },
	{ "2e", "2" },
	{ "3e", "3" },
	{ "cdt", "commandant" },
	{ "doktor", "docteur" },
	{ "dokter", "docteur" },
	{ "dr", "docteur" },
	{ "egl", "eglise" },
	{ "gal", "general" },
	{ "gd", "grand" },
	{ "gde", "grande" },
	{ "gen", "general" },
	{ "ier", "1" },
	{ "ii", "2" },
	{ "iii", "3" },
	{ "iv", "4" },
	{ "lt", "lieutenant" },
	{ "mal", "marechal" },
	{ "mgr", "monseigneur" },
	{ "premier", "1" },
	{ "prof", "professeur" },
	{ "sankt", "saint" },
	{ "sint", "saint" },
	{ "st", "saint" },
	{ "ste", "sainte" },
	{ "sts", "saints" },
};

/* For the ends of words. */
static const struct abbreviation endings[] = {
	{ "str", "straat" },
	{ "str", "strasse" },
	{ "stwg", "steenweg" },
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static size_t
skip(struct str s, size_t i, const char *these)
{
	while (i < s.len && s.ptr[i] && strchr(these, s.ptr[i]))
		i++;
	return i;
}

static size_t
letters_end(struct str s, size_t i)
{
	while (i < s.len && is_letter(s.ptr[i]))
		i++;
	return i;
}

static bool
is_one_of(struct str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_ascii(word, str(words[i])))
			return true;
	return false;
}

/* The end of "bis" and its like, or of a lone letter, at `i`; `i` when there is none. */
static size_t
index_end(struct str s, size_t i)
{
	static const char *const words[] = { "bis", "ter", "quater", "quinquies" };
	size_t end = letters_end(s, i);
	struct str word = str_sub(s, i, end);

	return word.len == 1 || is_one_of(word, words, countof(words)) ? end : i;
}

/* The end of "12", "12a", "12 bis" at `i`, or `i`. A lone letter must touch the number unless the
 * text ends with it. */
static size_t
simple_number_end(struct str s, size_t i)
{
	size_t end = i, after, from;

	while (end < s.len && is_digit(s.ptr[end]))
		end++;
	if (end == i || end - i > DIGITS_MOST)
		return i;
	from = skip(s, end, " ");
	after = index_end(s, from);
	if (after > from &&
	    (from == end || after - from > 1 || after == s.len || s.ptr[after] == ','))
		end = after;
	return end < s.len && (is_digit(s.ptr[end]) || is_letter(s.ptr[end])) ? i : end;
}

/* The end of "12/A" and "12-A" where their letter ends the line or stands before a comma, else `end`. */
static size_t
lone_letter_end(struct str s, size_t mark, size_t letter, size_t end)
{
	size_t behind = letters_end(s, letter), next = skip(s, behind, " ");

	return mark == end && letter == end + 1 && behind == letter + 1 &&
	                       (next == s.len || s.ptr[next] == ',')
	               ? behind
	               : end;
}

/* The end of a whole number at `i`: also "12-14", "12 / 14", "12 et 14"; or `i`. */
static size_t
number_end(struct str s, size_t i)
{
	static const char *const words[] = { "et", "en", "und", "à", "tot", "bis" };
	size_t end = simple_number_end(s, i);

	while (end > i) {
		size_t at = skip(s, end, " "), word = letters_end(s, at), next;

		if (str_starts(str_sub(s, at, s.len), "–"))
			next = at + strlen("–");
		else if (word > at && is_one_of(str_sub(s, at, word), words, countof(words)))
			next = word;
		else if (at < s.len && strchr("-/+&;", s.ptr[at]))
			next = at + 1;
		else
			break;
		next = skip(s, next, " ");
		if (simple_number_end(s, next) == next)
			return lone_letter_end(s, at, next, end);
		end = simple_number_end(s, next);
	}
	return end;
}

static bool
is_month(struct str word)
{
	static const char *const months[] = {
		"janvier",   "février",  "fevrier",  "mars",     "avril",   "mai",
		"juin",      "juillet",  "août",     "aout",     "Août",    "septembre",
		"octobre",   "novembre", "décembre", "decembre", "januari", "februari",
		"maart",     "april",    "mei",      "juni",     "juli",    "augustus",
		"september", "oktober",  "november", "december", "januar",  "februar",
		"märz",      "august",   "dezember", "may"
	};

	return is_one_of(word, months, countof(months));
}

static struct str
last_word(struct str s)
{
	size_t from = s.len;

	while (from > 0 && is_letter(s.ptr[from - 1]))
		from--;
	return str_sub(s, from, s.len);
}

static const char *const number_words[] = {
	"n°", "nº", "n", "nr", "no", "num", "numéro", "nummer"
};

/* The end of "n°" or its like at the beginning of a line, where a number follows; or 0. */
static size_t
number_word_end(struct str line)
{
	for (size_t i = 0; i < countof(number_words); i++) {
		size_t len = strlen(number_words[i]), from = skip(line, len, " .");
		/* "n°12", "n 12"; but "N5" is a road. */
		bool apart = from > len || (unsigned char)number_words[i][len - 1] >= 0x80;

		if (from < line.len && is_digit(line.ptr[from]) && apart &&
		    str_eq_ascii(str_sub(line, 0, len), str(number_words[i])))
			return from;
	}
	return 0;
}

/* Whether a word says what sort of street one is: "rue", "Av". */
static bool
is_kind(struct str word)
{
	for (size_t i = 0; i < countof(kinds); i++)
		if (str_eq_ascii(word, str(kinds[i].shorter)) ||
		    spelling_same(word, str(kinds[i].whole)))
			return true;
	return false;
}

/* The end of a number that "a", apart from it, belongs to: "12 a rue du Moulin", not "12 r. du Moulin". */
static size_t
with_letter(struct str line, size_t end)
{
	size_t at = skip(line, end, " "), letter = letters_end(line, at);
	size_t next = skip(line, letter, " ,"), word = letters_end(line, next);

	if (at > end && letter == at + 1 && next > letter && next < line.len &&
	    is_kind(str_sub(line, next, word)))
		return letter;
	return end;
}

/* The end of more numbers behind a comma: "12, 14, rue du Moulin". */
static size_t
list_end(struct str line, size_t end)
{
	for (size_t next; (next = skip(line, end, " ,")) > end && next < line.len;) {
		if (number_end(line, next) == next)
			break;
		end = number_end(line, next);
	}
	return end;
}

/* "12, rue du Moulin": but neither "1er Mai", "2e Avenue" nor "11 Novembre". */
static bool
split_leading(struct str line, struct street_line *out)
{
	size_t begin = number_word_end(line);
	size_t end = list_end(line, number_end(line, begin)), from;

	end = with_letter(line, end);
	from = skip(line, end, " ,");
	if (end <= begin || from == end || from >= line.len || !is_letter(line.ptr[from]))
		return false;
	if (line.ptr[end - 1] == 'e' || is_month(str_sub(line, from, letters_end(line, from))))
		return false;
	*out = (struct street_line){ str_sub(line, from, line.len), str_sub(line, begin, end) };
	return true;
}

/* What may follow a house number: a box ("bus 2", "boîte 3", "bte B"), or anything behind a comma
 * or in parentheses. Returns where the number ends with its box; s.len + 1: something else. */
static size_t
annex_end(struct str s, size_t end)
{
	static const char *const boxes[] = { "bus", "bte", "boîte", "boite", "bt",
		                             "box", "b",   "app",   "appt" };
	size_t at = skip(s, end, " ,"), word = letters_end(s, at), value;

	if (at == s.len)
		return end;
	if (is_one_of(str_sub(s, at, word), boxes, countof(boxes))) {
		value = skip(s, word, " .:");
		while (value < s.len && (is_digit(s.ptr[value]) || is_letter(s.ptr[value])))
			value++;
		if (skip(s, value, " ") == s.len)
			return value;
	}
	return s.ptr[at] == '(' || skip(s, end, " ") < skip(s, skip(s, end, " "), ",") ? end
	                                                                               : s.len + 1;
}

/* Takes "n°", "nr." and a comma off the end of a name. */
static struct str
without_number_word(struct str name)
{
	struct str cut = name, word;

	while (cut.len && strchr(" ,.", cut.ptr[cut.len - 1]))
		cut.len--;
	for (size_t i = 0; i < countof(number_words); i++) {
		word = str_sub(cut,
		               cut.len - (strlen(number_words[i]) < cut.len
		                                  ? strlen(number_words[i])
		                                  : cut.len),
		               cut.len);
		if (str_eq_ascii(word, str(number_words[i])) &&
		    (word.len == cut.len || strchr(" ,", cut.ptr[cut.len - word.len - 1]))) {
			cut.len -= word.len;
			break;
		}
	}
	while (cut.len && strchr(" ,", cut.ptr[cut.len - 1]))
		cut.len--;
	if (cut.len && cut.len < name.len && name.ptr[cut.len] == '.')
		cut.len++; /* of "Kerkstr." */
	return cut;
}

/* Behind a space or any mark: "Grand'Place 3", "n°12". */
static bool
begins_number(struct str s, size_t i)
{
	return is_digit(s.ptr[i]) &&
	       (strchr(" ,.'", s.ptr[i - 1]) || (unsigned char)s.ptr[i - 1] >= 0x80);
}

static bool
split_trailing(struct str line, struct street_line *out)
{
	for (size_t i = 1; i < line.len; i++) {
		struct str name;
		size_t end, whole;

		if (!begins_number(line, i))
			continue;
		end = number_end(line, i);
		whole = end > i ? annex_end(line, end) : line.len + 1;
		if (whole > line.len)
			continue;
		name = str_trim(str_sub(line, 0, i));
		if (end - i == 4 && is_month(last_word(name)))
			continue; /* a year: Rue du 8 Mai 1945 */
		name = without_number_word(name);
		if (name.len == 0)
			continue;
		*out = (struct street_line){ name, str_sub(line, i, whole) };
		return true;
	}
	return false;
}

struct street_line
street_split(struct str line)
{
	struct street_line out = { str_trim(line), { 0 } };

	if (!split_leading(out.name, &out))
		split_trailing(out.name, &out);
	return out;
}

static const char *
look_up(const struct abbreviation *table, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(word, table[i].shorter))
			return table[i].whole;
	return NULL;
}

/* Appends a word of a folded name in its one spelling; true when it was an abbreviation. */
static bool
add_word(struct buf *key, struct str word, bool first, struct str country)
{
	const char *whole = first ? look_up(kinds, countof(kinds), word) : NULL;

	if (first && str_is(word, "ch"))
		whole = str_is(country, "BE") ? "chaussee" : "chemin";
	if (!whole)
		whole = look_up(anywhere, countof(anywhere), word);
	if (whole) {
		buf_adds(key, whole);
		/* Sint, Sankt and Doktor are written out: only shorter ones are abbreviations. */
		return strlen(whole) > word.len + 1;
	}
	buf_add(key, word);
	/* Kerkstraat, Kerkstr. and Hauptstraße, Hauptstr., Bergsteenweg, Bergstwg.: their common
	 * beginning. */
	for (size_t i = 0; i < countof(endings); i++)
		if (str_ends(word, endings[i].whole)) {
			key->len -= strlen(endings[i].whole);
			buf_adds(key, endings[i].shorter);
		}
	return str_ends(word, "str") || str_ends(word, "stwg");
}

static bool
is_all_capitals(struct str name)
{
	bool capital = false;

	for (size_t i = 0; i < name.len; i++) {
		if (name.ptr[i] >= 'a' && name.ptr[i] <= 'z')
			return false;
		capital = capital || (name.ptr[i] >= 'A' && name.ptr[i] <= 'Z');
	}
	return capital;
}

struct str
street_key(struct arena *arena, struct str name, struct str country, bool *plain)
{
	struct str rest = utf8_fold(arena, name), word, made;
	struct buf key = { 0 };
	bool short_word = false;

	while (str_split(&rest, ' ', &word)) {
		bool first = key.len == 0;

		if (!first)
			buf_addc(&key, ' ');
		if (add_word(&key, word, first, country))
			short_word = true;
	}
	if (plain)
		*plain = !short_word && !is_all_capitals(name);
	made = arena_str(arena, buf_str(&key));
	buf_release(&key);
	return made;
}
