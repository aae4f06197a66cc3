#include "map/scene.h"

#include "map/scene_parts.h"

#include "base/arena.h"

#include <stdio.h>

/* --- what becomes of an object ----------------------------------------------------------------- */

static bool
has_number(const struct scene_maker *m, const struct osm_object *object)
{
	return m->style->numbers > 0 && osm_tag(object, "addr:housenumber").len;
}

/* Name, sign and number of a node or of an area. */
static void
add_notes(struct scene_maker *m, const struct osm_object *object,
          const struct style_rule *found[STYLE_KINDS], struct spot at, double extent)
{
	struct scene_note note = { .object = object, .len = 1, .extent = extent };

	note.spots = arena_copy(m->arena, &at, sizeof at);
	if (found[STYLE_NAME] && osm_tag(object, "name").len) {
		note.rule = found[STYLE_NAME];
		scene_add_note(m, note, extent);
	}
	if (found[STYLE_SIGN]) {
		note.rule = found[STYLE_SIGN];
		scene_add_note(m, note, extent);
	}
}

static void
take_node(struct scene_maker *m, const struct osm_node *node)
{
	const struct style_rule *found[STYLE_KINDS];
	struct spot at = mercator_osm(node->at);

	style_find_all(m->style, &node->object, found);
	if (found[STYLE_LINE])
		scene_add_line(m, found[STYLE_LINE], &node->object, &at, 1);
	if (found[STYLE_NAME] || found[STYLE_SIGN])
		add_notes(m, &node->object, found, at, 0);
	if (has_number(m, &node->object))
		scene_add_number(m, &node->object, at);
}

static void
take_area(struct scene_maker *m, const struct osm_object *object,
          const struct style_rule *found[STYLE_KINDS], const struct scene_area *area)
{
	bool number = has_number(m, object);
	struct spot middle;

	if (found[STYLE_AREA])
		scene_add_area(m, found[STYLE_AREA], object, area);
	if (!number && !found[STYLE_SIGN] && !(found[STYLE_NAME] && osm_tag(object, "name").len))
		return;
	middle = scene_area_middle(m, area);
	add_notes(m, object, found, middle, area->box.x1 - area->box.x0);
	if (number)
		scene_add_number(m, object, middle);
}

static void
take_line(struct scene_maker *m, const struct osm_way *way, const struct style_rule *rule)
{
	struct str name = osm_tag(&way->object, "name");
	struct spot *spots = arena_array(m->arena, way->len, sizeof *spots);

	for (uint32_t i = 0; i < way->len; i++)
		spots[i] = m->spots[way->nodes[i]];
	scene_add_line(m, rule, &way->object, spots, way->len);
	/* Who walks above a tunnel looks for the street that is there. */
	if (rule->name > 0 && name.len && !osm_is(&way->object, "tunnel", "yes")) {
		m->stretches = arena_push(m->scratch, m->stretches, &m->stretches_len,
		                          sizeof *m->stretches);
		m->stretches[m->stretches_len - 1] =
			(struct scene_stretch){ .rule = rule, .way = way, .name = name };
	}
}

static void
take_coast(struct scene_maker *m, const struct osm_way *way, const struct style_rule *rule)
{
	m->coasts = arena_push(m->scratch, m->coasts, &m->coasts_len, sizeof *m->coasts);
	m->coasts[m->coasts_len - 1] = (struct scene_stretch){ .rule = rule, .way = way };
}

static bool
is_area_wanted(const struct scene_maker *m, const struct osm_object *object,
               const struct style_rule *found[STYLE_KINDS])
{
	return found[STYLE_AREA] || found[STYLE_NAME] || found[STYLE_SIGN] || has_number(m, object);
}

static void
take_way(struct scene_maker *m, const struct osm_way *way)
{
	const struct style_rule *found[STYLE_KINDS];
	struct scene_area area = { 0 };

	if (way->object.tags.len == 0 || way->len < 2)
		return;
	style_find_all(m->style, &way->object, found);
	if (found[STYLE_LINE])
		take_line(m, way, found[STYLE_LINE]);
	if (found[STYLE_AREA] && osm_is(&way->object, "natural", "coastline"))
		take_coast(m, way, found[STYLE_AREA]);
	else if (is_area_wanted(m, &way->object, found) && scene_area_of_way(m, way, &area))
		take_area(m, &way->object, found, &area);
}

static void
take_relation(struct scene_maker *m, const struct osm_relation *relation)
{
	const struct style_rule *found[STYLE_KINDS];
	struct scene_area area = { 0 };
	struct rings rings;

	if (!osm_is(&relation->object, "type", "multipolygon"))
		return;
	style_find_all(m->style, &relation->object, found);
	if (!is_area_wanted(m, &relation->object, found))
		return;
	rings = rings_of_relation(m->scratch, m->extract, relation);
	if (scene_area_of_rings(m, &rings, &area))
		take_area(m, &relation->object, found, &area);
}

/* --- the whole --------------------------------------------------------------------------------- */

static struct box
bounds_of(const struct scene_maker *m)
{
	const struct extract *extract = m->extract;
	struct box box = box_none();

	if (extract->has_bounds) {
		box_add(&box, mercator_degrees(extract->north, extract->west));
		box_add(&box, mercator_degrees(extract->south, extract->east));
		return box;
	}
	for (size_t i = 0; i < extract->points_len; i++)
		box_add(&box, m->spots[i]);
	return box;
}

void
scene_make(struct scene *scene, struct arena *arena, const struct extract *extract,
           const struct style *style)
{
	struct scene_maker m = { .arena = arena, .extract = extract, .style = style };
	struct spot *spots;

	m.scratch = arena_new();
	m.spots = spots = arena_array(m.scratch, extract->points_len, sizeof *spots);
	for (size_t i = 0; i < extract->points_len; i++)
		spots[i] = mercator_osm(extract->points[i]);
	/* Areas before nodes: a house's number stands in the house, not at its door or in its shop. */
	for (size_t i = 0; i < extract->relations_len; i++)
		take_relation(&m, &extract->relations[i]);
	for (size_t i = 0; i < extract->ways_len; i++)
		take_way(&m, &extract->ways[i]);
	for (size_t i = 0; i < extract->nodes_len; i++)
		take_node(&m, &extract->nodes[i]);
	*scene = (struct scene){ .style = style, .box = bounds_of(&m) };
	scene_fill_sea(&m, scene->box);
	scene_join_streets(&m);
	scene_sort_shapes(&m, scene->box);
	scene->shapes = m.shapes;
	scene->shapes_len = m.shapes_len;
	scene->notes = scene_sort_notes(&m, &scene->notes_len);
	scene->index = scene_index_new(arena, m.scratch, m.shapes, m.shapes_len);
	arena_free(m.scratch);
}

/* --- what notes say ---------------------------------------------------------------------------- */

struct str
scene_text(const struct scene_note *note, enum lang lang)
{
	char key[16];
	struct str text;

	if (!note->rule)
		return osm_tag(note->object, "addr:housenumber");
	if (note->rule->kind == STYLE_SIGN)
		return (struct str){ 0 };
	snprintf(key, sizeof key, "name:%s", lang_code(lang));
	text = osm_tag(note->object, key);
	return text.len ? text : osm_tag(note->object, "name");
}

bool
scene_differs(const struct scene *scene, enum lang a, enum lang b)
{
	for (size_t i = 0; i < scene->notes_len; i++)
		if (!str_eq(scene_text(&scene->notes[i], a), scene_text(&scene->notes[i], b)))
			return true;
	return false;
}
