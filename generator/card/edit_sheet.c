#include "card/edit_sheet.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/frontmatter.h"
#include "card/yaml.h"

#include <string.h>

int
sheet_parse(struct sheet *sheet, const struct limits *limits)
{
	const struct yaml_limits most = { limits->yaml_depth, limits->yaml_nodes };
	struct diag *quiet = diag_new();
	int rc = yaml_parse(&sheet->root, sheet->arena, sheet->yaml,
	                    (struct pos){ sheet->file, 1, 1 }, &most, quiet);

	diag_free(quiet);
	return rc == 0 && sheet->root && sheet->root->kind == YAML_MAP ? 0 : -1;
}

int
sheet_take_apart(struct sheet *sheet, struct str bytes, const struct limits *limits)
{
	struct str text = bytes;
	struct frontmatter matter;
	struct diag *quiet = diag_new();
	int rc = yaml_text(&text, sheet->file, quiet);

	matter = (struct frontmatter){ .yaml = text };
	if (rc == 0 && str_ends(str(sheet->file), ".md"))
		rc = frontmatter_split(&matter, text, sheet->file, quiet);
	diag_free(quiet);
	if (rc < 0 || !matter.yaml.ptr)
		return -1;
	sheet->yaml = matter.yaml;
	sheet->before = str_sub(bytes, 0, (size_t)(matter.yaml.ptr - bytes.ptr));
	sheet->after = str_sub(bytes, sheet->before.len + sheet->yaml.len, bytes.len);
	return sheet_parse(sheet, limits);
}

/* ---- places in the text ---- */

size_t
sheet_byte(struct str text, size_t point)
{
	size_t at = 0;

	while (point-- > 0 && at < text.len)
		utf8_next(text, &at);
	return at;
}

static size_t
trim_end(struct str text, size_t from, size_t to)
{
	while (to > from && strchr(" \t\r\n", text.ptr[to - 1]))
		to--;
	return to;
}

bool
sheet_in_brackets(const struct sheet *sheet, const struct yaml_node *node)
{
	size_t at = sheet_byte(sheet->yaml, node->from);

	return node->kind != YAML_SCALAR && at < sheet->yaml.len &&
	       (sheet->yaml.ptr[at] == '{' || sheet->yaml.ptr[at] == '[');
}

size_t
sheet_end(const struct sheet *sheet, const struct yaml_node *node)
{
	size_t from = sheet_byte(sheet->yaml, node->from), end = from;

	if (node->kind == YAML_SCALAR || sheet_in_brackets(sheet, node))
		return trim_end(sheet->yaml, from, sheet_byte(sheet->yaml, node->to));
	for (const struct yaml_node *n = node->first; n; n = n->next)
		end = sheet_end(sheet, n);
	return end;
}

size_t
sheet_line_end(struct str text, size_t at)
{
	return at + str_find(str_sub(text, at, text.len), '\n');
}

size_t
sheet_next_line(struct str text, size_t at)
{
	size_t end = sheet_line_end(text, at);

	return end < text.len ? end + 1 : end;
}

size_t
sheet_line_begin(struct str text, size_t at)
{
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

bool
sheet_has_comment(struct str text)
{
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] == '#' && strchr(" \t\n", text.ptr[i - 1]))
			return true;
	return false;
}

void
sheet_splice(struct sheet *sheet, size_t from, size_t to, struct str text)
{
	sheet->yaml =
		arena_printf(sheet->arena, "%.*s%.*s%.*s", STR_ARG(str_sub(sheet->yaml, 0, from)),
	                     STR_ARG(text), STR_ARG(str_sub(sheet->yaml, to, sheet->yaml.len)));
}

const char *
sheet_line_break(const struct sheet *sheet)
{
	size_t end = str_find(sheet->yaml, '\n');

	return end > 0 && end < sheet->yaml.len && sheet->yaml.ptr[end - 1] == '\r' ? "\r\n" : "\n";
}
