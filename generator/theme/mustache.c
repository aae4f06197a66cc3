#include "theme/mustache.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/value.h"
#include "card/yaml.h"
#include "theme/mustache_private.h"
#include "theme/mustache_scan.h"

#include <stdlib.h>
#include <string.h>

struct mustache_set *
mustache_set_new(void)
{
	struct mustache_set *set = mem_alloc(sizeof *set);

	set->arena = arena_new();
	return set;
}

void
mustache_set_free(struct mustache_set *set)
{
	if (!set)
		return;
	arena_free(set->arena);
	free(set);
}

void
mustache_set_lenient(struct mustache_set *set)
{
	set->lenient = true;
}

/* Index of the first template whose name is not before `name`. */
static size_t
position(const struct mustache_set *set, struct str name)
{
	size_t low = 0, high = set->templates_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_cmp(set->templates[middle]->name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct mustache *
find(const struct mustache_set *set, struct str name)
{
	size_t i = position(set, name);

	if (i < set->templates_len && str_eq(set->templates[i]->name, name))
		return set->templates[i];
	return NULL;
}

const struct mustache *
mustache_find(const struct mustache_set *set, struct str name)
{
	return find(set, name);
}

struct pos
mustache_pos(const struct mustache *template, size_t offset)
{
	struct str before = str_sub(template->source, 0, offset), line;
	struct pos pos = { template->file, 0, 1 };

	for (pos.line = 1; str_find(before, '\n') < before.len; pos.line++)
		str_split(&before, '\n', &line);
	pos.column += (unsigned)utf8_count(before);
	return pos;
}

struct str
mustache_nearest(const struct mustache_set *set, struct str name)
{
	struct str *names = mem_alloc(size_mul(set->templates_len, sizeof *names)), nearest = { 0 };
	size_t i;

	for (i = 0; i < set->templates_len; i++)
		names[i] = set->templates[i]->name;
	i = utf8_nearest(name, names, set->templates_len);
	if (i < set->templates_len)
		nearest = names[i];
	free(names);
	return nearest;
}

static int
check_size(const char *file, struct str text, struct diag *diag)
{
	if (text.len <= MUSTACHE_SOURCE)
		return 0;
	diag_error(diag, (struct pos){ file, 0, 0 }, "template",
	           _("the template has %zu bytes; 1 MiB is accepted"), text.len);
	return -1;
}

/* Puts a template at its place by name, in that of an earlier one of the same name if there is. */
static void
insert(struct mustache_set *set, struct mustache *template)
{
	size_t i = position(set, template->name);

	if (i < set->templates_len && str_eq(set->templates[i]->name, template->name)) {
		set->templates[i] = template;
		return;
	}
	set->templates = arena_push(set->arena, set->templates, &set->templates_len,
	                            sizeof(struct mustache *));
	memmove(set->templates + i + 1, set->templates + i,
	        (set->templates_len - 1 - i) * sizeof(struct mustache *));
	set->templates[i] = template;
}

int
mustache_add(struct mustache_set *set, struct str name, const char *file, struct str text,
             struct diag *diag)
{
	struct mustache *template = arena_alloc(set->arena, sizeof *template);

	template->name = arena_str(set->arena, name);
	template->file = file;
	if (check_size(file, text, diag) < 0 || yaml_text(&text, file, diag) < 0)
		return -1;
	template->source = arena_str(set->arena, text);
	if (mustache_parse(template, set->arena, diag) < 0)
		return -1;
	insert(set, template);
	return 0;
}

/* --- linking --------------------------------------------------------------------------------- */

static bool
is_call(const struct mustache_node *node)
{
	return node->op == MUSTACHE_PARTIAL || node->op == MUSTACHE_PARENT;
}

static int
resolve(const struct mustache_set *set, const struct mustache *template, struct mustache_node *node,
        struct diag *diag)
{
	struct str name = node->parts[0].key, nearest;

	node->target = find(set, name);
	if (node->target || set->lenient)
		return 0;
	diag_error(diag, mustache_pos(template, node->source), "partial",
	           _("there is no template \"%.*s\""), STR_ARG(name));
	nearest = mustache_nearest(set, name);
	if (nearest.len)
		diag_hint(diag, _("did you mean \"%.*s\"?"), STR_ARG(nearest));
	return -1;
}

/* Names of the blocks of all templates that can be replaced, by their hashes, sorted. */
struct blocks {
	uint32_t *hashes;
	size_t len;
};

static int
compare_hashes(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static bool
is_replaceable(const struct mustache_node *node)
{
	return node->op == MUSTACHE_BLOCK && !(node->flags & MUSTACHE_REPLACES);
}

static struct blocks
find_blocks(const struct mustache_set *set)
{
	struct blocks blocks = { 0 };

	for (size_t i = 0; i < set->templates_len; i++)
		for (size_t k = 0; k < set->templates[i]->nodes_len; k++) {
			const struct mustache_node *node = &set->templates[i]->nodes[k];

			if (!is_replaceable(node))
				continue;
			blocks.hashes = arena_push(set->arena, blocks.hashes, &blocks.len,
			                           sizeof(uint32_t));
			blocks.hashes[blocks.len - 1] = node->parts[0].hash;
		}
	if (blocks.len)
		qsort(blocks.hashes, blocks.len, sizeof(uint32_t), compare_hashes);
	return blocks;
}

/* A block that replaces one which no template has would vanish without a word. */
static bool
check_replacement(const struct blocks *blocks, const struct mustache *template,
                  const struct mustache_node *block, struct diag *diag)
{
	if (blocks->len && bsearch(&block->parts[0].hash, blocks->hashes, blocks->len,
	                           sizeof(uint32_t), compare_hashes))
		return true;
	diag_warning(diag, mustache_pos(template, block->source), "template-block",
	             _("no template has a block \"%.*s\" that this could replace"),
	             STR_ARG(block->parts[0].key));
	return false;
}

static int
resolve_all(const struct mustache_set *set, struct mustache *template, const struct blocks *blocks,
            struct diag *diag)
{
	unsigned errors = 0, warnings = 0;

	for (uint32_t i = 0; i < template->nodes_len && errors < MUSTACHE_ERRORS; i++) {
		struct mustache_node *node = &template->nodes[i];

		if (is_call(node) && !(node->flags & MUSTACHE_DYNAMIC))
			errors += resolve(set, template, node, diag) < 0;
		if (node->flags & MUSTACHE_REPLACES && !set->lenient && warnings < MUSTACHE_ERRORS)
			warnings += !check_replacement(blocks, template, node, diag);
	}
	return errors ? -1 : 0;
}

/* Templates that call each other, the outermost first. */
struct chain {
	const struct mustache *links[MUSTACHE_DEPTH];
	size_t len;
	struct diag *diag;
};

static void
report_loop(const struct chain *chain, const struct mustache_node *node)
{
	const struct mustache *last = chain->links[chain->len - 1];
	struct pos at = mustache_pos(last, node->source);

	diag_error(
		chain->diag, at, "partial-loop",
		_("\"%.*s\" calls itself without end: no section lies between, so no data can stop it"),
		STR_ARG(node->target->name));
	if (last != node->target)
		diag_hint(chain->diag, _("it is called from \"%.*s\", which it calls in turn"),
		          STR_ARG(last->name));
}

/* Follows the calls that are made whatever the data are: not those within sections and blocks. */
static int
visit(struct chain *chain, struct mustache *template)
{
	int rc = 0;

	if (template->visit == MUSTACHE_VISITED)
		return 0;
	template->visit = MUSTACHE_VISITING;
	chain->links[chain->len++] = template;
	for (uint32_t i = 0; i < template->nodes_len && rc == 0; i = template->nodes[i].end) {
		const struct mustache_node *node = &template->nodes[i];

		if (!is_call(node) || !node->target)
			continue;
		if (node->target->visit == MUSTACHE_VISITING) {
			report_loop(chain, node);
			rc = -1;
		} else if (chain->len == MUSTACHE_DEPTH) {
			diag_error(chain->diag, mustache_pos(template, node->source),
			           "template-depth",
			           _("partials are nested more than %d deep here"), MUSTACHE_DEPTH);
			rc = -1;
		} else {
			/* The set is not const while it is linked. */
			rc = visit(chain, (struct mustache *)node->target);
		}
	}
	chain->len--;
	template->visit = MUSTACHE_VISITED;
	return rc;
}

int
mustache_link(struct mustache_set *set, struct diag *diag)
{
	struct chain chain = { .diag = diag };
	struct blocks blocks = find_blocks(set);
	int rc = 0;

	for (size_t i = 0; i < set->templates_len; i++)
		if (resolve_all(set, set->templates[i], &blocks, diag) < 0)
			rc = -1;
	for (size_t i = 0; i < set->templates_len; i++)
		if (visit(&chain, set->templates[i]) < 0)
			rc = -1;
	return rc;
}
