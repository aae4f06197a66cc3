#include "media/social.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/encode.h"
#include "media/pixels.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

/* Everything is set within a margin, from the bottom up: line, title; the guide's name at the top. */
enum {
	MARGIN = 72,
	TEXT_WIDTH = SOCIAL_WIDTH - 2 * MARGIN,
	TITLE_SIZE = 84,
	TITLE_LEAST = 52, /* a long name is set smaller, and then cut */
	LINE_SIZE = 36,
	SITE_SIZE = 30,
	QUALITY = 85,
	RULE = 10, /* height of the stroke of colour under the guide's name */
	FOOT = 24,
};

#define FOOT_SHADE 0.25

struct colour {
	double red, green, blue;
};

struct drawing {
	cairo_surface_t *surface;
	cairo_t *cairo;
	struct colour accent, ink;
	bool photo;
};

static double
digits(struct str text, size_t at)
{
	char pair[3] = { 0 };

	for (size_t i = 0; i < 2 && at + i < text.len; i++)
		pair[i] = text.ptr[at + i];
	return (double)strtoul(pair, NULL, 16) / 255;
}

static struct colour
colour_of(struct str hex)
{
	if (hex.len != 7)
		return (struct colour){ 0.25, 0.25, 0.25 };
	return (struct colour){ digits(hex, 1), digits(hex, 3), digits(hex, 5) };
}

static double
linear(double value)
{
	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* White or nearly black, whichever stands out more (WCAG 2.2, relative luminance). */
static struct colour
ink_on(struct colour ground)
{
	double light = 0.2126 * linear(ground.red) + 0.7152 * linear(ground.green) +
	               0.0722 * linear(ground.blue);

	return light > 0.18 ? (struct colour){ 0.1, 0.09, 0.08 } : (struct colour){ 1, 1, 1 };
}

static void
set_colour(const struct drawing *drawing, struct colour colour, double alpha)
{
	cairo_set_source_rgba(drawing->cairo, colour.red, colour.green, colour.blue, alpha);
}

/* A pixel as cairo has it, red above green and blue; what is transparent is on white. */
static uint32_t
word_of(const uint8_t *pixel, unsigned channels)
{
	unsigned alpha = channels == 4 ? pixel[3] : 255;
	uint32_t word = 0;

	for (int c = 0; c < 3; c++)
		word = word << 8 | (pixel[c] * alpha + 255 * (255 - alpha) + 127) / 255;
	return word;
}

static cairo_surface_t *
surface_of(const struct pixels *pixels)
{
	cairo_surface_t *surface = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)pixels->width, (int)pixels->height);
	unsigned char *data = cairo_image_surface_get_data(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);

	for (size_t y = 0; data && y < pixels->height; y++) {
		const uint8_t *from = pixels->data + y * pixels->stride;
		uint32_t *to = (uint32_t *)(void *)(data + y * stride);

		for (size_t x = 0; x < pixels->width; x++, from += pixels->channels)
			to[x] = word_of(from, pixels->channels);
	}
	cairo_surface_mark_dirty(surface);
	return surface;
}

/* The photo, and over it a shadow in which white letters can be read. */
static void
draw_photo(const struct drawing *drawing, const struct pixels *photo)
{
	cairo_surface_t *surface = surface_of(photo);
	cairo_pattern_t *shadow = cairo_pattern_create_linear(0, 0, 0, SOCIAL_HEIGHT);

	cairo_save(drawing->cairo);
	cairo_scale(drawing->cairo, (double)SOCIAL_WIDTH / photo->width,
	            (double)SOCIAL_HEIGHT / photo->height);
	cairo_set_source_surface(drawing->cairo, surface, 0, 0);
	cairo_pattern_set_extend(cairo_get_source(drawing->cairo), CAIRO_EXTEND_PAD);
	cairo_paint(drawing->cairo);
	cairo_restore(drawing->cairo);
	cairo_pattern_add_color_stop_rgba(shadow, 0, 0, 0, 0, 0.55);
	cairo_pattern_add_color_stop_rgba(shadow, 0.25, 0, 0, 0, 0.15);
	cairo_pattern_add_color_stop_rgba(shadow, 0.45, 0, 0, 0, 0.2);
	cairo_pattern_add_color_stop_rgba(shadow, 1, 0, 0, 0, 0.85);
	cairo_set_source(drawing->cairo, shadow);
	cairo_paint(drawing->cairo);
	cairo_pattern_destroy(shadow);
	cairo_surface_destroy(surface);
}

/* The association's colour, with a deeper foot: plain areas, as a guide without photos has many of these. */
static void
draw_ground(const struct drawing *drawing)
{
	set_colour(drawing, drawing->accent, 1);
	cairo_paint(drawing->cairo);
	cairo_set_source_rgba(drawing->cairo, 0, 0, 0, FOOT_SHADE);
	cairo_rectangle(drawing->cairo, 0, SOCIAL_HEIGHT - FOOT, SOCIAL_WIDTH, FOOT);
	cairo_fill(drawing->cairo);
}

struct setting {
	int size, least; /* pixels */
	int lines;
	bool bold;
};

static PangoLayout *
layout_new(const struct drawing *drawing, struct str text, const struct setting *how, int size)
{
	PangoLayout *layout = pango_cairo_create_layout(drawing->cairo);
	PangoFontDescription *font = pango_font_description_from_string("sans-serif");

	pango_font_description_set_absolute_size(font, (double)size * PANGO_SCALE);
	pango_font_description_set_weight(font,
	                                  how->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_width(layout, TEXT_WIDTH * PANGO_SCALE);
	pango_layout_set_height(layout, -how->lines);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_text(layout, text.ptr, (int)text.len);
	pango_font_description_free(font);
	return layout;
}

/* Sets a text with its foot at `bottom`, or its head at `top` where that is given; returns its height. */
static int
set_text(const struct drawing *drawing, struct str text, const struct setting *how, int top,
         int bottom)
{
	PangoLayout *layout = NULL;
	int height = 0;

	if (text.len == 0)
		return 0;
	for (int size = how->size; size >= how->least; size -= 8) {
		if (layout)
			g_object_unref(layout);
		layout = layout_new(drawing, text, how, size);
		if (!pango_layout_is_ellipsized(layout))
			break;
	}
	pango_layout_get_pixel_size(layout, NULL, &height);
	cairo_move_to(drawing->cairo, MARGIN, bottom ? bottom - height : top);
	pango_cairo_show_layout(drawing->cairo, layout);
	g_object_unref(layout);
	return height;
}

static void
draw_texts(const struct drawing *drawing, const struct social *social)
{
	static const struct setting title = { TITLE_SIZE, TITLE_LEAST, 3, true };
	static const struct setting line = { LINE_SIZE, LINE_SIZE, 1, false };
	static const struct setting site = { SITE_SIZE, SITE_SIZE, 1, true };
	int foot = SOCIAL_HEIGHT - MARGIN, height;

	set_colour(drawing, drawing->ink, 0.88);
	height = set_text(drawing, social->line, &line, 0, foot);
	if (height > 0)
		foot -= height + 14;
	set_colour(drawing, drawing->ink, 1);
	set_text(drawing, social->title, &title, 0, foot);
	height = set_text(drawing, social->site, &site, MARGIN - 8, 0);
	if (height == 0)
		return;
	set_colour(drawing, drawing->photo ? drawing->accent : drawing->ink, 1);
	cairo_rectangle(drawing->cairo, MARGIN, MARGIN + height + 6, 96, RULE);
	cairo_fill(drawing->cairo);
}

/* The drawing as pixels of ours. */
static void
take_pixels(struct pixels *out, cairo_surface_t *surface)
{
	const unsigned char *data;
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);

	cairo_surface_flush(surface);
	data = cairo_image_surface_get_data(surface);
	pixels_init(out, SOCIAL_WIDTH, SOCIAL_HEIGHT, 3);
	for (size_t y = 0; y < SOCIAL_HEIGHT; y++) {
		const uint32_t *from = (const uint32_t *)(const void *)(data + y * stride);
		uint8_t *to = out->data + y * out->stride;

		for (size_t x = 0; x < SOCIAL_WIDTH; x++, to += 3) {
			to[0] = (uint8_t)(from[x] >> 16);
			to[1] = (uint8_t)(from[x] >> 8);
			to[2] = (uint8_t)from[x];
		}
	}
}

int
social_make(struct buf *out, const struct social *social, const struct pixels *photo)
{
	struct drawing drawing = { .accent = colour_of(social->accent), .photo = photo->width > 0 };
	struct pixels pixels = { 0 };
	int rc = -1;

	drawing.ink = drawing.photo ? (struct colour){ 1, 1, 1 } : ink_on(drawing.accent);
	drawing.surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, SOCIAL_WIDTH, SOCIAL_HEIGHT);
	drawing.cairo = cairo_create(drawing.surface);
	if (drawing.photo)
		draw_photo(&drawing, photo);
	else
		draw_ground(&drawing);
	draw_texts(&drawing, social);
	if (cairo_status(drawing.cairo) == CAIRO_STATUS_SUCCESS) {
		take_pixels(&pixels, drawing.surface);
		rc = encode_jpeg(out, &pixels, QUALITY);
	}
	pixels_release(&pixels);
	cairo_destroy(drawing.cairo);
	cairo_surface_destroy(drawing.surface);
	return rc;
}

void
social_versions(struct buf *out)
{
	PangoFontMap *map = pango_cairo_font_map_get_default();
	PangoContext *context = pango_font_map_create_context(map);
	PangoFontDescription *wanted = pango_font_description_from_string("sans-serif");
	PangoFont *font = pango_font_map_load_font(map, context, wanted);
	PangoFontDescription *found = font ? pango_font_describe(font) : NULL;
	char *name = found ? pango_font_description_to_string(found) : NULL;

	buf_printf(out, "cairo %s pango %s font %s ", cairo_version_string(),
	           pango_version_string(), name ? name : "");
	g_free(name);
	pango_font_description_free(found);
	if (font)
		g_object_unref(font);
	pango_font_description_free(wanted);
	g_object_unref(context);
}
