/*
 * values: test data written as YAML, for the tests of templates.
 *
 * Quoted scalars are texts; plain ones are null, booleans and numbers where they look like it, as
 * in YAML's core schema (and so in JSON).
 */
#ifndef TESTS_UNIT_THEME_VALUES_H
#define TESTS_UNIT_THEME_VALUES_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/value.h"
#include "card/yaml.h"

#include <stdlib.h>
#include <string.h>

static inline const struct value *
scalar_from_yaml(struct arena *arena, const struct yaml_node *node)
{
	const char *text = node->text.ptr ? node->text.ptr : "";
	double number;
	char *end;

	if (!node->plain)
		return value_text(arena, node->text);
	if (node->text.len == 0 || strcmp(text, "null") == 0 || strcmp(text, "~") == 0)
		return &value_null;
	if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
		return value_bool(text[0] == 't');
	if (text[strspn(text, "-0123456789")] == '\0')
		return value_int(arena, strtoll(text, NULL, 10));
	number = strtod(text, &end);
	if (*end != '\0')
		return value_text(arena, node->text);
	return value_number(arena, arena_printf(arena, "%.15g", number)); /* 1.210 is 1.21 */
}

static inline const struct value *
value_from_yaml(struct arena *arena, const struct yaml_node *node)
{
	struct value *value;

	if (!node)
		return &value_null;
	if (node->kind == YAML_SCALAR)
		return scalar_from_yaml(arena, node);
	value = node->kind == YAML_LIST ? value_list(arena) : value_map(arena);
	for (const struct yaml_node *n = node->first; n; n = n->next)
		if (node->kind == YAML_LIST)
			value_add(arena, value, value_from_yaml(arena, n));
		else
			value_set(arena, value, n->key.ptr, value_from_yaml(arena, n));
	return value;
}

static inline const struct value *
value_from_text(struct arena *arena, const char *yaml, struct diag *diag)
{
	const struct yaml_node *root = NULL;

	if (yaml_parse(&root, arena, str(yaml), (struct pos){ "data", 1, 1 }, NULL, diag) < 0)
		return NULL;
	return value_from_yaml(arena, root);
}
#endif
