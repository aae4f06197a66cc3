#include "theme/view_ground.h"

#include "base/arena.h"
#include "base/mem.h"
#include "card/vocabulary.h"
#include "map/map.h"

#include <stdlib.h>

/* Metres on foot: how far a thing is "around"; what the association wrote a card for, a little farther. */
static const double AROUND = 400, AROUND_CARD = 800;

/* Of each kind the nearest; where there are more than there is room for, those that visitors ask for first. */
static const struct {
	const char *id;
	bool from_map; /* also those without a card */
} wanted[] = {
	{ "parking", true },      { "bus-stop", true },
	{ "tram-stop", true },    { "train-station", true },
	{ "toilets", true },      { "bicycle-parking", true },
	{ "atm", true },          { "locker", false },
	{ "charging", false },    { "drinking-water", false },
	{ "taxi", false },        { "bicycle-rental", false },
	{ "car-sharing", false }, { "post-box", false },
	{ "information", false }, { "market", false },
	{ "playground", false },  { "park", false },
	{ "attraction", false },  { "museum", false },
	{ "town-hall", false },   { "library", false },
};

/* All of one kind. */
struct things {
	struct arena *arena;
	const struct map *map;
	struct ground_thing *items;
	size_t len;
};

static void
add(struct things *things, struct ground_thing thing)
{
	if (!thing.at.set)
		return;
	things->items =
		arena_push(things->arena, things->items, &things->len, sizeof *things->items);
	things->items[things->len - 1] = thing;
}

static void
add_cards(struct things *things, const struct guide *guide, uint16_t kind)
{
	for (size_t i = 0; i < guide->places_len; i++)
		if (guide->places[i]->card->kind == kind)
			add(things, (struct ground_thing){ .place = guide->places[i],
			                                   .kind = kind,
			                                   .at = guide->places[i]->location });
}

/* Whether anybody may use it: a car park for the customers of one shop is not for those of another. */
static bool
is_public(const struct osm_object *object)
{
	static const char *const closed[] = { "private",  "no",        "customers", "permit",
		                              "delivery", "residents", "employees" };
	struct str access = osm_tag(object, "access");

	for (size_t i = 0; i < countof(closed); i++)
		if (str_is(access, closed[i]))
			return false;
	return true;
}

static void
add_object(struct things *things, const struct osm_object *object, uint16_t kind, struct str key,
           struct str value)
{
	static const char *const letters[] = { "node", "way", "relation" };

	if (!str_eq(osm_tag(object, key.ptr), value) || !is_public(object))
		return;
	add(things,
	    (struct ground_thing){ .object = object,
	                           .kind = kind,
	                           .at = extract_place(&things->map->extract,
	                                               arena_printf(things->arena, "%s/%lld",
	                                                            letters[object->kind],
	                                                            (long long)object->id)) });
}

static void
add_objects(struct things *things, uint16_t kind)
{
	const struct extract *extract = &things->map->extract;
	size_t count;
	struct str tag = str(vocabulary(VOCABULARY_PLACES, &count)[kind].osm);
	struct str key = arena_str(things->arena, str_sub(tag, 0, str_find(tag, '=')));
	struct str value = str_sub(tag, key.len + 1, tag.len);

	for (size_t i = 0; i < extract->nodes_len; i++)
		add_object(things, &extract->nodes[i].object, kind, key, value);
	for (size_t i = 0; i < extract->ways_len; i++)
		add_object(things, &extract->ways[i].object, kind, key, value);
	for (size_t i = 0; i < extract->relations_len; i++)
		add_object(things, &extract->relations[i].object, kind, key, value);
}

/* --- the nearest of a kind --------------------------------------------------------------------------------- */

struct work {
	struct arena *arena;
	const struct guide *guide;
	struct ground *ground;
	struct paths_spot *doors;                  /* by merchant */
	struct paths_near *near_card, *near_other; /* of the kind in hand, by merchant */
};

static void
find_nearest(const struct work *work, const struct things *things, double most,
             struct paths_near *nearest)
{
	const struct paths *paths = work->guide->map->paths;
	struct paths_spot *spots = mem_alloc(size_mul(size_add(things->len, 1), sizeof *spots));

	for (size_t i = 0; i < things->len; i++)
		spots[i] = paths_join(paths, things->items[i].at);
	paths_nearest(paths, work->doors, work->guide->merchants_len, spots, things->len, most,
	              nearest);
	free(spots);
}

static void
add_near(struct ground_near near[GROUND_NEAR], const struct ground_thing *thing, double metres)
{
	for (size_t i = 0; i < GROUND_NEAR; i++)
		if (!near[i].thing) {
			near[i] = (struct ground_near){ thing, metres };
			return;
		}
}

/* The association's own, unless it is far and another one is not. */
static void
choose(const struct work *work, const struct things *cards, const struct things *others)
{
	for (size_t i = 0; i < work->guide->merchants_len; i++) {
		const struct paths_near *card = &work->near_card[i], *other = &work->near_other[i];

		if (card->set && (card->metres <= AROUND || !other->set))
			add_near(work->ground->near[i], &cards->items[card->index], card->metres);
		else if (other->set)
			add_near(work->ground->near[i], &others->items[other->index],
			         other->metres);
	}
}

static void
take_kind(const struct work *work, uint16_t kind, bool from_map)
{
	struct things cards = { .arena = work->arena, .map = work->guide->map }, others = cards;

	add_cards(&cards, work->guide, kind);
	if (from_map)
		add_objects(&others, kind);
	if (cards.len == 0 && others.len == 0)
		return;
	find_nearest(work, &cards, AROUND_CARD, work->near_card);
	find_nearest(work, &others, AROUND, work->near_other);
	choose(work, &cards, &others);
}

static int
by_metres(const void *a, const void *b)
{
	const struct ground_near *x = a, *y = b;

	if (!x->thing || !y->thing)
		return (x->thing == NULL) - (y->thing == NULL);
	if (x->metres != y->metres)
		return x->metres < y->metres ? -1 : 1;
	return (x->thing->kind > y->thing->kind) - (x->thing->kind < y->thing->kind);
}

static void
find_around(struct work *work)
{
	const struct guide *guide = work->guide;
	size_t len = size_add(guide->merchants_len, 1);

	work->doors = mem_alloc(size_mul(len, sizeof *work->doors));
	work->near_card = mem_alloc(size_mul(len, sizeof *work->near_card));
	work->near_other = mem_alloc(size_mul(len, sizeof *work->near_other));
	for (size_t i = 0; i < guide->merchants_len; i++)
		work->doors[i] = paths_join(guide->map->paths, guide->merchants[i]->location);
	for (size_t i = 0; i < countof(wanted); i++)
		take_kind(work, (uint16_t)vocabulary_find(VOCABULARY_PLACES, str(wanted[i].id)),
		          wanted[i].from_map);
	for (size_t i = 0; i < guide->merchants_len; i++)
		qsort(work->ground->near[i], GROUND_NEAR, sizeof work->ground->near[i][0],
		      by_metres);
	free(work->doors);
	free(work->near_card);
	free(work->near_other);
}

/* --- routes ---------------------------------------------------------------------------------------------------- */

struct location
ground_stop(const struct guide_stop *stop)
{
	return stop->merchant ? stop->merchant->location
	       : stop->place  ? stop->place->location
	                      : (struct location){ 0 };
}

static void
join_path(struct ground_walk *walk, struct arena *arena, const struct path *path)
{
	/* Where one piece ends the next one begins. */
	for (size_t i = walk->len > 0 ? 1 : 0; i < path->len; i++) {
		walk->points = arena_push(arena, walk->points, &walk->len, sizeof *walk->points);
		walk->points[walk->len - 1] = path->points[i];
	}
}

/* From stop to stop; those of which nobody knows where they are are passed by. */
static void
walk_route(struct ground_walk *walk, const struct work *work, const struct guide_route *route)
{
	struct location last = { 0 };
	bool whole = true;

	for (size_t i = 0; i < route->stops_len; i++) {
		struct location at = ground_stop(&route->stops[i]);
		struct path path;

		if (at.set && last.set) {
			paths_walk(work->guide->map->paths, work->arena, last, at, &path);
			join_path(walk, work->arena, &path);
			walk->metres += path.metres;
			whole = whole && (!path.straight || path.metres <= PATHS_REACH);
		}
		whole = whole && at.set;
		last = at.set ? at : last;
	}
	if (!whole)
		walk->metres = 0;
}

const struct ground *
ground_make(struct arena *arena, const struct guide *guide)
{
	struct ground *ground;
	struct work work = { .arena = arena, .guide = guide };

	if (!guide->map || !guide->map->paths)
		return NULL;
	ground = work.ground = arena_alloc(arena, sizeof *ground);
	ground->near = arena_array(arena, guide->merchants_len, sizeof *ground->near);
	ground->walks = arena_array(arena, guide->routes_len, sizeof *ground->walks);
	if (paths_any(guide->map->paths))
		find_around(&work);
	for (size_t i = 0; i < guide->routes_len; i++)
		walk_route(&ground->walks[i], &work, guide->routes[i]);
	return ground;
}
