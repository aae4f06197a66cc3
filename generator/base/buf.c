#include "base/buf.h"

#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_release(struct buf *buf)
{
	free(buf->ptr);
	*buf = (struct buf){ 0 };
}

void
buf_clear(struct buf *buf)
{
	buf->len = 0;
	buf->full = false;
	if (buf->ptr)
		buf->ptr[0] = '\0';
}

struct str
buf_str(const struct buf *buf)
{
	return (struct str){ buf->ptr, buf->len };
}

void
buf_reserve(struct buf *buf, size_t more)
{
	size_t need, room;

	if (more < buf->room - buf->len)
		return;
	need = size_add(size_add(buf->len, more), 1);
	room = buf->room < 64 ? 64 : size_mul(buf->room, 2);
	buf->room = room < need ? need : room;
	buf->ptr = mem_resize(buf->ptr, buf->room);
}

void
buf_add(struct buf *buf, struct str s)
{
	if (buf->max && (buf->full || s.len > buf->max - buf->len)) {
		buf->full = true;
		return;
	}
	buf_reserve(buf, s.len);
	if (s.len)
		memcpy(buf->ptr + buf->len, s.ptr, s.len);
	buf->len += s.len;
	buf->ptr[buf->len] = '\0';
}

void
buf_adds(struct buf *buf, const char *text)
{
	buf_add(buf, str(text));
}

void
buf_addc(struct buf *buf, char c)
{
	if (buf->max && (buf->full || buf->len >= buf->max)) {
		buf->full = true;
		return;
	}
	buf_reserve(buf, 1);
	buf->ptr[buf->len++] = c;
	buf->ptr[buf->len] = '\0';
}

void
buf_add_u64(struct buf *buf, uint64_t number)
{
	char digits[20], *p = digits + sizeof digits;

	do
		*--p = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	buf_add(buf, (struct str){ p, (size_t)(digits + sizeof digits - p) });
}

void
buf_add_codepoint(struct buf *buf, uint32_t c)
{
	char bytes[4];
	size_t n;

	if (c < 0x80) {
		bytes[0] = (char)c;
		n = 1;
	} else if (c < 0x800) {
		bytes[0] = (char)(0xc0 | c >> 6);
		n = 2;
	} else if (c < 0x10000) {
		bytes[0] = (char)(0xe0 | c >> 12);
		n = 3;
	} else {
		bytes[0] = (char)(0xf0 | (c >> 18 & 0x07));
		n = 4;
	}
	for (size_t i = 1; i < n; i++)
		bytes[i] = (char)(0x80 | (c >> 6 * (n - 1 - i) & 0x3f));
	buf_add(buf, (struct str){ bytes, n });
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		mem_exhausted();
	if (buf->max && (buf->full || (size_t)len > buf->max - buf->len)) {
		buf->full = true;
	} else {
		buf_reserve(buf, (size_t)len);
		vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
}

static const char *
entity(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

void
buf_add_html(struct buf *buf, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		const char *name = entity(s.ptr[i]);

		if (!name)
			continue;
		buf_add(buf, str_sub(s, from, i));
		buf_adds(buf, name);
		from = i + 1;
	}
	buf_add(buf, str_sub(s, from, s.len));
}
