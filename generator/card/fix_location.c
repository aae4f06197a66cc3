#include "card/fix_location.h"

#include "base/arena.h"
#include "base/diag.h"
#include "card/frontmatter.h"
#include "card/yaml.h"

/* The YAML part of a file, empty where it has none, and where it begins. */
static struct str
yaml_part(struct str bytes, const char *file, struct pos *at)
{
	struct diag *quiet = diag_new();
	struct frontmatter matter = { .yaml_at = { file, 1, 1 } };
	struct str text = bytes;

	if (yaml_text(&text, file, quiet) == 0) {
		if (!str_ends(str(file), ".md"))
			matter.yaml = text;
		else if (frontmatter_split(&matter, text, file, quiet) < 0)
			matter.yaml = (struct str){ 0 };
	}
	diag_free(quiet);
	*at = matter.yaml_at;
	return matter.yaml;
}

/* The code point at which a field's value ends. Where a block ends, the parser does not tell exactly, but its last
 * scalar does. */
static size_t
end_of(const struct yaml_node *node, bool flow)
{
	while (!flow && node->kind != YAML_SCALAR && node->first) {
		const struct yaml_node *last = node->first;

		while (last->next)
			last = last->next;
		/* In brackets everything is on its own; a block has its first member's key where it begins. */
		if (node->kind == YAML_MAP ? node->from < node->first->key_from
		                           : node->from < node->first->from)
			break;
		node = last;
	}
	return node->to;
}

static bool
says(const struct yaml_node *root, const char *key)
{
	return !yaml_is_null(yaml_get(root, key));
}

bool
fix_location(struct fix *out, struct arena *arena, struct str bytes, const char *file,
             struct location location, const struct limits *limits)
{
	const struct yaml_limits most = { limits->yaml_depth, limits->yaml_nodes };
	struct pos at;
	struct str yaml = yaml_part(bytes, file, &at);
	const struct yaml_node *root = NULL, *address;
	struct diag *quiet = diag_new();
	bool read = yaml_parse(&root, arena, yaml, at, &most, quiet) == 0 && root &&
	            root->kind == YAML_MAP;
	bool flow;

	diag_free(quiet);
	address = read ? yaml_get(root, "address") : NULL;
	if (!address || yaml_is_null(address) || yaml_get(root, "location") || says(root, "osm"))
		return false;
	flow = root->from < root->first->key_from;
	*out = (struct fix){
		.at = address->key_at,
		.field = STR("location"),
		.text = arena_printf(arena, "[%.5f, %.5f]", location.latitude, location.longitude),
		.from = address->key_from,
		.to = end_of(address, flow),
		.kind = flow ? FIX_FLOW_FIELD : FIX_FIELD,
		.file_hash = hash_of(bytes),
	};
	return true;
}
