#include "map/draw_sign.h"
#include "map/style_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <string.h>

/* --- colours ----------------------------------------------------------------------------------- */

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
	                              : -1;
}

/* "#F60" → "#ff6600" */
static bool
parse_colour(struct str text, char out[8])
{
	size_t each = text.len == 4 ? 2 : 1;

	if ((text.len != 4 && text.len != 7) || text.ptr[0] != '#')
		return false;
	for (size_t i = 1; i < text.len; i++) {
		int digit = hex_digit(text.ptr[i]);

		if (digit < 0)
			return false;
		for (size_t k = 0; k < each; k++)
			out[1 + (i - 1) * each + k] = "0123456789abcdef"[digit];
	}
	out[0] = '#';
	out[7] = '\0';
	return true;
}

static void
refuse_colour(struct style_reader *r, const struct yaml_node *node)
{
	diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
	           _("a colour is written \"#rrggbb\", or [\"#rrggbb\", \"#rrggbb\"] for light "
	             "and dark"));
	/* The slip that everybody makes once. */
	if (yaml_is_null(node))
		diag_hint(r->diag,
		          _("put it in quotes: # without quotes begins a comment in YAML"));
}

void
style_read_colour(struct style_reader *r, const struct yaml_node *node, void *value)
{
	struct style_colour colour = { 0 };
	const struct yaml_node *light = node, *dark = node;

	if (node->kind == YAML_LIST && node->len == 2) {
		light = node->first;
		dark = light->next;
	}
	if (light->kind != YAML_SCALAR || dark->kind != YAML_SCALAR ||
	    !parse_colour(light->text, colour.light) || !parse_colour(dark->text, colour.dark))
		refuse_colour(r, node);
	else
		memcpy(value, &colour, sizeof colour);
}

/* --- numbers ----------------------------------------------------------------------------------- */

/* "12", "0.75": what a style has; no signs, no powers, and the same in every locale. */
static bool
parse_number(struct str text, double *number)
{
	double scale = 1;
	bool fraction = false, digits = false;

	*number = 0;
	if (text.len == 0 || text.len > 12)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '.' && digits && !fraction) {
			fraction = true;
			digits = false;
		} else if (c >= '0' && c <= '9') {
			digits = true;
			*number = *number * 10 + (c - '0');
			scale *= fraction ? 10 : 1;
		} else {
			return false;
		}
	}
	*number /= scale;
	return digits;
}

void
style_read_zoom(struct style_reader *r, const struct yaml_node *node, void *value)
{
	double zoom;

	if (node->kind != YAML_SCALAR || !parse_number(node->text, &zoom) || zoom > STYLE_ZOOM_MOST)
		diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
		           _("a zoom is expected, a number from 0 to %d"), STYLE_ZOOM_MOST);
	else
		memcpy(value, &zoom, sizeof zoom);
}

static void
refuse_stops(struct style_reader *r, const struct yaml_node *node)
{
	diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
	           _("\"%s\" is a number of pixels up to %d, or up to %d of them by rising zoom"),
	           node->key.ptr, STYLE_PIXELS_MOST, STYLE_STOPS);
	diag_hint(r->diag, _("for example {14: 3, 19: 22}"));
}

static bool
parse_stops(const struct yaml_node *node, struct style_stops *stops)
{
	if (node->kind == YAML_SCALAR) {
		stops->len = 1;
		return parse_number(node->text, &stops->stop[0].value) &&
		       stops->stop[0].value <= STYLE_PIXELS_MOST;
	}
	if (node->kind != YAML_MAP || node->len == 0 || node->len > STYLE_STOPS)
		return false;
	for (const struct yaml_node *m = node->first; m; m = m->next) {
		size_t i = stops->len++;

		if (m->kind != YAML_SCALAR || !parse_number(m->key, &stops->stop[i].zoom) ||
		    !parse_number(m->text, &stops->stop[i].value) ||
		    stops->stop[i].zoom > STYLE_ZOOM_MOST ||
		    stops->stop[i].value > STYLE_PIXELS_MOST ||
		    (i && stops->stop[i].zoom <= stops->stop[i - 1].zoom))
			return false;
	}
	return true;
}

void
style_read_stops(struct style_reader *r, const struct yaml_node *node, void *value)
{
	struct style_stops stops = { 0 };

	if (parse_stops(node, &stops))
		memcpy(value, &stops, sizeof stops);
	else
		refuse_stops(r, node);
}

/* --- words ------------------------------------------------------------------------------------- */

void
style_read_truth(struct style_reader *r, const struct yaml_node *node, void *value)
{
	if (node->kind != YAML_SCALAR || !yaml_bool(node->text, value))
		diag_error(style_failed(r), yaml_place(node), STYLE_CODE, _("\"%s\" is yes or no"),
		           node->key.ptr);
}

/* A text for all, or one for each language: "P+R", or {fr: Parking, de: Parkplatz}. */
void
style_read_text(struct style_reader *r, const struct yaml_node *node, void *value)
{
	struct text *text = value;

	if (node->kind == YAML_SCALAR && node->text.len) {
		for (size_t i = 0; i < LANG_COUNT; i++)
			text->in[i] = node->text;
		return;
	}
	for (const struct yaml_node *m = node->kind == YAML_MAP ? node->first : node; m;
	     m = m->next) {
		enum lang lang = m == node ? LANG_COUNT : lang_find(m->key);

		if (lang == LANG_COUNT || m->kind != YAML_SCALAR || m->text.len == 0) {
			diag_error(style_failed(r), m == node ? yaml_place(m) : m->key_at,
			           STYLE_CODE, _("a label is a text, or a text by language"));
			diag_hint(r->diag, _("for example {fr: Toilettes, de: Toiletten}; the "
			                     "languages are fr, nl, de, en"));
			return;
		}
		text->in[lang] = m->text;
	}
}

void
style_read_sign(struct style_reader *r, const struct yaml_node *node, void *value)
{
	struct str known[64];
	size_t count = draw_signs(known, countof(known)), nearest;

	if (node->kind == YAML_SCALAR && node->text.len &&
	    (utf8_count(node->text) <= 2 || draw_sign(node->text))) {
		memcpy(value, &node->text, sizeof node->text);
		return;
	}
	diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
	           _("a sign is a letter or two, or the name of a picture"));
	nearest = node->kind == YAML_SCALAR ? utf8_nearest(node->text, known, count) : count;
	if (nearest < count)
		diag_hint(r->diag, _("did you mean \"%.*s\"?"), STR_ARG(known[nearest]));
	else
		diag_hint(r->diag, _("for example P, or \"toilets\""));
}
