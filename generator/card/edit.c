#include "card/edit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/edit_sheet.h"
#include "card/yaml.h"

#include <string.h>

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
	if (sheet_take_apart(&sheet, bytes, limits) < 0)
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

/* ---- one edit ---- */

/* The value of `node` anew, where it stands. */
static int
replace_value(struct sheet *sheet, const struct yaml_node *node, struct str text)
{
	size_t from = sheet_byte(sheet->yaml, node->from), to = sheet_end(sheet, node);
	struct str was = str_sub(sheet->yaml, from, to);

	if (node->kind != YAML_SCALAR && !sheet_in_brackets(sheet, node))
		return -1;
	if (was.len > 0 && (was.ptr[0] == '|' || was.ptr[0] == '>'))
		return -1;
	if (node->kind != YAML_SCALAR && sheet_has_comment(was))
		return -1;
	if (was.len == 0 && from > 0 && sheet->yaml.ptr[from - 1] == ':')
		text = arena_printf(sheet->arena, " %.*s", STR_ARG(text));
	sheet_splice(sheet, from, to, text);
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
	size_t at = sheet_byte(sheet->yaml, map->from) + 1;

	if (before) {
		at = sheet_end(sheet, before);
		member = arena_printf(sheet->arena, ", %.*s", STR_ARG(member));
	} else if (map->len > 0) {
		at = sheet_byte(sheet->yaml, map->first->key_from);
		member = arena_printf(sheet->arena, "%.*s, ", STR_ARG(member));
	}
	sheet_splice(sheet, at, at, member);
}

/* A line of its own, indented as the map's others. */
static int
insert_line(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *before,
            struct str member)
{
	size_t first = sheet_byte(sheet->yaml, map->first->key_from);
	size_t begin = sheet_line_begin(sheet->yaml, first), at = begin;
	struct str indent = str_sub(sheet->yaml, begin, first);
	const char *end = sheet_line_break(sheet);

	if (str_trim(indent).len > 0) /* "- key: …": a list's item */
		return -1;
	if (before)
		at = sheet_next_line(sheet->yaml, sheet_end(sheet, before));
	if (at > 0 && sheet->yaml.ptr[at - 1] != '\n')
		sheet_splice(sheet, at, at,
		             arena_printf(sheet->arena, "%s%.*s%.*s", end, STR_ARG(indent),
		                          STR_ARG(member)));
	else
		sheet_splice(sheet, at, at,
		             arena_printf(sheet->arena, "%.*s%.*s%s", STR_ARG(indent),
		                          STR_ARG(member), end));
	return 0;
}

static int
insert(struct sheet *sheet, const struct yaml_node *map, const struct schema *schema,
       const struct field *links, struct str key, struct str value)
{
	const struct yaml_node *before = predecessor(map, schema, links, key);
	struct str member = arena_printf(sheet->arena, "%.*s: %.*s", STR_ARG(key), STR_ARG(value));

	if (map->len > 0 && !sheet_in_brackets(sheet, map))
		return insert_line(sheet, map, before, member);
	insert_inside(sheet, map, before, member);
	return 0;
}

/* Takes a member out of brackets, with the comma that parts it from another. */
static int
remove_inside(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *node)
{
	size_t from = sheet_byte(sheet->yaml, node->key_from), to = sheet_end(sheet, node);
	const struct yaml_node *before = NULL;

	for (const struct yaml_node *n = map->first; n != node; n = n->next)
		before = n;
	if (node->next)
		to = sheet_byte(sheet->yaml, node->next->key_from);
	else if (before)
		from = sheet_end(sheet, before);
	if (sheet_has_comment(str_sub(sheet->yaml, from, to)))
		return -1;
	sheet_splice(sheet, from, to, (struct str){ 0 });
	return 0;
}

/* Takes the lines of a member out; a comment behind its value stays, on a line of its own. */
static int
remove_lines(struct sheet *sheet, const struct yaml_node *node)
{
	size_t from = sheet_byte(sheet->yaml, node->key_from), to = sheet_end(sheet, node), end;

	if (to < from) /* nothing behind the colon */
		to = from + node->key.len + 1;
	if (node->kind != YAML_SCALAR && sheet_has_comment(str_sub(sheet->yaml, from, to)))
		return -1;
	end = sheet_line_end(sheet->yaml, to);
	if (str_trim(str_sub(sheet->yaml, to, end)).len == 0) {
		from = sheet_line_begin(sheet->yaml, from);
		to = sheet_next_line(sheet->yaml, to);
	} else {
		while (to < end && strchr(" \t", sheet->yaml.ptr[to]))
			to++;
	}
	sheet_splice(sheet, from, to, (struct str){ 0 });
	return 0;
}

static int
remove_member(struct sheet *sheet, const struct yaml_node *map, const struct yaml_node *node)
{
	if (sheet_in_brackets(sheet, map))
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
	struct str value = written(sheet, edit, sheet_in_brackets(sheet, sheet->root));

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
		return replace_value(sheet, node,
		                     written(sheet, edit, sheet_in_brackets(sheet, map)));
	return insert(sheet, map, row->nested, links, key,
	              written(sheet, edit, sheet_in_brackets(sheet, map)));
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
	int rc = sheet_take_apart(&sheet, bytes, limits);

	before = sheet.root;
	for (size_t i = 0; i < len && rc == 0; i++) {
		bool nested = str_find(edits[i].path, '.') < edits[i].path.len;

		rc = compose_row(kind, edits[i].path) == NULL
		             ? -1
		             : (nested ? edit_nested : edit_top)(&sheet, &edits[i]);
		if (rc == 0)
			rc = sheet_parse(&sheet, limits);
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
