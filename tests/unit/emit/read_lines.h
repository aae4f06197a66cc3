/*
 * read_lines: reads what iCalendar and vCard share, strictly: CRLF lines of at most 75 octets,
 * folds, BEGIN and END in pairs, a name before each colon.
 */
#ifndef TESTS_UNIT_EMIT_READ_LINES_H
#define TESTS_UNIT_EMIT_READ_LINES_H

#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

struct content_lines {
	struct str *items; /* unfolded */
	size_t len;
};

static inline void
check_physical_line(struct str line)
{
	size_t bad;

	assert_true(line.len > 0 && line.len <= 75);
	assert_true(utf8_check(line, &bad)); /* no character cut by a fold */
	for (size_t i = 0; i < line.len; i++)
		assert_true((unsigned char)line.ptr[i] >= 0x20 && line.ptr[i] != 0x7f);
}

static inline struct content_lines
read_lines(struct arena *arena, struct str text)
{
	struct content_lines lines = { 0 };
	struct buf line = { 0 };

	while (text.len > 0) {
		size_t end = str_find(text, '\r');
		struct str physical = str_sub(text, 0, end);

		assert_true(str_starts(str_sub(text, end, text.len), "\r\n"));
		check_physical_line(physical);
		text = str_sub(text, end + 2, text.len);
		buf_add(&line,
		        physical.ptr[0] == ' ' ? str_sub(physical, 1, physical.len) : physical);
		if (text.len > 0 && text.ptr[0] == ' ')
			continue;
		lines.items = arena_push(arena, lines.items, &lines.len, sizeof *lines.items);
		lines.items[lines.len - 1] = arena_str(arena, buf_str(&line));
		buf_clear(&line);
	}
	buf_release(&line);
	return lines;
}

/* How a line's name is spelt: letters, digits, hyphens, then ; or : */
static inline void
check_names(const struct content_lines *lines)
{
	for (size_t i = 0; i < lines->len; i++) {
		struct str line = lines->items[i];
		size_t end = strcspn(line.ptr, ":;");

		assert_true(end > 0 && end < line.len);
		assert_int_equal(strspn(line.ptr, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"), end);
	}
}

static inline void
check_nesting(const struct content_lines *lines)
{
	struct str open[8];
	size_t depth = 0;

	for (size_t i = 0; i < lines->len; i++) {
		struct str line = lines->items[i];

		if (str_starts(line, "BEGIN:")) {
			assert_true(depth < countof(open));
			open[depth++] = str_sub(line, 6, line.len);
		} else if (str_starts(line, "END:")) {
			assert_true(depth > 0);
			assert_true(str_eq(open[--depth], str_sub(line, 4, line.len)));
		}
	}
	assert_int_equal(depth, 0);
}

static inline bool
has_line(const struct content_lines *lines, const char *want)
{
	for (size_t i = 0; i < lines->len; i++)
		if (str_is(lines->items[i], want))
			return true;
	return false;
}

#define assert_line(lines, want)                                                                   \
	do {                                                                                       \
		if (!has_line(lines, want)) {                                                      \
			for (size_t i_ = 0; i_ < (lines)->len; i_++)                               \
				print_message("%.*s\n", STR_ARG((lines)->items[i_]));              \
			fail_msg("no line \"%s\"", want);                                          \
		}                                                                                  \
	} while (0)
#endif
