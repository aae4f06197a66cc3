/*
 * draw_word: what labels_place put in place: names straight or along streets, house numbers, signs.
 *
 * Every name has its width said, so that a reader's own font takes no more room than was kept free for it.
 */
#include "map/draw_parts.h"

#include "map/draw_path.h"
#include "map/draw_sign.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <math.h>

static const double BASELINE =
	0.35;                     /* of the size: how far below its middle a line of text stands */
static const double HALO = 0.22;  /* of the size */
static const double PICTURE = 16; /* the square in which pictures of signs are drawn */

struct wording {
	struct drawing *d;
	struct buf *out;
	const struct label **seen; /* in the order of the labels */
	size_t seen_len;
	size_t paths;
};

static void
number(struct wording *w, const char *before, double value, const char *behind)
{
	buf_adds(w->out, before);
	draw_number(w->out, round(value * 10) / 10);
	buf_adds(w->out, behind);
}

/* --- names ------------------------------------------------------------------------------------- */

static const struct style_colour *
ink_of(const struct drawing *d, const struct style_rule *rule)
{
	const struct style *style = d->scene->style;

	if (rule && rule->kind == STYLE_NAME && (rule->fill.light[0] || rule->fill.dark[0]))
		return &rule->fill;
	return !rule || rule->quiet ? &style->quiet : &style->ink;
}

/* A class for the size and ink, the rule's and a 9 (no rule's own has figures); house numbers have no rule. */
static struct str
class_of(struct wording *w, const struct label *label)
{
	struct drawing *d = w->d;
	const struct style_rule *rule = label->note->rule;
	/* Sizes of a rule are the same all over one drawing. */
	struct str name = arena_printf(d->scratch, "%s9", rule ? rule->id : "n");
	double size = label->size * d->scale;

	if (draw_sheet_class(&d->sheet, name)) {
		draw_sheet_number(&d->sheet, "font-size", size, "px");
		draw_sheet_colour(&d->sheet, "fill", ink_of(d, rule));
		draw_sheet_number(&d->sheet, "stroke-width", fmax(1.6, size * HALO), "px");
	}
	return name;
}

static void
open_text(struct wording *w, const struct label *label)
{
	buf_adds(w->out, "<text class=\"");
	buf_add(w->out, class_of(w, label));
	buf_addc(w->out, '"');
}

static void
write_length(struct wording *w, const struct label *label)
{
	/* Of two or three figures there is nothing to stretch. */
	if (label->note->rule)
		number(w, " textLength=\"", label->width * w->d->scale, "\"");
}

static void
write_straight(struct wording *w, const struct label *label)
{
	double x = label->x - w->d->options->x, y = label->y - w->d->options->y;
	bool turned = fabs(label->angle) >= 0.05;

	open_text(w, label);
	number(w, " x=\"", x, "\"");
	number(w, " y=\"", y + label->size * w->d->scale * BASELINE, "\"");
	if (turned) {
		number(w, " transform=\"rotate(", label->angle, "");
		number(w, " ", x, "");
		number(w, " ", y, ")\"");
	}
	write_length(w, label);
	buf_addc(w->out, '>');
	buf_add_html(w->out, label->text);
	buf_adds(w->out, "</text>");
}

/* Corners become curves from the middle of one stretch to that of the next, or letters would jump. */
static void
write_course(struct wording *w, const struct label *label)
{
	double x = w->d->options->x, y = w->d->options->y;
	const struct spot *line = label->line;
	uint32_t last = label->line_len - 1;

	number(w, "M", line[0].x - x, "");
	number(w, " ", line[0].y - y, "");
	for (uint32_t i = 1; i < last; i++) {
		number(w, i == 1 ? "Q" : " ", line[i].x - x, "");
		number(w, " ", line[i].y - y, "");
		number(w, " ", (line[i].x + (i + 1 < last ? line[i + 1].x : line[last].x)) / 2 - x,
		       "");
		number(w, " ", (line[i].y + (i + 1 < last ? line[i + 1].y : line[last].y)) / 2 - y,
		       "");
	}
	number(w, "L", line[last].x - x, "");
	number(w, " ", line[last].y - y, "");
}

static bool
is_along(const struct label *label)
{
	return label->line && label->line_len > 1;
}

static void
write_along(struct wording *w, const struct label *label)
{
	open_text(w, label);
	buf_adds(w->out, " dy=\".35em\"");
	write_length(w, label);
	buf_adds(w->out, "><textPath href=\"#");
	draw_id(w->out, 't', w->paths++);
	buf_adds(w->out, "\" startOffset=\"50%\">");
	buf_add_html(w->out, label->text);
	buf_adds(w->out, "</textPath></text>");
}

/* --- signs ------------------------------------------------------------------------------------- */

static void
sheet_sign(struct wording *w, const struct style_rule *rule)
{
	struct draw_sheet *sheet = &w->d->sheet;
	const struct style *style = w->d->scene->style;

	if (draw_sheet_class(sheet, str(rule->id)))
		draw_sheet_colour(sheet, "fill",
		                  rule->fill.light[0] || rule->fill.dark[0] ? &rule->fill
		                                                            : &style->quiet);
	if (draw_sheet_class(sheet, STR("s0"))) {
		draw_sheet_colour(sheet, "stroke", &style->halo);
		draw_sheet_add(sheet, "fill:none;stroke-width:1.4;stroke-linecap:round;"
		                      "stroke-linejoin:round");
	}
}

static void
write_letters(struct wording *w, struct str letters, double size)
{
	struct draw_sheet *sheet = &w->d->sheet;
	double height = size * (utf8_count(letters) > 1 ? 0.58 : 0.74);

	if (draw_sheet_class(sheet, STR("s1"))) {
		draw_sheet_colour(sheet, "fill", &w->d->scene->style->halo);
		draw_sheet_add(sheet, "stroke:none;font-weight:700");
	}
	number(w, "<text class=\"s1\" font-size=\"", height, "\"");
	number(w, " y=\"", height * 0.36, "\">");
	buf_add_html(w->out, letters);
	buf_adds(w->out, "</text>");
}

/* Drawn once, used as often as it stands. */
static void
write_sign(struct wording *w, const struct style_rule *rule, double size)
{
	const char *picture = draw_sign(rule->sign);

	sheet_sign(w, rule);
	buf_adds(w->out, "<g id=\"s");
	buf_adds(w->out, rule->id);
	buf_adds(w->out, "\"><rect class=\"");
	buf_adds(w->out, rule->id);
	number(w, "\" stroke=\"none\" x=\"", -size / 2, "\"");
	number(w, " y=\"", -size / 2, "\"");
	number(w, " width=\"", size, "\"");
	number(w, " height=\"", size, "\"");
	number(w, " rx=\"", size * 0.22, "\"/>");
	if (picture) {
		buf_adds(w->out, "<path class=\"s0\" transform=\"scale(");
		draw_number(w->out, size / PICTURE);
		buf_adds(w->out, ")translate(-8 -8)\" d=\"");
		buf_adds(w->out, picture);
		buf_adds(w->out, "\"/>");
	} else {
		write_letters(w, rule->sign, size);
	}
	buf_adds(w->out, "</g>");
}

static void
use_sign(struct wording *w, const struct label *label)
{
	buf_adds(w->out, "<use href=\"#s");
	buf_adds(w->out, label->note->rule->id);
	number(w, "\" x=\"", label->x - w->d->options->x, "\"");
	number(w, " y=\"", label->y - w->d->options->y, "\"/>");
}

static bool
is_sign(const struct label *label)
{
	return label->note->rule && label->note->rule->kind == STYLE_SIGN;
}

/* --- all --------------------------------------------------------------------------------------- */

struct box
draw_seen_words(const struct draw_options *o)
{
	struct box box = { o->x, o->y, o->x + o->width, o->y + o->height };

	/* Halos, and fonts that are wider than any that was thought of. */
	box_grow(&box, 4);
	return box;
}

static void
find_seen(struct wording *w)
{
	const struct labels *labels = w->d->options->labels;
	struct box box = draw_seen_words(w->d->options);

	for (size_t i = 0; i < labels->len; i++) {
		if (!box_meets(labels->items[i].box, box))
			continue;
		w->seen = arena_push(w->d->scratch, w->seen, &w->seen_len, sizeof *w->seen);
		w->seen[w->seen_len - 1] = &labels->items[i];
	}
}

/* The lines that names follow, in the order of the names. */
static void
define_courses(struct wording *w)
{
	size_t paths = 0;

	for (size_t i = 0; i < w->seen_len; i++) {
		const struct label *label = w->seen[i];

		if (is_sign(label) || !is_along(label))
			continue;
		buf_adds(w->out, "<path id=\"");
		draw_id(w->out, 't', paths++);
		buf_adds(w->out, "\" d=\"");
		write_course(w, label);
		buf_adds(w->out, "\"/>");
	}
}

/* Each kind's picture, of those that are seen. */
static void
define_signs(struct wording *w)
{
	const struct style *style = w->d->scene->style;
	bool *defined = arena_array(w->d->scratch, style->rules_len[STYLE_SIGN], sizeof *defined);

	for (size_t i = 0; i < w->seen_len; i++) {
		const struct label *label = w->seen[i];
		size_t rule;

		if (!is_sign(label))
			continue;
		rule = (size_t)(label->note->rule - style->rules[STYLE_SIGN]);
		if (!defined[rule])
			write_sign(w, label->note->rule, label->size * w->d->scale);
		defined[rule] = true;
	}
}

void
draw_words(struct drawing *d)
{
	struct wording w = { .d = d, .out = &d->body };

	find_seen(&w);
	if (draw_sheet_class(&d->sheet, STR("w0"))) {
		draw_sheet_add(&d->sheet, "font-family:-apple-system,Segoe UI,Roboto,Noto Sans,"
		                          "system-ui,sans-serif;text-anchor:middle;"
		                          "paint-order:stroke;stroke-linejoin:round");
		draw_sheet_colour(&d->sheet, "stroke", &d->scene->style->halo);
	}
	buf_adds(&d->body, "<g class=\"w0\"><defs>");
	define_signs(&w);
	define_courses(&w);
	buf_adds(&d->body, "</defs>");
	for (size_t i = 0; i < w.seen_len; i++) {
		const struct label *label = w.seen[i];

		if (is_sign(label))
			use_sign(&w, label);
		else if (is_along(label))
			write_along(&w, label);
		else
			write_straight(&w, label);
	}
	buf_adds(&d->body, "</g>");
}
