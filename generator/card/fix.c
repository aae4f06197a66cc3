#include "card/fix.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/frontmatter.h"
#include "card/yaml.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>

void
fix_add(struct fixes *fixes, struct arena *arena, const struct fix *fix)
{
	fixes->items = arena_push(arena, fixes->items, &fixes->len, sizeof *fixes->items);
	fixes->items[fixes->len - 1] = *fix;
}

void
fix_gather(struct fixes *into, struct arena *arena, const struct fixes *from)
{
	for (size_t i = 0; i < from->len; i++)
		fix_add(into, arena, &from->items[i]);
}

static int
compare_fixes(const void *left, const void *right)
{
	const struct fix *a = left, *b = right;
	int order = strcmp(a->at.file, b->at.file);

	return order ? order : (a->from > b->from) - (a->from < b->from);
}

void
fix_sort(struct fixes *fixes)
{
	if (fixes->len > 1)
		qsort(fixes->items, fixes->len, sizeof *fixes->items, compare_fixes);
}

/* ---- a value in YAML ---- */

/* In the quotes it had where they can hold any text, or in those that need the fewest backslashes. */
enum manner { AS_BEFORE, QUOTED };

static void
add_single_quoted(struct buf *out, struct str text)
{
	buf_addc(out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\'')
			buf_addc(out, '\'');
		buf_addc(out, text.ptr[i]);
	}
	buf_addc(out, '\'');
}

static void
add_double_quoted(struct buf *out, struct str text)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c < ' ' || c == 0x7f)
			buf_printf(out, "\\x%02X", c);
		else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

static bool
fits_single_quotes(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] < ' ')
			return false;
	return true;
}

/* A block's first line may end in a comment, "| # as on the door": it is not ours to lose. */
static void
add_header_comment(struct buf *out, struct str block)
{
	struct str header = str_sub(block, 0, str_find(block, '\n'));
	struct str comment = str_trim(str_sub(header, str_find(header, '#'), header.len));

	if (comment.len)
		buf_printf(out, " %.*s", STR_ARG(comment));
}

/* `text` in place of the scalar that is written `before`. */
static void
add_scalar(struct buf *out, struct str text, struct str before, enum manner manner)
{
	char first = before.len ? before.ptr[0] : '"';
	bool block = first == '|' || first == '>', plain = !block && first != '"' && first != '\'';
	bool has_double = str_find(text, '"') < text.len;

	if (plain && manner == AS_BEFORE)
		buf_add(out, text);
	else if (fits_single_quotes(text) && (first == '\'' || (has_double && first != '"')))
		add_single_quoted(out, text);
	else
		add_double_quoted(out, text);
	if (block)
		add_header_comment(out, before);
}

/* ---- a file ---- */

/* A file's parts: what stands before the YAML, that, and what comes behind. */
struct parts {
	struct str before, yaml, after;
};

static int
split(struct parts *parts, struct str bytes, const char *file, struct diag *diag)
{
	struct str text = bytes;
	struct frontmatter matter;

	if (yaml_text(&text, file, diag) < 0)
		return -1;
	matter = (struct frontmatter){ .yaml = text };
	if (str_ends(str(file), ".md") && frontmatter_split(&matter, text, file, diag) < 0)
		return -1;
	parts->yaml = matter.yaml;
	parts->before = str_sub(bytes, 0, (size_t)(matter.yaml.ptr - bytes.ptr));
	parts->after = str_sub(bytes, parts->before.len + parts->yaml.len, bytes.len);
	return 0;
}

/* The place behind the `count` code points that follow `at`. */
static size_t
skip(struct str text, size_t at, size_t count)
{
	for (; count > 0 && at < text.len; count--)
		utf8_next(text, &at);
	return at;
}

/* Without the line ends that a block's last line leaves to what follows. */
static size_t
trim_end(struct str text, size_t from, size_t to)
{
	while (to > from && strchr(" \t\r\n", text.ptr[to - 1]))
		to--;
	return to;
}

/* The end of the line that `at` is in, without what ends it. */
static size_t
line_end(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
		at++;
	return at;
}

/* Where a field's lines end: comments that are further to the right than its name belong to it. */
static size_t
field_end(struct str yaml, size_t at, size_t indent)
{
	size_t end = line_end(yaml, at);

	for (;;) {
		struct str behind = str_sub(yaml, end, yaml.len), line;
		size_t spaces = 0;

		if (!str_split(&behind, '\n', &line) || behind.len == 0)
			return end;
		while (spaces < behind.len && behind.ptr[spaces] == ' ')
			spaces++;
		if (spaces <= indent || spaces == behind.len || behind.ptr[spaces] != '#')
			return end;
		end = line_end(yaml, (size_t)(behind.ptr - yaml.ptr));
	}
}

/* Puts a new field behind the one that ends at `at`; returns where what comes next begins. */
static size_t
add_field(struct buf *out, struct str yaml, size_t done, size_t at, const struct fix *fix)
{
	size_t indent = fix->at.column > 0 ? fix->at.column - 1 : 0, end = at;
	size_t first = line_end(yaml, 0);

	if (fix->kind == FIX_FIELD)
		end = field_end(yaml, at, indent);
	buf_add(out, str_sub(yaml, done, end));
	if (fix->kind == FIX_FIELD) {
		buf_adds(out, first < yaml.len && yaml.ptr[first] == '\r' ? "\r\n" : "\n");
		for (size_t i = 0; i < indent; i++)
			buf_addc(out, ' ');
	} else {
		buf_adds(out, ", ");
	}
	buf_add(out, fix->field);
	buf_adds(out, ": ");
	buf_add(out, fix->text);
	return end;
}

static void
add_yaml(struct buf *out, struct str yaml, const struct fix *fixes, size_t len, enum manner manner)
{
	size_t done = 0, at = 0, points = 0;

	for (size_t i = 0; i < len; i++) {
		size_t from = skip(yaml, at, fixes[i].from - points);

		at = skip(yaml, from, fixes[i].to - fixes[i].from);
		points = fixes[i].to;
		if (fixes[i].kind != FIX_VALUE) {
			done = add_field(out, yaml, done, trim_end(yaml, from, at), &fixes[i]);
			continue;
		}
		buf_add(out, str_sub(yaml, done, from));
		done = trim_end(yaml, from, at);
		add_scalar(out, fixes[i].text, str_sub(yaml, from, done), manner);
	}
	buf_add(out, str_sub(yaml, done, yaml.len));
}

/* ---- the check before anything is written ---- */

struct comparison {
	const struct fix *fixes; /* those that are still to be met */
	size_t len;
};

/* Whether what `new` says instead of `old` is what the next fix wants, if it is about `old`. */
static bool
same_scalar(struct comparison *c, const struct yaml_node *old, const struct yaml_node *new)
{
	if (c->len == 0 || c->fixes->from != old->from || c->fixes->to != old->to)
		return old->plain == new->plain &&str_eq(old->text, new->text);
	if (!str_eq(old->text, c->fixes->was) || !str_eq(new->text, c->fixes->text) ||
	    yaml_is_null(new))
		return false;
	c->fixes++;
	c->len--;
	return true;
}

/* Whether the next fix puts a field behind that of `old`. */
static bool
is_extended(const struct comparison *c, const struct yaml_node *old)
{
	return c->len > 0 && c->fixes->kind != FIX_VALUE && c->fixes->from == old->key_from;
}

/* Whether `new` is the field that the next fix adds: a list written as it wants. */
static bool
same_field(struct comparison *c, const struct yaml_node *new)
{
	struct str rest = str_sub(c->fixes->text, 1, c->fixes->text.len - 1), item;

	if (!new || new->kind != YAML_LIST || !str_eq(new->key, c->fixes->field))
		return false;
	new = new->first;
	for (; new &&str_split(&rest, ',', &item); new = new->next)
		if (new->kind != YAML_SCALAR || !str_eq(new->text, str_trim(item)))
			return false;
	if (new || rest.len > 0)
		return false;
	c->fixes++;
	c->len--;
	return true;
}

static bool
same_tree(struct comparison *c, const struct yaml_node *old, const struct yaml_node *new)
{
	if (old->kind != new->kind || !str_eq(old->key, new->key))
		return false;
	if (old->kind == YAML_SCALAR)
		return same_scalar(c, old, new);
	old = old->first;
	new = new->first;
	for (; old && new; old = old->next, new = new->next) {
		if (!same_tree(c, old, new))
			return false;
		if (!is_extended(c, old))
			continue;
		new = new->next;
		if (!same_field(c, new))
			return false;
	}
	return !old && !new;
}

/* Whether the file says the same as before, but for the fixes, all of which it has. */
static bool
says_the_same(const struct parts *old, struct str new_bytes, const char *file,
              const struct fix *fixes, size_t len, const struct limits *limits)
{
	const struct yaml_limits most = { limits->yaml_depth, limits->yaml_nodes };
	struct comparison comparison = { fixes, len };
	const struct yaml_node *before = NULL, *after = NULL;
	struct arena *arena = arena_new();
	struct diag *quiet = diag_new();
	const struct pos top = { file, 1, 1 };
	struct parts new;
	bool same;

	same = split(&new, new_bytes, file, quiet) == 0 && str_eq(old->before, new.before) &&
	       str_eq(old->after, new.after) &&
	       yaml_parse(&before, arena, old->yaml, top, &most, quiet) == 0 &&
	       yaml_parse(&after, arena, new.yaml, top, &most, quiet) == 0 && before && after &&
	       same_tree(&comparison, before, after) && comparison.len == 0;
	diag_free(quiet);
	arena_free(arena);
	return same;
}

int
fix_text(struct buf *out, struct str bytes, const char *file, const struct fix *fixes, size_t len,
         const struct limits *limits)
{
	struct diag *quiet = diag_new();
	struct parts parts;
	size_t from = out->len;
	bool same = false;

	if (split(&parts, bytes, file, quiet) == 0)
		for (int manner = AS_BEFORE; manner <= QUOTED && !same; manner++) {
			struct str text;

			out->len = from;
			buf_add(out, parts.before);
			add_yaml(out, parts.yaml, fixes, len, (enum manner)manner);
			buf_add(out, parts.after);
			text = str_sub(buf_str(out), from, out->len);
			same = says_the_same(&parts, text, file, fixes, len, limits);
		}
	diag_free(quiet);
	return same ? 0 : -1;
}

static void
report_changed(const struct fix *fix, struct diag *diag)
{
	diag_warning(diag, (struct pos){ fix->at.file, 0, 0 }, "fix",
	             _("somebody else changed this file just now; nothing was corrected in it"));
	diag_hint(diag, _("run quartier check --fix once more"));
}

static int
report_left(const struct fix *fix, struct diag *diag)
{
	diag_warning(diag, fix->at, "fix",
	             _("%.*s: this cannot be corrected without changing more; it is as it was"),
	             STR_ARG(fix->field));
	diag_hint(diag, _("correct it by hand: \"%.*s\""), STR_ARG(fix->text));
	return 1;
}

int
fix_file(const struct source *source, const struct fix *fixes, size_t len,
         const struct limits *limits, struct diag *diag)
{
	const char *file = fixes->at.file;
	struct buf was = { .max = limits->text_bytes }, text = { 0 };
	int rc = source_read_path(source, file, &was, diag);
	bool writable = true;

	if (was.full || (rc == 0 && !hash_eq(hash_of(buf_str(&was)), fixes->file_hash)))
		rc = 1;
	if (rc == 0)
		writable = fix_text(&text, buf_str(&was), file, fixes, len, limits) == 0;
	if (rc == 0 && writable)
		rc = source_replace(source, file, buf_str(&was), buf_str(&text), diag);
	if (!writable)
		rc = report_left(fixes, diag);
	else if (rc > 0)
		report_changed(fixes, diag);
	buf_release(&was);
	buf_release(&text);
	return rc;
}
