#ifndef MAP_STYLE_PARTS_H
#define MAP_STYLE_PARTS_H
/*
 * style_parts: what the files that read a map's style share; nobody else needs it.
 *
 * Errors  a reader of a value reports what is wrong and leaves the value as it was; the style as a whole fails.
 */
#include "card/yaml.h"
#include "map/style.h"

#define STYLE_CODE "map-style"
enum { STYLE_RULES_MOST = 300, STYLE_ZOOM_MOST = 24, STYLE_PIXELS_MOST = 400 };

struct style_reader {
	struct style *style;
	struct arena *arena;
	struct diag *diag;
	bool failed;
};

/* For a report that makes the style fail: diag_error(style_failed(r), …). */
struct diag *style_failed(struct style_reader *r);

/* style_values: each reads one node into `value`. */
void style_read_colour(struct style_reader *r, const struct yaml_node *node, void *value);
void style_read_zoom(struct style_reader *r, const struct yaml_node *node, void *value);
void style_read_stops(struct style_reader *r, const struct yaml_node *node, void *value);
void style_read_truth(struct style_reader *r, const struct yaml_node *node, void *value);
void style_read_text(struct style_reader *r, const struct yaml_node *node, void *value);
void style_read_sign(struct style_reader *r, const struct yaml_node *node, void *value);
/* style_is */
void style_read_is(struct style_reader *r, const struct yaml_node *node, struct style_rule *rule);
/* style_find: once all rules are read. */
const struct style_index *style_index_new(struct arena *arena, const struct style *style);
#endif
