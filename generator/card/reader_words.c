#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/slug.h"

/* The words of a list, or the only one: the node itself. */
static const struct yaml_node *
first_word(const struct yaml_node *node)
{
	return node->kind == YAML_LIST ? node->first : node;
}

static const struct yaml_node *
next_word(const struct yaml_node *list, const struct yaml_node *word)
{
	return list->kind == YAML_LIST ? word->next : NULL;
}

static size_t
count_words(const struct yaml_node *node)
{
	return node->kind == YAML_LIST ? node->len : 1;
}

/* Whether a member of a list is a word: reported when it is a list or a map, passed over when empty. */
static bool
is_word(struct reader *r, const struct yaml_node *node)
{
	if (node->kind == YAML_SCALAR)
		return !reader_is_absent(node);
	reader_error(r, node->at, "type", _("this must be a word"));
	return false;
}

void
reader_words(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct words *words = MEMBER(object, field->offset, struct words);

	if (!reader_expect_words(r, field, node))
		return;
	words->items = arena_array(r->arena, count_words(node), sizeof *words->items);
	for (const struct yaml_node *n = first_word(node); n; n = next_word(node, n))
		if (is_word(r, n))
			words->items[words->len++] =
				(struct word){ reader_keep(r, n->text), n->at };
	if (words->len == 0 && (field->flags & FIELD_REQUIRED)) {
		reader_error(r, node->at, "required", _("a word is missing"));
		reader_example(r, field);
	}
}

static bool
read_slug(struct reader *r, const struct yaml_node *node, struct word *word)
{
	struct str text = str_trim(node->text), slug;

	if (slug_is_valid(text)) {
		*word = (struct word){ arena_str(r->arena, text), node->at };
		return true;
	}
	reader_error(r, node->at, "slug", _("\"%s\" is not the name of a card"),
	             reader_clip(r, text));
	if (str_ends(text, ".md"))
		text = str_sub(text, 0, text.len - 3);
	slug = utf8_slug(r->scratch, text, SLUG_MOST);
	if (slug.len)
		diag_hint(r->diag, _("write the name of its file without the ending: %.*s"),
		          STR_ARG(slug));
	return false;
}

void
reader_slug(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	if (reader_expect(r, field, node, YAML_SCALAR))
		read_slug(r, node, MEMBER(object, field->offset, struct word));
}

void
reader_slugs(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct words *words = MEMBER(object, field->offset, struct words);
	bool all = false;

	if (!reader_expect_words(r, field, node))
		return;
	words->items = arena_array(r->arena, count_words(node), sizeof *words->items);
	for (const struct yaml_node *n = first_word(node); n; n = next_word(node, n)) {
		if (!is_word(r, n))
			continue;
		if ((field->flags & FIELD_ALL) && str_is(str_trim(n->text), "all"))
			all = true;
		else if (read_slug(r, n, &words->items[words->len]))
			words->len++;
	}
	if (field->flags & FIELD_ALL)
		*MEMBER(object, field->beside, bool) = all;
	if (node->kind == YAML_LIST && node->len == 0 && (field->flags & FIELD_REQUIRED)) {
		reader_error(r, node->at, "required", _("the name of a card is missing"));
		reader_example(r, field);
	}
}

/* The index of a word of the field's vocabulary, or -1 with a warning. */
static int
read_term(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	int term = vocabulary_find(field->vocabulary, str_trim(node->text));
	const char *nearest;

	if (term >= 0)
		return term;
	reader_warning(r, node->at, "unknown-word", _("\"%s\" is not a known word"),
	               reader_clip(r, node->text));
	if (r->unknown++ >= DIAG_MOST)
		return -1;
	nearest = vocabulary_nearest(field->vocabulary, str_trim(node->text));
	if (nearest)
		diag_hint(r->diag, _("did you mean \"%s\"?"), nearest);
	else
		diag_hint(r->diag, _("quartier's README lists the words that are known"));
	return -1;
}

void
reader_term(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	int term;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	*MEMBER(object, field->beside, struct word) =
		(struct word){ reader_keep(r, node->text), node->at };
	term = read_term(r, field, node);
	if (term < 0)
		term = vocabulary_find(field->vocabulary, STR("other"));
	*MEMBER(object, field->offset, uint16_t) = (uint16_t)(term < 0 ? 0 : term);
}

static bool
has_term(const struct terms *terms, int term)
{
	for (size_t i = 0; i < terms->len; i++)
		if (terms->items[i] == term)
			return true;
	return false;
}

void
reader_terms(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct terms *terms = MEMBER(object, field->offset, struct terms);
	size_t count;

	if (!reader_expect(r, field, node, YAML_LIST))
		return;
	vocabulary(field->vocabulary, &count);
	terms->items =
		arena_array(r->arena, node->len < count ? node->len : count, sizeof *terms->items);
	for (const struct yaml_node *n = node->first; n; n = n->next) {
		int term = is_word(r, n) ? read_term(r, field, n) : -1;

		if (term >= 0 && !has_term(terms, term))
			terms->items[terms->len++] = (uint16_t)term;
	}
}

void
reader_languages(struct reader *r, const struct field *field, void *object,
                 const struct yaml_node *node)
{
	enum lang *languages = MEMBER(object, field->offset, enum lang);
	size_t *len = MEMBER(object, field->beside, size_t), found = 0;
	unsigned seen = 0;

	if (!reader_expect(r, field, node, YAML_LIST))
		return;
	for (const struct yaml_node *n = node->first; n; n = n->next) {
		enum lang lang;

		if (!is_word(r, n))
			continue;
		lang = lang_find(str_trim(n->text));
		if (lang == LANG_COUNT) {
			reader_warning(r, n->at, "language",
			               _("\"%s\" is not a language of guides"),
			               reader_clip(r, n->text));
			diag_hint(r->diag, _("accepted are fr, nl, de and en"));
		} else if (seen & 1U << lang) {
			reader_warning(r, n->at, "language", _("\"%s\" is given twice"),
			               lang_code(lang));
		} else {
			seen |= 1U << lang;
			languages[found++] = lang;
		}
	}
	if (found)
		*len = found;
	else
		reader_error(r, node->at, "language", _("a language is missing: fr, nl, de or en"));
}
