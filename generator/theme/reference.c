#include "theme/reference.h"

#include "base/arena.h"

#include <ctype.h>
#include <string.h>

struct scanner {
	struct references *out;
	struct arena *arena;
	struct str text;
	size_t at;
	bool after_value; /* script: what stands before is a value, so that / divides */
};

static char
peek(const struct scanner *s, size_t ahead)
{
	return ahead < s->text.len - s->at ? s->text.ptr[s->at + ahead] : '\0';
}

static bool
more(const struct scanner *s)
{
	return s->at < s->text.len;
}

static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' || c == '-' ||
	       (unsigned char)c >= 0x80;
}

static void
skip_spaces(struct scanner *s)
{
	while (more(s) && isspace((unsigned char)peek(s, 0)))
		s->at++;
}

/* Behind the next `end`, or at the end of the text. */
static void
skip_past(struct scanner *s, const char *end)
{
	const char *hit = memmem(s->text.ptr + s->at, s->text.len - s->at, end, strlen(end));

	s->at = hit ? (size_t)(hit - s->text.ptr) + strlen(end) : s->text.len;
}

/* Reads a quoted text, without its quotes; it ends at the end of its line at the latest. */
static struct str
quoted(struct scanner *s)
{
	char quote = peek(s, 0);
	size_t from = ++s->at;
	struct str inside;

	while (more(s) && peek(s, 0) != quote && peek(s, 0) != '\n')
		s->at += peek(s, 0) == '\\' && s->at + 1 < s->text.len ? 2 : 1;
	inside = str_sub(s->text, from, s->at);
	if (more(s))
		s->at++;
	return inside;
}

bool
reference_is_foreign(struct str path)
{
	return str_starts(path, "//") || str_starts(path, "https:") || str_starts(path, "http:");
}

bool
reference_is_relative(struct str path)
{
	for (size_t i = 0; i < path.len && path.ptr[i] != '/'; i++)
		if (path.ptr[i] == ':')
			return false;
	return path.len > 0 && path.ptr[0] != '/' && path.ptr[0] != '#';
}

static void
add(struct scanner *s, struct str path)
{
	size_t end = 0;

	while (end < path.len && path.ptr[end] != '?' && path.ptr[end] != '#')
		end++;
	path.len = end;
	if (path.len == 0)
		return;
	s->out->items = arena_push(s->arena, s->out->items, &s->out->len, sizeof *s->out->items);
	s->out->items[s->out->len - 1] =
		(struct reference){ path, (size_t)(path.ptr - s->text.ptr) };
}

/* Reads a word; the scanner stands at its first character. */
static struct str
word(struct scanner *s)
{
	size_t from = s->at;

	while (more(s) && is_word(peek(s, 0)))
		s->at++;
	return str_sub(s->text, from, s->at);
}

/* --- CSS ------------------------------------------------------------------------------------- */

/* Behind "url(". */
static void
css_url(struct scanner *s)
{
	size_t from;

	skip_spaces(s);
	if (peek(s, 0) == '"' || peek(s, 0) == '\'') {
		add(s, quoted(s));
		return;
	}
	from = s->at;
	while (more(s) && peek(s, 0) != ')' && !isspace((unsigned char)peek(s, 0)))
		s->at++;
	add(s, str_sub(s->text, from, s->at));
}

static void
css_word(struct scanner *s)
{
	bool rule = s->at > 0 && s->text.ptr[s->at - 1] == '@';
	struct str name = word(s);

	if (rule && str_eq_ascii(name, STR("import"))) {
		skip_spaces(s);
		if (peek(s, 0) == '"' || peek(s, 0) == '\'')
			add(s, quoted(s));
	} else if (str_eq_ascii(name, STR("url")) && peek(s, 0) == '(') {
		s->at++;
		css_url(s);
	}
}

void
reference_css(struct references *references, struct arena *arena, struct str text)
{
	struct scanner s = { .out = references, .arena = arena, .text = text };

	while (more(&s)) {
		char c = peek(&s, 0);

		if (c == '/' && peek(&s, 1) == '*') {
			s.at += 2;
			skip_past(&s, "*/");
		} else if (c == '"' || c == '\'') {
			quoted(&s);
		} else if (is_word(c)) {
			css_word(&s);
		} else {
			s.at++;
		}
	}
}

/* --- script ---------------------------------------------------------------------------------- */

/* A regular expression; the scanner stands at its first slash. */
static void
skip_regex(struct scanner *s)
{
	bool in_class = false;

	for (s->at++; more(s) && peek(s, 0) != '\n'; s->at++) {
		char c = peek(s, 0);

		if (c == '\\' && s->at + 1 < s->text.len)
			s->at++;
		else if (c == '[')
			in_class = true;
		else if (c == ']')
			in_class = false;
		else if (c == '/' && !in_class)
			break;
	}
	if (more(s))
		s->at++;
}

/* A template text up to its end; what ${} holds is passed over with it, other templates in there
 * included, by counting. */
static void
skip_template(struct scanner *s)
{
	size_t ticks = 1, braces = 0;

	for (s->at++; more(s) && ticks > 0; s->at++) {
		char c = peek(s, 0);

		if (c == '\\' && s->at + 1 < s->text.len)
			s->at++;
		else if (c == '$' && peek(s, 1) == '{')
			braces++;
		else if (c == '}' && braces > 0)
			braces--;
		else if (c == '`')
			ticks = braces >= ticks ? ticks + 1 : ticks - 1;
	}
}

static void
skip_comments(struct scanner *s)
{
	for (skip_spaces(s); peek(s, 0) == '/'; skip_spaces(s)) {
		if (peek(s, 1) == '/')
			skip_past(s, "\n");
		else if (peek(s, 1) == '*')
			skip_past(s, "*/");
		else
			return;
	}
}

/* Behind `import` or `from`: a specifier, perhaps in parentheses. */
static void
specifier(struct scanner *s, bool call)
{
	struct str path;

	skip_comments(s);
	if (call && peek(s, 0) == '(') {
		s->at++;
		skip_comments(s);
	}
	if (peek(s, 0) != '"' && peek(s, 0) != '\'')
		return;
	path = quoted(s);
	if (str_starts(path, "./") || str_starts(path, "../") || reference_is_foreign(path))
		add(s, path);
}

static void
script_word(struct scanner *s)
{
	static const char *const before_regex[] = { "return", "typeof",    "case",  "in",
		                                    "of",     "do",        "else",  "void",
		                                    "delete", "throw",     "await", "yield",
		                                    "new",    "instanceof" };
	bool member = s->at > 0 && s->text.ptr[s->at - 1] == '.';
	struct str name = word(s);

	s->after_value = true;
	if (member)
		return;
	for (size_t i = 0; i < countof(before_regex); i++)
		if (str_is(name, before_regex[i]))
			s->after_value = false;
	if (str_is(name, "import") || str_is(name, "from"))
		specifier(s, str_is(name, "import"));
}

void
reference_script(struct references *references, struct arena *arena, struct str text)
{
	struct scanner s = { .out = references, .arena = arena, .text = text };

	for (;;) {
		char c;

		skip_spaces(&s);
		if (!more(&s))
			return;
		c = peek(&s, 0);
		if (c == '/' && (peek(&s, 1) == '/' || peek(&s, 1) == '*')) {
			skip_past(&s, peek(&s, 1) == '/' ? "\n" : "*/");
		} else if (c == '"' || c == '\'') {
			quoted(&s);
			s.after_value = true;
		} else if (c == '`') {
			skip_template(&s);
			s.after_value = true;
		} else if (c == '/' && !s.after_value) {
			skip_regex(&s);
			s.after_value = true;
		} else if (c != '-' && is_word(c)) {
			script_word(&s);
		} else {
			s.after_value = c == ')' || c == ']' || c == '}';
			s.at++;
		}
	}
}
