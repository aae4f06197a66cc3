#include "theme/mustache_scan.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "theme/mustache_private.h"

#include <stdlib.h>
#include <string.h>

enum { DELIMITER_MAX = 32 };

bool
mustache_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
mustache_scan_failed(struct mustache_scanner *s)
{
	if (++s->errors >= MUSTACHE_ERRORS)
		s->stopped = true;
}

void
mustache_scan_fail(struct mustache_scanner *s, size_t source, const char *message)
{
	diag_error(s->diag, mustache_pos(s->template, source), "template", "%s", message);
	mustache_scan_failed(s);
}

static bool
delimiter_is_sound(struct str d)
{
	return d.len > 0 && d.len <= DELIMITER_MAX && !memchr(d.ptr, '=', d.len);
}

static void
set_delimiters(struct mustache_scanner *s, const struct mustache_token *tag)
{
	struct str both = str_trim(tag->text), open, close;
	size_t cut = 0;

	while (cut < both.len && !mustache_is_space(both.ptr[cut]))
		cut++;
	open = str_sub(both, 0, cut);
	close = str_trim(str_sub(both, cut, both.len));
	for (size_t i = 0; i < close.len; i++)
		if (mustache_is_space(close.ptr[i]))
			close.len = 0;
	if (!delimiter_is_sound(open) || !delimiter_is_sound(close)) {
		mustache_scan_fail(s, tag->source,
		                   _("new delimiters are two words without spaces and without ="));
		diag_hint(s->diag, _("write %s"), "{{=<% %>=}}");
		return;
	}
	s->open = open;
	s->close = close;
}

static struct mustache_token *
push_token(struct mustache_scanner *s, char kind, struct str text, size_t source)
{
	if (s->line_len == s->line_room) {
		s->line_room = s->line_room ? size_mul(s->line_room, 2) : 16;
		s->line = mem_resize(s->line, size_mul(s->line_room, sizeof *s->line));
	}
	s->line[s->line_len] = (struct mustache_token){ kind, text, source };
	return &s->line[s->line_len++];
}

/* Offset of the next `what` at or behind `from` and before `to`, or `to`. */
static size_t
find(const struct mustache_scanner *s, size_t from, size_t to, struct str what)
{
	const char *hit = memmem(s->source.ptr + from, to - from, what.ptr, what.len);

	return hit ? (size_t)(hit - s->source.ptr) : to;
}

static void
report_no_end(struct mustache_scanner *s, size_t begin, struct str close)
{
	diag_error(s->diag, mustache_pos(s->template, begin), "template",
	           _("this tag has no end: %.*s is missing"), STR_ARG(close));
	mustache_scan_failed(s);
}

/* Reads the tag whose delimiter stands at s->at. One without an end counts as none: where another
 * begins before the end that was found, or else nothing behind it is read. */
static void
read_tag(struct mustache_scanner *s)
{
	size_t begin = s->at, name = begin + s->open.len, next = s->source.len, limit = next, end;
	struct str close = s->close;
	struct mustache_token *tag;
	char wide[DELIMITER_MAX + 1], kind = 'v';

	while (name < s->source.len && mustache_is_space(s->source.ptr[name]))
		name++;
	if (name < s->source.len && strchr("!=#^/><$&{", s->source.ptr[name]))
		kind = s->source.ptr[name++];
	if (kind == '{' || kind == '=') {
		wide[0] = kind == '{' ? '}' : '=';
		memcpy(wide + 1, close.ptr, close.len);
		close = (struct str){ wide, close.len + 1 }; /* "}}}", "=}}" */
	}
	if (kind != '!' && kind != '=')
		next = find(s, name, s->source.len, s->open);
	if (next < s->source.len - close.len)
		limit = next + close.len; /* the delimiters may be the same: |name| */
	end = find(s, name, limit, close);
	if (end == limit) {
		report_no_end(s, begin, close);
		s->stopped |= next == s->source.len;
		s->at = next;
		return;
	}
	tag = push_token(s, kind, str_sub(s->source, name, end), begin);
	s->at = end + close.len;
	if (kind == '=')
		set_delimiters(s, tag);
}

void
mustache_scan_line(struct mustache_scanner *s)
{
	s->line_len = 0;
	s->line_end = (struct str){ 0 };
	s->line_count++;
	while (s->at < s->source.len && !s->stopped) {
		size_t newline, tag, end;

		if (s->newline < s->at || s->at == 0)
			s->newline = find(s, s->at, s->source.len, STR("\n"));
		newline = s->newline;
		tag = end = find(s, s->at, newline, s->open);
		if (tag == newline && newline < s->source.len) {
			if (end > s->at && s->source.ptr[end - 1] == '\r')
				end--;
			s->line_end = str_sub(s->source, end, newline + 1);
		}
		if (end > s->at)
			push_token(s, 0, str_sub(s->source, s->at, end), s->at);
		s->at = tag;
		if (s->line_end.len > 0) {
			s->at = newline + 1;
			return;
		}
		if (tag < newline)
			read_tag(s);
	}
}

void
mustache_scan_release(struct mustache_scanner *s)
{
	free(s->line);
	s->line = NULL;
	s->line_len = s->line_room = 0;
}
