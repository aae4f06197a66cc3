#include "theme/mustache.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/value.h"
#include "theme/mustache_private.h"

#include <inttypes.h>
#include <string.h>

/* Recursion in C is bounded by this, whatever sections and partials do. */
enum { LEVELS = 4 * MUSTACHE_DEPTH };

/* The contexts in force, innermost first; each lives on the C stack of the section that set it. */
struct scope {
	const struct value *value;
	const struct scope *outer;
};

/* A parent being rendered, with the blocks that its tag brings; innermost first. */
struct frame {
	const struct mustache *template;
	const struct mustache_node *parent;
	const struct frame *outer;
};

struct renderer {
	const struct mustache_set *set;
	struct buf *out;
	struct diag *diag;
	size_t begin; /* length of `out` before */
	const struct frame *frame;
	struct buf indent; /* white space of all lines, from `indent_from` on */
	size_t indent_from;
	bool pending; /* at the start of a line that has not got its white space yet */
	int depth, levels;
	uint32_t steps;
};

typedef int render_node(struct renderer *r, const struct mustache *t,
                        const struct mustache_node *node, const struct scope *scope);

static int run(struct renderer *r, const struct mustache *t, uint32_t from, uint32_t to,
               const struct scope *scope);

static int
fail(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
     const char *message, int number)
{
	diag_error(r->diag, mustache_pos(t, node->source), "template-depth", message, number);
	return -1;
}

/* --- output ---------------------------------------------------------------------------------- */

/* buf_add for the ordinary case, where there is room and no ceiling: a page is made of hundreds of
 * short pieces, and a third of the time went into calls. */
static inline void
add(struct buf *out, struct str s)
{
	if (s.len == 0 || s.len >= out->room - out->len || out->max) {
		buf_add(out, s);
		return;
	}
	memcpy(out->ptr + out->len, s.ptr, s.len);
	out->len += s.len;
	out->ptr[out->len] = '\0';
}

/* Most texts have nothing to escape. */
static void
add_html(struct buf *out, struct str s)
{
	static const bool special[256] = {
		['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true,
	};
	size_t plain = 0;

	while (plain < s.len && !special[(unsigned char)s.ptr[plain]])
		plain++;
	add(out, (struct str){ s.ptr, plain });
	if (plain < s.len)
		buf_add_html(out, (struct str){ s.ptr + plain, s.len - plain });
}

/* --- values ---------------------------------------------------------------------------------- */

static const struct value *
lookup(const struct mustache_node *node, const struct scope *scope)
{
	const struct value *value = NULL;

	if (node->parts_len == 0)
		return scope ? scope->value : NULL;
	for (; scope && !value; scope = scope->outer)
		value = value_find(scope->value, node->parts[0].key, node->parts[0].hash);
	for (uint16_t i = 1; value && i < node->parts_len; i++)
		value = value_find(value, node->parts[i].key, node->parts[i].hash);
	return value;
}

static bool
is_truthy(const struct value *value)
{
	if (!value)
		return false;
	switch (value->kind) {
	case VALUE_NULL: return false;
	case VALUE_BOOL: return value->boolean;
	case VALUE_TEXT:
	case VALUE_LIST: return value->len > 0;
	default: return true;
	}
}

static void
add_int(struct buf *out, int64_t integer)
{
	if (integer < 0)
		buf_addc(out, '-');
	buf_add_u64(out, integer < 0 ? -(uint64_t)integer : (uint64_t)integer);
}

/* --- lines ----------------------------------------------------------------------------------- */

static struct str
indent_of(const struct renderer *r)
{
	return str_sub(buf_str(&r->indent), r->indent_from, r->indent.len);
}

static void
start_line(struct renderer *r)
{
	if (r->pending && r->indent.len > r->indent_from)
		add(r->out, indent_of(r));
	r->pending = false;
}

/* Text with the white space in force before each of its lines. */
static void
add_indented(struct renderer *r, struct str text)
{
	while (text.len > 0) {
		size_t line = str_find(text, '\n');

		start_line(r);
		line += line < text.len;
		add(r->out, (struct str){ text.ptr, line });
		r->pending = text.ptr[line - 1] == '\n';
		text = (struct str){ text.ptr + line, text.len - line };
	}
}

static int
render_text(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
            const struct scope *scope)
{
	(void)t;
	(void)scope;
	if (r->indent.len > r->indent_from)
		add_indented(r, node->text);
	else
		add(r->out, node->text);
	return 0;
}

static int
render_value(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
             const struct scope *scope)
{
	const struct value *value = lookup(node, scope);

	(void)t;
	start_line(r);
	if (!value)
		return 0;
	if (value->kind == VALUE_TEXT && node->op == MUSTACHE_ESCAPED)
		add_html(r->out, (struct str){ value->text, value->len });
	else if (value->kind == VALUE_TEXT || value->kind == VALUE_NUMBER)
		add(r->out, (struct str){ value->text, value->len });
	else if (value->kind == VALUE_INT)
		add_int(r->out, value->integer);
	else if (value->kind == VALUE_BOOL)
		buf_adds(r->out, value->boolean ? "true" : "false");
	return 0;
}

/* --- sections -------------------------------------------------------------------------------- */

static int
render_section(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
               const struct scope *scope)
{
	const struct value *value = lookup(node, scope);
	uint32_t body = (uint32_t)(node - t->nodes) + 1;
	struct scope inner = { value, scope };

	if (!is_truthy(value))
		return 0;
	if (value->kind != VALUE_LIST)
		return run(r, t, body, node->end, &inner);
	for (uint32_t i = 0; i < value->len; i++) {
		inner.value = value->items[i];
		if (run(r, t, body, node->end, &inner) < 0)
			return -1;
	}
	return 0;
}

static int
render_inverted(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
                const struct scope *scope)
{
	if (is_truthy(lookup(node, scope)))
		return 0;
	return run(r, t, (uint32_t)(node - t->nodes) + 1, node->end, scope);
}

/* --- partials, parents, blocks --------------------------------------------------------------- */

/* What is put at a place: all of a template, or the body of a block in it. */
struct insertion {
	const struct mustache *template;
	uint32_t from, to;
	bool indents; /* its lines get the place's white space, node->text, too */
	bool fresh;   /* ... and nothing of what is in force around the place */
};

static int
insert(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
       const struct insertion *what, const struct scope *scope)
{
	size_t from = r->indent_from, len = r->indent.len, before = r->out->len;
	bool pending = r->pending;
	int rc;

	if (r->depth == MUSTACHE_DEPTH)
		return fail(
			r, t, node,
			_("partials are nested more than %d deep here: does one call itself without end?"),
			MUSTACHE_DEPTH);
	r->depth++;
	if (what->indents) {
		buf_add(&r->indent, node->text);
		r->pending = true;
	} else if (what->fresh) {
		start_line(r);
		pending = false;
		r->indent_from = len;
	}
	rc = run(r, what->template, what->from, what->to, scope);
	r->indent_from = from;
	r->indent.len = len;
	r->pending = what->indents || (pending && r->out->len == before);
	r->depth--;
	return rc;
}

/* The template that the value names; NULL with *rc 0 where there is no value. */
static const struct mustache *
dynamic_target(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
               const struct scope *scope, int *rc)
{
	struct str name = value_str(lookup(node, scope)), nearest;
	const struct mustache *target = mustache_find(r->set, name);

	*rc = 0;
	if (target || name.len == 0 || r->set->lenient)
		return target;
	diag_error(r->diag, mustache_pos(t, node->source), "partial",
	           _("there is no template \"%.*s\", which the value here names"), STR_ARG(name));
	nearest = mustache_nearest(r->set, name);
	if (nearest.len)
		diag_hint(r->diag, _("did you mean \"%.*s\"?"), STR_ARG(nearest));
	*rc = -1;
	return NULL;
}

static int
render_partial(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
               const struct scope *scope)
{
	struct insertion what = { .template = node->target };
	int rc = 0;

	if (node->flags & MUSTACHE_DYNAMIC)
		what.template = dynamic_target(r, t, node, scope, &rc);
	if (!what.template)
		return rc;
	what.to = (uint32_t)what.template->nodes_len;
	what.indents = node->flags & MUSTACHE_STANDALONE;
	what.fresh = true;
	return insert(r, t, node, &what, scope);
}

static int
render_parent(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
              const struct scope *scope)
{
	struct frame frame = { t, node, r->frame };
	int rc;

	r->frame = &frame;
	rc = render_partial(r, t, node, scope);
	r->frame = frame.outer;
	return rc;
}

static const struct mustache_node *
replacement_in(struct renderer *r, const struct frame *frame, const struct mustache_part *name)
{
	const struct mustache_node *nodes = frame->template->nodes;
	uint32_t i = (uint32_t)(frame->parent - nodes) + 1;

	for (; i < frame->parent->end; i = nodes[i].end, r->steps++)
		if (nodes[i].parts[0].hash == name->hash &&
		    str_eq(nodes[i].parts[0].key, name->key))
			return &nodes[i];
	return NULL;
}

/* The body that a block gets from the outermost parent tag that replaces it. Blocks within that
 * body are parameters of the template where it is written: only tags further out replace them. So
 * a block can not end up in itself. */
static int
render_block(struct renderer *r, const struct mustache *t, const struct mustache_node *node,
             const struct scope *scope)
{
	const struct frame *inner = r->frame, *by = NULL;
	const struct mustache_node *body = NULL;
	struct insertion what = { 0 };
	size_t before = r->out->len;
	int rc;

	for (const struct frame *f = r->frame; f; f = f->outer) {
		const struct mustache_node *found = replacement_in(r, f, &node->parts[0]);

		if (found) {
			body = found;
			by = f;
		}
	}
	if (!body) {
		rc = run(r, t, (uint32_t)(node - t->nodes) + 1, node->end, scope);
	} else {
		what.template = by->template;
		what.from = (uint32_t)(body - by->template->nodes) + 1;
		what.to = body->end;
		what.indents = node->flags & MUSTACHE_STANDALONE;
		r->frame = by->outer;
		rc = insert(r, t, node, &what, scope);
		r->frame = inner;
	}
	if (node->flags & MUSTACHE_CLOSED_ALONE)
		r->pending = true;
	if ((node->flags & MUSTACHE_ONE_LINE) && r->out->len > before &&
	    r->out->ptr[r->out->len - 1] != '\n')
		buf_adds(r->out, node->flags & MUSTACHE_CRLF ? "\r\n" : "\n");
	return rc;
}

/* --- running --------------------------------------------------------------------------------- */

static render_node *const render_op[] = {
	[MUSTACHE_TEXT] = render_text,         [MUSTACHE_ESCAPED] = render_value,
	[MUSTACHE_RAW] = render_value,         [MUSTACHE_SECTION] = render_section,
	[MUSTACHE_INVERTED] = render_inverted, [MUSTACHE_PARTIAL] = render_partial,
	[MUSTACHE_PARENT] = render_parent,     [MUSTACHE_BLOCK] = render_block,
};

static int
run(struct renderer *r, const struct mustache *t, uint32_t from, uint32_t to,
    const struct scope *scope)
{
	const struct mustache_node *node;

	for (uint32_t i = from; i < to; i = node->end) {
		node = &t->nodes[i];
		if (r->levels == LEVELS)
			return fail(r, t, node, _("tags are nested more than %d deep here"),
			            LEVELS);
		if (++r->steps > MUSTACHE_STEPS)
			return fail(r, t, node,
			            _("this page has no end: it takes more than %d steps"),
			            MUSTACHE_STEPS);
		if (r->out->full || r->out->len - r->begin > MUSTACHE_OUTPUT)
			return fail(
				r, t, node,
				_("this page is too large: the template has made %d bytes of it so far"),
				(int)(r->out->len - r->begin));
		r->levels++;
		if (render_op[node->op](r, t, node, scope) < 0)
			return -1;
		r->levels--;
	}
	return 0;
}

/* Puts the caller's contexts on the C stack, one a call, then renders. */
static int
run_with(struct renderer *r, const struct mustache *template, const struct value *const *stack,
         size_t depth, const struct scope *outer)
{
	struct scope scope = { depth > 0 ? stack[0] : NULL, outer };

	if (depth > 0)
		return run_with(r, template, stack + 1, depth - 1, &scope);
	return run(r, template, 0, (uint32_t) template->nodes_len, outer);
}

int
mustache_render(const struct mustache_set *set, const struct mustache *template, struct buf *out,
                const struct value *const *stack, size_t depth, struct diag *diag)
{
	struct renderer r = { .set = set, .out = out, .diag = diag, .begin = out->len };
	int rc = run_with(&r, template, stack, depth, NULL);

	if (rc == 0 && out->full) {
		diag_error(diag, mustache_pos(template, 0), "template-depth",
		           _("this page is too large: %zu bytes are accepted"), out->max);
		rc = -1;
	}
	if (rc < 0) {
		out->len = r.begin;
		if (out->ptr)
			out->ptr[out->len] = '\0';
	}
	buf_release(&r.indent);
	return rc;
}
