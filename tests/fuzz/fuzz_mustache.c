/*
 * Templates and their data, any bytes: parts separated by lines of "-----" are the data (YAML), the
 * main template, and the templates p and q.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/value.h"
#include "card/yaml.h"
#include "theme/mustache.h"

#include <string.h>

enum { PARTS = 4, OUTPUT_MOST = 1 << 14 };

/* Every scalar a text: what values are is not the question here. */
static const struct value *
to_value(struct arena *arena, const struct yaml_node *node)
{
	struct value *value;

	if (yaml_is_null(node))
		return &value_null;
	if (node->kind == YAML_SCALAR)
		return str_is(node->text, "false") ? &value_false : value_text(arena, node->text);
	value = node->kind == YAML_LIST ? value_list(arena) : value_map(arena);
	for (const struct yaml_node *n = node->first; n; n = n->next)
		if (node->kind == YAML_LIST)
			value_add(arena, value, to_value(arena, n));
		else
			value_set(arena, value, n->key.ptr, to_value(arena, n));
	return value;
}

static void
split(struct str input, struct str parts[PARTS])
{
	static const char line[] = "\n-----\n";

	for (int i = 0; i < PARTS; i++) {
		const char *cut =
			input.len ? memmem(input.ptr, input.len, line, sizeof line - 1) : NULL;
		size_t end = cut && i + 1 < PARTS ? (size_t)(cut - input.ptr) : input.len;

		parts[i] = str_sub(input, 0, end);
		input = str_sub(input, end + sizeof line - 1, input.len);
	}
}

static void
render(struct mustache_set *set, const struct value *data, struct diag *diag)
{
	struct buf out = { .max = OUTPUT_MOST };
	const struct mustache *main = mustache_find(set, STR("main"));

	if (main && mustache_render(set, main, &out, &data, 1, diag) < 0 && out.len > 0)
		__builtin_trap(); /* half a page */
	buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char *const names[PARTS] = { "", "main", "p", "q" };
	struct str parts[PARTS];
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct mustache_set *set = mustache_set_new();
	const struct yaml_node *root = NULL;

	split((struct str){ (const char *)bytes, len }, parts);
	if (len > 0 && bytes[0] == '#')
		mustache_set_lenient(set);
	for (int i = 1; i < PARTS; i++)
		mustache_add(set, str(names[i]), names[i], parts[i], diag);
	if (mustache_link(set, diag) == 0) {
		if (yaml_text(&parts[0], "data", diag) < 0 ||
		    yaml_parse(&root, arena, parts[0], (struct pos){ "data", 1, 1 }, NULL, diag) <
		            0)
			root = NULL;
		render(set, to_value(arena, root), diag);
	}
	mustache_set_free(set);
	diag_free(diag);
	arena_free(arena);
	return 0;
}
