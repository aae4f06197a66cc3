/* view_map: the large map: its picture, its tiles, who stands where on it, and what its signs mean. */
#include "theme/view_private.h"

#include "base/arena.h"
#include "base/mem.h"
#include "map/draw_sign.h"
#include "map/map.h"
#include "theme/format.h"

#include <math.h>
#include <stdlib.h>

/* --- pins --------------------------------------------------------------------------------------------------- */

/* "12.34"; by whole numbers, because printf's point is the locale's. */
static struct str
percent(const struct maker *maker, double part)
{
	long hundredths = lround(part * 10000);

	return arena_printf(maker->arena, "%ld.%02ld", hundredths / 100, hundredths % 100);
}

static const struct value *
pin(const struct maker *maker, size_t index, struct spot spot, const struct box *shown,
    size_t number)
{
	static const char *const keys[] = {
		"slug", "name", "name_lang", "url", "category", "icon"
	};
	const struct value *brief = maker->in->lists[VIEW_BRIEFS][index];
	struct fields f;

	fields_start(&f, maker->arena);
	for (size_t i = 0; i < countof(keys); i++)
		fields_set(&f, keys[i], value_get(brief, str(keys[i])));
	fields_int(&f, "number", (int64_t)number);
	fields_text(&f, "left", percent(maker, (spot.x - shown->x0) / (shown->x1 - shown->x0)));
	fields_text(&f, "top", percent(maker, (spot.y - shown->y0) / (shown->y1 - shown->y0)));
	return fields_map(&f);
}

static bool
is_shown(const struct box *shown, const struct guide_merchant *merchant)
{
	struct location at = merchant->location;
	struct spot spot = mercator_degrees(at.latitude, at.longitude);

	return at.set && spot.x >= shown->x0 && spot.x <= shown->x1 && spot.y >= shown->y0 &&
	       spot.y <= shown->y1;
}

static const struct map *
drawn_map(const struct guide *guide)
{
	return guide->map && guide->map->drawn && guide->map->atlas.zooms_len > 0 ? guide->map
	                                                                          : NULL;
}

const size_t *
view_map_numbers(const struct maker *maker)
{
	const struct guide *guide = maker->guide;
	const struct map *map = drawn_map(guide);
	size_t *numbers = arena_array(maker->arena, guide->merchants_len, sizeof *numbers),
	       last = 0;

	for (size_t i = 0; map && i < guide->streets_len; i++)
		for (size_t m = 0; m < guide->streets[i]->merchants_len; m++)
			if (is_shown(&map->atlas.shown, guide->streets[i]->merchants[m]))
				numbers[guide->streets[i]->merchants[m]->index] = ++last;
	for (size_t i = 0; map && i < guide->merchants_len; i++)
		if (!guide->merchants[i]->street &&
		    is_shown(&map->atlas.shown, guide->merchants[i]))
			numbers[i] = ++last;
	return numbers;
}

static const struct value *
pins(const struct maker *maker, const struct box *shown, const size_t *numbers)
{
	const struct guide *guide = maker->guide;
	struct value *list = value_list(maker->arena);

	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct location at = guide->merchants[i]->location;

		if (numbers[i])
			value_add(maker->arena, list,
			          pin(maker, i, mercator_degrees(at.latitude, at.longitude), shown,
			              numbers[i]));
	}
	return list->len ? list : NULL;
}

/* --- the legend ----------------------------------------------------------------------------------------------- */

/* Whether a rule drew anything of what the picture shows. */
static bool
is_used(const struct map *map, const struct style_rule *rule)
{
	const struct scene *scene = &map->scene;
	const struct box *shown = &map->atlas.shown;

	for (size_t i = 0; i < scene->shapes_len; i++)
		if (scene->shapes[i].rule == rule && box_meets(scene->shapes[i].box, *shown))
			return true;
	for (size_t i = 0; i < scene->notes_len; i++) {
		const struct scene_note *note = &scene->notes[i];
		struct box box = box_none();

		if (note->rule != rule)
			continue;
		for (uint32_t s = 0; s < note->len; s++)
			box_add(&box, note->spots[s]);
		if (box_meets(box, *shown))
			return true;
	}
	return false;
}

static const struct value *
legend_entry(const struct maker *maker, const struct style_rule *rule)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_local(&f, maker, "label", "label_lang", &rule->label);
	if (rule->kind == STYLE_SIGN) {
		const char *picture = draw_sign(rule->sign);

		fields_text(&f, picture ? "sign_path" : "sign",
		            picture ? str(picture) : rule->sign);
	}
	fields_text(&f, "colour", str(rule->fill.light));
	fields_text(&f, "colour_dark", str(rule->fill.dark));
	return fields_map(&f);
}

static const struct value *
legend(const struct maker *maker, const struct map *map)
{
	struct value *list = value_list(maker->arena);

	for (int kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = 0; i < map->style.rules_len[kind]; i++) {
			const struct style_rule *rule = &map->style.rules[kind][i];

			if (!text_is_empty(&rule->label) && is_used(map, rule))
				value_add(maker->arena, list, legend_entry(maker, rule));
		}
	return list->len ? list : NULL;
}

/* --- the whole -------------------------------------------------------------------------------------------------- */

static struct str
url(const struct maker *maker, struct str file, const char *end)
{
	return arena_printf(maker->arena, "%.*s%.*s%s", STR_ARG(maker->views->root), STR_ARG(file),
	                    end);
}

static void
area(struct fields *f, const struct maker *maker, const struct box *area)
{
	struct location north_west = mercator_location((struct spot){ area->x0, area->y0 });
	struct location south_east = mercator_location((struct spot){ area->x1, area->y1 });

	fields_text(f, "south", format_degrees(maker->arena, south_east.latitude));
	fields_text(f, "west", format_degrees(maker->arena, north_west.longitude));
	fields_text(f, "north", format_degrees(maker->arena, north_west.latitude));
	fields_text(f, "east", format_degrees(maker->arena, south_east.longitude));
}

const struct value *
view_map(const struct maker *maker, const size_t *numbers)
{
	const struct map *map = drawn_map(maker->guide);
	const struct atlas *atlas;
	const struct atlas_set *set;
	struct fields f;

	if (!map)
		return NULL;
	atlas = &map->atlas;
	set = atlas->by_lang[maker->lang];
	fields_start(&f, maker->arena);
	fields_text(&f, "picture", url(maker, set->picture, ""));
	fields_int(&f, "picture_width", atlas->picture_width);
	fields_int(&f, "picture_height", atlas->picture_height);
	fields_set(&f, "pins", pins(maker, &atlas->shown, numbers));
	fields_text(&f, "tiles", url(maker, set->folder, "{z}/{x}/{y}.svg"));
	fields_int(&f, "tile_size", ATLAS_TILE);
	fields_int(&f, "zoom_offset", -1);
	fields_int(&f, "zoom_min", atlas->zooms[0].zoom + 1);
	fields_int(&f, "zoom_max", atlas->zooms[atlas->zooms_len - 1].zoom + 1);
	area(&f, maker, &atlas->area);
	if (map->walk.len)
		fields_text(&f, "walk", url(maker, map->walk, ""));
	fields_set(&f, "legend", legend(maker, map));
	return fields_map(&f);
}
