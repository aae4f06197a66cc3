#include "emit/changes_words.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "card/category.h"
#include "guide/changes.h"
#include "guide/guide.h"
#include "theme/format.h"

#include <stdlib.h>

enum { SHOWN_MOST = 200 }; /* characters of a value */

static struct str words_as(const struct changes_words *w, const struct field *field,
                           enum field_type type, struct str text);

static struct str
as_written(const struct changes_words *w, const struct field *field, struct str text)
{
	(void)w;
	(void)field;
	return text;
}

static struct str
as_bool(const struct changes_words *w, const struct field *field, struct str text)
{
	static const char *const words[LANG_COUNT][2] = {
		[LANG_FR] = { "non", "oui" },
		[LANG_NL] = { "nee", "ja" },
		[LANG_DE] = { "nein", "ja" },
		[LANG_EN] = { "no", "yes" },
	};

	(void)field;
	return str(words[w->lang][str_is(text, "yes")]);
}

static struct str
as_choice(const struct changes_words *w, const struct field *field, struct str text)
{
	const struct choices *choices = field->choices;

	for (size_t i = 0; choices && i < choices->len; i++)
		if (choices->items[i].word && str_is(text, choices->items[i].word) &&
		    choices->items[i].label[w->lang])
			return str(choices->items[i].label[w->lang]);
	return text;
}

static struct str
as_date(const struct changes_words *w, const struct field *field, struct str text)
{
	int day;

	(void)field;
	return date_parse(text, &day) ? format_date(w->arena, w->lang, day) : text;
}

static struct str
as_moment(const struct changes_words *w, const struct field *field, struct str text)
{
	struct moment moment;

	(void)field;
	if (!moment_parse(text, &moment))
		return text;
	return format_when(w->arena, w->lang, moment, (struct moment){ DATE_NONE, -1 });
}

static struct str
as_money(const struct changes_words *w, const struct field *field, struct str text)
{
	struct money money;

	(void)field;
	return money_parse(&money, text) ? money_print(w->arena, money, w->lang) : text;
}

/* At home, a number is written without the country. */
static struct str
as_phone(const struct changes_words *w, const struct field *field, struct str text)
{
	struct phone phone, home;
	struct str country = w->state->cards->config.country;

	(void)field;
	if (!phone_parse(&phone, w->arena, text, country) ||
	    !phone_parse(&home, w->arena, phone.national, country) ||
	    !str_eq(phone.e164, home.e164))
		return text;
	return phone.national;
}

static struct str
as_repeat(const struct changes_words *w, const struct field *field, struct str text)
{
	struct repeat repeat;
	const char *why;

	(void)field;
	if (w->start == DATE_NONE || !repeat_parse(&repeat, w->arena, text, &why))
		return text;
	return format_repeat(w->arena, w->lang, &repeat, w->start);
}

static struct str
as_term(const struct changes_words *w, const struct field *field, struct str text)
{
	int index = vocabulary_find(field->vocabulary, text);
	size_t count;
	const struct term *terms = vocabulary(field->vocabulary, &count);

	if (index < 0 || !terms[index].label[w->lang])
		return text;
	return str(terms[index].label[w->lang]);
}

/* The site's own categories go before the built-in ones. */
static struct str
as_category(const struct changes_words *w, const struct field *field, struct str text)
{
	const struct config *config = &w->state->cards->config;
	size_t count;
	const struct category *all = category_all(&count);

	(void)field;
	for (size_t i = 0; i < config->categories_len; i++)
		if (str_eq(config->categories[i].id, text) &&
		    !text_is_empty(&config->categories[i].label))
			return guide_text(config, &config->categories[i].label, w->lang, NULL);
	for (size_t i = 0; i < count; i++)
		if (str_is(text, all[i].id))
			return str(all[i].label[w->lang]);
	return text;
}

static int
by_slug(const void *key, const void *card)
{
	return str_cmp(*(const struct str *)key, ((const struct card *)card)->slug);
}

/* A merchant or a place, by its name. */
static struct str
as_slug(const struct changes_words *w, const struct field *field, struct str text)
{
	static const enum kind kinds[] = { KIND_MERCHANT, KIND_PLACE };
	const struct cards *cards = w->state->cards;

	(void)field;
	for (size_t i = 0; i < countof(kinds); i++) {
		const struct schema_kind *kind = schema_kind(kinds[i]);
		const char *base = (const char *)cards;
		size_t count = *(const size_t *)(const void *)(base + kind->count);
		const void *list = *(void *const *)(const void *)(base + kind->list);
		const struct card *card =
			count ? bsearch(&text, list, count, kind->schema->size, by_slug) : NULL;

		if (card)
			return guide_text(&cards->config, changes_name(kinds[i], card), w->lang,
			                  NULL);
	}
	return text;
}

static struct str
as_language(const struct changes_words *w, const struct field *field, struct str text)
{
	enum lang lang = lang_find(text);

	(void)w;
	(void)field;
	return lang == LANG_COUNT ? text : str(lang_name(lang));
}

/* An item is called by what tells it from the others. */
static struct str
as_item(const struct changes_words *w, const struct field *field, struct str text)
{
	const struct field *row = said_identity(field);

	return row && row->type != AS_ITEMS ? words_as(w, row, row->type, text) : text;
}

static struct str (*const as[AS_COUNT])(const struct changes_words *w, const struct field *field,
                                        struct str text) = {
	[AS_BOOL] = as_bool,      [AS_TRISTATE] = as_bool, [AS_CHOICE] = as_choice,
	[AS_COUNTRY] = as_choice, [AS_DATE] = as_date,     [AS_MOMENT] = as_moment,
	[AS_REPEAT] = as_repeat,  [AS_MONEY] = as_money,   [AS_PHONE] = as_phone,
	[AS_WORDS] = as_category, [AS_SLUG] = as_slug,     [AS_SLUGS] = as_slug,
	[AS_TERM] = as_term,      [AS_TERMS] = as_term,    [AS_LANGUAGES] = as_language,
	[AS_ITEMS] = as_item,
};

static struct str
words_as(const struct changes_words *w, const struct field *field, enum field_type type,
         struct str text)
{
	return as[type] ? as[type](w, field, text) : as_written(w, field, text);
}

/* Long texts are for the page. */
static struct str
clip(struct arena *arena, struct str text)
{
	size_t at = 0;

	for (size_t count = 0; at < text.len && count < SHOWN_MOST; count++)
		utf8_next(text, &at);
	return at < text.len ? arena_printf(arena, "%.*s…", (int)at, text.ptr) : text;
}

struct str
changes_words_of(const struct changes_words *words, const struct said *said)
{
	const struct field *field = said->is_item ? said->path[0] : said_field(said);
	struct str text = said->is_item ? said->item : said->text;

	return clip(words->arena, words_as(words, field, field->type, text));
}

struct str
changes_row_label(const struct changes_words *words, const struct field *field)
{
	const char *label = field->label[words->lang];

	return str(label ? label : field->key);
}

struct str
changes_label_of(const struct changes_words *words, const struct said *said)
{
	const struct config *config = &words->state->cards->config;
	struct arena *arena = words->arena;
	struct str label = changes_row_label(words, said->path[0]);

	if (said->item.len > 0) {
		const struct field *list = said->path[0];
		struct str item = list->type == AS_LINKS
		                          ? as_term(words, list, said->item)
		                          : words_as(words, list, list->type, said->item);

		item = clip(arena, item);
		label = arena_printf(arena, "%.*s › %.*s", STR_ARG(label), STR_ARG(item));
	}
	for (size_t i = 1; i < SAID_DEPTH && said->path[i]; i++) {
		struct str inner = changes_row_label(words, said->path[i]);

		label = arena_printf(arena, "%.*s › %.*s", STR_ARG(label), STR_ARG(inner));
	}
	if (said->lang != LANG_COUNT && config->languages_len > 1)
		label = arena_printf(arena, "%.*s (%s)", STR_ARG(label), lang_code(said->lang));
	return label;
}
