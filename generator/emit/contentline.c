#include "emit/contentline.h"

#include "base/buf.h"

enum { LINE_MOST = 75 }; /* octets, without the CRLF */

static bool
is_control(char c)
{
	return ((unsigned char)c < 0x20 && c != '\t') || c == 0x7f;
}

static const char *
escape_of(char c)
{
	switch (c) {
	case '\\': return "\\\\";
	case ',': return "\\,";
	case ';': return "\\;";
	case '\n': return "\\n";
	default: return NULL;
	}
}

/* How many of the first `room` bytes can stand on a line without cutting a character, which has at
 * most four. */
static size_t
whole_chars(struct str text, size_t room)
{
	size_t len = text.len < room ? text.len : room;

	for (int back = 0; back < 3 && len > 0 && len < text.len; back++, len--)
		if (((unsigned char)text.ptr[len] & 0xc0) != 0x80)
			break;
	return len;
}

static void
fold(struct contentline *line)
{
	buf_adds(line->out, "\r\n ");
	line->column = 1;
}

/* Text without anything to escape. */
static void
put(struct contentline *line, struct str text)
{
	while (text.len > 0) {
		size_t len = whole_chars(text, LINE_MOST - line->column);

		buf_add(line->out, str_sub(text, 0, len));
		line->column += len;
		text = str_sub(text, len, text.len);
		if (text.len > 0)
			fold(line);
	}
}

/* An escape stays in one piece. */
static void
put_escape(struct contentline *line, const char *escape)
{
	if (line->column + 2 > LINE_MOST)
		fold(line);
	buf_adds(line->out, escape);
	line->column += 2;
}

static void
add(struct contentline *line, struct str text, bool escaped)
{
	size_t from = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char *escape = escaped ? escape_of(text.ptr[i]) : NULL;

		if (!escape && !is_control(text.ptr[i]))
			continue;
		put(line, str_sub(text, from, i));
		if (escape)
			put_escape(line, escape);
		from = i + 1;
	}
	put(line, str_sub(text, from, text.len));
}

void
contentline_raw(struct contentline *line, struct str text)
{
	add(line, text, false);
}

void
contentline_text(struct contentline *line, struct str text)
{
	add(line, text, true);
}

struct contentline
contentline_begin(struct buf *out, const char *name)
{
	struct contentline line = { .out = out };

	contentline_raw(&line, str(name));
	return line;
}

void
contentline_end(struct contentline *line)
{
	buf_adds(line->out, "\r\n");
	line->column = 0;
}

void
contentline(struct buf *out, const char *name, struct str text)
{
	struct contentline line;

	if (text.len == 0)
		return;
	line = contentline_begin(out, name);
	contentline_raw(&line, STR(":"));
	contentline_text(&line, text);
	contentline_end(&line);
}

void
contentline_as_is(struct buf *out, const char *name, struct str text)
{
	struct contentline line;

	if (text.len == 0)
		return;
	line = contentline_begin(out, name);
	contentline_raw(&line, STR(":"));
	contentline_raw(&line, text);
	contentline_end(&line);
}
