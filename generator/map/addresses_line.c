#include "map/addresses_private.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/street.h"

#include <string.h>

/* Nobody's address is longer; what is behind is not read. */
enum { LINE_MOST = 256, PIECES_MOST = 8, CITY_WORDS_MOST = 4 };

struct reading_list {
	struct address_reading *items;
	size_t len;
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

static bool
has(struct str s, bool (*is)(char))
{
	for (size_t i = 0; i < s.len; i++)
		if (is(s.ptr[i]))
			return true;
	return false;
}

/* Whether there is more than a number: "12 bis" is none. */
static bool
has_name(struct str s)
{
	enum { LETTERS_LEAST = 3 };
	size_t run = 0;

	for (size_t i = 0; i < s.len; i++) {
		run = is_letter(s.ptr[i]) ? run + 1 : 0;
		if (run > LETTERS_LEAST ||
		    (run == LETTERS_LEAST && !str_eq_ascii(str_sub(s, i - 2, i + 1), STR("bis")) &&
		     !str_eq_ascii(str_sub(s, i - 2, i + 1), STR("ter"))))
			return true;
	}
	return false;
}

/* In one line, with ordinary spaces. */
static struct str
tidy(struct arena *arena, struct str line)
{
	struct str copy = arena_str(arena, str_sub(str_trim(line), 0, LINE_MOST));
	char *bytes = (char *)(uintptr_t)copy.ptr; /* just copied: ours to change */

	for (size_t i = 0; i < copy.len; i++) {
		if ((unsigned char)bytes[i] < ' ')
			bytes[i] = ' ';
		if (i + 1 < copy.len && (unsigned char)bytes[i] == 0xc2 &&
		    (unsigned char)bytes[i + 1] == 0xa0)
			bytes[i] = bytes[i + 1] = ' ';
	}
	return str_trim(copy);
}

static void
add(struct reading_list *list, struct str line, struct str number, struct str postcode,
    struct str city)
{
	struct street_line parts = street_split(line);
	struct address_reading *reading;

	if (list->len == READINGS_MOST || parts.name.len == 0)
		return;
	reading = &list->items[list->len++];
	*reading = (struct address_reading){
		.name = parts.name,
		.postcode = postcode,
		.city = city,
	};
	house_numbers_read(&reading->numbers, parts.number.len ? parts.number : number);
}

/* ---- postcodes and towns ---- */

/* The length of "7370", "B-7370", "FL 9490" or "1234 AB" at the beginning of `s`, if a town's name follows; or 0. */
static size_t
postcode_len(struct str s)
{
	size_t from = 0, end, letters;

	while (from < s.len && from < 2 && s.ptr[from] >= 'A' && s.ptr[from] <= 'Z')
		from++;
	if (from > 0 && from < s.len && strchr("- ", s.ptr[from]))
		from++;
	else if (from > 0)
		return 0;
	for (end = from; end < s.len && is_digit(s.ptr[end]);)
		end++;
	if (end - from < 4 || end - from > 5 || end == s.len || s.ptr[end] != ' ')
		return 0;
	for (letters = end + 1; letters < s.len && s.ptr[letters] >= 'A' && s.ptr[letters] <= 'Z';)
		letters++;
	if (letters == end + 3 && letters < s.len && s.ptr[letters] == ' ')
		end = letters;
	return has(str_sub(s, end, s.len), is_letter) ? end : 0;
}

/* "7370 Dour" */
static bool
split_town(struct str piece, struct str *postcode, struct str *city)
{
	size_t len = postcode_len(piece);

	if (len == 0)
		return false;
	*postcode = str_sub(piece, 0, len);
	*city = str_trim(str_sub(piece, len, piece.len));
	return true;
}

/* A line cut at its commas; `whole` is what is left of it. */
struct cutting {
	const struct addresses *addresses;
	struct arena *scratch;
	struct str whole, postcode, city;
};

/* Takes the piece behind the last comma away, if it is a town, a country or a remark. */
static bool
cut_last(struct cutting *cut)
{
	size_t comma = cut->whole.len;
	struct str piece, before;

	while (comma > 0 && cut->whole.ptr[comma - 1] != ',')
		comma--;
	if (comma == 0)
		return false;
	piece = str_trim(str_sub(cut->whole, comma, cut->whole.len));
	before = str_trim(str_sub(cut->whole, 0, comma - 1));
	if (!has_name(before))
		return false;
	if (!split_town(piece, &cut->postcode, &cut->city)) {
		if (has(piece, is_digit))
			return false;
		if (town_is_known(cut->addresses, cut->scratch, piece))
			cut->city = piece;
		else if (!has(before, is_digit))
			return false;
	}
	cut->whole = before;
	return true;
}

/* "7370 Dour, Rue du Moulin 12" */
static void
cut_first(struct cutting *cut)
{
	size_t comma = str_find(cut->whole, ',');

	if (comma < cut->whole.len &&
	    split_town(str_trim(str_sub(cut->whole, 0, comma)), &cut->postcode, &cut->city))
		cut->whole = str_trim(str_sub(cut->whole, comma + 1, cut->whole.len));
}

/* "Rue du Moulin 12 7370 Dour", "12 rue du Moulin F-93140 Bondy" */
static void
cut_tail(struct cutting *cut)
{
	struct str whole = cut->whole;

	for (size_t i = 1; i < whole.len; i++) {
		if (whole.ptr[i - 1] != ' ' || !has(str_sub(whole, 0, i), is_letter))
			continue;
		if (!split_town(str_sub(whole, i, whole.len), &cut->postcode, &cut->city))
			continue;
		cut->whole = str_trim(str_sub(whole, 0, i));
		return;
	}
}

static struct str
without_marks(struct str s)
{
	while (s.len && strchr(" ,-", s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* "12 rue du Moulin Dour": the last words are a town. */
static void
read_last_words(struct reading_list *list, const struct cutting *cut, struct str query_city)
{
	struct str asked = utf8_fold(cut->scratch, query_city);
	size_t at = cut->whole.len;

	for (int words = 0; words < CITY_WORDS_MOST; words++) {
		struct str tail, folded;

		at = without_marks(str_sub(cut->whole, 0, at)).len;
		while (at > 0 && cut->whole.ptr[at - 1] != ' ')
			at--;
		if (at == 0)
			return;
		tail = str_sub(cut->whole, at, cut->whole.len);
		if (has(tail, is_digit))
			return;
		folded = utf8_fold(cut->scratch, tail);
		if (folded.len &&
		    (str_eq(folded, asked) || town_is_known(cut->addresses, cut->scratch, tail))) {
			add(list, without_marks(str_sub(cut->whole, 0, at)), (struct str){ 0 },
			    cut->postcode, tail);
			return;
		}
	}
}

/* ---- other manners ---- */

/* "rue-du-moulin-12", "12-rue-du-moulin" */
static void
read_hyphens(struct reading_list *list, const struct cutting *cut)
{
	struct str line = arena_str(cut->scratch, cut->whole);
	char *bytes = (char *)(uintptr_t)line.ptr; /* just copied: ours to change */
	bool changed = false;

	for (size_t i = 1; i + 1 < line.len; i++)
		if (bytes[i] == '-' && ((is_digit(bytes[i - 1]) && is_letter(bytes[i + 1])) ||
		                        (is_letter(bytes[i - 1]) && is_digit(bytes[i + 1])))) {
			bytes[i] = ' ';
			changed = true;
		}
	if (changed)
		add(list, line, (struct str){ 0 }, cut->postcode, cut->city);
}

/* "12e rue du Moulin": not a second avenue, but house 12e. */
static void
read_ordinal(struct reading_list *list, const struct cutting *cut)
{
	struct str line = cut->whole, rest;
	size_t end = 0;

	while (end < line.len && is_digit(line.ptr[end]))
		end++;
	if (end == 0 || end + 1 >= line.len || line.ptr[end] != 'e' ||
	    !strchr(" ,", line.ptr[end + 1]))
		return;
	for (rest = str_sub(line, end + 1, line.len); rest.len && strchr(" ,", rest.ptr[0]);)
		rest = str_sub(rest, 1, rest.len);
	add(list, rest, str_sub(line, 0, end + 1), cut->postcode, cut->city);
}

/* "Rue Neuve - Nieuwstraat 12", "Rue Neuve 12 / Nieuwstraat 12": either half alone. */
static void
read_halves(struct reading_list *list, const struct cutting *cut)
{
	static const char *const marks[] = { " - ", " – ", " / " };
	struct str number = street_split(cut->whole).number;

	for (size_t m = 0; m < countof(marks); m++) {
		size_t len = strlen(marks[m]);

		for (size_t i = 0; i + len < cut->whole.len; i++) {
			struct str before = str_sub(cut->whole, 0, i);
			struct str behind = str_sub(cut->whole, i + len, cut->whole.len);

			if (memcmp(cut->whole.ptr + i, marks[m], len) != 0 ||
			    !has(before, is_letter) || !is_letter(behind.ptr[0]))
				continue;
			add(list, before, number, cut->postcode, cut->city);
			add(list, behind, number, cut->postcode, cut->city);
			return;
		}
	}
}

size_t
address_read(const struct addresses *addresses, struct arena *scratch,
             const struct address_query *query, struct address_reading out[READINGS_MOST])
{
	struct reading_list list = { out, 0 };
	struct cutting cut = { .addresses = addresses, .scratch = scratch };
	struct str line = tidy(scratch, query->street);

	cut.whole = line;
	cut_first(&cut);
	for (int i = 0; i < PIECES_MOST && cut_last(&cut); i++)
		;
	if (!cut.postcode.len)
		cut_tail(&cut);
	cut.whole = without_marks(cut.whole);
	add(&list, cut.whole, (struct str){ 0 }, cut.postcode, cut.city);
	if (cut.whole.len < line.len)
		add(&list, line, (struct str){ 0 }, (struct str){ 0 }, (struct str){ 0 });
	read_ordinal(&list, &cut);
	read_hyphens(&list, &cut);
	read_halves(&list, &cut);
	read_last_words(&list, &cut, query->city);
	return list.len;
}
