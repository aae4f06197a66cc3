#include "theme/slim.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

struct slimmer {
	struct buf *out;
	struct str text;
	size_t at;
	bool script;
	unsigned depth; /* of templates within templates */
	/* What stood last, white space and comments aside: of scripts, to tell a regular expression from
	 * a division. */
	enum { AFTER_NOTHING, AFTER_VALUE, AFTER_CLOSING } after;
};

enum { DEPTH_MOST = 32 };

static char
peek(const struct slimmer *s, size_t ahead)
{
	return ahead < s->text.len - s->at ? s->text.ptr[s->at + ahead] : '\0';
}

static bool
more(const struct slimmer *s)
{
	return s->at < s->text.len;
}

static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static char
last(const struct slimmer *s)
{
	return s->out->len ? s->out->ptr[s->out->len - 1] : '\n';
}

static void
copy(struct slimmer *s, size_t len)
{
	buf_add(s->out, str_sub(s->text, s->at, s->at + len));
	s->at += len;
}

/* --- what lies between ----------------------------------------------------------------------- */

/* The length of the comment that begins here; 0 when it has no end. */
static size_t
comment_length(const struct slimmer *s)
{
	const char *from = s->text.ptr + s->at;
	const char *end = memmem(from + 2, s->text.len - s->at - 2, "*/", 2);

	return end ? (size_t)(end - from) + 2 : 0;
}

static void
line_comment(struct slimmer *s)
{
	while (more(s) && peek(s, 0) != '\n' && peek(s, 0) != '\r')
		s->at++;
}

static bool
is_comment(const struct slimmer *s)
{
	return peek(s, 0) == '/' &&
	       ((peek(s, 1) == '*' && peek(s, 2) != '!') || (s->script && peek(s, 1) == '/'));
}

struct passed {
	bool spaces, lines;
};

/* Passes over white space and comments. */
static bool
pass_over(struct slimmer *s, struct passed *passed)
{
	for (;;) {
		size_t from = s->at, len;

		for (; more(s) && isspace((unsigned char)peek(s, 0)); s->at++)
			passed->lines |= peek(s, 0) == '\n' || peek(s, 0) == '\r';
		passed->spaces |= s->at > from;
		if (!is_comment(s))
			return true;
		if (peek(s, 1) == '/') {
			line_comment(s);
			continue;
		}
		len = comment_length(s);
		/* A script's comment ends a line where it holds a line's end; a style sheet has no lines. */
		passed->lines |= s->script && memchr(s->text.ptr + s->at, '\n', len);
		s->at += len;
		if (len == 0)
			return false;
	}
}

/* Behind a colon a style sheet can do without a space, before it not: "a :hover". A script can
 * beside every sign that makes no other one with its neighbours; < and ! could become "<!--". */
static bool
needs_space(const struct slimmer *s)
{
	if (s->script)
		return !strchr("{}()[];,=?:&|", last(s)) && !strchr("{}()[];,=?:&|", peek(s, 0));
	return !strchr("{};:,", last(s)) && !strchr("{};,", peek(s, 0));
}

/* A line's end or a space in the place of all that, where one is needed. In a style sheet a mere
 * comment is no space: ".a", then ".b". */
static bool
between(struct slimmer *s)
{
	struct passed passed = { 0 };

	if (!pass_over(s, &passed))
		return false;
	if (!more(s) || last(s) == '\n')
		return true;
	if (passed.lines && s->script)
		buf_addc(s->out, '\n');
	else if (!passed.spaces && !passed.lines && !s->script)
		buf_adds(s->out, "/**/");
	else if (needs_space(s))
		buf_addc(s->out, ' ');
	return true;
}

/* --- what is copied whole -------------------------------------------------------------------- */

/* "text" or 'text'; false when its line ends first. */
static bool
quoted(struct slimmer *s)
{
	char quote = peek(s, 0);
	size_t len = 1;

	while (s->at + len < s->text.len && peek(s, len) != quote) {
		if (peek(s, len) == '\n')
			return false;
		len += peek(s, len) == '\\' ? 2 : 1;
	}
	if (s->at + len >= s->text.len)
		return false;
	copy(s, len + 1);
	return true;
}

/* Up to the next `end` that is not escaped, with it; brackets hide it in a regular expression. */
static bool
regex(struct slimmer *s)
{
	bool in_class = false;
	size_t len = 1;

	for (; s->at + len < s->text.len && peek(s, len) != '\n'; len++) {
		char c = peek(s, len);

		if (c == '\\')
			len++;
		else if (c == '[')
			in_class = true;
		else if (c == ']')
			in_class = false;
		else if (c == '/' && !in_class) {
			copy(s, len + 1);
			return true;
		}
	}
	return false;
}

static bool token(struct slimmer *s);

/* `text ${code} text`: what is code is read as such, and slimmed too. */
static bool
backticked(struct slimmer *s)
{
	if (++s->depth > DEPTH_MOST)
		return false;
	for (copy(s, 1); more(s) && peek(s, 0) != '`';) {
		if (peek(s, 0) == '\\') {
			copy(s, 2);
			continue;
		}
		if (peek(s, 0) != '$' || peek(s, 1) != '{') {
			copy(s, 1);
			continue;
		}
		copy(s, 2);
		s->after = AFTER_NOTHING;
		for (unsigned braces = 1; braces > 0;) {
			if (!more(s))
				return false;
			braces += peek(s, 0) == '{';
			braces -= peek(s, 0) == '}';
			if (!token(s))
				return false;
		}
	}
	s->depth--;
	if (!more(s))
		return false;
	copy(s, 1);
	return true;
}

/* --- scripts --------------------------------------------------------------------------------- */

static void
word(struct slimmer *s)
{
	static const char *const before_regex[] = {
		"return", "typeof", "case",  "in",  "of",         "do",    "else",
		"void",   "delete", "throw", "new", "instanceof", "await", "yield",
	};
	bool member = last(s) == '.';
	size_t len = 0;
	struct str name;

	while (is_word(peek(s, len)))
		len++;
	name = str_sub(s->text, s->at, s->at + len);
	copy(s, len);
	s->after = AFTER_VALUE;
	for (size_t i = 0; i < countof(before_regex) && !member; i++)
		if (str_is(name, before_regex[i]))
			s->after = AFTER_NOTHING;
}

/* A slash that begins no comment. Behind ) and } it may be either: only "a / b" is certain. */
static bool
slash(struct slimmer *s)
{
	if (s->after == AFTER_NOTHING) {
		s->after = AFTER_VALUE;
		return regex(s);
	}
	if (s->after == AFTER_CLOSING && !isspace((unsigned char)peek(s, 1)))
		return false;
	s->after = AFTER_NOTHING;
	copy(s, 1);
	return true;
}

static void
sign(struct slimmer *s)
{
	char c = peek(s, 0);

	s->after = c == ')' || c == '}' ? AFTER_CLOSING : c == ']' ? AFTER_VALUE : AFTER_NOTHING;
	copy(s, 1);
}

/* --- either ---------------------------------------------------------------------------------- */

/* url(what is not quoted), in which nothing is a comment. */
static bool
unquoted_url(struct slimmer *s)
{
	size_t len = 4;

	while (isspace((unsigned char)peek(s, len)))
		len++;
	if (peek(s, len) == '"' || peek(s, len) == '\'') {
		copy(s, len);
		return true;
	}
	while (s->at + len < s->text.len && peek(s, len) != ')')
		len += peek(s, len) == '\\' ? 2 : 1;
	if (s->at + len >= s->text.len)
		return false;
	copy(s, len);
	return true;
}

static bool
is_url(const struct slimmer *s)
{
	return !s->script && s->text.len - s->at > 4 && !is_word(last(s)) && last(s) != '-' &&
	       str_eq_ascii(str_sub(s->text, s->at, s->at + 4), STR("url("));
}

/* A comment that stays. */
static bool
kept_comment(struct slimmer *s)
{
	size_t len = comment_length(s);

	copy(s, len);
	return len > 0;
}

/* The last declaration of a block needs none. */
static void
drop_semicolon(struct slimmer *s)
{
	size_t len = s->out->len;

	if (last(s) == ';' && (len < 2 || s->out->ptr[len - 2] != '\\'))
		s->out->len--;
}

/* The next of a text; false when it is not understood. */
static bool
token(struct slimmer *s)
{
	char c = peek(s, 0);

	if (isspace((unsigned char)c) || is_comment(s))
		return between(s);
	if (c == '/' && peek(s, 1) == '*')
		return kept_comment(s);
	if (c == '"' || c == '\'') {
		s->after = AFTER_VALUE;
		return quoted(s);
	}
	if (is_url(s))
		return unquoted_url(s);
	if (!s->script) {
		if (c == '}')
			drop_semicolon(s);
		copy(s, c == '\\' ? 2 : 1);
		return true;
	}
	if (c == '`') {
		bool done = backticked(s);

		s->after = AFTER_VALUE;
		return done;
	}
	if (c == '/')
		return slash(s);
	if (is_word(c))
		word(s);
	else
		sign(s);
	return true;
}

static bool
slim(struct slimmer s)
{
	while (more(&s))
		if (!token(&s))
			return false;
	return true;
}

bool
slim_css(struct buf *out, struct str text)
{
	return slim((struct slimmer){ .out = out, .text = text });
}

bool
slim_script(struct buf *out, struct str text)
{
	return slim((struct slimmer){ .out = out, .text = text, .script = true });
}
