#ifndef EMIT_CONTENTLINE_H
#define EMIT_CONTENTLINE_H
/*
 * contentline: the lines of iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2).
 *
 * A line ends in CRLF and is folded before its 76th octet, never inside a character. In values,
 * backslash, comma, semicolon and line feed are escaped; other control characters, which both
 * formats forbid, are left out.
 */
#include "base/str.h"

struct buf;

struct contentline {
	struct buf *out;
	size_t column; /* octets in the physical line so far */
};

struct contentline contentline_begin(struct buf *out, const char *name); /* "NAME;PARAM=x" */
void contentline_raw(struct contentline *line, struct str text);         /* structure: ; , : stay */
void contentline_text(struct contentline *line, struct str text);        /* escaped */
void contentline_end(struct contentline *line);

/* A whole line; nothing where the text is empty. */
void contentline(struct buf *out, const char *name, struct str text);       /* escaped */
void contentline_as_is(struct buf *out, const char *name, struct str text); /* URIs, dates */
#endif
