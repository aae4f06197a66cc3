#include "theme/mustache_private.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/value.h"
#include "theme/mustache.h"
#include "theme/mustache_scan.h"

#include <string.h>

enum { NAME_PARTS = 32, SHOWN_MAX = 40 };

/* A section, parent or block whose closing tag is still to come. */
struct open_tag {
	uint32_t node;
	char kind;
	struct str name;
	struct str dedent; /* what was in force outside */
	unsigned line;     /* number of the line that it stands on, as the scanner counts */
};

struct parser {
	struct arena *arena;
	struct mustache *template;
	struct diag *diag;
	struct mustache_scanner scan;
	struct open_tag stack[MUSTACHE_NESTING];
	size_t depth;
	struct str dedent; /* white space that lines of the block lose at their start */
	char *text;        /* the next byte of the area that text nodes point into */
	bool joins;        /* the last node is a text that more text may be added to */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
all_blank(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_blank(s.ptr[i]))
			return false;
	return true;
}

static struct str
leading_blanks(struct str s)
{
	size_t n = 0;

	while (n < s.len && is_blank(s.ptr[n]))
		n++;
	return str_sub(s, 0, n);
}

/* What is left of a line's text, or of its leading white space, without the block's indentation. */
static struct str
without_dedent(const struct parser *p, struct str s)
{
	size_t n = 0;

	while (n < s.len && n < p->dedent.len && s.ptr[n] == p->dedent.ptr[n])
		n++;
	return str_sub(s, n, s.len);
}

/* --- nodes ----------------------------------------------------------------------------------- */

static struct mustache_node *
push_node(struct parser *p, enum mustache_op op, size_t source)
{
	struct mustache *t = p->template;
	struct mustache_node *node;

	t->nodes = arena_push(p->arena, t->nodes, &t->nodes_len, sizeof *t->nodes);
	node = &t->nodes[t->nodes_len - 1];
	node->op = (uint8_t)op;
	node->source = (uint32_t)source;
	node->end = (uint32_t)t->nodes_len;
	p->joins = false;
	return node;
}

static const struct open_tag *
innermost(const struct parser *p)
{
	return p->depth > 0 ? &p->stack[p->depth - 1] : NULL;
}

static bool
inside_parent(const struct parser *p)
{
	return p->depth > 0 && innermost(p)->kind == '<';
}

/* Text beside the blocks of a parent is dropped, as the specification says. */
static void
emit_text(struct parser *p, struct str text, size_t source)
{
	struct mustache_node *node;

	if (text.len == 0 || inside_parent(p))
		return;
	if (!p->joins) {
		node = push_node(p, MUSTACHE_TEXT, source);
		node->text.ptr = p->text;
		p->joins = true;
	}
	node = &p->template->nodes[p->template->nodes_len - 1];
	memcpy(p->text, text.ptr, text.len);
	p->text += text.len;
	node->text.len += text.len;
}

/* --- names ----------------------------------------------------------------------------------- */

static void
set_part(struct mustache_part *part, struct str key)
{
	part->key = key;
	part->hash = value_hash(key);
}

/* As much of a name as a message needs. */
static struct str
beginning(struct str name)
{
	size_t at = 0;

	for (int n = 0; at < name.len && n < SHOWN_MAX; n++)
		if (utf8_next(name, &at) == '\n')
			return str_trim(str_sub(name, 0, at));
	return str_sub(name, 0, at);
}

static bool
name_is_sound(struct parser *p, const struct mustache_token *tag, struct str name)
{
	if (name.len == 0) {
		mustache_scan_fail(&p->scan, tag->source, _("this tag is empty; it needs a name"));
		return false;
	}
	for (size_t i = 0; i < name.len; i++)
		if (mustache_is_space(name.ptr[i])) {
			name = beginning(name);
			diag_error(p->diag, mustache_pos(p->template, tag->source), "template",
			           _("\"%.*s\" is not a name: names have no spaces"),
			           STR_ARG(name));
			mustache_scan_failed(&p->scan);
			return false;
		}
	return true;
}

/* Cuts "a.b.c" into its parts; "." has none. */
static int
split_name(struct parser *p, const struct mustache_token *tag, struct str name,
           struct mustache_node *node)
{
	struct mustache_part parts[NAME_PARTS];
	struct str part;
	size_t n = 0;

	if (!name_is_sound(p, tag, name))
		return -1;
	if (str_is(name, "."))
		return 0;
	while (str_split(&name, '.', &part)) {
		if (part.len == 0 || n == NAME_PARTS) {
			mustache_scan_fail(
				&p->scan, tag->source,
				n == NAME_PARTS
					? _("this name has more than 32 parts")
					: _("a part of this name is empty: there is one point too many"));
			return -1;
		}
		set_part(&parts[n++], part);
	}
	node->parts = arena_copy(p->arena, parts, n * sizeof *parts);
	node->parts_len = (uint16_t)n;
	return 0;
}

/* The name of a template or a block: whole, or dotted behind an asterisk. */
static int
target_name(struct parser *p, const struct mustache_token *tag, struct str name,
            struct mustache_node *node)
{
	struct mustache_part part;

	if (tag->kind != '$' && name.len > 0 && name.ptr[0] == '*') {
		node->flags |= MUSTACHE_DYNAMIC;
		return split_name(p, tag, str_trim(str_sub(name, 1, name.len)), node);
	}
	if (!name_is_sound(p, tag, name))
		return -1;
	set_part(&part, name);
	node->parts = arena_copy(p->arena, &part, sizeof part);
	node->parts_len = 1;
	return 0;
}

/* --- tags ------------------------------------------------------------------------------------ */

/* How the line holds the tag: alone, then behind `lead`, and is it the last tag of the line? */
struct setting {
	bool alone, last;
	struct str lead;
};

static const enum mustache_op op_of[128] = {
	['v'] = MUSTACHE_ESCAPED, ['&'] = MUSTACHE_RAW,      ['{'] = MUSTACHE_RAW,
	['#'] = MUSTACHE_SECTION, ['^'] = MUSTACHE_INVERTED, ['>'] = MUSTACHE_PARTIAL,
	['<'] = MUSTACHE_PARENT,  ['$'] = MUSTACHE_BLOCK,
};

/* The indentation of what stands between a block's opening tag, the last one of its line, and its
 * closing tag: that of the first line that is not blank. False when there is no such line. */
static bool
body_indentation(const struct parser *p, struct str *indentation)
{
	struct str rest = str_sub(p->scan.source, p->scan.at, p->scan.source.len), line;

	while (rest.len > 0 && str_split(&rest, '\n', &line)) {
		*indentation = leading_blanks(line);
		line = str_trim(line);
		if (line.len == 0)
			continue;
		if (line.len > p->scan.open.len &&
		    memcmp(line.ptr, p->scan.open.ptr, p->scan.open.len) == 0) {
			line = str_trim(str_sub(line, p->scan.open.len, line.len));
			return line.len == 0 || line.ptr[0] != '/';
		}
		return true;
	}
	return false;
}

static void
open_tag(struct parser *p, const struct mustache_token *tag, struct str name,
         struct mustache_node *node, const struct setting *set)
{
	struct open_tag *open = &p->stack[p->depth];
	bool replaces = tag->kind == '$' && inside_parent(p);
	bool indented;
	struct str body = { 0 };

	open->node = (uint32_t)(node - p->template->nodes);
	open->kind = tag->kind;
	open->name = name;
	open->dedent = p->dedent;
	open->line = p->scan.line_count;
	p->depth++;
	if (tag->kind != '$')
		return;
	indented = set->alone && set->last && body_indentation(p, &body);
	if (replaces) {
		node->flags |= MUSTACHE_REPLACES;
		p->dedent = body;
	}
	if (indented && !replaces)
		node->text = without_dedent(p, body);
}

/* Any tag that becomes a node. */
static void
emit_tag(struct parser *p, const struct mustache_token *tag, const struct setting *set)
{
	bool opens = strchr("#^<$", tag->kind) != NULL;
	bool by_name = strchr("><$", tag->kind) != NULL;
	struct str name = str_trim(tag->text);
	struct mustache_node *node;

	if (inside_parent(p) && tag->kind != '$') {
		mustache_scan_fail(
			&p->scan, tag->source,
			_("this tag would never be shown: between the tags of a parent only blocks count"));
		diag_hint(p->diag, _("write %s"), "{{$block}}…{{/block}}");
		if (!opens)
			return;
	}
	if (opens && p->depth == MUSTACHE_NESTING) {
		mustache_scan_fail(&p->scan, tag->source,
		                   _("tags are nested more than 64 deep here"));
		p->scan.stopped = true;
		return;
	}
	node = push_node(p, op_of[(unsigned char)tag->kind & 127], tag->source);
	if (by_name && set->alone) {
		node->flags |= MUSTACHE_STANDALONE;
		node->text = set->lead;
	}
	if ((by_name ? target_name : split_name)(p, tag, name, node) < 0 && !opens)
		return;
	if (opens)
		open_tag(p, tag, name, node, set);
}

/* "*name" may have spaces behind its asterisk. */
static bool
same_name(struct str a, struct str b)
{
	if (a.len > 0 && b.len > 0 && a.ptr[0] == '*' && b.ptr[0] == '*') {
		a = str_trim(str_sub(a, 1, a.len));
		b = str_trim(str_sub(b, 1, b.len));
	}
	return str_eq(a, b);
}

static void
report_wrong_close(struct parser *p, const struct mustache_token *tag, struct str name)
{
	const struct open_tag *open = innermost(p);
	struct pos at = mustache_pos(p->template, tag->source), from;

	mustache_scan_failed(&p->scan);
	if (!open) {
		diag_error(p->diag, at, "template",
		           _("\"/%.*s\" closes nothing: no tag is open here"), STR_ARG(name));
		return;
	}
	from = mustache_pos(p->template, p->template->nodes[open->node].source);
	diag_error(
		p->diag, at, "template",
		_("\"/%.*s\" stands where \"%c%.*s\", opened at line %u, column %u, is still open"),
		STR_ARG(name), open->kind, STR_ARG(open->name), from.line, from.column);
	diag_hint(p->diag, _("write %.*s/%.*s%.*s"), STR_ARG(p->scan.open), STR_ARG(open->name),
	          STR_ARG(p->scan.close));
}

static void
close_block(const struct parser *p, struct mustache_node *node, const struct open_tag *open,
            const struct setting *set)
{
	if (!set->alone)
		return;
	node->flags |= MUSTACHE_CLOSED_ALONE;
	if (open->line == p->scan.line_count && set->last && p->scan.line_end.len > 0) {
		node->flags |= MUSTACHE_ONE_LINE;
		if (p->scan.line_end.len == 2)
			node->flags |= MUSTACHE_CRLF;
	}
}

static void
close_tag(struct parser *p, const struct mustache_token *tag, const struct setting *set)
{
	struct str name = str_trim(tag->text);
	size_t wanted = p->depth;
	struct mustache_node *node;

	while (wanted > 0 && !same_name(p->stack[wanted - 1].name, name))
		wanted--;
	if (wanted == 0 || wanted < p->depth)
		report_wrong_close(p, tag, name);
	if (wanted == 0)
		return;
	/* What was forgotten to be closed ends here too, so that one mistake is one message. */
	for (; p->depth >= wanted; p->depth--) {
		const struct open_tag *open = innermost(p);

		node = &p->template->nodes[open->node];
		node->end = (uint32_t)p->template->nodes_len;
		p->dedent = open->dedent;
		if (open->kind == '$')
			close_block(p, node, open, set);
	}
	p->joins = false;
}

/* --- lines ----------------------------------------------------------------------------------- */

/* Whether the closing tag, behind `opened` tags of its line that are still open and `closed` ones,
 * closes a parent or a block. */
static bool
closes_inheritance(const struct parser *p, size_t opened, size_t closed)
{
	if (opened > 0)
		return true;
	return closed < p->depth && strchr("<$", p->stack[p->depth - 1 - closed].kind) != NULL;
}

/* A line that only inheritance tags share: {{<layout}}{{$main}}, {{/main}}{{/layout}}. */
static bool
is_inheritance_line(const struct parser *p, size_t from, size_t to)
{
	size_t opened = 0, closed = 0;

	for (size_t i = from; i < to; i++) {
		char kind = p->scan.line[i].kind;

		if (kind == '<' || kind == '$') {
			opened++;
		} else if (kind == '/' && closes_inheritance(p, opened, closed)) {
			if (opened > 0)
				opened--;
			else
				closed++;
		} else {
			return false;
		}
	}
	return true;
}

/* Whether the line goes away around its tags, [*from, *to): one that may stand alone, or several of
 * inheritance, and white space at the ends. */
static bool
is_standalone(const struct parser *p, size_t *from, size_t *to)
{
	*from = 0;
	*to = p->scan.line_len;
	if (*from < *to && p->scan.line[0].kind == 0 && all_blank(p->scan.line[0].text))
		++*from;
	if (*from < *to && p->scan.line[*to - 1].kind == 0 && all_blank(p->scan.line[*to - 1].text))
		--*to;
	if (*to - *from == 1)
		return p->scan.line[*from].kind != 0 &&
		       strchr("!=#^/><$", p->scan.line[*from].kind);
	return *to - *from > 1 && is_inheritance_line(p, *from, *to);
}

static void
emit_token(struct parser *p, const struct mustache_token *token, const struct setting *set)
{
	switch (token->kind) {
	case 0: emit_text(p, token->text, token->source); break;
	case '!':
	case '=': /* has done its work while it was read */ break;
	case '/': close_tag(p, token, set); break;
	default: emit_tag(p, token, set);
	}
}

static void
emit_line(struct parser *p)
{
	struct setting set = { 0 };
	size_t from, to;

	set.alone = is_standalone(p, &from, &to);
	if (set.alone && from > 0)
		set.lead = without_dedent(p, p->scan.line[0].text);
	if (!set.alone) {
		from = 0;
		to = p->scan.line_len;
		if (to > 0 && p->scan.line[0].kind == 0)
			p->scan.line[0].text = without_dedent(p, p->scan.line[0].text);
	}
	for (size_t i = from; i < to && !p->scan.stopped; i++) {
		set.last = i + 1 == to;
		emit_token(p, &p->scan.line[i], &set);
	}
	if (!set.alone)
		emit_text(p, p->scan.line_end, p->scan.at);
}

int
mustache_parse(struct mustache *template, struct arena *arena, struct diag *diag)
{
	struct parser p = {
		.arena = arena,
		.template = template,
		.diag = diag,
		.scan = { .template = template,
		          .diag = diag,
		          .source = template->source,
		          .open = STR("{{"),
		          .close = STR("}}") },
	};

	p.text = arena_alloc(arena, size_add(template->source.len, 1));
	while (p.scan.at < p.scan.source.len && !p.scan.stopped) {
		mustache_scan_line(&p.scan);
		emit_line(&p);
	}
	for (; p.depth > 0 && !p.scan.stopped; p.depth--) {
		const struct open_tag *open = innermost(&p);

		diag_error(diag, mustache_pos(template, template->nodes[open->node].source),
		           "template", _("\"%c%.*s\" is never closed"), open->kind,
		           STR_ARG(open->name));
		diag_hint(diag, _("write %.*s/%.*s%.*s"), STR_ARG(p.scan.open), STR_ARG(open->name),
		          STR_ARG(p.scan.close));
		mustache_scan_failed(&p.scan);
	}
	mustache_scan_release(&p.scan);
	return p.scan.errors > 0 ? -1 : 0;
}
