/* view_frame: the small map on the page of a merchant, a street, a route: a window onto the tiles of the large one. */
#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/map.h"
#include "theme/format.h"
#include "theme/icon.h"
#include "theme/view_ground.h"
#include "theme/view_window.h"

#include <math.h>

/* The boxes that pages give it, from a phone's to a desk's. Around a shop, the next corners; of a street, all of
 * the page's width; of a route, which is what its page is about, more height. */
static const struct window_shape of_merchant = { 300, 200, 640, 220, 17 };
static const struct window_shape of_street = { 300, 200, ATLAS_WINDOW_WIDTH, 320, 18 };
static const struct window_shape of_route = { 316, 300, 800, ATLAS_WINDOW_HEIGHT, 18 };

/* The map that pages may show; NULL: none was drawn. */
static const struct map *
drawn_map(const struct guide *guide)
{
	return guide->map && guide->map->drawn && guide->map->atlas.zooms_len > 0 ? guide->map
	                                                                          : NULL;
}

/* --- tiles ------------------------------------------------------------------------------------------------- */

static const struct value *
tile_value(const struct maker *maker, const struct atlas_set *set, const struct window *window,
           unsigned x, unsigned y)
{
	struct window_offset offset = window_tile(window, x, y);
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "url",
	            arena_printf(maker->arena, "%.*s%.*s%d/%u/%u.svg", STR_ARG(maker->views->root),
	                         STR_ARG(set->folder), window->tiles->zoom, x, y));
	fields_int(&f, "left", offset.left);
	fields_int(&f, "top", offset.top);
	return fields_map(&f);
}

static const struct value *
tiles(const struct maker *maker, const struct map *map, const struct window *window)
{
	const struct atlas_set *set = map->atlas.by_lang[maker->lang];
	struct window_tiles range = window_tiles(window);
	struct value *list = value_list(maker->arena);

	for (unsigned y = range.y0; y <= range.y1; y++)
		for (unsigned x = range.x0; x <= range.x1; x++)
			value_add(maker->arena, list, tile_value(maker, set, window, x, y));
	return list->len ? list : NULL;
}

/* --- pins ------------------------------------------------------------------------------------------------------ */

/* Everything is said, also what is not there: a template asks within a merchant, who has a name and an address of
 * his own. */
static void
set_or_null(struct fields *f, const char *key, const struct value *value)
{
	fields_set(f, key, value ? value : &value_null);
}

static const struct value *
text_or_null(const struct maker *maker, struct str text)
{
	return text.len ? value_text(maker->arena, text) : &value_null;
}

static void
start_pin(struct fields *f, const struct maker *maker, struct window_offset offset)
{
	fields_start(f, maker->arena);
	fields_int(f, "left", offset.left);
	fields_int(f, "top", offset.top);
}

static void
end_pin(struct fields *f, const struct value *number, bool is_here, bool is_place)
{
	set_or_null(f, "number", number);
	fields_bool(f, "is_here", is_here);
	fields_bool(f, "is_place", is_place);
}

static const struct value *
merchant_pin(const struct maker *maker, const struct guide_merchant *merchant,
             struct window_offset offset, const struct value *number, bool is_here)
{
	const struct value *brief = maker->in->lists[VIEW_BRIEFS][merchant->index];
	struct fields f;

	start_pin(&f, maker, offset);
	set_or_null(&f, "name", value_get(brief, STR("name")));
	set_or_null(&f, "name_lang", value_get(brief, STR("name_lang")));
	set_or_null(&f, "url", value_get(brief, STR("url")));
	set_or_null(&f, "icon", value_get(brief, STR("icon")));
	end_pin(&f, number, is_here, false);
	return fields_map(&f);
}

/* A place has no page of its own, but a line on the map page. */
static struct str
place_url(const struct maker *maker, const struct value *place)
{
	return arena_printf(maker->arena, "%.*s#%.*s",
	                    STR_ARG(view_url(maker, "map", (struct str){ 0 })),
	                    STR_ARG(value_str(value_get(place, STR("anchor")))));
}

static const struct value *
place_pin(const struct maker *maker, const struct guide_place *place, struct window_offset offset,
          const struct value *number)
{
	const struct value *view = maker->in->lists[VIEW_PLACES][place->index];
	struct fields f;

	start_pin(&f, maker, offset);
	set_or_null(&f, "name", value_get(view, STR("name")));
	set_or_null(&f, "name_lang", value_get(view, STR("name_lang")));
	fields_text(&f, "url", place_url(maker, view));
	set_or_null(&f, "icon", value_get(view, STR("icon")));
	end_pin(&f, number, false, true);
	return fields_map(&f);
}

/* The name in the page's language: name:fr, else name. */
static struct str
name_on_map(const struct maker *maker, const struct osm_object *object)
{
	struct str key = arena_printf(maker->arena, "name:%s", lang_code(maker->lang));
	struct str name = osm_tag(object, key.ptr);

	return name.len ? name : osm_tag(object, "name");
}

static const struct value *
thing_pin(const struct maker *maker, const struct ground_thing *thing, struct window_offset offset,
          const struct value *number)
{
	const struct value *kind = maker->in->terms[VOCABULARY_PLACES][thing->kind];
	struct str name;
	struct fields f;

	if (thing->place)
		return place_pin(maker, thing->place, offset, number);
	name = name_on_map(maker, thing->object);
	start_pin(&f, maker, offset);
	set_or_null(&f, "name",
	            name.len ? value_text(maker->arena, name) : value_get(kind, STR("label")));
	set_or_null(&f, "name_lang", NULL);
	set_or_null(&f, "url", NULL);
	fields_text(&f, "icon", str(icon_of_place(value_str(value_get(kind, STR("id"))))));
	end_pin(&f, number, false, true);
	return fields_map(&f);
}

/* --- what is around ---------------------------------------------------------------------------------------------- */

/* "Gare Valmoulin", but not "Parking Parking du Haut": the kind is left out where the name begins with its word. */
static struct str
title_on_map(const struct maker *maker, struct str name, struct str label)
{
	struct str folded = utf8_fold(maker->arena, name), kind = utf8_fold(maker->arena, label);

	if (name.len == 0)
		return label;
	if (str_starts(folded, arena_cstr(maker->arena, str_sub(kind, 0, str_find(kind, ' ')))))
		return name;
	return arena_printf(maker->arena, "%.*s %.*s", STR_ARG(label), STR_ARG(name));
}

static const struct value *
around_value(const struct maker *maker, const struct ground_near *near, size_t number)
{
	const struct ground_thing *thing = near->thing;
	const struct value *kind = maker->in->terms[VOCABULARY_PLACES][thing->kind];
	const struct value *place =
		thing->place ? maker->in->lists[VIEW_PLACES][thing->place->index] : NULL;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_int(&f, "number", (int64_t)number);
	if (place) {
		set_or_null(&f, "name", value_get(place, STR("name")));
		set_or_null(&f, "name_lang", value_get(place, STR("name_lang")));
		set_or_null(&f, "title", value_get(place, STR("name")));
	} else {
		struct str name = name_on_map(maker, thing->object);

		set_or_null(&f, "name", text_or_null(maker, name));
		set_or_null(&f, "name_lang", NULL);
		fields_text(&f, "title",
		            title_on_map(maker, name, value_str(value_get(kind, STR("label")))));
	}
	fields_set(&f, "kind", kind);
	fields_text(&f, "icon", str(icon_of_place(value_str(value_get(kind, STR("id"))))));
	set_or_null(&f, "anchor", place ? value_get(place, STR("anchor")) : NULL);
	set_or_null(&f, "url", place ? text_or_null(maker, place_url(maker, place)) : NULL);
	fields_text(&f, "minutes_text", view_walk_text(maker, near->metres));
	fields_text(&f, "metres_text", format_distance(maker->arena, maker->lang, near->metres));
	return fields_map(&f);
}

static const struct value *
around(const struct maker *maker, const struct ground_near near[GROUND_NEAR])
{
	struct value *list = value_list(maker->arena);

	for (size_t i = 0; i < GROUND_NEAR && near[i].thing; i++)
		value_add(maker->arena, list, around_value(maker, &near[i], i + 1));
	return list->len ? list : NULL;
}

struct str
view_walk_text(const struct maker *maker, double metres)
{
	/* 4.8 km/h, a minute begun is a minute. */
	double minutes = ceil(metres / 80);

	return format_minutes(maker->arena, maker->lang, minutes < 1 ? 1 : (int)fmin(minutes, 1e6));
}

/* --- the path of a route -------------------------------------------------------------------------------------------- */

static void
set_path(struct fields *f, const struct maker *maker, const struct ground_walk *walk,
         const struct window *window)
{
	struct window_path path;
	struct buf data = { 0 };

	if (walk->len < 2)
		return;
	window_path(&path, &data, window, walk->points, walk->len);
	fields_text(f, "path", arena_str(maker->arena, buf_str(&data)));
	fields_int(f, "path_left", path.at.left);
	fields_int(f, "path_top", path.at.top);
	fields_int(f, "path_width", path.width);
	fields_int(f, "path_height", path.height);
	buf_release(&data);
}

/* --- a frame each ------------------------------------------------------------------------------------------------------ */

static bool
start_frame(struct fields *f, const struct maker *maker, const struct map *map,
            const struct window *window)
{
	const struct value *list = tiles(maker, map, window);

	fields_start(f, maker->arena);
	fields_int(f, "zoom", (int64_t)window->zoom);
	fields_int(f, "width", window_width(window));
	fields_set(f, "tiles", list);
	return list != NULL;
}

const struct value *
view_frame_merchant(const struct maker *maker, size_t index)
{
	const struct guide_merchant *merchant = maker->guide->merchants[index];
	const struct ground *ground = maker->views->ground;
	const struct map *map = drawn_map(maker->guide);
	struct value *pins = value_list(maker->arena);
	struct box box = box_none();
	struct window window;
	struct fields f;

	if (!map || !ground)
		return NULL;
	window_want(&box, &map->atlas, merchant->location);
	if (!window_open(&window, &of_merchant, &map->atlas, box) ||
	    !start_frame(&f, maker, map, &window))
		return NULL;
	for (size_t i = 0; i < GROUND_NEAR && ground->near[index][i].thing; i++) {
		const struct ground_thing *thing = ground->near[index][i].thing;
		struct window_offset offset = window_offset(&window, thing->at);

		if (window_shows_inside(&window, offset))
			value_add(maker->arena, pins,
			          thing_pin(maker, thing, offset,
			                    value_int(maker->arena, (int64_t)i + 1)));
	}
	/* Last, so that it lies above the others. */
	value_add(maker->arena, pins,
	          merchant_pin(maker, merchant, window_offset(&window, merchant->location), NULL,
	                       true));
	fields_set(&f, "pins", pins);
	fields_set(&f, "around", around(maker, ground->near[index]));
	return fields_map(&f);
}

const struct value *
view_frame_street(const struct maker *maker, size_t index)
{
	const struct guide_street *street = maker->guide->streets[index];
	const struct map *map = drawn_map(maker->guide);
	struct value *pins = value_list(maker->arena);
	struct box box = box_none();
	struct window window;
	struct fields f;

	if (!map)
		return NULL;
	for (size_t i = 0; i < street->merchants_len; i++)
		window_want(&box, &map->atlas, street->merchants[i]->location);
	if (!window_open(&window, &of_street, &map->atlas, box) ||
	    !start_frame(&f, maker, map, &window))
		return NULL;
	for (size_t i = 0; i < street->merchants_len; i++) {
		const struct guide_merchant *merchant = street->merchants[i];
		struct window_offset offset = window_offset(&window, merchant->location);

		if (merchant->location.set && window_shows(&window, offset))
			value_add(maker->arena, pins,
			          merchant_pin(maker, merchant, offset, NULL, false));
	}
	fields_set(&f, "pins", pins);
	return fields_map(&f);
}

static const struct value *
stop_pin(const struct maker *maker, const struct guide_stop *stop, struct window_offset offset,
         size_t number)
{
	const struct value *shown = value_int(maker->arena, (int64_t)number);

	return stop->merchant ? merchant_pin(maker, stop->merchant, offset, shown, false)
	                      : place_pin(maker, stop->place, offset, shown);
}

const struct value *
view_frame_route(const struct maker *maker, size_t index)
{
	const struct guide_route *route = maker->guide->routes[index];
	const struct map *map = drawn_map(maker->guide);
	struct value *pins = value_list(maker->arena);
	struct box box = box_none();
	struct window window;
	struct fields f;

	if (!map || !maker->views->ground)
		return NULL;
	for (size_t i = 0; i < route->stops_len; i++)
		window_want(&box, &map->atlas, ground_stop(&route->stops[i]));
	if (!window_open(&window, &of_route, &map->atlas, box) ||
	    !start_frame(&f, maker, map, &window))
		return NULL;
	/* The first stop lies above the last one, where a walk ends where it began. */
	for (size_t i = route->stops_len; i-- > 0;) {
		struct location at = ground_stop(&route->stops[i]);
		struct window_offset offset = window_offset(&window, at);

		if (at.set && window_shows(&window, offset))
			value_add(maker->arena, pins,
			          stop_pin(maker, &route->stops[i], offset, i + 1));
	}
	fields_set(&f, "pins", pins);
	set_path(&f, maker, &maker->views->ground->walks[index], &window);
	return fields_map(&f);
}
