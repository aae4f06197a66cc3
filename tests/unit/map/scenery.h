#ifndef TESTS_UNIT_MAP_SCENERY_H
#define TESTS_UNIT_MAP_SCENERY_H
/* scenery: scenes made by hand, without extract or style file: notes at pixels of zoom 18. */
#include "../check.h"

#include "base/arena.h"
#include "map/labels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SCENERY_ZOOM = 18, SCENERY_WIDTH = 2048 };

/* The corner of what is looked at: of a tile at every zoom from 14. */
static const double scenery_x = 33964032, scenery_y = 22544384;

enum scenery_rule { STREET, SQUARE, PARKING, RULES };

struct scenery {
	struct arena *arena;
	struct style style;
	struct style_rule rules[RULES];
	struct scene scene;
	struct scene_note *notes;
	struct box area;
};

static inline struct spot
scenery_spot(double x, double y)
{
	double pixels = mercator_pixels(SCENERY_ZOOM);

	return (struct spot){ (scenery_x + x) / pixels, (scenery_y + y) / pixels };
}

static inline int
scenery_set_up(void **state)
{
	struct scenery *s = calloc(1, sizeof *s);

	s->arena = arena_new();
	s->style.numbers = 18;
	s->rules[STREET] = (struct style_rule){ .kind = STYLE_LINE, .until = 25, .name = 13 };
	s->rules[SQUARE] = (struct style_rule){ .kind = STYLE_NAME,
		                                .until = 25,
		                                .size = { { { 15, 10 }, { 19, 14 } }, 2 } };
	s->rules[PARKING] = (struct style_rule){ .kind = STYLE_SIGN, .from = 16, .until = 25 };
	s->rules[PARKING].sign = STR("P");
	s->scene.style = &s->style;
	box_add(&s->area, scenery_spot(0, 0));
	s->area = box_none();
	box_add(&s->area, scenery_spot(0, 0));
	box_add(&s->area, scenery_spot(SCENERY_WIDTH, SCENERY_WIDTH));
	s->scene.box = s->area;
	*state = s;
	return 0;
}

static inline int
scenery_tear_down(void **state)
{
	struct scenery *s = *state;

	arena_free(s->arena);
	free(s);
	return 0;
}

/* Pairs of x and y at zoom 18. `rule` RULES: a house number. */
static inline struct scene_note *
scenery_note(struct scenery *s, int rule, const char *text, const double *at, size_t len)
{
	struct osm_object *object = arena_alloc(s->arena, sizeof *object);
	struct osm_tag *tag = arena_alloc(s->arena, sizeof *tag);
	struct spot *spots = arena_array(s->arena, len, sizeof *spots);
	struct scene_note *note;

	*tag = (struct osm_tag){ str(rule == RULES ? "addr:housenumber" : "name"),
		                 arena_str(s->arena, str(text)) };
	object->tags = (struct osm_tags){ tag, 1 };
	for (size_t i = 0; i < len; i++)
		spots[i] = scenery_spot(at[2 * i], at[2 * i + 1]);
	s->notes = arena_push(s->arena, s->notes, &s->scene.notes_len, sizeof *s->notes);
	s->scene.notes = s->notes;
	note = &s->notes[s->scene.notes_len - 1];
	*note = (struct scene_note){ .rule = rule == RULES ? NULL : &s->rules[rule],
		                     .object = object,
		                     .spots = spots,
		                     .len = (uint32_t)len };
	return note;
}

static inline struct scene_note *
scenery_point(struct scenery *s, int rule, const char *text, double x, double y)
{
	return scenery_note(s, rule, text, (double[]){ x, y }, 1);
}

/* The same numbers on every machine. */
static inline double
scenery_random(uint64_t *seed, double most)
{
	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	return (double)(*seed >> 33) / (double)(1U << 31) * most;
}

/* A town of `streets` streets, squares, signs and numbers as chance will have them. */
static inline void
scenery_town(struct scenery *s, uint64_t seed, int streets)
{
	static const char *const kinds[] = { "Rue du", "Avenue", "Place", "Impasse des" };
	double at[2 * 12], x, y, turn;
	char name[64];

	for (int i = 0; i < streets; i++) {
		x = scenery_random(&seed, 2400) - 200;
		y = scenery_random(&seed, 2400) - 200;
		turn = scenery_random(&seed, 6.3);
		for (int k = 0; k < 12; k++) {
			at[2 * k] = x += 60 * cos(turn);
			at[2 * k + 1] = y += 60 * sin(turn);
			turn += scenery_random(&seed, 0.5) - 0.25;
		}
		snprintf(name, sizeof name, "%s Moulin %d", kinds[i % 4], i / 2);
		scenery_note(s, STREET, name, at, 2 + (size_t)i % 11);
		scenery_point(s, SQUARE, name + 3, scenery_random(&seed, 2048),
		              scenery_random(&seed, 2048));
		scenery_point(s, PARKING, "P", scenery_random(&seed, 2048),
		              scenery_random(&seed, 2048));
		snprintf(name, sizeof name, "%d", i);
		for (int k = 0; k < 8; k++)
			scenery_point(s, RULES, name, scenery_random(&seed, 2048),
			              scenery_random(&seed, 2048));
	}
}
#endif
