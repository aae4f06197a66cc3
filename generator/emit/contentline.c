#include "emit/contentline.h"

#include "base/buf.h"

enum { LINE_MOST = 75 };                /* octets, without the CRLF */

/* Bytes of the UTF-8 character that begins with `lead`. */
static size_t
char_len(char lead)
{
	unsigned char c = (unsigned char)lead;

	return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* Bytes that must stay together. */
static void
put(struct contentline *line, struct str bytes)
{
	if (line->column + bytes.len > LINE_MOST) {
		buf_adds(line->out, "\r\n ");
		line->column = 1;
	}
	buf_add(line->out, bytes);
	line->column += bytes.len;
}

static bool
is_control(char c)
{
	return ((unsigned char)c < 0x20 && c != '\t') || c == 0x7f;
}

void
contentline_raw(struct contentline *line, struct str text)
{
	for (size_t i = 0, len; i < text.len; i += len) {
		len = char_len(text.ptr[i]);
		if (!is_control(text.ptr[i]))
			put(line, str_sub(text, i, i + len));
	}
}

void
contentline_text(struct contentline *line, struct str text)
{
	for (size_t i = 0, len; i < text.len; i += len) {
		len = char_len(text.ptr[i]);
		switch (text.ptr[i]) {
		case '\\': put(line, STR("\\\\")); break;
		case ',': put(line, STR("\\,")); break;
		case ';': put(line, STR("\\;")); break;
		case '\n': put(line, STR("\\n")); break;
		default:
			if (!is_control(text.ptr[i]))
				put(line, str_sub(text, i, i + len));
		}
	}
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
