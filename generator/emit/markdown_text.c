#include "emit/markdown_text.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

enum { ZERO_WIDTH_SPACE = 0x200b };

/* The two lists of Unicode's bidirectional controls (UAX 9): a name must not turn round what follows it. */
static bool
is_turning(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
	       c == 0x200f || c == 0x061c;
}

static bool
is_blank(uint32_t c)
{
	return c <= ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

static bool
is_word(char c)
{
	return is_letter(c) || c == '"' || (unsigned char)c >= 0x80;
}

/* @person, #12, !12, %1, $3, ~label, ^alert, &4; bonjour@dumont.example is no person. */
static bool
refers(uint32_t c, struct str text, size_t next)
{
	if (c >= 0x80 || !strchr("@#!%$~^&", (int)c) || next == text.len ||
	    !is_word(text.ptr[next]))
		return false;
	return c != '@' || next < 2 || !is_letter(text.ptr[next - 2]);
}

/* Addresses are to be read, not followed: "https:/" and "www." would make links of them. */
static bool
links(uint32_t c, struct str text, size_t next)
{
	char after = next < text.len ? text.ptr[next] : ' ';
	char before = next > 1 ? text.ptr[next - 2] : ' ';

	return (c == ':' && after == '/') || (c == '.' && (before == 'w' || before == 'W'));
}

void
markdown_add_text(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = utf8_next(text, &i);

		if (is_turning(c))
			continue;
		if (is_blank(c)) {
			buf_addc(out, ' ');
			continue;
		}
		if ((c < 0x80 && strchr("\\`*_{}[]<>#|~&!$^=@", (int)c)) || links(c, text, i))
			buf_addc(out, '\\');
		buf_add_codepoint(out, c);
		if (refers(c, text, i))
			buf_add_codepoint(out, ZERO_WIDTH_SPACE);
	}
}

void
markdown_add_code(struct buf *out, struct str text)
{
	size_t run = 0, longest = 0;

	for (size_t i = 0; i < text.len; i++) {
		run = text.ptr[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_addc(out, '`');
	if (longest > 0)
		buf_addc(out, ' ');
	for (size_t i = 0; i < text.len;) {
		uint32_t c = utf8_next(text, &i);

		if (!is_turning(c))
			buf_add_codepoint(out, is_blank(c) ? ' ' : c);
	}
	if (longest > 0)
		buf_addc(out, ' ');
	for (size_t i = 0; i <= longest; i++)
		buf_addc(out, '`');
}
