#ifndef TESTS_UNIT_MAP_GROUND_H
#define TESTS_UNIT_MAP_GROUND_H
/* ground: extracts and styles written in a test, and the scenes and drawings that are made of them. */
#include "../card/reports.h"
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "map/draw.h"

#include <math.h>

enum {
	GROUND_ZOOM = 18,
	GROUND_MIDDLE = 1 << 25
}; /* where latitude and longitude are 0 at that zoom */

struct ground {
	struct arena *arena, *scratch;
	struct diag *diag;
	struct extract extract;
	struct style style;
	struct scene scene;
	struct buf xml, drawn;
	uint64_t random;
};

static inline int
ground_set_up(void **state)
{
	struct ground *g = calloc(1, sizeof *g);

	g->arena = arena_new();
	g->scratch = arena_new();
	g->diag = diag_new();
	g->random = 88172645463325252ULL;
	*state = g;
	return 0;
}

static inline int
ground_tear_down(void **state)
{
	struct ground *g = *state;

	if (g->extract.arena)
		extract_free(&g->extract);
	buf_release(&g->xml);
	buf_release(&g->drawn);
	diag_free(g->diag);
	arena_free(g->scratch);
	arena_free(g->arena);
	free(g);
	return 0;
}

/* Of [0, below), the same in every run. */
static inline uint32_t
ground_random(struct ground *g, uint32_t below)
{
	g->random ^= g->random << 13;
	g->random ^= g->random >> 7;
	g->random ^= g->random << 17;
	return (uint32_t)((g->random >> 20) % below);
}

/* A node at whole steps of 1e-7 degrees; `tags` is XML. */
static inline void
ground_node(struct ground *g, int id, int lat, int lon, const char *tags)
{
	buf_printf(&g->xml, "<node id=\"%d\" version=\"1\" lat=\"%.7f\" lon=\"%.7f\">%s</node>\n",
	           id, lat * 1e-7, lon * 1e-7, tags);
}

/* The same at pixels of GROUND_ZOOM from where latitude and longitude are 0. */
static inline void
ground_pixel(struct ground *g, int id, double x, double y, const char *tags)
{
	struct location at = mercator_location(
		(struct spot){ 0.5 + x / (2.0 * GROUND_MIDDLE), 0.5 + y / (2.0 * GROUND_MIDDLE) });

	ground_node(g, id, (int)lround(at.latitude * 1e7), (int)lround(at.longitude * 1e7), tags);
}

/* `nodes`: "1 2 3" */
static inline void
ground_way(struct ground *g, int id, const char *nodes, const char *tags)
{
	struct str rest = str(nodes), node;

	buf_printf(&g->xml, "<way id=\"%d\" version=\"1\">", id);
	while (str_split(&rest, ' ', &node))
		buf_printf(&g->xml, "<nd ref=\"%.*s\"/>", STR_ARG(node));
	buf_printf(&g->xml, "%s</way>\n", tags);
}

/* `bounds`: XML, or "". */
static inline void
ground_make(struct ground *g, const char *style, const char *bounds)
{
	struct buf whole = { 0 };
	char *said;

	buf_printf(&whole, "<osm version=\"0.6\">%s%.*s</osm>", bounds, STR_ARG(buf_str(&g->xml)));
	assert_int_equal(extract_read(&g->extract, buf_str(&whole), "map.osm", 1 << 26, g->diag),
	                 0);
	assert_int_equal(style_read(&g->style, g->arena, str(style), "map.yml", g->diag), 0);
	said = reports(g->diag);
	if (strstr(said, "error"))
		fail_msg("%s", said);
	free(said);
	scene_make(&g->scene, g->arena, &g->extract, &g->style);
	buf_release(&whole);
}

/* What is seen from a pixel of GROUND_ZOOM on. */
static inline struct draw_options
ground_view(double x, double y, double width, double height)
{
	return (struct draw_options){ .zoom = GROUND_ZOOM,
		                      .x = GROUND_MIDDLE + x,
		                      .y = GROUND_MIDDLE + y,
		                      .width = width,
		                      .height = height };
}

static inline const char *
ground_draw(struct ground *g, const struct draw_options *options)
{
	arena_reset(g->scratch);
	buf_clear(&g->drawn);
	draw_map(&g->drawn, g->scratch, &g->scene, options);
	return g->drawn.ptr;
}

#define TAG(key, value) "<tag k=\"" key "\" v=\"" value "\"/>"
#define GROUND_COLOURS                                                                             \
	"ground: [\"#fafafa\", \"#101010\"]\nink: [\"#222\", \"#ddd\"]\nhalo: \"#ffffff\"\n"
#endif
