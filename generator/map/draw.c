#include "map/draw.h"

#include "map/draw_parts.h"

#include "map/draw_path.h"

enum { BODY = 512 }; /* bytes: more than an empty tile has */

void
draw_id(struct buf *out, char kind, size_t n)
{
	buf_addc(out, kind);
	buf_add_u64(out, n);
}

static void
attribute(struct buf *out, const char *name, double number)
{
	buf_addc(out, ' ');
	buf_adds(out, name);
	buf_adds(out, "=\"");
	draw_number(out, number);
	buf_addc(out, '"');
}

static void
draw_ground(struct drawing *d, struct buf *out)
{
	if (draw_sheet_class(&d->sheet, STR("g0")))
		draw_sheet_colour(&d->sheet, "fill", &d->scene->style->ground);
	buf_adds(out, "<rect class=\"g0\"");
	attribute(out, "width", d->options->width);
	attribute(out, "height", d->options->height);
	buf_adds(out, "/>");
}

bool
draw_shows(const struct scene *scene, const struct draw_options *options)
{
	struct box box = draw_seen_words(options);

	if (scene_meets(scene, draw_seen_shapes(scene, options)))
		return true;
	for (size_t i = 0; options->labels && i < options->labels->len; i++)
		if (box_meets(options->labels->items[i].box, box))
			return true;
	return false;
}

void
draw_map(struct buf *out, struct arena *scratch, const struct scene *scene,
         const struct draw_options *options)
{
	struct drawing d = {
		.scratch = scratch,
		.scene = scene,
		.options = options,
		.scale = options->scale > 0 ? options->scale : 1,
	};

	buf_reserve(&d.body, BODY);
	draw_ground(&d, &d.body);
	draw_shapes(&d);
	if (options->labels)
		draw_words(&d);
	buf_adds(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	attribute(out, "width", options->width);
	attribute(out, "height", options->height);
	buf_adds(out, " viewBox=\"0 0 ");
	draw_number(out, options->width);
	buf_addc(out, ' ');
	draw_number(out, options->height);
	buf_adds(out, "\">");
	draw_sheet_write(&d.sheet, out);
	buf_add(out, buf_str(&d.body));
	buf_adds(out, "</svg>\n");
	draw_sheet_release(&d.sheet);
	buf_release(&d.body);
}
