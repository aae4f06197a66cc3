/* rings: areas from ways, on a grid of a thousandth of a degree near the equator; and real ones. */
#include "extracts.h"

#include "map/rings.h"

#include <math.h>

enum { GRID = 12, UNIT = 10000 };

static const double cell = 111.31949 * 111.31949; /* square metres */

/* Node 305 stands at latitude 3, longitude 5. */
static void
add_grid(struct buf *text)
{
	for (int y = 0; y <= GRID; y++)
		for (int x = 0; x <= GRID; x++)
			buf_printf(text, "<node id='%d' lat='%.3f' lon='%.3f'/>", y * 100 + x,
			           y / 1000.0, x / 1000.0);
}

/* "305 306 405 305" */
static void
add_way(struct buf *text, int id, const char *nodes)
{
	struct str rest = str(nodes), node;

	buf_printf(text, "<way id='%d'>", id);
	while (str_split(&rest, ' ', &node))
		buf_printf(text, "<nd ref='%.*s'/>", STR_ARG(node));
	buf_adds(text, "</way>");
}

/* "1 outer 2 inner 3 - ": "-" says nothing. */
static void
add_relation(struct buf *text, const char *type, const char *members)
{
	struct str rest = str(members), id, role = { 0 };

	buf_adds(text, "<relation id='1'>");
	while (str_split(&rest, ' ', &id) && str_split(&rest, ' ', &role)) {
		if (str_is(role, "-"))
			role = STR("");
		buf_printf(text, "<member type='way' ref='%.*s' role='%.*s'/>", STR_ARG(id),
		           STR_ARG(role));
	}
	buf_printf(text, "<tag k='type' v='%s'/></relation>", type);
}

enum { WAYS_MOST = 8 };

/* Bounds: from 2 to 8 both ways, or none. */
static struct rings
assembled(struct reading *r, bool bounds, const char *const ways[WAYS_MOST], const char *members)
{
	struct buf text = { 0 };

	buf_adds(&text, "<osm>");
	if (bounds)
		buf_adds(&text,
		         "<bounds minlat='.002' minlon='.002' maxlat='.008' maxlon='.008'/>");
	add_grid(&text);
	for (int i = 0; i < WAYS_MOST && ways[i]; i++)
		add_way(&text, i + 1, ways[i]);
	add_relation(&text, "multipolygon", members);
	buf_adds(&text, "</osm>");
	assert_int_equal(read_text(r, text.ptr), 0);
	buf_release(&text);
	return rings_of_relation(r->arena, &r->extract, &r->extract.relations[0]);
}

static size_t
inner_of(const struct rings *rings)
{
	size_t inner = 0;

	for (size_t i = 0; i < rings->len; i++)
		inner += rings->items[i].inner;
	return inner;
}

#define BIG   "0 10 1010 1000 0"
#define LAKE  "202 208 808 802 202"
#define ISLE  "404 406 606 604 404"
#define HALF1 "202 208 808"
#define HALF2 "808 802 202"

static void
ways_become_rings(void **state)
{
	static const struct {
		const char *name, *ways[WAYS_MOST], *members;
		size_t outer, inner, unclosed;
		double cells;
	} cases[] = {
		{ "one way", { BIG }, "1 outer", 1, 0, 0, 100 },
		{ "two halves", { HALF1, HALF2 }, "1 outer 2 outer", 1, 0, 0, 36 },
		{ "one half the other way round",
		  { HALF1, "202 802 808" },
		  "2 outer 1 outer",
		  1,
		  0,
		  0,
		  36 },
		{ "four pieces in any order and direction",
		  { "0 10", "1000 1010", "1010 510 10", "1000 0" },
		  "1 outer 2 outer 4 outer 3 outer",
		  1,
		  0,
		  0,
		  100 },
		{ "a hole", { BIG, LAKE }, "1 outer 2 inner", 1, 1, 0, 64 },
		{ "a hole without roles", { BIG, LAKE }, "1 - 2 -", 1, 1, 0, 64 },
		{ "a hole without a role beside one with",
		  { BIG, LAKE },
		  "1 outer 2 -",
		  1,
		  1,
		  0,
		  64 },
		{ "an island in the hole", { BIG, LAKE, ISLE }, "3 - 2 - 1 -", 2, 1, 0, 68 },
		{ "a hole in pieces without roles",
		  { HALF1, BIG, HALF2 },
		  "1 - 2 - 3 -",
		  1,
		  1,
		  0,
		  64 },
		{ "roles of old", { BIG, LAKE }, "1 exclave 2 enclave", 1, 1, 0, 64 },
		{ "pieces whose roles contradict",
		  { BIG, HALF1, HALF2 },
		  "1 outer 2 outer 3 inner",
		  1,
		  1,
		  0,
		  64 },
		{ "a hole that touches the edge at a point",
		  { BIG, "0 404 400 0" },
		  "1 - 2 -",
		  1,
		  1,
		  0,
		  92 },
		{ "two squares that touch at a corner, in four ways",
		  { "0 5 505", "505 500 0", "505 510 1010", "1010 1005 505" },
		  "1 outer 3 outer 2 outer 4 outer",
		  2,
		  0,
		  0,
		  50 },
		{ "holes that touch the edge and each other",
		  { "0 202", "202 200 0", "202 404", "404 402 202", "0 10 404", "404 1000 0" },
		  "1 - 5 - 2 - 3 - 4 - 6 -",
		  1,
		  2,
		  0,
		  36 },
		{ "a way that crosses itself", { "0 1010 1000 10 0" }, "1 outer", 1, 0, 0, 0 },
		{ "a way that leads nowhere",
		  { "202 101 100", HALF1, HALF2 },
		  "1 outer 2 outer 3 outer",
		  1,
		  0,
		  1,
		  36 },
		{ "a way across", { "202 505 808", HALF1, HALF2 }, "2 - 1 - 3 -", 1, 0, 1, 18 },
		{ "the same way twice", { HALF1, HALF2 }, "1 - 2 - 1 - 2 -", 1, 0, 0, 36 },
		{ "the same ring twice", { BIG }, "1 outer 1 inner", 1, 0, 0, 100 },
		{ "half is missing", { HALF1 }, "1 outer 7 outer", 0, 0, 1, 0 },
		{ "all is missing", { BIG }, "7 outer", 0, 0, 0, 0 },
		{ "a hole in nothing", { LAKE }, "1 inner", 0, 0, 0, 0 },
		{ "a hole far away", { ISLE, "808 810 1010 808" }, "1 outer 2 inner", 1, 0, 0, 4 },
		{ "there and back", { "0 5 0", "1 1", "2" }, "1 - 2 - 3 -", 0, 0, 0, 0 },
		{ "all of it flat", { "0 5 10 0" }, "1 outer", 1, 0, 0, 0 },
		{ "points twice in a row",
		  { "0 0 10 10 1010 1000 1000 0 0" },
		  "1 -",
		  1,
		  0,
		  0,
		  100 },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct rings rings = assembled(*state, false, cases[i].ways, cases[i].members);
		struct reading *r = *state;
		double cells = rings_area(&r->extract, &rings) / cell;

		if (rings.len - inner_of(&rings) != cases[i].outer ||
		    inner_of(&rings) != cases[i].inner || rings.unclosed != cases[i].unclosed ||
		    fabs(cells - cases[i].cells) > 0.001)
			fail_msg("%s: %zu rings, %zu of them inner, %zu not closed, %f cells",
			         cases[i].name, rings.len, inner_of(&rings), rings.unclosed, cells);
	}
}

static void
what_was_cut_is_closed_along_the_edge(void **state)
{
	static const struct {
		const char *name, *ways[WAYS_MOST], *members;
		size_t rings, unclosed;
		double cells;
	} cases[] = {
		{ "a corner, ends on the edge", { "502 805" }, "1 outer", 1, 0, 4.5 },
		{ "the opposite corner", { "508 205" }, "1 outer", 1, 0, 4.5 },
		{ "a corner, in two ways", { "505 502", "505 805" }, "1 outer 2 outer", 1, 0, 9 },
		{ "a strip, ends beyond the edge",
		  { "401 409", "609 601" },
		  "1 outer 2 outer",
		  1,
		  0,
		  12 },
		{ "a strip from south to north",
		  { "105 905", "106 906" },
		  "1 outer 2 outer",
		  1,
		  0,
		  6 },
		{ "a strip across a corner", { "502 805", "702 803" }, "2 - 1 -", 1, 0, 4 },
		{ "a bay", { "402 406 606 602" }, "1 outer", 1, 0, 8 },
		{ "a bay with an island",
		  { "402 406 606 602", "504 505 605 504" },
		  "1 - 2 -",
		  2,
		  0,
		  7.5 },
		{ "a hole over the edge",
		  { "303 307 707 703 303", "402 405 605 602" },
		  "1 outer 2 inner",
		  2,
		  0,
		  10 },
		{ "nearly three sides", { "302 307 707 702" }, "1 outer", 1, 0, 20 },
		{ "a line that ends inside", { "502 505" }, "1 outer", 0, 1, 0 },
		{ "one of two", { "502 505", "207 508" }, "1 outer 2 outer", 1, 1, 1.5 },
		{ "a line outside, where nobody looks", { "1 10" }, "1 outer", 1, 0, 15 },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct rings rings = assembled(*state, true, cases[i].ways, cases[i].members);
		struct reading *r = *state;
		double cells = rings_area(&r->extract, &rings) / cell;

		if (rings.len != cases[i].rings || rings.unclosed != cases[i].unclosed ||
		    fabs(cells - cases[i].cells) > 0.001)
			fail_msg("%s: %zu rings, %zu not closed, %f cells", cases[i].name,
			         rings.len, rings.unclosed, cells);
	}
}

static void
without_bounds_nothing_is_closed_along_the_edge(void **state)
{
	static const char *const ways[WAYS_MOST] = { "502 805" };
	struct rings rings = assembled(*state, false, ways, "1 outer");

	assert_int_equal(rings.len, 0);
	assert_int_equal(rings.unclosed, 1);
}

static void
only_areas_have_rings(void **state)
{
	struct reading *r = *state;
	struct buf text = { 0 };
	struct rings rings;

	buf_adds(&text, "<osm>");
	add_grid(&text);
	add_way(&text, 1, BIG);
	add_way(&text, 2, "0 5 10");
	add_relation(&text, "associatedStreet", "1 street");
	buf_adds(&text, "</osm>");
	read_text(r, text.ptr);
	rings = rings_of_relation(r->arena, &r->extract, &r->extract.relations[0]);
	assert_int_equal(rings.len, 0);
	rings = rings_of_way(r->arena, &r->extract, &r->extract.ways[1]);
	assert_int_equal(rings.len, 0);
	rings = rings_of_way(r->arena, &r->extract, &r->extract.ways[0]);
	assert_int_equal(rings.len, 1);
	assert_int_equal(rings.items[0].len, 4);
	assert_false(rings.items[0].inner);
	buf_release(&text);
}

/* ---- a point inside ---- */

static void
a_point_inside_is_far_from_the_edges(void **state)
{
	/* How far at least, in cells: of a square the middle is best. */
	static const struct {
		const char *name, *ways[WAYS_MOST], *members;
		double least;
	} cases[] = {
		{ "a square", { BIG }, "1 outer", 4.9 },
		{ "an L", { "0 10 210 202 1002 1000 0" }, "1 outer", 1 },
		{ "a U", { "0 10 1010 1008 208 202 1002 1000 0" }, "1 outer", 1 },
		{ "a square with a hole in its middle", { BIG, LAKE }, "1 outer 2 inner", 0.95 },
		{ "a splinter", { "0 1010 1009 0" }, "1 outer", 0.2 },
		{ "two squares", { "0 1 101 100 0", "505 510 1010 1005 505" }, "1 - 2 -", 2.4 },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct rings rings = assembled(*state, false, cases[i].ways, cases[i].members);
		struct osm_point at = rings_inside(&rings);
		double nearest = 1e9;
		bool inside = false;

		for (size_t k = 0; k < rings.len; k++) {
			const struct ring *ring = &rings.items[k];

			for (uint32_t m = 0; m < ring->len; m++) {
				struct osm_point a = ring->points[m];
				struct osm_point b = ring->points[(m + 1) % ring->len];
				double dx = b.lon - a.lon, dy = b.lat - a.lat;
				double share = ((at.lon - a.lon) * dx + (at.lat - a.lat) * dy) /
				               (dx * dx + dy * dy);

				share = fmax(0, fmin(1, share));
				nearest = fmin(nearest, hypot(a.lon + share * dx - at.lon,
				                              a.lat + share * dy - at.lat));
				if ((a.lat > at.lat) != (b.lat > at.lat) &&
				    at.lon < a.lon + (at.lat - a.lat) * dx / dy)
					inside = !inside;
			}
		}
		if (!inside || nearest / UNIT < cases[i].least)
			fail_msg("%s: %d, %d is %s, %f cells from the edge", cases[i].name, at.lat,
			         at.lon, inside ? "inside" : "outside", nearest / UNIT);
	}
}

static void
the_middle_is_the_centre_of_gravity_where_that_is_inside(void **state)
{
	static const struct {
		const char *name;
		const char *ways[WAYS_MOST];
		const char *members;
		double lat, lon; /* cells; negative: just a point inside */
	} cases[] = {
		{ "a square", { "202 204 404 402 202" }, "1 outer", 3, 3 },
		{ "the other way round", { "202 402 404 204 202" }, "1 outer", 3, 3 },
		{ "a triangle", { "0 6 600 0" }, "1 outer", 2, 2 },
		{ "an L whose centre is inside", { "0 6 306 303 603 600 0" }, "1 outer", 2.5, 2.5 },
		{ "a hole aside",
		  { "0 6 606 600 0", "404 405 505 504 404" },
		  "1 outer 2 inner",
		  (108 - 4.5) / 35,
		  (108 - 4.5) / 35 },
		{ "a thin L", { "0 10 110 101 1001 1000 0" }, "1 outer", -1, -1 },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct rings rings = assembled(*state, false, cases[i].ways, cases[i].members);
		struct osm_point at = rings_middle(&rings), inside = rings_inside(&rings);
		double lat = cases[i].lat * UNIT, lon = cases[i].lon * UNIT;

		if (cases[i].lat < 0) {
			lat = inside.lat;
			lon = inside.lon;
		}
		if (fabs(at.lat - lat) > 1 || fabs(at.lon - lon) > 1)
			fail_msg("%s: %d, %d", cases[i].name, at.lat, at.lon);
	}
	assert_int_equal(rings_middle(&(struct rings){ 0 }).lat, 0);
}

static void
of_a_flat_area_the_point_is_on_it(void **state)
{
	static const char *const ways[WAYS_MOST] = { "101 105 110 101" };
	struct rings rings = assembled(*state, false, ways, "1 outer");
	struct osm_point at = rings_inside(&rings);

	assert_int_equal(at.lat, UNIT);
	assert_true(at.lon >= UNIT && at.lon <= 10 * UNIT);
	assert_int_equal(rings_inside(&(struct rings){ 0 }).lat, 0);
}

static void
areas_at_the_ends_of_the_world_are_numbers(void **state)
{
	static const char *const files[] = {
		"<node id='1' lat='90' lon='0'/><node id='2' lat='90' lon='180'/>"
		"<node id='3' lat='90' lon='-180'/>",
		"<node id='1' lat='-90' lon='-180'/><node id='2' lat='90' lon='180'/>"
		"<node id='3' lat='-90' lon='180'/>",
		"<node id='1' lat='10' lon='179.9'/><node id='2' lat='10' lon='-179.9'/>"
		"<node id='3' lat='11' lon='180'/>",
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(files); i++) {
		struct rings rings;
		struct osm_point at;
		char text[512];

		snprintf(text, sizeof text,
		         "<osm>%s<way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/>"
		         "</way></osm>",
		         files[i]);
		assert_int_equal(read_text(r, text), 0);
		rings = rings_of_way(r->arena, &r->extract, &r->extract.ways[0]);
		at = rings_inside(&rings);
		assert_true(abs(at.lat) <= 900000000 && abs(at.lon) <= 1800000000);
		at = rings_middle(&rings);
		assert_true(abs(at.lat) <= 900000000 && abs(at.lon) <= 1800000000);
		assert_true(isfinite(rings_area(&r->extract, &rings)));
	}
}

/* ---- many rings ---- */

static void
thousands_of_rings_without_roles_are_soon_sorted_out(void **state)
{
	struct reading *r = *state;
	struct buf text = { 0 };
	struct rings rings;
	enum { RINGS = 20000 };

	/* Each within the one before. */
	buf_adds(&text, "<osm>");
	for (int i = 0; i < RINGS; i++)
		for (int k = 0; k < 4; k++)
			buf_printf(&text, "<node id='%d' lat='%.7f' lon='%.7f'/>", 4 * i + k,
			           (k / 2 ? 1 : -1) * (1 - i * 1e-5),
			           (k % 2 ? 1 : -1) * (1 - i * 1e-5));
	for (int i = 0; i < RINGS; i++)
		buf_printf(&text,
		           "<way id='%d'><nd ref='%d'/><nd ref='%d'/><nd ref='%d'/><nd ref='%d'/>"
		           "<nd ref='%d'/></way>",
		           i, 4 * i, 4 * i + 1, 4 * i + 3, 4 * i + 2, 4 * i);
	buf_adds(&text, "<relation id='1'>");
	for (int i = 0; i < RINGS; i++)
		buf_printf(&text, "<member type='way' ref='%d' role=''/>", i);
	buf_adds(&text, "<tag k='type' v='multipolygon'/></relation></osm>");
	assert_int_equal(read_text(r, text.ptr), 0);
	rings = rings_of_relation(r->arena, &r->extract, &r->extract.relations[0]);
	assert_int_equal(rings.len, RINGS);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(rings.items[i].inner, i % 2);
	buf_release(&text);
}

/* ---- real ones ---- */

static void
real_multipolygons_have_the_area_that_osmium_finds(void **state)
{
	/* osmium export --geometry-types=polygon, the areas of relations added up by the same formula. */
	static const struct {
		const char *file;
		size_t areas;
		double metres;
	} cases[] = {
		{ "vaduz-li-centre.osm", 10, 3988339 },
		{ "monaco-condamine.osm", 19, 351897 },
		{ "bondy-fr-api-export.osm", 1, 895 },
		{ "liechtenstein-rhine-towns.osm.gz", 84, 31830702 },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct buf bytes = real_extract(cases[i].file);
		size_t areas = 0;
		double metres = 0;

		assert_int_equal(read_bytes(r, buf_str(&bytes), EXTRACTS_MOST), 0);
		buf_release(&bytes);
		for (size_t k = 0; k < r->extract.relations_len; k++) {
			const struct osm_relation *relation = &r->extract.relations[k];
			struct rings rings;

			if (!osm_is(&relation->object, "type", "multipolygon"))
				continue;
			rings = rings_of_relation(r->arena, &r->extract, relation);
			areas += rings.len > 0;
			metres += rings_area(&r->extract, &rings);
			assert_int_equal(rings.unclosed, 0);
		}
		assert_int_equal(areas, cases[i].areas);
		assert_true(fabs(metres - cases[i].metres) < 1);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, reading_set_up, reading_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ways_become_rings),
		TEST(what_was_cut_is_closed_along_the_edge),
		TEST(without_bounds_nothing_is_closed_along_the_edge),
		TEST(only_areas_have_rings),
		TEST(a_point_inside_is_far_from_the_edges),
		TEST(the_middle_is_the_centre_of_gravity_where_that_is_inside),
		TEST(of_a_flat_area_the_point_is_on_it),
		TEST(areas_at_the_ends_of_the_world_are_numbers),
		TEST(thousands_of_rings_without_roles_are_soon_sorted_out),
		TEST(real_multipolygons_have_the_area_that_osmium_finds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
