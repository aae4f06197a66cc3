#include "card/money.h"

#include "base/arena.h"
#include "base/buf.h"

enum {
	WHOLE_DIGITS = 7, /* below ten million */
	TEXT_MOST = 64,   /* a longer text is no price */
};

/* A price without its currency, white space folded to ' ' and no-break spaces too. */
struct plain {
	char text[TEXT_MOST];
	size_t len;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct str
trim(struct plain *plain)
{
	return str_trim((struct str){ plain->text, plain->len });
}

/* U+00A0, U+202F (French thousands) and U+2009 are spaces here. */
static size_t
space_length(struct str text)
{
	if (str_starts(text, "\xc2\xa0"))
		return 2;
	if (str_starts(text, "\xe2\x80\xaf") || str_starts(text, "\xe2\x80\x89"))
		return 3;
	return 0;
}

static bool
fold_spaces(struct plain *out, struct str text)
{
	out->len = 0;
	for (size_t i = 0; i < text.len;) {
		size_t space = space_length(str_sub(text, i, text.len));

		if (out->len == sizeof out->text)
			return false;
		out->text[out->len++] = space ? ' ' : text.ptr[i];
		i += space ? space : 1;
	}
	return true;
}

/* Takes "€", "EUR" or "euro" off one end; false when it stands at both. */
static bool
drop_currency(struct str *s)
{
	static const char *const names[] = { "€", "euros", "euro", "eur" };
	int found = 0;

	for (size_t i = 0; i < countof(names); i++) {
		size_t n = str(names[i]).len;

		if (s->len > n && str_eq_ascii(str_sub(*s, 0, n), str(names[i]))) {
			*s = str_trim(str_sub(*s, n, s->len));
			found++;
		}
		if (s->len > n && str_eq_ascii(str_sub(*s, s->len - n, s->len), str(names[i]))) {
			*s = str_trim(str_sub(*s, 0, s->len - n));
			found++;
		}
	}
	return found <= 1;
}

/* What stands before the decimals: "1250", or groups of three with one kind of separator. */
static bool
whole_parse(struct str s, int64_t *whole)
{
	size_t digits = 0, group = 0;
	char separator = '\0';

	*whole = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (is_digit(c)) {
			*whole = *whole * 10 + (c - '0');
			group++;
			if (++digits > WHOLE_DIGITS)
				return false;
			continue;
		}
		if ((c != ' ' && c != '.' && c != ',' && c != '\'') ||
		    (separator && c != separator) ||
		    (separator ? group != 3 : group == 0 || group > 3))
			return false;
		separator = c;
		group = 0;
	}
	return digits > 0 && (!separator || group == 3);
}

/* Where the decimals begin: at the last point or comma that is followed by at most two digits or by
 * a dash ("5,-"); s.len without one. "1.250" has three: a thousand or a mistyped 1.25, who knows. */
static bool
find_decimals(struct str s, size_t *at)
{
	size_t i = s.len;

	*at = s.len;
	while (i > 0 && (is_digit(s.ptr[i - 1]) || s.ptr[i - 1] == '-'))
		i--;
	if (i == 0 || (s.ptr[i - 1] != '.' && s.ptr[i - 1] != ','))
		return true;
	if (s.len - i > 2)
		return false;
	*at = i - 1;
	return true;
}

/* ".5", ",-", ",--": what the point or comma says in cents. */
static bool
decimals_parse(struct str s, int *cents)
{
	struct str d = str_sub(s, 1, s.len);

	*cents = 0;
	if (s.len == 0 || str_is(d, "-") || str_is(d, "--"))
		return true;
	if (d.len == 0 || !is_digit(d.ptr[0]) || (d.len == 2 && !is_digit(d.ptr[1])))
		return false;
	*cents = (d.ptr[0] - '0') * 10 + (d.len == 2 ? d.ptr[1] - '0' : 0);
	return true;
}

bool
money_parse(struct money *out, struct str text)
{
	struct plain plain;
	struct str s;
	int64_t whole;
	size_t point;
	int cents;

	*out = (struct money){ 0 };
	if (!fold_spaces(&plain, text))
		return false;
	s = trim(&plain);
	if (!drop_currency(&s) || !find_decimals(s, &point))
		return false;
	if (!whole_parse(str_sub(s, 0, point), &whole) ||
	    !decimals_parse(str_sub(s, point, s.len), &cents))
		return false;
	/* "1,250.00" and "1.250,00" are clear, "1,250,00" is not. */
	if (point < s.len && str_find(str_sub(s, 0, point), s.ptr[point]) < point)
		return false;
	*out = (struct money){ .set = true, .cents = whole * 100 + cents };
	return true;
}

struct str
money_decimal(struct arena *arena, struct money money)
{
	return arena_printf(arena, "%lld.%02lld", (long long)(money.cents / 100),
	                    (long long)(money.cents % 100));
}

/* How each language groups thousands and marks decimals (Unicode CLDR: fr-BE, nl-BE, de, en-IE). */
static const struct style {
	const char *before, *group, *decimal, *after;
} styles[LANG_COUNT] = {
	[LANG_FR] = { "", "\xe2\x80\xaf", ",", "\xc2\xa0€" },
	[LANG_NL] = { "€\xc2\xa0", ".", ",", "" },
	[LANG_DE] = { "", ".", ",", "\xc2\xa0€" },
	[LANG_EN] = { "€", ",", ".", "" },
};

struct str
money_print(struct arena *arena, struct money money, enum lang lang)
{
	const struct style *style = &styles[lang];
	long long whole = money.cents / 100, millions = whole / 1000000,
		  thousands = whole / 1000 % 1000;
	struct buf buf = { 0 };
	struct str printed;

	buf_adds(&buf, style->before);
	if (millions)
		buf_printf(&buf, "%lld%s%03lld%s%03lld", millions, style->group, thousands,
		           style->group, whole % 1000);
	else if (thousands)
		buf_printf(&buf, "%lld%s%03lld", thousands, style->group, whole % 1000);
	else
		buf_printf(&buf, "%lld", whole);
	buf_printf(&buf, "%s%02lld%s", style->decimal, (long long)(money.cents % 100),
	           style->after);
	printed = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return printed;
}
