#ifndef MAP_SCENE_PARTS_H
#define MAP_SCENE_PARTS_H
/* scene_parts: what the files that make a scene share; nobody else needs it. */
#include "map/rings.h"
#include "map/scene.h"

struct arena;

/* A way that will be part of a street's name. */
struct scene_stretch {
	const struct style_rule *rule;
	const struct osm_way *way;
	struct str name;
	bool used;
};

/* A note with what sorts it. */
struct scene_draft {
	struct scene_note note;
	double from;    /* zoom at which it comes */
	double measure; /* the larger, the more important among its like */
	uint32_t serial;
};

struct scene_maker {
	struct arena *arena, *scratch;
	const struct extract *extract;
	const struct style *style;
	const struct spot *spots; /* of every point of the extract */
	struct scene_shape *shapes;
	size_t shapes_len;
	struct scene_draft *drafts;
	size_t drafts_len;
	struct scene_stretch *stretches;
	size_t stretches_len;
	struct scene_stretch *coasts;
	size_t coasts_len;
};

/* An area as the square has it: outer rings turn one way, inner ones the other. */
struct scene_area {
	struct spot *spots;
	uint32_t *ends;
	uint32_t parts;
	struct box box;
};

/* scene_shape */
bool scene_area_of_way(struct scene_maker *m, const struct osm_way *way, struct scene_area *area);
bool scene_area_of_rings(struct scene_maker *m, const struct rings *rings, struct scene_area *area);
/* A point inside, for a name. */
struct spot scene_area_middle(struct scene_maker *m, const struct scene_area *area);
/* Lets a ring turn as outer or inner ones do. */
void scene_orient(struct spot *spots, uint32_t len, bool inner);
void scene_add_area(struct scene_maker *m, const struct style_rule *rule,
                    const struct osm_object *object, const struct scene_area *area);
void scene_add_line(struct scene_maker *m, const struct style_rule *rule,
                    const struct osm_object *object, const struct spot *spots, uint32_t len);
void scene_sort_shapes(struct scene_maker *m, struct box box);
/* scene_note */
void scene_add_note(struct scene_maker *m, struct scene_note note, double measure);
void scene_add_number(struct scene_maker *m, const struct osm_object *object, struct spot at);
const struct scene_note *scene_sort_notes(struct scene_maker *m, size_t *len);
/* scene_street: notes of the stretches, joined. */
void scene_join_streets(struct scene_maker *m);
/* scene_sea: of the coasts, within the bounds. */
void scene_fill_sea(struct scene_maker *m, struct box box);
/* scene_index: `shapes` stay where they are. */
const struct scene_index *scene_index_new(struct arena *arena, struct arena *scratch,
                                          const struct scene_shape *shapes, size_t len);
/* Where a box's middle lies on a curve that goes through all of `all`: what is near has numbers that are near. */
uint32_t scene_curve(struct box box, struct box all);

/* Sorted by `key`, equal ones in the order in which they stand. */
struct scene_key {
	uint64_t key;
	uint32_t at;
};
void scene_sort_keys(struct scene_key *keys, size_t len);
#endif
