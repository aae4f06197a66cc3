#include "theme/texts.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/value.h"
#include "card/yaml.h"
#include "theme/theme.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAMED_MOST = 5, GROUP_FROM = 10000 };

/* --- asking ---------------------------------------------------------------------------------- */

static const struct value *
find(const struct theme *theme, enum lang lang, const char *key)
{
	return lang < LANG_COUNT ? value_get(theme->texts[lang], str(key)) : NULL;
}

struct str
texts_get(const struct theme *theme, enum lang lang, const char *key)
{
	const struct value *value = find(theme, lang, key);

	if (value && value->kind == VALUE_MAP)
		value = value_get(value, STR("other"));
	return value ? value_str(value) : str(key);
}

struct str
texts_format(struct arena *arena, struct str pattern, const struct texts_arg *args, size_t count)
{
	struct buf out = { 0 };
	struct str result;
	size_t from = 0;

	for (size_t i = 0; i < pattern.len; i++) {
		struct str name = str_sub(pattern, i + 1, pattern.len);

		if (pattern.ptr[i] != '{' || str_find(name, '}') == name.len)
			continue;
		name.len = str_find(name, '}');
		for (size_t k = 0; k < count; k++)
			if (str_is(name, args[k].name)) {
				buf_add(&out, str_sub(pattern, from, i));
				buf_add(&out, args[k].value);
				i += name.len + 1;
				from = i + 1;
				break;
			}
	}
	buf_add(&out, str_sub(pattern, from, pattern.len));
	result = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return result;
}

struct str
texts_fill(const struct theme *theme, enum lang lang, const char *key, const struct texts_arg *args,
           size_t count, struct arena *arena)
{
	return texts_format(arena, texts_get(theme, lang, key), args, count);
}

struct str
texts_number(struct arena *arena, enum lang lang, int64_t number)
{
	static const char *const separators[LANG_COUNT] = {
		[LANG_FR] = "\u202f",
		[LANG_NL] = ".",
		[LANG_DE] = ".",
		[LANG_EN] = ",",
	};
	struct str plain = arena_printf(arena, "%lld", (long long)number), result;
	struct buf out = { 0 };

	if ((number > -GROUP_FROM && number < GROUP_FROM) || lang >= LANG_COUNT)
		return plain;
	for (size_t i = 0; i < plain.len; i++) {
		if (i > (number < 0) && (plain.len - i) % 3 == 0)
			buf_adds(&out, separators[lang]);
		buf_addc(&out, plain.ptr[i]);
	}
	result = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return result;
}

static const char *
plural_form(enum lang lang, int64_t count)
{
	if (lang == LANG_FR)
		return count == 0 || count == 1 ? "one" : "other";
	return count == 1 ? "one" : "other";
}

struct str
texts_plural(const struct theme *theme, enum lang lang, const char *key, int64_t count,
             struct arena *arena)
{
	const struct value *forms = find(theme, lang, key), *form = NULL;
	struct texts_arg n = { "n", texts_number(arena, lang, count) };

	if (forms && forms->kind == VALUE_MAP) {
		if (count == 0)
			form = value_get(forms, STR("zero"));
		if (!form)
			form = value_get(forms, str(plural_form(lang, count)));
	}
	return texts_format(arena, form ? value_str(form) : texts_get(theme, lang, key), &n, 1);
}

int
texts_require(const struct theme *theme, const char *const *keys, size_t count, struct diag *diag)
{
	struct pos at = { NULL, 0, 0 };
	int rc = 0;

	for (size_t i = 0; i < count; i++) {
		bool found = false;

		for (size_t lang = 0; lang < LANG_COUNT; lang++)
			found |= find(theme, (enum lang)lang, keys[i]) != NULL;
		if (found)
			continue;
		diag_error(diag, at, "theme-text",
		           _("the theme \"%.*s\" has no text \"%s\" in its i18n files"),
		           STR_ARG(theme->name), keys[i]);
		rc = -1;
	}
	return rc;
}

/* --- reading --------------------------------------------------------------------------------- */

static bool
key_is_sound(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if (!isalnum((unsigned char)key.ptr[i]) && key.ptr[i] != '-' && key.ptr[i] != '_')
			return false;
	return key.len > 0;
}

/* The forms of a plural; NULL, reported, when they are not. */
static const struct value *
read_forms(struct arena *arena, const struct yaml_node *node, struct diag *diag)
{
	struct value *forms = value_map(arena);

	for (const struct yaml_node *n = node->first; n; n = n->next) {
		if (n->kind != YAML_SCALAR || (!str_is(n->key, "zero") && !str_is(n->key, "one") &&
		                               !str_is(n->key, "other"))) {
			diag_error(
				diag, n->key_at, "theme-text",
				_("\"%s\" is not a plural form; zero, one and other are accepted, each with a text"),
				n->key.ptr);
			return NULL;
		}
		value_set(arena, forms, n->key.ptr, value_text(arena, n->text));
	}
	if (!value_get(forms, STR("one")) || !value_get(forms, STR("other"))) {
		diag_error(diag, node->key_at, "theme-text", _("%s needs the forms one and other"),
		           node->key.ptr);
		return NULL;
	}
	return forms;
}

static const struct value *
read_text(struct arena *arena, const struct yaml_node *node, struct diag *diag)
{
	if (!key_is_sound(node->key)) {
		diag_error(
			diag, node->key_at, "theme-text",
			_("\"%s\" is not a key; letters without accents, digits, - and _ are accepted"),
			node->key.ptr);
		return NULL;
	}
	if (node->kind == YAML_MAP)
		return read_forms(arena, node, diag);
	if (node->kind == YAML_SCALAR)
		return value_text(arena, node->text);
	diag_error(diag, node->at, "theme-text",
	           _("%s must be a text, or a map of the forms one and other, not a list"),
	           node->key.ptr);
	return NULL;
}

/* Whether the key is new. */
static bool
put(struct value *map, struct arena *arena, const char *key, const struct value *value)
{
	for (uint32_t i = 0; i < map->len; i++)
		if (strcmp(map->pairs[i].key, key) == 0) {
			map->pairs[i].value = value;
			return false;
		}
	value_set(arena, map, key, value);
	return true;
}

static void
read_member(struct texts_catalogue *catalogue, struct arena *arena, const struct yaml_node *node,
            const struct value *value, bool over)
{
	if (!put(catalogue->map, arena, node->key.ptr, value) || !over)
		return;
	catalogue->added = arena_push(arena, catalogue->added, &catalogue->added_len,
	                              sizeof *catalogue->added);
	catalogue->added[catalogue->added_len - 1] =
		(struct texts_added){ node->key.ptr, node->key_at };
}

int
texts_read(struct texts_catalogue *catalogue, struct arena *arena, struct str yaml,
           const char *file, bool over, struct diag *diag)
{
	const struct yaml_node *root;
	int rc = 0;

	if (!catalogue->map)
		catalogue->map = value_map(arena);
	if (!catalogue->file)
		catalogue->file = file;
	if (yaml_text(&yaml, file, diag) < 0 ||
	    yaml_parse(&root, arena, yaml, (struct pos){ file, 1, 1 }, NULL, diag) < 0)
		return -1;
	if (!root)
		return 0;
	if (root->kind != YAML_MAP) {
		diag_error(diag, root->at, "theme-text",
		           _("texts are expected here, each on a line: \"key: text\""));
		return -1;
	}
	for (const struct yaml_node *n = root->first; n; n = n->next) {
		const struct value *value = read_text(arena, n, diag);

		if (value)
			read_member(catalogue, arena, n, value, over);
		else
			rc = -1;
	}
	return rc;
}

/* Keys of the theme's own files, of all languages, into `keys`, which has room. */
static size_t
own_keys(const struct texts_catalogue *catalogues, struct str *keys)
{
	size_t len = 0;

	for (size_t i = 0; i < LANG_COUNT; i++) {
		const struct texts_catalogue *c = &catalogues[i];

		/* What the content added stands behind the theme's own. */
		for (uint32_t k = 0; c->map && k < c->map->len - c->added_len; k++)
			keys[len++] = str(c->map->pairs[k].key);
	}
	return len;
}

static bool
has(const struct str *keys, size_t count, struct str key)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(keys[i], key))
			return true;
	return false;
}

void
texts_check_added(const struct texts_catalogue catalogues[LANG_COUNT], struct arena *arena,
                  struct diag *diag)
{
	size_t count = 0, nearest;
	struct str *keys;

	for (size_t i = 0; i < LANG_COUNT; i++)
		count += catalogues[i].map ? catalogues[i].map->len : 0;
	keys = arena_array(arena, count, sizeof *keys);
	count = own_keys(catalogues, keys);
	for (size_t i = 0; i < LANG_COUNT; i++)
		for (size_t k = 0; k < catalogues[i].added_len; k++) {
			const struct texts_added *added = &catalogues[i].added[k];

			if (has(keys, count, str(added->key)))
				continue;
			diag_warning(diag, added->at, "theme-text",
			             _("the theme has no text \"%s\" to replace"), added->key);
			nearest = utf8_nearest(str(added->key), keys, count);
			if (nearest < count)
				diag_hint(diag, _("did you mean \"%.*s\"?"),
				          STR_ARG(keys[nearest]));
		}
}

/* --- completing ------------------------------------------------------------------------------ */

/* Where a text that a language lacks is looked for, in this order. */
struct order {
	enum lang langs[LANG_COUNT + 2];
	size_t len;
};

static const struct value *
find_elsewhere(const struct texts_catalogue *catalogues, const struct order *order, struct str key)
{
	for (size_t i = 0; i < order->len; i++) {
		const struct value *found = value_get(catalogues[order->langs[i]].map, key);

		if (found)
			return found;
	}
	return NULL;
}

static void
note_missing(const struct texts_catalogue *catalogue, enum lang lang, enum lang from,
             struct str names, struct diag *diag)
{
	struct pos at = { catalogue->file, 0, 0 };

	if (names.len == 0)
		return;
	if (catalogue->file)
		diag_note(
			diag, at, "theme-text",
			_("texts that are missing here are taken from another language (%s first): %.*s"),
			lang_code(from), STR_ARG(names));
	else
		diag_note(
			diag, at, "theme-text",
			_("the theme has no i18n/%s.yml; its texts are taken from another language (%s first)"),
			lang_code(lang), lang_code(from));
}

static void
complete(struct texts_catalogue *catalogues, struct arena *arena, enum lang lang,
         const struct order *order, struct diag *diag)
{
	struct texts_catalogue *own = &catalogues[lang];
	struct buf names = { 0 };
	size_t missing = 0;

	if (!own->map)
		own->map = value_map(arena);
	for (size_t i = 0; i < LANG_COUNT; i++) {
		const struct value *other = catalogues[i].map;

		for (uint32_t k = 0; other && other != own->map && k < other->len; k++) {
			struct str key = str(other->pairs[k].key);

			if (value_get(own->map, key))
				continue;
			value_set(arena, own->map, key.ptr, find_elsewhere(catalogues, order, key));
			if (missing++ < NAMED_MOST)
				buf_printf(&names, "%s%s", missing > 1 ? ", " : "", key.ptr);
		}
	}
	if (missing > NAMED_MOST)
		buf_adds(&names, ", …");
	note_missing(own, lang, order->langs[0], buf_str(&names), diag);
	buf_release(&names);
}

void
texts_complete(struct texts_catalogue catalogues[LANG_COUNT], struct arena *arena,
               const enum lang *languages, size_t count, struct diag *diag)
{
	struct order order = { .len = 0 };

	if (count == 0)
		return;
	order.langs[order.len++] = languages[0];
	order.langs[order.len++] = LANG_EN;
	for (size_t i = 0; i < LANG_COUNT; i++)
		order.langs[order.len++] = (enum lang)i;
	for (size_t i = 0; i < count; i++)
		complete(catalogues, arena, languages[i], &order, diag);
}
