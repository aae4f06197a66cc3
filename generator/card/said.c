#include "card/said.h"

#include "base/arena.h"
#include "card/card.h"

#include <inttypes.h>

/* What is being read: the rows that lead to it, and the item of a list that it belongs to. */
struct saying {
	struct said_list *list;
	struct arena *arena;
	const struct field *path[SAID_DEPTH];
	size_t depth;
	struct str item;
};

#define MEMBER(object, offset, type) ((const type *)(const void *)((object) + (offset)))

static void say_schema(struct saying *s, const struct schema *schema, const char *object,
                       const struct field *without);

static struct said *
add(struct saying *s, const struct field *field)
{
	struct said_list *list = s->list;
	struct said *said;

	list->items = arena_push(s->arena, list->items, &list->len, sizeof *list->items);
	said = &list->items[list->len - 1];
	for (size_t i = 0; i < s->depth; i++)
		said->path[i] = s->path[i];
	if (s->depth < SAID_DEPTH)
		said->path[s->depth] = field;
	said->item = s->item;
	said->lang = LANG_COUNT;
	return said;
}

static void
say(struct saying *s, const struct field *field, struct str text)
{
	if (text.len > 0)
		add(s, field)->text = text;
}

static void
say_item(struct saying *s, const struct field *field, struct str item)
{
	struct said *said;

	if (item.len == 0)
		return;
	said = add(s, field);
	said->item = item;
	said->is_item = true;
}

/* ---- values of one member ---- */

static void
say_languages(struct saying *s, const struct field *field, const struct text *text, enum lang but)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct said *said;

		if (text->in[lang].len == 0 || lang == (int)but)
			continue;
		said = add(s, field);
		said->lang = (enum lang)lang;
		said->text = text->in[lang];
	}
}

static void
say_text(struct saying *s, const struct field *field, const char *object)
{
	say_languages(s, field, MEMBER(object, field->offset, struct text), LANG_COUNT);
}

static void
say_plain(struct saying *s, const struct field *field, const char *object)
{
	say(s, field, *MEMBER(object, field->offset, struct str));
}

static void
say_bool(struct saying *s, const struct field *field, const char *object)
{
	bool yes = *MEMBER(object, field->offset, bool) != ((field->flags & FIELD_INVERTED) != 0);

	say(s, field, str(yes ? "yes" : "no"));
}

static void
say_tristate(struct saying *s, const struct field *field, const char *object)
{
	int answer = *MEMBER(object, field->offset, int);

	if (answer >= 0)
		say(s, field, str(answer ? "yes" : "no"));
}

static void
say_choice(struct saying *s, const struct field *field, const char *object)
{
	unsigned value = *MEMBER(object, field->offset, unsigned);

	if (value < field->choices->len)
		say(s, field, str(field->choices->items[value].word));
}

static void
say_int(struct saying *s, const struct field *field, const char *object)
{
	int number = *MEMBER(object, field->offset, int);

	if (number != 0)
		say(s, field, arena_printf(s->arena, "%d", number));
}

static void
say_size(struct saying *s, const struct field *field, const char *object)
{
	say(s, field, arena_printf(s->arena, "%" PRIu64, *MEMBER(object, field->offset, uint64_t)));
}

static struct str
day_text(struct arena *arena, int day)
{
	struct civil civil = date_to_civil(day);

	return arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static void
say_date(struct saying *s, const struct field *field, const char *object)
{
	int day = *MEMBER(object, field->offset, int);

	if (day != DATE_NONE)
		say(s, field, day_text(s->arena, day));
}

static void
say_moment(struct saying *s, const struct field *field, const char *object)
{
	const struct moment *moment = MEMBER(object, field->offset, struct moment);
	struct str day;

	if (moment->day == DATE_NONE)
		return;
	day = day_text(s->arena, moment->day);
	say(s, field,
	    moment->minute < 0 ? day
	                       : arena_printf(s->arena, "%.*s %02d:%02d", STR_ARG(day),
	                                      moment->minute / 60, moment->minute % 60));
}

static void
say_repeat(struct saying *s, const struct field *field, const char *object)
{
	say(s, field, MEMBER(object, field->offset, struct repeat)->rule);
}

static void
say_money(struct saying *s, const struct field *field, const char *object)
{
	const struct money *money = MEMBER(object, field->offset, struct money);

	if (money->set)
		say(s, field, money_decimal(s->arena, *money));
}

static void
say_phone(struct saying *s, const struct field *field, const char *object)
{
	say(s, field, MEMBER(object, field->offset, struct phone)->international);
}

static void
say_location(struct saying *s, const struct field *field, const char *object)
{
	const struct location *at = MEMBER(object, field->offset, struct location);

	if (at->set)
		say(s, field, arena_printf(s->arena, "%.6f, %.6f", at->latitude, at->longitude));
}

static void
say_bounds(struct saying *s, const struct field *field, const char *object)
{
	const double *bounds = MEMBER(object, field->offset, double);

	if (*MEMBER(object, field->beside, bool))
		say(s, field,
		    arena_printf(s->arena, "%.6f, %.6f, %.6f, %.6f", bounds[0], bounds[1],
		                 bounds[2], bounds[3]));
}

static void
say_focus(struct saying *s, const struct field *field, const char *object)
{
	const double *focus = MEMBER(object, field->offset, double);

	if (focus[0] >= 0)
		say(s, field, arena_printf(s->arena, "%.3f, %.3f", focus[0], focus[1]));
}

static void
say_hours(struct saying *s, const struct field *field, const char *object)
{
	const struct hours *hours = MEMBER(object, field->offset, struct hours);

	if (hours->state != HOURS_ABSENT)
		say(s, field, hours->text);
}

static void
say_slug(struct saying *s, const struct field *field, const char *object)
{
	say(s, field, MEMBER(object, field->offset, struct word)->text);
}

static void
say_term(struct saying *s, const struct field *field, const char *object)
{
	uint16_t index = *MEMBER(object, field->offset, uint16_t);
	size_t count;
	const struct term *terms = vocabulary(field->vocabulary, &count);

	if (index < count)
		say(s, field, str(terms[index].id));
}

/* ---- lists of words ---- */

static void
say_words(struct saying *s, const struct field *field, const char *object)
{
	const struct words *words = MEMBER(object, field->offset, struct words);

	if ((field->flags & FIELD_ALL) && *MEMBER(object, field->beside, bool))
		say_item(s, field, STR("all"));
	for (size_t i = 0; i < words->len; i++)
		say_item(s, field, words->items[i].text);
}

static void
say_terms(struct saying *s, const struct field *field, const char *object)
{
	const struct terms *list = MEMBER(object, field->offset, struct terms);
	size_t count;
	const struct term *terms = vocabulary(field->vocabulary, &count);

	for (size_t i = 0; i < list->len; i++)
		if (list->items[i] < count)
			say_item(s, field, str(terms[list->items[i]].id));
}

static void
say_links(struct saying *s, const struct field *field, const char *object)
{
	const struct links *links = MEMBER(object, field->offset, struct links);
	size_t count;
	const struct term *terms = vocabulary(field->vocabulary, &count);

	for (size_t i = 0; i < links->len; i++) {
		struct said *said;

		if (links->items[i].kind >= count)
			continue;
		said = add(s, field);
		said->item = str(terms[links->items[i].kind].id);
		said->text = links->items[i].url;
	}
}

static void
say_site_languages(struct saying *s, const struct field *field, const char *object)
{
	const enum lang *langs = MEMBER(object, field->offset, enum lang);
	size_t count = *MEMBER(object, field->beside, size_t);

	for (size_t i = 0; i < count; i++)
		say_item(s, field, str(lang_code(langs[i])));
}

/* The language in which an item has its name: the first that has one. */
static enum lang
first_language(const struct text *text)
{
	int lang = 0;

	while (lang < LANG_COUNT && text->in[lang].len == 0)
		lang++;
	return (enum lang)lang;
}

static void
say_texts(struct saying *s, const struct field *field, const char *object)
{
	const struct texts *texts = MEMBER(object, field->offset, struct texts);

	for (size_t i = 0; i < texts->len; i++) {
		enum lang lang = first_language(&texts->items[i]);

		if (lang == LANG_COUNT)
			continue;
		say_item(s, field, texts->items[i].in[lang]);
		s->item = texts->items[i].in[lang];
		say_languages(s, field, &texts->items[i], lang);
		s->item = (struct str){ 0 };
	}
}

/* ---- what has fields of its own ---- */

static void
enter(struct saying *s, const struct field *field, const char *object, const struct field *without)
{
	if (s->depth + 1 >= SAID_DEPTH)
		return;
	s->path[s->depth++] = field;
	say_schema(s, field->nested, object, without);
	s->depth--;
}

static void
say_map(struct saying *s, const struct field *field, const char *object)
{
	enter(s, field, field->flags & FIELD_FLAT ? object : object + field->offset, NULL);
}

static void
mark_file(struct saying *s, size_t from)
{
	for (size_t i = from; i < s->list->len; i++) {
		struct said *said = &s->list->items[i];
		const struct field *field = said_field(said);

		said->is_file = said->is_item || (field->flags & FIELD_IDENTIFIES) != 0;
	}
}

static void
say_photo(struct saying *s, const struct field *field, const char *object)
{
	const struct photo *photo = MEMBER(object, field->offset, struct photo);
	size_t from = s->list->len;

	if (photo->file.len == 0)
		return;
	enter(s, field, (const char *)photo, NULL);
	mark_file(s, from);
}

static void
say_photos(struct saying *s, const struct field *field, const char *object)
{
	const struct photos *photos = MEMBER(object, field->offset, struct photos);
	size_t from = s->list->len;

	for (size_t i = 0; i < photos->len; i++) {
		say_item(s, field, photos->items[i].file);
		s->item = photos->items[i].file;
		enter(s, field, (const char *)&photos->items[i],
		      schema_find(field->nested, STR("file")));
		s->item = (struct str){ 0 };
	}
	mark_file(s, from);
}

/* What tells an item from the others; of a localised name the rest is said behind it. */
static struct str
identify(struct saying *s, const struct field *row, const char *object)
{
	struct said_list own = { 0 };
	struct saying alone = { .list = &own, .arena = s->arena };

	say_schema(&alone, &(struct schema){ "", row, 1, 0, SCHEMA_NOWHERE }, object, NULL);
	return own.len > 0 ? own.items[0].text : STR("?");
}

static void
say_one(struct saying *s, const struct field *field, const char *object)
{
	const struct field *row = said_identity(field);

	s->item = row ? identify(s, row, object) : *MEMBER(object, 0, struct str);
	say_item(s, field, s->item);
	if (row && row->type == AS_TEXT) {
		const struct text *name = MEMBER(object, row->offset, struct text);

		s->path[s->depth++] = field;
		say_languages(s, row, name, first_language(name));
		s->depth--;
	}
	enter(s, field, object, row);
	s->item = (struct str){ 0 };
}

static void
say_items(struct saying *s, const struct field *field, const char *object)
{
	const char *items = *MEMBER(object, field->offset, char *);
	size_t count = *MEMBER(object, field->beside, size_t);

	for (size_t i = 0; i < count; i++)
		say_one(s, field, items + i * field->nested->size);
}

static void (*const say_as[AS_COUNT])(struct saying *s, const struct field *field,
                                      const char *object) = {
	[AS_TEXT] = say_text,         [AS_TEXTS] = say_texts,
	[AS_PLAIN] = say_plain,       [AS_BOOL] = say_bool,
	[AS_TRISTATE] = say_tristate, [AS_CHOICE] = say_choice,
	[AS_COUNTRY] = say_plain,     [AS_INT] = say_int,
	[AS_SIZE] = say_size,         [AS_DATE] = say_date,
	[AS_MOMENT] = say_moment,     [AS_REPEAT] = say_repeat,
	[AS_MONEY] = say_money,       [AS_PHONE] = say_phone,
	[AS_EMAIL] = say_plain,       [AS_URL] = say_plain,
	[AS_BASE_URL] = say_plain,    [AS_VAT] = say_plain,
	[AS_OSM] = say_plain,         [AS_OSM_TAG] = say_plain,
	[AS_COLOUR] = say_plain,      [AS_LOCATION] = say_location,
	[AS_BOUNDS] = say_bounds,     [AS_FOCUS] = say_focus,
	[AS_HOURS] = say_hours,       [AS_WORDS] = say_words,
	[AS_SLUG] = say_slug,         [AS_SLUGS] = say_words,
	[AS_TERM] = say_term,         [AS_TERMS] = say_terms,
	[AS_LINKS] = say_links,       [AS_LANGUAGES] = say_site_languages,
	[AS_FILE] = say_plain,        [AS_PHOTO] = say_photo,
	[AS_PHOTOS] = say_photos,     [AS_MAP] = say_map,
	[AS_ITEMS] = say_items,       [AS_NAMED] = say_items,
};

static void
say_schema(struct saying *s, const struct schema *schema, const char *object,
           const struct field *without)
{
	const struct field *by_rank[64] = { 0 };

	for (size_t i = 0; i < schema->len; i++)
		by_rank[schema->len == 1 ? 0 : schema->fields[i].rank] = &schema->fields[i];
	for (size_t i = 0; i < countof(by_rank) && by_rank[i]; i++)
		if (by_rank[i] != without)
			say_as[by_rank[i]->type](s, by_rank[i], object);
}

void
said_read(struct said_list *out, struct arena *arena, const struct schema *schema,
          const void *object)
{
	struct saying saying = { .list = out, .arena = arena };

	*out = (struct said_list){ 0 };
	say_schema(&saying, schema, object, NULL);
}

const struct field *
said_identity(const struct field *list)
{
	for (size_t rank = 0; list->nested && list->type != AS_NAMED && rank < list->nested->len;
	     rank++) {
		const struct field *row = schema_ranked(list->nested, rank);

		if (row && row->flags & FIELD_REQUIRED)
			return row;
	}
	return NULL;
}

const struct field *
said_field(const struct said *said)
{
	size_t depth = SAID_DEPTH - 1;

	while (depth > 0 && !said->path[depth])
		depth--;
	return said->path[depth];
}
