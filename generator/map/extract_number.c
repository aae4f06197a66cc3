#include "map/extract_number.h"

#include <stddef.h>

enum {
	PLACES = 7,           /* after the point: 1e-7 degrees */
	DIGITS_MOST = 18,     /* significant ones that an int64_t holds for sure */
	EXPONENT_MOST = 10000 /* far beyond what matters, far below what overflows */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
extract_number_id(const char *text, int64_t *id)
{
	bool minus = *text == '-';
	const char *p = text + minus;
	int64_t value = 0;

	if (!is_digit(*p))
		return false;
	/* Counted downward: the smallest number has no positive twin. */
	for (; is_digit(*p); p++)
		if (__builtin_mul_overflow(value, 10, &value) ||
		    __builtin_sub_overflow(value, *p - '0', &value))
			return false;
	if (*p || (!minus && value == INT64_MIN))
		return false;
	*id = minus ? value : -value;
	return true;
}

struct decimal { /* value × 10^exponent */
	int64_t value;
	int exponent, digits;
};

/* Digits; those after the point lower the exponent, those that do not fit raise it. */
static const char *
read_digits(struct decimal *number, const char *p, bool after_point, size_t *count)
{
	for (; is_digit(*p); p++, ++*count) {
		bool kept = number->digits < DIGITS_MOST;

		if (kept) {
			number->value = number->value * 10 + (*p - '0');
			number->digits += number->value != 0;
		}
		if (kept == after_point && number->exponent > -EXPONENT_MOST &&
		    number->exponent < EXPONENT_MOST)
			number->exponent += after_point ? -1 : 1;
	}
	return p;
}

static bool
read_exponent(struct decimal *number, const char *p)
{
	bool minus = *p == '-';
	int exponent = 0;

	p += *p == '-' || *p == '+';
	if (!is_digit(*p))
		return false;
	for (; is_digit(*p); p++)
		if (exponent < EXPONENT_MOST)
			exponent = exponent * 10 + (*p - '0');
	number->exponent += minus ? -exponent : exponent;
	return !*p;
}

/* In units of 1e-7, half away from zero. False: more than `most`. */
static bool
scale(const struct decimal *number, int64_t most, int64_t *scaled)
{
	int exponent = number->exponent + PLACES;
	int64_t value = number->value, rest = 0;

	for (; exponent > 0 && value && value <= most; exponent--)
		value *= 10;
	for (; exponent < 0 && (value || rest); exponent++) {
		rest = value % 10;
		value /= 10;
	}
	*scaled = value + (rest >= 5);
	return *scaled <= most;
}

bool
extract_number_degrees(const char *text, int most, int32_t *degrees)
{
	bool minus = *text == '-';
	const char *p = text + (*text == '-' || *text == '+');
	struct decimal number = { 0 };
	size_t count = 0;
	int64_t scaled;

	p = read_digits(&number, p, false, &count);
	if (*p == '.')
		p = read_digits(&number, p + 1, true, &count);
	if (!count)
		return false;
	if ((*p == 'e' || *p == 'E') ? !read_exponent(&number, p + 1) : *p != '\0')
		return false;
	if (!scale(&number, most * INT64_C(10000000), &scaled))
		return false;
	*degrees = (int32_t)(minus ? -scaled : scaled);
	return true;
}
