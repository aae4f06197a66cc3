#include "ground.h"

#include "map/clip.h"

#include <ctype.h>

static const char style[] = GROUND_COLOURS
	"areas:\n"
	"  - {is: [landuse=grass], fill: [\"#00ff00\", \"#003300\"], label: Gras}\n"
	"  - {is: [building=*], fill: \"#ccbbaa\", edge: \"#998877\", width: 1}\n"
	"lines:\n"
	"  - {is: [natural=tree], fill: \"#00aa00\", width: 4}\n"
	"  - {is: [highway=steps], fill: \"#aa0000\", width: 3, dash: 2.5}\n"
	"  - {is: [highway=residential], fill: [\"#ffffff\", \"#444444\"], casing: \"#cccccc\", width: 8, name: 15}\n"
	"  - {is: [highway=primary], fill: \"#ffeecc\", casing: \"#ddbb99\", width: 12}\n"
	"  - {is: [highway=service], fill: \"#ffffff\", width: {17: 0, 18: 0, 19: 2}}\n"
	"  - {is: [highway=path], fill: \"#888888\", width: 1, until: 18}\n"
	"names:\n"
	"  - {is: [place=square], size: 12, fill: \"#0000ff\"}\n"
	"signs:\n"
	"  - {is: [amenity=parking], sign: P, fill: \"#112233\"}\n"
	"  - {is: [amenity=toilets], sign: toilets}\n";

static void
way(struct ground *g, int id, const double *xy, int len, const char *tags)
{
	struct buf nodes = { 0 };

	for (int i = 0; i < len; i++) {
		ground_pixel(g, id + i, xy[i * 2], xy[i * 2 + 1], "");
		buf_printf(&nodes, "%s%d", i ? " " : "", id + i);
	}
	ground_way(g, id, nodes.ptr, tags);
	buf_release(&nodes);
}

#define WAY(g, id, tags, ...)                                                                      \
	way(g, id, (const double[]){ __VA_ARGS__ },                                                \
	    (int)(sizeof(double[]){ __VA_ARGS__ } / sizeof(double) / 2), tags)

/* --- a whole small map ------------------------------------------------------------------------- */

static void
make_small_map(struct ground *g)
{
	WAY(g, 100, TAG("highway", "residential") TAG("name", "Rue du Four"), -30, 40, 130, 41);
	WAY(g, 200, TAG("highway", "primary") TAG("bridge", "yes"), 70, -30, 70, 130);
	WAY(g, 300, TAG("highway", "steps") TAG("tunnel", "yes"), 10, 10, 40, 10);
	ground_pixel(g, 1, 15, 15, TAG("natural", "tree"));
	ground_pixel(g, 2, 85, 20, TAG("amenity", "parking"));
	ground_pixel(g, 3, 85, 80, TAG("amenity", "toilets"));
	ground_pixel(g, 4, 20, 60, "");
	ground_pixel(g, 5, 40, 60, "");
	ground_pixel(g, 6, 40, 80, "");
	ground_pixel(g, 7, 20, 80, TAG("place", "square") TAG("name", "L'Âtre &amp; Cie"));
	ground_way(g, 4, "4 5 6 7 4", TAG("building", "house") TAG("addr:housenumber", "3"));
	ground_make(g, style, "");
}

static const struct scene_note *
note_of(const struct ground *g, enum style_kind kind, int rule)
{
	for (size_t i = 0; i < g->scene.notes_len; i++)
		if (g->scene.notes[i].rule == &g->style.rules[kind][rule])
			return &g->scene.notes[i];
	return NULL;
}

static const struct spot course[] = { { GROUND_MIDDLE + 5, GROUND_MIDDLE + 40 },
	                              { GROUND_MIDDLE + 30, GROUND_MIDDLE + 41 },
	                              { GROUND_MIDDLE + 60, GROUND_MIDDLE + 40.5 } };
static const struct scene_note house = { .len = 1 };

static size_t
make_labels(const struct ground *g, struct label *labels)
{
	const struct label all[] = {
		{ .note = note_of(g, STYLE_NAME, 0),
		  .text = STR("L'Âtre & Cie"),
		  .size = 12,
		  .width = 70.5,
		  .x = 30,
		  .y = 90 },
		{ .note = note_of(g, STYLE_LINE, 2),
		  .text = STR("Rue du Four"),
		  .size = 11,
		  .width = 52,
		  .x = 35,
		  .y = 40,
		  .line = course,
		  .line_len = 3 },
		{ .note = note_of(g, STYLE_LINE, 2),
		  .text = STR("Rue du Four"),
		  .size = 11,
		  .width = 52,
		  .x = 70,
		  .y = 10,
		  .angle = -33.3 },
		{ .note = &house, .text = STR("3"), .size = 9, .width = 5, .x = 30, .y = 70 },
		{ .note = note_of(g, STYLE_SIGN, 0),
		  .text = STR("P"),
		  .size = 14,
		  .width = 14,
		  .x = 85,
		  .y = 20 },
		{ .note = note_of(g, STYLE_SIGN, 0),
		  .text = STR("P"),
		  .size = 14,
		  .width = 14,
		  .x = 5,
		  .y = 95 },
		{ .note = note_of(g, STYLE_SIGN, 1),
		  .text = STR("toilets"),
		  .size = 16,
		  .width = 16,
		  .x = 85,
		  .y = 80 },
	};

	for (size_t i = 0; i < countof(all); i++) {
		labels[i] = all[i];
		labels[i].x += GROUND_MIDDLE;
		labels[i].y += GROUND_MIDDLE;
		labels[i].box = (struct box){ labels[i].x - 5, labels[i].y - 5, labels[i].x + 5,
			                      labels[i].y + 5 };
	}
	return countof(all);
}

/* What a browser is given, to the byte: whoever changes it looks at it. */
static const char small_map[] =
	"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\" viewBox=\"0 "
	"0 100 100\">"
	"<style>.g0{fill:#fafafa}.l0{fill:none;stroke-linecap:round;stroke-linejoin:round}"
	".d{stroke:#a00;stroke-width:30;stroke-dasharray:25;stroke-linecap:butt}.b{fill:#cba;"
	"stroke:#987;stroke-width:10}.E{stroke:#ccc;stroke-width:99.2}.c{stroke:#0a0;"
	"stroke-width:40}.e{stroke:#fff;stroke-width:80}.F{stroke:#db9;stroke-width:142}"
	".f{stroke:#fec;stroke-width:120}.w0{font-family:-apple-system,Segoe UI,Roboto,Noto "
	"Sans,system-ui,sans-serif;text-anchor:middle;paint-order:stroke;stroke-linejoin:"
	"round;stroke:#fff}.j{fill:#123}.s0{stroke:#fff;fill:none;stroke-width:1.4;"
	"stroke-linecap:round;stroke-linejoin:round}.s1{fill:#fff;stroke:none;font-weight:"
	"700}.k{fill:#222}.i9{font-size:12px;fill:#00f;stroke-width:2.64px}.e9{font-size:"
	"11px;fill:#222;stroke-width:2.42px}.n9{font-size:9px;fill:#222;stroke-width:1.98px}"
	"@media(prefers-color-scheme:dark){.g0{fill:#101010}.e{stroke:#444}.k{fill:#ddd}"
	".e9{fill:#ddd}.n9{fill:#ddd}}</style>"
	"<rect class=\"g0\" width=\"100\" height=\"100\"/><g transform=\"scale(.1)\">"
	"<g class=\"l0\"><path class=\"d\" opacity=\".4\" d=\"m100 100h300\"/></g>"
	"<path class=\"b\" d=\"m200 600h200v200h-200z\"/><g class=\"l0\"><g class=\"E\">"
	"<path id=\"p2\" d=\"m-300 400 1600 10\"/></g><path class=\"c\" d=\"m150 150h0\"/>"
	"<use class=\"e\" href=\"#p2\"/></g><g class=\"l0\">"
	"<g class=\"F\" stroke-linecap=\"butt\"><path id=\"p3\" d=\"m700-300v1600\"/></g>"
	"<use class=\"f\" href=\"#p3\"/></g></g><g class=\"w0\"><defs><g id=\"sj\">"
	"<rect class=\"j\" stroke=\"none\" x=\"-7\" y=\"-7\" width=\"14\" height=\"14\" "
	"rx=\"3.1\"/><text class=\"s1\" font-size=\"10.4\" y=\"3.7\">P</text></g>"
	"<g id=\"sk\">"
	"<rect class=\"k\" stroke=\"none\" x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" "
	"rx=\"3.5\"/>"
	"<path class=\"s0\" transform=\"scale(1)translate(-8 -8)\" d=\"M5 3.1v.2M3.6 "
	"5.8h2.8v3.4H6V13H4V9.2h-.4zM11 3.1v.2M11 5.8 9.3 10h3.4zM11 10v3\"/></g>"
	"<path id=\"t0\" d=\"M5 40Q30 41 45 40.8L60 40.5\"/></defs>"
	"<text class=\"i9\" x=\"30\" y=\"94.2\" textLength=\"70.5\">L&#39;Âtre &amp; Cie"
	"</text><text class=\"e9\" dy=\".35em\" textLength=\"52\">"
	"<textPath href=\"#t0\" startOffset=\"50%\">Rue du Four</textPath></text>"
	"<text class=\"e9\" x=\"70\" y=\"13.9\" transform=\"rotate(-33.3 70 10)\" "
	"textLength=\"52\">Rue du Four</text><text class=\"n9\" x=\"30\" y=\"73.2\">3</text>"
	"<use href=\"#sj\" x=\"85\" y=\"20\"/><use href=\"#sj\" x=\"5\" y=\"95\"/>"
	"<use href=\"#sk\" x=\"85\" y=\"80\"/></g></svg>\n";

static void
a_small_map_is_drawn_to_the_byte(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);
	struct label items[8];
	struct labels labels = { .items = items, .zoom = GROUND_ZOOM };

	make_small_map(g);
	labels.len = make_labels(g, items);
	view.labels = &labels;
	assert_string_equal(ground_draw(g, &view), small_map);
	assert_string_equal(ground_draw(g, &view), small_map);
}

static void
text_and_strokes_grow_with_the_scale(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);
	struct label items[8];
	struct labels labels = { .items = items, .zoom = GROUND_ZOOM };

	make_small_map(g);
	labels.len = make_labels(g, items);
	view.labels = &labels;
	view.scale = 2;
	ground_draw(g, &view);
	assert_non_null(strstr(g->drawn.ptr, "stroke:#fec;stroke-width:240"));
	assert_non_null(strstr(g->drawn.ptr, "font-size:24px"));
}

static void
only_what_is_used_is_in_the_style_sheet(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 50, 60, 50);
	const char *sheet, *end;

	make_small_map(g);
	ground_draw(g, &view);
	sheet = strstr(g->drawn.ptr, "<style>");
	end = strstr(g->drawn.ptr, "</style>");
	assert_true(sheet && end);
	for (const char *at = sheet; at < end; at++) {
		char wanted[32];
		size_t len = 0;

		if (*at != '.' || !isalpha((unsigned char)at[1]))
			continue;
		while (isalnum((unsigned char)at[1 + len]))
			len++;
		snprintf(wanted, sizeof wanted, "class=\"%.*s\"", (int)len, at + 1);
		assert_non_null(strstr(end, wanted));
	}
	assert_null(strstr(sheet, "#fec")); /* the bridge is out of sight */
	assert_non_null(strstr(sheet, "#cba"));
}

static void
labels_of_no_number_leave_no_nonsense(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);
	struct label items[8];
	struct labels labels = { .items = items, .zoom = GROUND_ZOOM };

	make_small_map(g);
	labels.len = make_labels(g, items);
	for (size_t i = 0; i < labels.len; i++) {
		items[i].x = i % 2 ? NAN : INFINITY;
		items[i].angle = NAN;
		items[i].width = i % 2 ? -INFINITY : 1e300;
		items[i].size = NAN;
	}
	view.labels = &labels;
	ground_draw(g, &view);
	assert_null(strstr(g->drawn.ptr, "nan"));
	assert_null(strstr(g->drawn.ptr, "inf"));
}

/* --- a tile is a part of the whole ------------------------------------------------------------- */

struct segment {
	char class[8];
	double x0, y0, x1, y1;
};

struct segments {
	struct segment *items;
	size_t len;
};

static double
read_number(const char **at)
{
	char *end;
	double number;

	while (**at == ' ')
		(*at)++;
	number = strtod(*at, &end);
	assert_ptr_not_equal(*at, end);
	*at = end;
	return number;
}

static void
add_segment(struct ground *g, struct segments *s, const char *class, struct dot a, struct dot b,
            struct dot corner)
{
	struct segment *segment;

	s->items = arena_push(g->arena, s->items, &s->len, sizeof *s->items);
	segment = &s->items[s->len - 1];
	snprintf(segment->class, sizeof segment->class, "%s", class);
	segment->x0 = a.x + corner.x;
	segment->y0 = a.y + corner.y;
	segment->x1 = b.x + corner.x;
	segment->y1 = b.y + corner.y;
}

static void
read_path(struct ground *g, struct segments *s, const char *class, const char *d, struct dot corner)
{
	struct dot at = { 0, 0 }, start = { 0, 0 }, to;
	char letter = 0;

	while (*d != '"') {
		if (isalpha((unsigned char)*d))
			letter = *d++;
		to = at;
		if (letter == 'm' || letter == 'l' || letter == 'h')
			to.x += read_number(&d);
		if (letter == 'm' || letter == 'l' || letter == 'v')
			to.y += read_number(&d);
		if (letter == 'z')
			to = start;
		assert_true(letter && strchr("mlhvz", letter));
		if (letter == 'm') {
			start = to;
			letter = 'l';
		} else {
			add_segment(g, s, class, at, to, corner);
		}
		at = to;
	}
}

/* Every segment of every path, in steps of the whole map. */
static struct segments
read_drawing(struct ground *g, const struct draw_options *view)
{
	struct segments s = { 0 };
	struct dot corner = { (view->x - GROUND_MIDDLE) * 10, (view->y - GROUND_MIDDLE) * 10 };
	const char *body = strstr(ground_draw(g, view), "</style>");

	for (const char *at = body; (at = strstr(at, " d=\"")); at++) {
		const char *class = at;
		char name[8] = "";

		while (strncmp(class, "class=\"", 7) != 0)
			class --;
		sscanf(class, "class=\"%7[a-zA-Z0-9]", name);
		read_path(g, &s, name, at + 4, corner);
	}
	return s;
}

/* Whether any of 200 points of it is in the view. */
static bool
is_seen(const struct segment *s, const struct draw_options *view)
{
	double x0 = (view->x - GROUND_MIDDLE) * 10, y0 = (view->y - GROUND_MIDDLE) * 10;

	for (int i = 0; i <= 200; i++) {
		double x = s->x0 + (s->x1 - s->x0) * i / 200, y = s->y0 + (s->y1 - s->y0) * i / 200;

		if (x >= x0 && x <= x0 + view->width * 10 && y >= y0 && y <= y0 + view->height * 10)
			return true;
	}
	return false;
}

static bool
has(const struct segments *s, const struct segment *wanted)
{
	for (size_t i = 0; i < s->len; i++)
		if (memcmp(&s->items[i], wanted, sizeof *wanted) == 0)
			return true;
	return false;
}

static void
wander(struct ground *g, int id, int steps, int stride, bool closed, const char *tags)
{
	struct buf nodes = { 0 };
	double x = ground_random(g, 1024), y = ground_random(g, 1024);

	for (int i = 0; i < steps; i++) {
		x += (double)ground_random(g, (uint32_t)stride * 2) - stride;
		y += (double)ground_random(g, (uint32_t)stride * 2) - stride;
		ground_pixel(g, id + i, x, y, "");
		buf_printf(&nodes, "%s%d", i ? " " : "", id + i);
	}
	if (closed)
		buf_printf(&nodes, " %d", id);
	ground_way(g, id, nodes.ptr, tags);
	buf_release(&nodes);
}

/* Streets, houses and fields of all sizes that cross themselves and the tiles' edges. */
static void
scatter(struct ground *g)
{
	for (int i = 0; i < 30; i++) {
		wander(g, 10000 + i * 100, 5, 20, true, TAG("building", "yes"));
		wander(g, 20000 + i * 100, 40, i % 5 ? 30 : 900, false,
		       i % 2 ? TAG("highway", "residential") : TAG("highway", "primary"));
		if (i % 3 == 0)
			wander(g, 30000 + i * 100, 60, i ? 100 : 5000, true,
			       TAG("landuse", "grass"));
	}
	ground_make(g, style, "");
}

static void
tiles_have_what_the_whole_has_and_nothing_else(void **state)
{
	struct ground *g = *state;
	struct draw_options all = ground_view(-200, -200, 1500, 1500);
	struct segments whole;

	scatter(g);
	whole = read_drawing(g, &all);
	assert_true(whole.len > 1000);
	for (int tile = 0; tile < 16; tile++) {
		struct draw_options view = ground_view(tile % 4 * 256, tile / 4 * 256, 256, 256);
		struct segments part = read_drawing(g, &view);

		for (size_t i = 0; i < part.len; i++)
			if (is_seen(&part.items[i], &view))
				assert_true(has(&whole, &part.items[i]));
		for (size_t i = 0; i < whole.len; i++)
			if (is_seen(&whole.items[i], &view))
				assert_true(has(&part, &whole.items[i]));
	}
}

/* An area's edge is stroked: nothing of it may run along a tile's. */
static void
no_line_follows_the_edge_of_a_tile(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 256, 256);
	struct segments part;

	WAY(g, 1, TAG("building", "yes"), -4000, -5000, 6000, -4000, 5000, 90, -7000, 80, -4000,
	    -5000);
	ground_way(g, 9, "1 2 3 4 1", TAG("building", "yes"));
	ground_make(g, style, "");
	part = read_drawing(g, &view);
	assert_true(part.len > 0);
	for (size_t i = 0; i < part.len; i++) {
		const struct segment *s = &part.items[i];

		if (is_seen(s, &view))
			assert_true(fabs(s->y1 - s->y0) < 200 && fabs(s->x1 - s->x0) > 100000);
	}
}

/* A street's steps are dashed from its beginning, also in a tile that has only its end. */
static void
dashes_begin_where_the_whole_line_has_them(void **state)
{
	struct ground *g = *state;
	struct draw_options all = ground_view(-10, -10, 1100, 400);
	struct segments whole, part;
	double walked = 0;

	WAY(g, 1, TAG("highway", "steps"), 0, 0, 100, 30, 330, 20, 335, 200, 700, 180, 1000, 190);
	ground_make(g, style, "");
	whole = read_drawing(g, &all);
	for (int tile = 1; tile < 4; tile++) {
		struct draw_options view = ground_view(tile * 256, 0, 256, 256);
		double best = INFINITY;

		part = read_drawing(g, &view);
		walked = 0;
		for (size_t i = 0; i < whole.len; i++) {
			const struct segment *s = &whole.items[i];
			double length = hypot(s->x1 - s->x0, s->y1 - s->y0);
			double from = hypot(part.items[0].x0 - s->x0, part.items[0].y0 - s->y0);
			double to = hypot(part.items[0].x0 - s->x1, part.items[0].y0 - s->y1);

			/* On it; a period is 50 steps. */
			if (from + to < length + 0.5)
				best = fmin(best, fabs(remainder(walked + from, 50)));
			walked += length;
		}
		assert_true(best < 1);
	}
}

static void
what_simplification_leaves_out_is_not_seen(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(-10, -10, 400, 400);
	struct segments s;

	WAY(g, 1, TAG("highway", "primary"), 0, 0, 50, 0.1, 100, -0.1, 150, 0.2, 200, 0, 200, 10,
	    200, 30, 200.2, 90);
	ground_make(g, style, "");
	s = read_drawing(g, &view);
	assert_int_equal(s.len, 2);
}

/* --- odd shapes -------------------------------------------------------------------------------- */

static void
a_line_without_length_is_a_dot(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);

	ground_pixel(g, 1, 50, 50, "");
	ground_pixel(g, 2, 50, 50, "");
	ground_way(g, 1, "1 2", TAG("highway", "primary"));
	ground_make(g, style, "");
	assert_non_null(strstr(ground_draw(g, &view), "d=\"m500 500h0\""));
}

static void
areas_too_small_to_see_are_left_out(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);

	WAY(g, 1, TAG("highway", "path"), 0, 0, 50, 50);
	WAY(g, 10, TAG("highway", "service"), 0, 0, 50, 50);
	WAY(g, 20, "", 50, 50, 50.3, 50, 50.3, 50.3);
	ground_way(g, 30, "20 21 22 20", TAG("building", "yes"));
	WAY(g, 40, "", 60, 50, 70, 50, 80, 50);
	ground_way(g, 50, "40 41 42 40", TAG("building", "yes")); /* without breadth */
	ground_make(g, style, "");
	/* Nor what has no width at this zoom, or is not drawn any more. */
	assert_null(strstr(ground_draw(g, &view), "<path"));
}

static void
shapes_as_large_as_the_world_are_drawn_exactly_here(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(0, 0, 100, 100);
	struct segments s;

	ground_node(g, 1, 0, -1700000000, "");
	ground_node(g, 2, -800000000, 1700000000, "");
	ground_node(g, 3, 800000000, 1700000000, "");
	ground_node(g, 4, 0, 1700000000, "");
	ground_way(g, 1, "1 2 3 1", TAG("landuse", "grass"));
	ground_way(g, 2, "1 4", TAG("highway", "primary"));
	ground_way(g, 3, "1 4", TAG("highway", "steps"));
	ground_make(g, style, "");
	s = read_drawing(g, &view);
	assert_int_equal(s.len, 6);
	for (size_t i = 0; i < s.len; i++) {
		assert_true(fabs(s.items[i].x0) <= CLIP_FAR && fabs(s.items[i].y1) <= CLIP_FAR);
		if (strcmp(s.items[i].class, g->style.rules[STYLE_LINE][3].id) == 0)
			assert_true(s.items[i].y0 == 0 && s.items[i].y1 == 0);
	}
}

static void
a_picture_without_size_is_an_empty_one(void **state)
{
	struct ground *g = *state;
	struct draw_options view = ground_view(5000, 5000, 0, 0);

	make_small_map(g);
	assert_non_null(strstr(ground_draw(g, &view), "viewBox=\"0 0 0 0\""));
	assert_null(strstr(g->drawn.ptr, "<path"));
}

static void
where_nothing_is_seen_all_drawings_are_alike(void **state)
{
	struct ground *g = *state;
	struct draw_options map = ground_view(0, 0, 100, 100), far = ground_view(5000, 0, 100, 100);
	struct draw_options farther = ground_view(-700, 4000, 100, 100);
	struct label label = { .box = { GROUND_MIDDLE + 5090, GROUND_MIDDLE + 90,
		                        GROUND_MIDDLE + 5190, GROUND_MIDDLE + 99 } };
	struct labels labels = { .items = &label, .len = 1 };
	char *alike;

	make_small_map(g);
	assert_true(draw_shows(&g->scene, &map));
	assert_false(draw_shows(&g->scene, &far));
	assert_false(draw_shows(&g->scene, &farther));
	alike = strdup(ground_draw(g, &far));
	assert_string_equal(ground_draw(g, &farther), alike);
	free(alike);
	far.labels = farther.labels = &labels;
	assert_true(draw_shows(&g->scene, &far));
	assert_false(draw_shows(&g->scene, &farther));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, ground_set_up, ground_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_small_map_is_drawn_to_the_byte),
		TEST(text_and_strokes_grow_with_the_scale),
		TEST(only_what_is_used_is_in_the_style_sheet),
		TEST(labels_of_no_number_leave_no_nonsense),
		TEST(tiles_have_what_the_whole_has_and_nothing_else),
		TEST(no_line_follows_the_edge_of_a_tile),
		TEST(dashes_begin_where_the_whole_line_has_them),
		TEST(what_simplification_leaves_out_is_not_seen),
		TEST(a_line_without_length_is_a_dot),
		TEST(areas_too_small_to_see_are_left_out),
		TEST(shapes_as_large_as_the_world_are_drawn_exactly_here),
		TEST(a_picture_without_size_is_an_empty_one),
		TEST(where_nothing_is_seen_all_drawings_are_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
