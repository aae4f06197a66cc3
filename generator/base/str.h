#ifndef BASE_STR_H
#define BASE_STR_H
/*
 * str: a borrowed stretch of text, pointer and length.
 *
 * Memory  owns nothing; lives as long as what it was taken from. `ptr` may be NULL when `len` is 0.
 * Text    bytes, UTF-8 once checked (base/utf8.h); not NUL-terminated unless the giver says so.
 */
#include <stdbool.h>
#include <stddef.h>

struct str {
	const char *ptr;
	size_t len;
};

#define STR(literal)   ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_ARG(s)     (int)(s).len, (s).ptr /* for "%.*s" */
#define countof(array) (sizeof(array) / sizeof((array)[0]))

struct str str(const char *text);                         /* borrows a C string; NULL is empty */
struct str str_sub(struct str s, size_t from, size_t to); /* [from, to), both clamped */
struct str str_trim(struct str s); /* without ASCII white space at both ends */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *text);
bool str_eq_ascii(struct str a, struct str b); /* ASCII letters compare without case */
int str_cmp(struct str a, struct str b);       /* by bytes, as memcmp */
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);

/* Index of the first `c`, or s.len. */
size_t str_find(struct str s, char c);

/* Cuts the text before the first `sep` off `*rest` into `*part`; false when nothing is left.
 * An empty text has no parts; "a,," has the parts "a", "", "". */
bool str_split(struct str *rest, char sep, struct str *part);
#endif
