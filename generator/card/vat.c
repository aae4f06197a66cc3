#include "card/vat.h"

#include "base/arena.h"

#include <string.h>

enum { VAT_MOST = 16 };

/* `form` has 9 for a digit, A for a letter or a digit, anything else for itself. */
static const struct country {
	const char *code, *form, *example;
} countries[] = {
	{ "BE", "9999999999", "BE0123456749" },     { "DE", "999999999", "DE123456789" },
	{ "FR", "AA999999999", "FR40303265045" },   { "LU", "99999999", "LU12345678" },
	{ "NL", "999999999B99", "NL123456789B01" },
};

static const struct country *
country_of(struct str code)
{
	for (size_t i = 0; i < countof(countries); i++)
		if (str_eq(str_sub(code, 0, 2), str(countries[i].code)))
			return &countries[i];
	return NULL;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Capitals and digits of `text` alone; false for other characters or too many. */
static bool
squeeze(char out[VAT_MOST], size_t *len, struct str text)
{
	*len = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == ' ' || c == '.' || c == '-')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if ((!is_digit(c) && !(c >= 'A' && c <= 'Z')) || *len == VAT_MOST)
			return false;
		out[(*len)++] = c;
	}
	return true;
}

static bool
has_form(struct str number, const char *form)
{
	if (number.len != strlen(form))
		return false;
	for (size_t i = 0; i < number.len; i++) {
		char c = number.ptr[i];

		if (form[i] == '9' ? !is_digit(c) : form[i] != 'A' && form[i] != c)
			return false;
	}
	return true;
}

/* Numbers of 2005 and before had nine digits; a zero before them changes nothing else. */
static bool
check_belgian(struct str digits)
{
	unsigned long number = 0, check;

	for (size_t i = 0; i < 8; i++)
		number = number * 10 + (unsigned)(digits.ptr[i] - '0');
	check = (unsigned)(digits.ptr[8] - '0') * 10 + (unsigned)(digits.ptr[9] - '0');
	return digits.ptr[0] <= '1' && check == 97 - number % 97;
}

bool
vat_parse(struct str *out, struct arena *arena, struct str text, struct str country)
{
	char squeezed[VAT_MOST];
	struct str number = { squeezed, 0 };
	const struct country *of;

	if (!squeeze(squeezed, &number.len, text))
		return false;
	of = country_of(number);
	if (of)
		number = str_sub(number, 2, number.len);
	else
		of = country_of(country);
	if (!of)
		return false;
	if (str_is(str(of->code), "BE") && number.len == 9) {
		memmove(squeezed + 1, number.ptr, number.len);
		squeezed[0] = '0';
		number = (struct str){ squeezed, 10 };
	}
	if (!has_form(number, of->form) || (str_is(str(of->code), "BE") && !check_belgian(number)))
		return false;
	*out = arena_printf(arena, "%s%.*s", of->code, STR_ARG(number));
	return true;
}

const char *
vat_example(struct str country)
{
	const struct country *of = country_of(country);

	return of ? of->example : countries[0].example;
}
