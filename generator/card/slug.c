#include "card/slug.h"

bool
slug_is_valid(struct str text)
{
	bool hyphen = true; /* the last byte was one, or there was none: none may follow */

	if (text.len > SLUG_MOST)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '-' ? hyphen : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
			return false;
		hyphen = c == '-';
	}
	return !hyphen;
}
