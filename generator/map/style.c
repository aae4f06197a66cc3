#include "map/style.h"

#include "map/style_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <math.h>

enum {
	AREA = 1 << STYLE_AREA,
	LINE = 1 << STYLE_LINE,
	NAME = 1 << STYLE_NAME,
	SIGN = 1 << STYLE_SIGN
};
enum { ALL = AREA | LINE | NAME | SIGN };

typedef void read_value(struct style_reader *r, const struct yaml_node *node, void *value);

static const struct field {
	const char *key;
	unsigned kinds; /* of rules that may have it */
	read_value *read;
	size_t at; /* in struct style_rule */
} fields[] = {
	{ "is", ALL, NULL, 0 },
	{ "from", ALL, style_read_zoom, offsetof(struct style_rule, from) },
	{ "until", ALL, style_read_zoom, offsetof(struct style_rule, until) },
	{ "fill", ALL, style_read_colour, offsetof(struct style_rule, fill) },
	{ "edge", AREA, style_read_colour, offsetof(struct style_rule, edge) },
	{ "casing", LINE, style_read_colour, offsetof(struct style_rule, casing) },
	{ "width", AREA | LINE, style_read_stops, offsetof(struct style_rule, width) },
	{ "dash", LINE, style_read_stops, offsetof(struct style_rule, dash) },
	{ "name", LINE, style_read_zoom, offsetof(struct style_rule, name) },
	{ "size", LINE | NAME | SIGN, style_read_stops, offsetof(struct style_rule, size) },
	{ "quiet", LINE | NAME, style_read_truth, offsetof(struct style_rule, quiet) },
	{ "sign", SIGN, style_read_sign, offsetof(struct style_rule, sign) },
	{ "label", ALL, style_read_text, offsetof(struct style_rule, label) },
};

static const struct root {
	const char *key;
	read_value *read; /* NULL: a list of rules */
	size_t at;        /* in struct style */
	enum style_kind kind;
} roots[] = {
	{ "ground", style_read_colour, offsetof(struct style, ground), 0 },
	{ "ink", style_read_colour, offsetof(struct style, ink), 0 },
	{ "quiet", style_read_colour, offsetof(struct style, quiet), 0 },
	{ "halo", style_read_colour, offsetof(struct style, halo), 0 },
	{ "numbers", style_read_zoom, offsetof(struct style, numbers), 0 },
	{ "areas", NULL, 0, STYLE_AREA },
	{ "lines", NULL, 0, STYLE_LINE },
	{ "names", NULL, 0, STYLE_NAME },
	{ "signs", NULL, 0, STYLE_SIGN },
};

struct diag *
style_failed(struct style_reader *r)
{
	r->failed = true;
	return r->diag;
}

/* --- rules ------------------------------------------------------------------------------------- */

static void
refuse_key(struct style_reader *r, const struct yaml_node *node, const struct str *known,
           size_t count)
{
	size_t nearest = utf8_nearest(node->key, known, count);

	diag_error(style_failed(r), node->key_at, STYLE_CODE,
	           _("\"%s\" is not known here in a map's style"), node->key.ptr);
	if (nearest < count)
		diag_hint(r->diag, _("did you mean \"%.*s\"?"), STR_ARG(known[nearest]));
}

static void
refuse_field(struct style_reader *r, const struct yaml_node *node, unsigned kind)
{
	struct str known[countof(fields)];
	size_t count = 0;

	for (size_t i = 0; i < countof(fields); i++)
		if (fields[i].kinds & kind)
			known[count++] = str(fields[i].key);
	refuse_key(r, node, known, count);
}

static void
read_field(struct style_reader *r, const struct yaml_node *node, struct style_rule *rule)
{
	for (size_t i = 0; i < countof(fields); i++)
		if ((fields[i].kinds & 1U << rule->kind) && str_is(node->key, fields[i].key)) {
			if (fields[i].read)
				fields[i].read(r, node, (char *)rule + fields[i].at);
			else
				style_read_is(r, node, rule);
			return;
		}
	refuse_field(r, node, 1U << rule->kind);
}

static bool
has_colour(const struct style_colour *colour)
{
	return colour->light[0] || colour->dark[0];
}

/* Without these a rule would draw nothing; its reader learns that now, not from an empty map. */
static void
check_rule(struct style_reader *r, const struct yaml_node *node, const struct style_rule *rule)
{
	const char *wanted = NULL;

	if (!yaml_get(node, "is"))
		wanted = _("\"is\": what it draws, for example [landuse=grass]");
	else if (rule->kind == STYLE_AREA && !yaml_get(node, "fill") && !yaml_get(node, "edge"))
		wanted = _("\"fill\" or \"edge\": a colour");
	else if (rule->kind == STYLE_LINE && !yaml_get(node, "fill") && !yaml_get(node, "casing"))
		wanted = _("\"fill\" or \"casing\": a colour");
	else if (rule->kind == STYLE_LINE && !yaml_get(node, "width"))
		wanted = _("\"width\": in pixels, by zoom, for example {14: 3, 19: 22}");
	else if (rule->kind == STYLE_NAME && !yaml_get(node, "size"))
		wanted = _("\"size\": in pixels, by zoom, for example {15: 10, 18: 14}");
	else if (rule->kind == STYLE_SIGN && !yaml_get(node, "sign"))
		wanted = _("\"sign\": a letter or a picture, for example P");
	if (wanted) {
		diag_error(style_failed(r), node->at, STYLE_CODE, _("this rule draws nothing"));
		diag_hint(r->diag, _("it needs %s"), wanted);
	}
	if (rule->from >= rule->until) {
		diag_error(style_failed(r), node->at, STYLE_CODE,
		           _("this rule draws at no zoom: from %g until %g"), rule->from,
		           rule->until);
		diag_hint(r->diag, _("\"until\" is the first zoom at which it does not draw"));
	}
}

static void
read_rule(struct style_reader *r, const struct yaml_node *node, struct style_rule *rule)
{
	if (node->kind != YAML_MAP) {
		diag_error(style_failed(r), node->at, STYLE_CODE, _("a rule is a map"));
		diag_hint(r->diag, _("for example {is: [landuse=grass], fill: [\"#dfe5c8\", "
		                     "\"#2a3024\"]}"));
		return;
	}
	for (const struct yaml_node *m = node->first; m; m = m->next)
		read_field(r, m, rule);
	check_rule(r, node, rule);
}

static void
read_rules(struct style_reader *r, const struct yaml_node *node, enum style_kind kind)
{
	struct style_rule *rules;
	size_t i = 0;

	if (yaml_is_null(node))
		return;
	if (node->kind != YAML_LIST || node->len > STYLE_RULES_MOST) {
		diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
		           _("\"%s\" is a list of at most %d rules"), node->key.ptr,
		           STYLE_RULES_MOST);
		return;
	}
	rules = arena_array(r->arena, node->len, sizeof *rules);
	for (const struct yaml_node *m = node->first; m; m = m->next, i++) {
		rules[i].kind = kind;
		rules[i].until = STYLE_ZOOM_MOST + 1;
		read_rule(r, m, &rules[i]);
	}
	r->style->rules[kind] = rules;
	r->style->rules_len[kind] = node->len;
}

/* --- the file ---------------------------------------------------------------------------------- */

static void
read_root(struct style_reader *r, const struct yaml_node *node)
{
	struct str known[countof(roots)];

	for (size_t i = 0; i < countof(roots); i++) {
		known[i] = str(roots[i].key);
		if (!str_eq(known[i], node->key))
			continue;
		if (roots[i].read)
			roots[i].read(r, node, (char *)r->style + roots[i].at);
		else
			read_rules(r, node, roots[i].kind);
		return;
	}
	refuse_key(r, node, known, countof(roots));
}

/* Names of a letter or two, as short as can be: areas and lines take the shortest, there are most of them. */
static void
name_rules(struct style *style)
{
	size_t n = 0;

	for (size_t kind = 0; kind < STYLE_KINDS; kind++)
		for (size_t i = 0; i < style->rules_len[kind]; i++, n++) {
			/* The rules are ours still: nobody else has seen them. */
			char *id = ((struct style_rule *)style->rules[kind])[i].id;
			size_t at = 0;

			if (n >= 26 + 26 * 26)
				id[at++] = (char)('a' + n / (26 * 26) - 1);
			if (n >= 26)
				id[at++] = (char)('a' + (n / 26 - 1) % 26);
			id[at++] = (char)('a' + n % 26);
			id[at] = '\0';
		}
}

static void
check_colours(struct style_reader *r, struct pos at)
{
	struct style *style = r->style;
	const char *missing = !has_colour(&style->ground) ? "ground"
	                      : !has_colour(&style->ink)  ? "ink"
	                      : !has_colour(&style->halo) ? "halo"
	                                                  : NULL;

	if (missing) {
		diag_error(style_failed(r), at, STYLE_CODE, _("the map's style has no \"%s\""),
		           missing);
		diag_hint(r->diag,
		          _("a colour for light and one for dark: %s: [\"#f6f1e7\", \"#1d1a17\"]"),
		          missing);
	}
	if (!has_colour(&style->quiet))
		style->quiet = style->ink;
}

int
style_read(struct style *style, struct arena *arena, struct str text, const char *file,
           struct diag *diag)
{
	struct style_reader r = { .style = style, .arena = arena, .diag = diag };
	struct pos top = { file, 1, 1 };
	const struct yaml_node *root = NULL;

	*style = (struct style){ .hash = hash_of(text) };
	if (yaml_text(&text, file, diag) < 0 || yaml_parse(&root, arena, text, top, NULL, diag) < 0)
		return -1;
	if (root && root->kind != YAML_MAP) {
		diag_error(diag, root->at, STYLE_CODE,
		           _("a map's style begins with fields such as \"ground\""));
		return -1;
	}
	for (const struct yaml_node *m = root ? root->first : NULL; m; m = m->next)
		read_root(&r, m);
	check_colours(&r, top);
	name_rules(style);
	style->index = style_index_new(arena, style);
	return r.failed ? -1 : 0;
}

bool
style_shows(const struct style_rule *rule, double zoom)
{
	return zoom >= rule->from && zoom < rule->until;
}

double
style_at(const struct style_stops *stops, double zoom)
{
	size_t i = 0;
	double a, b, part;

	if (stops->len == 0)
		return 0;
	while (i < stops->len && stops->stop[i].zoom <= zoom)
		i++;
	if (i == 0 || i == stops->len)
		return stops->stop[i ? i - 1 : 0].value;
	a = stops->stop[i - 1].value;
	b = stops->stop[i].value;
	part = (zoom - stops->stop[i - 1].zoom) / (stops->stop[i].zoom - stops->stop[i - 1].zoom);
	/* There is no ratio to nothing: then in equal steps. */
	return a > 0 && b > 0 ? a * pow(b / a, part) : a + (b - a) * part;
}
