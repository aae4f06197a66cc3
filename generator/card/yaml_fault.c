#include "card/yaml_fault.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <string.h>

struct fault {
	const struct yaml_slip *slip;
	struct str text;
	struct pos begin;
	struct diag *diag;
};

struct str
yaml_line(struct str text, struct pos begin, unsigned line)
{
	size_t from = 0, end;

	for (unsigned i = begin.line; i < line && from < text.len; i++)
		from += str_find(str_sub(text, from, text.len), '\n') + 1;
	end = from + str_find(str_sub(text, from, text.len), '\n');
	if (end > from && end <= text.len && text.ptr[end - 1] == '\r')
		end--;
	return str_sub(text, from, end);
}

static size_t
indentation(struct str line)
{
	size_t n = 0;

	while (n < line.len && line.ptr[n] == ' ')
		n++;
	return n;
}

static bool
is_key_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* The bytes of "  key:" at the beginning of a line, the colon counted; 0 when it does not begin so. */
static size_t
key_length(struct str line)
{
	size_t i = indentation(line), from;

	if (i + 1 < line.len && line.ptr[i] == '-' && line.ptr[i + 1] == ' ')
		i += 2;
	from = i;
	while (i < line.len && is_key_byte(line.ptr[i]))
		i++;
	return i > from && line.ptr[from] != '-' && i < line.len && line.ptr[i] == ':' ? i + 1 : 0;
}

/* "name:Dumont", but not "https://…". */
static bool
lacks_space(struct str line)
{
	size_t key = key_length(line);

	return key && key < line.len && line.ptr[key] != ' ' && line.ptr[key] != '\t' &&
	       line.ptr[key] != '/';
}

/* The place of byte `byte` of a line. */
static struct pos
place(const struct fault *f, unsigned line, size_t byte)
{
	struct str before = str_sub(yaml_line(f->text, f->begin, line), 0, byte);

	return (struct pos){ f->begin.file, line, (unsigned)utf8_count(before) + 1 };
}

static void
report_missing_space(const struct fault *f, unsigned number)
{
	struct str line = yaml_line(f->text, f->begin, number);
	size_t from = indentation(line), key = key_length(line);

	diag_error(f->diag, place(f, number, key), "yaml", _("a space is missing after the colon"));
	diag_hint(f->diag, _("write \"%.*s %.*s\""), STR_ARG(str_sub(line, from, key)),
	          STR_ARG(str_sub(line, key, line.len)));
}

/* The nearest line above that is not blank; 0 when there is none. */
static unsigned
line_above(const struct fault *f, unsigned number)
{
	while (number > f->begin.line)
		if (str_trim(yaml_line(f->text, f->begin, --number)).len)
			return number;
	return 0;
}

static void
report_no_colon(const struct fault *f, struct pos at)
{
	diag_error(f->diag, at, "yaml", _("this line has no colon; it must be \"key: value\""));
	diag_hint(f->diag, _("does it belong to the text above? then begin it with two spaces"));
}

/* "name" above "category: bakery", in the same column. */
static bool
is_bare_word(struct str above, struct str line)
{
	return str_find(above, ':') == above.len && indentation(above) == indentation(line);
}

/* A second colon in a line, or a line that was taken for the rest of the one above. */
static void
explain_colon(const struct fault *f)
{
	unsigned number = f->slip->at.line, above = line_above(f, number);
	struct str line = yaml_line(f->text, f->begin, number);
	size_t key = key_length(line), value = key;

	if (above && lacks_space(yaml_line(f->text, f->begin, above))) {
		report_missing_space(f, above);
		return;
	}
	if (above && key && is_bare_word(yaml_line(f->text, f->begin, above), line)) {
		report_no_colon(f, place(f, above, indentation(line)));
		return;
	}
	if (above && key && f->slip->at.column == place(f, number, key).column - 1) {
		diag_error(f->diag, place(f, number, indentation(line)), "yaml",
		           _("this line begins further to the right than the one above it allows"));
		diag_hint(f->diag, _("begin it in the same column as the line above (line %u)"),
		          above);
		return;
	}
	while (value < line.len && line.ptr[value] == ' ')
		value++;
	if (!key || value >= line.len) {
		diag_error(f->diag, f->slip->at, "yaml", _("a colon is not understood here"));
		diag_hint(f->diag, _("put the whole text in quotes: \"…: …\""));
		return;
	}
	diag_error(f->diag, place(f, number, value), "yaml",
	           _("a text with a colon and a space inside needs quotes around it"));
	diag_hint(f->diag, _("write %.*s \"%.*s\""), STR_ARG(str_sub(line, indentation(line), key)),
	          STR_ARG(str_trim(str_sub(line, value, line.len))));
}

/* The first byte of the place, which counts code points. */
static size_t
byte_of(struct str line, unsigned column)
{
	size_t at = 0;

	for (unsigned i = 1; i < column && at < line.len; i++)
		utf8_next(line, &at);
	return at;
}

static void
explain_character(const struct fault *f)
{
	struct str line = yaml_line(f->text, f->begin, f->slip->at.line);
	size_t from = byte_of(line, f->slip->at.column), to = from;

	if (from >= line.len || line.ptr[from] == '\t') {
		diag_error(f->diag, f->slip->at, "yaml",
		           _("a tab is used where YAML wants spaces"));
		diag_hint(f->diag, _("replace it by spaces: two for each step to the right"));
		return;
	}
	utf8_next(line, &to);
	diag_error(f->diag, f->slip->at, "yaml", _("a value cannot begin with %.*s"),
	           STR_ARG(str_sub(line, from, to)));
	diag_hint(f->diag, _("put the whole value in quotes: \"%.*s\""),
	          STR_ARG(str_trim(str_sub(line, from, line.len))));
}

/* A map goes on with something that is no key: mostly text behind a closing quote, or a wrong column. */
static void
explain_key(const struct fault *f)
{
	unsigned number = f->slip->at.line;
	struct str line = yaml_line(f->text, f->begin, number);
	struct str before = str_trim(str_sub(line, 0, byte_of(line, f->slip->at.column)));

	if (lacks_space(line)) {
		report_missing_space(f, number);
	} else if (str_ends(before, "\"") || str_ends(before, "'")) {
		diag_error(f->diag, f->slip->at, "yaml",
		           _("this text follows the quote that ended the value"));
		diag_hint(
			f->diag,
			_("is there an apostrophe or a quote inside? put the other kind of quotes "
		          "around the whole: \"L'atelier\", 'Chez \"Paul\"'"));
	} else {
		diag_error(f->diag, f->slip->at, "yaml", _("\"key: value\" is expected here"));
		diag_hint(f->diag,
		          _("check that the line begins in the same column as its neighbours"));
	}
}

static void
explain_no_colon(const struct fault *f)
{
	unsigned number = f->slip->context_at.line;

	if (lacks_space(yaml_line(f->text, f->begin, number))) {
		report_missing_space(f, number);
		return;
	}
	report_no_colon(f, f->slip->context_at);
}

struct explanation {
	const char *problem, *context; /* a NULL context fits any; else its beginning */
	bool at_context;
	const char *message, *hint;
	void (*explain)(const struct fault *fault); /* instead of a message */
};

static const char wants_quotes[] = N_("put the whole value in quotes: \"…\"");
static const char tab[] = N_("a tab is used where YAML wants spaces");
static const char tab_hint[] = N_("replace it by spaces: two for each step to the right");
static const char open_quote[] = N_("the quote that begins here is never closed");
static const char open_quote_hint[] =
	N_("close it at the end of the text, with the same kind of quote");

static const struct explanation explanations[] = {
	{ "mapping values are not allowed in this context", NULL, false, NULL, NULL,
	  explain_colon },
	{ "found character that cannot start any token", NULL, false, NULL, NULL,
	  explain_character },
	{ "did not find expected key", NULL, false, NULL, NULL, explain_key },
	{ "could not find expected ':'", NULL, false, NULL, NULL, explain_no_colon },
	{ "found a tab character that violates indentation", NULL, false, tab, tab_hint, NULL },
	{ "found a tab character where an indentation space is expected", NULL, false, tab,
	  tab_hint, NULL },
	{ "found unexpected end of stream", "while scanning a quoted", true, open_quote,
	  open_quote_hint, NULL },
	{ "found unexpected document indicator", "while scanning a quoted", true, open_quote,
	  open_quote_hint, NULL },
	{ "found unknown escape character", NULL, false,
	  N_("a backslash between double quotes does not go with this letter"),
	  N_("use single quotes, or write the backslash twice"), NULL },
	{ "did not find expected alphabetic or numeric character", NULL, true,
	  N_("a value cannot begin with * or &"), wants_quotes, NULL },
	{ "did not find expected ',' or ']'", NULL, true,
	  N_("the list that begins here is not closed"),
	  N_("close it with ], and put a comma between its items; an item with a comma, a bracket or a "
	     "colon inside needs quotes"),
	  NULL },
	{ "did not find expected ',' or '}'", NULL, true,
	  N_("the map that begins here is not closed"),
	  N_("close it with }, and put a comma between its members; a value with a comma or a brace inside "
	     "needs quotes"),
	  NULL },
	{ "did not find expected node content", NULL, false, N_("a value is missing here"),
	  N_("is there one comma too many?"), NULL },
	{ "did not find expected '-' indicator", NULL, false,
	  N_("every item of this list must begin with a hyphen and a space"),
	  N_("check that the line begins in the same column as its neighbours"), NULL },
	{ "block sequence entries are not allowed in this context", NULL, false,
	  N_("a list cannot begin on the line of its key"),
	  N_("put each \"- item\" on a line of its own, or write [one, two]"), NULL },
	{ "mapping keys are not allowed in this context", NULL, false,
	  N_("a value cannot begin with ?"), wants_quotes, NULL },
	{ "did not find expected comment or line break", "while scanning a block", true,
	  N_("a value cannot begin with > or |"), wants_quotes, NULL },
	{ "did not find expected <document start>", NULL, false,
	  N_("\"key: value\" is expected here"),
	  N_("check the quotes and the colon of the line above"), NULL },
	{ NULL, "while scanning a tag", true, N_("a value cannot begin with !"), wants_quotes,
	  NULL },
	{ NULL, "while parsing a tag", true, N_("a value cannot begin with !"), wants_quotes,
	  NULL },
	{ "found undefined tag handle", NULL, false, N_("a value cannot begin with !"),
	  wants_quotes, NULL },
};

static bool
fits(const struct explanation *e, const struct yaml_slip *slip)
{
	if (e->problem && strcmp(e->problem, slip->problem) != 0)
		return false;
	return !e->context ||
	       (slip->context && strncmp(e->context, slip->context, strlen(e->context)) == 0);
}

void
yaml_fault(const struct yaml_slip *slip, struct str text, struct pos begin, struct diag *diag)
{
	struct fault fault = { slip, text, begin, diag };

	for (size_t i = 0; i < countof(explanations); i++) {
		const struct explanation *e = &explanations[i];

		if (!fits(e, slip))
			continue;
		if (e->explain) {
			e->explain(&fault);
			return;
		}
		diag_error(diag, e->at_context ? slip->context_at : slip->at, "yaml", "%s",
		           _(e->message));
		diag_hint(diag, "%s", _(e->hint));
		return;
	}
	diag_error(diag, slip->at, "yaml", _("this is not YAML: %s"), slip->problem);
}
