#include "card/compose.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "card/yaml.h"

#include <string.h>

/* ---- rows ---- */

struct str
compose_top(struct str path)
{
	return str_sub(path, 0, str_find(path, '.'));
}

static bool
can_compose(const struct field *row)
{
	static const bool cannot[AS_COUNT] = {
		[AS_BOUNDS] = true, [AS_FOCUS] = true, [AS_PHOTO] = true, [AS_PHOTOS] = true,
		[AS_MAP] = true,    [AS_ITEMS] = true, [AS_NAMED] = true, [AS_LANGUAGES] = true,
	};

	return row && !cannot[row->type];
}

const struct field *
compose_row(enum kind kind, struct str path)
{
	struct str top = compose_top(path), rest = str_sub(path, top.len + 1, path.len);
	const struct field *row = schema_find(schema_kind(kind)->schema, top);

	if (row && rest.len > 0 && row->type == AS_MAP)
		row = schema_find(row->nested, rest);
	else if (row && (rest.len > 0) != (row->type == AS_LINKS))
		row = NULL;
	return can_compose(row) ? row : NULL;
}

/* ---- scalars ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether other readers of YAML take a plain word for a number, a date or a time. */
static bool
looks_like_number(struct str text)
{
	size_t i = 0;

	if (!is_digit(text.ptr[0]) && !strchr("+-.", text.ptr[0]))
		return false;
	if (text.len > 4 && is_digit(text.ptr[0]) && is_digit(text.ptr[3]) && text.ptr[4] == '-')
		return true;
	while (i < text.len && strchr("0123456789+-.,_:eExXoOabcdfABCDF", text.ptr[i]))
		i++;
	return i == text.len;
}

/* Whether they take it for yes, no or nothing. */
static bool
looks_like_word(struct str text)
{
	static const char *const words[] = { "y",   "n",    "yes",   "no",   "on",
		                             "off", "true", "false", "null", "~" };

	for (size_t i = 0; i < countof(words); i++)
		if (str_eq_ascii(text, str(words[i])))
			return true;
	return false;
}

/* Characters that need no quotes wherever they stand. */
static bool
is_harmless(struct str text, bool inside)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = utf8_next(text, &i);
		bool last = i == text.len;

		if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
		    c == 0xfeff || c == 0xfffe)
			return false;
		if (c < 0x80 && strchr(",[]{}\"\\`", (char)c))
			return false;
		if (c == ':' && (inside || last || text.ptr[i] == ' '))
			return false;
		if (c == ' ' && !last && text.ptr[i] == '#')
			return false;
	}
	return true;
}

static bool
begins_well(struct str text, bool inside)
{
	unsigned char c = (unsigned char)text.ptr[0];

	if (c == '+' || c == '/' || c == '(')
		return !inside;
	return c >= 0x80 || is_digit((char)c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
needs_quotes(struct str text, bool inside)
{
	return text.len == 0 || text.ptr[text.len - 1] == ' ' || !begins_well(text, inside) ||
	       !is_harmless(text, inside);
}

static void
add_escaped(struct buf *out, uint32_t c)
{
	if (c == '"' || c == '\\')
		buf_printf(out, "\\%c", (char)c);
	else if (c == '\t')
		buf_adds(out, "\\t");
	else if (c == '\n')
		buf_adds(out, "\\n");
	else if (c < ' ' || (c >= 0x7f && c < 0xa0))
		buf_printf(out, "\\x%02X", (unsigned)c);
	else if (c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe)
		buf_printf(out, "\\u%04X", (unsigned)c);
	else
		buf_add_codepoint(out, c);
}

static void
add_double_quoted(struct buf *out, struct str text)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < text.len;)
		add_escaped(out, utf8_next(text, &i));
	buf_addc(out, '"');
}

/* Single quotes save the backslashes of a text that has double ones. */
static bool
is_better_single(struct str text)
{
	bool has = false;

	for (size_t i = 0; i < text.len;) {
		uint32_t c = utf8_next(text, &i);

		if (c == '\'' || c < ' ' || (c >= 0x7f && c < 0xa0) || c >= 0x2028)
			return false;
		has = has || c == '"' || c == '\\';
	}
	return has;
}

static void
add_quoted(struct buf *out, struct str text)
{
	if (is_better_single(text))
		buf_printf(out, "'%.*s'", STR_ARG(text));
	else
		add_double_quoted(out, text);
}

static void
add_text(struct buf *out, struct str text, bool inside)
{
	if (needs_quotes(text, inside) || looks_like_number(text) || looks_like_word(text))
		add_quoted(out, text);
	else
		buf_add(out, text);
}

/* Numbers, dates and words of a closed list, which are no texts. */
static void
add_word(struct buf *out, struct str text, bool inside)
{
	if (needs_quotes(text, inside))
		add_quoted(out, text);
	else
		buf_add(out, text);
}

/* ---- values ---- */

static bool
is_list(const struct field *row)
{
	return row->type == AS_TEXTS || row->type == AS_TERMS || row->type == AS_WORDS ||
	       row->type == AS_SLUGS || row->type == AS_LOCATION;
}

static bool
is_word(const struct field *row)
{
	static const bool words[AS_COUNT] = {
		[AS_BOOL] = true,   [AS_TRISTATE] = true, [AS_CHOICE] = true,
		[AS_INT] = true,    [AS_SIZE] = true,     [AS_DATE] = true,
		[AS_MOMENT] = true, [AS_MONEY] = true,    [AS_LOCATION] = true,
	};

	return words[row->type];
}

static void
add_scalar(struct buf *out, const struct field *row, struct str text, bool inside)
{
	if (row->type == AS_HOURS) /* colons, semicolons, brackets: the habit spares mistakes */
		add_quoted(out, text);
	else if (is_word(row))
		add_word(out, text, inside);
	else
		add_text(out, text, inside);
}

static void
add_list(struct buf *out, const struct field *row, struct str value)
{
	struct str item;

	buf_addc(out, '[');
	for (bool first = true; str_split(&value, '\n', &item); first = false) {
		if (!first)
			buf_adds(out, ", ");
		add_scalar(out, row, item, true);
	}
	buf_addc(out, ']');
}

/* "fr: …\nnl: …\n" */
static void
add_languages(struct buf *out, struct str value)
{
	struct str line;
	bool first = true;

	buf_addc(out, '{');
	while (value.len > 0 && str_split(&value, '\n', &line)) {
		size_t colon = str_find(line, ':');

		if (!first)
			buf_adds(out, ", ");
		first = false;
		buf_printf(out, "%.*s: ", STR_ARG(str_sub(line, 0, colon)));
		add_text(out, str_sub(line, colon + 2, line.len), true);
	}
	buf_addc(out, '}');
}

void
compose_value(struct buf *out, const struct field *row, struct str value, bool inside)
{
	bool lines = str_find(value, '\n') < value.len;

	if (row->type == AS_TEXT && lines)
		add_languages(out, value);
	else if (is_list(row) && (lines || (row->type != AS_WORDS && row->type != AS_SLUGS)))
		add_list(out, row, value);
	else
		add_scalar(out, row, value, inside);
}

/* ---- cards ---- */

/* Where a nested field stands among its like: by the schema or by the vocabulary. */
static size_t
rank_inside(const struct field *top, struct str path)
{
	struct str key = str_sub(path, compose_top(path).len + 1, path.len);
	const struct field *row;

	if (top->type == AS_LINKS)
		return (size_t)vocabulary_find(top->vocabulary, key);
	row = schema_find(top->nested, key);
	return row ? row->rank : SIZE_MAX;
}

static void
add_map(struct buf *out, enum kind kind, const struct field *top,
        const struct compose_field *fields, size_t len)
{
	size_t done = 0, least = 0;

	buf_addc(out, '{');
	for (size_t n = 0; n < len; n++) {
		const struct compose_field *next = NULL;
		struct str key;

		for (size_t i = 0; i < len; i++) {
			size_t rank = rank_inside(top, fields[i].path);

			if ((n == 0 || rank > done) && (!next || rank < least)) {
				next = &fields[i];
				least = rank;
			}
		}
		if (!next)
			break;
		done = least;
		key = str_sub(next->path, str(top->key).len + 1, next->path.len);
		buf_printf(out, "%s%.*s: ", n ? ", " : "", STR_ARG(key));
		compose_value(out, compose_row(kind, next->path), next->value, true);
	}
	buf_addc(out, '}');
}

void
compose_member(struct buf *out, enum kind kind, const struct compose_field *fields, size_t len)
{
	struct str top = compose_top(fields[0].path);

	if (top.len == fields[0].path.len)
		compose_value(out, compose_row(kind, top), fields[0].value, false);
	else
		add_map(out, kind, schema_find(schema_kind(kind)->schema, top), fields, len);
}

static void
add_line(struct buf *out, struct arena *scratch, enum kind kind, const char *key,
         const struct compose_field *fields, size_t len)
{
	struct compose_field *of_key = arena_array(scratch, len, sizeof *of_key);
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		if (fields[i].value.len > 0 && str_is(compose_top(fields[i].path), key) &&
		    compose_row(kind, fields[i].path))
			of_key[count++] = fields[i];
	if (count == 0)
		return;
	buf_printf(out, "%s: ", key);
	compose_member(out, kind, of_key, count);
	buf_addc(out, '\n');
}

void
compose_card(struct buf *out, enum kind kind, const struct compose_field *fields, size_t len,
             struct str body)
{
	const struct schema *schema = schema_kind(kind)->schema;
	struct arena *scratch = arena_new();

	buf_adds(out, "---\n");
	for (size_t rank = 0; rank < schema->len; rank++)
		add_line(out, scratch, kind, schema_ranked(schema, rank)->key, fields, len);
	buf_adds(out, "---\n");
	buf_add(out, body);
	if (body.len > 0 && body.ptr[body.len - 1] != '\n')
		buf_addc(out, '\n');
	arena_free(scratch);
}

/* ---- and back ---- */

/* A node as YAML would have it, for people. */
static void
add_node(struct buf *out, const struct yaml_node *node)
{
	if (node->kind == YAML_SCALAR) {
		buf_add(out, node->text);
		return;
	}
	buf_addc(out, node->kind == YAML_LIST ? '[' : '{');
	for (const struct yaml_node *n = node->first; n; n = n->next) {
		if (n->key.len)
			buf_printf(out, "%.*s: ", STR_ARG(n->key));
		add_node(out, n);
		if (n->next)
			buf_adds(out, ", ");
	}
	buf_addc(out, node->kind == YAML_LIST ? ']' : '}');
}

static bool
has_only_scalars(const struct yaml_node *node)
{
	for (const struct yaml_node *n = node->first; n; n = n->next)
		if (n->kind != YAML_SCALAR)
			return false;
	return true;
}

static void
read_languages(struct buf *out, const struct yaml_node *map, enum lang first)
{
	const struct yaml_node *only = map->first;

	if (map->len == 1 && str_is(only->key, lang_code(first))) {
		buf_add(out, str_trim(only->text));
		return;
	}
	/* In the order of the languages: what the map's order is says nothing. */
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		const struct yaml_node *node = yaml_get(map, lang_code((enum lang)lang));

		if (node && !yaml_is_null(node))
			buf_printf(out, "%s: %.*s\n", lang_code((enum lang)lang),
			           STR_ARG(str_trim(node->text)));
	}
}

struct str
compose_read(struct arena *arena, const struct field *row, const struct yaml_node *node,
             enum lang first)
{
	struct buf out = { 0 };
	struct str value;

	if (yaml_is_null(node))
		return (struct str){ 0 };
	if (node->kind == YAML_SCALAR) {
		buf_add(&out, str_trim(node->text));
	} else if (node->kind == YAML_LIST && is_list(row) && has_only_scalars(node)) {
		for (const struct yaml_node *n = node->first; n; n = n->next)
			buf_printf(&out, "%s%.*s", n == node->first ? "" : "\n",
			           STR_ARG(str_trim(n->text)));
	} else if (node->kind == YAML_MAP && row->type == AS_TEXT && has_only_scalars(node)) {
		read_languages(&out, node, first);
	} else {
		add_node(&out, node);
	}
	value = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return value;
}
