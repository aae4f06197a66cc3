#include "card/phone.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"

#include <string.h>

enum {
	E164_LEAST = 7,   /* no country has shorter ones that a shop would print */
	E164_MOST = 15,   /* ITU-T E.164, 6.2.1 */
	DIGITS_MOST = 20, /* read at all: 00, a country code, "(0)" and 15 digits */
};

/*
 * One kind of number of a country: its first digits lie between `low` and `high` (both of the same
 * length), it has least to most digits behind the trunk prefix, and is read in `groups`: a digit is
 * a group's length, * the rest; NULL groups by group_german.
 */
struct range {
	const char *low, *high;
	unsigned char least, most;
	const char *groups;
};

/* A row a range, as the plans are printed. */
/* clang-format off */
/* BIPT/IBPT, national numbering plan (royal decree of 27 April 2007, as amended; ITU-T +32):
 * eight digits after the 0, nine for mobiles. Brussels, Antwerp, Liège and Ghent have an area code of
 * one digit; Liège (04) has no numbers that would begin like a mobile's 045 to 049, so a mobile
 * that lacks a digit is not one of hers. 0800 and 090x come before the areas 080 (Stavelot) and 09 (Ghent). */
static const struct range belgium[] = {
	{ "45", "49", 9, 9, "3222" },
	{ "800", "800", 8, 8, "323" },
	{ "900", "909", 8, 8, "323" },
	{ "70", "70", 8, 8, "2222" },
	{ "78", "78", 8, 8, "2222" },
	{ "2", "3", 8, 8, "1322" },
	{ "40", "44", 8, 8, "1322" },
	{ "9", "9", 8, 8, "1322" },
	{ "10", "16", 8, 8, "2222" },
	{ "19", "19", 8, 8, "2222" },
	{ "50", "61", 8, 8, "2222" },
	{ "63", "65", 8, 8, "2222" },
	{ "67", "69", 8, 8, "2222" },
	{ "71", "71", 8, 8, "2222" },
	{ "80", "87", 8, 8, "2222" },
	{ "89", "89", 8, 8, "2222" },
};

/* Arcep, decision 2018-0881 (ITU-T +33): nine digits after the 0, in pairs; 08 in threes. */
static const struct range france[] = {
	{ "8", "8", 9, 9, "333" },
	{ "1", "9", 9, 9, "12222" },
};

/* ILR, plan national de numérotation (ITU-T +352): no trunk prefix; six or eight digits, older and
 * extended ones from five to eleven, mobiles nine beginning with 6. */
static const struct range luxembourg[] = {
	{ "6", "6", 9, 9, "333" },
	{ "800", "801", 8, 8, "323" },
	{ "900", "905", 8, 8, "323" },
	{ "2", "9", 5, 5, "23" },
	{ "2", "9", 6, 6, "222" },
	{ "2", "9", 7, 7, "223" },
	{ "2", "9", 8, 8, "2222" },
	{ "2", "9", 9, 9, "2223" },
	{ "2", "9", 10, 10, "22222" },
	{ "2", "9", 11, 11, "22223" },
};

/* ACM, Nummerplan telefoon- en ISDN-diensten (ITU-T +31): nine digits after the 0; area codes of
 * two digits for the cities, three elsewhere; 0800 and 090x with four or seven more. */
static const struct range netherlands[] = {
	{ "6", "6", 9, 9, "12222" },
	{ "800", "800", 7, 7, "34" },
	{ "800", "800", 10, 10, "334" },
	{ "900", "909", 7, 7, "34" },
	{ "900", "909", 10, 10, "334" },
	{ "10", "10", 9, 9, "2322" },
	{ "13", "13", 9, 9, "2322" },
	{ "15", "15", 9, 9, "2322" },
	{ "20", "20", 9, 9, "2322" },
	{ "23", "24", 9, 9, "2322" },
	{ "26", "26", 9, 9, "2322" },
	{ "30", "30", 9, 9, "2322" },
	{ "33", "33", 9, 9, "2322" },
	{ "35", "36", 9, 9, "2322" },
	{ "38", "38", 9, 9, "2322" },
	{ "40", "40", 9, 9, "2322" },
	{ "43", "43", 9, 9, "2322" },
	{ "45", "46", 9, 9, "2322" },
	{ "50", "50", 9, 9, "2322" },
	{ "53", "53", 9, 9, "2322" },
	{ "55", "55", 9, 9, "2322" },
	{ "58", "58", 9, 9, "2322" },
	{ "70", "79", 9, 9, "2322" },
	{ "84", "85", 9, 9, "2322" },
	{ "87", "88", 9, 9, "2322" },
	{ "91", "91", 9, 9, "2322" },
	{ "1", "5", 9, 9, "3222" },
};

/* Bundesnetzagentur, Nummernplan (ITU-T +49): lengths vary, up to eleven digits after the 0; area
 * codes have two to five. */
static const struct range germany[] = {
	{ "15", "17", 10, 11, "3*" },
	{ "180", "180", 7, 11, "3*" },
	{ "800", "800", 10, 10, "3*" },
	{ "900", "900", 10, 10, "3*" },
	{ "30", "30", 6, 11, "2*" },
	{ "40", "40", 6, 11, "2*" },
	{ "69", "69", 6, 11, "2*" },
	{ "89", "89", 6, 11, "2*" },
	{ "2", "9", 6, 11, NULL },
};
/* clang-format on */

struct plan {
	const char *country, *code;
	bool trunk; /* a 0 before the number inside the country */
	const struct range *ranges;
	size_t len;
	const char *hint;
};

static const struct plan plans[] = {
	{ "BE", "32", true, belgium, countof(belgium),
	  N_("a Belgian number has nine digits (065 12 34 56, 02 123 45 67), a mobile ten "
	     "(0470 12 34 56); one of another country begins with +") },
	{ "FR", "33", true, france, countof(france),
	  N_("a French number has ten digits (01 23 45 67 89); one of another country begins "
	     "with +") },
	{ "LU", "352", false, luxembourg, countof(luxembourg),
	  N_("a Luxembourg number has six or eight digits (27 12 34 56), a mobile nine "
	     "(621 123 456); one of another country begins with +") },
	{ "NL", "31", true, netherlands, countof(netherlands),
	  N_("a Dutch number has ten digits (020 123 45 67, 06 12 34 56 78); one of another country "
	     "begins with +") },
	{ "DE", "49", true, germany, countof(germany),
	  N_("a German number begins with 0 and has seven to twelve digits (030 123456); one of "
	     "another country begins with +") },
};

/* What was typed, without its separators. */
struct typed {
	char digits[DIGITS_MOST];
	size_t len;
	size_t first_group; /* digits before the first separator, but for "(0)" */
	bool plus;
	bool optional_zero; /* "(0)" stood there, and is left out */
};

/* Length of a separator that people put between groups, 0 when `s` begins with none: white space,
 * no-break and thin spaces, points, slashes, hyphens and dashes. */
static size_t
separator_length(struct str s)
{
	static const char *const wide[] = { "\xc2\xa0",     "\xe2\x80\xaf", "\xe2\x80\x89",
		                            "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x93",
		                            "\xe2\x80\x94", "\xe2\x88\x92" };

	if (memchr(" \t./-", s.ptr[0], 5))
		return 1;
	for (size_t i = 0; i < countof(wide); i++)
		if (str_starts(s, wide[i]))
			return str(wide[i]).len;
	return 0;
}

/* False for letters, a + that is not the first, brackets that do not pair, too many digits. */
static bool
read_typed(struct typed *t, struct str s)
{
	bool open = false;

	*t = (struct typed){ 0 };
	s = str_trim(s);
	if (str_starts(s, "tel:"))
		s = str_sub(s, 4, s.len);
	for (size_t i = 0; i < s.len;) {
		struct str rest = str_sub(s, i, s.len);
		size_t separator = separator_length(rest);
		char c = s.ptr[i];

		if (str_starts(rest, "(0)") && t->len > 0 && !t->optional_zero && !open) {
			t->optional_zero = true;
			i += 3;
			continue;
		}
		if (c >= '0' && c <= '9') {
			if (t->len == sizeof t->digits)
				return false;
			t->digits[t->len++] = c;
		} else if (c == '+' && t->len == 0 && !t->plus) {
			t->plus = true;
		} else if ((c == '(' && !open) || (c == ')' && open)) {
			open = c == '(';
			separator = 1;
		} else if (!separator) {
			return false;
		}
		if (separator && t->len > 0 && !t->first_group)
			t->first_group = t->len;
		i += separator ? separator : 1;
	}
	return !open && t->len > 0;
}

static const struct plan *
plan_of_country(struct str country)
{
	for (size_t i = 0; i < countof(plans); i++)
		if (str_eq_ascii(country, str(plans[i].country)))
			return &plans[i];
	return NULL;
}

static const struct plan *
plan_of_code(struct str digits)
{
	for (size_t i = 0; i < countof(plans); i++)
		if (str_starts(digits, plans[i].code))
			return &plans[i];
	return NULL;
}

static const struct range *
range_of(const struct plan *plan, struct str number)
{
	for (size_t i = 0; i < plan->len; i++) {
		const struct range *r = &plan->ranges[i];
		struct str head = str_sub(number, 0, strlen(r->low));

		if (number.len >= r->least && number.len <= r->most &&
		    str_cmp(head, str(r->low)) >= 0 && str_cmp(head, str(r->high)) <= 0)
			return r;
	}
	return NULL;
}

/* An area code as it was typed, when something stood behind it; else a good guess: codes of three
 * digits end in 1 or begin with 20, nearly all others have four. Only the spaces depend on it. */
static const char *
group_german(struct str number, size_t typed)
{
	static const char *const groups[] = { [2] = "2*", [3] = "3*", [4] = "4*", [5] = "5*" };
	bool short_code = number.ptr[2] == '1' || str_starts(number, "20");

	if (typed >= 2 && typed <= 5 && typed + 2 <= number.len)
		return groups[typed];
	return groups[short_code ? 3 : 4];
}

static void
add_groups(struct buf *out, struct str number, const char *groups)
{
	size_t at = 0;

	for (const char *g = groups; *g && at < number.len; g++) {
		size_t n = *g == '*' ? number.len - at : (size_t)(*g - '0');

		if (g > groups)
			buf_addc(out, ' ');
		buf_add(out, str_sub(number, at, at + n));
		at += n;
	}
}

static void
print_known(struct phone *out, struct arena *arena, const struct plan *plan, struct str number,
            const char *groups)
{
	struct buf buf = { 0 };

	out->e164 = arena_printf(arena, "+%s%.*s", plan->code, STR_ARG(number));
	buf_adds(&buf, plan->trunk ? "0" : "");
	add_groups(&buf, number, groups);
	out->national = arena_str(arena, buf_str(&buf));
	buf_clear(&buf);
	buf_printf(&buf, "+%s ", plan->code);
	add_groups(&buf, number, groups);
	out->international = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
}

/* Digits of the country code that `digits` begins with (ITU-T E.164, list of assigned codes):
 * zones 1 and 7 have one, these have two, all others three. */
static size_t
code_length(struct str digits)
{
	static const char two[] =
		"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 "
		"56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

	if (digits.ptr[0] == '1' || digits.ptr[0] == '7')
		return 1;
	for (const char *p = two; *p; p += p[2] ? 3 : 2)
		if (memcmp(p, digits.ptr, 2) == 0)
			return 2;
	return 3;
}

/* A number of a country whose plan we do not know: in threes behind its code, no lone digit. */
static bool
print_foreign(struct phone *out, struct arena *arena, struct str digits)
{
	struct buf buf = { 0 };
	size_t at;

	if (digits.len < E164_LEAST || digits.len > E164_MOST || digits.ptr[0] == '0')
		return false;
	at = code_length(digits);
	buf_printf(&buf, "+%.*s", (int)at, digits.ptr);
	while (at < digits.len) {
		size_t left = digits.len - at, n = left == 4 || left == 2 ? 2 : 3;

		buf_addc(&buf, ' ');
		buf_add(&buf, str_sub(digits, at, at + n));
		at += n;
	}
	out->e164 = arena_printf(arena, "+%.*s", STR_ARG(digits));
	out->international = arena_str(arena, buf_str(&buf));
	out->national = out->international;
	buf_release(&buf);
	return true;
}

bool
phone_parse(struct phone *out, struct arena *arena, struct str text, struct str country)
{
	const struct plan *plan = plan_of_country(country);
	const struct range *range;
	struct typed typed;
	struct str number;
	size_t cut = 0; /* digits before the number proper */

	*out = (struct phone){ 0 };
	if (!read_typed(&typed, text))
		return false;
	number = (struct str){ typed.digits, typed.len };
	if (typed.plus || str_starts(number, "00")) {
		cut = typed.plus ? 0 : 2;
		number = str_sub(number, cut, number.len);
		plan = plan_of_code(number);
		if (!plan)
			return number.len > 0 && print_foreign(out, arena, number);
		cut += strlen(plan->code);
		number = str_sub(number, strlen(plan->code), number.len);
		/* "+32 065 …": no number of these countries begins with 0, so it is the trunk's. */
		if (plan->trunk && !typed.optional_zero && str_starts(number, "0")) {
			number = str_sub(number, 1, number.len);
			cut++;
		}
	} else {
		if (!plan || typed.optional_zero || (plan->trunk && !str_starts(number, "0")))
			return false;
		cut = plan->trunk;
		number = str_sub(number, cut, number.len);
	}
	range = range_of(plan, number);
	if (!range)
		return false;
	print_known(out, arena, plan, number,
	            range->groups
	                    ? range->groups
	                    : group_german(number,
	                                   typed.first_group > cut ? typed.first_group - cut : 0));
	return true;
}

const char *
phone_hint(struct str text, struct str country)
{
	const struct plan *plan = plan_of_country(country);
	size_t digits = 0, plus = 0, letters = 0;
	struct typed typed;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		digits += c >= '0' && c <= '9';
		plus += c == '+';
		letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}
	if (digits > E164_MOST + 2 || plus > 1)
		return _("keep one number: this field takes one alone");
	if (letters)
		return _("write the digits alone, without words");
	if (read_typed(&typed, text)) {
		struct str typed_digits = { typed.digits, typed.len };

		if (typed.plus || str_starts(typed_digits, "00"))
			plan = plan_of_code(str_sub(typed_digits, typed.plus ? 0 : 2, typed.len));
	}
	if (plan)
		return _(plan->hint);
	return _("write + and the country's code before the number: +32 65 12 34 56");
}
