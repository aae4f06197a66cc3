#include "card/reader_unknown.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/reader_parts.h"
#include "card/spelling.h"

/* Words for fields that are neither their keys nor their labels; only rows that the schema has count. */
static const struct {
	const char *word, *key;
} synonyms[] = {
	{ "description", "summary" },
	{ "résumé", "summary" },
	{ "beschrijving", "summary" },
	{ "gsm", "phone" },
	{ "mobile", "phone" },
	{ "portable", "phone" },
	{ "handy", "phone" },
	{ "mail", "email" },
	{ "site", "website" },
	{ "web", "website" },
	{ "url", "website" },
	{ "image", "photos" },
	{ "images", "photos" },
	{ "photo", "photos" },
	{ "bilder", "photos" },
	{ "opening_hours", "hours" },
	{ "heures", "hours" },
	{ "uren", "hours" },
	{ "ouverture", "hours" },
	{ "vacances", "closures" },
	{ "congés", "closures" },
	{ "vakantie", "closures" },
	{ "title", "name" },
	{ "titre", "name" },
	{ "name", "title" },
	{ "nom", "title" },
	{ "enseigne", "name" },
	{ "type", "category" },
	{ "rubrique", "category" },
	{ "tags", "keywords" },
	{ "coordinates", "location" },
	{ "gps", "location" },
	{ "tva", "vat" },
	{ "btw", "vat" },
	{ "date", "start" },
	{ "date", "from" },
	{ "begin", "start" },
	{ "start", "from" },
	{ "end", "until" },
	{ "to", "until" },
	{ "merchants", "merchant" },
	{ "merchant", "merchants" },
	{ "organizer", "organiser" },
	{ "type", "kind" },
	{ "lang", "languages" },
	{ "color", "accent" },
	{ "colour", "accent" },
	{ "pdf", "flyer" },
	{ "steps", "stops" },
};

static const struct field *
by_label(const struct schema *schema, struct str key)
{
	for (size_t i = 0; i < schema->len; i++)
		for (int lang = -1; lang < LANG_COUNT; lang++)
			if (spelling_same(key, str(lang < 0 ? schema->fields[i].key
			                                    : schema->fields[i].label[lang])))
				return &schema->fields[i];
	return NULL;
}

static const struct field *
by_synonym(const struct schema *schema, struct str key)
{
	for (size_t i = 0; i < countof(synonyms); i++) {
		const struct field *field = schema_find(schema, str(synonyms[i].key));

		if (field && spelling_same(key, str(synonyms[i].word)))
			return field;
	}
	return NULL;
}

/* Keys first: a misspelt key is more likely than a misspelt label. */
static const struct field *
by_nearness(const struct schema *schema, struct str key)
{
	enum { MOST = 64 };
	struct str words[MOST];
	size_t count = schema->len < MOST ? schema->len : MOST, nearest;

	for (int lang = -1; lang < LANG_COUNT; lang++) {
		for (size_t i = 0; i < count; i++)
			words[i] = str(lang < 0 ? schema->fields[i].key
			                        : schema->fields[i].label[lang]);
		nearest = utf8_nearest(key, words, count);
		if (nearest < count)
			return &schema->fields[nearest];
	}
	return NULL;
}

/* The field of this schema under which the key would be known: "street" belongs under address. */
static const struct field *
by_nesting(const struct schema *schema, struct str key)
{
	for (size_t i = 0; i < schema->len; i++) {
		const struct field *field = &schema->fields[i];

		if ((field->type == AS_MAP && schema_find(field->nested, key)) ||
		    (field->type == AS_LINKS && vocabulary_find(field->vocabulary, key) >= 0))
			return field;
	}
	return NULL;
}

void
reader_unknown(struct reader *r, const struct schema *schema, const struct yaml_node *node)
{
	const struct field *field;

	reader_warning(r, yaml_place(node), "unknown-key",
	               _("\"%s\" is not a known field; it is ignored"), reader_clip(r, node->key));
	if (r->unknown++ >= DIAG_MOST)
		return;
	if ((field = by_label(schema, node->key)) || (field = by_synonym(schema, node->key)))
		diag_hint(r->diag, _("write it \"%s\""), field->key);
	else if ((field = by_nesting(schema, node->key)))
		diag_hint(r->diag, _("it belongs under \"%s\""), field->key);
	else if ((field = by_nearness(schema, node->key)))
		diag_hint(r->diag, _("did you mean \"%s\"?"), field->key);
}
