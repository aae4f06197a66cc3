/*
 * draw_shape: areas and lines as paths, one for each rule and level.
 *
 * A street is drawn twice, its casing and its fill, with all casings of a level below all fills, so that streets that
 * meet run into each other. Both are one path, written once and used again.
 */
#include "map/draw_parts.h"

#include "map/clip.h"
#include "map/draw_path.h"

#include "base/arena.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static const double TOLERANCE = 1.0 / 3; /* of a pixel: what simplification may move */
static const double LEAST = 0.6;         /* pixels: an area smaller than that is not seen */
static const double EDGE = 0.75;         /* pixels: an edge's width where the style says nothing */
static const double MARGIN = 2;          /* pixels beyond the strokes */

/* The lines of one rule on one level: their path in `paths`. */
struct group {
	const struct style_rule *rule;
	int level;
	size_t from, to;
	bool cased;
};

struct shaping {
	struct drawing *d;
	double pixels, grid; /* the square's width in pixels and in steps */
	double x, y;         /* the picture's corner in steps */
	struct dot *dots;    /* room for the largest part so far */
	uint32_t room;
	struct buf paths; /* of the level's lines */
	struct group *groups;
	size_t groups_len;
	size_t ids;
	/* What is being written: */
	const struct style_rule *rule;
	int level;
	bool skip;
	struct clip clip;
	double period; /* of dashes, in steps; 0: none */
	struct draw_path path;
};

/* --- widths ------------------------------------------------------------------------------------ */

static double
width_at(const struct style_rule *rule, double zoom, double scale)
{
	if (rule->kind == STYLE_AREA && rule->width.len == 0)
		return EDGE * scale;
	return style_at(&rule->width, zoom) * scale;
}

static double
width_of(const struct shaping *s, const struct style_rule *rule)
{
	return width_at(rule, s->d->options->zoom, s->d->scale);
}

static bool
is_coloured(const struct style_colour *colour)
{
	return colour->light[0] || colour->dark[0];
}

/* A rim of about a tenth, at least thin, never thick. */
static double
casing_of(double width)
{
	return width + 2 * fmin(1.1, fmax(0.6, width * 0.12));
}

/* A multiple of whole steps, or dashes would drift from what was measured. */
static double
dash_of(const struct shaping *s, const struct style_rule *rule)
{
	return round(style_at(&rule->dash, s->d->options->zoom) * s->d->scale * DRAW_GRID);
}

/* --- style sheet ------------------------------------------------------------------------------- */

static void
sheet_area(struct shaping *s, const struct style_rule *rule)
{
	struct draw_sheet *sheet = &s->d->sheet;

	if (!draw_sheet_class(sheet, str(rule->id)))
		return;
	draw_sheet_colour(sheet, "fill", &rule->fill);
	if (is_coloured(&rule->edge)) {
		draw_sheet_colour(sheet, "stroke", &rule->edge);
		draw_sheet_number(sheet, "stroke-width", width_of(s, rule) * DRAW_GRID, "");
	}
}

static void
sheet_line(struct shaping *s, const struct style_rule *rule)
{
	struct draw_sheet *sheet = &s->d->sheet;
	double dash = dash_of(s, rule);

	if (!draw_sheet_class(sheet, str(rule->id)))
		return;
	draw_sheet_colour(sheet, "stroke", &rule->fill);
	draw_sheet_number(sheet, "stroke-width", width_of(s, rule) * DRAW_GRID, "");
	if (dash > 0) {
		draw_sheet_number(sheet, "stroke-dasharray", dash, "");
		draw_sheet_add(sheet, "stroke-linecap:butt");
	}
}

/* The casing's class is the rule's in capitals. */
static struct str
sheet_casing(struct shaping *s, const struct style_rule *rule)
{
	struct draw_sheet *sheet = &s->d->sheet;
	struct str name = arena_str(s->d->scratch, str(rule->id));
	char *letters = arena_copy(s->d->scratch, name.ptr, name.len);

	for (size_t i = 0; i < name.len; i++)
		letters[i] = (char)toupper((unsigned char)letters[i]);
	name.ptr = letters;
	if (draw_sheet_class(sheet, name)) {
		draw_sheet_colour(sheet, "stroke", &rule->casing);
		draw_sheet_number(sheet, "stroke-width", casing_of(width_of(s, rule)) * DRAW_GRID,
		                  "");
	}
	return name;
}

/* --- geometry ---------------------------------------------------------------------------------- */

/* To whole steps; coordinates in the square are never negative, so that truncation rounds. */
static struct dot
dot_of(const struct shaping *s, struct spot spot)
{
	return (struct dot){ (double)(int64_t)(spot.x * s->grid + 0.5) - s->x,
		             (double)(int64_t)(spot.y * s->grid + 0.5) - s->y };
}

static bool
is_far(struct dot dot)
{
	return fabs(dot.x) > CLIP_FAR || fabs(dot.y) > CLIP_FAR;
}

/* The dots that this zoom can tell apart, into s->dots; *far: some are beyond what floats can hold. */
static uint32_t
take_dots(struct shaping *s, const struct spot *spots, const float *ranks, uint32_t len, bool *far)
{
	float least = (float)(TOLERANCE / s->pixels);
	uint32_t count = 0;

	if (len > s->room) {
		s->room = len + len / 2;
		s->dots = arena_array(s->d->scratch, s->room, sizeof *s->dots);
	}
	*far = false;
	for (uint32_t i = 0; i < len; i++) {
		struct dot dot;

		if (ranks[i] < least)
			continue;
		dot = dot_of(s, spots[i]);
		if (count && dot.x == s->dots[count - 1].x && dot.y == s->dots[count - 1].y)
			continue;
		*far |= is_far(dot);
		s->dots[count++] = dot;
	}
	return count;
}

static void
write_ring(struct shaping *s, const struct spot *spots, const float *ranks, uint32_t len)
{
	bool far;
	uint32_t count = take_dots(s, spots, ranks, len, &far);
	struct dot *dots = s->dots;

	if (far)
		dots = clip_far_ring(s->d->scratch, dots, &count);
	count = clip_ring(&s->clip, dots, count);
	while (count > 1 && dots[0].x == dots[count - 1].x && dots[0].y == dots[count - 1].y)
		count--;
	if (count < 3)
		return;
	draw_path_move(&s->path, dots[0]);
	for (uint32_t i = 1; i < count; i++)
		draw_path_line(&s->path, dots[i]);
	draw_path_close(&s->path, dots[0]);
}

/* Where a dash begins at or before dots[from], so that a line cut off has its dashes where the whole one has them. */
static uint32_t
dash_start(const struct shaping *s, uint32_t from, struct dot *start)
{
	double way = 0, left;
	uint32_t i = from;

	for (uint32_t k = 1; k <= from; k++)
		way += hypot(s->dots[k].x - s->dots[k - 1].x, s->dots[k].y - s->dots[k - 1].y);
	left = fmod(way, s->period);
	while (i > 0) {
		struct dot a = s->dots[i - 1], b = s->dots[i];
		double step = hypot(b.x - a.x, b.y - a.y);

		if (step >= left && step > 0) {
			*start = (struct dot){ round(b.x + (a.x - b.x) * left / step),
				               round(b.y + (a.y - b.y) * left / step) };
			return i;
		}
		left -= step;
		i--;
	}
	*start = s->dots[0];
	return 1;
}

static void
write_run(struct shaping *s, uint32_t from, uint32_t to)
{
	struct dot start = s->dots[from];
	uint32_t next = from + 1;

	if (s->period > 0 && from > 0)
		next = dash_start(s, from, &start);
	draw_path_move(&s->path, start);
	for (uint32_t i = next; i < to; i++)
		draw_path_line(&s->path, s->dots[i]);
	if (to - from == 1)
		draw_path_dot(&s->path);
}

/* A line that reaches absurdly far: segment by segment. */
static void
write_far(struct shaping *s, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		struct dot a = s->dots[i - 1], b = s->dots[i];

		if ((clip_code(&s->clip, a) & clip_code(&s->clip, b)) || !clip_far_segment(&a, &b))
			continue;
		draw_path_move(&s->path, a);
		draw_path_line(&s->path, b);
	}
}

static void
write_line(struct shaping *s, const struct spot *spots, const float *ranks, uint32_t len)
{
	bool far;
	uint32_t count = take_dots(s, spots, ranks, len, &far), from = 0, to;

	if (far) {
		write_far(s, count);
		return;
	}
	for (; clip_run(&s->clip, s->dots, count, &from, &to); from = to > from + 1 ? to - 1 : to)
		write_run(s, from, to);
}

static void
write_shape(struct shaping *s, const struct scene_shape *shape)
{
	bool area = shape->rule->kind == STYLE_AREA;

	if (area && (shape->box.x1 - shape->box.x0) * s->pixels < LEAST &&
	    (shape->box.y1 - shape->box.y0) * s->pixels < LEAST)
		return;
	for (uint32_t part = 0, from = 0; part < shape->parts; from = shape->ends[part++])
		(area ? write_ring : write_line)(s, shape->spots + from, shape->ranks + from,
		                                 shape->ends[part] - from);
}

/* --- paths ------------------------------------------------------------------------------------- */

static void
write_opening(struct shaping *s, const char *element, struct str class, int level)
{
	struct buf *out = &s->d->body;

	buf_addc(out, '<');
	buf_adds(out, element);
	buf_adds(out, " class=\"");
	buf_add(out, class);
	/* A tunnel is felt more than seen. */
	buf_adds(out, level < 0 && level > SCENE_GROUND ? "\" opacity=\".4\"" : "\"");
}

static void
write_data(struct shaping *s, struct str data)
{
	buf_adds(&s->d->body, " d=\"");
	buf_add(&s->d->body, data);
	buf_adds(&s->d->body, "\"/>");
}

static struct str
data_of(const struct shaping *s, const struct group *group)
{
	return str_sub(buf_str(&s->paths), group->from, group->to);
}

static void
write_casing(struct shaping *s, struct group *group)
{
	struct buf *out = &s->d->body;

	write_opening(s, "g", sheet_casing(s, group->rule), group->level);
	/* Round ends would lie on the road that leads onto a bridge. */
	if (group->level)
		buf_adds(out, " stroke-linecap=\"butt\"");
	buf_adds(out, "><path id=\"");
	draw_id(out, 'p', s->ids + (size_t)(group - s->groups));
	buf_addc(out, '"');
	write_data(s, data_of(s, group));
	buf_adds(out, "</g>");
	group->cased = true;
}

static void
write_fill(struct shaping *s, const struct group *group)
{
	struct buf *out = &s->d->body;

	sheet_line(s, group->rule);
	write_opening(s, group->cased ? "use" : "path", str(group->rule->id), group->level);
	if (!group->cased) {
		write_data(s, data_of(s, group));
		return;
	}
	buf_adds(out, " href=\"#");
	draw_id(out, 'p', s->ids + (size_t)(group - s->groups));
	buf_adds(out, "\"/>");
}

/* All casings of a level, then all fills. */
static void
write_level(struct shaping *s)
{
	if (s->groups_len == 0)
		return;
	if (draw_sheet_class(&s->d->sheet, STR("l0")))
		draw_sheet_add(&s->d->sheet,
		               "fill:none;stroke-linecap:round;stroke-linejoin:round");
	buf_adds(&s->d->body, "<g class=\"l0\">");
	for (size_t i = 0; i < s->groups_len; i++)
		if (is_coloured(&s->groups[i].rule->casing))
			write_casing(s, &s->groups[i]);
	for (size_t i = 0; i < s->groups_len; i++)
		if (is_coloured(&s->groups[i].rule->fill))
			write_fill(s, &s->groups[i]);
	buf_adds(&s->d->body, "</g>");
	s->ids += s->groups_len;
	s->groups_len = 0;
	buf_clear(&s->paths);
}

static void
end_rule(struct shaping *s)
{
	struct group group = { .rule = s->rule, .level = s->level, .to = s->paths.len };

	if (!s->rule || s->skip)
		return;
	group.from = s->groups_len ? s->groups[s->groups_len - 1].to : 0;
	if (group.from == group.to)
		return;
	if (s->rule->kind == STYLE_AREA) {
		sheet_area(s, s->rule);
		write_opening(s, "path", str(s->rule->id), s->level);
		write_data(s, data_of(s, &group));
		buf_clear(&s->paths);
		return;
	}
	s->groups = arena_push(s->d->scratch, s->groups, &s->groups_len, sizeof *s->groups);
	s->groups[s->groups_len - 1] = group;
}

static void
begin_rule(struct shaping *s, const struct scene_shape *shape)
{
	const struct style_rule *rule = shape->rule;
	double width = width_of(s, rule);
	double room = (casing_of(width) / 2 + MARGIN) * DRAW_GRID;
	bool line = rule->kind == STYLE_LINE;

	if (shape->level != s->level)
		write_level(s);
	s->rule = rule;
	s->level = shape->level;
	s->skip = !style_shows(rule, s->d->options->zoom) || (line && !(width > 0));
	s->clip = (struct clip){ -room, -room, s->d->options->width * DRAW_GRID + room,
		                 s->d->options->height * DRAW_GRID + room };
	s->period = line ? dash_of(s, rule) * 2 : 0;
	s->path = (struct draw_path){ .out = &s->paths };
}

static void
visit(void *context, const struct scene_shape *shape)
{
	struct shaping *s = context;

	if (shape->rule != s->rule || shape->level != s->level) {
		end_rule(s);
		begin_rule(s, shape);
	}
	if (!s->skip)
		write_shape(s, shape);
}

double
draw_reach(const struct style *style, double zoom, double scale)
{
	static const enum style_kind stroked[] = { STYLE_LINE, STYLE_AREA };
	double widest = 0;

	for (size_t k = 0; k < countof(stroked); k++)
		for (size_t i = 0; i < style->rules_len[stroked[k]]; i++)
			widest = fmax(widest, width_at(&style->rules[stroked[k]][i], zoom,
			                               scale > 0 ? scale : 1));
	return casing_of(widest) / 2 + MARGIN;
}

/* With room for the widest stroke. */
struct box
draw_seen_shapes(const struct scene *scene, const struct draw_options *o)
{
	double pixels = mercator_pixels(o->zoom);
	double reach = o->reach > 0 ? o->reach : draw_reach(scene->style, o->zoom, o->scale);
	struct box box = { o->x / pixels, o->y / pixels, (o->x + o->width) / pixels,
		           (o->y + o->height) / pixels };

	box_grow(&box, reach / pixels);
	return box;
}

void
draw_shapes(struct drawing *d)
{
	struct shaping s = { .d = d, .pixels = mercator_pixels(d->options->zoom) };

	s.grid = s.pixels * DRAW_GRID;
	s.x = round(d->options->x * DRAW_GRID);
	s.y = round(d->options->y * DRAW_GRID);
	buf_adds(&d->body, "<g transform=\"scale(");
	draw_number(&d->body, 1.0 / DRAW_GRID);
	buf_adds(&d->body, ")\">");
	scene_visit(d->scene, d->scratch, draw_seen_shapes(d->scene, d->options), visit, &s);
	end_rule(&s);
	write_level(&s);
	buf_adds(&d->body, "</g>");
	buf_release(&s.paths);
}
