#include "card/reader.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/frontmatter.h"
#include "card/markdown.h"
#include "card/reader_parts.h"
#include "card/reader_unknown.h"
#include "card/slug.h"

#include <string.h>

static read_value read_map, read_items, read_named;

static read_value *const read_as[AS_COUNT] = {
	[AS_TEXT] = reader_text,         [AS_TEXTS] = reader_texts,
	[AS_PLAIN] = reader_plain,       [AS_BOOL] = reader_bool,
	[AS_TRISTATE] = reader_tristate, [AS_CHOICE] = reader_choice,
	[AS_COUNTRY] = reader_country,   [AS_INT] = reader_int,
	[AS_SIZE] = reader_size,         [AS_DATE] = reader_date,
	[AS_MOMENT] = reader_moment,     [AS_REPEAT] = reader_repeat,
	[AS_MONEY] = reader_money,       [AS_PHONE] = reader_phone,
	[AS_EMAIL] = reader_email,       [AS_URL] = reader_url,
	[AS_BASE_URL] = reader_base_url, [AS_VAT] = reader_vat,
	[AS_OSM] = reader_osm,           [AS_OSM_TAG] = reader_osm_tag,
	[AS_COLOUR] = reader_colour,     [AS_LOCATION] = reader_location,
	[AS_BOUNDS] = reader_bounds,     [AS_FOCUS] = reader_focus,
	[AS_HOURS] = reader_hours,       [AS_WORDS] = reader_words,
	[AS_SLUG] = reader_slug,         [AS_SLUGS] = reader_slugs,
	[AS_TERM] = reader_term,         [AS_TERMS] = reader_terms,
	[AS_LINKS] = reader_links,       [AS_LANGUAGES] = reader_languages,
	[AS_FILE] = reader_file,         [AS_PHOTO] = reader_photo,
	[AS_PHOTOS] = reader_photos,     [AS_MAP] = read_map,
	[AS_ITEMS] = read_items,         [AS_NAMED] = read_named,
};

/* Types that are texts or may hold some; the others are the main card's alone. */
static const bool translatable[AS_COUNT] = {
	[AS_TEXT] = true,   [AS_TEXTS] = true, [AS_PHOTO] = true,
	[AS_PHOTOS] = true, [AS_MAP] = true,   [AS_ITEMS] = true,
};

void
reader_clear(const struct schema *schema, void *object)
{
	for (size_t i = 0; i < schema->len; i++) {
		const struct field *field = &schema->fields[i];

		switch (field->type) {
		case AS_DATE: *MEMBER(object, field->offset, int) = DATE_NONE; break;
		case AS_MOMENT:
			*MEMBER(object, field->offset, struct moment) =
				(struct moment){ DATE_NONE, -1 };
			break;
		case AS_TRISTATE: *MEMBER(object, field->offset, int) = -1; break;
		case AS_FOCUS:
			MEMBER(object, field->offset, double)[0] = -1;
			MEMBER(object, field->offset, double)[1] = -1;
			break;
		case AS_PHOTO:
			reader_clear(field->nested, MEMBER(object, field->offset, char));
			break;
		default: break;
		}
	}
}

/* ---- fields ---- */

static void
report_nothing(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	if (r->translating)
		return;
	if (field->flags & FIELD_REQUIRED) {
		reader_error(r, node->at, "required", _("a value is missing"));
		reader_example(r, field);
	} else if (field->type == AS_COLOUR) {
		/* An unquoted #9a3412 is a comment. */
		reader_warning(r, node->at, "colour",
		               _("the colour is missing: without quotes, # begins a comment"));
		diag_hint(r->diag, _("a colour needs quotes: \"#9a3412\""));
	}
}

static void
read_field(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	struct trail here = { r->trail, field->key, 0 };

	r->trail = &here;
	if (reader_is_absent(node)) {
		report_nothing(r, field, node);
	} else if (!r->translating || translatable[field->type]) {
		read_as[field->type](r, field, object, node);
	} else if (!(field->flags & FIELD_IDENTIFIES)) {
		reader_warning(r, yaml_place(node), "translation",
		               _("this field is not translated; it is ignored here"));
		diag_hint(r->diag, _("it belongs in the main card alone"));
	}
	r->trail = here.up;
}

static void
report_missing(struct reader *r, const struct schema *schema, struct pos at, uint64_t seen)
{
	for (size_t i = 0; i < schema->len; i++) {
		const struct field *field = schema_ranked(schema, i);
		struct trail here = { r->trail, field->key, 0 };

		if (!(field->flags & FIELD_REQUIRED) || seen & 1ULL << (field - schema->fields))
			continue;
		r->trail = &here;
		reader_error(r, at, "required", _("this field is missing"));
		diag_hint(r->diag, _("add a line such as \"%s: %s\""), field->key, field->example);
		r->trail = here.up;
	}
}

static uint64_t
required_fields(const struct schema *schema)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < schema->len; i++)
		if (schema->fields[i].flags & FIELD_REQUIRED)
			bits |= 1ULL << i;
	return bits;
}

void
reader_map(struct reader *r, const struct schema *schema, void *object, const struct yaml_node *map)
{
	uint64_t seen = 0;

	if (schema->at != SCHEMA_NOWHERE && !r->translating)
		*MEMBER(object, schema->at, struct pos) = map->at;
	for (const struct yaml_node *node = map->first; node; node = node->next) {
		const struct field *field = schema_find(schema, node->key);

		if (!field) {
			reader_unknown(r, schema, node);
			continue;
		}
		seen |= 1ULL << (field - schema->fields);
		read_field(r, field, object, node);
	}
	if (r->translating)
		return;
	if (required_fields(schema) & ~seen)
		report_missing(r, schema, map->at, seen);
	reader_check(r, schema, object, map);
}

static void
read_map(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	if (reader_expect(r, field, node, YAML_MAP))
		reader_map(r, field->nested,
		           field->flags & FIELD_FLAT ? object : MEMBER(object, field->offset, char),
		           node);
}

/* ---- lists and maps of structs ---- */

static void
read_item(struct reader *r, const struct field *field, char *items, size_t *len,
          const struct yaml_node *node, size_t index)
{
	struct trail here = { r->trail, NULL, index + 1 };
	char *item = items + *len * field->nested->size;

	if (reader_is_absent(node))
		return;
	r->trail = &here;
	if (reader_expect(r, field, node, YAML_MAP)) {
		++*len;
		reader_clear(field->nested, item);
		reader_map(r, field->nested, item, node);
	}
	r->trail = here.up;
}

static void
translate_items(struct reader *r, const struct field *field, void *object,
                const struct yaml_node *list)
{
	size_t len = *MEMBER(object, field->beside, size_t), index = 0;
	char *items;

	memcpy(&items, MEMBER(object, field->offset, char), sizeof items);
	for (const struct yaml_node *node = list->first; node; node = node->next, index++) {
		struct trail here = { r->trail, NULL, index + 1 };

		if (reader_is_absent(node))
			continue;
		r->trail = &here;
		if (index >= len)
			reader_no_such_item(r, node);
		else if (reader_expect(r, field, node, YAML_MAP))
			reader_map(r, field->nested, items + index * field->nested->size, node);
		r->trail = here.up;
	}
}

static void
read_items(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	size_t len = 0, index = 0;
	char *items;

	if (!reader_expect(r, field, node, YAML_LIST))
		return;
	if (r->translating) {
		translate_items(r, field, object, node);
		return;
	}
	items = arena_array(r->arena, node->len, field->nested->size);
	for (const struct yaml_node *item = node->first; item; item = item->next)
		read_item(r, field, items, &len, item, index++);
	memcpy(MEMBER(object, field->offset, char), &items, sizeof items);
	*MEMBER(object, field->beside, size_t) = len;
}

/* The name of a member of AS_NAMED, which is the first thing in its struct. */
static bool
read_name(struct reader *r, struct str *name, const struct yaml_node *node)
{
	struct str slug;

	if (slug_is_valid(node->key)) {
		*name = arena_str(r->arena, node->key);
		return true;
	}
	reader_error(r, node->key_at, "category", _("\"%s\" cannot be the name of a page"),
	             reader_clip(r, node->key));
	slug = utf8_slug(r->scratch, node->key, SLUG_MOST);
	if (slug.len)
		diag_hint(r->diag, _("write \"%.*s\", and the name as its label"), STR_ARG(slug));
	return false;
}

static void
read_named(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	size_t len = 0;
	char *items;

	if (!reader_expect(r, field, node, YAML_MAP))
		return;
	items = arena_array(r->arena, node->len, field->nested->size);
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct trail here = { r->trail, item->key.ptr, 0 };
		char *out = items + len * field->nested->size;

		r->trail = &here;
		if ((reader_is_absent(item) || reader_expect(r, field, item, YAML_MAP)) &&
		    read_name(r, MEMBER(out, 0, struct str), item)) {
			len++;
			reader_map(r, field->nested, out, item);
			*MEMBER(out, field->nested->at, struct pos) = item->key_at;
		}
		r->trail = here.up;
	}
	memcpy(MEMBER(object, field->offset, char), &items, sizeof items);
	*MEMBER(object, field->beside, size_t) = len;
}

/* ---- files ---- */

/* The front matter as a tree, and the text behind it. -1: reported, there is nothing to read. */
static int
parse(struct reader *r, struct frontmatter *parts, const struct yaml_node **root, struct str text)
{
	static const struct yaml_node nothing = { .kind = YAML_MAP };
	struct yaml_limits limits = { r->config->limits.yaml_depth, r->config->limits.yaml_nodes };
	struct yaml_node *empty;

	if (yaml_text(&text, r->file, r->diag) < 0)
		return -1;
	*parts = (struct frontmatter){ .yaml = text, .yaml_at = { r->file, 1, 1 } };
	if (str_ends(str(r->file), ".md") && frontmatter_split(parts, text, r->file, r->diag) < 0)
		return -1;
	if (yaml_parse(root, r->scratch, parts->yaml, parts->yaml_at, &limits, r->diag) < 0 &&
	    !*root)
		return -1;
	if (!*root || yaml_is_null(*root)) {
		empty = arena_copy(r->scratch, &nothing, sizeof nothing);
		empty->at = parts->yaml_at;
		*root = empty;
	}
	if ((*root)->kind == YAML_MAP)
		return 0;
	diag_error(r->diag, (*root)->at, "type",
	           _("fields are expected here, each on a line: \"key: value\""));
	diag_hint(r->diag, _("is a space missing after a colon?"));
	return -1;
}

/* A text that is read, for the pictures in it. */
struct body {
	struct reader *reader;
	struct card *card;
};

static struct str
find_picture(void *context, struct str path, struct pos at, struct diag *diag)
{
	struct body *body = context;
	struct photos *pictures = &body->card->pictures;
	struct str file = reader_resolve(body->reader, path, at, false);

	(void)diag; /* the reader's own: reader_card passes it */
	if (file.len > 0) {
		pictures->items = arena_push(body->reader->arena, pictures->items, &pictures->len,
		                             sizeof *pictures->items);
		pictures->items[pictures->len - 1] =
			(struct photo){ .file = file, .at = at, .focus_x = -1, .focus_y = -1 };
	}
	return file;
}

static void
read_body(struct reader *r, struct card *card, const struct frontmatter *parts, enum lang lang)
{
	struct body context = { r, card };
	struct markdown_options options = { .picture = find_picture, .context = &context };
	struct markdown body;

	if (str_trim(parts->body).len == 0)
		return;
	body = markdown_render(r->arena, parts->body, parts->body_at, &options, r->diag);
	card->body.in[lang] = body.html;
	card->excerpt.in[lang] = body.excerpt;
}

static void
start(struct reader *r, const char *file, struct str bytes, enum lang lang)
{
	r->file = file;
	r->bytes = bytes;
	r->lang = lang;
	r->translating = lang != r->config->languages[0];
	r->unknown = 0;
	r->trail = NULL;
}

void
reader_card(struct reader *r, enum kind kind, void *card, struct str text, const char *file,
            enum lang lang)
{
	const struct schema *schema = schema_kind(kind)->schema;
	const struct yaml_node *root = NULL;
	struct frontmatter parts;

	start(r, file, text, lang);
	if (r->translating) {
		((struct card *)card)->translated |= (uint8_t)(1U << lang);
	} else {
		((struct card *)card)->at = (struct pos){ file, 1, 1 };
		reader_clear(schema, card);
	}
	if (parse(r, &parts, &root, text) < 0)
		return;
	reader_map(r, schema, card, root);
	read_body(r, card, &parts, lang);
}

/* What other fields are read by must be known before them; problems are reported in their turn. */
static void
read_first(struct reader *r, struct config *config, const struct yaml_node *root)
{
	static const char *const keys[] = { "country", "languages" };
	struct diag *real = r->diag;

	r->diag = diag_new();
	for (size_t i = 0; i < countof(keys); i++) {
		const struct yaml_node *node = yaml_get(root, keys[i]);

		if (node)
			read_field(r, schema_find(&schema_config, str(keys[i])), config, node);
	}
	diag_free(r->diag);
	r->diag = real;
	r->lang = config->languages[0];
}

void
reader_config_defaults(struct config *config, const char *file)
{
	struct pos top = { file, 1, 1 };

	*config = (struct config){
		.languages = { LANG_FR }, .languages_len = 1, .timezone = STR("Europe/Brussels"),
		.country = STR("BE"), .theme = STR("marche"),
		.timezone_at = top, .theme_at = top, .extract_at = top,
		.limits = {
			.text_bytes = 1 << 20, .photo_bytes = 40 << 20, .photo_pixels = 100000000,
			.yaml_depth = YAML_DEPTH, .yaml_nodes = YAML_NODES, .files = 200000,
			.extract_bytes = 256 << 20,
		},
	};
}

int
reader_config(struct reader *r, struct config *config, struct str text, const char *file)
{
	const struct yaml_node *root = NULL;
	struct frontmatter parts;

	start(r, file, text, config->languages[0]);
	if (parse(r, &parts, &root, text) < 0) {
		for (config->languages_len = 0; config->languages_len < LANG_COUNT;
		     config->languages_len++)
			config->languages[config->languages_len] = (enum lang)config->languages_len;
		return -1;
	}
	read_first(r, config, root);
	reader_map(r, &schema_config, config, root);
	return 0;
}
