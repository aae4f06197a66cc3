#include "card/markdown_guard.h"

#include "base/i18n.h"

enum {
	LINE_MOST = 8 * 1024,             /* bytes */
	BLOCK_MOST = 32 * 1024,           /* bytes without a blank line between them */
	CONTAINERS_MOST = 50,             /* quotes and lists that a line opens */
	CELLS_MOST = 20000,               /* rows by columns of one table */
	EXPANSION_MOST = 4 * 1024 * 1024, /* bytes of definitions, each used */
};

/* A stretch of lines without a blank one. */
struct block {
	size_t bytes, lines;
	size_t pipes; /* most in one line */
	bool defines; /* has something like "[name]: " */
};

static bool
is_blank(struct str line)
{
	return str_trim(line).len == 0;
}

static size_t
count(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] == c;
	return n;
}

/* Whether `c` between `before` and `after` may open a quote or a list item: ">", "- ", "1. ". */
static bool
opens(char before, char c, char after)
{
	bool space = after == ' ' || after == '\t' || after == '\0';
	bool digit = before >= '0' && before <= '9';

	return c == '>' || (space && (c == '-' || c == '*' || c == '+')) ||
	       (space && digit && (c == '.' || c == ')'));
}

/* How many a line opens before its text. A rule ("* * *") is not told from a list: nobody needs
 * one that long. */
static size_t
count_containers(struct str line)
{
	size_t n = 0;
	char before = '\0';

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i], after = i + 1 < line.len ? line.ptr[i + 1] : '\0';
		bool marker = opens(before, c, after);

		if (!marker && c != ' ' && c != '\t' && !(c >= '0' && c <= '9') && c != '.' &&
		    c != ')')
			break;
		n += marker;
		before = c;
	}
	return n;
}

static bool
is_definition(struct str line)
{
	struct str s = str_trim(line);
	size_t close;

	while (s.len > 0 && (s.ptr[0] == '>' || s.ptr[0] == '-' || s.ptr[0] == '*'))
		s = str_trim(str_sub(s, 1, s.len));
	close = str_find(s, ']');
	return str_starts(s, "[") && str_starts(str_sub(s, close, s.len), "]:");
}

static const char *
check_line(const struct block *block, struct str line)
{
	if (line.len > LINE_MOST)
		return _("a line is longer than 8,192 bytes");
	if (count_containers(line) > CONTAINERS_MOST)
		return _("quotes or lists are nested too deeply");
	if (block->bytes > BLOCK_MOST)
		return _("more than 32,768 bytes follow each other without a blank line");
	if (block->pipes * block->lines > CELLS_MOST)
		return _("a table has more than 20,000 cells");
	return NULL;
}

const char *
markdown_guard(struct str text, unsigned *line_number)
{
	struct str rest = text, line;
	struct block block = { 0 };
	size_t uses = count(text, '['), defined = 0;

	*line_number = 0;
	while (str_split(&rest, '\n', &line)) {
		const char *why;
		size_t pipes = count(line, '|');

		++*line_number;
		if (is_blank(line))
			block = (struct block){ 0 };
		block.bytes += line.len + 1;
		block.lines++;
		block.pipes = pipes > block.pipes ? pipes : block.pipes;
		why = check_line(&block, line);
		if (why)
			return why;
		block.defines |= is_definition(line);
		if (block.defines && block.bytes > defined)
			defined = block.bytes;
	}
	if (uses > 0 && defined > EXPANSION_MOST / uses) {
		*line_number = 1;
		return _("link definitions are too long for how often they are used");
	}
	return NULL;
}
