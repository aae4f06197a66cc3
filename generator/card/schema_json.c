#include "card/schema_json.h"

#include "base/buf.h"
#include "base/json.h"
#include "card/category.h"

/* How the YAML of a type looks to an editor. */
enum shape {
	SHAPE_SCALAR, /* whatever was typed: a number is a text, too */
	SHAPE_TEXT,   /* the same, or a map by language */
	SHAPE_LIST,   /* of scalars */
	SHAPE_EITHER, /* a scalar or a list of them */
	SHAPE_MAP,
	SHAPE_ITEMS,  /* list of maps */
	SHAPE_NAMED,  /* map of maps */
	SHAPE_PHOTO,  /* a path, or a map */
	SHAPE_PHOTOS, /* list of such */
	SHAPE_LINKS,  /* map from words to scalars */
	SHAPE_HOURS,  /* a text, or a map by days */
	SHAPE_NUMBERS,
};

static const enum shape shapes[AS_COUNT] = {
	[AS_TEXT] = SHAPE_TEXT,        [AS_TEXTS] = SHAPE_LIST,    [AS_LOCATION] = SHAPE_NUMBERS,
	[AS_BOUNDS] = SHAPE_NUMBERS,   [AS_FOCUS] = SHAPE_NUMBERS, [AS_HOURS] = SHAPE_HOURS,
	[AS_WORDS] = SHAPE_EITHER,     [AS_SLUGS] = SHAPE_EITHER,  [AS_TERMS] = SHAPE_EITHER,
	[AS_LINKS] = SHAPE_LINKS,      [AS_PHOTO] = SHAPE_PHOTO,   [AS_PHOTOS] = SHAPE_PHOTOS,
	[AS_LANGUAGES] = SHAPE_EITHER, [AS_MAP] = SHAPE_MAP,       [AS_ITEMS] = SHAPE_ITEMS,
	[AS_NAMED] = SHAPE_NAMED,
};

static void add_map(struct json *json, const struct schema *schema, enum lang lang);

static void
add_field_text(struct json *json, const char *key, const char *text)
{
	json_field(json, key, str(text));
}

/* "type": ["string", …]: YAML of editors makes numbers, truth values and dates of what a card takes as text. */
static void
add_scalar_type(struct json *json)
{
	json_key(json, "type");
	json_list(json);
	json_text(json, STR("string"));
	json_text(json, STR("number"));
	json_text(json, STR("boolean"));
	json_text(json, STR("null"));
	json_list_end(json);
}

/* The words that complete it; an open list takes others, so nothing is forbidden by them. */
static void
add_words(struct json *json, const struct field *field)
{
	size_t count;

	if (field->type == AS_CHOICE) {
		for (size_t i = 0; i < field->choices->len; i++)
			if (field->choices->items[i].word)
				json_text(json, str(field->choices->items[i].word));
	} else if (field->type == AS_TERM || field->type == AS_TERMS) {
		const struct term *terms = vocabulary(field->vocabulary, &count);

		for (size_t i = 0; i < count; i++)
			json_text(json, str(terms[i].id));
	} else if (field->type == AS_WORDS) {
		const struct category *all = category_all(&count);

		for (size_t i = 0; i < count; i++)
			json_text(json, str(all[i].id));
	}
}

static bool
has_words(const struct field *field)
{
	return field->type == AS_CHOICE || field->type == AS_TERM || field->type == AS_TERMS ||
	       field->type == AS_WORDS;
}

static void
add_scalar(struct json *json, const struct field *field)
{
	json_object(json);
	if (has_words(field)) {
		json_key(json, "anyOf");
		json_list(json);
		json_object(json);
		json_key(json, "enum");
		json_list(json);
		add_words(json, field);
		json_list_end(json);
		json_object_end(json);
		json_object(json);
		add_scalar_type(json);
		json_object_end(json);
		json_list_end(json);
	} else {
		add_scalar_type(json);
	}
	json_object_end(json);
}

static void
add_by_language(struct json *json)
{
	json_object(json);
	add_field_text(json, "type", "object");
	json_key(json, "properties");
	json_object(json);
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		json_key(json, lang_code((enum lang)lang));
		json_object(json);
		add_scalar_type(json);
		json_object_end(json);
	}
	json_object_end(json);
	json_object_end(json);
}

static void
add_list(struct json *json, const struct field *field)
{
	json_object(json);
	add_field_text(json, "type", "array");
	json_key(json, "items");
	if (field->type == AS_TEXTS) {
		json_object(json);
		json_object_end(json);
	} else {
		add_scalar(json, field);
	}
	json_object_end(json);
}

static void
add_nested(struct json *json, const struct field *field, enum lang lang)
{
	json_object(json);
	add_map(json, field->nested, lang);
	json_object_end(json);
}

static void
add_photo(struct json *json, const struct field *field, enum lang lang)
{
	json_object(json);
	json_key(json, "anyOf");
	json_list(json);
	json_object(json);
	add_field_text(json, "type", "string");
	json_object_end(json);
	add_nested(json, field, lang);
	json_list_end(json);
	json_object_end(json);
}

static void
add_any_of(struct json *json, const struct field *field)
{
	json_key(json, "anyOf");
	json_list(json);
	add_scalar(json, field);
	switch (shapes[field->type]) {
	case SHAPE_TEXT: add_by_language(json); break;
	case SHAPE_EITHER: add_list(json, field); break;
	default:
		json_object(json);
		add_field_text(json, "type", "object");
		json_object_end(json);
	}
	json_list_end(json);
}

/* The members that say what the value may be, of an object that is open. */
static void
add_shape(struct json *json, const struct field *field, enum lang lang)
{
	switch (shapes[field->type]) {
	case SHAPE_SCALAR:
		if (!has_words(field)) {
			add_scalar_type(json);
			break;
		}
		json_key(json, "anyOf");
		json_list(json);
		add_scalar(json, field);
		json_list_end(json);
		break;
	case SHAPE_TEXT:
	case SHAPE_EITHER:
	case SHAPE_HOURS: add_any_of(json, field); break;
	case SHAPE_LIST:
	case SHAPE_NUMBERS: add_field_text(json, "type", "array"); break;
	case SHAPE_LINKS: add_field_text(json, "type", "object"); break;
	case SHAPE_MAP: add_map(json, field->nested, lang); break;
	case SHAPE_PHOTO:
		json_key(json, "anyOf");
		json_list(json);
		add_photo(json, field, lang);
		json_list_end(json);
		break;
	case SHAPE_ITEMS:
	case SHAPE_PHOTOS:
		add_field_text(json, "type", "array");
		json_key(json, "items");
		if (shapes[field->type] == SHAPE_ITEMS)
			add_nested(json, field, lang);
		else
			add_photo(json, field, lang);
		break;
	case SHAPE_NAMED:
		add_field_text(json, "type", "object");
		json_key(json, "additionalProperties");
		add_nested(json, field, lang);
	}
}

static void
add_property(struct json *json, const struct field *field, enum lang lang)
{
	json_key(json, field->key);
	json_object(json);
	add_field_text(json, "title", field->label[lang]);
	add_field_text(json, "description", field->help[lang]);
	add_shape(json, field, lang);
	json_object_end(json);
}

static void
add_required(struct json *json, const struct schema *schema)
{
	bool any = false;

	for (size_t rank = 0; rank < schema->len; rank++) {
		const struct field *field = schema_ranked(schema, rank);

		if (!(field->flags & FIELD_REQUIRED))
			continue;
		if (!any) {
			json_key(json, "required");
			json_list(json);
		}
		any = true;
		json_text(json, str(field->key));
	}
	if (any)
		json_list_end(json);
}

/* The members of an object that is open. */
static void
add_map(struct json *json, const struct schema *schema, enum lang lang)
{
	add_field_text(json, "type", "object");
	json_key(json, "properties");
	json_object(json);
	for (size_t rank = 0; rank < schema->len; rank++)
		add_property(json, schema_ranked(schema, rank), lang);
	json_object_end(json);
	add_required(json, schema);
	json_key(json, "additionalProperties");
	json_bool(json, false);
}

static void
add_kind(struct json *json, enum kind kind, enum lang lang)
{
	const struct schema_kind *row = schema_kind(kind);

	add_field_text(json, "title", row->label[lang]);
	add_field_text(json, "description", row->help[lang]);
	add_map(json, row->schema, lang);
}

static const char draft[] = "http://json-schema.org/draft-07/schema#";

void
schema_json_kind(struct buf *out, enum kind kind, enum lang lang)
{
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	add_field_text(&json, "$schema", draft);
	add_kind(&json, kind, lang);
	json_object_end(&json);
	buf_addc(out, '\n');
}

void
schema_json_all(struct buf *out, enum lang lang)
{
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	add_field_text(&json, "$schema", draft);
	json_key(&json, "definitions");
	json_object(&json);
	for (size_t i = 0; i < schema_kind_count(); i++) {
		json_key(&json, schema_kind((enum kind)i)->name);
		json_object(&json);
		add_kind(&json, (enum kind)i, lang);
		json_object_end(&json);
	}
	json_object_end(&json);
	json_key(&json, "anyOf");
	json_list(&json);
	for (size_t i = 0; i < schema_kind_count(); i++) {
		struct buf path = { 0 };

		buf_printf(&path, "#/definitions/%s", schema_kind((enum kind)i)->name);
		json_object(&json);
		json_field(&json, "$ref", buf_str(&path));
		json_object_end(&json);
		buf_release(&path);
	}
	json_list_end(&json);
	json_object_end(&json);
	buf_addc(out, '\n');
}
