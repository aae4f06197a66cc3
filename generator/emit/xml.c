#include "emit/xml.h"

#include "base/buf.h"

/* What stands for the character at `at`, or NULL: itself. *len is how many bytes it has. */
static const char *
replacement(struct str s, size_t at, size_t *len)
{
	unsigned char c = (unsigned char)s.ptr[at];

	*len = 1;
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\t':
	case '\n': return NULL;
	case '\r': return "&#13;"; /* bare, a parser would make it a line feed */
	default: break;
	}
	if (c < 0x20)
		return "";
	if (c == 0xef && at + 2 < s.len && s.ptr[at + 1] == '\xbf' &&
	    (s.ptr[at + 2] == '\xbe' || s.ptr[at + 2] == '\xbf')) {
		*len = 3; /* U+FFFE, U+FFFF */
		return "";
	}
	return NULL;
}

void
xml_text(struct buf *out, struct str text)
{
	size_t from = 0, len;

	for (size_t i = 0; i < text.len; i += len) {
		const char *written = replacement(text, i, &len);

		if (!written)
			continue;
		buf_add(out, str_sub(text, from, i));
		buf_adds(out, written);
		from = i + len;
	}
	buf_add(out, str_sub(text, from, text.len));
}

void
xml_element(struct buf *out, const char *indent, const char *name, struct str text)
{
	if (text.len == 0)
		return;
	buf_adds(out, indent);
	buf_addc(out, '<');
	buf_adds(out, name);
	buf_addc(out, '>');
	xml_text(out, text);
	buf_adds(out, "</");
	buf_adds(out, name);
	buf_adds(out, ">\n");
}
