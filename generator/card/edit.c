#include "card/edit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/frontmatter.h"
#include "card/yaml.h"

#include <string.h>

/* A card taken apart. */
struct sheet {
	struct arena *arena;
	enum kind kind;
	enum lang first;
	const char *file;
	struct str before, yaml, after;
	const struct yaml_node *root; /* a map, or NULL when there is nothing */
};

static int
parse(struct sheet *sheet, const struct limits *limits)
{
	const struct yaml_limits most = { limits->yaml_depth, limits->yaml_nodes };
	struct diag *quiet = diag_new();
	int rc = yaml_parse(&sheet->root, sheet->arena, sheet->yaml,
	                    (struct pos){ sheet->file, 1, 1 }, &most, quiet);

	diag_free(quiet);
	return rc == 0 && sheet->root && sheet->root->kind == YAML_MAP ? 0 : -1;
}

static int
take_apart(struct sheet *sheet, struct str bytes, const struct limits *limits)
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
	return parse(sheet, limits);
}

/* ---- reading ---- */

static void
add_field(struct edit_fields *fields, struct arena *arena, struct str path, struct str value)
{
	fields->items = arena_push(arena, fields->items, &fields->len, sizeof *fields->items);
	fields->items[fields->len - 1] = (struct compose_field){ path, value };
}

static void
read_fields(struct edit_fields *fields, const struct sheet *sheet)
{
	struct arena *arena = sheet->arena;

	for (const struct yaml_node *node = sheet->root->first; node; node = node->next) {
		const struct field *row = compose_row(sheet->kind, node->key);

		if (row)
			add_field(fields, arena, node->key,
			          compose_read(arena, row, node, sheet->first));
		for (const struct yaml_node *n = row ? NULL : node->first; n; n = n->next) {
			struct str path = arena_printf(arena, "%.*s.%.*s", STR_ARG(node->key),
			                               STR_ARG(n->key));

			row = compose_row(sheet->kind, path);
			if (row)
				add_field(fields, arena, path,
				          compose_read(arena, row, n, sheet->first));
			row = NULL;
		}
	}
}

int
edit_read(struct edit_fields *fields, struct arena *arena, struct str bytes, const char *file,
          enum kind kind, enum lang first, const struct limits *limits)
{
	struct sheet sheet = { .arena = arena, .kind = kind, .first = first, .file = file };

	*fields = (struct edit_fields){ 0 };
	if (take_apart(&sheet, bytes, limits) < 0)
		return -1;
	read_fields(fields, &sheet);
	return 0;
}

struct str
edit_get(const struct edit_fields *fields, struct str path)
{
	for (size_t i = 0; i < fields->len; i++)
		if (str_eq(fields->items[i].path, path))
			return fields->items[i].value;
	return (struct str){ 0 };
}

/* ---- places in the text ---- */

/* The byte at which the code point `point` begins. */
static size_t
byte_of(struct str text, size_t point)
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

static bool
is_in_brackets(const struct sheet *sheet, const struct yaml_node *node)
{
	size_t at = byte_of(sheet->yaml, node->from);

	return node->kind != YAML_SCALAR && at < sheet->yaml.len &&
	       (sheet->yaml.ptr[at] == '{' || sheet->yaml.ptr[at] == '[');
}

/* Where what a node says ends, in bytes. */
static size_t
end_of(const struct sheet *sheet, const struct yaml_node *node)
{
	size_t from = byte_of(sheet->yaml, node->from), end = from;

	if (node->kind == YAML_SCALAR || is_in_brackets(sheet, node))
		return trim_end(sheet->yaml, from, byte_of(sheet->yaml, node->to));
	for (const struct yaml_node *n = node->first; n; n = n->next)
		end = end_of(sheet, n);
	return end;
}

static size_t
line_end(struct str text, size_t at)
{
	return at + str_find(str_sub(text, at, text.len), '\n');
}

/* Behind the line's end, or the text's. */
static size_t
next_line(struct str text, size_t at)
{
	size_t end = line_end(text, at);

	return end < text.len ? end + 1 : end;
}

static size_t
line_begin(struct str text, size_t at)
{
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

static bool
has_comment(struct str text)
{
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] == '#' && strchr(" \t\n", text.ptr[i - 1]))
			return true;
	return false;
}

/* ---- one edit ---- */

static void
splice(struct sheet *sheet, size_t from, size_t to, struct str text)
{
	sheet->yaml =
		arena_printf(sheet->arena, "%.*s%.*s%.*s", STR_ARG(str_sub(sheet->yaml, 0, from)),
	                     STR_ARG(text), STR_ARG(str_sub(sheet->yaml, to, sheet->yaml.len)));
}

static const char *
line_break(const struct sheet *sheet)
{
	size_t end = str_find(sheet->yaml, '\n');

	return end > 0 && end < sheet->yaml.len && sheet->yaml.ptr[end - 1] == '\r' ? "\r\n" : "\n";
}

/* The value of `node` anew, where it stands. */
static int
replace_value(struct sheet *sheet, const struct yaml_node *node, struct str text)
{
	size_t from = byte_of(sheet->yaml, node->from), to = end_of(sheet, node);
	struct str was = str_sub(sheet->yaml, from, to);

	if (node->kind != YAML_SCALAR && !is_in_brackets(sheet, node))
		return -1;
	if (was.len > 0 && (was.ptr[0] == '|' || was.ptr[0] == '>'))
		return -1;
	if (node->kind != YAML_SCALAR && has_comment(was))
		return -1;
	if (was.len == 0 && from > 0 && sheet->yaml.ptr[from - 1] == ':')
		text = arena_printf(sheet->arena, " %.*s", STR_ARG(text));
	splice(sheet, from, to, text);
	return 0;
}

static size_t
rank_of(const struct schema *schema, const struct field *links, struct str key)
{
	const struct field *row = links ? NULL : schema_find(schema, key);

	if (links) {
		int term = vocabulary_find(links->vocabulary, key);

		return term < 0 ? SIZE_MAX : (size_t)term;
	}
	return row ? row->rank : SIZE_MAX;
}

/* The member behind which a new key belongs: the last one of a lower rank; NULL: before all. */
static const struct yaml_node *
predecessor(const struct yaml_node *map, const struct schema *schema, const struct field *links,
            struct str key)
{
	size_t rank = rank_of(schema, links, key);
	const struct yaml_node *found = NULL;

	for (const struct yaml_node *n = map->first; n; n = n->next)
		if (rank_of(schema, links, n->key) < rank)
			found = n;
	return found;
}

/* "key: value" between the brackets of a map. */
static void
insert_inside(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *before,
              struct str member)
{
	size_t at = byte_of(sheet->yaml, map->from) + 1;

	if (before) {
		at = end_of(sheet, before);
		member = arena_printf(sheet->arena, ", %.*s", STR_ARG(member));
	} else if (map->len > 0) {
		at = byte_of(sheet->yaml, map->first->key_from);
		member = arena_printf(sheet->arena, "%.*s, ", STR_ARG(member));
	}
	splice(sheet, at, at, member);
}

/* A line of its own, indented as the map's others. */
static int
insert_line(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *before,
            struct str member)
{
	size_t first = byte_of(sheet->yaml, map->first->key_from);
	size_t begin = line_begin(sheet->yaml, first), at = begin;
	struct str indent = str_sub(sheet->yaml, begin, first);
	const char *end = line_break(sheet);

	if (str_trim(indent).len > 0) /* "- key: …": a list's item */
		return -1;
	if (before)
		at = next_line(sheet->yaml, end_of(sheet, before));
	if (at > 0 && sheet->yaml.ptr[at - 1] != '\n')
		splice(sheet, at, at,
		       arena_printf(sheet->arena, "%s%.*s%.*s", end, STR_ARG(indent),
		                    STR_ARG(member)));
	else
		splice(sheet, at, at,
		       arena_printf(sheet->arena, "%.*s%.*s%s", STR_ARG(indent), STR_ARG(member),
		                    end));
	return 0;
}

static int
insert(struct sheet *sheet, const struct yaml_node *map, const struct schema *schema,
       const struct field *links, struct str key, struct str value)
{
	const struct yaml_node *before = predecessor(map, schema, links, key);
	struct str member = arena_printf(sheet->arena, "%.*s: %.*s", STR_ARG(key), STR_ARG(value));

	if (map->len > 0 && !is_in_brackets(sheet, map))
		return insert_line(sheet, map, before, member);
	insert_inside(sheet, map, before, member);
	return 0;
}

/* Takes a member out of brackets, with the comma that parts it from another. */
static int
remove_inside(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *node)
{
	size_t from = byte_of(sheet->yaml, node->key_from), to = end_of(sheet, node);
	const struct yaml_node *before = NULL;

	for (const struct yaml_node *n = map->first; n != node; n = n->next)
		before = n;
	if (node->next)
		to = byte_of(sheet->yaml, node->next->key_from);
	else if (before)
		from = end_of(sheet, before);
	if (has_comment(str_sub(sheet->yaml, from, to)))
		return -1;
	splice(sheet, from, to, (struct str){ 0 });
	return 0;
}

/* Takes the lines of a member out; a comment behind its value stays, on a line of its own. */
static int
remove_lines(struct sheet *sheet, const struct yaml_node *node)
{
	size_t from = byte_of(sheet->yaml, node->key_from), to = end_of(sheet, node), end;

	if (to < from) /* nothing behind the colon */
		to = from + node->key.len + 1;
	if (node->kind != YAML_SCALAR && has_comment(str_sub(sheet->yaml, from, to)))
		return -1;
	end = line_end(sheet->yaml, to);
	if (str_trim(str_sub(sheet->yaml, to, end)).len == 0) {
		from = line_begin(sheet->yaml, from);
		to = next_line(sheet->yaml, to);
	} else {
		while (to < end && strchr(" \t", sheet->yaml.ptr[to]))
			to++;
	}
	splice(sheet, from, to, (struct str){ 0 });
	return 0;
}

static int
remove_member(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *node)
{
	if (is_in_brackets(sheet, map))
		return remove_inside(sheet, map, node);
	return remove_lines(sheet, node);
}

static const struct yaml_node *
member_of(const struct yaml_node *map, struct str key)
{
	for (const struct yaml_node *n = map->first; n; n = n->next)
		if (str_eq(n->key, key))
			return n;
	return NULL;
}

static struct str
written(const struct sheet *sheet, const struct compose_field *edit, bool inside)
{
	struct buf out = { 0 };
	struct str text;

	if (edit->value.len > 0)
		compose_value(&out, compose_row(sheet->kind, edit->path), edit->value, inside);
	text = arena_str(sheet->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static int
edit_top(struct sheet *sheet, const struct compose_field *edit)
{
	const struct yaml_node *node = member_of(sheet->root, edit->path);
	struct str value = written(sheet, edit, is_in_brackets(sheet, sheet->root));

	if (edit->value.len == 0)
		return node ? remove_member(sheet, sheet->root, node) : 0;
	if (node)
		return replace_value(sheet, node, value);
	return insert(sheet, sheet->root, schema_kind(sheet->kind)->schema, NULL, edit->path,
	              value);
}

/* A field inside a map that is not there yet. */
static int
add_nested(struct sheet *sheet, const struct compose_field *edit, struct str top)
{
	struct buf out = { 0 };
	int rc;

	compose_member(&out, sheet->kind, edit, 1);
	rc = insert(sheet, sheet->root, schema_kind(sheet->kind)->schema, NULL, top, buf_str(&out));
	buf_release(&out);
	return rc;
}

static int
edit_nested(struct sheet *sheet, const struct compose_field *edit)
{
	struct str top = compose_top(edit->path);
	struct str key = str_sub(edit->path, top.len + 1, edit->path.len);
	const struct yaml_node *map = member_of(sheet->root, top), *node;
	const struct field *row = schema_find(schema_kind(sheet->kind)->schema, top);
	const struct field *links = row->type == AS_LINKS ? row : NULL;

	if (!map)
		return edit->value.len ? add_nested(sheet, edit, top) : 0;
	if (map->kind != YAML_MAP)
		return -1;
	node = member_of(map, key);
	if (edit->value.len == 0 && node && map->len == 1)
		return remove_member(sheet, sheet->root, map);
	if (edit->value.len == 0)
		return node ? remove_member(sheet, map, node) : 0;
	if (node)
		return replace_value(sheet, node, written(sheet, edit, is_in_brackets(sheet, map)));
	return insert(sheet, map, row->nested, links, key,
	              written(sheet, edit, is_in_brackets(sheet, map)));
}

/* ---- all of them, and the proof ---- */

static bool
is_edited(const struct compose_field *edits, size_t len, struct str key, struct str sub,
          struct arena *arena)
{
	struct str path =
		sub.len ? arena_printf(arena, "%.*s.%.*s", STR_ARG(key), STR_ARG(sub)) : key;

	for (size_t i = 0; i < len; i++)
		if (str_eq(edits[i].path, path))
			return true;
	return false;
}

static bool
same_node(const struct yaml_node *a, const struct yaml_node *b)
{
	if (a->kind != b->kind || a->len != b->len || a->plain != b->plain ||
	    !str_eq(a->key, b->key) || !str_eq(a->text, b->text))
		return false;
	a = a->first;
	b = b->first;
	for (; a && b; a = a->next, b = b->next)
		if (!same_node(a, b))
			return false;
	return !a && !b;
}

/* Whether every member of `a` that no edit is about is in `b`, too. */
static bool
holds_rest(const struct yaml_node *a, const struct yaml_node *b, struct str top,
           const struct compose_field *edits, size_t len, struct arena *arena)
{
	static const struct yaml_node empty = { .kind = YAML_MAP };

	for (const struct yaml_node *n = a->first; n; n = n->next) {
		const struct yaml_node *other = member_of(b, n->key);
		bool edited = top.len ? is_edited(edits, len, top, n->key, arena)
		                      : is_edited(edits, len, n->key, (struct str){ 0 }, arena);
		bool touched = false;

		for (size_t i = 0; i < len && top.len == 0; i++)
			touched = touched || str_eq(compose_top(edits[i].path), n->key);
		if (edited || (other && same_node(n, other)))
			continue;
		if (!touched || n->kind != YAML_MAP)
			return false;
		if (other && other->kind != YAML_MAP)
			return false;
		if (!holds_rest(n, other ? other : &empty, n->key, edits, len, arena))
			return false;
	}
	return true;
}

static bool
says_edits(const struct sheet *sheet, const struct compose_field *edits, size_t len)
{
	struct edit_fields fields = { 0 };

	read_fields(&fields, sheet);
	for (size_t i = 0; i < len; i++)
		if (!str_eq(edit_get(&fields, edits[i].path), edits[i].value))
			return false;
	return true;
}

int
edit_card(struct buf *out, struct str bytes, const char *file, enum kind kind, enum lang first,
          const struct compose_field *edits, size_t len, const struct limits *limits)
{
	struct arena *arena = arena_new();
	struct sheet sheet = { .arena = arena, .kind = kind, .first = first, .file = file };
	const struct yaml_node *before;
	int rc = take_apart(&sheet, bytes, limits);

	before = sheet.root;
	for (size_t i = 0; i < len && rc == 0; i++) {
		bool nested = str_find(edits[i].path, '.') < edits[i].path.len;

		rc = compose_row(kind, edits[i].path) == NULL
		             ? -1
		             : (nested ? edit_nested : edit_top)(&sheet, &edits[i]);
		if (rc == 0)
			rc = parse(&sheet, limits);
	}
	if (rc == 0 && (!holds_rest(before, sheet.root, (struct str){ 0 }, edits, len, arena) ||
	                !holds_rest(sheet.root, before, (struct str){ 0 }, edits, len, arena) ||
	                !says_edits(&sheet, edits, len)))
		rc = -1;
	if (rc == 0) {
		buf_add(out, sheet.before);
		buf_add(out, sheet.yaml);
		buf_add(out, sheet.after);
	}
	arena_free(arena);
	return rc;
}
