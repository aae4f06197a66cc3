#include "card/yaml.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/yaml_fault.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* A list or a map that is still being read. */
struct level {
	struct level *up;
	struct yaml_node *node, *last;
	struct str key; /* of the member that comes next */
	struct pos key_at;
	size_t key_from;
	bool has_key;
};

struct builder {
	struct arena *arena;
	struct diag *diag;
	struct str text;
	struct pos begin;
	struct yaml_limits limits;
	struct level *level;
	uint64_t depth, nodes;
	unsigned documents;
	struct yaml_node *root;
	bool bad; /* reported, but reading may go on */
};

static struct pos
pos_of(const struct builder *b, yaml_mark_t mark)
{
	struct pos at = b->begin;

	at.column = (unsigned)mark.column + (mark.line == 0 ? at.column : 1);
	at.line += (unsigned)mark.line;
	return at;
}

static int
count_node(struct builder *b, struct pos at)
{
	if (b->nodes++ < b->limits.nodes)
		return 0;
	diag_error(b->diag, at, "limit", _("there are more than %llu values in one file"),
	           (unsigned long long)b->limits.nodes);
	diag_hint(b->diag, _("\"limits: {yaml-nodes: …}\" in quartier.yml raises this limit"));
	return -1;
}

/* Hangs a new node where the next one belongs. */
static struct yaml_node *
add_node(struct builder *b, enum yaml_kind kind, struct pos at)
{
	struct yaml_node *node = arena_alloc(b->arena, sizeof *node);
	struct level *level = b->level;

	node->kind = kind;
	node->at = at;
	if (!level) {
		b->root = node;
		return node;
	}
	node->key = level->key;
	node->key_at = level->key_at;
	node->key_from = level->key_from;
	level->has_key = false;
	if (level->last)
		level->last->next = node;
	else
		level->node->first = node;
	level->last = node;
	level->node->len++;
	return node;
}

static int
refuse(struct builder *b, struct pos at, const char *message, const char *hint)
{
	diag_error(b->diag, at, "yaml", "%s", message);
	diag_hint(b->diag, "%s", hint);
	return -1;
}

/* Whether a map waits for a key, which can be nothing but a word. */
static bool
wants_key(const struct builder *b)
{
	return b->level && b->level->node->kind == YAML_MAP && !b->level->has_key;
}

static int
check_properties(struct builder *b, const yaml_char_t *anchor, const yaml_char_t *tag,
                 struct pos at)
{
	if (anchor)
		return refuse(
			b, at, _("anchors (&name) are not used here"),
			_("write the value where it is needed; a text that begins with & needs quotes"));
	if (tag)
		return refuse(b, at, _("tags (!name) are not used here"),
		              _("leave the tag out; a text that begins with ! needs quotes"));
	return 0;
}

static int
take_key(struct builder *b, struct str text, bool plain, struct pos at, size_t from)
{
	if (plain && str_is(text, "<<"))
		return refuse(b, at, _("merge keys (<<) are not used here"),
		              _("write the fields out where they are needed"));
	if (text.len == 0)
		return refuse(
			b, at, _("a word is missing before the colon"),
			_("write \"key: value\", or put a text that begins with a colon in quotes"));
	b->level->key = text;
	b->level->key_at = at;
	b->level->key_from = from;
	b->level->has_key = true;
	return 0;
}

static int
on_scalar(struct builder *b, const yaml_event_t *event)
{
	struct str text = { (const char *)event->data.scalar.value, event->data.scalar.length };
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	struct pos at = pos_of(b, event->start_mark);
	struct yaml_node *node;

	if (check_properties(b, event->data.scalar.anchor, event->data.scalar.tag, at) < 0 ||
	    count_node(b, at) < 0)
		return -1;
	text = arena_str(b->arena, text);
	if (wants_key(b))
		return take_key(b, text, plain, at, event->start_mark.index);
	node = add_node(b, YAML_SCALAR, at);
	node->plain = plain;
	node->text = text;
	node->from = event->start_mark.index;
	node->to = event->end_mark.index;
	if (plain && text.len == 0 && node->key.len)
		node->at = node->key_at;
	return 0;
}

static int
on_open(struct builder *b, enum yaml_kind kind, const yaml_char_t *anchor, const yaml_char_t *tag,
        yaml_mark_t mark)
{
	struct pos at = pos_of(b, mark);
	struct level *level;

	if (check_properties(b, anchor, tag, at) < 0 || count_node(b, at) < 0)
		return -1;
	if (wants_key(b))
		return refuse(b, at, _("a key must be a word, not a list or a map"),
		              _("a text that begins with [ or { needs quotes"));
	if (b->depth++ >= b->limits.depth) {
		diag_error(b->diag, at, "limit", _("lists and maps are nested more than %llu deep"),
		           (unsigned long long)b->limits.depth);
		diag_hint(b->diag,
		          _("\"limits: {yaml-depth: …}\" in quartier.yml raises this limit"));
		return -1;
	}
	level = arena_alloc(b->arena, sizeof *level);
	level->node = add_node(b, kind, at);
	level->node->from = mark.index;
	level->up = b->level;
	b->level = level;
	return 0;
}

static void
report_duplicate(struct builder *b, const struct yaml_node *first, const struct yaml_node *second)
{
	b->bad = true;
	diag_error(b->diag, yaml_place(second), "duplicate-key", _("\"%.*s\" is given twice"),
	           STR_ARG(second->key));
	diag_hint(b->diag, _("it is already given on line %u; keep one of the two"),
	          first->key_at.line);
}

static int
compare_keys(const void *left, const void *right)
{
	const struct yaml_node *a = *(const struct yaml_node *const *)left;
	const struct yaml_node *b = *(const struct yaml_node *const *)right;
	int order = str_cmp(a->key, b->key);

	if (order == 0)
		order = (a->key_at.line > b->key_at.line) - (a->key_at.line < b->key_at.line);
	if (order == 0)
		order = (a->key_at.column > b->key_at.column) -
		        (a->key_at.column < b->key_at.column);
	return order;
}

/* Sorting costs as much for ten thousand hostile keys as is fair; for a dozen, comparing each with
 * each is quicker, since most differ in length. */
static void
find_duplicates(struct builder *b, const struct yaml_node *map)
{
	enum { FEW = 24 };
	const struct yaml_node **sorted;
	size_t n = 0;

	if (map->len <= FEW) {
		for (const struct yaml_node *second = map->first; second; second = second->next)
			for (const struct yaml_node *first = map->first; first != second;
			     first = first->next)
				if (str_eq(first->key, second->key)) {
					report_duplicate(b, first, second);
					break;
				}
		return;
	}
	sorted = arena_array(b->arena, map->len, sizeof(struct yaml_node *));
	for (const struct yaml_node *node = map->first; node; node = node->next)
		sorted[n++] = node;
	qsort(sorted, n, sizeof(struct yaml_node *), compare_keys);
	for (size_t i = 1, first = 0; i < n; i++) {
		if (str_eq(sorted[first]->key, sorted[i]->key))
			report_duplicate(b, sorted[first], sorted[i]);
		else
			first = i;
	}
}

static void
on_close(struct builder *b, yaml_mark_t mark)
{
	assert(b->level); /* libyaml's events come in pairs */
	b->level->node->to = mark.index;
	if (b->level->node->kind == YAML_MAP)
		find_duplicates(b, b->level->node);
	b->level = b->level->up;
	b->depth--;
}

static int
on_event(struct builder *b, const yaml_event_t *event)
{
	struct pos at = pos_of(b, event->start_mark);

	switch (event->type) {
	case YAML_SCALAR_EVENT: return on_scalar(b, event);
	case YAML_SEQUENCE_START_EVENT:
		return on_open(b, YAML_LIST, event->data.sequence_start.anchor,
		               event->data.sequence_start.tag, event->start_mark);
	case YAML_MAPPING_START_EVENT:
		return on_open(b, YAML_MAP, event->data.mapping_start.anchor,
		               event->data.mapping_start.tag, event->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: on_close(b, event->end_mark); return 0;
	case YAML_ALIAS_EVENT:
		return refuse(b, at, _("aliases (*name) are not used here"),
		              _("write the value out; a text that begins with * needs quotes"));
	case YAML_DOCUMENT_START_EVENT:
		if (b->documents++ == 0)
			return 0;
		return refuse(
			b, at, _("a second document begins here"),
			_("keep one: no line of three hyphens after the first (a card with a text ends "
		          "in .md)"));
	default: return 0;
	}
}

/* Where in the file `text`, which begins at `begin`, the byte `at` stands. */
static struct pos
place_in(struct str text, struct pos begin, size_t at)
{
	size_t from = 0;

	for (size_t i = 0; i < at; i++)
		if (text.ptr[i] == '\n') {
			begin.line++;
			begin.column = 1;
			from = i + 1;
		}
	begin.column += (unsigned)utf8_count(str_sub(text, from, at));
	return begin;
}

/* What libyaml's reader refuses before any syntax, without telling where. */
static void
report_control(struct str text, struct pos begin, const char *code, struct diag *diag)
{
	size_t at = utf8_find_control(text), next = at;

	if (at == text.len) {
		diag_error(diag, begin, "yaml",
		           _("there is a character here that YAML does not allow"));
		return;
	}
	diag_error(diag, place_in(text, begin, at), code,
	           _("there is an invisible control character here (U+%04X)"),
	           (unsigned)utf8_next(text, &next));
	diag_hint(diag, _("delete it; such characters often come with text that was pasted"));
}

static void
report_syntax(const struct builder *b, const yaml_parser_t *parser)
{
	struct yaml_slip slip = {
		.problem = parser->problem ? parser->problem : "",
		.context = parser->context,
		.at = pos_of(b, parser->problem_mark),
		.context_at = pos_of(b, parser->context_mark),
	};

	if (parser->error == YAML_READER_ERROR)
		report_control(b->text, b->begin, "yaml", b->diag);
	else
		yaml_fault(&slip, b->text, b->begin, b->diag);
}

static int
read_events(struct builder *b, yaml_parser_t *parser)
{
	yaml_event_t event;
	int rc = 0;

	for (bool more = true; more && rc == 0;) {
		if (!yaml_parser_parse(parser, &event)) {
			report_syntax(b, parser);
			return -1;
		}
		more = event.type != YAML_STREAM_END_EVENT;
		rc = on_event(b, &event);
		yaml_event_delete(&event);
	}
	return rc;
}

/* libyaml still breaks lines as YAML 1.1 did, at U+0085, U+2028 and U+2029, which editors do not show as
 * lines; 1.2 takes them for text. They come along with text pasted from layout programs. One space each
 * keeps lines and columns right. */
static struct str
without_old_breaks(struct arena *arena, struct str text)
{
	static const char *const breaks[] = { "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };
	char *copy = NULL;
	size_t len = 0, from = 0;

	for (size_t i = 0; i + 1 < text.len; i++) {
		size_t which = 0, size;

		if (text.ptr[i] != '\xc2' && text.ptr[i] != '\xe2')
			continue;
		while (which < countof(breaks) &&
		       !str_starts(str_sub(text, i, text.len), breaks[which]))
			which++;
		if (which == countof(breaks))
			continue;
		if (!copy)
			copy = arena_array(arena, text.len, 1);
		size = strlen(breaks[which]);
		memcpy(copy + len, text.ptr + from, i - from);
		len += i - from;
		copy[len++] = ' ';
		from = i + size;
		i = from - 1;
	}
	if (!copy)
		return text;
	memcpy(copy + len, text.ptr + from, text.len - from);
	return (struct str){ copy, len + text.len - from };
}

int
yaml_parse(const struct yaml_node **root, struct arena *arena, struct str text, struct pos at,
           const struct yaml_limits *limits, struct diag *diag)
{
	struct builder b = { .arena = arena, .diag = diag, .begin = at };
	yaml_parser_t parser;
	int rc;

	*root = NULL;
	b.limits.depth = limits && limits->depth ? limits->depth : YAML_DEPTH;
	b.limits.nodes = limits && limits->nodes ? limits->nodes : YAML_NODES;
	b.text = without_old_breaks(arena, text);
	if (!yaml_parser_initialize(&parser)) {
		diag_environment(diag, "%s", _("memory ran out"));
		return -1;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)(b.text.ptr ? b.text.ptr : ""),
	                             b.text.len);
	rc = read_events(&b, &parser);
	yaml_parser_delete(&parser);
	if (rc == 0)
		*root = b.root;
	return b.bad ? -1 : rc;
}

int
yaml_text(struct str *text, const char *file, struct diag *diag)
{
	const struct pos begin = { file, 1, 1 };
	size_t bad;

	if (str_starts(*text, "\xef\xbb\xbf"))
		*text = str_sub(*text, 3, text->len);
	if (!utf8_check(*text, &bad)) {
		diag_error(diag, place_in(*text, begin, bad), "encoding",
		           _("this is not UTF-8 text (byte 0x%02x)"),
		           (unsigned)(unsigned char)text->ptr[bad]);
		diag_hint(diag, _("save the file as UTF-8 (in Windows: Save as, Encoding, UTF-8)"));
		return -1;
	}
	if (utf8_find_control(*text) == text->len)
		return 0;
	report_control(*text, begin, "encoding", diag);
	return -1;
}

const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml_node *node = map->first; node; node = node->next)
		if (str_is(node->key, key))
			return node;
	return NULL;
}

struct pos
yaml_place(const struct yaml_node *member)
{
	return member->at.line == member->key_at.line ? member->at : member->key_at;
}

bool
yaml_is_null(const struct yaml_node *node)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };

	if (!node)
		return true;
	if (node->kind != YAML_SCALAR || !node->plain)
		return false;
	for (size_t i = 0; i < countof(nulls); i++)
		if (str_is(node->text, nulls[i]))
			return true;
	return false;
}

bool
yaml_bool(struct str text, bool *boolean)
{
	static const struct {
		const char *word;
		bool means;
	} words[] = {
		{ "yes", true }, { "no", false },  { "true", true },  { "false", false },
		{ "on", true },  { "off", false }, { "oui", true },   { "non", false },
		{ "ja", true },  { "nee", false }, { "nein", false },
	};

	for (size_t i = 0; i < countof(words); i++)
		if (str_eq_ascii(text, str(words[i].word))) {
			*boolean = words[i].means;
			return true;
		}
	return false;
}
