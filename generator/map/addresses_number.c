#include "map/addresses_number.h"

#include <string.h>

/* Longer ranges are no building: somebody joined what is a street's whole side. */
enum { DIGITS_MOST = 5, RANGE_MOST = 40, SLASH_MOST = 4 };

struct scan {
	struct str text;
	size_t at;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* In lower case; 0 for what is no letter of the alphabet. */
static char
letter(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + ('a' - 'A'));
	return c >= 'a' && c <= 'z' ? c : '\0';
}

static char
peek(const struct scan *scan)
{
	return scan->at < scan->text.len ? scan->text.ptr[scan->at] : '\0';
}

static void
skip_spaces(struct scan *scan)
{
	while (peek(scan) == ' ' || peek(scan) == '.')
		scan->at++;
}

/* A run of letters, accents included, at `scan`. */
static struct str
peek_word(const struct scan *scan)
{
	size_t end = scan->at;

	while (end < scan->text.len &&
	       (letter(scan->text.ptr[end]) || (unsigned char)scan->text.ptr[end] >= 0x80))
		end++;
	return str_sub(scan->text, scan->at, end);
}

static bool
is_one_of(struct str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_ascii(word, str(words[i])))
			return true;
	return false;
}

static bool
digit_follows(const struct scan *scan, size_t len)
{
	struct scan behind = { scan->text, scan->at + len };

	skip_spaces(&behind);
	return is_digit(peek(&behind));
}

/* "a" or "bis" behind a number; in "12 b 3" it is a box, in "12 bis 14" a German range. */
static void
read_suffix(struct scan *scan, struct house_number *number)
{
	static const char *const words[] = { "bis", "ter", "quater", "quinter" };
	struct scan ahead = *scan;
	struct str word;

	skip_spaces(&ahead);
	word = peek_word(&ahead);
	if (word.len == 0 || (word.len > 1 && !is_one_of(word, words, countof(words))) ||
	    (unsigned char)word.ptr[0] >= 0x80 || digit_follows(&ahead, word.len))
		return;
	for (size_t i = 0; i < word.len && i + 1 < NUMBER_SUFFIX; i++)
		number->suffix[i] = letter(word.ptr[i]);
	scan->at = ahead.at + word.len;
}

static bool
read_one(struct scan *scan, struct house_number *number)
{
	size_t from = scan->at;
	uint32_t value = 0;

	*number = (struct house_number){ 0 };
	while (is_digit(peek(scan)) && scan->at - from <= DIGITS_MOST)
		value = value * 10 + (uint32_t)(scan->text.ptr[scan->at++] - '0');
	if (scan->at == from || scan->at - from > DIGITS_MOST || value == 0)
		return false;
	number->value = value;
	read_suffix(scan, number);
	return true;
}

enum joint { JOINT_NONE, JOINT_LIST, JOINT_RANGE, JOINT_SLASH };

/* What joins two numbers, taken off `scan`. */
static enum joint
read_joint(struct scan *scan)
{
	static const char *const lists[] = { "et", "en", "und", "and" };
	static const char *const ranges[] = { "à", "a", "tot", "bis", "t" };
	struct str word, rest;
	enum joint joint = JOINT_NONE;

	skip_spaces(scan);
	word = peek_word(scan);
	rest = str_sub(scan->text, scan->at, scan->text.len);
	if (str_starts(rest, "–")) {
		joint = JOINT_RANGE;
		scan->at += strlen("–");
	} else if (word.len) {
		joint = is_one_of(word, lists, countof(lists))     ? JOINT_LIST
		        : is_one_of(word, ranges, countof(ranges)) ? JOINT_RANGE
		                                                   : JOINT_NONE;
		scan->at += word.len;
	} else if (peek(scan)) {
		joint = strchr(";,&+", peek(scan)) ? JOINT_LIST
		        : peek(scan) == '-'        ? JOINT_RANGE
		        : peek(scan) == '/'        ? JOINT_SLASH
		                                   : JOINT_NONE;
		scan->at++;
	}
	skip_spaces(scan);
	return joint;
}

static void
add(struct house_numbers *out, const struct house_number *number)
{
	for (size_t i = 0; i < out->len; i++)
		if (house_number_cmp(&out->items[i], number) == 0)
			return;
	if (out->len < NUMBERS_MOST)
		out->items[out->len++] = *number;
}

static bool
is_letter_range(const struct house_number *from, const struct house_number *to)
{
	return from->value == to->value && from->suffix[0] && to->suffix[0] && !from->suffix[1] &&
	       !to->suffix[1] && from->suffix[0] < to->suffix[0];
}

/* The numbers from `from`, which is there already, to `to`. False: that is no range but a box. */
static bool
add_range(struct house_numbers *out, struct house_number from, struct house_number to,
          enum joint joint)
{
	uint32_t most = joint == JOINT_SLASH ? SLASH_MOST : RANGE_MOST;
	uint32_t step = (from.value ^ to.value) & 1 ? 1 : 2;

	if (from.value == to.value && house_number_cmp(&from, &to) < 0) {
		add(out, &to);
		for (; is_letter_range(&from, &to); from.suffix[0]++)
			add(out, &from);
		return true;
	}
	if (to.value <= from.value || to.value - from.value > most ||
	    (joint == JOINT_SLASH && step == 1))
		return false;
	add(out, &to);
	for (uint32_t value = from.value + step; value < to.value; value += step)
		add(out, &(struct house_number){ .value = value });
	return true;
}

/* "12/A", "12-A": the letter alone behind a mark. */
static void
read_loose_suffix(struct scan *scan, struct house_numbers *out)
{
	struct house_number *last = &out->items[out->len - 1];
	struct str word = peek_word(scan);

	if (word.len == 1 && letter(word.ptr[0]) && !last->suffix[0] &&
	    !digit_follows(scan, word.len)) {
		last->suffix[0] = letter(word.ptr[0]);
		last->loose = true;
	}
}

void
house_numbers_read(struct house_numbers *out, struct str text)
{
	struct scan scan = { text, 0 };
	struct house_number last, next;

	*out = (struct house_numbers){ 0 };
	while (scan.at < text.len && !is_digit(text.ptr[scan.at]))
		scan.at++;
	if (!read_one(&scan, &last))
		return;
	add(out, &last);
	while (scan.at < text.len) {
		enum joint joint = read_joint(&scan);

		if (joint == JOINT_NONE)
			return;
		if (!read_one(&scan, &next)) {
			if (joint != JOINT_LIST)
				read_loose_suffix(&scan, out);
			return;
		}
		if (joint == JOINT_LIST)
			add(out, &next);
		else if (!add_range(out, last, next, joint))
			return;
		last = next;
	}
}

/* bis and b, ter and t, quater and q: the first letter. */
static bool
is_alike(const char *a, const char *b)
{
	return a[0] && a[0] == b[0] && (strchr("btq", a[0])) && (!a[1] || !b[1]);
}

enum number_match
house_number_match(const struct house_number *sought, const struct house_number *known)
{
	if (sought->value != known->value)
		return NUMBER_OTHER;
	if (strcmp(sought->suffix, known->suffix) == 0)
		return NUMBER_SAME;
	if (is_alike(sought->suffix, known->suffix))
		return NUMBER_ALIKE;
	return (sought->loose && !known->suffix[0]) || (known->loose && !sought->suffix[0])
	               ? NUMBER_LOOSE
	               : NUMBER_DOOR;
}

int
house_number_cmp(const struct house_number *a, const struct house_number *b)
{
	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return strcmp(a->suffix, b->suffix);
}
