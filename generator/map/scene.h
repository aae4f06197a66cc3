#ifndef MAP_SCENE_H
#define MAP_SCENE_H
/*
 * scene: what of an extract is drawn, by which rule, in which order; shapes in the square of the world.
 *
 * Made once; drawn at many zooms and by many threads (map/draw.h), which only read it.
 * Order    by level; on each the areas by rule, then the lines by rule.
 * Points   of nodes that a rule for lines draws (a tree) are lines of one spot.
 * Memory   lives in the arena given to scene_make; extract and style are borrowed.
 */
#include "map/mercator.h"
#include "map/style.h"

struct scene_shape {
	const struct style_rule *rule; /* STYLE_AREA or STYLE_LINE */
	const struct osm_object *object;
	const struct spot *spots;
	const float *ranks;   /* of each spot, how much it matters (map/simplify.h) */
	const uint32_t *ends; /* where each part (ring, line) ends in `spots` */
	uint32_t parts;
	struct box box;
	int level; /* layer=*, bridge, tunnel: what is below is drawn first */
};

enum { SCENE_GROUND = -100 }; /* the level of areas that lie on the ground, below tunnels too */

struct scene_index;

/* Where something may be written: a name along a line or at a point, a house number, a sign. */
struct scene_note {
	const struct style_rule
		*rule; /* STYLE_LINE, STYLE_NAME or STYLE_SIGN; NULL: a house number */
	const struct osm_object *object;
	const struct spot *spots; /* one, or the line */
	uint32_t len;
	double extent; /* of the area that it names, as a width in the square; 0: a point */
};

struct scene {
	const struct style *style;
	const struct scene_shape *shapes; /* in the order of drawing */
	size_t shapes_len;
	const struct scene_note *notes; /* the most important first */
	size_t notes_len;
	const struct scene_index *index; /* of shapes by where they are */
	struct box box;                  /* the extract's bounds, else of all that it has */
};

/* Lines of one street (same name and rule, meeting end to end) become one note. */
void scene_make(struct scene *scene, struct arena *arena, const struct extract *extract,
                const struct style *style);
/* Calls back with every shape whose box meets `box`, in the order of drawing. */
void scene_visit(const struct scene *scene, struct arena *scratch, struct box box,
                 void (*visit)(void *context, const struct scene_shape *shape), void *context);
/* Whether it would call back at all. */
bool scene_meets(const struct scene *scene, struct box box);
/* What a note says to readers of `lang`: name:LANG, else name; a house number; empty: nothing. */
struct str scene_text(const struct scene_note *note, enum lang lang);
/* Whether any text would differ between the two languages. */
bool scene_differs(const struct scene *scene, enum lang a, enum lang b);
#endif
