#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "map/paths.h"
#include "map/paths_graph.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* --- extracts made by hand ------------------------------------------------------------------------------ */

enum { POINTS = 400, WAYS = 400, WAY_NODES = 40, TAGS = 4, RELATIONS = 4 };

/* A town on squared paper: 1 is some 11 metres of latitude, at 0° also of longitude. */
struct town {
	struct arena *arena;
	struct extract extract;
	struct osm_point points[POINTS];
	int64_t ids[POINTS];
	struct osm_node nodes[POINTS];
	struct osm_way ways[WAYS];
	struct osm_relation relations[RELATIONS];
	uint32_t refs[WAYS][WAY_NODES];
	struct osm_tag tags[WAYS + POINTS + RELATIONS][TAGS];
	size_t tags_len;
	struct paths *paths;
};

static const double STEP = 0.0001;

static int
setup(void **state)
{
	struct town *town = calloc(1, sizeof *town);

	town->arena = arena_new();
	town->extract.points = town->points;
	town->extract.ids = town->ids;
	town->extract.nodes = town->nodes;
	town->extract.ways = town->ways;
	town->extract.relations = town->relations;
	*state = town;
	return 0;
}

static int
teardown(void **state)
{
	struct town *town = *state;

	paths_free(town->paths);
	arena_free(town->arena);
	free(town);
	return 0;
}

static struct location
at(double y, double x)
{
	return (struct location){ true, y * STEP, x * STEP };
}

/* The node of that place, made where there is none yet. */
static uint32_t
node_at(struct town *town, int y, int x)
{
	struct osm_point point = { y * 1000, x * 1000 };
	size_t len = town->extract.points_len;

	for (size_t i = 0; i < len; i++)
		if (town->points[i].lat == point.lat && town->points[i].lon == point.lon)
			return (uint32_t)i;
	town->points[len] = point;
	town->ids[len] = (int64_t)len + 1;
	town->extract.points_len++;
	return (uint32_t)len;
}

/* "highway=residential oneway=yes" */
static struct osm_tags
tags_of(struct town *town, const char *text)
{
	struct osm_tag *tags = town->tags[town->tags_len++];
	struct str rest = str(text), part;
	uint32_t len = 0;

	while (str_split(&rest, ' ', &part)) {
		size_t sign = str_find(part, '=');

		tags[len++] = (struct osm_tag){ str_sub(part, 0, sign),
			                        str_sub(part, sign + 1, part.len) };
	}
	return (struct osm_tags){ tags, len };
}

/* Nodes as "y,x y,x …". */
static void
way(struct town *town, const char *tags, const char *nodes)
{
	size_t number = town->extract.ways_len++;
	struct osm_way *one = &town->ways[number];
	struct str rest = str(nodes), part;

	*one = (struct osm_way){ .object = { OSM_WAY, 1, (int64_t)number + 1, tags_of(town, tags) },
		                 .nodes = town->refs[number],
		                 .whole = true };
	while (str_split(&rest, ' ', &part))
		town->refs[number][one->len++] =
			node_at(town, atoi(part.ptr), atoi(part.ptr + str_find(part, ',') + 1));
}

static void
node(struct town *town, const char *tags, int y, int x)
{
	struct osm_node *one = &town->nodes[town->extract.nodes_len++];
	uint32_t index = node_at(town, y, x);

	*one = (struct osm_node){ { OSM_NODE, 1, town->ids[index], tags_of(town, tags) },
		                  town->points[index] };
}

static struct path
walk(struct town *town, struct location from, struct location to)
{
	struct path path;

	if (!town->paths)
		town->paths = paths_new(&town->extract);
	paths_walk(town->paths, town->arena, from, to, &path);
	return path;
}

static double
crow(struct location a, struct location b)
{
	return graph_metres(a, b);
}

/* In steps of the squared paper. */
static double
steps(struct path path)
{
	return path.metres / crow(at(0, 0), at(0, 1));
}

#define assert_steps(path, want)                                                                   \
	do {                                                                                       \
		double got_ = steps(path);                                                         \
		if (!(fabs(got_ - (want)) < 0.01))                                                 \
			fail_msg("%.3f steps, not %.3f", got_, (double)(want));                    \
	} while (0)

static void
assert_soundly_made(struct path path, struct location from, struct location to)
{
	assert_true(path.len >= 1);
	assert_true(path.points[0].latitude == from.latitude &&
	            path.points[0].longitude == from.longitude);
	assert_true(path.points[path.len - 1].latitude == to.latitude &&
	            path.points[path.len - 1].longitude == to.longitude);
	assert_true(path.metres >= crow(from, to) - 1e-6);
}

/* --- ways ---------------------------------------------------------------------------------------------------- */

static void
people_walk_along_streets_and_turn_at_shared_nodes(void **state)
{
	struct town *town = *state;
	struct path path;

	way(town, "highway=residential", "0,0 0,5 0,10");
	way(town, "highway=footway", "0,5 8,5 8,9");
	path = walk(town, at(0, 1), at(8, 8));
	assert_false(path.straight);
	assert_steps(path, 4 + 8 + 3);
	assert_int_equal(path.len, 4);
	assert_soundly_made(path, at(0, 1), at(8, 8));
}

static void
ways_that_cross_without_a_node_do_not_meet(void **state)
{
	struct town *town = *state;

	way(town, "highway=residential", "0,0 0,10");
	way(town, "highway=residential bridge=yes", "-5,4 5,4");
	way(town, "highway=steps", "5,4 5,10 0,10");
	assert_steps(walk(town, at(0, 4), at(-4, 4)), 6 + 5 + 6 + 9);
}

static void
a_one_way_street_is_walked_both_ways(void **state)
{
	struct town *town = *state;

	way(town, "highway=residential oneway=yes", "0,0 0,10");
	way(town, "highway=tertiary oneway=-1", "0,10 9,10");
	assert_steps(walk(town, at(9, 10), at(0, 0)), 19);
	assert_steps(walk(town, at(0, 0), at(9, 10)), 19);
}

static void
only_what_is_open_to_people_on_foot_is_walked(void **state)
{
	static const struct {
		const char *tags;
		bool walked;
	} cases[] = {
		{ "highway=residential", true },
		{ "highway=pedestrian", true },
		{ "highway=steps", true },
		{ "highway=track", true },
		{ "highway=cycleway", true },
		{ "highway=corridor indoor=yes", true },
		{ "railway=platform", true },
		{ "highway=residential access=private", false },
		{ "highway=residential access=no", false },
		{ "highway=residential access=private foot=yes", true },
		{ "highway=service access=customers", true },
		{ "highway=service access=destination", true },
		{ "highway=track access=agricultural", false },
		{ "highway=track access=agricultural foot=permissive", true },
		{ "highway=residential foot=no", false },
		{ "highway=residential foot=private", false },
		{ "highway=cycleway foot=no", false },
		{ "highway=primary foot=use_sidepath", false },
		{ "highway=motorway", false },
		{ "highway=motorway foot=yes", false },
		{ "highway=motorway_link", false },
		{ "highway=trunk", false },
		{ "highway=trunk foot=yes", true },
		{ "highway=trunk sidewalk=both", true },
		{ "highway=trunk sidewalk=separate", false },
		{ "highway=primary motorroad=yes", false },
		{ "highway=construction construction=residential", false },
		{ "highway=proposed", false },
		{ "highway=raceway", false },
		{ "railway=rail", false },
		{ "waterway=river", false },
		{ "building=yes", false },
	};
	struct town *town = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct path path;

		town->extract.ways_len = 0;
		town->tags_len = 0;
		way(town, cases[i].tags, "0,0 0,5 6,5");
		path = walk(town, at(0, 0), at(6, 5));
		if (path.straight == cases[i].walked || paths_any(town->paths) != cases[i].walked)
			fail_msg("%s", cases[i].tags);
		paths_free(town->paths);
		town->paths = NULL;
	}
}

static void
a_square_is_walked_round_along_its_edge(void **state)
{
	struct town *town = *state;

	way(town, "highway=pedestrian area=yes", "0,0 0,10 10,10 10,0 0,0");
	way(town, "highway=residential", "0,-10 0,0");
	assert_steps(walk(town, at(0, -5), at(10, 10)), 5 + 20);
	assert_steps(walk(town, at(0, -5), at(10, 0)), 5 + 10);
}

static void
a_square_drawn_as_a_relation_is_walked_round_too(void **state)
{
	struct town *town = *state;
	struct osm_member members[2];

	way(town, "note=edge", "0,0 0,10 10,10");
	way(town, "note=edge", "10,10 10,0 0,0");
	way(town, "highway=residential", "0,-10 0,0");
	for (size_t i = 0; i < 2; i++)
		members[i] = (struct osm_member){ OSM_WAY, (int64_t)i + 1, str("outer"),
			                          &town->ways[i] };
	town->relations[0] =
		(struct osm_relation){ { OSM_RELATION, 1, 1,
		                         tags_of(town, "type=multipolygon highway=pedestrian") },
		                       members,
		                       2 };
	town->extract.relations_len = 1;
	assert_steps(walk(town, at(0, -5), at(10, 10)), 5 + 20);
}

static void
a_locked_gate_is_no_way_through(void **state)
{
	struct town *town = *state;

	way(town, "highway=footway", "0,0 0,2 0,4");
	way(town, "highway=residential", "0,0 5,0 5,4 0,4");
	node(town, "barrier=gate access=private", 0, 2);
	assert_steps(walk(town, at(0, 0), at(0, 4)), 5 + 4 + 5);
}

static void
an_open_gate_is_a_way_through(void **state)
{
	struct town *town = *state;

	way(town, "highway=footway", "0,0 0,2 0,4");
	way(town, "highway=residential", "0,0 5,0 5,4 0,4");
	node(town, "barrier=gate", 0, 2);
	assert_steps(walk(town, at(0, 0), at(0, 4)), 4);
}

static void
of_two_ways_the_shorter_is_taken(void **state)
{
	struct town *town = *state;

	way(town, "highway=residential", "0,0 10,0 10,20 0,20");
	way(town, "highway=footway", "0,0 2,10 0,20");
	assert_steps(walk(town, at(0, 0), at(0, 20)), 2 * sqrt(4 + 100));
}

static void
round_a_ring_the_shorter_side_is_taken(void **state)
{
	static const struct {
		double from_y, from_x, to_y, to_x, steps;
	} cases[] = {
		{ 0, 1, 0, 9, 8 },   { 1, 0, 0, 1, 2 },   { 9, 0, 0, 9, 18 },
		{ 5, 0, 5, 10, 20 }, { 0, 4, 10, 4, 18 }, { 3, 10, 10, 6, 11 },
	};
	struct town *town = *state;

	/* One that meets nothing, and one that begins at a crossing. */
	for (int with = 0; with < 2; with++) {
		if (with)
			way(town, "highway=footway", "0,0 -9,-9");
		else
			way(town, "highway=footway", "0,0 0,10 10,10 10,0 0,0");
		for (size_t i = 0; i < countof(cases); i++)
			assert_steps(walk(town, at(cases[i].from_y, cases[i].from_x),
			                  at(cases[i].to_y, cases[i].to_x)),
			             cases[i].steps);
		paths_free(town->paths);
		town->paths = NULL;
	}
}

static void
what_two_ways_share_is_walked_once(void **state)
{
	struct town *town = *state;

	way(town, "highway=residential", "0,0 0,3 0,6 0,9");
	way(town, "highway=pedestrian area=yes", "0,3 0,6 4,6 4,3 0,3");
	assert_steps(walk(town, at(0, 0), at(0, 9)), 9);
	assert_steps(walk(town, at(0, 0), at(4, 6)), 6 + 4);
}

/* --- joining ---------------------------------------------------------------------------------------------------- */

static void
a_shop_joins_the_nearest_stretch(void **state)
{
	struct town *town = *state;

	way(town, "highway=residential", "0,0 0,20");
	way(town, "highway=residential", "6,0 6,20");
	way(town, "highway=residential", "0,20 6,20");
	/* Two steps to the street, along it, one step off. */
	assert_steps(walk(town, at(2, 3), at(-1, 9)), 2 + 6 + 1);
	/* Across the block: over there. */
	assert_steps(walk(town, at(2, 3), at(5, 3)), 2 + 17 + 6 + 17 + 1);
}

static void
a_place_far_from_any_way_is_walked_straight(void **state)
{
	struct town *town = *state;
	struct path path;

	way(town, "highway=residential", "0,0 0,10");
	path = walk(town, at(0, 0), at(14, 5)); /* 154 m off */
	assert_true(path.straight);
	assert_int_equal(path.len, 2);
	assert_steps(path, sqrt(14 * 14 + 25));
	path = walk(town, at(0, 0), at(13, 5)); /* 143 m */
	assert_false(path.straight);
	assert_steps(path, 5 + 13);
}

static void
parts_that_do_not_hang_together_are_joined_straight(void **state)
{
	struct town *town = *state;
	struct path path;

	way(town, "highway=residential", "0,0 0,10");
	way(town, "highway=residential", "40,0 40,10");
	path = walk(town, at(0, 5), at(40, 5));
	assert_true(path.straight);
	assert_steps(path, 40);
}

static void
a_back_yard_leads_to_the_street_beside_it(void **state)
{
	struct town *town = *state;
	struct path path;

	way(town, "highway=residential", "0,0 0,40");
	way(town, "highway=footway", "3,9 3,11");
	path = walk(town, at(4, 10), at(0, 0));
	assert_false(path.straight);
	assert_steps(path, 4 + 10);
	/* Within it, it is a way like others. */
	assert_steps(walk(town, at(3, 9), at(3, 11)), 2);
}

static void
nowhere_to_walk_is_straight(void **state)
{
	struct town *town = *state;
	struct path path = walk(town, at(0, 0), at(3, 4));
	struct buf out = { 0 };

	assert_false(paths_any(town->paths));
	assert_true(path.straight);
	assert_steps(path, 5);
	paths_write(town->paths, (struct box){ 0, 0, 1, 1 }, &out);
	assert_str(buf_str(&out), "{\"at\":[],\"to\":[]}");
	buf_release(&out);
}

static void
from_a_place_to_itself_there_is_nothing_to_walk(void **state)
{
	struct town *town = *state;
	struct path path;

	way(town, "highway=residential", "0,0 0,10");
	path = walk(town, at(3, 3), at(3, 3));
	assert_true(path.metres == 0);
	assert_int_equal(path.len, 1);
	assert_false(path.straight);
}

static void
strange_coordinates_do_no_harm(void **state)
{
	static const struct location places[] = {
		{ true, 90, 0 },    { true, -90, 180 },       { true, 0, 180 },
		{ true, 0, -180 },  { true, 0, 0 },           { true, 89.9, 5 },
		{ true, NAN, 0 },   { true, 0, INFINITY },    { false, 0, 0 },
		{ true, 1e300, 0 }, { true, 0, 179.9999999 },
	};
	struct town *town = *state;

	way(town, "highway=residential", "0,0 0,10");
	town->points[2] = (struct osm_point){ 900000000, 0 };
	town->points[3] = (struct osm_point){ 899999999, 1800000000 };
	town->points[4] = (struct osm_point){ 0, 1800000000 };
	town->points[5] = (struct osm_point){ 0, -1800000000 };
	for (uint32_t i = 0; i < 6; i++)
		town->ids[i] = i;
	town->extract.points_len = 6;
	for (uint32_t i = 0; i < 5; i++) {
		way(town, "highway=footway", "0,0 0,10");
		town->refs[i + 1][0] = i;
		town->refs[i + 1][1] = i + 1;
	}
	for (size_t i = 0; i < countof(places); i++)
		for (size_t k = 0; k < countof(places); k++)
			assert_true(walk(town, places[i], places[k]).len > 0);
}

static void
what_the_edge_of_the_extract_cut_away_is_no_way(void **state)
{
	struct town *town = *state;

	/* Between the two nodes that are left there were others, round the hill. */
	way(town, "highway=residential", "0,0 0,10 0,60 0,70");
	town->ways[0].whole = false;
	assert_true(walk(town, at(0, 5), at(0, 65)).straight);
}

/* --- against a simple search --------------------------------------------------------------------------------------- */

static unsigned
chance(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 8) % below;
}

enum { SIDE = 9 };

/* Streets between neighbours of a grid; `gaps`: a third of them are missing. */
static void
random_town(struct town *town, unsigned *seed, bool gaps)
{
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			char text[64];

			if (x + 1 < SIDE && (chance(seed, 3) || !gaps)) {
				snprintf(text, sizeof text, "%d,%d %d,%d", y * 20, x * 20, y * 20,
				         x * 20 + 20);
				way(town, "highway=residential", text);
			}
			if (y + 1 < SIDE && (chance(seed, 3) || !gaps)) {
				snprintf(text, sizeof text, "%d,%d %d,%d %d,%d", y * 20, x * 20,
				         y * 20 + 9, x * 20 + (int)chance(seed, 9), y * 20 + 20,
				         x * 20);
				way(town, "highway=residential", text);
			}
		}
}

/* Bellman and Ford: every leg shortens what it can, until none can any more. */
static void
all_from(const struct town *town, uint32_t from, double *metres)
{
	bool more = true;

	for (size_t i = 0; i < town->extract.points_len; i++)
		metres[i] = i == from ? 0 : INFINITY;
	while (more) {
		more = false;
		for (size_t w = 0; w < town->extract.ways_len; w++)
			for (uint32_t i = 0; i + 1 < town->ways[w].len; i++) {
				uint32_t ends[] = { town->refs[w][i], town->refs[w][i + 1] };
				double leg = crow(graph_location(town->points[ends[0]]),
				                  graph_location(town->points[ends[1]]));

				for (size_t e = 0; e < 2; e++)
					if (metres[ends[e]] + leg < metres[ends[1 - e]] - 1e-9) {
						metres[ends[1 - e]] = metres[ends[e]] + leg;
						more = true;
					}
			}
	}
}

static void
random_towns_are_walked_as_a_simple_search_finds(void **state)
{
	struct town *town = *state;
	double metres[POINTS];
	unsigned seed = 7;

	for (int round = 0; round < 60; round++) {
		uint32_t from, to;

		town->extract.points_len = town->extract.ways_len = town->tags_len = 0;
		random_town(town, &seed, true);
		assert_in_range(town->extract.points_len, 2, POINTS);
		from = chance(&seed, (unsigned)town->extract.points_len);
		all_from(town, from, metres);
		for (int k = 0; k < 40; k++) {
			struct location a = graph_location(town->points[from]), b;
			struct path path;

			to = chance(&seed, (unsigned)town->extract.points_len);
			b = graph_location(town->points[to]);
			path = walk(town, a, b);
			assert_soundly_made(path, a, b);
			/* From a part of its own a walk may begin in another one nearby. */
			if (!isinf(metres[to]))
				assert_true(fabs(path.metres - metres[to]) < 1e-6);
		}
		paths_free(town->paths);
		town->paths = NULL;
		arena_reset(town->arena);
	}
}

static void
the_way_back_is_the_way_there(void **state)
{
	struct town *town = *state;
	unsigned seed = 11;

	random_town(town, &seed, true);
	for (int i = 0; i < 500; i++) {
		struct location a = at(chance(&seed, 1600) / 10.0, chance(&seed, 1600) / 10.0);
		struct location b = at(chance(&seed, 1600) / 10.0, chance(&seed, 1600) / 10.0);
		struct path there = walk(town, a, b), back = walk(town, b, a);

		assert_soundly_made(there, a, b);
		assert_true(there.metres == back.metres);
		assert_int_equal(there.len, back.len);
		for (size_t k = 0; k < there.len; k++)
			assert_memory_equal(&there.points[k].latitude,
			                    &back.points[there.len - 1 - k].latitude,
			                    sizeof(double));
	}
}

static void
one_search_for_the_nearest_finds_what_many_walks_find(void **state)
{
	enum { MANY = 60 };
	struct town *town = *state;
	struct paths_spot of[MANY], to[MANY];
	struct paths_near nearest[MANY];
	unsigned seed = 5;
	size_t found = 0;

	random_town(town, &seed, false);
	town->paths = paths_new(&town->extract);
	for (size_t i = 0; i < MANY; i++) {
		of[i] = paths_join(town->paths,
		                   at(chance(&seed, 1600) / 10.0, chance(&seed, 1600) / 10.0));
		to[i] = paths_join(town->paths,
		                   at(chance(&seed, 1600) / 10.0, chance(&seed, 1600) / 10.0));
	}
	for (size_t len = 1; len <= MANY; len += 7) {
		paths_nearest(town->paths, of, MANY, to, len, 500, nearest);
		for (size_t i = 0; i < MANY; i++) {
			double best = INFINITY;

			for (size_t k = 0; k < len; k++) {
				struct path path = walk(town, of[i].place, to[k].place);

				if (!path.straight)
					best = fmin(best, path.metres);
			}
			if (best < 499.99) {
				assert_true(nearest[i].set);
				assert_true(fabs(nearest[i].metres - best) < 0.01);
				found++;
			} else if (best > 500.01) {
				assert_false(nearest[i].set);
			}
		}
	}
	assert_true(found > 100);
}

static void
nothing_is_near_where_nothing_is_joined(void **state)
{
	struct town *town = *state;
	struct paths_spot of, to;
	struct paths_near near;

	way(town, "highway=residential", "0,0 0,10");
	town->paths = paths_new(&town->extract);
	of = paths_join(town->paths, at(0, 1));
	to = paths_join(town->paths, at(50, 50));
	assert_false(to.set);
	paths_nearest(town->paths, &of, 1, &to, 1, 1e6, &near);
	assert_false(near.set);
	paths_nearest(town->paths, &to, 1, &of, 1, 1e6, &near);
	assert_false(near.set);
	paths_nearest(town->paths, &of, 1, NULL, 0, 1e6, &near);
	assert_false(near.set);
}

/* --- for the page's script --------------------------------------------------------------------------------------------- */

static void
the_script_gets_ends_and_crossings_alone(void **state)
{
	struct town *town = *state;
	struct box box = box_none();
	struct buf out = { 0 };

	way(town, "highway=residential", "0,0 0,3 4,3 4,10");
	way(town, "highway=residential", "4,10 4,20");
	way(town, "highway=residential", "4,10 9,10");
	way(town, "highway=footway", "9,10 9,12 12,12 12,10 9,10");
	way(town, "highway=residential", "4,20 4,90");
	town->paths = paths_new(&town->extract);
	box_add(&box, mercator_degrees(-1 * STEP, -1 * STEP));
	box_add(&box, mercator_degrees(50 * STEP, 50 * STEP));
	paths_write(town->paths, box, &out);
	/* 0,0 → 4,10 is 14 steps of 11.12 m; what leads out of the box is not there, nor is the ring. */
	assert_str(buf_str(&out), "{\"at\":[0,0,40,100,50,0],\"to\":[0,1,156,1,2,56]}");
	buf_release(&out);
}

/* --- real towns ---------------------------------------------------------------------------------------------------------- */

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
walk_through(const struct extract *extract, const char *name, struct arena *arena)
{
	double since = now(), made, walked;
	struct paths *paths = paths_new(extract);
	const struct graph *graph = paths_graph(paths);
	struct buf out = { 0 };
	unsigned seed = 3, straight = 0;

	made = now();
	for (int i = 0; i < 2000 && extract->nodes_len > 0; i++) {
		struct location a = graph_location(
			extract->nodes[chance(&seed, (unsigned)extract->nodes_len)].at);
		struct location b = graph_location(
			extract->nodes[chance(&seed, (unsigned)extract->nodes_len)].at);
		struct path path;

		paths_walk(paths, arena, a, b, &path);
		assert_soundly_made(path, a, b);
		straight += path.straight;
	}
	walked = now();
	paths_write(paths, (struct box){ 0, 0, 1, 1 }, &out);
	print_message(
		"%s: %u crossings, %u stretches in %.1f ms; %.1f µs a walk, %u of 2000 straight; "
		"%zu bytes for the script\n",
		name, graph->vertices_len, graph->stretches_len, (made - since) * 1e3,
		(walked - made) * 1e6 / 2000, straight, out.len);
	buf_release(&out);
	paths_free(paths);
}

static void
real_towns_are_walked_through(void **state)
{
	static const char *const files[] = { "monaco-condamine.osm", "vaduz-li-centre.osm",
		                             "bondy-fr-api-export.osm", "habay-be-pois.osm",
		                             "liechtenstein-rhine-towns.osm.gz" };
	const char *data = getenv("QUARTIER_SHARED_DATA");
	struct town *town = *state;
	size_t seen = 0;

	for (size_t i = 0; i < countof(files); i++) {
		struct str path = arena_printf(town->arena, "%s/osm/%s",
		                               data ? data : "../shared/data", files[i]);
		struct diag *diag = diag_new();
		struct extract extract;
		struct buf bytes = { 0 };

		if (file_read(&bytes, path.ptr, diag) == 0 &&
		    extract_read(&extract, buf_str(&bytes), files[i], (uint64_t)256 << 20, diag) ==
		            0) {
			seen++;
			walk_through(&extract, files[i], town->arena);
			extract_free(&extract);
		}
		buf_release(&bytes);
		diag_free(diag);
	}
	if (seen == 0) {
		print_message("skipped: the extracts in ../shared/data/osm are not there\n");
		skip();
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(people_walk_along_streets_and_turn_at_shared_nodes),
		TEST(ways_that_cross_without_a_node_do_not_meet),
		TEST(a_one_way_street_is_walked_both_ways),
		TEST(only_what_is_open_to_people_on_foot_is_walked),
		TEST(a_square_is_walked_round_along_its_edge),
		TEST(a_square_drawn_as_a_relation_is_walked_round_too),
		TEST(a_locked_gate_is_no_way_through),
		TEST(an_open_gate_is_a_way_through),
		TEST(of_two_ways_the_shorter_is_taken),
		TEST(round_a_ring_the_shorter_side_is_taken),
		TEST(what_two_ways_share_is_walked_once),
		TEST(a_shop_joins_the_nearest_stretch),
		TEST(a_place_far_from_any_way_is_walked_straight),
		TEST(parts_that_do_not_hang_together_are_joined_straight),
		TEST(a_back_yard_leads_to_the_street_beside_it),
		TEST(nowhere_to_walk_is_straight),
		TEST(from_a_place_to_itself_there_is_nothing_to_walk),
		TEST(strange_coordinates_do_no_harm),
		TEST(what_the_edge_of_the_extract_cut_away_is_no_way),
		TEST(random_towns_are_walked_as_a_simple_search_finds),
		TEST(the_way_back_is_the_way_there),
		TEST(one_search_for_the_nearest_finds_what_many_walks_find),
		TEST(nothing_is_near_where_nothing_is_joined),
		TEST(the_script_gets_ends_and_crossings_alone),
		TEST(real_towns_are_walked_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
