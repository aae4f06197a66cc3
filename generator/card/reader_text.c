#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"

static void
keep_text(struct reader *r, const struct field *field, struct str *out,
          const struct yaml_node *node)
{
	size_t count;

	*out = reader_keep(r, node->text);
	if (field->max == 0 || out->len <= (size_t)field->max)
		return;
	count = utf8_count(*out);
	if (count > (size_t)field->max)
		reader_warning(r, node->at, "text-length",
		               _("this text has %zu characters; %d at most are wanted"), count,
		               field->max);
}

static bool
site_has(const struct reader *r, enum lang lang)
{
	for (size_t i = 0; i < r->config->languages_len; i++)
		if (r->config->languages[i] == lang)
			return true;
	return false;
}

static const char *
site_languages(const struct reader *r)
{
	struct str list = { 0 };

	for (size_t i = 0; i < r->config->languages_len; i++)
		list = arena_printf(r->scratch, "%.*s%s%s", STR_ARG(list), i ? ", " : "",
		                    lang_code(r->config->languages[i]));
	return list.ptr;
}

static void
read_language(struct reader *r, const struct field *field, struct text *text,
              const struct yaml_node *node)
{
	enum lang lang = lang_find(node->key);

	if (lang == LANG_COUNT) {
		reader_warning(r, yaml_place(node), "language",
		               _("\"%s\" is not a language of guides"), reader_clip(r, node->key));
		diag_hint(r->diag, _("accepted are fr, nl, de and en"));
	} else if (!site_has(r, lang)) {
		reader_warning(r, yaml_place(node), "translation",
		               _("the site has no language \"%s\": this translation is ignored"),
		               lang_code(lang));
		diag_hint(r->diag, _("it has %s; \"languages\" in quartier.yml adds one"),
		          site_languages(r));
	} else if (node->kind != YAML_SCALAR) {
		reader_expect(r, field, node, YAML_SCALAR);
	} else if (!reader_is_absent(node)) {
		keep_text(r, field, &text->in[lang], node);
	}
}

/* {fr: …, nl: …} */
static void
read_languages(struct reader *r, const struct field *field, struct text *text,
               const struct yaml_node *map)
{
	enum lang first = r->config->languages[0];

	for (const struct yaml_node *node = map->first; node; node = node->next)
		read_language(r, field, text, node);
	if (text_is_empty(text)) {
		if (field->flags & FIELD_REQUIRED) {
			reader_error(r, map->at, "required", _("a text is missing"));
			reader_example(r, field);
		}
	} else if (text->in[first].len == 0) {
		reader_warning(r, map->at, "translation",
		               _("there is no text in the site's first language, %s"),
		               lang_code(first));
		diag_hint(r->diag, _("add \"%s: …\" to it"), lang_code(first));
	}
}

static void
read_one(struct reader *r, const struct field *field, struct text *text,
         const struct yaml_node *node)
{
	if (node->kind == YAML_SCALAR)
		keep_text(r, field, &text->in[r->lang], node);
	else if (node->kind == YAML_MAP && !r->translating)
		read_languages(r, field, text, node);
	else
		reader_expect(r, field, node, YAML_SCALAR);
}

void
reader_text(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	read_one(r, field, MEMBER(object, field->offset, struct text), node);
}

/* A translation's list has its texts in the main card's order. */
static void
translate_texts(struct reader *r, const struct field *field, struct texts *texts,
                const struct yaml_node *list)
{
	size_t i = 0;

	for (const struct yaml_node *node = list->first; node; node = node->next, i++) {
		struct trail here = { r->trail, NULL, i + 1 };

		if (reader_is_absent(node))
			continue;
		r->trail = &here;
		if (i < texts->len)
			read_one(r, field, &texts->items[i], node);
		else
			reader_no_such_item(r, node);
		r->trail = here.up;
	}
}

void
reader_texts(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct texts *texts = MEMBER(object, field->offset, struct texts);

	if (!reader_expect(r, field, node, YAML_LIST))
		return;
	if (r->translating) {
		translate_texts(r, field, texts, node);
		return;
	}
	texts->items = arena_array(r->arena, node->len, sizeof *texts->items);
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct trail here = { r->trail, NULL, texts->len + 1 };

		if (reader_is_absent(item))
			continue;
		r->trail = &here;
		read_one(r, field, &texts->items[texts->len++], item);
		r->trail = here.up;
	}
}

void
reader_plain(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	*MEMBER(object, field->offset, struct str) = reader_keep(r, node->text);
	if (field->flags & FIELD_PLACED)
		*MEMBER(object, field->beside, struct pos) = node->at;
}
